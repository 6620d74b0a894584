"""All that a map draws and says of one operation and measure, made together and once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pydeck

from loaders.tables import SIDES
from pages.figures import map as figures
from pages.figures.deck import map_deck, map_legend
from pages.figures.layout import lay_out
from pages.figures.palette import Palette
from pages.figures.scopes import Pick, oldest_first
from pages.figures.voices import Voices


@dataclass(frozen=True)
class MapContent:
    """What a map shows and says, the same on a page and in print: do not change any of it.

    `rows` are those of `map_rows` and `table` is theirs, `largest` is the value of the largest disc of any
    operation, and `narrowed` as `is_narrowed_to` has it. `beside` is a line for each figure beside the map.
    `left_out` says what is in `background` and `others`, the claims left out, oldest first.
    """

    rows: pd.DataFrame
    largest: int
    narrowed: bool
    title: str
    subtitle: str
    alt: str
    beside: list[str]
    table: pd.DataFrame
    left_out: str
    background: pd.DataFrame
    others: pd.DataFrame


@dataclass(frozen=True)
class Mapped:
    """The map of a page with what can be picked of it: do not change any of it.

    `table_keys` are of the rows of the table, `picks` are by key, and `silence` stands where none has a
    sentence.
    """

    content: MapContent
    deck: pydeck.Deck
    legend: str
    footer: str
    table_keys: list[str]
    picks: dict[str, list[Pick]]
    silence: str

    @property
    def told(self) -> dict[str, Pick]:
        """The picks that have a figure, each under a key of its own."""
        return {
            f"{key}_{position}": pick
            for key, picks in self.picks.items()
            for position, pick in enumerate(picks)
            if pick.estimate is not None
        }


def is_narrowed_to(sides: Collection[str], voices: Voices) -> bool:
    """Whether sides or voices are left out, so that others may have a figure where these have none."""
    return bool(voices.narrowed) or not set(SIDES) <= set(sides)


def content_of(
    frames: Any,
    everything: Any,
    measure: str,
    of_measure: pd.DataFrame,
    operation_id: str,
    sides: Collection[str],
    named: Collection[str],
    voices: Voices,
) -> MapContent:
    """What the map of an operation shows. `frames` are those of the chosen `voices`, `everything` of all.

    `of_measure` are the estimates of the measure by one rule, of any operation. `named` are the place_ids
    that the articles about the operation name.
    """
    of_operation = of_measure["operation_id"] == operation_id
    chosen = of_measure[of_operation & of_measure["side"].isin(sides)]
    narrowed = is_narrowed_to(sides, voices)
    rows = figures.map_rows(chosen, frames.claims, frames.places, named, narrowed=narrowed)
    title = figures.map_title(measure, operation_id, frames.operations)
    background, others = figures.left_out(rows, everything.claims, measure, operation_id)
    return MapContent(
        rows=rows,
        largest=figures.largest_value(of_measure, frames.places),
        narrowed=narrowed,
        title=title,
        subtitle=figures.map_subtitle(rows, voices.rule_in_words, narrowed=narrowed),
        alt=figures.map_alt(rows, title, narrowed=narrowed),
        beside=figures.margin_notes(rows),
        table=figures.map_table(rows, frames.claims, frames.articles, narrowed=narrowed),
        left_out=figures.left_out_words(background, others),
        background=oldest_first(background),
        others=oldest_first(others),
    )


def map_of(content: MapContent, frames: Any, land: Mapping[str, Any], palette: Palette) -> Mapped:
    """The map that a page draws of a content and its `frames`; `land` is GeoJSON (see `map_deck`)."""
    rows, narrowed = content.rows, content.narrowed
    layout = lay_out(rows, content.largest)
    return Mapped(
        content=content,
        deck=map_deck(layout, frames.claims, land, palette),
        legend=map_legend(layout, palette, narrowed=narrowed),
        footer=figures.map_footer(rows, frames.claims, frames.articles),
        table_keys=figures.row_keys(rows),
        picks=figures.picks_of_rows(rows, frames.claims, frames.articles),
        silence=f"{'What is chosen gives no' if narrowed else 'No article here gives a'} number for this.",
    )

"""Frames and a view to the sheet of a chart: one function a chart, all on white."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.export.sheet import Sheet
from pages.figures import captions, comparison, ladder, subtitles
from pages.figures import map as mapping
from pages.figures.casualties import draw_casualties
from pages.figures.comparison_print import comparison_key, draw_comparison
from pages.figures.credits import credits_of
from pages.figures.ladder import Ladder
from pages.figures.map_print import draw_map, map_key
from pages.figures.mapped import content_of
from pages.figures.palette import PRINT
from pages.figures.scopes import View, operation_names, scopes_of, with_articles
from pages.figures.voices import Voices


class NothingChosenError(ValueError):
    """A view without an operation or a side has no chart; the message says what to choose."""


@dataclass(frozen=True)
class Stamp:
    """What a sheet says of the view that it shows.

    `filters` are what was chosen, in words by the name of the choice, `link` is the full address.
    """

    filters: Mapping[str, str]
    link: str
    data_version: str


def casualties_sheet(frames: Any, everything: Any, view: View, stamp: Stamp) -> Sheet:
    """The casualty chart of a view. `frames` are those of the chosen voices.

    Raises:
        NothingChosenError: no operation or no side is chosen.
    """
    scopes = scopes_of(frames, view)
    if not scopes:
        raise NothingChosenError(captions.NOTHING_CHOSEN)
    background, others = captions.left_out(scopes, everything, view)

    def draw(width: int) -> go.Figure:
        return draw_casualties(scopes, frames.operations, frames.articles, view, PRINT, width)

    return _sheet(
        "casualties",
        captions.claims_drawn(scopes, frames),
        everything.articles,
        view.operations,
        view.outlets,
        stamp,
        title=captions.title(view),
        subtitle=subtitles.casualties_subtitle(scopes, frames.operations, view),
        draw=draw,
        key=captions.marks_drawn(scopes, view),
        notes=(
            captions.why_not_added(scopes, frames.operations),
            captions.left_out_words(len(background), len(others), view),
        ),
        rule=view.rule_in_words,
        alt=captions.alt_text(scopes, frames.operations, view),
        table=captions.drawn_table(scopes, frames.operations, view),
    )


def comparison_sheet(
    frames: Any, everything: Any, operations: Sequence[str], voices: Voices, stamp: Stamp
) -> Sheet:
    """Operations side by side. `frames` are those of the chosen voices.

    Raises:
        NothingChosenError: no operation is chosen.
    """
    if not operations:
        raise NothingChosenError(captions.NOTHING_TO_COMPARE)
    chosen, rows = comparison.compare(frames, operations, voices.rule, voices.narrowed)
    behind = [claim_id for pick in comparison.picks_of_cells(rows).values() for claim_id in pick.ids]
    return _sheet(
        "comparison",
        frames.claims[frames.claims["claim_id"].isin(behind)],
        everything.articles,
        operations,
        voices.outlets,
        stamp,
        title="Operations side by side",
        subtitle=subtitles.comparison_subtitle(chosen, rows, voices.rule_in_words),
        draw=lambda width: draw_comparison(chosen, rows, PRINT, width),
        key=comparison_key(rows, voices.narrowed),
        notes=(
            comparison.coverage_in_words(chosen, everything.claims),
            comparison.silences_in_words(chosen, rows, voices.narrowed),
        ),
        rule=voices.rule_in_words,
        alt=comparison.comparison_alt(chosen, rows),
        table=comparison.comparison_table(chosen, rows),
    )


def map_sheet(
    frames: Any,
    everything: Any,
    measure: str,
    told: pd.DataFrame,
    operation_id: str,
    sides: Collection[str],
    named: Collection[str],
    land: Mapping[str, Any],
    voices: Voices,
    stamp: Stamp,
) -> Sheet:
    """The map of an operation; `told` is the `of_measure` of `content_of`, `land` is GeoJSON.

    Raises:
        NothingChosenError: no side is chosen.
    """
    if not sides:
        raise NothingChosenError(captions.NO_SIDE)
    content = content_of(frames, everything, measure, told, operation_id, sides, named, voices)
    rows, narrowed = content.rows, content.narrowed
    return _sheet(
        "map",
        mapping.claims_of(rows, frames.claims),
        everything.articles,
        [operation_id],
        voices.outlets,
        stamp,
        title=content.title,
        subtitle=subtitles.map_subtitle(
            measure, rows, operation_names(frames.operations)[operation_id], sides, content.subtitle
        ),
        draw=lambda width: draw_map(rows, content.largest, frames.claims, land, PRINT, width),
        key=map_key(rows, narrowed=narrowed),
        notes=(
            *(f"Beside the map, counted for no single town: {note}." for note in content.beside),
            content.left_out,
            mapping.BORDERS,
        ),
        rule=voices.rule_in_words,
        alt=content.alt,
        table=content.table,
    )


def ladder_sheet(
    frames: Any, everything: Any, chosen: Ladder, stamp: Stamp, outlets: Collection[str] = ()
) -> Sheet:
    """One toll, report by report. `frames` are those of the chosen voices; no `outlets` means everyone."""
    table, claim_ids = ladder.ladder_table(chosen)
    return _sheet(
        "ladder",
        frames.claims[frames.claims["claim_id"].isin(claim_ids)],
        everything.articles,
        [chosen.operation_id],
        outlets,
        stamp,
        title=ladder.title(chosen),
        subtitle=subtitles.ladder_subtitle(chosen),
        draw=lambda width: ladder.draw_ladder(chosen, PRINT, width),
        key=ladder.marks_drawn(chosen),
        notes=(ladder.how_to_read(chosen), ladder.not_drawn(chosen)),
        rule="every report stands as its speaker gave it, by no rule",
        alt=ladder.alt_text(chosen),
        table=table,
    )


def _sheet(
    name: str,
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    about: Collection[str],
    outlets: Collection[str],
    stamp: Stamp,
    notes: Sequence[str],
    **parts: Any,
) -> Sheet:
    """A sheet with the credits of its claims; `about` and `outlets` are as `credits_of` has them."""
    told = credits_of(claims, articles, about, outlets)
    return Sheet(
        name=name,
        said_by=told.said_by,
        printed_by=told.printed_by,
        as_of=told.as_of,
        articles=told.in_numbers,
        claims=with_articles(claims, articles),
        notes=tuple(note for note in notes if note),
        filters=stamp.filters,
        link=stamp.link,
        data_version=stamp.data_version,
        **parts,
    )

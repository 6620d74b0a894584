"""All that the casualty page draws and says of one view, made together so that it is made once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.figures import captions
from pages.figures.casualties import draw_casualties
from pages.figures.palette import Palette
from pages.figures.scopes import Pick, Scope, View, oldest_first, picks_of, scopes_of


@dataclass(frozen=True)
class Overview:
    """The chart of a view with its words, its table and what can be picked: do not change any of it.

    `counted` says that some marks stand for several claims. `picks` are by key, those of `rows` have a
    figure; `background` and `others` are the claims left out, oldest first.
    """

    figure: go.Figure
    counted: bool
    opening: str
    alt: str
    footer: str
    not_added: str
    table: pd.DataFrame
    table_keys: list[str]
    picks: dict[str, Pick]
    rows: list[str]
    background: pd.DataFrame
    others: pd.DataFrame


def overview_of(frames: Any, everything: Any, view: View, palette: Palette) -> Overview | None:
    """The overview of `frames`, those of the chosen voices; None where nothing is chosen to be drawn."""
    scopes: list[Scope] = scopes_of(frames, view)
    if not scopes:
        return None
    background, others = captions.left_out(scopes, everything, view)
    return Overview(
        figure=draw_casualties(scopes, frames.operations, frames.articles, view, palette),
        counted=any(claim.times > 1 for scope in scopes for claim in scope.claims),
        opening=captions.opening(scopes, frames.operations, view),
        alt=captions.alt_text(scopes, frames.operations, view),
        footer=captions.footer(scopes, frames, view),
        not_added=captions.why_not_added(scopes, frames.operations),
        table=captions.drawn_table(scopes, frames.operations, view),
        table_keys=captions.table_keys(scopes),
        picks=picks_of(scopes, frames.operations),
        rows=[scope.key for scope in scopes if scope.estimate is not None],
        background=oldest_first(background),
        others=oldest_first(others),
    )

"""What is contested, side by side: each statement with its words, who said it, who printed it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from loaders import Frames
from loaders.tables import join_list
from pages.figures import choices, words
from pages.figures.contested import (
    Dispute,
    contested_figures,
    contested_statements,
    says,
    told_statements,
    uncontested,
)
from pages.figures.ladder import Ladder, alt_text, draw_ladder, ladder_table, ladders_of
from pages.figures.palette import Palette
from pages.figures.scopes import place_names
from pages.ui.evidence import PAGE, head_html, show_claims_of, split_at_figure
from pages.ui.filters import choose_from_list
from pages.ui.frames import made_once
from pages.ui.links import article_link
from pages.ui.paging import choose_page
from pages.ui.text import as_html

# Disputes on one page of a list: as many as a reader scrolls through.
DISPUTES_PAGE = 5

LADDER_KEY = {
    "key-claim": "a report",
    "key-open": "or more (arrow up), or fewer (down)",
    "key-about": "about",
    "key-vague": "words without a number, at the least that they say",
    "key-range": "from one number to another",
}


def choose_told_operation(frames: Frames) -> str:
    """The operation to tell of."""
    return choose_from_list(made_once(frames, "told", (), lambda: choices.told(frames)))


def choose_ladder(ladders: Sequence[Ladder]) -> Ladder:
    """One scope of an operation."""
    chosen = choose_from_list(choices.ladder(ladders))
    return next(ladder for ladder in ladders if ladder.key == chosen)


def current_ladders(frames: Frames, operation_id: str) -> list[Ladder]:
    """The ladders of an operation, made once per version of the data."""
    return made_once(frames, "ladders", operation_id, lambda: ladders_of(frames, operation_id))


@dataclass(frozen=True)
class Drawing:
    """A ladder as the page shows it: chart, words for it, and a table whose rows are of `claim_ids`."""

    figure: go.Figure
    alt: str
    table: pd.DataFrame
    claim_ids: list[str]


def current_drawing(frames: Frames, operation_id: str, chosen: Ladder, palette: Palette) -> Drawing:
    """What shows a ladder of an operation, made once per version of the data and theme."""

    def draw() -> Drawing:
        return Drawing(draw_ladder(chosen, palette), alt_text(chosen), *ladder_table(chosen))

    return made_once(frames, "ladder", (operation_id, chosen.key, palette.paper), draw)


Told = tuple[list[Dispute], list[Dispute], list[Any]]
"""Contested figures, contested statements and the other statements of an operation."""


def current_disputes(frames: Frames, operation_id: str) -> Told:
    """What is contested of an operation, made once per version of the data."""

    def find() -> Told:
        statements = told_statements(frames, operation_id)
        disputed = contested_statements(statements)
        return contested_figures(frames, operation_id), disputed, uncontested(statements, disputed)

    return made_once(frames, "disputes", operation_id, find)


def show_ladder_key() -> None:
    """What the marks of the ladder mean; the marks are drawn by the style sheet."""
    items = "".join(
        f'<li><span class="{mark}" aria-hidden="true"></span>{said}</li>' for mark, said in LADDER_KEY.items()
    )
    st.html(f'<ul class="key" aria-label="Key">{items}</ul>')


def show_disputes(disputes: Sequence[Dispute], frames: Frames) -> None:
    """Every contested thing, a page of them at a time."""
    for dispute in disputes[choose_page(len(disputes), DISPUTES_PAGE, "disputes_page")]:
        show_dispute(dispute, frames)


def show_dispute(dispute: Dispute, frames: Frames) -> None:
    """One contested thing: its heading, why it stands here, and both sentences."""
    key, title, note = f"dispute_{dispute.key}", dispute.heading, dispute.note
    if dispute.claims:
        show_claims_of([claim.claim_id for claim in dispute.claims], frames, key, title=title, note=note)
    else:
        show_statements(dispute.statements, frames, key, title=title, note=note)


def show_statements(
    statements: Sequence[Any], frames: Frames, key: str, *, title: str = "", note: str = ""
) -> None:
    """A card for each statement, a page of them at a time, as `show_claims_of` shows claims."""
    place = st.empty()
    shown = statements[choose_page(len(statements), PAGE, f"{key}_page")]
    ids = join_list([one.claim_id for one in shown])
    made = made_once(frames, "statements as cards", ids, lambda: _cards(shown, frames))
    place.html(f"{head_html(title, note)}{made}")


def _cards(statements: Sequence[Any], frames: Frames) -> str:
    names = place_names(frames.places)
    return f'<ul class="claims">{"".join(statement_card(one, frames, names) for one in statements)}</ul>'


def statement_card(statement: Any, frames: Frames, places: dict[str, str]) -> str:
    """A row of statements with their articles as HTML. `places` maps place_id to name."""
    text = frames.texts.get(statement.article_id, "")
    before, said, after = split_at_figure(statement.sentence, statement.quote, text, int(statement.start))
    name = words.article(statement.title, statement.file, statement.original)
    article = f"{name}, {words.dated(statement)}"
    link = as_html(article_link(statement.article_id, statement.claim_id))
    dating = (
        f'<p class="whence">How it is dated: {as_html(statement.date_note)}</p>'
        if pd.notna(statement.date_note)
        else ""
    )
    return (
        f'<li><p class="said">{as_html(words.speaker(statement.attributed_to))}</p>'
        f'<p class="stamp">{as_html(says(statement, places.get(statement.place_id)))}</p>'
        f"<p>{as_html(before)}<mark>{as_html(said)}</mark>{as_html(after)}</p>"
        f'<p class="whence">Printed by: {as_html(words.source(statement))}</p>'
        f'<p class="whence">Article: {as_html(article)}</p>{dating}'
        f'<p class="whence"><a href="{link}" target="_self">Read it in the article</a></p></li>'
    )

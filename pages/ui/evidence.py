"""The sentences behind figures: each with its figure marked, who said it, who printed it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Frames
from pages.figures import words
from pages.figures.scopes import Scope, each_row, with_articles
from pages.ui.captions import show_words
from pages.ui.text import as_html

# More sentences than a reader scrolls through; the page says how many it left off.
MOST_SHOWN = 60


def show_claims(claims: pd.DataFrame, frames: Frames) -> None:
    """A card for each claim of a frame of claims."""
    told = with_articles(claims[frames.claims.columns], frames.articles)
    cards = "".join(claim_card(claim, frames) for claim in each_row(told.head(MOST_SHOWN)))
    st.html(f'<ul class="claims">{cards}</ul>')
    if len(told) > MOST_SHOWN:
        left = f"The first {MOST_SHOWN} of {words.number(len(told))}; choose fewer to see the others."
        show_words(left, "chart-footer")


def show_evidence(scopes: Sequence[Scope], frames: Frames) -> None:
    """For every row of the chart its sentences."""
    names = dict(zip(frames.operations["operation_id"], frames.operations["name"], strict=True))
    for scope in scopes:
        if scope.estimate is not None:
            place = f", {scope.place}" if scope.place else ""
            heading = f"{names[scope.operation_id]} · {words.SIDES[scope.side]}{place}"
            show_row_title(heading)
            show_claims(frames.claims[frames.claims["claim_id"].isin(scope.claim_ids)], frames)


def show_row_title(title: str) -> None:
    """The heading of some sentences."""
    st.html(f'<h3 class="row-title">{as_html(title)}</h3>')


def claim_card(claim: Any, frames: Frames) -> str:
    """One claim as HTML. `claim` is a row of claims with their articles."""
    text = frames.texts.get(claim.article_id, "")
    before, figure, after = split_at_figure(claim.sentence, claim.quote, text, int(claim.start))
    sentence = f"{as_html(before)}<mark>{as_html(figure)}</mark>{as_html(after)}"
    whence = f"{words.source(claim)} · {words.dated(claim)}"
    lines = [
        f'<p class="said">{as_html(words.amount(claim))} · {as_html(words.speaker(claim.attributed_to))}</p>',
        f"<p>{sentence}</p>",
        f'<p class="whence">{as_html(whence)}</p>',
        f'<p class="whence">{as_html(_article(claim))}</p>',
    ]
    if pd.notna(claim.date_note):
        lines.append(f'<p class="whence">How it is dated: {as_html(claim.date_note)}</p>')
    if pd.notna(claim.flags):
        lines.append(f'<p class="whence">To be looked at: {as_html(claim.flags)}</p>')
    return f"<li>{''.join(lines)}</li>"


def _article(claim: Any) -> str:
    name = claim.title if pd.notna(claim.title) else claim.file
    return f"{name} (a digest of {claim.original})" if pd.notna(claim.original) else str(name)


def split_at_figure(sentence: str, figure: str, text: str, start: int) -> tuple[str, str, str]:
    """A sentence before, at and after its figure.

    `start` is where the figure begins in `text`: it tells which one is meant where a sentence has the same
    words twice. Where the sentence is not in the text as it is, its first such words are taken.
    """
    begins = text.rfind(sentence, 0, start + len(sentence))
    at = (
        start - begins
        if begins >= 0 and sentence.startswith(figure, start - begins)
        else sentence.find(figure)
    )
    if at < 0:
        return sentence, "", ""
    return sentence[:at], figure, sentence[at + len(figure) :]

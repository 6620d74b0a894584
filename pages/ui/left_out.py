"""What a page does not draw, said aloud, and what could not be read."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from loaders import Frames
from pages.figures import words
from pages.figures.captions import NO_OPERATION, figures_of_no_operation, left_out_words
from pages.figures.scopes import View, oldest_first
from pages.ui.captions import show_words
from pages.ui.evidence import show_claims_of
from pages.ui.frames import made_once
from pages.ui.text import show_note

NO_ARTICLE = (
    "There is no article yet. Put articles as text files into data/articles, or name a folder of them in the "
    "environment variable ARTICLES_DIR, and load this page again."
)
BACKGROUND = "Figures that belong to no operation"


def show_left_out(background: pd.DataFrame, others: pd.DataFrame, frames: Frames, view: View) -> None:
    """The claims of a measure that are not drawn: those of no operation, and others, with their sentences.

    Both are in the order in which they are listed.
    """
    show_words(left_out_words(len(background), len(others), view), "chart-footer")
    show_apart(
        BACKGROUND,
        background,
        frames,
        "A wider war, a longer period, another place: what they count is not the operation.",
    )
    show_apart(
        "Figures of the operations that are not drawn",
        others,
        frames,
        "They are of a side or a speaker that is not chosen, name no side where another figure does, are a "
        "part of another figure than the value where there are hundreds, or a person rejected them.",
    )


def show_apart(heading: str, claims: pd.DataFrame, frames: Frames, why: str = "") -> None:
    """Claims that a page does not draw, and why, under a heading that opens; nothing where there is none."""
    if claims.empty:
        return
    with st.expander(f"{heading} ({words.number(len(claims))})"):
        if why:
            show_words(why, "chart-footer")
        show_claims_of(claims["claim_id"].to_list(), frames, heading)


def stop_without_articles(frames: Frames) -> None:
    """End the page here where there is no article, with what a newsroom does first."""
    if frames.articles.empty:
        show_note(NO_ARTICLE)
        show_problems(frames)
        st.stop()


def stop_without_operations(frames: Frames) -> None:
    """End the page here where there is no operation to choose."""
    if frames.operations.empty:
        show_note(NO_OPERATION)
        show_problems(frames)
        st.stop()


def show_problems(frames: Frames) -> None:
    """What could not be read, if anything."""
    if len(frames.problems):
        with st.expander(f"Not read ({words.count(len(frames.problems), 'problem')})"):
            st.dataframe(frames.problems, hide_index=True)


def show_background(frames: Frames) -> None:
    """The figures of no operation, of every measure."""
    background = made_once(
        frames, "background", (), lambda: oldest_first(frames.claims[frames.claims["operation_id"].isna()])
    )
    if background.empty:
        return
    told = figures_of_no_operation(len(background))
    show_words(f"Not compared, and not added to anything: {told}.", "chart-footer")
    show_apart(BACKGROUND, background, frames)

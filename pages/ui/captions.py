"""What stands around a chart: its opening sentence, titles, key and footer."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import streamlit as st

from pages.ui.text import as_html

Part = Literal["opening", "chart-footer"]

KEY = {
    "key-claim": "a claim",
    "key-bin": "several claims, counted",
    "key-open": "or more, or fewer",
    "key-about": "about",
    "key-vague": "reported without a number",
    "key-zero": "reported as none",
    "key-silent": "not reported",
    "key-range": "lowest to highest report",
    "key-part": "a part in its whole",
}


def show_words(text: str, part: Part) -> None:
    """A line of text in the type of its part of the page."""
    if text:
        st.html(words_html(text, part))


def words_html(text: str, part: Part) -> str:
    """That line as HTML. What stands together makes one element: a browser takes its time by the element."""
    return f'<p class="{part}">{as_html(text)}</p>' if text else ""


def show_title(title: str, subtitle: str) -> None:
    """What a chart shows, and its unit, scope and rule."""
    st.html(f'<h2 class="chart-title">{as_html(title)}</h2><p class="chart-subtitle">{as_html(subtitle)}</p>')


COUNTED_MARKS = tuple(KEY)
CHART_MARKS = tuple(mark for mark in KEY if mark != "key-bin")
COMPARISON_MARKS = ("key-vague", "key-zero", "key-silent")


def show_key(marks: Collection[str], narrowed: str = "") -> None:
    """What the marks of a chart or table mean; the marks are drawn by the style sheet.

    `narrowed` says whose figures are shown, where it is not everyone's: silence is theirs then.
    """
    key = KEY | ({"key-silent": f"no figure by the {narrowed}"} if narrowed else {})
    items = "".join(f'<li><span class="{mark}" aria-hidden="true"></span>{key[mark]}</li>' for mark in marks)
    st.html(f'<ul class="key" aria-label="Key">{items}</ul>')

"""The pages, in the order of the menu: what each is called, and what it tells."""

from __future__ import annotations

from typing import NamedTuple

NAME = "Casualty figures and their sources"


class Entry(NamedTuple):
    """A page of the menu.

    `file` is its script in pages/, `path` its name in the address (the first page has none), and `told` what
    a reader finds there. `drawn_by` is the script of Streamlit's that draws its chart, where it has one.
    """

    file: str
    path: str
    title: str
    told: str
    drawn_by: str = ""


MENU = (
    Entry("casualties.py", "", "Casualties", "Who was reported killed, by whose count.", "PlotlyChart"),
    Entry("comparison.py", "comparison", "Comparison", "Operation by operation, in aligned rows."),
    Entry("map.py", "map", "Map", "Where the figures were counted.", "DeckGlJsonChart"),
    Entry(
        "disagreement.py",
        "disagreement",
        "Disagreement",
        "Who said what when, and where speakers part.",
        "PlotlyChart",
    ),
    Entry("articles.py", "articles", "Articles", "Every article, its figures marked in the text."),
    Entry("method.py", "method", "Method", "How figures are read, and how often wrongly."),
)


def name_in_tabs(title: str) -> str:
    """What a browser's tab, a bookmark and the preview of a shared link call the page of that title."""
    return f"{title} | {NAME}"

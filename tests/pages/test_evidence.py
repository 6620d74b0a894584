from __future__ import annotations

import pytest

from pages.ui.evidence import split_at_figure
from pages.ui.text import as_html

SPLITS = [
    # A sentence, its figure, the text, where the figure begins in it, and what comes before and after.
    ("Two died.", "Two", "Two died.", 0, ("", "Two", " died.")),
    ("It hit two; two died.", "two", "Early. It hit two; two died.", 19, ("It hit two; ", "two", " died.")),
    ("It hit two; two died.", "two", "Early. It hit two; two died.", 14, ("It hit ", "two", "; two died.")),
    ("Two died.", "Two", "Two died. Two died.", 10, ("", "Two", " died.")),
    # The sentence was tidied, so it is not in the text as it is.
    ("Some two died.", "two", "Some  two\ndied.", 6, ("Some ", "two", " died.")),
    ("Nobody said.", "two", "Nobody said.", 3, ("Nobody said.", "", "")),
]


@pytest.mark.parametrize(("sentence", "figure", "text", "start", "parts"), SPLITS)
def test_the_figure_that_is_meant_is_marked(
    sentence: str, figure: str, text: str, start: int, parts: tuple[str, str, str]
) -> None:
    assert split_at_figure(sentence, figure, text, start) == parts


TEXTS = [
    ("<b>12</b> & more", "&lt;b&gt;12&lt;/b&gt; &amp; more"),
    ("\"on\" 'off'", "&quot;on&quot; &#x27;off&#x27;"),
    ("a\x00b\x1bc", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
    ("12\u202e34\x85", "12\N{REPLACEMENT CHARACTER}34\N{REPLACEMENT CHARACTER}"),
    ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ("**bold** :red[x] $e$", "**bold** :red[x] $e$"),
]


@pytest.mark.parametrize(("text", "html"), TEXTS)
def test_text_is_shown_as_its_characters(text: str, html: str) -> None:
    assert as_html(text) == html

"""Text from articles, addresses and vocabularies is shown as its characters.

Streamlit's Markdown would run such text as formatting, colours, formulas and emoji. So it goes through
`as_html` into `st.html`, which knows no Markdown and no scripts.
"""

from __future__ import annotations

import unicodedata
from html import escape
from typing import Any

import streamlit as st

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def as_html(text: Any) -> str:
    """`text` as HTML that shows its characters; control characters become visible."""
    shown = "".join(
        "\N{REPLACEMENT CHARACTER}" if _is_control(character) else character for character in str(text)
    )
    return escape(shown, quote=True)


def _is_control(character: str) -> bool:
    """Control characters, and those that turn the direction of the text after them."""
    return (unicodedata.category(character) == "Cc" and character not in "\n\t") or character in TURNING


def show_note(text: str) -> None:
    """One quiet line about the page itself."""
    st.html(f'<p class="note" role="status">{as_html(text)}</p>')

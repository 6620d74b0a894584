"""Text from articles, addresses and vocabularies is shown as its characters.

Streamlit's Markdown would run such text as formatting, colours, formulas and emoji. So it goes through
`as_html` into `st.html`, which knows no Markdown and no scripts.
"""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st


def as_html(text: Any) -> str:
    """`text` as HTML that shows its characters; control characters become visible boxes."""
    shown = "".join(
        "\N{REPLACEMENT CHARACTER}" if _is_control(character) else character for character in str(text)
    )
    return escape(shown, quote=True)


def _is_control(character: str) -> bool:
    return ord(character) < 32 and character not in "\n\t"


def show_note(text: str) -> None:
    """One quiet line about the page itself."""
    st.html(f'<p class="note" role="status">{as_html(text)}</p>')

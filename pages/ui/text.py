"""Text from articles, addresses and vocabularies is shown as its characters.

Streamlit's Markdown would run such text as formatting, colours, formulas and emoji. So it goes through
`as_html` into `st.html`, which knows no Markdown and no scripts.
"""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


# Control characters, and those that turn the direction of the text after them, become visible.
CONTROLS = [*(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))), *TURNING]
_SHOWN = str.maketrans({one: "\N{REPLACEMENT CHARACTER}" for one in CONTROLS if one not in "\n\t"})


def as_html(text: Any) -> str:
    """`text` as HTML that shows its characters; control characters become visible."""
    return escape(str(text).translate(_SHOWN), quote=True)


def show_note(text: str) -> None:
    """One quiet line about the page itself."""
    st.html(f'<p class="note" role="status">{as_html(text)}</p>')

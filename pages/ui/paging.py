"""Long lists, a page at a time."""

from __future__ import annotations

from math import ceil
from typing import Any

import streamlit as st


def choose_page(length: int, size: int, key: str, **options: Any) -> slice:
    """The part of a list that a reader chose to see; there is no widget where one page holds the list.

    `key` is the widget's, `options` are others of `st.pagination`.
    """
    pages = ceil(length / size)
    if pages < 2:
        return slice(0, length)
    page = int(st.pagination(pages, key=key, **options))
    return slice((page - 1) * size, min(page * size, length))

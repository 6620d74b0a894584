"""Long lists, a page at a time."""

from __future__ import annotations

from math import ceil

import streamlit as st

from pages.figures.choices import Choice
from pages.ui import address

# In the address. That a list is read from its start goes without saying.
NAME, START = "page", "1"


def choose_page(length: int, size: int, key: str) -> slice:
    """The part of a list that a reader chose to see; there is no widget where one page holds the list."""
    pages = ceil(length / size)
    return slice_of(int(st.pagination(pages, key=key)) if pages > 1 else 1, length, size)


def choose_page_by_address(length: int, size: int) -> slice:
    """The same of a list that is all of its page: the address names which part of it is seen."""
    pages = max(ceil(length / size), 1)
    numbers = {str(page): str(page) for page in range(1, pages + 1)}
    choice = Choice(NAME, "Page", numbers, (START,), many=False, unsaid=True)
    page = address.choose_one(choice, lambda key: st.pagination(pages, key=key) if pages > 1 else None, int)
    return slice_of(int(page), length, size)


def slice_of(page: int, length: int, size: int) -> slice:
    """What stands on a page, counted from 1."""
    return slice((page - 1) * size, min(page * size, length))

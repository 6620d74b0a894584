"""The table under a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui.picked import pick_in_table

# Pixels.
DAY_WIDTH, LETTER_WIDTH, PADDING, WIDEST = 110, 7, 20, 320


def show_rows_to_pick(table: pd.DataFrame, alt: str, page: str, keys: Sequence[str]) -> None:
    """A table where a click on a row, or going to it with the arrow keys, picks its key on the page.

    Its empty cells stay empty, and its days are printed as days.
    """
    name = f"{page}_table"
    st.dataframe(
        table,
        hide_index=True,
        column_config=formats_of(table),
        placeholder="",
        alt=alt,
        key=name,
        on_select=pick_in_table(page, name, keys),
        selection_mode="single-cell",
    )


def formats_of(table: pd.DataFrame) -> dict[str, Any]:
    """How columns are printed, by name: those with which Streamlit does not do well by itself."""
    formats = {name: _format_of(table[name]) for name in table.columns}
    return {name: format_ for name, format_ in formats.items() if format_}


def _format_of(column: pd.Series[Any]) -> Any:
    if pd.api.types.is_datetime64_any_dtype(column):
        return st.column_config.DateColumn(format="D MMM YYYY", width=DAY_WIDTH)
    if pd.api.types.is_string_dtype(column) or column.dtype == object:
        width = _width_of(column)
        return st.column_config.Column(width=width) if width else None
    return st.column_config.NumberColumn(format="localized")


def _width_of(column: pd.Series[Any]) -> int | None:
    """The width in pixels of a column with cells far longer than the others, which the grid would cut off."""
    lengths = column.fillna("").astype(str).str.len()
    if column.empty or lengths.max() <= 1.5 * lengths.mean():
        return None
    return max(
        min(LETTER_WIDTH * int(lengths.max()) + PADDING, WIDEST),
        LETTER_WIDTH * len(str(column.name)) + PADDING,
    )

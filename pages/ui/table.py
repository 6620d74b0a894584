"""The table under a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from pages.ui.picked import pick_in_table


def show_table(table: pd.DataFrame, alt: str) -> None:
    """A table whose empty cells stay empty and whose days are printed as days."""
    st.dataframe(table, hide_index=True, column_config=_formats(table), placeholder="", alt=alt)


def show_rows_to_pick(table: pd.DataFrame, alt: str, page: str, keys: Sequence[str]) -> None:
    """Such a table where a click on a row, or going to it with the arrow keys, picks its key on the page."""
    name = f"{page}_table"
    st.dataframe(
        table,
        hide_index=True,
        column_config=_formats(table),
        placeholder="",
        alt=alt,
        key=name,
        on_select=pick_in_table(page, name, keys),
        selection_mode="single-cell",
    )


def _formats(table: pd.DataFrame) -> dict[str, Any]:
    return {
        name: st.column_config.DateColumn(format="D MMM YYYY")
        if pd.api.types.is_datetime64_any_dtype(table[name])
        else st.column_config.NumberColumn(format="localized")
        for name in table.columns
        if not pd.api.types.is_string_dtype(table[name]) and table[name].dtype != object
    }

"""The table under a chart."""

from __future__ import annotations

import pandas as pd
import streamlit as st


def show_table(table: pd.DataFrame, alt: str) -> None:
    """A table whose empty cells stay empty and whose days are printed as days."""
    formats = {
        name: st.column_config.DateColumn(format="D MMM YYYY")
        if pd.api.types.is_datetime64_any_dtype(table[name])
        else st.column_config.NumberColumn(format="localized")
        for name in table.columns
        if not pd.api.types.is_string_dtype(table[name]) and table[name].dtype != object
    }
    st.dataframe(table, hide_index=True, column_config=formats, placeholder="", alt=alt)

"""A Plotly chart on a page, whose marks a reader picks."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from pages.ui.picked import pick_on_chart


def show_chart(figure: go.Figure, alt: str, page: str, key: str) -> None:
    """The chart, under that key; a click on a mark picks it on the page. It has no buttons of its own."""
    st.plotly_chart(
        figure,
        theme=None,
        config={"displayModeBar": False},
        key=key,
        alt=alt,
        on_select=pick_on_chart(page, key),
        selection_mode="points",
    )

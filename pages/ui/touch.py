"""A finger on a chart scrolls the page, and a tap picks a mark."""

from __future__ import annotations

import streamlit as st

# Of a chart with marks to pick, Streamlit has Plotly take every touch for a drag of the chart, and a phone
# that is filled by one could not scroll. Where Plotly does not hear the touch, the browser scrolls, and it
# tells Plotly of a tap as of a click.
_scroller = st.components.v2.component(
    "scroll_over_charts",
    js="""
    export default function () {
        const keep = (event) => {
            if (event.target.closest?.("[data-testid=stPlotlyChart] .drag")) event.stopPropagation();
        };
        document.addEventListener("touchstart", keep, { capture: true, passive: true });
        return () => document.removeEventListener("touchstart", keep, { capture: true });
    }
    """,
)


def let_fingers_scroll() -> None:
    """For all charts of a page; it draws nothing."""
    _scroller(key="touch", height=0)

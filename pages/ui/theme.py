"""The palette of the theme that a reader sees."""

from __future__ import annotations

import streamlit as st

from pages.figures.palette import Palette, palette_of


def current_palette() -> Palette:
    """The palette of the theme in force; the light one where the browser has not said."""
    return palette_of("dark" if st.context.theme.type == "dark" else "light")

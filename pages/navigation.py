"""The frame around every page: the menu and the page that the address names."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.ui import address
from pages.ui.touch import let_fingers_scroll

st.set_page_config(page_title="Reported casualties", layout="wide", initial_sidebar_state="auto")

st.html(Path(__file__).parent / "ui" / "style.css")
let_fingers_scroll()

page = st.navigation(
    [
        st.Page(
            "casualties.py", title="Casualties", default=True, help="Who was reported killed, by whose count."
        ),
        st.Page("comparison.py", title="Comparison", help="Operation by operation, in aligned rows."),
        st.Page("map.py", title="Map", help="Where the figures were counted."),
        st.Page("disagreement.py", title="Disagreement", help="Who said what when, and where speakers part."),
        st.Page("articles.py", title="Articles", help="Every article, its figures marked in the text."),
        st.Page("method.py", title="Method", help="How figures are read, and how often wrongly."),
    ],
    position="top",
)
address.begin(page.url_path)
page.run()

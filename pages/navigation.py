"""The frame around every page: the menu and the page that the address names."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pages.ui import address
from pages.ui.menu import MENU, name_in_tabs
from pages.ui.touch import let_fingers_scroll

page = st.navigation(
    [
        st.Page(entry.file, title=entry.title, url_path=entry.path, default=not entry.path, help=entry.told)
        for entry in MENU
    ],
    position="top",
)
st.set_page_config(page_title=name_in_tabs(page.title), layout="wide", initial_sidebar_state="auto")
st.html(Path(__file__).parent / "ui" / "style.css")
let_fingers_scroll()

address.begin(page.url_path)
page.run()

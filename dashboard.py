"""The server: `streamlit run dashboard.py`.

The pages are served by an `App` whose script is pages/navigation.py. With `st.navigation` in this file
instead, Streamlit would take pages/ for a folder of page scripts: a deep link after a restart would then open
a page without its frame, and every file there would be a menu entry. Beside the pages the server answers
links to figures, and says how it is.
"""

from __future__ import annotations

import streamlit as st

from pages.server import lifespan, middleware_of, routes_of
from pages.ui.settings import current_settings

settings = current_settings()
app = st.App(
    "pages/navigation.py",
    lifespan=lifespan,
    routes=routes_of(settings),
    middleware=middleware_of(settings),
)

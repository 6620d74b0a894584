"""Every article, and one article with all its figures marked in the text."""

from __future__ import annotations

import streamlit as st

from pages.ui import address
from pages.ui.article_list import show_articles
from pages.ui.frames import current_frames
from pages.ui.left_out import show_problems, stop_without_articles
from pages.ui.reader import show_article

frames = current_frames()
article_id = st.query_params.get("article")

st.title("Articles")
stop_without_articles(frames)
if article_id:
    address.settle("article", "claim")
    show_article(frames, article_id, st.query_params.get("claim"))
else:
    show_articles(frames)
show_problems(frames)

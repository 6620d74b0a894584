"""The casualty chart: by operation and side, with every claim and its sentence."""

from __future__ import annotations

import streamlit as st

from pages.figures import captions
from pages.figures.casualties import draw_casualties
from pages.figures.scopes import View, scopes_of
from pages.ui import address, filters
from pages.ui.captions import show_key, show_title, show_words
from pages.ui.evidence import show_evidence
from pages.ui.frames import current_frames, frames_of_speakers
from pages.ui.left_out import show_left_out, show_no_articles, show_problems
from pages.ui.table import show_table
from pages.ui.text import show_note
from pages.ui.theme import current_palette

everything = current_frames()
palette = current_palette()

st.title("Reported casualties")
if everything.articles.empty:
    show_no_articles()
    show_problems(everything)
    st.stop()

opening = st.container()
with st.sidebar:
    operations = filters.choose_operations(everything)
    sides = filters.choose_sides()
    speakers = filters.choose_speakers(everything)
    rule = filters.choose_rule()
measure = filters.choose_measure(everything)
address.show_dropped()

view = View(tuple(operations), measure, tuple(sides), rule, tuple(speakers))
frames = frames_of_speakers(everything, speakers)
scopes = scopes_of(frames, view)
if not scopes:
    show_note("Nothing is chosen: choose at least one operation and one side.")
    st.stop()

with opening:
    show_words(captions.opening(scopes, frames.operations, view), "opening")

show_title(captions.title(view), captions.subtitle(view))
st.plotly_chart(
    draw_casualties(scopes, frames.operations, frames.articles, view, palette),
    theme=None,
    config={"displayModeBar": False},
    key="casualty_chart",
    alt=captions.alt_text(scopes, frames.operations, view),
)
show_key()
show_words(captions.footer(scopes, frames, view), "chart-footer")
show_left_out(*captions.left_out(scopes, everything, view), everything, view)

st.header("What is drawn")
show_table(
    captions.drawn_table(scopes, frames.operations, view), f"Table of the chart: {captions.title(view)}"
)

st.header("The sentences")
show_evidence(scopes, frames)
show_problems(everything)

"""The casualty chart: by operation and side, with every claim and its sentence."""

from __future__ import annotations

import streamlit as st

from pages.figures import captions
from pages.figures.casualties import draw_casualties
from pages.figures.scopes import View, picks_of, scopes_of
from pages.ui import address, filters
from pages.ui.captions import show_key, show_title, show_words
from pages.ui.evidence import show_panel, show_pick, show_row_title
from pages.ui.frames import current_frames, frames_heard
from pages.ui.left_out import show_left_out, show_no_articles, show_problems
from pages.ui.picked import current_pick, pick_on_chart
from pages.ui.table import show_rows_to_pick
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
    voices = filters.choose_voices(everything)
measure = filters.choose_measure(everything)
address.show_dropped()

view = View(
    tuple(operations),
    measure,
    tuple(sides),
    voices.rule,
    voices.speakers,
    voices.outlets,
    voices.ranked_names,
)
frames = frames_heard(everything, voices)
scopes = scopes_of(frames, view)
picks = picks_of(scopes, frames.operations)
if not scopes:
    show_note("Nothing is chosen: choose at least one operation and one side.")
    st.stop()

with opening:
    show_words(captions.opening(scopes, frames.operations, view), "opening")

show_title(captions.title(view), captions.subtitle(view))
drawn, panel = st.columns([5, 3], gap="medium")
with drawn:
    st.plotly_chart(
        draw_casualties(scopes, frames.operations, frames.articles, view, palette),
        theme=None,
        config={"displayModeBar": False},
        key="casualty_chart",
        alt=captions.alt_text(scopes, frames.operations, view),
        on_select=pick_on_chart("casualties", "casualty_chart"),
        selection_mode="points",
    )
    show_key()
with panel:
    picked = picks.get(current_pick("casualties") or "")
    show_panel([picked] if picked else None, frames, view.rule_in_words, "casualties")
show_words(captions.footer(scopes, frames, view), "chart-footer")
show_words(captions.why_not_added(scopes, frames.operations), "chart-footer")
show_left_out(*captions.left_out(scopes, everything, view), everything, view)

st.header("What is drawn")
show_rows_to_pick(
    captions.drawn_table(scopes, frames.operations, view),
    f"Table of the chart: {captions.title(view)}",
    "casualties",
    captions.table_keys(scopes),
)

st.header("The sentences")
for key in [scope.key for scope in scopes if scope.estimate is not None]:
    show_row_title(picks[key].heading)
    show_pick(picks[key], frames, view.rule_in_words, key)
show_problems(everything)

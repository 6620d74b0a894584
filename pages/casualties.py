"""The casualty chart: by operation and side, with every claim and its sentence."""

from __future__ import annotations

import streamlit as st

from pages.figures import captions
from pages.figures.overview import overview_of
from pages.figures.scopes import View
from pages.figures.voices import heard
from pages.ui import address, filters
from pages.ui.captions import CHART_MARKS, COUNTED_MARKS, show_key, show_title, show_words
from pages.ui.charts import show_chart
from pages.ui.evidence import show_panel, show_pick
from pages.ui.exports import show_exports
from pages.ui.frames import current_frames, frames_heard, made_once
from pages.ui.left_out import show_left_out, show_problems, stop_without_articles
from pages.ui.picked import current_pick
from pages.ui.sharing import show_link
from pages.ui.table import show_rows_to_pick
from pages.ui.text import show_note
from pages.ui.theme import current_palette

everything = current_frames()
palette = current_palette()

st.title("Reported casualties")
stop_without_articles(everything)

opening = st.container()
with st.sidebar:
    operations = filters.choose_operations(everything)
    sides = filters.choose_sides()
    voices = filters.choose_voices(everything)
measure = filters.choose_measure(everything)
address.settle()
if narrowed := heard(voices):
    show_note(narrowed)

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
drawn = made_once(
    frames,
    "overview",
    (id(everything), view, palette.paper),
    lambda: overview_of(frames, everything, view, palette),
)
if drawn is None:
    show_note(captions.NOTHING_CHOSEN)
    show_link()
    st.stop()

with opening:
    show_words(drawn.opening, "opening")

show_title(captions.title(view), captions.subtitle(view))
left, right = st.columns([5, 3], gap="medium")
with left:
    show_chart(drawn.figure, drawn.alt, "casualties", "casualty_chart")
    show_key(COUNTED_MARKS if drawn.counted else CHART_MARKS, view.narrowed)
with right:
    picked = drawn.picks.get(current_pick("casualties") or "")
    show_panel([picked] if picked else None, frames, view.rule_in_words, "casualties")
show_words(drawn.footer, "chart-footer")
show_words(drawn.not_added, "chart-footer")
show_exports("casualties", everything)
show_left_out(drawn.background, drawn.others, everything, view)

st.header("What is drawn")
show_rows_to_pick(drawn.table, f"Table of the chart: {captions.title(view)}", "casualties", drawn.table_keys)

st.header("The sentences")
for key in drawn.rows:
    show_pick(drawn.picks[key], frames, view.rule_in_words, key)
show_problems(everything)

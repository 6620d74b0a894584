"""Where speakers part: a toll report by report, and what is contested, with both sentences."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.figures import contested, ladder, words
from pages.figures.scopes import operation_names
from pages.figures.voices import heard
from pages.ui import address, filters
from pages.ui.captions import show_title, show_words
from pages.ui.charts import show_chart
from pages.ui.disputes import (
    choose_ladder,
    choose_told_operation,
    current_disputes,
    current_drawing,
    current_ladders,
    show_disputes,
    show_ladder_key,
    show_statements,
)
from pages.ui.evidence import HOW_TO_PICK, show_claims_of
from pages.ui.exports import show_exports, show_table_exports
from pages.ui.frames import current_frames, frames_heard
from pages.ui.left_out import show_problems, stop_without_articles, stop_without_operations
from pages.ui.page_tables import contested_here
from pages.ui.picked import current_pick, show_close
from pages.ui.table import show_rows_to_pick
from pages.ui.text import show_note
from pages.ui.theme import current_palette

everything = current_frames()

st.title("Disagreement")
stop_without_articles(everything)
stop_without_operations(everything)

with st.sidebar:
    voices = filters.choose_tellers(everything)
frames = frames_heard(everything, voices)
operation_id = choose_told_operation(everything)
operation = operation_names(frames.operations)[operation_id]
figures, statements, others = current_disputes(frames, operation_id)
ladders = current_ladders(frames, operation_id)
make_tables = partial(contested_here, everything, frames, operation_id, voices)
if narrowed := heard(voices):
    show_note(narrowed)
show_words(contested.opening(operation, figures, statements, voices), "opening")

st.header("Report by report")
chosen = choose_ladder(ladders) if ladders else None
address.settle()
if chosen:
    drawn = current_drawing(frames, operation_id, chosen, current_palette())
    show_title(ladder.title(chosen), ladder.subtitle(chosen))
    left, panel = st.columns([5, 3], gap="medium")
    with left:
        show_chart(drawn.figure, drawn.alt, "disagreement", "ladder")
        show_ladder_key()
        show_words(ladder.not_drawn(chosen), "chart-footer")
    with panel:
        picked = current_pick("disagreement")
        if picked in drawn.claim_ids:
            show_close("disagreement")
            show_claims_of([picked], frames, "ladder_picked")
        else:
            show_words(HOW_TO_PICK, "chart-footer")
    show_exports("ladder", everything, make_tables)
    show_rows_to_pick(drawn.table, f"Table of the chart: {chosen.name}", "disagreement", drawn.claim_ids)
else:
    show_note(contested.silence(operation, voices))
    show_table_exports(make_tables)

st.header("What is contested")
show_words(contested.HOW_TO_READ, "chart-footer")
show_disputes([*figures, *statements], frames)
if not figures and not statements:
    show_note("Nothing: where one speaker alone speaks, or all say the same, nothing is contested.")
if others:
    with st.expander(f"Statements that nobody here contradicts ({words.number(len(others))})"):
        show_statements(others, frames, "uncontested")
show_problems(everything)

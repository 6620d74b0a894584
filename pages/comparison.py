"""Operation by operation, in aligned rows."""

from __future__ import annotations

import streamlit as st

from pages.figures import comparison
from pages.figures.captions import NOTHING_TO_COMPARE
from pages.figures.voices import heard
from pages.ui import address, filters
from pages.ui.captions import COMPARISON_MARKS, show_key, show_words
from pages.ui.evidence import HOW_TO_PICK_A_FIGURE, show_claims_of, show_panel
from pages.ui.exports import show_exports
from pages.ui.frames import current_frames, frames_heard, made_once
from pages.ui.left_out import (
    show_background,
    show_problems,
    stop_without_articles,
    stop_without_operations,
)
from pages.ui.picked import current_pick, listen_to_buttons, show_close
from pages.ui.sharing import show_link
from pages.ui.text import show_note
from pages.ui.theme import current_palette

everything = current_frames()

st.title("Comparison")
stop_without_articles(everything)
stop_without_operations(everything)

with st.sidebar:
    operations = filters.choose_operations(everything)
    voices = filters.choose_voices(everything)
address.settle()
if narrowed := heard(voices):
    show_note(narrowed)
if not operations:
    show_note(NOTHING_TO_COMPARE)
    show_link()
    st.stop()

frames = frames_heard(everything, voices)
chosen, rows = made_once(
    frames,
    "comparison",
    (tuple(operations), voices),
    lambda: comparison.compare(frames, operations, voices.rule, voices.narrowed),
)
if len(chosen) == 1:
    show_note("One operation is chosen: choose another beside it to compare the two.")
coverage = made_once(
    everything,
    "coverage",
    tuple(operations),
    lambda: comparison.coverage_in_words(chosen, everything.claims),
)
show_words(coverage, "opening")
st.html(
    comparison.comparison_html(
        chosen, rows, current_palette(), f"Operations side by side. Values: {voices.rule_in_words}."
    )
)
show_key(COMPARISON_MARKS, voices.narrowed)
listen_to_buttons("comparison")
picked = comparison.picks_of_cells(rows).get(current_pick("comparison") or "")
if picked and picked.estimate is None:
    with st.container(key="comparison_panel_open"):
        show_close("comparison")
        show_claims_of(picked.ids, frames, "comparison_picked", title=picked.heading)
else:
    show_panel([picked] if picked else None, frames, voices.rule_in_words, "comparison", HOW_TO_PICK_A_FIGURE)
show_words(comparison.silences_in_words(chosen, rows, voices.narrowed), "chart-footer")
show_exports("comparison", everything)
show_background(frames)

with st.expander("The sentences behind these figures"):
    behind = made_once(
        frames, "behind", tuple(operations), lambda: comparison.claims_behind(frames, operations)
    )
    for name, claim_ids in behind.items():
        show_claims_of(claim_ids, frames, name, title=name)
show_problems(everything)

"""The map: figures at the places they were counted for, and beside it what is counted for no town."""

from __future__ import annotations

import streamlit as st

from pages.figures import choices
from pages.figures.captions import NO_SIDE
from pages.figures.deck import HEIGHT
from pages.figures.mapped import content_of, map_of
from pages.figures.voices import heard
from pages.ui import address, filters
from pages.ui.captions import show_title, show_words
from pages.ui.evidence import show_panel, show_pick
from pages.ui.exports import show_exports
from pages.ui.frames import current_frames, frames_heard, made_once
from pages.ui.ground import current_land, named_places
from pages.ui.left_out import (
    BACKGROUND,
    show_apart,
    show_problems,
    stop_without_articles,
    stop_without_operations,
)
from pages.ui.picked import current_pick, pick_on_map
from pages.ui.sharing import show_link
from pages.ui.table import show_rows_to_pick
from pages.ui.text import show_note
from pages.ui.theme import current_palette

everything = current_frames()
palette = current_palette()

st.title("Where the figures were counted")
stop_without_articles(everything)
stop_without_operations(everything)

with st.sidebar:
    sides = filters.choose_sides()
    voices = filters.choose_voices(everything)
measure = filters.choose_measure(everything)
frames = frames_heard(everything, voices)
of_measure = frames.estimates[
    (frames.estimates["measure"] == measure) & (frames.estimates["rule"] == voices.rule)
]
operation = filters.choose_from_list(choices.mapped(everything, of_measure))
address.settle()
if narrowed := heard(voices):
    show_note(narrowed)

if not sides:
    show_note(NO_SIDE)
    show_link()
    st.stop()

named = named_places(everything, operation)
drawn = made_once(
    frames,
    "map",
    (measure, operation, tuple(sides), tuple(sorted(named)), voices, palette.paper),
    lambda: map_of(
        content_of(frames, everything, measure, of_measure, operation, sides, named, voices),
        frames,
        current_land(),
        palette,
    ),
)
content = drawn.content

show_title(content.title, content.subtitle)
ground, margin = st.columns([5, 3], gap="medium")
with ground:
    st.pydeck_chart(
        drawn.deck,
        height=HEIGHT,
        on_select=pick_on_map("map", "map"),
        key="map",
        alt=content.alt,
    )
    st.html(drawn.legend)
    show_title(
        "Beside the map", "What is counted for no single town: not added to the towns, for it may hold them."
    )
    for line in content.beside or ["No such figure."]:
        show_note(line)
with margin:
    show_panel(drawn.picks.get(current_pick("map") or ""), frames, voices.rule_in_words, "map")
show_words(drawn.footer, "chart-footer")
show_words(content.left_out, "chart-footer")

show_exports("map", everything)

st.subheader("What is drawn")
show_rows_to_pick(content.table, f"Table of the map: {content.title}", "map", drawn.table_keys)

st.subheader("The sentences")
if not drawn.told:
    show_note(drawn.silence)
for key, pick in drawn.told.items():
    show_pick(pick, frames, voices.rule_in_words, key)
show_apart(BACKGROUND, content.background, everything)
show_apart("Not on the map", content.others, everything)
show_problems(everything)

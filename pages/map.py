"""The map: figures at the places they were counted for, and beside it what is counted for no town."""

from __future__ import annotations

import streamlit as st

from pages.figures import map as figures
from pages.figures import words
from pages.figures.deck import HEIGHT, map_deck, map_legend
from pages.figures.layout import lay_out
from pages.ui import address, filters
from pages.ui.captions import show_title, show_words
from pages.ui.evidence import show_claims, show_panel, show_pick, show_row_title
from pages.ui.frames import current_frames, frames_heard
from pages.ui.ground import choose_mapped_operation, current_land, named_places
from pages.ui.left_out import show_no_articles, show_problems
from pages.ui.picked import current_pick, pick_on_map
from pages.ui.table import show_rows_to_pick
from pages.ui.text import show_note
from pages.ui.theme import current_palette

everything = current_frames()
palette = current_palette()

st.title("Where the figures were counted")
if everything.articles.empty:
    show_no_articles()
    show_problems(everything)
    st.stop()

with st.sidebar:
    sides = filters.choose_sides()
    voices = filters.choose_voices(everything)
measure = filters.choose_measure(everything)
frames = frames_heard(everything, voices)
of_measure = frames.estimates[
    (frames.estimates["measure"] == measure) & (frames.estimates["rule"] == voices.rule)
]
operation = choose_mapped_operation(everything, of_measure)
address.show_dropped()

chosen = of_measure[(of_measure["operation_id"] == operation) & of_measure["side"].isin(sides)]
rows = figures.map_rows(chosen, frames.claims, frames.places, named_places(everything, operation))
layout = lay_out(rows, figures.largest_value(of_measure, frames.places))
title = figures.map_title(measure, operation, frames.operations)

picks = figures.picks_of_rows(rows, frames.claims, frames.articles)

show_title(title, figures.map_subtitle(rows, voices.rule_in_words))
ground, margin = st.columns([5, 3], gap="medium")
with ground:
    st.pydeck_chart(
        map_deck(layout, frames.claims, current_land(), palette),
        height=HEIGHT,
        on_select=pick_on_map("map", "map"),
        key="map",
        alt=figures.map_alt(rows, title),
    )
    st.html(map_legend(layout, palette))
    show_title(
        "Beside the map", "What is counted for no single town: not added to the towns, for it may hold them."
    )
    for line in figures.margin_notes(rows) or ["No such figure."]:
        show_note(line)
with margin:
    show_panel(picks.get(current_pick("map") or ""), frames, voices.rule_in_words, "map")
show_words(figures.map_footer(rows, frames.claims, frames.articles), "chart-footer")

background, others = figures.left_out(rows, frames.claims, measure, operation)
st.caption(figures.left_out_words(background, others))

st.subheader("What is drawn")
table = figures.map_table(rows, frames.claims, frames.articles)
show_rows_to_pick(table, f"Table of the map: {title}", "map", figures.row_keys(rows))

st.subheader("The sentences")
behind = figures.claims_of(rows, frames.claims)
if behind.empty:
    show_note("No article here gives a number for this.")
for key, some in picks.items():
    for position, pick in enumerate(pick for pick in some if pick.estimate is not None):
        show_row_title(pick.heading)
        show_pick(pick, frames, voices.rule_in_words, f"{key}_{position}")
for heading, claims in (("Figures that belong to no operation", background), ("Not on the map", others)):
    if len(claims):
        with st.expander(f"{heading} ({words.number(len(claims))})"):
            show_claims(claims, frames, heading)
show_problems(everything)

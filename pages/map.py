"""The map: figures at the places they were counted for, and beside it what is counted for no town."""

from __future__ import annotations

import streamlit as st

from pages.figures import map as figures
from pages.figures import words
from pages.figures.deck import HEIGHT, map_deck, map_legend
from pages.figures.layout import lay_out
from pages.ui import address, filters
from pages.ui.captions import show_title, show_words
from pages.ui.evidence import show_claims
from pages.ui.frames import current_frames, frames_of_speakers
from pages.ui.ground import choose_mapped_operation, current_land, named_places
from pages.ui.left_out import show_no_articles, show_problems
from pages.ui.table import show_table
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
    speakers = filters.choose_speakers(everything)
    rule = filters.choose_rule()
measure = filters.choose_measure(everything)
frames = frames_of_speakers(everything, speakers)
of_measure = frames.estimates[(frames.estimates["measure"] == measure) & (frames.estimates["rule"] == rule)]
operation = choose_mapped_operation(everything, of_measure)
address.show_dropped()

chosen = of_measure[(of_measure["operation_id"] == operation) & of_measure["side"].isin(sides)]
rows = figures.map_rows(chosen, frames.claims, frames.places, named_places(everything, operation))
layout = lay_out(rows, figures.largest_value(of_measure, frames.places))
title = figures.map_title(measure, operation, frames.operations)

show_title(title, figures.map_subtitle(rows, rule))
ground, margin = st.columns([3, 1])
with ground:
    picked = st.pydeck_chart(
        map_deck(layout, frames.claims, current_land(), palette),
        height=HEIGHT,
        on_select="rerun",
        key="map",
        alt=figures.map_alt(rows, title),
    )
    st.html(map_legend(layout, palette))
with margin:
    show_title("Beside the map", "What is counted for no single town.")
    for line in figures.margin_notes(rows) or ["No such figure."]:
        show_note(line)
show_words(figures.map_footer(rows, frames.claims, frames.articles), "chart-footer")

background, others = figures.left_out(rows, frames.claims, measure, operation)
st.caption(figures.left_out_words(background, others))

place_id = figures.chosen_place(picked.selection.objects, rows)
behind = figures.claims_of(rows, frames.claims, place_id)
st.subheader("The sentences")
if place_id:
    show_words(figures.place_heading(rows, place_id), "chart-footer")
if len(behind):
    show_claims(behind, frames)
else:
    show_note("No article here gives a number for this.")
for heading, claims in (("Figures that belong to no operation", background), ("Not on the map", others)):
    if len(claims):
        with st.expander(f"{heading} ({words.number(len(claims))})"):
            show_claims(claims, frames)

st.subheader("What is drawn")
show_table(figures.map_table(rows, frames.claims, frames.articles), f"Table of the map: {title}")
show_problems(everything)

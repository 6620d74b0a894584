"""How figures are read, by which rules, with what error; the data dictionary and the vocabularies."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.figures import method
from pages.ui import address
from pages.ui import method as ui
from pages.ui.captions import show_words
from pages.ui.exports import show_table_exports
from pages.ui.frames import current_frames
from pages.ui.page_tables import method_here

frames = current_frames()
explained, tables = ui.current_sections(frames)

ui.show_style()
st.title("Method")
show_words(method.OPENING, "opening")
opening = st.container()
st.html(method.contents_html([*explained, method.DICTIONARY, method.VOCABULARIES]))

for section in explained:
    ui.show_section(section)

ui.show_section(method.DICTIONARY)
for table in tables:
    ui.show_subsection(table)

# Last: its tables take their height late, and an address that names a heading under them would miss it.
ui.show_section(method.VOCABULARIES)
wanted = ui.choose_words()
with opening:
    address.settle()
for name, rows in ui.current_vocabularies(frames).items():
    ui.show_vocabulary(name, rows, wanted)
show_table_exports(partial(method_here, frames, wanted))

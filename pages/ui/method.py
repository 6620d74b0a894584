"""What the method page shows: its sections, and the vocabularies to search."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from loaders import Frames
from pages.figures import words
from pages.figures.method import READING_ERROR, Section, explained, matching, tables_explained, vocabularies
from pages.ui import address
from pages.ui.frames import VOCABULARIES, made_once
from pages.ui.text import show_note

MEASURE = 540
"""Pixels: less than 80 characters of the page's type, as much as is read well in a line."""


def show_style() -> None:
    """The look of this page's tables and links."""
    st.html(Path(__file__).parent / "method.css")


def current_sections(frames: Frames) -> tuple[list[Section], list[Section]]:
    """The parts that explain, and a part for each table; made once per version of the data."""
    return made_once(
        frames, "method", "sections", lambda: (explained(read_reading_error()), tables_explained())
    )


def current_vocabularies(frames: Frames) -> dict[str, pd.DataFrame]:
    """What the reader knows beforehand, by its heading; made once per version of the data."""

    def make() -> dict[str, pd.DataFrame]:
        return vocabularies(frames.operations, frames.places, read_vocabulary("speakers"), read_events())

    return made_once(frames, "method", "vocabularies", make)


def show_section(section: Section) -> None:
    """A section under its heading."""
    st.header(section.title, anchor=section.anchor)
    _show_body(section)


def show_subsection(section: Section) -> None:
    """A part of a section under its smaller heading."""
    st.subheader(section.title, anchor=section.anchor)
    _show_body(section)


def _show_body(section: Section) -> None:
    if section.text:
        st.markdown(section.text, width=MEASURE)
    if section.table:
        st.html(section.table)


def read_vocabulary(name: str) -> pd.DataFrame:
    """The rows of a CSV file of data/ as text; an empty cell is NA."""
    return pd.read_csv(VOCABULARIES / f"{name}.csv", dtype="str", keep_default_na=False, na_values=[""])


def read_events() -> pd.DataFrame:
    """The days that reports count from."""
    events = read_vocabulary("events")
    return events.assign(day=pd.to_datetime(events["day"]))


def read_reading_error() -> pd.DataFrame:
    """The measured reading error.

    Raises:
        TableError: a row is not as its table asks.
    """
    return READING_ERROR.conform(read_vocabulary("reading_error"))


def choose_words() -> str:
    """What to look for in the vocabularies; empty for everything."""
    return address.choose_text(
        "find",
        lambda key: st.text_input(
            "Find in these tables", type="search", max_chars=address.MOST_LETTERS, width=MEASURE, key=key
        ),
    )


def show_vocabulary(name: str, table: pd.DataFrame, wanted: str) -> None:
    """One vocabulary under its heading: the rows that have the wanted words, and how many of how many."""
    found = matching(table, wanted)
    st.subheader(
        f"{name} ({_tally(len(found), len(table))})", anchor=f"vocabulary-{name.lower().replace(' ', '-')}"
    )
    if found.empty:
        show_note("No row has these words.")
    else:
        st.dataframe(
            found,
            hide_index=True,
            column_config={day: st.column_config.DateColumn(format="D MMM YYYY") for day in _days(found)},
            placeholder="",
            alt=f"{name} that the reader knows, each row with its source",
        )


def _days(table: pd.DataFrame) -> list[str]:
    return [str(name) for name in table.select_dtypes("datetime").columns]


def _tally(found: int, known: int) -> str:
    return words.number(known) if found == known else f"{words.number(found)} of {words.number(known)}"

"""What a reader takes along: the chart as an image, its table, or all of it as a report pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

import plotly.graph_objects as go
import streamlit as st

from loaders import Frames
from pages.export.files import IMAGES, TABLES, file_of
from pages.export.html import html_of
from pages.export.images import TooLargeError, check_size
from pages.export.pack import report_pack
from pages.export.printed import SIZES, printed
from pages.export.renderer import HOW_TO_GET, has_browser
from pages.export.sheet import Sheet
from pages.export.sheets import NothingChosenError
from pages.export.tables import Format, PageTable, Tabled, table_of
from pages.figures.method import reading_error_in_words
from pages.ui.downloads import show_downloads, watch_downloads
from pages.ui.method import read_reading_error
from pages.ui.sharing import sheet_here, show_embedding, show_link, show_local_address
from pages.ui.table import formats_of
from pages.ui.text import show_note

# The narrowest first; every size is as high as its chart needs.
SIZE_WORDS = {
    "column": "Article column, {} px",
    "page": "A4 width, {} px, as long as the chart needs",
    "web": "Web page, {} px",
}
SCALE_WORDS = {1: "1×", 2: "2×", 3: "3×"}
PACKED = "report_pack"

MakeTables = Callable[[], Mapping[str, PageTable]]
"""Makes tables that no chart is drawn from, by what their files are called, when a dialog opens."""


def show_exports(figure: str, frames: Frames, tables: MakeTables = dict) -> None:
    """Under a chart: copy its link, embed it, export it with the further `tables` of its page."""
    with st.container(horizontal=True, vertical_alignment="center", key="sharing"):
        show_link()
        if st.button("Embed", key="embed"):
            show_embedding(figure, frames)
        if st.button("Export", key="export"):
            show_export(figure, frames, tables)


def show_table_exports(tables: MakeTables) -> None:
    """Under tables that no chart is drawn from: copy the link of the page, export a table."""
    with st.container(horizontal=True, vertical_alignment="center", key="sharing"):
        show_link()
        if st.button("Export", key="export"):
            show_tables(tables)


@st.dialog("Export", width="large")
def show_tables(tables: MakeTables) -> None:
    """The tables of a page, of which one is chosen, and its files."""
    show_local_address()
    watch_downloads()
    _show_tables(tables())


@st.dialog("Export", width="large")
def show_export(figure: str, frames: Frames, tables: MakeTables = dict) -> None:
    """The chart with its words as it will leave, and the files that can be had of it and of `tables`."""
    try:
        sheet = sheet_here(figure, frames)
    except NothingChosenError as error:
        show_note(str(error))
        return
    show_local_address()
    watch_downloads()
    chart, table, pack = st.tabs(["Chart", "Table", "Report pack"])
    with chart:
        _show_chart(sheet)
    others = tables()
    with table:
        _show_tables({sheet.name: sheet, **others})
    with pack:
        _show_pack(sheet, others)


def _show_chart(sheet: Sheet) -> None:
    with st.container(horizontal=True):
        size = st.radio(
            "Size",
            list(SIZE_WORDS),
            horizontal=True,
            format_func=lambda one: SIZE_WORDS[one].format(SIZES[one]),
            key="export_size",
        )
        scale = st.segmented_control(
            "Pixels for PNG",
            list(SCALE_WORDS),
            default=2,
            required=True,
            format_func=SCALE_WORDS.__getitem__,
            key="export_scale",
        )
    drawn = has_browser()
    if not drawn:
        show_note(f"{HOW_TO_GET} The camera sign on the picture below saves it with your own browser.")
    figure = printed(sheet, size)
    small_enough = _can_be_drawn(figure, scale)
    files = {
        name: partial(file_of, sheet, name, size, scale if name == "png" else 1)
        for name, kind in IMAGES.items()
        if (drawn or not kind.by_browser) and (small_enough or name != "png")
    }
    show_downloads(files, f"{sheet.name}-{size}", f"{size}_{scale}")
    _show_preview(sheet, figure, size, scale)


def _can_be_drawn(figure: go.Figure, scale: int) -> bool:
    """Whether it is small enough for a PNG; says so where it is not, as a download could not."""
    try:
        check_size(figure, "png", scale)
    except TooLargeError as error:
        show_note(str(error))
        return False
    return True


def _show_preview(sheet: Sheet, figure: go.Figure, size: str, scale: int) -> None:
    """The chart as it will leave, as wide as it is. Plotly's own button on it saves it with this browser."""
    kind = st.segmented_control(
        "Saved by your own browser, with the camera sign at the upper right of the picture, as",
        ["png", "svg"],
        default="svg",
        required=True,
        format_func=str.upper,
        key="own_kind",
    )
    own = {
        "format": kind,
        "filename": f"{sheet.name}-{size}",
        "width": figure.layout.width,
        "height": figure.layout.height,
        "scale": scale if kind == "png" else 1,
    }
    config: dict[str, Any] = {
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": own,
    }
    with st.container(height=520, key=f"export_preview_{size}"):
        st.plotly_chart(
            figure, width="content", theme=None, config=config, key="export_figure", alt=sheet.alt
        )


def _show_tables(tables: Mapping[str, Tabled]) -> None:
    """One of several tables, by what its files are called, with the buttons that save it."""
    st.write(
        "A table with its rule, filters and address. Text that a spreadsheet would run as a formula is "
        "marked with an apostrophe in CSV."
    )
    name = next(iter(tables))
    if len(tables) > 1:
        name = st.selectbox(
            "Table", list(tables), format_func=lambda one: tables[one].title, key="export_table"
        )
    shown = tables[name]
    show_downloads({form: partial(table_of, shown, cast(Format, form)) for form in TABLES}, name, name)
    st.dataframe(
        shown.table,
        hide_index=True,
        column_config=formats_of(shown.table),
        placeholder="",
        alt=f"Table: {shown.title}",
    )


def _show_pack(sheet: Sheet, tables: Mapping[str, PageTable]) -> None:
    """A job that is started when asked, and then a button for what it made."""
    others = "".join(f", the table “{table.title}”" for table in tables.values())
    st.write(
        f"One zip file: the chart, its table{others}, every sentence behind it with speaker and outlet, and "
        "a README with method, rule, limits and how to cite."
    )
    if not has_browser():
        show_note(f"{HOW_TO_GET} The pack then holds the interactive chart and the data.")
    if st.button("Build the report pack", key="build_pack"):
        st.session_state[PACKED] = (*_made_of(sheet), _build_pack(sheet, tables))
    *made_of, pack = st.session_state.get(PACKED, (b"",))
    if pack and tuple(made_of) == _made_of(sheet):
        st.download_button(
            "Download the report pack",
            pack,
            file_name=f"{sheet.name}-report.zip",
            mime="application/zip",
            type="primary",
            on_click="ignore",
            key="download_pack",
        )


def _made_of(sheet: Sheet) -> tuple[str, str]:
    """Names the view and the state of the data that a pack is of."""
    return sheet.link, sheet.data_version


def _build_pack(sheet: Sheet, tables: Mapping[str, PageTable]) -> bytes:
    bar = st.progress(0.0, "Begins")

    def tell(done: float, told: str) -> None:
        bar.progress(done, told)

    charts = {"html": partial(html_of, size="web")}
    if has_browser():
        charts |= {name: partial(_drawn, name) for name in ("png", "svg", "pdf")}
    packed = report_pack([sheet], charts, tell, reading_error_in_words(read_reading_error()), tables)
    bar.empty()
    return packed


def _drawn(name: str, sheet: Sheet) -> bytes:
    return file_of(sheet, name, "page", 2 if name == "png" else 1)

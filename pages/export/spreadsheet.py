"""A table to an Excel workbook: the rows typed, a sheet of notes, a sheet of sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from pages.export.columns import kinds_of, plain_values

# Of Excel: rows of a sheet with its head, UTF-16 units of a cell, and the first day that it can count.
MOST_ROWS, LONGEST_CELL, FIRST_DAY = 1_048_576, 32_767, "1900-01-01"
CUT = " […]"

NARROWEST, WIDEST, NOTES_WIDTH = 9, 60, 100  # characters
LOOKED_AT = 1_000  # rows that say how wide a column is
# With thousands and decimals that are not always there Excel would print 12 as "12."
NUMBER_FORMATS = {"integer": "#,##0", "date": "yyyy-mm-dd"}

# Excel's own earliest date: the day on which a file is made would make every file another one.
CREATED = datetime(1980, 1, 1)
OPTIONS = {
    "in_memory": True,  # parts then have a fixed date within the file, too
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class TooManyRowsError(ValueError):
    """A table that no sheet of Excel holds; the text is a plain sentence for the one who asked."""


def workbook_of(table: pd.DataFrame, notes: Sequence[tuple[str, str]], sources: pd.DataFrame) -> bytes:
    """The sheets Table, Notes and Sources; both tables are `typed`, unknown cells stay empty.

    Text is text whatever it begins with, and what a cell cannot hold ends in […].

    Raises:
        TooManyRowsError: a sheet does not hold so many rows.
    """
    if max(len(table), len(sources)) >= MOST_ROWS:
        raise TooManyRowsError(
            f"An Excel sheet holds {MOST_ROWS - 1:,} rows: choose fewer, or take CSV or Parquet."
        )
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties({"created": CREATED, "title": dict(notes).get("Title", "")})
        _write_table(book, "Table", table)
        _write_notes(book, notes)
        _write_table(book, "Sources", sources.rename(columns=_heading))
    return buffer.getvalue()


def _heading(name: str) -> str:
    """A column of the data as a heading: 'Published earliest'."""
    return name.replace("_", " ").capitalize()


def _write_table(book: xlsxwriter.Workbook, name: str, table: pd.DataFrame) -> None:
    """A head that stays in sight, and under it the rows; printed on pages as wide as the table."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for at, (column, kind) in enumerate(kinds_of(table).items()):
        values = plain_values(table[column])
        cell = book.add_format({"valign": "top", "num_format": NUMBER_FORMATS.get(kind, "General")})
        cell.set_text_wrap(kind == "string")
        sheet.set_column(at, at, _width(column, values))
        _write_text(sheet, 0, at, column, head)
        for row, value in enumerate(values, start=1):
            if value is not None:
                _write(sheet, row, at, value, kind, cell)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if len(table.columns):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
        # "12" among words is meant as words.
        sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, len(table), len(table.columns) - 1)})


def _write_notes(book: xlsxwriter.Workbook, notes: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("Notes")
    name_format = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    text_format = book.add_format({"valign": "top", "text_wrap": True})
    sheet.set_column(0, 0, _width("", [name for name, _ in notes]))
    sheet.set_column(1, 1, NOTES_WIDTH)
    for row, (name, text) in enumerate(notes):
        _write_text(sheet, row, 0, name, name_format)
        _write_text(sheet, row, 1, text, text_format)
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, at: int, value: Any, kind: str, cell: Format) -> None:
    if kind == "string" or (kind == "date" and value < FIRST_DAY):
        _write_text(sheet, row, at, value, cell)
    elif kind == "date":
        sheet.write_datetime(row, at, datetime.fromisoformat(value), cell)
    elif kind == "boolean":
        sheet.write_boolean(row, at, value, cell)
    else:
        sheet.write_number(row, at, value, cell)


def _write_text(sheet: Worksheet, row: int, at: int, text: str, cell: Format) -> None:
    text = _fitting(text)
    if text.startswith("<r>") and text.endswith("</r>"):
        # xlsxwriter takes such a string for XML of its own and would write it unescaped; pieces it escapes.
        sheet.write_rich_string(row, at, text[0], text[1], text[2:], cell)
    elif text:
        sheet.write_string(row, at, text, cell)


def _fitting(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", errors="ignore") + CUT


def _width(head: str, values: Sequence[Any]) -> int:
    """A column's width in characters, by its head and its first cells; longer text is wrapped."""
    longest = max((len(str(value)) for value in [head, *values[:LOOKED_AT]]), default=0)
    return min(max(longest + 2, NARROWEST), WIDEST)

"""A table to bytes: CSV, Excel, JSON or Parquet, each with the words that the table must not lose.

    CSV       the rows, and the words as columns that say the same in every row
    Excel     the rows, a sheet of notes, a sheet of sources
    JSON      one object: the words, `columns`, `rows`, and the `claims` behind them
    Parquet   the rows; the words as JSON under "about" in the file's own metadata

In all of them an unknown cell is empty or null, never 0, and the same table gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal, get_args

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from loaders.tables import TEXT
from pages.export.columns import kinds_of, plain_values, typed, unlike
from pages.export.sheet import Sheet
from pages.export.sources import no_claims, sources_of
from pages.export.spreadsheet import workbook_of
from pages.export.texts import visible, without_formula

Format = Literal["csv", "xlsx", "json", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)
MEDIA_TYPES: Mapping[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}

ABOUT = ("Title", "Unit and scope", "Rule", "Chosen", "Notes", "Articles", "Address", "Data version")
"""What the words are called as columns of a CSV file."""
EMPTY_CELLS = (
    "An empty cell is not known or not reported, or what is told there in words has no number. It is never "
    "zero: a reported zero is the number 0."
)
# UTF-8 with its mark at the beginning: without it Excel takes the file for one of the machine's old
# encodings, and every “ and ’ for three other characters. Readers of data skip it.
CSV_ENCODING = "utf-8-sig"
CSV_LINE_END = "\r\n"  # as RFC 4180 and the Data Package standard have it; line ends in cells are \n


@dataclass(frozen=True)
class PageTable:
    """A table of a page that no chart is drawn from, as of articles. The fields are those of `Sheet`."""

    title: str
    table: pd.DataFrame
    link: str
    data_version: str
    subtitle: str = ""
    key: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    said_by: str = ""
    printed_by: str = ""
    as_of: str = ""
    articles: str = ""
    rule: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    alt: str = ""
    claims: pd.DataFrame = field(default_factory=no_claims)
    of_articles: pd.DataFrame = field(default_factory=pd.DataFrame)
    """The articles of its rows, as the articles frame has them, where these are not those of its claims."""


Tabled = Sheet | PageTable
"""A table with its words."""


def table_of(tabled: Tabled, form: Format) -> bytes:
    """The file of a chart's table, or of a page's.

    Raises:
        TooManyRowsError: an Excel file is asked for of more rows than a sheet holds.
    """
    table = typed(tabled.table)
    if form == "csv":
        return csv_of(told_in_rows(tabled))
    if form == "xlsx":
        return workbook_of(table, notes_of(tabled), typed(sources_of(tabled.claims)))
    return _json(tabled, table) if form == "json" else _parquet(tabled, table)


def told_in_rows(tabled: Tabled) -> pd.DataFrame:
    """The table, typed, with its words in columns of their own at the end: what the CSV file has."""
    table = typed(tabled.table)
    words = {name: visible(text) for name, text in zip(ABOUT, _about(tabled), strict=True)}
    about = pd.DataFrame(words, index=table.index, columns=list(ABOUT), dtype=TEXT)
    told = pd.concat([table, about], axis="columns")
    return told.set_axis(unlike(told.columns), axis="columns")


def csv_of(table: pd.DataFrame) -> bytes:
    """A typed table as CSV. Text that a spreadsheet would run gets an apostrophe; a number never does."""
    cells = {name: _csv_cells(table[name]) for name in table.columns}
    safe = pd.DataFrame(cells, index=table.index).rename(columns=without_formula)
    return safe.to_csv(index=False, lineterminator=CSV_LINE_END).encode(CSV_ENCODING)


def _csv_cells(cells: pd.Series[Any]) -> pd.Series[Any]:
    if cells.dtype == "boolean":
        return cells.map({True: "true", False: "false"})
    if cells.dtype == TEXT:
        return cells.map({text: without_formula(text) for text in cells.dropna().unique()})
    return pd.Series(plain_values(cells), index=cells.index, dtype=object)


def words_of(tabled: Tabled) -> dict[str, Any]:
    """The words of a table by name, in a fixed order."""
    return {
        "title": visible(tabled.title),
        "subtitle": visible(tabled.subtitle),
        "rule": visible(tabled.rule),
        "filters": {visible(name): visible(value) for name, value in tabled.filters.items()},
        "key": [{"mark": visible(mark), "meaning": visible(meaning)} for mark, meaning in tabled.key],
        "notes": [visible(note) for note in tabled.notes],
        "said_by": visible(tabled.said_by),
        "printed_by": visible(tabled.printed_by),
        "as_of": visible(tabled.as_of),
        "articles": visible(tabled.articles),
        "alt": visible(tabled.alt),
        "address": visible(tabled.link),
        "data_version": visible(tabled.data_version),
        "empty_cells": EMPTY_CELLS,
        "cite": citation_of(tabled),
    }


def citation_of(tabled: Tabled) -> str:
    """How a report names where its figures are from: title, choice, rule, days, version, address."""
    parts = (
        f"“{tabled.title}”",
        chosen_of(tabled),
        f"Value: {tabled.rule}" if tabled.rule else "",
        f"Said by: {tabled.said_by}" if tabled.said_by else "",
        f"Printed or reported by: {tabled.printed_by}" if tabled.printed_by else "",
        f"As of {tabled.as_of}" if tabled.as_of else "",
        f"Data version {tabled.data_version}",
        tabled.link,
    )
    return visible(". ".join(filter(None, parts)))


def chosen_of(tabled: Tabled) -> str:
    """The filters in force: 'Operations: Jenin, 3–5 July 2023; Measure: killed'."""
    return "; ".join(f"{name}: {value}" for name, value in tabled.filters.items())


def notes_of(tabled: Tabled) -> list[tuple[str, str]]:
    """The words of a table as a list to be read, each with what it is; without those that are empty."""
    words = words_of(tabled)
    told = [
        ("Title", words["title"]),
        ("Unit and scope", words["subtitle"]),
        ("Rule", words["rule"]),
        *((f"Chosen: {name}", value) for name, value in words["filters"].items()),
        *((f"Mark {entry['mark']}", entry["meaning"]) for entry in words["key"]),
        *(("Note", note) for note in words["notes"]),
        ("Empty cells", words["empty_cells"]),
        ("Said by", words["said_by"]),
        ("Printed or reported by", words["printed_by"]),
        ("Articles", words["articles"]),
        ("As of", words["as_of"]),
        ("In words", words["alt"]),
        ("Address", words["address"]),
        ("Data version", words["data_version"]),
        ("How to cite", words["cite"]),
    ]
    return [(name, text) for name, text in told if text]


def _about(tabled: Tabled) -> tuple[str, ...]:
    """What stands under ABOUT."""
    return (
        tabled.title,
        tabled.subtitle,
        tabled.rule,
        chosen_of(tabled),
        " ".join((*tabled.notes, EMPTY_CELLS)),
        f"{tabled.articles}, as of {tabled.as_of}" if tabled.as_of else tabled.articles,
        tabled.link,
        tabled.data_version,
    )


def _json(tabled: Tabled, table: pd.DataFrame) -> bytes:
    told = {
        **words_of(tabled),
        "columns": [{"name": name, "type": kind} for name, kind in kinds_of(table).items()],
        "rows": _records(table),
        "claims": _records(typed(sources_of(tabled.claims))),
    }
    return (json.dumps(told, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    columns = [plain_values(table[name]) for name in table.columns]
    return [dict(zip(table.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _parquet(tabled: Tabled, table: pd.DataFrame) -> bytes:
    told = pa.Table.from_pandas(table, preserve_index=False)
    about = json.dumps(words_of(tabled), ensure_ascii=False).encode()
    buffer = BytesIO()
    pq.write_table(told.replace_schema_metadata({**(told.schema.metadata or {}), b"about": about}), buffer)
    return buffer.getvalue()

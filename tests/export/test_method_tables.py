"""The tables of the page on the method in files: all of them, typed, their heads their own."""

from __future__ import annotations

import json
from io import BytesIO

import pandas as pd
import pytest

from loaders.tables import TABLES
from pages.export.method_tables import method_tables
from pages.export.sheets import Stamp
from pages.export.tables import FORMATS, Format, PageTable, table_of
from pages.figures.method import FIELDS, READING_ERROR, vocabularies
from pages.ui.method import read_events, read_reading_error, read_vocabulary
from tests import samples

STAMP = Stamp({}, "http://localhost/method", "v1")
NAMES = [
    "bounds",
    "rules",
    "reading-error",
    "dictionary",
    "operations",
    "places",
    "speakers",
    "anchor-days",
]


def tables_of(wanted: str = "") -> dict[str, PageTable]:
    frames = samples.full()
    known = vocabularies(frames.operations, frames.places, read_vocabulary("speakers"), read_events())
    return method_tables(known, read_reading_error(), wanted, STAMP)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_a_file(name: str, form: Format) -> None:
    table = tables_of()[name]
    content = table_of(table, form)
    if form == "csv":
        read = pd.read_csv(BytesIO(content), dtype=str, keep_default_na=False)
        assert len(read) == len(table.table) > 0
        assert not [head for head in read if "(2)" in head]


def test_no_table_is_left_out() -> None:
    assert list(tables_of()) == NAMES


def test_the_reading_error_is_numbers() -> None:
    table = tables_of()["reading-error"]
    told = json.loads(table_of(table, "json"))
    kinds = {column["name"]: column["type"] for column in told["columns"]}
    assert (kinds["Right"], kinds["Share or F1"], kinds["Measured on"]) == ("integer", "number", "date")
    assert {row["Field"] for row in told["rows"]} == set(FIELDS.values())
    assert all(row["Right"] is None for row in told["rows"] if row["Field"].endswith("F1"))


def test_a_reading_error_that_was_not_measured_has_its_heads() -> None:
    made = method_tables({}, READING_ERROR.frame(), "", STAMP)["reading-error"]
    assert table_of(made, "csv").startswith(b"\xef\xbb\xbfSample,")


def test_the_dictionary_has_every_column_of_every_table() -> None:
    table = tables_of()["dictionary"].table
    assert len(table) == sum(len(one.columns) for one in TABLES.values())
    assert list(dict.fromkeys(table["Table"])) == list(TABLES)


def test_vocabularies_are_those_found_and_say_so() -> None:
    tables = tables_of("Tulkarem")
    assert 0 < len(tables["places"].table) < len(tables_of()["places"].table)
    assert tables["places"].filters == {"Find in these tables": "Tulkarem"}
    assert tables["rules"].filters == {}

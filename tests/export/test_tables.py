from __future__ import annotations

import csv
import json
import time
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from pages.export import spreadsheet
from pages.export.sources import COLUMNS
from pages.export.tables import ABOUT, FORMATS, MEDIA_TYPES, Format, PageTable, table_of, words_of
from pages.export.texts import UNSEEN, visible, without_formula
from pages.figures.article import article_table, list_articles
from pages.ui.text import CONTROLS
from tests.export.made_sheets import HOSTILE, eight_operations, empty_sheet, hostile_sheet, sheet_of
from tests.samples import full

SHEETS = {"full": sheet_of, "empty": empty_sheet, "hostile": hostile_sheet, "eight": eight_operations}


def read_csv(content: bytes) -> pd.DataFrame:
    return pd.read_csv(BytesIO(content), dtype=str, keep_default_na=False)


def page_table(**columns: list[Any]) -> PageTable:
    return PageTable("Rows", pd.DataFrame(columns), "http://localhost/", "v1")


FORMULAS = [
    # As read, as written.
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ('=DDE("cmd";"/C calc";"x")', '\'=DDE("cmd";"/C calc";"x")'),
    ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ("@SUM(1+1)*cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0"),
    ("-2+3+cmd|' /C calc'!D2", "'-2+3+cmd|' /C calc'!D2"),
    ('=HYPERLINK("x","y")', '\'=HYPERLINK("x","y")'),
    ("=IMPORTXML(A1)", "'=IMPORTXML(A1)"),
    # After blanks and marks that take no room.
    (" =1+1", "' =1+1"),
    ("  \t =1+1", "'  \t =1+1"),
    ("\u00a0=1+1", "'\u00a0=1+1"),
    ("\u3000=1+1", "'\u3000=1+1"),
    ("\u200b=1+1", "'\u200b=1+1"),
    ("\ufeff=1+1", "'\ufeff=1+1"),
    ("\u200f@A1", "'\u200f@A1"),
    # After quotes.
    ('"=1+1', "'\"=1+1"),
    ("'=1+1", "''=1+1"),
    ("“=1+1”", "'“=1+1”"),
    ('" =1+1"', '\'" =1+1"'),
    # Full-width forms.
    ("＝1+1", "'＝1+1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("＠A1", "'＠A1"),
    # What a spreadsheet drops before it looks.
    ("\t=1+1", "'\t=1+1"),
    ("\tplain", "'\tplain"),
    ("\nplain", "'\nplain"),
    ("\n=1+1", "'\n=1+1"),
    # A cell that begins within ours, for who splits at semicolons, tabs or line ends.
    ("A; =1+1", "A;' =1+1"),
    ("A;=1+1", "A;'=1+1"),
    ('A;"=1+1"', 'A;\'"=1+1"'),
    ("A\t=1+1", "A\t'=1+1"),
    ("A\n=1+1", "A\n'=1+1"),
    ("A\n-1\n-2", "A\n'-1\n'-2"),
    # Words.
    ("", ""),
    ("12", "12"),
    ("12-14", "12-14"),
    ("at least 12", "at least 12"),
    ("3–5 July 2023", "3–5 July 2023"),
    ("a, - b", "a, - b"),
    ("Health Ministry; WAFA", "Health Ministry; WAFA"),
    ("who@where", "who@where"),
    ("“Twelve”, it said", "“Twelve”, it said"),
    ("two\nlines", "two\nlines"),
]


@pytest.mark.parametrize(("text", "safe"), FORMULAS)
def test_a_spreadsheet_runs_no_text(text: str, safe: str) -> None:
    assert without_formula(text) == safe
    (cell,) = read_csv(table_of(page_table(Words=[text]), "csv"))["Words"]
    assert cell == safe


def test_a_head_is_no_formula_either() -> None:
    assert "'=1+1" in read_csv(table_of(page_table(**{"=1+1": ["a"]}), "csv"))


@pytest.mark.parametrize("numbers", [[-3, 0], [-3, None], [-0.5, 2.25]])
def test_a_number_stays_a_number(numbers: list[Any]) -> None:
    read = pd.read_csv(BytesIO(table_of(page_table(Number=numbers), "csv")))
    assert read["Number"].tolist()[0] == numbers[0]


@pytest.mark.parametrize("text", ["-3", "=1+1", "@A1", "+1"])
def test_only_csv_is_escaped(text: str) -> None:
    table = page_table(Words=[text])
    assert json.loads(table_of(table, "json"))["rows"] == [{"Words": text}]
    assert pd.read_parquet(BytesIO(table_of(table, "parquet")))["Words"].tolist() == [text]
    cell = load_workbook(BytesIO(table_of(table, "xlsx")))["Table"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_table_gives_the_same_bytes(
    sheet: str, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = table_of(SHEETS[sheet](), form)
    later = time.time() + 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda _=None: time.gmtime(later))
    assert table_of(SHEETS[sheet](), form) == first


def test_parts_of_a_workbook_have_a_fixed_date() -> None:
    with ZipFile(BytesIO(table_of(sheet_of(), "xlsx"))) as book:
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "1980-01-01T00:00:00Z" in book.read("docProps/core.xml").decode()


def test_csv_is_made_for_excel_and_for_readers_of_data() -> None:
    content = table_of(sheet_of(), "csv")
    assert content.startswith(b"\xef\xbb\xbfOperation,")
    assert content.count(b"\r\n") == len(sheet_of().table) + 1
    assert content.endswith(b"\r\n")


def test_csv_round_trip() -> None:
    sheet = sheet_of()
    types = {name: str(dtype) for name, dtype in sheet.table.dtypes.items() if name != "As of"}
    read = pd.read_csv(BytesIO(table_of(sheet, "csv")), dtype=types, parse_dates=["As of"])
    rows = read[list(sheet.table.columns)].astype({"As of": "datetime64[us]"})
    pd.testing.assert_frame_equal(rows, sheet.table)


def test_csv_says_in_every_row_what_it_is() -> None:
    sheet = sheet_of()
    read = read_csv(table_of(sheet, "csv"))
    assert list(read)[-len(ABOUT) :] == list(ABOUT)
    (told,) = read[list(ABOUT)].drop_duplicates().to_dict("records")
    assert told["Title"] == sheet.title
    assert told["Rule"] == "latest report"
    assert told["Chosen"] == "Operations: Jenin, 3–5 July 2023; Sides: all"
    assert told["Address"] == sheet.link
    assert told["Data version"] == sheet.data_version
    assert sheet.notes[0] in told["Notes"]
    assert "never zero" in told["Notes"]
    assert sheet.as_of in told["Articles"]


def test_a_column_of_the_table_keeps_its_name() -> None:
    read = read_csv(table_of(page_table(Rule=["lowest"], Title=["An article"]), "csv"))
    assert list(read)[:4] == ["Rule", "Title", "Title (2)", "Unit and scope"]
    assert read.loc[0, "Title"] == "An article"
    assert read.loc[0, "Title (2)"] == "Rows"


def test_two_columns_of_one_name_are_both_kept() -> None:
    table = pd.DataFrame([["12", "39"]], columns=["Jenin", "Jenin"])
    for form in FORMATS:
        assert table_of(PageTable("Rows", table, "", ""), form)
    told = json.loads(table_of(PageTable("Rows", table, "", ""), "json"))
    assert told["rows"] == [{"Jenin": "12", "Jenin (2)": "39"}]


def test_parquet_round_trip() -> None:
    sheet = sheet_of()
    content = table_of(sheet, "parquet")
    pd.testing.assert_frame_equal(pd.read_parquet(BytesIO(content)), sheet.table)
    about = json.loads(pq.read_schema(BytesIO(content)).metadata[b"about"])
    assert about == words_of(sheet)


def test_json_says_all_of_it() -> None:
    sheet = sheet_of()
    content = table_of(sheet, "json").decode()
    assert content.endswith("}\n")
    assert "3–5 July 2023" in content  # and not –
    told = json.loads(content)
    assert list(told) == [*words_of(sheet), "columns", "rows", "claims"]
    assert told["columns"][4] == {"name": "Lowest", "type": "integer"}
    assert told["rows"][0]["As of"] == "2023-07-06"
    assert told["rows"][-1]["Value"] is None
    assert [claim["claim_id"] for claim in told["claims"]] == sheet.claims["claim_id"].tolist()
    assert told["claims"][0].keys() == {column.name for column in COLUMNS}


def test_a_workbook_is_typed() -> None:
    sheet = sheet_of()
    book = load_workbook(BytesIO(table_of(sheet, "xlsx")))
    assert book.sheetnames == ["Table", "Notes", "Sources"]
    rows = book["Table"]
    assert [cell.value for cell in rows[1]] == list(sheet.table.columns)
    assert all(cell.font.bold for cell in rows[1])
    assert (rows.freeze_panes, rows.print_title_rows) == ("A2", "$1:$1")
    head = {cell.value: cell.column_letter for cell in rows[1]}
    assert (rows[f"{head['Value']}2"].value, rows[f"{head['Value']}2"].data_type) == (12, "n")
    assert rows[f"{head['As of']}2"].value == datetime(2023, 7, 6)
    assert rows[f"{head['As of']}2"].number_format == "yyyy-mm-dd"
    assert rows[f"{head['All reports']}2"].data_type == "s"
    assert rows[f"{head['Value']}{rows.max_row}"].value is None
    assert rows.max_row == len(sheet.table) + 1


def test_a_workbook_has_notes_and_sources() -> None:
    sheet = sheet_of()
    book = load_workbook(BytesIO(table_of(sheet, "xlsx")))
    notes = [(row[0].value, row[1].value) for row in book["Notes"].iter_rows()]
    names = dict(notes)
    assert names["Rule"] == "latest report"
    assert names["Chosen: Operations"] == "Jenin, 3–5 July 2023"
    assert names["Mark ●"] == "a claim"
    assert names["Data version"] == sheet.data_version
    assert names["Address"] == sheet.link
    assert sheet.title in names["How to cite"]
    assert "never zero" in names["Empty cells"]
    heads, first, *_ = ([cell.value for cell in row] for row in book["Sources"].iter_rows())
    told = dict(zip(heads, first, strict=True))
    claim = sheet.claims.iloc[0]
    assert (told["Quote"], told["Sentence"]) == (claim["quote"], claim["sentence"])
    assert told["Speaker"] == "reporter's own voice"
    assert book["Sources"].max_row == len(sheet.claims) + 1


def test_a_workbook_has_no_formula_and_no_link() -> None:
    with ZipFile(BytesIO(table_of(hostile_sheet(), "xlsx"))) as book:
        parts = "".join(book.read(name).decode() for name in book.namelist() if "sheets/" in name)
    assert "<f>" not in parts
    assert "hyperlink" not in parts.lower()


def test_texts_come_out_of_a_workbook_as_they_went_in() -> None:
    rows = load_workbook(BytesIO(table_of(hostile_sheet(), "xlsx")), rich_text=False)["Table"]
    assert [row[0].value for row in rows.iter_rows(min_row=2)] == [visible(text) for text in HOSTILE]


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    text = "\U0001f54a" * 20_000
    cell = load_workbook(BytesIO(table_of(page_table(Words=[text]), "xlsx")))["Table"]["A2"].value
    assert cell.endswith(" […]")
    assert len(cell.encode("utf-16-le")) <= 2 * spreadsheet.LONGEST_CELL
    assert json.loads(table_of(page_table(Words=[text]), "json"))["rows"] == [{"Words": text}]


def test_a_workbook_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    assert table_of(page_table(Words=["a", "b"]), "xlsx")
    with pytest.raises(ValueError, match="holds 2 rows"):
        table_of(page_table(Words=["a", "b", "c"]), "xlsx")


@pytest.mark.parametrize("form", FORMATS)
def test_unknown_is_empty_and_zero_is_zero(form: Format) -> None:
    table = pd.DataFrame({"Value": pd.array([0, None], dtype="Int64"), "Place": ["a", "b"]})
    assert _values_of(table_of(PageTable("Rows", table, "", ""), form), form) == [0, None]


def _values_of(content: bytes, form: Format) -> list[Any]:
    """The column Value as a reader of the format has it."""
    if form == "csv":
        return [int(cell) if cell else None for cell in read_csv(content)["Value"]]
    if form == "xlsx":
        return [row[0].value for row in load_workbook(BytesIO(content))["Table"].iter_rows(min_row=2)]
    if form == "json":
        return [row["Value"] for row in json.loads(content)["rows"]]
    return [None if pd.isna(cell) else int(cell) for cell in pd.read_parquet(BytesIO(content))["Value"]]


@pytest.mark.parametrize("form", FORMATS)
def test_a_count_beside_an_average_has_no_point(form: Format) -> None:
    table = PageTable("Rows", pd.DataFrame({"Value": pd.array([12, 3.9, None], dtype="Float64")}), "", "")
    content = table_of(table, form)
    if form == "csv":
        assert read_csv(content)["Value"].tolist() == ["12", "3.9", ""]
    elif form == "xlsx":
        cells = load_workbook(BytesIO(content))["Table"]["A"][1:]
        assert [(cell.value, cell.number_format) for cell in cells[:2]] == [(12, "General"), (3.9, "General")]
    elif form == "json":
        assert '"rows": [{"Value": 12}, {"Value": 3.9}, {"Value": null}]' in content.decode()
    else:
        assert pd.read_parquet(BytesIO(content))["Value"].tolist() == [12.0, 3.9, pd.NA]


KINDS = [
    # Cells as a page may have them, and the kind that a file says.
    (["a", None], "string"),
    ([None, None], "string"),
    ([1, None], "number"),  # pandas has made numbers with a point of them
    (pd.array([1, None], dtype="Int64"), "integer"),
    (pd.Series([1, None], dtype=object), "integer"),
    ([1, 2], "integer"),
    ([0.5, 2], "number"),
    ([True, False], "boolean"),
    (pd.Series([True, None], dtype=object), "boolean"),
    (pd.Series([1, "a"], dtype=object), "string"),
    (pd.to_datetime(["2023-07-05", None]), "date"),
    (pd.to_datetime(["2023-07-05 12:00", None]), "string"),
    (pd.to_datetime(["2023-07-05"]).tz_localize("UTC"), "string"),
    (pd.Categorical(["a", "b"]), "string"),
    (pd.Series([["a"], ["b"]]), "string"),
]


@pytest.mark.parametrize(("cells", "kind"), KINDS)
def test_each_column_has_one_type(cells: Any, kind: str) -> None:
    table = PageTable("Rows", pd.DataFrame({"Cells": cells}), "", "")
    assert json.loads(table_of(table, "json"))["columns"] == [{"name": "Cells", "type": kind}]
    for form in FORMATS:
        assert table_of(table, form)


def test_a_time_of_day_is_not_lost() -> None:
    table = PageTable("Rows", pd.DataFrame({"When": pd.to_datetime(["2023-07-05 12:30"])}), "", "")
    assert json.loads(table_of(table, "json"))["rows"] == [{"When": "2023-07-05 12:30:00"}]


def test_an_old_day_is_text_in_a_workbook() -> None:
    """Excel counts days from 1900 on."""
    table = PageTable("Rows", pd.DataFrame({"When": pd.to_datetime(["1899-12-31", "1948-05-14"])}), "", "")
    rows = load_workbook(BytesIO(table_of(table, "xlsx")))["Table"]
    assert [rows["A2"].value, rows["A3"].value] == ["1899-12-31", datetime(1948, 5, 14)]


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_table_has_its_heads(form: Format) -> None:
    sheet = empty_sheet()
    content = table_of(sheet, form)
    names = list(sheet.table.columns)
    if form == "csv":
        read = read_csv(content)
        assert (list(read), len(read)) == ([*names, *ABOUT], 0)
    elif form == "xlsx":
        book = load_workbook(BytesIO(content))
        assert [[cell.value for cell in row] for row in book["Table"].iter_rows()] == [names]
        assert book["Sources"].max_row == 1
    elif form == "json":
        told = json.loads(content)
        assert ([column["name"] for column in told["columns"]], told["rows"], told["claims"]) == (
            names,
            [],
            [],
        )
    else:
        assert pd.read_parquet(BytesIO(content)).shape == (0, len(names))


def test_eight_operations() -> None:
    sheet = eight_operations()
    rows = json.loads(table_of(sheet, "json"))["rows"]
    assert [row["Value"] for row in rows] == [12] * 7 + [None]
    assert len(read_csv(table_of(sheet, "csv"))) == 8


def test_the_list_of_articles_has_days_and_how_each_is_known() -> None:
    table = PageTable(
        "Articles read", article_table(list_articles(full())), "http://localhost/articles", "v1"
    )
    told = json.loads(table_of(table, "json"))
    kinds = {column["name"]: column["type"] for column in told["columns"]}
    assert [kinds[name] for name in ("Published", "Published, earliest", "Published, latest")] == ["date"] * 3
    by_id = {row["Article id"]: row for row in told["rows"]}
    stated, inferred = by_id["cp-2025-02-23"], by_id["notes-2023-07"]
    assert (stated["Published"], stated["How it is dated"]) == ("2025-02-23", "stated")
    assert inferred["How it is dated"] == "inferred"
    assert inferred["Published, earliest"] <= inferred["Published, latest"]
    assert not [head for head in read_csv(table_of(table, "csv")) if "(2)" in head]


@pytest.mark.parametrize("form", FORMATS)
def test_a_hundred_thousand_rows(form: Format) -> None:
    table = pd.DataFrame({"Value": range(100_000), "Words": [f"row {at}" for at in range(100_000)]})
    content = table_of(PageTable("Rows", table, "", ""), form)
    if form == "csv":
        assert content.count(b"\r\n") == 100_001
    elif form == "xlsx":
        rows = load_workbook(BytesIO(content), read_only=True)["Table"]
        assert rows.calculate_dimension() == "A1:B100001"
    elif form == "json":
        assert json.loads(content)["rows"][-1] == {"Value": 99_999, "Words": "row 99999"}
    else:
        pd.testing.assert_frame_equal(pd.read_parquet(BytesIO(content)), table.astype({"Value": "Int64"}))


def test_what_cannot_be_seen_becomes_visible_in_every_file() -> None:
    told = json.loads(table_of(page_table(Words=["a\x00b\x1b\u202ec", "a\r\nb\rc"]), "json"))
    assert [row["Words"] for row in told["rows"]] == ["a\ufffdb\ufffd\ufffdc", "a\nb\nc"]


@pytest.mark.parametrize("form", FORMATS)
def test_half_a_character_breaks_no_file(form: Format) -> None:
    """An address can bring one into the words."""
    assert table_of(sheet_of(title="a\ud800b", filters={"Speakers": "\udfff"}), form)


def test_the_same_characters_are_visible_as_on_a_page() -> None:
    assert all(UNSEEN.fullmatch(one) for one in CONTROLS if one not in "\n\t\r")
    assert visible("شهداء \u200fجنين") == "شهداء \u200fجنين"


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_table_needs_few_words(form: Format) -> None:
    assert table_of(PageTable("Articles", pd.DataFrame({"Title": ["One"]}), "http://localhost/", "v1"), form)


def test_every_format_has_its_media_type() -> None:
    assert tuple(MEDIA_TYPES) == FORMATS


def test_a_frame_of_the_caller_stays_as_it_was() -> None:
    sheet = hostile_sheet()
    before = sheet.table.copy(), sheet.claims.copy()
    for form in FORMATS:
        table_of(sheet, form)
    pd.testing.assert_frame_equal(sheet.table, before[0])
    pd.testing.assert_frame_equal(sheet.claims, before[1])


def test_the_file_reads_as_csv_by_the_standard_reader() -> None:
    rows = list(csv.reader(StringIO(table_of(hostile_sheet(), "csv").decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {2 + len(ABOUT)}
    assert len(rows) == len(HOSTILE) + 1

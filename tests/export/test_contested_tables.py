"""What is contested and the statements without a figure: as tables, and within a report pack."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import frictionless
import pandas as pd
import pytest

from pages.export.contested import contested_tables
from pages.export.datapackage import MEANINGS
from pages.export.pack import report_pack
from pages.export.sheets import Stamp, ladder_sheet
from pages.export.tables import FORMATS, Format, PageTable, table_of
from pages.figures.contested import (
    EVERYONE,
    contested_figures,
    contested_statements,
    opening,
    told_statements,
)
from pages.figures.ladder import default_ladder, ladders_of
from pages.figures.voices import Voices
from tests import samples, told
from tests.told import ISRAEL, MILITARY, MINISTRY, OPERATION

STAMP = Stamp({"Operation": "Jenin", "Said by": "all"}, "http://localhost/disagreement?told=2024-08", "v1")


def tables_of(frames: Any, operation_id: str = OPERATION, voices: Voices = EVERYONE) -> dict[str, PageTable]:
    figures = contested_figures(frames, operation_id)
    statements = contested_statements(told_statements(frames, operation_id))
    said = opening("Jenin", figures, statements, voices)
    return contested_tables(frames, operation_id, [*figures, *statements], said, STAMP)


def test_every_contested_figure_and_statement_is_a_row_with_its_speaker_and_outlet() -> None:
    table = tables_of(told.told())["contested"].table
    figures = table[table["Kind"] == "figure"]
    assert figures["Id"].tolist() == ["v1", "u1", "c3", "r1", "i1", "m5"]
    assert set(figures["What is contested"]) == {"Killed · Palestinians · Jenin"}
    assert figures.set_index("Id").loc["m5", ["Value", "Unit", "Said by"]].tolist() == [
        *_claim("m5", "value"),
        "people",
        MINISTRY,
    ]
    statements = table[table["Kind"] == "statement"]
    assert set(statements["What is contested"]) == {"Who the dead were", "Hospitals, ambulances and medics"}
    assert {MINISTRY, MILITARY, "witnesses", ISRAEL} == set(statements["Said by"])
    assert statements["Value"].isna().all()
    assert table[["Said by", "Words", "Sentence", "Printed by", "How it is dated"]].notna().all(axis=None)


def _claim(claim_id: str, column: str) -> list[Any]:
    claims = told.told().claims
    return claims.loc[claims["claim_id"] == claim_id, column].tolist()


def test_every_statement_is_there_once_contested_or_not() -> None:
    frames = told.told()
    table = tables_of(frames)["statements"].table
    assert sorted(table["Id"]) == sorted(one.claim_id for one in told_statements(frames, OPERATION))
    assert table["Contested"].any()
    assert not table["Contested"].all()


TYPES = {
    "contested": {"Lowest": "integer", "Value": "integer", "As of": "date", "Published": "date"},
    "statements": {"Contested": "boolean", "Published": "date", "Said by": "string"},
}


def test_numbers_and_days_are_typed() -> None:
    for name, columns in TYPES.items():
        content = json.loads(table_of(tables_of(told.told())[name], "json"))
        kinds = {column["name"]: column["type"] for column in content["columns"]}
        assert {head: kinds[head] for head in columns} == columns


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("frames", [told.told, samples.one, samples.empty])
def test_each_format_can_be_had(frames: Any, form: Format) -> None:
    for table in tables_of(frames()).values():
        assert table_of(table, form)


@pytest.mark.parametrize(
    ("voices", "said"),
    [
        (EVERYONE, "That may mean few reports, not agreement."),
        (Voices(speakers=(MINISTRY,)), "of those chosen no two differ. Others may."),
    ],
)
def test_where_nothing_is_contested_that_is_said_and_whose_silence_it_is(voices: Voices, said: str) -> None:
    table = tables_of(samples.one(), "2023-07", voices)["contested"]
    assert table.table.empty
    assert table.notes[0].endswith(said)


def test_every_column_is_explained() -> None:
    columns = {name for table in tables_of(told.told()).values() for name in table.table.columns}
    assert columns <= set(MEANINGS)


def test_a_report_pack_with_both_tables_is_valid(tmp_path: Path) -> None:
    frames = told.told()
    sheet = ladder_sheet(frames, frames, default_ladder(ladders_of(frames, OPERATION)), STAMP)
    tables = tables_of(frames)
    ZipFile(BytesIO(report_pack([sheet], {}, tables=tables))).extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["path", "rowNumber", "fieldName", "type", "message"]) == []
    read = {
        name: pd.read_csv(tmp_path / "data" / f"{name}.csv", encoding="utf-8-sig")
        for name in (*tables, "claims")
    }
    for name, table in tables.items():
        assert read[name]["Said by"].tolist() == table.table["Said by"].tolist()
        assert read[name]["Printed by"].tolist() == table.table["Printed by"].tolist()
        assert pd.read_parquet(tmp_path / "data" / f"{name}.parquet").shape == table.table.shape
    in_claims = read["claims"].set_index("claim_id")["charts"]
    assert all("contested" in in_claims[claim_id] for claim_id in tables["contested"].claims["claim_id"])
    readme = (tmp_path / "README.md").read_text()
    assert "## Further tables\n\n### What is contested" in readme
    assert "`data/statements.csv`: table, Statements without a figure" in readme


def test_an_article_of_a_statement_alone_is_a_source_too() -> None:
    frames = told.told()
    sheet = ladder_sheet(frames, frames, default_ladder(ladders_of(frames, OPERATION)), STAMP)
    one_claim = replace(sheet, claims=sheet.claims.iloc[:1])
    tables = {"statements": tables_of(frames)["statements"]}
    with ZipFile(BytesIO(report_pack([one_claim], {}, tables=tables))) as pack:
        sources = json.loads(pack.read("datapackage.json"))["sources"]
    articles = {one.article_id for one in told_statements(frames, OPERATION)}
    assert len(sources) == len(articles | set(one_claim.claims["article_id"])) > 1

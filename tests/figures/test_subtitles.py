"""What stands under the titles in print: the unit, the scope and the rule, in plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from loaders.tables import SIDES
from pages.figures.ladder import HOW_TO_READ, default_ladder, how_to_read, ladders_of, marks_drawn, not_drawn
from pages.figures.subtitles import operations_named, sides_named, unit_of
from tests import samples
from tests.export.printed_sheets import MAKERS

ONE = "Jenin, 3–5 July 2023"
UNITS = [
    # What is counted, the units of its figures, and what one of a number is.
    ("killed", ["people"], "people"),
    ("killed", [], "people"),
    ("displaced", ["people", "families", "people"], "people; families where counted"),
    ("displaced", ["families"], "families"),
    ("airstrikes", ["count"], "number of airstrikes"),
    ("rockets", [], "number of rockets"),
    ("structures", ["count"], "number of structures"),
    ("troops", ["people"], "people"),
]


@pytest.mark.parametrize(("measure", "units", "told"), UNITS)
def test_the_unit_is_told_in_plain_words(measure: str, units: list[str], told: str) -> None:
    assert unit_of(measure, units) == told


def test_few_operations_are_named_and_many_counted() -> None:
    operations = samples.full().operations
    assert operations_named(operations).startswith(f"{ONE}; ")
    many = pd.concat([operations, operations.iloc[:1]])
    assert operations_named(many) == "4 operations begun 3 July 2023 – 21 January 2025"


def test_sides_are_all_or_those_chosen() -> None:
    assert sides_named(SIDES) == "all sides"
    assert sides_named(["israeli", "palestinian"]) == "Palestinians and Israelis"
    assert sides_named(["unspecified"]) == "people whose side is not stated"


PRINTED = {
    "casualties": (
        "Unit: people. Scope: Jenin, 3–5 July 2023; Northern West Bank, 28 August – 6 September 2024; "
        "Northern West Bank, since 21 January 2025; all sides; counted for Jenin and West Bank. "
    ),
    "comparison": "Unit: days, people, people per day, percent of residents and articles, as the row says.",
    "map": "Unit: people. Scope: ",
    "ladder": f"Unit: people. Scope: {ONE}; Palestinians; counted for Jenin; ",
}


@pytest.mark.parametrize("figure", MAKERS)
def test_a_sheet_says_unit_scope_and_rule(figure: str) -> None:
    told = MAKERS[figure](samples.full()).subtitle
    assert told.startswith(PRINTED[figure])
    assert ("Value: each report as its speaker gave it." if figure == "ladder" else "latest report.") in told


@pytest.mark.parametrize(("sample", "told"), [(samples.one, False), (samples.full, True)])
def test_bars_are_explained_where_there_are_operations_to_compare(
    sample: Callable[[], Any], told: bool
) -> None:
    assert ("A bar compares" in MAKERS["comparison"](sample()).subtitle) == told


def test_a_ladder_of_one_report_has_no_words_on_lines() -> None:
    ladder = default_ladder(ladders_of(samples.one(), "2023-07"))
    assert how_to_read(ladder) == "The colour is the side of those counted."
    assert marks_drawn(ladder)[0] == ("●", "a report")
    told = " ".join((*MAKERS["ladder"](samples.one()).notes, not_drawn(ladder)))
    assert "line" not in told
    full = default_ladder(ladders_of(samples.full(), "2023-07"))
    assert how_to_read(full) == HOW_TO_READ

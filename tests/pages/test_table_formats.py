"""Columns of tables under charts: no cell is cut off, and days are printed as days."""

from __future__ import annotations

import pandas as pd
import pytest

from pages.ui.table import formats_of

SILENCE = "no figure in these articles"


@pytest.mark.parametrize(
    ("cells", "letters"),
    [
        (["4", "5", SILENCE], len(SILENCE)),
        ([None, None, "Tulkarem"], len("Tulkarem")),
        (["a", "b", "long " * 100], 40),
    ],
)
def test_a_cell_much_longer_than_the_others_has_room(cells: list[str | None], letters: int) -> None:
    table = pd.DataFrame({"All reports": pd.Series(cells, dtype="str")})
    assert formats_of(table)["All reports"]["width"] >= 7 * letters


@pytest.mark.parametrize("cells", [[], [None, None], ["Jenin", "Tubas"]])
def test_other_columns_are_as_wide_as_their_cells(cells: list[str | None]) -> None:
    assert formats_of(pd.DataFrame({"Place": pd.Series(cells, dtype="str")})) == {}


def test_days_and_numbers_are_printed_as_such() -> None:
    table = pd.DataFrame({"As of": pd.to_datetime(["2024-09-06"]), "Value": pd.Series([39], dtype="Int64")})
    formats = formats_of(table)
    assert formats["As of"]["type_config"]["format"] == "D MMM YYYY"
    assert formats["Value"]["type_config"]["format"] == "localized"

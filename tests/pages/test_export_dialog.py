"""What the Export dialog shows of a chart before it leaves."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from pages.export.printed import SIZES
from pages.export.tables import PageTable
from pages.ui import exports
from tests.export.made_sheets import sheet_of


def test_the_table_prints_days_as_the_page_does(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[pd.DataFrame, dict[str, Any]]] = []
    monkeypatch.setattr(exports, "show_downloads", lambda *_: None)
    monkeypatch.setattr(exports.st, "write", lambda _: None)
    monkeypatch.setattr(exports.st, "dataframe", lambda table, **how: shown.append((table, how)))
    sheet = sheet_of()
    exports._show_tables({"casualties": sheet})
    ((table, how),) = shown
    assert table is sheet.table
    assert how["column_config"]["As of"]["type_config"]["format"] == "D MMM YYYY"


def test_of_several_tables_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[tuple[str, str]] = []
    monkeypatch.setattr(exports, "show_downloads", lambda _, name, choice: files.append((name, choice)))
    monkeypatch.setattr(exports.st, "write", lambda _: None)
    monkeypatch.setattr(exports.st, "dataframe", lambda *_, **__: None)
    monkeypatch.setattr(exports.st, "selectbox", lambda _label, names, **_: names[1])
    other = PageTable("What is contested", pd.DataFrame({"Id": ["c1"]}), "", "")
    exports._show_tables({"ladder": sheet_of(), "contested": other})
    assert files == [("contested", "contested")]


def test_every_size_is_offered_by_its_width_the_narrowest_first() -> None:
    offered = [words.format(SIZES[size]) for size, words in exports.SIZE_WORDS.items()]
    assert offered == [
        "Article column, 640 px",
        "A4 width, 794 px, as long as the chart needs",
        "Web page, 1200 px",
    ]
    assert set(exports.SIZE_WORDS) == set(SIZES)

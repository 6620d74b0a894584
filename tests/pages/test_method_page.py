"""The method page as a script: with and without articles, its vocabularies searched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from loaders.tables import TABLES
from pages.ui import frames as page_frames
from pages.ui import method as method_ui
from tests import samples

PAGE = Path(__file__).resolve().parents[2] / "pages" / "method.py"
SAMPLES = {"empty": samples.empty, "one": samples.one, "full": samples.full}

Open = Callable[..., AppTest]


@pytest.fixture
def open_method(monkeypatch: pytest.MonkeyPatch) -> Open:
    def open_it(frames: Any) -> AppTest:
        monkeypatch.setattr(page_frames, "current_frames", lambda: frames)
        page = AppTest.from_file(str(PAGE), default_timeout=60).run()
        assert not page.exception
        return page

    return open_it


def titles(page: AppTest) -> list[str]:
    return [heading.value for heading in (*page.header, *page.subheader)]


def all_text(page: AppTest) -> str:
    html = [element.proto.body for element in page.get("html")]
    return "\n".join([*html, *(text.value for text in page.markdown)])


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_page_explains_with_and_without_articles(open_method: Open, sample: str) -> None:
    page = open_method(SAMPLES[sample]())
    assert page.title[0].value == "Method"
    told = titles(page)
    assert "How a figure is read" in told
    assert "Measured reading error" in told
    assert [f"{name}.csv" for name in TABLES] == [title for title in told if title.endswith(".csv")]
    assert "24 or more" in all_text(page)
    assert "flatters" in all_text(page)


def test_what_the_address_asks_in_vain_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_frames, "current_frames", samples.full)
    page = AppTest.from_file(str(PAGE), default_timeout=60)
    page.query_params.update({"find": "camp", "side": "israeli"})
    page.run()
    assert not page.exception
    assert "side israeli (nothing on this page is called so)" in all_text(page)
    assert dict(page.query_params) == {"find": "camp"}


def test_a_sample_with_no_rows_is_said(open_method: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    unmeasured = method_ui.READING_ERROR.frame()
    monkeypatch.setattr(method_ui, "read_reading_error", lambda: unmeasured)
    assert "has not been measured yet" in all_text(open_method(samples.full()))


def test_the_vocabularies_are_searched_together(open_method: Open) -> None:
    page = open_method(samples.full())
    assert f"Places ({len(samples.PLACE_ROWS)})" in titles(page)
    page.text_input[0].set_value("tulkarem").run()
    assert not page.exception
    assert f"Places (1 of {len(samples.PLACE_ROWS)})" in titles(page)
    assert "Tulkarem" in list(page.dataframe[1].value["Place"])


def test_words_that_nothing_has_are_said(open_method: Open) -> None:
    page = open_method(samples.full())
    page.text_input[0].set_value("no such word <b>").run()
    assert not page.exception
    assert all_text(page).count("No row has these words") == 4
    assert len(page.dataframe) == 0


def test_the_files_of_the_vocabularies_are_read() -> None:
    assert {"speaker", "source"} <= set(method_ui.read_vocabulary("speakers").columns)
    assert pd.api.types.is_datetime64_any_dtype(method_ui.read_events()["day"])
    assert len(method_ui.read_reading_error())


def test_every_table_of_the_page_can_be_exported(open_method: Open) -> None:
    page = open_method(samples.full())
    page.button(key="export").click().run()
    assert not page.exception
    tables = page.selectbox(key="export_table").options
    assert {"Data dictionary", "Measured reading error", "Vocabulary: Speakers"} <= set(tables)

"""The map page as a script: empty, with one claim, full, and with its filters."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests import samples

PAGE = Path(__file__).resolve().parents[2] / "pages" / "map.py"

Open = Callable[..., AppTest]


@pytest.fixture
def open_map(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Runs the page on sample frames, with an address if one is given."""

    def run(frames: samples.Frames, **address: str | list[str]) -> AppTest:
        st.cache_data.clear()
        monkeypatch.setattr("pages.ui.frames.current_frames", lambda: frames)
        page = AppTest.from_file(str(PAGE), default_timeout=30)
        page.query_params.update(address)
        page.run()
        assert not page.exception
        return page

    return run


def deck_of(page: AppTest) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(chart_of(page).json)
    return content


def chart_of(page: AppTest) -> Any:
    (chart,) = page.get("deck_gl_json_chart")
    return chart.proto


def marks(page: AppTest) -> dict[str, list[str]]:
    layers = {layer["id"]: layer["data"] for layer in deck_of(page)["layers"]}
    return {
        name: [datum["place_id"] for datum in layers[name]]
        for name in ("disc", "vague", "zero", "ring", "dot")
        if layers[name]
    }


def all_text(page: AppTest) -> str:
    return " ".join(str(element.proto.body) for element in page.get("html"))


def test_without_articles_the_page_says_what_to_do(open_map: Open) -> None:
    page = open_map(samples.empty())
    assert not page.get("deck_gl_json_chart")
    assert "no article yet" in all_text(page)


def test_one_claim_is_one_disc(open_map: Open) -> None:
    page = open_map(samples.one())
    assert marks(page) == {"disc": ["jenin"], "dot": ["tulkarem", "al-faraa"]}
    assert "<mark>12 Palestinians killed</mark>" in all_text(page)


def test_the_full_map_opens_on_the_latest_operation_with_a_figure_at_a_place(open_map: Open) -> None:
    page = open_map(samples.full())
    assert page.selectbox(key="mapped").value == "2024-08"
    assert marks(page)["disc"] == ["jenin"]
    assert "West Bank as a whole: 39 Palestinians" in all_text(page)
    assert "The other 18 Palestinians: credited to no place" in all_text(page)


def test_the_map_is_told_to_those_who_do_not_see_it(open_map: Open) -> None:
    alt = chart_of(open_map(samples.full())).alt
    assert "Jenin, 21 Palestinians" in alt
    assert "Northern West Bank, 28 August – 6 September 2024" in alt


def test_a_place_that_the_articles_name_is_a_ring(open_map: Open) -> None:
    frames = samples.full()
    frames.texts["ap-2024-09-06"] += " Troops were seen in Tulkarem too."
    assert marks(open_map(frames)) == {"disc": ["jenin"], "ring": ["tulkarem"], "dot": ["al-faraa"]}


@pytest.mark.parametrize(
    ("address", "drawn"),
    [
        ({"mapped": "2023-07"}, {"disc": ["jenin", "jenin"], "dot": ["tulkarem", "al-faraa"]}),
        ({"mapped": "2023-07", "side": "israeli"}, {"disc": ["jenin"], "dot": ["tulkarem", "al-faraa"]}),
        ({"mapped": "2025-01"}, {"ring": ["jenin"], "dot": ["tulkarem", "al-faraa"]}),
        (
            {"mapped": "2025-01", "measure": "displaced"},
            {"ring": ["jenin"], "dot": ["tulkarem", "al-faraa"]},
        ),
    ],
)
def test_the_address_chooses_what_is_drawn(
    open_map: Open, address: dict[str, str], drawn: dict[str, list[str]]
) -> None:
    assert marks(open_map(samples.full(), **address)) == drawn


def test_silence_is_written_and_no_zero_is_drawn(open_map: Open) -> None:
    page = open_map(samples.full(), mapped="2025-01")
    assert "No article here gives a number for this." in all_text(page)
    (table,) = page.dataframe
    assert table.value["Value"].isna().all()


def test_the_table_has_a_row_for_every_mark_and_note(open_map: Open) -> None:
    (table,) = open_map(samples.full()).dataframe
    assert table.value["Drawn as"].to_list().count("disc") == 1
    assert len(table.value) == 5


def test_a_figure_of_an_area_stands_beside_the_map_with_its_sentence(open_map: Open) -> None:
    page = open_map(samples.full(), mapped="2025-01", measure="displaced")
    assert "West Bank as a whole: about 40,000 Palestinians" in all_text(page)
    assert "<mark>some 40,000 displaced Palestinians</mark>" in all_text(page)


def test_what_speakers_say_who_are_not_chosen_is_left_out_and_said(open_map: Open) -> None:
    page = open_map(
        samples.full(), mapped="2023-07", measure="detained", speaker="Palestinian Health Ministry"
    )
    assert "Nothing is left out" not in all_text(page)
    assert "1 figure of this operation" in all_text(page)
    assert "Not on the map (1)" in [expander.label for expander in page.expander]
    assert "<mark>120 arrests</mark>" in all_text(page)
    assert "What is chosen gives no number for this." in all_text(page)
    assert "What is chosen gives no figure for a place on the map." in all_text(page)
    assert "No article here" not in all_text(page)


def test_background_is_left_out_and_said(open_map: Open) -> None:
    page = open_map(samples.full())
    assert "1 figure of no operation" in all_text(page)
    assert "Figures that belong to no operation (1)" in [expander.label for expander in page.expander]
    assert "<mark>over 40,000 Palestinian lives</mark>" in all_text(page)

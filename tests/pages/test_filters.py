"""The widgets that choose a view: each says its options in words, and holds their ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loaders.tables import SIDES
from pages.ui import frames as page_frames
from tests import samples

PAGES = Path(__file__).resolve().parents[2] / "pages"
SPEAKERS = [
    "Israel Katz",
    "Israeli military",
    "Palestinian Health Ministry",
    "Palestinian armed groups",
    "reporter's own voice",
]
WIDGETS = [
    # Kind and name, the label, the first options in words, and what is chosen at first.
    ("button_group", "measure", "Measure", ["Killed", "Wounded", "Displaced"], "killed"),
    ("selectbox", "mapped", "Operation", ["Jenin, 3–5 July 2023"], "2024-08"),
    ("selectbox", "rule", "Rule", ["Latest report", "Lowest report"], "ranked"),
    ("multiselect", "side", "Side", ["Palestinians", "Israelis"], list(SIDES)),
    ("multiselect", "speaker", "Said by", SPEAKERS, []),
    ("multiselect", "outlet", "Printed by", ["Anadolu", "Associated Press"], []),
    ("multiselect", "rank", "Ranked speakers", SPEAKERS, []),
]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The map page, which has a widget of every kind."""
    monkeypatch.setattr(page_frames, "current_frames", samples.full)
    app = AppTest.from_file(str(PAGES / "map.py"), default_timeout=60)
    app.query_params["rule"] = "ranked"
    return app.run()


@pytest.mark.parametrize(("kind", "name", "label", "options", "chosen"), WIDGETS)
def test_a_widget_says_its_options_in_words(
    page: AppTest, kind: str, name: str, label: str, options: list[str], chosen: str | list[str]
) -> None:
    (widget,) = [one for one in page.get(kind) if one.key == name]
    assert widget.label == label
    assert widget.options[: len(options)] == options
    assert widget.value == chosen


def test_a_widget_says_what_nothing_means_and_how_it_is_used(page: AppTest) -> None:
    told = {one.key: (one.placeholder, one.help) for one in page.multiselect}
    assert told["speaker"] == told["outlet"] == ("Everyone", "")
    assert told["rank"] == (
        "Choose the first one first",
        "The first of them who gives a number gives the value.",
    )
    assert page.selectbox(key="rule").help.startswith("Which of several reports is drawn as the value.")
    assert page.selectbox(key="mapped").help == ""

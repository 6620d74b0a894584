"""The page of disagreement as a script: empty, with one claim, full, contested; and its choices."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from loaders import Frames
from loaders.tables import CLAIMS, STATEMENTS
from tests import samples, told
from tests.pages.conftest import Open, text_of
from tests.told import MILITARY, MINISTRY, OCHA


@pytest.fixture
def open_page(open_page: Open) -> Open:
    return partial(open_page, "disagreement.py")


def chart_of(app: AppTest) -> str:
    return json.dumps(json.loads(app.get("plotly_chart")[0].proto.spec)["layout"].get("annotations", []))


@pytest.mark.parametrize("frames", [samples.empty, samples.one, samples.full, told.told])
def test_the_page_runs(open_page: Open, frames: Callable[[], Any]) -> None:
    app = open_page(frames())
    assert not app.exception
    assert app.title[0].value == "Disagreement"


def test_without_articles_it_says_what_to_do(open_page: Open) -> None:
    app = open_page(samples.empty())
    assert "There is no article yet" in text_of(app)
    assert not app.get("plotly_chart")


def test_it_opens_with_the_operation_told_most_and_its_fullest_scope(open_page: Open) -> None:
    app = open_page(told.told())
    assert app.selectbox(key="told").value == "2024-08"
    assert app.selectbox(key="scope").value == "killed~palestinian~jenin~people"
    assert "Palestinian Health" in chart_of(app)


def test_both_sentences_stand_side_by_side(open_page: Open) -> None:
    shown = text_of(open_page(told.told()))
    for marked in (
        "all the Palestinian dead militants",
        "did not say who was a fighter",
        "denied entering it",
    ):
        assert f"<mark>{marked}</mark>" in shown
    for said in ("Example Wire", "31 August 2024 (stated)", "speaks of combatants", "leaves it open"):
        assert said in shown
    assert shown.index("storm the clinic") < shown.index("denied entering it")


def test_a_statement_leads_to_its_place_in_the_article(open_page: Open) -> None:
    assert 'href="/articles?article=a29&amp;claim=s0"' in text_of(open_page(told.told()))


def test_what_one_side_alone_says_is_apart(open_page: Open) -> None:
    app = open_page(told.told())
    assert any("nobody here contradicts (3)" in expander.label for expander in app.expander)


def test_silence_is_said_in_words(open_page: Open) -> None:
    app = open_page(told.told(), told="2025-01")
    assert not app.get("plotly_chart")
    assert "can be followed over days, which is not zero." in text_of(app)
    assert "nothing is contested" in text_of(app)


def test_one_operation_without_disagreement_says_so(open_page: Open) -> None:
    shown = text_of(open_page(samples.full(), told="2025-01"))
    assert "no two speakers give different figures" in shown


def test_the_address_chooses_operation_and_scope(open_page: Open) -> None:
    app = open_page(samples.full(), told="2024-08", scope="killed~palestinian~jenin~people")
    assert app.selectbox(key="scope").value == "killed~palestinian~jenin~people"
    assert "21" in chart_of(app)
    app.selectbox(key="told").set_value("2023-07").run()
    assert not app.exception
    assert app.query_params["told"] in ("2023-07", ["2023-07"])


def test_what_the_address_asks_in_vain_is_dropped_and_said(open_page: Open) -> None:
    app = open_page(told.told(), told="<b>1999</b>", scope="nothing")
    assert not app.exception
    assert "told &lt;b&gt;1999&lt;/b&gt;" in text_of(app)


def test_text_of_articles_is_shown_as_its_characters(open_page: Open) -> None:
    hostile = "**bold** :red[x] $e$ <script>alert(1)</script> \x07"
    frames = told.told()
    claims = CLAIMS.conform(frames.claims.assign(attributed_to=hostile, sentence=hostile, quote=hostile))
    said = frames.statements.assign(sentence=hostile, quote=hostile)
    said = said.assign(attributed_to=[f"{hostile}{at}" for at in range(len(said))])
    app = open_page(Frames(**{**vars(frames), "claims": claims, "statements": STATEMENTS.conform(said)}))
    assert not app.exception
    assert "<script" not in text_of(app)
    assert "&lt;script&gt;" in text_of(app)
    assert "<script" not in chart_of(app)
    assert not any("bold" in element.value for element in (*app.markdown, *app.caption))


@pytest.mark.parametrize(
    ("query", "shown", "not_shown"),
    [
        ({}, ["12", "did not say who was a fighter", "all the Palestinian dead militants"], []),
        (
            {"speaker": [MINISTRY, MILITARY]},
            [
                "said by Israeli military and Palestinian Health Ministry",
                "all the Palestinian dead militants",
            ],
            ["Red Crescent", "UN OCHA", "denied entering it"],
        ),
        (
            {"outlet": ["Example Wire"]},
            ["printed by Example Wire", "driven out"],
            ["The Daily Example", "Another Outlet", "UN OCHA", "storm the clinic"],
        ),
        (
            {"speaker": [MINISTRY], "outlet": ["Example Wire"]},
            [
                "said by Palestinian Health Ministry and printed by Example Wire",
                "of those chosen no two differ",
            ],
            ["Red Crescent", "Statements that nobody"],
        ),
    ],
)
def test_figures_and_statements_are_those_of_the_speakers_and_outlets_chosen(
    open_page: Open, query: dict[str, list[str]], shown: list[str], not_shown: list[str]
) -> None:
    app = open_page(told.told(), **query)
    assert not app.exception
    page = "\n".join([text_of(app), chart_of(app), *(expander.label for expander in app.expander)])
    assert [text for text in shown if text not in page] == []
    assert [text for text in not_shown if text in page] == []
    assert ("left out" in text_of(app)) == bool(query)


def test_the_choice_of_speakers_stands_in_the_address(open_page: Open) -> None:
    app = open_page(told.told())
    app.multiselect(key="speaker").set_value([OCHA]).run()
    assert app.query_params["speaker"] in (OCHA, [OCHA])
    app.multiselect(key="outlet").set_value(["Example Wire"]).run()
    assert not app.exception
    assert not app.get("plotly_chart")
    assert "Those chosen give no figure" in text_of(app)


def test_what_is_contested_can_be_exported_with_the_chart(open_page: Open) -> None:
    app = open_page(told.told())
    app.button(key="export").click().run()
    assert not app.exception
    assert app.selectbox(key="export_table").options[1:] == [
        "What is contested",
        "Statements without a figure",
    ]


def test_without_a_chart_its_tables_can_still_be_exported(open_page: Open) -> None:
    full = samples.full()
    silent = samples.Frames(
        **{**vars(full), "claims": full.claims.iloc[:0], "estimates": full.estimates.iloc[:0]}
    )
    app = open_page(silent)
    app.button(key="export").click().run()
    assert not app.exception
    assert app.selectbox(key="export_table").options == ["What is contested", "Statements without a figure"]

"""Each page as a script: empty, with one claim, full; and its choices."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from loaders.tables import CLAIMS, PROBLEMS
from pages.figures import captions
from pages.ui import frames as page_frames
from tests import samples
from tests.pages.conftest import PAGES, Open, text_of

SCRIPTS = ["casualties.py", "comparison.py"]
SAMPLES = {"empty": samples.empty, "one": samples.one, "full": samples.full}


def labels_of(app: AppTest) -> str:
    """All text on the chart."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return "\n".join(text for trace in spec["data"] if trace.get("mode") == "text" for text in trace["text"])


def asked(app: AppTest, name: str) -> list[str]:
    """What the address has under a name."""
    value = app.query_params[name]
    return [value] if isinstance(value, str) else value


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_page_runs(open_page: Open, script: str, sample: str) -> None:
    app = open_page(script, SAMPLES[sample]())
    assert not app.exception
    assert app.title


@pytest.mark.parametrize("script", ["comparison.py", "map.py", "disagreement.py"])
def test_without_an_operation_a_page_says_what_is_missing(open_page: Open, script: str) -> None:
    full = samples.full()
    app = open_page(script, samples.Frames(**{**vars(full), "operations": full.operations.iloc[:0]}))
    assert not app.exception
    assert "There is no operation in data/operations.csv." in text_of(app)


@pytest.mark.parametrize("script", SCRIPTS)
def test_without_articles_a_page_says_what_to_do(open_page: Open, script: str) -> None:
    app = open_page(script, samples.empty())
    assert "There is no article yet" in text_of(app)
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("missing", ["articles", "operations"])
@pytest.mark.parametrize("script", ["comparison.py", "map.py", "disagreement.py", "articles.py"])
def test_what_could_not_be_read_is_said_where_nothing_is_shown(
    open_page: Open, script: str, missing: str
) -> None:
    problems = PROBLEMS.frame([{"file": "a.pdf", "kind": "unreadable", "message": "It cannot be read."}])
    frames = samples.empty() if missing == "articles" else samples.full()
    frames = samples.Frames(**{**vars(frames), missing: vars(frames)[missing].iloc[:0], "problems": problems})
    app = open_page(script, frames)
    assert not app.exception
    assert [one.label for one in app.expander if "Not read" in one.label] == ["Not read (1 problem)"]


def test_the_casualty_page_opens_with_what_the_articles_say(open_page: Open) -> None:
    app = open_page("casualties.py", samples.full())
    assert text_of(app).startswith(
        '<p class="opening">Jenin, 3–5 July 2023: 12 Palestinians were reported killed'
    )
    assert "21 of the 39" in labels_of(app)


def test_every_row_has_its_sentence_with_the_figure_marked(open_page: Open) -> None:
    told = text_of(open_page("casualties.py", samples.full()))
    for marked in ("<mark>12 Palestinians killed</mark>", "<mark>21 died in Jenin</mark>"):
        assert marked in told
    for words in (
        "source not stated",
        "5 July 2023 (inferred)",
        "6 July 2023 (stated)",
        "reporter&#x27;s own voice",
    ):
        assert words in told


PICKS = [
    ("casualties.py", "casualties", "row~2023-07~palestinian~jenin~people", "12: latest report"),
    ("casualties.py", "casualties", "claim~c01", "12: latest report"),
    ("comparison.py", "comparison", "killed~row~2024-08~palestinian~west-bank~people", "39: latest report"),
]


@pytest.mark.parametrize(("script", "page", "key", "way"), PICKS)
def test_a_pick_shows_the_way_to_its_value(
    open_page: Open, script: str, page: str, key: str, way: str
) -> None:
    app = open_page(script, samples.full())
    app.session_state[f"{page}_picked"] = key
    told = text_of(app.run())
    assert not app.exception
    assert way in told
    assert "For the value: Gives the value." in told
    assert "/articles?article=" in told
    app.button(key=f"{page}_close").click().run()
    assert "the sentences behind it stand here" in text_of(app)


def test_a_share_shows_the_sentences_of_both_its_numbers(open_page: Open) -> None:
    app = open_page("comparison.py", samples.full())
    app.session_state["comparison_picked"] = "share~2023-07"
    told = text_of(app.run())
    assert not app.exception
    assert "Displaced, share of residents: Jenin, 3–5 July 2023" in told
    assert told.count("<mark>17,000</mark>") == 1
    assert "<mark>Up to 3,000 people</mark>" in told
    app.button(key="comparison_close").click().run()
    assert "the sentences behind it stand here" in text_of(app)


def test_a_pick_of_a_silent_row_says_that_silence_is_not_zero(open_page: Open) -> None:
    app = open_page("casualties.py", samples.full())
    app.session_state["casualties_picked"] = "row~2025-01~palestinian~~people"
    assert "which is not zero" in text_of(app.run())


@pytest.mark.parametrize("key", ["row~1999~palestinian~~people", "<b>", ""])
def test_a_pick_that_is_not_drawn_is_none(open_page: Open, key: str) -> None:
    app = open_page("casualties.py", samples.full())
    app.session_state["casualties_picked"] = key
    assert "Click on a mark" in text_of(app.run())


@pytest.mark.parametrize(
    ("script", "computed"),
    [
        ("casualties.py", "pages.figures.overview.overview_of"),
        ("comparison.py", "pages.figures.comparison.compare"),
        ("map.py", "pages.figures.mapped.map_of"),
    ],
)
def test_a_second_rerun_computes_nothing_anew(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, script: str, computed: str
) -> None:
    app = open_page(script, samples.full())
    app.selectbox(key="rule").set_value("highest").run()

    def fail(*_: Any) -> None:
        raise AssertionError("computed again")

    monkeypatch.setattr(computed, fail)
    monkeypatch.setattr("pages.ui.frames.estimate", fail)
    monkeypatch.setattr("pages.ui.frames.rank_estimates", fail)
    assert not app.run().exception


def test_a_long_list_is_paged(open_page: Open) -> None:
    full = samples.full()
    many = pd.concat([full.claims.tail(1).assign(claim_id=f"n{n}") for n in range(30)])
    background = many.assign(operation_id=None, measure="killed")
    claims = CLAIMS.conform(pd.concat([full.claims, background]))
    app = open_page("casualties.py", samples.Frames(**{**vars(full), "claims": claims}))
    assert not app.exception
    assert "Sentences 1 to 12 of 31." in text_of(app)


def test_figures_of_no_operation_are_listed_apart(open_page: Open) -> None:
    app = open_page("casualties.py", samples.full())
    assert any("belong to no operation (1)" in expander.label for expander in app.expander)
    assert "40,000" not in labels_of(app)
    assert "<mark>over 40,000 Palestinian lives</mark>" in text_of(app)


@pytest.mark.parametrize(
    ("query", "in_chart", "not_in_chart"),
    [
        ({"measure": "wounded"}, "20 of the 120", "21 of the 39"),
        ({"measure": "displaced"}, "up to 3,000", "21 of the 39"),
        ({"operation": "2024-08"}, "21 of the 39", "3–5 July 2023"),
        ({"side": "israeli"}, "Israelis", "Palestinians"),
        ({"rule": "highest"}, "highest report", "latest report"),
        ({"speaker": "Israeli military"}, "no figure by the speakers chosen", "21 of the 39"),
    ],
)
def test_the_address_chooses_the_view(
    open_page: Open, query: dict[str, str], in_chart: str, not_in_chart: str
) -> None:
    app = open_page("casualties.py", samples.full(), **query)
    told = labels_of(app)
    assert in_chart in told
    assert not_in_chart not in told


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"rule": "two_speakers"}, "two-speaker minimum"),
        ({"rule": "ranked"}, "ranked speakers (none chosen)"),
        (
            {"rule": "ranked", "rank": ["Israeli military", "reporter"]},
            "ranked speakers (Israeli military, then reporter&#x27;s own voice)",
        ),
    ],
)
def test_the_rule_in_force_stands_on_the_page(
    open_page: Open, script: str, query: dict[str, Any], said: str
) -> None:
    app = open_page(script, samples.full(), **query)
    assert not app.exception
    assert said in text_of(app)


def test_ranked_speakers_are_asked_for_until_one_is_chosen(open_page: Open) -> None:
    wanted = "Choose one speaker or more"
    assert wanted in text_of(open_page("casualties.py", samples.full(), rule="ranked"))
    chosen = open_page("casualties.py", samples.full(), rule="ranked", rank="reporter")
    assert wanted not in text_of(chosen)


@pytest.mark.parametrize("name", ["operation", "side"])
def test_nothing_chosen_is_kept_in_the_address(open_page: Open, name: str) -> None:
    app = open_page("casualties.py", samples.full())
    app.multiselect(key=name).set_value([]).run()
    assert asked(app, name) == [""]
    again = open_page("casualties.py", samples.full(), **{name: ""})
    assert again.multiselect(key=name).value == []
    assert "Nothing is chosen" in text_of(again)
    assert "Left out of the address" not in text_of(again)


@pytest.mark.parametrize("name", ["speaker", "outlet"])
def test_the_way_back_undoes_a_choice_of_some_of_everyone(open_page: Open, name: str) -> None:
    app = open_page("casualties.py", samples.full())
    before = dict(app.query_params)
    assert name not in before
    app.multiselect(key=name).set_value(app.multiselect(key=name).options[:1]).run()
    assert asked(app, name)
    del app.query_params[name]
    app.run()
    assert app.multiselect(key=name).value == []
    assert dict(app.query_params) == before


def test_a_second_value_where_one_can_be_chosen_is_dropped_and_said(open_page: Open) -> None:
    app = open_page("casualties.py", samples.full(), measure=["wounded", "killed"])
    assert asked(app, "measure") == ["wounded"]
    assert "measure killed (only one can be chosen)" in text_of(app)


def test_what_was_left_out_of_a_page_s_address_is_not_said_on_another() -> None:
    def visit(page: str) -> None:
        import streamlit as st

        from pages.figures.choices import Choice
        from pages.ui import address

        address.begin(page)
        choice = Choice("rule", "Rule", {"latest": "latest"}, ("latest",), many=False)
        address.choose_one(choice, lambda key: st.selectbox("Rule", ["latest"], key=key))
        address.settle()

    app = AppTest.from_function(visit, kwargs={"page": "map"})
    app.query_params["rule"] = "average"
    assert "rule average (not in this data)" in text_of(app.run())
    assert "rule average" in text_of(app.run())
    other = AppTest.from_function(visit, kwargs={"page": "comparison"})
    for name in ("address_page", "address_dropped", "address_kept", "address_written"):
        other.session_state[name] = app.session_state[name]
    assert "rule average" not in text_of(other.run())


def test_the_order_of_ranked_speakers_is_the_reader_s(open_page: Open) -> None:
    app = open_page("casualties.py", samples.full(), rule="ranked")
    app.multiselect(key="rank").set_value(["reporter", "Israeli military"]).run()
    assert asked(app, "rank") == ["reporter", "Israeli military"]
    assert "(reporter&#x27;s own voice, then Israeli military)" in text_of(app)


def test_an_outlet_is_a_filter(open_page: Open) -> None:
    app = open_page("casualties.py", samples.full(), outlet="Associated Press")
    assert asked(app, "outlet") == ["Associated Press"]
    assert "no figure by the outlets chosen" in labels_of(app)
    assert "21 of the 39" in labels_of(app)


def test_a_choice_is_written_to_the_address_with_ids(open_page: Open) -> None:
    app = open_page("casualties.py", samples.full())
    assert asked(app, "operation") == ["2023-07", "2024-08", "2025-01"]
    assert asked(app, "measure") == ["killed"]
    app.multiselect(key="operation").set_value(["2024-08"]).run()
    app.selectbox(key="rule").set_value("lowest").run()
    assert asked(app, "operation") == ["2024-08"]
    assert asked(app, "rule") == ["lowest"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_the_address_asks_in_vain_is_dropped_and_said(open_page: Open, script: str) -> None:
    app = open_page(script, samples.full(), operation=["2024-08", "<b>1999</b>"], rule="average")
    assert not app.exception
    assert asked(app, "operation") == ["2024-08"]
    assert asked(app, "rule") == ["latest"]
    assert "operation &lt;b&gt;1999&lt;/b&gt; (not in this data); rule average (not in" in text_of(app)
    app.selectbox(key="rule").set_value("lowest").run()
    assert "1999" not in text_of(app)


@pytest.mark.parametrize("script", SCRIPTS)
def test_nothing_chosen_is_said(open_page: Open, script: str) -> None:
    app = open_page(script, samples.full())
    app.multiselect(key="operation").set_value([]).run()
    assert not app.exception
    assert "Nothing is chosen" in text_of(app)


@pytest.mark.parametrize(
    ("script", "name", "said"),
    [("comparison.py", "operation", captions.NOTHING_TO_COMPARE), ("map.py", "side", captions.NO_SIDE)],
)
def test_a_page_says_what_to_choose(open_page: Open, script: str, name: str, said: str) -> None:
    app = open_page(script, samples.full(), **{name: ""})
    assert said in text_of(app)
    assert not app.get("deck_gl_json_chart")


def test_one_operation_is_compared_with_nothing(open_page: Open) -> None:
    app = open_page("comparison.py", samples.full(), operation="2024-08")
    assert "choose another beside it" in text_of(app)


def test_the_comparison_says_what_is_not_reported(open_page: Open) -> None:
    told = text_of(open_page("comparison.py", samples.full()))
    assert "3 articles with 14 figures by 3 named speakers on Jenin, 3–5 July 2023" in told
    assert told.count("not reported") >= 10


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_of_articles_is_shown_as_its_characters(open_page: Open, script: str) -> None:
    hostile = "**bold** :red[x] $e$ <script>alert(1)</script> \x07"
    full = samples.full()
    claims = CLAIMS.conform(full.claims.assign(attributed_to=hostile, sentence=hostile, quote=hostile))
    app = open_page(script, samples.Frames(**{**vars(full), "claims": claims}))
    assert not app.exception
    assert "<script" not in text_of(app)
    assert "&lt;script&gt;" in text_of(app)
    assert not any("bold" in element.value for element in (*app.markdown, *app.caption))


def test_the_frame_runs_the_page_that_the_address_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_frames, "current_frames", samples.full)
    app = AppTest.from_file(str(PAGES / "navigation.py"), default_timeout=60).run()
    assert not app.exception
    assert app.title[0].value == "Reported casualties"
    app.switch_page("comparison.py").run()
    assert not app.exception
    assert app.title[0].value == "Comparison"

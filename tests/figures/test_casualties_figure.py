from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from loaders.tables import CLAIMS, ESTIMATES
from pages.figures.casualties import NOT_REPORTED, PHONE_LINE, draw_casualties
from pages.figures.palette import DARK, LIGHT
from pages.figures.scopes import View, drawn_claims, picks_of, scopes_of
from pages.figures.typesetting import width_of
from pages.figures.words import MEASURES, SIDES
from tests import samples

OPERATIONS = ("2023-07", "2024-08", "2025-01")


def view_of(measure: str = "killed", **rest: Any) -> View:
    return View(**{"operations": OPERATIONS, "measure": measure, "sides": tuple(SIDES), **rest})


def draw(frames: Any, view: View, palette: Any = LIGHT, width: int | None = None) -> go.Figure:
    scopes = scopes_of(frames, view)
    return draw_casualties(scopes, frames.operations, frames.articles, view, palette, width)


def marks(figure: go.Figure) -> list[tuple[str, float, bool]]:
    """claim_id, number and whether it is hollow, of every mark."""
    return [
        (key.removeprefix("claim~"), x, color == LIGHT.paper)
        for trace in figure.data
        if trace.name == "claims"
        for key, x, color in zip(trace.customdata, trace.x, trace.marker.color, strict=True)
    ]


def written(figure: go.Figure, *names: str) -> list[tuple[str, float, float]]:
    """Every text of the traces of those names: what it says, how far down it is, and its size."""
    return [
        (re.sub(r"<[^>]+>", "", text).strip(), y, size)
        for trace in figure.data
        if trace.name in names
        for text, y, size in zip(trace.text, trace.y, trace.textfont.size, strict=True)
    ]


def texts(figure: go.Figure) -> list[str]:
    return [text for text, _, _ in written(figure, "words", "numbers")]


def values(figure: go.Figure) -> list[float]:
    """The numbers that the rule chose, where they are marked on the bars."""
    return [x for trace in figure.data if trace.name == "best" for x in trace.x]


def bars(figure: go.Figure) -> list[float]:
    return [x for trace in figure.data if trace.name == "values" for x in trace.x]


@pytest.mark.parametrize(
    ("measure", "claim_ids"),
    [
        ("killed", {"c01", "c04", "c05", "c07", "c08", "c09", "c10", "c22", "c23"}),
        ("wounded", {"c02", "c03"}),
        ("displaced", {"c06", "c13", "c30", "c31"}),
        ("detained", {"c12"}),
        ("troops", {"c11", "c21"}),
    ],
)
def test_every_claim_of_an_operation_is_one_mark(measure: str, claim_ids: set[str]) -> None:
    drawn = marks(draw(samples.full(), view_of(measure)))
    assert {claim_id for claim_id, _, _ in drawn} == claim_ids
    assert len(drawn) == len(claim_ids)


@pytest.mark.parametrize("measure", MEASURES)
def test_figures_of_no_operation_are_never_drawn(measure: str) -> None:
    background = {"c15", "c16", "c24", "c25"}
    scopes = scopes_of(samples.full(), view_of(measure))
    assert not drawn_claims(scopes) & background
    assert all(value < 40_001 for value in bars(draw(samples.full(), view_of(measure))))


@pytest.mark.parametrize("measure", ["killed", "wounded", "displaced", "detained", "troops"])
def test_everything_drawn_picks_what_stands_in_the_panel(measure: str) -> None:
    frames, view = samples.full(), view_of(measure)
    picks = picks_of(scopes_of(frames, view), frames.operations)
    drawn = {key for trace in draw(frames, view).data for key in trace.customdata or ()}
    assert drawn and drawn <= set(picks)


def test_silence_is_written_and_nothing_is_drawn_for_it() -> None:
    figure = draw(samples.full(), view_of(operations=("2025-01",)))
    assert [trace.name for trace in figure.data] == ["words"]
    assert sum(f"{NOT_REPORTED} no figure in these articles" in text for text in texts(figure)) == 2
    assert not any("0" in text for text in texts(figure) if "no figure" in text)


def test_no_bar_and_no_mark_stands_at_zero_where_nobody_said_zero() -> None:
    figure = draw(samples.full(), view_of())
    assert all(value > 0 for value in bars(figure))
    assert all(x > 0 for _, x, _ in marks(figure))


def test_a_zero_that_someone_states_is_a_mark() -> None:
    frames = samples.one()
    nought = {"value": 0, "low": 0, "high": 0}
    claims = CLAIMS.conform(frames.claims.assign(**nought))
    estimates = ESTIMATES.conform(frames.estimates.assign(low=0, best=0, high=0))
    said = samples.Frames(**{**vars(frames), "claims": claims, "estimates": estimates})
    figure = draw(said, view_of(operations=("2023-07",)))
    (mark,) = (trace for trace in figure.data if trace.name == "claims")
    (nought,) = (trace for trace in figure.data if trace.name == "noughts")
    assert (list(nought.text), list(nought.x)) == (["<b>0</b>"], [0])
    assert (list(mark.x), mark.marker.line.width[0]) == ([0], 1)
    assert values(figure) == [0]
    assert "0" in texts(figure)


def test_vague_words_are_hollow_and_numbers_are_not() -> None:
    drawn = {claim_id: hollow for claim_id, _, hollow in marks(draw(samples.full(), view_of("displaced")))}
    assert drawn == {"c06": True, "c13": False, "c30": False, "c31": True}


def test_a_part_lies_in_its_whole_and_is_not_added() -> None:
    figure = draw(samples.full(), view_of("wounded", operations=("2023-07",)))
    assert 120 in bars(figure)
    assert 20 in bars(figure)
    assert 140 not in bars(figure)
    assert any("20 of the 120" in text and "critical" in text for text in texts(figure))


def test_what_is_counted_for_an_area_is_not_given_to_a_town() -> None:
    told = "\n".join(texts(draw(samples.full(), view_of(operations=("2024-08",)))))
    assert "West Bank" in told
    assert "21 of the 39 · in Jenin · the other 18 credited to no place" in told


def test_a_bound_leaves_an_open_end() -> None:
    figure = draw(samples.full(), view_of("displaced"))
    (ends,) = (trace for trace in figure.data if trace.name == "open")
    heads = [
        (x, angle)
        for x, angle, symbol in zip(ends.x, ends.marker.angle, ends.marker.symbol, strict=True)
        if symbol == "triangle-down"
    ]
    # Plotly turns a symbol clockwise: what points down points to the left at 90 degrees.
    assert (3000, 90) in heads
    assert (2000, -90) in heads
    assert not [x for x, _ in heads if x == 40_000]


@pytest.mark.parametrize("measure", ["killed", "wounded", "displaced", "detained", "troops"])
def test_labels_fit_a_phone_and_never_share_a_line(measure: str) -> None:
    figure = draw(samples.full(), view_of(measure))
    lines = written(figure, "words")
    assert all(len(text) <= PHONE_LINE + 8 for text, _, _ in lines)
    rows = sorted(row for _, row, _ in lines)
    assert all(below - above >= 12 for above, below in pairwise(rows))
    assert all(0 <= row <= figure.layout.height for row in rows)


def test_every_mark_names_its_speaker_on_its_line() -> None:
    told = "\n".join(texts(draw(samples.full(), view_of())))
    for speaker in (
        "Palestinian Health Ministry",
        "Israeli military",
        "Palestinian armed groups",
        "Associated Press",
    ):
        assert speaker in told


def test_text_of_articles_is_shown_as_its_characters() -> None:
    frames = samples.one()
    hostile = "<img src=x onerror=alert(1)>"
    claims = CLAIMS.conform(frames.claims.assign(attributed_to=hostile, quote=hostile))
    said = samples.Frames(**{**vars(frames), "claims": claims})
    figure = draw(said, view_of(operations=("2023-07",)))
    assert "<img" not in figure.to_json().replace("\\u003c", "<")
    assert any("&lt;img" in text for text in texts(figure))


def test_dark_and_light_draw_the_same_in_their_own_colours() -> None:
    light, dark = (draw(samples.full(), view_of(), palette) for palette in (LIGHT, DARK))
    assert bars(light) == bars(dark)
    assert light.layout.paper_bgcolor == "rgba(0,0,0,0)"
    used = set(re.findall(r"#[0-9a-f]{6}", dark.to_json()))
    assert not used & {LIGHT.text, LIGHT.muted, LIGHT.sides["palestinian"].mark}


def test_no_articles_draw_no_marks() -> None:
    figure = draw(samples.empty(), view_of())
    assert [trace.name for trace in figure.data] == ["words"]
    assert sum("no article" in text for text in texts(figure)) == 3


def test_the_rule_stands_on_the_chart() -> None:
    told = "\n".join(texts(draw(samples.full(), view_of(rule="highest"))))
    assert "highest report" in told
    assert "latest report" not in told


def test_the_value_of_the_rule_is_marked_on_its_bar() -> None:
    assert values(draw(samples.full(), view_of())) == [12, 1, 39]
    assert values(draw(samples.full(), view_of("troops"))) == [1000]  # vague words alone give none


def test_disagreement_is_a_range() -> None:
    frames = samples.one()
    second = frames.claims.assign(
        claim_id="c99", value=14, low=14, high=14, attributed_to="Palestinian Red Crescent"
    )
    claims = CLAIMS.conform(pd.concat([frames.claims, second]))
    estimates = ESTIMATES.conform(
        frames.estimates.assign(claims="c01; c99", high=14, contested=True, best_claim_id="c01")
    )
    said = samples.Frames(**{**vars(frames), "claims": claims, "estimates": estimates})
    figure = draw(said, view_of(operations=("2023-07",)))
    assert [tuple(trace.x) for trace in figure.data if trace.name == "range"] == [(12, 14, None)]
    assert "(all reports: 12 to 14, speakers disagree)" in " ".join(texts(figure)).replace("\xa0", " ")


def test_every_value_says_which_days_it_counts_and_whether_it_is_a_total() -> None:
    frames = samples.full()
    claims = frames.claims.assign(since=pd.NaT, until=pd.NaT, tally=pd.NA)
    dated = claims["claim_id"] == "c01"
    claims.loc[dated, ["until", "tally"]] = [pd.Timestamp("2023-07-04"), "cumulative"]
    said = samples.Frames(**{**vars(frames), "claims": CLAIMS.conform(claims)})
    told = texts(draw(said, view_of(operations=("2023-07",))))
    assert "until 4 July 2023 · running total" in told
    assert "period not stated · total or new: not stated" in texts(draw(said, view_of()))


@pytest.mark.parametrize("width", [560, 714, 1120])
def test_a_print_breaks_its_lines_by_their_width(width: int) -> None:
    figure = draw(samples.full(), view_of(), width=width)
    assert figure.layout.width == width
    for text, _, size in written(figure, "words"):
        assert width_of(html.unescape(text), size) <= width


def test_a_part_whose_kind_was_not_read_says_so() -> None:
    full = samples.full()
    category = full.claims["category"].mask(full.claims["claim_id"] == "c08", "people")
    frames = samples.Frames(**{**vars(full), "claims": full.claims.assign(category=category)})
    assert any("4 of the 12 · kind not read" in text for text in texts(draw(frames, view_of())))


def test_every_line_of_words_has_a_ground_that_no_grid_crosses() -> None:
    figure = draw(samples.full(), view_of(), width=714)
    (grounds,) = figure.layout.shapes
    boxes = re.findall(r"M1,([\d.]+)H([\d.]+)V([\d.]+)H1Z", grounds.path)
    lines = written(figure, "words")
    assert len(boxes) == len(lines)
    for (text, row, size), (top, width, bottom) in zip(lines, boxes, strict=True):
        assert float(top) < row < float(bottom)
        assert float(width) >= width_of(html.unescape(text), size)


def test_what_was_not_picked_keeps_its_colour() -> None:
    for trace in draw(samples.full(), view_of("displaced")).data:
        if trace.name in ("words", "numbers"):
            assert trace.selected.textfont.color  # or Plotly fades all words on a pick
        else:
            assert trace.unselected.marker.opacity == 1

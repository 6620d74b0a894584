from __future__ import annotations

import re
from itertools import groupby, pairwise, permutations
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from loaders import Frames
from pages.figures.ladder import (
    MOST_MARKS,
    MOST_VOICES,
    Ladder,
    alt_text,
    default_ladder,
    draw_ladder,
    ladder_table,
    ladders_of,
    not_drawn,
    spread_labels,
    subtitle,
    title,
)
from pages.figures.palette import DARK, LIGHT
from tests import samples, told
from tests.told import CRESCENT, MINISTRY, OCHA, OPERATION

ONE_DAY = pd.Timedelta(days=1)


def ladder_of(*claims: dict[str, Any]) -> Ladder:
    return default_ladder(ladders_of(told.told(list(claims) or None), OPERATION))


def marks(figure: go.Figure) -> dict[str, tuple[pd.Timestamp, float, bool]]:
    """claim_id to day, number and whether it is hollow."""
    return {
        claim_id: (pd.Timestamp(x).normalize(), y, trace.marker.color == LIGHT.paper)
        for trace in figure.data
        if trace.name == "claims"
        for claim_id, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


def lines(figure: go.Figure) -> list[list[float]]:
    """The numbers of each line: those drawn with one dash are parted by gaps."""
    drawn = [list(trace.y) for trace in figure.data if trace.name == "line"]
    return [list(line) for ys in drawn for gap, line in groupby(ys, lambda y: y is None) if not gap]


def labels(figure: go.Figure) -> list[Any]:
    return [note for note in figure.layout.annotations if note.text]


def test_every_claim_of_the_scope_is_one_mark() -> None:
    drawn = marks(draw_ladder(ladder_of(), LIGHT))
    assert set(drawn) == {row[0] for row in told.TOLL}
    assert drawn["m3"] == (pd.Timestamp(2024, 8, 31), 12, False)


def test_a_speaker_is_one_step_line_from_first_to_last_report() -> None:
    figure = draw_ladder(ladder_of(), LIGHT)
    assert lines(figure) == [[3, 9, 14], [2, 5, 12, 16, 21]]  # one report alone has no line
    assert all(trace.line.shape == "hv" for trace in figure.data if trace.name == "line")


def test_vague_words_are_hollow_at_their_floor_and_on_no_line() -> None:
    figure = draw_ladder(ladder_of(), LIGHT)
    assert [claim_id for claim_id, (_, _, hollow) in marks(figure).items() if hollow] == ["v1"]
    assert marks(figure)["v1"][1] == 24
    assert not any(24 in line for line in lines(figure))


def test_bounds_are_open_ends() -> None:
    figure = draw_ladder(ladder_of(), LIGHT)
    drawn = {trace.name: list(trace.y) for trace in figure.data}
    ends = drawn["open"]
    arrows = {(y, tip > y) for y, tip in zip(ends[::3], ends[1::3], strict=True)}
    assert arrows == {(3, True), (9, True), (24, True), (20, False)}
    assert ends[2::3] == [None] * len(arrows)
    assert drawn["range"] == [14, 17, None]
    assert drawn["about"] == [14]


def test_an_arrow_begins_at_its_mark() -> None:
    figure = draw_ladder(ladder_of(), LIGHT)
    found = {
        (x, y)
        for trace in figure.data
        if trace.name == "claims"
        for x, y in zip(trace.x, trace.y, strict=True)
    }
    arrows = next(trace for trace in figure.data if trace.name == "open")
    assert set(zip(arrows.x[::3], arrows.y[::3], strict=True)) <= found
    assert arrows.x[::3] == arrows.x[1::3]
    heads = [name for name, size in zip(arrows.marker.symbol, arrows.marker.size, strict=True) if size]
    assert sorted(heads) == ["arrow-down", "arrow-up", "arrow-up", "arrow-up"]


def test_reports_of_one_day_stand_side_by_side_within_it() -> None:
    figure = draw_ladder(ladder_of(), LIGHT)
    places = [pd.Timestamp(x) for trace in figure.data if trace.name == "claims" for x in trace.x]
    assert len(set(places)) == len(places)
    assert {place.normalize() for place in places} == {pd.Timestamp(row[2]) for row in told.ARTICLE_ROWS}


def test_nothing_goes_on_after_the_last_report_of_a_speaker() -> None:
    ladder = ladder_of()
    leaders = [trace for trace in draw_ladder(ladder, LIGHT).data if trace.name == "leader"]
    last = max(claim.day for claim in ladder.claims)
    assert leaders
    assert {pd.Timestamp(trace.x[0]).normalize() for trace in leaders} == {last}


CROWD = [
    told.claim(f"k{nth}-{article}", article, f"Speaker {nth}", value)
    for nth, value in enumerate((12, 12, 13, 12, 20, 20, 3, 3))
    for article in ("a03", "a05")
]


def leaders(figure: go.Figure) -> list[list[tuple[pd.Timestamp, float]]]:
    """The points of each line from a mark to its label."""
    (drawn,) = (trace for trace in figure.data if trace.name == "leader")
    points = list(zip(drawn.x, drawn.y, strict=True))
    return [
        [(pd.Timestamp(x), y) for x, y in line]
        for gap, line in groupby(points, lambda point: point[0] is None)
        if not gap
    ]


@pytest.mark.parametrize("width", [None, 600, 1160])
@pytest.mark.parametrize("claims", [told.toll(), CROWD], ids=["six speakers", "eight on the last day"])
def test_a_line_to_a_label_is_level_or_upright_and_crosses_no_other(
    claims: list[dict[str, Any]], width: int | None
) -> None:
    ladder = ladder_of(*claims)
    figure = draw_ladder(ladder, LIGHT, width)
    drawn = leaders(figure)
    pieces = [list(pairwise(line)) for line in drawn]
    assert all(here[0] == there[0] or here[1] == there[1] for line in pieces for here, there in line)
    last = max(claim.day for claim in ladder.claims)
    assert len(drawn) == sum(voice.last.day == last for voice in ladder.voices)
    assert {line[-1][0] for line in drawn} == {last + ONE_DAY}
    heights = [note.y for note in labels(figure)]
    pixel = figure.layout.yaxis.range[1] / 230
    assert all(min(abs(line[-1][1] - height) for height in heights) < 3 * pixel for line in drawn)
    assert not [
        (level, upright)
        for one, other in permutations(pieces, 2)
        for level in one
        for upright in other
        if level[0][0] < upright[0][0] == upright[1][0] < level[1][0]
        and min(upright[0][1], upright[1][1]) < level[0][1] < max(upright[0][1], upright[1][1])
    ]


def test_of_speakers_at_one_height_the_latest_has_its_label_beside_its_mark() -> None:
    earlier = told.claim("e", "a28", OCHA, 12)
    latest = [
        told.claim(f"l{article}", article, MINISTRY, value) for article, value in (("a31", 30), ("a05", 12))
    ]
    ladder = ladder_of(earlier, *latest)
    figure = draw_ladder(ladder, LIGHT, 600)
    beside = {name: note.y for note in labels(figure) for name in ("OCHA", "Ministry") if name in note.text}
    assert beside["Ministry"] == pytest.approx(12)
    assert beside["OCHA"] < 12
    assert [len(line) for line in leaders(figure)] == [2]


def test_a_speaker_alone_needs_no_leader() -> None:
    figure = draw_ladder(ladder_of(told.claim("m1", "a28", MINISTRY, 2)), LIGHT)
    assert not [trace for trace in figure.data if trace.name == "leader"]


def test_labels_never_meet_and_stay_inside() -> None:
    figure = draw_ladder(ladder_of(), LIGHT)
    plot = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    top = figure.layout.yaxis.range[1]
    boxes = []
    for note in labels(figure):
        middle, height = plot * (1 - note.y / top), 15 * (note.text.count("<br>") + 1)
        boxes.append((middle - height / 2, middle + height / 2))
    boxes.sort()
    assert len(boxes) == 6
    assert all(above[1] <= below[0] for above, below in pairwise(boxes))
    assert boxes[0][0] >= -1
    assert boxes[-1][1] <= plot + 1


@pytest.mark.parametrize(
    ("wanted", "heights", "room"),
    [
        ([], [], 100.0),
        ([50.0], [20.0], 100.0),
        ([0.0, 0.0, 0.0], [20.0, 30.0, 20.0], 100.0),
        ([100.0] * 4, [25.0] * 4, 100.0),
        ([90.0, 10.0, 12.0], [20.0, 20.0, 20.0], 100.0),
    ],
)
def test_labels_are_spread(wanted: list[float], heights: list[float], room: float) -> None:
    middles = spread_labels(wanted, heights, room)
    boxes = sorted((m - h / 2, m + h / 2) for m, h in zip(middles, heights, strict=True))
    assert all(above[1] <= below[0] for above, below in pairwise(boxes))
    assert all(first >= 0 and last <= room for first, last in boxes)


def test_a_label_says_what_was_said_last_and_by_whom() -> None:
    told_labels = [re.sub(r"<[^>]+>", " ", note.text) for note in labels(draw_ladder(ladder_of(), LIGHT))]
    assert any("21" in text and "Palestinian Health" in text for text in told_labels)
    assert any("14 to 17" in text and "Red" in text for text in told_labels)
    assert any("“dozens of people”" in text for text in told_labels)


def test_one_point_is_drawn() -> None:
    ladder = default_ladder(ladders_of(samples.one(), "2023-07"))
    figure = draw_ladder(ladder, LIGHT)
    assert list(marks(figure)) == ["c01"]
    assert subtitle(ladder).endswith("One report, so nothing to follow.")
    assert alt_text(ladder).endswith("Palestinian Health Ministry: 12 on 6 July 2023.")


def test_one_scope_a_chart() -> None:
    found = ladders_of(samples.full(), "2023-07")
    assert [ladder.name for ladder in found][:2] == [
        "Killed · Palestinians · Jenin",
        "Killed · Israelis · Jenin",
    ]
    for ladder in found:
        assert {(claim.measure, claim.side, claim.home, claim.unit) for claim in ladder.claims} == {
            (ladder.measure, ladder.side, ladder.place_id, ladder.unit)
        }


def test_a_part_by_place_is_the_whole_of_its_place_and_parts_by_kind_are_left_out() -> None:
    names = {
        ladder.name: [claim.value for claim in ladder.claims]
        for ladder in ladders_of(samples.full(), "2024-08")
    }
    assert next(iter(names)) == "Killed · Palestinians · West Bank"
    assert names["Killed · Palestinians · West Bank"] == [39]
    assert names["Killed · Palestinians · Jenin"] == [21]
    drawn = {claim.claim_id for ladder in ladders_of(samples.full(), "2023-07") for claim in ladder.claims}
    assert not drawn & {"c03", "c08", "c09"}


@pytest.mark.parametrize(
    "left_out",
    [
        {"operation_id": None},
        {"status": "rejected"},
        {"flags": "carried_from:m5"},
        {"part_of": "m5", "category": "children"},
        {"category": "children"},
    ],
)
def test_what_is_no_whole_figure_of_the_operation_is_not_drawn(left_out: dict[str, Any]) -> None:
    extra = told.claim("x", "a05", OCHA, 400, **left_out)
    assert "x" not in marks(draw_ladder(ladder_of(*told.toll(), extra), LIGHT))


def test_additions_and_figures_of_no_day_are_told_and_not_drawn() -> None:
    added = told.claim("x", "a05", OCHA, 4, tally="new")
    undated = told.claim("y", "a05", CRESCENT, 15, as_of=None)
    frames = told.told([*told.toll(), added, undated])
    unknown = frames.articles.assign(
        published=frames.articles["published"].where(frames.articles["article_id"] != "a05")
    )
    frames = Frames(**{**vars(frames), "articles": unknown})
    ladder = default_ladder(ladders_of(frames, OPERATION))
    assert not {"x", "y"} & set(marks(draw_ladder(ladder, LIGHT)))
    assert "1 figure of added people alone" in not_drawn(ladder)
    assert "1 figure of no known day" in not_drawn(ladder)
    table, claim_ids = ladder_table(ladder)
    assert {"x", "y"} <= set(claim_ids)
    assert "4 more" in set(table["Reported"])


def test_the_table_has_every_report_oldest_first() -> None:
    table, claim_ids = ladder_table(ladder_of())
    assert len(table) == len(claim_ids) == len(told.TOLL)
    assert table["Day"].is_monotonic_increasing
    assert table["Value"].isna().sum() == 1
    assert set(table["Unit"]) == {"people"}


def test_the_table_has_the_unit_that_its_scope_counts() -> None:
    table, _ = ladder_table(ladder_of(told.claim("f", "a28", MINISTRY, 4, unit="families")))
    assert table["Unit"].to_list() == ["families"]


def test_many_speakers_and_many_reports_stay_readable() -> None:
    crowd = [
        told.claim(f"k{speaker}-{at}", ("a28", "a31", "a05")[at % 3], f"Speaker {speaker}", speaker + at)
        for speaker in range(MOST_VOICES + 5)
        for at in range(30)
    ]
    ladder = ladder_of(*crowd)
    figure = draw_ladder(ladder, LIGHT)
    assert len(labels(figure)) == MOST_VOICES
    assert ladder.reports > MOST_MARKS
    assert ladder.speakers == MOST_VOICES + 5
    assert len(marks(figure)) == len(ladder_table(ladder)[0]) == 3 * MOST_VOICES
    assert "5 further speakers" in not_drawn(ladder)
    assert "last report of a speaker and day" in not_drawn(ladder)


def test_nothing_is_drawn_where_nobody_gives_a_figure() -> None:
    assert ladders_of(samples.empty(), OPERATION) == []
    assert ladders_of(told.told([]), OPERATION) == []


def test_a_zero_that_someone_states_is_a_mark() -> None:
    ladder = ladder_of(told.claim("z", "a05", MINISTRY, 0))
    assert marks(draw_ladder(ladder, LIGHT))["z"][1] == 0


def test_words_name_the_scope_and_every_step() -> None:
    ladder = ladder_of()
    assert title(ladder) == "People reported killed, report by report"
    for part in ("Jenin", "Palestinians", "28 August – 5 September 2024", "no additions"):
        assert part in subtitle(ladder)
    words = alt_text(ladder)
    assert "Palestinian Health Ministry: 2 on 28 August 2024, 5 on 29 August 2024" in words
    assert "UN OCHA: about 14 on 31 August 2024." in words
    assert not_drawn(ladder) == ""


def test_text_of_articles_is_shown_as_its_characters() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    row = told.claim(
        "h", "a05", hostile, None, low=24, bound="vague", high=None, quote=hostile, sentence=hostile
    )
    figure = draw_ladder(ladder_of(row), LIGHT)
    assert "<img" not in figure.to_json().replace("\\u003c", "<")
    assert "&lt;img" in labels(figure)[0].text


def test_dark_and_light_draw_the_same_in_their_own_colours() -> None:
    light, dark = (draw_ladder(ladder_of(), palette) for palette in (LIGHT, DARK))
    assert lines(light) == lines(dark)
    used = set(re.findall(r"#[0-9a-f]{6}", dark.to_json()))
    assert not used & {LIGHT.text, LIGHT.muted, LIGHT.sides["palestinian"].mark}

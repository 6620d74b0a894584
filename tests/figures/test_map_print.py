from __future__ import annotations

import json
import math
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from loaders.tables import CLAIMS, ESTIMATES
from pages.figures import map_print
from pages.figures.borders import broken_at
from pages.figures.layout import lay_out
from pages.figures.map import map_rows
from pages.figures.map_print import draw_map, map_key, print_window
from pages.figures.palette import LIGHT
from tests.figures.map_views import FULL, VIEWS, crowd, rows_of
from tests.figures.print_frames import HOSTILE, WIDTHS
from tests.figures.text_boxes import overlaps, page_of, text_boxes

GEO = Path(__file__).resolve().parents[2] / "data" / "geo" / "land.geojson"
LAND: dict[str, Any] = json.loads(GEO.read_text(encoding="utf-8"))
PART = ("2024-08", "killed", ["tulkarem", "al-faraa"])
CROWDS = {f"{number} places": crowd(number) for number in (1, 3, 30, 60)}


def drawn(rows: pd.DataFrame, width: int = 640, claims: pd.DataFrame = FULL.claims) -> go.Figure:
    return draw_map(rows, 21, claims, LAND, LIGHT, width)


def trace(figure: go.Figure, name: str) -> go.Scatter:
    return next(trace for trace in figure.data if trace.name == name)


def texts(figure: go.Figure) -> list[str]:
    return list(text_boxes(figure).values())


def look(figure: go.Figure) -> list[dict[str, Any]]:
    """Every mark, larger ones first."""
    marks = trace(figure, "marks")
    marker = marks.marker
    columns = {
        "x": marks.x,
        "size": marker.size,
        "fill": marker.color,
        "stroke": marker.line.width,
        "hover": marks.hovertext,
    }
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def one_row(**cells: Any) -> pd.DataFrame:
    estimates = ESTIMATES.frame([{**FULL.estimates.iloc[0].to_dict(), **cells}])
    return map_rows(estimates, FULL.claims, FULL.places, [])


ROWS = {**{name: rows_of(*view) for name, view in VIEWS.items()}, **CROWDS}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS.keys())
def test_no_text_meets_another_or_a_mark_or_leaves_the_figure(rows: pd.DataFrame, width: int) -> None:
    figure = drawn(rows, width)
    boxes = text_boxes(figure)
    marks = trace(figure, "marks")
    left, top = figure.layout.xaxis.range[0], figure.layout.yaxis.range[1]
    assert figure.layout.width == width
    assert not overlaps(list(boxes))
    assert not [box for box in boxes if not page_of(figure).holds(box)]
    assert not [
        box
        for x, y, size in zip(marks.x, marks.y, marks.marker.size, strict=True)
        for box in boxes
        if math.dist((x - left, y - top), nearest(box, x - left, y - top)) < size / 2 - 1
    ]


def nearest(box: Any, x: float, y: float) -> tuple[float, float]:
    return min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_three_places_are_labelled_at_every_width(width: int) -> None:
    said = texts(drawn(rows_of(*PART), width))
    assert {"Jenin", "Tulkarem", "al-Faraa refugee camp", "21 Palestinians"} <= set(said)
    assert said.count("no figure of its own") == 2
    assert not [text for text in said if "39" in text]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_map_is_seen_from_the_sea_to_beyond_the_jordan(width: int) -> None:
    window = print_window(width)
    camera = lay_out(rows_of(*PART), 21, window).camera
    sea, beyond = (camera.pixels(longitude, 32.37) for longitude in (34.82, 35.6))
    assert window.frame.left < sea[0] and beyond[0] < window.frame.right
    assert {"Mediterranean Sea", "Israel", "West Bank"} <= set(texts(drawn(rows_of(*PART), width)))


def test_a_pixel_of_the_axes_is_a_pixel_of_the_figure() -> None:
    layout = drawn(rows_of(*PART)).layout
    frame = print_window(640).frame
    below = layout.height - (frame.bottom - frame.top)
    assert layout.xaxis.range[1] - layout.xaxis.range[0] == layout.width
    assert layout.yaxis2.range == (frame.bottom + below, frame.bottom)
    assert layout.yaxis.domain[0] == layout.yaxis2.domain[1] == pytest.approx(below / layout.height)


def test_the_ground_is_our_own_land_alone() -> None:
    figure = drawn(rows_of(*PART))
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert trace(figure, "neighbours").fill == trace(figure, "west bank").fill == "toself"
    assert "http" not in figure.to_json()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_neither_a_label_nor_the_scale_hides_a_border(
    view: tuple[Any, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn_around_texts = trace(drawn(rows_of(*view), width), "borders")
    monkeypatch.setattr(map_print, "broken_at", lambda outline, frame, _: broken_at(outline, frame, []))
    assert trace(drawn(rows_of(*view), width), "borders") == drawn_around_texts


def test_borders_give_way_to_labels_that_have_no_other_room() -> None:
    figure = drawn(CROWDS["60 places"])
    borders = trace(figure, "borders")
    left, top = figure.layout.xaxis.range[0], figure.layout.yaxis.range[1]
    ends = [(x - left, y - top) for x, y in zip(borders.x, borders.y, strict=True) if x is not None]
    labels = [box for box, text in text_boxes(figure).items() if text.startswith("Place ")]
    assert len(labels) > 5
    assert not [
        end
        for end in ends
        for box in labels
        if box.left + 1 < end[0] < box.right - 1 and box.top < end[1] < box.bottom
    ]


def test_the_area_of_a_disc_is_proportional_to_its_number() -> None:
    palestinians, israelis = look(drawn(rows_of("2023-07", "killed", [])))[:2]
    # The edge around a disc, half of it outside, is not of its area.
    assert (palestinians["size"] - 1) ** 2 / (israelis["size"] - 1) ** 2 == pytest.approx(12)
    assert [palestinians["fill"], israelis["fill"]] == [
        LIGHT.sides["palestinian"].mark,
        LIGHT.sides["israeli"].mark,
    ]


MARKS = [
    ("disc", {}, "●", True, 1.0),
    ("zero", {"best": 0}, "0", False, 0.0),
    ("vague", {"best": None, "high": None, "open_high": True}, "○", False, 3.0),
]


@pytest.mark.parametrize(("mark", "cells", "character", "filled", "stroke"), MARKS)
def test_a_number_none_and_words_without_a_number_are_three_marks(
    mark: str, cells: dict[str, Any], character: str, filled: bool, stroke: float
) -> None:
    rows = one_row(**cells)
    figure = drawn(rows)
    marks = look(figure)
    assert len(marks) == len(rows)
    assert (marks[0]["fill"] != "rgba(0,0,0,0)", marks[0]["stroke"]) == (filled, stroke)
    assert ("0" in texts(figure)) == (mark == "zero")
    assert map_key(rows, narrowed=False)[0][0] == character


def test_silence_draws_rings_and_dots_alone_and_no_number() -> None:
    rows = rows_of("2025-01", "killed", ["jenin"])
    figure = drawn(rows)
    assert {mark["size"] for mark in look(figure)} == {14.0, 5.0}
    assert [character for character, _ in map_key(rows, narrowed=False)] == ["○", "•"]
    assert not [
        text for text in texts(figure) if any(letter.isdigit() for letter in text) and "km" not in text
    ]


def test_the_key_names_only_the_marks_that_are_drawn() -> None:
    key = dict(map_key(rows_of(*PART), narrowed=False))
    assert key == {
        "●": "disc: as large in area as its number",
        "○": "thin ring: named, no figure of its own: not reported",
    }
    assert map_key(rows_of("2025-01", "killed", []), narrowed=False) == (
        ("•", "dot: not named, for orientation"),
    )


def test_the_legend_draws_sides_and_sizes_below_the_map() -> None:
    figure = drawn(rows_of("2023-07", "killed", []))
    legend = trace(figure, "legend")
    assert [text for text in texts(figure) if text in ("Palestinians", "Israelis")]
    assert [text for text in texts(figure) if text.startswith("stands")] == ["stands for 2", "stands for 10"]
    assert min(legend.y) > print_window(640).frame.bottom
    ten, disc = legend.marker.size[-1], look(figure)[0]["size"] - 1
    assert ten**2 / disc**2 == pytest.approx(10 / 12)


def test_a_map_without_a_figure_has_no_legend() -> None:
    figure = drawn(rows_of("2025-01", "killed", []))
    assert "legend" not in {trace.name for trace in figure.data}
    assert figure.layout.height == print_window(640).frame.bottom * 2


def test_places_without_room_for_their_name_are_counted() -> None:
    assert [text for text in texts(drawn(CROWDS["60 places"])) if text.startswith("No room for the name of")]
    assert not [text for text in texts(drawn(CROWDS["3 places"])) if text.startswith("No room")]


def test_pointing_at_a_mark_shows_its_card_as_text() -> None:
    claims = CLAIMS.conform(FULL.claims.assign(sentence=HOSTILE))
    hover = look(drawn(rows_of(*PART), claims=claims))[0]["hover"]
    assert hover.startswith("Jenin: 21 Palestinians<br>Said by: ")
    assert "<" not in hover.replace("<br>", "")
    shown = unescape(hover.replace("<br>", "").replace(" ", ""))
    assert HOSTILE.replace(" ", "") in shown
    assert "Click" not in hover


def test_names_show_as_their_characters() -> None:
    rows = rows_of(*PART)
    figure = drawn(rows.assign(place=HOSTILE), 1200)
    assert HOSTILE in texts(figure)
    assert not [text for text in trace(figure, "text").text if "<" in text]

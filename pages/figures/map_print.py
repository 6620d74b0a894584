"""The map in print: the same land, marks and labels as on the page, laid out for a window of its own.

What needs a colour or a size to be told is in the legend under it; the marks that a character can show are in
`map_key`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.colors import hex_to_rgb

from pages.figures.borders import broken_at
from pages.figures.labels import LINE_HEIGHT, TEXT_SIZE, Box, Placed, Point
from pages.figures.layout import (
    AROUND_THE_BAR,
    CLOSEST_OPENING,
    DISC_STROKE,
    OPEN_STROKE,
    RING_STROKE,
    Area,
    Layout,
    Spot,
    Window,
    by_place,
    lay_out,
    lines_of,
)
from pages.figures.legend_print import legend_of
from pages.figures.map import card, meaning_of
from pages.figures.palette import Palette
from pages.figures.pixels import (
    Line,
    Type,
    figure_of_pixels,
    line_trace,
    plain,
    text_trace,
)
from pages.figures.typesetting import wrap_to

NAME, FIGURE = Type(TEXT_SIZE, LINE_HEIGHT, bold=True), Type(TEXT_SIZE, LINE_HEIGHT)

# The window is LOWEST pixels high and STEEPNESS more for each pixel of its width. At the closest it shows the
# land from the sea to beyond the Jordan, which is GROUND pixels wide at the page's closest opening.
LOWEST, STEEPNESS, GROUND = 360, 0.3, 740.0
BORDER, EDGE = 0.8, 1.0
CARD_WIDTH = 420.0  # pixels of the card of a mark
EMPTY = "rgba(0,0,0,0)"

# Every kind of mark as a character, and what it is called.
CHARACTERS = {
    "disc": ("\N{BLACK CIRCLE}", "disc: "),
    "zero": ("0", ""),
    "vague": ("\N{WHITE CIRCLE}", "thick ring: "),
    "ring": ("\N{WHITE CIRCLE}", "thin ring: "),
    "dot": ("\N{BULLET}", "dot: "),
}


@dataclass(frozen=True)
class _Look:
    """How a mark is drawn, in pixels and colours."""

    diameter: float
    fill: str
    stroke: float
    edge: str


def print_window(width: int) -> Window:
    """The window of a map `width` pixels wide: sober in height, from the sea to beyond the Jordan."""
    height = round(LOWEST + STEEPNESS * width)
    frame = Box(-width / 2, -height / 2, width / 2, height / 2)
    return Window(frame, CLOSEST_OPENING + math.log2(width / GROUND))


def draw_map(
    rows: pd.DataFrame,
    largest: int,
    claims: pd.DataFrame,
    land: Mapping[str, Any],
    palette: Palette,
    width: int,
) -> go.Figure:
    """The map of `map_rows` as a figure `width` pixels wide, of its own height and without title or key.

    `largest` is the value of the largest disc of any operation; `land` is GeoJSON whose features have a
    `name`. What stands beside the map (`margin_notes`) is not in it.
    """
    window = print_window(width)
    frame = window.frame
    outlines = [ring for feature in land["features"] for ring in _rings(feature["geometry"])]
    layout = lay_out(rows, largest, window, outlines)
    legend, labels = legend_of(layout, frame, palette), list(_label_lines(layout, palette))
    traces = [
        *_ground(land, layout, frame, labels, palette),
        _scale_bar_and_leaders(layout, palette),
        _marks(layout.spots, claims, palette),
        text_trace([*labels, *_zeros(layout.spots, palette), _bar_words(layout, palette)]),
        *legend.traces,
    ]
    figure = figure_of_pixels(traces, frame, palette, below=legend.depth)
    return figure.update_layout(
        annotations=[_area_name(area, palette) for area in layout.areas if frame.holds(area.box)],
        shapes=[_edge(frame, palette)],
    )


def map_key(rows: pd.DataFrame, *, narrowed: bool) -> tuple[tuple[str, str], ...]:
    """The marks that the map has, each as a character and what it means; `narrowed` as in `map_rows`."""
    drawn = set(rows["mark"])
    return tuple(
        (sign, f"{name}{meaning_of(mark, narrowed=narrowed)}")
        for mark, (sign, name) in CHARACTERS.items()
        if mark in drawn
    )


# The ground


def _ground(
    land: Mapping[str, Any], layout: Layout, frame: Box, labels: Sequence[Line], palette: Palette
) -> Iterator[go.Scatter]:
    """The neighbours paler than the West Bank, and their borders, which give way to the lines of labels."""
    outlines: dict[bool, list[list[Point]]] = {True: [], False: []}
    for feature in land["features"]:
        for ring in _rings(feature["geometry"]):
            outline = [layout.camera.pixels(*position) for position in ring]
            outlines[feature["properties"]["name"] == "West Bank"].append(outline)
    for name, is_west_bank, share in (("neighbours", False, 0.5), ("west bank", True, 1)):
        fill = f"rgba{(*hex_to_rgb(palette.land), share)}"
        yield line_trace(name, outlines[is_west_bank], fill, 0, fill="toself", fillcolor=fill)
    texts = [layout.bar.grown(AROUND_THE_BAR), *(line.box for line in labels)]
    pieces = [
        piece for outline in [*outlines[False], *outlines[True]] for piece in broken_at(outline, frame, texts)
    ]
    yield line_trace("borders", pieces, palette.line, BORDER)


def _rings(geometry: Mapping[str, Any]) -> Iterator[Sequence[Point]]:
    """The outlines of a land; ours have no lakes cut out."""
    polygons = geometry["coordinates"]
    for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
        yield from polygon[:1]


def _area_name(area: Area, palette: Palette) -> dict[str, Any]:
    x, y = area.box.middle
    return {
        "x": x,
        "y": y,
        "text": plain(area.name),
        "textangle": -area.slope,
        "showarrow": False,
        "font": {"size": TEXT_SIZE, "color": palette.muted},
    }


def _edge(frame: Box, palette: Palette) -> dict[str, Any]:
    corners = {"x0": frame.left, "x1": frame.right, "y0": frame.top, "y1": frame.bottom}
    return {"type": "rect", **corners, "line": {"color": palette.grid, "width": EDGE}}


def _scale_bar_and_leaders(layout: Layout, palette: Palette) -> go.Scatter:
    bar, tick = layout.bar, layout.bar.bottom - 4
    ends = [(bar.left, tick), (bar.left, bar.bottom), (bar.right, bar.bottom), (bar.right, tick)]
    return line_trace("scale and leaders", [ends, *layout.leaders], palette.muted, 1)


def _bar_words(layout: Layout, palette: Palette) -> Line:
    middle = layout.bar.bottom - LINE_HEIGHT / 2 - 3
    return Line(f"{layout.kilometres} km", layout.bar.left, middle, FIGURE, palette.muted)


# Marks and their labels


def _marks(spots: Sequence[Spot], claims: pd.DataFrame, palette: Palette) -> go.Scatter:
    """Every mark; of a numeral 0 the place to point at alone, for the numeral is text."""
    looks = [_look(spot, palette) for spot in spots]
    return go.Scatter(
        name="marks",
        x=[spot.x for spot in spots],
        y=[spot.y for spot in spots],
        mode="markers",
        marker={
            "size": [look.diameter for look in looks],
            "opacity": 1,
            "color": [look.fill for look in looks],
            "line": {"width": [look.stroke for look in looks], "color": [look.edge for look in looks]},
        },
        cliponaxis=False,
        hovertext=[_hover(spot, claims) for spot in spots],
        hoverinfo="text",
        hoverlabel={"align": "left"},
    )


def _look(spot: Spot, palette: Palette) -> _Look:
    ink, size = _ink(spot, palette), 2 * spot.radius
    looks = {
        # The edge that parts a disc from the next lies around it, so that the area seen is its number's.
        "disc": _Look(size + DISC_STROKE, ink, DISC_STROKE, palette.paper),
        "zero": _Look(size, EMPTY, 0, EMPTY),
        "vague": _Look(size, EMPTY, OPEN_STROKE, ink),
        "ring": _Look(size, EMPTY, RING_STROKE, ink),
        "dot": _Look(size, ink, 0, ink),
    }
    return looks[spot.row["mark"]]


def _ink(spot: Spot, palette: Palette) -> str:
    side = spot.row["side"]
    return palette.sides[side].mark if side in palette.sides else palette.muted


def _hover(spot: Spot, claims: pd.DataFrame) -> str:
    said = card(spot.row, claims).split("\n")
    lines = [line for paragraph in said for line in wrap_to(paragraph, CARD_WIDTH, TEXT_SIZE)]
    return "<br>".join(map(plain, lines))


def _label_lines(layout: Layout, palette: Palette) -> Iterator[Line]:
    groups = by_place(layout.spots)
    for placed in layout.labels:
        for nth, (text, side) in enumerate(lines_of(groups[placed.label.name])):
            color = palette.sides[side].text if side in palette.sides else palette.muted
            yield _label_line(placed, nth, text, color if nth else palette.text)


def _label_line(placed: Placed, nth: int, text: str, color: str) -> Line:
    middle = placed.box.top + (nth + 0.5) * LINE_HEIGHT
    return Line(text, placed.x, middle, FIGURE if nth else NAME, color, placed.across)


def _zeros(spots: Sequence[Spot], palette: Palette) -> Iterator[Line]:
    for spot in spots:
        if spot.row["mark"] == "zero":
            yield Line(CHARACTERS["zero"][0], spot.x, spot.y, NAME, palette.text, across=0)

"""The boxes that the words of a figure take up, computed from what the figure says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape
from itertools import combinations
from typing import Any

import plotly.graph_objects as go

from pages.figures.labels import Box
from pages.figures.typesetting import width_of

# Letters with everything above and below them, in em.
HEIGHT = 1.2
# How much of a text lies to the left of its point.
_SHARE_LEFT = {"middle right": 0.0, "middle center": 0.5, "middle left": 1.0}


def text_boxes(figure: go.Figure) -> dict[Box, str]:
    """What stands in each box, in pixels from the upper left corner. No text of the figures has markup."""
    traces = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "text"]
    boxes = {box: text for trace in traces for box, text in _of_trace(figure, trace)}
    for note in figure.layout.annotations:
        boxes[_of_note(figure, note)] = unescape(note.text)
    return boxes


def overlaps(boxes: Sequence[Box]) -> list[tuple[Box, Box]]:
    return [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


def page_of(figure: go.Figure) -> Box:
    """The whole figure; a hair more, for what is computed in two ways."""
    return Box(0, 0, figure.layout.width, figure.layout.height).grown(0.01)


def _of_trace(figure: go.Figure, trace: Any) -> Iterator[tuple[Box, str]]:
    font = trace.textfont
    for x, y, text, side, size, weight in zip(
        trace.x, trace.y, trace.text, trace.textposition, font.size, font.weight, strict=True
    ):
        shown = unescape(text)
        across, down = _from_corner(figure, x, y)
        width = width_of(shown, size, bold=weight == "bold")
        left = across - _SHARE_LEFT[side] * width
        yield Box(left, down - HEIGHT * size / 2, left + width, down + HEIGHT * size / 2), shown


def _of_note(figure: go.Figure, note: Any) -> Box:
    across, down = _from_corner(figure, note.x, note.y)
    along, thick = width_of(unescape(note.text), note.font.size) / 2, HEIGHT * note.font.size / 2
    # Near enough for names that run along or nearly upright.
    width, height = (thick, along) if abs(note.textangle) > 45 else (along, thick)
    return Box(across - width, down - height, across + width, down + height)


def _from_corner(figure: go.Figure, x: float, y: float) -> tuple[float, float]:
    """A point of the figure's axes, whose pixels count on from the first axis to the one below it."""
    left, top = figure.layout.xaxis.range[0], figure.layout.yaxis.range[1]
    return x - left, y - top

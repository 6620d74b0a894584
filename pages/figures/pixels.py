"""Figures measured in pixels: text, lines and bars that stand where they are put, y growing downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from pages.figures.labels import Box, Point
from pages.figures.palette import Palette, chart_layout
from pages.figures.traces import apart
from pages.figures.typesetting import width_of, wrap_to

# Which part of a text stands on its x, as Plotly says where text is from a point.
_SIDE_OF_POINT = {-1: "middle right", 0: "middle center", 1: "middle left"}

# The vertical axis of what is drawn under the frame of a figure.
BELOW = "y2"


@dataclass(frozen=True)
class Type:
    """A size of letters and the height of a line of them, in pixels, with weight and slope."""

    size: int
    height: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """One line of text as it is, without markup. Its middle stands at `y`.

    `across` is -1, 0 or 1 where its left end, middle or right end stands at `x`.
    """

    text: str
    x: float
    y: float
    type: Type
    color: str
    across: int = -1

    @property
    def box(self) -> Box:
        """What it takes up at most."""
        width = width_of(self.text, self.type.size, bold=self.type.bold)
        left = self.x - width * (self.across + 1) / 2
        return Box(left, self.y - self.type.height / 2, left + width, self.y + self.type.height / 2)


def set_lines(text: str, corner: Point, width: float, type_: Type, color: str) -> list[Line]:
    """`text` wrapped to `width` pixels, its upper left corner at `corner`."""
    left, top = corner
    lines = wrap_to(text, width, type_.size, bold=type_.bold)
    return [
        Line(line, left, top + type_.height * (position + 0.5), type_, color)
        for position, line in enumerate(lines)
    ]


def text_trace(lines: Sequence[Line], **more: Any) -> go.Scatter:
    """All lines of text as one trace; what Plotly would read as markup shows as its characters."""
    return go.Scatter(
        name="text",
        x=[line.x for line in lines],
        y=[line.y for line in lines],
        mode="text",
        text=[plain(line.text) for line in lines],
        textposition=[_SIDE_OF_POINT[line.across] for line in lines],
        textfont={
            "size": [line.type.size for line in lines],
            "color": [line.color for line in lines],
            "weight": ["bold" if line.type.bold else "normal" for line in lines],
            "style": ["italic" if line.type.italic else "normal" for line in lines],
        },
        cliponaxis=False,
        hoverinfo="skip",
        **more,
    )


def line_trace(
    name: str, lines: Sequence[Sequence[Point]], color: str, width: float, **more: Any
) -> go.Scatter:
    """Lines through points, each apart from the next."""
    points = apart(lines)
    return go.Scatter(
        name=name,
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": color, "width": width},
        hoverinfo="skip",
        **more,
    )


def figure_of_pixels(traces: Iterable[Any], frame: Box, palette: Palette, below: float = 0.0) -> go.Figure:
    """The figure of the traces, without margins: a pixel of the frame is a pixel of the figure.

    It goes on for `below` pixels under the frame. What is drawn there has BELOW as its axis and counts on
    from the frame; what has not ends at the frame.
    """
    width, height = frame.right - frame.left, frame.bottom - frame.top
    share = below / (height + below)
    axis = {"visible": False, "fixedrange": True}
    figure = go.Figure(list(traces))
    figure.update_layout(
        **chart_layout(palette),
        width=width,
        height=height + below,
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        xaxis={"range": [frame.left, frame.right], **axis},
        yaxis={"range": [frame.bottom, frame.top], "domain": [share, 1], **axis},
    )
    if below:
        figure.update_layout(
            yaxis2={"range": [frame.bottom + below, frame.bottom], "domain": [0, share], **axis}
        )
    return figure


def plain(text: str) -> str:
    """`text` so that Plotly, which reads markup, shows its characters."""
    return escape(text, quote=False)

"""A sheet as one figure: title and subtitle above the chart, its key, notes and footer below it.

Every line of text is broken here by its width and stands at a place of its own, so that nothing is clipped
and nothing overlaps, whatever the size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from pages.export.sheet import Sheet
from pages.figures.palette import PRINT
from pages.figures.typesetting import width_of, wrap_to

SIZES = {"web": 1200, "column": 640, "page": 794}
"""Widths in pixels: the full width of a web page, a column of an article, and an A4 page at 96 to the inch.

Heights follow from what is drawn.
"""

EDGE = 20  # pixels of white around everything


@dataclass(frozen=True)
class _Type:
    """A size of type, in pixels."""

    size: float
    line: float
    color: str
    bold: bool = False


TITLE = _Type(22, 28, PRINT.text, bold=True)
SUBTITLE = _Type(14, 20, PRINT.muted)
KEY = _Type(12, 19, PRINT.text)
NOTE = _Type(12, 17, PRINT.muted)
FOOTER = _Type(11, 16, PRINT.muted)
GAP = 12


@dataclass(frozen=True)
class _Line:
    """A line of text with the middle of its height, in pixels from the top of its block."""

    text: str
    middle: float
    type: _Type


def printed(sheet: Sheet, size: str) -> go.Figure:
    """The chart of a sheet with its words, `SIZES[size]` pixels wide and as high as it needs."""
    width = SIZES[size]
    chart = sheet.draw(width - 2 * EDGE)
    head = _Block(width)
    head.write(sheet.title, TITLE)
    head.write(sheet.subtitle, SUBTITLE)
    head.skip(GAP)
    foot = _Block(width)
    foot.skip(GAP / 2)
    for line in _key_lines(sheet, width - 2 * EDGE):
        foot.write(line, KEY)
    for note in sheet.notes:
        foot.write(note, NOTE)
    foot.skip(GAP)
    rule = foot.height
    for line in sheet.footer:
        foot.write(line, FOOTER)
    figure = _composed(chart, head, foot, rule, width)
    return figure.update_layout(meta={"title": sheet.title})


class _Block:
    """Lines of text under each other, above or below a chart."""

    def __init__(self, width: int) -> None:
        self.room = width - 2 * EDGE
        self.height = 0.0
        self.lines: list[_Line] = []

    def write(self, text: str, type_: _Type) -> None:
        """A text on as many lines as it needs."""
        for line in wrap_to(text, self.room, type_.size, bold=type_.bold):
            self.lines.append(_Line(line, self.height + type_.line / 2, type_))
            self.height += type_.line

    def skip(self, pixels: float) -> None:
        """Some white."""
        self.height += pixels


def _key_lines(sheet: Sheet, room: float) -> Iterator[str]:
    """The key on lines of whole entries, each a mark and its meaning that no line end parts."""
    line = ""
    for mark, meaning in sheet.key:
        entry = f"{mark} {meaning}".replace(" ", "\N{NO-BREAK SPACE}")
        longer = f"{line}\N{EM SPACE}{entry}" if line else entry
        if line and width_of(longer, KEY.size) > room:
            yield line
            longer = entry
        line = longer
    if line:
        yield line


def _composed(chart: go.Figure, head: _Block, foot: _Block, rule: float, width: int) -> go.Figure:
    """The chart with its blocks: its margins grow by them, and its own coordinates stay what they are."""
    margin = chart.layout.margin
    top, left = EDGE + head.height + margin.t, EDGE + margin.l
    bottom, right = EDGE + foot.height + margin.b, EDGE + margin.r
    above = [_note(line, 1, top - EDGE - line.middle, margin.l) for line in head.lines]
    below = [_note(line, 0, -margin.b - line.middle, margin.l) for line in foot.lines]
    chart.update_layout(
        paper_bgcolor=PRINT.paper,
        annotations=[*chart.layout.annotations, *above, *below],
        shapes=[*chart.layout.shapes, _rule(-margin.b - rule, margin, width)],
        width=width,
        height=round(chart.layout.height + 2 * EDGE + head.height + foot.height),
        margin={"t": top, "b": bottom, "l": left, "r": right},
    )
    return chart


def _note(line: _Line, edge: int, up: float, left: float) -> dict[str, Any]:
    """A line at so many pixels above the upper (1) or lower (0) edge of the plot."""
    text = escape(line.text, quote=False)
    return {
        "text": f"<b>{text}</b>" if line.type.bold else text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -left,
        "y": edge,
        "yref": "paper",
        "yanchor": "middle",
        "yshift": up,
        "showarrow": False,
        "align": "left",
        "borderpad": 0,
        "font": {"size": line.type.size, "color": line.type.color},
    }


def _rule(up: float, margin: Any, width: int) -> dict[str, Any]:
    """A thin line above the footer, from edge to edge."""
    return {
        "type": "line",
        "xref": "paper",
        "yref": "paper",
        "xsizemode": "pixel",
        "ysizemode": "pixel",
        "xanchor": 0,
        "yanchor": 0,
        "x0": -margin.l,
        "x1": width - 2 * EDGE - margin.l,
        "y0": up + GAP / 2,
        "y1": up + GAP / 2,
        "line": {"width": 1, "color": PRINT.grid},
    }

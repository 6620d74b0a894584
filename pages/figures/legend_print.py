"""The legend under a printed map: whose colour is whose, and which area stands for which number."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from loaders.tables import SIDES
from pages.figures import words
from pages.figures.labels import Box
from pages.figures.layout import DISC_STROKE, Layout, reference_values
from pages.figures.palette import Palette
from pages.figures.pixels import BELOW, Line, Type, set_lines, text_trace

TYPE = Type(12, 16)
# In pixels: the disc of a side, the room between items, and that from a disc to its words.
SWATCH, APART, BESIDE = 6.0, 26.0, 7.0
EMPTY = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Legend:
    """What is drawn under the frame of the map, and how many pixels deep it is."""

    traces: tuple[go.Scatter, ...] = ()
    depth: float = 0.0


@dataclass(frozen=True)
class _Item:
    """A disc, filled or only its outline, and what it stands for."""

    radius: float
    color: str
    filled: bool
    text: str

    @property
    def width(self) -> float:
        """Of the disc and its words."""
        return 2 * self.radius + BESIDE + Line(self.text, 0, 0, TYPE, "").box.right

    @property
    def height(self) -> float:
        return max(2 * self.radius, TYPE.height)


def legend_of(layout: Layout, frame: Box, palette: Palette) -> Legend:
    """The legend in rows from left to right, and under it how many places have no room for their name."""
    width = frame.right - frame.left
    y = frame.bottom + BESIDE
    discs: list[tuple[float, float, _Item]] = []
    lines: list[Line] = []
    for row in _rows(_items(layout, palette), width):
        height = max(item.height for item in row)
        x = frame.left + DISC_STROKE
        for item in row:
            discs.append((x + item.radius, y + height / 2, item))
            start = x + 2 * item.radius + BESIDE
            lines.append(Line(item.text, start, y + height / 2, TYPE, palette.text))
            x += item.width + APART
        y += height + BESIDE
    note = set_lines(_note(layout), (frame.left, y), width, TYPE, palette.muted)
    y += TYPE.height * len(note)
    if not lines and not note:
        return Legend()
    return Legend((_swatches(discs), text_trace([*lines, *note], yaxis=BELOW)), math.ceil(y - frame.bottom))


def _items(layout: Layout, palette: Palette) -> list[_Item]:
    sides = {spot.row["side"] for spot in layout.spots}
    items = [
        _Item(SWATCH, palette.sides[side].mark, True, words.SIDES[side]) for side in SIDES if side in sides
    ]
    if any(spot.row["mark"] == "disc" for spot in layout.spots):
        items += [
            _Item(layout.scale.radius_of(value), palette.muted, False, f"stands for {words.number(value)}")
            for value in reference_values(layout.scale.value)
        ]
    return items


def _note(layout: Layout) -> str:
    if not layout.unlabelled:
        return ""
    return f"No room for the name of {words.count(layout.unlabelled, 'place')}."


def _rows(items: Sequence[_Item], width: float) -> list[list[_Item]]:
    """The items on rows that hold them."""
    rows: list[list[_Item]] = []
    x = 0.0
    for item in items:
        if not rows or x + item.width > width:
            rows.append([])
            x = 0.0
        rows[-1].append(item)
        x += item.width + APART
    return rows


def _swatches(discs: Sequence[tuple[float, float, _Item]]) -> go.Scatter:
    return go.Scatter(
        name="legend",
        x=[x for x, _, _ in discs],
        y=[y for _, y, _ in discs],
        mode="markers",
        marker={
            "size": [2 * item.radius for _, _, item in discs],
            "opacity": 1,
            "color": [item.color if item.filled else EMPTY for _, _, item in discs],
            "line": {"width": DISC_STROKE, "color": [item.color for _, _, item in discs]},
        },
        cliponaxis=False,
        hoverinfo="skip",
        yaxis=BELOW,
    )

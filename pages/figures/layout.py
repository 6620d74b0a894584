"""Where everything on the map is: in pixels from its middle, at the scale at which it opens.

That scale is also the smallest that a reader can go to, and discs are measured on the ground, so that map and
marks grow together: what is clear of each other here is clear of each other at every scale.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.tables import SIDES
from pages.figures.borders import broken_at, crosses
from pages.figures.camera import Camera, fit_camera
from pages.figures.labels import GAPS, LINE_HEIGHT, TEXT_SIZE, Box, Label, Placed, Point, place_labels
from pages.figures.map import FOCUS, ring_words
from pages.figures.typesetting import width_of

# What a phone shows of the map: all marks and the labels of the three places lie in it when the map opens.
PHONE = Box(-170.0, -225.0, 170.0, 225.0)
# Room that the marks at its edge take inside it.
MARGIN = 34.0
CLOSEST_OPENING = 9.2
# Where the map opens when not even the three places are known.
NOWHERE = [(35.19, 32.37)]

LARGEST_RADIUS, SMALLEST_RADIUS, RING_RADIUS, DOT_RADIUS = 34.0, 2.5, 7.0, 2.5
OPEN_STROKE, RING_STROKE, DISC_STROKE = 3.0, 1.6, 1.0
# Square pixels that discs may cover in all: about an eighth of a phone's map.
MOST_COVERED = 19_000.0

# Names of sea and lands: where each is written, and its slope in degrees. Along coast and river a name needs
# no more room than a narrow window has; a phone sees those in between.
AREAS = (
    ("Mediterranean Sea", 34.833, 32.37, 78),
    ("Israel", 35.08, 32.52, 0),
    ("West Bank", 35.2, 32.2, 0),
    ("Jordan", 35.595, 32.30, -88),
)
KILOMETRES = (1, 2, 5, 10, 20, 50, 100)
# In pixels: the bar of the scale, the room that borders leave around it, and how far it moves to find room.
LONGEST_BAR, AROUND_THE_BAR, ASIDE = 100.0, 7.0, 6.0


@dataclass(frozen=True)
class Window:
    """What is seen of a map as it opens: its frame in pixels from the middle, and the closest zoom.

    All marks and the labels of the three places lie within the frame; what else is seen is more of the land.
    """

    frame: Box
    closest: float


ON_PAGE = Window(PHONE, CLOSEST_OPENING)


@dataclass(frozen=True)
class Spot:
    """One mark on the map: its row, and the circle that it takes up, in pixels from the middle of the map."""

    row: Mapping[Any, Any]
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """What it takes up."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True)
class Area:
    """The name of a land or sea, what it takes up, and its slope in degrees."""

    name: str
    box: Box
    slope: float


@dataclass(frozen=True)
class Scale:
    """How large a disc is: the value that the largest stands for, and its radius in pixels."""

    value: int
    radius: float

    def radius_of(self, value: int) -> float:
        """The area is proportional to the value, down to a speck that can still be seen."""
        return max(self.radius * math.sqrt(value / self.value), SMALLEST_RADIUS)


@dataclass(frozen=True)
class Layout:
    """The map before it is drawn."""

    camera: Camera
    scale: Scale
    spots: list[Spot]
    labels: list[Placed]
    areas: list[Area]
    bar: Box
    kilometres: int

    @property
    def leaders(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        """Lines from a label that is not right beside its mark to the middle of the mark."""
        far = [label for label in self.labels if label.gap > GAPS[0] + 0.5]
        return [((label.x, label.y), label.label.mark.middle) for label in far]

    @property
    def unlabelled(self) -> int:
        """How many places have a mark and had no room for their name."""
        return len(by_place(self.spots)) - len(self.labels)


def lay_out(
    rows: pd.DataFrame, largest: int, window: Window = ON_PAGE, borders: Iterable[Sequence[Point]] = ()
) -> Layout:
    """Put the rows of `map_rows` on the map. `largest` is the value of the largest disc of any operation.

    Labels and scale stand clear of `borders`, outlines in degrees, where they can.
    """
    camera, scale = open_camera(rows, window), disc_scale(rows, largest)
    spots = place_spots(rows, camera, scale)
    pieces = [
        piece
        for border in borders
        for piece in broken_at([camera.pixels(*position) for position in border], window.frame, [])
    ]

    def hides(box: Box) -> bool:
        return any(crosses(piece, box) for piece in pieces)

    bar, kilometres = scale_bar(camera, window.frame, hides)
    labels = label_places(spots, window.frame, [bar], hides)
    taken = [bar, *(label.box for label in labels), *(spot.box for spot in spots)]
    return Layout(camera, scale, spots, labels, area_labels(camera, taken), bar, kilometres)


def disc_scale(rows: pd.DataFrame, largest: int) -> Scale:
    """The scale of the discs: the same for every operation, but smaller where so many would hide each other.

    `largest` is the value of the largest disc of any operation.
    """
    values = rows.loc[rows["mark"] == "disc", "best"]
    value = max([largest, 1, *values])
    covered = math.pi * LARGEST_RADIUS**2 * float(values.sum()) / value
    return Scale(value, LARGEST_RADIUS * min(1.0, math.sqrt(MOST_COVERED / max(covered, 1.0))))


def reference_values(largest: int) -> list[int]:
    """The numbers that the legend draws to scale: round ones, up to a tenth and to a half of the largest.

    >>> reference_values(21), reference_values(3), reference_values(17000)
    ([2, 10], [1], [1000, 5000])
    """
    return sorted({_round_down(largest / 10), _round_down(largest / 2)} - {0})


def open_camera(rows: pd.DataFrame, window: Window = ON_PAGE) -> Camera:
    """The closest view, up to a limit, that has every mark on the map within the window."""
    frame = window.frame
    on_map = rows[rows["mark"] != "beside"]
    positions = list(zip(on_map["longitude"].astype(float), on_map["latitude"].astype(float), strict=True))
    return fit_camera(positions or NOWHERE, frame.right - MARGIN, frame.bottom - MARGIN, window.closest)


def place_spots(rows: pd.DataFrame, camera: Camera, scale: Scale) -> list[Spot]:
    """Every mark on the map, larger ones below; those of one place stand side by side, by side."""
    spots: list[Spot] = []
    for _, marks in rows[rows["mark"] != "beside"].groupby("place_id", sort=False):
        records = sorted(marks.to_dict("records"), key=lambda row: _side_order(row["side"]))
        radii = [_mark_radius(row, scale) for row in records]
        x, y = camera.pixels(float(records[0]["longitude"]), float(records[0]["latitude"]))
        left = x - sum(radii)
        for row, radius in zip(records, radii, strict=True):
            spots.append(Spot(row, left + radius, y, radius))
            left += 2 * radius
    return sorted(spots, key=lambda spot: -spot.radius)


def label_places(
    spots: Iterable[Spot], frame: Box, taken: Sequence[Box], hides: Callable[[Box], bool]
) -> list[Placed]:
    """The name and the figures of every place, set beside its marks; the largest marks come first."""
    groups = sorted(by_place(spots).values(), key=lambda group: -max(spot.radius for spot in group))
    labels = [
        Label(name, tuple(text for text, _ in lines_of(group)), _around(group), required=name in FOCUS)
        for group in groups
        for name in [str(group[0].row["place_id"])]
    ]
    return place_labels(labels, frame, taken, hides)


def area_labels(camera: Camera, taken: Iterable[Box]) -> list[Area]:
    """The names of sea and lands; one that would meet something is left out."""
    taken = list(taken)
    areas = [
        _area(name, *camera.pixels(longitude, latitude), slope) for name, longitude, latitude, slope in AREAS
    ]
    return [area for area in areas if not any(area.box.meets(box) for box in taken)]


def _area(name: str, x: float, y: float, slope: float) -> Area:
    along, across = width_of(name, TEXT_SIZE) / 2, LINE_HEIGHT / 2
    sine, cosine = abs(math.sin(math.radians(slope))), abs(math.cos(math.radians(slope)))
    width, height = along * cosine + across * sine, along * sine + across * cosine
    return Area(name, Box(x - width, y - height, x + width, y + height), slope)


def scale_bar(camera: Camera, frame: Box, hides: Callable[[Box], bool]) -> tuple[Box, int]:
    """What the bar of the scale takes up with its words, and how many kilometres it is long.

    It stands at the lower left, moved to the right as far as it needs to hide no border.
    """
    metres = camera.metres(1.0, camera.latitude)
    kilometres = max((km for km in KILOMETRES if km * 1000 / metres <= LONGEST_BAR), default=KILOMETRES[0])
    length, bottom = kilometres * 1000 / metres, frame.bottom - ASIDE
    steps = range(1, int((frame.right - frame.left - length) / ASIDE))
    bars = [
        Box(left, bottom - LINE_HEIGHT - 3, left + length, bottom)
        for left in (frame.left + ASIDE * step for step in steps)
    ]
    return next((bar for bar in bars if not hides(bar.grown(AROUND_THE_BAR))), bars[0]), kilometres


def by_place(spots: Iterable[Spot]) -> dict[str, list[Spot]]:
    groups: dict[str, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(str(spot.row["place_id"]), []).append(spot)
    return groups


def lines_of(group: Sequence[Spot]) -> list[tuple[str, Any]]:
    """The lines of a place's label, each with the side that it speaks of, from left to right."""
    group = sorted(group, key=lambda spot: spot.x)
    first = group[0].row
    if first["mark"] == "dot":
        return [(str(first["place"]), None)]
    if first["mark"] == "ring" and len(group) == 1:
        return [(str(first["place"]), None), (ring_words(first), None)]
    return [(str(first["place"]), None), *((_value_line(spot.row), spot.row["side"]) for spot in group)]


def _value_line(row: Mapping[Any, Any]) -> str:
    if row["mark"] == "ring":
        return ring_words(row)
    return "number not given" if row["mark"] == "vague" else str(row["figure"])


def _around(group: Sequence[Spot]) -> Box:
    boxes = [spot.box for spot in group]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _side_order(side: Any) -> int:
    return SIDES.index(side) if side in SIDES else len(SIDES)


def _mark_radius(row: Mapping[Any, Any], scale: Scale) -> float:
    if row["mark"] == "disc":
        return scale.radius_of(int(row["best"]))
    return DOT_RADIUS if row["mark"] == "dot" else RING_RADIUS


def _round_down(value: float) -> int:
    if value < 1:
        return 0
    power = 10 ** int(math.log10(value))
    return int(max(step for step in (1, 2, 5) if step * power <= value) * power)

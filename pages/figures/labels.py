"""Labels that never collide: where each one goes beside its mark, by the boxes that they take up.

Everything here is in pixels at the scale at which a figure opens, y growing downwards. A label is placed by
its anchor, the point of its box that stays on its spot when the figure is magnified. A box has the same size
at every scale while spots move apart, so labels that are clear of each other at first stay clear at every
larger scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

LINE_HEIGHT = 17.0
# The widest that a letter of a 13 px bold label is on average, in the fonts that the palette names.
LETTER_WIDTH = 7.6

# Which side of its mark a label would rather be on, as steps to the right and down.
DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
GAPS = (5.0, 14.0, 26.0)
FARTHER = 26.0


@dataclass(frozen=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True)
class Label:
    """Lines of text that belong to a mark. A required label is placed whatever it takes."""

    name: str
    lines: tuple[str, ...]
    mark: Box
    required: bool = False

    @property
    def width(self) -> float:
        """An upper estimate: the browser's font is not known here."""
        return max(len(line) for line in self.lines) * LETTER_WIDTH

    @property
    def height(self) -> float:
        """Of all its lines."""
        return len(self.lines) * LINE_HEIGHT


@dataclass(frozen=True)
class Placed:
    """A label with the spot of its anchor.

    `across` and `down` say which point of its box the anchor is: -1, 0 or 1 for the left, middle or right,
    and for the top, middle or bottom.
    """

    label: Label
    x: float
    y: float
    across: int
    down: int

    @property
    def box(self) -> Box:
        """What it takes up at the scale at which the figure opens."""
        left = self.x - self.label.width * (self.across + 1) / 2
        top = self.y - self.label.height * (self.down + 1) / 2
        return Box(left, top, left + self.label.width, top + self.label.height)


def place_labels(labels: Iterable[Label], frame: Box, taken: Sequence[Box] = ()) -> list[Placed]:
    """Each label beside its own mark, clear of all marks, of `taken` and of each other.

    The required come first, then the order given. A label stays inside `frame` where it can; one that finds
    no clear spot is left out, unless it is required: that one goes as far from its mark as it must.
    """
    labels = sorted(labels, key=lambda label: not label.required)
    obstacles = [*taken, *(label.mark for label in labels)]
    placed: list[Placed] = []
    for label in labels:
        spot = _first_clear(label, frame, obstacles)
        if spot is not None:
            placed.append(spot)
            obstacles.append(spot.box)
    return placed


def _first_clear(label: Label, frame: Box, obstacles: Sequence[Box]) -> Placed | None:
    def is_clear(spot: Placed) -> bool:
        return not any(spot.box.meets(obstacle) for obstacle in obstacles)

    near = [spot for gap in GAPS for spot in _spots(label, gap) if is_clear(spot)]
    inside = (spot for spot in near if frame.holds(spot.box))
    farther = _spots_farther_out(label) if label.required else iter(())
    return next(chain(inside, near, filter(is_clear, farther)), None)


def _spots(label: Label, gap: float) -> Iterator[Placed]:
    mark = label.mark
    columns = {-1: mark.left - gap, 0: (mark.left + mark.right) / 2, 1: mark.right + gap}
    rows = {-1: mark.top - gap, 0: (mark.top + mark.bottom) / 2, 1: mark.bottom + gap}
    for right, down in DIRECTIONS:
        yield Placed(label, columns[right], rows[down], -right, -down)


def _spots_farther_out(label: Label) -> Iterator[Placed]:
    return chain.from_iterable(_spots(label, GAPS[-1] + step * FARTHER) for step in count(1))

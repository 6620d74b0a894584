"""Labels that never collide: where each one goes beside its mark, by the boxes that they take up.

Everything here is in pixels at the scale at which a figure opens, y growing downwards. A label is placed by
its anchor, the point of its box that stays on its spot when the figure is magnified. A box has the same size
at every scale while spots move apart, so labels that are clear of each other at first stay clear at every
larger scale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

from pages.figures.typesetting import width_of

LINE_HEIGHT, TEXT_SIZE = 17.0, 13

# Which side of its mark a label would rather be on, as steps to the right and down.
DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
GAPS = (5.0, 14.0, 26.0)
FARTHER = 26.0

Point = tuple[float, float]


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

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Box:
        """The box with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True)
class Label:
    """Lines of text that belong to a mark, the first bold. A required label is placed whatever it takes."""

    name: str
    lines: tuple[str, ...]
    mark: Box
    required: bool = False

    @property
    def width(self) -> float:
        """An upper estimate: the browser's font is not known here."""
        return max(width_of(line, TEXT_SIZE, bold=position == 0) for position, line in enumerate(self.lines))

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

    @property
    def gap(self) -> float:
        """How far its anchor is from its mark, along the longer way."""
        mark = self.label.mark
        across = max(mark.left - self.x, self.x - mark.right)
        return max(across, mark.top - self.y, self.y - mark.bottom)


def _nothing(box: Box) -> bool:  # noqa: ARG001 - answers for any box
    return False


def place_labels(
    labels: Iterable[Label],
    frame: Box,
    taken: Sequence[Box] = (),
    hides: Callable[[Box], bool] = _nothing,
) -> list[Placed]:
    """Each label inside `frame`, clear of all marks, `taken` and each other, and nearest to its own mark.

    The required come first, then the order given. A label that finds no such spot is left out, unless it is
    required: that one gives up, in this order, being nearest, the frame, and being near.

    `hides` says whether a box would hide what had better be seen: only where there is no other spot it does.
    """
    labels = sorted(labels, key=lambda label: not label.required)
    obstacles = [*taken, *(label.mark for label in labels)]
    placed: list[Placed] = []
    for label in labels:
        strangers = [other.mark for other in labels if other is not label]
        spot = next(_clear_spots(label, frame, strangers, obstacles, hides), None)
        if spot is not None:
            placed.append(spot)
            obstacles.append(spot.box)
    return placed


def _clear_spots(
    label: Label,
    frame: Box,
    strangers: Sequence[Box],
    obstacles: Sequence[Box],
    hides: Callable[[Box], bool],
) -> Iterator[Placed]:
    """Spots for a label, the best first."""

    def is_clear(spot: Placed) -> bool:
        return not any(spot.box.meets(obstacle) for obstacle in obstacles)

    near = [(spot, gap) for gap in GAPS for spot in _spots(label, gap) if is_clear(spot)]
    inside = [(spot, gap) for spot, gap in near if frame.holds(spot.box)]
    nearest = [spot for spot, gap in inside if not any(spot.box.grown(gap).meets(mark) for mark in strangers)]
    yield from (spot for spot in nearest if not hides(spot.box))
    yield from nearest
    if label.required:
        yield from (spot for spot, _ in [*inside, *near])
        yield from filter(is_clear, _spots_farther_out(label))


def _spots(label: Label, gap: float) -> Iterator[Placed]:
    mark = label.mark
    x, y = mark.middle
    columns = {-1: mark.left - gap, 0: x, 1: mark.right + gap}
    rows = {-1: mark.top - gap, 0: y, 1: mark.bottom + gap}
    for right, down in DIRECTIONS:
        yield Placed(label, columns[right], rows[down], -right, -down)


def _spots_farther_out(label: Label) -> Iterator[Placed]:
    return chain.from_iterable(_spots(label, GAPS[-1] + step * FARTHER) for step in count(1))

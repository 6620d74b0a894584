"""Borders that give way to labels: a line is drawn where it is seen and no text stands on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pages.figures.labels import Box, Point

Span = tuple[float, float]


def broken_at(outline: Sequence[Point], frame: Box, texts: Sequence[Box]) -> Iterator[tuple[Point, Point]]:
    """The pieces of an outline that lie in the frame and in none of the boxes of texts.

    >>> list(broken_at([(-5, 0), (30, 0)], Box(0, -9, 20, 9), [Box(5, -2, 10, 2)]))
    [((0.0, 0.0), (5.0, 0.0)), ((10.0, 0.0), (20.0, 0.0))]
    """
    for start, end in pairwise(outline):
        spans = [span for span in [_within(start, end, frame)] if span]
        for box in texts:
            spans = [rest for span in spans for rest in _without(span, _within(start, end, box))]
        for first, last in spans:
            yield _at(start, end, first), _at(start, end, last)


def crosses(piece: tuple[Point, Point], box: Box) -> bool:
    """Whether a straight line runs through a box.

    >>> crosses(((0, 0), (9, 9)), Box(4, 4, 6, 6)), crosses(((0, 0), (9, 0)), Box(4, 4, 6, 6))
    (True, False)
    """
    return _within(*piece, box) is not None


def _within(start: Point, end: Point, box: Box) -> Span | None:
    """From where to where a straight line runs in a box, as shares of its length; None where it does not."""
    first, last = 0.0, 1.0
    sides = ((start[0], end[0], box.left, box.right), (start[1], end[1], box.top, box.bottom))
    for here, there, low, high in sides:
        if here == there:
            if not low <= here <= high:
                return None
            continue
        enters, leaves = sorted(((low - here) / (there - here), (high - here) / (there - here)))
        first, last = max(first, enters), min(last, leaves)
    return (first, last) if first < last else None


def _without(span: Span, covered: Span | None) -> list[Span]:
    if covered is None:
        return [span]
    pieces = [(span[0], min(span[1], covered[0])), (max(span[0], covered[1]), span[1])]
    return [(first, last) for first, last in pieces if first < last]


def _at(start: Point, end: Point, share: float) -> Point:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])

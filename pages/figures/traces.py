"""Points and lines of a chart as Plotly reads them: mappings, which are far quicker to make than its objects.

One trace holds all that looks alike: a browser and the page's script take their time by the trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Trace = dict[str, Any]
Spot = tuple[Any, Any]  # where on the two axes; of a gap, None and None

# What was not picked keeps its colour, for that says whose people it counts.
NOT_FADED = {"marker": {"opacity": 1}}


def trace(name: str, mode: str, points: Iterable[Spot], **look: Any) -> Trace:
    """A trace of points, without words at the pointer."""
    drawn = list(points)
    x, y = [x for x, _ in drawn], [y for _, y in drawn]
    return {"type": "scatter", "name": name, "mode": mode, "x": x, "y": y, "hoverinfo": "skip", **look}


def apart(lines: Iterable[Sequence[Spot]]) -> list[Spot]:
    """The points of several lines in one trace: a gap follows each line."""
    return [point for line in lines for point in (*line, (None, None))]

from __future__ import annotations

import pytest

from pages.figures.borders import broken_at
from pages.figures.labels import Box

FRAME = Box(0, 0, 100, 100)
TEXT = Box(40, 40, 60, 60)


@pytest.mark.parametrize(
    ("outline", "texts", "pieces"),
    [
        pytest.param([(10, 10), (90, 10)], [TEXT], [((10, 10), (90, 10))], id="clear of the text"),
        pytest.param([(-50, 10), (150, 10)], [], [((0, 10), (100, 10))], id="ends at the frame"),
        pytest.param([(-5, -5), (-5, 105)], [], [], id="outside"),
        pytest.param([(200, 10), (200, 10)], [], [], id="a point outside"),
        pytest.param(
            [(0, 50), (100, 50)], [TEXT], [((0, 50), (40, 50)), ((60, 50), (100, 50))], id="through the text"
        ),
        pytest.param([(50, 0), (50, 50)], [TEXT], [((50, 0), (50, 40))], id="into the text"),
        pytest.param([(45, 45), (55, 55)], [TEXT], [], id="under the text"),
        pytest.param([(0, 0), (100, 100)], [TEXT], [((0, 0), (40, 40)), ((60, 60), (100, 100))], id="aslant"),
        pytest.param(
            [(0, 50), (100, 50)],
            [TEXT, Box(55, 45, 80, 55)],
            [((0, 50), (40, 50)), ((80, 50), (100, 50))],
            id="through two texts",
        ),
        pytest.param(
            [(10, 10), (20, 10), (20, 30)], [], [((10, 10), (20, 10)), ((20, 10), (20, 30))], id="two pieces"
        ),
    ],
)
def test_a_border_ends_where_a_text_begins(
    outline: list[tuple[float, float]],
    texts: list[Box],
    pieces: list[tuple[tuple[float, float], tuple[float, float]]],
) -> None:
    found = [point for piece in broken_at(outline, FRAME, texts) for point in piece]
    wanted = [point for piece in pieces for point in piece]
    assert len(found) == len(wanted)
    assert all(one == pytest.approx(other) for one, other in zip(found, wanted, strict=True))

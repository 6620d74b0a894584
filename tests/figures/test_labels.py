from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.figures.labels import LINE_HEIGHT, Box, Label, Placed, place_labels

FRAME = Box(-170, -220, 170, 220)


def label(name: str, x: float, y: float, radius: float = 8, required: bool = False) -> Label:
    return Label(name, (name, "12 people"), Box(x - radius, y - radius, x + radius, y + radius), required)


def magnified(spot: Placed, scale: float) -> Box:
    """The box of a label after zooming in: its anchor moves with the map, its size stays."""
    anchor = Placed(spot.label, spot.x * scale, spot.y * scale, spot.across, spot.down)
    return anchor.box


def marks(labels: list[Label], scale: float = 1) -> list[Box]:
    sides = ((one.mark.left, one.mark.top, one.mark.right, one.mark.bottom) for one in labels)
    return [Box(*(side * scale for side in box)) for box in sides]


ONE = [label("Jenin", 0, 0, 30)]
THREE = [label("Jenin", 80, -70, 34), label("Tulkarem", -115, 55, 6), label("al-Faraa", 115, 75, 6)]
SIDE_BY_SIDE = [label("Jenin", 0, 0, 30), label("Jenin camp", 8, 2, 20), label("Burqin", -25, 3, 6)]
MANY = [label(f"place {n}", 45 * (n % 6) - 110, 40 * (n // 6) - 120, 4 + n % 9) for n in range(36)]


@pytest.mark.parametrize(
    ("labels", "least"),
    [([], 0), (ONE, 1), (THREE, 3), (SIDE_BY_SIDE, 1), (MANY, 6)],
    ids=["none", "one", "three", "side by side", "many"],
)
@pytest.mark.parametrize("scale", [1, 1.5, 2, 8])
def test_labels_touch_no_label_and_no_mark_at_any_scale(
    labels: list[Label], least: int, scale: float
) -> None:
    placed = place_labels(labels, FRAME)
    boxes = [magnified(spot, scale) for spot in placed]
    assert len(placed) >= least
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert not [box for box in boxes for mark in marks(labels, scale) if box.meets(mark)]


def test_three_places_keep_their_labels_inside_a_phone() -> None:
    assert all(FRAME.holds(spot.box) for spot in place_labels(THREE, FRAME))


def test_a_label_is_nearest_to_its_own_mark() -> None:
    own, stranger = label("Burqin", 0, 0), label("Jenin", 60, 0)
    for placed in place_labels([own, stranger], FRAME):
        other = stranger if placed.label is own else own
        assert distance(placed.box, placed.label.mark) <= distance(placed.box, other.mark)


def distance(one: Box, other: Box) -> float:
    across = max(other.left - one.right, one.left - other.right, 0.0)
    down = max(other.top - one.bottom, one.top - other.bottom, 0.0)
    return max(across, down)


def test_a_label_that_would_leave_the_frame_is_left_out_but_a_required_one_is_not() -> None:
    narrow = Box(-20, -20, 20, 20)
    assert place_labels([label("Burqin", 0, 0)], narrow) == []
    assert len(place_labels([label("Jenin", 0, 0, required=True)], narrow)) == 1


def test_what_is_taken_stays_clear() -> None:
    taken = Box(0, -100, 200, 100)
    (placed,) = place_labels([label("Jenin", 0, 0)], FRAME, [taken])
    assert not placed.box.meets(taken)


def test_a_label_hides_what_had_better_be_seen_only_where_there_is_no_other_spot() -> None:
    jenin = label("Jenin", 0, 0)
    (right,) = place_labels([jenin], FRAME)
    (left,) = place_labels([jenin], FRAME, hides=lambda box: box.right > 0)
    assert right.box.left > 0 > left.box.right
    assert place_labels([jenin], FRAME, hides=lambda _: True) == [right]


def test_a_label_without_room_is_left_out_but_a_required_one_is_not() -> None:
    wall = [Box(-300, -300, 300, 300)]
    assert place_labels([label("Burqin", 0, 0)], FRAME, wall) == []
    (placed,) = place_labels([label("Jenin", 0, 0, required=True)], FRAME, wall)
    assert not placed.box.meets(wall[0])


def test_required_labels_come_first() -> None:
    labels = [label("Burqin", 0, 0), label("Jenin", 0, 0, required=True)]
    assert place_labels(labels, FRAME)[0].label.name == "Jenin"


def test_a_box_is_as_high_as_its_lines() -> None:
    (placed,) = place_labels(ONE, FRAME)
    assert placed.box.bottom - placed.box.top == pytest.approx(2 * LINE_HEIGHT)


@given(
    st.lists(
        st.builds(
            label,
            st.sampled_from(["Jenin", "Tulkarem", "al-Faraa refugee camp"]),
            st.floats(-200, 200),
            st.floats(-200, 200),
            st.floats(0, 40),
            st.booleans(),
        ),
        max_size=12,
    )
)
@settings(deadline=None, max_examples=60)
def test_no_arrangement_collides(labels: list[Label]) -> None:
    placed = place_labels(labels, FRAME)
    boxes = [spot.box for spot in placed]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    assert not [box for box in boxes for mark in marks(labels) if box.meets(mark)]
    assert sum(spot.label.required for spot in placed) == sum(one.required for one in labels)

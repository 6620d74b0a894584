from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pandas as pd
import pytest

from pages.figures.labels import Box
from pages.figures.layout import (
    PHONE,
    Scale,
    Spot,
    disc_scale,
    lay_out,
    open_camera,
    reference_values,
    scale_bar,
)
from tests.figures.map_views import VIEWS, crowd, rows_of


@pytest.fixture(params=VIEWS.values(), ids=VIEWS.keys())
def rows(request: pytest.FixtureRequest) -> pd.DataFrame:
    return rows_of(*request.param)


def test_the_area_of_a_disc_is_proportional_to_its_value() -> None:
    scale = Scale(40, 34.0)
    assert scale.radius_of(20) ** 2 / scale.radius_of(40) ** 2 == pytest.approx(20 / 40)
    assert scale.radius_of(1) ** 2 / scale.radius_of(40) ** 2 == pytest.approx(1 / 40)


def test_a_disc_never_outgrows_the_map_and_never_vanishes() -> None:
    rows = rows_of("2024-08", "killed", [])
    assert disc_scale(rows, 0).radius_of(21) == disc_scale(rows, 21).radius_of(21)
    assert Scale(10**6, 34.0).radius_of(1) >= 2


def test_few_discs_have_one_scale_and_many_shrink_so_that_they_do_not_hide_each_other() -> None:
    few = [disc_scale(rows_of(*view), 21) for view in VIEWS.values()]
    assert len(set(few)) == 1
    crowded = disc_scale(crowd(60), 5)
    assert 60 * crowded.radius_of(5) ** 2 < 5 * few[0].radius ** 2 * 1.1


@pytest.mark.parametrize("largest", [1, 2, 9, 12, 21, 39, 120, 3000, 40000])
def test_the_legend_draws_round_numbers_within_the_scale(largest: int) -> None:
    assert all(0 < value <= largest for value in reference_values(largest))


def test_every_mark_lies_on_a_phone_and_discs_of_one_place_side_by_side(rows: pd.DataFrame) -> None:
    spots = lay_out(rows, 21).spots
    assert all(PHONE.holds(spot.box) for spot in spots)
    assert not [pair for pair in combinations(spots, 2) if nearer_than_radii(*pair)]


def nearer_than_radii(one: Spot, other: Spot) -> bool:
    return ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 < one.radius + other.radius - 1e-6


def test_the_three_places_are_always_labelled_and_a_phone_holds_them(rows: pd.DataFrame) -> None:
    labels = lay_out(rows, 21).labels
    assert {label.label.name for label in labels} == {"jenin", "tulkarem", "al-faraa"}
    assert all(PHONE.holds(label.box) for label in labels)


@pytest.mark.parametrize("how_many", [0, 1, 3, 30])
def test_labels_never_collide_however_many_places_there_are(how_many: int) -> None:
    layout = lay_out(crowd(how_many), 5)
    names = [label.box for label in layout.labels] + [area.box for area in layout.areas]
    assert {"jenin", "tulkarem", "al-faraa"} <= {label.label.name for label in layout.labels}
    assert not list(meetings([*names, layout.bar]))
    assert not [box for box in names for spot in layout.spots if box.meets(spot.box)]


def meetings(boxes: list[Box]) -> Iterator[tuple[Box, Box]]:
    return (pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1]))


def test_a_label_away_from_its_mark_is_led_to_it() -> None:
    assert lay_out(rows_of("2024-08", named=["tulkarem", "al-faraa"]), 21).leaders == []
    crowded = lay_out(crowd(60), 5)
    middles = {spot.box.middle for spot in crowded.spots}
    assert crowded.leaders
    assert {end for _, end in crowded.leaders} <= middles


def test_the_scale_bar_is_a_round_length_that_fits() -> None:
    bar, kilometres = scale_bar(open_camera(rows_of("2024-08", "killed", [])), PHONE, lambda _: False)
    assert kilometres == 10
    assert 0 < bar.right - bar.left <= 100


def test_the_scale_moves_aside_for_a_border_and_stays_where_it_finds_no_room() -> None:
    camera = open_camera(rows_of("2024-08", "killed", []))
    corner, _ = scale_bar(camera, PHONE, lambda _: False)
    moved, _ = scale_bar(camera, PHONE, lambda box: box.left < PHONE.left + 50)
    assert PHONE.holds(moved)
    assert (moved.bottom, moved.right - moved.left) == (corner.bottom, corner.right - corner.left)
    assert PHONE.left + 50 <= moved.left < PHONE.left + 70
    assert scale_bar(camera, PHONE, lambda _: True)[0] == corner

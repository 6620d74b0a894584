"""The land under the map: small, whole, and where the places of this program are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
LARGEST_FILE = 40_000
WEST, SOUTH, EAST, NORTH = 33.4, 30.6, 36.6, 33.6
NAMES = {"West Bank", "Gaza Strip", "Israel", "Jordan", "Lebanon", "Syria", "Egypt"}

Ring = list[list[float]]


@pytest.fixture(scope="module")
def land() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((DATA / "geo" / "land.geojson").read_text(encoding="utf-8"))
    return content


def rings_of(feature: dict[str, Any]) -> Iterator[Ring]:
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def holds(ring: Ring, longitude: float, latitude: float) -> bool:
    """Whether a position lies inside: a line to the east crosses the ring an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > latitude) != (y2 > latitude):
            crossings += longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def feature_of(land: dict[str, Any], name: str) -> dict[str, Any]:
    return next(feature for feature in land["features"] if feature["properties"]["name"] == name)


def test_the_file_is_small() -> None:
    assert (DATA / "geo" / "land.geojson").stat().st_size < LARGEST_FILE


def test_it_holds_the_lands_around_by_name(land: dict[str, Any]) -> None:
    assert land["type"] == "FeatureCollection"
    assert {feature["properties"]["name"] for feature in land["features"]} == NAMES


def test_every_ring_is_closed_and_lies_in_the_region(land: dict[str, Any]) -> None:
    for ring in (ring for feature in land["features"] for ring in rings_of(feature)):
        assert len(ring) > 3
        assert ring[0] == ring[-1]
        assert all(WEST <= x <= EAST and SOUTH <= y <= NORTH for x, y in ring)


def test_coordinates_are_rounded_to_about_a_hundred_metres(land: dict[str, Any]) -> None:
    numbers = [n for feature in land["features"] for ring in rings_of(feature) for xy in ring for n in xy]
    assert all(number == round(number, 3) for number in numbers)


@pytest.mark.parametrize("place_id", ["jenin", "tulkarem", "al-faraa", "nablus", "hebron"])
def test_towns_of_the_west_bank_lie_inside_its_outline(land: dict[str, Any], place_id: str) -> None:
    places = pd.read_csv(DATA / "places.csv", index_col="place_id")
    (ring,) = rings_of(feature_of(land, "West Bank"))
    assert holds(ring, places.at[place_id, "longitude"], places.at[place_id, "latitude"])


@pytest.mark.parametrize(
    ("name", "longitude", "latitude"),
    [("Israel", 34.99, 32.79), ("Jordan", 35.91, 31.95), ("Gaza Strip", 34.46, 31.50)],
)
def test_neighbours_lie_where_they_are(
    land: dict[str, Any], name: str, longitude: float, latitude: float
) -> None:
    assert any(holds(ring, longitude, latitude) for ring in rings_of(feature_of(land, name)))
    (west_bank,) = rings_of(feature_of(land, "West Bank"))
    assert not holds(west_bank, longitude, latitude)

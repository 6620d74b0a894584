from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pandas as pd
import pytest

from loaders.tables import CLAIMS, ESTIMATES, PLACES
from pages.figures.deck import (
    PHONE,
    Spot,
    area_labels,
    disc_radius,
    label_places,
    map_deck,
    map_legend,
    open_camera,
    place_spots,
    reference_values,
    scale_bar,
)
from pages.figures.labels import Box
from pages.figures.map import map_rows
from pages.figures.palette import DARK, LIGHT, Palette
from tests import samples

FULL = samples.full()
LAND = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": []}}
        for name in ("West Bank", "Israel", "Jordan")
    ],
}
VIEWS = {
    "a part, its whole and rings": ("2024-08", "killed", ["tulkarem", "al-faraa"]),
    "two sides in one place": ("2023-07", "killed", []),
    "an area only": ("2025-01", "displaced", ["jenin"]),
    "nothing reported": ("2025-01", "killed", []),
}


def rows_of(operation_id: str, measure: str, named: list[str]) -> pd.DataFrame:
    estimates = FULL.estimates
    chosen = estimates[
        (estimates["rule"] == "latest")
        & (estimates["operation_id"] == operation_id)
        & (estimates["measure"] == measure)
    ]
    return map_rows(chosen, FULL.claims, FULL.places, named)


def crowd(how_many: int) -> pd.DataFrame:
    """A grid of places three kilometres apart, each with a figure."""
    ids = [f"place-{number}" for number in range(how_many)]
    places = PLACES.frame(
        {
            "place_id": place_id,
            "name": f"Place {number}",
            "kind": "town",
            "latitude": 32.2 + 0.03 * (number // 6),
            "longitude": 35.1 + 0.04 * (number % 6),
            "source": "made up",
        }
        for number, place_id in enumerate(ids)
    )
    first = FULL.estimates.iloc[0].to_dict()
    estimates = ESTIMATES.frame({**first, "place_id": place_id, "best": 5} for place_id in ids)
    places = pd.concat([FULL.places, places], ignore_index=True)
    return map_rows(estimates, FULL.claims, places, [])


def deck_of(rows: pd.DataFrame, palette: Palette = LIGHT) -> dict[str, Any]:
    """The map as the browser gets it."""
    content: dict[str, Any] = json.loads(map_deck(rows, FULL.claims, LAND, 21, palette).to_json())
    return content


def layers(deck: dict[str, Any]) -> dict[str, Any]:
    return {layer["id"]: layer for layer in deck["layers"]}


def texts(deck: dict[str, Any], layer: str) -> list[str]:
    return [feature["properties"]["text"] for feature in layers(deck)[layer]["data"]["features"]]


@pytest.fixture(params=VIEWS.values(), ids=VIEWS.keys())
def rows(request: pytest.FixtureRequest) -> pd.DataFrame:
    return rows_of(*request.param)


def test_the_area_of_a_disc_is_proportional_to_its_value() -> None:
    assert disc_radius(20, 40) ** 2 / disc_radius(40, 40) ** 2 == pytest.approx(20 / 40)
    assert disc_radius(1, 40) ** 2 / disc_radius(40, 40) ** 2 == pytest.approx(1 / 40)


def test_a_disc_never_outgrows_the_map_and_never_vanishes() -> None:
    assert disc_radius(10**6, 10) == disc_radius(10, 10)
    assert disc_radius(1, 10**6) >= 2


@pytest.mark.parametrize("largest", [1, 2, 9, 12, 21, 39, 120, 3000, 40000])
def test_the_legend_draws_round_numbers_within_the_scale(largest: int) -> None:
    assert all(0 < value <= largest for value in reference_values(largest))


def test_every_mark_lies_on_a_phone_and_discs_of_one_place_side_by_side(rows: pd.DataFrame) -> None:
    spots = place_spots(rows, open_camera(rows), 21)
    assert all(PHONE.holds(spot.box) for spot in spots)
    assert not [pair for pair in combinations(spots, 2) if nearer_than_radii(*pair)]


def nearer_than_radii(one: Spot, other: Spot) -> bool:
    return ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 < one.radius + other.radius - 1e-6


def test_the_three_places_are_always_labelled_and_a_phone_holds_them(rows: pd.DataFrame) -> None:
    labels = label_places(place_spots(rows, open_camera(rows), 21))
    assert {label.label.name for label in labels} == {"jenin", "tulkarem", "al-faraa"}
    assert all(PHONE.holds(label.box) for label in labels)


@pytest.mark.parametrize("how_many", [0, 1, 3, 30])
def test_labels_never_collide_however_many_places_there_are(how_many: int) -> None:
    rows = crowd(how_many)
    camera = open_camera(rows)
    spots = place_spots(rows, camera, 5)
    bar, _ = scale_bar(camera)
    labels = label_places(spots, [bar])
    taken = [bar, *(label.box for label in labels), *(spot.box for spot in spots)]
    boxes = [*(label.box for label in labels), *(area.box for area in area_labels(camera, taken)), bar]
    assert {"jenin", "tulkarem", "al-faraa"} <= {label.label.name for label in labels}
    assert not list(meetings(boxes))
    assert not [box for box in boxes[:-1] for spot in spots if box.meets(spot.box)]


def meetings(boxes: list[Box]) -> Iterator[tuple[Box, Box]]:
    return (pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1]))


def test_the_scale_bar_is_a_round_length_that_fits() -> None:
    bar, kilometres = scale_bar(open_camera(rows_of("2024-08", "killed", [])))
    assert kilometres == 10
    assert 0 < bar.right - bar.left <= 100


def test_figures_stand_at_places_and_an_area_sits_on_no_town() -> None:
    deck = deck_of(rows_of("2024-08", "killed", ["tulkarem", "al-faraa"]))
    assert [datum["place_id"] for datum in layers(deck)["disc"]["data"]] == ["jenin"]
    assert [datum["place_id"] for datum in layers(deck)["ring"]["data"]] == ["al-faraa", "tulkarem"]
    assert texts(deck, "names") == ["Jenin", "al-Faraa refugee camp", "Tulkarem"]
    assert texts(deck, "figures") == ["21 Palestinians", "no figure of its own", "no figure of its own"]
    assert "39" not in json.dumps([texts(deck, name) for name in ("names", "figures", "areas")])


def test_silence_draws_no_disc_and_no_number() -> None:
    deck = deck_of(rows_of("2025-01", "killed", []))
    assert not [name for name in ("disc", "vague", "zero") if layers(deck)[name]["data"]]
    assert texts(deck, "figures") == []


def test_each_disc_has_the_colour_of_its_side() -> None:
    discs = layers(deck_of(rows_of("2023-07", "killed", [])))["disc"]["data"]
    colours = ["#" + "".join(f"{share:02x}" for share in disc["fill"][:3]) for disc in discs]
    assert colours == [LIGHT.sides["palestinian"].mark, LIGHT.sides["israeli"].mark]


@pytest.mark.parametrize(
    ("cells", "mark"), [({"best": 0}, "zero"), ({"best": None, "open_high": True}, "vague")]
)
def test_zero_and_words_without_a_number_are_other_marks(cells: dict[str, Any], mark: str) -> None:
    estimates = ESTIMATES.frame([{**FULL.estimates.iloc[0].to_dict(), **cells}])
    rows = map_rows(estimates, FULL.claims, FULL.places, [])
    deck = deck_of(rows)
    assert len(layers(deck)[mark]["data"]) == 1
    assert not layers(deck)["disc"]["data"]
    assert ("0" in texts(deck, "figures")) == (mark == "zero")
    assert {"zero": "reported as none", "vague": "reported without a number"}[mark] in map_legend(
        rows, 0, LIGHT
    )


def test_no_map_is_asked_of_anybody(rows: pd.DataFrame) -> None:
    """Streamlit drops the style that pydeck fills in; with any other, or none, it asks a tile server."""
    deck = deck_of(rows)
    assert deck["mapStyle"] == "__MAP_STYLE__"
    assert deck.get("mapProvider") is None
    assert "http" not in json.dumps(deck)


def test_the_reader_cannot_zoom_out_to_where_labels_would_meet(rows: pd.DataFrame) -> None:
    view = deck_of(rows)["initialViewState"]
    assert view["minZoom"] == view["zoom"] < view["maxZoom"]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_land_is_faint_enough_to_keep_its_colour_while_a_place_is_chosen(palette: Palette) -> None:
    *veil, opacity = layers(deck_of(rows_of("2024-08", "killed", []), palette))["west-bank"]["getFillColor"]
    paper, land = (
        [int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (palette.paper, palette.land)
    )
    seen = [
        over * opacity / 255 + under * (1 - opacity / 255) for over, under in zip(veil, paper, strict=True)
    ]
    assert opacity == 102
    assert seen == pytest.approx(land, abs=1)


def test_sentences_reach_the_card_as_text() -> None:
    claims = CLAIMS.conform(FULL.claims.assign(sentence="<img src=x onerror=alert(1)>"))
    rows = map_rows(FULL.estimates.iloc[:1], claims, FULL.places, [])
    deck = map_deck(rows, claims, LAND, 21, LIGHT)
    content = json.loads(deck.to_json())
    assert "<img src=x onerror=alert(1)>" in layers(content)["disc"]["data"][0]["card"]
    assert set(deck._tooltip) == {"text", "style"}


def test_the_legend_names_the_marks_that_are_drawn_and_no_other() -> None:
    legend = map_legend(rows_of("2024-08", "killed", ["tulkarem", "al-faraa"]), 21, LIGHT)
    assert "Palestinians" in legend
    assert "Israelis" not in legend
    assert "named, no figure of its own" in legend
    assert "for orientation" not in legend
    assert "stands for 10" in legend

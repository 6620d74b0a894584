from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from loaders.tables import CLAIMS, ESTIMATES
from pages.figures.deck import map_deck, map_legend
from pages.figures.layout import lay_out
from pages.figures.map import map_rows
from pages.figures.palette import DARK, LIGHT, Palette
from tests.figures.map_views import FULL, VIEWS, crowd, rows_of

LAND = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": []}}
        for name in ("West Bank", "Israel", "Jordan")
    ],
}


def deck_of(rows: pd.DataFrame, palette: Palette = LIGHT) -> dict[str, Any]:
    """The map as the browser gets it."""
    content: dict[str, Any] = json.loads(map_deck(lay_out(rows, 21), FULL.claims, LAND, palette).to_json())
    return content


def layers(deck: dict[str, Any]) -> dict[str, Any]:
    return {layer["id"]: layer for layer in deck["layers"]}


def texts(deck: dict[str, Any], layer: str) -> list[str]:
    return [feature["properties"]["text"] for feature in layers(deck)[layer]["data"]["features"]]


@pytest.fixture(params=VIEWS.values(), ids=VIEWS.keys())
def rows(request: pytest.FixtureRequest) -> pd.DataFrame:
    return rows_of(*request.param)


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
    ("cells", "mark"), [({"best": 0}, "zero"), ({"best": None, "high": None, "open_high": True}, "vague")]
)
def test_zero_and_words_without_a_number_are_other_marks(cells: dict[str, Any], mark: str) -> None:
    estimates = ESTIMATES.frame([{**FULL.estimates.iloc[0].to_dict(), **cells}])
    rows = map_rows(estimates, FULL.claims, FULL.places, [])
    deck = deck_of(rows)
    assert len(layers(deck)[mark]["data"]) == 1
    assert not layers(deck)["disc"]["data"]
    assert ("0" in texts(deck, "figures")) == (mark == "zero")
    legend = map_legend(lay_out(rows, 0), LIGHT, narrowed=False)
    assert {"zero": "reported as none", "vague": "reported without a number"}[mark] in legend


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
    deck = map_deck(lay_out(rows, 21), claims, LAND, LIGHT)
    content = json.loads(deck.to_json())
    assert "<img src=x onerror=alert(1)>" in layers(content)["disc"]["data"][0]["card"]
    assert set(deck._tooltip) == {"text", "style"}


def test_the_legend_names_the_marks_that_are_drawn_and_no_other() -> None:
    legend = map_legend(
        lay_out(rows_of("2024-08", "killed", ["tulkarem", "al-faraa"]), 21), LIGHT, narrowed=False
    )
    assert "Palestinians" in legend
    assert "Israelis" not in legend
    assert "named, no figure of its own" in legend
    assert "for orientation" not in legend
    assert "stands for 10" in legend


def test_the_legend_says_how_many_places_have_no_room_for_their_name() -> None:
    layout = lay_out(crowd(60), 5)
    assert layout.unlabelled > 0
    assert f"no room for the name of {layout.unlabelled} places" in map_legend(layout, LIGHT, narrowed=False)

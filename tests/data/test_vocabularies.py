"""The vocabularies in data/ hold together: sources, ids, parents, days, and names that mean one thing."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from loaders.tables import OPERATIONS, PLACES, SIDES, join_list, split_list

DATA = Path(__file__).resolve().parents[2] / "data"
COLUMNS = {
    "places": PLACES.names,
    "operations": [
        name for name in OPERATIONS.names if name not in ("days", "ongoing", "articles", "last_report")
    ],
    "speakers": ["speaker", "other_names", "kind", "side", "source"],
    "events": ["event_id", "name", "words", "day", "source"],
}
KEYS = {"places": "place_id", "operations": "operation_id", "speakers": "speaker", "events": "event_id"}
LISTS = [
    ("places", "other_names"),
    ("operations", "places"),
    ("speakers", "other_names"),
    ("events", "words"),
]
NAMED = [("places", "name", "other_names"), ("speakers", "speaker", "other_names")]
SPEAKER_KINDS = {
    "ministry",
    "military",
    "police",
    "government",
    "aid",
    "un",
    "group",
    "agency",
    "hospital",
    "people",
}

# South, north, west, east, in degrees; a village on the edge lies inside.
BOXES = {"west-bank": (31.34, 32.56, 34.87, 35.58), "gaza": (31.21, 31.60, 34.21, 34.57)}
CAMP_TO_CITY_KM = 4.0
EARTH_RADIUS_KM = 6371.0


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(DATA / f"{name}.csv", dtype="str", keep_default_na=False, na_values=[""])


@pytest.fixture(scope="module")
def places() -> pd.DataFrame:
    return read("places").set_index("place_id", drop=False)


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_those_of_the_contract(name: str) -> None:
    assert list(read(name).columns) == COLUMNS[name]


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_unique_and_every_row_has_a_source(name: str) -> None:
    table = read(name)
    assert table[KEYS[name]].is_unique
    assert table[[KEYS[name], "source"]].notna().all(axis=None)


@pytest.mark.parametrize("name", KEYS)
def test_cells_are_clean(name: str) -> None:
    """Blanks at an end would be part of a name, and a curly apostrophe would never match a folded text."""
    cells = read(name).stack().dropna()
    assert cells[cells != cells.str.strip()].empty
    if name in ("places", "speakers"):
        assert cells[cells.str.contains("[‘’]")].empty


@pytest.mark.parametrize(("name", "column"), LISTS)
def test_lists_are_joined_the_one_way(name: str, column: str) -> None:
    for cell in read(name)[column].dropna():
        items = split_list(cell)
        assert join_list([item.strip() for item in items]) == cell
        assert all(items), cell
        assert not any(";" in item for item in items), cell


@pytest.mark.parametrize(("name", "main", "others"), NAMED)
def test_a_name_means_one_thing(name: str, main: str, others: str) -> None:
    """Read without regard to case, as a name at the start of a sentence has to be."""
    table = read(name)
    names = [*table[main], *(other for cell in table[others] for other in split_list(cell))]
    assert [name for name, count in Counter(map(str.lower, names)).items() if count > 1] == []


def test_words_for_an_event_mean_one_event() -> None:
    words = [word.lower() for cell in read("events")["words"] for word in split_list(cell)]
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_places_conform_to_their_table() -> None:
    places = read("places")
    assert len(PLACES.conform(places)) == len(places)


def test_every_parent_is_a_place_and_no_chain_is_a_ring(places: pd.DataFrame) -> None:
    for place_id in places.index:
        chain = [place_id]
        while not pd.isna(parent := places.at[chain[-1], "parent_id"]):
            assert parent in places.index, place_id
            assert parent not in chain, chain
            chain.append(parent)


@pytest.mark.parametrize(
    ("place_id", "ancestors"),
    [
        ("jenin-camp", ["jenin", "northern-west-bank", "west-bank"]),
        ("tulkarem-camp", ["tulkarem", "northern-west-bank", "west-bank"]),
        ("nur-shams", ["northern-west-bank", "west-bank"]),
        ("al-faraa", ["northern-west-bank", "west-bank"]),
        ("southern-israel", ["israel"]),
        ("southern-lebanon", ["lebanon"]),
        ("gaza", []),
    ],
)
def test_places_lie_in_the_areas_that_reports_mean(
    places: pd.DataFrame, place_id: str, ancestors: list[str]
) -> None:
    assert list_ancestors(places, place_id) == ancestors


def test_a_position_is_whole_and_says_how_exact_it_is(places: pd.DataFrame) -> None:
    given = places[["latitude", "longitude", "precision"]].notna()
    assert (given.all(axis=1) | ~given.any(axis=1)).all()
    areas = places["kind"].isin(["region", "country", "governorate"])
    assert (given["latitude"] != areas).all()


@pytest.mark.parametrize("area", BOXES)
def test_places_stand_in_their_area(places: pd.DataFrame, area: str) -> None:
    south, north, west, east = BOXES[area]
    inside = [place for place in places.index if area in list_ancestors(places, place)]
    positions = places.loc[inside, ["latitude", "longitude"]].dropna().astype(float)
    assert len(positions) > 10
    outside = positions[
        ~(positions["latitude"].between(south, north) & positions["longitude"].between(west, east))
    ]
    assert outside.empty


def test_no_two_places_stand_on_one_spot(places: pd.DataFrame) -> None:
    positions = places[["latitude", "longitude"]].dropna()
    assert not positions.duplicated().any()


def test_a_camp_stands_by_the_city_that_it_counts_with(places: pd.DataFrame) -> None:
    camps = places[places["kind"].eq("camp") & places["parent_id"].notna()]
    far = {}
    for camp, city in camps["parent_id"].items():
        if places.at[city, "kind"] in ("city", "town"):
            far[camp] = distance_km(places, str(camp), city)
    assert {"jenin-camp", "tulkarem-camp", "balata"} <= far.keys()
    assert {camp: km for camp, km in far.items() if km > CAMP_TO_CITY_KM} == {}


@pytest.mark.parametrize(
    ("place_id", "nearer", "farther"),
    [
        ("nur-shams", "tulkarem", "jenin"),
        ("nur-shams", "tulkarem-camp", "anabta"),
        ("al-faraa", "tubas", "nablus"),
        ("al-faraa", "tammun", "jenin"),
        ("tayasir", "tubas", "jenin"),
        ("kafr-dan", "jenin", "tulkarem"),
        ("qabatiya", "jenin", "nablus"),
        ("azzun", "qalqilya", "nablus"),
        ("huwara", "nablus", "ramallah"),
        ("turmus-ayya", "ramallah", "nablus"),
        ("tarqumiyah", "hebron", "bethlehem"),
        ("jericho", "ramallah", "nablus"),
        ("khan-younis", "rafah", "gaza-city"),
        ("jabalia", "gaza-city", "khan-younis"),
        ("sderot", "ashkelon", "tel-aviv"),
    ],
)
def test_neighbours_are_nearer_than_others(
    places: pd.DataFrame, place_id: str, nearer: str, farther: str
) -> None:
    assert distance_km(places, place_id, nearer) < distance_km(places, place_id, farther)


def test_operations_take_place_somewhere_known_and_in_order() -> None:
    operations = read("operations")
    known = set(read("places")["place_id"])
    for row in operations.itertuples():
        assert set(split_list(row.places)) <= known
        started = datetime.date.fromisoformat(row.started)
        assert row.operation_id == f"{started:%Y-%m}"
        if not pd.isna(row.ended):
            assert started <= datetime.date.fromisoformat(row.ended)
    assert operations["started"].is_monotonic_increasing


def test_an_operation_is_never_titled_by_a_code_name() -> None:
    for row in read("operations").itertuples():
        assert row.code_name.lower() not in row.name.lower()


def test_speakers_are_of_known_kinds_and_sides() -> None:
    speakers = read("speakers")
    assert set(speakers["kind"]) <= SPEAKER_KINDS
    assert set(speakers["side"]) <= set(SIDES)


def test_days_of_events_are_days_in_order() -> None:
    days = [datetime.date.fromisoformat(day) for day in read("events")["day"]]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("October 7", "2023-10-07"),
        ("the war in Gaza began", "2023-10-07"),
        ("Jan. 19", "2025-01-19"),
        ("Operation Iron Wall", "2025-01-21"),
        ("the ceasefire in Lebanon", "2024-11-27"),
        ("the truce collapsed", "2025-03-18"),
    ],
)
def test_anchors_that_reports_use_are_dated(words: str, day: str) -> None:
    found = [row.day for row in read("events").itertuples() if words in split_list(row.words)]
    assert found == [day]


def list_ancestors(places: pd.DataFrame, place_id: str) -> list[str]:
    """The places that a place lies in, the nearest first."""
    parent = places.at[place_id, "parent_id"]
    return [] if pd.isna(parent) else [parent, *list_ancestors(places, parent)]


def distance_km(places: pd.DataFrame, one: str, other: str) -> float:
    """Along the surface of the earth, in kilometres."""
    (south, west), (north, east) = (
        (
            math.radians(float(places.at[place, "latitude"])),
            math.radians(float(places.at[place, "longitude"])),
        )
        for place in (one, other)
    )
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))

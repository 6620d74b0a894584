"""Which figures share a bar, which lie inside another, and which have a row of their own."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from loaders import Frames
from loaders.estimates import estimate
from loaders.tables import CLAIMS
from pages.figures.scopes import (
    Scope,
    View,
    drawn_claims,
    operation_names,
    picks_of,
    place_names,
    scopes_of,
)
from pages.figures.words import SIDES
from tests import samples


def claim(claim_id: str, value: int | None, **rest: Any) -> dict[str, Any]:
    """A claim of Palestinians killed in the operation of 2024, as the sample articles could state it."""
    base = {
        "claim_id": claim_id,
        "article_id": "ap-2024-09-06",
        "statement_id": claim_id,
        "measure": "killed",
        "value": value,
        "low": value,
        "high": value,
        "bound": "exact",
        "unit": "people",
        "side": "palestinian",
        "category": "people",
        "place_id": "west-bank",
        "operation_id": "2024-08",
        "as_of": "2024-09-06",
        "quote": f"{value} people",
        "start": 0,
        "end": 9,
        "sentence": f"{value} people were killed.",
        "status": "read",
    }
    return {**base, **rest}


def scopes(*claims: dict[str, Any], measure: str = "killed") -> list[Scope]:
    full = samples.full()
    frame = CLAIMS.frame(claims)
    estimates = estimate(frame, full.articles, full.operations, full.places)
    frames = Frames(**{**vars(full), "claims": frame, "estimates": estimates})
    return scopes_of(frames, View(("2024-08",), measure, tuple(SIDES)))


def shape(rows: list[Scope]) -> list[tuple[str, str | None, list[list[str]], list[tuple[str, list[str]]]]]:
    """Side, place, the claims of each lane, and each part with its claims."""
    return [
        (
            row.side,
            row.place,
            [[said.claim_id for said in lane.claims] for lane in row.lanes],
            [(part.people, [said.claim_id for said in part.claims]) for part in row.parts],
        )
        for row in rows
        if row.estimate is not None
    ]


CASES = {
    "one speaker, two reports": (
        [claim("a", 10, attributed_to="UN", as_of="2024-09-01"), claim("b", 12, attributed_to="UN")],
        [("palestinian", "West Bank", [["a", "b"]], [])],
    ),
    "two speakers": (
        [claim("a", 10, attributed_to="UN"), claim("b", 12, attributed_to="WAFA")],
        [("palestinian", "West Bank", [["a"], ["b"]], [])],
    ),
    "a part by place": (
        [claim("a", 39), claim("b", 21, place_id="jenin", part_of="a")],
        [("palestinian", "West Bank", [["a"]], [("in Jenin", ["b"])])],
    ),
    "a camp counts with its city": (
        [claim("a", 39), claim("b", 21, place_id="jenin-camp", part_of="a")],
        [("palestinian", "West Bank", [["a"]], [("in Jenin", ["b"])])],
    ),
    "a narrower place of which nobody says that it is a part": (
        [claim("a", 39), claim("b", 20, place_id="jenin", attributed_to="UN")],
        [("palestinian", "West Bank", [["a"]], []), ("palestinian", "Jenin", [["b"]], [])],
    ),
    "a part that another speaker counts, too, is drawn once": (
        [
            claim("a", 39),
            claim("b", 21, place_id="jenin", part_of="a"),
            claim("c", 20, place_id="jenin", attributed_to="UN"),
        ],
        [("palestinian", "West Bank", [["a"]], []), ("palestinian", "Jenin", [["b"], ["c"]], [])],
    ),
    "a part by kind and a part of this part": (
        [
            claim("a", 12),
            claim("b", 5, part_of="a", category="combatants"),
            claim("c", 1, part_of="b", category="children"),
        ],
        [("palestinian", "West Bank", [["a"]], [("combatants", ["b"]), ("child", ["c"])])],
    ),
    "towns side by side are not added up": (
        [claim("a", 5, place_id="jenin"), claim("b", 3, place_id="tulkarem")],
        [("palestinian", "Jenin", [["a"]], []), ("palestinian", "Tulkarem", [["b"]], [])],
    ),
    "no side stated": (
        [claim("a", 5, side="unspecified")],
        [("unspecified", "West Bank", [["a"]], [])],
    ),
    "people and families": (
        [claim("a", 5), claim("b", 3, unit="families")],
        [("palestinian", "West Bank", [["b"]], []), ("palestinian", "West Bank", [["a"]], [])],
    ),
}


def test_operations_and_places_have_their_names_by_id() -> None:
    frames = samples.full()
    assert operation_names(frames.operations)["2023-07"] == "Jenin, 3–5 July 2023"
    assert place_names(frames.places)["west-bank"] == "West Bank"
    assert len(place_names(frames.places)) == len(frames.places)


@pytest.mark.parametrize("name", CASES)
def test_rows_lanes_and_parts(name: str) -> None:
    claims, expected = CASES[name]
    rows = scopes(*claims)
    assert shape(rows) == expected
    marks = [claim_id for row in rows for claim_id in row.claim_ids]
    assert len(marks) == len(set(marks)) == len(drawn_claims(rows)) == len(claims)


def test_what_two_parts_leave_stands_once() -> None:
    rows = scopes(
        claim("a", 39),
        claim("b", 21, place_id="jenin", part_of="a", statement_id="a"),
        claim("c", 10, place_id="tulkarem", part_of="a", statement_id="a"),
    )
    assert [(part.people, part.whole, part.rest) for part in rows[0].parts] == [
        ("in Jenin", 39, None),
        ("in Tulkarem", 39, 8),
    ]


def test_reporters_of_two_articles_without_a_source_are_two_speakers() -> None:
    rows = scopes(
        claim("a", 10, article_id="long-report-2023-07"), claim("b", 12, article_id="notes-2023-07")
    )
    assert len(rows[0].lanes) == 2


def test_a_side_without_a_figure_is_a_silent_row() -> None:
    rows = scopes(claim("a", 5))
    assert [(row.side, row.estimate is None) for row in rows] == [("palestinian", False), ("israeli", True)]


def test_what_is_not_done_to_people_has_no_silent_sides() -> None:
    rows = scopes(claim("a", 5, measure="airstrikes", unit="count", side="unspecified"), measure="airstrikes")
    assert [row.side for row in rows] == ["unspecified"]


def test_an_unknown_day_comes_first_and_is_no_error() -> None:
    rows = scopes(claim("a", 5, as_of=None, article_id="notes-2023-07"), claim("b", 6))
    assert pd.isna(rows[0].lanes[0].days[0])


def test_what_gives_the_value_is_the_first_sentence_of_its_row() -> None:
    rows = scopes(claim("a", 9, as_of="2024-09-01"), claim("b", 12, attributed_to="UN"))
    picks = picks_of(rows, samples.full().operations)
    row = next(row for row in rows if row.estimate is not None)
    assert row.estimate.best_claim_id == "b"
    assert picks[row.key].ids == ("b", "a")

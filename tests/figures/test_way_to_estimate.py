from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from pages.figures.evidence import allows, role_in_words, way_in_words


def claim(claim_id: str, value: int | None, speaker: str | None = "UN", **rest: Any) -> Any:
    bounds = {"low": value, "high": value, "bound": "exact"}
    base = {"claim_id": claim_id, "value": value, "attributed_to": speaker, "part_of": None, "quote": "words"}
    printed = {"outlet": "Paper", "agency": None, "article_id": "a", "day": pd.Timestamp(2023, 7, 5)}
    return SimpleNamespace(**{**base, **bounds, **printed, **rest})


def estimate(best: int | None, claims: str, best_claim_id: str | None = "a", **rest: Any) -> Any:
    base = {"best": best, "claims": claims, "best_claim_id": best_claim_id, "kind": "reported", "high": best}
    return SimpleNamespace(**{**base, "rule": "latest", **rest})


def vague(claim_id: str, speaker: str) -> Any:
    return claim(claim_id, None, speaker, low=24, high=None, bound="vague")


WAYS = [
    # The estimate, its claims, and the words.
    (estimate(12, "a"), [claim("a", 12)], "12: latest report; UN, 5 July 2023; nobody else gives a figure."),
    (
        estimate(12, "a; b"),
        [claim("a", 12), claim("b", 12, "WAFA")],
        "12: latest report; UN, 5 July 2023; one other speaker agrees.",
    ),
    (
        estimate(12, "a; b; c"),
        [claim("a", 12), claim("b", 12, "WAFA"), claim("c", 10, None, low=10, high=None, bound="at_least")],
        "12: latest report; UN, 5 July 2023; 2 other speakers agree.",
    ),
    (
        estimate(12, "a; b"),
        [claim("a", 12), claim("b", 14, "WAFA")],
        "12: latest report; UN, 5 July 2023; WAFA says 14.",
    ),
    (
        estimate(12, "a"),
        [claim("a", 12, bound="at_least", high=None)],
        "at least 12: latest report; UN, 5 July 2023; nobody else gives a figure.",
    ),
    (
        estimate(9, "a; b"),
        [claim("a", 8), claim("b", 1)],
        "9: latest report; UN, 5 July 2023; the sum of groups that one statement counts apart; "
        "nobody else gives a figure.",
    ),
    (
        estimate(18, "a; b", kind="remainder"),
        [claim("a", 39), claim("b", 21)],
        "18: latest report; UN, 5 July 2023; what is left of 39 when the parts named with it are taken away; "
        "nobody else gives a figure.",
    ),
    (
        estimate(None, "a", None),
        [vague("a", "UN")],
        "No value: latest report; words without a number.",
    ),
    (
        estimate(None, "a", None, high=12, rule="two_speakers"),
        [claim("a", 12)],
        "No value: latest report; no two speakers give a number.",
    ),
]


@pytest.mark.parametrize(("row", "claims", "said"), WAYS)
def test_the_way_from_claims_to_a_value(row: Any, claims: list[Any], said: str) -> None:
    assert way_in_words(row, claims, "latest report") == said


ROLES = [
    (claim("a", 12), "Gives the value."),
    (claim("b", 12, "WAFA"), "Agrees with the value."),
    (claim("c", 14, "WAFA"), "Differs from the value."),
    (vague("d", "WAFA"), "Words without a number: they give no value."),
    (claim("e", 9, day=pd.Timestamp(2023, 7, 4)), "Replaced by its speaker's figure of 5 July 2023."),
    (claim("f", 5, part_of="a"), "A part of another figure: it is not added to it."),
    (
        claim("g", 9, "Other"),
        "Behind no value: a copy, an addition, or a kind of people that others count as a whole.",
    ),
]


@pytest.mark.parametrize(("one", "said"), ROLES)
def test_what_each_claim_does_for_the_value(one: Any, said: str) -> None:
    behind = [role[0] for role in ROLES]
    assert role_in_words(one, estimate(12, "a; b; c; d"), behind) == said


@pytest.mark.parametrize(
    ("low", "high", "value", "room"),
    [
        (12, 12, 12, True),
        (12, 12, 13, False),
        (12, None, 40, True),
        (None, 11, 12, False),
        (None, None, 5, True),
    ],
)
def test_a_bound_leaves_room_or_not(low: int | None, high: int | None, value: int, room: bool) -> None:
    assert allows(SimpleNamespace(low=low, high=high), value) is room


def test_a_part_is_taken_away_from_what_it_leaves() -> None:
    whole, part = claim("a", 39), claim("b", 21, part_of="a")
    rest = estimate(18, "a; b", kind="remainder")
    assert role_in_words(whole, rest, [whole, part]) == "The whole that parts are taken from."
    assert role_in_words(part, rest, [whole, part]) == "A part that is taken away from the whole."

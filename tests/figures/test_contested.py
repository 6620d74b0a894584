from __future__ import annotations

from typing import Any

import pytest

from pages.figures.contested import (
    DIFFER,
    EXCLUDE,
    contested_figures,
    contested_statements,
    opening,
    says,
    told_statements,
    uncontested,
)
from tests import samples, told
from tests.told import ISRAEL, MILITARY, MINISTRY, OCHA, OFFICIALS, OPERATION


def disputes(claims: list[dict[str, Any]]) -> list[Any]:
    return contested_figures(told.told(claims), OPERATION)


def test_figures_that_differ_stand_side_by_side_smallest_first() -> None:
    (dispute,) = contested_figures(told.told(), OPERATION)
    assert dispute.heading == "Killed · Palestinians · Jenin"
    assert [claim.claim_id for claim in dispute.claims] == ["v1", "u1", "c3", "r1", "i1", "m5"]
    assert dispute.note.startswith(EXCLUDE)
    assert "different days: 31 August 2024, 3 September 2024 and 5 September 2024" in dispute.note


@pytest.mark.parametrize(
    ("second", "contested"),
    [
        ({"value": 14, "low": 14, "high": 14}, EXCLUDE),
        ({"value": 12, "low": 12, "high": 12}, None),
        ({"value": 12, "low": 12, "high": None, "bound": "at_least"}, None),
        ({"value": 10, "low": 10, "high": None, "bound": "at_least"}, DIFFER),
        ({"value": 14, "low": None, "high": None, "bound": "about"}, DIFFER),
        ({"value": None, "low": 24, "high": None, "bound": "vague"}, EXCLUDE),
        ({"value": None, "low": 2, "high": None, "bound": "vague"}, None),
        ({"value": 14, "low": 14, "high": 14, "place_id": "tulkarem"}, None),
        ({"value": 14, "low": 14, "high": 14, "side": "israeli"}, None),
        ({"value": 14, "low": 14, "high": 14, "operation_id": None}, None),
        ({"value": 14, "low": 14, "high": 14, "attributed_to": MINISTRY}, None),
    ],
)
def test_two_figures_are_contested(second: dict[str, Any], contested: str | None) -> None:
    first = told.claim("one", "a05", MINISTRY, 12)
    other = told.claim("two", "a05", OCHA, 0) | second
    assert [dispute.note for dispute in disputes([first, other])] == ([contested] if contested else [])


def test_groups_of_one_statement_are_one_figure() -> None:
    groups = [
        told.claim("g1", "a05", OCHA, 8, category="combatants", statement_id="both"),
        told.claim("g2", "a05", OCHA, 4, category="civilians", statement_id="both"),
    ]
    assert disputes([told.claim("one", "a05", MINISTRY, 12), *groups]) == []
    (dispute,) = disputes([told.claim("one", "a05", MINISTRY, 11), *groups])
    assert {claim.claim_id for claim in dispute.claims} == {"one", "g1", "g2"}


def test_nothing_is_contested_where_one_speaks_or_nobody() -> None:
    assert contested_figures(samples.one(), "2023-07") == []
    assert contested_figures(samples.empty(), "2023-07") == []
    assert told_statements(samples.empty(), "2023-07") == []
    assert contested_statements([]) == []


def test_statements_that_differ_stand_side_by_side() -> None:
    found = contested_statements(told_statements(told.told(), OPERATION))
    assert [dispute.heading for dispute in found] == ["Who the dead were", "Hospitals, ambulances and medics"]
    assert [dispute.speakers for dispute in found] == [[MINISTRY, MILITARY], ["witnesses", ISRAEL]]


def test_one_side_alone_is_not_contested_but_is_shown() -> None:
    statements = told_statements(told.told(), OPERATION)
    others = uncontested(statements, contested_statements(statements))
    assert [one.attributed_to for one in others] == [OFFICIALS, "Omar Saleh", told.CRESCENT]


def test_one_speaker_who_says_two_things_is_not_contested() -> None:
    said = [row | {"attributed_to": MINISTRY} for row in told.statements()]
    assert contested_statements(told_statements(told.told(said=said), OPERATION)) == []


def test_what_a_copy_repeats_is_not_a_second_voice() -> None:
    said = [row | {"article_id": "b05"} for row in told.statements()]
    assert told_statements(told.told(said=said), OPERATION) == []


def test_dead_of_two_sides_are_two_questions() -> None:
    rows = told.statements()[:2]
    israeli = rows[0] | {"statement_id": "x", "side": "israeli", "position": "civilians"}
    found = contested_statements(told_statements(told.told(said=[*rows, israeli]), OPERATION))
    assert [dispute.heading for dispute in found] == [
        "Who the dead were · Israelis",
        "Who the dead were · Palestinians",
    ]
    assert all(len(dispute.statements) == 2 for dispute in found)


def test_statements_are_put_into_words() -> None:
    statements = told_statements(told.told(), OPERATION)
    told_words = {says(one, "Jenin") for one in statements}
    assert "Who the dead were · speaks of combatants · Palestinians · Jenin" in told_words
    assert "reported without a number · Jenin" in told_words


def test_the_opening_counts_and_names_what_is_contested() -> None:
    frames = told.told()
    statements = contested_statements(told_statements(frames, OPERATION))
    line = opening("The raid", contested_figures(frames, OPERATION), statements)
    assert line == (
        "The raid: speakers differ on 1 figure (Killed · Palestinians · Jenin) and on 2 questions without a "
        "figure (who the dead were; hospitals, ambulances and medics)."
    )
    assert "few reports, not agreement" in opening("The raid", [], [])

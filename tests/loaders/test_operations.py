"""The registry, and what belongs to an operation, in texts of our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from loaders.operations import (
    GRACE,
    PlaceTree,
    assign_articles,
    assign_claims,
    load_operations,
    load_places,
    summarise_operations,
)
from loaders.tables import ARTICLES, CLAIMS, OPERATIONS, TableError, split_list

REGISTRY, PLACES = load_operations(), load_places()


def article(
    article_id: str = "a", day: str | None = None, operation: str | None = None, **rest: Any
) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "file": f"{article_id}.txt",
        "published": day,
        "published_earliest": day,
        "published_latest": day,
        "dated_by": "stated",
        "operation_id": operation,
        "characters": 1,
        "sha256": article_id,
        **rest,
    }


def operation_of(text: str, day: str | None, registry: pd.DataFrame = REGISTRY) -> str | None:
    """The operation that an article is assigned to."""
    found = assign_articles(ARTICLES.frame([article(day=day)]), registry, PLACES, {"a": text})
    cell = found["operation_id"].iloc[0]
    return None if pd.isna(cell) else str(cell)


def scope_of(text: str, quote: str, day: str, registry: pd.DataFrame = REGISTRY, **rest: Any) -> str | None:
    """The operation of one figure of a text, the article's own operation assigned before."""
    start = text.index(quote)
    first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    row = {
        "claim_id": "c",
        "article_id": "a",
        "statement_id": "s",
        "measure": "killed",
        "bound": "exact",
        "unit": "people",
        "side": "palestinian",
        "category": "people",
        "as_of": day,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "sentence": text[first : text.find(". ", start) + 1 or len(text)],
        "status": "read",
        **rest,
    }
    texts = {"a": text}
    articles = assign_articles(ARTICLES.frame([article(day=day)]), registry, PLACES, texts)
    cell = assign_claims(CLAIMS.frame([row]), articles, registry, PLACES, texts)["operation_id"].iloc[0]
    return None if pd.isna(cell) else str(cell)


# The registry


def test_the_registry_conforms_and_names_places_that_exist() -> None:
    assert set(REGISTRY["operation_id"]) >= {"2023-07", "2024-08", "2025-01"}
    assert REGISTRY[["days", "articles", "last_report"]].isna().all().all()
    named = {place for cell in REGISTRY["places"] for place in split_list(cell)}
    assert named <= set(PLACES["place_id"])
    assert set(PLACES["parent_id"].dropna()) <= set(PLACES["place_id"])


def test_an_operation_is_ongoing_until_its_end_is_known() -> None:
    assert REGISTRY.set_index("operation_id")["ongoing"].to_dict() == {
        "2023-07": False,
        "2024-08": False,
        "2025-01": True,
    }


def test_a_row_that_is_not_an_operation_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "operations.csv"
    path.write_text(
        "operation_id,name,code_name,started,ended,places,stated_aim,outcome,source\nx,X,,no day,,jenin,,,s\n"
    )
    with pytest.raises(TableError):
        load_operations(path)


def test_summary() -> None:
    articles = ARTICLES.frame(
        [
            article("a", "2025-02-01", "2025-01"),
            article("b", "2025-02-23", "2025-01"),
            article("c", "2025-03-01", "2025-01", same_as="b"),
            article("d", None, "2023-07", published_earliest="2023-07-04", published_latest="2023-07-06"),
            article("e", "2026-01-01"),
        ]
    )
    found = summarise_operations(REGISTRY, articles).set_index("operation_id")
    assert found["articles"].to_dict() == {"2023-07": 1, "2024-08": 0, "2025-01": 2}
    assert found["days"].to_dict() == {"2023-07": 3, "2024-08": 10, "2025-01": 34}
    assert found.loc["2025-01", "last_report"] == pd.Timestamp("2025-02-23")
    assert found.loc["2023-07", "last_report"] == pd.Timestamp("2023-07-04")
    assert pd.isna(found.loc["2024-08", "last_report"])


def test_days_of_an_ongoing_operation_without_reports_are_unknown() -> None:
    found = summarise_operations(REGISTRY, ARTICLES.frame()).set_index("operation_id")
    assert pd.isna(found.loc["2025-01", "days"])
    assert found.loc["2023-07", "days"] == 3


# Places


@pytest.mark.parametrize(
    ("place", "area", "within"),
    [
        ("jenin", "jenin", True),
        ("jenin-camp", "jenin", True),
        ("jenin-camp", "west-bank", True),
        ("jenin", "jenin-camp", False),
        ("gaza", "west-bank", False),
        ("nowhere", "west-bank", False),
    ],
)
def test_within(place: str, area: str, within: bool) -> None:
    assert PlaceTree(PLACES).within(place, area) is within


def test_a_village_lies_near_a_city() -> None:
    tree = PlaceTree(PLACES)
    assert tree.nearest_city("kafr-dan") == "jenin"
    assert tree.nearest_city("jenin") is None
    assert tree.nearest_city("west-bank") is None


# Articles

RAID = "Israeli forces raided Jenin and its refugee camp. Four people were killed."
LEFT = "Troops withdrew from Jenin after the raid. Residents cleared the streets."


@pytest.mark.parametrize(
    ("text", "day", "operation"),
    [
        pytest.param(RAID, "2023-07-03", "2023-07", id="first day"),
        pytest.param(RAID, "2023-07-05", "2023-07", id="last day"),
        pytest.param(RAID, "2023-07-06", "2023-07", id="printed on the day after"),
        pytest.param(RAID, "2023-07-02", None, id="the day before"),
        pytest.param(RAID, "2023-07-09", None, id="a later raid"),
        pytest.param(LEFT, "2023-07-09", "2023-07", id="looks back"),
        pytest.param(
            "The raid of 4 July on the Jenin camp was the largest in years. Streets were cleared.",
            "2023-07-12",
            "2023-07",
            id="its lead gives the day",
        ),
        pytest.param(
            "The raid of 10 July on the Jenin camp was the largest in years. Streets were cleared.",
            "2023-07-12",
            None,
            id="its lead gives another day",
        ),
        pytest.param(LEFT, "2023-07-20", None, id="too late to look back"),
        pytest.param(
            "Troops withdrew from Jenin on Saturday after a raid.",
            "2023-07-09",
            None,
            id="the end of a later raid",
        ),
        pytest.param(
            "Troops withdrew from Jenin on Sunday. It came days after an operation in Jenin was over.",
            "2023-07-09",
            None,
            id="a later raid that recalls this one",
        ),
        pytest.param(RAID, "2024-08-24", None, id="four days before"),
        pytest.param(RAID, "2024-09-01", "2024-08", id="the same words, another time"),
        pytest.param(RAID, "2025-09-12", "2025-01", id="an ongoing operation"),
        pytest.param(RAID, None, None, id="no day"),
        pytest.param("", "2023-07-04", None, id="no text"),
        pytest.param(
            "A raid in the occupied West Bank went into its second day.",
            "2024-08-29",
            "2024-08",
            id="area and event",
        ),
        pytest.param(
            "A conference in the occupied West Bank went into its second day.",
            "2024-08-29",
            None,
            id="area, no event",
        ),
        pytest.param("A new school was opened in Jenin.", "2025-03-01", None, id="place, no event"),
        pytest.param("Israeli forces raided Hebron in the West Bank.", "2025-03-01", None, id="another city"),
        pytest.param(
            "Israeli forces raided Kafr Dan. One man died.", "2024-09-03", "2024-08", id="a village nearby"
        ),
        pytest.param(
            "RAMALLAH, West Bank (Wire) — Drones struck the occupied West Bank. The raid went on at noon.",
            "2023-07-03",
            "2023-07",
            id="a dateline is no place, a raid means the place before",
        ),
        pytest.param(
            "Families broke their fast in shelters. Bulldozers had crossed Jenin camp.",
            "2025-03-20",
            "2025-01",
            id="forces in a place of the operation",
        ),
        pytest.param(
            "The cabinet approved new homes in settlements near Bethlehem. Ministers praised the plan. "
            "Neighbours objected to it. The army meanwhile kept up its raid on Jenin.",
            "2024-08-30",
            None,
            id="a passing mention",
        ),
        pytest.param(
            "An offensive on Gaza City began. Strikes hit Rafah. Talks on Gaza failed. "
            "Raids also went on in Jenin, and troops stayed in Tulkarem and in Nur Shams.",
            "2024-09-01",
            None,
            id="mainly about another place",
        ),
    ],
)
def test_articles(text: str, day: str | None, operation: str | None) -> None:
    assert operation_of(text, day) == operation


def test_an_article_dated_to_several_days_counts_with_any_of_them() -> None:
    row = article(published_earliest="2023-07-01", published_latest="2023-07-04")
    found = assign_articles(ARTICLES.frame([row]), REGISTRY, PLACES, {"a": RAID})
    assert found["operation_id"].tolist() == ["2023-07"]


# Claims

ABOUT = "Israeli forces kept up their raid on Jenin. "
BACKGROUND = "Ministers met to talk about taxes. "


@pytest.mark.parametrize(
    ("text", "quote", "place", "operation"),
    [
        pytest.param(
            ABOUT + "In all 12 people were killed.", "12 people", "jenin", "2024-08", id="place inside"
        ),
        pytest.param(
            ABOUT + "In all 12 people were killed.", "12 people", "jenin-camp", "2024-08", id="camp inside"
        ),
        pytest.param(
            ABOUT + "In all 12 people were killed.", "12 people", None, "2024-08", id="no place of its own"
        ),
        pytest.param(ABOUT + "In all 12 people were killed.", "12 people", "gaza", None, id="place outside"),
        pytest.param(ABOUT + "In all 12 people were killed.", "12 people", "nablus", None, id="another city"),
        pytest.param(
            ABOUT + "In all 16 people were killed.",
            "16 people",
            "west-bank",
            "2024-08",
            id="area, in an article about it",
        ),
        pytest.param(
            ABOUT + "A man fled to Hebron. There 2 people died.",
            "2 people",
            None,
            None,
            id="place last named is outside",
        ),
        pytest.param(
            BACKGROUND + "In Jenin 12 people were killed.",
            "12 people",
            "jenin",
            "2024-08",
            id="place inside, other subject",
        ),
        pytest.param(
            BACKGROUND + "In the West Bank 12 people died.",
            "12 people",
            "west-bank",
            None,
            id="area, other subject",
        ),
        pytest.param(
            BACKGROUND + "The raid in the West Bank cost 12 lives.",
            "12 lives",
            "west-bank",
            "2024-08",
            id="area and event",
        ),
        pytest.param(
            BACKGROUND + "In all 12 people were killed.",
            "12 people",
            None,
            None,
            id="no place, other subject",
        ),
        pytest.param(
            ABOUT + "In April 14 people were killed in a raid there.",
            "14 people",
            "nur-shams",
            None,
            id="another month",
        ),
        pytest.param(
            ABOUT + "On 10 February 3 people were killed.", "3 people", "jenin", None, id="another date"
        ),
        pytest.param(
            ABOUT + "Last year 30 people were killed there.", "30 people", "jenin", None, id="last year"
        ),
        pytest.param(
            ABOUT + "On Monday 5 people were killed in a strike.",
            "5 people",
            "tulkarem",
            None,
            id="a weekday before the start",
        ),
        pytest.param(
            ABOUT + "On Wednesday 5 people were killed in a strike.",
            "5 people",
            "tulkarem",
            "2024-08",
            id="a weekday of the start",
        ),
        pytest.param(
            ABOUT + "A previous raid killed 7 people.", "7 people", "jenin", None, id="a previous raid"
        ),
        pytest.param(
            ABOUT + "The largest raid since a battle in 2002 has killed 7 people.",
            "7 people",
            "jenin",
            None,
            id="nearest time",
        ),
        pytest.param(
            ABOUT + "It killed 7 people, the deadliest raid since one in 2002.",
            "7 people",
            "jenin",
            "2024-08",
            id="a comparison",
        ),
        pytest.param(
            ABOUT + "So far this year 300 people were killed.",
            "300 people",
            "west-bank",
            None,
            id="this year",
        ),
    ],
)
def test_claims(text: str, quote: str, place: str | None, operation: str | None) -> None:
    assert scope_of(text, quote, "2024-08-30", place_id=place) == operation


@pytest.mark.parametrize(
    ("period", "operation"),
    [
        ({"since": "2024-08-28"}, "2024-08"),
        ({"since": "2024-08-29", "until": "2024-08-30"}, "2024-08"),
        ({"since": "2023-10-07"}, None),
        ({"since": "2024-01-01"}, None),
        ({"since": "2024-08-27"}, None),
        ({"since": "2024-08-01", "period_words": "since August"}, "2024-08"),
        ({"since": "2024-08-01", "period_words": "since August 1"}, None),
        ({"since": "2024-07-01", "period_words": "since July"}, None),
        ({"since": "2024-08-27", "period_words": "since Tuesday night"}, "2024-08"),
        ({"until": "2024-08-20"}, None),
        ({"as_of": "2024-08-27"}, None),
        ({"as_of": "2024-08-29"}, "2024-08"),
    ],
)
def test_a_period_that_begins_before_the_operation_is_background(
    period: dict[str, str], operation: str | None
) -> None:
    text = ABOUT + "In all 12 people were killed."
    assert scope_of(text, "12 people", "2024-08-30", **{"place_id": "jenin", **period}) == operation


@pytest.mark.parametrize(
    ("sentence", "quote", "operation"),
    [
        ("It came two weeks after a clash in Jenin that killed 7 people.", "7 people", None),
        ("Two nights before the operation began, a strike killed 7 people.", "7 people", None),
        ("Two nights after the operation began, a strike killed 7 people.", "7 people", "2024-08"),
        ("Another raid killed 7 people there.", "7 people", None),
        ("The army announced on Thursday that 7 people had been killed on Monday.", "7 people", None),
        ("The army announced on Monday that 7 people had been killed on Thursday.", "7 people", "2024-08"),
        ("It said on Thursday that 7 people had been killed.", "7 people", "2024-08"),
        ("Settlers beat 9 people near the city.", "9 people", None),
        ("Settlers followed the raid, and 9 people were hurt.", "9 people", "2024-08"),
    ],
)
def test_what_others_did_at_other_times_is_background(
    sentence: str, quote: str, operation: str | None
) -> None:
    assert scope_of(ABOUT + sentence, quote, "2024-08-30", place_id="jenin") == operation


@pytest.mark.parametrize(
    ("sentence", "period", "operation"),
    [
        ("In the West Bank, including East Jerusalem, 9 people were hurt.", {}, None),
        ("In the West Bank, East Jerusalem included, 9 people were hurt.", {}, None),
        ("Raids in the West Bank and East Jerusalem left 9 people hurt.", {}, "2024-08"),
        ("Across the West Bank 9 people were hurt.", {}, "2024-08"),
        ("In those days 9 people were hurt.", {"since": "2024-08-29", "until": "2024-08-30"}, None),
        ("In those raids 9 people were hurt.", {"since": "2024-08-29", "until": "2024-08-30"}, "2024-08"),
        ("In those days 9 people were hurt.", {"since": "2024-08-28", "until": "2024-08-30"}, "2024-08"),
        ("On that day 9 people were hurt.", {"since": "2024-08-29", "until": "2024-08-29"}, "2024-08"),
        ("Since then 9 people were hurt.", {"since": "2024-08-29", "until": "2024-09-02"}, "2024-08"),
    ],
)
def test_a_count_of_a_territory_is_background(
    sentence: str, period: dict[str, str], operation: str | None
) -> None:
    fields = {"place_id": "west-bank", **period}
    assert scope_of(ABOUT + sentence, "9 people", "2024-09-02", **fields) == operation


@pytest.mark.parametrize(
    ("sentence", "place", "operation"),
    [
        ("Two men died who were wanted for a shooting that killed 6 people.", None, None),
        ("A bombing followed that killed 6 people.", None, "2024-08"),
        ("Two men died who were wanted for a shooting that killed 6 people.", "jenin", "2024-08"),
    ],
)
def test_an_attack_that_is_recalled_is_background(
    sentence: str, place: str | None, operation: str | None
) -> None:
    assert scope_of(ABOUT + sentence, "6 people", "2024-08-30", place_id=place) == operation


def test_a_part_counts_the_period_of_its_whole() -> None:
    text = ABOUT + "Since October 600 people were killed. Of these 90 died in Jenin."
    articles = ARTICLES.frame([article(day="2024-08-30", operation="2024-08")])
    shared = {
        "article_id": "a",
        "statement_id": "s",
        "measure": "killed",
        "bound": "exact",
        "unit": "people",
        "side": "palestinian",
        "category": "people",
        "as_of": "2024-08-30",
        "sentence": text,
        "status": "read",
    }
    whole = {**shared, "claim_id": "w", "since": "2023-10-01", "quote": "600 people", "start": 60, "end": 70}
    part = {
        **shared,
        "claim_id": "p",
        "part_of": "w",
        "place_id": "jenin",
        "quote": "90",
        "start": 90,
        "end": 92,
    }
    found = assign_claims(CLAIMS.frame([whole, part]), articles, REGISTRY, PLACES, {"a": text})
    assert found["operation_id"].isna().all()


@pytest.mark.parametrize(
    "before",
    ["War broke out on 7 October 2023. Raids grew. ", "Raids have grown since the war in Gaza began. "],
)
def test_that_period_is_the_one_named_before(before: str) -> None:
    text = ABOUT + before + "In that period 600 people were killed."
    assert scope_of(text, "600 people", "2024-08-30", place_id="west-bank") is None


def test_a_figure_after_the_end_counts_in_an_article_about_it_only() -> None:
    about, other = LEFT + " The count is 12 people.", BACKGROUND + "The raid on Jenin killed 12 people."
    assert scope_of(about, "12 people", "2023-07-09", place_id="jenin") == "2023-07"
    assert scope_of(other, "12 people", "2023-07-09", place_id="jenin") is None
    assert scope_of(other, "12 people", "2023-07-09", place_id="jenin", as_of="2023-07-04") == "2023-07"
    late = str((pd.Timestamp("2023-07-06") + GRACE).date())
    assert scope_of(about, "12 people", late, place_id="jenin") is None


def test_a_passing_sentence_that_looks_back_and_says_when_counts() -> None:
    text = BACKGROUND + "Troops left last week after a raid on Jenin that killed 21 people."
    assert scope_of(text, "21 people", "2024-09-10", place_id="jenin") == "2024-08"
    assert scope_of(text, "21 people", "2024-09-30", place_id="jenin") is None
    assert scope_of(text.replace("last week", "today"), "21 people", "2024-09-10", place_id="jenin") is None


def test_a_sentence_that_says_when_recalls_an_operation_of_long_ago() -> None:
    text = BACKGROUND + "In late August a ten-day raid on Jenin killed 21 people."
    assert scope_of(text, "21 people", "2024-12-10", place_id="jenin") == "2024-08"
    assert scope_of(text.replace("August", "May"), "21 people", "2024-12-10", place_id="jenin") is None


def test_no_claims_stay_no_claims() -> None:
    articles = ARTICLES.frame([article(day="2023-07-04")])
    assert assign_claims(CLAIMS.frame(), articles, REGISTRY, PLACES, {"a": ""}).empty


# A new operation


def test_a_row_is_all_that_an_operation_takes() -> None:
    new = {
        "operation_id": "2026-03",
        "name": "Hebron, March 2026",
        "started": "2026-03-02",
        "ended": "2026-03-04",
        "ongoing": False,
        "places": "hebron",
        "source": "made up",
    }
    text = "Israeli forces raided Hebron. In all 3 people were killed."
    more = OPERATIONS.frame([*REGISTRY.to_dict("records"), new])
    assert operation_of(text, "2026-03-03") is None
    assert operation_of(text, "2026-03-03", more) == "2026-03"
    assert scope_of(text, "3 people", "2026-03-03", place_id="hebron") is None
    assert scope_of(text, "3 people", "2026-03-03", more, place_id="hebron") == "2026-03"
    assert summarise_operations(more, ARTICLES.frame()).shape[0] == len(REGISTRY) + 1


def test_of_two_that_fit_alike_the_newer_is_meant() -> None:
    new = {
        "operation_id": "2026-03",
        "name": "Jenin, March 2026",
        "started": "2026-03-02",
        "ongoing": True,
        "places": "jenin",
        "source": "made up",
    }
    more = OPERATIONS.frame([*REGISTRY.to_dict("records"), new])
    assert operation_of(RAID, "2026-03-03", more) == "2026-03"
    assert operation_of(RAID, "2026-03-01", more) == "2025-01"

"""Near-duplicates and versions: which article is the earliest of its kind."""

from __future__ import annotations

import random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.copies import find_copies
from loaders.tables import ARTICLES

WORDS = (
    *(
        "soldiers",
        "town",
        "road",
        "camp",
        "clinic",
        "water",
        "family",
        "market",
        "school",
        "night",
        "morning",
    ),
    *("week", "convoy", "house", "street", "mayor", "window", "report", "statement", "spokesman", "returned"),
    *("closed", "opened", "searched", "waited", "crossed", "carried", "found", "left", "stood"),
)


def prose(seed: int, words: int = 120) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) + ("." if chosen.random() < 0.1 else "") for _ in range(words))


def copies(rows: dict[str, dict[str, Any]]) -> dict[str, str | None]:
    """`rows` maps article_id to its text and what else the row should say; gives article_id -> same_as."""
    common = {"dated_by": "unknown", "characters": 1, "sha256": "0"}
    frame = ARTICLES.frame(
        {"article_id": article_id, "file": article_id, **common}
        | {name: value for name, value in row.items() if name != "text"}
        for article_id, row in rows.items()
    )
    found = find_copies(frame, {article_id: row["text"] for article_id, row in rows.items()})
    assert found.index.equals(frame.index)
    ARTICLES.conform(frame.assign(same_as=found))
    return {article_id: None if pd.isna(same) else same for article_id, same in zip(rows, found, strict=True)}


STORY = prose(1)
HEADED = f"Our headline over it: {STORY}"
CUT = STORY[: len(STORY) * 9 // 10]
LOUD = STORY.upper().replace(".", " —")
OTHER = prose(2)


@pytest.mark.parametrize("copy", [STORY, HEADED, CUT, LOUD, STORY.replace("mayor", "the mayor")])
def test_copies_are_found(copy: str) -> None:
    rows = {"a": {"text": STORY, "published": "2024-09-05"}, "b": {"text": copy, "published": "2024-09-06"}}
    assert copies(rows) == {"a": None, "b": "a"}


@pytest.mark.parametrize("other", [OTHER, STORY[: len(STORY) // 2], f"{OTHER} {STORY}", ""])
def test_other_reports_are_not_copies(other: str) -> None:
    assert copies({"a": {"text": STORY}, "b": {"text": other}}) == {"a": None, "b": None}


def test_short_texts_are_copies_only_when_equal() -> None:
    rows = {
        "a": "Two men hurt in raid on town",
        "b": "Two men hurt in raid on town!",
        "c": "Six men hurt in raid on camp",
    }
    assert copies({name: {"text": text} for name, text in rows.items()}) == {"a": None, "b": "a", "c": None}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the day decides, whatever the order of the rows
        ({"a": {"published": "2024-09-06"}, "b": {"published": "2024-09-05"}}, {"a": "b", "b": None}),
        # the undated come last
        ({"a": {}, "b": {"published": "2024-09-05"}}, {"a": "b", "b": None}),
        # then the file, then the id
        ({"a": {"file": "2.txt"}, "b": {"file": "1.txt"}}, {"a": "b", "b": None}),
        ({"b": {"file": "1.txt"}, "a": {"file": "1.txt"}}, {"a": None, "b": "a"}),
    ],
)
def test_the_earliest_is_the_original(
    rows: dict[str, dict[str, Any]], expected: dict[str, str | None]
) -> None:
    assert copies({name: {"text": STORY, **row} for name, row in rows.items()}) == expected


def test_a_new_text_under_a_url_is_a_version_of_the_first() -> None:
    rows = {
        "first": {"text": STORY, "url": "https://example.org/1", "published": "2024-09-05"},
        "second": {"text": OTHER, "url": "https://example.org/1", "published": "2024-09-06"},
        "elsewhere": {"text": OTHER, "url": "https://example.org/2", "published": "2024-09-07"},
        "nowhere": {"text": prose(3), "published": "2024-09-07"},
        "no url either": {"text": prose(4), "published": "2024-09-07"},
    }
    expected = {
        "first": None,
        "second": "first",
        "elsewhere": "first",
        "nowhere": None,
        "no url either": None,
    }
    assert copies(rows) == expected


def test_same_as_never_leads_to_a_copy() -> None:
    """A text a little further changed each time: every article names one that names none."""
    words = STORY.split()
    rows = {}
    for step in range(12):
        words[step * 10] = f"changed{step}"
        rows[f"{step:02}"] = {"text": " ".join(words)}
    found = copies(rows)
    assert found["01"] == "00"
    assert found["11"] != "00"
    assert all(found[same] is None for same in found.values() if same)


def test_many_reports_of_one_pattern_do_not_hide_a_copy() -> None:
    chosen = random.Random(5)
    rows = {}
    for number in range(150):
        sentences = [
            f"They entered {chosen.choice(WORDS)} at {chosen.randrange(24)} and left {chosen.choice(WORDS)}."
            for _ in range(20)
        ]
        rows[f"{number:03}"] = {"text": " ".join(sentences)}
    rows["copy"] = {"text": rows["140"]["text"] + " It was quiet."}
    found = copies(rows)
    assert found.pop("copy") == "140"
    assert set(found.values()) == {None}


def test_no_articles() -> None:
    assert copies({}) == {}


@settings(max_examples=30, deadline=None)
@given(st.permutations(["a", "b", "c", "d", "e", "f"]))
def test_the_order_of_the_rows_changes_nothing(order: list[str]) -> None:
    texts = {"a": STORY, "b": HEADED, "c": OTHER, "d": CUT, "e": prose(3), "f": OTHER}
    expected = {"a": None, "b": "a", "c": None, "d": "a", "e": None, "f": "c"}
    assert copies({name: {"text": texts[name]} for name in order}) == expected


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts(texts: list[str]) -> None:
    found = copies({str(number): {"text": text} for number, text in enumerate(texts)})
    assert all(same is None or found[same] is None for same in found.values())

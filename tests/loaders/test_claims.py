"""Claims: ids that last, parts and statements, and the flags that ask a person to look."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from loaders.claims import add_flags, compared, find_flags, read_claims
from loaders.tables import ARTICLES, CLAIMS

TEXT = (
    "Twelve people were killed in Jenin, including four children, the Palestinian Health Ministry said. "
    "The mayor spoke of 30 wounded."
)


def article(article_id: str, text: str = "", **rest: Any) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "file": f"{article_id}.txt",
        "dated_by": "stated",
        "characters": len(text),
        "sha256": "0",
        **rest,
    }


def read(text: str, article_id: str = "a", day: str | None = "2024-09-05") -> pd.DataFrame:
    frame = ARTICLES.frame([article(article_id, text, published=day)])
    return read_claims(frame, {article_id: text})


def test_claims_conform_to_their_table() -> None:
    claims = read(TEXT)
    assert claims["value"].tolist() == [12, 4, 30]
    pd.testing.assert_frame_equal(claims, CLAIMS.conform(claims))


def test_a_text_without_figures_gives_an_empty_frame() -> None:
    pd.testing.assert_frame_equal(read("The market was closed."), CLAIMS.frame())
    pd.testing.assert_frame_equal(read_claims(ARTICLES.frame(), {}), CLAIMS.frame())


def test_quotes_stand_where_they_say() -> None:
    for row in read(TEXT).itertuples():
        assert TEXT[row.start : row.end] == row.quote
        assert row.quote in row.sentence
        assert row.sentence in TEXT


def test_an_id_is_of_the_article_the_measure_and_the_number() -> None:
    ids = read(TEXT)["claim_id"]
    assert ids.is_unique
    assert ids.tolist() == read(TEXT, day=None)["claim_id"].tolist()
    assert ids.tolist() == read(TEXT.replace("wounded", "hurt"))["claim_id"].tolist()
    assert not set(ids) & set(read(TEXT, article_id="b")["claim_id"])


def test_a_longer_quote_keeps_its_id() -> None:
    assert read("At least 12 people died.")["claim_id"].tolist() == (
        read("At least 12 young people died.")["claim_id"].tolist()
    )


def test_a_part_names_its_whole() -> None:
    claims = read(TEXT).set_index("value")
    assert claims.loc[4, "part_of"] == claims.loc[12, "claim_id"]
    assert claims.loc[[12, 30], "part_of"].isna().all()


def test_a_statement_is_one_sentence_of_one_speaker() -> None:
    statements = read(TEXT).set_index("value")["statement_id"]
    assert statements[12] == statements[4]
    assert statements[12] != statements[30]


def claim(claim_id: str, value: int | None = 5, **rest: Any) -> dict[str, Any]:
    return {
        "claim_id": claim_id,
        "article_id": "a",
        "statement_id": "s",
        "measure": "killed",
        "value": value,
        "low": value,
        "high": value,
        "bound": "exact",
        "unit": "people",
        "side": "palestinian",
        "category": "people",
        "quote": "five",
        "start": 0,
        "end": 4,
        "sentence": "five",
        "status": "read",
        **rest,
    }


def flags(*claims: dict[str, Any], articles: list[dict[str, Any]] | None = None) -> dict[str, list[str]]:
    return find_flags(CLAIMS.frame(claims), ARTICLES.frame(articles or [article("a"), article("b")]))


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Nine people were killed, 12 of them children.", [12]),
        ("Twelve people were killed, 12 of them children.", []),
        ("Twelve people were killed, nine of them children.", []),
        # the upper end of the whole is open
        ("At least nine people were killed, 12 of them children.", []),
        # "dozens" commits to 24
        ("Twenty people were killed, dozens of them children.", [None]),
    ],
)
def test_a_part_exceeds_its_whole(text: str, flagged: list[int | None]) -> None:
    claims = read(text)
    assert claims["part_of"].notna().any()
    found = claims[claims["flags"].notna()]
    assert [None if pd.isna(value) else value for value in found["value"]] == flagged
    assert set(found["flags"]) <= {"part_exceeds_whole"}


TOLL = {"tally": "cumulative", "operation_id": "2024-08", "attributed_to": "Palestinian Red Crescent"}


@pytest.mark.parametrize(
    ("later", "flagged"),
    [
        ({"value": 8}, True),
        ({"value": 10}, False),
        ({"value": 12}, False),
        # of other things, of another speaker, of other days' dead
        ({"value": 8, "measure": "wounded"}, False),
        ({"value": 8, "side": "israeli"}, False),
        ({"value": 8, "category": "children"}, False),
        ({"value": 8, "qualifier": "critical"}, False),
        ({"value": 8, "place_id": "jenin"}, False),
        # two reports of one day have no order
        ({"value": 8, "as_of": "2024-08-30"}, False),
        ({"value": 8, "as_of": None}, False),
        ({"value": 8, "operation_id": "2025-01"}, False),
        ({"value": 8, "attributed_to": "Hamas"}, False),
        ({"value": 8, "tally": "new"}, False),
        ({"value": 8, "tally": None}, False),
        ({"value": None, "low": 2, "bound": "vague"}, False),
    ],
)
def test_a_running_toll_does_not_fall(later: dict[str, Any], flagged: bool) -> None:
    first = claim("first", **{**TOLL, "value": 10, "as_of": "2024-08-30"})
    second = claim("later", **{**TOLL, "as_of": "2024-08-31", "article_id": "b", **later})
    assert flags(first, second) == ({"later": ["toll_falls"]} if flagged else {})
    assert flags(second, first) == ({"later": ["toll_falls"]} if flagged else {})


def test_a_toll_without_a_speaker_or_an_operation_is_not_followed() -> None:
    for unknown in ("attributed_to", "operation_id"):
        toll = {**TOLL, unknown: None}
        first = claim("first", **{**toll, "value": 10, "as_of": "2024-08-30"})
        assert flags(first, claim("later", **{**toll, "value": 8, "as_of": "2024-08-31"})) == {}


COPIES = [article("a"), article("b", same_as="a")]


def test_a_copy_carries_the_claims_of_the_first_article() -> None:
    found = flags(
        claim("first"),
        claim("again", article_id="b", start=9, end=13),
        claim("own", 6, article_id="b"),
        claim("elsewhere", article_id="b", place_id="tubas"),
        articles=COPIES,
    )
    assert found == {"again": ["carried_from:first"]}


def test_a_claim_that_the_first_article_states_twice_is_carried_from_the_earlier() -> None:
    found = flags(
        claim("first"), claim("repeated", start=40, end=44), claim("again", article_id="b"), articles=COPIES
    )
    assert found == {"again": ["carried_from:first"]}


def test_flags_are_listed_behind_those_that_are_there() -> None:
    claims = CLAIMS.frame([claim("part", flags="part_exceeds_whole"), claim("toll"), claim("fine")])
    found = {"part": ["toll_falls", "carried_from:first"], "toll": ["toll_falls"]}
    flagged = add_flags(claims, found)["flags"]
    assert flagged[:2].tolist() == ["part_exceeds_whole; toll_falls; carried_from:first", "toll_falls"]
    assert pd.isna(flagged[2])


COMPARED = [
    claim("toll", 9, **{**TOLL, "article_id": "c"}),
    claim("part", 5, **{**TOLL, "article_id": "c", "part_of": "whole"}),
    claim("whole", 17, article_id="c", measure="residents"),
    claim("alone", 7, article_id="c"),
    claim("background", 7, article_id="c", part_of="alone"),
    claim("first"),
    claim("again", article_id="b"),
    claim("hurt", article_id="b", measure="wounded"),
]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("killed", ["toll", "part", "whole", "first", "again"]),
        ("wounded", ["hurt"]),
        ("residents", []),
        ("troops", []),
    ],
)
def test_what_is_compared(measure: str, expected: list[str]) -> None:
    assert compared(CLAIMS.frame(COMPARED), {"a", "b"}, measure)["claim_id"].tolist() == expected

"""What is contested, and what is told without a figure, as tables: each row with who said and printed it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from pages.export.sheets import Stamp
from pages.export.tables import PageTable
from pages.figures import words
from pages.figures.contested import (
    HOW_TO_READ,
    POSITIONS,
    TOPICS,
    WITHOUT_POSITION,
    Dispute,
    says,
    told_statements,
)
from pages.figures.credits import credits_of
from pages.figures.scopes import place_names, with_articles

NUMBERS = ["Lowest", "Value", "Highest"]
DAYS = ["As of", "Published", "Published, earliest", "Published, latest"]
WHENCE = [
    "Words",
    "Sentence",
    "Printed by",
    "Published",
    "Published, earliest",
    "Published, latest",
    "How it is dated",
    "Evidence of the day",
    "Article",
    "Article address",
    "Id",
]
CONTESTED = [
    "What is contested",
    "Kind",
    "Said by",
    "Stated",
    *NUMBERS,
    "Unit",
    "Scope",
    "As of",
    "Note",
    *WHENCE,
]
STATEMENTS = ["Topic", "Said by", "Position", "Told of", "Side", "Place", "Contested", *WHENCE]


def contested_tables(
    frames: Any, operation_id: str, disputes: Sequence[Dispute], opening: str, stamp: Stamp
) -> dict[str, PageTable]:
    """Both tables of an operation by what their files are called; `frames` are those of the chosen voices.

    `opening` says in a sentence what is contested, or whose silence it is that nothing is. A statement is
    once in the second, and in the first as often as it is contested.
    """
    return {
        "contested": _contested(frames, disputes, opening, stamp),
        "statements": _statements(frames, told_statements(frames, operation_id), disputes, stamp),
    }


def _contested(frames: Any, disputes: Sequence[Dispute], opening: str, stamp: Stamp) -> PageTable:
    places = place_names(frames.places)
    rows = [row for dispute in disputes for row in _rows_of(dispute, places)]
    told = [one for dispute in disputes for one in (*dispute.claims, *dispute.statements)]
    ids = {claim.claim_id for dispute in disputes for claim in dispute.claims}
    claims = frames.claims[frames.claims["claim_id"].isin(ids)]
    return _page_table(
        frames,
        told,
        stamp,
        title="What is contested",
        subtitle="One row a figure or a statement, those of one thing together. Unit: as the row says.",
        table=_table(rows, CONTESTED),
        notes=(opening, HOW_TO_READ),
        rule="each speaker's latest figure or statement, by no rule of choice",
        claims=with_articles(claims, frames.articles),
    )


def _rows_of(dispute: Dispute, places: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    base = {"What is contested": dispute.heading, "Note": dispute.note or None}
    for claim in dispute.claims:
        yield {
            **base,
            "Kind": "figure",
            "Scope": words.scope_stamp(claim, places.get(claim.place_id)),
            "Stated": words.amount(claim),
            "Lowest": claim.low,
            "Value": claim.value,
            "Highest": claim.high,
            "Unit": claim.unit,
            "As of": claim.as_of,
            **_whence(claim),
        }
    for statement in dispute.statements:
        yield {
            **base,
            "Kind": "statement",
            "Scope": says(statement, places.get(statement.place_id)),
            "Stated": _position(statement),
            **_whence(statement),
        }


def _statements(
    frames: Any, statements: Sequence[Any], disputes: Sequence[Dispute], stamp: Stamp
) -> PageTable:
    places = place_names(frames.places)
    disputed = {one.claim_id for dispute in disputes for one in dispute.statements}
    rows = [
        {
            "Topic": TOPICS.get(one.topic),
            "Position": _position(one),
            "Told of": words.MEASURES.get(one.measure),
            "Side": words.SIDES[one.side],
            "Place": places.get(one.place_id),
            "Contested": one.claim_id in disputed,
            **_whence(one),
        }
        for one in statements
    ]
    return _page_table(
        frames,
        statements,
        stamp,
        title="Statements without a figure",
        subtitle="One row a statement, oldest first, copies left out. A statement has no number.",
        table=_table(rows, STATEMENTS),
    )


def _position(statement: Any) -> str:
    return POSITIONS.get(statement.position, WITHOUT_POSITION)


def _whence(row: Any) -> dict[str, Any]:
    """Who said it in which words, who printed these, and how the day of the article is known."""
    return {
        "Said by": words.speaker(row.attributed_to),
        "Words": row.quote,
        "Sentence": row.sentence,
        "Printed by": words.source(row),
        "Published": row.published,
        "Published, earliest": row.published_earliest,
        "Published, latest": row.published_latest,
        "How it is dated": words.DATED_BY[row.dated_by],
        "Evidence of the day": row.date_note,
        "Article": words.article(row.title, row.file, row.original),
        "Article address": row.url,
        "Id": row.claim_id,
    }


def _table(rows: Collection[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    table = pd.DataFrame(list(rows), columns=list(columns))
    days = {name: pd.to_datetime(table[name]) for name in DAYS if name in table}
    numbers = {name: "Int64" for name in NUMBERS if name in table}
    flags = {"Contested": "bool"} if "Contested" in table else {}
    others = {name: "str" for name in columns if not {name} & {*days, *numbers, *flags}}
    return table.assign(**days).astype({**numbers, **flags, **others})


def _page_table(frames: Any, told: Sequence[Any], stamp: Stamp, **parts: Any) -> PageTable:
    """A table with the credits of its rows."""
    behind = pd.DataFrame(
        {
            "article_id": pd.Series([one.article_id for one in told], dtype="str"),
            "attributed_to": pd.Series([one.attributed_to for one in told], dtype="str"),
        }
    )
    told_by = credits_of(behind, frames.articles)
    articles = words.count(behind["article_id"].nunique(), "article")
    return PageTable(
        link=stamp.link,
        data_version=stamp.data_version,
        filters=stamp.filters,
        of_articles=frames.articles[frames.articles["article_id"].isin(behind["article_id"])],
        said_by=told_by.said_by,
        printed_by=told_by.printed_by,
        as_of=told_by.as_of,
        articles=f"{words.count(len(told), 'row')} of {articles}",
        **parts,
    )

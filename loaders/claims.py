"""Articles to claims: what the reader found, as rows with ids, and what a person should look at."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from loaders.reader import Figure, read_figures
from loaders.tables import CLAIMS, join_list, split_list

ID_LENGTH = 16
PART_EXCEEDS_WHOLE = "part_exceeds_whole"
SAME_FIGURE = [
    *("measure", "unit", "side", "category", "qualifier", "place_id", "attributed_to"),
    *("value", "low", "high", "bound"),
]
"""What a figure in a copy shares with the one that it repeats."""

RUNNING_TOLL = [
    "operation_id",
    "attributed_to",
    "measure",
    "side",
    "unit",
    "category",
    "qualifier",
    "place_id",
]
"""What two running tolls must share to be one toll that grew."""


def read_claims(articles: pd.DataFrame, texts: Mapping[str, str]) -> pd.DataFrame:
    """The claims of every article, in the articles' order and each text's, without operations.

    Of flags they have what the article itself shows, `part_exceeds_whole`: a part larger than its whole.

    Args:
        articles: the articles frame, dated as far as its days are known.
        texts: article_id -> text as read.
    """
    rows: list[dict[str, Any]] = []
    for article_id, published in zip(articles["article_id"], articles["published"], strict=True):
        day = None if pd.isna(published) else published.date()
        rows.extend(_rows(article_id, read_figures(texts[article_id], day)))
    claims = CLAIMS.frame(rows)
    return add_flags(claims, {claim_id: [PART_EXCEEDS_WHOLE] for claim_id in _parts_too_large(claims)})


def _rows(article_id: str, figures: Sequence[Figure]) -> Iterable[dict[str, Any]]:
    ids = [_id(article_id, figure.measure, figure.at) for figure in figures]
    for claim_id, figure in zip(ids, figures, strict=True):
        yield {
            "claim_id": claim_id,
            "article_id": article_id,
            "statement_id": _id(article_id, "statement", figure.statement),
            "measure": figure.measure,
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "bound": figure.bound,
            "unit": figure.unit,
            "side": figure.side,
            "category": figure.category,
            "qualifier": figure.qualifier,
            "part_of": ids[figure.part_of] if figure.part_of is not None else None,
            "place_id": figure.place_id,
            "operation_id": None,
            "tally": figure.tally,
            "since": _day(figure.since),
            "until": _day(figure.until),
            "period_words": figure.period_words,
            "attributed_to": figure.attributed_to,
            "as_of": _day(figure.as_of),
            "quote": figure.quote,
            "start": figure.start,
            "end": figure.end,
            "sentence": figure.sentence,
            "status": "read",
            "flags": None,
        }


def _id(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:ID_LENGTH]


def _day(day: datetime.date | None) -> pd.Timestamp | None:
    return pd.Timestamp(day) if day else None


def find_flags(claims: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[str]]:
    """claim_id -> what a person should look at, for claims where other articles show it.

    `toll_falls`: a running toll below that of an earlier day, of the same speaker for the same scope.
    `carried_from:CLAIM`: a copy repeats that claim of the first article.
    """
    flags: dict[str, list[str]] = {}
    for found in (_falling_tolls(claims), _carried(claims, articles)):
        for claim_id, flag in found:
            flags.setdefault(claim_id, []).append(flag)
    return flags


def add_flags(claims: pd.DataFrame, found: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """The claims with the flags of `find_flags` behind those that they have. Nothing is hidden or mended."""
    flags = [
        join_list([*split_list(cell), *found.get(claim_id, [])])
        for claim_id, cell in zip(claims["claim_id"], claims["flags"], strict=True)
    ]
    return CLAIMS.conform(claims.assign(flags=pd.Series(flags, index=claims.index, dtype="str")))


def compared(claims: pd.DataFrame, families: Collection[str], measure: str) -> pd.DataFrame:
    """The claims that flags and estimates of one measure ask for; `claims` hold all those of each article.

    Those of an operation or of a text that has copies, with the wholes that they are parts of. All others are
    background that stands alone.

    Args:
        claims: with their operations.
        families: article_ids of copies and of what they are copies of.
        measure: one of MEASURES.
    """
    alone = claims["operation_id"].isna() & ~claims["article_id"].isin(families)
    asked = (claims["measure"] == measure) & ~alone
    return claims[asked | claims["claim_id"].isin(claims.loc[asked, "part_of"].dropna())]


def _parts_too_large(claims: pd.DataFrame) -> list[str]:
    parts = claims.dropna(subset=["part_of"]).merge(
        claims[["claim_id", "high"]],
        left_on="part_of",
        right_on="claim_id",
        suffixes=("", "_whole"),
        validate="many_to_one",
    )
    larger = parts["low"].fillna(parts["value"]) > parts["high_whole"]
    return parts.loc[larger.fillna(False), "claim_id"].tolist()


def _falling_tolls(claims: pd.DataFrame) -> list[tuple[str, str]]:
    running = claims[
        (claims["tally"] == "cumulative")
        & claims["value"].notna()
        & claims["operation_id"].notna()
        & claims["attributed_to"].notna()
        & claims["as_of"].notna()
    ]
    days = running.groupby([*RUNNING_TOLL, "as_of"], dropna=False, as_index=False)["value"].max()
    days["before"] = days.groupby(RUNNING_TOLL, dropna=False)["value"].transform(
        lambda tolls: tolls.cummax().shift()
    )
    running = running.merge(days.drop(columns="value"), on=[*RUNNING_TOLL, "as_of"], validate="many_to_one")
    falling = (running["value"] < running["before"]).fillna(False)
    return [(claim_id, "toll_falls") for claim_id in running.loc[falling, "claim_id"]]


def _carried(claims: pd.DataFrame, articles: pd.DataFrame) -> list[tuple[str, str]]:
    copies = articles.dropna(subset=["same_as"])[["article_id", "same_as"]]
    if copies.empty:
        return []
    figures = claims[["claim_id", "article_id", *SAME_FIGURE]]
    first = figures[figures["article_id"].isin(copies["same_as"])]
    first = first.drop_duplicates(["article_id", *SAME_FIGURE])
    repeated = figures.merge(copies, on="article_id", validate="many_to_one").merge(
        first,
        left_on=["same_as", *SAME_FIGURE],
        right_on=["article_id", *SAME_FIGURE],
        suffixes=("", "_first"),
        validate="many_to_one",
    )
    return [
        (claim, f"carried_from:{source}")
        for claim, source in zip(repeated["claim_id"], repeated["claim_id_first"], strict=True)
    ]

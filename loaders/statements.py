"""Articles to statements without a figure, as rows with ids and the operation that each speaks of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from loaders.operations import ASKED, assign_claims
from loaders.reader.sides import COUNTS
from loaders.reader.statements import read_statements
from loaders.tables import DAY, STATEMENTS

ID_LENGTH = 16


def find_statements(
    articles: pd.DataFrame,
    claims: pd.DataFrame,
    operations: pd.DataFrame,
    places: pd.DataFrame,
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """The statements of every article, in the articles' order and each text's.

    A statement belongs to an operation as a claim without a period does (`operations.assign_claims`).

    Args:
        articles: the articles frame, with its days and operations.
        claims: the claims of these articles: what holds a figure is told by that, not as a statement.
        operations: the registry of operations.
        places: the gazetteer.
        texts: article_id -> text as read.
    """
    of_people = claims[~claims["measure"].isin(COUNTS)]
    spans = {
        article_id: list(zip(rows["start"], rows["end"], strict=True))
        for article_id, rows in of_people.groupby("article_id")
    }
    rows = [
        row
        for article_id in articles["article_id"]
        for row in _rows(article_id, texts[article_id], spans.get(article_id, []))
    ]
    statements = STATEMENTS.frame(rows)
    return STATEMENTS.conform(
        statements.assign(operation_id=_operations_of(statements, articles, operations, places, texts))
    )


def _rows(article_id: str, text: str, figures: list[tuple[int, int]]) -> Iterator[dict[str, Any]]:
    for statement in read_statements(text, figures):
        key = "\x1f".join((article_id, "said", statement.kind, str(statement.start)))
        yield {
            "statement_id": hashlib.sha256(key.encode()).hexdigest()[:ID_LENGTH],
            "article_id": article_id,
            "operation_id": None,
            **vars(statement),
        }


def _operations_of(
    statements: pd.DataFrame,
    articles: pd.DataFrame,
    operations: pd.DataFrame,
    places: pd.DataFrame,
    texts: Mapping[str, str],
) -> pd.Series[Any]:
    """The operation that each statement speaks of: its day is that of its article."""
    days = articles.set_index("article_id")["published"].reindex(statements["article_id"])
    no_day = pd.Series(pd.NaT, index=statements.index, dtype=DAY)
    asked = statements.rename(columns={"statement_id": "claim_id"}).assign(
        part_of=None, since=no_day, until=no_day, as_of=days.array, period_words=None
    )[ASKED]
    found: pd.Series[Any] = assign_claims(asked, articles, operations, places, texts)["operation_id"]
    return found

"""Articles a batch at a time, each with what it gives by itself: its day, its operation, its claims.

What needs the other articles too (copies, flags, estimates) is found later, over all batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from loaders.articles import Article, Problem, Progress, articles_frame, find_articles
from loaders.claims import read_claims
from loaders.dating import infer_day
from loaders.operations import Operation, assign_articles, assign_claims, list_operations
from loaders.statements import find_statements
from loaders.tables import ARTICLES, CLAIMS, PROBLEMS

BATCH = 1_000_000
"""A batch is closed at so many characters: some hundred reports, and at most one article of the largest size
more. What is read does not depend on it."""


@dataclass(frozen=True)
class Batch:
    """Some articles in the order of reading.

    Their rows without `same_as`, their claims without `flags`, their statements, the inputs that were a
    problem, and article_id -> text as read.
    """

    articles: pd.DataFrame
    claims: pd.DataFrame
    statements: pd.DataFrame
    problems: pd.DataFrame
    texts: Mapping[str, str]


def read_batches(
    paths: Iterable[str | Path],
    operations: pd.DataFrame,
    places: pd.DataFrame,
    progress: Progress | None = None,
    characters: int = BATCH,
) -> Iterator[Batch]:
    """What files and folders hold, no more than one batch in memory.

    There is at least one batch, and the last one may be empty.

    Args:
        paths: files and folders.
        operations: the registry of operations.
        places: the gazetteer.
        progress: called with the bytes done and the bytes in all, after every input.
        characters: the size of a batch.
    """
    registry = list_operations(operations, places)
    for items in _grouped(find_articles(paths, progress), characters):
        found = [item for item in items if isinstance(item, Article)]
        texts = {article.article_id: article.text for article in found}
        articles = _dated(articles_frame(found), texts, registry)
        articles = ARTICLES.conform(assign_articles(articles, operations, places, texts))
        claims = assign_claims(read_claims(articles, texts), articles, operations, places, texts)
        problems = PROBLEMS.frame(asdict(item) for item in items if isinstance(item, Problem))
        statements = find_statements(articles, claims, operations, places, texts)
        yield Batch(articles, CLAIMS.conform(claims), statements, problems, texts)


def _grouped(items: Iterable[Article | Problem], characters: int) -> Iterator[list[Article | Problem]]:
    group: list[Article | Problem] = []
    size = 0
    for item in items:
        group.append(item)
        size += len(item.text) if isinstance(item, Article) else 0
        if size >= characters:
            yield group
            group, size = [], 0
    yield group


def _dated(articles: pd.DataFrame, texts: Mapping[str, str], registry: Sequence[Operation]) -> pd.DataFrame:
    """The articles with the days that the undated give away themselves."""
    undated = articles["dated_by"] == "unknown"
    datings = {
        article_id: infer_day(texts[article_id], registry)
        for article_id in articles.loc[undated, "article_id"]
    }
    columns = {
        "published": "published",
        "published_earliest": "earliest",
        "published_latest": "latest",
        "dated_by": "dated_by",
        "date_note": "note",
    }
    changed = {
        column: articles["article_id"]
        .map({key: getattr(dating, name) for key, dating in datings.items()})
        .where(undated, articles[column])
        for column, name in columns.items()
    }
    return ARTICLES.conform(articles.assign(**changed))

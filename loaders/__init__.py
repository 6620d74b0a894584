"""Articles in, frames out: what the pages, the command line and the tests stand on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from loaders.articles import Article, Problem, Progress, articles_frame, find_articles
from loaders.claims import flag_claims, read_claims
from loaders.copies import find_copies
from loaders.dating import date_article
from loaders.estimates import estimate
from loaders.operations import assign_articles, assign_claims, load_operations, load_places, summarise_operations
from loaders.tables import ARTICLES, PROBLEMS

__all__ = ["Frames", "default_folder", "load"]


@dataclass(frozen=True)
class Frames:
    """Everything that is read from a set of articles, one frame a table (loaders/tables.py).

    `texts` maps each article_id to its text as read.
    """

    articles: pd.DataFrame
    claims: pd.DataFrame
    operations: pd.DataFrame
    places: pd.DataFrame
    estimates: pd.DataFrame
    problems: pd.DataFrame
    texts: Mapping[str, str]


def default_folder() -> Path:
    """The folder of articles that is read where none is named: ARTICLES_DIR, else the digests of data/articles."""
    return Path(os.environ.get("ARTICLES_DIR") or Path(__file__).parents[1] / "data" / "articles")


def load(*paths: str | Path, progress: Progress | None = None) -> Frames:
    """Read articles from files and folders, and everything that they state.

    Args:
        paths: files or folders; without any, `default_folder()`.
        progress: called with the bytes done and the bytes in all, after every input.

    What cannot be read is a row of `problems`; everything else is read all the same.
    """
    inputs = list(find_articles(paths or (default_folder(),), progress))
    found = [item for item in inputs if isinstance(item, Article)]
    problems = PROBLEMS.frame(asdict(item) for item in inputs if isinstance(item, Problem))
    texts = {article.article_id: article.text for article in found}
    operations, places = load_operations(), load_places()

    articles = _dated(articles_frame(found), texts, operations, places)
    articles = ARTICLES.conform(articles.assign(same_as=find_copies(articles, texts)))
    articles = ARTICLES.conform(assign_articles(articles, operations, places, texts))
    claims = assign_claims(read_claims(articles, texts), articles, operations, places, texts)
    claims = flag_claims(claims, articles)
    return Frames(
        articles=articles,
        claims=claims,
        operations=summarise_operations(operations, articles),
        places=places,
        estimates=estimate(claims, articles, operations, places),
        problems=problems,
        texts=texts,
    )


def _dated(articles: pd.DataFrame, texts: Mapping[str, str], operations: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The articles with the days that the undated give away themselves."""
    undated = articles["dated_by"] == "unknown"
    datings = {
        article_id: date_article(texts[article_id], None, operations, places)
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
        column: articles["article_id"].map({key: getattr(dating, name) for key, dating in datings.items()}).where(undated, articles[column])
        for column, name in columns.items()
    }
    return ARTICLES.conform(articles.assign(**changed))

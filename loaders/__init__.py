"""Articles in, frames out: what the pages, the command line and the tests stand on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from loaders.articles import Progress
from loaders.batches import BATCH, read_batches
from loaders.claims import add_flags, find_flags
from loaders.copies import find_copies
from loaders.estimates import estimate
from loaders.operations import load_operations, load_places, summarise_operations
from loaders.tables import ARTICLES

__all__ = ["Frames", "default_folder", "load"]


@dataclass(frozen=True)
class Frames:
    """Everything that is read from a set of articles, one frame a table (loaders/tables.py).

    `texts` maps each article_id to its text as read.
    """

    articles: pd.DataFrame
    claims: pd.DataFrame
    statements: pd.DataFrame
    operations: pd.DataFrame
    places: pd.DataFrame
    estimates: pd.DataFrame
    problems: pd.DataFrame
    texts: Mapping[str, str]


def default_folder() -> Path:
    """The folder that is read where none is named: ARTICLES_DIR, else the digests of data/articles."""
    return Path(os.environ.get("ARTICLES_DIR") or Path(__file__).parents[1] / "data" / "articles")


def load(*paths: str | Path, progress: Progress | None = None, batch: int = BATCH) -> Frames:
    """Read articles from files and folders, and everything that they state.

    Args:
        paths: files or folders; without any, `default_folder()`.
        progress: called with the bytes done and the bytes in all while inputs are read, then with the
            characters done and in all while they are searched for copies.
        batch: so many characters are read at a time; what is read does not depend on it.

    What cannot be read is a row of `problems`; everything else is read all the same. All of it is in memory:
    `loaders.streaming` writes the same as files, for more articles than memory holds.
    """
    operations, places = load_operations(), load_places()
    batches = list(read_batches(paths or (default_folder(),), operations, places, progress, batch))
    texts = {article_id: text for one in batches for article_id, text in one.texts.items()}
    articles = pd.concat([one.articles for one in batches], ignore_index=True)
    articles = ARTICLES.conform(articles.assign(same_as=find_copies(articles, texts, progress)))
    claims = pd.concat([one.claims for one in batches], ignore_index=True)
    claims = add_flags(claims, find_flags(claims, articles))
    return Frames(
        articles=articles,
        claims=claims,
        statements=pd.concat([one.statements for one in batches], ignore_index=True),
        operations=summarise_operations(operations, articles),
        places=places,
        estimates=estimate(claims, articles, operations, places),
        problems=pd.concat([one.problems for one in batches], ignore_index=True),
        texts=texts,
    )

"""What the article pages look up in every run, made once per version of the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pandas as pd
import streamlit as st

from loaders import Frames
from pages.figures.article import find_in_articles, list_articles
from pages.figures.scopes import each_row


@dataclass(frozen=True)
class ArticleIndex:
    """The articles of some frames as a list.

    `rows`, `claims` and `statements` are positions in the frames by article_id.
    """

    frames: Frames
    listed: pd.DataFrame
    sources: tuple[str, ...]
    operations: frozenset[str]
    measures: frozenset[str]
    rows: dict[str, int]
    claims: Mapping[Any, Any]
    statements: Mapping[Any, Any]
    version: str = field(default_factory=lambda: uuid4().hex)

    def article(self, article_id: str) -> Any | None:
        """An article's row; None where there is none."""
        at = self.rows.get(article_id)
        return None if at is None else next(each_row(self.frames.articles.iloc[at : at + 1]))

    def claims_of(self, article_id: str) -> list[Any]:
        """The rows of an article's claims, in the order of its text."""
        return _rows_of(article_id, self.frames.claims, self.claims)

    def statements_of(self, article_id: str) -> list[Any]:
        """The rows of an article's statements without a figure, in its order; their ids are `claim_id`."""
        return _rows_of(article_id, self.frames.statements, self.statements, {"statement_id": "claim_id"})


def _rows_of(
    article_id: str, frame: pd.DataFrame, positions: Mapping[Any, Any], names: Mapping[str, str] | None = None
) -> list[Any]:
    """The rows of a frame that are of an article, in the order of its text; `names` gives columns others."""
    at = positions.get(article_id)
    if at is None:
        return []
    # Rows come article by article: a slice takes a thousandth of the time that picking rows takes.
    near = frame.iloc[at[0] : at[-1] + 1]
    own = near[near["article_id"] == article_id].sort_values(["start", "end"])
    return list(each_row(own.rename(columns=names) if names else own))


# The index holds its frames, so as long as it is cached no other frames can have their id.
@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={Frames: id})
def index_of(frames: Frames) -> ArticleIndex:
    """The index of these very frames; shared by every visitor: do not change it."""
    listed = list_articles(frames)
    return ArticleIndex(
        frames,
        listed,
        sources=tuple(sorted(listed["source_id"].unique())),
        operations=frozenset(listed["about_id"]),
        measures=frozenset(frames.estimates["measure"]),
        rows={article_id: at for at, article_id in enumerate(frames.articles["article_id"])},
        claims=frames.claims.groupby("article_id").indices,
        statements=frames.statements.groupby("article_id").indices,
    )


def search_articles(index: ArticleIndex, search: str) -> pd.DataFrame:
    """The listed articles that have every word of a search."""
    return _found(index.version, search, index) if search.strip() else index.listed


@st.cache_resource(show_spinner=False, max_entries=32)
def _found(version: str, search: str, _index: ArticleIndex) -> pd.DataFrame:  # noqa: ARG001 - keys the cache
    return find_in_articles(_index.listed, _index.frames.texts, search)

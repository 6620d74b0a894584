"""The claims behind a chart as a file has them: each with its words, its speaker and its article."""

from __future__ import annotations

import pandas as pd

from loaders.tables import ARTICLES, CLAIMS, Column
from pages.figures import words

SPEAKER = Column("speaker", "str", "who states it; the reporter's own voice where the words name nobody")
ARTICLE = Column("article", "str", "headline of the article, where its file states one")

# What was said, by whom, where and when it was printed; then what it counts, then how it is found again.
ORDER = (
    "quote sentence speaker outlet agency article original file url published published_earliest "
    "published_latest dated_by date_note measure value low high bound unit side category qualifier part_of "
    "place_id operation_id tally since until period_words as_of status flags claim_id statement_id "
    "article_id start end"
).split()
_KNOWN = {column.name: column for column in (*ARTICLES.columns, *CLAIMS.columns, SPEAKER, ARTICLE)}
COLUMNS = tuple(_KNOWN[name] for name in ORDER)
"""The columns of `sources_of`, with their meanings."""


def sources_of(claims: pd.DataFrame) -> pd.DataFrame:
    """One row a claim, in the order given, with COLUMNS; `claims` have the columns of `with_articles`."""
    told = claims.assign(
        speaker=claims["attributed_to"].map(words.speaker).astype("str"), article=claims["title"]
    )
    return told[ORDER].astype({column.name: column.dtype for column in COLUMNS}).reset_index(drop=True)


def no_claims() -> pd.DataFrame:
    """No claim behind a table: the columns that `sources_of` reads, without a row."""
    names = [column.name for column in COLUMNS if column not in (SPEAKER, ARTICLE)]
    return pd.DataFrame(columns=[*names, "attributed_to", "title"])

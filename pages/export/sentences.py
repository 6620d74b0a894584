"""The sentences that charts are drawn from, each once: its figures marked, who said and who printed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from loaders.tables import Column, join_list
from pages.export.columns import typed
from pages.export.sources import COLUMNS as CLAIM_COLUMNS
from pages.figures import words
from pages.figures.scopes import each_row

OPEN, CLOSE = "[[", "]]"
OF_ARTICLE = (
    "outlet agency article original file url published published_earliest published_latest dated_by "
    "date_note article_id"
).split()
_KNOWN = {column.name: column for column in CLAIM_COLUMNS}
COLUMNS = (
    Column("sentence", "str", f"as printed, each figure drawn between {OPEN} and {CLOSE}"),
    Column("figures", "str", "the words of each figure, with who states it, joined by '; '"),
    *(_KNOWN[name] for name in OF_ARTICLE),
    Column("charts", "str", "the charts that its figures are drawn in, joined by '; '"),
    Column("claim_ids", "str", "the claim_ids of its figures, joined by '; '"),
)
"""The columns of `sentences_of`, with their meanings."""


def sentences_of(sources: pd.DataFrame) -> pd.DataFrame:
    """One row a sentence of an article, in the order of its first claim, with COLUMNS.

    `sources` are rows of `sources_of` with the `charts` that each claim is drawn in.
    """
    together: dict[tuple[str, str], list[Any]] = {}
    for claim in each_row(sources):
        together.setdefault((claim.article_id, claim.sentence), []).append(claim)
    rows = [_row(claims) for claims in together.values()]
    frame = pd.DataFrame(rows, columns=[column.name for column in COLUMNS])
    return frame.astype({column.name: column.dtype for column in COLUMNS})


def _row(claims: Sequence[Any]) -> dict[str, Any]:
    first = claims[0]
    charts = dict.fromkeys(chart for claim in claims for chart in claim.charts.split("; "))
    return {
        "sentence": mark(first.sentence, figures_in(first.sentence, claims)),
        "figures": join_list([f"{claim.quote} ({claim.speaker})" for claim in claims]),
        **{name: getattr(first, name) for name in OF_ARTICLE},
        "charts": join_list(list(charts)),
        "claim_ids": join_list([claim.claim_id for claim in claims]),
    }


def figures_in(sentence: str, claims: Sequence[Any]) -> list[tuple[int, int]]:
    """Where the quotes of claims stand in their sentence; one that is not in it is left out.

    Claims know where in the article they begin, and nobody knows where the sentence does. Where a quote is in
    it twice, that place is taken which agrees with most of the other quotes.
    """
    places = {claim.claim_id: list(_places(sentence, claim.quote)) for claim in claims}
    begins = Counter(claim.start - at for claim in claims for at in places[claim.claim_id])
    found = []
    for claim in claims:
        if at_all := places[claim.claim_id]:
            at = max(at_all, key=lambda place, start=claim.start: begins[start - place])  # type: ignore[misc]
            found.append((at, at + len(claim.quote)))
    return found


def _places(sentence: str, quote: str) -> Iterator[int]:
    at = sentence.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = sentence.find(quote, at + 1)


def mark(sentence: str, spans: Iterable[tuple[int, int]]) -> str:
    """`sentence` with double brackets around each span, those that meet as one; its own are taken apart.

    >>> mark("12 killed, 3 hurt", [(0, 9), (11, 17)])
    '[[12 killed]], [[3 hurt]]'
    """
    told, done = "", 0
    for start, end in _joined(spans):
        told += f"{_apart(sentence[done:start])}{OPEN}{_apart(sentence[start:end])}{CLOSE}"
        done = end
    return told + _apart(sentence[done:])


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _apart(text: str) -> str:
    return text.replace(OPEN, "[ [").replace(CLOSE, "] ]")


def sentences_text(sentences: pd.DataFrame) -> str:
    """The same to be read, as plain text: nothing in it is formatting, so nothing can be forged by it.

    Whatever a sentence or a name holds, it stays on its own line.
    """
    how_many = words.count(len(sentences), "sentence").capitalize()
    told = [f"{how_many}. Each figure that a chart draws stands between {OPEN} and {CLOSE}.\n"]
    told += [_entry(at, row) for at, row in enumerate(each_row(typed(sentences)), start=1)]
    return "\n".join(told)


def _entry(at: int, row: Any) -> str:
    name = words.article(row.article, row.file, row.original)
    lines = {
        "Said": row.figures,
        "Printed by": words.source(row),
        "Article": f"{name}, {words.dated(row)}",
        "How it is dated": row.date_note,
        "Address": row.url,
        "Drawn in": row.charts,
    }
    told = [f"    {name}: {_on_one_line(text)}\n" for name, text in lines.items() if pd.notna(text)]
    return f"{at}. {_on_one_line(row.sentence)}\n{''.join(told)}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())

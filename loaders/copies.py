"""Articles that are copies or versions of another: a report is one report, however often it is printed."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from loaders.articles import Progress

# Two texts are copies where they share at least this part of their runs of SHINGLE words (Jaccard). A wire
# story that two outlets shorten or head differently stays above it; two reports of one day do not reach it.
SAME = 0.7
SHINGLE = 4

# A sketch is PERMUTATIONS numbers; the share of equal ones in two sketches estimates the part that the texts
# share, give or take MARGIN. Texts are compared where some band of their sketches is equal: a band of 4 finds
# 99 of 100 copies; the longer ones find close copies where a thousand reports follow one pattern.
PERMUTATIONS = 80
BANDS = (4, 16, 80)
MARGIN = 0.2
SEED = 1
# Odd, so that multiplying modulo 2**32 loses nothing; makes a run's number depend on the order of its words.
MULTIPLIER = np.uint32(2_654_435_761)

WORD = re.compile(r"\w+")

Numbers = npt.NDArray[np.uint32]
Positions = npt.NDArray[np.intp]


def find_copies(
    articles: pd.DataFrame, texts: Mapping[str, str], progress: Progress | None = None
) -> pd.Series[str]:
    """For each article the article_id of the earliest copy of it, NA where it is that itself.

    Copies are near-duplicate texts, and texts under one url: versions of it, of which the newest counts. The
    earliest is the one published first, the undated last; then the order of `file` and of article_id decides,
    so that the order of the rows changes nothing. Each text is compared with the first of its kind only: a
    chain of small changes does not make its two ends the same. Time and memory grow with the number of
    articles, not with the number of pairs; texts are asked for one at a time.

    Args:
        articles: rows of the articles frame.
        texts: article_id -> text as read.
        progress: called with the characters searched and those of all texts.
    """
    in_order = articles.sort_values(["published", "file", "article_id"], na_position="last")
    ids = in_order["article_id"].tolist()
    sketches = _sketches(ids, texts, int(articles["characters"].sum()), progress)
    earliest = _find_earliest(ids, texts, in_order["url"].tolist(), sketches)
    same_as = {ids[at]: ids[first] for at, first in enumerate(earliest) if first != at}
    return articles["article_id"].map(same_as).astype("str").rename("same_as")


def _find_earliest(
    ids: Sequence[str], texts: Mapping[str, str], urls: Sequence[Any], sketches: Numbers
) -> list[int]:
    """For each text the position of the earliest copy or version of it: its own where none is before."""
    candidates = _candidates(sketches)
    by_url: dict[str, int] = {}
    first_text: list[int] = []
    earliest: list[int] = []
    for at, url in enumerate(urls):
        before = sorted({first_text[other] for other in candidates[at].tolist() if other < at})
        alike = _most_alike(at, before, ids, texts, sketches) if before else None
        first_text.append(at if alike is None else alike)
        earliest.append(at if alike is None else earliest[alike])
        if isinstance(url, str):
            earliest[at] = by_url.setdefault(url, earliest[at])
    return earliest


def _sketches(
    ids: Sequence[str], texts: Mapping[str, str], characters: int, progress: Progress | None
) -> Numbers:
    """One row a text: the MinHash of its shingles."""
    datasketch: Any = import_module("datasketch")
    empty = datasketch.MinHash(PERMUTATIONS, seed=SEED, hashfunc=int)
    sketches = np.empty((len(ids), PERMUTATIONS), dtype=np.uint32)
    done = 0
    for at, article_id in enumerate(ids):
        text = texts[article_id]
        sketch = empty.copy()
        sketch.update_batch(_shingles(text).tolist())
        sketches[at] = sketch.hashvalues
        done += len(text)
        if progress:
            progress(done, characters)
    return sketches


def _candidates(sketches: Numbers) -> Positions:
    """For each text one column a band: the first text with an equal band, often the text itself."""
    firsts = []
    for length in BANDS:
        for start in range(0, PERMUTATIONS, length):
            band = np.ascontiguousarray(sketches[:, start : start + length])
            keys = band.view(np.dtype((np.void, band.itemsize * length))).ravel()
            _, first, group = np.unique(keys, return_index=True, return_inverse=True)
            firsts.append(first[group])
    return np.column_stack(firsts)


def _most_alike(
    at: int, before: list[int], ids: Sequence[str], texts: Mapping[str, str], sketches: Numbers
) -> int | None:
    """Of the texts `before` the one that text `at` is a copy of; the first where two are equally alike."""
    estimates = (sketches[before] == sketches[at]).mean(axis=1)
    near = [other for other, estimate in zip(before, estimates, strict=True) if estimate >= SAME - MARGIN]
    shingles = _shingles(texts[ids[at]])
    parts = [_shared_part(shingles, _shingles(texts[ids[other]])) for other in near]
    best = max(parts, default=0.0)
    return near[parts.index(best)] if best >= SAME else None


def _shingles(text: str) -> Numbers:
    """A number for each different run of SHINGLE words; letter case and punctuation do not count."""
    words = [zlib.crc32(word.encode()) for word in WORD.findall(text.lower())]
    hashes = np.array(words or [0], dtype=np.uint32)
    length = min(SHINGLE, len(hashes))
    runs = np.zeros(len(hashes) - length + 1, dtype=np.uint32)
    for offset in range(length):
        runs = runs * MULTIPLIER + hashes[offset : offset + len(runs)]
    return np.unique(runs)


def _shared_part(one: Numbers, other: Numbers) -> float:
    """Jaccard: the shingles of both over the shingles of either."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)

"""Articles to CSV files with little memory: what `load` gives, for more articles than memory holds.

Texts and claims wait in files without a name, which vanish with the process however it ends. In memory are
the rows of the articles, and of the claims only those that are compared with others, without their sentences.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import pandas as pd

from loaders.articles import Progress
from loaders.batches import BATCH, read_batches
from loaders.claims import add_flags, compared, find_flags
from loaders.copies import find_copies
from loaders.estimates import estimate, in_order
from loaders.operations import load_operations, load_places, summarise_operations
from loaders.tables import ARTICLES, ESTIMATES, MEASURES
from loaders.writing import Pieces, write_frames

# Columns of a claim that are written, and that no other claim is compared by
ONLY_WRITTEN = ["sentence", "period_words", "until", "end", "flags"]


@dataclass(frozen=True)
class Written:
    """What was written: how many articles and claims, and the frame of problems."""

    articles: int
    claims: int
    problems: pd.DataFrame


def write_articles(
    paths: Iterable[str | Path], folder: Path, progress: Progress | None = None, batch: int = BATCH
) -> Written:
    """Read articles and write every frame: the same bytes as `write_frames` makes of what `load` gives.

    Args:
        paths: files or folders.
        folder: made where it is not there. Its files change only when all of them are written.
        progress, batch: as in `load`.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    operations, places = load_operations(), load_places()
    with ExitStack() as stack:
        texts = _WaitingTexts(stack.enter_context(TemporaryFile(dir=folder)))
        claims = _WaitingFrames(stack.enter_context(TemporaryFile(dir=folder)))
        statements = _WaitingFrames(stack.enter_context(TemporaryFile(dir=folder)))
        rows, troubles = [], []
        for one in read_batches(paths, operations, places, progress, batch):
            rows.append(one.articles)
            troubles.append(one.problems)
            claims.put(one.claims)
            statements.put(one.statements)
            texts.put(one.texts)
        articles = pd.concat(rows, ignore_index=True)
        articles = ARTICLES.conform(articles.assign(same_as=find_copies(articles, texts, progress)))
        problems = pd.concat(troubles, ignore_index=True)
        flags, estimates = _compare(claims, articles, operations, places)
        frames: dict[str, Pieces] = {
            "articles": articles,
            "claims": (add_flags(piece, flags) for piece in claims),
            "statements": statements,
            "operations": summarise_operations(operations, articles),
            "places": places,
            "estimates": estimates,
            "problems": problems,
        }
        write_frames(frames, folder)
    return Written(len(articles), claims.rows, problems)


def _compare(
    claims: Iterable[pd.DataFrame], articles: pd.DataFrame, operations: pd.DataFrame, places: pd.DataFrame
) -> tuple[dict[str, list[str]], pd.DataFrame]:
    """The flags and the estimates of all claims, found for one measure after the other."""
    copies = articles.dropna(subset=["same_as"])
    families = {*copies["article_id"], *copies["same_as"]}
    flags: dict[str, list[str]] = {}
    estimates = [ESTIMATES.frame()]
    for measure in MEASURES:
        pieces = [compared(piece, families, measure).drop(columns=ONLY_WRITTEN) for piece in claims]
        asked = pd.concat(pieces, ignore_index=True)
        if asked.empty:
            continue
        flags |= find_flags(asked[asked["measure"] == measure], articles)
        found = estimate(asked, articles, operations, places)
        estimates.append(found[found["measure"] == measure])
    return flags, in_order(pd.concat(estimates, ignore_index=True))


class _WaitingTexts(Mapping[str, str]):
    """article_id -> text, kept in a file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._spans: dict[str, tuple[int, int]] = {}

    def put(self, texts: Mapping[str, str]) -> None:
        start = self._file.seek(0, 2)
        for article_id, text in texts.items():
            size = self._file.write(text.encode())
            self._spans[article_id] = (start, size)
            start += size

    def __getitem__(self, article_id: str) -> str:
        start, size = self._spans[article_id]
        self._file.seek(start)
        return self._file.read(size).decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


class _WaitingFrames:
    """Frames kept in a file, given back in order as often as they are asked for."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._ends = [0]
        self.rows = 0

    def put(self, frame: pd.DataFrame) -> None:
        self._file.seek(self._ends[-1])
        pickle.dump(frame, self._file, pickle.HIGHEST_PROTOCOL)
        self._ends.append(self._file.tell())
        self.rows += len(frame)

    def __iter__(self) -> Iterator[pd.DataFrame]:
        for start in self._ends[:-1]:
            self._file.seek(start)
            yield pickle.load(self._file)

"""Files to articles: every input is an article or a problem, and nothing is dropped in silence."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from loaders.agencies import find_agency, name_agency
from loaders.drafts import Draft
from loaders.folders import Source, find_sources, unreadable
from loaders.formats import READERS, Row
from loaders.language import find_language
from loaders.problems import Problem, UnreadableError
from loaders.tables import ARTICLES

__all__ = ["Article", "Problem", "Progress", "articles_frame", "find_articles"]

ID_LENGTH = 16
# The columns of the articles frame that an article gives as they are
STATED = ("article_id", "file", "title", "outlet", "agency", "url", "original", "language", "sha256")

# Called with the bytes done and the bytes in all, after every article or problem.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: `text` is the text as read, and None means that the file does not say."""

    article_id: str
    file: str
    title: str | None
    outlet: str | None
    agency: str | None
    url: str | None
    published: datetime.date | None
    original: str | None
    language: str
    text: str
    sha256: str


def find_articles(
    paths: Iterable[str | Path], progress: Progress | None = None
) -> Iterator[Article | Problem]:
    """The articles of files and folders, one at a time, each input an article or a problem.

    Folders are walked in the order of their names, hidden files left out. Ids are unique: the same article
    met again is a problem `repeated`, another text under an id that is taken a problem `id_taken`, and the
    one met first stands. Bulk files are streamed; no more than some rows are in memory at a time.
    """
    sources = list(find_sources(paths))
    total = sum(source.size for source in sources if isinstance(source, Source))
    ids = _Ids()
    done = 0
    for source in sources:
        if isinstance(source, Problem):
            yield source
            continue
        for item, position in _read_source(source, ids):
            yield item
            if progress:
                progress(done + position, total)
        done += source.size


def _read_source(source: Source, ids: _Ids) -> Iterator[tuple[Article | Problem, int]]:
    """What one file holds, each with the bytes of the file that were read up to it."""
    try:
        read = READERS.get(source.path.suffix.lower())
        if read is None:
            known = ", ".join(READERS)
            raise UnreadableError("file_type", f"Files of this type are not read: save it as one of {known}.")
        with source.path.open("rb") as file:
            for row in read(file):
                yield _finish(row, source.file, ids), min(file.tell(), source.size)
    except UnreadableError as trouble:
        yield trouble.at(source.file), source.size
    except OSError as error:
        yield unreadable(error).at(source.file), source.size


def _finish(row: Row, file: str, ids: _Ids) -> Article | Problem:
    if isinstance(row.content, UnreadableError):
        return row.content.at(file, row.number)
    try:
        article = _make_article(row.content, file)
        ids.take(article, row.number)
    except UnreadableError as trouble:
        return trouble.at(file, row.number)
    return article


def _make_article(draft: Draft, file: str) -> Article:
    return Article(
        article_id=draft.id or _hash(draft),
        file=file,
        title=draft.title,
        outlet=draft.outlet,
        agency=name_agency(draft.agency) if draft.agency else find_agency(draft.text),
        url=draft.url,
        published=draft.published,
        original=draft.original,
        language=find_language(draft.text),
        text=draft.text,
        sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
    )


def _hash(draft: Draft) -> str:
    """An id from what the article is, never from where it lies."""
    day = draft.published.isoformat() if draft.published else None
    content = json.dumps([draft.text, draft.outlet, draft.url, day])
    return hashlib.sha256(content.encode()).hexdigest()[:ID_LENGTH]


class _Ids:
    """The ids of one run and where each was met first: two articles never share one."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[str, str]] = {}

    def take(self, article: Article, row: int | None) -> None:
        """Keep the article's id for it.

        Raises:
            UnreadableError: another article has it.
        """
        here = article.file if row is None else f"{article.file}, row {row}"
        sha256, first = self._taken.setdefault(article.article_id, (article.sha256, here))
        if first is here:
            return
        if sha256 == article.sha256:
            raise UnreadableError(
                "repeated", f"The same article was read from {first}: remove one of the two."
            )
        raise UnreadableError(
            "id_taken",
            f"Its id “{article.article_id}” is that of another text, {first}: give it an id of its own.",
        )


def articles_frame(articles: Sequence[Article]) -> pd.DataFrame:
    """The articles as rows of the articles frame, in their order, dated only where their file states a day.

    Dating the undated, the operation and `same_as` are found later, over all articles together.
    """
    columns: dict[str, object] = dict.fromkeys(ARTICLES.names)
    columns |= {name: [getattr(article, name) for article in articles] for name in STATED}
    days = columns["published"] = [article.published for article in articles]
    columns["published_earliest"] = columns["published_latest"] = days
    columns["dated_by"] = ["stated" if day else "unknown" for day in days]
    columns["characters"] = [len(article.text) for article in articles]
    return ARTICLES.conform(pd.DataFrame(columns))

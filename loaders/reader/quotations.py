"""Who speaks a quotation that runs over several sentences: "“Nine are dead. Five are hurt,” a medic said"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.reader.heard import Heard
from loaders.reader.speakers import Source, find_sources
from loaders.reader.text import Sentence

MARK = '"'
LONGEST_QUOTATION = 12
"""In sentences; where a mark stays without its pair, so many are taken to be quoted at the most."""


class Quotations:
    """The quotations of a text's sentences. Each ends with its paragraph."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        # of each sentence the one in which the quotation began that is still open before it
        self._opened: list[int | None] = []
        opened: int | None = None
        for at, sentence in enumerate(sentences):
            if opened is not None and not self._can_reach(opened, at):
                opened = None
            self._opened.append(opened)
            if sentence.words.count(MARK) % 2:
                opened = at if opened is None else None

    def source(self, index: int, heard: Heard) -> Source | None:
        """The source of a sentence that is a part of a longer quotation, and names none itself.

        Who is quoted is named where the quotation begins, else where it ends, else it is who spoke before.
        """
        first = self._first(index)
        if first is None:
            return None
        last = self._last(first, index)
        begin, end = self._sentences[first], self._sentences[last]
        if first < index and (source := _before_mark(begin, heard)):
            return Source(source.name, True, 0, 0, source.generic)
        if index < last and (source := _behind_mark(end, heard)):
            return Source(source.name, True, 0, 0, source.generic)
        alone = first < last and begin.words[0] == MARK == end.words[-1]
        return Source(heard.last.name, True, 0, 0) if alone and heard.last else None

    def _can_reach(self, first: int, at: int) -> bool:
        same = self._sentences[first].paragraph == self._sentences[at].paragraph
        return same and at - first <= LONGEST_QUOTATION

    def _first(self, index: int) -> int | None:
        """Where the quotation begins that a sentence is all inside; None where there is none."""
        words, opened = self._sentences[index].words, self._opened[index]
        if opened is None:
            return index if words[0] == MARK and words.count(MARK) == 1 else None
        return opened if MARK not in words[:-1] else None

    def _last(self, first: int, index: int) -> int:
        """Where it ends; in the sentence asked about where no mark ends it."""
        for at in range(first + 1, len(self._sentences)):
            if not self._can_reach(first, at):
                break
            if self._sentences[at].words.count(MARK) % 2:
                return at
        return index


def _before_mark(sentence: Sentence, heard: Heard) -> Source | None:
    """ "The army said: “Nine men were killed.": who is named in the sentence that begins a quotation."""
    return next(iter(reversed(find_sources(sentence, heard))), None)


def _behind_mark(sentence: Sentence, heard: Heard) -> Source | None:
    """ "Five are hurt,” a medic said": who is named behind the mark that ends a quotation."""
    mark = sentence.words.index(MARK)
    return next((source for source in find_sources(sentence, heard) if source.first >= mark), None)

"""Vocabularies that are looked up word by word: the longest phrase that begins at a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from loaders.reader.text import split_words

Value = TypeVar("Value")


class Lexicon(Generic[Value]):
    """Phrases and what they mean; of phrases that begin alike the longest wins, of equal ones the first.

    >>> colours = Lexicon([("red", 1), ("red and blue", 2)])
    >>> colours.match(["red", "and", "blue", "and"], 0)
    (3, 2)
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            first, *rest = split_words(phrase)
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def match(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """The end of the longest phrase at `at`, and its value."""
        for rest, value in self._by_first.get(words[at], ()):
            end = at + 1 + len(rest)
            if not rest or tuple(words[at + 1 : end]) == rest:
                return end, value
        return None

    def find(self, words: Sequence[str]) -> list[tuple[int, int, Value]]:
        """Every phrase in the words, left to right, none overlapping: first word, end, value."""
        found: list[tuple[int, int, Value]] = []
        at = 0
        while at < len(words):
            if words[at] in self._by_first and (hit := self.match(words, at)):
                found.append((at, hit[0], hit[1]))
                at = hit[0]
            else:
                at += 1
        return found

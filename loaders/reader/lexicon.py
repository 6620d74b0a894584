"""Vocabularies that are looked up word by word: the longest phrase that begins at a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from loaders.reader.text import split_words

Value = TypeVar("Value")


def listed(text: str) -> list[str]:
    """The phrases of a comma-separated list, which may run over lines."""
    return [" ".join(phrase.split()) for phrase in text.split(",")]


class Lexicon(Generic[Value]):
    """Phrases and what they mean; of phrases that begin alike the longest wins, of equal ones the first.

    >>> colours = Lexicon([("red", 1), ("red and blue", 2)])
    >>> colours.match(["red", "and", "blue", "and"], 0)
    (3, 2)
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        # by its first word, then by its second ("" where it has none): the other words and the value
        self._found: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        for phrase, value in entries:
            first, *rest = split_words(phrase)
            followers = self._found.setdefault(first, {})
            followers.setdefault(rest[0] if rest else "", []).append((tuple(rest), value))
        for followers in self._found.values():
            for candidates in followers.values():
                candidates.sort(key=lambda candidate: -len(candidate[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase can begin with."""
        return frozenset(self._found)

    @property
    def telling_words(self) -> frozenset[str]:
        """One word of each phrase, the longest: a sentence without any of them has no phrase."""
        return frozenset(max(words, key=len) for words, _ in self.phrases())

    def phrases(self) -> Iterator[tuple[tuple[str, ...], Value]]:
        """Every phrase as its words, and its value."""
        return (
            ((first, *rest), value)
            for first, followers in self._found.items()
            for candidates in followers.values()
            for rest, value in candidates
        )

    def match(self, words: Sequence[str], at: int) -> tuple[int, Value] | None:
        """The end of the longest phrase at `at`, and its value; none stands behind the last word."""
        followers = self._found.get(words[at]) if at < len(words) else None
        if followers is None:
            return None
        if at + 1 < len(words):
            for rest, value in followers.get(words[at + 1], ()):
                end = at + 1 + len(rest)
                if tuple(words[at + 1 : end]) == rest:
                    return end, value
        alone = followers.get("")
        return (at + 1, alone[0][1]) if alone else None

    def find(self, words: Sequence[str]) -> list[tuple[int, int, Value]]:
        """Every phrase in the words, left to right, none overlapping: first word, end, value."""
        found: list[tuple[int, int, Value]] = []
        if self._found.keys().isdisjoint(words):
            return found
        at = 0
        while at < len(words):
            if words[at] in self._found and (hit := self.match(words, at)):
                found.append((at, hit[0], hit[1]))
                at = hit[0]
            else:
                at += 1
        return found


def named(phrases: Mapping[str, str]) -> Lexicon[str]:
    """Names, each with the comma-separated phrases that mean it.

    >>> named({"north": "up, upward", "south": "down"}).match(["upward"], 0)
    (1, 'north')
    """
    return Lexicon((phrase, name) for name, words in phrases.items() for phrase in listed(words))

"""Vocabularies: the longest phrase wins, and every phrase of the reader's own can be found in a text."""

from __future__ import annotations

import pytest

from loaders.reader import events, names, numbers, people, places
from loaders.reader.lexicon import Lexicon, listed
from loaders.reader.text import split_words

COLOURS = Lexicon([("red", "r"), ("red and blue", "rb"), ("blue", "b"), ("blue", "never")])

VOCABULARIES = {
    "events": events.EVENTS,
    "nouns": people.NOUNS,
    "sides": people.SIDES,
    "qualifiers": people.QUALIFIERS,
    "floors": numbers.FLOORS,
    "bounds before": numbers.BEFORE,
    "bounds after": numbers.AFTER,
    "places": places.gazetteer().names,
    "speakers": names.vocabulary(),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("red", [(0, 1, "r")]),
        ("red and blue", [(0, 3, "rb")]),
        ("red and green and blue", [(0, 1, "r"), (4, 5, "b")]),
        ("Red, blue", [(0, 1, "r"), (2, 3, "b")]),
        ("green", []),
        ("", []),
    ],
)
def test_the_longest_phrase_is_found(text: str, found: list[tuple[int, int, str]]) -> None:
    assert COLOURS.find(split_words(text)) == found


def test_a_list_may_run_over_lines() -> None:
    assert listed("one, two\n    three, four") == ["one", "two three", "four"]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_phrase_can_be_found_in_a_text(name: str) -> None:
    """A phrase that is cut into other words than a text is, or is hidden by another one, is dead."""
    dead = []
    for words, _ in VOCABULARIES[name].phrases():
        end = VOCABULARIES[name].match(split_words(" ".join(words).replace(" 's", "'s")), 0)
        if end is None or end[0] != len(words):
            dead.append(" ".join(words))
    assert dead == []


@pytest.mark.parametrize("name", sorted(VOCABULARIES.keys() - {"speakers"}))
def test_no_phrase_is_listed_twice(name: str) -> None:
    phrases = [" ".join(words) for words, _ in VOCABULARIES[name].phrases()]
    assert sorted(phrases) == sorted(set(phrases))

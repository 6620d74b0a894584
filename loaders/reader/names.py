"""Listed speakers: the vocabulary of data/speakers.csv, and where a sentence names them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from loaders.reader.lexicon import Lexicon
from loaders.reader.people import SIDES
from loaders.reader.text import Sentence

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Name:
    """A listed speaker: words first..last (last not included), its name, the spelling that matched."""

    first: int
    last: int
    name: str
    spelling: str


@cache
def vocabulary() -> Lexicon[tuple[str, str]]:
    """Every spelling of every listed speaker: its name, and the spelling.

    "the army" is found as "army", too.
    """
    spellings = [
        (spelling.strip().removeprefix("the "), row["speaker"])
        for row in _rows()
        for spelling in [row["speaker"], *row["other_names"].split(";")]
    ]
    return Lexicon([(spelling, (name, spelling)) for spelling, name in spellings if spelling])


@cache
def kinds() -> dict[str, str]:
    """The kind of every listed speaker: ministry, agency, aid, group ..."""
    return {row["speaker"]: row["kind"] for row in _rows()}


@cache
def _rows() -> list[dict[str, str]]:
    with (DATA / "speakers.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=4)  # the steps of the reader ask for those of one sentence in turn
def find_names(sentence: Sentence) -> tuple[Name, ...]:
    """Listed speakers in a sentence, left to right. "The Lebanese army" is not "the army"."""
    found = []
    for first, last, (name, spelling) in vocabulary().find(sentence.lower):
        side = SIDES.match(sentence.lower, first - 1) if first and spelling.islower() else None
        printed = sentence.words[first:last]
        proper = last - first > 1 or spelling[:1].islower() or any(word != word.lower() for word in printed)
        if proper and not (side and side[1] == "other") and not _is_of_another(sentence, last, spelling):
            found.append(Name(first, last, name, spelling))
    return tuple(found)


def _is_of_another(sentence: Sentence, last: int, spelling: str) -> bool:
    """ "The Palestinian Ministry of Education" is not "the Palestinian ministry", which is that of health."""
    name = spelling.lower()
    return name.endswith("ministry") and "health" not in name and sentence.lower[last : last + 1] == ["of"]


def is_proper(sentence: Sentence, name: Name) -> bool:
    """Whether a listed speaker is named, not told by a common noun ("medics", "hospital")."""
    return any(not word.islower() for word in sentence.words[name.first : name.last] if word != "'s")

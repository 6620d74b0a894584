"""A mention joined to the event that says what it counts, and which joints are possible."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.reader.events import COUNTED
from loaders.reader.mentions import Mention
from loaders.reader.outline import Outline

HARM = frozenset(("killed", "wounded"))
"""Measures of people who are hurt."""

# a phrase with a preposition: "in the city of Jenin and its camp", "in Jenin and in Tubas"
PP = r"(?:p[dwaMy]*+(?:c(?:p{1,2}+)?+[dw]++)*+)"
# where one is named before, a bare number counts buildings: "of the homes hit, 12 were destroyed"
_BUILDINGS = frozenset(
    """
    apartments buildings businesses dwellings flats home homes houses properties residences schools shops
    structures units
    """.split()
)
_OF_BUILDINGS = 7  # words behind "20 of" in which they are named
_THINGS = {"airstrikes": "airstrike", "rockets": "rocket"}
_MOVED = frozenset(("prisoners", "security_forces"))


@dataclass(frozen=True)
class Link:
    """What a mention counts, and the event's word in the sentence that says so."""

    mention: int
    measure: str
    anchor: int


def fits(line: Outline, mention: Mention, measure: str) -> bool:
    """Whether what is counted can undergo the event: people are killed, houses are demolished."""
    thing = mention.noun.thing if mention.noun else "bare"
    if COUNTED.get(line.sentence.lower[mention.last - 1], measure) != measure:
        return False  # "eight martyrs and 50 injured"
    if mention.noun and "killed" in (mention.noun.measure, mention.told) and measure != "killed":
        return False  # "one martyr and five injured", "eight dead men and five injured"
    if mention.noun and mention.noun.measure in COUNTED.values() and measure == "missing":
        return False  # "nine bodies were found under the rubble"
    if measure in _THINGS:
        return thing in (_THINGS[measure], "bare")
    if measure == "structures":
        words = line.sentence.lower
        of = words[mention.last : mention.last + 1] in (["of"], ["out"])  # "20 out of 37 houses"
        around = words[: mention.last + _OF_BUILDINGS] if of else words[: mention.first]
        named = thing == "bare" and not _BUILDINGS.isdisjoint(around)
        return not mention.indefinite and (thing == "structure" or named)
    if measure == "hostages" and mention.category == "prisoners":
        return False  # "freed 90 prisoners in return for three women who had been held in Gaza"
    if measure == "displaced" and thing == "bare" and _are_homes(line, mention):
        return False  # "two thirds of the homes, some 1,200, have gone"
    if measure == "displaced" and (mention.category in _MOVED or _is_patient(line, mention)):
        return False  # prisoners escape, soldiers are withdrawn, patients are moved
    return thing in ("person", "family", "unknown", "bare")


def _are_homes(line: Outline, mention: Mention) -> bool:
    before = line.sentence.lower[max(0, mention.first - 3) : mention.first]
    return "," in before and not _BUILDINGS.isdisjoint(before)


def _is_patient(line: Outline, mention: Mention) -> bool:
    return line.sentence.lower[mention.last - 1] in ("patient", "patients")

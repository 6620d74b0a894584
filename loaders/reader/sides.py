"""Whose people a figure counts and what kind: from the article's words, never from what is likely."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.reader.measures import Link
from loaders.reader.mentions import ADULT, Mention
from loaders.reader.numbers import SIMPLE
from loaders.reader.people import NOUNS, QUALIFIERS, SIDES
from loaders.reader.reading import Reading

CLAIMED_WITHIN = 14  # words behind a number in which "claimed as fighters" belongs to it
COUNTS = frozenset(("airstrikes", "rockets", "structures"))
"""Measures of things: they have no side."""

TOLL_WORDS = frozenset("death toll total number tally count overall body fatality".split())
"""Words for a running total."""

# whose soldiers they are is told by who speaks, or by Israel being spoken of
_SOLDIERS = frozenset("soldier soldiers troops reservist reservists trooper troopers".split())
# "three of its members": the side of a speaker that has people of its own
_OWNERS = {
    "Hamas": "palestinian",
    "Islamic Jihad": "palestinian",
    "Israeli military": "israeli",
    "Israeli police": "israeli",
}
_HARM = frozenset(("killed", "wounded"))
_ISRAELI = re.compile(r"\bisrael|\bidf\b", re.IGNORECASE)
_CHILDREN = frozenset(("teenagers", "children", "minors"))
_JAILS = frozenset("jail jails prison prisons".split())
_TOLL_REACH = 8  # words behind "the number of" in which its people are named


def find_sides(reading: Reading, speakers: Mapping[int, str | None]) -> dict[int, str]:
    """The side of each figure, by its mention's index.

    Its own words' side; else its whole's; else, where the noun is left out or says "others", that of the
    figure before.
    """
    sides: dict[int, str | None] = {}
    for index in reading.wholes_first:
        mention = reading.mention(index)
        side = mention.side or _by_owner(reading, mention, reading.links[index], speakers.get(index))
        if side is None and index in reading.wholes:
            side = sides.get(reading.wholes[index])
        elif side is None and mention.is_bare:
            side = _before(reading, sides, index)
        sides[index] = side
    return {
        index: "unspecified" if side is None or reading.links[index].measure in COUNTS else side
        for index, side in sides.items()
    }


def _by_owner(reading: Reading, mention: Mention, link: Link, speaker: str | None) -> str | None:
    """ "its soldiers" by who speaks; "a soldier" where Israel is spoken of; "the camp's 17,000 residents"."""
    words = reading.sentence.lower
    if mention.own and speaker in _OWNERS:
        return _OWNERS[speaker]
    if words[mention.last - 1] in _SOLDIERS:
        israeli = (
            link.measure == "troops"
            or speaker == "Israeli military"
            or _ISRAELI.search(reading.sentence.text)
        )
        return "israeli" if israeli else None
    if link.measure == "residents":  # the camps of this region are those of Palestinian refugees
        near = words[max(0, mention.first - 4) : mention.first]
        return "palestinian" if near[-2:-1] == ["camp"] or ("camp" in near and "'s" in near) else None
    # "eight injuries to Palestinians", "deaths among Israelis"
    if (
        mention.noun
        and mention.noun.measure
        and words[mention.last : mention.last + 1] in (["to"], ["among"], ["of"])
    ):
        at = mention.last + 1
        found = SIDES.match(words, at) if at < len(words) else None
        return found[1] if found else None
    return None


def _before(reading: Reading, sides: Mapping[int, str | None], index: int) -> str | None:
    """ "six Palestinians were killed and 120 injured": the noun left out is the one before."""
    links = reading.links
    earlier = [i for i in links if i < index and links[i].measure not in COUNTS and i not in reading.wholes]
    if earlier and links[index].measure in _HARM and links[max(earlier)].measure in _HARM:
        joined = {sides.get(i) for i in earlier if links[i].anchor == links[max(earlier)].anchor}
        return joined.pop() if len(joined) == 1 else None
    if earlier:
        given = {sides.get(i) for i in earlier}
        return given.pop() if len(given) == 1 else None
    return _of_total(reading, index)


def _of_total(reading: Reading, index: int) -> str | None:
    """ "the number of Palestinians killed to 22", "no Israelis were killed, but 183 were wounded"."""
    words, mention, anchor = reading.sentence.lower, reading.mention(index), reading.links[index].anchor
    if words[anchor] in TOLL_WORDS:
        signs = ("of", "among")
        span = range(
            anchor, mention.first if anchor < mention.first else min(len(words) - 1, anchor + _TOLL_REACH)
        )
    else:
        signs, span = ("no", "zero"), range(mention.first)
    for at in span:
        if (
            words[at] in signs
            and at + 2 < len(words)
            and (hit := SIDES.match(words, at + 1 + (words[at + 1] == "the")))
        ):
            return None if words[hit[0] - 1] == "israel" else hit[1]
    return None


def category_of(reading: Reading, index: int) -> str:
    """What kind of people a figure counts."""
    mention, link, words = reading.mention(index), reading.links[index], reading.sentence.lower
    if link.measure == "troops":
        return "security_forces"
    if mention.category and mention.category != "people":
        return mention.category
    after = words[mention.last : mention.last + 3]
    if (
        len(after) > 1
        and after[0] in ("were", "are", "was")
        and (noun := NOUNS.match(words, mention.last + 1))
    ):
        return noun[1].category  # "three were children"
    if mention.of_them and after[:1] in (["a"], ["an"]) and (noun := NOUNS.match(words, mention.last + 1)):
        return noun[1].category  # "one of them a child"
    if after[:1] == ["under"] or after[1:2] == ["under"] or after[:1] in ([child] for child in _CHILDREN):
        return "children"
    if after[:1] == ["aged"] and len(after) > 1 and _is_young(after[1]):
        return "children"
    if mention.noun and mention.noun.category != "people":
        return mention.noun.category
    if (
        (claimed := words[mention.last : mention.last + CLAIMED_WITHIN])
        and "claimed" in claimed
        and "as" in claimed
    ):
        noun = (
            NOUNS.match(words, mention.last + len(claimed) - claimed[::-1].index("as"))
            if claimed[-1] != "as"
            else None
        )
        return noun[1].category if noun else "people"  # "five were claimed as fighters by armed groups"
    if link.measure == "detained" and _JAILS & set(words[mention.last : mention.last + 10]):
        return "prisoners"
    return "people"


def _is_young(word: str) -> bool:
    age = int(word) if word.isdecimal() else SIMPLE.get(word, ADULT)
    return age < ADULT


def qualifier_of(reading: Reading, index: int) -> str | None:
    """ "four were critically injured", "20 of whom were in critical condition"; None where none is said."""
    mention, link, words = reading.mention(index), reading.links[index], reading.sentence.lower
    if mention.qualifier or link.measure != "wounded":
        return mention.qualifier
    for at in range(mention.last, min(len(words), mention.last + 6)):
        if words[at] in (",", ";", "and", "—"):
            break
        if hit := QUALIFIERS.match(words, at):
            return hit[1]
    before = QUALIFIERS.match(words, link.anchor - 1) if link.anchor else None
    return before[1] if before else None


def unit_of(reading: Reading, index: int) -> str:
    """What one of the number is."""
    mention = reading.mention(index)
    if reading.links[index].measure in COUNTS:
        return "count"
    return "families" if mention.noun and mention.noun.thing == "family" else "people"

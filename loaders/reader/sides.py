"""Whose people a figure counts and what kind: from the article's words, never from what is likely."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.reader.links import Link
from loaders.reader.mentions import ADULT, Mention, age_of, is_age_limit, predicate_of
from loaders.reader.numbers import SIMPLE
from loaders.reader.people import ARMED, MODIFIERS, NOUNS, PEOPLES, QUALIFIERS, SIDES, Noun, ends_with_group
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
    "Fatah": "palestinian",
    "Israeli military": "israeli",
    "Israeli officials": "israeli",
    "Israeli police": "israeli",
    "Hezbollah": "other",
    "Houthis": "other",
}
_HARM = frozenset(("killed", "wounded"))
_NO_VICTIMS = COUNTS | {"troops"}  # those hurt by a force are none of it
_ISRAELI = re.compile(r"\bisrael|\bidf\b", re.IGNORECASE)
# what kills and wounds, right before the verb
_ATTACK = re.compile(
    r"""\bisrael(?:i|'s)\ (?:[\w-]+\ ){0,2}?(?:air)?
        (?:attacks?|bombardment|bombing|drones?|fire|gunfire|jets?|missiles?|raids?|shelling|shells?|strikes?)\b
        [^,;:]{0,60}$""",
    re.IGNORECASE | re.VERBOSE,
)
# "the toll of an Israeli raid": whose raid it was, not whom it hit
_ATTACKS = frozenset(
    """
    airstrike airstrikes assault attack attacks bombardment bombing fire gunfire offensive operation raid
    raids rocket rockets shelling strike strikes
    """.split()
)
# "the deadliest year for Palestinians": whom the sentence counts
_DEADLIEST = re.compile(
    r"\b(?:deadliest|bloodiest)\b[^,;:]{0,40}\bfor (?P<side>palestinian|israeli)s\b", re.IGNORECASE
)
_CHILDREN = frozenset(("teenagers", "children", "minors"))
_CLAIMING = frozenset("claimed described identified mourned named".split())
_INCLUDING = frozenset("included including them whom".split())  # "five, including a boy, were claimed as"
_IN_ARMS = frozenset(("combatants", "security_forces"))  # "others" are more of these, not more children
_CLAIM_REACH = 6  # words before "claimed 12" in which "Palestinian groups" stands
_BELONGING = frozenset("belong belonged belongs".split())
_MEMBERS = frozenset("fighter fighters member members".split())
_ARMED_SPEAKERS = frozenset(("Hamas", "Islamic Jihad"))
# after "Hamas claimed 12" they tell that something is said of the 12, not that they are its own
_CLAUSE = (["were"], ["was"], ["had"], ["have"], ["are"])
_ON_SIDES = [["on", "the", side, "side"] for side in ("israeli", "palestinian")]
_BEGINS = frozenset("; : — and but while whereas".split())
# between two figures they tell that the second is another speaker's, or of other people
_OTHERS_COUNT = frozenset("; : — while whereas but count counts put puts said say says".split())
_ALL_REACH = 14  # words behind a figure in which "all of them Palestinians" belongs to it
_ALL_ENDS: tuple[list[str], ...] = ([], [","], ["."], [";"], ["civilians"], ["men"])
_VERB_REACH = 7  # words
_ENDS_SUBJECT = frozenset(", ; : — ( ) and but by had has have or that which who".split())
_ONE_IS = frozenset(("is", "was"))
_MANY_ARE = frozenset(("are", "were"))
_JAILS = frozenset("jail jails prison prisons".split())
# between "the number of" and whom it counts
_TOLD_OF_TOTAL = frozenset("arrested dead detained displaced injured killed the wounded".split())
_BEFORE_PEOPLE = frozenset("dead detained displaced injured the wounded".split())
_TOLL_REACH = 8  # words behind "the number of" in which its people are named


def find_sides(
    reading: Reading, speakers: Mapping[int, str | None], before: str | None = None
) -> dict[int, str]:
    """The side of each figure, by its mention's index. `before` is who spoke before the sentence.

    Its own words' side; else its whole's; else, where the noun is left out or says "others", that of the
    figure before.
    """
    sides: dict[int, str | None] = {}
    for index in reading.wholes_first:
        mention = reading.mention(index)
        side = mention.side or _by_owner(reading, mention, reading.links[index], speakers.get(index), before)
        side = side or _told_side(reading, index, speakers.get(index))
        if side is None and index in reading.wholes:
            side = sides.get(reading.wholes[index])
        elif side is None and mention.is_bare:
            side = _before(reading, sides, index)
        sides[index] = side or _of_the_deadliest(reading, mention)
    return {
        index: "unspecified" if side is None or reading.links[index].measure in COUNTS else side
        for index, side in sides.items()
    }


def _by_owner(
    reading: Reading, mention: Mention, link: Link, speaker: str | None, before: str | None
) -> str | None:
    """ "its soldiers" by who speaks; "a soldier" where Israel is spoken of; "the camp's 17,000 residents"."""
    words = reading.sentence.lower
    if mention.own and (owner := _OWNERS.get(speaker or before or "")):
        return owner
    if words[mention.last - 1] in _SOLDIERS:
        israeli = (
            link.measure == "troops"
            or speaker == "Israeli military"
            or (_ISRAELI.search(reading.sentence.text) and not _is_hit_by_israel(reading, mention, link))
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


def _is_hit_by_israel(reading: Reading, mention: Mention, link: Link) -> bool:
    """ "Israeli shelling wounded a soldier", "a soldier was killed by Israeli fire": not one of Israel's."""
    words, anchor = reading.sentence.lower, link.anchor
    if link.measure not in _HARM:
        return False
    if mention.first < anchor:
        agent = words[anchor + 1 : anchor + 3]
        return agent[:1] in (["by"], ["in"]) and agent[1:] in (["israeli"], ["israel"])
    acting = reading.sentence.text[: reading.sentence.span(anchor, anchor + 1)[0] - reading.sentence.start]
    return bool(_ATTACK.search(acting))


def _told_side(reading: Reading, index: int, speaker: str | None) -> str | None:
    """ "three of those killed were Hamas gunmen", "Hamas claimed one": whose they were, behind the number."""
    told = _predicate(reading, index)
    if told and told.side:
        return told.side
    if side := _side_of_all(reading, index) or _side_of_the_many(reading, index):
        return side
    if speaker in _OWNERS and _is_its_own(reading, index, told):
        return _OWNERS[speaker]
    if _is_of_armed_group(reading, reading.mention(index), reading.links[index], speaker):
        return "palestinian"
    return _on_side(reading, reading.mention(index))


def _is_its_own(reading: Reading, index: int, told: Mention | None) -> bool:
    """ "two were its fighters", "two were members of its armed wing", "two belonged to its ranks"."""
    words, mention, anchor = reading.sentence.lower, reading.mention(index), reading.links[index].anchor
    if told:
        member = words[told.last - 1] in _MEMBERS and words[told.last : told.last + 2] == ["of", "its"]
        return member or words[told.first - 1] == "its"
    ends = (mention.last, anchor + 1 if mention.last <= anchor <= mention.last + 5 else mention.last)
    return any(
        not _BELONGING.isdisjoint(words[end : end + 1]) and words[end + 1 : end + 3] == ["to", "its"]
        for end in ends
    )


def _on_side(reading: Reading, mention: Mention) -> str | None:
    """ "On the Israeli side, an officer was hurt", "24 died on the Israeli side"; not of a border."""
    words = reading.sentence.lower
    for at in range(2, len(words) - 1):
        if words[at - 2 : at + 2] not in _ON_SIDES or words[at + 2 : at + 3] == ["of"]:
            continue
        begins = words[at - 3 : at - 2] and words[at - 3] in _BEGINS
        opens = (at <= 3 and words[at + 2 : at + 3] == [","]) or (begins and at < mention.first)
        follows = mention.last < at and not any(mention.last <= m.first < at for m in reading.line.mentions)
        if opens or (follows and not begins):
            return words[at]
    return None


def _side_of_all(reading: Reading, index: int) -> str | None:
    """ "Twelve people were killed, all of them Palestinians"; told of the last figure before it."""
    following = reading.line.mentions[index + 1 : index + 2]
    words, first = reading.sentence.lower, reading.mention(index).last
    behind = words[first : following[0].first if following else first + _ALL_REACH][:_ALL_REACH]
    for at in range(1, len(behind) - 1):
        if behind[at - 1] == "," and behind[at] == "all":
            named = first + at + (3 if behind[at + 1 : at + 3] == ["of", "them"] else 1)
            found = SIDES.match(words, named) if named < len(words) else None
            whole = found is not None and words[found[0] - 1] in PEOPLES
            return found[1] if found and whole and words[found[0] : found[0] + 1] in _ALL_ENDS else None
    return None


def _side_of_the_many(reading: Reading, index: int) -> str | None:
    """ "many Palestinians, including five children": told of those whom nobody counts."""
    words, first = reading.sentence.lower, reading.mention(index).first
    if index in reading.wholes or first < 3 or words[first - 1] != "including":
        return None
    at = first - 3 if words[first - 2] == "," else first - 2
    found = SIDES.match(words, at) if words[at] in PEOPLES else None
    return found[1] if found else None


def _of_the_deadliest(reading: Reading, mention: Mention) -> str | None:
    """ "The deadliest year for Israelis, with 12 killed"."""
    match = _DEADLIEST.search(reading.sentence.text) if mention.is_bare else None
    return match["side"].lower() if match else None


def _is_total(reading: Reading, index: int) -> bool:
    return reading.sentence.lower[reading.links[index].anchor] in TOLL_WORDS


def _noun_of_total(reading: Reading, index: int) -> Noun | None:
    """ "the number of gunmen killed is 18": whom a total counts."""
    words, anchor = reading.sentence.lower, reading.links[index].anchor
    if words[anchor + 1 : anchor + 2] != ["of"]:
        return None
    for at in range(anchor + 2, min(len(words), anchor + _TOLL_REACH)):
        if noun := NOUNS.match(words, at):
            return noun[1] if noun[1].thing == "person" else None
        if words[at] not in MODIFIERS | _TOLD_OF_TOTAL and SIDES.match(words, at) is None:
            return None
    return None


def _before(reading: Reading, sides: Mapping[int, str | None], index: int) -> str | None:
    """ "six Palestinians were killed and 120 injured": the noun left out is the one before."""
    links = reading.links
    if _is_total(reading, index) and (side := _of_total(reading, index)):
        return side
    earlier = [
        i for i in links if i < index and links[i].measure not in _NO_VICTIMS and i not in reading.wholes
    ]
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
    if words[anchor] in TOLL_WORDS and anchor and (whose := SIDES.match(words, anchor - 1)):
        return whose[1] if whose[0] == anchor and words[anchor - 1] in PEOPLES else None
    if words[mention.first - 1] == "(":  # "the number of Palestinians killed this year (140)"
        named = next((at for at in range(anchor) if words[at : at + 2] == ["number", "of"]), None)
        whose = SIDES.match(words, named + 2) if named is not None else None
        return whose[1] if whose and words[whose[0] - 1] in PEOPLES else None
    if words[mention.first - 1] in ("number", "numbered"):
        found = SIDES.find(words[:anchor])  # "Palestinians killed since Monday now number 110"
        return found[0][2] if found and words[found[0][0]] in PEOPLES else None
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
            and (hit := SIDES.match(words, at + 1 + (words[at + 1] in _BEFORE_PEOPLE)))
        ):
            tells_of_attack = not _ATTACKS.isdisjoint(words[hit[0] : hit[0] + 2])
            return None if words[hit[0] - 1] == "israel" or tells_of_attack else hit[1]
    return None


def category_of(reading: Reading, index: int, speaker: str | None) -> str:
    """What kind of people a figure counts: its own words, else those of its whole or of the noun left out."""
    if reading.links[index].measure in COUNTS:
        return "people"
    own = _own_category(reading, index, speaker)
    if own != "people" or not reading.mention(index).is_bare:
        return own
    if index in reading.wholes:
        return category_of(reading, reading.wholes[index], speaker)
    earlier = _noun_left_out(reading, index)
    if reading.mention(index).of_them and (them := _them(reading, index)):
        return them
    meant = category_of(reading, earlier, speaker) if earlier is not None else own
    return own if reading.mention(index).other and meant not in _IN_ARMS else meant


def _them(reading: Reading, index: int) -> str | None:
    """ "shot nine children, killing four of them": the kind of people that "them" goes back to."""
    nouns = [mention.noun for mention in reading.line.mentions[:index] if mention.noun]
    return nouns[-1].category if nouns and nouns[-1].thing == "person" else None


def _noun_left_out(reading: Reading, index: int) -> int | None:
    """ "two soldiers were killed and five wounded": the figure whose noun is meant."""
    links = reading.links
    earlier = [i for i in links if i < index and links[i].measure in _HARM and i not in reading.wholes]
    vague = reading.mention(index).number.bound == "vague"  # "a boy was killed and dozens wounded"
    if not earlier or links[index].measure not in _HARM or vague or _is_total(reading, index):
        return None
    last = max(earlier)
    alone = all(links[i].anchor != links[last].anchor for i in earlier if i != last)
    between = reading.sentence.lower[reading.mention(last).last : reading.mention(index).first]
    return last if alone and _OTHERS_COUNT.isdisjoint(between) else None


def _own_category(reading: Reading, index: int, speaker: str | None) -> str:
    """What kind of people a figure's own words tell of; "people" where they tell of none."""
    mention, link, words = reading.mention(index), reading.links[index], reading.sentence.lower
    if link.measure == "troops":
        return "security_forces"
    if mention.category and mention.category != "people":
        return mention.category
    told = _predicate(reading, index)
    if speaker in _ARMED_SPEAKERS and _is_its_own(reading, index, told):
        if told is None or words[told.last - 1] in _MEMBERS:
            return "combatants"
    if told and told.noun and told.category:
        return told.category  # "three were children"
    verb = _verb_of(reading, index)
    after = words[mention.last if verb is None else verb :][:3]
    if mention.of_them or (mention.is_bare and index in reading.wholes):
        article, *named = words[mention.last : mention.last + 2] or [""]
        named = named if article in ("a", "an") else []
        if named and (noun := NOUNS.match(words, mention.last + 1)):
            return noun[1].category  # "one of them a child", "one a child"
        if named and (age := age_of(named[0])) is not None and age < ADULT:
            return "children"  # "one of them a 14-year-old"
    begin = mention.last if verb is None else verb
    if any(is_age_limit(words, at) for at in (begin, begin + 1) if at < len(words)):
        return "children"
    if after[:1] in ([child] for child in _CHILDREN):
        return "children"
    aged = after.index("aged") + 1 if "aged" in after[:2] else len(after)
    if aged < len(after) and _is_young(after[aged]):
        beyond = words[begin:][aged + 1 : aged + 6]
        older = any(word.isdecimal() and not _is_young(word) for word in beyond)
        return "people" if beyond[:1] in (["and"], [","]) and older else "children"
    if mention.noun and mention.noun.category != "people":
        return mention.noun.category
    if (claimed := _claimed_as(reading, index)) and claimed != "people":
        return claimed
    if _is_of_armed_group(reading, mention, link, speaker):
        return "combatants"
    if _is_total(reading, index) and (counted := _noun_of_total(reading, index)):
        return counted.category
    if link.measure == "detained" and _JAILS & set(words[mention.last : mention.last + 10]):
        return "prisoners"
    return "people"


def _predicate(reading: Reading, index: int) -> Mention | None:
    """Who the counted were: "three were children", "three of those killed were Hamas gunmen"."""
    at = _verb_of(reading, index)
    return predicate_of(reading.sentence.lower, at) if at is not None else None


def _is_told_of_part(reading: Reading, index: int) -> bool:
    """ "two of the 12 were": what follows is told of the two."""
    return any(whole == index and part < index for part, whole in reading.wholes.items())


def _verb_of(reading: Reading, index: int) -> int | None:
    """Where "were" stands behind a number: "three were", "eight of the dead were", "two of the 12 were"."""
    if _is_told_of_part(reading, index):
        return None
    words, mention, anchor = reading.sentence.lower, reading.mention(index), reading.links[index].anchor
    ends = [mention.last]
    if mention.last <= anchor <= mention.last + 5:
        behind = words[anchor + 1 : anchor + 1 + _VERB_REACH]  # "the five killed in the mosque were"
        stop = next((at for at, word in enumerate(behind) if word in _ENDS_SUBJECT), len(behind))
        ends += range(anchor + 1, anchor + 1 + max(2, stop))
    verbs = _ONE_IS if mention.number.value == 1 else _MANY_ARE  # "one in five of the 36 was a child"
    return next((at for at in ends if at < len(words) and words[at] in verbs), None)


def _claimed_as(reading: Reading, index: int) -> str | None:
    """ "five were claimed as fighters by armed groups"."""
    words, mentions, mention = reading.sentence.lower, reading.line.mentions, reading.mention(index)
    others = (other.first for other in mentions[index + 1 :] if words[other.first - 1] not in _INCLUDING)
    end = next(others, len(words))
    behind = words[mention.last : min(end, mention.last + CLAIMED_WITHIN)]
    named = not _CLAIMING.isdisjoint([*words[max(0, mention.first - 2) : mention.first], *behind])
    if not named or "as" not in behind or behind[-1] == "as":
        return None
    at = mention.last + len(behind) - behind[::-1].index("as")
    own = words[at] == "its"
    noun = NOUNS.match(words, at + own)
    if own and words[at + 1] in _MEMBERS:
        return "combatants"
    return noun[1].category if noun else None


def _is_of_armed_group(reading: Reading, mention: Mention, link: Link, speaker: str | None) -> bool:
    """ "Hamas claimed one", "two claimed by Islamic Jihad", "four belonged to the Lions' Den"."""
    words = reading.sentence.lower
    if words[mention.last - 1] in _MEMBERS and speaker in _ARMED_SPEAKERS:
        return True  # "Hamas mourned three members"
    if not mention.is_bare or link.measure not in _HARM or _is_told_of_part(reading, link.mention):
        return False
    end = max(mention.last, link.anchor + 1) if link.anchor < mention.last + 4 else mention.last
    while end < len(words) and words[end] in ("were", "was"):
        end += 1
    if words[end : end + 2] in (["claimed", "by"], ["belonged", "to"]) and end + 2 < len(words):
        if words[end + 2] in ("it", "its"):
            return speaker in _ARMED_SPEAKERS
        group = end + 2 + (words[end + 2] in ("its", "the"))
        if words[group + 1 : group + 3] == ["wing", "of"]:
            group += 3  # "to the armed wing of Hamas"
        return group < len(words) and ARMED.match(words, group) is not None
    if words[end : end + 1] == ["by"] and "claimed" in words[: mention.first] and end + 1 < len(words):
        return (
            ARMED.match(words, end + 1) is not None
        )  # "four were claimed by Hamas and two by Islamic Jihad"
    if ends_with_group(words[: mention.first]):
        return True  # "Hamas lost eight fighters, and Islamic Jihad one"
    claims = (
        words[mention.first - 1 : mention.first] == ["claimed"]
        and words[mention.last : mention.last + 1] not in _CLAUSE
    )
    named = ARMED.find(words[: mention.first])
    return claims and bool(
        named or "palestinian" in words[max(0, mention.first - _CLAIM_REACH) : mention.first]
    )


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

"""What the counted noun alone says: airstrikes, rockets, hostages, troops, prisoners, residents."""

from __future__ import annotations

import re

from loaders.reader.mentions import Mention
from loaders.reader.text import Sentence

MANY = 100  # so many soldiers are a deployment, so many people who live somewhere its residents
_DEPLOYED = frozenset("commandos paratroopers reservists soldiers".split())
_ESCAPING = frozenset("broke escaped fled tunneled tunnelled".split())
# the dead, unless something else is said of them
_VICTIMS = frozenset(("victims",))
# "the camp's 17,000 residents"
_RESIDENTS = frozenset(("resident", "residents", "inhabitants", "inhabitant", "villagers"))
# "17,000 people live in the camp", "housing 3,000 people"
_DWELLING = frozenset("live lives lived living reside resided share".split())
# "are crammed into the camp"
_CRAMMED = frozenset("crammed crowded jammed packed squeezed".split())
# "settlers live in the hills, among 3,000 herders"
_NEIGHBOURS = frozenset(("alongside", "among"))
_DWELLERS = frozenset("families family household households people refugees residents".split())
# before the subject of a clause that does not tell whose residents they are
_BEFORE_SOME = frozenset(", ; : - — and as but said say that when where while".split())
_OF_SOME = frozenset("allowed asked drew gathered helped kept let ordered searched stopped told".split())
_VERBS = frozenset(
    """
    are came can could gave got had has have held made may met said saw spent stood told took want
    was went were will
    """.split()
)
LONGEST_APPOSITION = 14  # words
# who live in the camps: "9,000 people, descendants of refugees, live in"
_OFFSPRING = frozenset(
    """
    all both children descendants grandchildren half many mainly mostly most refugees relatives some
    survivors
    """.split()
)
_HAVING = frozenset("counted counts had has have".split())
_ENDS = frozenset(", . ; — and but now today".split())  # not "has 400 people at work"
_ON_REGISTER = re.compile(r"on (?:its|the|their) (?:books?|list|lists|registers?|rolls?)\b")
_SETTLEMENTS = frozenset("camp city hamlet neighborhood neighbourhood quarter town village".split())
# between the people and "live": "two million people who once lived there"
_TO_DWELLING = frozenset("are been currently had have normally now once still that to used were who".split())
_HOUSING = frozenset("hold home house houses housed housing population populated inhabited".split())
# "home to some ", "with a population of about "
_HOME_TO = re.compile(
    r"\b(?:home to|(?<!\bthe )(?<!\btheir )houses|(?:who|that|which|tents|buildings) house|housed|housing"
    r"|populated by|inhabited by"
    r"|(?:camp|hamlet|neighbou?rhood|population|quarter|town|village) of"
    r"|used to hold)\s+(?:(?!and\b|or\b|while\b)\w+\s+){0,3}$"
)
# where one of these is named, missiles are rockets that are fired
_FIRED = frozenset(
    """
    air-defence barrage fire fired fires firing houthi houthis hezbollah intercept intercepted iran
    iranian iron launch launched launches launching salvo shot yemen
    """.split()
)
# what fires missiles that are no group's rockets
_AIRCRAFT = frozenset(
    """
    aircraft army drone drones helicopter helicopters jet jets plane planes soldiers troops warplane
    warplanes
    """.split()
)

_COSTING = frozenset("claim claimed claiming claims cost costing costs lost taken took".split())
_LOSS_REACH = 5  # words around "36 lives"
# "remain in the camp", "are still inside the city", "are left there"; of families also "remain in Jenin"
_STAYING = re.compile(
    r"(?:are still|are left|remain|were left|were still) (?:there\b|(?:in|inside) "
    r"(?:(?:the )?(?:[\w'-]+ ){0,2}?(?:camps?|city|neighbou?rhood|quarter|town|village)\b(?! hall)"
    r"|(?P<name>[A-Z])))"
)
_STAYING_WORDS = 7

TELLING_NOUNS = (
    {"refugees"} | _CRAMMED | _RESIDENTS | _DWELLING | _HOUSING | _VICTIMS | {"lives", "remain", "still"}
)
"""A sentence without any of these, and without a noun that names a measure, counts nothing by its noun."""


def measure_of_noun(sentence: Sentence, mention: Mention) -> str | None:
    """What the noun alone says is counted: airstrikes, rockets, hostages, troops, prisoners, residents."""
    noun = mention.noun
    if noun is None and _is_home_to(sentence, mention):
        return "residents"
    if noun is None or mention.indefinite or _is_launched_from_the_air(sentence, mention):
        return None
    if sentence.lower[mention.last - 1] == "lives" and _are_lost(sentence, mention):
        return "killed"
    if noun.measure is None and _is_of_the_victims(sentence, mention):
        return "killed"
    if noun.measure == "detained" and not _ESCAPING.isdisjoint(
        sentence.lower[mention.last : mention.last + 1]
    ):
        return None
    if noun.thing in ("airstrike", "rocket"):
        return noun.thing + "s"
    if noun.measure:
        return noun.measure
    if sentence.lower[mention.last - 1] in _DWELLERS and _stays(sentence, mention):
        return "residents"
    number = mention.number
    if noun.thing not in ("person", "family") or (number.value or number.low or number.high or 0) < MANY:
        return None
    head = sentence.lower[mention.last - 1]
    if head in _DEPLOYED:
        return "troops"
    # not "hundreds of residents protested", "2,000 residents were without power"
    settled = head in _RESIDENTS and number.bound != "vague" and not _are_some(sentence, mention)
    return "residents" if settled or _dwells(sentence, mention) else None


def _is_of_the_victims(sentence: Sentence, mention: Mention) -> bool:
    """ "two of the latest victims were": the dead, where nothing else is said of them."""
    words = sentence.lower[mention.first : mention.last]
    return words[-1] in _VICTIMS and "of" in words and mention.number.value != 1


def _are_lost(sentence: Sentence, mention: Mention) -> bool:
    """ "cost 36 lives", "36 lives were lost"; not "saved 36 lives"."""
    around = sentence.lower[max(0, mention.first - _LOSS_REACH) : mention.last + _LOSS_REACH]
    return not _COSTING.isdisjoint(around)


def _stays(sentence: Sentence, mention: Mention) -> bool:
    """ "only 20 families remain in the camp"; not "remain in detention"."""
    return stays_behind(sentence, mention.last, sentence.lower[mention.last - 1] != "people")


def stays_behind(sentence: Sentence, at: int, anywhere: bool = True) -> bool:
    """Whether the words from `at` on say that somebody still lives there: "remain in the camp".

    With `anywhere` also "remain in Jenin".
    """
    match = _STAYING.match(" ".join(sentence.words[at : at + _STAYING_WORDS]))
    return match is not None and (anywhere or not match["name"])


def _dwells(sentence: Sentence, mention: Mention) -> bool:
    """ "home to two million people", "housing 700,000 settlers", "17,000 people live in the camp"."""
    words, at = sentence.lower, _behind_apposition(sentence, mention)
    while at < len(words) and words[at] in _TO_DWELLING:
        at += 1
    owned = words[mention.first - 1] == "'s" and words[mention.first - 2] in _SETTLEMENTS
    if owned and words[mention.last - 1] in _DWELLERS:
        return True  # "the camp's 24,000 people"
    crammed = words[at : at + 1] and words[at] in _CRAMMED and not _SETTLEMENTS.isdisjoint(words[at : at + 6])
    if crammed:
        return True
    if words[mention.last - 1] in _DWELLERS and _belong_to_place(words, mention):
        return True
    neighbours = words[mention.first - 1] in _NEIGHBOURS and not _DWELLING.isdisjoint(words[: mention.first])
    return (
        neighbours or _is_home_to(sentence, mention) or words[at : at + 1] in ([word] for word in _DWELLING)
    )


def _are_some(sentence: Sentence, mention: Mention) -> bool:
    """ "some 2,000 residents took part": of a place's residents so many did; not "its 2,000 residents"."""
    words = sentence.lower
    before = words[mention.first - 1] if mention.first else ","
    after = words[mention.last] if mention.last < len(words) else "."
    if before in _OF_SOME:
        return True
    return before in _BEFORE_SOME and (after in _VERBS or (after.endswith("ed") and len(after) > 4))


def _behind_apposition(sentence: Sentence, mention: Mention) -> int:
    """Where a predicate begins: "9,000 people, grandchildren of those who fled in 1948, live"."""
    words, at = sentence.lower, mention.last
    if words[at : at + 1] != [","] or words[mention.last - 1] not in _DWELLERS:
        return at
    aside = words[at + 1 : at + 1 + LONGEST_APPOSITION]
    return at + 2 + aside.index(",") if "," in aside and aside[0] in _OFFSPRING else at


def _belong_to_place(words: list[str], mention: Mention) -> bool:
    """ "the town has 30,000 people", "it had 9,000 registered refugees", "9,000 refugees on its register"."""
    if words[mention.last : mention.last + 1] == ["on"] and _ON_REGISTER.match(
        " ".join(words[mention.last :][:4])
    ):
        return True
    had = mention.first > 1 and words[mention.first - 1] in _HAVING
    registered = "registered" in words[mention.first : mention.last]
    counted = words[mention.first - 2] in _SETTLEMENTS and (
        mention.last == len(words) or words[mention.last] in _ENDS
    )
    return had and (registered or counted)


def _is_home_to(sentence: Sentence, mention: Mention) -> bool:
    return bool(_HOME_TO.search(" ".join(sentence.lower[max(0, mention.first - 5) : mention.first]) + " "))


def _is_launched_from_the_air(sentence: Sentence, mention: Mention) -> bool:
    """ "a drone fired three missiles", "three missiles hit a school": of an airstrike, no group's rockets."""
    words = sentence.lower
    if not words[mention.last - 1].startswith("missile"):
        return False
    return _FIRED.isdisjoint(words) or not _AIRCRAFT.isdisjoint(
        words[max(0, mention.first - 6) : mention.first]
    )

"""Totals: "the death toll rose to 12", "arrests exceed 600", "put its dead at 12", "Killed: 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reader.events import COUNTED
from loaders.reader.links import Link
from loaders.reader.meanings import HELD, measure_of_held
from loaders.reader.mentions import Mention
from loaders.reader.numbers import bounds
from loaders.reader.outline import Outline, Part
from loaders.reader.people import NOUNS

# "Killed: 12", "Total dead: 12"
TABLED = re.compile(r"^[dwap]{0,3}(?P<event>[Ew])\|(?P<mention>M)")
# "put its dead at 12", "raising the week's dead to 26", "put those who have fled at 900"
PUT_AT = re.compile(r"w[dwa]{0,4}+(?P<who>kh*+a*+)?+(?P<event>E)[dwp]{0,8}?(?P<joint>[pt])d?+(?P<mention>M)")
# "arrests since October have passed 600"
COUNT_OF = re.compile(r"[wE][pdahws]{0,14}?b?(?P<verb>[wEbr])[pt]?(?P<mention>M)")
# "the number of dead climbs to five and the wounded to 91", "put the dead at 12, and that of the hurt at 40"
SECOND_TOLL = re.compile(r"(?:,?c|,)(?:k?(?P<of>p))?+d?(?P<event>E)(?P<joint>[pt])d?(?P<mention>M)")
# "bringing to 18 the number killed since Monday, and to 670 since October"
TO_ANOTHER = re.compile(r"ct(?P<mention>M)(?=[pa])")
_TOLL_REACH = 28  # parts between "the number of" and its number
# "bringing to 40 the number of those killed", "raising to nine the toll"
_BACKWARD = frozenset("count number tally toll total".split())
# what leads from a total to its number: "the toll stands at 12", "has risen to 40"
_TOLL_JOINTS = frozenset(
    """
    above as at crossed exceeded exceeding exceeds hit hitting is neared nearing now number numbered
    numbers of passed passes passing past reached reaches reaching stands stood surpassed surpasses to
    topped topping tops was
    """.split()
)
# of these, the ones that bound the number: "the toll has passed 600"
_EXCEEDING = frozenset(
    """
    above crossed exceed exceeded exceeding exceeds pass passed passes passing past surpass surpassed
    surpasses top topped topping tops
    """.split()
)
# the verbs that a counted noun needs to be a total: "arrests exceed 600", "deaths rose to 12"
_REACHING = _EXCEEDING - {"above", "past"} | frozenset(
    "hit hits number numbered reach reached reaches".split()
)
_BEING = frozenset("are is was were".split())
_TOTALLED = COUNTED | {"population": "residents", "displacement": "displaced"}
_RISING = frozenset(
    "climb climbed climbs grew grow grown grows jumped rise risen rises rose stand stands stood".split()
)
# "its population is put at 14,000"
_ESTIMATING = frozenset("counted estimated given listed put".split())
_EXPECTING = frozenset("could expected likely may might projected will would".split())
_STRETCHES = frozenset("day days hours month months week weeks year years".split())
_SIGNS = frozenset((",", ";", ":", "("))
_VERBS_REACH = 5  # words before a total's number in which its verb stands
# a total that is that of the sentence before: "the figure", "that number"
_SAME_COUNT = frozenset("count figure number tally total".split())
_THE_SAME = frozenset("earlier its latest that the this".split())
# "put the dead at 12", "bringing the week's dead to 12"
_PUTTING = {
    "at": frozenset("put puts putting".split()),
    "to": frozenset(
        """
        bring bringing brings brought lifted lifting lifts raise raised raises raising take takes taking
        """.split()
    ),
}
_DRIVING_UP = _PUTTING["to"] | frozenset("drive drives driving drove push pushed pushes pushing sent".split())
# "gave the number of dead as 12"
_GIVING = frozenset("cited gave give given gives giving listed reported".split())
_DWELLING = frozenset("inhabitants living residents".split())
_PUTTERS = frozenset(verb for verbs in _PUTTING.values() for verb in verbs)


def _as_tabled(line: Outline) -> Iterator[Link]:
    """ "Killed: 12", "Injuries: 40", as bulletins list them."""
    if match := TABLED.match(line.letters):
        part = line.parts[match.start("event")]
        measure = part.event.measure if part.event else COUNTED.get(line.sentence.lower[part.first])
        mention = line.parts[match.start("mention")]
        bare = line.sentence.lower[mention.last : mention.last + 1] in ([], ["."], [","], [";"], ["("])
        if measure and measure != "held" and bare:
            yield Link(mention.mention, measure, part.first)


def find_totals(line: Outline, spoken_of: frozenset[str]) -> Iterator[Link]:
    """Every total of a sentence; `spoken_of` is what the sentence before counted."""
    yield from _as_toll(line, spoken_of)
    yield from _as_count(line)
    yield from _as_put(line)
    yield from _as_tabled(line)


def _as_toll(line: Outline, spoken_of: frozenset[str]) -> Iterator[Link]:
    """ "the death toll rose to 12", "the number of those arrested is 40", "bringing to 40 the number of"."""
    for at, part in enumerate(line.parts):
        if part.event is None or part.event.form != "toll":
            continue
        target = _toll_number(line, at)
        if target is None or _is_expected(line, line.mentions[target].first):
            continue
        measure = part.event.measure or _measure_of_toll(line, at, line.mentions[target], spoken_of)
        if measure:
            _bound_by_verb(line, target)
            yield Link(target, measure, part.first)
            yield from _further_tolls(line, at)
            if line.mentions[target].first < part.first and (more := TO_ANOTHER.search(line.letters, at)):
                yield Link(line.parts[more.start("mention")].mention, measure, part.first)


def _as_count(line: Outline) -> Iterator[Link]:
    """ "arrests since October have passed 600", "the population was 12,000": a counted noun as a total."""
    words = line.sentence.lower
    for at, part in enumerate(line.parts):
        measure = _TOTALLED.get(words[part.first])
        match = COUNT_OF.match(line.letters, at) if measure else None
        if measure is None or match is None:
            continue
        index = line.parts[match.start("mention")].mention
        if _is_expected(line, line.mentions[index].first):
            continue
        verb, joint = line.last_word(match.start("verb")), words[line.mentions[index].first - 1]
        reaching = _REACHING if measure != "residents" else _REACHING | _BEING
        stated = joint == "at" and verb in _ESTIMATING
        if stated or (verb in reaching if joint == verb else verb in _RISING and joint in ("to", "at")):
            _bound_by_verb(line, index)
            yield Link(index, measure, part.first)


def _as_put(line: Outline) -> Iterator[Link]:
    """ "put its dead at 12", "raising the week's dead to 26"."""
    for at, first in enumerate(line.parts):
        match = PUT_AT.match(line.letters, at) if line.sentence.lower[first.first] in _PUTTERS else None
        if match is None or line.last_word(at) not in _PUTTING.get(line.last_word(match.start("joint")), ()):
            continue
        part = line.parts[match.start("event")]
        forms = ("past", "state", "subject") if match["who"] else ("past", "state")
        if part.event and part.event.form in forms and part.event.measure != "held":
            if part.event.measure:
                yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)
                yield from _further_tolls(line, at)


def _further_tolls(line: Outline, at: int) -> Iterator[Link]:
    """ "the number of dead climbs to five and wounded to 91", "put the dead at 12 and the injured at 40"."""
    for match in SECOND_TOLL.finditer(line.letters, at):
        part, joint = line.parts[match.start("event")], line.last_word(match.start("joint"))
        stated = joint == "to" or (joint == "at" and line.mention(match.start("mention")).is_bare)
        of = match["of"] is None or line.last_word(match.start("of")) == "of"
        if part.event and part.event.measure and stated and of:
            yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)


def _bound_by_verb(line: Outline, index: int) -> None:
    """ "the toll tops 40,000": the verb bounds the number as "more than" does."""
    mention = line.mentions[index]
    number = mention.number
    if (
        number.bound == "exact"
        and number.value is not None
        and line.sentence.lower[mention.first - 1] in _EXCEEDING
    ):
        low, high = bounds(number.value, "more_than")
        line.mentions[index] = replace(mention, number=replace(number, low=low, high=high, bound="more_than"))


def _is_expected(line: Outline, at: int) -> bool:
    """ "the toll is expected to rise to 12", "could reach 40": a total that is not there yet."""
    verbs = line.sentence.words[max(0, at - _VERBS_REACH) : at]
    before = [verb.lower() for verb in verbs if verb != "May"]
    return not _EXPECTING.isdisjoint(before) and _SIGNS.isdisjoint(before)


def _measure_of_toll(line: Outline, at: int, target: Mention, spoken_of: frozenset[str]) -> str | None:
    """What a bare total counts: the event or noun that it names, else what was counted before it."""
    for part in line.parts[at : at + _TOLL_REACH]:
        if part.event and part.event.measure and part.event.measure != "held" and not _is_falling(line, part):
            return part.event.measure
    words = line.sentence.lower
    if not _DWELLING.isdisjoint(words[line.parts[at].last : target.first]):
        return "residents"  # "the number of people living in the camp"
    for word in range(line.parts[at].last, target.first):
        if words[word] in COUNTED:
            return COUNTED[words[word]]
        if (noun := NOUNS.match(words, word)) and noun[1].measure:
            return noun[1].measure
    earlier = [part.event for part in line.parts[:at] if part.event]
    told = (e.measure for e in reversed(earlier) if e.measure and e.form != "toll" and e.measure != "held")
    counted = (COUNTED[word] for word in reversed(words[: line.parts[at].first]) if word in COUNTED)
    return next(told, None) or next(counted, None) or _measure_before(line, at, target, spoken_of)


def _is_falling(line: Outline, part: Part) -> bool:
    """ "the number of families in the camp has fallen to 12": nobody fell."""
    return line.words(part)[-1] == "fallen" and line.sentence.lower[part.last : part.last + 1] == ["to"]


def _measure_before(line: Outline, at: int, target: Mention, spoken_of: frozenset[str]) -> str | None:
    """What a bare total of a sentence that names nothing counts: "The figure later rose to 12"."""
    words, part = line.sentence.lower, line.parts[at]
    span = words[part.last : target.first]
    if "held" in span:  # "the number of those held"
        held = spoken_of & HELD.keys()
        return measure_of_held(words, words) or _only(held)
    same = line.words(part)[-1] in _SAME_COUNT and part.first > 0 and words[part.first - 1] in _THE_SAME
    return _only(spoken_of) if same and "of" not in span else None


def _is_passed(line: Outline, at: int, ahead: int) -> bool:
    """ "pushed the number of those killed above 130"."""
    words = line.sentence.lower
    driven = not _DRIVING_UP.isdisjoint(words[max(0, line.parts[at].first - 3) : line.parts[at].first])
    return driven and words[line.parts[ahead].first] in _EXCEEDING | {"over"}


def _rises_above(line: Outline, at: int) -> bool:
    """ "the number of wounded climbed above 300"."""
    above = line.words(line.parts[at])[0] in ("above", "over")
    return above and line.last_word(at - 1) in _RISING


def _only(measures: frozenset[str]) -> str | None:
    return next(iter(measures)) if len(measures) == 1 else None


def _is_time(line: Outline, at: int) -> bool:
    """ "the number of arrests after ten days of the siege": a stretch of time, no clause."""
    behind = line.sentence.lower[line.parts[at].last :][:3]
    return line.last_word(at) in ("after", "before") and not _STRETCHES.isdisjoint(behind)


def _toll_number(line: Outline, at: int) -> int | None:
    """The mention that completes a total."""
    parts = line.parts
    if not _BACKWARD.isdisjoint(line.words(parts[at])):
        for back in range(at - 1, max(0, at - 4), -1):  # "bringing to 40 the number of"
            if parts[back].kind == "M" and line.last_word(back - 1) == "to":
                return parts[back].mention
    given = not _GIVING.isdisjoint(line.sentence.lower[max(0, parts[at].first - 3) : parts[at].first])
    aside = line.letters.find(",", at + 2) if line.letters.startswith(",k", at + 1) else at
    for ahead in range(max(at, aside) + 1, min(len(parts), at + _TOLL_REACH)):
        if line.last_word(ahead) == ":" and line.letters[ahead + 1 : ahead + 2] == "M":
            return parts[ahead + 1].mention  # "a higher number of arrests: at least 45"
        if parts[ahead].kind in "|s" and not (given and line.last_word(ahead) == "as"):
            if not _is_time(line, ahead):
                return None
        if parts[ahead].kind == "M" and (
            line.last_word(ahead - 1) in _TOLL_JOINTS
            or _is_passed(line, at, ahead)
            or _rises_above(line, ahead)
        ):
            return parts[ahead].mention
    return None

"""Words whose measure the words around them tell: "held", "left", "treated", "lost", "freed", "took"."""

from __future__ import annotations

import re

from loaders.reader.events import BODY_PARTS, Event
from loaders.reader.mentions import Mention
from loaders.reader.outline import Outline, Part
from loaders.reader.people import ARMED

# "held" is captivity where one of these follows soon, detention where one of those does
HELD = {
    "hostages": frozenset("captive captives gaza hamas hostage hostages militants tunnels".split()),
    "detained": frozenset(
        """
        administrative arrest charge connection custody detention interrogation israeli jail jails over
        police prison prisons questioning raid raids riots siege soldiers suspicion sweep trial
        """.split()
    ),
}
_HELD_REACH = 8
_SUSPECTING = frozenset("arrested detained interrogated questioned suspects".split())
_QUESTIONING = frozenset("detention interrogation investigation questioning".split())
_BRIEFLY = frozenset(("hour", "hours", "questioning"))
# those who count detainees
# in headlines they are detained
_AFTER_HELD = frozenset("after as in".split())
_STOPS = frozenset('. ! ? " : , ;'.split())
_COUNTS_DETAINEES = frozenset("addameer club commission detainees hamoked".split())
# whoever "has left" is displaced where no other word than one of these follows: "has left the party"
_AFTER_LEFT = frozenset(
    """
    . , ; : — ) after ahead already amid and as at because before but by during fearing in on over
    overnight since so under with
    """.split()
)
# whoever lives somewhere is displaced where they just leave
_SETTLED = frozenset("families households inhabitants refugees residents villagers".split())
_SETTLED_REACH = 10  # words before "left"
_WHEN = frozenset("last on this yesterday".split())
# who is freed by whom: hostages by one of these
_CAPTORS = frozenset(("hamas", "jihad"))
_FREEING = frozenset("freed freeing frees free release released releases releasing".split())
_TAKING = frozenset("carried dragged dragging seized seizing taken taking took".split())
_HOLDING = frozenset("hold holding holds".split())
# "holds 12 people" is read from fewer words than "12 people held", for halls and hotels hold people too
_CAPTIVITY = {
    "hostages": frozenset("captive hostage tunnels".split()),
    "detained": frozenset(
        """
        administrative charge custody detainees detention inmates jail jails prison prisoners prisons
        """.split()
    ),
}
# whoever is held by one of these is detained: "the prison service holds 9,900 people"
_JAILERS = frozenset("jail jails prison prisons".split())
# "the raid cost two men in Jenin their lives", "cost 20 families their homes"
_COSTING = frozenset("cost costing costs".split())
_AT_COST = re.compile(
    r"(?:(?!(?:her|his|their)\b)[\w'-]+ ){0,9}?(?:her|his|their) "
    r"(?:own )?(?:(?P<killed>life|lives)|(?P<displaced>homes?|houses?))\b"
)
_COST_REACH = 12  # words
# "took 14 people in for questioning", "took three brothers into custody"
_INTO_CUSTODY = re.compile(
    r"(?:(?:away|in|back|with them|to [\w ]{1,20}) for (?:\w+ )?(?:interrogation|questioning)"
    r"|for (?:\w+ )?(?:interrogation|questioning)|into (?:\w+ )?(?:custody|detention))\b"
)
# "shot a boy in the leg"
_SHOOTING = frozenset(("shooting", "shot"))
_IN_A_LIMB = re.compile(rf"in (?:both|her|his|the|their) (?:{'|'.join(BODY_PARTS)})s?\b")
# "Hamas has claimed seven as its members": an armed group claims its own dead
_CLAIMING = frozenset(("claim", "claimed", "claims"))
_GROUPS = frozenset("factions groups organisations organizations".split())
_IN_ARMS = frozenset("armed militant palestinian resistance terror terrorist".split())
_AS_MEMBERS = re.compile(r"as (?:(?:its|their) )?(?:own\b|fighters|martyrs|members)")
# "the displaced ..., of whom the city has registered 2,000 families"
_REGISTERING = frozenset(("counted", "recorded", "registered"))
_OUSTING = frozenset(
    """
    chased chasing driven driving drove escorted forced forcing helped helping led leading ordered ordering
    pushed pushing threw throwing
    """.split()
)
_DRIVEN_OUT = re.compile(
    r"(?:out of|from) (?:the |their |its |that )?(?:(?:refugee|[A-Z][\w'-]*) ){0,3}"
    r"(?:area|camps?|city|homes?|houses?|neighbou?rhoods?|towns?|villages?)\b"
    r"|(?:off|from) (?:the|their) (?:communit(?:y|ies)|hamlets?|lands?|quarter)\b"
    r"|out (?:at gunpoint|by force)\b"
)
_RAIDERS = frozenset("captive captives gunmen hamas hostage hostages militants".split())
_LOSING = frozenset("lose loses losing lost".split())
# whoever loses one of these has lost them to death
_KIN = frozenset(
    """
    boy boys brother brothers child children comrades cousin cousins daughter daughters fighters
    fishermen girls husband men nephews relative relatives sister sisters son sons wife women
    """.split()
)
# "members" are lost to death by one of these, to a rival by a party
_FORCES = frozenset("army battalion brigade brigades forces hamas jihad militants military".split())
_SERVING = frozenset(("security_forces", "combatants", "medics", "journalists"))
# whoever leaves one of these places, or a place by its name, is displaced; others just leave
_LEAVING = frozenset("abandon abandoned abandoning gone leave leaving left".split())
_LEFT = frozenset(
    """camp camps communities community hamlet hamlets home homes house houses city town village villages
    area areas neighbourhood neighborhood during overnight""".split()
)
_BUILDINGS = frozenset("home homes house houses".split())
_GETTING = frozenset("cleared get getting got gotten moved".split())
_ABANDONING = frozenset(("abandon", "abandoned", "abandoning"))
_GOING = frozenset(("gone",))
_HAVING = frozenset(("had", "has", "have"))
# by one of these it is told that whoever "had gone" has lost a home
_TOLD_TO_LEAVE = frozenset("camp camps evacuate evacuated flee fled homes leave relatives".split())
# whoever moves to one of these has lost a home
_MOVED_TO = frozenset(
    """
    apartments elsewhere families friends halls homes houses mosques relatives rented schools shelters
    tents towns villages
    """.split()
)
# whoever is "evacuated with shrapnel wounds" is no displaced person
_WOUNDS = frozenset(("injuries", "wounds", "treatment"))
# whom one of these abducts is detained
_ARRESTING = frozenset("army forces occupation soldiers troops".split())
# who is stabbed is wounded where none of these is named
_DEADLY = frozenset("dead death die died fatal fatally kill killed killing kills murder murdered".split())
_UNKNOWN = frozenset("unclear uncertain unknown".split())
# who escapes so does not flee
_ESCAPING = frozenset(("escaped", "escaping"))
_UNHARMED = frozenset("alive death injury uninjured unharmed unhurt unscathed with without".split())
# "treated" tells of the wounded where one of these is named
_TREATMENT = frozenset(("treated", "treating", "treatment"))
_IN_HOSPITAL = re.compile(r"(?:in|at) (?:the |a )?(?:[\w'-]+ ){0,2}?hospitals?\b(?! for\b)")
# "ambulances took 18 people to hospital", "evacuated nine to a hospital in Tubas"
_CARRYING = frozenset(
    "airlifted brought carried ferried flew moved rushed taking took transferred transported".split()
)
_EVACUATING = frozenset(("evacuate", "evacuated", "evacuating"))
_TO_HOSPITAL = re.compile(
    r"to (?:(?:a|the|its|their|nearby|local|two|three) |[\w'-]+ (?!in\b)){0,3}?hospitals?\b"
)
_SICK = frozenset("disease diseases ill illness illnesses patient patients sick".split())
_CARE = frozenset(("care", "ventilators"))
_INJURIES = frozenset(
    """
    ambulance ambulances beaten beatings bruises burns crescent gas gunshot inhalation injuries
    paramedics shock shrapnel suffocation trauma wound wounds
    """.split()
)
TELLING_VERBS = (
    _CARRYING
    | _CLAIMING
    | _COSTING
    | _REGISTERING
    | _SHOOTING
    | _FREEING
    | _HOLDING
    | _LOSING
    | _OUSTING
    | _TAKING
)
"""A sentence without any of these has no verb that `measure_of_verb` reads."""


def measure_of(line: Outline, part: Part, event: Event) -> str | None:
    """An event's measure: "held" is read from the words after it, "claimed" needs its lives."""
    words = line.sentence.lower
    after = words[part.last : part.last + _HELD_REACH]
    if event.measure == "held":
        held_up = _is_held_up(words, part) or _are_suspected(words[: part.first])
        return measure_of_held(words, after) or ("detained" if held_up else None)
    if words[part.first] in ("reduced", "reducing") and not {"rubble", "ruins"} & set(words):
        return None
    if line.words(part) == ["suffocated"] and not {"gas", "inhaling"}.isdisjoint(after):
        return "wounded"
    if line.words(part) == ["claimed"] and "lives" not in after:
        return None
    if line.words(part) == ["left"] and part.first and words[part.first - 1] in ("are", "is", "were"):
        return None  # "20 families are left in the camp"
    if line.words(part)[-1] == "out" and line.words(part)[0] in _GETTING:
        return event.measure if _has_got_out(words, part) else None
    if line.words(part)[-1] in _LEAVING and part.last - part.first <= 2:
        return event.measure if _has_gone(line, part) else None
    if line.words(part)[-1] in ("to", "israel") and event.measure == "detained":
        return "detained" if _is_for_questioning(words, part.last) else None
    if line.words(part) == ["moved", "to"] and _MOVED_TO.isdisjoint(after[:4]):
        return None
    if line.words(part) == ["seized"] and not HELD["hostages"].isdisjoint(words):
        return "hostages"
    if (
        line.words(part)[0] == "taken"
        and line.words(part)[-1] == "gaza"
        and (_RAIDERS | {"october"}).isdisjoint(words)
    ):
        return None
    if (
        line.words(part)[-1] == "of"
        and event.measure == "missing"
        and _UNKNOWN.isdisjoint(words[part.last :])
    ):
        return None  # "the fate of 59 people"
    if event.measure == "hostages" and not _ARRESTING.isdisjoint(words[max(0, part.first - 4) : part.first]):
        return "detained"  # "soldiers kidnapped three men"
    if line.words(part) == ["stabbed"] and not _DEADLY.isdisjoint(words):
        return None  # "stabbed two people, killing one"
    if line.words(part)[-1] == "evacuated" and not _WOUNDS.isdisjoint(after[:5]):
        return "wounded"
    if line.words(part)[-1] in _EVACUATING and _TO_HOSPITAL.search(" ".join(after)):
        return "wounded"
    if line.words(part)[-1] in _ESCAPING and not _UNHARMED.isdisjoint(after[:2]):
        return None
    if line.words(part)[-1] in _TREATMENT and _INJURIES.isdisjoint(words):
        return "wounded" if _is_in_hospital(words, part) else None
    if line.words(part)[-1] in _CARE and _INJURIES.isdisjoint(words):
        return None
    return event.measure


def _is_in_hospital(words: list[str], part: Part) -> bool:
    """ "were being treated in hospital"; not "patients were treated in hospital for measles"."""
    behind = " ".join(words[part.last : part.last + 5])
    treated = words[part.first - 1] == "being" and _IN_HOSPITAL.match(behind) is not None
    return treated and _SICK.isdisjoint(words)


def _is_for_questioning(words: list[str], at: int) -> bool:
    """ "taken to Israel for further interrogation", "transferred to the Shin Bet for questioning"."""
    behind = words[at : at + _HELD_REACH]
    purpose = behind.index("for") if "for" in behind else len(behind)
    return not _QUESTIONING.isdisjoint(behind[purpose + 1 : purpose + 3])


def measure_of_held(words: list[str], after: list[str]) -> str | None:
    """ "held in Gaza", "held for three hours"; also "600 are held, the Prisoners' Club said"."""
    if after[:1] == ["for"] and not _BRIEFLY.isdisjoint(after[:4]):
        return "detained"
    for measure, signs in HELD.items():
        if not signs.isdisjoint(after):
            return measure
    counted = not _COUNTS_DETAINEES.isdisjoint(words) and HELD["hostages"].isdisjoint(words)
    return "detained" if counted else None


def _has_gone(line: Outline, part: Part) -> bool:
    """Whether who left, abandoned a place or has gone left home: "abandoned the camp", not "the talks"."""
    words = line.sentence.lower
    after = words[part.last : part.last + _HELD_REACH]
    if words[part.first] in _GOING:
        had = part.first > 0 and not _HAVING.isdisjoint(words[max(0, part.first - 2) : part.first])
        told = _have_moved(words, part) or not _TOLD_TO_LEAVE.isdisjoint(words)
        return had and told and _stops_there(words, part)
    if words[part.first] in _ABANDONING:
        return not _LEFT.isdisjoint(after[:4])
    named = part.last < len(words) and _is_name(line.sentence.words[part.last])
    return named or not _LEFT.isdisjoint(after) or _has_left(words, part) or _have_moved(words, part)


def _has_got_out(words: list[str], part: Part) -> bool:
    """ "have got out.", "moved out of the camp"; not "got out of the car"."""
    if words[part.last : part.last + 1] == ["of"]:
        return not (_LEFT - _BUILDINGS).isdisjoint(words[part.last + 1 : part.last + 6])
    had = not _HAVING.isdisjoint(words[max(0, part.first - 3) : part.first])
    return had and _stops_there(words, part)


def _stops_there(words: list[str], part: Part) -> bool:
    return part.last == len(words) or words[part.last] in _AFTER_LEFT | _WHEN


def _are_suspected(before: list[str]) -> bool:
    """ "30 suspects were questioned and 12 held"."""
    return not _SUSPECTING.isdisjoint(before) and HELD["hostages"].isdisjoint(before)


def _is_held_up(words: list[str], part: Part) -> bool:
    """ "11 held after raids": in a headline, which names no hostages."""
    headline = words[-1] not in _STOPS and HELD["hostages"].isdisjoint(words)
    return headline and (part.last == len(words) or words[part.last] in _AFTER_HELD)


def _have_moved(words: list[str], part: Part) -> bool:
    """ "3,000 residents left.", "six households of the hamlet left last week"."""
    settled = not _SETTLED.isdisjoint(words[max(0, part.first - _SETTLED_REACH) : part.first])
    return settled and _stops_there(words, part)


def _is_name(word: str) -> bool:
    """ "Jenin", "al-Mughayyir"."""
    return word[0].isupper() or word.startswith(("al-", "el-"))


def _has_left(words: list[str], part: Part) -> bool:
    """ "400 families have left.", not "have left the party"."""
    before = [word for word in words[max(0, part.first - 3) : part.first] if word in ("have", "has", "had")]
    perfect = bool(before) or words[part.first] == "having"
    return perfect and (part.last == len(words) or words[part.last] in _AFTER_LEFT)


def measure_of_verb(line: Outline, verb: Part, mention: Mention) -> str | None:
    """What a verb of many meanings tells of its object."""
    words = line.sentence.lower
    word, before = words[verb.first], words[max(0, verb.first - _HELD_REACH) : verb.first]
    if word in _LOSING:
        noun = mention.noun
        kin = words[mention.last - 1] in _KIN or (noun is not None and noun.category in _SERVING)
        comrades = words[mention.last - 1] == "members" and not _FORCES.isdisjoint(before)
        return "killed" if kin or comrades else None
    if word in _FREEING:
        return "hostages" if not _CAPTORS.isdisjoint(before) else None
    if word in _HOLDING:
        behind = words[mention.last : mention.last + _HELD_REACH]
        told = (measure for measure, signs in _CAPTIVITY.items() if not signs.isdisjoint(behind))
        jailed = not _JAILERS.isdisjoint(words[max(0, verb.first - 3) : verb.first])
        return next(told, "detained" if jailed and _CAPTIVITY["hostages"].isdisjoint(words) else None)
    if word in _COSTING:
        taken = _AT_COST.match(" ".join(words[mention.last : mention.last + _COST_REACH]))
        return taken.lastgroup if taken else None
    if word in _OUSTING:
        return (
            "displaced"
            if _DRIVEN_OUT.match(" ".join(line.sentence.words[mention.last : mention.last + 8]))
            else None
        )
    if word in _CARRYING and _TO_HOSPITAL.match(" ".join(words[mention.last : mention.last + 6])):
        return None if _are_at_work(words, mention) else "wounded"
    if word in _TAKING and _INTO_CUSTODY.match(" ".join(words[mention.last : mention.last + 8])):
        return "detained"
    if word in _SHOOTING:
        where = " ".join(words[mention.last : mention.last + 4])
        return "wounded" if _IN_A_LIMB.match(where) and _DEADLY.isdisjoint(words) else None
    if word in _CLAIMING:
        theirs = _AS_MEMBERS.match(" ".join(words[mention.last : mention.last + 4]))
        return "killed" if mention.is_bare and theirs and _are_armed(before) else None
    if word in _REGISTERING:
        counted = mention.noun is not None and (
            mention.noun.thing == "family" or words[mention.last - 1] == "people"
        )
        return "displaced" if counted and "displaced" in words[: verb.first] else None
    if word in _TAKING and not _RAIDERS.isdisjoint(words):
        return "hostages" if _goes_to_gaza(words, mention.last) else None
    return None


def _are_armed(words: list[str]) -> bool:
    """ "Hamas", "Palestinian armed groups", "militant factions"."""
    grouped = not _GROUPS.isdisjoint(words) and not _IN_ARMS.isdisjoint(words)
    return grouped or bool(ARMED.find(words))


def _are_at_work(words: list[str], mention: Mention) -> bool:
    """ "took 12 nurses to the hospital": they serve there; patients may just be ill."""
    serving = mention.noun is not None and mention.noun.category in _SERVING - {"combatants"}
    return serving or not _SICK.isdisjoint(words[mention.first : mention.last])


def _goes_to_gaza(words: list[str], at: int) -> bool:
    """ "took 251 people back to the Gaza Strip"."""
    way = [word for word in words[at : at + 5] if word not in ("back", "the", "hostage", "hostages")]
    return way[:1] in (["to"], ["into"]) and way[1:2] == ["gaza"]

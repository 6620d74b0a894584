"""What a mention counts: the event that its words take part in.

Small grammars over the sentence's outline join mentions to events: "three people were killed", "killing three
people", "a toll of 12", "four soldiers and two civilians were wounded", "12 dead". Their repetitions are
possessive, so that no text makes them backtrack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.reader.events import COUNTED, EVENTS, Event
from loaders.reader.mentions import Mention
from loaders.reader.numbers import bounds
from loaders.reader.outline import Outline, Part
from loaders.reader.people import KINDS_OF_PEOPLE, NAMING, NOUNS
from loaders.reader.text import Sentence

# a phrase with a preposition: "in the city of Jenin and its camp"
PP = r"(?:p[dwaMy]*+(?:c[dw]++)*+)"
# words set apart by commas, brackets or dashes: ", including three children,"
APART = r"(?:,[^,|E()]{1,60}+(?=,)|\([^()E]{0,60}+\)|\|[^|E]{1,40}+\|)"
# "three soldiers and two civilians": the mentions that share a predicate
JOINED = rf"(?:(?:,?[cy]|,)[ad]*+M{PP}*+)"
# "two shops and a mosque were", "a mother and her daughter were": joined to somebody or something not counted
JOINED_WORDS = r"(?P<joined>cdw{1,2}+(?=[bh]))"
# "who had hidden in a mosque were killed": a clause that ends where a passive begins
RELATIVE = r"(?:k[hwadpbtmn]{1,14}?(?=[ba]*b[ba]*+E))"
# how a subject reaches its predicate
TO_PREDICATE = rf"(?:{PP}|{APART}|{JOINED}|{JOINED_WORDS}|w?a|z[wc]{{1,6}}+|{RELATIVE}|k[wadp]{{1,8}}+)*+,?"

# "were also killed", "are reported to have been killed", "was shot in the leg and wounded", "killed"
PREDICATE = re.compile(rf"M{TO_PREDICATE}k?(?P<aux>[bharqt]*+)(?:(?<=[ba])wa*+{PP}?ca*+)?(?P<event>E)")
# "gunmen who killed three Israelis were shot dead", "a man accused of killing two was held": the second event
TOLD_APART = re.compile(
    r"M(?:,?k[hwadpbtn]{0,5}+|(?P<charge>w)p)E[adwpM]{0,14}?,?(?P<aux>b[bar]*+)?(?P<event>E)"
)
# "was wounded on Monday and later died"
THEN_DIED = re.compile(rf"E(?:{PP}|a)*+,?ca*+(?P<event>E)")
# "two men approached the fence and were shot dead": a second predicate of the same subject
ACTED = re.compile(
    rf"(?:^|(?<=[|,skrv]))[ad]*+(?P<mention>M){PP}?+h?a*+w[wdapt]{{0,12}}?c(?P<aux>a*+b[ba]*+)(?P<event>E)"
)
# "Killed: 12", "Total dead: 12"
TABLED = re.compile(r"^[dwap]{0,3}(?P<event>[Ew])\|(?P<mention>M)")
# "forced thousands to flee", "sending thousands fleeing"
DRIVEN = re.compile(rf"[gE][ad]*+(?P<mention>M){PP}*+t?(?P<event>E)")
# "killed at least 12", "killing, among others, 12"
OBJECT = re.compile(r"E[ad]*+(?:,[^,|E]{1,20}+,)?p?d?(?P<mention>M)")
# "among the dead were two children", "among the wounded, two were in serious condition"
AMONG = re.compile(r"E(?:[ba]++d?|,)(?P<mention>M)")
# "of the dead, three were children"
OF_THEM = re.compile(rf"p[dw]{{0,2}}+(?P<event>E){PP}*+,(?P<mention>M)b")
# "was killed along with two other fighters"
COMPANION = re.compile(rf"E(?:{PP}|a)*?[pwa]*d?(?P<mention>M)")
# "killed Omar Saleh and four others"
LISTED = re.compile(r"E[ad]*+w{1,5}+c[ad]*+(?P<mention>M)(?!b)")
# "was killed, as was a passer-by"
INVERTED = re.compile(r"E,?sb[ad]*+(?P<mention>M)(?!b)")
# "killed 12 people and three soldiers", "12 were in Jenin, four in Tubas", "the deaths of two men and of a
# boy": joined to a mention that has its event
NEXT_JOINED = re.compile(
    rf"Mb?+(?:{PP}|\([^()E]{{0,40}}+\))*+(?:,?[cy]|,)(?P<of>p?+)[ad]*+(?P<mention>M)(?P<after>.?)"
)
# "killed 12 in Jenin and four in Far'a": the second has neither noun nor verb of its own
GAPPED = re.compile(rf"E(?:{PP}|a)*+(?:,?c|,)[ad]*+(?P<mention>M)(?=a?+(?:[p,|)]|$))")
# "orders that would see 106 houses demolished"
FORESEEN = re.compile(r"mw$")
# "killed three people", not "killed in Jenin"
WITH_OBJECT = re.compile(r"E[ad]*+[Mw]")
# "put its dead at 12", "raising the week's dead to 26"
PUT_AT = re.compile(r"w[dwa]{0,4}+(?P<event>E)(?:p[dw]{1,4}+)*(?P<joint>[pt])d?+(?P<mention>M)")
# "arrests since October have passed 600"
COUNT_OF = re.compile(r"[wE][pdahw]{0,14}?(?P<verb>[wE])[pt]?(?P<mention>M)")
# "lost two soldiers", "freed three women", "took 251 people"
PLAIN_OBJECT = re.compile(r"w[ad]*+(?P<mention>M)")
# "the number of dead climbs to five and the wounded to 91"
SECOND_TOLL = re.compile(r"cd?(?P<event>E)t(?P<mention>M)")
# what stands right before an event that did not happen: "were not killed", "no one was hurt"
NEGATED = re.compile(r"n[bhart]*+$")

MANY = 100  # so many soldiers are a deployment, so many people who live somewhere its residents
_TOLL_REACH = 22  # parts between "the number of" and its number
# what leads from a total to its number: "the toll stands at 12", "has risen to 40"
_TOLL_JOINTS = frozenset(
    """
    above at crossed exceeded exceeding exceeds hit hitting is neared nearing now number numbered
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
_RISING = frozenset(
    "climb climbed climbs grew grow grown grows jumped rise risen rises rose stand stands stood".split()
)
_EXPECTING = frozenset("could expected likely may might projected will would".split())
_SIGNS = frozenset((",", ";", ":", "("))
_VERBS_REACH = 5  # words before a total's number in which its verb stands
_HARM = frozenset(("killed", "wounded"))
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
# where one is named before, a bare number counts buildings: "of the homes hit, 12 were destroyed"
_BUILDINGS = frozenset(
    "homes buildings houses structures home apartments shops flats schools businesses".split()
)
# "held" is captivity where one of these follows soon, detention where one of those does
_HELD = {
    "hostages": frozenset("gaza hamas hostages captive hostage tunnels militants".split()),
    "detained": frozenset(
        """
        administrative arrest charge connection custody detention interrogation israeli jail jails over
        police prison prisons questioning riots soldiers suspicion
        """.split()
    ),
}
_PUTTERS = frozenset(verb for verbs in _PUTTING.values() for verb in verbs)
_HELD_REACH = 8
# those who count detainees
_COUNTS_DETAINEES = frozenset("addameer club commission detainees hamoked".split())
# whoever "has left" is displaced where no other word than one of these follows: "has left the party"
_AFTER_LEFT = frozenset(
    """
    . , ; : — ) after ahead already amid and as at because before but by during fearing for in on over
    overnight since so under with
    """.split()
)
# who is freed by whom: hostages by one of these
_CAPTORS = frozenset(("hamas", "jihad"))
_FREEING = frozenset("freed freeing frees free release released releases releasing".split())
_TAKING = frozenset("carried dragged dragging seized seizing taken taking took".split())
_RAIDERS = frozenset("captive captives gunmen hamas hostage hostages militants".split())
_LOSING = frozenset("lose loses losing lost".split())
# whoever loses one of these has lost them to death
_KIN = frozenset(
    """
    boy boys brother brothers child children comrades cousin cousins daughter daughters fighters
    fishermen girls husband members men nephews relative relatives sister sisters son sons wife women
    """.split()
)
_SERVING = frozenset(("security_forces", "combatants", "medics", "journalists"))
# "two gunmen accused of killing three people"
_CHARGED = frozenset("accused blamed convicted suspected wanted".split())
# who takes refuge from arrest is not displaced
_SOUGHT = frozenset("fugitive fugitives suspect suspects wanted".split())
_ESCAPING = frozenset("broke escaped fled tunneled tunnelled".split())
# the dead, unless something else is said of them
_VICTIMS = frozenset(("victims",))
# events that drive people on to another: "left 12 people dead"
_DRIVING = frozenset(("forced", "forcing", "left", "leaving"))
# whoever leaves one of these places, or a place by its name, is displaced; others just leave
_LEAVING = frozenset(("left", "leave", "leaving"))
_LEFT = frozenset(
    """camp camps home homes house houses city town village villages area areas neighbourhood neighborhood
    during overnight""".split()
)
# "treated" tells of the wounded where one of these is named
_TREATMENT = frozenset(("treated", "treatment"))
_INJURIES = frozenset(
    """
    ambulance ambulances beaten beatings bruises burns crescent gas gunshot inhalation injuries
    paramedics shock shrapnel trauma wound wounds
    """.split()
)
# "half of the 15,000 fled": the number is not that of those who fled
_FRACTIONS = frozenset(
    """
    cent half majority most nobody none percent quarter quarters third thirds %
    """.split()
)
# an object after the verb: "two men killed him"
_PLAIN_OBJECTS = frozenset("him her them it himself the his their".split())
# "the camp's 17,000 residents"
_RESIDENTS = frozenset(("resident", "residents", "inhabitants", "inhabitant", "villagers"))
# "17,000 people live in the camp", "housing 3,000 people"
_DWELLING = frozenset("live lives lived living reside resided".split())
# between the people and "live": "two million people who once lived there"
_TO_DWELLING = frozenset("are been currently had have normally now once still were who".split())
_HOUSING = frozenset("hold home house houses housed housing population populated inhabited".split())
# "home to some ", "with a population of about "
_HOME_TO = re.compile(
    r"\b(?:home to|houses?|housed|housing|population of|populated by|inhabited by|used to hold)"
    r"\s+(?:\w+\s+){0,3}$"
)
# what fires missiles that are no group's rockets
# where one of these is named, missiles are rockets that are fired
_FIRED = frozenset(
    """
    air-defence barrage fire fired fires firing houthi houthis hezbollah intercept intercepted iran
    iranian iron launch launched launches launching salvo shot yemen
    """.split()
)
_AIRCRAFT = frozenset(
    """
    aircraft army drone drones helicopter helicopters jet jets plane planes soldiers troops warplane
    warplanes
    """.split()
)
_DENIAL_REACH = 12  # words before a figure in which it may be denied
# "denied that 12 people had been killed"; behind one of the others something else is denied
_DENYING = frozenset("contrary denied denies deny denying despite".split())
_END_OF_DENIAL = frozenset(
    """
    added after as but by for gave in insisted maintained put said saying told when where which while who
    , ; :
    """.split()
)
# the verb of a subject that is joined of several
_PLURAL_VERBS = frozenset("are had have were".split())

# words by which a sentence may go on with the count of the one before: "Two of them were children."
_GOING_ON = frozenset(("include", "included", "them"))

# a sentence without any of these counts nothing
_TELLING = (
    EVENTS.telling_words
    | COUNTED.keys()
    | _RESIDENTS
    | _DWELLING
    | _HOUSING
    | NAMING
    | _GOING_ON
    | _FREEING
    | _TAKING
    | _LOSING
    | _VICTIMS
    | KINDS_OF_PEOPLE
)


@dataclass(frozen=True)
class Link:
    """What a mention counts, and the event's word in the sentence that says so."""

    mention: int
    measure: str
    anchor: int


def can_count(sentence: Sentence) -> bool:
    """Whether a sentence has any word that could make a number a figure; most sentences have none."""
    return not _TELLING.isdisjoint(sentence.lower)


def find_measures(line: Outline, spoken_of: frozenset[str] = frozenset()) -> dict[int, Link]:
    """What each mention counts, by its index; a mention that counts nothing is left out.

    `spoken_of` is what the sentence before counted.
    """
    links: dict[int, Link] = {}
    for found in (_as_toll(line, spoken_of), *(search(line) for search in _SEARCHES)):
        for link in found:
            if link.mention not in links and fits(line, line.mentions[link.mention], link.measure):
                links[link.mention] = link
    _share(line, links)
    for index, mention in enumerate(line.mentions):
        if index not in links and (measure := mention.told or _by_noun(line.sentence, mention)):
            links[index] = Link(index, measure, mention.first)
    _share(line, links)
    if not _DENYING.isdisjoint(line.sentence.lower):
        return {index: link for index, link in links.items() if not _is_denied(line, link)}
    return links


def _is_denied(line: Outline, link: Link) -> bool:
    """ "denied that 12 people had been killed": not the 12 killed in a raid whose blame is denied."""
    words = line.sentence.lower
    first = min(line.mentions[link.mention].first, link.anchor)
    before = words[max(0, first - _DENIAL_REACH) : first]
    last = next((word for word in reversed(before) if word in _DENYING or word in _END_OF_DENIAL), "")
    return last in _DENYING


def fits(line: Outline, mention: Mention, measure: str) -> bool:
    """Whether what is counted can undergo the event: people are killed, houses are demolished."""
    thing = mention.noun.thing if mention.noun else "bare"
    if mention.noun and mention.noun.measure in COUNTED.values() and measure == "missing":
        return False  # "nine bodies were found under the rubble"
    if measure == "structures":
        named = thing == "bare" and not _BUILDINGS.isdisjoint(line.sentence.lower[: mention.first])
        return not mention.indefinite and (thing == "structure" or named)
    if measure == "displaced" and (mention.category == "prisoners" or _is_patient(line, mention)):
        return False  # prisoners escape, patients are moved
    return thing in ("person", "family", "unknown", "bare")


def _is_patient(line: Outline, mention: Mention) -> bool:
    return line.sentence.lower[mention.last - 1] in ("patient", "patients")


def _measure_of(line: Outline, part: Part, event: Event) -> str | None:
    """An event's measure: "held" is read from the words after it, "claimed" needs its lives."""
    words = line.sentence.lower
    after = words[part.last : part.last + _HELD_REACH]
    if event.measure == "held":
        return _measure_of_held(words, after)
    if words[part.first] in ("reduced", "reducing") and not {"rubble", "ruins"} & set(words):
        return None
    if line.words(part) == ["claimed"] and "lives" not in after:
        return None
    if line.words(part)[-1] in _LEAVING and part.last - part.first <= 2:
        named = part.last < len(words) and line.sentence.words[part.last][0].isupper()
        gone = named or not _LEFT.isdisjoint(after) or _has_left(words, part)
        return event.measure if gone else None
    if line.words(part) == ["seized"] and not _HELD["hostages"].isdisjoint(words):
        return "hostages"
    if (
        line.words(part)[0] == "taken"
        and line.words(part)[-1] == "gaza"
        and (_RAIDERS | {"october"}).isdisjoint(words)
    ):
        return None
    if line.words(part)[-1] in _TREATMENT and _INJURIES.isdisjoint(words):
        return None
    return event.measure


def _measure_of_held(words: list[str], after: list[str]) -> str | None:
    """ "held in Gaza", "held without charge"; also "600 are held, the Prisoners' Club said"."""
    for measure, signs in _HELD.items():
        if not signs.isdisjoint(after):
            return measure
    counted = not _COUNTS_DETAINEES.isdisjoint(words) and _HELD["hostages"].isdisjoint(words)
    return "detained" if counted else None


def _has_left(words: list[str], part: Part) -> bool:
    """ "400 families have left.", not "have left the party"."""
    before = [word for word in words[max(0, part.first - 3) : part.first] if word in ("have", "has", "had")]
    perfect = bool(before) or words[part.first] == "having"
    return perfect and (part.last == len(words) or words[part.last] in _AFTER_LEFT)


def _is_active(line: Outline, at: int) -> bool:
    """Whether a past form has its object after it: "killed three people", not "were killed"."""
    return not line.letters[:at].rstrip("a").endswith("b") and bool(WITH_OBJECT.match(line.letters, at))


def _is_intended(letters: str) -> bool:
    """ "to arrest two suspects", "could displace thousands": nothing has happened."""
    before = letters.rstrip("a")
    return before.endswith("m") or (before.endswith("t") and not before.endswith(("rt", "gt")))


def _as_object(line: Outline) -> Iterator[Link]:
    """ "killed three people", "kill 12", "killing four", "the deaths of two"."""
    for at, part in enumerate(line.parts):
        event = part.event
        if event is None or event.form not in ("past", "base", "gerund"):
            continue
        match = OBJECT.match(line.letters, at)
        before = line.letters[:at]
        if match is None or NEGATED.search(before):
            continue
        passive = event.form == "past" and before.rstrip("a").endswith("b")
        loose = "p" in match[0][1:] and line.last_word(at) != "of"
        if passive or loose or (event.form == "base" and _is_intended(before)):
            continue
        if measure := _measure_of(line, part, event):
            mention = match.start("mention")
            yield Link(line.parts[mention].mention, _of_harmed(line, mention) or measure, part.first)


def _of_harmed(line: Outline, at: int) -> str | None:
    """ "evacuated five wounded": what is said of the counted themselves."""
    mention, after = line.mention(at), line.parts[at + 1 : at + 2]
    if mention.told in _HARM:
        return mention.told
    event = after[0].event if after and mention.is_bare else None
    return event.measure if event and event.measure in _HARM and event.form in ("past", "state") else None


def _as_subject(line: Outline) -> Iterator[Link]:
    """ "three people were killed", "12 dead", "thousands fled"; also the first of several joined ones."""
    for at, part in enumerate(line.parts):
        match = PREDICATE.match(line.letters, at) if part.kind == "M" else None
        if match is None:
            continue
        index = match.start("event")
        target = line.parts[index]
        event = target.event
        if event is None or FORESEEN.search(line.letters[:at]) or _is_one_of_the(line, part, target):
            continue
        if line.mention(at).of_them and "M" in line.letters[at + 1 : index]:
            continue  # "five were hurt, two of them seriously, and 12 arrested"
        if _is_share_of(line.sentence.lower, part.first) or _leaves_on_duty(line, at, target):
            continue
        if match["joined"] and line.words(line.parts[match.end("joined")])[0] not in _PLURAL_VERBS:
            continue
        if "n" in match["aux"] or _is_foreseen(line.letters, match.start("aux"), index):
            continue
        if not _accepts(line, event, match["aux"], index):
            continue
        if line.mention(at).unknown_noun and not _is_plain(event, match["aux"], index - at):
            continue
        if measure := _measure_of(line, target, event):
            if measure == "wounded" and (died := _then_died(line, index)):
                measure, target = "killed", died
            yield Link(part.mention, measure, target.first)


def _then_died(line: Outline, at: int) -> Part | None:
    """The death behind an injury: "were wounded and later died"."""
    match = THEN_DIED.match(line.letters, at)
    part = line.parts[match.start("event")] if match else None
    dies = part is not None and part.event is not None and part.event.form == "subject"
    return part if dies and part and part.event and part.event.measure == "killed" else None


def _as_told_apart(line: Outline) -> Iterator[Link]:
    """ "two men who killed three people were arrested", "a soldier who was wounded on Monday has died"."""
    for at, part in enumerate(line.parts):
        match = TOLD_APART.match(line.letters, at) if part.kind == "M" else None
        if match is None:
            continue
        if match["charge"] and line.words(line.parts[match.start("charge")])[0] not in _CHARGED:
            continue
        target = line.parts[match.start("event")]
        event = target.event
        told = event is not None and (
            event.form == "subject" or (match["aux"] and event.form in ("past", "state"))
        )
        if event and told and (measure := _measure_of(line, target, event)):
            yield Link(part.mention, measure, target.first)


def _as_acting(line: Outline) -> Iterator[Link]:
    """ "two men approached the fence and were shot dead"."""
    for match in ACTED.finditer(line.letters):
        part = line.parts[match.start("event")]
        if (
            part.event
            and part.event.form in ("past", "state")
            and (measure := _measure_of(line, part, part.event))
        ):
            yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _as_tabled(line: Outline) -> Iterator[Link]:
    """ "Killed: 12", "Injuries: 40", as bulletins list them."""
    if match := TABLED.match(line.letters):
        part = line.parts[match.start("event")]
        measure = part.event.measure if part.event else COUNTED.get(line.sentence.lower[part.first])
        mention = line.parts[match.start("mention")]
        bare = line.sentence.lower[mention.last : mention.last + 1] in ([], ["."], [","], [";"], ["("])
        if measure and measure != "held" and bare:
            yield Link(mention.mention, measure, part.first)


def _is_share_of(words: list[str], first: int) -> bool:
    """ "half of the camp's 15,000 inhabitants were driven out": not all of them were."""
    before = words[max(0, first - 5) : first]
    return any(
        word in ("of", "among") and not _FRACTIONS.isdisjoint(before[:at]) for at, word in enumerate(before)
    )


def _leaves_on_duty(line: Outline, at: int, event: Part) -> bool:
    """ "Hundreds of troops left the camp", "wanted men took refuge in it": these are not displaced."""
    displaced = (
        event.event is not None and event.event.measure == "displaced" and event.event.form == "subject"
    )
    mention = line.mention(at)
    sought = not _SOUGHT.isdisjoint(line.sentence.lower[mention.first : mention.last])
    return displaced and (sought or mention.category in ("security_forces", "combatants"))


def _is_plain(event: Event, aux: str, distance: int) -> bool:
    """Whether an event tells that a noun of no vocabulary means people: "12 lamplighters were killed"."""
    if event.form == "past" and "b" in aux:
        return event.measure in ("killed", "wounded")
    return distance == 1 and event.form in ("state", "past") and event.measure != "structures"


def _is_one_of_the(line: Outline, part: Part, event: Part) -> bool:
    """ "one of the dead was Omar Saleh": a person, no count."""
    between = line.sentence.lower[part.last : event.first]
    single = line.mentions[part.mention].number.value == 1
    return (
        single
        and between[:1] == ["of"]
        and len(between) <= 3
        and event.event is not None
        and event.event.form == "state"
    )


def _accepts(line: Outline, event: Event, aux: str, at: int) -> bool:
    """Whether an event takes the mention before it as the ones it happened to."""
    if event.form in ("subject", "state"):
        return True
    if event.form != "past" or "b" in aux:
        return event.form == "past"
    if "h" in aux:  # "40,000 have evacuated", not "troops have killed 12"
        return line.words(line.parts[at]) == ["evacuated"] and not _is_active(line, at)
    after = line.sentence.lower[line.parts[at].last : line.parts[at].last + 1]
    return not _is_active(line, at) and _PLAIN_OBJECTS.isdisjoint(after)


def _is_foreseen(letters: str, first: int, last: int) -> bool:
    """ "12 people to be released", "thousands could be displaced"."""
    run = letters[first:last]
    return "m" in letters[max(0, first - 1) : last] or ("t" in run and "r" not in run and "h" not in run)


def _as_driven(line: Outline) -> Iterator[Link]:
    """ "forced thousands to flee", "left 12 people dead"."""
    for match in DRIVEN.finditer(line.letters):
        driver, target = line.parts[match.start()], line.parts[match.start("event")]
        event = target.event
        if driver.kind == "E" and line.last_word(match.start()) not in _DRIVING:
            continue
        if event and event.measure and event.form in ("subject", "state", "base"):
            yield Link(line.parts[match.start("mention")].mention, event.measure, target.first)


def _as_one_among(line: Outline) -> Iterator[Link]:
    """ "among the dead were two children", "among the wounded, two are critical"."""
    for match in AMONG.finditer(line.letters):
        part = line.parts[match.start()]
        if part.event and part.event.measure and line.words(part)[0] == "among":
            yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)
    for match in OF_THEM.finditer(line.letters):
        part = line.parts[match.start("event")]
        if part.event and part.event.measure and line.words(line.parts[match.start()]) == ["of"]:
            yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)


def _as_companion(line: Outline) -> Iterator[Link]:
    """ "he was killed along with two other fighters", "the toll rose to five dead and the wounded to 91"."""
    for match in COMPANION.finditer(line.letters):
        part = line.parts[match.start()]
        if part.event and part.event.form in ("past", "subject") and _joins_company(line, match):
            if measure := _measure_of(line, part, part.event):
                yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _as_listed(line: Outline) -> Iterator[Link]:
    """ "killed Omar Saleh and four others", "set fire to cars and two houses"."""
    yield from _joined_by(line, LISTED)


def _as_inverted(line: Outline) -> Iterator[Link]:
    """ "was killed, as was a passer-by"."""
    yield from _joined_by(line, INVERTED)


def _joined_by(line: Outline, grammar: re.Pattern[str]) -> Iterator[Link]:
    for match in grammar.finditer(line.letters):
        part = line.parts[match.start()]
        if (
            part.event
            and part.event.form in ("past", "gerund", "base")
            and (measure := _measure_of(line, part, part.event))
        ):
            yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _joins_company(line: Outline, match: re.Match[str]) -> bool:
    words = [
        word
        for part in line.parts[match.start() + 1 : match.start("mention")]
        if part.kind != "d"
        for word in line.words(part)
    ]
    return words[-2:] in (["along", "with"], ["together", "with"], ["well", "as"]) or words[-1:] == [
        "alongside"
    ]


def _as_toll(line: Outline, spoken_of: frozenset[str]) -> Iterator[Link]:
    """ "the death toll rose to 12", "the number of those arrested is 40", "bringing to 40 the number of"."""
    for at, part in enumerate(line.parts):
        if part.event is None or part.event.form != "toll":
            continue
        target = _toll_number(line, at)
        if target is None or _is_expected(line.sentence.lower, line.mentions[target].first):
            continue
        measure = part.event.measure or _measure_of_toll(line, at, line.mentions[target], spoken_of)
        if measure:
            _bound_by_verb(line, target)
            yield Link(target, measure, part.first)
            yield from _further_tolls(line, at)


def _as_count(line: Outline) -> Iterator[Link]:
    """ "arrests since October have passed 600", "deaths rose to 12": a counted noun as a total."""
    words = line.sentence.lower
    for at, part in enumerate(line.parts):
        match = COUNT_OF.match(line.letters, at) if words[part.first] in COUNTED else None
        if match is None:
            continue
        index = line.parts[match.start("mention")].mention
        if _is_expected(words, line.mentions[index].first):
            continue
        verb, joint = line.last_word(match.start("verb")), words[line.mentions[index].first - 1]
        if verb in _REACHING if joint == verb else verb in _RISING and joint in ("to", "at"):
            _bound_by_verb(line, index)
            yield Link(index, COUNTED[words[part.first]], part.first)


def _as_put(line: Outline) -> Iterator[Link]:
    """ "put its dead at 12", "raising the week's dead to 26"."""
    for at, first in enumerate(line.parts):
        match = PUT_AT.match(line.letters, at) if line.sentence.lower[first.first] in _PUTTERS else None
        if match is None or line.last_word(at) not in _PUTTING.get(line.last_word(match.start("joint")), ()):
            continue
        part = line.parts[match.start("event")]
        if part.event and part.event.form in ("past", "state") and part.event.measure != "held":
            if part.event.measure:
                yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)


def _as_plain_object(line: Outline) -> Iterator[Link]:
    """ "lost two soldiers", "Hamas freed three women", "gunmen took 251 people to Gaza"."""
    for match in PLAIN_OBJECT.finditer(line.letters):
        index = line.parts[match.start("mention")].mention
        if measure := _measure_of_verb(line, line.parts[match.start()], line.mentions[index]):
            yield Link(index, measure, line.parts[match.start()].first)


def _measure_of_verb(line: Outline, verb: Part, mention: Mention) -> str | None:
    """What a verb of many meanings tells of its object."""
    words = line.sentence.lower
    word, before = words[verb.first], words[max(0, verb.first - _HELD_REACH) : verb.first]
    if word in _LOSING:
        noun = mention.noun
        kin = words[mention.last - 1] in _KIN or (noun is not None and noun.category in _SERVING)
        return "killed" if kin else None
    if word in _FREEING:
        return "hostages" if not _CAPTORS.isdisjoint(before) else None
    if word in _TAKING and not _RAIDERS.isdisjoint(words):
        return "hostages" if _goes_to_gaza(words, mention.last) else None
    return None


def _goes_to_gaza(words: list[str], at: int) -> bool:
    """ "took 251 people back to the Gaza Strip"."""
    way = [word for word in words[at : at + 5] if word not in ("back", "the", "hostage", "hostages")]
    return way[:1] in (["to"], ["into"]) and way[1:2] == ["gaza"]


def _further_tolls(line: Outline, at: int) -> Iterator[Link]:
    """ "the number of dead climbs to five and wounded to 91"."""
    for match in SECOND_TOLL.finditer(line.letters, at):
        part = line.parts[match.start("event")]
        if part.event and part.event.measure:
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


def _is_expected(words: list[str], at: int) -> bool:
    """ "the toll is expected to rise to 12", "could reach 40": a total that is not there yet."""
    before = words[max(0, at - _VERBS_REACH) : at]
    return not _EXPECTING.isdisjoint(before) and _SIGNS.isdisjoint(before)


def _measure_of_toll(line: Outline, at: int, target: Mention, spoken_of: frozenset[str]) -> str | None:
    """What a bare total counts: the event or noun that it names, else what was counted before it."""
    for part in line.parts[at : at + _TOLL_REACH]:
        if part.event and part.event.measure and part.event.measure != "held":
            return part.event.measure
    words = line.sentence.lower
    for word in range(line.parts[at].last, target.first):
        if words[word] in COUNTED:
            return COUNTED[words[word]]
        if (noun := NOUNS.match(words, word)) and noun[1].measure:
            return noun[1].measure
    earlier = [part.event for part in line.parts[:at] if part.event]
    told = (e.measure for e in reversed(earlier) if e.measure and e.form != "toll" and e.measure != "held")
    return next(told, None) or _measure_before(line, at, target, spoken_of)


def _measure_before(line: Outline, at: int, target: Mention, spoken_of: frozenset[str]) -> str | None:
    """What a bare total of a sentence that names nothing counts: "The figure later rose to 12"."""
    words, part = line.sentence.lower, line.parts[at]
    span = words[part.last : target.first]
    if "held" in span:  # "the number of those held"
        held = spoken_of & _HELD.keys()
        return _measure_of_held(words, words) or _only(held)
    same = line.words(part)[-1] in _SAME_COUNT and part.first > 0 and words[part.first - 1] in _THE_SAME
    return _only(spoken_of) if same and "of" not in span else None


def _only(measures: frozenset[str]) -> str | None:
    return next(iter(measures)) if len(measures) == 1 else None


def _toll_number(line: Outline, at: int) -> int | None:
    """The mention that completes a total."""
    parts = line.parts
    if "number" in line.words(parts[at]):
        for back in range(at - 1, max(0, at - 4), -1):  # "bringing to 40 the number of"
            if parts[back].kind == "M" and line.last_word(back - 1) == "to":
                return parts[back].mention
    for ahead in range(at + 1, min(len(parts), at + _TOLL_REACH)):
        if parts[ahead].kind in "|s":
            return None
        if parts[ahead].kind == "M" and line.last_word(ahead - 1) in _TOLL_JOINTS:
            return parts[ahead].mention
    return None


def _share(line: Outline, links: dict[int, Link]) -> None:
    """Mentions joined to one that has its event, and without an event of their own, share it."""
    for at, part in enumerate(line.parts):
        if part.kind == "M" and part.mention in links and (match := NEXT_JOINED.match(line.letters, at)):
            # a plain word after it is likely its own verb: "killed three people and two men opened fire"
            free = match["after"] not in tuple("wbhmg") or bool(match["of"])
            if free and _is_of_both(line, match, links[part.mention]):
                _give(line, links, match.start("mention"), links[part.mention])
        elif part.kind == "E" and (match := GAPPED.match(line.letters, at)):
            owner = next((link for link in links.values() if link.anchor == part.first), None)
            mention = line.mention(match.start("mention"))
            if owner and mention.is_bare and not mention.indefinite:
                _give(line, links, match.start("mention"), owner)


def _is_of_both(line: Outline, match: re.Match[str], link: Link) -> bool:
    """ "the deaths of two men and of a boy": a second "of" goes with the first."""
    if not match["of"]:
        return True
    first, second = line.parts[match.start()].first, line.last_word(match.start("of"))
    return second == "of" and link.anchor < first and line.sentence.lower[first - 1] == "of"


def _give(line: Outline, links: dict[int, Link], at: int, owner: Link) -> None:
    index = line.parts[at].mention
    if (
        index not in links
        and not line.mentions[index].unknown_noun
        and fits(line, line.mentions[index], owner.measure)
    ):
        links[index] = Link(index, owner.measure, owner.anchor)


def _by_noun(sentence: Sentence, mention: Mention) -> str | None:
    """What the noun alone says is counted: airstrikes, rockets, hostages, troops, prisoners, residents."""
    noun = mention.noun
    if noun is None and _is_home_to(sentence, mention):
        return "residents"
    if noun is None or mention.indefinite or _is_launched_from_the_air(sentence, mention):
        return None
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
    number = mention.number
    if noun.thing != "person" or (number.value or number.low or number.high or 0) < MANY:
        return None
    head = sentence.lower[mention.last - 1]
    if head in ("soldiers", "reservists"):
        return "troops"
    return "residents" if head in _RESIDENTS or _dwells(sentence, mention) else None


def _is_of_the_victims(sentence: Sentence, mention: Mention) -> bool:
    """ "two of the latest victims were": the dead, where nothing else is said of them."""
    words = sentence.lower[mention.first : mention.last]
    return words[-1] in _VICTIMS and "of" in words and mention.number.value != 1


def _dwells(sentence: Sentence, mention: Mention) -> bool:
    """ "home to two million people", "housing 700,000 settlers", "17,000 people live in the camp"."""
    words, at = sentence.lower, mention.last
    while at < len(words) and words[at] in _TO_DWELLING:
        at += 1
    return _is_home_to(sentence, mention) or words[at : at + 1] in ([word] for word in _DWELLING)


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


_SEARCHES = (
    _as_count,
    _as_put,
    _as_object,
    _as_driven,
    _as_inverted,
    _as_told_apart,
    _as_acting,
    _as_subject,
    _as_one_among,
    _as_companion,
    _as_listed,
    _as_plain_object,
    _as_tabled,
)

"""What a mention counts: the event that its words take part in.

The sentence is rewritten as a string of one letter a part (mention, event, auxiliary, preposition ...), and small
grammars over that string join mentions to events: "three people were killed", "killing three people", "a toll of 12",
"four soldiers and two civilians were wounded", "12 dead".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.reader.events import COUNTED, EVENTS, Event
from loaders.reader.mentions import Mention
from loaders.reader.people import NAMING, NOUNS
from loaders.reader.text import Sentence

KINDS = {
    "b": "is are was were be been being am got gets remain remains remained remaining became become becomes stay stayed lay lie",
    "h": "has have had having",
    "m": "will would could may might should can must shall cannot didn't wouldn't couldn't",
    "t": "to",
    "n": "no not never none nobody without neither nor n't wasn't weren't haven't hasn't didn't zero",
    "a": "also already then later subsequently reportedly still now since so far finally initially previously separately overnight "
    "early late yesterday today tonight meanwhile just again both all monday tuesday wednesday thursday friday saturday sunday "
    "far including-those instantly immediately alone together either ever only even altogether apparently allegedly morning evening afternoon night",
    "p": "in at on by near from of for with during around across inside outside between among amid under over into onto through throughout "
    "within against about along behind off above beside toward towards via per despite following after-hours upon north south east west",
    "c": "and or & plus",
    "s": "after as when while because before if although though until where whereas once that than but unless whether since-when so",
    "k": "who whom whose which",
    "i": "including includes included include",
    "d": "the a an his her their its our this that these those my your another",
    "r": "believed reported feared confirmed said known thought presumed declared understood estimated deemed considered listed "
    "found being-reported alleged expected",
    "z": "named identified aged known-as",
    "y": "comprising totalling totaling representing numbering",
    "g": "forced forcing sent sending driving drove prompted prompting caused causing pushed pushing led compelled compelling "
    "obliged leading made making send causes prompts leaves left leaving leave",
    "v": "said says say told tells announced reported-that claims claimed adds added stated noted wrote",
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}
_SIGNS = {
    ",": ",",
    "(": "(",
    ")": ")",
    "-": "|",
    "—": "|",
    ";": "|",
    ":": "|",
    ".": "|",
    "?": "|",
    "!": "|",
    "…": "|",
}
_AMONG = (
    ["among", "them"],
    ["of", "whom"],
    ["of", "which"],
    ["of", "them"],
    ["among", "those"],
    ["among", "these"],
    ["and", "among"],
    ["as", "well"],
)

# a phrase with a preposition: "in the city of Jenin and its camp"
PP = r"(?:p[dwaMy]*(?:c[dw]+)*)"
# words set apart by commas, brackets or dashes: ", including three children,"
APART = r"(?:,[^,|E()]{1,60},|\([^()E]{0,60}\)|\|[^|E]{1,40}\|)"
# "three soldiers and two civilians": the mentions that share a predicate
JOINED = rf"(?:(?:,?c|,?y|,)[ad]*M(?:{PP})*)"
# how a subject reaches its predicate
TO_PREDICATE = rf"(?:{PP}|{APART}|{JOINED}|w?a|zw{{1,6}}|k[wadp]{{1,8}})*,?"

# "were also killed", "are reported to have been killed", "had fled", "killed", "dead"
PREDICATE = re.compile(rf"M{TO_PREDICATE}k?(?P<aux>[bharqt]*)(?:(?<=[ba])wa*{PP}?ca*)?(?P<event>E)")
# "including 12 of them wounded": the event's word touches the mention
TOUCHING = re.compile(r"[ahq]*E")
# "forced thousands to flee", "sending thousands fleeing"
DRIVEN = re.compile(rf"[gE][ad]*M(?:{PP})*(?:t)?(?P<event>E)")
# "killed at least 12", "killing, among others, 12"
OBJECT = re.compile(r"E[ad]*(?:,[^,|E]{1,20},)?p?d?M")
# "among the dead were two children", "among the wounded, two were in serious condition"
AMONG = re.compile(r"E(?:[ba]+d?|,)(?P<mention>M)")
# "a toll of 12", "the number of those killed rose to 12"
TOLL = re.compile(r"E[^|sM]{0,14}?(?:M[^|sM]{0,10}?)?(?P<joint>[tpwb])a*(?P<mention>M)")
# "12 people and three soldiers": joined to a mention that has its event
NEXT_JOINED = re.compile(rf"M(?:{PP}|\([^()E]{{0,40}}\))*(?:,?c|,?y|,)[ad]*(?P<mention>M)(?P<after>.?)")
# "killed 12 in Jenin and four in Far'a": the second has neither noun nor verb of its own
GAPPED = re.compile(rf"E(?:{PP}|a)*(?:,?c|,)[ad]*(?P<mention>M)(?=p|,|\||\)|$)")

_BUILDINGS = frozenset(
    "homes buildings houses structures home apartments shops flats schools businesses".split()
)
_HELD = {"hostages": ("gaza", "hamas", "captive", "hostage", "tunnels", "militants"), "detained": ("jail", "jails", "prison", "prisons", "detention", "custody", "israeli", "police", "soldiers", "charge", "arrest", "administrative")}  # fmt: skip
_RESIDENTS = frozenset(("resident", "residents", "inhabitants", "inhabitant", "villagers"))
_DWELL = re.compile(
    r"\b(?:home to|houses?|housed|housing|population of|populated by|inhabited by)\s+(?:\w+\s+){0,3}$"
)
_DWELLING = frozenset(
    "home house houses housed housing population populated inhabited live lives lived living reside resided".split()
)
_TELLING = EVENTS.telling_words | COUNTED.keys() | _RESIDENTS | _DWELLING | NAMING


@dataclass(frozen=True)
class Part:
    """One letter of the sentence's string: the words it stands for, and the mention or the event."""

    kind: str
    first: int
    last: int
    mention: int = -1
    event: Event | None = None


@dataclass(frozen=True)
class Link:
    """A mention and the event it takes part in; `anchor` is the event's word in the sentence."""

    mention: int
    measure: str
    anchor: int
    shared: int = -1  # the mention whose event this one shares


def can_count(sentence: Sentence) -> bool:
    """Whether a sentence has any word that could make a number a figure; most sentences have none."""
    return not _TELLING.isdisjoint(sentence.lower)


def find_measures(sentence: Sentence, mentions: list[Mention]) -> dict[int, Link]:
    """What each mention counts, by its index; a mention that counts nothing is left out."""
    parts = parts_of(sentence, mentions)
    letters = "".join(part.kind for part in parts)
    links: dict[int, Link] = {}
    for search in (_as_toll, _as_object, _as_driven, _as_subject, _as_one_among):
        for link in search(sentence, mentions, parts, letters):
            if link.mention not in links and _fits(sentence, mentions[link.mention], link.measure):
                links[link.mention] = link
    _share(sentence, mentions, parts, letters, links)
    for index, mention in enumerate(mentions):
        if index not in links and (measure := _by_noun(sentence, mention)):
            links[index] = Link(index, measure, mention.first)
    return links


def parts_of(sentence: Sentence, mentions: list[Mention]) -> list[Part]:
    words, parts, at = sentence.lower, [], 0
    starts = {mention.first: index for index, mention in enumerate(mentions)}
    while at < len(words):
        if (index := starts.get(at)) is not None:
            parts.append(Part("M", at, mentions[index].last, mention=index))
            at = mentions[index].last
        elif words[at : at + 2] in _AMONG[:4]:
            parts.append(Part("i", at, at + 2))
            at += 2
        elif (hit := EVENTS.match(words, at)) and not _crosses(starts, at, hit[0]):
            parts.append(Part("E", at, hit[0], event=hit[1]))
            at = hit[0]
        else:
            if words[at] not in ('"', "'"):
                parts.append(Part(_letter(words, at), at, at + 1))
            at += 1
    return parts


def _crosses(starts: dict[int, int], first: int, last: int) -> bool:
    return any(at in starts for at in range(first + 1, last))


def _letter(words: list[str], at: int) -> str:
    word = words[at]
    if word in _SIGNS:
        return "w" if word == "." and 0 < at < len(words) - 1 else _SIGNS[word]
    if word in _KIND_OF:
        return _KIND_OF[word]
    return "a" if word.endswith("ly") and len(word) > 4 else "w"


def _fits(sentence: Sentence, mention: Mention, measure: str) -> bool:
    """Whether what is counted can undergo the event: people are killed, houses are demolished."""
    thing = mention.noun.thing if mention.noun else "bare"
    if measure == "structures":
        named = bool(_BUILDINGS & set(sentence.lower[: mention.first]))
        return not mention.indefinite and (thing == "structure" or (thing == "bare" and named))
    if thing in ("unknown", "bare"):
        return True
    return thing in ("person", "family")


def _measure_of(sentence: Sentence, event: Event, part: Part) -> str | None:
    """An event's measure; "held" is read from the words around it, "reduced" needs its rubble."""
    words = sentence.lower
    if event.measure == "held":
        near = words[part.last : part.last + 12]
        for measure, signs in _HELD.items():
            if any(word in signs for word in near[:8]):
                return measure
        return None
    if words[part.first] in ("reduced", "reducing"):
        return event.measure if "rubble" in words or "ruins" in words else None
    if words[part.first] == "claimed":
        return (
            event.measure
            if part.last < len(words) and ("lives" in words[part.last : part.last + 6])
            else None
        )
    return event.measure


def _is_active(parts: list[Part], letters: str, at: int) -> bool:
    """Whether a past form has its object after it: "killed three people", not "were killed", "12 killed and ..."."""
    before = letters[:at].rstrip("a")
    if before.endswith("b"):
        return False
    return bool(re.match(r"E[ad]*M|E[ad]*w", letters[at:]))


def _negated(letters: str, at: int) -> bool:
    return bool(re.search(r"n[bhart]*$", letters[:at]))


def _intended(parts: list[Part], letters: str, at: int) -> bool:
    """ "to arrest two suspects", "could displace thousands": nothing has happened."""
    before = letters[:at].rstrip("a")
    return before.endswith("m") or (before.endswith("t") and not before.endswith(("rt", "gt")))


def _as_object(
    sentence: Sentence, mentions: list[Mention], parts: list[Part], letters: str
) -> Iterator[Link]:
    """ "killed three people", "kill 12", "killing four", "the deaths of two"."""
    for at, part in enumerate(parts):
        event = part.event
        if event is None or event.form not in ("past", "base", "gerund"):
            continue
        match = OBJECT.match(letters, at)
        if not match or _negated(letters, at):
            continue
        if event.form == "past" and letters[:at].rstrip("a").endswith("b"):
            continue
        if event.form == "base" and _intended(parts, letters, at):
            continue
        target = parts[match.end() - 1]
        if "p" in match[0][1:] and not sentence.lower[part.last - 1] == "of":
            continue
        if measure := _measure_of(sentence, event, part):
            yield Link(target.mention, measure, part.first)


def _as_subject(
    sentence: Sentence, mentions: list[Mention], parts: list[Part], letters: str
) -> Iterator[Link]:
    """ "three people were killed", "12 dead", "thousands fled"; also the first of several that share a predicate."""
    for at, part in enumerate(parts):
        if part.kind != "M":
            continue
        match = PREDICATE.match(letters, at)
        if not match:
            continue
        index = match.start("event")
        event = parts[index].event
        assert event is not None
        aux = match["aux"]
        if re.search(r"mw$", letters[:at]):
            continue  # "orders that would see 106 houses demolished"
        if _is_one_of_the(sentence, mentions[part.mention], parts[index]):
            continue
        if "n" in aux or _intended_passive(letters, match.start("aux"), index):
            continue
        if not _accepts(event, aux, letters, index, sentence, parts):
            continue
        if mentions[part.mention].unknown_noun and not (
            "b" in aux and event.form == "past" and event.measure in ("killed", "wounded")
        ):
            if not (
                event.form in ("state", "past")
                and index == at + 1
                and event.measure in ("killed", "wounded", "detained", "displaced")
            ):
                continue
        if measure := _measure_of(sentence, event, parts[index]):
            yield Link(part.mention, measure, parts[index].first)


def _is_one_of_the(sentence: Sentence, mention: Mention, event: Part) -> bool:
    """ "one of the dead was Omar Saleh": a person, no count."""
    between = sentence.lower[mention.last : event.first]
    return mention.number.value == 1 and between[:1] == ["of"] and event.first - mention.last <= 3 and event.event is not None and event.event.form == "state"  # fmt: skip


def _accepts(event: Event, aux: str, letters: str, index: int, sentence: Sentence, parts: list[Part]) -> bool:
    """Whether an event takes the mention before it as the ones it happened to."""
    if event.form == "subject":
        return True
    if event.form == "state":
        return True
    if event.form == "past":
        if "b" in aux:
            return True
        if "h" in aux:
            # "40,000 have evacuated": nothing after it that could be an object
            return sentence.lower[parts[index].first] in ("evacuated",) and not _is_active(
                parts, letters, index
            )
        return not _is_active(parts, letters, index) and not _has_name_object(sentence, parts, index)
    return False


def _has_name_object(sentence: Sentence, parts: list[Part], index: int) -> bool:
    """ "gunmen killed him", "a soldier shot dead Omar Saleh"."""
    at = parts[index].last
    return at < len(sentence.words) and (
        sentence.lower[at] in ("him", "her", "them", "it", "himself")
        or sentence.lower[at] in ("the", "his", "their")
    )


def _intended_passive(letters: str, first: int, last: int) -> bool:
    """ "12 people to be released", "thousands could be displaced"."""
    run = letters[first:last]
    return "m" in letters[max(0, first - 1) : last] or ("t" in run and "r" not in run and "h" not in run)


def _as_driven(
    sentence: Sentence, mentions: list[Mention], parts: list[Part], letters: str
) -> Iterator[Link]:
    """ "forced thousands to flee", "left 12 people dead"."""
    for match in DRIVEN.finditer(letters):
        event = parts[match.start("event")].event
        if event and event.form in ("subject", "state", "base") and event.measure:
            target = next(part for part in parts[match.start() : match.end()] if part.kind == "M")
            if parts[match.start()].kind == "E" and sentence.lower[parts[match.start()].last - 1] not in (
                "forced",
                "forcing",
            ):
                continue
            yield Link(target.mention, event.measure, parts[match.start("event")].first)


def _as_one_among(
    sentence: Sentence, mentions: list[Mention], parts: list[Part], letters: str
) -> Iterator[Link]:
    """ "among the dead were two children", "among the wounded, two are critical"."""
    for match in AMONG.finditer(letters):
        part = parts[match.start()]
        if part.event and part.event.measure and sentence.lower[part.first] == "among":
            yield Link(parts[match.start("mention")].mention, part.event.measure, part.first)


_TOLL_JOINTS = frozenset("to at of is was stands stood reached reaches reaching passed passing exceeding topping hitting nearing passes exceeded exceeds topped tops hit surpassed surpasses above "
                         "past stands-at crossed neared nearing now".split())  # fmt: skip


def _as_toll(sentence: Sentence, mentions: list[Mention], parts: list[Part], letters: str) -> Iterator[Link]:
    """ "the death toll rose to 12", "bringing the number of those arrested to 40", "bringing to 40 the number of ..."."""
    for at, part in enumerate(parts):
        if part.event is None or part.event.form != "toll":
            continue
        target = _toll_number(sentence, parts, at)
        if target is None:
            continue
        between = [
            p.event.measure
            for p in parts[at : at + 14]
            if p.event and p.event.measure and p.event.measure != "held"
        ]
        measure = part.event.measure if part.event.measure != "killed" or part.event.measure else None
        if part.event.measure is None:
            measure = (
                between[0]
                if between
                else _counted_noun(sentence, part, mentions[target]) or _earlier(parts, at)
            )
        if (
            measure
            and mentions[target].noun is None
            or measure
            and _fits(sentence, mentions[target], measure)
        ):
            yield Link(target, measure, part.first)


def _counted_noun(sentence: Sentence, toll: Part, target: Mention) -> str | None:
    """ "the number of detainees has risen to 6,920": the noun says what is counted."""
    for at in range(toll.last, max(toll.last, target.first)):
        if sentence.lower[at] in COUNTED:
            return COUNTED[sentence.lower[at]]
        if (noun := NOUNS.match(sentence.lower, at)) and noun[1].measure:
            return noun[1].measure
    return None


def _toll_number(sentence: Sentence, parts: list[Part], at: int) -> int | None:
    for back in range(at - 1, max(-1, at - 4), -1):  # "bringing to 40 the number of"
        if (
            parts[back].kind == "M"
            and back
            and sentence.lower[parts[back - 1].first] == "to"
            and "number" in sentence.lower[parts[at].first : parts[at].last]
        ):
            return parts[back].mention
    for ahead in range(at + 1, min(len(parts), at + 22)):
        part = parts[ahead]
        if part.kind in "|s":
            return None
        joint = sentence.lower[parts[ahead - 1].first]
        if part.kind == "M" and (
            joint in _TOLL_JOINTS or sentence.lower[parts[ahead - 1].last - 1] in _TOLL_JOINTS
        ):
            return part.mention
    return None


def _earlier(parts: list[Part], at: int) -> str | None:
    """ "..., bringing the total to 12": what the sentence counted before."""
    for part in reversed(parts[:at]):
        if part.event and part.event.measure and part.event.form != "toll" and part.event.measure != "held":
            return part.event.measure
    return None


def _share(
    sentence: Sentence, mentions: list[Mention], parts: list[Part], letters: str, links: dict[int, Link]
) -> None:
    """Mentions joined to one that has its event, and without an event of their own, share it."""
    for at, part in enumerate(parts):
        if part.kind == "M" and part.mention in links:
            match = NEXT_JOINED.match(letters, at)
            if match:
                _share_with(
                    sentence, mentions, parts, match.start("mention"), part.mention, links, match["after"]
                )
        if part.kind == "E":
            match = GAPPED.match(letters, at)
            owner = next((link for link in links.values() if link.anchor == part.first), None)
            if match and owner:
                target = parts[match.start("mention")].mention
                if mentions[target].is_bare and not mentions[target].indefinite:
                    _share_with(sentence, mentions, parts, match.start("mention"), owner.mention, links, "p")


def _share_with(
    sentence: Sentence,
    mentions: list[Mention],
    parts: list[Part],
    at: int,
    owner: int,
    links: dict[int, Link],
    after: str,
) -> None:
    target = parts[at].mention
    link = links[owner]
    # a plain word after it is likely its own verb: "killed three people and two men opened fire"
    if (
        target in links
        or after in ("w", "b", "h", "m", "g")
        or not _fits(sentence, mentions[target], link.measure)
    ):
        return
    links[target] = Link(target, link.measure, link.anchor, shared=owner)


def _by_noun(sentence: Sentence, mention: Mention) -> str | None:
    """What the noun alone says is counted: airstrikes, rockets, hostages, troops, prisoners, residents."""
    noun = mention.noun
    if noun is None or mention.indefinite:
        return None
    if noun.thing in ("airstrike", "rocket"):
        return noun.thing + "s"
    if noun.measure:
        return noun.measure
    words = sentence.lower
    head = words[mention.last - 1]
    at_least = mention.number.value or mention.number.low or mention.number.high or 0
    if noun.category == "security_forces" and head in ("soldiers", "reservists") and at_least >= 100:
        return "troops"
    if noun.thing == "person" and (head in _RESIDENTS or _dwells(sentence, mention)) and at_least >= 100:
        return "residents"
    return None


def _dwells(sentence: Sentence, mention: Mention) -> bool:
    """ "home to two million people", "housing 700,000 settlers", "17,000 people live in the camp"."""
    before = " ".join(sentence.lower[max(0, mention.first - 5) : mention.first]) + " "
    after = sentence.lower[mention.last : mention.last + 2]
    return bool(_DWELL.search(before)) or bool(after and after[0] in _DWELLING)

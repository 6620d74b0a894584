"""Numbers with their nouns: "at least 12 Palestinians", "a 14-year-old boy", "21", "dozens of houses".

A mention is the part of a sentence that a claim will quote. Whether it counts anything is decided later, by
the event that it takes part in (measures.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.reader.events import COUNTED, EVENTS
from loaders.reader.numbers import SIMPLE, Number, find_numbers
from loaders.reader.people import ARMED, MODIFIERS, NOUNS, PEOPLES, PERSON, QUALIFIERS, SIDES, Noun
from loaders.reader.text import Sentence

LONGEST_NOUN_PHRASE = 7  # words between a number and its noun, with the noun
MOST_UNKNOWN = 3  # words of no vocabulary in a noun phrase
ADULT = 18
LONGEST_APPOSITION = 12  # words

# "15-year-old", "two-month-old"
_AGE = re.compile(r"(?P<age>\d{1,3}|[a-z]+)-(?P<unit>year|month|week|day)s?-olds?")
_OTHERS = frozenset("other others more further additional".split())
_DETERMINERS = frozenset("the his her their its our these those this that".split())
# none of these can stand between a number and its noun
_STOPS = frozenset(
    """
    a about according across after against aged along already also although amid among an and are around
    as at be because been before being earlier between but by can cannot could did do does down during
    far for friday from had has have he her his i if in including into is it its last later may might
    monday near next no nor not now of off on or out over overnight per remain remained remains
    reportedly said saturday say says she should since so still sunday than that the their then there
    these they this though through thursday to today told tomorrow tonight tuesday under until up upon
    was we wednesday were what when where which while who whom whose will with would yesterday ! 's ( )
    , - . / : ; ? — …
    """.split()
)
# "four reported in serious condition", "two fatally": no noun
_SAID_TO_BE = frozenset("believed described fatally listed mortally reported".split())
# "a seventh man" is one of several, not one more
_AT_PLACES = frozenset("around at from in inside near of on outside the".split())
_ORDINALS = frozenset(
    """
    second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth first last
    """.split()
)
# "was one of 12", "makes him one of 12"
_BEFORE_ONE = frozenset("are as be became become been being her him is me them was were".split())
_BEFORE_OBJECT = frozenset("at by for from in near of on to with".split())
# "one of the wounded, a boy of 14, was"
_THE_HARMED = frozenset("arrested dead detained injured killed slain victims wounded".split())
_POSSESSIVES = frozenset("her his their".split())
_DEFINITE = _POSSESSIVES | {"the"}
_DETERMINING = _DEFINITE | {"a", "an", "another"}
_BEING = frozenset("are is was were".split())
_TO_PREDICATE = frozenset("a all also an be believed either its later mostly of said to".split())
# "three were under 18", "five were unarmed"
TOLD_OF_VICTIMS = frozenset("aged armed below under underage unarmed uninvolved younger".split())
_LIMITS_OF_AGE = frozenset(("below", "under"))
_AGE_AND_MORE = frozenset(("above", "over"))
_SPANS = (["day"], ["hour"], ["month"], ["week"], ["year"])
_THEN = (["after"], ["ago"], ["apart"], ["before"], ["earlier"], ["later"])
# "a family of six"
_COLLECTIVES = frozenset("crew family household party squad team".split())
# nouns that more often describe another: "a local reporter", "a minor injury"
_ADJECTIVES = frozenset("adult bedouin captive juvenile local minor national principal".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# what may follow the verb of a headline whose subject it happened to
_AFTER_HEADLINE = frozenset(", after and as at by during in near on over outside when".split())
# "a further people": more than one, whatever the article
_PLURALS = frozenset("children men others people personnel persons police staff troops women".split())
# the group after these tells the side: "members of Hamas"
_GROUP_HEADS = frozenset(
    """
    commander commanders fighter fighters member members operatives soldiers
    """.split()
)
# with an armed group's name they are its fighters: "Hamas men", "members of Islamic Jihad"
_RANK_AND_FILE = frozenset("man member members men".split())
_CELLS = frozenset("cell cells squad wing".split())
# categories that a word before the noun makes more exact: "teenage fighters", "elderly women"
_VAGUE_KINDS = frozenset(("combatants", "people", "women"))
# a participle after a noun: "three men carrying rifles"
_AFTER_NOUN = frozenset("named identified working carrying living".split())
# an adjective, and the kind of people that it tells
_AGE_WORDS = {"elderly": "elderly", "teenage": "children", "civilian": "civilians"}
# "12 of the total were women"
_TOTALS = frozenset("figure number tally toll total".split())
# after a number they say that it is a part: "two of them"
_SUBSETS = (
    ["of", "them"],
    ["of", "whom"],
    ["of", "which"],
    ["of", "those"],
    ["of", "these"],
    ["among", "them"],
)


@dataclass(frozen=True)
class Mention:
    """A number with its noun: words first..last of the sentence (last not included), `at` the number word.

    `noun` is None for a bare number ("120 injured"). `side` None where its own words give none. `other` for
    "others", "another", "more"; `of_them` for "two of them"; `indefinite` for "a soldier"; `own` for "three
    of its members"; `told` is the measure of a participle before the noun ("31 dead militants").
    """

    number: Number
    first: int
    last: int
    noun: Noun | None = None
    side: str | None = None
    category: str | None = None
    qualifier: str | None = None
    told: str | None = None
    other: bool = False
    of_them: bool = False
    indefinite: bool = False
    own: bool = False

    @property
    def at(self) -> int:
        """The number word, counted in words of the sentence."""
        return self.number.at

    @property
    def is_bare(self) -> bool:
        """No noun of its own: "120 injured"."""
        return self.noun is None

    @property
    def unknown_noun(self) -> bool:
        """Its noun is in no vocabulary: "12 bakers"."""
        return self.noun is UNKNOWN


UNKNOWN = Noun("unknown")


@dataclass
class _Phrase:
    """A noun phrase as far as it is read: what its words have told so far."""

    words: Sequence[str]
    begin: int
    at: int
    noun: Noun | None = None
    side: str | None = None
    side_word: int = -1
    category: str | None = None
    qualifier: str | None = None
    told: str | None = None
    other: bool = False
    armed: bool = False
    unknown: list[int] = field(default_factory=list)

    def fill(self, mention: Mention) -> Mention:
        """The mention with what the phrase tells."""
        return replace(
            mention,
            last=max(self.at, mention.last),
            noun=self.noun,
            side=self.side,
            category=self.category,
            qualifier=self.qualifier,
            told=self.told,
            other=self.other or mention.other,
        )


def find_mentions(sentence: Sentence) -> tuple[list[Mention], list[Number]]:
    """The mentions of a sentence, left to right, and the numbers that count nothing (with their reasons)."""
    mentions: list[Mention] = []
    refused: list[Number] = []
    numbers = {number.first: number for number in find_numbers(sentence)}
    words, at = sentence.lower, 0
    while at < len(words):
        number = numbers.get(at)
        if number is not None and number.reason:
            refused.append(number)
            at = number.last
            continue
        mention = _from_number(words, number) if number else _from_article(sentence, numbers, at)
        if mention is None and at == 0:
            mention = _from_headline(sentence)
        if mention and not _names_nobody(words, mention, mentions) and not _is_owner(words, mention):
            mentions.append(mention)
        at = mention.last if mention else at + 1
    return mentions, refused


def _names_nobody(words: Sequence[str], mention: Mention, before: Sequence[Mention]) -> bool:
    """ "cousins of one family"; "two Israelis, a father and son, were": only who the others are."""
    if mention.noun and mention.noun.thing == "family" and mention.number.value == 1:
        return True
    if _is_one_of_many(words, mention) or _is_rate(words, mention.last):
        return True
    if mention.indefinite and before and before[-1].last == mention.first:
        one = before[-1].is_bare and before[-1].number.value == 1 and not before[-1].indefinite
        if before[-1].of_them or one:
            return True  # "one of them a child", "one a child"
    behind = before[-1] if before and before[-1].last == mention.first - 1 else None
    if not mention.indefinite or behind is None or words[mention.first - 1] != ",":
        return False
    if behind.of_them or behind.noun is None or behind.noun.thing != "person":
        return False
    if behind.number.value == 1:  # "one soldier, a sergeant of the reserve, was killed"
        return _ends_apposition(words, mention.last)
    at = mention.last
    if behind.number.value == 2 and words[at : at + 1] == ["and"] and words[at + 1] in _POSSESSIVES:
        at += 3  # "two farmers, a father and his nephew, were"
    return words[at : at + 1] in ([","], ["."], [])


def _is_owner(words: Sequence[str], mention: Mention) -> bool:
    """ "two prisoners' groups", "three soldiers' families": what is theirs is counted, if anything is.

    Not "'two prisoners' were seen", where the sign closes what it opened.
    """
    at = mention.last
    person = mention.noun is not None and mention.noun.thing == "person"
    if not person or list(words[at : at + 1]) != ["'"] or not words[at - 1].endswith("s"):
        return False
    return words[at + 1 : at + 2] != [] and words[at + 1].isalpha() and words[:at].count("'") % 2 == 0


def _ends_apposition(words: Sequence[str], at: int) -> bool:
    """Whether the next comma is followed by the verb of the one who is described."""
    for end in range(at, min(len(words) - 1, at + LONGEST_APPOSITION)):
        if words[end] == ",":
            return words[end + 1] in ("was", "has", "had")
        if words[end] in ("and", ";", ".", "was", "were"):
            return False
    return False


def _is_rate(words: Sequence[str], at: int) -> bool:
    """ "one Palestinian a day", "two people every week"; not "three people a day later"."""
    rate = words[at : at + 1] in (["a"], ["each"], ["every"], ["per"])
    return rate and words[at + 1 : at + 2] in _SPANS and words[at + 2 : at + 3] not in _THEN


def _is_one_of_many(words: Sequence[str], mention: Mention) -> bool:
    """ "he was one of 12 men killed", "which makes her one of thousands": somebody, and no count."""
    at = mention.at
    one = words[at] == "one" and words[at + 1 : at + 2] == ["of"]
    return one and at > 0 and words[at - 1] in _BEFORE_ONE


def predicate_of(words: Sequence[str], at: int) -> Mention | None:
    """The noun phrase behind a form of "to be" at a word: "were Hamas fighters", "were of minors"."""
    if at >= len(words) or words[at] not in _BEING:
        return None
    at += 1
    while at < len(words) and words[at] in _TO_PREDICATE:
        at += 1
    return _with_noun(words, Mention(Number(at, at, at, None, None, None, "vague"), at, at), at)


def is_described(words: Sequence[str], mention: Mention) -> bool:
    """ "five were children", "three were under 18": a bare number, and what kind of people they were."""
    at = mention.last
    if not mention.is_bare or at + 1 >= len(words) or words[at] not in _BEING:
        return False
    told = predicate_of(words, at)
    person = told is not None and told.noun is not None and told.noun.thing == "person"
    kind = (
        person
        and told is not None
        and (told.category != "prisoners" if told.category != "people" else _is_specified(words, at, told))
    )
    if words[at + 1] in _LIMITS_OF_AGE | _AGE_AND_MORE:
        return _is_age(words, at + 2)
    return kind or words[at + 1] in TOLD_OF_VICTIMS


def _is_specified(words: Sequence[str], at: int, told: Mention) -> bool:
    """ "were residents of the camp", "were its members"; not "were people"."""
    return words[told.last : told.last + 1] in (["of"], ["from"]) or not {"its", "their"}.isdisjoint(
        words[at : told.last]
    )


def is_age_limit(words: Sequence[str], at: int) -> bool:
    """ "under 18", "under the age of 18"; not "under arrest"."""
    return words[at] in _LIMITS_OF_AGE and _is_age(words, at + 1)


def _is_age(words: Sequence[str], at: int) -> bool:
    number = at < len(words) and (words[at].isdecimal() or words[at] in SIMPLE)
    return number or list(words[at : at + 2]) == ["the", "age"]


def _from_number(words: Sequence[str], number: Number) -> Mention:
    at = number.last
    mention = Mention(number, number.first, number.last)
    if _is_of_the_total(words, at):
        return replace(mention, last=at + 3, of_them=True)
    if list(words[at : at + 2]) in _SUBSETS:
        subset = replace(mention, last=at + 2, of_them=True)
        kind = at + 3 if words[at + 2 : at + 3] == ["of"] else at + 2  # "12 deaths, two of them of children"
        told = _with_noun(words, subset, kind)
        return told if told and not told.unknown_noun else subset  # "9,000 of them live in a camp"
    if words[at : at + 1] == ["of"] and at + 1 < len(words):
        if number.bound == "vague" or words[at - 1] == "dozen":
            at += 2 if words[at + 1] in _DETERMINERS else 1
        elif words[at + 1] in _DETERMINERS:
            return _of_group(words, mention, at + 1)
    return _with_noun(words, mention, at) or mention


def _is_of_the_total(words: Sequence[str], at: int) -> bool:
    """ "61 of the total died in Jenin"; not "61 of the total population"."""
    total = list(words[at : at + 2]) in (["of", "the"], ["of", "that"]) and words[at + 2 : at + 3]
    return bool(total) and words[at + 2] in _TOTALS and _ends_phrase(words, at + 3)


def _of_group(words: Sequence[str], mention: Mention, at: int) -> Mention:
    """ "one of its staff", "three of the group's members": the words after it tell who.

    Not "3,000 of the camp's ...".
    """
    group = _with_noun(words, mention, at + 1)
    owned = group is not None and words[group.last : group.last + 1] in (["'s"], ["'"])
    if group is not None and owned and (theirs := _with_noun(words, mention, group.last + 1)):
        # "12 of the camp's homes"
        return theirs if theirs.noun and theirs.noun.thing == "structure" else mention
    if group is None or owned or group.noun is None or group.noun.thing != "person":
        return mention
    return replace(group, own=words[at] == "its")


def _from_article(sentence: Sentence, numbers: dict[int, Number], at: int) -> Mention | None:
    """ "a soldier", "another", "a further 12 people": one, or "more" passed on to the number after it."""
    words = sentence.lower
    if words[at] not in ("a", "an", "another"):
        return None
    after = at + 2 if words[at + 1 : at + 2] and words[at + 1] in _OTHERS else at + 1
    number = numbers.get(after)
    if number and not number.reason and (words[at] == "another" or after > at + 1):
        return replace(_from_number(words, number), first=at, other=True)
    if group := _from_group(words, numbers, at):
        return group
    if _is_apposition(sentence, at) or (words[at + 1 : at + 2] and words[at + 1] in _ORDINALS):
        return None
    one = Mention(
        Number(at, at + 1, at, 1, 1, 1, "exact"), at, at + 1, indefinite=True, other=words[at] == "another"
    )
    found = _with_noun(words, one, at + 1)
    if found and found.noun and found.noun.thing == "person" and words[found.last - 1] not in COUNTED:
        return found if words[found.last - 1] not in _PLURALS else _somebody(words, one, at)
    if words[at] == "another" and _stands_alone(words, at + 1):
        return replace(one, indefinite=False)
    return _somebody(words, one, at)


def _from_group(words: Sequence[str], numbers: dict[int, Number], at: int) -> Mention | None:
    """ "a family of six", "an ambulance crew of three": so many people."""
    for of in (at + 2, at + 3):
        number = numbers.get(of + 1)
        if words[of : of + 1] == ["of"] and words[of - 1] in _COLLECTIVES and number and not number.reason:
            kind = NOUNS.match(words, at + 1)
            noun = kind[1] if kind and kind[0] == of and kind[1].thing == "person" else PERSON
            mention = _from_number(words, number)
            return replace(mention, first=at, noun=mention.noun or noun)
    return None


def _from_headline(sentence: Sentence) -> Mention | None:
    """ "Palestinian killed in Nablus", "Man shot dead": one, for headlines have no articles."""
    words = sentence.lower
    if sentence.text.endswith((".", "!", "?", '"', ":", ",")):
        return None
    one = Mention(Number(0, 0, 0, 1, 1, 1, "exact"), 0, 0, indefinite=True)
    found = _with_noun(words, one, 0)
    if found is None or found.noun is None or found.noun.thing != "person" or found.last >= len(words):
        return None
    head = words[found.last - 1]
    if head.endswith("s") or head in _PLURALS:
        return None
    if words[found.last] == "among":
        return found  # "Boy among three killed"
    aged = words[found.last] == "," == "".join(words[found.last + 2 : found.last + 3])
    verb = (
        found.last + 3 if aged and words[found.last + 1].isdecimal() else found.last
    )  # "Soldier, 20, killed"
    event = EVENTS.match(words, verb) if verb < len(words) else None
    if event is None or event[1].form != "past":
        return None
    return found if event[0] == len(words) or words[event[0]] in _AFTER_HEADLINE else None


def _stands_alone(words: Sequence[str], at: int) -> bool:
    """ "wounded another.", "another was shot dead", "another critically hurt": "another" has no noun."""
    return (
        at >= len(words)
        or words[at] in _STOPS
        or words[at].endswith("ly")
        or EVENTS.match(words, at) is not None
    )


def _somebody(words: Sequence[str], one: Mention, at: int) -> Mention | None:
    """ "a producer was wounded": the verb tells that the unknown noun is a person."""
    if at and words[at - 1] in _BEFORE_OBJECT:
        return None  # "a cameraman for a Turkish channel was"
    for last in (at + 2, at + 3):
        nouns = words[at + 1 : last]
        if words[last : last + 1] == ["was"] and all(word.isalpha() and word not in _STOPS for word in nouns):
            known = NOUNS.match(words, last - 1)
            return replace(one, last=last, noun=UNKNOWN) if known is None else None
    return None


def _is_apposition(sentence: Sentence, at: int) -> bool:
    """ "Omar Saleh, a journalist, was wounded": the words after a name tell who that is, and count nobody."""
    if at > 4 and sentence.words[at - 3] == "," and sentence.words[at - 2].isdecimal():
        at -= 2  # "Omar Saleh, 45, a baker, was"
    if at < 3 or sentence.words[at - 1] != ",":
        return False
    first, last = sentence.words[at - 3], sentence.words[at - 2]
    named = first[0].isupper() and last[0].isupper() and last.lower() not in _WEEKDAYS | PEOPLES
    if _is_definite(sentence.lower, at):
        return True
    start = at - 3
    while start > 0 and sentence.words[start - 1][0].isupper():
        start -= 1
    placed = sentence.lower[start] in _AT_PLACES or sentence.lower[max(0, start - 1)] in _AT_PLACES
    return named and not placed  # "In Jenin, a man was"


def _is_definite(words: Sequence[str], at: int) -> bool:
    """ "The suspected gunman, a former guard, was killed": who is told before the comma is not counted.

    Inside a sentence only where the comma behind is followed by a verb, as no list is.
    """
    begin = next((i for i in range(at - 2, max(-1, at - 7), -1) if words[i] in _DETERMINING), -1)
    if begin >= 0 and words[begin] not in _DEFINITE:
        return False  # "The dead included a boy, a nurse"
    if begin > 1 and words[at - 2] in _THE_HARMED and list(words[begin - 2 : begin]) == ["one", "of"]:
        return _ends_apposition(words, at)
    if begin < 0 or NOUNS.match(words, at - 2) is None:
        return False
    return (begin == 0 and at <= 6) or _ends_apposition(words, at)


def _with_noun(words: Sequence[str], mention: Mention, at: int) -> Mention | None:
    """The mention with the noun phrase that begins at a word, or None where there is none."""
    phrase = _Phrase(words, at, at, category=mention.category)
    while phrase.at < len(words) and phrase.at - at < LONGEST_NOUN_PHRASE:
        if noun := _noun_at(words, phrase.at):
            _take_noun(phrase, *noun)
            return phrase.fill(mention)
        if not _take_modifier(phrase, mention):
            break
        if phrase.noun:
            return phrase.fill(mention)
    return _without_noun(phrase, mention)


def _noun_at(words: Sequence[str], at: int) -> tuple[int, Noun] | None:
    """The noun that ends a phrase at a word; none where it describes the next ("police vehicles")."""
    if words[at] in COUNTED:
        return at + 1, Noun("person", measure=COUNTED[words[at]])
    noun = NOUNS.match(words, at)
    if noun is None:
        return None
    end = noun[0]
    if words[at] in _ADJECTIVES and end == at + 1 and not _ends_phrase(words, end):
        return None  # "a local radio station"
    describes = end < len(words) and words[end] not in _STOPS and NOUNS.match(words, end) is not None
    return None if describes and not words[end - 1].endswith("men") else noun


def _take_modifier(phrase: _Phrase, mention: Mention) -> bool:
    """Read one word or phrase before the noun; False where the noun phrase has ended."""
    words, at = phrase.words, phrase.at
    word = words[at]
    if word == "others":
        phrase.other, phrase.at = True, at + 1
        return False
    if word in _OTHERS:
        phrase.other = True
    if (age := age_of(word)) is not None:
        phrase.category = "children" if age < ADULT else phrase.category
        if _ends_phrase(words, at + 1):
            phrase.noun = Noun("person", phrase.category or "people")
    elif side := SIDES.match(words, at):
        phrase.side, phrase.side_word, phrase.at = phrase.side or side[1], side[0] - 1, side[0]
        phrase.armed = phrase.armed or ARMED.match(words, at) is not None
        return True
    elif qualifier := QUALIFIERS.match(words, at):
        phrase.qualifier, phrase.at = qualifier[1], qualifier[0]
        return True
    elif word in _AGE_WORDS:
        phrase.category = _AGE_WORDS[word]
    elif word not in MODIFIERS and word not in ('"', "'"):
        return _take_other_word(phrase, mention)
    phrase.at = at + 1
    return True


def _take_other_word(phrase: _Phrase, mention: Mention) -> bool:
    """A participle that tells of the noun ("120 wounded Palestinians"), else a word of no vocabulary."""
    words, at = phrase.words, phrase.at
    if event := EVENTS.match(words, at):
        if event[1].form == "toll" or not _noun_follows(words, event[0]):  # "a number of gunmen"
            return False
        phrase.told = event[1].measure if event[1].form in ("past", "state") else None
        phrase.at = event[0]
        return True
    word = words[at]
    if word in _STOPS or not word[0].isalpha() or word in SIMPLE or len(phrase.unknown) == MOST_UNKNOWN:
        return False
    if word.endswith("ly") and at + 1 < len(words) and (told := EVENTS.match(words, at + 1)):
        if not _noun_follows(words, told[0]):
            return False  # "600 homes were destroyed and 2,573 partly damaged"
    if mention.indefinite and word.endswith("ed") and phrase.side_word == at - 1:
        return False  # "a Palestinian stabbed three Israelis"
    phrase.unknown.append(at)
    phrase.at = at + 1
    return True


def _take_noun(phrase: _Phrase, last: int, noun: Noun) -> None:
    """The noun, and the words after it that tell whose people they are."""
    words = phrase.words
    last, noun = _with_joined(words, last, noun)
    category = phrase.category if phrase.category and noun.category in _VAGUE_KINDS else noun.category
    side = phrase.side or noun.side
    rank = words[last - 1] in _RANK_AND_FILE
    if rank and (phrase.armed or not _CELLS.isdisjoint(words[last + 1 : last + 5])) and category == "people":
        category = "combatants"  # "three Hamas men", "members of a militant cell"
    if (
        rank
        and category == "people"
        and ("security" in words[last : last + 5] or "forces" in words[last + 1 : last + 4])
        and words[last : last + 1] == ["of"]
    ):
        category = "security_forces"  # "members of the PA's security forces", "members of the forces"
    if side is None and words[last : last + 1] == ["of"] and words[last - 1] in _GROUP_HEADS:
        at = last + 1 + (words[last + 1 : last + 2] == ["the"])
        if at < len(words) and (group := SIDES.match(words, at)):  # "members of Hamas"
            side = group[1]
            if rank and category == "people" and ARMED.match(words, at):
                category = "combatants"
            if words[group[0] : group[0] + 1] in (["forces"], ["security"]):
                category = "security_forces"
    if words[last : last + 2] == ["on", "the"] and last + 2 < len(words):
        named = SIDES.match(words, last + 2)
        if named and words[named[0] : named[0] + 1] == ["side"]:  # "24 people on the Israeli side"
            side = named[1]
    if (
        category == "children"
        and words[last : last + 1] == ["of"]
        and "".join(words[last + 1 : last + 2]).isdecimal()
    ):
        last += 2  # "a boy of 14"
    phrase.at, phrase.noun, phrase.side, phrase.category = last, noun, side, category


def _with_joined(words: Sequence[str], last: int, noun: Noun) -> tuple[int, Noun]:
    """ "six brothers and cousins", "12 homes and shops": two nouns for one count."""
    if words[last : last + 1] not in (["and"], ["or"]) or last + 1 >= len(words):
        return last, noun
    joined = NOUNS.match(words, last + 1)
    if joined is None or joined[1].thing != noun.thing or noun.thing not in ("person", "structure"):
        return last, noun
    if noun.thing == "structure":
        return joined[0], noun
    return joined[0], noun if noun.category == joined[1].category else PERSON


def _without_noun(phrase: _Phrase, mention: Mention) -> Mention | None:
    """A phrase that no noun of the vocabulary ends: "12 Palestinians", "60 more", "12 bakers"."""
    words, at = phrase.words, phrase.at
    people = phrase.side_word
    if (
        people >= 0
        and words[people] in PEOPLES
        and (_ends_phrase(words, people + 1) or words[people].endswith("s"))
    ):
        phrase.at, phrase.noun = people + 1, PERSON
        return phrase.fill(mention)
    if mention.indefinite:
        return None
    if phrase.unknown and all(words[word] in _SAID_TO_BE for word in phrase.unknown):
        return None
    if phrase.unknown:
        phrase.at, phrase.noun = phrase.unknown[-1] + 1, UNKNOWN
        return phrase.fill(mention)
    if phrase.other:
        end = phrase.begin
        while end < at and words[end] in _OTHERS:
            end += 1
        phrase.at = end
        return phrase.fill(mention)
    phrase.at = mention.last
    return phrase.fill(mention) if phrase.side or phrase.category else None


def _ends_phrase(words: Sequence[str], at: int) -> bool:
    if at >= len(words) or words[at] in _STOPS or words[at] in _AFTER_NOUN:
        return True
    if words[at].endswith("ly") and at + 1 < len(words):
        at += 1  # "a 16-year-old critically wounded"
    return not words[at][0].isalpha() or EVENTS.match(words, at) is not None


def _noun_follows(words: Sequence[str], at: int) -> bool:
    """Whether a participle stands before a noun: "120 wounded Palestinians"."""
    if at < len(words) and (side := SIDES.match(words, at)):
        at = side[0]
        if words[at - 1] in PEOPLES and (
            words[at - 1].endswith("s") or at >= len(words) or words[at] in _STOPS
        ):
            return True
    return at < len(words) and words[at] not in _STOPS and NOUNS.match(words, at) is not None


def age_of(word: str) -> int | None:
    """The years in "15-year-old" and "two-year-old"; months, weeks and days are none yet."""
    match = _AGE.fullmatch(word)
    if match is None:
        return None
    years = int(match["age"]) if match["age"].isdecimal() else SIMPLE.get(match["age"], ADULT)
    return years if match["unit"] == "year" else 0

"""Numbers with their nouns: "at least 12 Palestinians", "a 14-year-old boy", "21", "dozens of houses".

A mention is the part of a sentence that a claim will quote. Whether it counts anything is decided later, by the
event that it takes part in (measures.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.reader.events import COUNTED, EVENTS
from loaders.reader.numbers import Number, find_numbers
from loaders.reader.people import MODIFIERS, NOUNS, PEOPLES, QUALIFIERS, SIDES, Noun
from loaders.reader.text import Sentence

LONGEST_NOUN_PHRASE = 6  # words between a number and its noun, with the noun
_AGE = re.compile(r"(\d{1,3})-(?:year|month|week|day)s?-olds?")
_SPELT_AGE = re.compile(r"(?:[a-z]+)-(?:year|month|week|day)-olds?")
_OTHERS = frozenset(("other", "others", "more", "further", "additional"))
_DETERMINERS = frozenset("the his her their its our these those this that".split())
# none of these can stand between a number and its noun
_STOPS = frozenset(
    """in on at to from by with for after before during when while as since and or but who whom which that is are was
    were be been being has have had will would could may might should than if because where near among including , . ;
    : ( ) " — - / ! ? … not no his her their its the a an said say says told it they he she we i also then so far over
    under into across between against about around of out up what under-age later reportedly still already now there
    did does do can cannot nor until though although amid upon off down through per""".split()
)


@dataclass(frozen=True)
class Mention:
    """A number with its noun: words first..last of the sentence (last not included), `at` the number word.

    `side` None where its own words give none; `other` for "others", "another", "more"; `of_them` for "two of them".
    """

    number: Number
    first: int
    last: int
    noun: Noun | None
    side: str | None = None
    category: str | None = None
    qualifier: str | None = None
    other: bool = False
    of_them: bool = False
    indefinite: bool = False
    unknown_noun: bool = False

    @property
    def at(self) -> int:
        """The number word, counted in words of the sentence."""
        return self.number.at

    @property
    def is_bare(self) -> bool:
        """No noun of its own: "120 injured"."""
        return self.noun is None


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
        mention = _from_number(sentence, number) if number else _from_article(sentence, numbers, at)
        if mention:
            mentions.append(mention)
            at = max(mention.last, at + 1)
        else:
            at = number.last if number else at + 1
    return mentions, refused


def _from_number(sentence: Sentence, number: Number) -> Mention:
    words = sentence.lower
    at = number.last
    mention = Mention(number, number.first, number.last, None)
    if words[at : at + 2] in (
        ["of", "them"],
        ["of", "whom"],
        ["of", "those"],
        ["of", "these"],
        ["among", "them"],
    ):
        mention = replace(mention, last=at + 2, of_them=True)
        at += 2
        return _with_noun(sentence, mention, at) or mention
    if at < len(words) and words[at] == "of" and at + 1 < len(words):
        if number.bound == "vague" or words[number.last - 1] == "dozen":
            at += 1
            if words[at : at + 1] and words[at] in _DETERMINERS:
                at += 1
        elif words[at + 1] in _DETERMINERS:
            # "one of its staff", "three of the group's members": the words after it tell who
            group = _with_noun(sentence, mention, at + 2)
            return (
                group
                if group and group.noun and group.noun.thing == "person" and not _is_whole(words, group)
                else mention
            )
    return _with_noun(sentence, mention, at) or mention


def _is_whole(words: list[str], group: Mention) -> bool:
    """Whether the noun after "of the" has a number or an owner of its own: "3,000 of the residents' 5,000 homes"."""
    return words[group.last : group.last + 1] in (["'s"], ["'"])


def _from_article(sentence: Sentence, numbers: dict[int, Number], at: int) -> Mention | None:
    """ "a soldier", "another", "a further 12 people": counts one, or passes "more" on to the number after it."""
    words = sentence.lower
    if words[at] not in ("a", "an", "another"):
        return None
    after = at + 1
    if after < len(words) and words[after] in ("further", "additional", "other"):
        after += 1
    if (number := numbers.get(after)) and not number.reason and (words[at] == "another" or after > at + 1):
        mention = _from_number(sentence, number)
        return replace(mention, first=at, other=True)
    if _is_apposition(sentence, at) or (words[at + 1 : at + 2] and words[at + 1] in ORDINALS):
        return None
    one = Number(at, at + 1, at, 1, 1, 1, "exact")
    found = _with_noun(
        sentence, Mention(one, at, at + 1, None, indefinite=True, other=words[at] == "another"), at + 1
    )
    if found and found.noun and not found.unknown_noun:
        plural = sentence.lower[found.last - 1] in ("people", "men", "women", "children", "troops")
        return (
            None if plural or found.noun.thing not in ("person",) or found.noun.measure == "killed" else found
        )
    if words[at] == "another" and _is_event_or_end(words, at + 1):
        return Mention(one, at, at + 1, None, other=True)
    return None


def _is_apposition(sentence: Sentence, at: int) -> bool:
    """ "Omar Saleh, a journalist, was wounded": the words after a name tell who that is, and count nobody."""
    if at < 3 or sentence.words[at - 1] != ",":
        return False
    first, last = sentence.words[at - 3], sentence.words[at - 2]
    named = first[0].isupper() and last[0].isupper() and last.lower() not in _WEEKDAYS
    start = at - 3
    while start > 0 and sentence.words[start - 1][0].isupper():
        start -= 1
    return named and (
        start == 0 or sentence.lower[start - 1] not in ("in", "at", "on", "near", "from", "of", "the")
    )


# "a seventh man" is one of several, not one more
ORDINALS = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth first last".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _is_event_or_end(words: list[str], at: int) -> bool:
    """ "wounded another.", "another was shot dead": "another" stands alone."""
    return at >= len(words) or words[at] in _STOPS or EVENTS.match(words, at) is not None


def _with_noun(sentence: Sentence, mention: Mention, at: int) -> Mention | None:
    """The mention with the noun phrase that begins at a word, or None where there is no noun."""
    words = sentence.lower
    side: str | None = None
    side_word = -1
    category: str | None = None
    qualifier: str | None = None
    other = mention.other
    unknown = 0
    begin = at
    while at < len(words) and at - begin < LONGEST_NOUN_PHRASE:
        word = words[at]
        if word in ('"', "'"):  # two "terrorists"
            at += 1
            continue
        if word in ("more", "other", "others", "further", "additional"):
            other = True
            if word == "others":
                return replace(mention, last=at + 1, noun=None, side=side, other=True, qualifier=qualifier)
        noun = NOUNS.match(words, at)
        if noun and not _is_modifier(sentence, noun[0], at):
            return _complete(sentence, mention, noun, side, category, qualifier, other)
        if word in COUNTED:
            return replace(
                mention, last=at + 1, noun=Noun("person", measure=COUNTED[word]), side=side, other=other
            )
        if age := _age_of(word):
            category = "children" if age < 18 else category
            at += 1
            if _ends_phrase(words, at) and (mention.indefinite or mention.number):
                return replace(
                    mention,
                    last=at,
                    noun=Noun("person", category or "people"),
                    side=side,
                    category=category,
                    other=other,
                )
            continue
        if hit := SIDES.match(words, at):
            side, side_word, at = side or hit[1], at, hit[0]
            continue
        if hit := QUALIFIERS.match(words, at):
            qualifier, at = hit[1], hit[0]
            continue
        if word in ("elderly", "teenage", "civilian", "pregnant"):
            category = {"elderly": "elderly", "teenage": "children", "civilian": "civilians"}.get(
                word, category
            )
        elif word not in MODIFIERS:
            event = EVENTS.match(words, at)
            if event and not _noun_follows(sentence, event[0]):
                break
            if event:
                at = event[0]
                continue
            if word in _STOPS or not word[0].isalpha():
                break
            unknown += 1
            if unknown > 3:
                break
        at += 1
    return _without_noun(sentence, mention, at, begin, side, side_word, category, other, qualifier, unknown)


def _without_noun(
    sentence: Sentence,
    mention: Mention,
    at: int,
    begin: int,
    side: str | None,
    side_word: int,
    category: str | None,
    other: bool,
    qualifier: str | None,
    unknown: int,
) -> Mention | None:
    """A phrase that no noun of the vocabulary ends: "12 Palestinians", "60 more", "12 bakers"."""
    words = sentence.lower
    if side_word >= 0 and words[side_word] in PEOPLES and (unknown == 0 or at > side_word):
        if _ends_phrase(words, side_word + 1) or words[side_word].endswith("s"):
            return replace(
                mention, last=side_word + 1, noun=Noun("person"), side=side, category=category, other=other
            )
    if mention.indefinite:
        return None
    if unknown and at > begin:
        last = at
        while last > begin and words[last - 1] in _STOPS:
            last -= 1
        return replace(
            mention,
            last=last,
            noun=Noun("unknown"),
            side=side,
            category=category,
            other=other,
            unknown_noun=True,
        )
    if at > begin and other:
        end = begin
        while end < at and words[end] in _OTHERS:
            end += 1
        return replace(mention, last=end, other=True, qualifier=qualifier)
    return replace(mention, other=other, side=side, category=category) if (side or category) else None


def _complete(
    sentence: Sentence,
    mention: Mention,
    hit: tuple[int, Noun],
    side: str | None,
    category: str | None,
    qualifier: str | None,
    other: bool,
) -> Mention:
    last, noun = hit
    words = sentence.lower
    side = side or noun.side
    kind = category if category and noun.category in ("people", "women", "combatants") else noun.category
    # "members of Hamas", "24 people on the Israeli side"
    if side is None and words[last : last + 1] == ["of"]:
        at = last + 1 + (words[last + 1 : last + 2] == ["the"])
        if (
            at < len(words)
            and words[last - 1]
            in (
                "members",
                "member",
                "fighters",
                "operatives",
                "commanders",
                "soldiers",
                "commander",
                "fighter",
            )
            and (found := SIDES.match(words, at))
        ):
            side = found[1]
            after = words[found[0]] if found[0] < len(words) else ""
            if after in ("forces", "security"):
                kind = "security_forces"
    if (
        words[last : last + 2] == ["on", "the"]
        and (found := SIDES.match(words, last + 2))
        and words[found[0] : found[0] + 1] == ["side"]
    ):
        side = found[1]
    if (
        words[last : last + 1] == ["of"]
        and words[last + 1 : last + 2]
        and words[last + 1].isdecimal()
        and kind in ("children",)
    ):
        last += 2  # "a boy of 14"
    return replace(mention, last=last, noun=noun, side=side, category=kind, qualifier=qualifier, other=other)


def _is_modifier(sentence: Sentence, end: int, at: int) -> bool:
    """Whether the noun at a word only describes the next one: "police" in "police vehicles", "home" in "home owners"."""
    words = sentence.lower
    if end >= len(words) or words[end] in _STOPS:
        return False
    following = NOUNS.match(words, end)
    return bool(following) and not words[end - 1].endswith("men")


def _ends_phrase(words: list[str], at: int) -> bool:
    if at >= len(words) or words[at] in _STOPS:
        return True
    return (
        not words[at][0].isalpha()
        or EVENTS.match(words, at) is not None
        or words[at] in ("named", "identified", "working", "carrying", "living")
    )


def _noun_follows(sentence: Sentence, at: int) -> bool:
    """Whether a participle stands before a noun: "120 wounded Palestinians"."""
    words = sentence.lower
    if at >= len(words) or words[at] in _STOPS:
        return False
    hit = SIDES.match(words, at)
    if hit:
        at = hit[0]
        if words[at - 1] in PEOPLES and (at >= len(words) or words[at] in _STOPS):
            return True
    return at < len(words) and NOUNS.match(words, at) is not None


def _age_of(word: str) -> int | None:
    if match := _AGE.fullmatch(word):
        return int(match[1]) if "year" in word else 0
    return (
        0 if _SPELT_AGE.fullmatch(word) and "year" not in word else 30 if _SPELT_AGE.fullmatch(word) else None
    )

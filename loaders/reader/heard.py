"""Who has spoken so far in a text, and whom "it", "the ministry" or "Saleh" goes back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.reader.lexicon import listed
from loaders.reader.names import kinds
from loaders.reader.people import ARMED
from loaders.reader.text import split_words
from loaders.reader.unlisted import DETERMINERS, PRONOUNS, ROLES, TITLES, is_person

# what a speaker of a kind is called for short; a role that is not here can be anybody who has just spoken
_KINDS_OF_ROLE = {
    "agency": ("agency", "aid", "un", "government"),
    "broadcaster": ("agency",),
    "channel": ("agency",),
    "charity": ("aid",),
    "group": ("group", "aid", "un"),
    "ministry": ("ministry",),
    "movement": ("group",),
    "network": ("agency",),
    "news agency": ("agency",),
    "news outlet": ("agency",),
    "newspaper": ("agency",),
    "office": ("un", "government"),
    "organisation": ("aid", "group", "un"),
    "organization": ("aid", "group", "un"),
    "aid group": ("aid",),
    "aid agency": ("aid", "un"),
    "service": ("aid", "government"),
    "society": ("aid", "group"),
}
_WHOSE = frozenset("human israeli local palestinian".split())
_ARMED_GROUPS = frozenset(listed("armed group, islamist group, militant group, resistance group"))
_PERSONAL = frozenset(("he", "she", "him", "her", "his"))
# what one person is called, and what a body is
_OF_ONE = TITLES | set(
    """
    chairman chairwoman chief commander coordinator director doctor head leader manager official
    representative secretary
    """.split()
)
BODIES = frozenset(
    """
    agency army association authority body charity club commission committee council forces governorate group
    hospital military ministry movement municipality network office organisation organization party police
    service society union
    """.split()
)
# in "the governor of Jenin" the head is the governor
_ENDS_HEAD = frozenset(
    """
    at based behind by did for from has have he in it near of on over that to was were where which who whose
    with without
    """.split()
)
_NO_HEADS = DETERMINERS | PRONOUNS | frozenset("( ) , - — \" ' : ;".split())
MOST_HEARD = 30
"""So many speakers are remembered: a text is read in a time that grows with its length alone."""
MOST_HEADS = 40  # of one speaker


@dataclass(frozen=True)
class Speaker:
    """A speaker that a text has introduced.

    `heads` are the nouns that it can be called by from then on: of "the mayor of Jenin, Omar Saleh," these
    are "mayor" and "saleh". `spoke` is False where it has only been named.
    """

    name: str
    heads: frozenset[str]
    spoke: bool

    @property
    def kind(self) -> str | None:
        """Its kind, where it is listed."""
        return kinds().get(self.name)

    @property
    def is_person(self) -> bool:
        """Whether it is one person, by name or by post: no "it", and no agency."""
        if self.kind is not None or self.name.split()[-1].lower() in BODIES:
            return False  # "Media Committee"
        return bool(_OF_ONE & self.heads) or (" " in self.name and is_person(self.name.split()))

    @property
    def is_body(self) -> bool:
        """Whether it was introduced as a body, with nobody who speaks for it: no "he"."""
        return not self.is_person and bool(BODIES & self.heads) and not _OF_ONE & self.heads

    @property
    def is_armed(self) -> bool:
        """Whether it is an armed group."""
        return ARMED.match(split_words(self.name), 0) is not None

    def can_be(self, role: str, noun: str) -> bool:
        """Whether "the rights group" can be this speaker: by its own words, or by its kind."""
        if role in _ARMED_GROUPS:
            return self.is_armed
        if role == noun and noun in self.heads:
            return not (self.is_person and noun in BODIES)
        if self.kind not in _KINDS_OF_ROLE.get(role, ()) or self.name.islower():
            return False  # "medics" are no organisation
        return role == noun or not self.is_armed


@dataclass(frozen=True)
class Heard:
    """The speakers introduced so far, each once; those who were introduced last stand last."""

    speakers: tuple[Speaker, ...] = ()
    last: Speaker | None = None  # who spoke last

    def after(self, name: str, printed: Sequence[str], spoke: bool = True) -> Heard:
        """What is known once a speaker has been introduced with these words."""
        before = self.find(name)
        heads = heads_of(printed) | _own_heads(name)
        if before and len(before.heads) < MOST_HEADS:
            heads |= before.heads
        speaker = Speaker(name, heads, spoke or (before is not None and before.spoke))
        others = [other for other in self.speakers if other.name != name]
        return Heard((*others, speaker)[-MOST_HEARD:], speaker if spoke else self.last)

    def find(self, name: str) -> Speaker | None:
        """What is known of a speaker by its name."""
        return next((speaker for speaker in self.speakers if speaker.name == name), None)

    def with_last(self, name: str) -> Heard:
        """The same, had this one spoken last."""
        return replace(self, last=self.find(name) or Speaker(name, _own_heads(name), True))

    def referent(self, subject: Sequence[str]) -> str | None:
        """Whom a subject as printed goes back to: "it", "the group", "Saleh"; None where to nobody."""
        words = [word.lower() for word in subject]
        if not words:
            return None
        if words[-1] in PRONOUNS:
            found = self._of_pronoun(words[-1])
        elif words[0] in ("the", "a", "an") or words[-1] in ROLES:
            found = self._of_role(words)
        elif subject[-1][0].isupper() and (len(subject) == 1 or (len(subject) == 2 and words[0] in TITLES)):
            found = next((one for one in self._back() if words[-1] in one.heads), None)
        else:
            found = None
        return found.name if found else None

    def opening(self, words: Sequence[str]) -> str | None:
        """Whom "the ministry" that opens a sentence goes back to, whatever it does there."""
        if len(words) < 3 or words[0] != "the" or words[1] not in BODIES or words[2] in ("'s", "of"):
            return None
        return next((one.name for one in self._back() if one.can_be(words[1], words[1])), None)

    def named_for_short(self, name: str, noun: str, kind: str | None) -> str | None:
        """Whom "the army" or "the rights group" goes back to but its own name: by its words, or its kind."""
        return next(
            (
                one.name
                for one in self._back()
                if one.name != name
                and (
                    (noun in one.heads and not one.is_person)
                    or (kind is not None and kind == one.kind and not one.is_armed)
                )
            ),
            None,
        )

    def _back(self) -> Iterator[Speaker]:
        """Who spoke last, then the others, backwards."""
        if self.last:
            yield self.last
        yield from reversed(self.speakers)

    def _of_pronoun(self, word: str) -> Speaker | None:
        spoken = [one for one in self._back() if one.spoke]
        if word == "it":
            return next((one for one in spoken if not one.is_person), None)
        if word in _PERSONAL:
            return next((one for one in spoken if not one.is_body), self.last)
        return self.last

    def _of_role(self, words: Sequence[str]) -> Speaker | None:
        """ "The group", "a spokesman"; "the ministry" is only one that is a ministry."""
        if words[0] in ("her", "his"):
            return self._of_pronoun(words[0])  # "her organisation recorded 12"
        noun = words[-1]
        role = " ".join(word for word in words if not _tells_little(word))
        anybody = self.last if len(words) <= 2 and noun in ROLES and self._can_be_anybody(noun) else None
        if words[0] in ("a", "an"):
            return anybody
        fitting = [one for one in self._back() if one.can_be(role, noun)]
        if fitting and fitting[0] == self.last:
            return self.last
        by_words = next((one for one in fitting if noun in one.heads), None)
        return by_words or anybody or next(iter(fitting), None)

    def _can_be_anybody(self, noun: str) -> bool:
        """Whether a role that tells nothing of its kind can be who spoke last."""
        if self.last is None or (self.last.is_person and noun in BODIES):
            return False
        if noun == "ministry":
            return "ministry" in self.last.name.lower()
        return self.last.kind is None or noun not in _KINDS_OF_ROLE


def _tells_little(word: str) -> bool:
    """Whether a word makes a role no other one: "the", "London-based", "Palestinian"."""
    return word in DETERMINERS or word in _WHOSE or word.endswith("-based")


NOBODY = Heard()


@lru_cache(maxsize=512)
def _own_heads(name: str) -> frozenset[str]:
    return heads_of(split_words(name))


def heads_of(printed: Sequence[str]) -> frozenset[str]:
    """The nouns that name a speaker in the words that introduce it, in lower case."""
    heads: set[str] = set()
    segment: list[str] = []
    for word in (*printed, ","):
        if word != ",":
            segment.append(word)
            continue
        heads.update(_heads_of_segment(segment))
        segment = []
    return frozenset(heads)


def _heads_of_segment(words: Sequence[str]) -> Iterator[str]:
    """Of "army spokesman Omar Saleh" both nouns that can stand for him, "spokesman" and "saleh"."""
    end = next((at for at, word in enumerate(words) if word.lower() in _ENDS_HEAD), len(words))
    named = [word for word in words[:end] if word.lower() not in _NO_HEADS and word != "'s"]
    for at, word in enumerate(named):
        last = at == len(named) - 1
        before_name = not last and word[0].islower() and named[at + 1][0].isupper()
        if last or before_name or word.lower() in TITLES:
            yield word.lower()

"""A sentence as a string of one letter a part, over which small grammars can be written.

`M` is a mention (a number with its noun), `E` a word for an event; the other letters are the small words
between them. "Three people were killed in Jenin" is `MbEpw`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from loaders.reader.events import EVENTS, Event
from loaders.reader.mentions import Mention
from loaders.reader.text import Sentence

# the letter of a part, and its words; of a word that is listed twice the first letter counts
KINDS = {
    # being
    "b": """
        am are be became become becomes been being got is remain remained remaining remains stay stayed
        was were
        """,
    # having
    "h": "had has have having",
    # modal verbs: what has not happened yet
    "m": "can cannot could couldn't may might must shall should will would wouldn't",
    # to
    "t": "to",
    # negation
    "n": "didn't hasn't haven't neither never no nobody none nor not wasn't weren't without zero",
    # adverbs, which change nothing; so do words that end in -ly
    "a": """
        afternoon again all allegedly alone already also altogether apparently both early either even
        evening ever far finally friday here immediately initially instantly just late later meanwhile
        monday morning night now only overnight previously reportedly saturday separately so still
        subsequently sunday then there thursday today together tonight tuesday wednesday yesterday
        """,
    # prepositions
    "p": """
        aboard about above across against along amid among around at behind beneath beside between by
        despite during east following for from in inside into near north of off on onto outside over per
        since south through throughout toward towards under upon via west with within
        """,
    # joints
    "c": "and or plus &",
    # words that begin a clause
    "s": """
        after although as because before but if once than though unless until when where whereas whether
        while
        """,
    # relative words
    "k": "that which who whom whose",
    # words before a part
    "i": "include included includes including",
    # determiners
    "d": "a an another her his its my our the their these this those your",
    # "were reported killed": said to have happened
    "r": """
        alleged believed confirmed considered declared deemed estimated expected feared found known
        listed presumed reported said seen thought understood
        """,
    # verbs that drive people: "forced thousands to flee"
    "g": """
        caused causes causing compelled compelling driving drove forced forcing leave leaves leaving led
        left making obliged prompted prompting prompts pushed pushing send sending sent
        """,
    # verbs of saying
    "v": "added adds announced claimed claims noted say says stated tells told wrote",
    # words before a name or an age
    "z": "aged identified named",
    # words before a breakdown
    "y": "comprising numbering representing totaling totalling",
}
_KIND_OF = {word: kind for kind, words in reversed(KINDS.items()) for word in words.split()}
_SIGNS = {",": ",", "(": "(", ")": ")", **dict.fromkeys("-—;:?!…", "|")}
_HAVING = frozenset("had has have".split())
# these begin a part, as "including" does
_SUBSETS = (
    ["such", "as"],
    ["among", "them"],
    ["among", "whom"],
    ["of", "whom"],
    ["of", "which"],
    ["of", "them"],
)


@dataclass(frozen=True)
class Part:
    """One letter: the words first..last (last not included), and the mention's index or the event."""

    kind: str
    first: int
    last: int
    mention: int = -1
    event: Event | None = None


@dataclass(frozen=True)
class Outline:
    """A sentence, its mentions, and its parts in order."""

    sentence: Sentence
    mentions: list[Mention]
    parts: list[Part]

    @cached_property
    def letters(self) -> str:
        """One letter a part."""
        return "".join(part.kind for part in self.parts)

    def words(self, part: Part) -> list[str]:
        """The words of a part, in lower case."""
        return self.sentence.lower[part.first : part.last]

    def last_word(self, at: int) -> str:
        """The last word of the part at a position, in lower case."""
        return self.sentence.lower[self.parts[at].last - 1]

    def mention(self, at: int) -> Mention:
        """The mention that the part at a position stands for."""
        return self.mentions[self.parts[at].mention]


def outline(sentence: Sentence, mentions: list[Mention]) -> Outline:
    """The outline of a sentence whose mentions are known. Quotation marks are left out."""
    words, parts, at = sentence.lower, list[Part](), 0
    starts = {mention.first: index for index, mention in enumerate(mentions)}
    while at < len(words):
        if (index := starts.get(at)) is not None:
            part = Part("M", at, mentions[index].last, mention=index)
        elif words[at : at + 3] == ["as", "well", "as"]:
            part = Part("c", at, at + 3)
        elif words[at : at + 2] in _SUBSETS:
            part = Part("i", at, at + 2)
        elif (hit := EVENTS.match(words, at)) and not any(inner in starts for inner in range(at + 1, hit[0])):
            part = Part("E", at, hit[0], event=hit[1])
        else:
            month = sentence.words[at] == "May"  # and no modal verb
            part = Part("w" if month else _letter(words, at), at, at + 1)
        if part.kind != "q":
            parts.append(part)
        at = part.last
    return Outline(sentence, mentions, parts)


def _letter(words: list[str], at: int) -> str:
    word = words[at]
    if word == "since" and _is_adverb(words, at):
        return "a"
    if word in ('"', "'"):
        return "q"
    if word == ".":
        return "|" if at in (0, len(words) - 1) else "w"  # "Sept. 3" inside a sentence
    if sign := _SIGNS.get(word):
        return sign
    return _KIND_OF.get(word) or ("a" if word.endswith("ly") and len(word) > 4 else "w")


def _is_adverb(words: list[str], at: int) -> bool:
    """ "have since been killed", "had since fled"; not "have since June"."""
    perfect = at > 0 and words[at - 1] in _HAVING
    return perfect and (words[at + 1 : at + 2] == ["been"] or EVENTS.match(words, at + 1) is not None)

"""A sentence as a string of one letter a part, over which small grammars can be written.

`M` is a mention (a number with its noun), `E` a word for an event; the other letters are the small words between them.
"Three people were killed in Jenin" is `MbEpw`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from loaders.reader.events import EVENTS, Event
from loaders.reader.mentions import Mention
from loaders.reader.text import Sentence

KINDS = {
    "b": "is are was were be been being am got remain remains remained remaining became become becomes stay stayed",
    "h": "has have had having",
    "m": "will would could may might should can must shall cannot couldn't wouldn't",
    "t": "to",
    "n": "no not never none nobody without neither nor n't wasn't weren't haven't hasn't didn't zero",
    "a": """also already then later subsequently reportedly still now so far finally initially previously separately
        overnight early late yesterday today tonight meanwhile just again both all monday tuesday wednesday thursday
        friday saturday sunday instantly immediately alone together either ever only even altogether apparently
        allegedly morning evening afternoon night there here""",
    "p": """in at on by near from of with for during around across inside outside between among amid under over into
        onto through throughout within against about along behind off above beside toward towards via per despite since
        following upon north south east west""",
    "c": "and or & plus",
    "s": """after as when while because before if although though until where whereas once than but unless whether""",
    "k": "who whom whose which that",
    "i": "including includes included include",
    "d": "the a an his her their its our this these those my your another",
    "r": """believed reported feared confirmed said known thought presumed declared understood estimated deemed
        considered listed found alleged expected""",
    "g": """forced forcing sent sending driving drove prompted prompting caused causing pushed pushing led compelled
        compelling obliged making send causes prompts leaves left leaving leave""",
    "v": "says say told tells announced claims claimed adds added stated noted wrote",
    "z": "named identified aged",
    "y": "comprising totalling totaling representing numbering",
}
_KIND_OF = {word: kind for kind, words in reversed(KINDS.items()) for word in words.split()}
_SIGNS = {",": ",", "(": "(", ")": ")", **dict.fromkeys("-—;:?!…", "|")}
_SUBSETS = (["among", "them"], ["among", "whom"], ["of", "whom"], ["of", "which"], ["of", "them"])


@dataclass(frozen=True)
class Part:
    """One letter of the outline: the words first..last (last not included), and the mention's index or the event."""

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
        elif words[at : at + 2] in _SUBSETS:
            part = Part("i", at, at + 2)
        elif (hit := EVENTS.match(words, at)) and not any(inner in starts for inner in range(at + 1, hit[0])):
            part = Part("E", at, hit[0], event=hit[1])
        else:
            part = Part(_letter(words, at), at, at + 1)
        if part.kind != "q":
            parts.append(part)
        at = part.last
    return Outline(sentence, mentions, parts)


def _letter(words: list[str], at: int) -> str:
    word = words[at]
    if word in ('"', "'"):
        return "q"
    if word == ".":
        return "|" if at in (0, len(words) - 1) else "w"  # "Sept. 3" inside a sentence
    if sign := _SIGNS.get(word):
        return sign
    return _KIND_OF.get(word) or ("a" if word.endswith("ly") and len(word) > 4 else "w")

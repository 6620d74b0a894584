"""Events that a sentence names without saying that they happened: denied, planned, all but happened."""

from __future__ import annotations

import re

from loaders.reader.links import Link
from loaders.reader.outline import Outline

_DENIAL_REACH = 12  # words before a figure in which it may be denied
# "denied that 12 people had been killed"; behind one of the others something else is denied
_DENYING = frozenset("contrary denied denies deny denying despite".split())
_END_OF_DENIAL = frozenset(
    """
    added after as but by for gave in insisted maintained put said saying told when where which while who
    , ; :
    """.split()
)
# "reports that 12 people had been killed were false"
_FALSE = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?) (?:of|that) [^;]{1,120}? "
    r"(?:are|is|was|were|proved|proved to be|turned out to be) "
    r"(?:baseless|fabricated|false|incorrect|unfounded|untrue|wrong)\b"
)
_FALSE_WORDS = frozenset("baseless fabricated false incorrect unfounded untrue wrong".split())
# "whether five people were killed"; "whether the five killed were fighters" takes it that they were
_OPEN = frozenset(("if", "whether"))
# "were nearly killed"
_BARELY_NOT = frozenset(("almost", "nearly"))
# "froze the demolition of 12 homes", "the demolition of 12 homes was approved"
_SHELVING = frozenset(
    """
    approve approved approves authorised authorized ban banned block blocked delayed freezes froze halt
    halted halting ordered ordering orders plan planned plans postponed prevent prevented stop stopped
    suspended suspends upheld
    """.split()
)
_SHELVED = frozenset(
    """
    approved authorised authorized banned blocked delayed frozen halted ordered planned postponed
    prevented stopped suspended
    """.split()
)
_PLANNABLE = frozenset(("displaced", "structures"))
_SHELVED_REACH = 8  # words behind a figure in which "was halted" follows
# "interviewed 12 of the displaced": whoever was heard, and not whoever was displaced
_INTERVIEWING = frozenset("interviewed interviewing interviews polled surveyed".split())
_SPEAKING = frozenset("speaking spoke spoken talked talking".split())
_INTERVIEWED = re.compile(r"(?:have been |had been |was |were )?(?:also )?(?:interviewed|polled|surveyed)\b")
# one of these is in every sentence that names an event of this kind
_SIGNS = _DENYING | _FALSE_WORDS | _OPEN | _BARELY_NOT | _SHELVING | _SHELVED | _INTERVIEWING | _SPEAKING


def may_be_unreal(line: Outline) -> bool:
    """Whether a sentence has any word of a denial, a plan or a doubt; most have none."""
    return not _SIGNS.isdisjoint(line.sentence.lower)


def is_unreal(line: Outline, link: Link) -> bool:
    """Whether what a mention counts is denied, in doubt, only planned, or all but happened."""
    words, mention = line.sentence.lower, line.mentions[link.mention]
    if words[link.anchor - 1] in _BARELY_NOT and link.anchor > mention.first:
        return True
    if words[mention.first - 1] in _OPEN and mention.first > 0:
        return True
    return (
        _is_interviewed(line, link)
        or _is_denied(line, link)
        or _is_false(line, link)
        or _is_shelved(line, link)
    )


def _is_interviewed(line: Outline, link: Link) -> bool:
    """ "interviewed 12 of the displaced", "spoke to three of the wounded", "12 evacuees were polled"."""
    words, mention = line.sentence.lower, line.mentions[link.mention]
    before = words[max(0, mention.first - 3) : mention.first]
    spoken = bool(before) and before[-1] in ("to", "with") and not _SPEAKING.isdisjoint(before)
    behind = max(mention.last, link.anchor + 1)
    heard = _INTERVIEWED.match(" ".join(words[behind : behind + 5])) is not None
    return spoken or heard or not _INTERVIEWING.isdisjoint(before[-1:])


def _is_denied(line: Outline, link: Link) -> bool:
    """ "denied that 12 people had been killed": not the 12 killed in a raid whose blame is denied."""
    words = line.sentence.lower
    first = min(line.mentions[link.mention].first, link.anchor)
    before = words[max(0, first - _DENIAL_REACH) : first]
    last = next((word for word in reversed(before) if word in _DENYING or word in _END_OF_DENIAL), "")
    return last in _DENYING


def _is_false(line: Outline, link: Link) -> bool:
    """ "reports of 12 deaths were false"."""
    sentence = line.sentence
    if _FALSE_WORDS.isdisjoint(sentence.lower):
        return False
    at = sentence.span(line.mentions[link.mention].at, line.mentions[link.mention].at + 1)[0] - sentence.start
    return any(match.start() < at < match.end() for match in _FALSE.finditer(sentence.lower_text))


def _is_shelved(line: Outline, link: Link) -> bool:
    """ "a court froze the demolition of 12 homes", "the eviction of 12 families was halted"."""
    words, mention = line.sentence.lower, line.mentions[link.mention]
    if link.measure not in _PLANNABLE or link.anchor > mention.first or words[mention.first - 1] != "of":
        return False
    before = words[max(0, link.anchor - 2) : link.anchor]
    behind = words[mention.last : mention.last + _SHELVED_REACH]
    verb = next((at for at, word in enumerate(behind) if word in ("been", "was", "were")), None)
    shelved = verb is not None and verb + 1 < len(behind) and behind[verb + 1] in _SHELVED
    return shelved or not _SHELVING.isdisjoint(before)

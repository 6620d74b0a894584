"""Whether a statement goes on behind a semicolon: "12 died, the UN said; another five were hurt".

A clause that counts on is the speaker's. One that stands alone is the reporter's, as the next sentence is:
"The UN said 12 died; in Tubas 40 families fled", "the ministry said 12 died; the army arrested five men".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.reader.names import find_names, kinds
from loaders.reader.numbers import SIMPLE
from loaders.reader.text import Sentence

# what may stand before the number that opens a clause: "and at least another five", "the other six"
_BEFORE_COUNT = frozenset(
    """
    " a about additional all almost an and another around as at but estimated further just least many more
    nearly of only other over roughly some than the up to
    """.split()
)
_VAGUE = frozenset("dozen dozens hundred hundreds scores thousand thousands".split())
_DIGITS = re.compile(r"\d[\d,. ]*")
# a count with a time of its own is no more about what happened: "...; 90 people have died since January"
_OF_ANOTHER_TIME = re.compile(r"since|(?:19|20)\d\d")
# they open a part of the count before: "among the dead were two boys"
_PARTS = frozenset("among both half including most none of".split())
# a clause with one of these goes on with what its speaker told
_GOING_BACK = frozenset("he her his it its she their them they those whom".split())
_MORE = frozenset("another more other others".split())
_AFTER_BARE = frozenset(". , ; died had have was were".split())  # a number without a noun
# who acts for a speaker of a kind: "the army said its jets struck; troops arrested five men"
_OWN_PEOPLE = {
    "military": frozenset("commandos forces soldiers troops".split()),
    "police": frozenset("forces officers".split()),
    "aid": frozenset("ambulances crews doctors medics paramedics teams volunteers".split()),
    "hospital": frozenset("doctors surgeons".split()),
}
_ANAPHORA_REACH = 4  # words behind a number: "fewer than 50 of them"
_ADJECTIVES = 2  # before the noun of a subject: "the Israeli soldiers"


def counts_on(words: Sequence[str], semicolon: int) -> bool:
    """Whether the clause behind a semicolon goes on counting: "; another five were hurt", "; one of them"."""
    behind = words[semicolon + 1 :]
    clause = behind[: behind.index(";")] if ";" in behind else behind
    if any(_OF_ANOTHER_TIME.fullmatch(word) for word in clause):
        return False
    return _opens_with_count(clause)


def _opens_with_count(clause: Sequence[str]) -> bool:
    if clause and clause[0] in _PARTS:
        return True
    opening = next((at for at, word in enumerate(clause) if word not in _BEFORE_COUNT), len(clause))
    return opening < len(clause) and _is_number(clause[opening])


def _is_number(word: str) -> bool:
    """A count in words or digits; not the "19-year-old" of "a 19-year-old man"."""
    return word in SIMPLE or word in _VAGUE or _DIGITS.fullmatch(word) is not None


def stands_alone(sentence: Sentence, speaker: str, said: int, semicolon: int, at: int) -> bool:
    """Whether a clause behind a statement is the reporter's own.

    The statement begins at the word `said`, the clause behind the word `semicolon`; `at` is its number.
    """
    words = sentence.lower
    clause = words[semicolon + 1 : at]
    listed = ":" in words[max(0, said - 1) : semicolon]  # "the UN said: in Jenin, 12 died; in Tubas, five"
    quoted = words[said:semicolon].count('"') % 2 == 1
    one = words[semicolon + 1 : semicolon + 2] in (["a"], ["an"])  # "; a girl was wounded" counts one more
    if listed or quoted or one or _opens_with_count(words[semicolon + 1 : at + 1]):
        return False
    if not _GOING_BACK.isdisjoint(clause) or _is_anaphoric(words, at):
        return False
    return not _tells_of_speaker(sentence, speaker, semicolon + 1, at)


def _is_anaphoric(words: Sequence[str], at: int) -> bool:
    """ "fewer than 50 of them", "another 12", "12 others", "in Tubas five", "in Tubas five were"."""
    behind = words[at + 1 : at + 1 + _ANAPHORA_REACH]
    if not behind or behind[0] in _AFTER_BARE or words[at - 1] in _MORE:
        return True
    return not _MORE.isdisjoint(behind[:2]) or (behind[:1] == ["of"] and not _GOING_BACK.isdisjoint(behind))


def _tells_of_speaker(sentence: Sentence, speaker: str, begin: int, at: int) -> bool:
    """ "the army said ...; the military also arrested five", "...; troops arrested five"."""
    if any(begin <= name.first < at and name.name == speaker for name in find_names(sentence)):
        return True
    subject = [word for word in sentence.lower[begin:at] if word != "the"][: _ADJECTIVES + 1]
    return not _OWN_PEOPLE.get(kinds().get(speaker, ""), frozenset()).isdisjoint(subject)

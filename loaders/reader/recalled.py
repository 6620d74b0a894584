"""Attacks that a sentence only recalls: why somebody was wanted, or what a raid answered.

"Two men were killed in Jenin who were wanted for an attack in which three people died": neither takes its
place or time from the other.
"""

from __future__ import annotations

from loaders.reader.lexicon import Lexicon, listed
from loaders.reader.text import Sentence

_ATTACKS = frozenset(
    """
    ambush ambushes attack attacks bombing bombings killing killings murder murders ramming rammings shooting
    shootings stabbing stabbings
    """.split()
)
_KILLING = frozenset("injuring killing murdering shooting stabbing wounding".split())
# of whom an attack is told, or what it was that was answered
_RECALLING: Lexicon[bool] = Lexicon(
    (phrase, True)
    for phrase in listed(
        """
        accused of, avenge, avenging, behind, convicted of, followed, guilty of, had a hand in, had a part in,
        had a role in, had carried out, had planned, had plotted, implicated in, in connection with,
        in reprisal for, in response to, in retaliation for, in revenge for, involved in, jailed for,
        linked to, played a part in, played a role in, prompted by, responsible for, sentenced for,
        suspected in, suspected of, taken part in, took part in, triggered by, wanted for, wanted in,
        wanted over, who carried out, who planned, who plotted
        """
    )
)
_SUSPECTED = frozenset(("convicted", "jailed", "sentenced", "suspected", "wanted"))
_REACH = 8  # words between "behind" and the attack: "behind a drive-by shooting and car-ramming attack"
_OF_ISRAEL = frozenset(("israel", "israeli", "army", "military"))
_RELATIVES = frozenset("that when where which who whose".split())
_BEING = frozenset("are had has have is was were".split())
_HARMED = frozenset("claimed hurt injured killed left wounded".split())


def recalled_events(sentence: Sentence) -> list[tuple[int, int]]:
    """The words, first and last not included, of each attack that a sentence recalls."""
    words = sentence.lower
    return [
        (first, _end(words, attack + 1))
        for first, last, _ in _RECALLING.find(words)
        if (attack := _attack(words, first, last)) is not None
    ]


def event_at(events: list[tuple[int, int]], word: int) -> tuple[int, int] | None:
    """The recalled attack whose words hold a word."""
    return next(((first, last) for first, last in events if first <= word < last), None)


def _attack(words: list[str], first: int, last: int) -> int | None:
    """Where the attack stands: behind "wanted for"; not one that Israel is said to have carried out."""
    if words[last : last + 1] and words[last] in _KILLING and words[first] in _SUSPECTED:
        return last
    ahead = words[last : last + _REACH]
    at = next((at for at, word in enumerate(ahead) if word in _ATTACKS), None)
    if at is None or not _OF_ISRAEL.isdisjoint([*words[max(0, first - 2) : first], *ahead[:at]]):
        return None
    return None if any(word == "," or word in _BEING for word in ahead[:at]) else last + at


def _end(words: list[str], at: int) -> int:
    """Where the sentence goes on with something else: "..., and two", "... were killed in Jenin"."""
    open_clauses = 0
    for here in range(at, len(words)):
        word, following = words[here], words[here + 1] if here + 1 < len(words) else ""
        if word in _RELATIVES:
            open_clauses += following not in _HARMED
        elif word == ";" or word == "—" or (word == "," and not _goes_on(words, here + 1)):
            return here
        elif word in _BEING:
            if not open_clauses:
                return here
            open_clauses -= 1
    return len(words)


def _goes_on(words: list[str], at: int) -> bool:
    """Whether an attack is told further behind a comma: ", in which", ", killing"."""
    following = [*words[at : at + 2], "", ""]
    if following[:2] == ["in", "which"]:
        return True
    return following[0] in _RELATIVES | _KILLING or following[0] == "leaving"

"""Who states a figure: "the ministry said", "according to the army", "..., police said on Sunday".

A sentence's sources are found first, each with the words it covers; a figure then belongs to the source that covers
it. What no source covers is the reporter's own voice.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.reader.lexicon import Lexicon
from loaders.reader.people import SIDES
from loaders.reader.text import Sentence

DATA = Path(__file__).parents[2] / "data"

SAYING = frozenset(
    """said says say told reported reports announced announces confirmed confirms stated states added adds claimed claims
    estimated estimates documented documents recorded noted acknowledged warned tweeted wrote claim reporting saying
    report confirm announce estimate stating adding counted registered verified declared insisted alleged alleges
    acknowledges revealed disclosed published admitted admits explained""".split()
)
# verbs that only a known speaker makes a source: "data from the agency show", "the ministry put the toll at"
_SHOWING = frozenset(
    "show shows showed put puts identified has-put lists listed count counts gave gives describes described".split()
)
_TIME_WORDS = frozenset(
    """on in at late early monday tuesday wednesday thursday friday saturday sunday a statement earlier later the day evening morning
    night post x twitter telegram yesterday today afternoon separately week this last also , time first conference news press
    january february march april may june july august september october november december jan feb aug sept oct nov dec . an
    update briefing initial preliminary another written joint social media video address interview facebook overnight""".split()
)
_PRONOUNS = frozenset("it he she they".split())
_CORE_ROLES = frozenset(("ministry", "agency", "group", "spokesman", "spokesperson", "spokeswoman", "statement", "office", "organisation", "organization", "movement", "committee", "service", "report"))  # fmt: skip
_BREAKS = frozenset(("that", "and", "but", "as", "while", "who", "which", "when", "after", "because", ";", ":", '"', "—", "-", "where", "before", "whom", "what", "although", "though", "or", "(", ")"))  # fmt: skip
_DETERMINERS = frozenset("the a an its his her their one some another this these".split())
_SKIPPED_NAMES = frozenset(
    (
        "there",
        "which",
        "who",
        "that",
        "this",
        "reportedly",
        "media",
        "reports",
        "images",
        "footage",
        "one",
        "what",
    )
)
# what shows a figure but says nothing: "according to video obtained by ..."
_THINGS = frozenset(
    "video videos footage images image photos photographs documents document data figures figure tally tallies count interviews information records numbers estimates statistics media reports report accounts".split()
)
# "the ministry", where nothing else is named, is what the last sentence called so
_GENERIC_HEALTH = frozenset(("the health ministry", "health ministry", "ministry of health", "the ministry of health", "moh", "local health ministry", "health officials", "local health officials", "health authorities"))  # fmt: skip
_BODIES = frozenset(
    "society club ministry authority unrwa ocha hamas army military police commission detainees ex-detainees office )".split()
)
_NOT_FIRST = frozenset("since in on at for after with by from of during to as more most many several".split())
_OPENERS = frozenset(
    "in on at since during overnight so by over for separately meanwhile also earlier later today yesterday".split()
)
LONGEST_NAME = 6


@dataclass(frozen=True)
class Source:
    """A source in a sentence: its name, and how it covers words.

    `lead`: all after `at`, up to the next source. `trail`: all before `at`. `generic` for "the health ministry", which
    is Gaza's where Gaza is counted. `first`, `last` are the words that name it and its verb.
    """

    name: str | None
    lead: bool
    first: int
    last: int
    generic: bool = False


@cache
def vocabulary() -> Lexicon[tuple[str, str]]:
    """Every spelling of every listed speaker: its name, and the spelling."""
    with (DATA / "speakers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    spellings = [
        (spelling.strip(), row["speaker"])
        for row in rows
        for spelling in [row["speaker"], *row["other_names"].split(";")]
    ]
    # "the army" and, in headlines, "army"
    return Lexicon(
        [
            (spelling.removeprefix("the "), (name, spelling.removeprefix("the ")))
            for spelling, name in spellings
            if spelling
        ]
    )


def find_names(sentence: Sentence) -> list[tuple[int, int, str, str]]:
    """Listed speakers in a sentence: first word, end, name, the spelling that matched."""
    found = []
    for first, last, (name, spelling) in vocabulary().find(sentence.lower):
        if (
            spelling.islower()
            and first
            and (side := SIDES.match(sentence.lower, first - 1))
            and side[1] == "other"
        ):
            continue  # "the Lebanese army" is not "the army"
        if (
            last - first > 1
            or spelling[:1].islower()
            or any(word[0].isupper() for word in sentence.words[first:last])
        ):
            found.append((first, last, name, spelling))
    return found


def find_sources(sentence: Sentence, earlier: str | None = None) -> list[Source]:
    """The sources of a sentence, left to right. `earlier` is the speaker that "it said" goes back to."""
    words = sentence.lower
    if not any(
        word in SAYING or word in _SHOWING or word in ("according", "citing", "by", "cited") for word in words
    ):
        return []
    names = find_names(sentence)
    sources: list[Source] = []
    for at, word in enumerate(words):
        if word == "according" and words[at + 1 : at + 2] == ["to"]:
            source = _according(sentence, names, at)
        elif word in ("citing", "cited"):
            source = _cited(sentence, names, at)
        elif word == "by" and words[at + 2 : at + 4] in (["'s", "count"], ["'s", "tally"]):
            source = _according(sentence, names, at)
        elif word in SAYING or word in _SHOWING:
            source = _saying(sentence, names, at, sources, earlier)
        else:
            source = None
        if source:
            sources.append(source)
            earlier = source.name or earlier
    return sources


def _according(sentence: Sentence, names: Sequence[tuple[int, int, str, str]], at: int) -> Source | None:
    words = sentence.lower
    begin = at + (2 if words[at] == "according" else 1)
    end = begin
    while end < len(words) and end - begin < 14 and words[end] not in (";", "—", '"', ".", "(", "which", "that", ":") and not (words[end] == "," and end > begin):  # fmt: skip
        end += 1
    name, generic = _name_in(sentence, names, begin, end)
    if name is None:
        return None
    lead = at == 0 or words[at - 1] in ("but", "that", "and")
    return Source(name, lead, at, end, generic)


def _cited(sentence: Sentence, names: Sequence[tuple[int, int, str, str]], at: int) -> Source | None:
    listed = next(((first, last, name) for first, last, name, _ in names if at < first <= at + 6), None)
    return Source(listed[2], any(word in SAYING for word in sentence.lower[at:]) or at < len(sentence.words) // 2, at, listed[1]) if listed else None  # fmt: skip


def _saying(
    sentence: Sentence,
    names: Sequence[tuple[int, int, str, str]],
    at: int,
    sources: list[Source],
    earlier: str | None,
) -> Source | None:
    """The source whose verb is the word at `at`, where that is one: "X said", "said X", "it said"."""
    words = sentence.lower
    if words[at + 1 : at + 2] == ["by"] or (
        at
        and words[at - 1]
        in ("to", "be", "been", "is", "are", "was", "were", "being", "reports", "not", "no", "by")
    ):
        return None
    if words[at] in (
        "saying",
        "adding",
        "stating",
        "reporting",
        "report",
        "reports",
        "states",
        "claims",
        "documents",
        "estimates",
    ):
        known = [n for n in names if n[1] <= at <= n[1] + 2]
        if words[at] in ("saying", "adding", "stating", "reporting"):
            return Source(sources[-1].name, True, at, at + 1, sources[-1].generic) if sources else None
        if not known:
            return None
    begin = _window(words, at)
    if begin and words[begin - 1] == "what" and words[at] not in SAYING:
        return None  # "what the army described as a cell": a word is quoted, no figure
    if any(word in ("citing", "cited") for word in words[begin:at]):
        return None  # whoever is cited speaks
    name, generic = _name_in(sentence, names, begin, at, fallback=words[at] in SAYING)
    subject = [
        word
        for word in words[begin:at]
        if word not in ("has", "have", "had", "also", ",", "later", "earlier", "then", "already")
    ]
    if name is None and earlier and subject and _refers_back(subject):
        name = earlier
    end = _after_time(words, at + 1)
    trailing = (
        end >= len(words)
        or words[end] in (",", ".", ";", "—", "-", '"', "?", ")", "!")
        or words[end - 1] == ","
    )
    if name is None and trailing and words[at] in SAYING:
        # ", said the ministry", ", says army"
        stop = next((i for i in range(at + 1, len(words)) if words[i] in (",", ".", ";", "—")), len(words))
        name, generic = _name_in(sentence, names, at + 1, stop, fallback=False)
        begin, end = at, stop
    elif name is None and at and words[at - 1] in (",", '"'):
        stop = next(
            (i for i in range(at + 1, len(words)) if words[i] in (",", ".", ";", "—", "on")), len(words)
        )
        name, generic = _name_in(sentence, names, at + 1, min(stop, at + 8), fallback=False)
        trailing, end = name is not None, stop
        begin = at
    if name is None:
        return None
    lead = not trailing or _is_opening(words, begin)
    return Source(name, lead, begin, end if trailing else at + 1, generic)


def _window(words: list[str], at: int) -> int:
    """Where the subject of a saying verb begins, at the earliest."""
    begin = at
    # "Abu Saleh, a spokesman for the ministry, said"
    aside = at > 0 and words[at - 1] == "," and "," in words[max(0, at - 20) : at - 1]
    commas = 0
    while begin > 0 and at - begin < 22:
        word = words[begin - 1]
        if word == ")" and "(" in words[max(0, begin - 8) : begin]:
            begin -= words[max(0, begin - 8) : begin][::-1].index("(") + 1
            continue
        if word == ",":
            commas += 1
            if commas > (2 if aside else 0):
                break
        elif word == "and" and begin > 1 and words[begin - 2] in _BODIES:
            pass  # "the society and the commission said"
        elif word in _BREAKS and not (aside and word in ("and", "who", "which", "that")):
            break
        elif word in SAYING and begin < at:
            break
        begin -= 1
    return begin


def _name_in(
    sentence: Sentence,
    names: Sequence[tuple[int, int, str, str]],
    begin: int,
    end: int,
    fallback: bool = True,
) -> tuple[str | None, bool]:
    """The speaker named between two words, and whether only as "the health ministry"."""
    inside = [(first, last, name, spelling) for first, last, name, spelling in names if begin <= first < end]
    inside = [
        hit for hit in inside if hit[3] != "Israel" or _is_subject(sentence, hit[0], hit[1], begin, end)
    ] or []
    if inside:
        first, last, name, spelling = min(inside, key=lambda hit: (hit[3] in ("Israel", "Hamas"), hit[0]))
        return name, spelling.lower() in _GENERIC_HEALTH and not _is_qualified(sentence, first)
    return (_raw_name(sentence, begin, end), False) if fallback else (None, False)


def _is_subject(sentence: Sentence, first: int, last: int, begin: int, end: int) -> bool:
    """Whether "Israel" itself speaks: "Israel said", not "a hospital in Israel said"."""
    return first == begin or sentence.lower[first - 1] not in (
        "in",
        "on",
        "from",
        "to",
        "against",
        "into",
        "by",
        "with",
        "of",
        "near",
    )


def _is_qualified(sentence: Sentence, first: int) -> bool:
    return first > 0 and sentence.lower[first - 1] in ("palestinian", "ramallah-based", "bank", "authority")


def _raw_name(sentence: Sentence, begin: int, end: int) -> str | None:
    """An unlisted speaker by the name that the article gives, without its article: "local residents"."""
    words = sentence.words[begin:end]
    for at, word in enumerate(words[:5]):
        if word.lower() in ("by", "from") and any(
            w.lower() in ("statement", "report", "data", "figures", "tally", "count", "update")
            for w in words[:at]
        ):
            words = words[at + 1 :]  # "a previous statement by the municipality"
            break
    while words and (words[0].lower() in _DETERMINERS or not words[0][0].isalpha()):
        words = words[1:]
    if words and words[0].lower() in _THINGS:
        return None
    for at, word in enumerate(words):
        if word.lower() in (
            "has",
            "have",
            "had",
            "also",
            ",",
            "in",
            "on",
            "from",
            "with",
            "at",
            "near",
            "earlier",
            "later",
            "who",
            "living",
            "inside",
            "by",
            "did",
            "which",
        ):
            words = words[:at]
            break
    if (
        not words
        or len(words) > LONGEST_NAME
        or words[0].lower() in _PRONOUNS | _SKIPPED_NAMES
        or words[-1].lower() in _SKIPPED_NAMES
    ):
        return None
    if words[0].lower() in _NOT_FIRST or (len(words) == 1 and words[0].lower() in _CORE_ROLES):
        return None
    if not any(word[0].isalpha() for word in words) or any(word[0].isdigit() for word in words):
        return None
    return " ".join(words).replace(" 's", "'s")


def _refers_back(subject: list[str]) -> bool:
    return subject[-1] in _PRONOUNS or (len(subject) <= 2 and subject[-1] in _CORE_ROLES)


def _after_time(words: list[str], at: int) -> int:
    """The word after "on Wednesday", "in a statement": what comes then tells a trailing source from a leading one."""
    end = at
    while end < len(words) and (
        (words[end] in _TIME_WORDS and words[end] not in (",", ".")) or words[end].isdigit()
    ):
        end += 1
    if end > at and words[end - 1] in ("the", "a", "an", "another", "this", "in", "at"):
        while end > at and words[end - 1] in ("the", "a", "an", "another", "this", "in", "at", "first"):
            end -= 1
    return end


def _is_opening(words: list[str], begin: int) -> bool:
    """Whether nothing is stated before the source: "In 2025 so far, the agency said, ..."."""
    before = [word for word in words[:begin] if word[0].isalnum()]
    return not before or (len(before) <= 5 and words[0] in _OPENERS)


def speaker_of(sentence: Sentence, sources: list[Source], at: int, in_gaza: bool) -> str | None:
    """Who states the figure whose number is the word at `at`; NA (None) for the reporter's own voice."""
    source = _covering(sentence, sources, at)
    if source is None:
        return None
    return "Gaza Health Ministry" if source.generic and in_gaza else source.name


def _covering(sentence: Sentence, sources: list[Source], at: int) -> Source | None:
    words = sentence.lower
    leads = [source for source in sources if source.lead and source.last <= at]
    trails = [source for source in sources if not source.lead and source.first > at]
    lead = leads[-1] if leads else None
    if lead and trails and any(_opens_clause(words, i) for i in range(lead.last, at)):
        lead = None
    if lead and any(not s.lead and lead.last < s.first and s.last <= at for s in sources):
        lead = None
    if lead:
        return None if _is_aside(words, lead.last, at) else lead
    if trails and not _in_opening_adjunct(words, at) and not _in_closing_aside(words, sources, trails[0], at):
        return trails[0]
    passed = [source for source in sources if not source.lead and source.last <= at]
    if passed and _goes_on(words, passed[-1].last):
        return passed[-1] if _same_clause(words, passed[-1].last + 2, at) else None
    return None


def _goes_on(words: list[str], last: int) -> bool:
    """Whether a statement goes on behind its source: ", police said, and hundreds fled", ", leaving a man dead"."""
    if words[last : last + 1] != [","] or last + 1 >= len(words):
        return False
    return words[last + 1] in ("and", "with", "including", "most", "among", "during", "in") or words[
        last + 1
    ].endswith("ing")


def _same_clause(words: list[str], first: int, at: int) -> bool:
    return not any(word in (";", "after", "following") for word in words[first:at])


def _opens_clause(words: list[str], at: int) -> bool:
    return words[at] in (",", ";") and words[at + 1 : at + 2] in (["and"], ["but"], ["while"])


def _is_aside(words: list[str], said: int, at: int) -> bool:
    """A killing told beside the statement: "said it withdrew after a raid that killed 12" is the reporter's."""
    for back in range(at - 1, said - 1, -1):
        if words[back] == "," and back < at - 1 and words[back + 1] not in ("including", "killing", "wounding", "injuring", "which", "some", "who", "leaving"):  # fmt: skip
            return False
        if words[back] in ("after", "following"):
            return True
        if (
            words[back] == "in"
            and words[back + 1 : back + 2] in (["a"], ["an"], ["the"])
            and {"that", "which"} & set(words[back + 2 : at])
        ):
            return True
    return False


def _in_opening_adjunct(words: list[str], at: int) -> bool:
    """ "Following the release of 17 hostages, ...": set before the statement."""
    return words[0] in ("following", "after", "since") and "," not in words[:at] and "," in words[at:]


def _in_closing_aside(words: list[str], sources: list[Source], trail: Source, at: int) -> bool:
    return (
        any(source is not trail and not source.lead and source.first < at for source in sources)
        and trail.first - at > 40
    )

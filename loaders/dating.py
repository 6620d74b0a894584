"""The day of an article whose file states none, from what the article says of an operation.

A weekday alone dates nothing, and nor does the name of a place that was raided many times. An article is
dated only where it is mainly about the places of an operation and two things that it says of time agree
with that operation and with no other; then every day on which all of it could have been written is a day of
publication.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from loaders.days import Day, Time, find_times
from loaders.operations import (
    ENDING,
    LEAD,
    ONE_DAY,
    OPERATION_WORDS,
    Operation,
    list_operations,
    standings,
    weigh,
)
from loaders.reader.numbers import UNITS
from loaders.reader.text import Sentence, find_sentences, fold

AFTER_END = datetime.timedelta(days=6)
"""A report whose words date it by an operation is at most so much younger than the last day that it names."""

MOST_DAYS = 8
"""Days of publication that are further apart are no date."""

ENOUGH = 2
"""So many points of evidence date an article, see `WEIGHTS`."""

WEIGHTS = {"full": 2, "code": 1, "date": 1, "start": 1, "end": 1, "over": 1, "length": 1}
"""What each kind of evidence counts: a date with its year; a code name; a date without year; the day of the
start; the day of the end; an end without a day; a duration."""

TOLD = {
    "full": "names {}",
    "date": "names {}",
    "code": "names the operation {}",
    "start": "puts the start of the operation on {}",
    "end": "puts its end on {}",
    "over": "reports the end of the operation",
    "length": 'says "{}"',
}
"""How the note tells each kind of evidence."""

ANCHORS = {"full", "date", "start"}
"""Without one of these, or the code name of an operation that has ended, an article is not dated: any raid
ends on some day, after some days."""

# "the assault began", "launched an offensive", "the start of the raid"
STARTING = re.compile(
    r"\b(?:began|begun|begins?|launched|launching|started|start|opening|opened)\b", re.IGNORECASE
)

# "over the past two days", "a two-day raid"
LENGTH = re.compile(
    rf"\b(?:(?:past|last|over)\s(?P<past>\d{{1,2}}|{'|'.join(UNITS)})\sdays|(?P<long>\d{{1,2}}|{'|'.join(UNITS)})-day)\b",
    re.IGNORECASE,
)

# "earlier this month": the day that follows is of the month of publication
THIS_MONTH = re.compile(
    r"\b(?:(?:earlier|later) )?(?:this|in the|in the same) (?:month|week)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Dating:
    """The day or days on which an article was published, how that is known, and the evidence in words.

    `published` is None unless one day is left; `earliest` and `latest` are None for an unknown day.
    """

    published: Day | None
    earliest: Day | None
    latest: Day | None
    dated_by: str
    note: str | None = None


@dataclass(frozen=True)
class _Evidence:
    """What speaks for a day of publication: the kind of evidence, and the words."""

    kind: str
    words: str


@dataclass(frozen=True)
class _Fit:
    """The days on which an article about an operation can have been written, and why."""

    operation: Operation
    days: tuple[Day, ...]
    evidence: tuple[_Evidence, ...]

    @property
    def points(self) -> int:
        return sum(WEIGHTS[kind] for kind in {one.kind for one in self.evidence})


def date_article(text: str, published: Day | None, operations: pd.DataFrame, places: pd.DataFrame) -> Dating:
    """The date of an article: as its file states it, else inferred from its words, else unknown.

    Evidence, for each day on which an article about an operation could be printed:
        the operation's start and end are told of with a weekday or a date that, read on that day, is theirs;
        a date lies within the operation (a date without year counts only where the operation has ended);
        its code name; its length; its end told without a day, which a report prints on its last day, or a day
        before or after it.
    Against it: a start or end on another day; a date still to come; a lead that names another weekday than
    that day's (news names the day on which it is printed).
    Where several operations have evidence, the one with most; where they have as much, the day stays unknown.
    """
    if published is not None:
        return Dating(published, published, published, "stated")
    return infer_day(text, list_operations(operations, places))


def infer_day(text: str, registry: Sequence[Operation]) -> Dating:
    """The date of an article whose file states none, as `date_article` infers it.

    Args:
        text: the text as read.
        registry: of `list_operations`, made once for many articles.
    """
    sentences = find_sentences(fold(text).text)
    fits = [fit for one in registry if (fit := _fit(sentences, one))]
    most = max((fit.points for fit in fits), default=0)
    best = [fit for fit in fits if fit.points == most]
    if len(best) != 1:
        return Dating(None, None, None, "unknown")
    earliest, latest = best[0].days[0], best[0].days[-1]
    note = _note(best[0], sentences)
    return Dating(earliest if earliest == latest else None, earliest, latest, "inferred", note)


def _fit(sentences: Sequence[Sentence], operation: Operation) -> _Fit | None:
    """The days on which these sentences can have been written about an operation; None where too little
    says so."""
    about = weigh(sentences, operation)
    if not about.mainly:
        return None
    own = {sentence.index for sentence in about.sentences}
    spoken = [one for one in sentences if one.index in own or _speaks_of_no_place(one, operation)]
    timed = [one for one in sentences if find_times(one.text, operation.started)]
    named = [name for name in operation.code_names for one in sentences if name in one.text]
    found: dict[Day, tuple[_Evidence, ...]] = {}
    for day in _candidates(sentences, operation):
        evidence = _weigh_day(timed, spoken, operation, day)
        if evidence is not None:
            found[day] = (*evidence, *(_Evidence("code", name) for name in named))
    fits = {day: _Fit(operation, (), evidence) for day, evidence in found.items()}
    most = max((fit.points for fit in fits.values()), default=0)
    days = [day for day, fit in fits.items() if fit.points == most]
    anchors = ANCHORS | {"code"} if operation.ended else ANCHORS
    if most < ENOUGH or len(days) > MOST_DAYS or not anchors & {one.kind for one in found[days[0]]}:
        return None
    return _Fit(operation, tuple(days), found[days[0]])


def _speaks_of_no_place(sentence: Sentence, operation: Operation) -> bool:
    """Whether a sentence leaves the operation's place to those before: "The raid began on Monday"."""
    return not standings(sentence, operation) and bool(OPERATION_WORDS.search(sentence.text))


def _candidates(sentences: Sequence[Sentence], operation: Operation) -> list[Day]:
    """The days of an operation and of AFTER_END after it; of an open one those after its start and after
    each full date."""
    if operation.ended:
        spans = [(operation.started, operation.ended + AFTER_END)]
    else:
        dates = [
            time
            for sentence in sentences
            for time in find_times(sentence.text, operation.started)
            if time.dated
        ]
        spans = [
            (time.first, time.first + AFTER_END)
            for time in dates
            if time.kind == "date" and time.first >= operation.started
        ]
        spans.append((operation.started, operation.started + AFTER_END))
    return sorted({first + n * ONE_DAY for first, last in spans for n in range((last - first).days + 1)})


def _weigh_day(
    timed: Sequence[Sentence], spoken: Sequence[Sentence], operation: Operation, day: Day
) -> list[_Evidence] | None:
    """The evidence that a text was written on a day; None where something in it rules that out.

    `timed` are the sentences that name a time, `spoken` those that speak of the operation.
    """
    if not _lead_names(timed, day):
        return None
    evidence: list[_Evidence] = []
    for sentence in timed:
        for time in find_times(sentence.text, day):
            if time.kind != "date":
                continue
            if time.first > day:
                return None
            last = (operation.ended or day) + ONE_DAY
            if (
                time.touches(operation.started, last)
                and (time.dated or operation.ended)
                and day - time.first <= AFTER_END
            ):
                evidence.append(_Evidence("full" if time.dated else "date", time.words))
    for sentence in spoken:
        told = _phase(sentence, operation, day)
        if told is None:
            return None
        evidence += told
    return evidence


def _lead_names(timed: Sequence[Sentence], day: Day) -> bool:
    """Whether a weekday of the lead's first sentence with weekdays is that day; so too without any."""
    for sentence in timed:
        if sentence.index >= LEAD:
            break
        named = [time for time in find_times(sentence.text, day) if time.kind == "weekday"]
        if named:
            return any(time.first <= day <= time.last for time in named)
    return True


def _phase(sentence: Sentence, operation: Operation, day: Day) -> list[_Evidence] | None:
    """What a sentence says of the start, the end and the length of an operation; None where that is not
    this one's."""
    evidence: list[_Evidence] = []
    times = [time for time in find_times(sentence.text, day) if time.kind in ("weekday", "date")]
    start, end = STARTING.search(sentence.text), ENDING.search(sentence.text)
    began = _nearest(start, times) if start and OPERATION_WORDS.search(sentence.text) else None
    if began:
        if not began.touches(operation.started, operation.started):
            return None
        evidence.append(_Evidence("start", began.words))
        times.remove(began)
    if end and not (began and not times):
        told = _end(end, times, sentence.index < LEAD, operation, day)
        if told is None:
            return None
        evidence += told
    length = LENGTH.search(sentence.text)
    if length and _says_length(length, operation, day):
        evidence.append(_Evidence("length", length[0]))
    return evidence


def _end(
    words: re.Match[str], times: Sequence[Time], in_lead: bool, operation: Operation, day: Day
) -> list[_Evidence] | None:
    """What words for an end say: their day is the last one or the evening before; a lead tells it at once."""
    if operation.ended is None:
        return None if in_lead else []
    if time := _nearest(words, times):
        return (
            [_Evidence("end", time.words)]
            if time.touches(operation.ended - ONE_DAY, operation.ended)
            else None
        )
    if in_lead and abs(day - operation.ended) > ONE_DAY:
        return None
    return [_Evidence("over", words[0])]


def _nearest(words: re.Match[str], times: Sequence[Time]) -> Time | None:
    """The time that is named closest to words."""
    return min(times, key=lambda time: max(time.start - words.end(), words.start() - time.end), default=None)


def _says_length(length: re.Match[str], operation: Operation, day: Day) -> bool:
    """Whether a number of days is an operation's, up to a day of publication; a day more or less is how it
    is counted."""
    words = (length["past"] or length["long"]).lower()
    count = int(words) if words.isdigit() else UNITS[words]
    until = min(day, operation.ended) if operation.ended else day
    return abs((until - operation.started).days + 1 - count) <= 1


def _note(fit: _Fit, sentences: Sequence[Sentence]) -> str:
    """The evidence and what disagrees, as one or two sentences."""
    words: dict[str, str] = {}
    for one in fit.evidence:
        words.setdefault(one.kind, one.words)
    if "end" in words:
        words.pop("over", None)
    said = [TOLD[kind].format(words[kind]) for kind in TOLD if kind in words]
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    note = f"The text {listed}; that fits one operation, {fit.operation.name}."
    against = _disagreements(fit, sentences)
    return f"{note} What disagrees: it speaks of {' and of '.join(against)}." if against else note


def _disagreements(fit: _Fit, sentences: Sequence[Sentence]) -> list[str]:
    """Dates that the text gives as this month's or this week's and that are not."""
    found = []
    latest = fit.days[-1]
    cue: str | None = None
    for sentence in sentences:
        near = THIS_MONTH.search(sentence.text)
        cue = near[0] if near else cue
        for time in find_times(sentence.text, latest):
            if (
                cue
                and time.kind == "date"
                and not time.dated
                and (time.first.year, time.first.month) != (latest.year, latest.month)
            ):
                found.append(f'{time.words} as "{cue.lower()}"')
        cue = near[0] if near else None
    return found

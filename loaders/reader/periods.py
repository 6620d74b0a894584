"""When: the period that a figure counts, the day that it describes, and whether it is a running toll.

Days come from the words and, where these are relative ("on Tuesday", "this year"), from the day of
publication. Where that day is not known, relative words give no day.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from loaders.reader.numbers import MONTHS
from loaders.reader.text import Sentence

DATA = Path(__file__).parents[2] / "data"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# "7 October 2023", "Oct. 7", "21 January"
DAY = rf"""(?:
    (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\b\.?(?:,?\s+(?P<y1>(?:19|20)\d\d))?
  | (?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>(?:19|20)\d\d))?
)"""
_DAY = re.compile(DAY, re.VERBOSE)
_SINCE_DAY = re.compile(rf"\bsince\s+(?:the\s+)?{DAY}", re.VERBOSE)
_SINCE_WEEKDAY = re.compile(
    rf"\bsince\s+(?:early\s+|late\s+)?(?P<day>{'|'.join(WEEKDAYS)})\b(?:\s+(?:morning|night|evening|afternoon))?"
)
_SINCE_MONTH = re.compile(
    rf"\bsince\s+(?:early\s+|late\s+|mid-|last\s+)?(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>(?:19|20)\d\d))?(?!\s*\d)"
)
_SINCE_YEAR = re.compile(r"\bsince\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?P<year>(?:19|20)\d\d)\b")
_THIS_YEAR = re.compile(
    r"\b(?:so\s+far\s+this\s+year|since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+year|(?:already\s+|earlier\s+)?this\s+year|since\s+january\s+1)\b"
)
_SINCE_WORDS = re.compile(r"\bsince\b[^,.;]{3,80}")
_LAST_DAYS = re.compile(
    r"\b(?:in|over|during|within|for)\s+the\s+(?:past|last|previous)\s+(?:(?P<n>\d+|two|three|four|five|six|seven|ten|24|48|72)\s+)?(?P<unit>hours?|days?|weeks?|months?|year)\b"
)
_BETWEEN = re.compile(
    rf"\bbetween\s+(?P<a>\d{{1,2}})\s*(?:(?P<am>{_MONTH})\.?\s+)?(?:and|to|-)\s*(?P<b>\d{{1,2}})\s+(?P<m>{_MONTH})\b\.?(?:\s+(?P<y>(?:19|20)\d\d))?"
)
_IN_YEAR = re.compile(r"\b(?:in|during|throughout|for)\s+(?P<year>(?:19|20)\d\d)\b")
_IN_MONTH = re.compile(
    rf"\b(?:in|during|throughout)\s+(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>(?:19|20)\d\d))?(?!\s*\d)"
)
_LAST_YEAR = re.compile(r"\blast\s+(?P<unit>year|month)\b")
_ON_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\b")
_SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_SUPERLATIVE = re.compile(r"\b(?:\w{3,}est|most|first|worst)\b[^,.;]{0,80}$")
_SAID = re.compile(r"\b(?:said|says|told|reported|announced)\b(?: \w+){0,2}? (?:on |late |early )*$")
_OTHER_CLAUSE = re.compile(r", (?:which|who|after|and|but|while)\b|;|\bafter\b")
_RUNNING = re.compile(r"\b(?:so far|overall|in all|altogether|to date|in total)\b")
_ADDED = re.compile(r"\b(?:(?:past|last) (?:24|48|12) hours|in one day|a further|an additional|overnight)\b")


@dataclass(frozen=True)
class Period:
    """The days that a figure counts; None where the words do not say, or not with which day."""

    since: date | None = None
    until: date | None = None
    words: str | None = None


@cache
def anchors() -> list[tuple[str, date]]:
    """The phrases of data/events.csv that reports count from, longest first, each with its day."""
    with (DATA / "events.csv").open(encoding="utf-8", newline="") as file:
        pairs = [
            (phrase.strip().lower(), date.fromisoformat(row["day"]))
            for row in csv.DictReader(file)
            for phrase in row["words"].split(";")
        ]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


class Periods:
    """The periods that a sentence names, found once for all its figures."""

    def __init__(self, sentence: Sentence, published: date | None) -> None:
        self._sentence = sentence
        self._text = sentence.text.lower()
        self._found = list(_periods(self._text, published))

    def of(self, first: int, last: int) -> Period:
        """The period of the figure at words first..last: the nearest one that its clause does not cut off."""
        here = self._sentence.span(first, last)[0] - self._sentence.start
        near = [
            (abs(at - here), at, period)
            for at, period in self._found
            if not _is_cut_off(self._text, here, at)
        ]
        return min(near, key=lambda found: found[:2])[2] if near else Period()


def _is_cut_off(text: str, here: int, at: int) -> bool:
    """Whether the period is another clause's: "12 were killed, bringing the total since May to 600"."""
    between = text[min(here, at) : max(here, at)]
    return bool(re.search(r"\b(?:bringing|raising|taking)\b|;|, (?:while|but|and) ", between))


def _periods(text: str, published: date | None) -> list[tuple[int, Period]]:
    """Every period in a sentence, with where it begins."""
    found: list[tuple[int, Period]] = []
    taken: list[tuple[int, int]] = []

    def add(match: re.Match[str], since: date | None, until: date | None = None) -> None:
        if _SUPERLATIVE.search(text, 0, match.start()):
            return  # "the deadliest raid since 2002" counts nothing from 2002
        if not any(first < match.end() and match.start() < last for first, last in taken):
            taken.append(match.span())
            found.append((match.start(), Period(since, until, match[0].strip(" ."))))

    for match in _SINCE_DAY.finditer(text):
        add(match, _day(match, published), published)
    for match in _SINCE_WEEKDAY.finditer(text):
        add(match, last_weekday(match["day"], published), published)
    for match in _BETWEEN.finditer(text):
        until = _date(match["y"], match["m"], match["b"], published)
        add(match, _date(match["y"], match["am"] or match["m"], match["a"], published), until)
    for match in _SINCE_YEAR.finditer(text):
        add(match, date(int(match["year"]), 1, 1), published)
    for match in _SINCE_MONTH.finditer(text):
        add(match, _month_start(match, published), published)
    for match in _THIS_YEAR.finditer(text):
        add(match, date(published.year, 1, 1) if published else None, published)
    for match in _LAST_DAYS.finditer(text):
        add(match, _days_back(match, published), published)
    for match in _SINCE_WORDS.finditer(text):
        add(match, _anchor_day(match[0], published), published)
    for match in _IN_YEAR.finditer(text):
        end = date(int(match["year"]), 12, 31)
        add(match, date(int(match["year"]), 1, 1), min(end, published) if published else end)
    for match in _IN_MONTH.finditer(text):
        start = _month_start(match, published)
        add(match, start, _month_end(start) if start else None)
    for match in _LAST_YEAR.finditer(text):
        add(match, *_last(match["unit"], published))
    return found


def _anchor_day(words: str, published: date | None) -> date | None:
    """The day of a known event that a "since" names; of several the latest before publication."""
    days = [day for phrase, day in anchors() if phrase in words and (published is None or day <= published)]
    return days[0] if days else None


def _days_back(match: re.Match[str], published: date | None) -> date | None:
    if published is None:
        return None
    count = int(match["n"]) if match["n"] and match["n"].isdigit() else _SMALL.get(match["n"] or "", 1)
    unit = match["unit"].rstrip("s")
    days = {
        "hour": max(1, count // 24),
        "day": count,
        "week": 7 * count,
        "month": 30 * count,
        "year": 365 * count,
    }[unit]
    return published - timedelta(days=min(days, 20_000))


def _day(match: re.Match[str], published: date | None) -> date | None:
    return _date(
        match["y1"] or match["y2"], match["m1"] or match["m2"], match["d1"] or match["d2"], published
    )


def _date(year: str | None, month: str, day: str, published: date | None) -> date | None:
    """A day; without a year, the last such day up to publication."""
    try:
        if year:
            return date(int(year), MONTHS[month], int(day))
        if published is None:
            return None
        found = date(published.year, MONTHS[month], int(day))
        return found if found <= published else found.replace(year=published.year - 1)
    except ValueError:
        return None


def _month_start(match: re.Match[str], published: date | None) -> date | None:
    month = MONTHS[match["month"]]
    if match["year"]:
        return date(int(match["year"]), month, 1)
    if published is None:
        return None
    start = date(published.year, month, 1)
    return start if start <= published else start.replace(year=published.year - 1)


def _month_end(start: date) -> date:
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _last(unit: str, published: date | None) -> tuple[date | None, date | None]:
    """The first and the last day of "last year" or "last month"."""
    if published is None:
        return None, None
    if unit == "year":
        return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
    end = published.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end


def last_weekday(name: str, published: date | None) -> date | None:
    """The last such weekday up to and with the day of publication."""
    if published is None:
        return None
    return published - timedelta(days=(published.weekday() - WEEKDAYS.index(name)) % 7)


def as_of(sentence: Sentence, first: int, last: int, period: Period, published: date | None) -> date | None:
    """The day that the figure at words first..last describes: its sentence's, else that of publication."""
    if period.until and (published is None or period.until <= published):
        return period.until
    text = sentence.text.lower()
    if (match := _DAY.search(text)) and not re.search(r"since\s+(?:the\s+)?$", text[: match.start()]):
        day = _day(match, published)
        if day and published and timedelta() <= published - day <= timedelta(days=31):
            return day
    here = sentence.span(first, last)[0] - sentence.start
    for match in _ON_WEEKDAY.finditer(text):
        if _dates(text, match, here):
            return last_weekday(match["day"], published)
    return published


def _dates(text: str, weekday: re.Match[str], here: int) -> bool:
    """Whether a weekday is that of the figure: near it, or that of the word for saying."""
    between = text[min(here, weekday.start()) : max(here, weekday.start())]
    if _SAID.search(text[: weekday.start()]):
        return True
    return len(between.split()) <= 18 and not _OTHER_CLAUSE.search(between)


def tally_of(sentence: Sentence, period: Period, is_toll: bool, other: bool) -> str | None:
    """Whether the words tell of a running toll (`cumulative`) or of added ones (`new`)."""
    if is_toll or (period.words and period.words.startswith(("since", "so far", "this year"))):
        return "cumulative"
    text = sentence.text.lower()
    if _ADDED.search(text) and (other or (period.words and "hours" in period.words)):
        return "new"
    return "cumulative" if _RUNNING.search(text) and not period.words else None

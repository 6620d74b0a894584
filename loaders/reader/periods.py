"""When: the period that a figure counts, the day that it describes, and whether it is a running toll.

Days come from the words and, where these are relative ("on Tuesday", "this year"), from the day of
publication. Where that day is not known, relative words give no day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from loaders.reader.numbers import MONTHS
from loaders.reader.text import Sentence

# the first and the last day of a match, seen from the day of publication
Days = Callable[[re.Match[str], date | None], tuple[date | None, date | None]]

DATA = Path(__file__).parents[2] / "data"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# "7 October 2023", "Oct. 7", "21 January"
DAY = rf"""(?:
    (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\b\.?(?:,?\s+(?P<y1>(?:19|20)\d\d))?
  | (?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y2>(?:19|20)\d\d))?
)"""
_DAY = re.compile(DAY, re.VERBOSE)
# "since 7 October", "since the 7th of October"
_SINCE_DAY = re.compile(rf"\bsince\s+(?:the\s+)?{DAY}", re.VERBOSE)
# "since early Monday morning"
_SINCE_WEEKDAY = re.compile(
    rf"""\bsince\s+(?:(?:early|late)\s+)?(?P<day>{"|".join(WEEKDAYS)})\b
    (?:\s+(?:morning|night|evening|afternoon))?""",
    re.VERBOSE,
)
# "between 28 August and 5 September", "between 3 and 5 July 2023"
_BETWEEN = re.compile(
    rf"""\bbetween\s+(?P<a>\d{{1,2}})\s*(?:(?P<am>{_MONTH})\.?\s+)?(?:and|to|-)\s*
    (?P<b>\d{{1,2}})\s+(?P<m>{_MONTH})\b\.?(?:\s+(?P<y>(?:19|20)\d\d))?""",
    re.VERBOSE,
)
# "since 2022", "since the start of 2022"
_SINCE_YEAR = re.compile(r"\bsince\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?P<year>(?:19|20)\d\d)\b")
# "since late March 2022", "since January"
_SINCE_MONTH = re.compile(
    rf"""\bsince\s+(?:(?:early|late|last)\s+|mid-)?(?P<month>{_MONTH})\b\.?
    (?:\s+(?P<year>(?:19|20)\d\d))?(?!\s*\d)""",
    re.VERBOSE,
)
# "so far this year", "since the beginning of the year"
_THIS_YEAR = re.compile(
    r"""\b(?:
        so\s+far\s+this\s+year | since\s+the\s+(?:start|beginning)\s+of\s+(?:the|this)\s+year
      | (?:(?:already|earlier)\s+)?this\s+year | since\s+january\s+1
    )\b""",
    re.VERBOSE,
)
# "in the past 24 hours", "over the last two weeks"
_LAST_DAYS = re.compile(
    r"""\b(?:in|over|during|within|for)\s+the\s+(?:past|last|previous)\s+
    (?:(?P<n>\d+|two|three|four|five|six|seven|ten)\s+)?(?P<unit>hours?|days?|weeks?|months?|year)\b""",
    re.VERBOSE,
)
# "since the war began", to be looked up among the known events
_SINCE_WORDS = re.compile(r"\bsince\b[^,.;]{3,80}")
# "in 2023"
_IN_YEAR = re.compile(r"\b(?:in|during|throughout|for)\s+(?P<year>(?:19|20)\d\d)\b")
# "in March", "during March 2022"
_IN_MONTH = re.compile(
    rf"\b(?:in|during|throughout)\s+(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>(?:19|20)\d\d))?(?!\s*\d)"
)
# "last month"
_LAST_YEAR = re.compile(r"\blast\s+(?P<unit>year|month)\b")

# "on Tuesday"
_ON_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})\b")
_SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
# "the deadliest raid since", "more than in any year since", "no raid has killed as many since": nothing is
# counted from a year behind one of these
_COMPARED = re.compile(
    r"""\b(?:
        (?!arrest|contest|forest|harvest|interest|protest|request|suggest)\w{3,}est | most | first | worst
      | than\ (?:(?:at|during|in|on)\ )?any | as\ (?:deadly|high|large|long|many|much)(?!\ as\b)
      | (?:not|never)\ (?:been\ )?(?:matched|seen) | (?:unmatched|unprecedented|unseen)
      | no\ (?:(?:other|single|previous)\ )?(?!one\b)\w+\ (?:had|has|have)
    )\b[^,.;]{0,80}$""",
    re.VERBOSE | re.IGNORECASE,
)
# "the ministry said on " before a weekday
_SAID = re.compile(r"\b(?:said|says|told|reported|announced)\b(?: \w+){0,2}? (?:on |late |early )*$")
# "30 had died as of " before a weekday: the day that a total was reached, not the only day that it counts
_REACHED = re.compile(r"\b(?:as of|by|until|up to) (?:late |early )?$")
# between a figure and a weekday: another event's day, or something that took longer than a day
_OTHER_CLAUSE = re.compile(
    r""",[ ](?:which|who|after|and|but|while|having)\b | ; | \b(?:at[ ]the[ ]end[ ]of|(?:up|down)[ ]from)\b
    | \b(?:\w+-day|(?:day|week|month)s?-?long)\b
    | \b(?:after|before|following|since|until|began|launched|started|opened)\b""",
    re.VERBOSE,
)
# "the charity, which has worked here since 2019, said": told of the charity
_PERFECT = re.compile(r"\b(?:have|has)\b")
REACH = 40  # characters behind a figure in which its verb may stand
# "In March troops killed three people, and wounded 12": no one else begins to act
_GOING_ON = re.compile(
    r"(?:also )?(?:arrested|demolished|destroyed|detained|displaced|hurt|injured|killed|wounded)\b"
)
_RELATIVE = re.compile(r",\ (?:which|who|whose|where)\b[^,.;]*$", re.VERBOSE)
NEAR = 18  # words between a figure and its weekday
# before a weekday that is no day of the dead: "launched on ", "a raid that began late on ", "scheduled for "
_OTHER_DAY = re.compile(
    r"""\b(?:launch(?:ed|ing)|beg[au]n|start(?:ed|ing)|open(?:ed|ing)|raided|stormed|invaded|entered|withdrew|mounted)\b
    (?:\s\w+)?\s(?:on\s|late\s|early\s)*$
    | \b(?:scheduled|planned|due)\s(?:for\s|on\s)?$""",
    re.VERBOSE,
)
# a running toll
_RUNNING = re.compile(r"\b(?:so far|overall|in all|altogether|to date|in total)\b")
# between a figure and a period: another figure's period
_CUT_OFF = re.compile(r"\b(?:bringing|raising|taking)\b|;|, (?:while|but|and) |\b(?:to|at) [\w,]+ after\b")
# "since the " before a day
_SINCE = re.compile(r"since\s+(?:the\s+)?$")
# added ones: "a further 12", "in the past 24 hours"
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
        self._text = sentence.lower_text
        self._published = published
        self._found = list(_periods(sentence, published))

    def of(self, first: int, last: int, one_event: bool = False) -> Period:
        """The period of the figure at words first..last: the nearest one that its clause does not cut off.

        `one_event`: the figure tells of something that happened, and is no total. A day named for it ("killed
        two on Sunday") then is its period: it counts that day alone.
        """
        here = self._sentence.span(first, last)[0] - self._sentence.start
        near = [
            (abs(at - here), at, period)
            for at, period in self._found
            if not _is_cut_off(self._text, here, at)
        ]
        if near:
            return min(near, key=lambda found: found[:2])[2]
        return self._day_of_event(here) if one_event else Period()

    def _day_of_event(self, here: int) -> Period:
        if self._published is None:
            return Period()
        for match in _ON_WEEKDAY.finditer(self._text):
            before = self._text[: match.start()]
            if _SAID.search(before) or _REACHED.search(before):
                continue
            if _is_near(self._text, match, here):
                day = last_weekday(match["day"], self._published)
                return Period(day, day, self._sentence.text[slice(*match.span())])
        return Period()


def is_compared(text: str, at: int) -> bool:
    """Whether a time at an offset is only compared with: "the deadliest raid since 2002"."""
    return bool(_COMPARED.search(text, 0, at))


def _is_cut_off(text: str, here: int, at: int) -> bool:
    """Whether the period is another clause's: "12 were killed, bringing the total since May to 600"."""
    between = text[min(here, at) : max(here, at)]
    if at < here and "," in between and _RELATIVE.search(text, 0, at):
        return True
    cut = _CUT_OFF.search(between)
    # "Since May, 12 were killed here, while raids elsewhere have killed nine"
    if cut is None or at:
        return cut is not None
    if cut[0] == ", and ":
        return not _GOING_ON.match(text, cut.end())
    return not (cut[0] == ", while " and _PERFECT.search(text, cut.end(), here + REACH))


def _periods(sentence: Sentence, published: date | None) -> list[tuple[int, Period]]:
    """Every period in a sentence, with where it begins; of two that overlap the one of the earlier rule."""
    text = sentence.lower_text
    found: list[tuple[int, Period]] = []
    taken: list[tuple[int, int]] = []
    for pattern, days in _RULES:
        for match in pattern.finditer(text):
            if is_compared(text, match.start()):
                continue  # "the deadliest raid since 2002" counts nothing from 2002
            if not any(first < match.end() and match.start() < last for first, last in taken):
                taken.append(match.span())
                words = sentence.text[slice(*match.span())].strip(" .")
                found.append((match.start(), Period(*days(match, published), words)))
    return found


def _since(first_day: Callable[[re.Match[str], date | None], date | None]) -> Days:
    """A period from a day of the match up to publication."""
    return lambda match, published: (first_day(match, published), published)


def _between(match: re.Match[str], published: date | None) -> tuple[date | None, date | None]:
    first = named_day(match["y"], match["am"] or match["m"], match["a"], published)
    return first, named_day(match["y"], match["m"], match["b"], published)


def _in_year(match: re.Match[str], published: date | None) -> tuple[date | None, date | None]:
    first, last = date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)
    return first, min(last, published) if published else last


def _in_month(match: re.Match[str], published: date | None) -> tuple[date | None, date | None]:
    first = _month_start(match, published)
    last = _month_end(first) if first else None
    return first, min(last, published) if last and published else last


def _year_start(match: re.Match[str], published: date | None) -> date | None:
    """The first day of the year named, else of this one."""
    year = match.groupdict().get("year") or (published.year if published else None)
    return date(int(year), 1, 1) if year else None


def _anchor_day(match: re.Match[str], published: date | None) -> date | None:
    """The day of a known event that a "since" names: that of the longest phrase, if before publication."""
    days = [
        day for phrase, day in anchors() if phrase in match[0] and (published is None or day <= published)
    ]
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
    return named_day(
        match["y1"] or match["y2"], match["m1"] or match["m2"], match["d1"] or match["d2"], published
    )


def named_day(year: str | None, month: str, day: str, published: date | None) -> date | None:
    """The day of the year that is said, else the last such day up to publication.

    None for a day that no calendar has, and without a year where publication is not known.
    """
    if year:
        return _calendar_day(int(year), month, day)
    if published is None:
        return None
    found = _calendar_day(published.year, month, day)
    return found if found and found <= published else _calendar_day(published.year - 1, month, day)


def _calendar_day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, MONTHS[month], int(day))
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


def _last(match: re.Match[str], published: date | None) -> tuple[date | None, date | None]:
    """The first and the last day of "last year" or "last month"."""
    if published is None:
        return None, None
    if match["unit"] == "year":
        return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
    end = published.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end


def last_weekday(name: str, published: date) -> date:
    """The last such weekday up to and with the day of publication."""
    return published - timedelta(days=(published.weekday() - WEEKDAYS.index(name)) % 7)


# what gives a period, and its days; the surer before the vaguer
_RULES: tuple[tuple[re.Pattern[str], Days], ...] = (
    (_SINCE_DAY, _since(_day)),
    (_SINCE_WEEKDAY, _since(lambda match, published: published and last_weekday(match["day"], published))),
    (_BETWEEN, _between),
    (_SINCE_YEAR, _since(_year_start)),
    (_SINCE_MONTH, _since(_month_start)),
    (_THIS_YEAR, _since(_year_start)),
    (_LAST_DAYS, _since(_days_back)),
    (_SINCE_WORDS, _since(_anchor_day)),
    (_IN_YEAR, _in_year),
    (_IN_MONTH, _in_month),
    (_LAST_YEAR, _last),
)


def as_of(sentence: Sentence, first: int, last: int, period: Period, published: date | None) -> date | None:
    """The day that the figure at words first..last describes: its sentence's, else that of publication."""
    if period.until and (published is None or period.until <= published):
        return period.until
    text = sentence.lower_text
    if (match := _DAY.search(text)) and not _SINCE.search(text[: match.start()]):
        day = _day(match, published)
        if day and published and timedelta() <= published - day <= timedelta(days=31):
            return day
    here = sentence.span(first, last)[0] - sentence.start
    for match in _ON_WEEKDAY.finditer(text):
        if published and _dates(text, match, here):
            return last_weekday(match["day"], published)
    return published


def _dates(text: str, weekday: re.Match[str], here: int) -> bool:
    """Whether a weekday is that of the figure: near it, or that of the word for saying."""
    return bool(_SAID.search(text[: weekday.start()])) or _is_near(text, weekday, here)


def _is_near(text: str, weekday: re.Match[str], here: int) -> bool:
    """Whether a weekday stands near a figure, in no clause of its own, and is no other thing's day."""
    if _OTHER_DAY.search(text, 0, weekday.start()):
        return False
    between = text[min(here, weekday.start()) : max(here, weekday.start())]
    return len(between.split()) <= NEAR and not _OTHER_CLAUSE.search(between)


def tally_of(sentence: Sentence, period: Period, is_toll: bool, other: bool) -> str | None:
    """Whether the words tell of a running toll (`cumulative`) or of added ones (`new`)."""
    text, words = sentence.lower_text, (period.words or "").lower()
    if is_toll or words.startswith(("since", "so far", "this year")):
        return "cumulative"
    if _ADDED.search(text) and (other or "hours" in words):
        return "new"
    return "cumulative" if _RUNNING.search(text) and not words else None

"""Words that name a day or a time, and the days that they mean when read on a given day.

Only words that say when something happened; "since" and "until" are the reader's. News speaks of the past:
"on Friday" is the last Friday, "in April" the last April, "on 10 February" the last one.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.reader.numbers import MONTHS, UNITS
from loaders.reader.periods import WEEKDAYS, last_weekday, named_day

Day = datetime.date

_MONTH = rf"(?:{'|'.join(sorted((name.title() for name in MONTHS), key=len, reverse=True))})\b\.?"
_YEAR = r"(?:19|20)\d\d"
_COUNT = rf"(?:an?|the|\d{{1,2}}|{'|'.join(UNITS)})"

_TIMES = re.compile(
    rf"""
    # "July 4", "Sept. 3, 2024"
      \b(?P<us>
        (?P<us_month>{_MONTH})\ (?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|,\d)
        (?:,?\ (?P<us_year>{_YEAR}))?
      )
    # "4 July", "28th of August 2024"
    | \b(?P<uk>
        (?P<uk_day>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<uk_month>{_MONTH})(?:,?\ (?P<uk_year>{_YEAR}))?
      )
    # "in April", "last May", "in early June 2022"
    | \b(?P<month>
        (?:[Ii]n|[Ll]ast|[Dd]uring|[Ee]arly|[Ll]ate|mid)[\ -](?:early\ |late\ |mid-)?
        (?P<name>{_MONTH})(?:\ (?P<of>{_YEAR}))?
      )
    # "in 2002", "the 1967 war, when"
    | \b(?P<year>
        (?:[Ii]n|[Dd]uring|[Ll]ate|[Ee]arly|the(?=\ \d{{4}}\ \w+,?\ (?:when|in\ which)))\ (?:late\ |early\ )?
        (?P<which>{_YEAR})\b
      )
    # "Monday", "last Friday", "Sunday night"
    | \b(?P<weekday>
        (?P<dayname>{"|".join(name.title() for name in WEEKDAYS)})\b
        (?P<night>\ (?:night|evening)|(?=\ overnight))?
      )
    # "two weeks ago", "a month earlier"
    | \b(?P<ago>(?P<count>(?i:{_COUNT}))\ (?P<unit>day|week|month|year)s?\ (?:ago|earlier|before))\b
    # "last week", "earlier this year"
    | \b(?P<past>(?P<which_one>[Ll]ast|[Ee]arlier\ this|[Tt]his)\ (?P<span>week|month|year)\b)
    # "today", "yesterday"
    | \b(?P<today>(?:[Tt]oday|[Tt]his\ morning|[Tt]onight|(?P<before>[Yy]esterday))\b)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Time:
    """The first and last day that words mean, the words, and where they stand in the text.

    `kind` is date, month, year, weekday, ago, past or today; `dated` says that the words hold a year.
    """

    first: Day
    last: Day
    kind: str
    words: str
    start: int
    end: int
    dated: bool = False

    def touches(self, first: Day, last: Day) -> bool:
        """Whether any of its days lies within two days, both included."""
        return self.first <= last and first <= self.last


def find_times(text: str, on: Day) -> list[Time]:
    """The times that a text names, in order, as somebody reads them on a day.

    >>> [(t.words, str(t.first)) for t in find_times("On Friday and on July 4", Day(2023, 7, 9))]
    [('Friday', '2023-07-07'), ('July 4', '2023-07-04')]
    >>> [(str(t.first), str(t.last)) for t in find_times("in April; two weeks ago", Day(2024, 8, 30))]
    [('2024-04-01', '2024-04-30'), ('2024-08-13', '2024-08-19')]
    """
    return list(_each_time(text, on))


def _each_time(text: str, on: Day) -> Iterator[Time]:
    for match in _TIMES.finditer(text):
        found = _READERS[kind := _kind(match)](match, on)
        if found:
            dated = any(match[name] for name in ("us_year", "uk_year", "of", "which"))
            yield Time(
                *found, _KIND_NAMES.get(kind, kind), match[kind], match.start(kind), match.end(kind), dated
            )


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _READERS if match[kind])


def _read_us(match: re.Match[str], on: Day) -> tuple[Day, Day] | None:
    return _day(match["us_year"], match["us_month"], match["us_day"], on)


def _read_uk(match: re.Match[str], on: Day) -> tuple[Day, Day] | None:
    return _day(match["uk_year"], match["uk_month"], match["uk_day"], on)


def _day(year: str | None, month: str, day: str, on: Day) -> tuple[Day, Day] | None:
    found = named_day(year, month.rstrip(".").lower(), day, on)
    return (found, found) if found else None


def _read_month(match: re.Match[str], on: Day) -> tuple[Day, Day]:
    number = MONTHS[match["name"].rstrip(".").lower()]
    year = int(match["of"]) if match["of"] else on.year - (number > on.month)
    return Day(year, number, 1), Day(year, number, calendar.monthrange(year, number)[1])


def _read_year(match: re.Match[str], _: Day) -> tuple[Day, Day]:
    return Day(int(match["which"]), 1, 1), Day(int(match["which"]), 12, 31)


def _read_weekday(match: re.Match[str], on: Day) -> tuple[Day, Day]:
    """The last such day; a night reaches into the next."""
    day = last_weekday(match["dayname"].lower(), on)
    return day, day + datetime.timedelta(1) if match["night"] is not None else day


def _read_ago(match: re.Match[str], on: Day) -> tuple[Day, Day]:
    """Half a unit around the day, for nobody counts to the day."""
    words = match["count"].lower()
    count = int(words) if words.isdigit() else UNITS.get(words, 1)
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"]]
    middle = on - datetime.timedelta(count * days)
    return middle - datetime.timedelta(days // 2), middle + datetime.timedelta(days // 2)


def _read_past(match: re.Match[str], on: Day) -> tuple[Day, Day]:
    """The week, month or year before, or the part of this one that has passed."""
    first = {
        "week": on - datetime.timedelta(on.weekday()),
        "month": on.replace(day=1),
        "year": on.replace(month=1, day=1),
    }[match["span"]]
    if match["which_one"].lower() != "last":
        return first, on
    last = first - datetime.timedelta(1)
    before = {
        "week": first - datetime.timedelta(7),
        "month": last.replace(day=1),
        "year": last.replace(month=1, day=1),
    }
    return before[match["span"]], last


def _read_today(match: re.Match[str], on: Day) -> tuple[Day, Day]:
    day = on - datetime.timedelta(1) if match["before"] else on
    return day, day


_READERS = {
    "us": _read_us,
    "uk": _read_uk,
    "month": _read_month,
    "year": _read_year,
    "weekday": _read_weekday,
    "ago": _read_ago,
    "past": _read_past,
    "today": _read_today,
}
_KIND_NAMES = {"us": "date", "uk": "date"}

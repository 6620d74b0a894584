"""The registry of operations and places; which operation an article and a claim belong to.

By place and time, never by keywords alone. Place: inside the places that the operation's row lists, or an
area that holds them where the words speak of an operation. Time: a day within the operation, and no period
that begins before it. A row in operations.csv is all that a new operation takes.
"""

from __future__ import annotations

import datetime
import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import pandas as pd

from loaders.days import Day, Time, find_times
from loaders.reader.lexicon import Lexicon
from loaders.reader.numbers import MONTHS
from loaders.reader.periods import anchors
from loaders.reader.places import dateline_end
from loaders.reader.recalled import recalled_events
from loaders.reader.text import Folded, Sentence, find_sentences, fold
from loaders.tables import OPERATIONS, PLACES, split_list

DATA = Path(__file__).resolve().parents[1] / "data"

ONE_DAY = datetime.timedelta(days=1)

GRACE = datetime.timedelta(days=14)
"""How long after its end an operation is still looked back on. Weeklies and magazines print within two weeks;
later texts report other raids more often than this one."""

LEAD = 3
"""So many sentences are the lead: there an article says what it is about, and they weigh LEAD_WEIGHT each."""

LEAD_WEIGHT = 3
ENOUGH = 3
"""An article whose lead is silent is about an operation from so many sentences on."""

# "the push in the north", "raids", "a three-day operation"
OPERATION_WORDS = re.compile(
    r"""\b(?:
        operations? | raid(?:s|ed|ing)? | offensives? | push | incursions? | assaults? | invasions?
      | campaign | crackdown
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

_RAID = r"(?:operation|raid|offensive|incursion|assault|push)"

# "troops left the camp", "Israeli bulldozers": beside a place of the operation's they speak of it
FORCE_WORDS = re.compile(
    r"\b(?:troops|soldiers|army|military|forces|tanks?|bulldozers?|drones?|air ?strikes?)\b", re.IGNORECASE
)

# "troops had pulled out", "the operation was over", "the army is withdrawing"
ENDING = re.compile(
    r"""\b(?:
        withdr(?:ew|awn|awal|awing) | pull(?:ed|ing|s)?[ ](?:out|back) | (?:pull|draw)-?(?:out|back)
      | left[ ]the[ ](?:camp|city|town|area)
      | (?:is|was|were|are|had[ ]come)[ ](?:now[ ])?(?:over|finished|complete|to[ ]an[ ]end)
      | end(?:ed|ing)? | finished | conclu(?:ded|des|sion) | complet(?:ed|ion)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

# "after the raid", "since its three-day operation", "the clean-up"
LOOKING_BACK = re.compile(
    rf"""{ENDING.pattern} | \b(?:
        (?:after|following|since)[ ](?:the|an?|its|their|israel's)[ ](?:[\w-]+[ ]){{0,3}}{_RAID}
      | aftermath | clean-?up | clear(?:ing|ed)[ ]up
      | \w+-day[ ](?:[\w-]+[ ]){{0,2}}{_RAID}
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

# "a previous raid", "another confrontation", "came two weeks after", "before the operation": another one than
# the article's
ANOTHER_RAID = re.compile(
    r"""\b(?:
        (?:previous|earlier|prior|another)\s(?:[\w-]+\s)?
        (?:raids?|operations?|incursions?|offensives?|assaults?|confrontations?|clashes)
      | c[ao]mes?\s(?:[\w-]+\s){1,3}(?:days|weeks|months|years)\safter
      | (?:before|ahead\sof|prior\sto)\s(?:the|its|israel's|this)\s(?:[\w-]+\s){0,3}
        (?:operation|raid|offensive|incursion|assault)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

# "settlers attacked a village": in the operation's days and places, and not its doing
SETTLERS = re.compile(r"\bsettlers?\b", re.IGNORECASE)

# "12 were killed in the West Bank, including East Jerusalem": a count of the whole territory
WHOLE_TERRITORY = re.compile(
    r"\b(?:(?:and|including|plus|with) (?:occupied )?East Jerusalem|East Jerusalem (?:included|as well))\b",
    re.IGNORECASE,
)

# "the army said on Wednesday that 12 had been killed on Monday": the day of the words, not of the deed
SAID_THEN = re.compile(
    r"""\b(?:added|announced|confirmed|disclosed|informed|known|reported|revealed|said|stated|wrote)\b[^,.;]{0,20}$""",
    re.IGNORECASE | re.VERBOSE,
)

# "in that period", "At the same time, ...": the period of the figure before
SAME_PERIOD = re.compile(
    r"""\b(?:in|over|during|within)\s(?:(?:that|the\ssame|this)\s(?:period|time)|those\s(?:days|weeks|months))\b
    | ^At\sthe\ssame\stime\b | \bsince\sthen\b""",
    re.IGNORECASE | re.VERBOSE,
)

# "Sunday night", "late on Tuesday", "overnight": a raid that begins on the next day
EVENING = re.compile(r"\b(?:night|evening|late|overnight|midnight)\b", re.IGNORECASE)

# "since January": any day of it; not "since 1 January"
BARE_MONTH = re.compile(
    rf"\bsince (?:early |mid-|late |last )?(?:{'|'.join(MONTHS)})\b(?!\.? \d{{1,2}}\b)", re.IGNORECASE
)

NEAR = 500
"""So many characters of its sentence to each side of a figure are asked: a longer sentence is a list."""

REACH = 4
"""So many sentences before a figure are asked for its place or period."""

# "the deadliest raid since a battle in 2002" compares; it does not date the figure
COMPARING = re.compile(r"\b(?:since|than|biggest|largest|deadliest|worst|heaviest)\b", re.IGNORECASE)

# "so far this year", "since the start of the year": begins on 1 January
THIS_YEAR = re.compile(
    r"\b(?:so far this year|this year so far|since the (?:start|beginning) of (?:the|this) year)\b",
    re.IGNORECASE,
)

ASKED = [
    *("claim_id", "part_of", "article_id", "start", "end"),
    *("since", "until", "as_of", "place_id", "period_words"),
]
"""The columns of a claim that say which operation it counts."""


def load_operations(path: Path = DATA / "operations.csv") -> pd.DataFrame:
    """The registry, a row per operation; `days`, `articles` and `last_report` are NA until summarised.

    Raises:
        TableError: a row does not have what the table of operations asks for.
    """
    rows = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""])
    rows = rows.assign(ongoing=rows["ended"].isna())
    return OPERATIONS.conform(rows.reindex(columns=[*rows.columns, "days", "articles", "last_report"]))


def load_places(path: Path = DATA / "places.csv") -> pd.DataFrame:
    """The gazetteer, a row per place.

    Raises:
        TableError: a row does not have what the table of places asks for.
    """
    rows = pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""])
    numbers = {name: pd.to_numeric(rows[name]) for name in ("latitude", "longitude")}
    return PLACES.conform(rows.assign(**numbers))


def summarise_operations(operations: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The registry with `articles`, `last_report` and `days`.

    Articles mainly about the operation, a copy not counted again. The last report is the latest day of
    these, of an article dated to several days its earliest one. An ongoing operation's days run to its last
    report, never to today, and are NA without one.
    """
    about = articles[articles["operation_id"].notna() & articles["same_as"].isna()]
    day = about["published"].fillna(about["published_earliest"])
    reported = about.assign(day=day).groupby("operation_id")
    reports = reported.agg(count=("article_id", "nunique"), last=("day", "max"))
    rows = operations.drop(columns=["articles", "last_report"]).join(reports, on="operation_id")
    until = rows["ended"].fillna(rows["last"])
    days = (until - rows["started"]).dt.days + 1
    summary = rows.assign(articles=rows["count"].fillna(0), last_report=rows["last"], days=days)
    return OPERATIONS.conform(summary.drop(columns=["count", "last"]))


class PlaceTree:
    """The places as a tree, and their names as words to find in a text."""

    def __init__(self, places: pd.DataFrame) -> None:
        self._parent: dict[str, str] = dict(
            places.dropna(subset="parent_id")[["place_id", "parent_id"]].values
        )
        self._kind: dict[str, str] = dict(places[["place_id", "kind"]].values)
        self._position: dict[str, tuple[float, float]] = {
            place: (latitude, longitude)
            for place, latitude, longitude in places.dropna(subset="latitude")[
                ["place_id", "latitude", "longitude"]
            ].values
        }
        self._names = Lexicon(
            (name, place)
            for place, *names in zip(places["place_id"], places["name"], places["other_names"], strict=True)
            for name in [names[0], *split_list(names[1])]
        )

    def within(self, place_id: str, area_id: str) -> bool:
        """Whether a place is an area or lies in it."""
        place: str | None = place_id
        while place is not None:
            if place == area_id:
                return True
            place = self._parent.get(place)
        return False

    def find(self, sentence: Sentence, start: int = 0) -> list[str]:
        """The places that a sentence names from a word on; no countries, for they are mostly actors."""
        found = self._names.find(sentence.lower)
        return [
            place
            for first, end, place in found
            if first >= start
            and self._kind[place] != "country"
            and any(word[0].isupper() for word in sentence.words[first:end])
        ]

    def is_territory(self, place_id: str) -> bool:
        """Whether a place lies in no larger one."""
        return place_id not in self._parent

    def nearest_city(self, place_id: str) -> str | None:
        """The city closest to a town or village; NA for any other kind, and without coordinates."""
        if self._kind.get(place_id) not in ("town", "village") or place_id not in self._position:
            return None
        here = self._position[place_id]
        cities = [place for place in self._position if self._kind[place] == "city"]
        return min(cities, key=lambda city: _squared_distance(here, self._position[city]), default=None)


def _squared_distance(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Enough to compare: degrees of latitude, squared."""
    east = (here[1] - there[1]) * math.cos(math.radians(here[0]))
    return (here[0] - there[0]) ** 2 + east**2


@dataclass(frozen=True)
class Operation:
    """One row of the registry as the rules below ask it."""

    operation_id: str
    name: str
    code_names: tuple[str, ...]
    started: Day
    ended: Day | None
    places: tuple[str, ...]
    tree: PlaceTree

    @cached_property
    def _standing(self) -> dict[str, str]:
        return {}

    @property
    def last_look(self) -> Day:
        """The last day on which a text may still be about it."""
        return self.ended + GRACE if self.ended else Day.max

    def stands_for(self, place: str) -> str:
        """How a place stands to the operation.

        `inside` its places; `around` them: an area that holds one, or a town or village whose nearest city
        is one; or `outside`.
        """
        if place not in self._standing:
            self._standing[place] = self._place(place)
        return self._standing[place]

    def _place(self, place: str) -> str:
        if any(self.tree.within(place, own) for own in self.places):
            return "inside"
        near = self.tree.nearest_city(place)
        if near in self.places or any(self.tree.within(own, place) for own in self.places):
            return "around"
        return "outside"


def list_operations(operations: pd.DataFrame, places: pd.DataFrame) -> list[Operation]:
    """The registry's rows as the rules ask them, the latest first: where two fit alike, the newer one is
    meant."""
    tree = PlaceTree(places)
    rows = operations.sort_values(["started", "operation_id"], ascending=False)
    return [
        Operation(
            operation_id=row.operation_id,
            name=row.name,
            code_names=tuple(split_list(row.code_name)),
            started=row.started.date(),
            ended=None if pd.isna(row.ended) else row.ended.date(),
            places=tuple(split_list(row.places)),
            tree=tree,
        )
        for row in _rows(rows)
    ]


@dataclass(frozen=True)
class About:
    """How much a text speaks of one operation's places: sentences weighed, and those that do."""

    own: int
    others: int
    lead: bool
    sentences: tuple[Sentence, ...]
    speaks_of_operation: bool

    @property
    def mainly(self) -> bool:
        """Whether the text is mainly about it: its lead or several sentences speak of it, no fewer than of
        other places, and some of them of an operation."""
        enough = self.lead or len(self.sentences) >= ENOUGH
        return enough and self.own >= self.others and self.speaks_of_operation


def weigh(sentences: Sequence[Sentence], operation: Operation) -> About:
    """Which sentences speak of an operation's places.

    A sentence does that names a place inside the operation, or one around it together with a word for an
    operation. A sentence that names no place and has such a word ("The raid went on") means the place named
    before. One that names an outside place besides the area counts for both.
    """
    own = others = 0
    lead = speaks = False
    spoken: list[Sentence] = []
    before: set[str] = set()
    for sentence in sentences:
        weight = LEAD_WEIGHT if sentence.index < LEAD else 1
        named = standings(sentence, operation)
        words = OPERATION_WORDS.search(sentence.text) or LOOKING_BACK.search(sentence.text)
        meant = named or (before if words else named)
        if "inside" in meant or ("around" in meant and words):
            own += 1 if "inside" not in meant and "outside" in meant else weight
            lead |= sentence.index < LEAD
            speaks |= bool(words) or ("inside" in named and bool(FORCE_WORDS.search(sentence.text)))
            spoken.append(sentence)
        if "outside" in named and "inside" not in named:
            others += weight
        before = named or before
    return About(own, others, lead, tuple(spoken), speaks)


def assign_articles(
    articles: pd.DataFrame, operations: pd.DataFrame, places: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """The articles with `operation_id`: the operation that each is mainly about, NA where there is none.

    An article is about an operation when it is printed between its first day and GRACE after its end, and is
    mainly about its places (`About.mainly`). From two days after the end on, a sentence must look back at it
    ("troops withdrew"), or the lead give its day, and no other time be given. Where several fit, the one most
    spoken of is meant, then the newer. An article without a day belongs to none.
    """
    registry = list_operations(operations, places)
    found = [
        _article_operation(
            texts.get(row.article_id, ""), _day(row.published_earliest), _day(row.published_latest), registry
        )
        for row in _rows(articles)
    ]
    return articles.assign(operation_id=pd.Series(found, index=articles.index, dtype="str"))


def _article_operation(
    text: str, earliest: Day | None, latest: Day | None, registry: Iterable[Operation]
) -> str | None:
    if earliest is None or latest is None:
        return None
    timely = [one for one in registry if one.started <= latest and earliest <= one.last_look]
    if not timely:
        return None
    sentences = find_sentences(fold(text).text)
    fitting = []
    for operation in timely:
        about = weigh(sentences, operation)
        late = operation.ended is not None and earliest > operation.ended + ONE_DAY
        if about.mainly and not (late and not _looks_back(about.sentences, operation, latest)):
            fitting.append((about.own, operation.started, operation.operation_id))
    return max(fitting)[2] if fitting else None


def _looks_back(sentences: Iterable[Sentence], operation: Operation, on: Day) -> bool:
    """Whether a sentence tells of the operation's end or aftermath, and the lead of no later one.

    A weekday that is today's is most often the speaker's, and no other time; but a lead that gives only such
    days ("withdrew on Thursday") tells of today.
    """
    looked = False
    for sentence in sentences:
        times = find_times(sentence.text, on)
        if not LOOKING_BACK.search(sentence.text) and not _dates_it(sentence, times, operation):
            continue
        if sentence.index < LEAD and times and not any(_during(time, operation) for time in times):
            return False
        looked |= all(_during(time, operation) for time in times if time.last < on or time.kind == "today")
    return looked


def _dates_it(sentence: Sentence, times: Iterable[Time], operation: Operation) -> bool:
    """Whether a lead says of what day its operation was: "The raid of 3 July was the largest in years"."""
    dated = any(time.kind == "date" and _during(time, operation) for time in times)
    return dated and sentence.index < LEAD and bool(OPERATION_WORDS.search(sentence.text))


def _during(time: Time, operation: Operation) -> bool:
    """Whether words of time touch the operation; its end is told on the day after."""
    return time.touches(operation.started, (operation.ended or Day.max - ONE_DAY) + ONE_DAY)


def assign_claims(
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    operations: pd.DataFrame,
    places: pd.DataFrame,
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """The claims with `operation_id`: the operation whose people each counts, NA for background.

    Time: the day that the figure describes lies within the operation; or at most GRACE after it, where the
    article is about it; or later, where the sentence looks back at it and says when ("left last week after
    the raid"). A period, its own or its whole's, neither begins before it (an evening may) nor ends before
    it. The time named closest to the figure does not put it elsewhere ("In April", "last year", "the
    previous raid"); "in that period" is the period of the figure before.

    Place: inside the operation's places; or around them, where the sentence speaks of an operation and of no
    outside place, or the article is about this one. A figure without a place counts where the article is
    about the operation and the places last named are not all outside. What settlers do is none of it, nor is
    an attack that is only recalled, nor what a week or the whole of a territory saw (`_is_of_territory`).

    Where several fit, the operation that the article is about is meant, then the newer one. `articles` have
    their `operation_id` already (`assign_articles`).
    """
    registry = list_operations(operations, places)
    reports = {row.article_id: row for row in _rows(articles)}
    found: dict[Any, str | None] = {}
    told = claims.sort_values(["article_id", "start"])[ASKED].astype(object)
    for article_id, rows in groupby(_rows(told), key=attrgetter("article_id")):
        report = _Report(reports[article_id], texts.get(article_id, ""))
        began: Day | None = None
        starts: dict[str, Day | None] = {}
        for claim in rows:
            figure = _Figure(claim, report)
            began = _period_start(figure, report, began) or starts.get(claim.part_of)
            starts[claim.claim_id] = began
            fitting = [
                one
                for one in registry
                if _in_time(figure, began, report, one) and _in_place(figure, report, one)
            ]
            fitting.sort(key=lambda one: one.operation_id != report.operation_id)
            found[claim.Index] = fitting[0].operation_id if fitting else None
    return claims.assign(operation_id=pd.Series(found, index=claims.index, dtype="str"))


class _Report:
    """An article as its claims ask it: its days, its operation, and the sentences around a figure."""

    def __init__(self, article: Any, text: str) -> None:
        self.operation_id: str | None = None if pd.isna(article.operation_id) else article.operation_id
        self.earliest = _day(article.published_earliest)
        self.latest = _day(article.published_latest)
        self._text = text
        self._named: dict[tuple[int, str], set[str]] = {}

    @cached_property
    def _folded(self) -> Folded:
        return fold(self._text)

    @cached_property
    def _sentences(self) -> tuple[list[int], list[Sentence]]:
        """Where each sentence starts in the text as read, and the sentences."""
        sentences = find_sentences(self._folded.text)
        return [self._folded.original(sentence.start) for sentence in sentences], sentences

    def words_around(self, start: int, end: int) -> tuple[str, int]:
        """The words of a figure's sentence, NEAR characters to each side, and where the figure starts."""
        starts, _ = self._sentences
        at = bisect_right(starts, start)
        first = max(starts[at - 1] if at else 0, start - NEAR)
        last = min(starts[at] if at < len(starts) else len(self._text), end + NEAR)
        return self._text[first:last], start - first

    def up_to(self, start: int) -> list[Sentence]:
        """The sentence that holds an offset and the REACH sentences before it, nearest first."""
        starts, sentences = self._sentences
        at = bisect_right(starts, start)
        return sentences[max(0, at - 1 - REACH) : at][::-1]

    def recalls(self, sentence: Sentence, start: int) -> bool:
        """Whether an offset stands in an attack that its sentence only recalls: "wanted for killing two"."""
        spans = (self._folded.span(*sentence.span(*words)) for words in recalled_events(sentence))
        return any(first <= start < last for first, last in spans)

    def standings(self, sentence: Sentence, operation: Operation) -> set[str]:
        """How the places that a sentence names stand to an operation."""
        key = sentence.index, operation.operation_id
        if key not in self._named:
            self._named[key] = standings(sentence, operation)
        return self._named[key]


class _Figure:
    """One claim: its days, its place, and the words and sentences around it."""

    def __init__(self, claim: Any, report: _Report) -> None:
        self.since, self.until, self.as_of = _day(claim.since), _day(claim.until), _day(claim.as_of)
        self.place_id: str | None = None if pd.isna(claim.place_id) else claim.place_id
        self.words, self.start = report.words_around(claim.start, claim.end)
        self.end = self.start + claim.end - claim.start
        self.period_words: str = self.words if pd.isna(claim.period_words) else claim.period_words
        self.sentences = report.up_to(claim.start)
        self.is_recalled = bool(self.sentences) and report.recalls(self.sentences[0], claim.start)

    @property
    def speaks_of_operation(self) -> bool:
        """Whether its words hold one for an operation."""
        return bool(OPERATION_WORDS.search(self.words))


def _period_start(figure: _Figure, report: _Report, before: Day | None) -> Day | None:
    """The first day that a figure counts, where the words give one; `before` is that of the one before it."""
    if figure.since or report.latest is None:
        return figure.since
    if THIS_YEAR.search(figure.words):
        return report.latest.replace(month=1, day=1)
    if not SAME_PERIOD.search(figure.words):
        return None
    told = (_named_start(sentence.text[:NEAR], report.latest) for sentence in figure.sentences[1:])
    return before or next((day for day in told if day), None)


def _named_start(text: str, on: Day) -> Day | None:
    """The day of an event that words count from ("since the war began"), else of the first time in them."""
    _, _, after = text.lower().partition("since ")
    if day := next((day for phrase, day in anchors() if phrase in after), None):
        return day
    times = find_times(text, on)
    return times[0].first if times else None


def _in_time(figure: _Figure, began: Day | None, report: _Report, operation: Operation) -> bool:
    first, last = figure.as_of or report.earliest, figure.as_of or report.latest
    if first is None or last is None:
        return False
    if began is not None and began < _first_start(figure.period_words, began, operation):
        return False
    if last < operation.started or (figure.until is not None and figure.until < operation.started):
        return False
    on = report.latest or last
    if _told_of_another_time(figure, on, operation):
        return False
    if operation.ended is None or first <= operation.ended:
        return True
    about = report.operation_id == operation.operation_id and first <= operation.last_look
    return about or _recalls(figure, on, operation)


def _first_start(words: str, began: Day, operation: Operation) -> Day:
    """The first day on which an operation's period can begin: an evening before, or the month named."""
    same_month = (began.year, began.month) == (operation.started.year, operation.started.month)
    if same_month and BARE_MONTH.search(words):
        return began
    return operation.started - ONE_DAY if EVENING.search(words) else operation.started


def _recalls(figure: _Figure, on: Day, operation: Operation) -> bool:
    """Whether a figure's sentence looks back at the operation and says when: "left last week"."""
    times = find_times(figure.words, on)
    return bool(LOOKING_BACK.search(figure.words)) and any(_during(time, operation) for time in times)


def _told_of_another_time(figure: _Figure, on: Day, operation: Operation) -> bool:
    """Whether the time named closest to the figure, or "a previous raid", is not the operation's."""
    words, start, end = figure.words, figure.start, figure.end
    times = find_times(words, on)
    times = [time for time in times if not _is_of_saying(time, words)] or times
    named = [(time.start, time.end, _during(time, operation)) for time in times]
    named += [(match.start(), match.end(), False) for match in ANOTHER_RAID.finditer(words)]
    distances = [
        (max(first - end, start - last, 0), during)
        for first, last, during in named
        if not COMPARING.search(words[min(end, last) : max(start, first)])
    ]
    return bool(distances) and not min(distances)[1]


def _is_of_saying(time: Time, words: str) -> bool:
    """Whether words of time tell when something was said: "announced on Wednesday that"."""
    return words.startswith(" that", time.end) and bool(SAID_THEN.search(words, 0, time.start))


def _in_place(figure: _Figure, report: _Report, operation: Operation) -> bool:
    about = report.operation_id == operation.operation_id
    if SETTLERS.search(figure.words) and not figure.speaks_of_operation:
        return False
    if figure.place_id is not None:
        standing = operation.stands_for(figure.place_id)
        if standing == "around" and _is_of_territory(figure, report, operation):
            return False
        if standing == "around" and not about:
            own = report.standings(figure.sentences[0], operation) if figure.sentences else set()
            return "outside" not in own and figure.speaks_of_operation
        return standing != "outside"
    if not about or figure.is_recalled:
        return False
    for sentence in figure.sentences:
        if named := report.standings(sentence, operation):
            speaks = "around" in named and OPERATION_WORDS.search(sentence.text)
            return "inside" in named or "outside" not in named or bool(speaks)
    return True


def _is_of_territory(figure: _Figure, report: _Report, operation: Operation) -> bool:
    """Whether a figure is a territory's, or of some days of it, and its words are of no operation.

    "Between 1 and 7 March 12 people were killed in the West Bank, including East Jerusalem."
    """
    if figure.place_id is None or not operation.tree.is_territory(figure.place_id):
        return False
    since, until, printed = figure.since, figure.until, report.earliest
    a_while = since and until and printed and operation.started < since < until < printed
    return not figure.speaks_of_operation and bool(a_while or WHOLE_TERRITORY.search(figure.words))


def standings(sentence: Sentence, operation: Operation) -> set[str]:
    """How the places that a sentence names stand to an operation; where its reporter sits is none of them."""
    return {operation.stands_for(place) for place in operation.tree.find(sentence, dateline_end(sentence))}


def _rows(frame: pd.DataFrame) -> Iterator[Any]:
    """A frame's rows as named tuples."""
    return frame.itertuples()


def _day(cell: Any) -> Day | None:
    """A cell of a column of days; None where it is empty."""
    return None if pd.isna(cell) else cell.date()

"""The columns of every frame: name, dtype, meaning, unit, vocabulary.

One `Table` per frame is the single statement of what a row is. Loaders end by calling `conform`, tests hold
frames against it, and the data dictionary is generated from it. Unknown is NA in every column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

TEXT, NUMBER, DECIMAL, DAY, FLAG = "str", "Int64", "Float64", "datetime64[us]", "bool"

MEASURES = (
    "killed",
    "wounded",
    "missing",
    "displaced",
    "detained",
    "hostages",
    "troops",
    "airstrikes",
    "rockets",
    "structures",
    "residents",
)
BOUNDS = ("exact", "at_least", "more_than", "about", "up_to", "less_than", "vague", "range")
UNITS = ("people", "families", "count")
SIDES = ("palestinian", "israeli", "other", "unspecified")
CATEGORIES = (
    "people",
    "civilians",
    "combatants",
    "security_forces",
    "children",
    "women",
    "medics",
    "journalists",
    "prisoners",
    "elderly",
)
TALLIES = ("cumulative", "new")
STATEMENT_KINDS = ("status", "cause", "denial", "unnumbered")
TOPICS = ("status", "fire", "medical", "evacuation", "shields")
POSITIONS = ("asserted", "denied", "open", "combatants", "civilians", "own_fire", "hostile_fire")
STATUSES = ("read", "reviewed", "corrected", "rejected")
DATED_BY = ("stated", "inferred", "unknown")
# The order of speakers that "ranked" goes by is a reader's own, so no file holds estimates under it.
FIXED_RULES = ("latest", "lowest", "highest", "two_speakers")
RULES = (*FIXED_RULES, "ranked")
ESTIMATE_KINDS = ("reported", "remainder")
PLACE_KINDS = ("city", "town", "camp", "village", "governorate", "region", "country")

LIST_SEPARATOR = "; "


class TableError(ValueError):
    """A frame does not have the columns, the dtypes or the words that its table asks for."""


@dataclass(frozen=True)
class Column:
    """One column: its dtype, what a cell means, its unit, and the words it may hold (empty: any)."""

    name: str
    dtype: str
    meaning: str
    unit: str = ""
    values: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Table:
    """One frame: its name, what a row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    def frame(self, rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
        """A conforming frame of `rows`; a column that a row leaves out is NA there."""
        return self.conform(pd.DataFrame(list(rows), columns=self.names))

    def conform(self, frame: pd.DataFrame) -> pd.DataFrame:
        """`frame` with this table's columns, order and dtypes, and a fresh index.

        Raises:
            TableError: a column is missing or unknown, a cell is not of its dtype, a required cell is
                empty, or a word is not in its column's vocabulary.
        """
        missing = [name for name in self.names if name not in frame.columns]
        unknown = [name for name in frame.columns if name not in self.names]
        if missing or unknown:
            raise TableError(f"{self.name}: missing columns {missing}, unknown columns {unknown}")
        columns = {column.name: _cast(self.name, column, frame[column.name]) for column in self.columns}
        return pd.DataFrame(columns).reset_index(drop=True)


def _cast(table: str, column: Column, cells: pd.Series[Any]) -> pd.Series[Any]:
    cast: pd.Series[Any]
    try:
        cast = pd.to_datetime(cells).astype(DAY) if column.dtype == DAY else cells.astype(column.dtype)  # type: ignore[call-overload]
    except (TypeError, ValueError) as error:
        raise TableError(f"{table}.{column.name}: {error}") from error
    if column.required and cast.isna().any():
        raise TableError(f"{table}.{column.name}: {int(cast.isna().sum())} empty cells")
    if column.values:
        strange = sorted(set(cast.dropna()) - set(column.values))
        if strange:
            raise TableError(f"{table}.{column.name}: {strange} not in its vocabulary")
    return cast


def join_list(items: Sequence[str]) -> str | None:
    """Several names in one cell; NA for none."""
    return LIST_SEPARATOR.join(items) or None


def split_list(cell: Any) -> list[str]:
    """The names in a cell that `join_list` made; an empty cell is an empty list."""
    return [] if pd.isna(cell) else str(cell).split(LIST_SEPARATOR)


ARTICLES = Table(
    "articles",
    "one article",
    (
        Column(
            "article_id",
            TEXT,
            "stable: the front-matter id, else a hash of text, outlet, url and published",
            required=True,
        ),
        Column("file", TEXT, "where it was read from, relative to the folder given", required=True),
        Column("title", TEXT, "headline, where the file states one"),
        Column("outlet", TEXT, "who printed it, where the file says"),
        Column("agency", TEXT, "the news agency that the text credits"),
        Column("url", TEXT, "where it was published, where the file says"),
        Column("published", DAY, "day of publication, stated or inferred to one day", "day"),
        Column(
            "published_earliest", DAY, "first day it can have been published; NA where nothing tells", "day"
        ),
        Column("published_latest", DAY, "last day it can have been published; NA where nothing tells", "day"),
        Column("dated_by", TEXT, "how the day is known", values=DATED_BY, required=True),
        Column("date_note", TEXT, "for inferred days, the evidence in words"),
        Column("operation_id", TEXT, "the operation that the article is mainly about"),
        Column(
            "same_as",
            TEXT,
            "article_id of the earliest copy, where this is a near-duplicate, or a later version under its url",
        ),
        Column("original", TEXT, "where this is a digest: the name of the publisher's original"),
        Column("language", TEXT, "ISO 639-1 code of the text as read"),
        Column("characters", NUMBER, "length of the text as read", "characters", required=True),
        Column("sha256", TEXT, "of the text as read, in UTF-8", required=True),
    ),
)

CLAIMS = Table(
    "claims",
    "one figure that an article states",
    (
        Column(
            "claim_id",
            TEXT,
            "stable: hash of article_id, measure and the offset of the number word",
            required=True,
        ),
        Column("article_id", TEXT, "the article that states it", required=True),
        Column(
            "statement_id",
            TEXT,
            "shared by the figures of one statement: one speaker, one sentence",
            required=True,
        ),
        Column("measure", TEXT, "what is counted", values=MEASURES, required=True),
        Column("value", NUMBER, "the number as printed; NA where only a vague word is given", "unit"),
        Column(
            "low", NUMBER, "the smallest number that the words allow; NA where they leave it open", "unit"
        ),
        Column(
            "high", NUMBER, "the largest number that the words allow; NA where they leave it open", "unit"
        ),
        Column("bound", TEXT, "how the words bound the number", values=BOUNDS, required=True),
        Column("unit", TEXT, "what one of the number is", values=UNITS, required=True),
        Column(
            "side", TEXT, "whose people are counted, from the article's words", values=SIDES, required=True
        ),
        Column("category", TEXT, "what kind of people are counted", values=CATEGORIES, required=True),
        Column("qualifier", TEXT, "what is said of the people counted: critical, serious ..."),
        Column(
            "part_of",
            TEXT,
            "claim_id of the figure that this one is an explicit subset of, in its sentence or the one before",
        ),
        Column("place_id", TEXT, "the most specific place that the words give"),
        Column("operation_id", TEXT, "the operation that the figure counts; NA for background"),
        Column(
            "tally", TEXT, "a running toll, or only the added ones; NA where no word tells", values=TALLIES
        ),
        Column("since", DAY, "first day counted, where the words give a period", "day"),
        Column("until", DAY, "last day counted, where the words give a period", "day"),
        Column("period_words", TEXT, "the words that give the period, as printed"),
        Column("attributed_to", TEXT, "who states it; NA in the reporter's own voice"),
        Column("as_of", DAY, "the day that the figure describes, at the latest that of publication", "day"),
        Column("quote", TEXT, "the words of the figure: text[start:end]", required=True),
        Column(
            "start", NUMBER, "first character of the quote in the text as read", "characters", required=True
        ),
        Column("end", NUMBER, "one past its last character", "characters", required=True),
        Column("sentence", TEXT, "the whole sentence around it", required=True),
        Column("status", TEXT, "whether a person has looked at it", values=STATUSES, required=True),
        Column("flags", TEXT, "what a person should look at, joined by '; '"),
    ),
)

STATEMENTS = Table(
    "statements",
    "one statement without a figure that an article makes; two speakers' on one topic can be set side by side",
    (
        Column(
            "statement_id", TEXT, "stable: hash of article_id, kind and the quote's offset", required=True
        ),
        Column("article_id", TEXT, "the article that makes it", required=True),
        Column("operation_id", TEXT, "the operation that it speaks of; NA for background"),
        Column(
            "kind",
            TEXT,
            "status: who the dead were; cause: how, or by whose fire; denial; unnumbered: told without a number",
            values=STATEMENT_KINDS,
            required=True,
        ),
        Column(
            "topic",
            TEXT,
            "what it is about: who was killed, own or hostile fire, medical care, forced evacuation, human shields",
            values=TOPICS,
        ),
        Column(
            "position",
            TEXT,
            "how it stands to its topic; statements of one topic differ where their positions do",
            values=POSITIONS,
        ),
        Column("measure", TEXT, "what it tells of, where its words say that", values=MEASURES),
        Column(
            "side", TEXT, "whose people it speaks of, from the article's words", values=SIDES, required=True
        ),
        Column("place_id", TEXT, "the most specific place that the words give"),
        Column("attributed_to", TEXT, "who states it; NA in the reporter's own voice"),
        Column("quote", TEXT, "the words of the statement: text[start:end]", required=True),
        Column(
            "start", NUMBER, "first character of the quote in the text as read", "characters", required=True
        ),
        Column("end", NUMBER, "one past its last character", "characters", required=True),
        Column("sentence", TEXT, "the whole sentence around it", required=True),
    ),
)

OPERATIONS = Table(
    "operations",
    "one military operation",
    (
        Column("operation_id", TEXT, "year and month it began", required=True),
        Column("name", TEXT, "place and time, in neutral words", required=True),
        Column("code_name", TEXT, "the military's name for it"),
        Column("started", DAY, "first day", "day", required=True),
        Column("ended", DAY, "last day; NA while ongoing", "day"),
        Column("days", NUMBER, "first to last day, both counted; while ongoing, to the last report", "days"),
        Column("ongoing", FLAG, "no end is known", required=True),
        Column("places", TEXT, "place_ids it took place in, joined by '; '"),
        Column("stated_aim", TEXT, "its aim as its side stated it, in our words"),
        Column("outcome", TEXT, "how it ended, in our words"),
        Column("source", TEXT, "where the row comes from", required=True),
        Column("articles", NUMBER, "articles mainly about it, without copies", "articles"),
        Column(
            "last_report",
            DAY,
            "day of the latest article about it, of several possible days the first",
            "day",
        ),
    ),
)

PLACES = Table(
    "places",
    "one place",
    (
        Column("place_id", TEXT, "lower-case name", required=True),
        Column("name", TEXT, "as this program prints it", required=True),
        Column("other_names", TEXT, "spellings that outlets use, joined by '; '"),
        Column("kind", TEXT, "what sort of place it is", values=PLACE_KINDS, required=True),
        Column("parent_id", TEXT, "the place that it lies in"),
        Column("latitude", DECIMAL, "WGS 84; NA for an area", "degrees north"),
        Column("longitude", DECIMAL, "WGS 84; NA for an area", "degrees east"),
        Column("precision", TEXT, "how exact the coordinates are, in words"),
        Column("source", TEXT, "where the row comes from", required=True),
    ),
)

ESTIMATES = Table(
    "estimates",
    "one rule, operation, place, measure, side, unit and kind",
    (
        Column("rule", TEXT, "which claim is chosen as best", values=RULES, required=True),
        Column("operation_id", TEXT, "the operation counted", required=True),
        Column("place_id", TEXT, "the place counted; NA where the words give none, and for a remainder"),
        Column("measure", TEXT, "what is counted", values=MEASURES, required=True),
        Column("side", TEXT, "whose people are counted", values=SIDES, required=True),
        Column("unit", TEXT, "what one of the number is", values=UNITS, required=True),
        Column(
            "kind",
            TEXT,
            "a reported figure, or what an explicit 'X of Y' leaves",
            values=ESTIMATE_KINDS,
            required=True,
        ),
        Column(
            "low",
            NUMBER,
            "smallest value over the speakers' latest figures; the floor where there are only vague words",
            "unit",
        ),
        Column(
            "best",
            NUMBER,
            "the rule's choice; NA where no figure meets the rule, as of vague words and increments none does",
            "unit",
        ),
        Column("high", NUMBER, "largest value over the speakers' latest figures", "unit"),
        Column("open_low", FLAG, "a bound leaves the lower side open", required=True),
        Column("open_high", FLAG, "a bound leaves the upper side open", required=True),
        Column(
            "as_of", DAY, "the day that the best figure describes; without one, the latest day of all", "day"
        ),
        Column("claims", TEXT, "claim_ids behind the row, joined by '; '", required=True),
        Column("best_claim_id", TEXT, "the claim that gives best"),
        Column(
            "speakers",
            TEXT,
            "who states the figures, joined by '; '; a reporter's own voice by its outlet, agency or article_id",
        ),
        Column("outlets", TEXT, "who printed them, else the agency credited, joined by '; '"),
        Column("contested", FLAG, "two speakers' latest figures exclude each other", required=True),
    ),
)

PROBLEMS = Table(
    "problems",
    "one thing that could not be read",
    (
        Column("file", TEXT, "relative to the folder given", required=True),
        Column("row", NUMBER, "row of a bulk file, counted from 1", "row"),
        Column("kind", TEXT, "short name of the problem", required=True),
        Column("message", TEXT, "a plain sentence for a person", required=True),
    ),
)

TABLES = {
    table.name: table for table in (ARTICLES, CLAIMS, STATEMENTS, OPERATIONS, PLACES, ESTIMATES, PROBLEMS)
}

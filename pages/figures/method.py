"""How figures are read, in words and tables for an editor.

What the code knows is taken from the code: the words that bound a number, the limits of the rules, the
columns of every table. The rest is prose, as Markdown. Tables come as HTML; every text in them is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from loaders.copies import SAME, SHINGLE
from loaders.dating import ENOUGH, MOST_DAYS
from loaders.drafts import MAX_BYTES
from loaders.operations import GRACE, LEAD
from loaders.reader.numbers import AFTER, BEFORE, FLOORS, find_numbers
from loaders.reader.text import find_sentences, fold
from loaders.tables import (
    DAY,
    DECIMAL,
    FLAG,
    MEASURES,
    NUMBER,
    TABLES,
    TEXT,
    Column,
    Table,
    split_list,
)
from pages.figures import words
from pages.figures.scopes import place_names

OPENING = (
    "How the sentences of an article become the figures on these pages, what is left out, "
    "and how often the reading is wrong."
)

COUNTED = words.listed([words.MEASURES[measure].lower() for measure in MEASURES])

READING = f"""
Figures are read by rules: lists of words, and patterns of how English news puts them together. No
language model takes part and nothing is learned from the articles, so one text always gives the
same figures, and each keeps its place in the text. (A small ready-made model is asked one thing,
and only in doubt: whether a text is in English.)

- **A claim** is one figure that an article states, in its own words: a number, or a vague word such
  as “dozens”, with what it counts, whose people, where, when and by whose word. Every mark on a
  chart is a claim.
- **A statement** is what one speaker says in one sentence. The figures of a statement belong
  together.
- **An estimate** is what the claims about one operation, place, measure, side and unit say
  together: the lowest, the highest, and the one that a rule chooses. It is never a count of our
  own.

A sentence is read in this order:

1. **The number**, in digits or words. “A soldier was killed” counts one. Ages, dates, durations,
   measurements, money, percentages and the numbers in names are set aside.
2. **What it counts.** The words that belong to it say so: {COUNTED}. A number without such words is
   no figure.
3. **Whose people.** Side and kind of people come from the article’s words alone. “Palestinians”
   names a side; “people” names none, and stays “side not stated”.
4. **Where.** The place that the figure’s own clause gives, else its sentence, else the one that the
   sentences before are about.
5. **Who says it.** The speaker whose statement covers the figure, under one name for all its
   spellings. What no statement covers is the reporter’s own voice. Who printed it is shown apart.
6. **Parts.** “Including”, “of whom”, “21 of the 39”: a part is tied to its whole and never added to
   it.
7. **When.** The period that the words give, as days, and the day that the figure describes: at the
   latest the day of publication.
"""

BOUNDS = """
A claim keeps the number as printed, and beside it the lowest and the highest number that its words
commit to. Where an end is left open, it is drawn open. “About” leaves both ends open, and a vague
word commits to no more than its lowest meaning.
"""

OPERATIONS = f"""
By place and time, never by keywords alone. The [operations](#vocabulary-operations), with their
days and places, are a list; a new row there is all that a new operation takes.

- **Articles.** An article is mainly about an operation when its first {LEAD} sentences, or several
  later ones, speak of the operation’s places, and no fewer than speak of others.
- **Place.** A figure counts where its place lies in the operation’s places, or is an area around
  them in a sentence or an article that speaks of the operation. A figure without a place counts
  where the article is mainly about the operation and was not last speaking of another place. Attacks
  by settlers are no part of an operation.
- **Time.** Its day lies within the operation, or at most {GRACE.days} days after the end where the
  text looks back at it. “In April” or “the previous raid” beside a figure puts it elsewhere.
- **Periods.** A period that began before the operation makes a figure background. A total since 7
  October 2023, or for the year, is no toll of the operation.
- **Nothing fits.** The figure belongs to no operation. It is still shown with its sentence, and
  added to nothing.
"""

DATING = f"""
A day that the file states is taken as it is. Other articles are dated from what they say about an
operation: the weekday or date of its start and its end, “a two-day raid”, its code name. Every day
on which such an article could have been printed is tried, and a day that the text contradicts is
out.

A weekday alone dates nothing. At least {ENOUGH} points of evidence must fit an operation, and fit
it better than any other. Where one day is left, it is the day; where several are, the first and the
last are kept; where more than {MOST_DAYS} are, the article stays undated.

The pages mark such a day as inferred. The evidence stands with the article, together with what
disagrees.
"""

RULES_EXPLAINED = """
Several reports of one thing are drawn as they are. A rule only chooses which of them is the value.
"""

GOING_IN = """
- **What goes in.** Whole figures of the operation. A part by place (21 of the 39 in Jenin) is the
  whole of its place. Groups that one statement keeps apart (eight militants and one civilian) add
  up to its figure. A camp in a city counts with that city.
- **What does not.** Background; parts by kind (children, critical cases); a figure that a copy of
  an article repeats; older versions of a text under one address; what a person has rejected.
- **Never added up.** Places are not added up to an area, nor an area split over places. Speakers,
  articles and days are neither added nor averaged.
- **Speakers.** A speaker stands by its latest running toll, and by a number before a vague word. A
  smaller later figure of killed, wounded or detained that no word calls a running toll is taken for
  one event. The reporter’s own voice is one speaker for each outlet, else agency, else article.
- **Increments.** “Five more” is no toll. Increments alone give a lower end and no value.
- **Lowest and highest.** The smallest and the largest figure that a speaker stands by; both ends of
  a range count. Vague words alone give a lower end and no value.
- **Remainder.** Where a statement says “X of Y”, what is left is kept apart and credited to no
  place: of 39 in the West Bank, 21 of them in Jenin, it is 18.
- **Side not stated.** Such figures make a row of their own, and none where a figure of the same
  scope has a side.
- **Contested.** Two speakers’ latest figures of one scope cannot both be true. “About” excludes
  nothing.
"""

LEFT_OUT = f"""
- **Silence.** A group for which no article gives a figure has no row and no mark. The pages say
  “not reported”, and draw no zero.
- **Words without a figure.** “Several”, “many”, “a few”; fractions and percentages; “no
  casualties”; what was only intended (“to arrest two suspects”); people who are named and not
  counted.
- **Statements without a figure.** A denial, a cause, the status of the dead: they have a table of
  their own, and no mark on a chart.
- **What is not running text.** Headlines, captions, tables and pictures.
- **Figures of no operation.** They are listed under the charts with their sentences, and added to
  nothing.
- **Copies.** Texts that share at least {SAME:.0%} of their runs of {SHINGLE} words are one report,
  however often it is printed.
- **What cannot be read.** Texts in other languages than English, articles over {
    MAX_BYTES // 1_000_000
} MB, broken files: each is listed with its reason.
"""

LIMITS = """
- **Reading is not verifying.** A figure that is read rightly can still be wrong. The program says
  who states it, and takes no view of whether it is so.
- **Doubt.** A figure that a speaker denies, doubts or fears is read like one that is stated. Its
  sentence shows which.
- **Turns of phrase.** Rules miss what nobody foresaw: bare lists (“Wounded: 17”), unusual word
  order, a count spread over several sentences.
- **Borrowed places and speakers.** Where a sentence names neither, they can come from the sentences
  before. An article that moves quickly between places or speakers can be read wrongly there.
- **Overlaps.** A part is known only by words that say so. Two groups that overlap without such
  words are taken for two.
- **Names.** Places and speakers are recognised by the spellings in the
  [vocabularies](#vocabularies). A village that is not listed is not found; a governorate is not
  told from the city of its name.
- **Undated articles.** “On Tuesday” and “this year” become days only where the day of publication
  is known.
- **Corrections.** A running toll that falls is flagged for a person, and not explained. A report
  told anew in other words is not recognised as a copy.
- **Few articles.** The lowest and the highest report are those of the articles at hand. They are no
  margin of error.
"""

ERROR = """
Every figure of a sample was labelled, the program read the same sample, and the two were compared.
Samples that were used while the rules were written are published news; their sentences belong to the
publishers and are no part of this project. Held-out samples were written to measure with, in the manner
of publishers or as real reports retold, and labelled without sight of the rules.

**A sample that was used while the rules were written flatters them:** where they failed on it, they
were mended. A held-out sample, which was not used for that, is the fairer number, and fairest where no
rule was mended by it since.

Precision is the share of the figures read that are figures of the sample; recall is the share of
the sample’s figures that were read; F1 is one number for both. The other columns say, of the figures
found, how many have that field right. A camp and its city count as one place there, a village that
the labels do not list is right for the area around it, and several names of one institution count
as one speaker. Labels that are open to doubt count neither way.
"""

NO_HELD_OUT = """
No held-out sample has been measured yet. Expect more errors on new articles than the table shows.
"""

NO_ERROR = """
The reading error has not been measured yet.
"""

VOCABULARIES_EXPLAINED = """
What the reader knows before it reads: files of the project that a newsroom can add rows to. Every
row says where it comes from. Positions serve to place a mark on a small map. Where a place is
listed under another, it says how reports count, and takes no position on borders.
"""

DICTIONARY_EXPLAINED = f"""
The tables that the program writes, made from their definitions in its code. An empty cell means
unknown, never zero. Several values in one cell stand between semicolons.

Tables: {", ".join(f"[{name}](#table-{name})" for name in TABLES)}.
"""

SAID = (
    "12",
    "at least 12",
    "more than 40,000",
    "about 120",
    "up to 3,000",
    "fewer than 10",
    "between 10 and 12",
)
"""One example for each bound; the reader itself says what they commit to."""

CHOSEN = {
    "latest": "The figure of the latest day. On one day the firmer one (exact before about, about before at "
    "least), then a named speaker’s before a reporter’s own, then the larger. Of a range, its lower end.",
    "lowest": "The smallest figure that a speaker stands by. Of a range, its lower end.",
    "highest": "The largest figure that a speaker stands by. Of a range, its upper end.",
    "two_speakers": "The largest number that at least two speakers say was reached; none where a single "
    "speaker gives a number. “Up to” says of no number that it was reached.",
    "ranked": "The figure of the first speaker who gives a number, in an order that is set on the page.",
}

HELD_OUT = "held-out"
"""A sample whose name says so was not used while the rules were written."""

FIELDS = {
    "figure_precision": "Figures found: precision",
    "figure_recall": "Figures found: recall",
    "figure_f1": "Figures found: F1",
    "strict_f1": "Figures found with bound, side, place and speaker right: F1",
    "bound": "Bound (at least, about ...)",
    "side": "Side",
    "place": "Place",
    "speaker": "Speaker",
    "category": "Kind of people",
    "part_of": "Part of another figure",
    "unit": "Unit (people, families)",
    "operation": "Operation",
}
NOT_MEASURED = "not measured"
GAP = "\N{NO-BREAK SPACE}"

READING_ERROR = Table(
    "reading_error",
    "one field of one labelled sample",
    (
        Column(
            "sample", TEXT, "what was labelled, and whether the rules were written with it", required=True
        ),
        Column("sentences_or_articles", NUMBER, "how many of them", required=True),
        Column("figures", NUMBER, "figures that the share is taken of", "figures", required=True),
        Column("field", TEXT, "what was compared", values=tuple(FIELDS), required=True),
        Column("right", NUMBER, "so many of them are right; NA for an F1, which is no share", "figures"),
        Column("share", DECIMAL, "right by figures, or an F1: 0 to 1", required=True),
        Column("measured_on", DAY, "day of the measurement", "day", required=True),
    ),
)

HEADINGS = {
    "Operations": {
        "name": "Operation",
        "code_name": "Military’s name",
        "started": "First day",
        "ended": "Last day",
        "places": "Places",
        "stated_aim": "Stated aim",
        "outcome": "Outcome",
        "source": "Source",
    },
    "Places": {
        "name": "Place",
        "other_names": "Other spellings",
        "kind": "Kind",
        "parent_id": "Lies in",
        "latitude": "Latitude",
        "longitude": "Longitude",
        "precision": "How exact",
        "source": "Source",
    },
    "Speakers": {
        "speaker": "Speaker",
        "other_names": "Other spellings",
        "kind": "Kind",
        "side": "Side",
        "source": "Source",
    },
    "Anchor days": {"name": "Event", "words": "Words that mean it", "day": "First day", "source": "Source"},
}
"""The columns of the vocabularies that the page shows, and what it calls them."""

DTYPES = {TEXT: "text", NUMBER: "whole number", DECIMAL: "decimal number", DAY: "day", FLAG: "true or false"}


@dataclass(frozen=True)
class Section:
    """One headed part of the page: text as Markdown, and a table as HTML under them.

    `anchor` is what a link on the page leads to.
    """

    anchor: str
    title: str
    text: str = ""
    table: str = ""


VOCABULARIES = Section("vocabularies", "Vocabularies", VOCABULARIES_EXPLAINED)
DICTIONARY = Section("dictionary", "Data dictionary", DICTIONARY_EXPLAINED)


def explained(errors: pd.DataFrame) -> list[Section]:
    """The parts that explain, in their order. `errors` conforms to READING_ERROR."""
    return [
        Section("reading", "How a figure is read", READING),
        Section(
            "bounds",
            "What a number commits to",
            BOUNDS,
            table_html(bounds_table(), "What the reader makes of the words of a number"),
        ),
        Section("operations", "Which operation a figure counts", OPERATIONS),
        Section("dating", "How undated articles are dated", DATING),
        Section("rules", "The rules", RULES_EXPLAINED, table_html(rules_table(), "What each rule chooses")),
        Section("estimates", "What goes into a value", GOING_IN),
        Section("left-out", "What is left out", LEFT_OUT),
        Section("limits", "Known limits", LIMITS),
        _error(errors),
    ]


def tables_explained() -> list[Section]:
    """Every table that the program writes, with its columns."""
    return [
        Section(f"table-{name}", f"{name}.csv", "", table_html(dictionary(table), f"One row is {table.row}."))
        for name, table in TABLES.items()
    ]


def _error(errors: pd.DataFrame) -> Section:
    heading = ("error", "Measured reading error")
    if errors.empty:
        return Section(*heading, NO_ERROR)
    held_out = errors["sample"].str.contains(HELD_OUT, regex=False).any()
    told = ERROR if held_out else f"{ERROR}{NO_HELD_OUT}"
    return Section(*heading, told, table_html(error_table(errors), "Reading error by field and sample"))


def bounds_table() -> pd.DataFrame:
    """What the words of a number commit to, as the reader reads them, and other words for the same."""
    rows = [*(_bound_row(said) for said in SAID), *_vague_rows()]
    return pd.DataFrame(rows, columns=["In the article", "Commits to", "Also written"])


def _bound_row(said: str) -> tuple[str, str, str]:
    (number,) = find_numbers(find_sentences(fold(f"{said} people").text)[0])
    known = [*BEFORE.phrases(), *AFTER.phrases()]
    others = {" ".join(phrase) for phrase, bound in known if bound == number.bound}
    written = sorted(phrase for phrase in others if phrase[0].isalpha() and not said.startswith(f"{phrase} "))
    return said, allowed(number.low, number.high), ", ".join(written)


def _vague_rows() -> list[tuple[str, str, str]]:
    """A row for each floor: the one-word phrase first, or the shortest."""
    floors: dict[int, list[str]] = {}
    for phrase, floor in FLOORS.phrases():
        floors.setdefault(floor, []).append(" ".join(phrase))
    rows = []
    for floor, phrases in sorted(floors.items()):
        plain, *others = sorted(phrases, key=lambda phrase: (phrase.count(" "), phrase))
        rows.append((plain, allowed(floor, None), ", ".join(others)))
    return rows


def allowed(low: int | None, high: int | None) -> str:
    """The numbers that a bound allows, in words.

    >>> allowed(12, 12), allowed(12, None), allowed(None, 9), allowed(10, 12), allowed(None, None)
    ('12', '12 or more', '9 or fewer', '10 to 12', 'no lowest and no highest number')
    """
    if low is None:
        return "no lowest and no highest number" if high is None else f"{words.number(high)} or fewer"
    if high is None:
        return f"{words.number(low)} or more"
    return words.number(low) if low == high else f"{words.number(low)} to {words.number(high)}"


def rules_table() -> pd.DataFrame:
    """A row for each rule: its name as the pages print it, and what it chooses."""
    rows = [(name.capitalize(), CHOSEN[rule]) for rule, name in words.RULES.items()]
    return pd.DataFrame(rows, columns=["Rule", "The value is"])


def error_table(errors: pd.DataFrame) -> pd.DataFrame:
    """A row for each sample, in the order of the file, and a column for each field."""
    rows = []
    for sample, measured in errors.groupby("sample", sort=False):
        by_field = measured.set_index("field")
        when = words.day(measured["measured_on"].max())
        name = str(sample)
        told = f"{name[:1].upper()}{name[1:]} ({when})"
        rows.append([told, *(_error_cell(by_field, field) for field in FIELDS)])
    return pd.DataFrame(rows, columns=["Sample", *FIELDS.values()])


def _error_cell(errors: pd.DataFrame, field: str) -> str:
    if field not in errors.index:
        return NOT_MEASURED
    told: Any = errors.loc[field]
    if pd.isna(told["right"]):
        return f"{told['share']:.3f}"
    share, counted = f"{100 * told['share']:.1f} %", f"({told['right']} of {told['figures']})"
    return f"{share.replace(' ', GAP)} {counted.replace(' ', GAP)}"


def vocabularies(
    operations: pd.DataFrame, places: pd.DataFrame, speakers: pd.DataFrame, events: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """What the reader knows beforehand, by its heading; each row with its source, ids told as names."""
    names = place_names(places)
    located = [
        ", ".join(names.get(place, place) for place in split_list(cell)) for cell in operations["places"]
    ]
    tables = {
        "Operations": operations.assign(places=located),
        "Places": places.assign(parent_id=places["parent_id"].map(names)),
        "Speakers": speakers.assign(side=speakers["side"].map(words.SIDES)),
        "Anchor days": events,
    }
    return {
        name: table[list(HEADINGS[name])].rename(columns=HEADINGS[name]) for name, table in tables.items()
    }


def matching(table: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows that have every wanted word in some cell, in any case; all rows where none is wanted."""
    cells = table.astype("str").fillna("")
    lines = cells.iloc[:, 0].str.cat(cells.iloc[:, 1:], sep=" ").str.casefold()
    found = pd.Series(True, index=table.index)
    for word in wanted.casefold().split():
        found &= lines.str.contains(word, regex=False)
    return table[found].reset_index(drop=True)


def dictionary(table: Table) -> pd.DataFrame:
    """A row for each column of a table."""
    rows = [
        (
            column.name,
            column.meaning,
            ", ".join(column.values),
            f"{DTYPES[column.dtype]} ({column.dtype})",
            column.unit,
            "no" if column.required else "yes",
        )
        for column in table.columns
    ]
    return pd.DataFrame(
        rows, columns=["Column", "Meaning", "Words it may hold", "Type", "Unit", "May be empty"]
    )


def contents_html(sections: Iterable[Section]) -> str:
    """Links to the sections of the page."""
    items = "".join(f'<li><a href="#{escape(one.anchor)}">{escape(one.title)}</a></li>' for one in sections)
    return f'<nav class="contents" aria-label="On this page"><ul>{items}</ul></nav>'


def table_html(table: pd.DataFrame, caption: str) -> str:
    """A small table whose first column heads its rows; too wide for a phone, it scrolls in its own box."""
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in table.columns)
    body = "".join(_row_html(row) for row in table.itertuples(index=False))
    return (
        f'<div class="sheet" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row_html(row: Iterable[Any]) -> str:
    first, *rest = (escape(str(cell)) for cell in row)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def reading_error_in_words(errors: pd.DataFrame) -> str:
    """How often figures are read rightly, a sentence for each sample. `errors` conforms to READING_ERROR."""
    told = []
    for sample, rows in errors.groupby("sample", sort=False):
        shares = rows.set_index("field")["share"]
        fields = [
            f"{FIELDS[field]} {shares[field]:.3f}" for field in ("figure_f1", "strict_f1") if field in shares
        ]
        told.append(f"{sample}: {'; '.join(fields)}.")
    return " ".join(told)

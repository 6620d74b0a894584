"""An article with its figures: the text cut at its marks, what was read of each, and the list of articles.

Everything here is plain text and frames: whoever puts it into HTML escapes it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.figures import words
from pages.figures.contested import POSITIONS, TOPICS, WITHOUT_POSITION
from pages.figures.palette import DARK, Palette
from pages.figures.scopes import each_row

NO_OPERATION, NO_SOURCE = "none", "none"
"""The ids of the operation and the source that an article does not have, as an address names them."""

MOST_SHOWN = 40_000
"""Characters of an article on one page: some twenty screens, and a hundred or two of figures."""


@dataclass(frozen=True)
class Ink:
    """How the figures of one measure are underlined: two CSS colours and a border style."""

    light: str
    dark: str
    line: str

    def of(self, palette: Palette) -> str:
        """The colour in a theme; at least 4.5 to 1 on its page."""
        return self.dark if palette == DARK else self.light


# One hue for each kind of measure, and a line for each measure within it. Every mark also carries its measure
# in words, so neither is needed to read it. None of the hues is a side's.
_HARM, _MOVED, _HELD, _FORCE = (
    ("#6a4c93", "#bfa9e6"),
    ("#1f6b5c", "#66a293"),
    ("#65701f", "#969f56"),
    ("#623f2a", "#e8bfa4"),
)
INKS = {
    "killed": Ink("#1e2226", "#e8e6e2", "solid"),
    "wounded": Ink(*_HARM, "solid"),
    "missing": Ink(*_HARM, "dotted"),
    "displaced": Ink(*_MOVED, "solid"),
    "residents": Ink(*_MOVED, "dotted"),
    "detained": Ink(*_HELD, "solid"),
    "hostages": Ink(*_HELD, "dotted"),
    "troops": Ink(*_FORCE, "solid"),
    "airstrikes": Ink(*_FORCE, "dashed"),
    "rockets": Ink(*_FORCE, "dotted"),
    "structures": Ink(*_FORCE, "double"),
}

UNREAD = "unread"
"""The reason of a number that should perhaps have been read."""

# Why a number is no figure: as its mark says it, and as one and several are counted.
REASONS = {
    "age": ("an age", "age", "ages"),
    "date": ("a date", "date", "dates"),
    "duration": ("a span of time", "span of time", "spans of time"),
    "measurement": ("a measurement", "measurement", "measurements"),
    "money": ("money", "sum of money", "sums of money"),
    "name": ("part of a name", "part of a name", "parts of names"),
    "share": ("a percentage or share", "percentage or share", "percentages or shares"),
    "family": ("a family's children", "number of a family's children", "numbers of a family's children"),
    "nobody": ("“no one”", "“no one”", "“no one”"),
    UNREAD: ("not read as a figure", "not read as a figure", "not read as figures"),
}

STATEMENT = "statement"
"""What the mark of a statement without a figure is labelled with, where a figure's has its measure."""


@dataclass(frozen=True)
class Piece:
    """A run of the text that the same marks cover.

    `start` is its offset in the text as read. `claims` are the figures that cover it, the shortest first, and
    `statements` the statements without a figure; `reason` says why a number is no figure. The first of them
    all owns the piece; `opens` says whether it is the first piece that its owner has. `ends` are the labels
    of the marks that end here: measures, `STATEMENT` or the reason.
    """

    start: int
    text: str
    claims: tuple[Any, ...] = ()
    statements: tuple[Any, ...] = ()
    reason: str | None = None
    opens: bool = False
    ends: tuple[str, ...] = ()


def cut(
    text: str,
    claims: Sequence[Any],
    others: Sequence[Any] = (),
    span: tuple[int, int] | None = None,
    statements: Sequence[Any] = (),
) -> list[Piece]:
    """The text, or a span of it, cut wherever a mark begins or ends; joined again the pieces are that text.

    Args:
        text: an article's text as read.
        claims: rows of its claims. They may overlap and lie in one another.
        others: the numbers in it that are no figure; one inside a figure is not marked.
        span: the first character to show, and one past the last.
        statements: rows of its statements without a figure. They may hold and overlap all of these.
    """
    first, last = span or (0, len(text))
    kinds = [
        [one for one in kind if one.start < last and one.end > first] for kind in (claims, others, statements)
    ]
    edges = {int(edge) for kind in kinds for one in kind for edge in (one.start, one.end)}
    cuts = sorted({first, last} | {edge for edge in edges if first < edge < last})
    runs = zip(cuts, cuts[1:], *(_covering(kind, cuts) for kind in kinds), strict=False)
    opened: set[int] = set()
    return [_piece(text, start, end, over, opened) for start, end, *over in runs]


def _covering(marks: Sequence[Any], cuts: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """For each run between two cuts the marks that cover it, the shortest first."""
    waiting = sorted(marks, key=lambda mark: (mark.start, mark.end))
    open_now: list[Any] = []
    at = 0
    for start in cuts[:-1]:
        while at < len(waiting) and waiting[at].start <= start:
            open_now.append(waiting[at])
            at += 1
        open_now = [mark for mark in open_now if mark.end > start]
        yield tuple(sorted(open_now, key=lambda mark: int(mark.end - mark.start)))


def _piece(text: str, start: int, end: int, over: Sequence[tuple[Any, ...]], opened: set[int]) -> Piece:
    """The piece of the text from `start` to `end`; `opened` is told of the owners of pieces so far."""
    claims, others, statements = over[0], over[1][:1] if not over[0] else (), over[2]
    owner = next(iter((*claims, *others, *statements)), None)
    opens = owner is not None and id(owner) not in opened
    opened.add(id(owner))
    labels = [
        *((claim, claim.measure) for claim in claims),
        *((other, other.reason) for other in others),
        *((statement, STATEMENT) for statement in statements),
    ]
    ends = dict.fromkeys(label for mark, label in labels if mark.end == end)
    reason = others[0].reason if others else None
    return Piece(start, text[start:end], claims, statements, reason, opens, tuple(ends))


def parts_of(text: str, most: int = MOST_SHOWN) -> list[tuple[int, int]]:
    """The spans that a long text is shown in, of at most so many characters, cut after a line where one ends.

    >>> parts_of("one\\ntwo\\nthree", 8), parts_of("", 8)
    ([(0, 8), (8, 13)], [(0, 0)])
    """
    edges = [0]
    while len(text) - edges[-1] > most:
        line_end = text.rfind("\n", edges[-1], edges[-1] + most) + 1
        edges.append(line_end if line_end > edges[-1] else edges[-1] + most)
    return list(zip(edges, [*edges[1:], len(text)], strict=True))


def sentences_of(text: str, marks: Iterable[Any]) -> list[tuple[int, int]]:
    """The spans of the sentences that hold claims or statements, in the order of the text.

    Overlapping ones are joined.
    """
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_sentence_of(text, mark) for mark in marks):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _sentence_of(text: str, mark: Any) -> tuple[int, int]:
    """Where a mark's sentence is; its words alone where the sentence is not in the text as it is."""
    begins = text.rfind(mark.sentence, 0, mark.start + len(mark.sentence))
    ends = begins + len(mark.sentence)
    return (begins, ends) if begins >= 0 and mark.end <= ends else (int(mark.start), int(mark.end))


def facts(
    claim: Any, claims: Mapping[str, Any], places: Mapping[str, str], operations: Mapping[str, str]
) -> list[tuple[str, str]]:
    """What was read of a figure, as names and values in plain words.

    `claims` are the article's by claim_id; `places` and `operations` are names by id.
    """
    people = words.kind(claim)
    told = [
        ("Measure", words.MEASURES[claim.measure] + (f" ({people})" if people else "")),
        ("Figure", words.amount(claim)),
        ("Low to high", _allowed(claim.low, claim.high)),
        ("Unit", "families" if claim.unit == "families" else ""),
        ("Side", "not stated" if claim.side == "unspecified" else words.SIDES[claim.side]),
        ("Place", "none given" if pd.isna(claim.place_id) else places.get(claim.place_id, claim.place_id)),
        ("Operation", operations.get(claim.operation_id, "none")),
        ("Said by", words.speaker(claim.attributed_to)),
        ("As of", words.day(claim.as_of)),
        ("Period", "" if pd.isna(claim.period_words) else claim.period_words),
        ("Tally", {"cumulative": "a running toll", "new": "newly added"}.get(claim.tally, "")),
        ("Part of", _whole(claims.get(claim.part_of))),
        ("Status", "" if claim.status == "read" else claim.status),
        ("To be looked at", "" if pd.isna(claim.flags) else claim.flags),
    ]
    return [(name, value) for name, value in told if value]


def statement_facts(
    statement: Any, places: Mapping[str, str], operations: Mapping[str, str]
) -> list[tuple[str, str]]:
    """What was read of a statement without a figure, as names and values in plain words."""
    told = [
        ("About", "" if pd.isna(statement.topic) else TOPICS[statement.topic]),
        ("Position", POSITIONS.get(statement.position, WITHOUT_POSITION)),
        ("Measure", "" if pd.isna(statement.measure) else words.MEASURES[statement.measure]),
        ("Side", "not stated" if statement.side == "unspecified" else words.SIDES[statement.side]),
        ("Place", places.get(statement.place_id, "none given")),
        ("Operation", operations.get(statement.operation_id, "none")),
        ("Said by", words.speaker(statement.attributed_to)),
    ]
    return [(name, value) for name, value in told if value]


def _allowed(low: Any, high: Any) -> str:
    """What the words of a figure commit to; an open end is said, not guessed."""
    if pd.isna(low) and pd.isna(high):
        return "left open"
    if pd.isna(high):
        return f"{words.number(low)} or more"
    if pd.isna(low):
        return f"{words.number(high)} or fewer"
    return f"{words.number(low)} to {words.number(high)}"


def _whole(claim: Any) -> str:
    return "" if claim is None else f"“{claim.quote}”"


def is_drawn(claim: Any, measures: Iterable[str]) -> bool:
    """Whether the casualty page, which offers some measures, draws the claim or tells why it does not."""
    return pd.notna(claim.operation_id) and claim.status != "rejected" and claim.measure in measures


def why_not_drawn(claim: Any) -> str:
    """Why no chart draws a claim."""
    if claim.status == "rejected":
        return "Not drawn: a person rejected this reading."
    if pd.isna(claim.operation_id):
        return "Not drawn: it counts for no operation."
    return "Not drawn: nothing is estimated from this measure."


def others_in_words(others: Sequence[Any]) -> str:
    """How many numbers were taken for no figure, by reason, the commonest first."""
    counted = pd.Series([other.reason for other in others], dtype="str").value_counts()
    parts = [
        f"{words.number(many)} {REASONS[str(reason)][1 if many == 1 else 2]}"
        for reason, many in counted.items()
    ]
    if not parts:
        return ""
    verb = "is" if len(others) == 1 else "are"
    return f"{words.count(len(others), 'number')} in this text {verb} drawn nowhere: {words.listed(parts)}."


def which_text(article: Any) -> str:
    """Whether the text is ours or a publisher's."""
    if pd.isna(article.original):
        return "The publisher's article."
    return f"A digest in this project's own words, not the publisher's article ({article.original})."


def list_articles(frames: Any) -> pd.DataFrame:
    """The articles, newest first, with `printed_by`, `headline`, `dated`, `operation` and `figures` to print.

    `source_id` and `about_id` are what filters choose by.
    """
    articles = frames.articles
    operations = frames.operations.set_index("operation_id")["name"]
    figures = frames.claims["article_id"].value_counts()
    listed: pd.DataFrame = articles.assign(
        headline=articles["title"].fillna(articles["file"]),
        printed_by=[words.source(article) for article in each_row(articles)],
        source_id=articles["outlet"].fillna(articles["agency"]).fillna(NO_SOURCE),
        dated=[words.dated(article) for article in each_row(articles)],
        about_id=articles["operation_id"].fillna(NO_OPERATION),
        operation=articles["operation_id"].map(operations),
        figures=articles["article_id"].map(figures).fillna(0).astype("int64"),
    )
    return listed.sort_values(
        ["published_latest", "article_id"], ascending=[False, True], na_position="last", ignore_index=True
    )


def find_in_articles(listed: pd.DataFrame, texts: Mapping[str, str], search: str) -> pd.DataFrame:
    """The articles that have every word of a search in their title, file name or text, whatever its case."""
    wanted = search.casefold().split()
    if not wanted:
        return listed
    has = [
        all(word in told for word in wanted)
        for row in each_row(listed)
        for told in [f"{row.headline}\n{row.file}\n{texts.get(row.article_id, '')}".casefold()]
    ]
    return listed[has]


def article_table(listed: pd.DataFrame) -> pd.DataFrame:
    """The list of articles as a table to keep; unknown is NA.

    `Published` is a day where one is known. Its other words are not those of `tables.ABOUT`, whose columns
    stand beside them in a CSV file.
    """
    names = {
        "headline": "Article",
        "printed_by": "Printed by",
        "published": "Published",
        "published_earliest": "Published, earliest",
        "published_latest": "Published, latest",
        "dated_by": "How it is dated",
        "date_note": "Evidence of the day",
        "operation": "Operation",
        "figures": "Figures",
        "article_id": "Article id",
        "url": "Article address",
    }
    kept = listed.assign(dated_by=listed["dated_by"].map(words.DATED_BY))
    return kept[list(names)].rename(columns=names).reset_index(drop=True)

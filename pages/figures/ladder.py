"""The claim ladder: how one toll grew, a step line a speaker, from its first report to its last.

One scope a chart: operation, place, measure, side and unit. Days are columns; the reports of one day stand
side by side in it, for no report gives an hour. A line ends at its speaker's last report: silence after it is
no report of the same number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil
from textwrap import shorten, wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from loaders.tables import MEASURES
from pages.figures import words
from pages.figures.captions import TITLES
from pages.figures.palette import Accent, Palette, chart_layout
from pages.figures.scopes import (
    counting_places,
    each_row,
    operation_names,
    place_names,
    who_says,
    with_articles,
)
from pages.figures.traces import NOT_FADED, Trace, apart, trace
from pages.figures.typesetting import shorten_to, wrap_to

MOST_VOICES = 12
"""Lines that a chart can hold: those of the speakers who spoke most."""

MOST_MARKS = 200
"""Above so many reports a line has one mark a day, else a week, else a month: the last report of each."""

COLOUR = "the colour is the side of those counted."
HOW_TO_READ = (
    "Reports of one day stand side by side within it. A line ends at its speaker's last report: after it "
    f"that speaker is silent. Shapes and dashes are speakers; {COLOUR}"
)

PERIODS = {1: "day", 7: "week", 30: "month"}

# Pixels. The labels stand in a margin of fixed width, so that a chart is the same on a phone and on a screen.
PLOT, TOP, BOTTOM, MARGIN, LEFT, LINE, LABEL_GAP, ARROW = 230, 14, 46, 148, 44, 15, 7, 21
ARROW_HEAD = 8
ARROWS = {1: "arrow-up", -1: "arrow-down"}
LABEL_LINE = 20  # characters
LABEL_SHIFT, LABEL_TYPE, TICK_WIDTH = 5, 12, 130
# Of the width of a print: its margin of labels, and the least height of its plot.
PRINTED_MARGIN, PRINTED_HEIGHT = 0.28, 0.36
HOVER_LINE = 60
MOST_TICKS = 4  # names of days fit between the margins of a phone
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "pentagon", "star")
DASHES = ("solid", "7px,3px", "10px,3px,3px,3px", "3px,2px")
GLYPHS = ("●", "■", "◆", "▲", "⬟", "★")
ONE_DAY = pd.Timedelta(days=1)
# Shares of a day's column: what all its reports take up, and how far two neighbours stand apart at most.
DAY_WIDTH, WIDEST_STEP = 0.76, 0.2
# Shares of the last day's column, after its reports: where lines from marks to labels turn up or down.
FIRST_TURN, LAST_TURN = 0.91, 0.98
LEVEL = 2.0  # pixels that a label is off its mark at most where the line between them is straight


@dataclass(frozen=True)
class Voice:
    """One speaker about one kind of people; `claims` are rows with their articles, oldest first."""

    name: str
    claims: tuple[Any, ...]

    @property
    def numbered(self) -> list[Any]:
        """The claims that give a number: only these are joined by a line."""
        return [claim for claim in self.claims if pd.notna(claim.value)]

    @property
    def last(self) -> Any:
        """What stands at the end of the line: the latest number, else the latest words."""
        return (self.numbered or self.claims)[-1]


@dataclass(frozen=True)
class Ladder:
    """The figures of one scope over time.

    `voices` are those that the chart has room for, in the order of their first report; `speakers` and
    `reports` count all. Where there is a `period`, the last report of each speaker and period stands.
    `apart` are claims that no line can hold: of no known day (so many: `undated`), or of people newly added.
    """

    operation_id: str
    operation: str
    measure: str
    side: str
    unit: str
    place_id: str | None
    place: str
    voices: tuple[Voice, ...]
    speakers: int
    reports: int
    period: str = ""
    apart: tuple[Any, ...] = ()
    undated: int = 0
    added: int = 0

    @property
    def key(self) -> str:
        """What the ladder is chosen by."""
        return "~".join((self.measure, self.side, self.place_id or "", self.unit))

    @property
    def name(self) -> str:
        """Its scope in short: 'Killed · Palestinians · Jenin'."""
        unit = ["families"] if self.unit == "families" else []
        return " · ".join([words.MEASURES[self.measure], words.SIDES[self.side], *unit, self.place])

    @property
    def claims(self) -> list[Any]:
        """Every claim that can be drawn, oldest first."""
        return sorted((one for voice in self.voices for one in voice.claims), key=lambda one: one.day)


def ladders_of(frames: Any, operation_id: str) -> list[Ladder]:
    """The ladders of an operation: by measure, of each the one with most speakers and reports first."""
    names = place_names(frames.places)
    operations = operation_names(frames.operations)
    scope = ["measure", "side", "unit", "home"]
    ladders = []
    for (measure, side, unit, home), claims in _whole_claims(frames, operation_id).groupby(
        scope, dropna=False
    ):
        place_id = str(home) if isinstance(home, str) else None
        found = _ladder(
            _of_one_kind(claims),
            frames.articles,
            operation_id=operation_id,
            operation=operations[operation_id],
            measure=str(measure),
            side=str(side),
            unit=str(unit),
            place_id=place_id,
            place=names.get(place_id or "", "place not stated"),
        )
        ladders.append(found)
    drawable = [ladder for ladder in ladders if ladder.voices]
    return sorted(drawable, key=lambda ladder: (MEASURES.index(ladder.measure), *_less_told(ladder)))


def _less_told(ladder: Ladder) -> tuple[int, int, float, str]:
    """Of scopes told equally often the larger number comes first, which is that of the wider place."""
    return -ladder.speakers, -ladder.reports, -max(_top_of(claim) for claim in ladder.claims), ladder.key


def _whole_claims(frames: Any, operation_id: str) -> pd.DataFrame:
    """The claims of an operation that count a whole, with `home`, the place that each counts with, and `day`.

    Left out are rejected claims, those that a copy repeats, and parts by kind; a part by place (21 of 39 in
    one city) is the whole of its place.
    """
    claims: pd.DataFrame = frames.claims
    home = counting_places(frames.places)
    of_it = claims[(claims["operation_id"] == operation_id) & (claims["status"] != "rejected")]
    of_it = of_it[~of_it["flags"].fillna("").str.contains("carried_from:", regex=False)]
    published = _of_articles(of_it, frames.articles, "published")
    of_it = of_it.assign(home=of_it["place_id"].map(home), day=of_it["as_of"].fillna(published))
    parts = of_it[of_it["part_of"].notna()]
    wholes = claims[claims["claim_id"].isin(parts["part_of"])].set_index("claim_id")
    wholes = wholes.reindex(parts["part_of"]).set_axis(parts.index)
    same_kind = (wholes["category"] == parts["category"]) & (
        wholes["qualifier"].fillna("") == parts["qualifier"].fillna("")
    )
    elsewhere = parts["home"].notna() & (parts["home"] != wholes["place_id"].map(home))
    of_another = wholes["measure"].notna() & (wholes["measure"] != parts["measure"])
    by_kind = parts[~((same_kind & elsewhere) | of_another)]
    return of_it[~of_it.index.isin(by_kind.index)]


def _of_articles(claims: pd.DataFrame, articles: pd.DataFrame, column: str) -> pd.Series[Any]:
    """A column of the claims' articles, as the claims are ordered."""
    return articles.set_index("article_id")[column].reindex(claims["article_id"]).set_axis(claims.index)


def _of_one_kind(claims: pd.DataFrame) -> pd.DataFrame:
    """Figures for one kind of people stand only where nobody counts the people of the scope as a whole."""
    people = (claims["category"] == "people") & claims["qualifier"].isna()
    return claims[people] if people.any() else claims


def _ladder(claims: pd.DataFrame, articles: pd.DataFrame, **scope: Any) -> Ladder:
    """The ladder of the claims of one scope. Only what is drawn is looked at row by row."""
    dated, new = claims["day"].notna(), (claims["tally"] == "new").fillna(False)
    running = _with_lines(claims[dated & ~new], articles)
    reports = running["line"].value_counts()
    most = running[running["line"].isin(reports.nlargest(MOST_VOICES).index)]
    drawn, period = _thin(most)
    apart = claims[~dated | new].head(MOST_MARKS)
    return Ladder(
        **scope,
        voices=tuple(_voices(each_row(with_articles(drawn, articles)))),
        speakers=len(reports),
        reports=len(running),
        period=period,
        apart=tuple(each_row(with_articles(apart, articles))),
        undated=int((~dated).sum()),
        added=int((dated & new).sum()),
    )


def _with_lines(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The claims with `line`, the number of the line that each is on: one a speaker and kind of people."""
    voice = claims["attributed_to"]
    for name in ("outlet", "agency"):
        voice = voice.fillna(_of_articles(claims, articles, name))
    key = [voice.fillna(claims["article_id"]), claims["category"], claims["qualifier"]]
    return claims.assign(line=claims.groupby(key, dropna=False).ngroup())


def _thin(claims: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """No more claims than can be told apart, and the period of which each is its line's last."""
    name = ""
    for days, name_of_period in PERIODS.items():
        if len(claims) <= MOST_MARKS:
            break
        period = (claims["day"] - claims["day"].min()) // (days * ONE_DAY)
        ordered = claims.assign(period=period).sort_values(["day", "claim_id"])
        claims = ordered.drop_duplicates(["line", "period"], keep="last").drop(columns="period")
        name = name_of_period
    return claims, name


def _voices(claims: Iterable[Any]) -> Iterator[Voice]:
    """The speakers in the order of their first report."""
    said: dict[int, list[Any]] = {}
    for claim in claims:
        said.setdefault(claim.line, []).append(claim)
    for rows in said.values():
        kind = words.kind(rows[0])
        yield Voice(who_says(rows[0]) + (f" ({kind})" if kind else ""), tuple(rows))


def default_ladder(ladders: Sequence[Ladder]) -> Ladder:
    """The one that tells most: most speakers, then most reports, then the first."""
    return min(ladders, key=lambda ladder: (-ladder.speakers, -ladder.reports, ladders.index(ladder)))


def title(ladder: Ladder) -> str:
    """What the chart shows."""
    return f"{TITLES[ladder.measure]}, report by report"


def subtitle(ladder: Ladder) -> str:
    """The scope stamp, and what a line is."""
    unit = ["families"] if ladder.unit == "families" else []
    days = [claim.day for claim in ladder.claims]
    scope = [ladder.operation, ladder.place, words.SIDES[ladder.side], *unit]
    return f"{' · '.join(scope)} · {words.days(days[0], days[-1])}. {what_is_drawn(ladder)}"


def what_is_drawn(ladder: Ladder) -> str:
    """What a line is, where there is one."""
    if ladder.reports > 1:
        return "One line a speaker, by the day described; no additions."
    return "One report, so nothing to follow."


def how_to_read(ladder: Ladder) -> str:
    """What to know of its marks: of a single report there is no line and nothing beside it."""
    return HOW_TO_READ if ladder.reports > 1 else COLOUR.capitalize()


def not_drawn(ladder: Ladder) -> str:
    """What belongs to the scope and is not on its lines, in words; empty where all is."""
    told = []
    if ladder.added:
        told.append(f"{words.count(ladder.added, 'figure')} of added people alone, no running total")
    if ladder.undated:
        told.append(f"{words.count(ladder.undated, 'figure')} of no known day")
    if ladder.speakers > len(ladder.voices):
        told.append(f"the lines of {words.count(ladder.speakers - len(ladder.voices), 'further speaker')}")
    if ladder.period:
        told.append(f"all but the last report of a speaker and {ladder.period}")
    where = "Not on the lines" if ladder.reports > 1 else "Not drawn"
    return f"{where}: {words.listed(told)}." if told else ""


def marks_drawn(ladder: Ladder) -> tuple[tuple[str, str], ...]:
    """The kinds of marks that the chart has, each as a character and its meaning."""
    claims = ladder.claims
    kinds = (
        (
            " ".join(GLYPHS[: len(ladder.voices)]),
            "a report, one shape a speaker" if len(ladder.voices) > 1 else "a report",
            True,
        ),
        ("\N{UPWARDS ARROW}", "or more", any(_open_way(claim) > 0 for claim in claims)),
        ("\N{DOWNWARDS ARROW}", "or fewer", any(_open_way(claim) < 0 for claim in claims)),
        ("\N{FISHEYE}", "about", any(claim.bound == "about" for claim in claims)),
        (
            "\N{WHITE CIRCLE}",
            "words without a number, at the least that they say",
            any(pd.isna(claim.value) and claim.bound != "range" for claim in claims),
        ),
        ("I", "from one number to another", any(claim.bound == "range" for claim in claims)),
    )
    return tuple((mark, meaning) for mark, meaning, is_drawn in kinds if is_drawn)


def alt_text(ladder: Ladder) -> str:
    """The chart for those who do not see it: each speaker's reports in order; of many, the last ones."""
    told = [f"{voice.name}: {_course(voice)}." for voice in ladder.voices]
    return " ".join([f"Step chart. {title(ladder)}. {ladder.name}, {ladder.operation}.", *told])


def _course(voice: Voice) -> str:
    steps = list(_changes(voice.claims))
    if len(steps) > 6:
        steps = [steps[0], *steps[-5:]]
    return ", ".join(f"{words.amount(claim)} on {words.day(claim.day)}" for claim in steps)


def _changes(claims: Sequence[Any]) -> Iterator[Any]:
    """The claims that say something else than the one before, and the last."""
    before = None
    for claim in claims:
        if (said := words.amount(claim)) != before or claim is claims[-1]:
            yield claim
        before = said


def ladder_table(ladder: Ladder) -> tuple[pd.DataFrame, list[str]]:
    """The reports on the lines and those apart, oldest first, and the claim_ids of the rows."""
    claims = sorted(
        (*ladder.claims, *ladder.apart),
        key=lambda claim: pd.Timestamp.min if pd.isna(claim.day) else claim.day,
    )
    rows = [
        {
            "Day": claim.day,
            "Said by": words.speaker(claim.attributed_to),
            "Reported": words.amount(claim) + (" more" if claim.tally == "new" else ""),
            "Lowest": claim.low,
            "Value": claim.value,
            "Highest": claim.high,
            "Unit": claim.unit,
            "Printed by": words.source(claim),
        }
        for claim in claims
    ]
    columns = ["Day", "Said by", "Reported", "Lowest", "Value", "Highest", "Unit", "Printed by"]
    table = pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(["Lowest", "Value", "Highest"], "Int64"))
    return table.assign(Day=pd.to_datetime(table["Day"])), [claim.claim_id for claim in claims]


def spread_labels(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Middles of labels that do not meet, each as near to where it is wanted as the others let it.

    They keep their order, top to bottom, within `room`, which holds them all.

    >>> spread_labels([10, 12, 90], [20, 20, 20], 100)
    [10.0, 30.0, 90.0]
    """
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    tops: list[float] = []
    below = 0.0
    for at in order:
        below = max(below, wanted[at] - heights[at] / 2)
        tops.append(below)
        below += heights[at]
    limit = room
    for position in range(len(order) - 1, -1, -1):
        height = heights[order[position]]
        tops[position] = min(tops[position], limit - height)
        limit = tops[position]
    middles = [0.0] * len(wanted)
    for position, at in enumerate(order):
        middles[at] = tops[position] + heights[at] / 2
    return middles


@dataclass(frozen=True)
class _Axes:
    """Where days and numbers lie; the plot is `height` pixels high and its scale begins at zero."""

    first: pd.Timestamp
    last: pd.Timestamp
    top: float
    height: float

    def x(self, day: pd.Timestamp, slot: int, slots: int) -> str:
        """The place of a speaker's report in its day's column, as a time."""
        step = min(WIDEST_STEP, DAY_WIDTH / max(slots - 1, 1))
        return str((day + ONE_DAY * (0.5 + step * (slot - (slots - 1) / 2))).round("s"))

    def down(self, value: float) -> float:
        """Pixels from the top of the plot."""
        return self.height * (1 - value / self.top)

    def up(self, pixels: float) -> float:
        """The number at so many pixels from the top of the plot."""
        return self.top * (1 - pixels / self.height)


@dataclass(frozen=True)
class _Room:
    """What fits on a chart: of a page, down to a phone, or of a print so many pixels wide."""

    width: int | None = None

    @property
    def margin(self) -> float:
        """The margin of the labels, in pixels."""
        return MARGIN if self.width is None else PRINTED_MARGIN * self.width

    @property
    def plot(self) -> float:
        """How high the plot is at least, in pixels."""
        return PLOT if self.width is None else max(PLOT, PRINTED_HEIGHT * self.width)

    @property
    def ticks(self) -> int:
        """How many days can be named."""
        return MOST_TICKS if self.width is None else self.width // TICK_WIDTH

    def lines(self, text: str) -> list[str]:
        """A speaker's name on lines."""
        if self.width is None:
            return wrap(text, LABEL_LINE)
        return wrap_to(text, self.margin - LABEL_SHIFT, LABEL_TYPE)

    def one_line(self, text: str) -> str:
        """What was said, in bold."""
        if self.width is None:
            return shorten(text, LABEL_LINE + 6)
        return shorten_to(text, self.margin - LABEL_SHIFT, LABEL_TYPE, bold=True)


def draw_ladder(ladder: Ladder, palette: Palette, width: int | None = None) -> go.Figure:
    """The chart of a ladder: `customdata` of each mark is its claim_id. Ground and title are the page's.

    `width` is that of a print, in pixels; without it the figure is as wide as its page, down to a phone's.
    """
    voices, room = ladder.voices, _Room(width)
    labels = [_label_lines(voice, nth, room) for nth, voice in enumerate(voices)]
    heights = [_label_height(lines) for lines, _ in labels]
    claims = [claim for voice in voices for claim in voice.claims]
    days = [claim.day for claim in claims]
    axes = _Axes(
        min(days),
        max(days),
        1.12 * max(1, *(_top_of(claim) for claim in claims)),
        max(room.plot, sum(heights)),
    )
    marks = [
        _Mark(claim, axes.x(claim.day, nth, len(voices)), _height_of(claim), SYMBOLS[nth % len(SYMBOLS)])
        for nth, voice in enumerate(voices)
        for claim in voice.claims
    ]
    middles = _label_middles(axes, voices, heights)
    accent = palette.sides[ladder.side]
    traces = [
        _leaders(axes, voices, middles, palette),
        *_lines(axes, voices, accent),
        _open_ends(axes, marks, accent),
        _ranges(marks, accent),
        _abouts(marks, accent),
        _marks(marks, accent, palette, hollow=True),
        _marks(marks, accent, palette, hollow=False),
    ]
    notes = [
        _label(lines, amount, axes.up(middle), accent)
        for (lines, amount), middle in zip(labels, middles, strict=True)
    ]
    drawn = [trace for trace in traces if trace["x"]]
    return go.Figure(drawn, {**_layout(axes, room, palette), "annotations": notes})


def _height_of(claim: Any) -> float:
    """The number at which a claim is drawn: its own; of a range the lower end; of vague words their floor."""
    if claim.bound == "range":
        return float(claim.low)
    known = [value for value in (claim.value, claim.low, claim.high) if pd.notna(value)]
    return float(known[0])


def _top_of(claim: Any) -> float:
    return float(claim.high) if claim.bound == "range" else _height_of(claim)


@dataclass(frozen=True)
class _Mark:
    """Where a claim stands, and its speaker's symbol."""

    claim: Any
    x: str
    y: float
    symbol: str


def _lines(axes: _Axes, voices: Sequence[Voice], accent: Accent) -> Iterator[Trace]:
    """The step line of each speaker who gives more than one number; those of one dash make one trace."""
    for first, dash in enumerate(DASHES):
        lines = [
            [(axes.x(claim.day, nth, len(voices)), _height_of(claim)) for claim in voices[nth].numbered]
            for nth in range(first, len(voices), len(DASHES))
        ]
        yield trace(
            "line",
            "lines",
            apart(line for line in lines if len(line) > 1),
            line={"shape": "hv", "width": 2, "color": accent.mark, "dash": dash},
        )


def _open_ends(axes: _Axes, marks: Sequence[_Mark], accent: Accent) -> Trace:
    """An arrow that leaves a mark upwards (or more) or downwards (or fewer)."""
    ends = [(mark, way) for mark in marks if (way := _open_way(mark.claim))]
    tips = [axes.up(axes.down(mark.y) - way * ARROW) for mark, way in ends]
    return trace(
        "open",
        "lines+markers",
        apart([(mark.x, mark.y), (mark.x, tip)] for (mark, _), tip in zip(ends, tips, strict=True)),
        line={"width": 1.6, "color": accent.mark},
        marker={
            "symbol": [name for _, way in ends for name in ("circle", ARROWS[way], "circle")],
            "size": [0, ARROW_HEAD, 0] * len(ends),
            "color": accent.mark,
            "opacity": 1,
            "line": {"width": 0},
        },
        cliponaxis=False,
    )


def _open_way(claim: Any) -> int:
    """Which way the words leave a claim open: upwards 1, downwards -1, neither 0."""
    if claim.bound in ("range", "about"):
        return 0
    return 1 if pd.isna(claim.high) else -1 if pd.isna(claim.low) else 0


def _ranges(marks: Sequence[_Mark], accent: Accent) -> Trace:
    ranges = [mark for mark in marks if mark.claim.bound == "range"]
    return trace(
        "range",
        "lines+markers",
        apart([(one.x, float(one.claim.low)), (one.x, float(one.claim.high))] for one in ranges),
        line={"width": 2, "color": accent.mark},
        marker={"symbol": "line-ew-open", "size": 10, "line": {"width": 2, "color": accent.mark}},
    )


def _abouts(marks: Sequence[_Mark], accent: Accent) -> Trace:
    about = [mark for mark in marks if mark.claim.bound == "about"]
    return trace(
        "about",
        "markers",
        [(mark.x, mark.y) for mark in about],
        marker={"size": 18, "color": accent.tint, "line": {"width": 0}},
    )


def _marks(marks: Sequence[_Mark], accent: Accent, palette: Palette, *, hollow: bool) -> Trace:
    """The claims that give a number, or, hollow, those that give words alone."""
    drawn = [mark for mark in marks if pd.isna(mark.claim.value) == hollow]
    inside, edge = (palette.paper, accent.mark) if hollow else (accent.mark, palette.paper)
    return trace(
        "claims",
        "markers",
        [(mark.x, mark.y) for mark in drawn],
        customdata=[mark.claim.claim_id for mark in drawn],
        marker={
            "symbol": [mark.symbol for mark in drawn],
            "size": 10,
            "opacity": 1,
            "color": inside,
            "line": {"width": 2 if hollow else 1, "color": edge},
        },
        selected={"marker": {"size": 15}},
        unselected=NOT_FADED,
        cliponaxis=False,
        hovertext=[_hover(mark.claim) for mark in drawn],
        hoverinfo="text",
    )


def _hover(claim: Any) -> str:
    quoted = wrap(f"“{shorten(claim.sentence, 3 * HOVER_LINE, placeholder=' …')}”", HOVER_LINE)
    lines = (
        f"{words.amount(claim)}, {words.day(claim.day)}",
        words.speaker(claim.attributed_to),
        f"{words.source(claim)}, {words.dated(claim)}",
        *quoted,
    )
    return "<br>".join(escape(line, quote=False) for line in lines)


def _label_lines(voice: Voice, nth: int, room: _Room) -> tuple[list[str], str]:
    """The speaker's name on lines that fit the margin, after its mark; and what it said last."""
    glyph = GLYPHS[nth % len(GLYPHS)]
    return room.lines(f"{glyph} {voice.name}")[:4], room.one_line(words.amount(voice.last))


def _label_height(lines: Sequence[str]) -> float:
    """In pixels: what was said stands on a line of its own above the name."""
    return LINE * (len(lines) + 1) + LABEL_GAP


def _label_middles(axes: _Axes, voices: Sequence[Voice], heights: Sequence[float]) -> list[float]:
    """Pixels from the top of the plot to each label. Of those at one height the latest is beside its mark."""
    latest_first = sorted(range(len(voices)), key=lambda nth: voices[nth].last.day, reverse=True)
    spread = spread_labels(
        [axes.down(_height_of(voices[nth].last)) for nth in latest_first],
        [heights[nth] for nth in latest_first],
        axes.height,
    )
    placed = dict(zip(latest_first, spread, strict=True))
    return [placed[nth] for nth in range(len(voices))]


def _label(lines: Sequence[str], amount: str, y: float, accent: Accent) -> dict[str, Any]:
    name = "<br>".join(escape(line, quote=False) for line in lines)
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "left",
        "xshift": LABEL_SHIFT,
        "y": y,
        "yanchor": "middle",
        "text": f"<b>{escape(amount, quote=False)}</b><br>{name}",
        "align": "left",
        "showarrow": False,
        "font": {"size": LABEL_TYPE, "color": accent.text},
    }


def _leaders(axes: _Axes, voices: Sequence[Voice], middles: Sequence[float], palette: Palette) -> Trace:
    """From the marks of the last day to their labels, level or upright: a slope would look like a toll.

    Across days without a report it would look like a line that goes on: there the symbol tells.
    """
    last = [nth for nth, voice in enumerate(voices) if len(voices) > 1 and voice.last.day == axes.last]
    marks = {nth: _height_of(voices[nth].last) for nth in last}
    labels = {nth: middles[nth] for nth in last}
    turns = _turns({nth: labels[nth] - axes.down(marks[nth]) for nth in last}, labels)
    edge = str(axes.last + ONE_DAY)
    lines = []
    for nth in last:
        line = [(axes.x(axes.last, nth, len(voices)), marks[nth])]
        if nth in turns:
            turn = str((axes.last + turns[nth] * ONE_DAY).round("s"))
            level = axes.up(labels[nth])
            line += [(turn, marks[nth]), (turn, level), (edge, level)]
        else:
            line += [(edge, marks[nth])]
        lines.append(line)
    return trace("leader", "lines", apart(lines), line={"width": 1, "dash": "dot", "color": palette.line})


def _turns(falls: Mapping[int, float], labels: Mapping[int, float]) -> dict[int, float]:
    """Where each line that is not level turns, as a share of the day: the farther label's first.

    So no two lines cross: labels are in the order of their marks. `falls` are pixels from mark to label.
    """
    up = sorted((nth for nth, fall in falls.items() if fall < -LEVEL), key=lambda nth: labels[nth])
    down = sorted((nth for nth, fall in falls.items() if fall > LEVEL), key=lambda nth: -labels[nth])
    return {
        nth: FIRST_TURN + (LAST_TURN - FIRST_TURN) * place / max(len(way) - 1, 1)
        for way in (up, down)
        for place, nth in enumerate(way)
    }


def _layout(axes: _Axes, room: _Room, palette: Palette) -> dict[str, Any]:
    step = ceil(((axes.last - axes.first).days + 1) / room.ticks)
    ticks = pd.date_range(axes.first, axes.last, freq=f"{step}D")
    return {
        **chart_layout(palette),
        "width": room.width,
        "height": TOP + axes.height + BOTTOM,
        "margin": {"l": LEFT, "r": room.margin, "t": TOP, "b": BOTTOM},
        "xaxis": {
            "type": "date",
            "range": [str(axes.first), str(axes.last + ONE_DAY)],
            "fixedrange": True,
            "tickvals": [str(tick + ONE_DAY / 2) for tick in ticks],
            "ticktext": [
                f"{tick.day} {tick:%b}" + (f"<br>{tick.year}" if not nth else "")
                for nth, tick in enumerate(ticks)
            ],
            "tickfont": {"size": 12, "color": palette.muted},
            "showgrid": False,
            "zeroline": False,
            "linecolor": palette.line,
            "ticks": "",
        },
        "yaxis": {
            "range": [0, axes.top],
            "fixedrange": True,
            "nticks": 6,
            "tick0": 0,
            "dtick": 1 if axes.top < 5 else None,
            "tickformat": ",d",
            "tickfont": {"size": 12, "color": palette.muted},
            "gridcolor": palette.grid,
            "zeroline": False,
        },
    }

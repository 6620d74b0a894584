"""What is put on a chart whose vertical axis counts pixels downwards, and the figure that comes of it.

A line of text stands where it was put at any width. All that looks alike makes one trace, and words make
traces too: a browser takes its time by the trace, and far more of it by the annotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from pages.figures.palette import Accent, Palette, chart_layout
from pages.figures.traces import NOT_FADED, Trace, apart, trace
from pages.figures.typesetting import width_of, wrap_to

# The axis of a phone and a digit of the numbers at the bars, in pixels: the axis runs as far past the longest
# bars as their numbers need there.
PHONE_WIDTH, NUMBER_WIDTH = 345, 9
# The margins of the chart, in pixels: the axis stands below.
LEFT, RIGHT, TOP, BOTTOM = 8, 2, 4, 36
# How far an open end reaches past its number, in pixels, and the size of its head, half of which is its tip.
ARROW, ARROW_HEAD = 18, 8
# The size of the numbers at the bars and of a claim of none, in pixels.
NUMBER, NOUGHT = 16, 13
BEST = 14  # how high the line at a bar's end is, in pixels
# Plotly draws a symbol that is a line 1.4 times as long as its size.
LINE_SYMBOL = 1.4
# The font of a page is narrower than the widest that a print may be set in, by this share.
PAGE_FONT = 0.78
# Plotly sets words too high by so much of their size.
DROP = 0.1
# What keeps words off the line of zero, and the numbers at the bars off their ends. Two en spaces make an em.
INDENT, EN_SPACE = "\N{NO-BREAK SPACE}", "\N{EN SPACE}"
SPACES, SPACES_PAST_ARROW = 1, 3


@dataclass(frozen=True)
class Run:
    """Words of one look within a line, as they are, without markup. No colour is that of their line."""

    text: str
    bold: bool = False
    italic: bool = False
    color: str | None = None

    @property
    def html(self) -> str:
        """As Plotly reads it."""
        shown = escape(self.text, quote=False)
        shown = f"<span style='color:{self.color}'>{shown}</span>" if self.color else shown
        shown = f"<i>{shown}</i>" if self.italic else shown
        return f"<b>{shown}</b>" if self.bold else shown


@dataclass(frozen=True)
class Mark:
    """A claim, or a square that counts several, as it is drawn; a click picks it by `key`."""

    key: str
    x: float
    y: float
    accent: Accent
    hover: str
    times: int = 1
    hollow: bool = False
    nought: bool = False
    about: bool = False

    @property
    def size(self) -> float:
        """A claim is a dot; the area of a square grows with the claims that it counts, up to a limit."""
        if self.times > 1:
            return float(min(7 + 0.6 * self.times**0.5, 16))
        return 14 if self.nought else 10


@dataclass(frozen=True)
class _Words:
    """A text whose left end stands at `x`; it takes up at most `width` pixels."""

    html: str
    x: float
    y: float
    size: float
    height: float
    color: str
    width: float = 0


@dataclass(frozen=True)
class _Bar:
    """From zero to `value`, its middle at `y`."""

    value: float
    y: float
    height: float
    color: str
    hover: str
    key: str


@dataclass(frozen=True)
class _Span:
    """A line from one number to another."""

    low: float
    high: float
    y: float
    color: str


@dataclass(frozen=True)
class _Spot:
    """A number that is marked: of an open end, `way` is 1 where it points to more, and -1 to fewer."""

    x: float
    y: float
    color: str
    way: int = 0


@dataclass
class Canvas:
    """What has been put on the chart so far, how far down it is, and which number its axis must reach.

    `width` is that of a print, in pixels; on a page, whose width is not known, lines are those of a phone.
    """

    palette: Palette
    width: int | None = None
    y: float = 0
    reach: float = 1
    words: list[_Words] = field(default_factory=list)
    numbers: list[_Words] = field(default_factory=list)
    bars: list[_Bar] = field(default_factory=list)
    bests: list[_Spot] = field(default_factory=list)
    spans: list[_Span] = field(default_factory=list)
    ends: list[_Spot] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def room(self) -> float:
        """How wide the axis is at least, in pixels."""
        return PHONE_WIDTH if self.width is None else self.width - LEFT - RIGHT

    def lines(self, text: str, letters: int, size: float, *, bold: bool = False) -> list[str]:
        """A text on lines: of so many letters on a page, whose font is known; by width in a print."""
        if self.width is None:
            return wrap(text, letters)
        return wrap_to(text, self.room - width_of(INDENT, size, bold=True), size, bold=bold)

    def write(self, runs: Sequence[Run], height: float, size: float, color: str) -> None:
        """A line of text at the left edge."""
        shown = [Run(INDENT), *runs]
        width = sum(width_of(run.text, size, bold=run.bold) for run in shown)
        html = "".join(run.html for run in shown)
        self.words.append(_Words(html, 0, self.y + height / 2, size, height, color, width))
        self.y += height

    def bar(self, value: float, y: float, height: float, color: str, hover: str, key: str) -> None:
        """A bar from zero to `value`, its middle at `y`, which a click picks by `key`."""
        self.bars.append(_Bar(value, y, height, color, hover, key))

    def best(self, value: float, y: float, color: str) -> None:
        """The end of a bar, marked."""
        self.bests.append(_Spot(value, y, color))

    def number(self, value: float, y: float, text: str, color: str, *, past_arrow: bool) -> None:
        """A number in bold, to the right of `value` and of the arrow that leaves it."""
        spaces = SPACES_PAST_ARROW if past_arrow else SPACES
        self._reach(value, NUMBER / 2 * spaces + NUMBER_WIDTH * len(text))
        html = EN_SPACE * spaces + Run(text, bold=True).html
        self.numbers.append(_Words(html, value, y, NUMBER, NUMBER, color))

    def span(self, low: float, high: float, y: float, color: str) -> None:
        """A line from the lowest to the highest number."""
        self.spans.append(_Span(low, high, y, color))

    def arrow(self, value: float, y: float, way: int, color: str) -> None:
        """An open end: an arrow that leaves `value` to the right (1) or to the left (-1)."""
        self._reach(value, ARROW + 6)
        self.ends.append(_Spot(value, y, color, way))

    def mark(self, mark: Mark) -> None:
        """A claim."""
        self.marks.append(mark)

    def _reach(self, value: float, pixels: float) -> None:
        """The axis must leave so many pixels to the right of `value`."""
        self.reach = max(self.reach, value / (1 - pixels / self.room))

    def figure(self) -> go.Figure:
        """All that was put on the chart, on a transparent ground."""
        return go.Figure(list(_traces(self)), _layout(self))


def _layout(canvas: Canvas) -> dict[str, Any]:
    palette = canvas.palette
    top = max([canvas.reach, *(1.05 * bar.value for bar in canvas.bars)])
    return {
        **chart_layout(palette),
        "shapes": list(_grounds(canvas)),
        "width": canvas.width,
        "height": canvas.y + TOP + BOTTOM,
        "margin": {"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        "barmode": "overlay",
        "xaxis": {
            "range": [0, top],
            "visible": bool(canvas.marks),
            "fixedrange": True,
            "nticks": 6,
            "tick0": 0,
            "dtick": 1 if top < 5 else None,
            "tickformat": ",d",
            "tickfont": {"size": 12, "color": palette.muted},
            "gridcolor": palette.grid,
            "zerolinecolor": palette.line,
        },
        "yaxis": {"range": [canvas.y, 0], "visible": False, "fixedrange": True},
    }


def _grounds(canvas: Canvas) -> Iterator[dict[str, Any]]:
    """One shape under all words of lines, or those of the grid would cross them; the line of zero stays."""
    share = PAGE_FONT if canvas.width is None else 1
    if canvas.marks:
        yield {
            "type": "path",
            "path": "".join(
                f"M1,{words.y - words.height / 2}H{share * words.width:.0f}V{words.y + words.height / 2}H1Z"
                for words in canvas.words
            ),
            "xref": "x",
            "xanchor": 0,
            "xsizemode": "pixel",
            "yref": "y",
            "layer": "between",
            "fillcolor": canvas.palette.paper,
            "line": {"width": 0},
        }


def _traces(canvas: Canvas) -> Iterator[Trace]:
    """What lies above comes later."""
    if canvas.bars:
        yield _bars(canvas.bars)
    if canvas.bests:
        yield _bests(canvas.bests)
    for color in dict.fromkeys(one.color for one in canvas.spans):
        yield _spans([one for one in canvas.spans if one.color == color])
    if canvas.ends:
        yield _open_ends(canvas.ends)
    yield from _claims(canvas.marks, canvas.palette.paper)
    for name, words in (("numbers", canvas.numbers), ("words", canvas.words)):
        if words:
            yield _words(name, words)


def _bars(bars: Sequence[_Bar]) -> Trace:
    return {
        "type": "bar",
        "name": "values",
        "orientation": "h",
        "x": [bar.value for bar in bars],
        "y": [bar.y for bar in bars],
        "width": [bar.height for bar in bars],
        "marker": {"color": [bar.color for bar in bars], "line": {"width": 0}},
        "customdata": [bar.key for bar in bars],
        "hovertext": [bar.hover for bar in bars],
        "hoverinfo": "text",
        "unselected": NOT_FADED,
    }


def _bests(spots: Sequence[_Spot]) -> Trace:
    return trace(
        "best",
        "markers",
        [(spot.x, spot.y) for spot in spots],
        marker={
            "symbol": "line-ns-open",
            "size": BEST,
            "color": [spot.color for spot in spots],
            "line": {"width": 3},
        },
        unselected=NOT_FADED,
        cliponaxis=False,
    )


def _spans(spans: Sequence[_Span]) -> Trace:
    """All of one colour; a gap parts each from the next."""
    points = apart([(one.low, one.y), (one.high, one.y)] for one in spans)
    line = {"color": spans[0].color, "width": 2}
    marker = {"symbol": "line-ns-open", "size": 10, "line": line}
    return trace("range", "lines+markers", points, line=line, marker=marker, unselected=NOT_FADED)


def _open_ends(ends: Sequence[_Spot]) -> Trace:
    """Of each a shaft and a head. Plotly moves a symbol off its number against the symbol's own direction."""
    length, tip = ARROW - ARROW_HEAD / 2, ARROW_HEAD / 2
    return trace(
        "open",
        "markers",
        [(end.x, end.y) for end in ends for _ in ("shaft", "head")],
        marker={
            "symbol": ["line-ns-open", "triangle-down"] * len(ends),
            "size": [length / LINE_SYMBOL, ARROW_HEAD] * len(ends),
            "standoff": [length / 2, ARROW - tip] * len(ends),
            "angle": [-90 * end.way for end in ends for _ in ("shaft", "head")],
            "color": [end.color for end in ends for _ in ("shaft", "head")],
            "opacity": 1,
            "line": {"width": [1.6, 0] * len(ends)},
        },
        unselected=NOT_FADED,
        cliponaxis=False,
    )


def _claims(marks: Sequence[Mark], paper: str) -> Iterator[Trace]:
    abouts = [mark for mark in marks if mark.about]
    if abouts:
        yield trace(
            "about",
            "markers",
            [(mark.x, mark.y) for mark in abouts],
            marker={"size": 18, "color": [mark.accent.tint for mark in abouts], "line": {"width": 0}},
            unselected=NOT_FADED,
        )
    if marks:
        yield trace(
            "claims",
            "markers",
            [(mark.x, mark.y) for mark in marks],
            cliponaxis=False,
            customdata=[mark.key for mark in marks],
            selected={"marker": {"size": 15}},
            unselected=NOT_FADED,
            marker={
                "symbol": ["square" if mark.times > 1 else "circle" for mark in marks],
                "size": [mark.size for mark in marks],
                "opacity": 1,
                "color": [paper if mark.hollow or mark.nought else mark.accent.mark for mark in marks],
                "line": {
                    "width": [2 if mark.hollow else 1 for mark in marks],
                    "color": [mark.accent.mark if mark.hollow else paper for mark in marks],
                },
            },
            hovertext=[mark.hover for mark in marks],
            hoverinfo="text",
        )
    noughts = [
        _Words(Run("0", bold=True).html, mark.x, mark.y, NOUGHT, NOUGHT, mark.accent.text)
        for mark in marks
        if mark.nought
    ]
    if noughts:
        yield _words("noughts", noughts, "middle center")


def _words(name: str, words: Sequence[_Words], position: str = "middle right") -> Trace:
    return trace(
        name,
        "text",
        [(one.x, one.y + DROP * one.size) for one in words],
        text=[one.html for one in words],
        textposition=position,
        textfont={"size": [one.size for one in words], "color": [one.color for one in words]},
        # No words can be picked, and with a colour for those that are, the others do not fade.
        selected={"textfont": {"color": words[0].color}},
        cliponaxis=False,
    )

"""The casualty chart: operations on one axis, figures by side, every claim a mark.

The vertical axis counts pixels downwards, so that a line of text stands where it was put at any width. Every
line of text starts at the left edge, above its marks: the chart reads the same on a phone and on a wide
screen, and no two labels can meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import shorten, wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.figures import words
from pages.figures.captions import KIND_NOT_READ, counted_days, figure_of
from pages.figures.palette import Accent, Palette, chart_layout
from pages.figures.scopes import Lane, Scope, View, claim_key, each_row
from pages.figures.typesetting import wrap_to

# Heights in pixels.
HEADING, SUBHEADING, LABEL, LINE, BAR, MARKS, PART, GAP = 22, 22, 22, 16, 20, 20, 8, 12
LANE_GAP, STEM, MOST_STEMS = 5, 1.5, 5
# Characters that fit on a line of a phone, 390 pixels wide.
PHONE_LINE, PHONE_LABEL, PHONE_HEADING = 66, 58, 42
# The axis of a phone and a digit of the numbers at the bars, in pixels: the axis runs as far past the longest
# bars as their numbers need there.
PHONE_WIDTH, NUMBER_WIDTH, ARROW = 345, 9, 20
# The margins of the chart, in pixels: the axis stands below.
LEFT, RIGHT, TOP, BOTTOM = 8, 2, 4, 36
# How far words stand from the line of zero, and from the bar below them.
INDENT, LEAD = 3, 2
# The mark of silence; a claim of none is the numeral, and one without a number is hollow.
NOT_REPORTED, NOUGHT = "\N{EM DASH}", "0"
# At it no line is broken.
EN_SPACE = "\N{EN SPACE}"
# What was not picked keeps its colour, for that says whose people it counts.
NOT_FADED = {"marker": {"opacity": 1}}
# Claims of one line are spread over so many pixels of its height, so that equal numbers can be told apart.
SPREAD = 12


@dataclass
class _Canvas:
    """What has been put on the chart so far, how far down it is, and which number its axis must reach.

    `width` is that of a print, in pixels; on a page, whose width is not known, lines are those of a phone.
    """

    palette: Palette
    width: int | None = None
    y: float = 0
    reach: float = 1
    notes: list[dict[str, Any]] = field(default_factory=list)
    bars: list[dict[str, Any]] = field(default_factory=list)
    marks: list[dict[str, Any]] = field(default_factory=list)
    spans: list[dict[str, Any]] = field(default_factory=list)
    values: list[dict[str, Any]] = field(default_factory=list)

    @property
    def room(self) -> float:
        """How wide the axis is at least, in pixels."""
        return PHONE_WIDTH if self.width is None else self.width - LEFT - RIGHT - INDENT

    def lines(self, text: str, letters: int, size: float, *, bold: bool = False) -> list[str]:
        """A text on lines: of so many letters on a page, whose font is known; by width in a print."""
        if self.width is None:
            return wrap(text, letters)
        return wrap_to(text, self.room, size, bold=bold)

    def write(self, text: str, height: float, size: float, color: str) -> None:
        """A line of text at the left edge. `text` is HTML as Plotly reads it: escape what is not ours."""
        self.notes.append(
            {
                "x": 0,
                "xref": "paper",
                "xanchor": "left",
                "y": self.y + height / 2,
                "yanchor": "middle",
                "xshift": INDENT,
                "text": text,
                "showarrow": False,
                "align": "left",
                "bgcolor": self.palette.paper,  # or lines of the grid would cross the words
                "borderpad": 0,
                "font": {"size": size, "color": color},
            }
        )
        self.y += height

    def write_wrapped(self, text: str, bold: str, color: str) -> None:
        """A text of small type on as many lines as a phone needs; `bold` is how it begins."""
        for position, line in enumerate(self.lines(f"{bold}{text}", PHONE_LINE, 12, bold=not text)):
            shown = escape(line, quote=False)
            if position == 0 and line.startswith(bold):
                shown = f"<b>{escape(bold, quote=False)}</b>{escape(line[len(bold) :], quote=False)}"
            self.write(shown, LINE, 12, color)

    def bar(self, value: float, y: float, height: float, color: str, hover: str, key: str) -> None:
        """A bar from zero to `value`, its middle at `y`, which a click picks by `key`."""
        bar = {"value": value, "y": y, "height": height, "color": color, "hover": hover, "key": key}
        self.bars.append(bar)

    def number(self, value: float, y: float, text: str, color: str, shift: float) -> None:
        """A number in bold, `shift` pixels to the right of `value`."""
        self.reach = max(self.reach, value / (1 - (shift + NUMBER_WIDTH * len(text)) / self.room))
        self.notes.append(
            {
                "x": value,
                "y": y,
                "text": f"<b>{escape(text, quote=False)}</b>",
                "showarrow": False,
                "xanchor": "left",
                "xshift": shift,
                "font": {"size": 16, "color": color},
            }
        )

    def arrow(self, value: float, y: float, direction: int, color: str) -> None:
        """An open end: an arrow that leaves `value` to the right (1) or to the left (-1)."""
        self.reach = max(self.reach, value / (1 - (ARROW + 6) / self.room))
        self.notes.append(
            {
                "x": value,
                "y": y,
                "ax": direction * ARROW,
                "ay": 0,
                "text": "",
                "showarrow": True,
                "arrowside": "start",
                "startarrowhead": 2,
                "startarrowsize": 0.9,
                "arrowwidth": 1.6,
                "arrowcolor": color,
            }
        )


def draw_casualties(
    scopes: Sequence[Scope],
    operations: pd.DataFrame,
    articles: pd.DataFrame,
    view: View,
    palette: Palette,
    width: int | None = None,
) -> go.Figure:
    """The chart of `scopes`: a row is a bar at the rule's value and its claims as marks, or silence in words.

    The figure has no title and a transparent ground: the words around it are those of `captions`. `width` is
    that of a print, in pixels; without it the figure is as wide as its page, down to a phone's.
    """
    canvas = _Canvas(palette, width)
    for operation in each_row(operations[operations["operation_id"].isin(view.operations)]):
        of_it = [scope for scope in scopes if scope.operation_id == operation.operation_id]
        if of_it:
            _draw_operation(canvas, operation, articles, of_it, view)
    return _figure(canvas)


def _draw_operation(
    canvas: _Canvas, operation: Any, articles: pd.DataFrame, scopes: Sequence[Scope], view: View
) -> None:
    for line in _heading(canvas, operation.name):
        canvas.write(f"<b>{escape(line, quote=False)}</b>", HEADING, 15, canvas.palette.text)
    canvas.write(escape(coverage(operation, articles), quote=False), SUBHEADING, 12, canvas.palette.muted)
    for scope in scopes:
        _draw_scope(canvas, scope, view)
    canvas.y += GAP


def _heading(canvas: _Canvas, name: str) -> list[str]:
    """A name too long for a line breaks where its place ends and its days begin."""
    lines = canvas.lines(name, PHONE_HEADING, 15, bold=True)
    place, comma, days = name.partition(", ")
    return [f"{place},", days] if len(lines) == 2 and comma else lines


def coverage(operation: Any, articles: pd.DataFrame) -> str:
    """How many articles are mainly about an operation, and of which days: '3 articles, 4–6 July 2023'."""
    about = articles[(articles["operation_id"] == operation.operation_id) & articles["same_as"].isna()]
    if about.empty:
        return "no article"
    span = words.days(about["published_earliest"].min(), about["published_latest"].max())
    return f"{words.count(len(about), 'article')}, {span}"


def _draw_scope(canvas: _Canvas, scope: Scope, view: View) -> None:
    accent = canvas.palette.sides[scope.side]
    side = words.SIDES[scope.side]
    shown = f"<b><span style='color:{accent.text}'>{side}</span></b>"
    if scope.estimate is None:
        canvas.write(f"{shown}  <b>{NOT_REPORTED}</b> <i>{view.silence}</i>", LABEL, 13, canvas.palette.muted)
        return
    details = [scope.place or "place not stated"]
    if scope.unit == "families":
        details.append("families")
    details.append(_reading(scope, view))
    first, *more = canvas.lines(f"{side}{EN_SPACE}{' · '.join(details)}", PHONE_LABEL, 13, bold=True)
    canvas.write(shown + escape(first.removeprefix(side), quote=False), LABEL, 13, canvas.palette.muted)
    for line in [*more, *canvas.lines(counted_days(scope), PHONE_LINE, 12)]:
        canvas.write(escape(line, quote=False), LINE, 12, canvas.palette.muted)
    canvas.y += LEAD
    _draw_value(canvas, scope, accent)
    for lane in scope.lanes:
        _draw_lane(canvas, lane, accent)
    for part in scope.parts:
        _draw_lane(canvas, part, accent)
    canvas.y += GAP


def _reading(scope: Scope, view: View) -> str:
    """What the number at the bar is: the rule, and what the reports allow if that is not the number alone."""
    estimate = scope.estimate
    if pd.isna(estimate.best):
        return words.without_value(estimate)
    allowed = words.span_of_values(estimate.low, estimate.high, estimate.open_low, estimate.open_high)
    rule = words.RULES[view.rule]  # the order of ranked speakers stands in the subtitle
    if allowed in (words.number(estimate.best), figure_of(scope)):
        return rule
    disagree = ", speakers disagree" if estimate.contested else ""
    return f"{rule} (all reports: {allowed}{disagree})"


def _draw_value(canvas: _Canvas, scope: Scope, accent: Accent) -> None:
    """The bar of the rule's value with its number; a line from the lowest to the highest report."""
    y = canvas.y + BAR / 2
    estimate = scope.estimate
    if pd.notna(estimate.best):
        canvas.bar(estimate.best, y, BAR, accent.tint, figure_of(scope), scope.key)
        canvas.values.append({"x": estimate.best, "y": y, "color": accent.mark})
        if pd.notna(estimate.low) and pd.notna(estimate.high) and estimate.low < estimate.high:
            canvas.spans.append({"low": estimate.low, "high": estimate.high, "y": y, "color": accent.mark})
        end = max(value for value in (estimate.best, estimate.high) if pd.notna(value))
        only_more = bool(estimate.open_high and not estimate.open_low)
        if only_more:
            canvas.arrow(end, y, 1, accent.mark)
        shift = ARROW + 6 if only_more else 7
        canvas.number(end, y, figure_of(scope), accent.text, shift)
        canvas.y += BAR


def _draw_lane(canvas: _Canvas, lane: Lane, accent: Accent) -> None:
    bold, rest = lane_words(lane)
    canvas.y += LANE_GAP
    canvas.write_wrapped(rest, bold, canvas.palette.muted)
    y = canvas.y + MARKS / 2
    if lane.whole is not None:
        last = lane.claims[-1]
        canvas.bar(
            lane.whole, y, PART, accent.tint, f"the whole: {words.number(lane.whole)}", claim_key(last)
        )
        if pd.notna(last.value):
            canvas.bar(last.value, y, PART, accent.mark, bold, claim_key(last))
    step = 0.0 if lane.times > len(lane.claims) else min(8.0, SPREAD / max(len(lane.claims) - 1, 1))
    first = y - step * (len(lane.claims) - 1) / 2
    stem = lane.whole is None and len(lane.claims) <= MOST_STEMS
    for nth, claim in enumerate(lane.claims):
        _draw_claim(canvas, claim, first + step * nth, accent, stem=stem)
    canvas.y += MARKS


def _draw_claim(canvas: _Canvas, claim: Any, y: float, accent: Accent, *, stem: bool) -> None:
    """A mark; where marks are few, a thin stem ties each to the words above it."""
    at = claim.value if pd.notna(claim.value) else claim.low
    if pd.isna(at):
        at = claim.high
    if stem:
        canvas.bar(at, y, STEM, accent.tint, "", claim_key(claim))
    canvas.marks.append(
        {
            "key": claim_key(claim),
            "x": at,
            "y": y,
            "hollow": bool(pd.isna(claim.value)),
            "nought": bool(claim.times == 1 and pd.notna(claim.value) and claim.value == 0),
            "about": claim.bound == "about" and claim.times == 1,
            "times": claim.times,
            "accent": accent,
            "hover": _hover(claim),
        }
    )
    if claim.times > 1:
        return  # the bounds of one claim are not those of its bin
    if claim.bound == "range":
        canvas.spans.append({"low": claim.low, "high": claim.high, "y": y, "color": accent.mark})
    elif claim.bound != "about" and pd.isna(claim.high):
        canvas.arrow(at, y, 1, accent.mark)
    elif claim.bound != "about" and pd.isna(claim.low):
        canvas.arrow(at, y, -1, accent.mark)


def lane_words(lane: Lane) -> tuple[str, str]:
    """What a lane says, its number first: ('at least 12', ' · Health Ministry · 5 July 2023')."""
    amounts = list(dict.fromkeys(shorten(words.amount(claim), 40) for claim in lane.claims))
    said = ", ".join(amounts) if len(amounts) < 4 else f"first {amounts[0]}, latest {amounts[-1]}"
    numbered = [claim for claim in lane.claims if pd.notna(claim.least)]
    if lane.times > len(lane.claims) and numbered:
        least, most = min(claim.least for claim in numbered), max(claim.most for claim in numbered)
        said = f"{words.number(least)} to {words.number(most)}, latest {amounts[-1]}"
    if lane.whole is not None:
        said += f" of the {words.number(lane.whole)}"
    unknown = [KIND_NOT_READ] if lane.whole is not None and not lane.people else []
    pieces = ["", *filter(None, [lane.people]), *unknown]
    if lane.rest is not None:
        pieces.append(f"the other {words.number(lane.rest)} credited to no place")
    counted = (
        f", counted in {words.count(len(lane.claims), 'square')}" if lane.times > len(lane.claims) else ""
    )
    how_many = [f"{words.number(lane.times)} claims{counted}"] if lane.times > 1 else []
    span = words.days(*lane.days).replace(" ", "\N{NO-BREAK SPACE}")
    return said, " · ".join([*pieces, lane.speaker, *how_many, span])


def _mark_size(mark: dict[str, Any]) -> float:
    """A claim is a dot; the area of a square grows with the claims that it counts, up to a limit."""
    if mark["times"] > 1:
        return float(min(7 + 0.6 * mark["times"] ** 0.5, 16))
    return 14 if mark["nought"] else 10


def _hover(claim: Any) -> str:
    if claim.times > 1:
        return _hover_of_bin(claim)
    said = shorten(claim.sentence, 3 * PHONE_LINE, placeholder=" …")
    quoted = "<br>".join(escape(line, quote=False) for line in wrap(f"“{said}”", PHONE_LINE))
    lines = (
        words.amount(claim),
        words.speaker(claim.attributed_to),
        f"{words.source(claim)}, {words.dated(claim)}",
    )
    return "<br>".join([*(escape(line, quote=False) for line in lines), quoted])


def _hover_of_bin(claim: Any) -> str:
    said = f"{words.number(claim.times)} claims"
    if pd.notna(claim.least):
        least, most = int(claim.least), int(claim.most)
        span = words.number(least) if least == most else f"{words.number(least)} to {words.number(most)}"
        said = f"{said} of {span}"
    latest = f"the latest: {words.amount(claim)}, {words.day(claim.day)}"
    return "<br>".join(escape(line, quote=False) for line in (said, claim.who, latest))


def _figure(canvas: _Canvas) -> go.Figure:
    palette = canvas.palette
    top = max([canvas.reach, *(1.05 * bar["value"] for bar in canvas.bars)])
    figure = go.Figure(list(_traces(canvas)))
    figure.update_layout(
        **chart_layout(palette),
        annotations=canvas.notes,
        width=canvas.width,
        height=canvas.y + TOP + BOTTOM,
        margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        barmode="overlay",
    )
    figure.update_xaxes(
        range=[0, top],
        visible=bool(canvas.marks),
        fixedrange=True,
        nticks=6,
        tick0=0,
        dtick=1 if top < 5 else None,
        tickformat=",d",
        tickfont={"size": 12, "color": palette.muted},
        gridcolor=palette.grid,
        zerolinecolor=palette.line,
    )
    figure.update_yaxes(range=[canvas.y, 0], visible=False, fixedrange=True)
    return figure


def _traces(canvas: _Canvas) -> Iterable[go.Bar | go.Scatter]:
    if canvas.bars:
        yield go.Bar(
            name="values",
            orientation="h",
            x=[bar["value"] for bar in canvas.bars],
            y=[bar["y"] for bar in canvas.bars],
            width=[bar["height"] for bar in canvas.bars],
            marker={"color": [bar["color"] for bar in canvas.bars], "line": {"width": 0}},
            customdata=[bar["key"] for bar in canvas.bars],
            hovertext=[bar["hover"] for bar in canvas.bars],
            hoverinfo="text",
            unselected=NOT_FADED,
        )
    if canvas.values:
        yield go.Scatter(
            name="best",
            x=[value["x"] for value in canvas.values],
            y=[value["y"] for value in canvas.values],
            mode="markers",
            marker={
                "symbol": "line-ns-open",
                "size": 0.7 * BAR,
                "color": [value["color"] for value in canvas.values],
                "line": {"width": 3},
            },
            unselected=NOT_FADED,
            cliponaxis=False,
            hoverinfo="skip",
        )
    for span in canvas.spans:
        yield go.Scatter(
            name="range",
            x=[span["low"], span["high"]],
            y=[span["y"]] * 2,
            mode="lines+markers",
            line={"color": span["color"], "width": 2},
            marker={"symbol": "line-ns-open", "size": 10, "line": {"width": 2, "color": span["color"]}},
            unselected=NOT_FADED,
            hoverinfo="skip",
        )
    yield from _claim_traces(canvas)


def _claim_traces(canvas: _Canvas) -> Iterable[go.Scatter]:
    halos = [mark for mark in canvas.marks if mark["about"]]
    if halos:
        yield go.Scatter(
            name="about",
            x=[mark["x"] for mark in halos],
            y=[mark["y"] for mark in halos],
            mode="markers",
            marker={"size": 18, "color": [mark["accent"].tint for mark in halos], "line": {"width": 0}},
            unselected=NOT_FADED,
            hoverinfo="skip",
        )
    noughts = [mark for mark in canvas.marks if mark["nought"]]
    if canvas.marks:
        paper = canvas.palette.paper
        yield go.Scatter(
            name="claims",
            x=[mark["x"] for mark in canvas.marks],
            y=[mark["y"] for mark in canvas.marks],
            mode="markers",
            cliponaxis=False,
            customdata=[mark["key"] for mark in canvas.marks],
            selected={"marker": {"size": 15}},
            unselected=NOT_FADED,
            marker={
                "symbol": ["square" if mark["times"] > 1 else "circle" for mark in canvas.marks],
                "size": [_mark_size(mark) for mark in canvas.marks],
                "opacity": 1,
                "color": [
                    paper if mark["hollow"] or mark["nought"] else mark["accent"].mark
                    for mark in canvas.marks
                ],
                "line": {
                    "width": [2 if mark["hollow"] else 1 for mark in canvas.marks],
                    "color": [mark["accent"].mark if mark["hollow"] else paper for mark in canvas.marks],
                },
            },
            hovertext=[mark["hover"] for mark in canvas.marks],
            hoverinfo="text",
        )
    if noughts:
        yield go.Scatter(
            name="noughts",
            x=[mark["x"] for mark in noughts],
            y=[mark["y"] for mark in noughts],
            mode="text",
            cliponaxis=False,
            text=[f"<b>{NOUGHT}</b>"] * len(noughts),
            textposition="middle center",
            textfont={"size": 13, "color": [mark["accent"].text for mark in noughts]},
            hoverinfo="skip",
        )

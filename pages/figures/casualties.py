"""The casualty chart: operations on one axis, figures by side, every claim a mark.

Every line of text starts at the left edge, above its marks: the chart reads the same on a phone and on a wide
screen, and no two labels can meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import shorten, wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.figures import words
from pages.figures.canvas import EN_SPACE, Canvas, Mark, Run
from pages.figures.captions import KIND_NOT_READ, counted_days, figure_of
from pages.figures.palette import Accent, Palette
from pages.figures.scopes import Lane, Scope, View, claim_key, each_row

# Heights in pixels.
HEADING, SUBHEADING, LABEL, LINE, BAR, MARKS, PART, GAP = 22, 22, 22, 16, 20, 20, 8, 12
LANE_GAP, STEM, MOST_STEMS = 5, 1.5, 5
LEAD = 2  # from words to the bar below them
# Sizes of type in pixels.
BIG, MIDDLE, SMALL = 15, 13, 12
# Characters that fit on a line of a phone, 390 pixels wide.
PHONE_LINE, PHONE_LABEL, PHONE_HEADING = 66, 58, 42
# The mark of silence; a claim of none is the numeral, and one without a number is hollow.
NOT_REPORTED = "\N{EM DASH}"
# Claims of one line are spread over so many pixels of its height, so that equal numbers can be told apart.
SPREAD = 12


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
    canvas = Canvas(palette, width)
    for operation in each_row(operations[operations["operation_id"].isin(view.operations)]):
        of_it = [scope for scope in scopes if scope.operation_id == operation.operation_id]
        if of_it:
            _draw_operation(canvas, operation, articles, of_it, view)
    return canvas.figure()


def _draw_operation(
    canvas: Canvas, operation: Any, articles: pd.DataFrame, scopes: Sequence[Scope], view: View
) -> None:
    for line in _heading(canvas, operation.name):
        canvas.write([Run(line, bold=True)], HEADING, BIG, canvas.palette.text)
    canvas.write([Run(coverage(operation, articles))], SUBHEADING, SMALL, canvas.palette.muted)
    for scope in scopes:
        _draw_scope(canvas, scope, view)
    canvas.y += GAP


def _heading(canvas: Canvas, name: str) -> list[str]:
    """A name too long for a line breaks where its place ends and its days begin."""
    lines = canvas.lines(name, PHONE_HEADING, BIG, bold=True)
    place, comma, days = name.partition(", ")
    return [f"{place},", days] if len(lines) == 2 and comma else lines


def coverage(operation: Any, articles: pd.DataFrame) -> str:
    """How many articles are mainly about an operation, and of which days: '3 articles, 4–6 July 2023'."""
    about = articles[(articles["operation_id"] == operation.operation_id) & articles["same_as"].isna()]
    if about.empty:
        return "no article"
    span = words.days(about["published_earliest"].min(), about["published_latest"].max())
    return f"{words.count(len(about), 'article')}, {span}"


def _draw_scope(canvas: Canvas, scope: Scope, view: View) -> None:
    accent = canvas.palette.sides[scope.side]
    side = words.SIDES[scope.side]
    shown = Run(side, bold=True, color=accent.text)
    if scope.estimate is None:
        silence = [Run(f"{EN_SPACE}{NOT_REPORTED} ", bold=True), Run(view.silence, italic=True)]
        canvas.write([shown, *silence], LABEL, MIDDLE, canvas.palette.muted)
        return
    details = [scope.place or "place not stated"]
    if scope.unit == "families":
        details.append("families")
    details.append(_reading(scope, view))
    first, *more = canvas.lines(f"{side}{EN_SPACE}{' · '.join(details)}", PHONE_LABEL, MIDDLE, bold=True)
    canvas.write([shown, Run(first.removeprefix(side))], LABEL, MIDDLE, canvas.palette.muted)
    for line in [*more, *canvas.lines(counted_days(scope), PHONE_LINE, SMALL)]:
        canvas.write([Run(line)], LINE, SMALL, canvas.palette.muted)
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
    together = allowed.replace(" ", "\N{NO-BREAK SPACE}")
    return f"{rule} (all reports: {together}{disagree})"


def _draw_value(canvas: Canvas, scope: Scope, accent: Accent) -> None:
    """The bar of the rule's value with its number; a line from the lowest to the highest report."""
    y = canvas.y + BAR / 2
    estimate = scope.estimate
    if pd.notna(estimate.best):
        canvas.bar(estimate.best, y, BAR, accent.tint, figure_of(scope), scope.key)
        canvas.best(estimate.best, y, accent.mark)
        if pd.notna(estimate.low) and pd.notna(estimate.high) and estimate.low < estimate.high:
            canvas.span(estimate.low, estimate.high, y, accent.mark)
        end = max(value for value in (estimate.best, estimate.high) if pd.notna(value))
        only_more = bool(estimate.open_high and not estimate.open_low)
        if only_more:
            canvas.arrow(end, y, 1, accent.mark)
        canvas.number(end, y, figure_of(scope), accent.text, past_arrow=only_more)
        canvas.y += BAR


def _draw_lane(canvas: Canvas, lane: Lane, accent: Accent) -> None:
    bold, rest = lane_words(lane)
    canvas.y += LANE_GAP
    _write_lane(canvas, bold, rest)
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


def _write_lane(canvas: Canvas, bold: str, rest: str) -> None:
    """What a lane says, on as many lines as it needs."""
    for position, line in enumerate(canvas.lines(f"{bold}{rest}", PHONE_LINE, SMALL, bold=not rest)):
        first = bold if position == 0 and line.startswith(bold) else ""
        runs = [Run(first, bold=True), Run(line.removeprefix(first))]
        canvas.write(runs, LINE, SMALL, canvas.palette.muted)


def _draw_claim(canvas: Canvas, claim: Any, y: float, accent: Accent, *, stem: bool) -> None:
    """A mark; where marks are few, a thin stem ties each to the words above it."""
    at = claim.value if pd.notna(claim.value) else claim.low
    if pd.isna(at):
        at = claim.high
    if stem:
        canvas.bar(at, y, STEM, accent.tint, "", claim_key(claim))
    canvas.mark(
        Mark(
            key=claim_key(claim),
            x=at,
            y=y,
            accent=accent,
            hover=_hover(claim),
            times=claim.times,
            hollow=bool(pd.isna(claim.value)),
            nought=bool(claim.times == 1 and pd.notna(claim.value) and claim.value == 0),
            about=claim.bound == "about" and claim.times == 1,
        )
    )
    if claim.times > 1:
        return  # the bounds of one claim are not those of its bin
    if claim.bound == "range":
        canvas.span(claim.low, claim.high, y, accent.mark)
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

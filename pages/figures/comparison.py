"""Operation by operation: aligned rows, small bars in the cells, silence in words.

The table is plain data (`compare`) and then HTML (`comparison_html`), so that a screen reader has its headers
and a phone its own layout. A bar compares the operations of its row, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from types import SimpleNamespace
from typing import Any

import pandas as pd

from loaders.tables import split_list
from pages.figures import words
from pages.figures.captions import amount_of, figure_of, spoken_by
from pages.figures.palette import Palette
from pages.figures.scopes import (
    SIDES_ALWAYS_SHOWN,
    Lane,
    Pick,
    Scope,
    View,
    each_row,
    oldest_first,
    operation_names,
    picks_of,
    place_names,
    scopes_of,
)

FIGURES = ("troops", "killed", "wounded", "displaced", "detained")
PER_DAY = ("killed", "wounded", "detained")
NOT_STATED = "not stated"
# The unit whose number is on no scale of people.
FAMILIES = "families"
SHARE_OF_RESIDENTS = "Displaced, share of residents"
DECIMALS = 3
"""Of a rate and of a share in the table to keep; the page prints fewer."""
# Ends the columns of the claim that another is a part of.
WHOLE = "_whole"
SIDE_LABELS = {**words.SIDES, "other": "other people", "unspecified": "side not stated"}


@dataclass(frozen=True)
class Number:
    """The number of a cell as a file has it; an end that is open or not known is NA."""

    low: Any
    value: Any
    high: Any
    unit: str


@dataclass(frozen=True)
class Cell:
    """What one operation has in a row: words, a note under them, and a share of the row's longest bar.

    A click on the cell picks its `key`, and `pick` is the value with the claims that are then shown. A cell
    of words alone, or a silent one, has no `number`.
    """

    text: str
    note: str = ""
    share: float | None = None
    silent: bool = False
    vague: bool = False
    key: str = ""
    pick: Pick | None = None
    number: Number | None = None


@dataclass(frozen=True)
class Row:
    """One aligned row. `side` gives its bars their colour; `note` is what to keep in mind on comparing.

    `is_figure` says that its cells are figures of a side, which articles give or are silent about.
    """

    label: str
    cells: tuple[Cell, ...]
    side: str = "unspecified"
    note: str = ""
    is_figure: bool = False


def compare(
    frames: Any, operations: Sequence[str], rule: str, narrowed: str = ""
) -> tuple[pd.DataFrame, list[Row]]:
    """The operations chosen, oldest first, and the rows that compare them.

    `narrowed` says whose figures `frames` hold, where it is not everyone's: others may give what these do
    not.
    """
    chosen = frames.operations[frames.operations["operation_id"].isin(operations)].reset_index(drop=True)
    rows = _all_rows(frames, chosen, rule)
    return chosen, [_narrowed(row, narrowed) for row in rows] if narrowed else rows


def _narrowed(row: Row, narrowed: str) -> Row:
    """The row with the silence of those chosen, which is not that of all articles."""
    cells = [
        replace(cell, text=silence_of(narrowed)) if cell.text == words.NOT_REPORTED else cell
        for cell in row.cells
    ]
    return replace(row, cells=tuple(cells))


def silence_of(narrowed: str) -> str:
    """What a cell without a figure says."""
    return f"no figure by the {narrowed}" if narrowed else words.NOT_REPORTED


def _all_rows(frames: Any, chosen: pd.DataFrame, rule: str) -> list[Row]:
    return [
        *_dates(chosen),
        _places(chosen, frames.places),
        *(row for measure in FIGURES for row in _figures(frames, chosen, measure, rule)),
        *_shares_of_residents(frames, chosen),
        _stated("Stated aim", chosen["stated_aim"], chosen["source"]),
        _stated("Outcome", chosen["outcome"]),
        _articles(chosen),
    ]


def _dates(chosen: pd.DataFrame) -> list[Row]:
    dates, days = [], []
    longest = chosen["days"].max()
    for operation in each_row(chosen):
        if operation.ongoing:
            dates.append(Cell(f"since {words.day(operation.started)}", "no end is reported"))
        else:
            dates.append(Cell(words.days(operation.started, operation.ended)))
        note = f"to the last report, {words.day(operation.last_report)}" if operation.ongoing else ""
        if pd.isna(operation.days):
            days.append(Cell(NOT_STATED, "no report to count to", silent=True))
        else:
            number = _counted(operation.days, "days")
            days.append(Cell(words.number(operation.days), note, operation.days / longest, number=number))
    return [Row("Dates", tuple(dates)), Row("Days", tuple(days))]


def _counted(count: int, unit: str) -> Number:
    """A count of our own, which leaves nothing open."""
    return Number(count, count, count, unit)


def _places(chosen: pd.DataFrame, places: pd.DataFrame) -> Row:
    names = place_names(places)
    listed = [[names.get(place, place) for place in split_list(cell)] for cell in chosen["places"]]
    return Row("Places", tuple(Cell(", ".join(found)) if found else _silent() for found in listed))


def _silent() -> Cell:
    return Cell(words.NOT_REPORTED, silent=True)


def _stated(label: str, cells: pd.Series[Any], sources: pd.Series[str] | None = None) -> Row:
    """What the registry of operations says, with where that is from in the first of such rows."""
    notes = [""] * len(cells) if sources is None else [f"source: {source}" for source in sources]
    whence = "source: as above" if sources is None else "from the list of operations, not read from articles"
    stated = (
        Cell(str(cell), note) if pd.notna(cell) else Cell(NOT_STATED, silent=True)
        for cell, note in zip(cells, notes, strict=True)
    )
    return Row(label, tuple(stated), note=whence)


def _articles(chosen: pd.DataFrame) -> Row:
    """Counts of our own: no article is a plain number, not the sign of a figure reported as none."""
    counts = [0 if pd.isna(count) else int(count) for count in chosen["articles"]]
    most = max([*counts, 1])
    cells = tuple(
        Cell(words.number(count), "", count / most if count else None, number=_counted(count, "articles"))
        for count in counts
    )
    return Row("Articles", cells, note="mainly about the operation, copies counted once")


def _figures(frames: Any, chosen: pd.DataFrame, measure: str, rule: str) -> list[Row]:
    """A row for each side, and one per day where that is fair; of the killed always both sides."""
    ids = tuple(chosen["operation_id"])
    scopes = scopes_of(frames, View(ids, measure, tuple(words.SIDES), rule))
    told = {scope.side for scope in scopes if scope.estimate is not None}
    always = {"killed": SIDES_ALWAYS_SHOWN, "troops": ("israeli",)}.get(measure, SIDES_ALWAYS_SHOWN[:1])
    rows: list[Row] = []
    for side in words.SIDES:
        if side in told or side in always:
            first = [_widest(scopes, operation_id, side) for operation_id in ids]
            label = words.MEASURES[measure] + ("" if measure == "troops" else f", {SIDE_LABELS[side]}")
            rows.append(_figure_row(label, first, chosen, side, picks_of(scopes, chosen)))
            rows.extend(_same_speaker(label, first, side))
            if measure in PER_DAY:
                rows.extend(_per_day(label, first, chosen, side))
    return rows


def _widest(scopes: Sequence[Scope], operation_id: str, side: str) -> Scope | None:
    """The operation's own figure: the row of its widest place, which `scopes_of` puts first.

    Where this place has people and families counted, that of the people, which compares with others.
    """
    found = [scope for scope in scopes if (scope.operation_id, scope.side) == (operation_id, side)]
    if not found or found[0].estimate is None:
        return None
    of_people = [scope for scope in found if scope.place == found[0].place and scope.unit != FAMILIES]
    return next(iter(of_people), found[0])


def _figure_row(
    label: str, scopes: Sequence[Scope | None], chosen: pd.DataFrame, side: str, picks: Mapping[str, Pick]
) -> Row:
    values = [scope.estimate.best for scope in scopes if scope and scope.unit != FAMILIES]
    most = max([value for value in values if pd.notna(value)] + [1])
    cells = [
        _figure_cell(scope, operation, most, picks)
        for scope, operation in zip(scopes, each_row(chosen), strict=True)
    ]
    return Row(label, tuple(cells), side, _caution([scope for scope in scopes if scope]), is_figure=True)


def _caution(scopes: Sequence[Scope]) -> str:
    """What keeps the figures of a row from being compared as they stand; empty where there is one figure."""
    if len(scopes) < 2:
        return ""
    differ = len({scope.unit for scope in scopes}) > 1
    units = ["units differ (people and families): families have no bar"] if differ else []
    places = list(dict.fromkeys(scope.place or "place not stated" for scope in scopes))
    areas = [f"areas differ ({'; '.join(places)}): compare with care"] if len(places) > 1 else []
    nobody = [] if _speakers_of_several(scopes) else ["no speaker gives it for more than one operation"]
    return "; ".join([*units, *areas, *nobody])


def _speakers_of_several(scopes: Sequence[Scope]) -> list[str]:
    """Who gives a number for more than one operation, by name; a reporter's own voice is nobody's name."""
    counts = Counter(name for scope in scopes for name in _numbers_by_speaker(scope))
    return sorted(name for name, count in counts.items() if count > 1)


def _numbers_by_speaker(scope: Scope) -> dict[str, Any]:
    """The latest claim with a number of each named speaker about all the people of a scope; not families."""
    if scope.unit == FAMILIES:
        return {}
    return {
        str(claim.attributed_to): claim
        for lane in scope.lanes
        if not lane.people
        for claim in lane.claims
        if pd.notna(claim.value) and pd.notna(claim.attributed_to)
    }


def _same_speaker(label: str, scopes: Sequence[Scope | None], side: str) -> list[Row]:
    """A row for each speaker who gives a number for more than one operation: this compares like with like."""
    said = [_numbers_by_speaker(scope) if scope else {} for scope in scopes]
    rows = []
    for speaker in _speakers_of_several([scope for scope in scopes if scope]):
        claims = [of_operation.get(speaker) for of_operation in said]
        most = max([claim.value for claim in claims if claim is not None] + [1])
        cells = tuple(
            _silent()
            if claim is None
            else Cell(words.amount(claim), words.day(claim.day), claim.value / most, number=_said(claim))
            for claim in claims
        )
        rows.append(Row(f"{label}, by {speaker} alone", cells, side, "the same speaker's latest figures"))
    return rows


def _said(claim: Any) -> Number:
    """The number of one claim with what its words allow."""
    return Number(claim.low, claim.value, claim.high, claim.unit)


def _shares_of_residents(frames: Any, chosen: pd.DataFrame) -> list[Row]:
    """The displaced as a share of a place's residents, where one article gives both; else no row."""
    people = frames.claims[
        frames.claims["value"].notna()
        & (frames.claims["status"] != "rejected")
        & (frames.claims["unit"] == "people")
    ]
    displaced = people[people["measure"] == "displaced"]
    residents = people[(people["measure"] == "residents") & (people["value"] > 0)]
    both = displaced.merge(
        residents, on=["article_id", "operation_id", "place_id"], suffixes=("", WHOLE)
    ).sort_values(["as_of", "claim_id"], na_position="first")
    latest = {row.operation_id: row for row in each_row(both)}
    if not latest.keys() & set(chosen["operation_id"]):
        return []
    names = place_names(frames.places)
    cells = [
        _share_cell(latest.get(operation.operation_id), operation, names) for operation in each_row(chosen)
    ]
    note = "the latest article that gives both numbers, by no rule"
    return [Row(SHARE_OF_RESIDENTS, tuple(cells), "palestinian", note, is_figure=True)]


def _share_cell(part: Any, operation: Any, names: Mapping[str, str]) -> Cell:
    """`part` is a claim of the displaced and, suffixed, that of the residents; None where there is none."""
    if part is None:
        return _silent()
    fields = [name for name in part._fields if name.endswith(WHOLE)]
    whole = SimpleNamespace(**{name.removesuffix(WHOLE): getattr(part, name) for name in fields})
    place = words.in_place(names[part.place_id]) if part.place_id in names else "place not stated"
    compared = f"{words.amount(part)} of {words.amount(whole)} residents {place}"
    return Cell(
        words.share(part, whole),
        f"{compared}; said by: {_said_by_both(part, whole)}",
        min(part.value / whole.value, 1.0),
        key=f"share~{operation.operation_id}",
        pick=Pick(
            f"{SHARE_OF_RESIDENTS}: {operation.name} · {compared}", None, (), (part.claim_id, whole.claim_id)
        ),
        number=Number(
            _percent(part.low, whole.high),
            _percent(part.value, whole.value),
            _percent(part.high, whole.low),
            "percent of residents",
        ),
    )


def _percent(part: Any, whole: Any) -> Any:
    """NA where an end is open; of a whole that may be nothing there is no share."""
    return pd.NA if pd.isna(part) or pd.isna(whole) or not whole else round(100 * part / whole, DECIMALS)


def _said_by_both(part: Any, whole: Any) -> str:
    """Who gives the two numbers of a share."""
    speakers = [words.speaker(claim.attributed_to) for claim in (part, whole)]
    if speakers[0] == speakers[1]:
        return speakers[0]
    return f"{speakers[0]} (displaced), {speakers[1]} (residents)"


def _figure_cell(scope: Scope | None, operation: Any, most: int, picks: Mapping[str, Pick]) -> Cell:
    if scope is None:
        return _silent()
    estimate = scope.estimate
    value = figure_of(scope)
    allowed = words.span_of_values(estimate.low, estimate.high, estimate.open_low, estimate.open_high)
    notes = [
        words.in_place(scope.place) if scope.place else "place not stated",
        *(_part_in_words(part, estimate.best) for part in scope.parts if part.people),
        *([f"all reports: {allowed}"] if pd.notna(estimate.best) and allowed != value else []),
        f"said by: {spoken_by(scope)}",
        *([f"as of day {day}"] if (day := _day_of(estimate, operation)) else []),
    ]
    in_families = scope.unit == FAMILIES
    share = None if pd.isna(estimate.best) or in_families else estimate.best / most
    counted = words.MEASURES[estimate.measure] + (", families" if in_families else "")
    pick = replace(picks[scope.key], heading=f"{counted}: {picks[scope.key].heading}")
    vague = pd.isna(estimate.best) and pd.isna(estimate.high)
    return Cell(
        _with_unit(value, scope),
        "; ".join(notes),
        share,
        vague=vague,
        key=f"{estimate.measure}~{scope.key}",
        pick=pick,
        number=_estimated(estimate),
    )


def _estimated(estimate: Any) -> Number:
    """The value of a row of the estimates with the ends of all reports."""
    return Number(
        pd.NA if estimate.open_low else estimate.low,
        estimate.best,
        pd.NA if estimate.open_high else estimate.high,
        estimate.unit,
    )


def _with_unit(value: str, scope: Scope) -> str:
    """'300 families'; of people the number alone, and of words these as they are."""
    if scope.unit != FAMILIES or pd.isna(scope.estimate.best):
        return value
    return f"{value} {'family' if scope.estimate.best == 1 else 'families'}"


def _part_in_words(part: Lane, value: Any) -> str:
    """'4 of them children' of the value itself, '1 of the 5 a child' of another number."""
    other = part.whole if part.whole is not None and not (pd.notna(value) and part.whole == value) else None
    them = "them" if other is None else f"the {words.number(other)}"
    people = part.people if part.claims[-1].by_place else words.with_article(part.people)
    return f"{amount_of(part)} of {them} {people}"


def _day_of(estimate: Any, operation: Any) -> int | None:
    """On which day since the operation's first the figure stood, the first being 1."""
    if pd.isna(estimate.as_of) or estimate.as_of < operation.started:
        return None
    return int((estimate.as_of - operation.started).days) + 1


def _per_day(label: str, scopes: Sequence[Scope | None], chosen: pd.DataFrame, side: str) -> list[Row]:
    """A day's average of a count that runs to the operation's end; no row where fewer than two have one."""
    rates = [_rate(scope, row) for scope, row in zip(scopes, each_row(chosen), strict=True)]
    if sum(rate is not None for rate in rates) < 2:
        return []
    most = max(rate for rate in rates if rate is not None) or 1
    cells = tuple(
        _rate_cell(rate, scope, row, most)
        for rate, scope, row in zip(rates, scopes, each_row(chosen), strict=True)
    )
    fair = [scope for scope, rate in zip(scopes, rates, strict=True) if scope and rate is not None]
    note = "; ".join(filter(None, ["the count divided by the days it covers", _caution(fair)]))
    return [Row(f"{label}, per day", cells, side, note)]


def _rate(scope: Scope | None, operation: Any) -> float | None:
    """Fair only where people are counted, and to the operation's last day (or to the last report)."""
    if scope is None or scope.unit == FAMILIES or pd.isna(scope.estimate.best) or pd.isna(operation.days):
        return None
    last = operation.last_report if operation.ongoing else operation.ended
    if pd.isna(scope.estimate.as_of) or scope.estimate.as_of < last:
        return None
    return float(scope.estimate.best / operation.days)


def _rate_cell(rate: float | None, scope: Scope | None, operation: Any, most: float) -> Cell:
    if scope is None:
        return _silent()
    if rate is None and scope.unit == FAMILIES:
        return Cell("not computed", "the count is of families", silent=True)
    if rate is None:
        return Cell("not computed", "the count does not run to the last day", silent=True)
    over = f"over {words.count(int(operation.days), 'day')}"
    note = f"{over} to the last report" if operation.ongoing else over
    return Cell(
        _rate_in_words(rate),
        note,
        rate / most,
        number=_per_day_of(_estimated(scope.estimate), operation.days),
    )


def _rate_in_words(rate: float) -> str:
    """With one decimal; what is more than nothing is never printed as 0.0."""
    return "under 0.1" if 0 < rate < 0.05 else f"{rate:.1f}"


def _per_day_of(count: Number, days: int) -> Number:
    low, value, high = (
        end if pd.isna(end) else round(end / days, DECIMALS) for end in (count.low, count.value, count.high)
    )
    return Number(low, value, high, f"{count.unit} per day")


def coverage_in_words(chosen: pd.DataFrame, claims: pd.DataFrame) -> str:
    """How unequally the articles cover the operations, in numbers and one sentence."""
    told = []
    for row in each_row(chosen):
        figures = claims[claims["operation_id"] == row.operation_id]
        articles = words.count(0 if pd.isna(row.articles) else int(row.articles), "article")
        if figures.empty:
            told.append(f"{articles} on {row.name}, without a figure")
            continue
        speakers = words.count(figures["attributed_to"].nunique(), "named speaker")
        told.append(f"{articles} with {words.count(len(figures), 'figure')} by {speakers} on {row.name}")
    sentence = f"{words.listed(told)}: few articles may mean few reports, not few casualties."
    return sentence[:1].upper() + sentence[1:]


def silences_in_words(chosen: pd.DataFrame, rows: Sequence[Row], narrowed: str = "") -> str:
    """Which figures these articles, or those chosen, do not give, by operation; empty where they give all."""
    told = []
    for position, name in enumerate(chosen["name"]):
        missing = [
            f"{row.label[:1].lower()}{row.label[1:]}"
            for row in rows
            if row.is_figure and row.side != "unspecified"
            if row.cells[position].text == silence_of(narrowed)
        ]
        if missing:
            told.append(f"{name}: {'; '.join(missing)}")
    if not told:
        return ""
    silent = f"No figure by the {narrowed}" if narrowed else "Not reported in these articles"
    return f"{silent}, which is not zero. {'. '.join(told)}."


def comparison_html(chosen: pd.DataFrame, rows: Sequence[Row], palette: Palette, caption: str) -> str:
    """The table as HTML with headers for rows and columns; every text in it is escaped.

    The roles are spelled out because the style sheet lays the rows out anew on a phone, and a browser then no
    longer tells a screen reader that they are a table.
    """
    heads = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in chosen["name"])
    body = "".join(_row_html(row, palette) for row in rows)
    return (
        f'<div class="comparison" style="--columns: {len(chosen)}; --paper: {palette.paper}">'
        f'<table role="table"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row"><td role="cell"></td>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row_html(row: Row, palette: Palette) -> str:
    note = f"<small>{escape(row.note)}</small>" if row.note else ""
    color = palette.sides[row.side].mark if len(row.cells) > 1 else ""
    cells = "".join(_cell_html(cell, color) for cell in row.cells)
    return f'<tr role="row"><th scope="row" role="rowheader">{escape(row.label)}{note}</th>{cells}</tr>'


def _cell_html(cell: Cell, color: str) -> str:
    """A cell with its bar in a colour; without one it has none, for a bar compares operations."""
    kind = ' class="silent"' if cell.silent else ' class="vague"' if cell.vague else ""
    bar = ""
    if cell.share and color:  # none reported is the numeral alone
        width = f"{100 * cell.share:.1f}%"
        bar = f'<span class="bar" aria-hidden="true" style="width: {width}; background: {color}"></span>'
    number = ' class="number"' if cell.share is not None else ""
    text = f"<span{number}>{escape(cell.text)}</span>"
    if cell.key:
        text = f'<button type="button"{number} data-pick="{escape(cell.key)}">{escape(cell.text)}</button>'
    note = f"<small>{escape(cell.note)}</small>" if cell.note else ""
    return f'<td role="cell"{kind}>{text}{bar}{note}</td>'


def picks_of_cells(rows: Sequence[Row]) -> dict[str, Pick]:
    """By its key, every value of the table with its claims."""
    return {cell.key: cell.pick for row in rows for cell in row.cells if cell.pick}


def claims_behind(frames: Any, operations: Sequence[str]) -> dict[str, list[str]]:
    """By the name of each operation, the claim_ids of what the rows compare, oldest first."""
    claims = oldest_first(
        frames.claims[frames.claims["operation_id"].isin(operations) & frames.claims["measure"].isin(FIGURES)]
    )
    names = operation_names(frames.operations)
    by_operation = claims.groupby("operation_id")["claim_id"]
    return {names[str(operation_id)]: ids.to_list() for operation_id, ids in by_operation}


def comparison_alt(chosen: pd.DataFrame, rows: Sequence[Row]) -> str:
    """The figures of the table, and every silence about one, for those who do not see it."""
    names = [words.short_name(operation) for operation in each_row(chosen)]
    told = []
    for row in rows:
        if row.is_figure:
            cells = [f"{cell.text} ({name})" for name, cell in zip(names, row.cells, strict=True)]
            told.append(f"{row.label}: {'; '.join(cells)}.")
    return " ".join(["Table. Operations side by side.", *told])


def comparison_table(chosen: pd.DataFrame, rows: Sequence[Row]) -> pd.DataFrame:
    """Exactly what stands in the rows, a row for each cell; what is unknown, or is no number, is NA.

    Numbers are in the unit of their cell: of a rate and of a share they have `DECIMALS`.
    """
    cells = [
        {
            "Row": row.label,
            "Operation": name,
            "Stated": cell.text,
            "Lowest": cell.number.low if cell.number else pd.NA,
            "Value": cell.number.value if cell.number else pd.NA,
            "Highest": cell.number.high if cell.number else pd.NA,
            "Unit": cell.number.unit if cell.number else None,
            "Note": cell.note or None,
            "To compare": row.note or None,
        }
        for row in rows
        for name, cell in zip(chosen["name"], row.cells, strict=True)
    ]
    columns = ["Row", "Operation", "Stated", "Lowest", "Value", "Highest", "Unit", "Note", "To compare"]
    numbers = dict.fromkeys(["Lowest", "Value", "Highest"], "Float64")
    return pd.DataFrame(cells, columns=columns).astype({**dict.fromkeys(columns, "str"), **numbers})

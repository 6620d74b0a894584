"""What stands under the title of a chart in print: its unit, its scope and its rule, complete.

A page says less of it, for there the choices stand beside the chart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from loaders.tables import SIDES
from pages.figures import words
from pages.figures.captions import SUBJECTS
from pages.figures.comparison import Row
from pages.figures.ladder import Ladder, what_is_drawn
from pages.figures.scopes import Scope, View, operation_names

MOST_NAMED = 3
"""Operations, or places, that a subtitle names; of more it says how many."""

WHOSE = {
    **words.SIDES,
    "other": "people of neither side",
    "unspecified": "people whose side is not stated",
}


def unit_of(measure: str, units: Iterable[str]) -> str:
    """What one of a chart's numbers is. `units` are those of its figures; where there is none it is people.

    >>> unit_of("displaced", ["people", "families"]), unit_of("airstrikes", ["count"])
    ('people; families where counted', 'number of airstrikes')
    """
    drawn = set(units)
    if "count" in drawn or (not drawn and measure in ("airstrikes", "rockets", "structures")):
        return f"number of {SUBJECTS[measure][1]}"
    if "families" in drawn:
        return "people; families where counted" if "people" in drawn else "families"
    return "people"


def operations_named(operations: pd.DataFrame) -> str:
    """Which operations: their names, or of many how many there are and when they began."""
    if len(operations) <= MOST_NAMED:
        return "; ".join(operation_names(operations).values())
    began = words.days(operations["started"].min(), operations["started"].max())
    return f"{words.number(len(operations))} operations begun {began}"


def sides_named(sides: Collection[str]) -> str:
    """Whose people: all sides, or those chosen."""
    chosen = [whose for side, whose in WHOSE.items() if side in sides]
    return "all sides" if len(chosen) == len(SIDES) else words.listed(chosen)


def casualties_subtitle(scopes: Sequence[Scope], operations: pd.DataFrame, view: View) -> str:
    """Of the casualty chart of a view."""
    figures = [scope for scope in scopes if scope.estimate is not None]
    places = list(dict.fromkeys(scope.place or "places not stated" for scope in figures))
    where = words.listed(places) if len(places) <= MOST_NAMED else f"{len(places)} places"
    chosen = operations[operations["operation_id"].isin(view.operations)]
    return _told(
        unit_of(view.measure, (scope.unit for scope in figures)),
        (operations_named(chosen), sides_named(view.sides), f"counted for {where}" if places else ""),
        view.rule_in_words,
        "Marks: the claims of each speaker.",
    )


def comparison_subtitle(chosen: pd.DataFrame, rows: Sequence[Row], rule: str) -> str:
    """Of operations side by side, with the units that their rows have."""
    units = dict.fromkeys(cell.number.unit for row in rows for cell in row.cells if cell.number)
    return _told(
        f"{words.listed(list(units))}, as the row says",
        (
            operations_named(chosen),
            "each side in rows of its own",
            "of each operation the widest place counted",
        ),
        rule,
        "A bar compares the operations of its row alone." if len(chosen) > 1 else "",
    )


def map_subtitle(
    measure: str, rows: pd.DataFrame, operation: str, sides: Collection[str], subtitle: str
) -> str:
    """Of the map of an operation; `rows` are those of `map_rows`, `subtitle` is that of the page."""
    scope = (operation, sides_named(sides), "at each place, or beside the map")
    return f"Unit: {unit_of(measure, rows['unit'].dropna())}. Scope: {'; '.join(scope)}. {subtitle}"


def ladder_subtitle(ladder: Ladder) -> str:
    """Of one toll, report by report."""
    days = [claim.day for claim in ladder.claims]
    where = "" if ladder.place_id is None else f"counted for {ladder.place}"
    return _told(
        unit_of(ladder.measure, [ladder.unit]),
        (ladder.operation, sides_named([ladder.side]), where, words.days(days[0], days[-1])),
        "each report as its speaker gave it",
        what_is_drawn(ladder),
    )


def _told(unit: str, scope: Iterable[str], rule: str, reading: str) -> str:
    told = f"Unit: {unit}. Scope: {'; '.join(filter(None, scope))}. Value: {rule}."
    return f"{told} {reading}".rstrip()

"""The words around the casualty chart, made from what it draws: opening, alt text, titles, footer and table.

Everything here returns plain text or frames: whoever puts them into HTML escapes them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from pages.figures import words
from pages.figures.bins import OTHERS
from pages.figures.credits import credits_of
from pages.figures.scopes import Lane, Scope, View, claim_key, drawn_claims, each_row, operation_names

NOT_STATED = "not stated"
NO_OPERATION = "There is no operation in data/operations.csv."
# Where a reader chose nothing that could be drawn: what a page and a link to its figure both say.
NOTHING_CHOSEN = "Nothing is chosen: choose at least one operation and one side."
NO_SIDE = "Nothing is chosen: choose at least one side."
NOTHING_TO_COMPARE = "Nothing is chosen: choose two or more operations to compare them."
KIND_NOT_READ = "kind not read"
"""Said of a part whose words were read without the kind of people that it counts."""

SUBJECTS = {
    "troops": ("member of its forces", "troops"),
    "airstrikes": ("airstrike", "airstrikes"),
    "rockets": ("rocket", "rockets"),
    "structures": ("structure", "structures"),
    "residents": ("resident", "residents"),
}
"""What is counted, where it is not people of a side to whom something happened."""

PEOPLE = {
    "palestinian": ("Palestinian", "Palestinians"),
    "israeli": ("Israeli", "Israelis"),
    "other": ("person of neither side", "people of neither side"),
    "unspecified": ("person (side not stated)", "people (side not stated)"),
}

TITLES = {
    "killed": "People reported killed",
    "wounded": "People reported wounded",
    "displaced": "People reported displaced",
    "detained": "People reported detained",
    "missing": "People reported missing",
    "hostages": "People reported held hostage",
    "troops": "Troops reported",
    "airstrikes": "Airstrikes reported",
    "rockets": "Rockets reported",
    "structures": "Structures reported",
    "residents": "Residents reported",
}


def title(view: View) -> str:
    """What the chart shows."""
    return TITLES[view.measure]


def subtitle(view: View) -> str:
    """How rows are ordered, the rule, and what marks are; in print `subtitles` says more."""
    return f"By operation and side. Value: {view.rule_in_words}. Marks: the claims of each speaker."


def opening(scopes: Sequence[Scope], operations: pd.DataFrame, view: View) -> str:
    """One sentence that says what the articles say, with bounds and speakers, and where they are silent."""
    told, silent = [], []
    for operation in each_row(_chosen(operations, view)):
        figures = [scope for scope in _of(scopes, operation.operation_id) if scope.estimate is not None]
        if figures:
            told.append(f"{operation.name}: {words.listed([_sentence(scope, view) for scope in figures])}")
        else:
            silent.append(operation.name)
    if told and view.rule != "latest":
        told[0] = f"by the {view.rule_in_words}, {told[0]}"
    if silent:
        nobody = f"none of the {view.narrowed}" if view.narrowed else "no article here"
        told.append(f"{nobody} gives {_missing(view)} for {words.listed(silent)}")
    sentence = "; ".join(told)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def _chosen(operations: pd.DataFrame, view: View) -> pd.DataFrame:
    return operations[operations["operation_id"].isin(view.operations)]


def _of(scopes: Sequence[Scope], operation_id: str) -> list[Scope]:
    return [scope for scope in scopes if scope.operation_id == operation_id]


def _missing(view: View) -> str:
    if view.measure == "killed":
        return "a death toll"
    if view.measure in SUBJECTS:
        return f"a number of {SUBJECTS[view.measure][1]}"
    return f"a number of people {words.REPORTED[view.measure].removeprefix('reported ')}"


def _sentence(scope: Scope, view: View) -> str:
    """'12 Palestinians were reported killed in Jenin (Palestinian Health Ministry)'."""
    claim, kind = _best(scope)
    where = f" {words.in_place(scope.place)}" if scope.place else ""
    if claim is None:
        who = words.listed(_speakers(scope, claim))
        if pd.notna(scope.estimate.high):
            whom = f"{PEOPLE[scope.side][1]} {words.REPORTED[view.measure]}"
            return f"{figure_of(scope)} of {whom}{where} ({who})"
        return f"{figure_of(scope)}{where}, without a number ({who})"
    one = claim.value == 1
    if view.measure in SUBJECTS:
        subject, verb, kind = SUBJECTS[view.measure][not one], "reported", ""
    else:
        subject, verb = PEOPLE[scope.side][not one], words.REPORTED[view.measure]
    if scope.unit == "families":
        subject = f"{'family' if one else 'families'} of {PEOPLE[scope.side][1]}"
    who = words.listed(_speakers(scope, claim))
    inside = [
        f", {amount_of(part)} of them {part.people}" for part in scope.parts if part.people.startswith("in ")
    ]
    kinds = f" ({kind})" if kind else ""
    were = "was" if one else "were"
    return f"{figure_of(scope)} {subject}{kinds} {were} {verb}{where} ({who}){''.join(inside)}"


def figure_of(scope: Scope) -> str:
    """The value of a row with the bound of the claim that gives it; vague words where there is only such.

    Where the rule finds no value among numbers, the words that say so.
    """
    claim, _ = _best(scope)
    if claim is None and pd.notna(scope.estimate.high):
        return words.without_value(scope.estimate)
    if claim is None:
        return words.listed(list(dict.fromkeys(amount_of(lane) for lane in scope.lanes)))
    if claim.value != scope.estimate.best and claim.bound != "range":
        return words.number(scope.estimate.best)  # a sum of groups that one statement names
    return words.amount(claim)


def _best(scope: Scope) -> tuple[Any, str]:
    """The claim that gives the value, and the kind of people that it counts."""
    for lane in scope.lanes:
        for claim in lane.claims:
            if claim.claim_id == scope.estimate.best_claim_id:
                return claim, lane.people
    return None, ""


def _speakers(scope: Scope, claim: Any) -> list[str]:
    if claim is None:
        return list(dict.fromkeys(lane.speaker for lane in scope.lanes))
    return [next(lane.speaker for lane in scope.lanes if any(said is claim for said in lane.claims))]


def spoken_by(scope: Scope) -> str:
    """Who gives the value of a row; everyone where only vague words do."""
    return words.listed(_speakers(scope, _best(scope)[0]))


def amount_of(lane: Lane) -> str:
    """The number of a lane's latest claim, with its bound."""
    return words.amount(lane.claims[-1])


def alt_text(scopes: Sequence[Scope], operations: pd.DataFrame, view: View) -> str:
    """The chart for those who do not see it: every value, its place, its parts, and every silence."""
    told = []
    for operation in each_row(_chosen(operations, view)):
        rows = [_row_in_words(scope, view) for scope in _of(scopes, operation.operation_id)]
        told.append(f"{operation.name}: {'; '.join(rows) or view.silence}.")
    return " ".join([f"Bar chart. {title(view)}, by operation and side, {view.rule_in_words}.", *told])


def _row_in_words(scope: Scope, view: View) -> str:
    side = words.SIDES[scope.side]
    if scope.estimate is None:
        return f"{side}, {view.silence}"
    estimate = scope.estimate
    value = figure_of(scope)
    allowed = words.span_of_values(estimate.low, estimate.high, estimate.open_low, estimate.open_high)
    between = "" if allowed == value or pd.isna(estimate.best) else f" (all reports: {allowed})"
    parts = [f", {_share_in_words(part, estimate)} {part.people}" for part in scope.parts if part.people]
    return f"{side}, {scope.place or 'place not stated'}, {value}{between}{''.join(parts)}"


def _share_in_words(part: Lane, estimate: Any) -> str:
    """'of them 4' of the value itself, '1 of the 5' of another number."""
    if part.whole is None or (pd.notna(estimate.best) and part.whole == estimate.best):
        return f"of them {amount_of(part)}"
    return f"{amount_of(part)} of the {words.number(part.whole)}"


def why_not_added(scopes: Sequence[Scope], operations: pd.DataFrame) -> str:
    """Where a reader might add rows up, or read them as one line, why the page does not."""
    names = operation_names(operations)
    told = []
    for (operation_id, side), rows in _rows_together(scopes).items():
        if len(rows) > 1:
            places = words.listed(list(dict.fromkeys(row.place or "place not stated" for row in rows)))
            reason = "one person may be counted in both"
            if len({row.unit for row in rows}) > 1:
                reason = "people and families are two units"
            whose = PEOPLE[side][1]
            told.append(f"{whose}, {names[operation_id]}: the rows ({places}) are not added up: {reason}.")
    if any(scope.parts for scope in scopes):
        told.append("A part lies in its whole, and is not added to it.")
    if len({scope.operation_id for scope in scopes if scope.estimate is not None}) > 1:
        told.append("Operations are not added up: their figures are of other days, places and speakers.")
    return " ".join(told)


def _rows_together(scopes: Sequence[Scope]) -> dict[tuple[str, str], list[Scope]]:
    """The rows with a figure, by operation and side."""
    together: dict[tuple[str, str], list[Scope]] = {}
    for scope in scopes:
        if scope.estimate is not None:
            together.setdefault((scope.operation_id, scope.side), []).append(scope)
    return together


def footer(scopes: Sequence[Scope], frames: Any, view: View) -> str:
    """Who said it, who printed it, how many articles, of which days, and the rule in force."""
    told = credits_of(claims_drawn(scopes, frames), frames.articles)
    return f"{told.in_words} Value: {view.rule_in_words}."


def claims_drawn(scopes: Sequence[Scope], frames: Any) -> pd.DataFrame:
    """The claims behind every mark, as the frame has them."""
    drawn: pd.DataFrame = frames.claims[frames.claims["claim_id"].isin(drawn_claims(scopes))]
    return drawn


def drawn_table(scopes: Sequence[Scope], operations: pd.DataFrame, view: View) -> pd.DataFrame:
    """Exactly what is drawn, a row for every value, part and silence; an unknown cell is NA."""
    names = {operation.operation_id: words.short_name(operation) for operation in each_row(operations)}
    rows = [row for scope in scopes for row in _table_rows(scope, names[scope.operation_id], view)]
    columns = ["Operation", "Side", "Place", "Counted", "Lowest", "Value", "Highest", "Unit", "All reports"]
    table = pd.DataFrame(
        rows, columns=[*columns, "Period", "Total or new", "As of", "Said by", "Printed by", "Claims"]
    )
    numbers = ["Lowest", "Value", "Highest", "Claims"]
    return table.astype(dict.fromkeys(numbers, "Int64")).assign(**{"As of": pd.to_datetime(table["As of"])})


def table_keys(scopes: Sequence[Scope]) -> list[str]:
    """What each row of `drawn_table` is picked by."""
    return [
        key for scope in scopes for key in (scope.key, *(claim_key(part.claims[-1]) for part in scope.parts))
    ]


def _table_rows(scope: Scope, operation: str, view: View) -> Iterable[dict[str, Any]]:
    base = {"Operation": operation, "Side": words.SIDES[scope.side], "Place": scope.place}
    measure = words.MEASURES[view.measure] + (", families" if scope.unit == "families" else "")
    if scope.estimate is None:
        yield {**base, "Counted": measure, "All reports": view.silence}
        return
    estimate = scope.estimate
    yield {
        **base,
        "Counted": measure,
        "Lowest": pd.NA if estimate.open_low else estimate.low,
        "Value": estimate.best,
        "Highest": pd.NA if estimate.open_high else estimate.high,
        "Unit": scope.unit,
        "All reports": words.span_of_values(
            estimate.low, estimate.high, estimate.open_low, estimate.open_high
        ),
        **_days_of(_valued(scope)),
        "As of": estimate.as_of,
        **_voices([claim for lane in scope.lanes for claim in lane.claims]),
    }
    for part in scope.parts:
        last = part.claims[-1]
        yield {
            **base,
            "Counted": f"of these, {part.people or KIND_NOT_READ}",
            "Lowest": last.low,
            "Value": last.value,
            "Highest": last.high,
            "Unit": scope.unit,
            "All reports": amount_of(part),
            **_days_of(last),
            "As of": last.day,
            **_voices(part.claims),
        }


def counted_days(scope: Scope) -> str:
    """The days that the value of a row counts, and whether it is a running total: its scope in time."""
    claim = _valued(scope)
    return f"{words.period(claim)} · {words.tally(claim)}"


def _valued(scope: Scope) -> Any:
    """The claim that gives the value; where only words do, the latest."""
    return _best(scope)[0] or scope.lanes[-1].claims[-1]


def _days_of(claim: Any) -> dict[str, Any]:
    """The scope in time: which days are counted, and whether the figure is a running total.

    The head of the column says what is not stated.
    """
    period = NOT_STATED if pd.isna(claim.since) and pd.isna(claim.until) else words.period(claim)
    return {"Period": period, "Total or new": NOT_STATED if pd.isna(claim.tally) else words.tally(claim)}


def _voices(claims: Sequence[Any]) -> dict[str, Any]:
    return {
        "Said by": "; ".join(dict.fromkeys(_voice_name(claim) for claim in claims)),
        "Printed by": "; ".join(dict.fromkeys(words.source(claim) for claim in claims)),
        "Claims": sum(claim.times for claim in claims),
    }


def _voice_name(claim: Any) -> str:
    return OTHERS if claim.voice == OTHERS else words.speaker(claim.attributed_to)


def marks_drawn(scopes: Sequence[Scope], view: View) -> tuple[tuple[str, str], ...]:
    """The kinds of marks that the chart has, each as a character and its meaning."""
    claims = [claim for scope in scopes for claim in scope.claims]
    single = [claim for claim in claims if claim.times == 1]
    estimates = [scope.estimate for scope in scopes if scope.estimate is not None]
    kinds = (
        ("\N{BLACK RECTANGLE}", "the value by the rule", any(pd.notna(one.best) for one in estimates)),
        ("\N{BLACK CIRCLE}", "a claim", any(pd.notna(claim.value) and claim.value for claim in single)),
        ("\N{BLACK SQUARE}", "several claims, counted", len(claims) > len(single)),
        ("\N{RIGHTWARDS ARROW}", "or more", any(_is_open(claim, "high") for claim in single)),
        ("\N{LEFTWARDS ARROW}", "or fewer", any(_is_open(claim, "low") for claim in single)),
        ("\N{FISHEYE}", "about", any(claim.bound == "about" for claim in single)),
        ("\N{WHITE CIRCLE}", "reported without a number", any(pd.isna(claim.value) for claim in single)),
        ("0", "reported as none", any(pd.notna(claim.value) and not claim.value for claim in single)),
        ("\N{EM DASH}", view.silence, any(scope.estimate is None for scope in scopes)),
        (
            "\N{BOX DRAWINGS LIGHT VERTICAL AND RIGHT}\N{BOX DRAWINGS LIGHT VERTICAL AND LEFT}",
            "lowest to highest report",
            any(pd.notna(one.low) and pd.notna(one.high) and one.low < one.high for one in estimates),
        ),
        (
            "\N{BLACK PARALLELOGRAM}\N{WHITE PARALLELOGRAM}",
            "a part in its whole",
            any(part.whole is not None for scope in scopes for part in scope.parts),
        ),
    )
    return tuple((mark, meaning) for mark, meaning, is_drawn in kinds if is_drawn)


def _is_open(claim: Any, end: str) -> bool:
    return claim.bound not in ("about", "range") and bool(pd.isna(getattr(claim, end)))


def left_out(scopes: Sequence[Scope], frames: Any, view: View) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Claims of this measure that the chart does not draw: those of no operation, those of the chosen ones.

    `frames` are those of all speakers. The second are figures that a person rejected, of a side or a speaker
    that is not chosen, that name no side where another figure of the same scope does, or that are parts of
    another figure than the value where a side has hundreds.
    """
    claims = frames.claims[frames.claims["measure"] == view.measure]
    background = claims[claims["operation_id"].isna()]
    chosen = claims[claims["operation_id"].isin(view.operations)]
    return background, chosen[~chosen["claim_id"].isin(drawn_claims(scopes))]


def figures_of_no_operation(count: int) -> str:
    """So many figures that belong to no operation."""
    return f"{words.count(count, 'figure')} of no operation (a wider war, another place)"


def left_out_words(background: int, others: int, view: View) -> str:
    """How many claims `left_out` found, in a sentence."""
    told = []
    if background:
        told.append(figures_of_no_operation(background))
    if others:
        told.append(
            f"{words.count(others, 'figure')} of the operations that the filters or the rules leave out"
        )
    if not told:
        measure = words.MEASURES[view.measure].lower()
        return f"Nothing is left out: every figure of “{measure}” of the chosen operations is drawn."
    return f"Not drawn, and not added to anything: {words.listed(told)}."

"""The map in words: what is counted at a place, what is counted elsewhere, and what is only named.

`map_rows` decides what is drawn and is the table under the map; `pages.figures.deck` draws it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pandas as pd

from loaders.tables import join_list, split_list
from pages.figures import words
from pages.figures.captions import PEOPLE, TITLES, figures_of_no_operation
from pages.figures.credits import credits_of
from pages.figures.scopes import Pick, counting_places, each_row, operation_names, voice_of, with_articles

# Always labelled, whatever the articles say of them.
FOCUS = ("jenin", "tulkarem", "al-faraa")

# What stands for a row: a disc by area, a numeral, an open disc, a ring, a dot; or words beside the map.
MARKS = ("disc", "zero", "vague", "ring", "dot", "beside")
ROW_COLUMNS = (
    "mark",
    "rule",
    "place_id",
    "place",
    "latitude",
    "longitude",
    "figure",
    "side",
    "unit",
    "low",
    "best",
    "high",
    "open_low",
    "open_high",
    "contested",
    "kind",
    "as_of",
    "speakers",
    "outlets",
    "claims",
    "best_claim_id",
)

SENTENCES_IN_CARD = 2
# What a ring says: that the articles give no figure, or that it is in families and stands beside the map.
NO_FIGURE, IN_MARGIN = "no figure of its own", "counted in families"
# What it says where a reader left sides or voices out: others may have a figure.
NOT_AMONG_CHOSEN = "no figure of those chosen"
DRAWN_AS = {
    "disc": "disc",
    "zero": "the numeral 0",
    "vague": "open disc: no number given",
    "ring": "ring: named, no figure of its own",
    "dot": "dot: not named, for orientation",
    "beside": "beside the map",
}
# What a legend says of every mark.
MARK_MEANINGS = {
    "disc": "as large in area as its number",
    "zero": "reported as none",
    "vague": "reported without a number",
    "ring": "named, no figure of its own: not reported",
    "dot": "not named, for orientation",
}


BORDERS = "Land and borders as Natural Earth draws them."


def map_rows(
    estimates: pd.DataFrame,
    claims: pd.DataFrame,
    places: pd.DataFrame,
    named: Collection[str],
    *,
    narrowed: bool = False,
) -> pd.DataFrame:
    """What the map says, one row a mark or note: the columns are ROW_COLUMNS, unknown is NA.

    `estimates` are those of one rule, operation and measure; `named` are the ids of places that the articles
    of the operation name. A place with a figure is a disc (a zero only its numeral), one whose figure is only
    in words `vague`, one named without a figure a ring, one of FOCUS that is not even named a dot. Beside the
    map stands a figure of an area or of no place, what an "X of Y" leaves, and one that counts families,
    whose number is on another scale. `narrowed` says that sides or voices are left out: a ring is then the
    silence of those chosen, not that of the articles.
    """
    silence = NOT_AMONG_CHOSEN if narrowed else pd.NA
    known = places.set_index("place_id")
    figures = [_figure_row(row, claims, known) for row in estimates.to_dict("records")]
    drawn = {row["place_id"] for row in figures if row["mark"] != "beside"}
    told_beside = {row["place_id"] for row in figures} - drawn
    ringed = (set(counting_places(places).reindex(list(named)).dropna()) | told_beside) - drawn
    rings = sorted(place_id for place_id in ringed if _has_position(place_id, known))
    words_of = {place_id: IN_MARGIN if place_id in told_beside else silence for place_id in rings}
    rows = figures + [
        {"mark": "ring", "figure": said, **_where(place_id, known)} for place_id, said in words_of.items()
    ]
    rows += [
        {"mark": "dot", **_where(place_id, known)}
        for place_id in FOCUS
        if place_id in known.index and place_id not in drawn | ringed
    ]
    numbers = {
        "best": "Int64",
        "low": "Int64",
        "high": "Int64",
        "latitude": "Float64",
        "longitude": "Float64",
    }
    return pd.DataFrame(rows, columns=list(ROW_COLUMNS)).astype(numbers)


def largest_value(estimates: pd.DataFrame, places: pd.DataFrame) -> int:
    """The largest figure of any place that has a position: the scale of the discs; 0 where there is none.

    Given the estimates of every operation, discs mean the same when the reader goes from one to the next.
    """
    values = estimates.loc[_is_positioned(estimates, places), "best"].dropna()
    return int(values.max()) if len(values) else 0


def first_operation(estimates: pd.DataFrame, places: pd.DataFrame, operations: pd.DataFrame) -> str:
    """The latest operation with a figure at a place; where none has one, the latest of all.

    Raises:
        IndexError: there is no operation.
    """
    ordered = operations.sort_values("started")["operation_id"]
    told = estimates.loc[_is_positioned(estimates, places), "operation_id"]
    return str([*ordered, *ordered[ordered.isin(told)]][-1])


def _is_positioned(estimates: pd.DataFrame, places: pd.DataFrame) -> pd.Series[bool]:
    """Whether a figure can be drawn as a disc: at a place with a position, and not in families."""
    positioned = places.loc[places["latitude"].notna(), "place_id"]
    return estimates["place_id"].isin(positioned) & (estimates["unit"] != "families")


def _figure_row(row: Mapping[Any, Any], claims: pd.DataFrame, known: pd.DataFrame) -> dict[str, Any]:
    kept = {name: row[name] for name in ROW_COLUMNS if name in row}
    return {
        **kept,
        **_where(row["place_id"], known),
        "mark": _mark(row, known),
        "figure": figure(row, claims),
    }


def _mark(row: Mapping[Any, Any], known: pd.DataFrame) -> str:
    if row["unit"] == "families" or not _has_position(row["place_id"], known):
        return "beside"
    if pd.isna(row["best"]):
        return "vague" if pd.isna(row["high"]) else "ring"
    return "disc" if row["best"] > 0 else "zero"


def _where(place_id: Any, known: pd.DataFrame) -> dict[str, Any]:
    if pd.isna(place_id) or place_id not in known.index:
        return {"place_id": place_id, "place": pd.NA, "latitude": pd.NA, "longitude": pd.NA}
    place = known.loc[place_id]
    position = {"latitude": place["latitude"], "longitude": place["longitude"]}
    return {"place_id": place_id, "place": place["name"], **position}


def _has_position(place_id: Any, known: pd.DataFrame) -> bool:
    return bool(pd.notna(place_id) and place_id in known.index and pd.notna(known.loc[place_id, "latitude"]))


def figure(row: Mapping[Any, Any], claims: pd.DataFrame) -> str:
    """A figure as a label has it: `at least 12 Palestinians`, with the bound word of the claim behind it.

    Where the rule finds no value among numbers, the words that say so.
    """
    if pd.isna(row["best"]) and pd.notna(row["high"]):
        return words.without_value(SimpleNamespace(**row))
    if pd.isna(row["best"]):
        return f"{counted(2, row['side'], row['unit'])}, number not given".removeprefix(", ")
    best = int(row["best"])
    # Where a figure is the sum of the groups of one statement, no single claim has its words.
    same = claims["value"].eq(best).fillna(False) | claims["high"].eq(best).fillna(False)
    behind = claims[same & (claims["claim_id"] == row["best_claim_id"])]
    amounts = [words.amount(claim) for claim in behind.itertuples()]
    return (
        f"{amounts[0] if amounts else words.number(best)} {counted(best, row['side'], row['unit'])}".rstrip()
    )


def counted(value: int, side: str, unit: str) -> str:
    """What a number counts: `Palestinians`, `families of Israelis`; things need no noun."""
    if unit == "count":
        return ""
    one, many = PEOPLE[side]
    if unit == "families":
        return f"{'family' if value == 1 else 'families'} of {many}"
    return one if value == 1 else many


def map_title(measure: str, operation_id: str, operations: pd.DataFrame) -> str:
    """What the map shows, and of which operation."""
    return f"{TITLES[measure]}: {operation_names(operations)[operation_id]}"


def map_subtitle(rows: pd.DataFrame, rule: str, *, narrowed: bool) -> str:
    """How to read the marks, and the rule in force, in words; `narrowed` as in `map_rows`."""
    marks = set(rows["mark"])
    if "disc" in marks:
        said = "Each disc is as large in area as its number, and a camp counts with its city."
    else:
        silent = "What is chosen gives no" if narrowed else "No article here gives a"
        has_others = marks & {"zero", "vague"}
        what = "number for a place that would be a disc" if has_others else "figure for a place on the map"
        said = f"{silent} {what}."
    return f"{said} Value: {rule}."


def meaning_of(mark: str, *, narrowed: bool) -> str:
    """What a legend says of a mark; `narrowed` as in `map_rows`."""
    return f"named, {NOT_AMONG_CHOSEN}" if mark == "ring" and narrowed else MARK_MEANINGS[mark]


def beside_words(row: Mapping[Any, Any]) -> str:
    """A figure that sits on no town, with what it is counted for."""
    if row["kind"] == "remainder":
        return f"the other {row['figure']}: credited to no place"
    if pd.isna(row["place"]):
        return f"no place given: {row['figure']}"
    return f"{row['place']}{'' if row['unit'] == 'families' else ' as a whole'}: {row['figure']}"


def margin_notes(rows: pd.DataFrame) -> list[str]:
    """What stands beside the map, a line for each figure."""
    notes = [beside_words(row) for row in rows.to_dict("records") if row["mark"] == "beside"]
    return [f"{note[:1].upper()}{note[1:]}" for note in notes]


def map_words(rows: pd.DataFrame, *, narrowed: bool) -> str:
    """Everything that the map and its margin say, in sentences; `narrowed` as in `map_rows`."""
    records = rows.to_dict("records")
    figures = [row for row in records if row["mark"] in ("disc", "zero", "vague")]
    figures += [row for row in records if row["mark"] == "ring" and split_list(row["claims"])]
    bare = [row for row in records if not split_list(row["claims"])]
    named = {mark: [row["place"] for row in bare if row["mark"] == mark] for mark in ("ring", "dot")}
    silence = f"Named, but with {NOT_AMONG_CHOSEN if narrowed else 'no figure of their own'}"
    parts = {
        "At a place": [f"{row['place']}, {row['figure']}" for row in figures],
        "Of an area or of no place": margin_notes(rows),
        silence: named["ring"],
        "Not named, and shown for orientation": named["dot"],
    }
    said = [f"{what}: {'; '.join(items)}." for what, items in parts.items() if items]
    nothing = f"No place on the map has a figure{' of those chosen' if narrowed else ''}."
    return " ".join(said if figures else [nothing, *said])


def map_alt(rows: pd.DataFrame, title: str, *, narrowed: bool) -> str:
    """The map for those who do not see it; `narrowed` as in `map_rows`."""
    return f"Map of the northern West Bank. {title}. {map_words(rows, narrowed=narrowed)}"


def map_footer(rows: pd.DataFrame, claims: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Who said it, who printed it, how many articles, of which days, and whose borders are drawn."""
    return f"{credits_of(claims_of(rows, claims), articles).in_words} {BORDERS}"


def map_table(
    rows: pd.DataFrame, claims: pd.DataFrame, articles: pd.DataFrame, *, narrowed: bool = False
) -> pd.DataFrame:
    """Exactly what is drawn and said beside the map, for a reader; unknown is NA.

    `narrowed` is as in `map_rows`.
    """
    told = with_articles(claims_of(rows, claims), articles)
    behind = [told[told["claim_id"].isin(split_list(cell))] for cell in rows["claims"]]
    ring = {"ring": f"ring: {meaning_of('ring', narrowed=True)}"} if narrowed else {}
    drawn_as = DRAWN_AS | ring
    place = rows["place"].mask(rows["kind"].eq("remainder").fillna(False), "credited to no place")
    table = pd.DataFrame(
        {
            "Place": place,
            "Drawn as": rows["mark"].map(drawn_as),
            "Figure": rows["figure"],
            "Lowest": rows["low"].mask(_is_set(rows["open_low"])),
            "Value": rows["best"],
            "Highest": rows["high"].mask(_is_set(rows["open_high"])),
            "Unit": rows["unit"],
            "As of": pd.to_datetime(rows["as_of"]),
            "Said by": [_joined(map(words.speaker, said["attributed_to"])) for said in behind],
            "Printed by": [_joined(map(words.source, said.itertuples())) for said in behind],
        }
    )
    return table.astype(
        dict.fromkeys(["Place", "Drawn as", "Figure", "Unit", "Said by", "Printed by"], "str")
    )


def _is_set(flags: pd.Series[Any]) -> pd.Series[bool]:
    """A flag that a place without a figure does not have is not set."""
    return flags.eq(True).fillna(False).astype(bool)


def _joined(names: Iterable[str]) -> str | None:
    return join_list(list(dict.fromkeys(names)))


def claims_of(rows: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The claims behind the rows."""
    ids = {claim_id for cell in rows["claims"] for claim_id in split_list(cell)}
    return claims[claims["claim_id"].isin(ids)]


def left_out(
    rows: pd.DataFrame, claims: pd.DataFrame, measure: str, operation_id: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Claims of the measure that no mark or note shows: those of no operation, and those of this one.

    `claims` are those of all voices.
    """
    counted = claims[claims["measure"] == measure]
    of_operation = counted[counted["operation_id"] == operation_id]
    shown = claims_of(rows, claims)["claim_id"]
    return counted[counted["operation_id"].isna()], of_operation[~of_operation["claim_id"].isin(shown)]


def left_out_words(background: pd.DataFrame, others: pd.DataFrame) -> str:
    """What `left_out` found, in a sentence."""
    if background.empty and others.empty:
        return (
            "Nothing is left out: the map and its margin show every figure that these articles give for this."
        )
    told = []
    if len(background):
        told.append(figures_of_no_operation(len(background)))
    if len(others):
        told.append(
            f"{words.count(len(others), 'figure')} of this operation (a part such as children, an earlier "
            "figure of the same speaker, one of a side that is not named, or one of a side, a speaker or an "
            "outlet that is not chosen)"
        )
    return f"Not drawn, and not added to anything: {words.listed(told)}."


def row_keys(rows: pd.DataFrame) -> list[str]:
    """What each row is picked by: the marks of a place together, a figure beside the map by itself."""
    return [
        f"beside~{row.kind}~{row.place_id}~{row.side}~{row.unit}"
        if row.mark == "beside"
        else place_key(row.place_id)
        for row in each_row(rows)
    ]


def place_key(place_id: str) -> str:
    """What the marks of a place are picked by."""
    return f"place~{place_id}"


def picks_of_rows(rows: pd.DataFrame, claims: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[Pick]]:
    """By its key, everything that a reader can pick on the map: the figures of a place, and those beside it.

    A place that is only named has one pick without an estimate.
    """
    told = {claim.claim_id: claim for claim in each_row(with_articles(claims_of(rows, claims), articles))}
    picks: dict[str, list[Pick]] = {}
    for key, row in zip(row_keys(rows), rows.to_dict("records"), strict=True):
        picks.setdefault(key, []).append(_pick(row, told))
    return picks


def _pick(row: Mapping[Any, Any], told: Mapping[str, Any]) -> Pick:
    ids = set(split_list(row["claims"]))
    if not ids:
        return Pick(f"{row['place']}: named, {ring_words(row)}", None)
    behind = [claim for claim_id, claim in told.items() if claim_id in ids]
    # Of a speaker's many claims the latest one tells who agrees; the panel lists them all.
    latest = {voice_of(claim): claim for claim in behind if claim.claim_id != row["best_claim_id"]}
    best = [claim for claim in behind if claim.claim_id == row["best_claim_id"]]
    heading = beside_words(row) if row["mark"] == "beside" else f"{row['place']}: {row['figure']}"
    return Pick(
        f"{heading[:1].upper()}{heading[1:]}",
        SimpleNamespace(**row),
        [*latest.values(), *best],
        tuple(claim.claim_id for claim in behind),
    )


def ring_words(row: Mapping[Any, Any]) -> str:
    """Why a place that the articles name has no disc."""
    return NO_FIGURE if pd.isna(row["figure"]) else str(row["figure"])


def card(row: Mapping[Any, Any], claims: pd.DataFrame) -> str:
    """What a mark says when the pointer is on it: plain text, never to be read as HTML."""
    if row["mark"] == "ring" and not split_list(row["claims"]):
        return f"{row['place']}\nNamed in the articles about this operation, {ring_words(row)}"
    if row["mark"] == "dot":
        return f"{row['place']}\nNot named in the articles about this operation, shown for orientation"
    behind = claims[claims["claim_id"].isin(split_list(row["claims"]))]
    behind = behind.sort_values("claim_id", key=lambda ids: ids != row["best_claim_id"], kind="stable")
    speakers = dict.fromkeys(map(words.speaker, behind["attributed_to"]))
    sentences = list(dict.fromkeys(behind["sentence"]))
    return "\n".join(
        [
            f"{row['place']}: {row['figure']}",
            f"Said by: {'; '.join(speakers)}",
            *(f"“{sentence}”" for sentence in sentences[:SENTENCES_IN_CARD]),
        ]
    )

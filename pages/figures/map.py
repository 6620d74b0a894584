"""The map in words: what is counted at a place, what is counted elsewhere, and what is only named.

`map_rows` decides what is drawn and is the table under the map; `pages.figures.deck` draws it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from loaders.tables import split_list
from pages.figures import words
from pages.figures.captions import PEOPLE
from pages.figures.scopes import counting_places

# Always labelled, whatever the articles say of them.
FOCUS = ("jenin", "tulkarem", "al-faraa")

# What stands for a row: a disc by area, a numeral, an open disc, a ring, a dot; or words beside the map.
MARKS = ("disc", "zero", "vague", "ring", "dot", "beside")
ROW_COLUMNS = (
    "mark",
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


def map_rows(
    estimates: pd.DataFrame, claims: pd.DataFrame, places: pd.DataFrame, named: Collection[str]
) -> pd.DataFrame:
    """What the map says, one row a mark or note: the columns are ROW_COLUMNS, unknown is NA.

    `estimates` are those of one rule, operation and measure; `named` are the ids of places that the articles
    of the operation name. A place with a figure is a disc (a zero only its numeral), one whose figure is only
    in words `vague`, one named without a figure a ring, one of FOCUS that is not even named a dot. Beside the
    map stands a figure of an area or of no place, what an "X of Y" leaves, and one that counts families,
    whose number is on another scale.
    """
    known = places.set_index("place_id")
    figures = [_figure_row(row, claims, known) for row in estimates.to_dict("records")]
    drawn = {row["place_id"] for row in figures if row["mark"] != "beside"}
    ringed = set(counting_places(places).reindex(list(named)).dropna()) - drawn
    dotted = [place_id for place_id in FOCUS if place_id in known.index and place_id not in drawn | ringed]
    silent = [("ring", place_id) for place_id in sorted(ringed) if _has_position(place_id, known)]
    silent += [("dot", place_id) for place_id in dotted]
    rows = figures + [{"mark": mark, **_where(place_id, known)} for mark, place_id in silent]
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
    positioned = estimates["place_id"].isin(places.loc[places["latitude"].notna(), "place_id"])
    values = estimates.loc[positioned & (estimates["unit"] != "families"), "best"].dropna()
    return int(values.max()) if len(values) else 0


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
        return "vague"
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
    """A figure as a label has it: `at least 12 Palestinians`, with the bound word of the claim behind it."""
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


def beside_words(row: Mapping[Any, Any]) -> str:
    """A figure that sits on no town, with what it is counted for."""
    if row["kind"] == "remainder":
        return f"the other {row['figure']}: credited to no place"
    return f"{row['place'] if pd.notna(row['place']) else 'no place given'}: {row['figure']}"


def map_alt(rows: pd.DataFrame, title: str) -> str:
    """What the map shows, in words, for those who do not see it."""
    named = {mark: list(dict.fromkeys(rows.loc[rows["mark"] == mark, "place"])) for mark in MARKS}
    records = rows.to_dict("records")
    on_map = [
        f"{row['place']}: {row['figure']}" for row in records if row["mark"] in ("disc", "zero", "vague")
    ]
    parts = [f"Map of the northern West Bank. {title}"]
    parts.append("; ".join(on_map) if on_map else "No place on the map has a figure")
    if named["ring"]:
        parts.append(f"Named without a figure: {', '.join(named['ring'])}")
    if named["dot"]:
        parts.append(f"Shown for orientation only: {', '.join(named['dot'])}")
    beside = [beside_words(row) for row in records if row["mark"] == "beside"]
    if beside:
        parts.append(f"Beside the map: {'; '.join(beside)}")
    return ". ".join(parts) + "."


def card(row: Mapping[Any, Any], claims: pd.DataFrame) -> str:
    """What a mark says when the pointer is on it: plain text, never to be read as HTML."""
    if row["mark"] == "ring":
        return f"{row['place']}\nNamed in these articles without a figure of its own"
    if row["mark"] == "dot":
        return f"{row['place']}\nNot named in these articles: shown for orientation"
    behind = claims[claims["claim_id"].isin(split_list(row["claims"]))]
    behind = behind.sort_values("claim_id", key=lambda ids: ids != row["best_claim_id"], kind="stable")
    speakers = dict.fromkeys(map(words.speaker, behind["attributed_to"]))
    sentences = list(dict.fromkeys(behind["sentence"]))
    return "\n".join(
        [
            f"{row['place']}: {row['figure']}",
            f"Said by: {'; '.join(speakers)}",
            *(f"“{sentence}”" for sentence in sentences[:SENTENCES_IN_CARD]),
            "Click for every sentence",
        ]
    )

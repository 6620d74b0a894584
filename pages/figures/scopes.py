"""What is drawn for an operation: whose figures, for which place, and what lies inside what.

Figures are drawn on one bar only where they share operation, measure, side, place and unit. Of several places
the widest stands for the operation; a narrower one is drawn inside it where an article says "X of Y", and on
a row of its own where none does. Places are never added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.figures import words

HARM = ("killed", "wounded", "displaced", "detained", "missing", "hostages")
"""Measures of what happened to people: here silence about a side is shown, too."""

SIDES_ALWAYS_SHOWN = ("palestinian", "israeli")


@dataclass(frozen=True)
class View:
    """What a reader chose: ids, as the address has them. No speakers means everyone."""

    operations: tuple[str, ...]
    measure: str
    sides: tuple[str, ...]
    rule: str = "latest"
    speakers: tuple[str, ...] = ()

    @property
    def silence(self) -> str:
        """What is written where there is no figure."""
        return "no figure by the speakers chosen" if self.speakers else words.SILENCE


@dataclass(frozen=True)
class Lane:
    """Claims that stand on one line: those of one speaker about one kind of people.

    `claims` are rows of the claims frame with their article's columns (see `with_articles`), oldest first.
    `people` says which people they count, where it is not all of them: a kind, or those in one place. Of a
    part `whole` is the number that it lies in; `rest` is what an article's "X of Y" leaves to no place.
    """

    speaker: str
    claims: pd.DataFrame
    people: str = ""
    whole: int | None = None
    rest: int | None = None


@dataclass(frozen=True)
class Scope:
    """One row of a chart. `estimate` is a row of the estimates frame, None where the articles are silent."""

    operation_id: str
    side: str
    place: str | None = None
    unit: str = "people"
    estimate: Any = None
    lanes: tuple[Lane, ...] = ()
    parts: tuple[Lane, ...] = ()

    @property
    def claim_ids(self) -> list[str]:
        """Every claim that the row draws."""
        return [claim_id for lane in (*self.lanes, *self.parts) for claim_id in lane.claims["claim_id"]]


def with_articles(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Claims with the columns of their article that a page prints, and the day that each claim speaks of."""
    columns = ["article_id", "file", "title", "outlet", "agency", "url", "published", "original"]
    dates = ["published_earliest", "published_latest", "dated_by", "date_note"]
    joined = claims.merge(articles[columns + dates], on="article_id", how="left", validate="many_to_one")
    return joined.assign(day=joined["as_of"].fillna(joined["published"])).sort_values(
        ["day", "claim_id"], na_position="first", ignore_index=True
    )


def scopes_of(frames: Any, view: View) -> list[Scope]:
    """The rows of a chart, by operation, side and place; a side without a figure is a silent row."""
    claims = _claims_of(frames, view)
    chosen = frames.estimates[
        (frames.estimates["rule"] == view.rule)
        & (frames.estimates["measure"] == view.measure)
        & frames.estimates["operation_id"].isin(view.operations)
    ]
    return [
        scope
        for operation_id in view.operations
        for side in _sides_shown(chosen, view)
        for scope in _scopes_of_side(
            frames.places,
            chosen[(chosen["operation_id"] == operation_id) & (chosen["side"] == side)],
            claims[(claims["operation_id"] == operation_id) & (claims["side"] == side)],
            Scope(operation_id, side),
            complete=side in SIDES_ALWAYS_SHOWN or view.measure not in HARM,
        )
    ]


def _claims_of(frames: Any, view: View) -> pd.DataFrame:
    claims = frames.claims[
        frames.claims["operation_id"].isin(view.operations)
        & (frames.claims["measure"] == view.measure)
        & (frames.claims["status"] != "rejected")
    ]
    home = counting_places(frames.places)
    joined = with_articles(claims, frames.articles)
    joined = joined.assign(home=joined["place_id"].map(home))
    wholes = joined.set_index("claim_id")[["home", "category", "qualifier", "value"]].add_prefix("whole_")
    joined = joined.join(wholes, on="part_of")
    same_kind = (joined["whole_category"] == joined["category"]) & (
        joined["whole_qualifier"].fillna("") == joined["qualifier"].fillna("")
    )
    in_drawing = joined["part_of"].isin(joined["claim_id"])
    elsewhere = joined["home"].notna() & (joined["home"] != joined["whole_home"])
    return joined.assign(
        part_by_kind=in_drawing & ~(same_kind & elsewhere), part_by_place=in_drawing & same_kind & elsewhere
    )


def counting_places(places: pd.DataFrame) -> pd.Series[Any]:
    """place_id to the place that it counts with: a camp with its city or town, any other with itself."""
    kind = places.set_index("place_id")["kind"]
    in_city = (places["kind"] == "camp") & places["parent_id"].map(kind).isin(["city", "town"])
    return places["place_id"].mask(in_city, places["parent_id"]).set_axis(places["place_id"])


def _sides_shown(estimates: pd.DataFrame, view: View) -> list[str]:
    known = set(estimates["side"])
    always = SIDES_ALWAYS_SHOWN if view.measure in HARM or not known else ()
    return [side for side in view.sides if side in known or side in always]


def _scopes_of_side(
    places: pd.DataFrame, estimates: pd.DataFrame, claims: pd.DataFrame, silent: Scope, *, complete: bool
) -> list[Scope]:
    reported = estimates[estimates["kind"] == "reported"]
    if reported.empty:
        return [silent] if complete else []
    rest = estimates.loc[estimates["kind"] == "remainder", "best"].dropna()
    parents = dict(zip(places["place_id"], places["parent_id"], strict=True))
    names = dict(zip(places["place_id"], places["name"], strict=True))
    rows = sorted(reported.itertuples(), key=lambda row: len(_line(row.place_id, parents)))
    scopes: list[Scope] = []
    inside: set[str] = set()
    for row in rows:
        here = claims[_same(claims["home"], row.place_id) & (claims["unit"] == row.unit)]
        own = here[~here["part_by_kind"]]
        if set(own["part_of"].dropna()) & inside and own["part_by_place"].all():
            continue
        ids = set(own["claim_id"])
        by_place = claims[claims["part_by_place"] & claims["part_of"].isin(ids)]
        by_kind = _inside(claims[claims["part_by_kind"]], ids)
        scopes.append(
            Scope(
                silent.operation_id,
                silent.side,
                names.get(row.place_id),
                row.unit,
                row,
                tuple(_lanes(own)),
                (
                    *_parts(by_place, names, int(rest.iloc[0]) if len(rest) else None),
                    *_parts(by_kind, names),
                ),
            )
        )
        inside |= ids
    return scopes


def _inside(parts: pd.DataFrame, wholes: set[str]) -> pd.DataFrame:
    """The parts of some wholes, and the parts of these parts."""
    found = parts[parts["part_of"].isin(wholes)]
    while not (deeper := parts[parts["part_of"].isin(found["claim_id"])]).empty:
        if set(deeper["claim_id"]) <= set(found["claim_id"]):
            break
        found = parts[parts["claim_id"].isin([*found["claim_id"], *deeper["claim_id"]])]
    return found


def _same(places: pd.Series[Any], place_id: Any) -> pd.Series[bool]:
    return places.isna() if pd.isna(place_id) else places == place_id


def _line(place_id: Any, parents: dict[str, Any]) -> list[str]:
    """The place and all that it lies in; shorter is wider. A figure without a place comes last."""
    line: list[str] = []
    while not pd.isna(place_id) and place_id not in line:
        line.append(place_id)
        place_id = parents.get(place_id)
    return line or ["no place"] * 9


def _lanes(claims: pd.DataFrame) -> Iterable[Lane]:
    """One lane for each speaker and kind of people, in the order in which they first spoke."""
    for _, said in claims.groupby([_who(claims), *_kinds(claims)], sort=False):
        first = said.iloc[0]
        yield Lane(_speaker(first), said, words.kind(first))


def _parts(claims: pd.DataFrame, names: dict[str, str], rest: int | None = None) -> Iterable[Lane]:
    """One lane for each part by one speaker: the people of one kind, or of one place."""
    alike = [_who(claims), *_kinds(claims), claims["home"].fillna(""), claims["whole_value"]]
    for _, said in claims.groupby(alike, sort=False, dropna=False):
        last = said.iloc[-1]
        whole = None if pd.isna(last["whole_value"]) else int(last["whole_value"])
        if last["part_by_place"]:
            yield Lane(_speaker(last), said, f"in {names.get(last['home'], last['home'])}", whole, rest)
        else:
            yield Lane(_speaker(last), said, words.kind(last), whole)


def _who(claims: pd.DataFrame) -> pd.Series[Any]:
    """Who speaks; the reporter's own voice is one speaker per outlet, else agency, else article."""
    printed_by = claims["outlet"].fillna(claims["agency"]).fillna(claims["article_id"])
    return claims["attributed_to"].fillna("reporter " + printed_by)


def _speaker(claim: pd.Series[Any]) -> str:
    named = words.speaker(claim["attributed_to"])
    return named if pd.notna(claim["attributed_to"]) else f"{named}, {words.source(claim)}"


def _kinds(claims: pd.DataFrame) -> list[pd.Series[Any]]:
    return [claims["category"], claims["qualifier"].fillna("")]


def drawn_claims(scopes: Sequence[Scope]) -> set[str]:
    """claim_ids of every mark."""
    return {claim_id for scope in scopes for claim_id in scope.claim_ids}

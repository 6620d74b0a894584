"""What is drawn for an operation: whose figures, for which place, and what lies inside what.

Figures are drawn on one bar only where they share operation, measure, side, place and unit. Of several places
the widest stands for the operation; a narrower one is drawn inside it where an article says "X of Y", and on
a row of its own where none does. Places are never added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pandas as pd

from pages.figures import words
from pages.figures.bins import bin_claims
from pages.figures.voices import narrowed_to

HARM = ("killed", "wounded", "displaced", "detained", "missing", "hostages")
"""Measures of what happened to people: here silence about a side is shown, too."""

SIDES_ALWAYS_SHOWN = ("palestinian", "israeli")


@dataclass(frozen=True)
class View:
    """What a reader chose: ids, as the address has them. No speakers or outlets means everyone.

    `ranked` are the speakers that the rule of that name goes by, as a page prints their names.
    """

    operations: tuple[str, ...]
    measure: str
    sides: tuple[str, ...]
    rule: str = "latest"
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    ranked: tuple[str, ...] = ()

    @property
    def narrowed(self) -> str:
        """Whom the reader chose to hear; empty where it is everyone."""
        return narrowed_to(self.speakers, self.outlets)

    @property
    def silence(self) -> str:
        """What is written where there is no figure."""
        return f"no figure by the {self.narrowed}" if self.narrowed else words.SILENCE

    @property
    def rule_in_words(self) -> str:
        """The rule in force."""
        return words.rule_in_words(self.rule, self.ranked)


@dataclass(frozen=True)
class Lane:
    """Claims that stand on one line: those of one speaker about one kind of people.

    `claims` are rows of claims with their articles (see `with_articles`), oldest first, at least one.
    `people` says which people they count, where it is not all of them: a kind, or those in one place. Of a
    part `whole` is the number that it lies in; `rest` is what an article's "X of Y" leaves to no place.
    """

    speaker: str
    claims: tuple[Any, ...]
    people: str = ""
    whole: int | None = None
    rest: int | None = None

    @property
    def times(self) -> int:
        """How many claims the marks of the lane hold."""
        return sum(claim.times for claim in self.claims)

    @property
    def days(self) -> tuple[Any, Any]:
        """The first and the last day that the claims speak of; NaT where none is known."""
        known = [claim for claim in self.claims if pd.notna(claim.day)]
        if not known:
            return pd.NaT, pd.NaT
        return min(claim.first_day for claim in known), max(claim.day for claim in known)


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
    def claims(self) -> list[Any]:
        """Every mark of the row: rows of claims with their articles, each for all its `ids` (see `bins`)."""
        return [claim for lane in (*self.lanes, *self.parts) for claim in lane.claims]

    @property
    def claim_ids(self) -> list[str]:
        """The ids of `claims`."""
        return [claim_id for claim in self.claims for claim_id in claim.ids]

    @property
    def key(self) -> str:
        """What the row is picked by: the same for the same row in every view."""
        place_id = "" if self.estimate is None or pd.isna(self.estimate.place_id) else self.estimate.place_id
        return "~".join(("row", self.operation_id, self.side, place_id, self.unit))


@dataclass(frozen=True)
class Pick:
    """What a reader picked: a value with the claims `behind` it, and which claims to show.

    `behind` are rows of claims with their articles, oldest first, `ids` the claim_ids to show; `estimate` is
    None where articles are silent.
    """

    heading: str
    estimate: Any
    behind: Sequence[Any] = ()
    ids: Sequence[str] = ()


def claim_key(claim: Any) -> str:
    """What the mark of a claim is picked by."""
    return f"claim~{claim.claim_id}"


def picks_of(scopes: Sequence[Scope], operations: pd.DataFrame) -> dict[str, Pick]:
    """By its key, everything that a reader can pick on a chart of `scopes`: each row, and each claim."""
    names = operation_names(operations)
    picks = {}
    for scope in scopes:
        place = [scope.place] if scope.place else []
        heading = " · ".join([names[scope.operation_id], words.SIDES[scope.side], *place])
        claims = scope.claims
        picks[scope.key] = Pick(heading, scope.estimate, claims, _in_order(claims, scope.estimate))
        picks.update({claim_key(one): Pick(heading, scope.estimate, claims, one.ids) for one in claims})
    return picks


def with_articles(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Claims with the columns of their article that a page prints, and the day that each claim speaks of."""
    columns = ["article_id", "file", "title", "outlet", "agency", "url", "published", "original"]
    dates = ["published_earliest", "published_latest", "dated_by", "date_note"]
    joined = claims.merge(articles[columns + dates], on="article_id", how="left", validate="many_to_one")
    return joined.assign(day=joined["as_of"].fillna(joined["published"])).sort_values(
        ["day", "claim_id"], na_position="first", ignore_index=True
    )


def _in_order(marks: Sequence[Any], estimate: Any) -> tuple[str, ...]:
    """The claim_ids of some marks: first what gives the value, then the mark whose latest claim is oldest."""
    best = None if estimate is None else estimate.best_claim_id
    ordered = sorted(marks, key=lambda mark: (mark.claim_id != best, mark.order))
    return tuple(claim_id for mark in ordered for claim_id in mark.ids)


def oldest_first(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims in the order of a list of sentences."""
    return claims.sort_values(["as_of", "claim_id"], na_position="first", ignore_index=True)


def operation_names(operations: pd.DataFrame) -> dict[str, str]:
    """The name of each operation, by its operation_id."""
    return dict(zip(operations["operation_id"], operations["name"], strict=True))


def place_names(places: pd.DataFrame) -> dict[str, str]:
    """The name of each place, by its place_id."""
    return dict(zip(places["place_id"], places["name"], strict=True))


def each_row(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, its cells by the names of its columns."""
    return frame.itertuples(index=False)


def scopes_of(frames: Any, view: View) -> list[Scope]:
    """The rows of a chart, by operation, side and place; a side without a figure is a silent row."""
    claims, estimates = defaultdict(list), defaultdict(list)
    chosen = frames.estimates[
        (frames.estimates["rule"] == view.rule)
        & (frames.estimates["measure"] == view.measure)
        & frames.estimates["operation_id"].isin(view.operations)
    ]
    marks = bin_claims(_claims_of(frames, view), set(chosen["best_claim_id"].dropna()))
    for claim in each_row(marks):
        claims[claim.operation_id, claim.side].append(claim)
    for estimate in each_row(chosen):
        estimates[estimate.operation_id, estimate.side].append(estimate)
    scopes: list[Scope] = []
    for key in product(view.operations, _sides_shown(chosen, view)):
        if found := _scopes_of_side(frames.places, estimates[key], claims[key]):
            scopes.extend(found)
        elif key[1] in SIDES_ALWAYS_SHOWN or view.measure not in HARM:
            scopes.append(Scope(*key))
    return scopes


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
    is_part = joined["part_of"].isin(joined["claim_id"])
    elsewhere = joined["home"].notna() & (joined["home"] != joined["whole_home"])
    by_place = is_part & same_kind & elsewhere
    return joined.assign(by_place=by_place, by_kind=is_part & ~by_place, order=range(len(joined)))


def counting_places(places: pd.DataFrame) -> pd.Series[Any]:
    """place_id to the place that it counts with: a camp with its city or town, any other with itself."""
    kind = places.set_index("place_id")["kind"]
    in_city = (places["kind"] == "camp") & places["parent_id"].map(kind).isin(["city", "town"])
    return places["place_id"].mask(in_city, places["parent_id"]).set_axis(places["place_id"])


def _sides_shown(estimates: pd.DataFrame, view: View) -> list[str]:
    known = set(estimates["side"])
    always = SIDES_ALWAYS_SHOWN if view.measure in HARM or not known else ()
    return [side for side in view.sides if side in known or side in always]


def _scopes_of_side(places: pd.DataFrame, estimates: list[Any], claims: list[Any]) -> list[Scope]:
    """The scopes of one operation and side, the widest place first."""
    reported = [estimate for estimate in estimates if estimate.kind == "reported"]
    remainders = [estimate for estimate in estimates if estimate.kind == "remainder"]
    rest = [int(estimate.best) for estimate in remainders if pd.notna(estimate.best)]
    parents = dict(zip(places["place_id"], places["parent_id"], strict=True))
    names = place_names(places)
    reported.sort(key=lambda estimate: len(_line(estimate.place_id, parents)))
    scopes: list[Scope] = []
    drawn: set[str] = set()
    for estimate in reported:
        own = [claim for claim in claims if not claim.by_kind and _is_of(claim, estimate)]
        if own and all(claim.by_place and claim.part_of in drawn for claim in own):
            continue  # drawn inside their whole already
        ids = {claim_id for claim in own for claim_id in claim.ids}
        inside = [claim for claim in claims if claim.by_place and claim.part_of in ids]
        alone = {claim.home for claim in claims if not claim.by_place}
        by_place = [*_parts([claim for claim in inside if claim.home not in alone], names)]
        if rest and by_place:
            by_place[-1] = replace(by_place[-1], rest=rest[0])
        by_kind = _parts(_inside([claim for claim in claims if claim.by_kind], ids), names)
        place = names.get(estimate.place_id)
        key = (estimate.operation_id, estimate.side, place, estimate.unit, estimate)
        scopes.append(Scope(*key, tuple(_lanes(own)), (*by_place, *by_kind)))
        drawn |= ids
    return scopes


def _is_of(claim: Any, estimate: Any) -> bool:
    same_place = pd.isna(claim.home) if pd.isna(estimate.place_id) else claim.home == estimate.place_id
    return bool(same_place and claim.unit == estimate.unit)


def _inside(parts: list[Any], wholes: set[str]) -> list[Any]:
    """The parts of some wholes, and the parts of these parts."""
    found: list[Any] = []
    reached = set(wholes)
    while new := [part for part in parts if part.part_of in reached and part.claim_id not in reached]:
        found.extend(new)
        reached.update(claim_id for part in new for claim_id in part.ids)
    return found


def _line(place_id: Any, parents: dict[str, Any]) -> list[str]:
    """The place and all that it lies in; shorter is wider. A figure without a place comes last."""
    line: list[str] = []
    while not pd.isna(place_id) and place_id not in line:
        line.append(place_id)
        place_id = parents.get(place_id)
    return line or ["no place"] * 9


def _lanes(claims: Iterable[Any]) -> Iterable[Lane]:
    """One lane for each speaker and kind of people, in the order in which they first spoke."""
    for said in _grouped(claims, lambda claim: (claim.voice, words.kind(claim))):
        yield Lane(said[0].who, tuple(said), words.kind(said[0]))


def _parts(claims: Iterable[Any], names: dict[str, str]) -> Iterable[Lane]:
    """One lane for each part by one speaker: the people of one kind, or of one place."""
    for said in _grouped(claims, lambda part: (part.voice, words.kind(part), part.home, part.whole_value)):
        last = said[-1]
        people = f"in {names.get(last.home, last.home)}" if last.by_place else words.kind(last)
        whole = None if pd.isna(last.whole_value) else int(last.whole_value)
        yield Lane(last.who, tuple(said), people, whole)


def _grouped(claims: Iterable[Any], key: Callable[[Any], tuple[Any, ...]]) -> Iterable[list[Any]]:
    groups: dict[str, list[Any]] = {}
    for claim in claims:
        groups.setdefault(repr(key(claim)), []).append(claim)
    return groups.values()


def voice_of(claim: Any) -> str:
    """Who speaks; the reporter's own voice is one speaker per outlet, else agency, else article."""
    names = (claim.attributed_to, claim.outlet, claim.agency, claim.article_id)
    return str(next(name for name in names if pd.notna(name)))


def who_says(claim: Any) -> str:
    """The speaker's name, as a chart prints it."""
    if pd.notna(claim.attributed_to):
        return str(claim.attributed_to)
    return f"{words.OWN_VOICE}, {words.source(claim)}"


def drawn_claims(scopes: Sequence[Scope]) -> set[str]:
    """claim_ids of every mark."""
    return {claim_id for scope in scopes for claim_id in scope.claim_ids}

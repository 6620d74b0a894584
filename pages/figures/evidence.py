"""The way from claims to an estimate, in words: who gives the value, who agrees, who differs.

Everything here returns plain text. It is not escaped: whoever puts it into HTML escapes it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from loaders.tables import split_list
from pages.figures import words
from pages.figures.scopes import voice_of, who_says


def way_in_words(estimate: Any, claims: Sequence[Any], rule: str) -> str:
    """How a value comes about: '12: latest report; Health Ministry, 6 July 2023; one other speaker agrees'.

    `estimate` is a row of the estimates frame, `claims` those behind it as rows of claims with their articles
    (see `with_articles`), oldest first, and `rule` the name of the rule in words.
    """
    best = _best(estimate, claims)
    if best is None:
        return f"No value: {rule}; {words.without_value(estimate)}."
    others = _others(estimate, claims, best)
    agreeing = [claim for claim in others if allows(claim, estimate.best)]
    differing = [claim for claim in others if not allows(claim, estimate.best)]
    value = value_in_words(estimate, best)
    said = [f"{value}: {rule}", f"{who_says(best)}, {words.day(best.day)}"]
    if value != words.amount(best):
        said.append(_made_of(estimate, best))
    if agreeing:
        said.append(_speakers(len(agreeing), "agrees", "agree"))
    elif not differing:
        said.append("nobody else gives a figure")
    said.extend(f"{who_says(claim)} says {words.amount(claim)}" for claim in differing)
    return f"{'; '.join(said)}."


def value_in_words(estimate: Any, best: Any) -> str:
    """The value with the bound of the claim that gives it; a sum of groups has no claim of its own."""
    summed = best.value != estimate.best and best.bound != "range"
    return words.number(int(estimate.best)) if summed or estimate.kind == "remainder" else words.amount(best)


def role_in_words(claim: Any, estimate: Any, claims: Sequence[Any]) -> str:
    """What one claim does for an estimate: gives its value, agrees, differs, is replaced, or is a part."""
    best = _best(estimate, claims)
    standing = _standing(estimate.claims)
    if best is not None and claim.claim_id == best.claim_id:
        return "Gives the value." if estimate.kind == "reported" else "The whole that parts are taken from."
    if best is not None and estimate.kind == "remainder" and claim.part_of == best.claim_id:
        return "A part that is taken away from the whole."
    if pd.notna(claim.part_of) and claim.claim_id not in standing:
        return "A part of another figure: it is not added to it."
    if claim.claim_id not in standing:
        return _passed_over(claim, standing, claims)
    if pd.isna(claim.value):
        return "Words without a number: they give no value."
    if best is None or allows(claim, estimate.best):
        return "Agrees with the value." if best is not None else "Gives no value under this rule."
    return "Differs from the value."


def allows(claim: Any, value: Any) -> bool:
    """Whether the words of a claim leave room for a value; 'about' and a vague word leave room above all."""
    above = pd.isna(claim.low) or claim.low <= value
    below = pd.isna(claim.high) or claim.high >= value
    return bool(above and below)


def _best(estimate: Any, claims: Sequence[Any]) -> Any:
    if pd.isna(estimate.best):
        return None
    return next((claim for claim in claims if claim.claim_id == estimate.best_claim_id), None)


@lru_cache(maxsize=256)
def _standing(cell: str) -> frozenset[str]:
    """The claim_ids behind an estimate, from its cell: asked again for each of them."""
    return frozenset(split_list(cell))


def _others(estimate: Any, claims: Sequence[Any], best: Any) -> list[Any]:
    """The latest claim of each other speaker who stands behind the estimate with a number."""
    standing = _standing(estimate.claims)
    latest = {
        voice_of(claim): claim
        for claim in claims
        if claim.claim_id in standing and pd.notna(claim.value) and voice_of(claim) != voice_of(best)
    }
    return list(latest.values())


def _made_of(estimate: Any, best: Any) -> str:
    if estimate.kind == "remainder":
        return f"what is left of {words.amount(best)} when the parts named with it are taken away"
    return "the sum of groups that one statement counts apart"


def _speakers(how_many: int, one: str, many: str) -> str:
    return f"one other speaker {one}" if how_many == 1 else f"{words.number(how_many)} other speakers {many}"


def _passed_over(claim: Any, standing: frozenset[str], claims: Sequence[Any]) -> str:
    """Why a claim that is drawn is not behind the estimate."""
    later = [
        other
        for other in claims
        if other.claim_id in standing and voice_of(other) == voice_of(claim) and other.day >= claim.day
    ]
    if later:
        return f"Replaced by its speaker's figure of {words.day(later[-1].day)}."
    return "Behind no value: a copy, an addition, or a kind of people that others count as a whole."

"""Many claims as few marks: where a side of an operation has hundreds, equal and near figures are one mark.

A bin is never a figure of its own: it stands at its latest claim, says how many it holds, and opens all of
them.
"""

from __future__ import annotations

import math

import pandas as pd

from pages.figures import words

# So many claims of one side of an operation are drawn one by one; more are counted in bins.
MOST_MARKS = 300
# Of so many speakers each has a line of its own; the others share one.
MOST_VOICES = 3
# Bins that the longest bar of a side is cut into.
BINS = 10

OTHERS = "other speakers"

SAME_BIN = ["operation_id", "side", "unit", "home", "by_place", "by_kind", "voice", "category"]
SAME_BIN += ["qualifier", "whole_value", "bin"]


def bin_claims(claims: pd.DataFrame, kept: set[str]) -> pd.DataFrame:
    """One row for each mark: a claim, or the latest claim of a bin of them.

    `claims` are claims with their articles, oldest first; `kept` are claim_ids that stand for their bin
    whatever comes later. Of a side with more than MOST_MARKS claims only the parts by kind of a kept claim
    are drawn: each of hundreds of wholes would have a bar of its own.

    The rows have `ids` and `times`, the claims that they hold and how many; `least` and `most`, their
    smallest and largest value; `first_day`, the first day that they speak of; `voice` and `who`, the
    speaker's id and name.
    """
    named = claims["attributed_to"].fillna(claims["outlet"]).fillna(claims["agency"])
    printed = claims["outlet"].fillna(claims["agency"]).fillna(words.NO_SOURCE)
    both = claims["outlet"].notna() & claims["agency"].notna()
    printed = printed.mask(both, claims["outlet"] + ", " + claims["agency"])
    who = claims["attributed_to"].fillna(words.OWN_VOICE + ", " + printed)
    voiced = claims.assign(
        voice=named.fillna(claims["article_id"]),
        who=who,
        least=claims["value"],
        most=claims["value"],
        first_day=claims["day"],
    )
    side = voiced.groupby(["operation_id", "side"])
    many = side["claim_id"].transform("size") > MOST_MARKS
    of_another = voiced["by_kind"] & ~voiced["part_of"].isin(kept)
    alone = voiced[~many]
    alone = alone.assign(times=1, ids=alone["claim_id"].map(lambda claim_id: (claim_id,)))
    if not many.any():
        return alone
    return pd.concat([alone, _binned(voiced[many & ~of_another], kept)]).sort_values(
        "order", ignore_index=True
    )


def _binned(claims: pd.DataFrame, kept: set[str]) -> pd.DataFrame:
    side = [claims["operation_id"], claims["side"]]
    rare = _is_rare(claims, claims["claim_id"].isin(kept))
    claims = claims.assign(voice=claims["voice"].mask(rare, OTHERS), who=claims["who"].mask(rare, OTHERS))
    width = claims["value"].groupby(side).transform("max").map(_bin_width)
    number = (claims["value"] // width).astype("Float64")
    ordered = claims.assign(bin=number, kept=claims["claim_id"].isin(kept)).sort_values(["kept", "order"])
    bins = ordered.groupby(SAME_BIN, dropna=False, sort=False)
    held = bins.agg(
        claim_id=("claim_id", "last"),
        ids=("claim_id", tuple),
        times=("claim_id", "size"),
        least=("value", "min"),
        most=("value", "max"),
        first_day=("day", "min"),
    )
    latest = ordered.drop(columns=["least", "most", "first_day", "bin", "kept"])
    return latest.merge(held, on="claim_id", how="inner", validate="one_to_one")


def _is_rare(claims: pd.DataFrame, kept: pd.Series[bool]) -> pd.Series[bool]:
    """Whether a claim is of a speaker who says little; one who gives the value never is."""
    voice = ["operation_id", "side", "voice"]
    sizes = claims.groupby(voice)["claim_id"].size()
    rank = sizes.groupby(level=[0, 1]).rank(method="first", ascending=False).rename("rank")
    gives_value = kept.groupby([claims[name] for name in voice]).transform("any")
    return (claims.join(rank, on=voice)["rank"] > MOST_VOICES) & ~gives_value


def _bin_width(largest: float) -> float:
    """A round width: 1, 2 or 5 times a power of ten, at least one.

    >>> _bin_width(20), _bin_width(119), _bin_width(40_000)
    (2.0, 20.0, 5000.0)
    """
    if pd.isna(largest) or largest <= BINS:
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest / BINS))
    return next(power * step for step in (1, 2, 5, 10) if power * step * BINS >= largest)

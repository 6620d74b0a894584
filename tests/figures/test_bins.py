from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from loaders.estimates import estimate
from loaders.tables import CLAIMS
from pages.figures.bins import MOST_MARKS, MOST_VOICES, OTHERS
from pages.figures.casualties import draw_casualties
from pages.figures.palette import LIGHT
from pages.figures.scopes import Scope, View, drawn_claims, picks_of, scopes_of
from pages.figures.words import SIDES
from tests import samples

VIEW = View(("2023-07",), "killed", tuple(SIDES))


def frames_of(count: int, speakers: int = 3) -> samples.Frames:
    """So many claims of Palestinians killed in Jenin, by some speakers, of values 1 to 100."""
    full = samples.full()
    first = full.claims[full.claims["claim_id"] == "c01"]
    many = pd.concat([first] * count, ignore_index=True)
    numbers = pd.Series(range(count)) % 100 + 1
    claims = CLAIMS.conform(
        many.assign(
            claim_id=[f"n{number:05}" for number in range(count)],
            attributed_to=[f"speaker {number % speakers}" for number in range(count)],
            as_of=pd.Timestamp(2023, 7, 3) + pd.to_timedelta(pd.Series(range(count)) % 3, unit="D"),
            **dict.fromkeys(("value", "low", "high"), numbers),
        )
    )
    estimates = estimate(claims, full.articles, full.operations, full.places)
    return samples.Frames(**{**vars(full), "claims": claims, "estimates": estimates})


def row_of(frames: Any) -> Scope:
    return next(scope for scope in scopes_of(frames, VIEW) if scope.estimate is not None)


def test_some_hundreds_are_marks_of_their_own() -> None:
    row = row_of(frames_of(MOST_MARKS))
    assert len(row.claims) == MOST_MARKS
    assert {claim.times for claim in row.claims} == {1}


@pytest.mark.parametrize("count", [MOST_MARKS + 1, 5000])
def test_more_are_counted_and_none_is_lost(count: int) -> None:
    row = row_of(frames_of(count))
    assert len(row.claims) < MOST_MARKS
    assert sum(claim.times for claim in row.claims) == count
    assert len(set(row.claim_ids)) == len(row.claim_ids) == count
    for claim in row.claims:
        assert claim.claim_id in claim.ids
        assert claim.least <= claim.value <= claim.most


def test_the_claim_that_gives_the_value_stands_for_its_bin() -> None:
    row = row_of(frames_of(5000))
    assert row.estimate.best_claim_id in {claim.claim_id for claim in row.claims}


def test_of_hundreds_only_the_parts_of_the_value_are_drawn() -> None:
    frames = frames_of(2000)
    ids, odd = frames.claims["claim_id"], frames.claims.index % 2 == 1
    claims = frames.claims.assign(
        part_of=ids.shift().where(odd), category=frames.claims["category"].mask(odd, "children")
    )
    estimates = estimate(claims, frames.articles, frames.operations, frames.places)
    parted = samples.Frames(**{**vars(frames), "claims": claims, "estimates": estimates})
    drawn = claims[claims["claim_id"].isin(drawn_claims(scopes_of(parted, VIEW))) & odd]
    assert len(drawn) == 1
    assert set(drawn["part_of"]) <= set(estimates["best_claim_id"])


def test_many_speakers_share_a_line() -> None:
    row = row_of(frames_of(5000, speakers=300))
    assert MOST_VOICES < len(row.lanes) < 2 * MOST_VOICES  # also those who give the value by some rule
    assert OTHERS in {lane.speaker for lane in row.lanes}
    assert OTHERS not in {lane.speaker for lane in row_of(frames_of(5000, speakers=MOST_VOICES)).lanes}


def test_the_chart_says_what_it_counts_and_picks_all_of_it() -> None:
    frames = frames_of(5000)
    scopes = scopes_of(frames, VIEW)
    figure = draw_casualties(scopes, frames.operations, frames.articles, VIEW, LIGHT)
    told = " ".join(text for trace in figure.data if trace.name == "words" for text in trace.text)
    assert "1,667 claims, counted in" in told
    assert "1 to 100, latest" in told
    (marks,) = (trace for trace in figure.data if trace.name == "claims")
    assert "square" in marks.marker.symbol
    assert any("claims of" in text for text in marks.hovertext)
    picks = picks_of(scopes, frames.operations)
    assert sum(len(picks[key].ids) for key in marks.customdata) == 5000

"""Estimates: each rule of the table as one small case, and what must hold of any claims."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.estimates import OWN_VOICE, estimate, rank_estimates
from loaders.operations import load_operations, load_places
from loaders.tables import ARTICLES, CLAIMS, ESTIMATES, FIXED_RULES
from tests import samples

MINISTRY, MILITARY = "Palestinian Health Ministry", "Israeli military"
OPERATIONS, PLACES = load_operations(), load_places().head(20)


def article(article_id: str = "a", day: str | None = "2024-09-05", **rest: Any) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "file": f"{article_id}.txt",
        "published": day,
        "published_earliest": day,
        "published_latest": day,
        "dated_by": "stated",
        "characters": 1,
        "sha256": article_id,
        **rest,
    }


def claim(claim_id: str, value: int | None, bound: str = "exact", **rest: Any) -> dict[str, Any]:
    low = value if bound in ("exact", "at_least") else rest.get("low")
    high = value if bound in ("exact", "up_to") else rest.get("high")
    return {
        "claim_id": claim_id,
        "article_id": "a",
        "statement_id": claim_id,
        "measure": "killed",
        "value": value,
        "bound": bound,
        "unit": "people",
        "side": "palestinian",
        "category": "people",
        "place_id": "jenin",
        "operation_id": "2024-08",
        "attributed_to": MINISTRY,
        "as_of": "2024-09-05",
        "quote": f"{value} people",
        "start": 0,
        "end": 1,
        "sentence": "Some words.",
        "status": "read",
        **rest,
        "low": rest.get("low", low),
        "high": rest.get("high", high),
    }


def rows(*claims: dict[str, Any], articles: list[dict[str, Any]] | None = None) -> pd.DataFrame:
    """The estimates of some claims, as frame."""
    return estimate(CLAIMS.frame(claims), ARTICLES.frame(articles or [article()]), OPERATIONS, PLACES)


def row(*claims: dict[str, Any], rule: str = "latest", **kwargs: Any) -> pd.Series[Any]:
    """The only reported row of some claims under a rule."""
    found = rows(*claims, **kwargs)
    found = found[(found["rule"] == rule) & (found["kind"] == "reported")]
    assert len(found) == 1
    return found.iloc[0]


def best(*claims: dict[str, Any], rule: str = "latest", **kwargs: Any) -> tuple[Any, Any, Any]:
    """Low, best and high of the only reported row, None for NA."""
    found = row(*claims, rule=rule, **kwargs)
    return tuple(None if pd.isna(cell) else int(cell) for cell in found[["low", "best", "high"]])


def test_without_claims_there_is_no_row() -> None:
    assert rows().empty
    assert list(rows().columns) == ESTIMATES.names


@pytest.mark.parametrize(
    "left_out",
    [
        pytest.param({"operation_id": None}, id="background"),
        pytest.param({"status": "rejected"}, id="rejected"),
        pytest.param({"part_of": "whole", "category": "children"}, id="part by kind"),
        pytest.param({"part_of": "whole", "qualifier": "critical"}, id="part by state"),
        pytest.param({"part_of": "gone"}, id="part of an unknown whole"),
    ],
)
def test_left_out(left_out: dict[str, Any]) -> None:
    whole = claim("whole", 120, operation_id="2024-08")
    assert row(whole, claim("x", 20, **left_out))["claims"] == "whole"


def said_by(**values: Any) -> list[dict[str, Any]]:
    """A claim of 5 September for each speaker's number; a pair is a bound and its number."""
    pairs = {name: value if isinstance(value, tuple) else ("exact", value) for name, value in values.items()}
    return [
        claim(name, value, bound, attributed_to=None if name == "own" else name)
        for name, (bound, value) in pairs.items()
    ]


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        pytest.param({"un": 12}, None, id="a single speaker"),
        pytest.param({"un": 12, "wafa": 14}, 12, id="two"),
        pytest.param({"un": 12, "wafa": 14, "own": 15}, 14, id="the second largest of three"),
        pytest.param({"un": 12, "wafa": 12}, 12, id="two who agree"),
        pytest.param({"un": 12, "wafa": ("at_least", 10)}, 10, id="at least counts"),
        pytest.param({"un": 12, "wafa": ("about", 12)}, 12, id="about counts"),
        pytest.param({"un": 12, "wafa": ("up_to", 30)}, None, id="up to does not"),
        pytest.param({"un": 12, "wafa": ("vague", None)}, None, id="vague words do not"),
        pytest.param({"un": 0, "wafa": 0}, 0, id="none, twice"),
    ],
)
def test_two_speaker_minimum(said: dict[str, Any], chosen: int | None) -> None:
    assert best(*said_by(**said), rule="two_speakers")[1] == chosen


def test_one_speaker_in_two_articles_is_one_speaker() -> None:
    again = claim("later", 14, attributed_to="un", as_of="2024-09-06")
    assert best(*said_by(un=12), again, rule="two_speakers") == (14, None, 14)


@pytest.mark.parametrize(
    ("order", "chosen"),
    [
        (["un", "wafa"], 12),
        (["wafa", "un"], 14),
        ([OWN_VOICE, "un"], 15),
        (["nobody", "wafa"], 14),
        (["vague", "un"], 12),
        (["nobody"], None),
        ([], None),
    ],
)
def test_the_first_ranked_speaker_with_a_number_gives_best(order: list[str], chosen: int | None) -> None:
    claims = said_by(un=12, wafa=14, own=15, vague=("vague", None))
    found = rank_estimates(CLAIMS.frame(claims), ARTICLES.frame([article()]), OPERATIONS, PLACES, order)
    assert found["rule"].tolist() == ["ranked"]
    cell = found["best"].iloc[0]
    assert (None if pd.isna(cell) else int(cell)) == chosen
    assert found[["low", "high"]].iloc[0].tolist() == [12, 15]


def test_a_ranked_speaker_s_latest_figure_counts() -> None:
    claims = [*said_by(un=12), claim("later", 14, attributed_to="un", as_of="2024-09-06")]
    found = rank_estimates(CLAIMS.frame(claims), ARTICLES.frame([article()]), OPERATIONS, PLACES, ["un"])
    assert found["best"].tolist() == [14]


def test_group_without_figure_has_no_row() -> None:
    found = rows(claim("c", 40000, "about", measure="displaced"))
    assert set(found["measure"]) == {"displaced"}


def test_part_by_place_is_the_whole_of_its_place_and_leaves_a_remainder() -> None:
    found = rows(claim("all", 39, place_id="west-bank"), claim("some", 21, part_of="all"))
    latest = found[found["rule"] == "latest"].set_index("kind")
    reported = latest.loc["reported"].set_index("place_id")["best"]
    assert reported.to_dict() == {"west-bank": 39, "jenin": 21}
    remainder = latest.loc["remainder"]
    assert pd.isna(remainder["place_id"])
    assert remainder[["low", "best", "high"]].tolist() == [18, 18, 18]
    assert remainder["claims"] == "all; some"
    assert not remainder["contested"]


def test_several_parts_by_place_leave_one_remainder() -> None:
    found = rows(
        claim("all", 39, place_id="west-bank"),
        claim("one", 21, part_of="all"),
        claim("two", 8, part_of="all", place_id="tulkarem"),
    )
    assert found.loc[found["kind"] == "remainder", "best"].dropna().tolist() == [10, 10, 10]


def test_a_bounded_part_leaves_a_bounded_remainder() -> None:
    found = rows(claim("all", 39, place_id="west-bank"), claim("some", 21, "at_least", part_of="all"))
    remainder = found[(found["kind"] == "remainder") & (found["rule"] == "latest")].iloc[0]
    assert remainder["best"] == 18
    assert remainder["open_low"]
    assert not remainder["open_high"]


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(claim("p", 3000, "up_to", measure="displaced", part_of="all"), id="another measure"),
        pytest.param(claim("p", 6, category="children", part_of="all"), id="a kind"),
        pytest.param(claim("p", 50, part_of="all", place_id="tulkarem"), id="larger than its whole"),
    ],
)
def test_no_remainder(part: dict[str, Any]) -> None:
    assert "remainder" not in set(rows(claim("all", 39, place_id="west-bank"), part)["kind"])


def test_part_of_another_measure_is_a_figure() -> None:
    found = rows(
        claim("all", 17000, "about", measure="residents"),
        claim("some", 3000, "up_to", measure="displaced", part_of="all"),
    )
    displaced = found[(found["measure"] == "displaced") & (found["rule"] == "latest")].iloc[0]
    assert displaced["best"] == 3000
    assert displaced["open_low"]
    assert not displaced["open_high"]


def test_part_by_place_of_a_part_by_kind_is_none() -> None:
    found = rows(
        claim("all", 39, place_id="west-bank"),
        claim("children", 6, place_id="west-bank", category="children", part_of="all"),
        claim("there", 4, category="children", part_of="children"),
    )
    assert set(found["place_id"]) == {"west-bank"}


@pytest.mark.parametrize(
    ("groups", "total"),
    [
        ([(8, "combatants"), (1, "civilians")], 9),
        ([(3, "children"), (2, "women"), (4, "combatants")], 9),
        ([(2, "combatants"), (12, "people")], 12),
        ([(10, "people"), (12, "people")], 12),
        ([(4, "combatants")], 4),
    ],
)
def test_groups_of_one_statement(groups: list[tuple[int, str]], total: int) -> None:
    claims = [
        claim(f"c{n}", value, category=kind, statement_id="s") for n, (value, kind) in enumerate(groups)
    ]
    assert best(*claims) == (total, total, total)


def test_groups_of_different_statements_do_not_add_up() -> None:
    claims = [
        claim("one", 8, category="combatants", attributed_to=MILITARY),
        claim("two", 1, category="civilians", attributed_to=MINISTRY),
    ]
    assert best(*claims) == (1, 8, 8)


def test_groups_of_two_sides_do_not_add_up() -> None:
    found = rows(claim("one", 8, statement_id="s"), claim("two", 1, statement_id="s", side="israeli"))
    assert found[found["rule"] == "latest"].set_index("side")["best"].to_dict() == {
        "palestinian": 8,
        "israeli": 1,
    }


def test_others_are_a_group_of_their_own() -> None:
    one = claim("one", 1, category="children", statement_id="s")
    others = claim("two", 3, statement_id="s", quote="three others")
    assert best(one, others) == (4, 4, 4)


def test_an_open_group_leaves_the_sum_open() -> None:
    found = row(
        claim("one", 8, "at_least", category="combatants", statement_id="s"),
        claim("two", 1, category="civilians", statement_id="s"),
    )
    assert found["best"] == 9
    assert found["open_high"]
    assert not found["open_low"]


def test_one_kind_gives_way_to_people_as_a_whole() -> None:
    assert best(claim("some", 4, category="children", attributed_to=MILITARY), claim("all", 12)) == (
        12,
        12,
        12,
    )


def test_a_camp_counts_with_its_city_and_a_city_not_with_its_area() -> None:
    assert row(claim("c", 12, place_id="jenin-camp"))["place_id"] == "jenin"
    assert row(claim("c", 4, place_id="al-faraa"))["place_id"] == "al-faraa"
    found = rows(
        claim("one", 12), claim("two", 5, place_id="tulkarem"), claim("three", 20, place_id="west-bank")
    )
    latest = found[found["rule"] == "latest"].set_index("place_id")["best"]
    assert latest.to_dict() == {"jenin": 12, "tulkarem": 5, "west-bank": 20}


def test_latest_figure_supersedes_the_speaker_s_own_earlier_ones() -> None:
    early = claim("early", 9, as_of="2024-09-01", tally="cumulative")
    late = claim("late", 12, tally="cumulative")
    assert best(early, late) == (12, 12, 12)
    assert row(early, late)["claims"] == "late"
    fewer = claim("fewer", 8, tally="cumulative", as_of="2024-09-06")
    assert best(early, late, fewer) == (8, 8, 8)


def test_a_single_event_does_not_supersede_a_toll() -> None:
    assert best(claim("toll", 12, as_of="2024-09-04"), claim("event", 2, as_of="2024-09-05")) == (12, 12, 12)


def test_claims_that_say_the_same_are_all_behind_the_row() -> None:
    found = row(
        claim("c1", 12, as_of="2024-09-01"), claim("c2", 12), claim("c3", 12, "at_least", attributed_to=None)
    )
    assert set(found["claims"].split("; ")) == {"c1", "c2", "c3"}
    assert found["best_claim_id"] == "c2"


@pytest.mark.parametrize("added", [{"tally": "new"}, {"since": "2024-09-04"}])
def test_increments(added: dict[str, Any]) -> None:
    toll = claim("toll", 12, as_of="2024-09-01")
    more = claim("more", 3, **added)
    assert best(toll, more) == (12, 12, 12)
    alone = row(more, claim("again", 2, **added))
    assert pd.isna(alone["best"])
    assert pd.isna(alone["best_claim_id"])
    assert alone["low"] == 3
    assert alone["open_high"]


def test_a_toll_since_the_first_night_is_no_increment() -> None:
    assert best(claim("c", 16, since="2024-08-28")) == (16, 16, 16)


def test_speakers_span_low_to_high() -> None:
    claims = [claim("one", 9, attributed_to=MILITARY), claim("two", 12, as_of="2024-09-04")]
    assert best(*claims) == (9, 9, 12)
    assert best(*claims, rule="lowest") == (9, 9, 12)
    assert best(*claims, rule="highest") == (9, 12, 12)
    assert row(*claims)["contested"]
    assert row(*claims)["speakers"] == f"{MILITARY}; {MINISTRY}"
    assert row(*claims)["as_of"] == pd.Timestamp("2024-09-05")


@pytest.mark.parametrize(
    ("one", "two", "contested"),
    [
        (claim("x", 12), claim("y", 12, "at_least", attributed_to=None), False),
        (claim("x", 9), claim("y", 12, "at_least", attributed_to=None), True),
        (claim("x", 9), claim("y", 12, "about", attributed_to=None), False),
        (claim("x", 9), claim("y", None, "vague", low=24, attributed_to=None), True),
        (claim("x", 30), claim("y", None, "vague", low=24, attributed_to=None), False),
        (claim("x", 11), claim("y", 10, "range", low=10, high=12, attributed_to=None), False),
        (claim("x", 9, as_of="2024-09-01"), claim("y", 12), False),
    ],
)
def test_contested(one: dict[str, Any], two: dict[str, Any], contested: bool) -> None:
    assert row(one, two)["contested"] == contested


@pytest.mark.parametrize(
    ("bound", "ends", "opens"),
    [
        ("exact", (12, 12), (False, False)),
        ("at_least", (12, None), (False, True)),
        ("more_than", (13, None), (False, True)),
        ("up_to", (None, 12), (True, False)),
        ("less_than", (None, 11), (True, False)),
        ("about", (None, None), (True, True)),
    ],
)
def test_bounds_leave_their_side_open(bound: str, ends: tuple[Any, Any], opens: tuple[bool, bool]) -> None:
    found = row(claim("c", 12, bound, low=ends[0], high=ends[1]))
    assert found[["low", "best", "high"]].tolist() == [12, 12, 12]
    assert (found["open_low"], found["open_high"]) == opens


def test_an_open_end_that_another_figure_passes_is_closed() -> None:
    assert not row(claim("x", 5, "at_least", attributed_to=None), claim("y", 15))["open_high"]


def test_a_range_gives_both_ends() -> None:
    span = claim("c", 10, "range", low=10, high=12)
    assert best(span) == (10, 10, 12)
    assert best(span, rule="highest") == (10, 12, 12)


def test_vague_words() -> None:
    dozens = claim("c", None, "vague", low=24)
    alone = row(dozens)
    assert (alone["low"], alone["open_high"], alone["open_low"]) == (24, True, False)
    assert pd.isna(alone["best"])
    assert pd.isna(alone["high"])
    beside = row(claim("n", 39, attributed_to=MILITARY), dozens)
    assert beside[["low", "best", "high"]].tolist() == [39, 39, 39]
    assert best(claim("n", 39, as_of="2024-09-01"), dozens) == (39, 39, 39)


def test_unspecified_side() -> None:
    unsided = claim("u", 16, side="unspecified", attributed_to=MILITARY)
    assert row(unsided)["side"] == "unspecified"
    assert row(unsided, claim("p", 12))["side"] == "palestinian"
    elsewhere = rows(unsided, claim("p", 12, place_id="tulkarem"))
    assert set(elsewhere["side"]) == {"unspecified", "palestinian"}


@pytest.mark.parametrize(
    ("first", "second", "speakers"),
    [
        ({"outlet": "Herald"}, {"outlet": "Herald"}, "Herald"),
        ({"outlet": "Herald", "agency": "Wire"}, {"agency": "Wire"}, "Herald; Wire"),
        ({"agency": "Wire"}, {"agency": "Wire"}, "Wire"),
        ({}, {}, "a; b"),
    ],
)
def test_a_reporter_speaks_for_the_outlet(
    first: dict[str, Any], second: dict[str, Any], speakers: str
) -> None:
    articles = [article("a", **first), article("b", **second)]
    claims = [claim("x", 9, attributed_to=None), claim("y", 12, attributed_to=None, article_id="b")]
    assert row(*claims, articles=articles)["speakers"] == speakers


def test_best_of_one_day_is_the_firmer_then_a_named_speaker_s() -> None:
    loose = claim("loose", 15, "at_least", attributed_to=MILITARY)
    assert row(loose, claim("own", 13, attributed_to=None), claim("named", 12))["best_claim_id"] == "named"


def test_copies_carry_a_claim_once() -> None:
    articles = [article("a", outlet="Herald"), article("b", "2024-09-07", outlet="Mail", same_as="a")]
    told, again = claim("x", 12, attributed_to=None), claim("y", 12, article_id="b", attributed_to=None)
    found = row(told, again, articles=articles)
    assert (found["claims"], found["outlets"]) == ("x", "Herald")
    news = claim("z", 14, article_id="b", attributed_to=None, as_of="2024-09-07")
    assert best(told, news, articles=articles) == (12, 14, 14)


def test_of_one_url_the_newest_version_counts() -> None:
    articles = [
        article("a", url="https://example.org/1"),
        article("b", "2024-09-06", url="https://example.org/1", same_as="a"),
    ]
    old, new = claim("x", 12), claim("y", 11, article_id="b", tally="cumulative")
    assert row(old, new, articles=articles)["claims"] == "y"
    again = claim("z", 12, article_id="b")
    assert row(old, again, articles=articles)["claims"] == "z"


def test_sample_articles() -> None:
    frames = samples.full()
    found = estimate(frames.claims, frames.articles, frames.operations, frames.places)
    latest = found[found["rule"] == "latest"]
    told = {
        (
            cells.operation_id,
            cells.place_id if pd.notna(cells.place_id) else None,
            cells.measure,
            cells.side,
        ): cells.best
        for cells in latest.itertuples()
    }
    assert told["2023-07", "jenin", "killed", "palestinian"] == 12
    assert told["2023-07", "jenin", "killed", "israeli"] == 1
    assert told["2023-07", "jenin", "wounded", "palestinian"] == 120
    assert told["2024-08", "west-bank", "killed", "palestinian"] == 39
    assert told["2024-08", "jenin", "killed", "palestinian"] == 21
    assert told["2024-08", None, "killed", "palestinian"] == 18
    assert told["2025-01", "west-bank", "displaced", "palestinian"] == 40000
    assert ("2025-01", "west-bank", "killed", "palestinian") not in told
    assert len(found) == len(FIXED_RULES) * len(latest)


# Any claims

BOUNDS = {
    "exact": lambda n: (n, n),
    "at_least": lambda n: (n, None),
    "more_than": lambda n: (n + 1, None),
    "about": lambda _: (None, None),
    "up_to": lambda n: (None, n),
    "range": lambda n: (n, n + 3),
}


@st.composite
def any_claims(draw: st.DrawFn) -> list[dict[str, Any]]:
    claims: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 8))):
        bound = draw(st.sampled_from([*BOUNDS, "vague"]))
        value = draw(st.integers(1, 40))
        low, high = (24, None) if bound == "vague" else BOUNDS[bound](value)
        claims.append(
            claim(
                f"c{number}",
                None if bound == "vague" else value,
                bound,
                low=low,
                high=high,
                article_id=draw(st.sampled_from("ab")),
                statement_id=draw(st.sampled_from("st")),
                measure=draw(st.sampled_from(["killed", "displaced"])),
                side=draw(st.sampled_from(["palestinian", "unspecified"])),
                category=draw(st.sampled_from(["people", "people", "children", "combatants"])),
                place_id=draw(st.sampled_from(["jenin", "jenin-camp", "west-bank", None])),
                attributed_to=draw(st.sampled_from([None, MINISTRY, MILITARY])),
                tally=draw(st.sampled_from([None, "cumulative", "new"])),
                as_of=draw(st.sampled_from(["2024-09-01", "2024-09-05", None])),
                status=draw(st.sampled_from(["read", "read", "rejected"])),
                part_of=draw(st.sampled_from([None, None, *(one["claim_id"] for one in claims)])),
            )
        )
    return claims


TWO = [article("a"), article("b", "2024-09-06", outlet="Herald")]


@settings(max_examples=25, deadline=None)
@given(any_claims())
def test_best_lies_between_low_and_high(claims: list[dict[str, Any]]) -> None:
    found = rows(*claims, articles=TWO).dropna(subset=["low", "best", "high"])
    assert ((found["low"] <= found["best"]) & (found["best"] <= found["high"])).all()


@settings(max_examples=25, deadline=None)
@given(any_claims(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(claims: list[dict[str, Any]], random: Any) -> None:
    shuffled = random.sample(claims, len(claims))
    pd.testing.assert_frame_equal(rows(*claims, articles=TWO), rows(*shuffled, articles=TWO[::-1]))


@settings(max_examples=25, deadline=None)
@given(any_claims())
def test_a_copy_changes_nothing(claims: list[dict[str, Any]]) -> None:
    copied = [
        {
            **one,
            "claim_id": f"copy-{one['claim_id']}",
            "article_id": "copy",
            "part_of": one["part_of"] and f"copy-{one['part_of']}",
        }
        for one in claims
        if one["article_id"] == "a"
    ]
    copy = article("copy", "2024-09-08", outlet="Mail", same_as="a")
    before = rows(*claims, articles=TWO)
    pd.testing.assert_frame_equal(before, rows(*claims, *copied, articles=[*TWO, copy]))


@settings(max_examples=25, deadline=None)
@given(any_claims())
def test_scopes_have_one_row_a_rule(claims: list[dict[str, Any]]) -> None:
    found = rows(*claims, articles=TWO)
    scope = ["rule", "operation_id", "place_id", "measure", "side", "unit", "kind"]
    assert not found.duplicated(scope).any()
    assert (found.groupby(scope[1:], dropna=False)["rule"].nunique() == len(FIXED_RULES)).all()

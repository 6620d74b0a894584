from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from loaders.tables import ARTICLES, CLAIMS, ESTIMATES, PLACES
from pages.figures.deck import map_legend
from pages.figures.layout import lay_out
from pages.figures.map import (
    ROW_COLUMNS,
    beside_words,
    card,
    claims_of,
    first_operation,
    largest_value,
    left_out,
    left_out_words,
    map_alt,
    map_footer,
    map_rows,
    map_subtitle,
    map_table,
    map_words,
    picks_of_rows,
    place_key,
    row_keys,
)
from pages.figures.map_print import map_key
from pages.figures.palette import LIGHT
from tests.figures.map_views import FULL, rows_of

NAMED_2024 = ["jenin", "jenin-camp", "tulkarem", "al-faraa", "west-bank"]


def marks(rows: pd.DataFrame) -> list[tuple[str, str | None, str | None]]:
    cells = rows[["mark", "place_id", "figure"]].astype("object")
    return [tuple(row) for row in cells.where(cells.notna(), None).itertuples(index=False)]


def estimate(**cells: Any) -> pd.DataFrame:
    row = {
        "rule": "latest",
        "operation_id": "2024-08",
        "place_id": "jenin",
        "measure": "killed",
        "side": "palestinian",
        "unit": "people",
        "kind": "reported",
        "best": 7,
        "open_low": False,
        "open_high": False,
        "claims": "a",
        "contested": False,
    }
    return ESTIMATES.frame([{**row, **cells}])


def test_a_part_is_a_disc_and_its_whole_and_the_rest_stand_beside_the_map() -> None:
    assert marks(rows_of("2024-08", named=NAMED_2024)) == [
        ("beside", "west-bank", "39 Palestinians"),
        ("disc", "jenin", "21 Palestinians"),
        ("beside", None, "18 Palestinians"),
        ("ring", "al-faraa", None),
        ("ring", "tulkarem", None),
    ]


def test_two_sides_are_two_discs_and_unnamed_places_are_dots() -> None:
    assert marks(rows_of("2023-07", named=["jenin-camp"])) == [
        ("disc", "jenin", "12 Palestinians"),
        ("disc", "jenin", "1 Israeli"),
        ("dot", "tulkarem", None),
        ("dot", "al-faraa", None),
    ]


def test_a_camp_that_is_named_rings_its_city() -> None:
    assert ("ring", "jenin", None) in marks(rows_of("2025-01", named=["jenin-camp"]))


def test_a_place_counted_in_families_alone_is_a_ring_that_says_so() -> None:
    rows = map_rows(estimate(unit="families"), FULL.claims, FULL.places, [])
    assert ("ring", "jenin", "counted in families") in marks(rows)
    ring = rows[rows["mark"] == "ring"].to_dict("records")[0]
    assert card(ring, FULL.claims).endswith("counted in families")


def test_an_area_that_is_named_rings_nothing() -> None:
    assert "west-bank" not in set(rows_of("2025-01", named=["west-bank"])["place_id"])


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        ({}, "disc"),
        ({"best": 0}, "zero"),
        ({"best": None, "low": 24, "high": None, "open_high": True}, "vague"),
        ({"best": None, "high": 7, "rule": "two_speakers"}, "ring"),
        ({"place_id": "west-bank"}, "beside"),
        ({"place_id": None}, "beside"),
        ({"place_id": "a place that is not in the table"}, "beside"),
        ({"kind": "remainder", "place_id": None}, "beside"),
        ({"unit": "families"}, "beside"),
    ],
)
def test_every_kind_of_figure_has_its_mark(cells: dict[str, Any], mark: str) -> None:
    rows = map_rows(estimate(**cells), FULL.claims, FULL.places, [])
    assert rows.loc[0, "mark"] == mark


@pytest.mark.parametrize(
    ("claim", "cells", "figure"),
    [
        ({"value": 7, "bound": "exact"}, {}, "7 Palestinians"),
        ({"value": 7, "low": 7, "bound": "at_least"}, {}, "at least 7 Palestinians"),
        ({"value": 1, "bound": "exact"}, {"best": 1, "side": "israeli"}, "1 Israeli"),
        ({"value": 3000, "high": 3000, "bound": "up_to"}, {"best": 3000}, "up to 3,000 Palestinians"),
        ({"value": 7, "low": 7, "high": 9, "bound": "range"}, {}, "7 to 9 Palestinians"),
        ({"value": 7, "low": 7, "high": 9, "bound": "range"}, {"best": 9}, "7 to 9 Palestinians"),
        # One of two groups that a statement counts apart: the claim's own words are not the sum.
        ({"value": 6, "bound": "at_least"}, {}, "7 Palestinians"),
        ({"value": 7, "bound": "exact"}, {"unit": "families"}, "7 families of Palestinians"),
        ({"value": 7, "bound": "exact"}, {"unit": "count"}, "7"),
        ({"bound": "vague", "low": 24}, {"best": None, "high": None}, "Palestinians, number not given"),
        ({"value": 7}, {"best": None, "high": 7, "rule": "two_speakers"}, "no two speakers give a number"),
    ],
)
def test_a_figure_keeps_the_bound_of_the_claim_behind_it(
    claim: dict[str, Any], cells: dict[str, Any], figure: str
) -> None:
    first = FULL.claims.iloc[0].to_dict()
    claims = CLAIMS.frame([{**first, "low": None, "high": None, "value": None, "claim_id": "a", **claim}])
    rows = map_rows(estimate(best_claim_id="a", **cells), claims, FULL.places, [])
    assert rows.loc[0, "figure"] == figure


def test_no_figure_is_a_row_without_a_number_and_never_zero() -> None:
    rows = rows_of("2025-01", named=["jenin"])
    assert rows["best"].isna().all()
    assert set(rows["mark"]) == {"ring", "dot"}


def test_without_places_and_estimates_there_are_no_rows() -> None:
    rows = map_rows(ESTIMATES.frame(), CLAIMS.frame(), PLACES.frame(), [])
    assert rows.empty
    assert list(rows.columns) == list(ROW_COLUMNS)
    assert map_words(rows, narrowed=False) == "No place on the map has a figure."
    assert map_table(rows, CLAIMS.frame(), ARTICLES.frame()).empty


def test_the_scale_is_that_of_the_places_with_a_position() -> None:
    killed = FULL.estimates[FULL.estimates["measure"] == "killed"]
    assert largest_value(killed, FULL.places) == 21
    assert largest_value(estimate(unit="families"), FULL.places) == 0
    assert largest_value(ESTIMATES.frame(), FULL.places) == 0


@pytest.mark.parametrize(
    ("measure", "operation_id"), [("killed", "2024-08"), ("wounded", "2023-07"), ("missing", "2025-01")]
)
def test_the_map_opens_on_the_latest_operation_that_it_can_draw(measure: str, operation_id: str) -> None:
    chosen = FULL.estimates[FULL.estimates["measure"] == measure]
    assert first_operation(chosen, FULL.places, FULL.operations) == operation_id


def test_beside_the_map_the_rest_is_credited_to_no_place() -> None:
    rows = rows_of("2024-08")
    assert [beside_words(row) for row in rows[rows["mark"] == "beside"].to_dict("records")] == [
        "West Bank as a whole: 39 Palestinians",
        "the other 18 Palestinians: credited to no place",
    ]


def test_the_alt_text_names_every_mark() -> None:
    assert map_alt(rows_of("2024-08", named=NAMED_2024), "People reported killed", narrowed=False) == (
        "Map of the northern West Bank. People reported killed. At a place: Jenin, 21 Palestinians. "
        "Of an area or of no place: West Bank as a whole: 39 Palestinians; "
        "The other 18 Palestinians: credited to no place. "
        "Named, but with no figure of their own: al-Faraa refugee camp; Tulkarem."
    )


def test_a_ring_of_a_narrowed_map_is_the_silence_of_those_chosen() -> None:
    nobody = FULL.estimates.iloc[:0]
    rows = map_rows(nobody, FULL.claims, FULL.places, ["jenin", "tulkarem"], narrowed=True)
    assert "Named, but with no figure of those chosen: Jenin; Tulkarem." in map_alt(rows, "x", narrowed=True)
    told = set(map_table(rows, FULL.claims, FULL.articles, narrowed=True)["Drawn as"])
    assert "ring: named, no figure of those chosen" in told
    assert dict(map_key(rows, narrowed=True)) == {
        "\N{WHITE CIRCLE}": "thin ring: named, no figure of those chosen",
        "\N{BULLET}": "dot: not named, for orientation",
    }
    assert "named, no figure of those chosen" in map_legend(lay_out(rows, 0), LIGHT, narrowed=True)


NARROWED = [
    (("2025-01", "killed"), "What is chosen gives no figure for a place on the map."),
    (("2024-08", "troops"), "What is chosen gives no figure for a place on the map."),
    (("2024-08", "killed"), "Each disc is as large in area as its number"),
]


@pytest.mark.parametrize(("view", "said"), NARROWED)
def test_without_a_ring_too_a_narrowed_map_speaks_for_those_chosen_alone(
    view: tuple[str, str], said: str
) -> None:
    rows = rows_of(*view)
    assert "ring" not in set(rows["mark"])
    assert map_subtitle(rows, "latest report", narrowed=True).startswith(said)
    no_disc = "disc" not in set(rows["mark"])
    words = map_words(rows, narrowed=True)
    assert words.startswith("No place on the map has a figure of those chosen.") == no_disc


@pytest.mark.parametrize(
    ("narrowed", "said"),
    [(True, "What is chosen gives no number"), (False, "No article here gives a number")],
)
def test_words_without_a_number_are_no_disc_of_those_chosen(narrowed: bool, said: str) -> None:
    rows = map_rows(estimate(best=None, low=24, open_high=True), FULL.claims, FULL.places, [])
    subtitle = map_subtitle(rows, "latest report", narrowed=narrowed)
    assert subtitle == f"{said} for a place that would be a disc. Value: latest report."


def test_the_footer_says_who_said_it_and_who_printed_it() -> None:
    assert map_footer(rows_of("2023-07"), FULL.claims, FULL.articles) == (
        "Said by: Israeli military, Palestinian Health Ministry and reporters in their own voice. "
        "Printed or reported by: Anadolu and source not stated. "
        "5 claims in 2 articles of 5 read, published 5–6 July 2023 (the date of 1 inferred). "
        "Land and borders as Natural Earth draws them."
    )
    assert map_footer(rows_of("2025-01"), FULL.claims, FULL.articles) == (
        "No claim is drawn, of 5 articles read. Land and borders as Natural Earth draws them."
    )


@pytest.mark.parametrize(
    ("operation_id", "measure", "said"),
    [
        ("2024-08", "killed", "Each disc is as large in area as its number"),
        ("2025-01", "displaced", "No article here gives a figure for a place on the map."),
        ("2025-01", "killed", "No article here gives a figure for a place on the map."),
    ],
)
def test_the_subtitle_fits_what_is_drawn(operation_id: str, measure: str, said: str) -> None:
    subtitle = map_subtitle(rows_of(operation_id, measure), "latest report", narrowed=False)
    assert subtitle.startswith(said)
    assert subtitle.endswith("Value: latest report.")


def test_silence_is_said() -> None:
    assert map_words(rows_of("2025-01", named=["jenin"]), narrowed=False) == (
        "No place on the map has a figure. Named, but with no figure of their own: Jenin. "
        "Not named, and shown for orientation: Tulkarem; al-Faraa refugee camp."
    )


def test_the_table_has_a_row_for_every_mark_and_note() -> None:
    table = map_table(rows_of("2024-08", named=NAMED_2024), FULL.claims, FULL.articles)
    assert table["Drawn as"].to_list() == [
        "beside the map",
        "disc",
        "beside the map",
        "ring: named, no figure of its own",
        "ring: named, no figure of its own",
    ]
    assert table["Place"].to_list()[:3] == ["West Bank", "Jenin", "credited to no place"]
    assert table["Value"].isna().to_list() == [False, False, False, True, True]
    assert table["Unit"].to_list()[:3] == ["people"] * 3
    assert table["Unit"].isna().to_list() == [False, False, False, True, True]
    assert table["Said by"].to_list()[:2] == ["reporter's own voice"] * 2
    assert table["Printed by"].to_list()[:2] == ["Associated Press"] * 2
    assert table["Said by"].isna().to_list() == [False, False, False, True, True]


@pytest.mark.parametrize("unit", ["people", "families", "count"])
def test_the_table_has_the_unit_of_a_figure(unit: str) -> None:
    rows = map_rows(estimate(unit=unit), FULL.claims, FULL.places, [])
    table = map_table(rows, FULL.claims, FULL.articles)
    assert table["Unit"].dropna().to_list() == [unit]
    assert table["Value"].dropna().to_list() == [7]


def test_claims_are_those_of_the_rows() -> None:
    rows = rows_of("2024-08", named=NAMED_2024)
    assert set(claims_of(rows, FULL.claims)["claim_id"]) == {"c22", "c23"}
    assert claims_of(rows[rows["mark"] == "ring"], FULL.claims).empty


def test_background_and_parts_by_kind_are_left_out_and_told_apart() -> None:
    background, others = left_out(rows_of("2023-07"), FULL.claims, "killed", "2023-07")
    assert background["claim_id"].to_list() == ["c24"]
    assert others["claim_id"].to_list() == ["c08", "c09"]
    said = left_out_words(background, others)
    assert "1 figure of no operation" in said
    assert "and 2 figures of this operation" in said
    assert "no operation" not in left_out_words(background.head(0), others)
    assert "or one of a side, a speaker or an outlet that is not chosen" in said
    assert "this operation" not in left_out_words(background, others.head(0))


def test_where_nothing_is_left_out_the_page_says_so() -> None:
    nothing = left_out(rows_of("2025-01", "displaced"), FULL.claims, "displaced", "2025-01")
    assert left_out_words(*nothing).startswith("Nothing is left out")


def test_every_mark_and_note_picks_its_figure_and_claims() -> None:
    rows = rows_of("2024-08", named=NAMED_2024)
    picks = picks_of_rows(rows, FULL.claims, FULL.articles)
    assert set(row_keys(rows)) == set(picks)
    told = {pick.heading: set(pick.ids) for some in picks.values() for pick in some}
    assert told == {
        "West Bank as a whole: 39 Palestinians": {"c22"},
        "Jenin: 21 Palestinians": {"c23"},
        "The other 18 Palestinians: credited to no place": {"c22", "c23"},
        "Tulkarem: named, no figure of its own": set(),
        "al-Faraa refugee camp: named, no figure of its own": set(),
    }


def test_the_marks_of_a_place_pick_all_its_figures() -> None:
    rows = rows_of("2023-07")
    picks = picks_of_rows(rows, FULL.claims, FULL.articles)
    assert [pick.estimate.side for pick in picks[place_key("jenin")]] == ["palestinian", "israeli"]


def test_a_card_says_who_and_quotes_the_claim_behind_the_figure_first() -> None:
    rows = rows_of("2023-07")
    lines = card(rows.to_dict("records")[1], FULL.claims).split("\n")
    assert lines[:3] == [
        "Jenin: 1 Israeli",
        "Said by: Israeli military; reporter's own voice",
        "“The military confirmed that one soldier was shot dead.”",
    ]


def test_a_card_begins_with_the_name_of_the_place_whatever_a_sentence_holds() -> None:
    """A text that begins with @@ would be run by deck.gl as an expression."""
    claims = FULL.claims.assign(sentence="@@=alert(1) <img src=x onerror=alert(1)>")
    for row in rows_of("2023-07", named=["jenin"]).to_dict("records"):
        assert card(row, claims).startswith(row["place"])

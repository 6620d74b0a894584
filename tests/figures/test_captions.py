from __future__ import annotations

from typing import Any

import pytest

from loaders import Frames
from loaders.tables import CLAIMS
from pages.figures import captions, words
from pages.figures.scopes import View, picks_of, scopes_of
from pages.figures.words import SIDES
from tests import samples

OPERATIONS = ("2023-07", "2024-08", "2025-01")


def view_of(measure: str = "killed", **rest: Any) -> View:
    return View(**{"operations": OPERATIONS, "measure": measure, "sides": tuple(SIDES), **rest})


def opening(frames: Any, view: View) -> str:
    return captions.opening(scopes_of(frames, view), frames.operations, view)


OPENINGS = [
    ("killed", "12 Palestinians were reported killed in Jenin (Palestinian Health Ministry)"),
    ("killed", "1 Israeli (security forces) was reported killed in Jenin (Israeli military)"),
    (
        "killed",
        "39 Palestinians were reported killed in the West Bank (reporter's own voice, Associated Press)",
    ),
    ("killed", ", 21 of them in Jenin"),
    ("killed", "no article here gives a death toll for Northern West Bank, since 21 January 2025."),
    ("wounded", "about 120 Palestinians were reported wounded in Jenin"),
    ("displaced", "up to 3,000 Palestinians were reported displaced in Jenin"),
    ("displaced", "about 40,000 Palestinians were reported displaced in the West Bank (Israel Katz)"),
    ("detained", "120 Palestinians were reported detained in Jenin (Israeli military)"),
    ("troops", "about 1,000 troops were reported in Jenin (Israeli military)"),
    ("troops", "“Hundreds of soldiers” in the West Bank, without a number"),
]


@pytest.mark.parametrize(("measure", "said"), OPENINGS)
def test_the_opening_says_what_the_articles_say(measure: str, said: str) -> None:
    assert said in opening(samples.full(), view_of(measure))


def test_the_opening_of_one_claim() -> None:
    assert opening(samples.one(), view_of(operations=("2023-07",))) == (
        "Jenin, 3–5 July 2023: 12 Palestinians were reported killed in Jenin (Palestinian Health Ministry)."
    )


def test_the_opening_names_a_rule_that_is_not_the_usual_one() -> None:
    assert opening(samples.full(), view_of(rule="lowest")).startswith("By the lowest report, Jenin")


def test_silence_of_chosen_speakers_is_theirs() -> None:
    frames = samples.full()
    view = view_of("wounded", speakers=("Israeli military",))
    quiet = samples.Frames(**{**vars(frames), "estimates": frames.estimates.iloc[:0]})
    assert opening(quiet, view).startswith("None of the speakers chosen gives a number of people wounded")
    table = captions.drawn_table(scopes_of(quiet, view), frames.operations, view)
    assert set(table["All reports"]) == {"no figure by the speakers chosen"}


def test_the_alt_text_holds_values_parts_and_silences() -> None:
    view = view_of()
    alt = captions.alt_text(scopes_of(samples.full(), view), samples.full().operations, view)
    for said in (
        "Palestinians, Jenin, 12 (all reports: at least 12), of them 4 children",
        "Palestinians, West Bank, 39, of them 21 in Jenin",
        "Northern West Bank, since 21 January 2025: Palestinians, no figure in these articles",
    ):
        assert said in alt


def test_the_footer_names_speakers_sources_articles_days_and_the_rule() -> None:
    frames, view = samples.full(), view_of()
    assert captions.footer(scopes_of(frames, view), frames, view) == (
        "Said by: Israeli military, Palestinian Health Ministry, Palestinian armed groups and reporters in "
        "their own voice. Printed or reported by: Anadolu, Associated Press and source not stated. 9 claims "
        "in 3 articles of 5 read, published 5 July 2023 – 6 September 2024 (the date of 1 inferred). "
        "Value: latest report."
    )


def test_a_footer_of_nothing_drawn_says_how_many_articles_are_silent() -> None:
    frames, view = samples.full(), view_of("missing")
    assert captions.footer(scopes_of(frames, view), frames, view) == (
        "No claim is drawn, of 5 articles read. Value: latest report."
    )


def test_the_table_holds_every_row_that_is_drawn_and_an_unknown_cell_is_empty() -> None:
    frames, view = samples.full(), view_of()
    table = captions.drawn_table(scopes_of(frames, view), frames.operations, view)
    assert list(table["Counted"]) == [
        "Killed",
        "of these, children",
        "of these, combatants",
        "Killed",
        "Killed",
        "of these, in Jenin",
        "Killed",
        "Killed",
        "Killed",
    ]
    silent = table[table["All reports"] == "no figure in these articles"]
    assert len(silent) == 3
    assert silent[["Lowest", "Value", "Highest", "Unit", "Claims"]].isna().all(axis=None)
    assert set(table.drop(silent.index)["Unit"]) == {"people"}
    assert not (table["Value"] == 0).any()


def test_the_table_has_the_unit_of_a_figure_and_of_its_parts() -> None:
    frames, view = samples.full(), view_of(operations=("2024-08",))
    families = frames.claims["unit"].mask(frames.claims["operation_id"] == "2024-08", "families")
    estimates = frames.estimates.assign(unit="families")
    counted = Frames(
        **{**vars(frames), "claims": frames.claims.assign(unit=families), "estimates": estimates}
    )
    table = captions.drawn_table(scopes_of(counted, view), frames.operations, view)
    told = table.dropna(subset="Value").set_index("Value")["Unit"]
    assert dict(told) == {39: "families", 21: "families"}


def test_what_is_left_out_is_background_and_what_no_count_uses() -> None:
    frames, view = samples.full(), view_of()
    background, others = captions.left_out(scopes_of(frames, view), frames, view)
    assert list(background["claim_id"]) == ["c24"]
    assert list(others["claim_id"]) == ["c20"]


def test_where_nothing_is_left_out_that_is_said_of_the_chosen_operations() -> None:
    assert captions.left_out_words(0, 0, view_of(operations=("2023-07",))) == (
        "Nothing is left out: every figure of “killed” of the chosen operations is drawn."
    )


def test_a_side_that_is_not_chosen_is_left_out_and_said() -> None:
    frames, view = samples.full(), view_of(sides=("israeli",))
    scopes = scopes_of(frames, view)
    assert {scope.side for scope in scopes} == {"israeli"}
    assert "c01" in set(captions.left_out(scopes, frames, view)[1]["claim_id"])


def test_a_rejected_claim_is_left_out() -> None:
    frames, view = samples.full(), view_of()
    rejected = frames.claims["status"].mask(frames.claims["claim_id"] == "c09", "rejected")
    claims = CLAIMS.conform(frames.claims.assign(status=rejected))
    reviewed = samples.Frames(**{**vars(frames), "claims": claims})
    assert "c09" in set(captions.left_out(scopes_of(reviewed, view), reviewed, view)[1]["claim_id"])


def test_rows_of_several_operations_are_not_added_up() -> None:
    full = samples.full()
    said = captions.why_not_added(scopes_of(full, view_of()), full.operations)
    assert said == (
        "A part lies in its whole, and is not added to it. "
        "Operations are not added up: their figures are of other days, places and speakers."
    )


def test_rows_of_several_places_are_not_added_up() -> None:
    full = samples.full()
    claims = full.claims.assign(part_of=full.claims["part_of"].mask(full.claims["claim_id"] == "c23"))
    frames = samples.Frames(**{**vars(full), "claims": claims})
    view = view_of(operations=("2024-08",))
    assert captions.why_not_added(scopes_of(frames, view), frames.operations) == (
        "Palestinians, Northern West Bank, 28 August – 6 September 2024: the rows (West Bank and Jenin) "
        "are not added up: one person may be counted in both."
    )


def test_one_row_needs_no_warning() -> None:
    one = samples.one()
    view = view_of(operations=("2023-07",))
    assert captions.why_not_added(scopes_of(one, view), one.operations) == ""


def test_the_table_says_period_and_tally_and_has_a_key_for_every_row() -> None:
    full = samples.full()
    scopes = scopes_of(full, view_of())
    table = captions.drawn_table(scopes, full.operations, view_of())
    keys = captions.table_keys(scopes)
    assert len(keys) == len(table) == len(set(keys))
    assert set(keys) <= set(picks_of(scopes, full.operations))
    assert set(table["Total or new"].dropna()) <= {*words.TALLIES.values(), "not stated"}
    assert "period not stated" not in set(table["Period"])
    assert table.loc[table["Value"].isna(), "Period"].isna().all()

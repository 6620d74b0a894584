from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

from loaders.estimates import estimate
from loaders.tables import ESTIMATES, OPERATIONS
from pages.figures.comparison import (
    Row,
    compare,
    comparison_alt,
    comparison_html,
    comparison_table,
    coverage_in_words,
    picks_of_cells,
    silences_in_words,
)
from pages.figures.palette import LIGHT
from tests import samples

ALL = ("2023-07", "2024-08", "2025-01")


def rows_of(frames: Any, operations: tuple[str, ...] = ALL) -> dict[str, Row]:
    return {row.label: row for row in compare(frames, operations, "latest")[1]}


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


CELLS = [
    ("Dates", ["3–5 July 2023", "28 August – 6 September 2024", "since 21 January 2025"]),
    ("Days", ["3", "10", "34"]),
    ("Troops", ["about 1,000", "“Hundreds of soldiers”", "not reported"]),
    ("Killed, Palestinians", ["12", "39", "not reported"]),
    ("Killed, Palestinians, per day", ["4.0", "3.9", "not reported"]),
    ("Killed, Israelis", ["1", "not reported", "not reported"]),
    ("Wounded, Palestinians", ["about 120", "not reported", "not reported"]),
    ("Displaced, Palestinians", ["up to 3,000", "not reported", "about 40,000"]),
    ("Detained, Palestinians", ["120", "not reported", "not reported"]),
    ("Displaced, share of residents", ["up to 18\N{NO-BREAK SPACE}%", "not reported", "not reported"]),
    ("Articles", ["3", "1", "1"]),
]


@pytest.mark.parametrize(("label", "cells"), CELLS)
def test_rows_are_aligned(label: str, cells: list[str]) -> None:
    assert texts(rows_of(samples.full())[label]) == cells


def test_silence_has_no_bar_and_no_zero() -> None:
    for row in rows_of(samples.full()).values():
        for cell in row.cells:
            assert not (cell.silent and cell.share is not None)
            assert cell.text != "0"


def test_aim_and_outcome_have_their_source() -> None:
    frames = samples.full()
    sources = frames.operations["source"]
    aim, outcome = (rows_of(frames)[label] for label in ("Stated aim", "Outcome"))
    assert [cell.note for cell in aim.cells[:2]] == [f"source: {source}" for source in sources[:2]]
    assert (aim.note, outcome.note) == (
        "from the list of operations, not read from articles",
        "source: as above",
    )
    for row in (aim, outcome):
        assert (row.cells[2].text, row.cells[2].note, row.cells[2].silent) == ("not stated", "", True)


def test_the_silence_of_those_chosen_is_not_that_of_the_articles() -> None:
    frames = samples.full()
    claims = frames.claims[frames.claims["attributed_to"] == "Israeli military"].reset_index(drop=True)
    estimates = estimate(claims, frames.articles, frames.operations, frames.places)
    heard = samples.Frames(**{**vars(frames), "claims": claims, "estimates": estimates})
    chosen, rows = compare(heard, ALL, "latest", "speakers chosen")
    told = {cell.text for row in rows for cell in row.cells}
    assert "no figure by the speakers chosen" in told
    assert "not reported" not in told
    said = silences_in_words(chosen, rows, "speakers chosen")
    assert said.startswith("No figure by the speakers chosen, which is not zero. ")
    assert "killed, Palestinians" in said


def test_an_open_end_has_no_number_in_the_table() -> None:
    full = samples.full()
    estimates = estimate(full.claims, full.articles, full.operations, full.places)
    table = comparison_table(
        *compare(samples.Frames(**{**vars(full), "estimates": estimates}), ALL, "latest")
    )
    displaced = table[(table["Row"] == "Displaced, Palestinians") & table["Value"].notna()].set_index("Value")
    assert pd.isna(displaced.loc[3000, "Lowest"])
    assert displaced.loc[3000, "Highest"] == 3000


def test_no_article_is_a_plain_number_and_no_figure_reported_as_none() -> None:
    full = samples.full()
    operations = OPERATIONS.conform(full.operations.assign(articles=[3, 1, 0]))
    chosen, rows = compare(samples.Frames(**{**vars(full), "operations": operations}), ALL, "latest")
    row = next(row for row in rows if row.label == "Articles")
    assert [(cell.text, cell.share) for cell in row.cells] == [
        ("3", 1),
        ("1", pytest.approx(1 / 3)),
        ("0", None),
    ]
    html = comparison_html(chosen, [row], LIGHT, "")
    assert "<span>0</span>" in html
    assert html.count('class="number"') == 2


def test_bars_compare_the_operations_of_their_row() -> None:
    shares = [cell.share for cell in rows_of(samples.full())["Killed, Palestinians"].cells]
    assert shares == [pytest.approx(12 / 39), 1, None]


def test_a_part_and_a_scope_are_named_where_the_number_stands() -> None:
    note = rows_of(samples.full())["Killed, Palestinians"].cells[1].note
    assert note.startswith("in the West Bank; 21 of them in Jenin")
    assert "areas differ" in rows_of(samples.full())["Killed, Palestinians"].note


def test_one_of_a_part_is_said_of_that_part() -> None:
    full = samples.full()
    child = full.claims["claim_id"] == "c08"
    one = {name: full.claims[name].mask(child, 1) for name in ("value", "low", "high")}
    claims = full.claims.assign(**one, part_of=full.claims["part_of"].mask(child, "c09"))
    note = rows_of(samples.Frames(**{**vars(full), "claims": claims}))["Killed, Palestinians"].cells[0].note
    assert "at least 5 of them combatants; 1 of the 5 a child;" in note


def test_a_part_is_said_of_its_whole_where_the_rule_finds_no_value() -> None:
    full = samples.full()
    none = full.estimates["operation_id"] == "2024-08"
    estimates = full.estimates.assign(
        **{name: full.estimates[name].mask(none) for name in ("best", "best_claim_id")}
    )
    frames = samples.Frames(**{**vars(full), "estimates": estimates})
    assert "21 of the 39 in Jenin" in rows_of(frames)["Killed, Palestinians"].cells[1].note


def test_a_figure_says_on_which_day_it_stood() -> None:
    cells = rows_of(samples.full())["Killed, Palestinians"].cells
    assert [cell.note.rpartition("; ")[2] for cell in cells] == ["as of day 4", "as of day 10", ""]


def test_a_share_says_what_it_is_a_share_of() -> None:
    note = rows_of(samples.full())["Displaced, share of residents"].cells[0].note
    assert note == (
        "up to 3,000 of 17,000 residents in the Jenin refugee camp; said by: reporter's own voice"
    )


def test_a_share_names_the_speakers_of_both_numbers_and_has_both_sentences() -> None:
    full = samples.full()
    mayor = full.claims["attributed_to"].mask(full.claims["claim_id"] == "c14", "a mayor")
    frames = samples.Frames(**{**vars(full), "claims": full.claims.assign(attributed_to=mayor)})
    row = rows_of(frames)["Displaced, share of residents"]
    assert row.note == "the latest article that gives both numbers, by no rule"
    assert row.cells[0].note.endswith("said by: reporter's own voice (displaced), a mayor (residents)")
    pick = picks_of_cells([row])[row.cells[0].key]
    assert pick.ids == ("c13", "c14")
    assert pick.heading == (
        "Displaced, share of residents: Jenin, 3–5 July 2023 · up to 3,000 of 17,000 residents in the "
        "Jenin refugee camp"
    )


@pytest.mark.parametrize(("value", "said"), [(0, "0 %"), (30, "0.2 %"), (170, "1 %"), (3000, "18 %")])
def test_a_small_share_of_more_than_nothing_is_not_nothing(value: int, said: str) -> None:
    full = samples.full()
    values = full.claims["value"].mask(full.claims["claim_id"] == "c13", value)
    row = rows_of(samples.Frames(**{**vars(full), "claims": full.claims.assign(value=values)}))[
        "Displaced, share of residents"
    ]
    assert row.cells[0].text.replace("\N{NO-BREAK SPACE}", " ").endswith(f" {said}")


@pytest.mark.parametrize("counted", ["c13", "c14"])
def test_families_have_no_share_of_residents_and_residents_none_of_families(counted: str) -> None:
    full = samples.full()
    unit = full.claims["unit"].mask(full.claims["claim_id"] == counted, "families")
    frames = samples.Frames(**{**vars(full), "claims": full.claims.assign(unit=unit)})
    assert "Displaced, share of residents" not in rows_of(frames)


def in_families(claim_id: str, measure: str, operation_id: str, **cells: Any) -> Any:
    """The full sample where one claim, and what is made of it, counts families."""
    full = samples.full()
    claims, estimates = full.claims.copy(), full.estimates.copy()
    claims.loc[claims["claim_id"] == claim_id, ["unit", *cells]] = ["families", *cells.values()]
    of_it = (estimates["measure"] == measure) & (estimates["operation_id"] == operation_id)
    estimates.loc[of_it, "unit"] = "families"
    return samples.Frames(**{**vars(full), "claims": claims, "estimates": estimates})


def test_families_are_named_and_stand_on_no_scale_of_people() -> None:
    row = rows_of(in_families("c30", "displaced", "2025-01"))["Displaced, Palestinians"]
    assert texts(row) == ["up to 3,000", "not reported", "about 40,000 families"]
    assert [cell.share for cell in row.cells] == [1, None, None]
    assert row.note.startswith("units differ (people and families): families have no bar; areas differ")
    assert row.cells[2].pick and row.cells[2].pick.heading.startswith("Displaced, families: ")


NUMBERS = [
    # A row, its unit, and of each operation the lowest, the value and the highest.
    ("Days", "days", [(3, 3, 3), (10, 10, 10), (34, 34, 34)]),
    ("Articles", "articles", [(3, 3, 3), (1, 1, 1), (1, 1, 1)]),
    ("Killed, Palestinians", "people", [(12, 12, None), (39, 39, 39), None]),
    ("Killed, Palestinians, per day", "people per day", [(4, 4, None), (3.9, 3.9, 3.9), None]),
    ("Displaced, Palestinians", "people", [(None, 3000, 3000), None, (None, 40_000, None)]),
    ("Displaced, share of residents", "percent of residents", [(None, 17.647, 17.647), None, None]),
]


@pytest.mark.parametrize(("label", "unit", "numbers"), NUMBERS)
def test_the_table_has_every_number_with_its_unit(label: str, unit: str, numbers: list[Any]) -> None:
    full = samples.full()
    estimates = estimate(full.claims, full.articles, full.operations, full.places)
    table = comparison_table(
        *compare(samples.Frames(**{**vars(full), "estimates": estimates}), ALL, "latest")
    )
    row = table[table["Row"] == label]
    ends = row[["Lowest", "Value", "Highest"]].astype(object)
    told = [tuple(None if pd.isna(cell) else cell for cell in cells) for cells in ends.to_numpy()]
    assert told == [cells or (None, None, None) for cells in numbers]
    assert [None if pd.isna(cell) else cell for cell in row["Unit"]] == [
        unit if cells else None for cells in numbers
    ]


def test_the_table_has_a_number_wherever_a_cell_is_one() -> None:
    table = comparison_table(*compare(samples.full(), ALL, "latest"))
    in_words = table["Row"].isin(["Dates", "Places", "Stated aim", "Outcome"])
    is_number = table["Stated"].str.contains(r"^(?:up to |about |at least )?[\d,.]+(?:\s%)?$") & ~in_words
    assert is_number.sum() > 15
    assert table.loc[is_number, ["Value", "Unit"]].notna().all(axis=None)
    assert table.loc[~is_number, "Value"].isna().all()


def test_a_speaker_s_own_row_has_the_numbers_that_its_words_allow() -> None:
    full = samples.full()
    katz = full.claims["attributed_to"].mask(full.claims["measure"] == "displaced", "Israel Katz")
    frames = samples.Frames(**{**vars(full), "claims": full.claims.assign(attributed_to=katz)})
    table = comparison_table(*compare(frames, ALL, "latest"))
    row = table[table["Row"] == "Displaced, Palestinians, by Israel Katz alone"]
    assert row["Value"].tolist() == [3000, pd.NA, 40_000]
    assert row["Highest"].tolist() == [3000, pd.NA, pd.NA]
    assert row["Unit"].fillna("").tolist() == ["people", "", "people"]


def test_the_table_has_the_unit_of_every_figure() -> None:
    table = comparison_table(*compare(in_families("c30", "displaced", "2025-01"), ALL, "latest"))
    units = table.groupby("Row", sort=False)["Unit"].agg(list)
    told = {row: [None if pd.isna(unit) else unit for unit in cells] for row, cells in units.items()}
    assert told["Displaced, Palestinians"] == ["people", None, "families"]
    assert told["Troops"] == ["people", "people", None]
    assert told["Dates"] == told["Stated aim"] == [None] * 3
    assert table.loc[table["Value"].notna(), "Unit"].notna().all()


def test_a_speaker_of_families_and_of_people_is_not_compared_with_himself() -> None:
    frames = in_families("c30", "displaced", "2025-01")
    katz = frames.claims["attributed_to"].mask(frames.claims["claim_id"] == "c13", "Israel Katz")
    frames = samples.Frames(**{**vars(frames), "claims": frames.claims.assign(attributed_to=katz)})
    rows = rows_of(frames)
    assert "Displaced, Palestinians, by Israel Katz alone" not in rows
    assert "no speaker gives it for more than one operation" in rows["Displaced, Palestinians"].note


def test_families_have_no_day_average() -> None:
    assert "Killed, Palestinians, per day" not in rows_of(in_families("c22", "killed", "2024-08"))


def test_of_families_and_people_at_one_place_the_people_are_compared() -> None:
    frames = in_families("c30", "displaced", "2025-01")
    families = frames.claims["claim_id"] == "c30"
    people = frames.claims[families].assign(claim_id="p30", value=5000, low=5000, high=5000, bound="exact")
    claims = pd.concat([frames.claims, people.assign(unit="people")], ignore_index=True)
    estimates = estimate(claims, frames.articles, frames.operations, frames.places)
    both = samples.Frames(**{**vars(frames), "claims": claims, "estimates": estimates})
    assert texts(rows_of(both)["Displaced, Palestinians"])[2] == "5,000"


def test_the_words_for_the_table_hold_every_figure_and_every_silence() -> None:
    full = samples.full()
    claims = full.claims[full.claims["side"] != "israeli"]
    estimates = full.estimates[full.estimates["side"] != "israeli"]
    frames = samples.Frames(**{**vars(full), "claims": claims, "estimates": estimates})
    alt = comparison_alt(*compare(frames, ALL, "latest"))
    for said in (
        "Killed, Israelis: not reported (Jul 2023, Jenin); not reported (Aug 2024, Northern West Bank);",
        "Killed, Palestinians: 12 (Jul 2023, Jenin); 39 (Aug 2024, Northern West Bank);",
        "Displaced, share of residents: up to 18\N{NO-BREAK SPACE}% (Jul 2023, Jenin)",
    ):
        assert said in alt
    assert "Outcome" not in alt and "per day" not in alt


def test_where_no_article_gives_residents_there_is_no_share() -> None:
    full = samples.full()
    claims = full.claims[full.claims["measure"] != "residents"]
    assert "Displaced, share of residents" not in rows_of(samples.Frames(**{**vars(full), "claims": claims}))


def test_the_same_speaker_is_compared_apart() -> None:
    full = samples.full()
    ministry = full.claims["attributed_to"].mask(
        full.claims["claim_id"] == "c22", "Palestinian Health Ministry"
    )
    rows = rows_of(samples.Frames(**{**vars(full), "claims": full.claims.assign(attributed_to=ministry)}))
    row = rows["Killed, Palestinians, by Palestinian Health Ministry alone"]
    assert texts(row) == ["12", "39", "not reported"]
    assert "no speaker" not in rows["Killed, Palestinians"].note


def test_figures_by_different_speakers_say_so() -> None:
    rows = rows_of(samples.full())
    assert rows["Killed, Palestinians"].note == (
        "areas differ (Jenin; West Bank): compare with care; no speaker gives it for more than one operation"
    )
    assert rows["Killed, Israelis"].note == ""
    assert "areas differ (Jenin; West Bank)" in rows["Killed, Palestinians, per day"].note


def test_none_reported_is_the_numeral_and_no_bar() -> None:
    full = samples.full()
    nought = full.claims["claim_id"].isin(["c05", "c10"])
    numbers = {name: full.claims[name].mask(nought, 0) for name in ("value", "low", "high")}
    israeli = full.estimates["side"].eq("israeli") & full.estimates["measure"].eq("killed")
    estimates = full.estimates.assign(
        **{name: full.estimates[name].mask(israeli, 0) for name in ("low", "best", "high")}
    )
    frames = samples.Frames(**{**vars(full), "claims": full.claims.assign(**numbers), "estimates": estimates})
    chosen, rows = compare(frames, ("2023-07",), "latest")
    row = next(row for row in rows if row.label == "Killed, Israelis")
    assert texts(row) == ["0"]
    html = comparison_html(chosen, [row], LIGHT, "Side by side")
    assert "bar" not in html and ">0</button>" in html


def test_a_count_that_stops_early_gives_no_day_average() -> None:
    frames = samples.full()
    early = pd.Timestamp(2024, 8, 30)
    of_2024 = (frames.estimates["operation_id"] == "2024-08") & (frames.estimates["measure"] == "killed")
    estimates = ESTIMATES.conform(
        frames.estimates.assign(as_of=frames.estimates["as_of"].mask(of_2024, early))
    )
    cut = samples.Frames(**{**vars(frames), "estimates": estimates})
    assert "Killed, Palestinians, per day" not in rows_of(cut)


@pytest.mark.parametrize(("killed", "said"), [(0, "0.0"), (1, "under 0.1"), (2, "0.1"), (39, "1.3")])
def test_an_average_of_more_than_nothing_is_not_printed_as_nothing(killed: int, said: str) -> None:
    full = samples.full()
    estimates = full.estimates.copy()
    of_it = (estimates["measure"] == "killed") & (estimates["operation_id"] == "2024-08")
    estimates.loc[of_it, "best"] = killed
    operations = full.operations.assign(days=30)
    frames = samples.Frames(**{**vars(full), "estimates": estimates, "operations": operations})
    assert rows_of(frames)["Killed, Palestinians, per day"].cells[1].text == said


def test_an_ongoing_operation_runs_to_its_last_report() -> None:
    days = rows_of(samples.full())["Days"].cells[2]
    assert days.note == "to the last report, 23 February 2025"


def test_coverage_is_said_aloud() -> None:
    chosen, rows = compare(samples.full(), ALL, "latest")
    assert coverage_in_words(chosen, samples.full().claims).startswith(
        "3 articles with 14 figures by 3 named speakers on Jenin, 3–5 July 2023, 1 article with 4 figures by "
        "no named speaker on Northern West Bank"
    )
    told = silences_in_words(chosen, rows)
    assert "which is not zero" in told
    assert "Northern West Bank, since 21 January 2025: troops; killed, Palestinians" in told


def test_where_there_is_no_figure_nobody_is_counted() -> None:
    full = samples.full()
    of_2024 = full.claims["operation_id"] == "2024-08"
    said = coverage_in_words(compare(full, ALL, "latest")[0], full.claims[~of_2024])
    assert (
        "1 article on Northern West Bank, 28 August – 6 September 2024, without a figure and 1 article"
        in said
    )


def test_no_article_and_one_operation_make_a_table_too() -> None:
    empty = rows_of(samples.empty())
    assert texts(empty["Killed, Palestinians"]) == ["not reported"] * 3
    assert len(rows_of(samples.full(), ("2024-08",))["Dates"].cells) == 1


@pytest.mark.parametrize(("operations", "has_bars"), [(ALL[:1], False), (ALL, True)])
def test_one_operation_has_no_bars_for_there_is_nothing_to_compare(
    operations: tuple[str, ...], has_bars: bool
) -> None:
    html = comparison_html(*compare(samples.full(), operations, "latest"), LIGHT, "")
    assert ('class="bar"' in html) == has_bars
    assert '<span class="number">3</span>' in html


def test_the_html_has_headers_and_shows_text_as_its_characters() -> None:
    frames = samples.full()
    hostile = "<script>alert(1)</script>"
    operations = OPERATIONS.conform(frames.operations.assign(name=hostile, stated_aim=hostile))
    chosen, rows = compare(samples.Frames(**{**vars(frames), "operations": operations}), ALL, "latest")
    html = comparison_html(chosen, rows, LIGHT, "Side by side")
    assert "<script" not in html
    assert html.count('scope="col"') == 3
    assert html.count('scope="row"') == len(rows)
    assert len(re.findall(r"<td role=", html)) == 3 * len(rows) + 1

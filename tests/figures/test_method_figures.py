"""The words and tables of the method page, and the measured reading error that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from loaders.reader.numbers import FLOORS, bounds
from loaders.tables import BOUNDS, RULES, TABLES, Table, TableError
from pages.figures import method, words
from pages.figures.method import DICTIONARY, FIELDS, READING_ERROR, VOCABULARIES, Section
from tests import samples

DATA = Path(__file__).resolve().parents[2] / "data"
GAP = method.GAP


def error_row(sample: str = "ten sentences", field: str = "side", **rest: Any) -> dict[str, Any]:
    return {
        "sample": sample,
        "sentences_or_articles": 10,
        "figures": 8,
        "field": field,
        "right": 6,
        "share": 0.75,
        "measured_on": "2026-01-02",
        **rest,
    }


def errors_of(*rows: dict[str, Any]) -> pd.DataFrame:
    return READING_ERROR.frame(rows)


def measured() -> pd.DataFrame:
    rows = pd.read_csv(DATA / "reading_error.csv", dtype="str", keep_default_na=False, na_values=[""])
    return READING_ERROR.conform(rows)


def sections() -> list[Section]:
    return [*method.explained(measured()), VOCABULARIES, DICTIONARY, *method.tables_explained()]


def section(anchor: str, errors: pd.DataFrame) -> Section:
    return next(one for one in method.explained(errors) if one.anchor == anchor)


def cells(table: pd.DataFrame) -> dict[str, str]:
    """The first column of a table to its second."""
    return dict(zip(table.iloc[:, 0], table.iloc[:, 1], strict=True))


COMMITMENTS = [
    ("12", "12"),
    ("at least 12", "12 or more"),
    ("more than 40,000", "40,001 or more"),
    ("about 120", "no lowest and no highest number"),
    ("up to 3,000", "3,000 or fewer"),
    ("fewer than 10", "9 or fewer"),
    ("between 10 and 12", "10 to 12"),
    ("dozens", "24 or more"),
    ("scores", "40 or more"),
    ("tens of thousands", "20,000 or more"),
]


@pytest.mark.parametrize(("said", "commits_to"), COMMITMENTS)
def test_a_bound_is_told_as_low_and_high(said: str, commits_to: str) -> None:
    assert cells(method.bounds_table())[said] == commits_to


def test_every_floor_has_its_row() -> None:
    told = set(cells(method.bounds_table()).values())
    assert {method.allowed(floor, None) for _, floor in FLOORS.phrases()} <= told


def test_there_is_an_example_for_every_bound_of_a_number() -> None:
    plain = [bound for bound in BOUNDS if bound not in ("vague", "range")]
    told = list(cells(method.bounds_table()).values())
    assert len(method.SAID) == len(plain) + 1
    assert method.allowed(*bounds(40_000, "more_than")) in told


def test_other_words_for_a_bound_are_not_its_example() -> None:
    table = method.bounds_table().set_index("In the article")["Also written"]
    assert "no fewer than" in table["at least 12"]
    assert "at least" not in table["at least 12"].split(", ")
    assert table["between 10 and 12"] == ""


def test_every_rule_is_explained() -> None:
    assert set(RULES) <= set(method.CHOSEN)
    assert set(words.RULES) <= set(method.CHOSEN)
    assert list(method.rules_table()["Rule"])[:3] == ["Latest report", "Lowest report", "Highest report"]


def test_the_reading_error_has_a_row_for_each_sample_and_a_column_for_each_field() -> None:
    table = method.error_table(
        errors_of(
            error_row("held-out sentences", right=4, share=0.5),
            error_row(),
            error_row(field="strict_f1", right=None, share=0.5),
        )
    ).set_index("Sample")
    assert list(table.index) == [
        "Held-out sentences (2 January 2026)",
        "Ten sentences (2 January 2026)",
    ]
    assert list(table["Side"]) == [f"50.0{GAP}% (4{GAP}of{GAP}8)", f"75.0{GAP}% (6{GAP}of{GAP}8)"]
    assert list(table[FIELDS["strict_f1"]]) == ["not measured", "0.500"]
    assert list(table.columns) == list(FIELDS.values())


def test_samples_by_which_no_rule_was_mended_stand_first_and_those_of_the_rules_last() -> None:
    worth = [
        2 if "used while" in sample else 1 if "before the rules were mended" in sample else 0
        for sample in measured()["sample"].unique()
        if "likewise" not in sample  # the articles of the set before
    ]
    assert worth == sorted(worth)


@pytest.mark.parametrize(
    ("errors", "said", "not_said"),
    [
        (errors_of(), "has not been measured yet", "flatters"),
        (errors_of(error_row()), "No held-out sample has been measured yet", "not been measured"),
        (errors_of(error_row("a second held-out set")), "flatters", "No held-out sample"),
    ],
    ids=["nothing", "used", "held-out"],
)
def test_what_a_sample_is_worth_is_said(errors: pd.DataFrame, said: str, not_said: str) -> None:
    text = " ".join(section("error", errors).text.split())
    assert said in text
    assert not_said not in text


def test_a_field_that_nobody_explains_is_no_row() -> None:
    with pytest.raises(TableError, match=r"reading_error\.field"):
        errors_of(error_row(field="mood"))


def test_the_measured_rows_hold_together() -> None:
    errors = measured()
    assert len(errors)
    assert not errors.duplicated(["sample", "field"]).any()
    assert errors["share"].between(0, 1).all()
    shares = errors[errors["right"].notna()]
    assert ((shares["right"] / shares["figures"] - shares["share"]).abs() <= 0.0005).all()
    assert set(errors.loc[errors["right"].isna(), "field"]) <= {"figure_f1", "strict_f1"}
    assert errors.groupby("sample")[["sentences_or_articles", "measured_on"]].nunique().eq(1).all(axis=None)


def columns() -> Iterator[tuple[Table, str]]:
    for table in TABLES.values():
        for name in table.names:
            yield table, name


@pytest.mark.parametrize(("table", "name"), list(columns()), ids=lambda value: getattr(value, "name", value))
def test_every_column_is_in_the_dictionary(table: Table, name: str) -> None:
    column = next(column for column in table.columns if column.name == name)
    row = method.dictionary(table).set_index("Column").loc[name]
    assert row["Meaning"] == column.meaning
    assert row["Unit"] == column.unit
    assert column.dtype in row["Type"]
    assert row["Words it may hold"] == ", ".join(column.values)
    assert row["May be empty"] == ("no" if column.required else "yes")


def test_every_link_on_the_page_leads_somewhere() -> None:
    anchors = {one.anchor for one in sections()}
    vocabularies = {f"vocabulary-{name.lower().replace(' ', '-')}" for name in method.HEADINGS}
    page = method.contents_html(sections()) + "".join(one.text for one in sections())
    links = set(re.findall(r'href="#([^"]+)"|\]\(#([^)]+)\)', page))
    assert len(anchors) == len(sections())
    assert {html or markdown for html, markdown in links} <= anchors | vocabularies


def test_markdown_holds_nothing_that_streamlit_would_turn_into_something_else() -> None:
    for one in sections():
        assert not re.search(r"[$<]|:\w+(?:\[|:)", one.text), one.title


def test_a_table_shows_its_cells_as_characters() -> None:
    html = method.table_html(pd.DataFrame([["<b>a</b>", "“b” & c"]], columns=["one", "<two>"]), "a <caption>")
    assert "&lt;b&gt;a&lt;/b&gt;" in html
    assert '<th scope="col">&lt;two&gt;</th>' in html
    assert "<b>" not in html
    assert 'aria-label="a &lt;caption&gt;"' in html


@pytest.fixture
def vocabularies() -> dict[str, pd.DataFrame]:
    frames = samples.full()
    speakers = pd.DataFrame(
        [["WAFA", None, "agency", "palestinian", "made up"]],
        columns=["speaker", "other_names", "kind", "side", "source"],
    )
    events = pd.DataFrame(
        [["e1", "An event", "the event", pd.Timestamp(2023, 1, 2), "made up"]],
        columns=["event_id", "name", "words", "day", "source"],
    )
    return method.vocabularies(frames.operations, frames.places, speakers, events)


def test_every_vocabulary_tells_its_sources_and_names_for_ids(vocabularies: dict[str, pd.DataFrame]) -> None:
    assert list(vocabularies) == list(method.HEADINGS)
    assert all(table["Source"].notna().all() for table in vocabularies.values())
    assert vocabularies["Places"].set_index("Place").at["Jenin refugee camp", "Lies in"] == "Jenin"
    assert vocabularies["Operations"].at[0, "Places"] == "Jenin, Jenin refugee camp"
    assert vocabularies["Speakers"].at[0, "Side"] == "Palestinians"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", 8),
        ("  ", 8),
        ("JENIN", 2),
        ("camp jenin", 1),
        ("32.46", 2),
        ("a(", 0),
    ],
)
def test_rows_are_found_by_all_their_words(
    vocabularies: dict[str, pd.DataFrame], wanted: str, found: int
) -> None:
    assert len(method.matching(vocabularies["Places"], wanted)) == found

"""The tables of the page on the method as tables to keep: how it reads, what it knows, and its error."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from loaders.tables import TABLES
from pages.export.sheets import Stamp
from pages.export.tables import PageTable
from pages.figures.method import FIELDS, bounds_table, dictionary, matching, rules_table

ERROR_HEADS = {
    "sample": "Sample",
    "sentences_or_articles": "Sentences or articles",
    "field": "Field",
    "right": "Right",
    "figures": "Of figures",
    "share": "Share or F1",
    "measured_on": "Measured on",
}


def method_tables(
    vocabularies: Mapping[str, pd.DataFrame], errors: pd.DataFrame, wanted: str, stamp: Stamp
) -> dict[str, PageTable]:
    """Every table of the page by what its file is called.

    `vocabularies` are by their headings, of which the rows with the `wanted` words are kept; `errors`
    conforms to READING_ERROR.
    """
    tables = {
        "bounds": ("What a number commits to", "One row a wording of a number.", bounds_table()),
        "rules": (
            "The rules",
            "One row a rule that chooses the value.",
            # A CSV file has a column "Rule" of its own.
            rules_table().rename(columns={"Rule": "Name of the rule"}),
        ),
        "reading-error": (
            "Measured reading error",
            "One row a field and sample. Unit: figures; the share, or the F1, is from 0 to 1.",
            error_rows(errors),
        ),
        "dictionary": ("Data dictionary", "One row a column of a table of the program.", dictionary_rows()),
    }
    made = {name: _page_table(stamp, *parts) for name, parts in tables.items()}
    return made | {
        name.lower().replace(" ", "-"): _page_table(
            stamp,
            f"Vocabulary: {name}",
            "One row an entry that the reader knows, with its source.",
            matching(table, wanted),
            {"Find in these tables": wanted or "all"},
        )
        for name, table in vocabularies.items()
    }


def error_rows(errors: pd.DataFrame) -> pd.DataFrame:
    """The reading error with plain heads, its fields in words."""
    told = errors.assign(field=errors["field"].map(FIELDS).astype("str"))
    return told[list(ERROR_HEADS)].rename(columns=ERROR_HEADS)


def dictionary_rows() -> pd.DataFrame:
    """A row for each column of each table that the program writes."""
    tables = [dictionary(table).assign(Table=name) for name, table in TABLES.items()]
    rows = pd.concat(tables, ignore_index=True)
    return rows[["Table", *(name for name in rows.columns if name != "Table")]]


def _page_table(
    stamp: Stamp, title: str, subtitle: str, table: pd.DataFrame, filters: Mapping[str, str] | None = None
) -> PageTable:
    return PageTable(
        title, table, stamp.link, stamp.data_version, subtitle=subtitle, filters=filters or stamp.filters
    )

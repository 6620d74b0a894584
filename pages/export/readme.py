"""The README of a report pack: what is in it, by which rule, with which limits, how to cite it. Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pages.export.sheet import Sheet
from pages.export.tables import PageTable, Tabled, notes_of
from pages.export.texts import as_code, as_markdown, visible
from pages.figures.method import FIELDS, GOING_IN, LIMITS, rules_table

LINK = re.compile(r"\[([^]]*)\]\(#[^)]*\)")  # "[vocabularies](#vocabularies)": leads to nothing in a pack

OPENING = """
Charts of casualty figures that news articles state, the tables that they are drawn from, and every
sentence behind them. The figures are read from the articles’ own words by rules. Reading is not
verifying: a figure stands for what its speaker said, and none of them is a count of our own.
"""

METHOD = """
- A **claim** is one figure that an article states, with its bound (“at least”, “about”), what it
  counts, whose people, where, when, by whose word, and its place in the text. Every mark is a claim.
- The **value** of a row is one of the reported figures. A rule chooses which; it is named with every
  chart.
- **Lowest** and **highest** are the smallest and the largest figure of the speakers’ latest reports.
  They are no margin of error.
- **Parts** (“21 of the 39”) lie in their whole and are not added to it.
"""

COMPARING = """
- Two figures can be compared only where they count the same: measure, whose people, kind of people,
  place, days, unit, and running total or new. `data/claims.csv` has all of these for every figure.
- **Silence is not zero.** “Not reported” means that these articles give no figure. A reported zero is
  the number 0.
- “Reported without a number” (“dozens”) is a third thing. Its lowest number is the least that the
  words can mean.
- **Nothing is added up**: not places, operations, speakers, days or articles. One person may be
  counted in several.
- Where two speakers differ, two statements differ. Neither is taken for the truth here.
- A figure that is quoted needs its speaker, its outlet and its day.
"""

DATA = """
- `datapackage.json` describes the CSV files by the Data Package standard: types, meanings, and what an
  empty cell is.
- CSV files are UTF-8 with a byte order mark, lines end in CR LF, days are YYYY-MM-DD. They are made to
  be opened in a spreadsheet: where text would run as a formula, an apostrophe stands before it. Numbers
  are numbers. Parquet files have the same rows, with their text as it is.
- Characters that cannot be seen are replaced by U+FFFD everywhere.
- `data/sentences.csv` and `sentences.txt` have each sentence once, its figures between double brackets.
"""

F1 = f"""
Figures were labelled by hand, and the program read the same texts. **F1** is one number for two shares:
how many of the figures that it read are labelled ones, and how many of the labelled ones it read. It is
1 where all were read and no other, 0 where none was. “{FIELDS["figure_f1"]}” (the figure F1) asks only
whether a figure was found. “{FIELDS["strict_f1"]}” (the strict F1) counts it as found only where its
bound, side, place and speaker are right, too.
"""
NO_ERROR = "It is not part of this pack: the dashboard’s page on its method has it."


def readme_of(
    sheets: Sequence[Sheet],
    tables: Sequence[PageTable],
    files: Mapping[str, str],
    missing: Mapping[str, str],
    reading_error: str,
) -> bytes:
    """The file. `files` says by its path what each file is, `missing` of those that could not be made why.

    `reading_error` is plain text; what articles, addresses and vocabularies brought is shown as characters.
    """
    parts = [
        "# Reported casualties: charts, data and sentences",
        OPENING,
        "## What is here",
        _listed(files),
        *(["## What could not be made", _listed(missing)] if missing else []),
        "## The charts",
        *(_words(sheet) for sheet in sheets),
        *(["## Further tables", *(_words(table) for table in tables)] if tables else []),
        "## The method in short",
        METHOD,
        "## The rules",
        _rules(sheets),
        "### What goes into a value",
        GOING_IN,
        "## How figures may be compared",
        COMPARING,
        "## Limits",
        LIMITS,
        "### Measured reading error",
        *([F1, as_markdown(visible(reading_error))] if reading_error else [NO_ERROR]),
        "## The data",
        DATA,
    ]
    return ("\n\n".join(LINK.sub(r"\1", part.strip()) for part in parts) + "\n").encode()


def _listed(files: Mapping[str, str]) -> str:
    return "\n".join(f"- `{path}`: {as_markdown(visible(words))}" for path, words in files.items())


def _words(tabled: Tabled) -> str:
    """The words of a chart or a table; its address and how to cite it as they can be copied."""
    (_, title), *notes, (_, cite) = notes_of(tabled)
    told = [
        f"- {as_markdown(name)}: {as_code(text) if name == 'Address' else as_markdown(text)}"
        for name, text in notes
    ]
    return "\n".join([f"### {as_markdown(title)}", "", *told, "", "How to cite:", "", as_code(cite)])


def _rules(sheets: Sequence[Sheet]) -> str:
    """What each rule chooses, and which is in force."""
    in_force = "; ".join(dict.fromkeys(sheet.rule for sheet in sheets))
    told = "\n".join(f"- **{name}**: {chosen}" for name, chosen in rules_table().itertuples(index=False))
    return f"In force: {as_markdown(visible(in_force))}.\n\n{told}"

"""What the tables of a report pack hold, for programs: a descriptor by the Data Package standard."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import pandas as pd

from pages.export.columns import kinds_of
from pages.export.tables import EMPTY_CELLS
from pages.export.texts import without_formula
from pages.figures import words
from pages.figures.scopes import each_row

MEANINGS = {
    "Operation": "the military operation: its month, or its days, and its place",
    "Side": "whose people are counted, from the articles' words",
    "Place": "the place counted; empty where nothing is reported, or the words give none",
    "Counted": "what is counted, or which part of the figure above",
    "Row": "what the operations are compared by",
    "Drawn as": "the mark on the map",
    "Day": "the day that the figure describes",
    "Stated": "the value in words, with its bound; 'not reported' where the articles are silent",
    "Figure": "the value in words, with its bound",
    "Reported": "the figure in words, with its bound",
    "Lowest": "the smallest of the speakers' latest figures; empty where it is left open or not given",
    "Value": "the rule's choice among the reports, the number reported or computed; never 0 for none",
    "Highest": "the largest of the speakers' latest figures; empty where it is left open or not given",
    "Unit": "what one of the number is: people, families, count of things, days, articles, people per day, "
    "percent of residents; empty where there is no number",
    "All reports": "all that the reports allow, in words; or that there is no figure",
    "Period": "the days counted, where the words give them",
    "Total or new": "whether the figure is a running total, or adds to one",
    "As of": "the day that the figure describes",
    "Said by": "who states the figures",
    "Printed by": "the outlets that printed them, and the agencies credited",
    "Claims": "how many claims are behind the row",
    "Note": "what to know of this cell or row",
    "What is contested": "what speakers tell differently; its rows stand together",
    "Kind": "whether the row is a figure or a statement without one",
    "Scope": "what the figure counts, or what the statement is about",
    "Topic": "what the statement is about",
    "Position": "how the statement stands to its topic",
    "Told of": "what is told without a number; empty where the words do not say",
    "Contested": "whether another speaker says otherwise",
    "Words": "the words of the figure or statement, as printed",
    "Sentence": "the whole sentence around them, as printed",
    "Published": "the day of publication; empty where it is not known to one day",
    "Published, earliest": "the first day it can have been published; empty where nothing tells",
    "Published, latest": "the last day it can have been published; empty where nothing tells",
    "How it is dated": "whether that day is stated, inferred or not known",
    "Evidence of the day": "of an inferred day, the evidence in words",
    "Article": "its headline; where its file states none, the name of the file",
    "Article address": "where it was published, where its file says",
    "Id": "claim_id of a figure, statement_id of a statement",
    "To compare": "what to know before the cells of the row are compared",
    "Title": "what the chart or table shows",
    "Unit and scope": "its unit, scope and rule",
    "Rule": "which of several reports is the value",
    "Chosen": "the filters in force",
    "Notes": "what is left out or not added up, and how empty cells are to be read",
    "Articles": "how many claims of how many articles, and as of when",
    "Address": "the address of the view",
    "Data version": "names the state of articles and vocabularies",
}
"""The columns of the tables of charts and pages, as their CSV files have them."""

MISSING = ("",)


@dataclass(frozen=True)
class Resource:
    """One CSV file of the pack: its rows are `table`, typed; `meanings` say by its head what a cell means."""

    path: str
    title: str
    description: str
    table: pd.DataFrame
    meanings: Mapping[str, str]
    content: bytes
    key: str = ""
    """The column that no two rows share, where there is one."""

    @property
    def name(self) -> str:
        """What the standard calls it: the file's name without folder and ending."""
        return self.path.rpartition("/")[2].partition(".")[0]


def descriptor(version: str, resources: Sequence[Resource], articles: pd.DataFrame) -> bytes:
    """The file datapackage.json. `articles` are its sources, typed, by the names that `sources_of` has."""
    told = {
        "profile": "tabular-data-package",
        "name": "reported-casualties",
        "title": "Reported casualties: charts, data and sentences",
        "description": EMPTY_CELLS,
        "version": version,
        "resources": [_described(resource) for resource in resources],
        "sources": _sources(articles),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _described(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": _fields(resource), "missingValues": list(MISSING)}
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "path": resource.path,
        "title": resource.title,
        "description": resource.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(resource.content),
        "hash": f"sha256:{sha256(resource.content).hexdigest()}",
        "schema": {**schema, "primaryKey": [resource.key]} if resource.key else schema,
    }


def _fields(resource: Resource) -> list[dict[str, str]]:
    fields = []
    for head, kind in kinds_of(resource.table).items():
        field = {"name": without_formula(head), "type": kind}
        meaning = resource.meanings.get(head)
        fields.append({**field, "description": meaning} if meaning else field)
    return fields


def _sources(articles: pd.DataFrame) -> list[dict[str, str]]:
    """Each article, with its address where it is one of the web."""
    sources = []
    for row in each_row(articles):
        named = row.article if pd.notna(row.article) else row.file
        source = {"title": f"{words.source(row)}: {named}, {words.dated(row)}"}
        on_the_web = pd.notna(row.url) and row.url.startswith(("http:", "https:"))
        sources.append({**source, "path": row.url} if on_the_web else source)
    return sources

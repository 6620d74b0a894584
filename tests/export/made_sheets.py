"""Sheets of the made-up articles, ready to leave."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.export.sheet import Sheet
from pages.figures import captions
from pages.figures.scopes import View, scopes_of, with_articles
from tests.samples import empty, full

SIDES = ("palestinian", "israeli", "other", "unspecified")

# What articles, vocabularies and addresses can hold, and no file may run, lose or be broken by.
HOSTILE = [
    "=HYPERLINK(A1)",
    '<script>alert("1")</script>',
    "<r><t>raw</t></r>",
    "<r>&broken</r>",
    "_x0041_ stays as it is",
    "**bold** _it_ `code` [a link](x) ![a picture](y) | cell | # :smile: $x$ ~~out~~",
    "\u202eturned\u202c and \u200fmarked\u200e",
    "شهداء في جنين",
    "zero\x00 bell\x07 delete\x7f",
    "several\nlines\r\nof text\r",
    "quotes \" and ' and “these”, commas; semicolons",
    "\U0001f54a beyond the first plane",
]


def sheet_of(measure: str = "killed", frames: Any = None, **other: Any) -> Sheet:
    """The casualty chart of some frames, without its drawing; `other` fields replace its own."""
    frames = frames or full()
    view = View(tuple(frames.operations["operation_id"]), measure, SIDES)
    scopes = scopes_of(frames, view)
    claims = with_articles(frames.claims, frames.articles)
    told = {
        "name": "casualties",
        "title": captions.title(view),
        "subtitle": captions.subtitle(view),
        "draw": lambda width: go.Figure(layout={"width": width}),
        "key": (("●", "a claim"), ("○", "reported as none")),
        "notes": (captions.why_not_added(scopes, frames.operations),),
        "said_by": "Palestinian Health Ministry, Israeli military",
        "printed_by": "Anadolu, Associated Press",
        "as_of": "5 July 2023 – 6 September 2024",
        "articles": "10 claims in 4 articles",
        "rule": view.rule_in_words,
        "filters": {"Operations": "Jenin, 3–5 July 2023", "Sides": "all"},
        "alt": captions.alt_text(scopes, frames.operations, view),
        "table": captions.drawn_table(scopes, frames.operations, view),
        "claims": claims[claims["measure"] == measure].reset_index(drop=True),
        "link": "http://localhost:8501/?measure=killed&rule=latest",
        "data_version": "0a1b2c3d",
    }
    return Sheet(**{**told, **other})


def empty_sheet() -> Sheet:
    """A chart of nothing: a table and claims without a row."""
    made = sheet_of(frames=empty())
    return sheet_of(frames=empty(), table=made.table.iloc[:0])


def hostile_sheet() -> Sheet:
    """A chart all of whose words and texts try to be something else."""
    plain = sheet_of()
    claims = pd.concat([plain.claims] * 2, ignore_index=True).iloc[: len(HOSTILE)]
    texts = pd.Series(HOSTILE[: len(claims)], dtype="str")
    return sheet_of(
        title=HOSTILE[1],
        subtitle=HOSTILE[5],
        key=(("●", HOSTILE[2]),),
        notes=tuple(HOSTILE),
        said_by=HOSTILE[6],
        filters={HOSTILE[0]: HOSTILE[5]},
        alt=HOSTILE[8],
        table=pd.DataFrame({"Words": HOSTILE, "=Number": range(-1, len(HOSTILE) - 1)}),
        claims=claims.assign(
            sentence="The words: " + texts + " were read.",
            quote=texts,
            attributed_to=texts,
            title=texts,
            claim_id=[f"c{at}" for at in range(len(claims))],
        ),
    )


def eight_operations() -> Sheet:
    """A chart of eight operations, the last of them silent."""
    one = sheet_of().table.iloc[:1]
    rows = [one.assign(Operation=f"Operation {at}") for at in range(1, 9)]
    table = pd.concat(rows, ignore_index=True)
    silent = table["Operation"] == "Operation 8"
    return sheet_of(
        table=table.assign(Value=table["Value"].mask(silent), Lowest=table["Lowest"].mask(silent))
    )

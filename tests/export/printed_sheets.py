"""Sheets of every figure, made of sample frames with as many operations as asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from loaders import Frames
from loaders.tables import SIDES
from pages.export import sheets
from pages.export.sheet import Sheet
from pages.export.sheets import Stamp
from pages.figures.ladder import default_ladder, ladders_of
from pages.figures.scopes import View
from pages.figures.voices import Voices

LAND: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "data" / "geo" / "land.geojson").read_text(encoding="utf-8")
)
STAMP = Stamp(
    {"Operations": "all", "Side": "all", "Said by": "all", "Printed by": "Associated Press"},
    "https://news.example/tolls/?operation=2023-07&operation=2024-08&measure=killed&side=palestinian"
    "&side=israeli&side=other&side=unspecified&outlet=Associated+Press&rule=latest",
    "0123456789abcdef",
)


def casualties(frames: Frames, measure: str = "killed") -> Sheet:
    view = View(tuple(frames.operations["operation_id"]), measure, tuple(SIDES))
    return sheets.casualties_sheet(frames, frames, view, STAMP)


def comparison(frames: Frames) -> Sheet:
    operations = list(frames.operations["operation_id"])
    return sheets.comparison_sheet(frames, frames, operations, Voices(), STAMP)


def mapped(frames: Frames) -> Sheet:
    told = frames.estimates[
        (frames.estimates["measure"] == "killed") & (frames.estimates["rule"] == "latest")
    ]
    operation = str(frames.operations["operation_id"].iloc[-1])
    named = {"jenin", "tulkarem"}
    return sheets.map_sheet(frames, frames, "killed", told, operation, SIDES, named, LAND, Voices(), STAMP)


def laddered(frames: Frames) -> Sheet:
    operation = str(frames.operations["operation_id"].iloc[0])
    return sheets.ladder_sheet(frames, frames, default_ladder(ladders_of(frames, operation)), STAMP)


MAKERS: dict[str, Callable[[Frames], Sheet]] = {
    "casualties": casualties,
    "comparison": comparison,
    "map": mapped,
    "ladder": laddered,
}

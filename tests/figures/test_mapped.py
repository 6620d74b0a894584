"""What a map says is the same on its page and in print, and its page adds what can be picked."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders import Frames
from loaders.tables import SIDES
from pages.export.sheets import map_sheet
from pages.figures.mapped import MapContent, content_of, map_of
from pages.figures.palette import LIGHT
from pages.figures.voices import Voices
from tests import samples
from tests.export.printed_sheets import LAND, STAMP

FULL = samples.full()
NAMED = ["jenin", "tulkarem"]
CHOICES = [
    # An operation, a measure, the sides and the voices chosen, and how many figures are left out.
    ("2024-08", "killed", SIDES, Voices(), (1, 1)),
    ("2024-08", "killed", ("israeli",), Voices(), (1, 3)),
    ("2023-07", "detained", SIDES, Voices(speakers=("Palestinian Health Ministry",)), (0, 1)),
    ("2025-01", "displaced", SIDES, Voices(), (0, 0)),
]
Chosen = tuple[Frames, Frames, str, pd.DataFrame, str, tuple[str, ...]]


def chosen_of(operation: str, measure: str, sides: tuple[str, ...], voices: Voices) -> Chosen:
    """What a map is made of, up to the sides; speakers who are chosen give no estimate here."""
    told = FULL.estimates[(FULL.estimates["measure"] == measure) & (FULL.estimates["rule"] == "latest")]
    told = told.iloc[:0] if voices.speakers else told
    heard = Frames(**{**vars(FULL), "estimates": told})
    return heard, FULL, measure, told, operation, sides


def content(operation: str, measure: str, sides: tuple[str, ...], voices: Voices) -> MapContent:
    return content_of(*chosen_of(operation, measure, sides, voices), NAMED, voices)


@pytest.mark.parametrize(("operation", "measure", "sides", "voices", "left_out"), CHOICES)
def test_a_map_says_the_same_on_its_page_and_in_print(
    operation: str, measure: str, sides: tuple[str, ...], voices: Voices, left_out: tuple[int, int]
) -> None:
    on_page = content(operation, measure, sides, voices)
    chosen = chosen_of(operation, measure, sides, voices)
    sheet = map_sheet(*chosen, NAMED, LAND, voices, STAMP)
    assert (sheet.title, sheet.alt) == (on_page.title, on_page.alt)
    assert on_page.subtitle.removesuffix(f" Value: {voices.rule_in_words}.") in sheet.subtitle
    pd.testing.assert_frame_equal(sheet.table, on_page.table)
    assert on_page.left_out in sheet.notes
    beside = [note for note in sheet.notes if note.startswith("Beside the map")]
    assert len(beside) == len(on_page.beside)
    assert all(line in note for line, note in zip(on_page.beside, beside, strict=True))
    assert (len(on_page.background), len(on_page.others)) == left_out


@pytest.mark.parametrize(("operation", "measure", "sides", "voices", "_"), CHOICES)
def test_every_row_of_the_table_can_be_picked(
    operation: str, measure: str, sides: tuple[str, ...], voices: Voices, _: tuple[int, int]
) -> None:
    shown = content(operation, measure, sides, voices)
    drawn = map_of(shown, FULL, LAND, LIGHT)
    assert len(drawn.table_keys) == len(shown.table)
    not_only_seen = [
        key for key, mark in zip(drawn.table_keys, shown.rows["mark"], strict=True) if mark != "dot"
    ]
    assert set(not_only_seen) <= set(drawn.picks)


@pytest.mark.parametrize(
    ("sides", "voices", "silence"),
    [
        (SIDES, Voices(), "No article here gives a number for this."),
        (("israeli",), Voices(), "What is chosen gives no number for this."),
        (SIDES, Voices(outlets=("Anadolu",)), "What is chosen gives no number for this."),
    ],
)
def test_silence_is_that_of_the_articles_or_of_those_chosen(
    sides: tuple[str, ...], voices: Voices, silence: str
) -> None:
    drawn = map_of(content("2025-01", "killed", sides, voices), FULL, LAND, LIGHT)
    assert (drawn.told, drawn.silence) == ({}, silence)

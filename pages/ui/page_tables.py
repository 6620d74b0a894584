"""The tables of a page that no chart is drawn from, with the choices and the address that they are of."""

from __future__ import annotations

from collections.abc import Mapping

from loaders import Frames
from pages.export.contested import contested_tables
from pages.export.method_tables import method_tables
from pages.export.sheets import Stamp
from pages.export.tables import PageTable
from pages.figures import words
from pages.figures.contested import opening
from pages.figures.scopes import operation_names
from pages.figures.voices import Voices, outlet_name, speaker_name
from pages.ui.disputes import current_disputes
from pages.ui.links import page_address
from pages.ui.method import current_vocabularies, read_reading_error
from pages.ui.sheets import content_version


def contested_here(
    everything: Frames, frames: Frames, operation_id: str, voices: Voices
) -> dict[str, PageTable]:
    """What is contested of an operation, and its statements; `frames` are those of the chosen voices."""
    operation = operation_names(frames.operations)[operation_id]
    filters = {
        "Operation": operation,
        "Said by": words.listed([speaker_name(one) for one in voices.speakers]) or "all",
        "Printed by": words.listed([outlet_name(one) for one in voices.outlets]) or "all",
    }
    figures, statements, _ = current_disputes(frames, operation_id)
    told = opening(operation, figures, statements, voices)
    return contested_tables(frames, operation_id, [*figures, *statements], told, _stamp(everything, filters))


def method_here(frames: Frames, wanted: str) -> dict[str, PageTable]:
    """The tables of the page on the method, of its vocabularies the rows with the wanted words."""
    return method_tables(current_vocabularies(frames), read_reading_error(), wanted, _stamp(frames, {}))


def _stamp(everything: Frames, filters: Mapping[str, str]) -> Stamp:
    return Stamp(filters, page_address(), content_version(everything))

"""What a reader chooses: every function draws a widget and returns ids, which the address holds."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from loaders import Frames
from loaders.tables import MEASURES, RULES, SIDES
from pages.figures import words
from pages.figures.scopes import each_row
from pages.ui import address
from pages.ui.frames import OWN_VOICE

FIRST_MEASURES = ("killed", "wounded", "displaced", "detained")


def choose_operations(frames: Frames) -> list[str]:
    """The operation_ids to show, oldest first; all of them at first."""
    names = {row.operation_id: words.short_name(row) for row in each_row(frames.operations)}
    return address.choose_some(
        "operation",
        list(names),
        list(names),
        lambda key: st.multiselect("Operations", list(names), format_func=names.__getitem__, key=key),
    )


def choose_measure(frames: Frames) -> str:
    """What is counted: killed, wounded, displaced and detained always, the others where there is a figure."""
    known = set(frames.estimates["measure"])
    options = [*FIRST_MEASURES, *(name for name in MEASURES if name in known and name not in FIRST_MEASURES)]
    return address.choose_one(
        "measure",
        options,
        options[0],
        lambda key: st.pills(
            "Measure",
            options,
            format_func=words.MEASURES.__getitem__,
            required=True,
            key=key,
            label_visibility="collapsed",
        ),
    )


def choose_sides() -> list[str]:
    """Whose people are counted; all sides at first."""
    return address.choose_some(
        "side",
        SIDES,
        SIDES,
        lambda key: st.multiselect("Side", SIDES, format_func=words.SIDES.__getitem__, key=key),
    )


def choose_speakers(frames: Frames) -> list[str]:
    """Whose figures count; none chosen means everyone's. `OWN_VOICE` stands for the reporters themselves."""
    of_operations = frames.claims[frames.claims["operation_id"].notna()]
    options = sorted(set(of_operations["attributed_to"].dropna()))
    if of_operations["attributed_to"].isna().any():
        options.append(OWN_VOICE)
    return address.choose_some(
        "speaker",
        options,
        [],
        lambda key: st.multiselect(
            "Speakers", options, format_func=_speaker, placeholder="Everyone", key=key
        ),
    )


def choose_rule() -> str:
    """Which of several reports is the value: latest, lowest or highest."""
    return address.choose_one(
        "rule",
        RULES,
        RULES[0],
        lambda key: st.selectbox(
            "Rule",
            RULES,
            format_func=lambda rule: words.RULES[rule].capitalize(),
            key=key,
            help="Which of several reports is drawn as the value. Every report stays visible as a mark.",
        ),
    )


def _speaker(speaker_id: str) -> str:
    return words.speaker(pd.NA if speaker_id == OWN_VOICE else speaker_id)

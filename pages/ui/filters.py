"""What a reader chooses: every function draws a widget and returns ids, which the address holds."""

from __future__ import annotations

import streamlit as st

from loaders import Frames
from loaders.tables import MEASURES, RULES, SIDES
from pages.figures import words
from pages.figures.scopes import each_row
from pages.ui import address
from pages.ui.frames import UNSTATED, Voices, outlets_of, speaker_name, speakers_of

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


def choose_voices(frames: Frames) -> Voices:
    """Whose figures count, by whom printed, and which of several reports is the value."""
    speakers, outlets = choose_speakers(frames), choose_outlets(frames)
    rule = choose_rule()
    return Voices(tuple(speakers), tuple(outlets), rule, tuple(rank_speakers(frames, rule)))


def choose_speakers(frames: Frames) -> list[str]:
    """Whose figures count; none chosen means everyone's. `OWN_VOICE` stands for the reporters themselves."""
    options = speakers_of(frames)
    return address.choose_some(
        "speaker",
        options,
        [],
        lambda key: st.multiselect(
            "Said by", options, format_func=speaker_name, placeholder="Everyone", key=key
        ),
    )


def choose_outlets(frames: Frames) -> list[str]:
    """Who printed the figures that count; none chosen means everyone. `UNSTATED` stands for no source."""
    options = outlets_of(frames)
    return address.choose_some(
        "outlet",
        options,
        [],
        lambda key: st.multiselect(
            "Printed by", options, format_func=_outlet, placeholder="Everyone", key=key
        ),
    )


def choose_rule() -> str:
    """Which of several reports is the value."""
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


def rank_speakers(frames: Frames, rule: str) -> list[str]:
    """Under the rule of ranked speakers their order, the first choice first; under any other none."""
    if rule != "ranked":
        return []
    options = speakers_of(frames)
    return address.choose_in_order(
        "rank",
        options,
        lambda key: st.multiselect(
            "Ranked speakers",
            options,
            format_func=speaker_name,
            placeholder="Choose the first one first",
            key=key,
            help="The first of them who gives a number gives the value.",
        ),
    )


def _outlet(outlet_id: str) -> str:
    return words.NO_SOURCE if outlet_id == UNSTATED else outlet_id

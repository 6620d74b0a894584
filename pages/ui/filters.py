"""What a reader chooses: every function draws a widget and returns ids, which the address holds."""

from __future__ import annotations

import streamlit as st

from loaders import Frames
from pages.figures import choices
from pages.figures.choices import Choice
from pages.figures.voices import Voices
from pages.ui import address
from pages.ui.frames import heard_outlets, heard_speakers


def choose_operations(frames: Frames) -> list[str]:
    """The operation_ids to show, oldest first; all of them at first."""
    return _choose_some(choices.operations(frames))


def choose_measure(frames: Frames) -> str:
    """What is counted."""
    choice = choices.measure(frames)
    return address.choose_one(
        choice,
        lambda key: st.pills(
            choice.label,
            list(choice.names),
            format_func=choice.names.__getitem__,
            required=True,
            key=key,
            label_visibility="collapsed",
        ),
    )


def choose_sides() -> list[str]:
    """Whose people are counted; all sides at first."""
    return _choose_some(choices.sides())


def choose_voices(frames: Frames) -> Voices:
    """Whose figures count, by whom printed, and which of several reports is the value."""
    speakers, outlets = choose_speakers(frames), choose_outlets(frames)
    rule = choose_rule()
    return Voices(tuple(speakers), tuple(outlets), rule, tuple(rank_speakers(frames, rule)))


def choose_speakers(frames: Frames) -> list[str]:
    """Whose figures count; none chosen means everyone's."""
    return _choose_some(choices.speakers(heard_speakers(frames)), placeholder="Everyone")


def choose_outlets(frames: Frames) -> list[str]:
    """Who printed the figures that count; none chosen means everyone."""
    return _choose_some(choices.outlets(heard_outlets(frames)), placeholder="Everyone")


def choose_rule() -> str:
    """Which of several reports is the value."""
    choice = choices.rule()
    return address.choose_one(
        choice,
        lambda key: st.selectbox(
            choice.label,
            list(choice.names),
            format_func=lambda rule: choice.names[rule].capitalize(),
            key=key,
            help="Which of several reports is drawn as the value. Every report stays visible as a mark.",
        ),
    )


def rank_speakers(frames: Frames, rule: str) -> list[str]:
    """Under the rule of ranked speakers their order, the first choice first; under any other none."""
    if rule != "ranked":
        return []
    return _choose_some(
        choices.ranks(heard_speakers(frames)),
        placeholder="Choose the first one first",
        tip="The first of them who gives a number gives the value.",
    )


def choose_from_list(choice: Choice) -> str:
    """One of a choice's options, from a list that opens."""
    return address.choose_one(
        choice,
        lambda key: st.selectbox(
            choice.label, list(choice.names), format_func=choice.names.__getitem__, key=key
        ),
    )


def _choose_some(choice: Choice, placeholder: str | None = None, tip: str | None = None) -> list[str]:
    return address.choose_some(
        choice,
        lambda key: st.multiselect(
            choice.label,
            list(choice.names),
            format_func=choice.names.__getitem__,
            placeholder=placeholder,
            key=key,
            help=tip,
        ),
    )

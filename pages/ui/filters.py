"""What a reader chooses: every function draws a widget and returns ids, which the address holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import streamlit as st

from loaders import Frames
from pages.figures import choices
from pages.figures.choices import Choice
from pages.figures.voices import Voices
from pages.ui import address
from pages.ui.frames import heard_outlets, heard_speakers
from pages.ui.text import show_note

T = TypeVar("T")


def choose_operations(frames: Frames) -> list[str]:
    """The operation_ids to show, oldest first; all of them at first."""
    return choose_some(choices.operations(frames))


def choose_measure(frames: Frames) -> str:
    """What is counted."""
    choice = choices.measure(frames)
    return _choose_one(choice, st.pills, required=True, label_visibility="collapsed")


def choose_sides() -> list[str]:
    """Whose people are counted; all sides at first."""
    return choose_some(choices.sides())


def choose_voices(frames: Frames) -> Voices:
    """Whose figures count, by whom printed, and which of several reports is the value."""
    speakers = _choose_speakers(heard_speakers(frames))
    outlets = _choose_outlets(heard_outlets(frames))
    rule = choose_rule()
    return Voices(tuple(speakers), tuple(outlets), rule, tuple(rank_speakers(frames, rule)))


def choose_tellers(frames: Frames) -> Voices:
    """Whose figures and statements are shown, and by whom printed; by no rule, for none is chosen of them."""
    speakers = heard_speakers(frames, statements=True)
    outlets = heard_outlets(frames, statements=True)
    return Voices(tuple(_choose_speakers(speakers)), tuple(_choose_outlets(outlets)))


def _choose_speakers(ids: list[str]) -> list[str]:
    """None chosen means everyone's."""
    return choose_some(choices.speakers(ids), placeholder="Everyone")


def _choose_outlets(ids: list[str]) -> list[str]:
    """None chosen means everyone."""
    return choose_some(choices.outlets(ids), placeholder="Everyone")


def choose_rule() -> str:
    """Which of several reports is the value."""
    choice = choices.rule()
    return _choose_one(
        choice,
        st.selectbox,
        format_func=lambda rule: choice.names[rule].capitalize(),
        help="Which of several reports is drawn as the value. Every report stays visible as a mark.",
    )


def rank_speakers(frames: Frames, rule: str) -> list[str]:
    """Under the rule of ranked speakers their order, the first choice first; under any other none."""
    if rule != "ranked":
        return []
    ranked = choose_some(
        choices.ranks(heard_speakers(frames)),
        placeholder="Choose the first one first",
        tip="The first of them who gives a number gives the value.",
    )
    if not ranked:
        show_note("Choose one speaker or more: until then this rule finds no value.")
    return ranked


def choose_from_list(choice: Choice) -> str:
    """One of a choice's options, from a list that opens."""
    return _choose_one(choice, st.selectbox)


def choose_some(choice: Choice, placeholder: str | None = None, tip: str | None = None) -> list[str]:
    """Some of a choice's options, from a list that opens; it may be none, which the placeholder explains."""
    options = {"placeholder": placeholder, "help": tip}
    return address.choose_some(choice, _drawing(choice, st.multiselect, options))


def _choose_one(choice: Choice, widget: Callable[..., str | None], **options: Any) -> str:
    return address.choose_one(choice, _drawing(choice, widget, options))


def _drawing(choice: Choice, widget: Callable[..., T], options: Mapping[str, Any]) -> Callable[[str], T]:
    """What shows a choice under the key it gets; `options` are the widget's own."""
    in_words = {"format_func": choice.names.__getitem__, **options}
    return lambda key: widget(choice.label, list(choice.names), key=key, **in_words)

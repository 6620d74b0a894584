"""The view in the address: every choice under a stable name, with ids and not labels.

A choice is kept for the session, so it outlives a change of page, and is written to the query string in every
run, defaults too, so that a copied address still shows the same view when new articles arrive. An address
that asks for what is not there is answered with a line that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages.figures.choices import IGNORED, NOTHING, Choice, address_pairs
from pages.ui.text import show_note

_KEPT, _DROPPED, _HERE = "address_kept", "address_dropped", "address_here"


def begin() -> None:
    """Before a page runs: it has chosen nothing yet."""
    st.session_state[_HERE] = {}


def choose_one(choice: Choice, draw: Callable[[str], str | None]) -> str:
    """The one option that a widget or the address chose. `draw` shows the widget under the key it gets."""
    _seed(choice)
    chosen = draw(choice.name) or choice.default[0]
    _keep(choice.name, [chosen])
    return chosen


def choose_some(choice: Choice, draw: Callable[[str], Sequence[str]]) -> list[str]:
    """The options that a widget or the address chose; it may be none."""
    _seed(choice)
    chosen = list(choice.in_order(draw(choice.name)))
    _keep(choice.name, chosen)
    return chosen


def chosen_here() -> dict[str, list[str]]:
    """What the page has chosen, by name, as the address has it."""
    here: dict[str, list[str]] = st.session_state.get(_HERE, {})
    return {name: _written(name, chosen) for name, chosen in here.items()}


def settle(*others: str) -> None:
    """After a page's last choice: write all of them, and say in one line what of the address was left out.

    They are written at once, for each writing is a step of the browser's way back. `others` are names that
    the page reads itself.
    """
    written = {name: values for name, values in chosen_here().items() if values}
    for name in st.query_params:
        if name in others:
            written[name] = st.query_params.get_all(name)
        elif name not in chosen_here() and not name.startswith(IGNORED):
            _note_dropped(name, st.query_params.get_all(name))
    if {name: st.query_params.get_all(name) for name in st.query_params} != written:
        st.query_params.from_dict(written)
    _show_dropped()


def _show_dropped() -> None:
    dropped: dict[str, list[str]] = st.session_state.get(_DROPPED, {})
    if dropped:
        parts = "; ".join(f"{name} {', '.join(values)}" for name, values in dropped.items())
        show_note(f"Left out of the address, because it is not in this data: {parts}.")


def _seed(choice: Choice) -> None:
    """Give the widget its value before it is drawn: the address if it changed, else what was kept."""
    name, kept = choice.name, st.session_state.setdefault(_KEPT, {})
    asked = st.query_params.get_all(name)
    if asked and asked != _written(name, kept.get(name)):
        wanted = [value for value in asked if value in choice.names]
        nothing = choice.many and asked == [NOTHING]
        _note_dropped(name, [] if nothing else [value for value in asked if value not in choice.names])
    elif name in st.session_state and _valid(st.session_state[name], choice):
        if _as_list(st.session_state[name]) != kept.get(name):
            st.session_state.pop(_DROPPED, None)  # a new choice: the line about the old address has been read
        # Set again, or a widget of the same key on another page would start from nothing.
        st.session_state[name] = st.session_state[name]
        return
    else:
        wanted = [value for value in kept.get(name, choice.default) if value in choice.names]
        nothing = kept.get(name) == []
    chosen = wanted if wanted or nothing else list(choice.default)
    st.session_state[name] = chosen if choice.many else chosen[0]


def _valid(value: object, choice: Choice) -> bool:
    return all(item in choice.names for item in _as_list(value))


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _keep(name: str, chosen: list[str]) -> None:
    st.session_state[_KEPT][name] = chosen
    st.session_state.setdefault(_HERE, {})[name] = chosen


def _written(name: str, chosen: list[str] | None) -> list[str]:
    """A choice as the address has it."""
    return [value for _, value in address_pairs({name: chosen or []})] if chosen is not None else []


def _note_dropped(name: str, values: list[str]) -> None:
    dropped = st.session_state.setdefault(_DROPPED, {})
    dropped.pop(name, None)
    if values:
        dropped[name] = values

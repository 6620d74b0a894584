"""The view in the address: every choice under a stable name, with ids and not labels.

A choice is kept for the session, so it outlives a change of page, and is written to the query string on every
run, defaults too, so that a copied address still shows the same view when new articles arrive. An address
that asks for what is not there is answered with a line that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages.ui.text import show_note

_KEPT, _DROPPED = "address_kept", "address_dropped"


def choose_one(
    name: str,
    options: Sequence[str],
    default: str,
    draw: Callable[[str], str | None],
) -> str:
    """The one option that a widget or the address chose. `draw` shows the widget under the key it gets."""
    _seed(name, options, [default], single=True)
    chosen = draw(name) or default
    _keep(name, [chosen])
    return chosen


def choose_some(
    name: str,
    options: Sequence[str],
    default: Sequence[str],
    draw: Callable[[str], Sequence[str]],
) -> list[str]:
    """The options that a widget or the address chose, in the order of `options`; it may be none."""
    _seed(name, options, default, single=False)
    chosen = set(draw(name))
    ordered = [option for option in options if option in chosen]
    _keep(name, ordered)
    return ordered


def choose_in_order(
    name: str,
    options: Sequence[str],
    draw: Callable[[str], Sequence[str]],
) -> list[str]:
    """The options that a widget or the address chose, in the order of the choosing; none at first."""
    _seed(name, options, [], single=False)
    chosen = list(draw(name))
    _keep(name, chosen)
    return chosen


def show_dropped() -> None:
    """Say in one line which values of the address were not understood, if any."""
    dropped: dict[str, list[str]] = st.session_state.get(_DROPPED, {})
    if dropped:
        parts = "; ".join(f"{name} {', '.join(values)}" for name, values in dropped.items())
        show_note(f"Left out of the address, because it is not in this data: {parts}.")


def _seed(name: str, options: Sequence[str], default: Sequence[str], *, single: bool) -> None:
    """Give the widget `name` its value before it is drawn: the address if it changed, else what was kept."""
    kept = st.session_state.setdefault(_KEPT, {})
    asked = st.query_params.get_all(name)
    if asked and asked != kept.get(name):
        wanted = [value for value in asked if value in options]
        _note_dropped(name, [value for value in asked if value not in options])
    elif name in st.session_state and _valid(st.session_state[name], options):
        if _as_list(st.session_state[name]) != kept.get(name):
            st.session_state.pop(_DROPPED, None)  # a new choice: the line about the old address has been read
        # Set again, or a widget of the same key on another page would start from nothing.
        st.session_state[name] = st.session_state[name]
        return
    else:
        wanted = [value for value in kept.get(name, default) if value in options]
    chosen = wanted or list(default)
    st.session_state[name] = chosen[0] if single else chosen


def _valid(value: object, options: Sequence[str]) -> bool:
    return all(item in options for item in _as_list(value))


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _keep(name: str, chosen: list[str]) -> None:
    st.session_state[_KEPT][name] = chosen
    if st.query_params.get_all(name) != chosen:
        st.query_params[name] = chosen


def _note_dropped(name: str, values: list[str]) -> None:
    dropped = st.session_state.setdefault(_DROPPED, {})
    dropped.pop(name, None)
    if values:
        dropped[name] = values

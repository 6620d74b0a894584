"""What a reader picked on a page: the key of a mark, a row or a cell, until another one is picked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

# Streamlit tells a page of clicks on its own widgets alone: this tells it of those on our tables' buttons.
_listener = st.components.v2.component(
    "picked_button",
    js="""
    export default function ({ setTriggerValue }) {
        const pick = (event) => {
            const button = event.target.closest("button[data-pick]");
            if (!button) return;
            button.scrollIntoView({ block: "nearest" });
            setTriggerValue("picked", button.dataset.pick);
        };
        document.addEventListener("click", pick);
        return () => document.removeEventListener("click", pick);
    }
    """,
)


def current_pick(page: str) -> str | None:
    """The key that was picked last on a page; None where nothing is."""
    key: str | None = st.session_state.get(_name(page))
    return key


def pick_on_chart(page: str, chart: str) -> Callable[[], None]:
    """A callback for the chart of that widget key: picks by the `customdata` of the mark that was clicked."""

    def pick() -> None:
        points = st.session_state[chart]["selection"]["points"]
        _keep(page, _scalar(points[0].get("customdata")) if points else None)

    return pick


def pick_on_map(page: str, deck: str) -> Callable[[], None]:
    """A callback for the map of that widget key: picks by the `key` in the data of the mark."""

    def pick() -> None:
        objects = st.session_state[deck]["selection"]["objects"]
        marks = [mark for marks in objects.values() for mark in marks]
        _keep(page, _scalar(marks[0].get("key")) if marks else None)

    return pick


def pick_in_table(page: str, table: str, keys: Sequence[str]) -> Callable[[], None]:
    """A callback for the table of that widget key, whose rows have `keys`."""

    def pick() -> None:
        cells = st.session_state[table]["selection"]["cells"]
        _keep(page, keys[cells[0][0]] if cells and cells[0][0] < len(keys) else None)

    return pick


def listen_to_buttons(page: str) -> None:
    """Let every button of the page's own HTML pick the key that it has as `data-pick`."""
    name = f"{page}_buttons"

    def pick() -> None:
        _keep(page, _scalar(st.session_state[name]["picked"]))

    _listener(key=name, on_picked_change=pick, height=0)


def show_close(page: str) -> None:
    """A button that picks nothing any more."""
    st.button("Close", key=f"{page}_close", type="tertiary", on_click=_keep, args=(page, None))


def _keep(page: str, key: str | None) -> None:
    st.session_state[_name(page)] = key


def _scalar(customdata: Any) -> str | None:
    found = customdata[0] if isinstance(customdata, list) and customdata else customdata
    return found if isinstance(found, str) else None


def _name(page: str) -> str:
    return f"{page}_picked"

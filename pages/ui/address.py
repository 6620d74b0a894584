"""The view in the address: every choice under a stable name, with ids and not labels.

A choice is kept for the session, so it outlives a change of page, and is written to the query string in every
run, defaults too: a copied address still shows the same view when new articles arrive. An address that is not
the one that was written last decides alone, so the browser's way back undoes every choice; where it asks for
what is not there, a line says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from pages.figures.choices import IGNORED, NOTHING, Choice, address_pairs
from pages.ui.text import show_note

# Of a session: what is chosen, by name; the address written last; the page it is on, and what was left out of
# that page's address. Of a run: whether it comes from another page, and what its page has chosen, by name.
_KEPT, _WRITTEN, _PAGE, _DROPPED = "address_kept", "address_written", "address_page", "address_dropped"
_MOVED, _HERE = "address_moved", "address_here"

NOT_THERE, TOO_MANY, UNREAD = (
    "not in this data",
    "only one can be chosen",
    "nothing on this page is called so",
)
MOST_LETTERS = 100
"""Of a text to look for."""


def begin(page: str) -> None:
    """Before a page runs, which is at that path: it has chosen nothing yet."""
    st.session_state[_MOVED] = st.session_state.get(_PAGE) != page
    if st.session_state[_MOVED]:
        st.session_state.pop(_DROPPED, None)
    st.session_state[_PAGE] = page
    st.session_state[_HERE] = {}


def choose_one(choice: Choice, draw: Callable[[str], Any], state: Callable[[str], object] = str) -> str:
    """The one option that a widget or the address chose.

    `draw` shows the widget under the key it gets; its None is the default. `state` makes of an id what the
    widget holds.
    """
    known = _known(choice) or list(choice.default)
    _note_dropped(choice.name, known[1:], TOO_MANY)
    st.session_state[choice.name] = state(known[0])
    drawn = draw(choice.name)
    chosen = choice.default[0] if drawn is None else str(drawn)
    _keep(choice.name, [] if choice.unsaid and chosen == choice.default[0] else [chosen])
    return chosen


def choose_some(choice: Choice, draw: Callable[[str], Sequence[str]]) -> list[str]:
    """The options that a widget or the address chose; it may be none."""
    known = _known(choice)
    st.session_state[choice.name] = list(choice.default) if known is None else known
    chosen = list(choice.in_order(draw(choice.name)))
    _keep(choice.name, chosen)
    return chosen


def choose_text(name: str, draw: Callable[[str], str | None]) -> str:
    """The text that a reader or the address gave, of MOST_LETTERS at most; it may be empty."""
    first, *more = _wanted(name) or [""]
    _note_dropped(name, more, TOO_MANY)
    st.session_state[name] = first[:MOST_LETTERS]
    text = draw(name) or ""
    _keep(name, [text] if text else [])
    return text


def chosen_here() -> dict[str, list[str]]:
    """What the page has chosen, by name, as the address has it."""
    here: dict[str, list[str]] = st.session_state.get(_HERE, {})
    return {name: [value for _, value in address_pairs({name: chosen})] for name, chosen in here.items()}


def settle(*others: str) -> None:
    """After a page's last choice: write all of them, and say in one line what of the address was left out.

    They are written at once, for each writing is a step of the browser's way back. `others` are names that
    the page reads itself.
    """
    here, asked = chosen_here(), _asked()
    # What other pages of this session chose is no news: the browser can set it beside this page's name.
    known = {*here, *others, *st.session_state.get(_KEPT, {})}
    for name, values in asked.items():
        if name not in known and not name.startswith(IGNORED):
            _note_dropped(name, values, UNREAD)
    read = {name: values for name, values in asked.items() if name in others}
    written = {name: values for name, values in (here | read).items() if values}
    if asked != written:
        st.query_params.from_dict(written)
    st.session_state[_WRITTEN] = written
    _show_dropped()


def _asked() -> dict[str, list[str]]:
    """The address as it is."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _show_dropped() -> None:
    dropped: dict[tuple[str, str], list[str]] = st.session_state.get(_DROPPED, {})
    if dropped:
        parts = "; ".join(f"{name} {', '.join(said)} ({why})" for (name, why), said in dropped.items())
        show_note(f"Left out of the address: {parts}.")


def _known(choice: Choice) -> list[str] | None:
    """Those of a choice's ids that are wanted, in the order wanted; None where nothing that is there is.

    None is wanted of `many` where the address or the widget is empty.
    """
    wanted = _wanted(choice.name)
    if wanted is None:
        return None
    known = [one for one in wanted if one in choice.names]
    _note_dropped(choice.name, [one for one in wanted if one not in choice.names], NOT_THERE)
    return known if known or not wanted else None


def _wanted(name: str) -> list[str] | None:
    """What the address says where it decides, else the widget, else what was kept; else None."""
    kept: list[str] | None = st.session_state.setdefault(_KEPT, {}).get(name)
    if _address_decides():
        dropped = st.session_state.get(_DROPPED, {})
        st.session_state[_DROPPED] = {which: said for which, said in dropped.items() if which[0] != name}
        asked = st.query_params.get_all(name)
        return [one for one in asked if one != NOTHING] if asked else None
    if name not in st.session_state:
        return kept
    held = st.session_state[name]
    said = [str(one) for one in (held if isinstance(held, list) else [held]) if one not in (None, "")]
    if said != kept:
        st.session_state.pop(_DROPPED, None)  # a new choice: the line about the old address has been read
    return said


def _address_decides() -> bool:
    """Whether a reader opened this address, went back to it or wrote it; the menu leads to an empty one."""
    asked = _asked()
    return asked != st.session_state.get(_WRITTEN) and (bool(asked) or not st.session_state.get(_MOVED))


def _keep(name: str, chosen: list[str]) -> None:
    st.session_state[_KEPT][name] = chosen
    st.session_state.setdefault(_HERE, {})[name] = chosen


def _note_dropped(name: str, values: list[str], why: str) -> None:
    if values:
        st.session_state.setdefault(_DROPPED, {})[name, why] = values

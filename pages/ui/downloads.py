"""Buttons that make a file when they are clicked, and say in a sentence why one was not made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from pages.export.files import IMAGES, TABLES
from pages.export.images import TooLargeError
from pages.export.renderer import ImageError
from pages.export.spreadsheet import TooManyRowsError
from pages.ui.text import show_note

FORMATS = IMAGES | TABLES
# Errors whose text is a sentence for the one who asked.
TOLD = (ImageError, TooLargeError, TooManyRowsError)
UNTOLD = "The server's log says why."
_FAILED = "failed_downloads"

# Streamlit makes the file on a thread of its own. Of a failure it tells the browser that there is one, and
# the page nothing: this lets the page run again then. It must not run after every click, for Streamlit
# deletes a file that was made as the second run after it ends.
_watcher = st.components.v2.component(
    "failed_download",
    js="""
    export default function ({ setTriggerValue }) {
        const failed = "[data-testid=stDownloadButtonError]";
        const watch = new MutationObserver((changes) => {
            const added = changes.flatMap((change) => [...change.addedNodes]);
            if (added.some((node) => node.matches?.(failed) || node.querySelector?.(failed))) {
                setTriggerValue("failed", true);
            }
        });
        watch.observe(document.body, { childList: true, subtree: true });
        return () => watch.disconnect();
    }
    """,
)


def watch_downloads() -> None:
    """Let downloads that fail be told of at once, and until the next run. Once, before the buttons."""
    told = _watcher(key="failed_download", on_failed_change=lambda: None, height=0)
    if not told.failed:
        _failed().clear()


def show_downloads(files: Mapping[str, Callable[[], bytes]], name: str, choice: str = "") -> None:
    """A row of buttons, one for each format, and what makes its file; below it, which were not made.

    Each `choice` has buttons of its own: no click can ask for the file of another.
    """
    failed = _failed()
    keys = {form: f"download_{form}_{choice}" for form in files}
    with st.container(horizontal=True):
        for form, make in files.items():
            st.download_button(
                _short(form),
                _told(make, failed, keys[form]),
                file_name=f"{name}.{form}",
                mime=FORMATS[form].media_type,
                help=FORMATS[form].words,
                on_click="ignore",
                key=keys[form],
            )
    for form, key in keys.items():
        if key in failed:
            show_note(f"{_short(form)}: no file was made. {failed[key]} {_still_there(form)}")


def _failed() -> dict[str, str]:
    """Why files were not made, by the key of their button; what makes files writes to it."""
    failed: dict[str, str] = st.session_state.setdefault(_FAILED, {})
    return failed


def _told(make: Callable[[], bytes], failed: dict[str, str], key: str) -> Callable[[], bytes]:
    """`make`, which notes in `failed`, under a key, why there is no file."""

    def make_or_tell() -> bytes:
        failed.pop(key, None)
        try:
            return make()
        except Exception as error:
            failed[key] = str(error) if isinstance(error, TOLD) else UNTOLD
            raise

    return make_or_tell


def _short(form: str) -> str:
    """A format on its button."""
    return TABLES[form].words if form in ("xlsx", "parquet") else form.upper()


def _still_there(form: str) -> str:
    """What can be had where a format cannot."""
    if FORMATS[form].by_browser:
        return "HTML, the tables, and the camera sign on the picture do without the server's browser."
    return "The other formats are made apart from it."

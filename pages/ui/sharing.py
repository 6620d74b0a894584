"""What leads others to a view: its link, and the code that shows it on another page."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from loaders import Frames
from pages.export.printed import SIZES
from pages.export.sheet import Sheet
from pages.export.sheets import NothingChosenError
from pages.figures.choices import Query
from pages.ui.address import chosen_here
from pages.ui.links import dashboard_address, page_address
from pages.ui.settings import current_settings
from pages.ui.sheets import shown_by
from pages.ui.text import show_note

# Pixels: the width of an embedded image, and the height of a page's frame.
COLUMN, FRAME_HEIGHT = SIZES["column"], 900
_SHEET = "sheet_here"

_copier = st.components.v2.component(
    "copy_link",
    html='<button type="button">Copy link</button><span role="status"></span>',
    css="""
    :host, div { display: flex; align-items: center; }
    button {
      min-height: 2.5rem; padding: 0.25rem 0.75rem; cursor: pointer;
      font: inherit; font-size: 0.875rem; white-space: nowrap;
      border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
      background: var(--st-background-color); color: var(--st-text-color);
      background: hsl(from var(--st-background-color) h s calc(l + 3)); /* as Streamlit's own beside it */
    }
    :is(button:hover, button:focus-visible) {
      border-color: var(--st-primary-color); color: var(--st-primary-color);
    }
    button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
    span:not(:empty) { margin-left: 0.6rem; font-size: 0.875rem; }
    """,
    js="""
    // In a frame, and without TLS, browsers keep the clipboard from scripts: then the older way.
    function copyTheOldWay(text) {
        const field = document.createElement("textarea");
        field.value = text;
        field.style.position = "fixed";
        field.style.opacity = "0";
        document.body.append(field);
        field.select();
        const copied = document.execCommand("copy");
        field.remove();
        return copied;
    }
    async function copy(text) {
        try {
            await navigator.clipboard.writeText(text);
            return true;
        } catch {
            return copyTheOldWay(text);
        }
    }
    export default function ({ parentElement, data }) {
        const button = parentElement.querySelector("button");
        const status = parentElement.querySelector("span");
        button.dataset.link = data.link;
        button.onclick = async () => {
            status.textContent = (await copy(data.link)) ? "Copied" : data.link;
            button.focus();
        };
    }
    """,
)


def show_link() -> None:
    """A button that copies the full address of the view, also of a page in a frame."""
    _copier(key="copy_link", data={"link": page_address()}, width="content", height="content")


def sheet_here(figure: str, frames: Frames) -> Sheet:
    """The sheet of the figure that the page shows; the last one is kept while a dialog is used.

    Raises:
        NothingChosenError: there is nothing to draw.
    """
    shown = shown_by(figure, frames, Query(chosen_here()), dashboard_address())
    key = (figure, shown.stamp.link, shown.stamp.data_version)
    if st.session_state.get(_SHEET, (None,))[0] != key:
        st.session_state[_SHEET] = key, shown.sheet()
    sheet: Sheet = st.session_state[_SHEET][1]
    return sheet


@st.dialog("Embed", width="medium")
def show_embedding(figure: str, frames: Frames) -> None:
    """The code of a frame with the page, and of the figure as an image with its words."""
    try:
        sheet = sheet_here(figure, frames)
    except NothingChosenError as error:
        show_note(str(error))
        return
    settings = current_settings()
    show_local_address()
    st.subheader("The figure as an image")
    if settings.figure_links:
        st.write(
            f"{COLUMN} pixels wide, with its sources on it. It changes when articles are added: for a figure "
            "that must stay as it is, use Export."
        )
        st.code(image_code(sheet, image_address(sheet)), language="html", wrap_lines=True)
    else:
        show_note("Links to figures are switched off on this server.")
    st.subheader("The page in a frame")
    if not settings.framed_by:
        show_note(
            "Browsers show this page in frames of this host alone, until whoever runs the dashboard names "
            "other hosts in the environment variable FRAMED_BY."
        )
    st.code(frame_code(sheet), language="html", wrap_lines=True)


def show_local_address() -> None:
    """Say so where the addresses that leave this page can be opened on this machine alone."""
    if urlsplit(dashboard_address()).hostname in ("localhost", "127.0.0.1", "::1"):
        show_note(
            "The address in what you take along opens on this machine alone. Whoever hosts the dashboard "
            "names its public address in the environment variable PUBLIC_ADDRESS."
        )


def image_address(sheet: Sheet) -> str:
    """The address of a figure as an image as wide as a column of text, with enough pixels for any screen."""
    size = urlencode({"size": "column", "scale": "2"})
    return f"{dashboard_address()}/figures/{sheet.name}.png?{sheet.link.partition('?')[2]}&{size}"


def image_code(sheet: Sheet, address: str) -> str:
    """HTML that shows the figure, and says it to those who do not see it."""
    return (
        f'<a href="{escape(sheet.link)}"><img src="{escape(address)}" width="{COLUMN}" '
        f'style="max-width: 100%; height: auto" alt="{escape(sheet.alt)}"></a>'
    )


def frame_code(sheet: Sheet) -> str:
    """HTML that shows the page in a frame."""
    address = f"{sheet.link}{'&' if '?' in sheet.link else '?'}embed=true"
    return (
        f'<iframe src="{escape(address)}" title="{escape(sheet.title)}" width="100%" height="{FRAME_HEIGHT}" '
        'style="border: 0" loading="lazy" allow="clipboard-write"></iframe>'
    )

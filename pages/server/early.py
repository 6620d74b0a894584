"""The scripts of a page with a chart are fetched with the page, and not once their first element is sent.

That which draws charts is the largest of Streamlit's files, and a browser takes long to begin with it. A
header of the page names it and those of the other elements, and the browser fetches all at once: so the
others are there when it begins, and a reader has the words and filters while it does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.datastructures import MutableHeaders

from pages.ui.settings import base_path

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGES_WITH_CHARTS = ("/", "/disagreement")
CHART = "PlotlyChart"
ELEMENTS = ("Multiselect", "Selectbox", "ButtonGroup", "Button", "BidiComponent", "Html", "DataFrame", CHART)
SERVED = Path(st.__file__).parent / "static"
SCRIPTS = Path("static", "js")
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


class EarlyScripts:
    """Middleware that names the scripts, and those that they need, in a header of the pages with a chart."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        base = base_path()
        self.pages = {f"{base}{page}" for page in PAGES_WITH_CHARTS}
        self.link = ", ".join(
            f'<{base}/static/js/{name}>; rel="modulepreload"; crossorigin' for name in scripts_of(*ELEMENTS)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the header where it is a page with a chart."""

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("link", self.link)
            await send(message)

        wanted = self.link and scope["type"] == "http" and scope["path"] in self.pages
        await self.app(scope, receive, send_with_link if wanted else send)


def scripts_of(*names: str, served: Path = SERVED) -> list[str]:
    """The files of Streamlit's scripts and of what they import, but for those that every page names.

    Their names change with every version of Streamlit. None where there is no such script.
    """
    named = (served / "index.html").read_text(encoding="utf-8")
    found: list[str] = []
    wanted = [path.name for name in names for path in (served / SCRIPTS).glob(f"{name}.*.js")]
    while wanted:
        file = wanted.pop(0)
        if file not in found and file not in named:
            found.append(file)
            wanted += IMPORTED.findall((served / SCRIPTS / file).read_text(encoding="utf-8"))
    return found

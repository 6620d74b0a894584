"""The script that draws charts is fetched with the page, and not once its first chart is sent.

It is the largest of Streamlit's files, and Streamlit asks for it last: after a page has its session, and with
the files of everything else on the page. A header of the page names it, and the browser fetches it at once.
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
SCRIPT = "PlotlyChart"
SERVED = Path(st.__file__).parent / "static"
SCRIPTS = Path("static", "js")
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


class EarlyScripts:
    """Middleware that names the script, and those that it needs, in a header of the pages with a chart."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        base = base_path()
        self.pages = {f"{base}{page}" for page in PAGES_WITH_CHARTS}
        self.link = ", ".join(
            f'<{base}/static/js/{name}>; rel="modulepreload"; crossorigin' for name in scripts_of(SCRIPT)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the header where it is a page with a chart."""

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("link", self.link)
            await send(message)

        wanted = self.link and scope["type"] == "http" and scope["path"] in self.pages
        await self.app(scope, receive, send_with_link if wanted else send)


def scripts_of(name: str, served: Path = SERVED) -> list[str]:
    """The files of one of Streamlit's scripts and of what it imports, but for those that every page names.

    Their names change with every version of Streamlit. None where there is no such script.
    """
    named = (served / "index.html").read_text(encoding="utf-8")
    found: list[str] = []
    wanted = [path.name for path in (served / SCRIPTS).glob(f"{name}.*.js")]
    while wanted:
        file = wanted.pop()
        if file not in found and file not in named:
            found.append(file)
            wanted += IMPORTED.findall((served / SCRIPTS / file).read_text(encoding="utf-8"))
    return found

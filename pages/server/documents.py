"""The HTML documents in which pages open: Streamlit's own, with what a reader should not wait for.

Streamlit has one document for every page; what stands on a page comes later, over a session. Each page has
its own here. It has its title, for tabs and for the previews of shared links. It names the script that draws
the page's chart, the largest of Streamlit's files, which is asked for last where nothing names it: once the
first chart is sent. It says where the server is, which Streamlit looks for below the page's own path first.
And its placeholders stand still. Streamlit shows one for every element whose script is on its way; together
they move for as long as the chart is awaited, and where no graphics card draws them the processor does, which
is needed for the chart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from pages.ui.menu import MENU, Entry, name_in_tabs

SERVED = Path(st.__file__).parent / "static"
SCRIPTS = Path("static", "js")
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
# Streamlit reads this where it is hosted by others. Pages lie in the folder of the server.
WHERE = '<script>window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href }</script>'
STILL = "<style>[data-testid=stSkeleton] { animation: none !important }</style>"


def documents_below(base: str) -> list[Route]:
    """A route to the document of every page, under the path that the server has on its host."""
    return [Route(f"{base}/{entry.path}", _answer_with(document_of(entry))) for entry in MENU]


def document_of(entry: Entry, served: Path = SERVED) -> str:
    """The document in which a page opens, made from the one that lies in `served`."""
    scripts = scripts_of(entry.drawn_by, served) if entry.drawn_by else []
    own = [
        f"<title>{escape(name_in_tabs(entry.title))}</title>",
        f'<meta name="description" content="{escape(entry.told)}">',
        *(
            f'<link rel="modulepreload" crossorigin href="./{(SCRIPTS / name).as_posix()}">'
            for name in scripts
        ),
        WHERE,
        STILL,
    ]
    streamlits = TITLE.sub("", _index_of(served), count=1)
    return streamlits.replace("</head>", "\n".join([*own, "</head>"]), 1)


def scripts_of(name: str, served: Path = SERVED) -> list[str]:
    """The files of one of Streamlit's scripts and of what it imports, but for those that every page names.

    Their names change with every version of Streamlit. None where there is no such script.
    """
    named = _index_of(served)
    found: list[str] = []
    wanted = [path.name for path in (served / SCRIPTS).glob(f"{name}.*.js")]
    while wanted:
        file = wanted.pop()
        if file not in found and file not in named:
            found.append(file)
            wanted += IMPORTED.findall((served / SCRIPTS / file).read_text(encoding="utf-8"))
    return found


def _index_of(served: Path) -> str:
    return (served / "index.html").read_text(encoding="utf-8")


def _answer_with(document: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
        return HTMLResponse(document, headers={"cache-control": "no-cache"})

    return answer

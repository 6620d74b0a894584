"""What the server answers itself: the pages' documents, figures by link, its health, and headers on all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages.export import renderer
from pages.server.documents import documents_below
from pages.server.figures import FigureLinks
from pages.server.headers import OwnPages, SafeHeaders
from pages.server.health import answer_health
from pages.server.sockets import send_at_once
from pages.ui.settings import Settings, base_path

SWITCHED_OFF = "Links to figures are switched off on this server."


def routes_of(settings: Settings) -> list[Route]:
    """The routes to the pages' documents and beside them, under the path that the server has on its host.

    All that lies below /figures is ours, or Streamlit would answer what is not there with a page.
    """
    answer = FigureLinks(settings).answer if settings.figure_links else _switched_off
    base = base_path()
    return [
        *documents_below(base),
        Route(f"{base}/health", answer_health),
        Route(f"{base}/figures", answer),
        Route(f"{base}/figures/{{file:path}}", answer),
    ]


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:  # noqa: ARG001 - Starlette's signature
    """While the server runs, its answers leave at once. At its end the Chrome that draws images ends too."""
    send_at_once()
    yield
    await asyncio.to_thread(renderer.stop)


def middleware_of(settings: Settings) -> list[Middleware]:
    """What every answer and session passes, pages too."""
    return [
        Middleware(SafeHeaders, settings=settings),
        Middleware(OwnPages, settings=settings),
    ]


def _switched_off(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
    return PlainTextResponse(f"{SWITCHED_OFF}\n", 404)

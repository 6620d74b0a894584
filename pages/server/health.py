"""`GET /health`: whether the articles can be read, and which state of them is shown."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from pages.export.renderer import has_browser
from pages.ui.frames import current_frames
from pages.ui.sheets import content_version

if TYPE_CHECKING:
    from starlette.requests import Request

log = logging.getLogger(__name__)


def answer_health(request: Request) -> JSONResponse:  # noqa: ARG001 - Starlette's signature
    """Counts and data version; 503 where the articles cannot be read, with the reason in the log alone."""
    try:
        frames = current_frames()
        told = {
            "status": "ok",
            "data_version": content_version(frames),
            "articles": len(frames.articles),
            "claims": len(frames.claims),
            "operations": len(frames.operations),
            "not_read": len(frames.problems),
            "images": has_browser(),
        }
    except Exception:
        log.exception("The articles could not be read")
        return JSONResponse({"status": "the articles cannot be read"}, 503, {"cache-control": "no-store"})
    return JSONResponse(told, headers={"cache-control": "no-store"})

"""Headers on every answer: who may frame a page, and that nobody guesses what a file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from pages.ui.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class SafeHeaders:
    """Middleware that adds headers where an answer has none of its own by that name."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.headers = safe_headers(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def safe_headers(settings: Settings) -> dict[str, str]:
    """The headers. Pages can be framed by themselves alone, and by the origins that are set."""
    headers = {
        "content-security-policy": f"frame-ancestors {settings.ancestors}",
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
    }
    # The older header knows no list: where other origins are set it would forbid them.
    return headers if settings.framed_by else {**headers, "x-frame-options": "SAMEORIGIN"}

"""Who may do what from elsewhere: headers on every answer, and whose pages open sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.websockets import WebSocket

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


class OwnPages:
    """Middleware that opens sessions, which are websockets, for pages of this host alone.

    Streamlit refuses the others too. But it first asks an outside host for the machine's own address, with
    all readers waiting: any page that a reader has open elsewhere could make it do so.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.public = urlsplit(settings.address).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or go on."""
        if scope["type"] == "websocket" and not self._is_own(Headers(scope=scope)):
            await WebSocket(scope, receive, send).close()  # before it is accepted: answered 403
        else:
            await self.app(scope, receive, send)

    def _is_own(self, headers: Headers) -> bool:
        """Browsers always name the origin; a program that names none has no reader's cookies."""
        origin = headers.get("origin")
        if origin is None:
            return True
        try:
            host = urlsplit(origin).netloc
        except ValueError:  # no address at all
            return False
        return bool(host) and host in (headers.get("host"), self.public)

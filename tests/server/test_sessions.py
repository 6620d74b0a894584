"""Whose pages open sessions with the server."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages.server import middleware_of
from pages.ui.settings import Settings

PUBLIC = Settings(address="https://news.example/tolls")


async def answer(socket: WebSocket) -> None:
    """Stands for Streamlit's sessions."""
    await socket.accept()
    await socket.send_text("open")
    await socket.close()


def is_opened(settings: Settings, headers: dict[str, str]) -> bool:
    app = Starlette(routes=[WebSocketRoute("/stream", answer)], middleware=middleware_of(settings))
    try:
        with TestClient(app).websocket_connect("/stream", headers=headers) as socket:
            return socket.receive_text() == "open"
    except WebSocketDisconnect:
        return False


@pytest.mark.parametrize(
    ("settings", "host", "origin", "opened"),
    [
        (Settings(), "localhost:8501", "http://localhost:8501", True),
        (Settings(), "news.example", "https://news.example", True),
        (Settings(), "localhost:8501", None, True),
        (Settings(), "localhost:8501", "https://other.example", False),
        (Settings(), "localhost:8501", "http://localhost:9000", False),
        (Settings(), "localhost:8501", "null", False),
        (Settings(), "localhost:8501", "", False),
        (PUBLIC, "127.0.0.1:8501", "https://news.example", True),
        (PUBLIC, "127.0.0.1:8501", "https://other.example", False),
        (PUBLIC, "127.0.0.1:8501", "https://news.example.other.example", False),
    ],
)
def test_a_session_is_opened_for_pages_of_this_host(
    settings: Settings, host: str, origin: str | None, opened: bool
) -> None:
    headers = {"host": host} | ({} if origin is None else {"origin": origin})
    assert is_opened(settings, headers) is opened

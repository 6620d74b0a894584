"""Runs a page's script as a visit does, over frames of the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import frames as page_frames

PAGES = Path(__file__).resolve().parents[2] / "pages"

Open = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page by its script, over those frames; `query` is what its address says."""

    def open_it(script: str, frames: Any, **query: Any) -> AppTest:
        monkeypatch.setattr(page_frames, "current_frames", lambda: frames)
        page_frames._heard.clear()  # type: ignore[attr-defined]
        app = AppTest.from_file(str(PAGES / script), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return open_it


def text_of(app: AppTest) -> str:
    """All HTML that a page shows."""
    return "\n".join(element.proto.body for element in app.get("html"))

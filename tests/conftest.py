"""What every test stands on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def originals_folder() -> Iterator[Path | None]:
    """The folder that ARTICLES_DIR named when the tests began, or None.

    The variable itself is taken away, so that pages and loaders read the project's own digests and every
    test gives the same result on every machine; a test that means the originals asks for this fixture.
    """
    named = os.environ.get("ARTICLES_DIR")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("ARTICLES_DIR", raising=False)
        yield Path(named) if named else None

from __future__ import annotations

import os
from pathlib import Path

import pytest

import loaders
from pages.ui import frames as page_frames
from tests import samples


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.txt").write_text("Nothing happened.", encoding="utf-8")
    monkeypatch.setenv("ARTICLES_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were read, in order."""
    seen: list[str] = []

    def load(path: str) -> loaders.Frames:
        seen.append(path)
        return samples.one()

    monkeypatch.setattr(loaders, "load", load)
    page_frames._load.clear()  # type: ignore[attr-defined]
    return seen


def test_articles_are_read_once_until_they_change(folder: Path, reads: list[str]) -> None:
    first, second = page_frames.current_frames(), page_frames.current_frames()
    assert first is second
    assert reads == [str(folder)]
    (folder / "two.txt").write_text("Nothing happened again.", encoding="utf-8")
    page_frames.current_frames()
    assert reads == [str(folder)] * 2


def test_a_rewritten_article_of_the_same_size_is_a_new_version(folder: Path) -> None:
    before = page_frames.data_version(folder)
    stat = (folder / "one.txt").stat()
    os.utime(folder / "one.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert page_frames.data_version(folder) != before


@pytest.mark.usefixtures("folder")
def test_speakers_are_heard_alone() -> None:
    page_frames._heard.clear()  # type: ignore[attr-defined]
    full = samples.full()
    heard = page_frames.frames_of_speakers(full, ["Israeli military"])
    assert set(heard.claims["attributed_to"]) == {"Israeli military"}
    assert set(heard.estimates["measure"]) == {"killed", "detained", "troops"}
    assert page_frames.frames_of_speakers(full, []) is full
    own = page_frames.frames_of_speakers(full, [page_frames.OWN_VOICE])
    assert own.claims["attributed_to"].isna().all()

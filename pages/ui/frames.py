"""The frames that a page stands on, read once per version of the data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import streamlit as st

import loaders
from loaders import Frames

PROJECT = Path(__file__).resolve().parents[2]
VOCABULARIES = PROJECT / "data"


def current_frames() -> Frames:
    """The frames of the articles folder as it is now: that of ARTICLES_DIR, else data/articles.

    They are read once per version of the files and shared by every visitor: do not change them.
    """
    folder = articles_folder()
    return _load(str(folder), data_version(folder))


def articles_folder() -> Path:
    """Where the articles are."""
    return Path(os.environ.get("ARTICLES_DIR") or VOCABULARIES / "articles")


def data_version(folder: Path) -> str:
    """Changes whenever an article or a vocabulary is added, removed or written to. It reads no file."""
    stamps = "\n".join(
        f"{path} {stat.st_size} {stat.st_mtime_ns}" for path in _files(folder) for stat in [path.stat()]
    )
    return sha256(stamps.encode()).hexdigest()[:16]


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(VOCABULARIES.glob("*.csv"))
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


@st.cache_resource(show_spinner="Reading the articles", max_entries=2)
def _load(folder: str, version: str) -> Frames:  # noqa: ARG001 - the version is what the cache keys on
    return loaders.load(folder)

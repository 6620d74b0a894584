"""The frames that a page stands on, read once per version of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import streamlit as st

import loaders
from loaders import Frames, default_folder
from loaders.estimates import estimate

# The id of a speaker that is the reporter's own voice: such claims have no name.
OWN_VOICE = "reporter"

PROJECT = Path(__file__).resolve().parents[2]
VOCABULARIES = PROJECT / "data"


def current_frames() -> Frames:
    """The frames of the articles folder as it is now: that of ARTICLES_DIR, else data/articles.

    They are read once per version of the files and shared by every visitor: do not change them.
    """
    folder = default_folder()
    return _load(str(folder), data_version(folder))


def frames_of_speakers(frames: Frames, speakers: Sequence[str]) -> Frames:
    """`frames` with the claims of some speakers alone, and the estimates that these give.

    No speakers means everyone. `OWN_VOICE` stands for the reporters themselves.
    """
    return _heard(data_version(default_folder()), tuple(speakers), frames) if speakers else frames


def data_version(folder: Path) -> str:
    """Changes whenever an article or a vocabulary is added, removed or written to. It reads no file."""
    stamps = "\n".join(
        f"{path} {stat.st_size} {stat.st_mtime_ns}" for path in _files(folder) for stat in [path.stat()]
    )
    return sha256(stamps.encode()).hexdigest()[:16]


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(VOCABULARIES.glob("*.csv"))
    yield from [folder] if folder.is_file() else sorted(path for path in folder.rglob("*") if path.is_file())


@st.cache_resource(show_spinner="Reading the articles", max_entries=2)
def _load(folder: str, version: str) -> Frames:  # noqa: ARG001 - the version is what the cache keys on
    return loaders.load(folder)


@st.cache_resource(show_spinner=False, max_entries=32)
def _heard(version: str, speakers: tuple[str, ...], _frames: Frames) -> Frames:  # noqa: ARG001
    names = _frames.claims["attributed_to"].fillna(OWN_VOICE)
    claims = _frames.claims[names.isin(speakers)].reset_index(drop=True)
    estimates = estimate(claims, _frames.articles, _frames.operations, _frames.places)
    return replace(_frames, claims=claims, estimates=estimates)

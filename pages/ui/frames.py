"""The frames that a page stands on, read once per version of the data."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR
from threading import Lock, RLock
from typing import Any, TypeVar

import pandas as pd
import streamlit as st
from cachetools import LRUCache

import loaders
from loaders import Frames, default_folder
from loaders.estimates import estimate, rank_estimates
from pages.figures.voices import Voices, outlets_of, said_in, speakers_of

T = TypeVar("T")

# So many choices of voices are kept ready, and so many things made of each: every visitor, and every link to
# a figure, can ask for another, and frames can be large.
FRAMES_KEPT, MADE_KEPT = 8, 128

PROJECT = Path(__file__).resolve().parents[2]
VOCABULARIES = PROJECT / "data"


def current_frames() -> Frames:
    """The frames of the articles folder as it is now: that of ARTICLES_DIR, else data/articles.

    They are read once per version of the files and shared by every visitor: do not change them.
    """
    folder = default_folder()
    return _load(str(folder), data_version(folder))


def frames_heard(frames: Frames, voices: Voices) -> Frames:
    """`frames` with what some voices say alone, and the estimates that it gives, ranked ones too.

    They are made once per version of the data and choice, and shared by every visitor: do not change them.
    """
    choice = voices if voices.rule == "ranked" else replace(voices, rule="", ranked=())
    return frames if choice == Voices(rule="") else _heard(choice, frames)[1]


def made_once(frames: Frames, what: str, choice: Hashable, make: Callable[[], T]) -> T:
    """What `make` makes of `frames` for a choice, made once for all visitors: do not change it.

    `what` names the thing, `choice` is all that it depends on besides the frames, which a new version of the
    data replaces.
    """
    made: T = _shelf(frames).made_once((what, choice), make)
    return made


@dataclass
class _Slot:
    """A place for one thing; who holds its lock makes it, and others wait for it alone."""

    lock: Any = field(default_factory=RLock)
    made: bool = False
    thing: Any = None


@dataclass(frozen=True)
class _Shelf:
    """What was made of some frames. It holds them too, so that no other frames can have their id."""

    frames: Frames
    slots: LRUCache[Hashable, _Slot] = field(default_factory=lambda: LRUCache(MADE_KEPT))
    lock: Any = field(default_factory=Lock)

    def made_once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        with self.lock:
            if key not in self.slots:
                self.slots[key] = _Slot()
            slot = self.slots[key]
        with slot.lock:
            if not slot.made:
                slot.thing, slot.made = make(), True
            return slot.thing


@st.cache_resource(show_spinner=False, max_entries=FRAMES_KEPT, hash_funcs={Frames: id})
def _shelf(frames: Frames) -> _Shelf:
    return _Shelf(frames)


def claims_by_id(frames: Frames, claim_ids: Sequence[str]) -> pd.DataFrame:
    """Some claims in the order of their ids, found without a search through all of them."""
    places = made_once(
        frames, "places of claims", (), lambda: {one: at for at, one in enumerate(frames.claims["claim_id"])}
    )
    return frames.claims.iloc[[places[claim_id] for claim_id in claim_ids]]


def heard_speakers(frames: Frames, *, statements: bool = False) -> list[str]:
    """Who gives a figure, or with `statements` says anything, found once."""
    rows = (frames.claims, frames.statements) if statements else (frames.claims,)
    return made_once(frames, "speakers", statements, lambda: speakers_of(*rows))


def heard_outlets(frames: Frames, *, statements: bool = False) -> list[str]:
    """Who printed a figure, or with `statements` anything, found once."""
    rows = (frames.claims, frames.statements) if statements else (frames.claims,)
    return made_once(frames, "outlets", statements, lambda: outlets_of(frames.articles, *rows))


def data_version(folder: Path) -> str:
    """Changes whenever an article or a vocabulary is added, removed or written to. It reads no file."""
    return sha256("\n".join(map(_stamp_of, _files(folder))).encode()).hexdigest()[:16]


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(VOCABULARIES.glob("*.csv"))
    yield from [folder] if folder.is_file() else sorted(folder.rglob("*"))


def _stamp_of(path: Path) -> str:
    """What changes with a file; files are replaced while they are looked at."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return ""
    return "" if S_ISDIR(stat.st_mode) else f"{path} {stat.st_size} {stat.st_mtime_ns}"


@st.cache_resource(show_spinner="Reading the articles", max_entries=2)
def _load(folder: str, version: str) -> Frames:  # noqa: ARG001 - the version is what the cache keys on
    """The frames. What was made of those before them is let go."""
    frames = loaders.load(folder)
    _shelf.clear()
    _heard.clear()
    return frames


@st.cache_resource(show_spinner=False, max_entries=FRAMES_KEPT, hash_funcs={Frames: id})
def _heard(voices: Voices, frames: Frames) -> tuple[Frames, Frames]:
    """The frames, kept so that no others can have their id, and what the voices say of them."""
    claims = said_in(frames.claims, frames.articles, voices)
    statements = said_in(frames.statements, frames.articles, voices)
    estimates = frames.estimates
    if claims is not frames.claims:
        estimates = estimate(claims, frames.articles, frames.operations, frames.places)
    if voices.rule == "ranked":
        ranked = rank_estimates(claims, frames.articles, frames.operations, frames.places, voices.ranked)
        estimates = pd.concat([estimates, ranked], ignore_index=True)
    return frames, replace(frames, claims=claims, statements=statements, estimates=estimates)

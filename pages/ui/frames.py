"""The frames that a page stands on, read once per version of the data."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

import loaders
from loaders import Frames, default_folder
from loaders.estimates import OWN_VOICE, estimate, rank_estimates
from pages.figures import words

# The id of those who printed an article that names neither outlet nor agency.
UNSTATED = "unstated"

T = TypeVar("T")

PROJECT = Path(__file__).resolve().parents[2]
VOCABULARIES = PROJECT / "data"


def current_frames() -> Frames:
    """The frames of the articles folder as it is now: that of ARTICLES_DIR, else data/articles.

    They are read once per version of the files and shared by every visitor: do not change them.
    """
    folder = default_folder()
    return _load(str(folder), data_version(folder))


@dataclass(frozen=True)
class Voices:
    """Whose figures count, and how: ids as the address has them. No speakers or outlets means everyone.

    `OWN_VOICE` stands for the reporters themselves, `UNSTATED` for articles without a source. `ranked` is the
    order of speakers under the rule of that name.
    """

    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    rule: str = "latest"
    ranked: tuple[str, ...] = ()

    @property
    def rule_in_words(self) -> str:
        """The rule in force."""
        return words.rule_in_words(self.rule, self.ranked_names)

    @property
    def ranked_names(self) -> tuple[str, ...]:
        """`ranked` as a page prints it."""
        return tuple(speaker_name(speaker_id) for speaker_id in self.ranked)


def frames_heard(frames: Frames, voices: Voices) -> Frames:
    """`frames` with the claims of some voices alone, and the estimates that these give, ranked ones too.

    They are made once per version of the data and choice, and shared by every visitor: do not change them.
    """
    choice = voices if voices.rule == "ranked" else replace(voices, rule="", ranked=())
    if choice == Voices(rule=""):
        return frames
    return _heard(data_version(default_folder()), choice, frames)


def made_once(frames: Frames, what: str, choice: Hashable, make: Callable[[], T]) -> T:
    """What `make` makes of `frames` for a choice, made once for all visitors: do not change it.

    `what` names the thing, `choice` is all that it depends on besides the frames, which a new version of the
    data replaces.
    """
    made: T = _made(id(frames), what, choice, frames, make)[1]
    return made


@st.cache_resource(show_spinner=False, max_entries=512)
def _made(
    frames_id: int,  # noqa: ARG001 - with what and choice, what the cache keys on
    what: str,  # noqa: ARG001
    choice: Hashable,  # noqa: ARG001
    _frames: Frames,
    _make: Callable[[], Any],
) -> tuple[Frames, Any]:
    """The frames are kept with what was made of them, so that no other frames can have their id."""
    return _frames, _make()


def claims_by_id(frames: Frames, claim_ids: Sequence[str]) -> pd.DataFrame:
    """Some claims in the order of their ids, found without a search through all of them."""
    places = made_once(
        frames, "places of claims", (), lambda: {one: at for at, one in enumerate(frames.claims["claim_id"])}
    )
    return frames.claims.iloc[[places[claim_id] for claim_id in claim_ids]]


def speakers_of(frames: Frames) -> list[str]:
    """The ids of those who state a figure of an operation, by name; the reporters' own voice last."""
    return made_once(frames, "speakers", (), lambda: _speakers(frames))


def _speakers(frames: Frames) -> list[str]:
    of_operations = frames.claims.loc[frames.claims["operation_id"].notna(), "attributed_to"]
    own = [OWN_VOICE] if of_operations.isna().any() else []
    return [*sorted(of_operations.dropna().unique()), *own]


def outlets_of(frames: Frames) -> list[str]:
    """The ids of those who printed a figure of an operation, by name; those without a source last."""
    return made_once(frames, "outlets", (), lambda: _outlets(frames))


def _outlets(frames: Frames) -> list[str]:
    with_figures = frames.claims.loc[frames.claims["operation_id"].notna(), "article_id"]
    printed = frames.articles[frames.articles["article_id"].isin(with_figures)]
    names = set(printed_by(printed))
    return [*sorted(names - {UNSTATED}), *(names & {UNSTATED})]


def printed_by(articles: pd.DataFrame) -> pd.Series[str]:
    """Who printed each article: its outlet, else the agency that it credits, else `UNSTATED`."""
    return articles["outlet"].fillna(articles["agency"]).fillna(UNSTATED)


def speaker_name(speaker_id: str) -> str:
    """A speaker's id as a page prints it."""
    return words.speaker(pd.NA if speaker_id == OWN_VOICE else speaker_id)


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
def _heard(version: str, voices: Voices, _frames: Frames) -> Frames:  # noqa: ARG001
    claims = _of_voices(_frames, voices)
    estimates = _frames.estimates
    if claims is not _frames.claims:
        estimates = estimate(claims, _frames.articles, _frames.operations, _frames.places)
    if voices.rule == "ranked":
        ranked = rank_estimates(claims, _frames.articles, _frames.operations, _frames.places, voices.ranked)
        estimates = pd.concat([estimates, ranked], ignore_index=True)
    return replace(_frames, claims=claims, estimates=estimates)


def _of_voices(frames: Frames, voices: Voices) -> pd.DataFrame:
    claims = frames.claims
    if voices.speakers:
        claims = claims[claims["attributed_to"].fillna(OWN_VOICE).isin(voices.speakers)]
    if voices.outlets:
        printed = frames.articles.loc[printed_by(frames.articles).isin(voices.outlets), "article_id"]
        claims = claims[claims["article_id"].isin(printed)]
    return claims if claims is frames.claims else claims.reset_index(drop=True)

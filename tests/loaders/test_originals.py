"""The digests that the project ships say what the publishers' originals say.

This runs where ARTICLES_DIR names a folder that holds the originals, and is skipped elsewhere: the originals
belong to their publishers and are no part of the project.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import loaders

DIGESTS = Path(__file__).resolve().parents[2] / "data" / "articles"
FIGURE = ["measure", "value", "low", "high", "bound", "side", "place_id", "attributed_to", "operation_id"]
DATE = ["published", "published_earliest", "published_latest", "dated_by", "operation_id"]


@pytest.fixture(scope="module")
def digests() -> loaders.Frames:
    return loaders.load(DIGESTS)


@pytest.fixture(scope="module")
def originals(originals_folder: Path | None, digests: loaders.Frames) -> loaders.Frames:
    """The originals of the digests, read the same way; skips where they are not at hand."""
    if originals_folder is None:
        pytest.skip("ARTICLES_DIR names no folder of originals")
    files = [originals_folder / name for name in digests.articles["original"].dropna()]
    if not all(file.is_file() for file in files):
        pytest.skip("ARTICLES_DIR does not hold every original that the digests name")
    return loaders.load(*files)


def test_every_digest_names_an_original_of_its_own(digests: loaders.Frames) -> None:
    assert len(digests.articles)
    assert digests.articles["original"].notna().all()
    assert digests.articles["original"].is_unique


def test_digests_and_originals_give_the_same_figures(
    digests: loaders.Frames, originals: loaders.Frames
) -> None:
    said = distinct(claims_by_original(digests, "original"), FIGURE)
    assert said
    assert said == distinct(claims_by_original(originals, "file"), FIGURE)


def test_digests_and_originals_are_dated_alike(digests: loaders.Frames, originals: loaders.Frames) -> None:
    given = originals.articles.assign(original=originals.articles["file"])
    assert distinct(digests.articles, DATE) == distinct(given, DATE)


def claims_by_original(frames: loaders.Frames, name: str) -> pd.DataFrame:
    """Every claim beside the file name of the original that it is from, which the column `name` holds."""
    named = frames.articles[["article_id"]].assign(original=frames.articles[name])
    return frames.claims.merge(named, on="article_id", validate="many_to_one")


def distinct(frame: pd.DataFrame, columns: list[str]) -> set[str]:
    """The different rows of the columns, each with its original's name, as words: NA equals NA."""
    words = frame[["original", *columns]].astype("str").fillna("NA")
    return {", ".join(row) for row in words.itertuples(index=False, name=None)}

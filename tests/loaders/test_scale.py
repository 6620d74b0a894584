"""Many articles: what is read depends neither on the size of a batch nor on the way to the files."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import loaders
from loaders import streaming
from loaders.batches import read_batches
from loaders.operations import load_operations, load_places
from loaders.streaming import write_articles
from loaders.tables import TABLES
from loaders.writing import write_frames

DATED = "date 2024-09-0{day} "
SENTENCES = (
    "{n} people were killed in Jenin since the raid began, the Palestinian Health Ministry said, {m} of them "
    "children. A shopkeeper named {name} closed early. At least {m} houses were hit in Tulkarem.",
    "Troops detained {n} men in the Jenin refugee camp, {name} said. The operation began on 28 August 2024, "
    "a Wednesday.",
    "{name} sells oranges beside the school. The army said that all of the dead in Jenin were fighters.",
)
NAMES = ("Amal", "Basil", "Carmel", "Dalia", "Elias", "Farah", "Gil", "Hadas", "Idris")
# From one article a batch to all in one
BATCHES = (1, 300, 10**9)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files and a bulk file of articles, undated ones, copies, an empty file and a broken row among them."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        text = SENTENCES[number % 3].format(n=20 - number, m=number + 2, name=name)
        day = "" if number % 4 == 3 else DATED.format(day=number % 6 + 1)
        (folder / f"{number}.txt").write_text(day + text)
    copy = SENTENCES[0].format(n=20, m=2, name="Amal")
    rows = [{"text": copy, "outlet": "Gazette", "published": "2024-09-05"}, {"text": None}]
    (folder / "bulk.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "empty.txt").write_text("")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_folder_has_something_of_everything(folder: Path) -> None:
    """Without which the tests below would hold for want of a difference."""
    frames = loaders.load(folder)
    assert all(len(getattr(frames, name)) for name in TABLES)
    assert frames.articles["same_as"].notna().any()
    assert set(frames.articles["dated_by"]) >= {"stated", "inferred"}
    assert frames.claims["operation_id"].notna().any()
    assert frames.claims["part_of"].notna().any()
    flags = " ".join(frames.claims["flags"].dropna())
    assert "carried_from" in flags
    assert "toll_falls" in flags


@pytest.mark.parametrize("batch", BATCHES)
def test_frames_do_not_depend_on_the_batch(folder: Path, batch: int) -> None:
    expected, found = loaders.load(folder), loaders.load(folder, batch=batch)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(found, name), getattr(expected, name))
    assert found.texts == expected.texts


@pytest.mark.parametrize("batch", BATCHES)
def test_streaming_writes_what_load_gives(folder: Path, tmp_path: Path, batch: int) -> None:
    frames = loaders.load(folder)
    write_frames({name: getattr(frames, name) for name in TABLES}, tmp_path / "loaded")
    written = write_articles([folder], tmp_path / "streamed", batch=batch)
    assert contents(tmp_path / "streamed") == contents(tmp_path / "loaded")
    assert (written.articles, written.claims) == (len(frames.articles), len(frames.claims))
    pd.testing.assert_frame_equal(written.problems, frames.problems)


def test_the_same_files_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        write_articles([folder], tmp_path / out)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_nothing_to_read_writes_headers(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write_articles([tmp_path / "in"], tmp_path / "out")
    assert set(contents(tmp_path / "out")) == {f"{name}.csv" for name in TABLES}
    assert (tmp_path / "out" / "claims.csv").read_text() == ",".join(TABLES["claims"].names) + "\n"


def test_names_and_order_of_files_change_no_id(folder: Path, tmp_path: Path) -> None:
    before = loaders.load(folder)
    names = sorted(path.name for path in folder.iterdir())
    moved = tmp_path / "moved"
    moved.mkdir()
    for at, name in enumerate(reversed(names)):
        (folder / name).rename(moved / f"{at:02}{Path(name).suffix}")
    after = loaders.load(moved)
    assert before.articles["article_id"].tolist() != after.articles["article_id"].tolist()
    columns = [name for name in TABLES["claims"].names if name != "flags"]
    by_id = [frames.claims[columns].sort_values("claim_id", ignore_index=True) for frames in (before, after)]
    pd.testing.assert_frame_equal(*by_id)


def test_one_batch_is_in_memory_at_a_time(folder: Path) -> None:
    """What is left of a batch while the next is read: nothing."""
    earlier: list[weakref.ref[pd.DataFrame]] = []
    for batch in read_batches([folder], load_operations(), load_places(), characters=1):
        gc.collect()
        assert not [frame for frame in earlier[:-1] if frame() is not None]
        earlier.append(weakref.ref(batch.claims))
    assert len(earlier) > len(NAMES)


def test_streaming_asks_for_one_text_at_a_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The texts that copies are looked for in come from the waiting file, none of them kept."""
    find_copies = streaming.find_copies

    class Once:
        def __init__(self, texts: streaming._WaitingTexts) -> None:
            self.texts = texts

        def __getitem__(self, article_id: str) -> str:
            return self.texts[article_id]

        def __iter__(self) -> Iterator[str]:
            raise AssertionError("all texts were asked for together")

    def find_in_turn(articles: pd.DataFrame, texts: Any, progress: Any) -> pd.Series[str]:
        return find_copies(articles, Once(texts), progress)

    monkeypatch.setattr(streaming, "find_copies", find_in_turn)
    write_articles([folder], tmp_path / "out")


def test_nothing_waits_beside_the_files(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_articles([folder], out)
    assert {path.name for path in out.iterdir()} == {f"{name}.csv" for name in TABLES}

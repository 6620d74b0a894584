"""Frames to files: the bytes of a cell, and what stays behind when a run does not end well."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

from loaders.tables import ARTICLES, CLAIMS, OPERATIONS, PLACES, PROBLEMS
from loaders.writing import write_frames

PROBLEM = {"file": "a.txt", "kind": "empty", "message": "It is empty, “as it were”."}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_unknown_is_an_empty_cell(tmp_path: Path) -> None:
    write_frames({"problems": PROBLEMS.frame([PROBLEM, {**PROBLEM, "row": 3}])}, tmp_path)
    assert (tmp_path / "problems.csv").read_bytes().decode() == (
        "file,row,kind,message\n"
        "a.txt,,empty,\"It is empty, “as it were”.\"\n"
        "a.txt,3,empty,\"It is empty, “as it were”.\"\n"
    )  # fmt: skip


def test_days_flags_numbers_and_coordinates(tmp_path: Path) -> None:
    operation = {"operation_id": "x", "name": "X", "started": "2024-08-28", "days": 10, "ongoing": False}
    place = {"place_id": "x", "name": "X", "kind": "city", "latitude": 32.5, "source": "us"}
    write_frames(
        {
            "operations": OPERATIONS.frame([{**operation, "source": "us"}]),
            "places": PLACES.frame([place]),
        },
        tmp_path,
    )
    assert "x,X,,2024-08-28,,10,False," in (tmp_path / "operations.csv").read_text()
    assert "32.5,," in (tmp_path / "places.csv").read_text()


@pytest.mark.parametrize(
    "text", ["two\nlines", 'a "quoted" word', "a, b", "=1+1", "NA", " blank ", "\x1f", "’"]
)
def test_any_text_comes_back(tmp_path: Path, text: str) -> None:
    write_frames({"problems": PROBLEMS.frame([{**PROBLEM, "message": text}])}, tmp_path)
    again = pd.read_csv(tmp_path / "problems.csv", keep_default_na=False)
    assert again["message"].tolist() == [text]


def test_empty_frames_are_a_header(tmp_path: Path) -> None:
    write_frames({"claims": CLAIMS.frame()}, tmp_path)
    assert (tmp_path / "claims.csv").read_text() == ",".join(CLAIMS.names) + "\n"


def test_the_folder_is_made_and_nothing_else_is_in_it(tmp_path: Path) -> None:
    write_frames({"articles": ARTICLES.frame(), "claims": CLAIMS.frame()}, tmp_path / "new" / "out")
    assert names(tmp_path / "new" / "out") == ["articles.csv", "claims.csv"]


def test_the_same_frames_are_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_frames({"problems": PROBLEMS.frame([PROBLEM])}, tmp_path / folder)
    assert (tmp_path / "one" / "problems.csv").read_bytes() == (
        tmp_path / "two" / "problems.csv"
    ).read_bytes()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device"), SystemExit])
@pytest.mark.parametrize("good", [0, 1])
def test_a_run_that_stops_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException, good: int
) -> None:
    write_frames({"articles": ARTICLES.frame(), "problems": PROBLEMS.frame()}, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    synced: list[int] = []

    def sync(file: int) -> None:
        synced.append(file)
        if len(synced) > good:
            raise stop

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(type(stop) if isinstance(stop, BaseException) else stop):
        write_frames({"articles": ARTICLES.frame(), "problems": PROBLEMS.frame([PROBLEM])}, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before

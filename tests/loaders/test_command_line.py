"""`python -m loaders`: exit status, what is said where, and what is on disk afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import __main__ as command_line
from loaders import streaming
from loaders.tables import PROBLEMS, TABLES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Two men were hurt in the town.")
    return folder


def written(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()} if out.exists() else set()


def test_every_frame_is_a_file(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main([str(folder), "--out", str(tmp_path / "out")]) == 0
    assert written(tmp_path / "out") == {f"{name}.csv" for name in TABLES}
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("1 articles, 1 claims, 0 problems.")


def test_problems_are_said_and_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.jsonl").write_text('{"text": "One was hurt."}\n{"text": 5}\n')
    assert command_line.main([str(folder), str(tmp_path / "absent"), "--out", str(tmp_path / "out")]) == 3
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["b.txt", "c.jsonl, row 2", "absent"]
    problems = (tmp_path / "out" / "problems.csv").read_text().splitlines()
    assert [row.split(",")[0] for row in problems] == ["file", "b.txt", "c.jsonl", "absent"]
    assert len((tmp_path / "out" / "articles.csv").read_text().splitlines()) == 3


@pytest.mark.parametrize(
    "arguments", [[], ["articles"], ["--out", "x"], ["articles", "--out"], ["a", "--out", "b", "--no"]]
)
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m loaders" in capsys.readouterr().err


def test_ctrl_c_leaves_the_old_files(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    command_line.main([str(folder), "--out", str(out)])
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    for step in ("read_batches", "find_copies", "summarise_operations", "write_frames"):
        with monkeypatch.context() as patch:
            patch.setattr(streaming, step, interrupt)
            assert command_line.main([str(folder), "--out", str(out)]) == 130
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before
        assert capsys.readouterr().err.startswith("Stopped.")


def test_a_folder_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main([str(folder), "--out", str(folder / "a.txt")]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_the_bar_starts_again_for_a_next_stage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with command_line._progress_bar() as show:
        assert show is not None
        for done in (500, 1000, 10, 1000):
            show(done, 1000)
    assert "Reading" in capsys.readouterr().err


def test_the_bar_is_for_terminals(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert command_line.main([str(folder), "--out", str(tmp_path / "out")]) == 0
    assert "Reading" in capsys.readouterr().err


def test_reports_one_line_a_problem_even_for_odd_names(capsys: pytest.CaptureFixture[str]) -> None:
    report: Callable[[Any], None] = command_line._report
    report(PROBLEMS.frame([{"file": "a.txt", "kind": "empty", "message": "It is empty."}] * 2))
    assert capsys.readouterr().err == "a.txt: It is empty.\n" * 2


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, as a person starts it, with the real `load`."""
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_module_runs(tmp_path: Path) -> None:
    done = run("-m", "loaders", "data/articles", "--out", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    assert written(tmp_path / "out") == {f"{name}.csv" for name in TABLES}


@pytest.mark.parametrize(("signal", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_signal_while_writing_leaves_nothing_half_written(tmp_path: Path, signal: str, status: int) -> None:
    stopped_at_the_first_file = (
        "import os, runpy, signal;"
        f"os.fsync = lambda file: os.kill(os.getpid(), signal.{signal});"
        "runpy.run_module('loaders', run_name='__main__')"
    )
    done = run("-c", stopped_at_the_first_file, "data/articles", "--out", str(tmp_path / "out"))
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert written(tmp_path / "out") == set()

"""What the README promises and can be compared with the project itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loaders.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (\S.*)$", README, re.MULTILINE)
LOCAL_LINKS = re.findall(r"\]\(([^):#]+)\)", README)
PATHS = re.findall(r"^\| `([^`]+)` \|", README, re.MULTILINE)


def test_the_checks_run_the_command_that_is_printed() -> None:
    last_line = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert last_line.removeprefix("exec ") in COMMANDS


@pytest.mark.parametrize("path", [*LOCAL_LINKS, *PATHS])
def test_a_path_that_is_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("table", TABLES)
def test_every_file_that_the_command_line_writes_is_named(table: str) -> None:
    assert f"{table}.csv" in README

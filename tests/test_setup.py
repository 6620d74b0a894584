"""Setting up on a machine that lacks something: what is found, and what is said."""

from __future__ import annotations

import sys
import venv
from pathlib import Path

import pytest

from tests import chromium, environment


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine whose PATH is one empty folder and that installs nothing; returns the folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv(chromium.BROWSER_VARIABLE, raising=False)
    monkeypatch.setattr(chromium, "USUAL_PLACES", {})
    monkeypatch.setattr(chromium, "can_apt_install", lambda: False)
    monkeypatch.setattr(chromium, "lacks_driver_library", lambda: False)
    return folder


def program(path: Path) -> Path:
    path.touch(mode=0o755)
    return path


@pytest.mark.parametrize("name", chromium.COMMANDS)
def test_a_browser_on_the_path_is_found(name: str, bare_machine: Path) -> None:
    there = program(bare_machine / name)
    assert chromium.provide_chromium() == there


@pytest.mark.usefixtures("bare_machine")
def test_a_browser_in_a_usual_place_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = program(tmp_path / "Google Chrome")
    monkeypatch.setattr(chromium, "USUAL_PLACES", {sys.platform: (str(tmp_path / "none"), str(there))})
    assert chromium.find_chromium() == there


def test_the_named_browser_comes_first(
    bare_machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bare_machine / "chromium")
    named = program(tmp_path / "mine")
    monkeypatch.setenv(chromium.BROWSER_VARIABLE, str(named))
    assert chromium.find_chromium() == named


@pytest.mark.usefixtures("bare_machine")
def test_without_a_browser_one_line_says_how_to_get_one() -> None:
    with pytest.raises(environment.SetupError) as raised:
        chromium.provide_chromium()
    assert "apt install chromium" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_without_the_drivers_library_one_line_says_how_to_get_it(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bare_machine / "chromium")
    monkeypatch.setattr(chromium, "lacks_driver_library", lambda: True)
    with pytest.raises(environment.SetupError, match="apt install libatomic1"):
        chromium.provide_chromium()


def test_what_is_missing_is_installed_where_we_may(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "can_apt_install", lambda: True)
    monkeypatch.setattr(chromium, "apt_install", lambda _: program(bare_machine / "chromium"))
    assert chromium.provide_chromium() == bare_machine / "chromium"


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(environment.SetupError, match=r"Python 99\.0 or newer is needed"):
        environment.provide_environment(tmp_path)


def test_packages_are_installed_once_a_pin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(environment, "run_setup", ran.append)
    (tmp_path / "tests").mkdir()
    for name in environment.REQUIREMENTS:
        (tmp_path / name).write_text("package==1\n", encoding="utf-8")
    install = (tmp_path, tmp_path / "python", tmp_path / "stamp")

    environment.install_requirements(*install)
    environment.install_requirements(*install)
    assert len(ran) == 1

    (tmp_path / "requirements.txt").write_text("package==2\n", encoding="utf-8")
    environment.install_requirements(*install)
    assert len(ran) == 2


def test_an_environment_without_pip_is_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / ".venv"
    venv.create(folder, with_pip=False)
    python = next(
        path for path in (folder / "bin" / "python", folder / "Scripts" / "python.exe") if path.exists()
    )
    assert not environment.has_pip(python)
    assert environment.has_pip(Path(sys.executable))

    ran: list[list[str]] = []
    monkeypatch.setattr(environment, "run_setup", ran.append)
    monkeypatch.setattr(environment, "install_requirements", lambda *_: None)
    environment.provide_environment(tmp_path)
    assert [command[1:] for command in ran] == [["-m", "venv", "--clear", str(folder)]]

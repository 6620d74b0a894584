"""The project's own virtual environment, made with the standard library alone."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

OLDEST_PYTHON = (3, 11)
REQUIREMENTS = ("requirements.txt", "tests/requirements.txt")


class SetupError(RuntimeError):
    """The machine lacks something; the message is one line that says what, and how to get it."""


def provide_environment(root: Path) -> Path:
    """The Python of `root`/.venv, with everything in tests/requirements.txt installed at its exact version.

    Raises:
        SetupError: this Python is too old, cannot make virtual environments, or the packages do not install.
    """
    if sys.version_info < OLDEST_PYTHON:
        oldest = ".".join(map(str, OLDEST_PYTHON))
        raise SetupError(f"Python {oldest} or newer is needed; this is {sys.version.split()[0]}")
    folder = root / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not has_pip(python):
        provide_venv_module()
        print(f"making {folder}", flush=True)
        run_setup([sys.executable, "-m", "venv", "--clear", str(folder)])
    install_requirements(root, python, folder / "installed-for-tests")
    return python


def has_pip(python: Path) -> bool:
    """Whether an environment is whole: where ensurepip was missing, a `.venv` without pip is left behind."""
    if not python.exists():
        return False
    asked = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def install_requirements(root: Path, python: Path, stamp: Path) -> None:
    """Install the pinned packages unless `stamp` says that these very pins are installed already."""
    pins = hashlib.sha256(b"".join((root / name).read_bytes() for name in REQUIREMENTS)).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == pins:
        return
    print("installing tests/requirements.txt", flush=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run_setup([*pip, "-r", str(root / "tests" / "requirements.txt")])
    stamp.write_text(pins, encoding="ascii")


def provide_venv_module() -> None:
    """Debian's Python comes without `ensurepip`, which the venv module needs: install it where we may."""
    if importlib.util.find_spec("ensurepip"):
        return
    if not can_apt_install():
        raise SetupError("this Python cannot make virtual environments; on Debian: apt install python3-venv")
    apt_install(["python3-venv"])


def can_apt_install() -> bool:
    """Whether this is a Debian-like system and we are its root."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Iterable[str]) -> None:
    """Install Debian packages without asking anything."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
    run_setup([*quiet, "update"])
    run_setup([*quiet, "install", "--yes", "--no-install-recommends", *packages])


def run_setup(command: list[str]) -> None:
    """Run one step of the setting up, its output going where ours goes."""
    if subprocess.run(command, check=False).returncode:
        raise SetupError("this failed: " + " ".join(command))

"""Set up and run every check: `python3 -m tests`, from the project's root, on a machine that has only Python.

It makes or reuses `.venv`, installs tests/requirements.txt there, finds a Chromium or Chrome and runs the
stages in order, the cheapest first. Exit status: 0 when all pass, else that of the first stage that fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.chromium import BROWSER_VARIABLE, provide_chromium
from tests.environment import SetupError, provide_environment

ROOT = Path(__file__).resolve().parents[1]

STAGES = {
    "formatting": "ruff format --check",
    "lint": "ruff check",
    "types": "mypy",
    "tests": "pytest --quiet --ignore=tests/browser --numprocesses=auto --maxprocesses=4",
    "browser tests": "pytest --quiet tests/browser",
}


def main() -> int:
    """Set up, run the stages, print one closing line for each; the exit status."""
    try:
        python = provide_environment(ROOT)
        browser = provide_chromium()
    except SetupError as error:
        print(f"cannot run the tests: {error}", file=sys.stderr)
        return 2
    closing = []
    for stage, command in STAGES.items():
        print(f"\n== {stage}: {command}", flush=True)
        began = time.monotonic()
        status = run_stage(python, command, browser)
        took = f"{time.monotonic() - began:.0f} s"
        closing.append(f"{stage}: {'failed' if status else 'passed'} ({took})")
        if status:
            break
    left_out = list(STAGES)[len(closing) :]
    closing += [f"{stage}: not run" for stage in left_out]
    print("", *closing, "FAILED" if status else "all passed", sep="\n")
    return status


def run_stage(python: Path, command: str, browser: Path) -> int:
    """The exit status of a stage's command, run as a module of the project's own Python."""
    environment = os.environ | {BROWSER_VARIABLE: str(browser)}
    return subprocess.run([python, "-m", *command.split()], cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

"""A real server of the dashboard, started and ended by the tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
START_LIMIT = 60.0  # seconds
# Loopback is asked directly, also on a machine with a proxy.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@contextmanager
def running_dashboard(log: Path, articles: Path | None = None, **environment: str) -> Iterator[str]:
    """The address of a fresh server of dashboard.py, while the block runs; its output goes to `log`.

    It reads the folder `articles`, or the project's own; `environment` is set for it besides. Raises at the
    end where the server noted an error.
    """
    port = free_port()
    address = f"http://{HOST}:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
    command += [f"--server.address={HOST}", f"--server.port={port}", "--server.fileWatcherType=none"]
    folder = {"ARTICLES_DIR": str(articles)} if articles else {}
    variables = os.environ | folder | environment
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_until_healthy(server, address, log)
        yield address
    finally:
        end(server)
        raise_noted_error(log)


def free_port() -> int:
    """A port of the loopback interface that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Return once the server says that it is well; raise with its output when it ends or stays silent."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with DIRECT.open(f"{address}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not start:\n{read_log(log)}")


def end(server: subprocess.Popen[bytes]) -> None:
    """End this very process, politely first."""
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def raise_noted_error(log: Path) -> None:
    """Raise where the server noted an error that a visitor is told nothing of."""
    noted = read_log(log)
    if "Traceback" in noted:
        raise RuntimeError(f"the server noted an error:\n{noted}")


def read_log(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")

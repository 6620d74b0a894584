"""The Chrome that draws images dies, hangs, is asked by many at once; nobody waits for it too long."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import pytest
from choreographer.browsers import Chromium

from pages.export import renderer as module
from pages.export.renderer import (
    ImageError,
    NoBrowserError,
    NotDrawnError,
    Renderer,
    TimedOutError,
    TooBusyError,
)
from tests.chromium import HOW_TO_GET

ROOT = Path(__file__).resolve().parents[2]

needs_chrome = pytest.mark.skipif(not module.has_browser(), reason=HOW_TO_GET)
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="stops processes with signals")


def figure(width: int = 300, **layout: Any) -> dict[str, Any]:
    return {"data": [{"type": "bar", "y": [1, 2]}], "layout": {"width": width, "height": 200, **layout}}


def width_of(png: bytes) -> int:
    assert png.startswith(b"\x89PNG")
    return int.from_bytes(png[16:20], "big")


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    one = Renderer()
    yield one
    one.stop()


def chrome_of(renderer: Renderer) -> int:
    """The process of a Chrome that runs."""
    renderer.draw(figure(), "svg")
    assert renderer.pid
    return renderer.pid


def kill_all(pid: int) -> None:
    os.killpg(pid, signal.SIGKILL)


def kill_launcher(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def kill_chrome(pid: int) -> None:
    launched = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
    for line in launched.stdout.splitlines():
        child, parent = map(int, line.split())
        if parent == pid:
            os.kill(child, signal.SIGKILL)


@needs_chrome
def test_one_chrome_draws_all(renderer: Renderer) -> None:
    pid = chrome_of(renderer)
    assert renderer.draw(figure(), "png").startswith(b"\x89PNG")
    assert renderer.draw(figure(), "svg").startswith(b"<svg")
    assert renderer.draw(figure(), "pdf").startswith(b"%PDF")
    assert renderer.pid == pid


@needs_chrome
def test_a_chrome_that_was_ended_is_not_ended_again_at_exit(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(module.atexit, "register", waiting.append)
    monkeypatch.setattr(module.atexit, "unregister", lambda one: one in waiting and waiting.remove(one))
    own = Renderer()
    own.draw(figure(), "png")
    ends = [one for one in waiting if one.__qualname__ == "_Chrome.close"]
    assert len(ends) == 1
    own.stop()
    assert ends[0] not in waiting


@needs_chrome
@needs_signals
@pytest.mark.parametrize("kill", [kill_all, kill_launcher, kill_chrome])
def test_after_a_death_a_new_chrome_draws(renderer: Renderer, kill: Callable[[int], None]) -> None:
    pid = chrome_of(renderer)
    kill(pid)
    assert width_of(renderer.draw(figure(), "png")) == 300
    assert renderer.pid not in (None, pid)


@needs_chrome
@needs_signals
def test_a_death_while_it_draws_is_made_good(renderer: Renderer) -> None:
    pid = chrome_of(renderer)
    killing = Timer(0.05, kill_all, [pid])
    killing.start()
    assert width_of(renderer.draw(figure(4000, height=4000), "png")) == 4000
    killing.join()
    assert renderer.pid != pid


@needs_chrome
@needs_signals
def test_a_chrome_that_hangs_is_given_up(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    pid = chrome_of(renderer)
    os.killpg(pid, signal.SIGSTOP)
    with monkeypatch.context() as patched:
        patched.setattr(module, "SECONDS_TO_DRAW", 1.0)
        with pytest.raises(TimedOutError, match="within 1 seconds"):
            renderer.draw(figure(), "png")
    assert width_of(renderer.draw(figure(), "png")) == 300
    assert renderer.pid != pid
    assert not is_alive(pid)


@needs_chrome
def test_what_asks_in_vain_leaves_the_next_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the time to start a Chrome, the one that is being started does not outlive its request."""
    renderer = Renderer()
    with monkeypatch.context() as patched:
        patched.setattr(module, "SECONDS_TO_DRAW", 0.001)
        with pytest.raises(TimedOutError):
            renderer.draw(figure(), "png")
    assert renderer.pid is None
    assert width_of(renderer.draw(figure(), "png")) == 300
    renderer.stop()
    assert renderer.pid is None


@needs_chrome
def test_a_figure_that_cannot_be_drawn_is_no_death(renderer: Renderer) -> None:
    pid = chrome_of(renderer)
    with pytest.raises(NotDrawnError, match="could not be drawn"):
        renderer.draw(figure(title={"text": "no XML: \x01"}), "png")
    assert chrome_of(renderer) == pid


@needs_chrome
def test_many_at_once_get_their_own_image(renderer: Renderer) -> None:
    widths = range(200, 280, 10)
    with ThreadPoolExecutor(len(widths)) as pool:
        images = pool.map(lambda width: renderer.draw(figure(width), "png"), widths)
        assert [width_of(image) for image in images] == list(widths)


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_WAIT", 0.01)
    renderer = Renderer()
    with renderer._lock, pytest.raises(TooBusyError, match="other images"):
        renderer.draw(figure(), "png")


@pytest.mark.parametrize("found", [None, "/nowhere/chrome"])
def test_without_a_browser_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, found: str | None) -> None:
    monkeypatch.setattr(Chromium, "find_browser", lambda **_: found)
    assert not module.has_browser()
    with pytest.raises(NoBrowserError, match=r"install one, or set BROWSER_PATH") as raised:
        Renderer().draw(figure(), "png")
    assert isinstance(raised.value, ImageError)


def test_the_page_names_no_host() -> None:
    page = module._Page().generate_index()
    assert "plotly.min.js" in page
    assert "http" not in page.lower()


@needs_chrome
def test_whatever_chrome_asks_for_goes_to_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one that is there, it is seen that Chrome takes that way."""
    assert module.NO_PROXY_THERE.startswith("127.0.0.1:")
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setattr(module, "NO_PROXY_THERE", f"127.0.0.1:{proxy.getsockname()[1]}")
        Thread(target=listen, args=(proxy, asked), daemon=True).start()
        renderer = Renderer()
        picture = {"source": "https://pictures.example/a.png", "x": 0, "y": 1, "sizex": 1, "sizey": 1}
        assert width_of(renderer.draw(figure(images=[picture]), "png")) == 300
        renderer.stop()
    assert any(b"CONNECT pictures.example:443" in request for request in asked)


def listen(server: socket.socket, asked: list[bytes]) -> None:
    """Note what is asked, and answer nothing, until the server is closed."""
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            asked.append(connection.recv(1000))


SCRIPT = """
import sys
from pages.export import renderer
renderer.draw({"data": [], "layout": {"width": 100, "height": 100}}, "png")
print(renderer._RENDERER.pid, flush=True)
sys.stdin.read()
"""


@needs_chrome
@needs_signals
@pytest.mark.parametrize(
    ("hangs", "sent"),
    [
        pytest.param(False, None, id="it ends by itself"),
        pytest.param(True, None, id="it ends by itself while Chrome hangs"),
        pytest.param(False, signal.SIGTERM, id="it is ended"),
    ],
)
def test_no_chrome_outlives_the_process(hangs: bool, sent: signal.Signals | None) -> None:
    command = [sys.executable, "-c", SCRIPT]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        chrome = int(process.stdout.readline())
        assert is_alive(chrome)
        if hangs:
            os.killpg(chrome, signal.SIGSTOP)
        if sent:
            process.send_signal(sent)
        else:
            process.stdin.close()
        process.wait(timeout=15)
    deadline = time.monotonic() + 10
    while is_alive(chrome) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_alive(chrome)


def is_alive(group: int) -> bool:
    """Whether a process of the group runs; those that ended and were not waited for do not."""
    listed = subprocess.run(["ps", "-A", "-o", "pgid=,stat="], capture_output=True, text=True, check=True)
    processes = (line.split() for line in listed.stdout.splitlines())
    return any(int(of) == group and not state.startswith("Z") for of, state in processes)

"""Figures drawn by a Chrome on the server, which is kept running: the first takes seconds, later ones do not.

Kaleido drives the Chrome. Its server for synchronous callers (`kaleido.start_sync_server`) waits without
limit for an answer and for its own end: when Chrome dies while it draws, the server's thread ends with an
error that nobody gets, and both `calc_fig_sync` and `stop_sync_server` wait for ever. So a `kaleido.Kaleido`
runs here on an event loop of its own: every wait has a limit, and a Chrome that died or hangs is killed and
left behind for a new one.
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import os
import signal
import sys
import time
from collections.abc import Coroutine, Mapping
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Literal

import plotly
from choreographer.browsers import Chromium
from kaleido import Kaleido, PageGenerator  # type: ignore[import-untyped]
from kaleido.errors import JavascriptError, KaleidoError  # type: ignore[import-untyped]

Kind = Literal["png", "svg", "pdf"]

# What one image may take at most: the wait for those before it, then the drawing with Chrome's start.
SECONDS_TO_WAIT = 10.0
SECONDS_TO_DRAW = 15.0
SECONDS_TO_CLOSE = 3.0
SECONDS_TO_TIDY = 15.0
ATTEMPTS = 2

HOW_TO_GET = (
    "Images are not drawn on this server, because it has no Chrome or Chromium. "
    "Whoever runs it can install one, or set BROWSER_PATH to its program file."
)

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
# Chrome asks its makers for updates and the like, and a figure may name a picture on some host. All of it
# goes to this proxy, where nobody listens.
NO_PROXY_THERE = "127.0.0.1:9"

# The word with which a Chrome leaves is no JSON, and the log would get a traceback for it.
logging.getLogger("choreographer.channels.pipe").setLevel(logging.CRITICAL)


class ImageError(Exception):
    """No image could be made; the text is a plain sentence for the one who asked."""


class NoBrowserError(ImageError):
    """There is no Chrome or Chromium."""


class TooBusyError(ImageError):
    """Those who asked before took all the time there is."""


class TimedOutError(ImageError):
    """Chrome did not answer in time. It was killed; the next image gets a new one."""


class NotDrawnError(ImageError):
    """Plotly could not draw this figure, or Chrome died of it again and again."""


class _Page(PageGenerator):  # type: ignore[misc]
    """The page that figures are drawn on. Its scripts are files that are installed here."""

    # Without the style a PDF's figure is smaller and cut off below: Kaleido prints with a margin, on paper
    # that is as large as the figure.
    header = PageGenerator.header.replace(
        "<title>Kaleido-fier</title>", "<style>@page { margin: 0 } img { display: block }</style>"
    )
    # Readers of a PDF show the title of the page that it was printed from.
    footer = PageGenerator.footer.replace(
        "</head>",
        """<script>
            const draw = kaleido_scopes.plotly
            kaleido_scopes.plotly = (spec, ...others) => {
                document.title = spec.data.layout?.meta?.title ?? "Figure"
                return draw(spec, ...others)
            }
        </script></head>""",
    )

    def __init__(self) -> None:
        # Left to itself Kaleido fetches MathJax from a CDN, and Plotly too where the file is not found
        super().__init__(plotly=PLOTLY, mathjax=False)


class _Chrome:
    """A Chrome and the thread that talks to it; it is still starting when this returns."""

    def __init__(self, path: Path) -> None:
        self._kaleido = Kaleido(
            n=1, timeout=None, page_generator=_Page(), path=path, proxy_server=NO_PROXY_THERE
        )
        self._loop = asyncio.new_event_loop()
        Thread(target=self._talk, name="renderer", daemon=True).start()
        self._opening = self._begin(self._kaleido.open())
        # Only then: what is registered last is run first, and Chrome must end before its folders are removed
        self._opening.add_done_callback(lambda _: atexit.register(self.close))

    def _talk(self) -> None:
        self._loop.run_forever()
        self._loop.close()

    def _begin(self, work: Coroutine[Any, Any, Any]) -> Future[Any]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    @property
    def pid(self) -> int | None:
        """The process that Chrome and its helpers are the group of, while it runs."""
        process = getattr(self._kaleido, "subprocess", None)
        return process.pid if process and process.poll() is None else None

    def has_died(self) -> bool:
        """Whether it was started and is gone."""
        return self._opening.done() and self.pid is None

    def draw(self, figure: Mapping[str, Any], kind: Kind, scale: int, until: float) -> bytes:
        """The image.

        Raises:
            TimeoutError: `until`, a monotonic time, has come.
            KaleidoError, JavascriptError: Plotly could not draw it.
            Exception: any other, when Chrome died or could not be started.
        """
        self._opening.result(_left(until))
        drawing = self._begin(self._kaleido.calc_fig(figure, {"format": kind, "scale": scale}))
        image: bytes = drawing.result(_left(until))
        return image

    def close(self) -> None:
        """End it, in good order if it answers."""
        with suppress(Exception):
            self._begin(self._kaleido.close()).result(SECONDS_TO_CLOSE)
        self.abandon()

    def abandon(self) -> None:
        """Kill it and return at once; its own thread tidies up."""
        atexit.unregister(self.close)
        self._kill()
        self._begin(self._end())

    def _kill(self) -> None:
        """Kill Chrome and its helpers, which one that is stopped dies of too."""
        pid = self.pid
        if pid is None:
            return
        if sys.platform == "win32":
            self._kaleido.subprocess.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)

    async def _end(self) -> None:
        """Let Kaleido see the death and remove its folders, then end the thread."""
        while not self._opening.done() and self.pid is None:
            await asyncio.sleep(0.01)  # it was about to be started
        self._kill()
        if others := asyncio.all_tasks() - {asyncio.current_task()}:
            _, left = await asyncio.wait(others, timeout=SECONDS_TO_TIDY)
            for task in left:
                task.cancel()
        atexit.unregister(self.close)  # where it was still starting, it has been registered since
        self._loop.stop()


def _left(until: float) -> float:
    return max(0.0, until - time.monotonic())


class Renderer:
    """Draws one figure after the other, on a Chrome that is started when it is first needed."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._chrome: _Chrome | None = None

    @property
    def pid(self) -> int | None:
        """The process of the Chrome that runs, if one does."""
        return self._chrome.pid if self._chrome else None

    def draw(self, figure: Mapping[str, Any], kind: Kind, scale: int = 1) -> bytes:
        """The image of a figure, given as a dictionary, in the width and height of its layout.

        A PDF has the `title` of the layout's `meta` as its own.

        Raises:
            ImageError: which of its kinds says why.
        """
        if not self._lock.acquire(timeout=SECONDS_TO_WAIT):
            raise TooBusyError("The server is drawing other images. Try again in a minute.")
        try:
            return self._draw(figure, kind, scale, time.monotonic() + SECONDS_TO_DRAW)
        finally:
            self._lock.release()

    def _draw(self, figure: Mapping[str, Any], kind: Kind, scale: int, until: float) -> bytes:
        """Draw it; once more when Chrome dies of something else than this figure."""
        for _ in range(ATTEMPTS):
            chrome = self._running()
            try:
                return chrome.draw(figure, kind, scale, until)
            except (KaleidoError, JavascriptError) as error:
                raise NotDrawnError("This figure could not be drawn.") from error
            except TimeoutError as error:
                self._abandon()
                raise TimedOutError(
                    f"The image was not drawn within {SECONDS_TO_DRAW:g} seconds. Try again."
                ) from error
            except Exception as error:  # whatever Kaleido makes of a Chrome that is gone
                self._abandon()
                died = error
        raise NotDrawnError("The browser that draws images ended before this one was drawn.") from died

    def _running(self) -> _Chrome:
        if self._chrome and self._chrome.has_died():
            self._abandon()
        if self._chrome is None:
            browser = find_browser()
            if browser is None:
                raise NoBrowserError(HOW_TO_GET)
            self._chrome = _Chrome(browser)
        return self._chrome

    def _abandon(self) -> None:
        if self._chrome:
            self._chrome.abandon()
            self._chrome = None

    def stop(self) -> None:
        """End the Chrome that runs, if one does; the next figure gets a new one.

        For servers, whose process may end by a signal and run nothing registered for its exit. Chrome
        would then end by itself, but leave its folders behind, and one that hangs would stay.
        """
        with self._lock:
            if self._chrome:
                self._chrome.close()
                self._chrome = None


_RENDERER = Renderer()
draw, stop = _RENDERER.draw, _RENDERER.stop


def find_browser() -> Path | None:
    """The Chrome or Chromium that draws: Kaleido's own, that of BROWSER_PATH, or an installed one."""
    found = Chromium.find_browser(skip_local=False)
    return Path(found) if found and Path(found).is_file() else None


def has_browser() -> bool:
    """Whether images can be drawn here. Cheap: nothing is started."""
    return find_browser() is not None

"""One browser window on the dashboard, and everything it complained of or asked another host for."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Locator, Page

from tests.browser.pictures import Picture, read_picture
from tests.browser.server import HOST

PATIENCE = 30_000  # milliseconds: a cold server on a busy machine reads every article first
STEADY_TRIES = 60
CHART = "[data-testid=stPlotlyChart]"
COMPARISON = ".comparison"
MAP = "[data-testid=stDeckGlJsonChart]"
IDLE = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    return app?.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid=stMain] [data-testid=stElementContainer]')
        && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]');
}"""
# Words are first drawn in a font that is at hand, and again when their own has come.
FONTS_ARE_THERE = "() => document.fonts.ready.then(() => true)"
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Visit:
    """A window on one server; `complaints` and `outside_requests` hold for its whole life."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    outside_requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._watch(request.url))
        self.page.on("websocket", lambda socket: self._watch(socket.url))

    def _hear(self, message: ConsoleMessage) -> None:
        asked = urlsplit(message.location.get("url", "")).path
        if message.type == "error":
            self.complaints.append(f"{message.text} ({asked})")

    def _watch(self, url: str) -> None:
        if urlsplit(url).hostname not in (None, HOST):  # data: and blob: addresses name no host
            self.outside_requests.append(url)

    def open(self, path: str) -> None:
        """Go to a page of the dashboard and wait until its script has run to the end."""
        self.page.goto(self.address + path)
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Wait until the script has run and nothing on the page is about to be replaced."""
        self.page.wait_for_function(IDLE)

    def picture_of(self, target: Locator) -> Picture:
        """The pixels of an element once two shots in a row are the same, so nothing is still being drawn."""
        last = None
        for _ in range(STEADY_TRIES):
            self.page.evaluate(FONTS_ARE_THERE)
            self.page.evaluate(TWO_FRAMES)
            now = shoot(target)
            if now and last and now.same_as(last):
                return now
            last = now
        raise AssertionError("the picture never came to rest")

    def changed_picture_of(self, target: Locator, before: Picture) -> Picture:
        """The pixels of an element once they differ from `before`; raises where they never do."""
        for _ in range(STEADY_TRIES):
            self.wait_until_idle()
            now = self.picture_of(target)
            if not now.same_as(before):
                return now
        raise AssertionError("the picture stayed the same")


def shoot(target: Locator) -> Picture | None:
    """The pixels of an element now; None where the page replaces it under the camera."""
    target.wait_for()
    try:
        return read_picture(target.screenshot())
    except Error as error:
        if "not attached" in error.message:
            return None
        raise

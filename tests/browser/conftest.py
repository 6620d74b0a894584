"""Fixtures of the browser tests: one Chromium for all, a server, a window; failing tests leave a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.server import running_dashboard
from tests.browser.visits import Visit
from tests.chromium import HOW_TO_GET, find_chromium

PICTURES = Path(__file__).parent / "pictures"
ARGUMENTS = (
    "--no-sandbox",  # a container's root cannot make the sandbox; only our own pages are opened
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-gl=angle",  # WebGL without a graphics card
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
DESKTOP = (1440, 900)

Scheme = Literal["light", "dark"]
OpenWindow = Callable[..., Visit]
failed_tests = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium or Chrome, headless."""
    path = find_chromium()
    if path is None:
        pytest.fail(HOW_TO_GET, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def fresh_dashboard(tmp_path: Path) -> Iterator[str]:
    """The address of a server that nobody has visited yet."""
    with running_dashboard(tmp_path / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that several tests share."""
    with running_dashboard(tmp_path_factory.mktemp("dashboard") / "server.log") as address:
        yield address


@pytest.fixture
def open_window(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[OpenWindow]:
    """Opens a window of its own, with no history; a failing test's windows are stored as pictures."""
    visits: list[Visit] = []
    with ExitStack() as windows:

        def open_one(address: str, size: tuple[int, int] = DESKTOP, scheme: Scheme = "light") -> Visit:
            viewport = ViewportSize(width=size[0], height=size[1])
            context = chromium.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
            windows.callback(context.close)
            visits.append(Visit(context.new_page(), address))
            return visits[-1]

        yield open_one
        if request.node.stash.get(failed_tests, False):
            store_pictures(request.node.name, visits)


def store_pictures(test: str, visits: list[Visit]) -> None:
    """Save what each window shows under a name made from the test's."""
    PICTURES.mkdir(exist_ok=True)
    for number, visit in enumerate(visits, start=1):
        visit.page.screenshot(path=PICTURES / f"{re.sub(r'[^a-z0-9]+', '-', test.lower())}-{number}.png")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell the fixtures of a test, as they are taken down, whether it failed."""
    report = yield
    if call.when == "call":
        item.stash[failed_tests] = report.failed
    return report

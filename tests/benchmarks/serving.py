"""How fast figure links are answered, and how soon a chart stands: `python -m tests.benchmarks.serving`.

Run from the project's root, in the environment of the tests, where there is a Chrome or Chromium. Everything
is asked of servers on the loopback interface that are started for it, each a process of its own.

A few clients ask for links at once, each over one connection. A figure that is not kept is of a view that
nobody has asked for before.

The chart is that of the first page, and beside it a page of Streamlit with one bare Plotly chart and the same
configuration. Both servers have read all they need. Each visit is by a new browser profile that has nothing
stored, and the pages take turns at going first, because a machine is never quiet. The time is by the
browser's own clock, from the address to the first mark of the chart.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import combinations, product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, sync_playwright

from loaders.operations import load_operations
from loaders.tables import SIDES
from pages.figures.choices import FIRST_MEASURES
from tests.browser.conftest import ARGUMENTS
from tests.browser.server import HOST, ROOT, end, free_port, running_dashboard, wait_until_healthy
from tests.chromium import find_chromium

CLIENTS = 4
FORMATS = ("csv", "svg", "png")
MADE, KEPT = 24, 400  # requests, of each format
VISITS = 15
WANTED = 1.3
ALWAYS_DRAWN = "palestinian"

BARE = """
import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Bar(x=list("abcde"), y=[5, 4, 3, 2, 1])))
"""
TELL_WHEN_DRAWN = """
new MutationObserver((_, observer) => {
    if (!document.querySelector("[data-testid=stPlotlyChart] .main-svg :is(.point, .points) path")) return;
    window.drawn = performance.now();
    observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""


def main() -> None:
    """Print both tables."""
    command = argparse.ArgumentParser(prog="python -m tests.benchmarks.serving", description=__doc__)
    command.add_argument("--visits", type=int, default=VISITS)
    visits = command.parse_args().visits
    measure_links()
    compare_first_sight(visits)


def measure_links() -> None:
    """How many links are answered in a second: with a figure to make, with one that is kept, and by a 304."""
    print(f"\nLinks to figures, answers a second to {CLIENTS} clients; {MADE} to make, {KEPT} of the others")
    print(f"{'':6}{'made anew':>12}{'kept':>10}{'not modified':>14}")
    views = shuffled_views()
    with TemporaryDirectory() as folder, running_dashboard(Path(folder) / "server.log") as address:
        for number, format_ in enumerate(FORMATS):
            own = views[number :: len(FORMATS)]
            first, *links = (f"/figures/casualties.{format_}?{view}" for view in own[: MADE + 1])
            tag = _ask(address, [first], 200)[0]  # the first of all reads the articles, or starts a Chrome
            rates = (
                _rate(address, links, 200),
                _rate(address, [first] * KEPT, 200),
                _rate(address, [first] * KEPT, 304, tag),
            )
            print(f"{format_:6}{rates[0]:12.1f}{rates[1]:10.0f}{rates[2]:14.0f}", flush=True)


def shuffled_views() -> list[str]:
    """Views that all differ, as addresses name them. Each has a side that is drawn without a figure too."""
    operations = _some_of(list(load_operations()["operation_id"]))
    sides = [some for some in _some_of(SIDES) if ALWAYS_DRAWN in some]
    choices = product(operations, FIRST_MEASURES, sides)
    views = [
        urlencode({"operation": some, "measure": measure, "side": told_of}, doseq=True)
        for some, measure, told_of in choices
    ]
    random.Random(0).shuffle(views)
    return views


def _some_of(ids: Sequence[str]) -> list[tuple[str, ...]]:
    """Every choice of at least one."""
    return [some for count in range(1, len(ids) + 1) for some in combinations(ids, count)]


def _rate(address: str, links: Sequence[str], status: int, tag: str = "") -> float:
    """Answers a second to all clients together, who share the links."""
    shares = [links[number::CLIENTS] for number in range(CLIENTS)]
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(partial(_ask, address, status=status, tag=tag), shares))
    return len(links) / (time.perf_counter() - began)


def _ask(address: str, links: Sequence[str], status: int, tag: str = "") -> list[str]:
    """The tags of the answers, which all have that status. A `tag` says which state the client has."""
    tags = []
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=60)) as connection:
        for link in links:
            connection.request("GET", link, headers={"If-None-Match": tag} if tag else {})
            with connection.getresponse() as answer:
                answer.read()
            if answer.status != status:
                raise RuntimeError(f"{link} was answered {answer.status}, not {status}")
            tags.append(answer.headers["etag"])
    return tags


def compare_first_sight(visits: int = VISITS) -> None:
    """The time from an address to its chart, by our first page and by a bare one."""
    print(f"\nFrom the address to the drawn chart, new browser profile; medians of {visits} visits")
    print(f"{'bare Streamlit page':>19}{'first page':>14}{'to bare':>10}")
    with (
        TemporaryDirectory() as folder,
        running_dashboard(Path(folder) / "dashboard.log") as ours,
        running_bare(Path(folder)) as bare,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        times = time_first_sight(browser, bare, ours, visits)
        browser.close()
    theirs, mine = (median(side) for side in zip(*times, strict=True))
    ratio = median(mine / theirs for theirs, mine in times)
    over = f"  more than {WANTED:g} times the bare page" if ratio > WANTED else ""
    print(f"{theirs:17.2f} s{mine:12.2f} s{ratio:10.2f}{over}")


def time_first_sight(browser: Browser, bare: str, ours: str, visits: int) -> list[tuple[float, float]]:
    """Seconds of each round, by the bare page and by ours. The first, to warm the servers, is not counted."""
    times = []
    for number in range(visits + 1):
        if number % 2:
            theirs, mine = _visit(browser, bare), _visit(browser, ours)
        else:
            mine, theirs = _visit(browser, ours), _visit(browser, bare)
        if number:
            times.append((theirs, mine))
    return times


def _visit(browser: Browser, address: str) -> float:
    """Seconds from the address to the first mark of the chart."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as profile:
        page = profile.new_page()
        page.add_init_script(TELL_WHEN_DRAWN)
        page.goto(address, wait_until="commit")
        drawn: float = page.wait_for_function("() => window.drawn").json_value()
        page.wait_for_load_state("networkidle")  # what is still on its way must not slow the next visit
    return drawn / 1000


@contextmanager
def running_bare(folder: Path) -> Iterator[str]:
    """The address of a server of the bare page, while the block runs. Its files lie in `folder`."""
    script, log = folder / "bare.py", folder / "bare.log"
    script.write_text(BARE, encoding="utf-8")
    port = free_port()
    address = f"http://{HOST}:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    command += [f"--server.address={HOST}", f"--server.port={port}", "--server.fileWatcherType=none"]
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_until_healthy(server, address, log)
        yield address
    finally:
        end(server)


if __name__ == "__main__":
    main()

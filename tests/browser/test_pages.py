"""Every page in a real browser: cold, quiet, really drawn, answering its filters, and on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Route

from pages.figures.palette import DARK, LIGHT
from pages.ui.menu import MENU, Entry, name_in_tabs
from tests.browser.conftest import OpenWindow
from tests.browser.server import running_dashboard
from tests.browser.visits import CHART, COMPARISON, MAP, Visit

PHONE = (390, 844)
PAGES = {"/": CHART, "/comparison": COMPARISON, "/map": MAP}
PLACEHOLDER = "[data-testid=stSkeleton]"
# A bar or a disc is far larger; a stray line of text in an accent is smaller.
MARK = 150  # pixels


@pytest.mark.parametrize(("path", "target"), PAGES.items(), ids=PAGES)
def test_a_cold_deep_link_draws(
    path: str, target: str, fresh_dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(fresh_dashboard)
    visit.open(path)
    picture = visit.picture_of(visit.page.locator(target).first)
    assert picture.count_of(LIGHT.sides["palestinian"].mark) > MARK
    assert visit.complaints == []
    assert visit.outside_requests == []


@pytest.mark.parametrize(("path", "target"), PAGES.items(), ids=PAGES)
def test_the_dark_theme_has_its_own_colours(
    path: str, target: str, dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, scheme="dark")
    visit.open(path)
    picture = visit.picture_of(visit.page.locator(target).first)
    assert picture.count_of(DARK.sides["palestinian"].mark) > MARK


@pytest.mark.parametrize(("path", "target"), PAGES.items(), ids=PAGES)
def test_a_phone_sees_it_whole(path: str, target: str, dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard, PHONE)
    visit.open(path)
    drawn = visit.page.locator(target).first
    assert visit.picture_of(drawn).count_of(LIGHT.sides["palestinian"].mark) > MARK
    box = drawn.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0]
    assert overflowing(visit) == []


@pytest.mark.parametrize(("path", "target"), [("/", CHART), ("/map", MAP)], ids=["/", "/map"])
def test_a_measure_changes_the_picture(
    path: str, target: str, dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open(path)
    drawn = visit.page.locator(target).first
    before = visit.picture_of(drawn)
    visit.page.get_by_role("radio", name="Wounded").click()
    after = visit.changed_picture_of(drawn, before)

    shared = open_window(dashboard)
    shared.open(visit.page.url.removeprefix(dashboard))
    again = shared.picture_of(shared.page.locator(target).first)
    # WebGL smooths the edges of the same map a little differently each time.
    assert again.share_that_differs(after, tolerance=64) < 0.001


@pytest.mark.parametrize(
    ("path", "target"), [("/", CHART), ("/comparison", COMPARISON)], ids=["/", "/comparison"]
)
def test_leaving_out_an_operation_changes_the_picture(
    path: str, target: str, dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open(path)
    drawn = visit.page.locator(target).first
    before = visit.picture_of(drawn)
    visit.page.get_by_role("button", name=re.compile("^Remove .*2023")).click()
    after = visit.changed_picture_of(drawn, before)
    assert after.share_that_differs(before) > 0.01
    assert visit.complaints == []


def test_a_choice_goes_along_to_the_next_page(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open("/")
    visit.page.get_by_role("radio", name="Wounded").click()
    visit.page.get_by_role("heading", name="wounded").wait_for()
    visit.page.get_by_role("navigation").get_by_role("link", name="Map").click()
    visit.page.locator(MAP).wait_for()
    visit.wait_until_idle()
    assert visit.page.get_by_role("radio", name="Wounded").is_checked()


@pytest.mark.parametrize(("path", "target"), [("/", CHART), ("/map", MAP)], ids=["/", "/map"])
def test_a_picture_is_told_in_words(path: str, target: str, dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open(path)
    words = visit.page.locator(target).first.get_attribute("aria-label") or ""
    assert "Jenin" in words
    assert "21" in words


@pytest.mark.parametrize("entry", MENU, ids=[entry.title for entry in MENU])
def test_a_tab_is_named_after_its_page_before_and_after_it_is_there(
    entry: Entry, dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.page.goto(f"{dashboard}/{entry.path}", wait_until="commit")
    visit.page.wait_for_function("name => document.title === name", arg=name_in_tabs(entry.title))
    visit.wait_until_idle()
    assert visit.page.title() == name_in_tabs(entry.title)


def test_a_placeholder_stands_still_and_goes_when_its_chart_is_there(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.page.emulate_media(reduced_motion="no-preference")
    with held_back(visit, "**/PlotlyChart.*.js"):
        visit.page.goto(dashboard)
        # asked at one moment: an element whose script has come is replaced at any other
        visit.page.wait_for_function(
            """selector => {
                const all = [...document.querySelectorAll(selector)];
                return all.length && all.every(one => getComputedStyle(one).animationName === "none");
            }""",
            arg=PLACEHOLDER,
        )
    visit.page.locator(CHART).wait_for()
    visit.wait_until_idle()
    assert visit.page.locator(PLACEHOLDER).count() == 0


@contextmanager
def held_back(visit: Visit, files: str) -> Iterator[None]:
    """Files that the page asks for within the block come once it has ended."""
    asked: list[Route] = []
    visit.page.route(files, lambda route: asked.append(route))
    yield
    for route in asked:
        route.continue_()


def test_the_folder_that_is_named_is_read_and_read_again(tmp_path: Path, open_window: OpenWindow) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    write_article(articles / "first.txt", "seven Palestinians")
    with running_dashboard(tmp_path / "server.log", articles) as address:
        visit = open_window(address)
        visit.open("/")
        visit.page.get_by_text("seven Palestinians").first.wait_for()
        write_article(articles / "second.txt", "eight Palestinians")
        visit.open("/")
        visit.page.get_by_text("eight Palestinians").first.wait_for()


def write_article(file: Path, killed: str) -> None:
    text = (
        f"In the operation in Jenin, troops killed {killed}, the Palestinian Health Ministry said on Tuesday."
    )
    file.write_text(f"date 2023-07-04 {text}\n", encoding="utf-8")


def overflowing(visit: Visit) -> list[str]:
    """The containers of the page that would have to be scrolled sideways."""
    found: list[str] = visit.page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
            .filter(box => box.scrollWidth > box.clientWidth)
            .map(box => `${box.tagName}: ${box.scrollWidth} > ${box.clientWidth}`)"""
    )
    return found

"""Every page in a real browser: cold, quiet, really drawn, answering its filters, and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.figures.palette import Mode, palette_of
from tests.browser.conftest import OpenWindow
from tests.browser.server import running_dashboard
from tests.browser.visits import CHART, COMPARISON, MAP, Visit

PHONE = (390, 844)
PAGES = {"/": CHART, "/comparison": COMPARISON, "/map": MAP}
# A bar or a disc is far larger; a stray line of text in an accent is smaller.
MARK = 150  # pixels


@pytest.mark.parametrize(("path", "target"), PAGES.items(), ids=PAGES)
def test_a_cold_deep_link_draws(
    path: str, target: str, fresh_dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(fresh_dashboard)
    visit.open(path)
    picture = visit.picture_of(visit.page.locator(target).first)
    assert picture.count_of(palette_of("light").sides["palestinian"].mark) > MARK
    assert visit.complaints == []
    assert visit.outside_requests == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("path", "target"), PAGES.items(), ids=PAGES)
def test_both_themes_have_their_own_colours(
    path: str, target: str, mode: Mode, dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, scheme=mode)
    visit.open(path)
    picture = visit.picture_of(visit.page.locator(target).first)
    assert picture.count_of(palette_of(mode).sides["palestinian"].mark) > MARK


@pytest.mark.parametrize(("path", "target"), PAGES.items(), ids=PAGES)
def test_a_phone_sees_it_whole(path: str, target: str, dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard, PHONE)
    visit.open(path)
    drawn = visit.page.locator(target).first
    assert visit.picture_of(drawn).count_of(palette_of("light").sides["palestinian"].mark) > MARK
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


def test_leaving_out_an_operation_changes_the_chart(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open("/")
    chart = visit.page.locator(CHART).first
    before = visit.picture_of(chart)
    visit.open("/?operation=2023-07")
    assert visit.changed_picture_of(chart, before)


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

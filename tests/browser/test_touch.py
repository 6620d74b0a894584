"""A finger on a chart: a swipe scrolls the page, a tap picks a mark."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import CHART, MAP, Visit

STEPS, SWIPE = 15, 250  # pixels
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.fixture
def phone(chromium: Browser, dashboard: str) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield Visit(context.new_page(), dashboard)
    context.close()


def swipe_up(page: Page, x: float, y: float) -> None:
    browser = page.context.new_cdp_session(page)

    def touch(kind: str, *points: float) -> None:
        browser.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": at} for at in points]}
        )

    touch("touchStart", y)
    for step in range(1, STEPS + 1):
        touch("touchMove", y - SWIPE * step / STEPS)
    touch("touchEnd")


@pytest.mark.parametrize(("path", "chart"), [("/", CHART), ("/disagreement", CHART), ("/map", MAP)])
def test_a_swipe_over_a_chart_scrolls_the_page(phone: Visit, path: str, chart: str) -> None:
    phone.open(path)
    drawn = phone.page.locator(chart).first
    drawn.scroll_into_view_if_needed()
    box = drawn.bounding_box()
    assert box is not None
    before = phone.page.evaluate(SCROLLED)
    swipe_up(phone.page, 200, min(max(box["y"] + 150, 350), 700))
    phone.page.wait_for_function(f"{SCROLLED} > {before + SWIPE / 3}")
    assert not phone.complaints


def test_a_tap_on_a_mark_opens_its_sentence(phone: Visit) -> None:
    phone.open("/")
    mark = phone.page.locator(f"{CHART} .points path").nth(3)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    phone.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    phone.page.get_by_role("button", name="Close").wait_for()

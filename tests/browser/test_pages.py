"""Every page in a real browser: cold, quiet, really drawn, answering its filters, and on a phone."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenWindow
from tests.browser.visits import CHART, MAP, Visit

PHONE = (390, 844)
PAGES = {"/": CHART, "/comparison": CHART, "/map": MAP}


@pytest.mark.parametrize(("path", "target"), PAGES.items())
def test_a_cold_deep_link_draws(
    path: str, target: str, fresh_dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(fresh_dashboard)
    visit.open(path)
    assert visit.picture_of(visit.page.locator(target).first).count_off_background() > 2_000
    assert_quiet(visit)


@pytest.mark.parametrize(("path", "target"), PAGES.items())
def test_a_phone_sees_it_whole(path: str, target: str, dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard, PHONE)
    visit.open(path)
    drawn = visit.page.locator(target).first
    box = drawn.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0]
    assert visit.picture_of(drawn).count_off_background() > 2_000
    assert overflowing(visit) == []


def assert_quiet(visit: Visit) -> None:
    assert visit.complaints == []
    assert visit.outside_requests == []


def overflowing(visit: Visit) -> list[str]:
    """The containers of the page that would have to be scrolled sideways."""
    found: list[str] = visit.page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
            .filter(box => box.scrollWidth > box.clientWidth)
            .map(box => `${box.tagName}: ${box.scrollWidth} > ${box.clientWidth}`)"""
    )
    return found

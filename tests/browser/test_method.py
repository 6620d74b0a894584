"""The method page in a real browser: cold, quiet, its links, its search, and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenWindow
from tests.browser.visits import Visit

PHONE = (390, 844)
# A heading that a link leads to stands under the menu, near the top of the window.
NEAR_TOP = 200  # pixels
LONGEST_LINE = 80  # characters


def test_a_cold_deep_link_is_quiet(fresh_dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(fresh_dashboard)
    visit.open("/method")
    expect(visit.page.get_by_role("heading", name="Measured reading error")).to_be_visible()
    expect(visit.page.get_by_role("region", name="What each rule chooses")).to_be_visible()
    assert visit.complaints == []
    assert visit.outside_requests == []


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])
def test_a_link_leads_to_its_heading(size: tuple[int, int], dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard, size)
    visit.open("/method")
    visit.page.get_by_role("navigation", name="On this page").get_by_role("link", name="Known limits").click()
    assert_near_top(visit, "Known limits")
    assert visit.page.url.endswith("/method#limits")
    assert visit.complaints == []


def test_the_vocabularies_are_searched(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open("/method")
    visit.page.get_by_label("Find in these tables").fill("balata")
    visit.page.keyboard.press("Enter")
    visit.page.get_by_role("heading", name=re.compile(r"Places \(\d+ of \d+\)")).wait_for()
    assert visit.complaints == []


def test_a_phone_scrolls_tables_in_their_own_box(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard, PHONE)
    visit.open("/method")
    assert visit.page.evaluate(
        """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
            .every(box => box.scrollWidth <= box.clientWidth)"""
    )
    sheet = visit.page.get_by_role("region", name="Reading error by field and sample")
    assert sheet.evaluate("box => box.scrollWidth > box.clientWidth")
    sheet.evaluate("box => { box.scrollLeft = 80; }")
    assert sheet.evaluate("box => box.scrollLeft") == 80


def test_lines_of_text_are_not_too_long(dashboard: str, open_window: OpenWindow) -> None:
    """The characters of each paragraph by the lines that the browser breaks it into."""
    visit = open_window(dashboard)
    visit.open("/method")
    longest = visit.page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('[data-testid=stMarkdown] p')].map(block => {
            const lines = block.clientHeight / parseFloat(getComputedStyle(block).lineHeight);
            return block.innerText.length / Math.round(lines);
        }))"""
    )
    assert 40 < longest <= LONGEST_LINE


def assert_near_top(visit: Visit, heading: str) -> None:
    """Wait until a heading has scrolled to the top of the window."""
    visit.page.wait_for_function(
        """([name, near]) => [...document.querySelectorAll('h2')].some(heading => {
            const top = heading.getBoundingClientRect().top;
            return heading.innerText.includes(name) && top >= 0 && top < near;
        })""",
        arg=[heading, NEAR_TOP],
    )

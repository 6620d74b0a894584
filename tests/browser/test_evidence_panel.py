"""One click, or a few keys, from a mark to its sentence, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenWindow
from tests.browser.visits import Visit

PHONE = (390, 844)
POINT = ".js-plotly-plot .point"
PANEL = "[class*=_panel_open]"


def click_right_of_middle(visit: Visit, mark: Locator) -> None:
    """Click on a bar where no line of marks crosses it."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    visit.page.mouse.click(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
    visit.wait_until_idle()


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])
def test_a_click_on_a_bar_shows_who_says_it(
    size: tuple[int, int], dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, size)
    visit.open("/?measure=killed&operation=2023-07")
    visit.picture_of(visit.page.locator("[data-testid=stPlotlyChart]"))
    click_right_of_middle(visit, visit.page.locator(POINT).first)
    panel = visit.page.locator(PANEL)
    expect(panel).to_contain_text("12: latest report; Palestinian Health Ministry")
    expect(panel.locator("mark").first).to_be_visible()
    link = panel.get_by_role("link").first
    assert re.fullmatch(r"/articles\?article=[^&]+&claim=[^&]+", link.get_attribute("href") or "")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
    assert visit.complaints == []


def test_arrow_keys_in_the_table_show_the_sentences_of_a_row(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open("/?measure=killed&operation=2023-07")
    visit.page.locator("[data-testid=data-grid-canvas]").first.focus()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowDown")
    expect(visit.page.locator(PANEL)).to_contain_text("Jenin, 3–5 July 2023")


def test_enter_on_a_cell_of_the_comparison_shows_its_sentences(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open("/comparison")
    visit.page.get_by_role("button", name="39").focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(PANEL)).to_contain_text("39: latest report; reporter's own voice")
    assert visit.complaints == []


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])
def test_a_cell_that_was_picked_stays_above_its_sentences(
    size: tuple[int, int], dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, size)
    visit.open("/comparison")
    cell = visit.page.get_by_role("button", name="39")
    cell.evaluate("cell => cell.scrollIntoView({ block: 'end' })")
    cell.click()
    panel = visit.page.locator(PANEL)
    expect(panel).to_contain_text("39: latest report")
    above, below = cell.bounding_box(), panel.bounding_box()
    assert above and below
    assert 0 < above["y"] + above["height"] < below["y"]

"""Every page by axe-core's rules, in both themes and on a phone; and the way through them without a mouse.

The rules come from the package axe-playwright-python, which holds axe-core itself: nothing is fetched. What
axe cannot decide, as the contrast of text on a drawn chart, is held by the tests of the palette.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.conftest import DESKTOP, OpenWindow, Scheme
from tests.browser.visits import CHART, COMPARISON, MAP, Visit

PHONE = (390, 844)
# Each page with what it draws last.
PAGES = {
    "/": CHART,
    "/comparison": COMPARISON,
    "/map": MAP,
    "/articles": ".articles",
    "/articles?article=jenin-incursion-over": ".reader",
    "/disagreement": CHART,
    "/method": "#dictionary",
}
GRAVE = {"serious", "critical"}
PANEL = "[class*=_panel_open]"
# From one end of the fullest page to the other.
MOST_STEPS = 200


def grave_findings(visit: Visit) -> list[str]:
    """What axe finds serious or critical, one line for each element."""
    found: list[dict[str, Any]] = Axe().run(visit.page).response["violations"]
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def open_wholly(visit: Visit, path: str) -> None:
    """Open a page, everything on it that is folded up, and the window as far as the page goes.

    The page scrolls in a box of its own, and of text that is out of sight axe measures no contrast.
    """
    visit.open(path)
    visit.page.locator(PAGES[path]).first.wait_for()
    folded = visit.page.locator("[data-testid=stMain] details:not([open]) > summary")
    while folded.count():
        folded.first.click()
        visit.wait_until_idle()
    expect(visit.page.locator("[data-testid=stException]")).to_have_count(0)
    window = visit.page.viewport_size
    assert window
    height = visit.page.locator("[data-testid=stMain]").evaluate("box => box.scrollHeight")
    visit.page.set_viewport_size({"width": window["width"], "height": height + window["height"]})
    visit.wait_until_idle()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_a_reader_out(
    scheme: Scheme, path: str, dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, DESKTOP, scheme)
    open_wholly(visit, path)
    assert grave_findings(visit) == []
    assert visit.outside_requests == []


@pytest.mark.parametrize("path", ["/", "/comparison"])
def test_nothing_keeps_a_reader_out_on_a_phone(path: str, dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard, PHONE, "dark")
    open_wholly(visit, path)
    assert grave_findings(visit) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_alone_goes_from_the_menu_to_the_sentence_in_its_article(
    scheme: Scheme, dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, DESKTOP, scheme)
    page, press = visit.page, visit.page.keyboard.press
    visit.open("/comparison")
    go_to(visit, page.get_by_role("navigation").get_by_role("link", name="Casualties"))
    press("Enter")
    page.locator(CHART).wait_for()
    visit.wait_until_idle()

    go_to(visit, page.get_by_role("radio", name="Killed"))
    press("ArrowRight")
    press("Enter")
    page.get_by_role("heading", name="wounded").wait_for()
    visit.wait_until_idle()
    assert page.get_by_role("radio", name="Wounded").is_checked()

    go_to(visit, page.locator("[data-testid=data-grid-canvas]").first)
    press("ArrowDown")
    panel = page.locator(PANEL)
    expect(panel.locator("mark").first).to_be_visible()
    visit.wait_until_idle()
    assert grave_findings(visit) == []

    go_to(visit, panel.get_by_role("link").first, key="Shift+Tab")
    press("Enter")
    page.wait_for_url("**/articles?*claim=*")
    expect(page.locator(".reader .asked > .mark")).to_be_focused()
    assert visit.complaints == []


def go_to(visit: Visit, target: Locator, key: str = "Tab") -> None:
    """Press a key until the focus is on an element; raises where it never comes there."""
    target.wait_for()
    for _ in range(MOST_STEPS):
        if target.evaluate("node => node === document.activeElement"):
            return
        visit.page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {target}")

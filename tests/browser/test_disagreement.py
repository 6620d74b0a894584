"""The page of disagreement in a real browser: drawn in both themes, on a phone, and answering a click."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.figures.palette import DARK, LIGHT
from tests.browser.conftest import OpenWindow, Scheme
from tests.browser.server import running_dashboard
from tests.browser.visits import CHART, Visit

PAGE, PHONE = "/disagreement", (390, 844)
MARK = 150  # pixels: the marks of the ladder are more; a stray line of text is less

REPORTS = {
    "2023-07-04": (
        "The raid on Jenin goes on. The Palestinian Health Ministry said 8 Palestinians were killed in Jenin "
        "since it began. The Palestinian Red Crescent said at least 5 Palestinians were killed in Jenin."
    ),
    "2023-07-05": (
        "The Palestinian Health Ministry said 11 Palestinians were killed in the raid on Jenin since it "
        "began. The Palestinian Red Crescent said 9 Palestinians were killed in the raid on Jenin. Witnesses "
        "said that soldiers stormed the hospital in Jenin. The army denied that its troops had entered "
        "<b>a</b> hospital."
    ),
}


def overflowing(visit: Visit) -> int:
    """By how many pixels the page would have to be scrolled sideways."""
    return int(
        visit.page.evaluate(
            """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                .reduce((most, box) => Math.max(most, box.scrollWidth - box.clientWidth), 0)"""
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_it_is_drawn_quietly(
    scheme: Scheme, size: tuple[int, int], dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, size, scheme)
    visit.open(PAGE)
    palette = DARK if scheme == "dark" else LIGHT
    assert visit.picture_of(visit.page.locator(CHART)).count_of(palette.sides["palestinian"].mark) > MARK
    assert "Palestinian Health Ministry" in (visit.page.locator(CHART).get_attribute("aria-label") or "")
    assert overflowing(visit) == 0
    assert visit.complaints == []
    assert visit.outside_requests == []


def test_a_click_on_a_mark_opens_its_sentence_and_text_stays_text(
    tmp_path: Path, open_window: OpenWindow
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for day, text in REPORTS.items():
        (folder / f"{day}.txt").write_text(f"date {day} {text}")
    with running_dashboard(tmp_path / "server.log", folder) as address:
        visit = open_window(address)
        visit.open(PAGE)
        assert visit.page.get_by_text("denied that its troops had entered <b>a</b> hospital").is_visible()
        assert visit.page.get_by_role("heading", name="Killed · Palestinians · Jenin").is_visible()
        visit.picture_of(visit.page.locator(CHART))
        mark = visit.page.locator(f"{CHART} .scatterlayer .trace .points path").last
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box
        visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        visit.page.get_by_role("button", name="Close").wait_for()
        visit.wait_until_idle()
        assert visit.page.locator("ul.claims").first.locator("mark").count() == 1
        assert visit.complaints == []


def test_a_choice_is_made_by_keyboard_and_stands_in_the_address(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open(PAGE)
    box = visit.page.get_by_role("combobox", name="Operation")
    box.focus()
    visit.page.keyboard.type("2024")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**told=2024-08**")
    visit.wait_until_idle()
    assert "told=2024-08" in visit.page.url


def test_a_speaker_is_chosen_and_kept_on_the_way_to_another_page(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open(f"{PAGE}?told=2023-07&speaker=Palestinian+Health+Ministry")
    assert visit.page.get_by_text("Only what was said by Palestinian Health Ministry is shown").is_visible()
    label = visit.page.locator(CHART).get_attribute("aria-label") or ""
    assert "Palestinian Health Ministry" in label and "reporter's own voice" not in label
    visit.page.get_by_role("link", name="Casualties", exact=True).click()
    visit.page.wait_for_url("**speaker=Palestinian+Health+Ministry**")
    assert visit.complaints == []

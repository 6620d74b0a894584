"""The marks of the map in a real browser: what pointing at one and clicking on it shows."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

import loaders
from pages.figures.layout import Spot, lay_out
from pages.figures.map import largest_value, map_rows
from tests.browser.conftest import OpenWindow
from tests.browser.server import running_dashboard
from tests.browser.visits import MAP, Visit

CARD, PANEL = ".deck-tooltip", ".st-key-map_panel_open"
HOSTILE = (
    "In Jenin, troops killed seven Palestinians <img src=x onerror=alert(1)> {place_id} on Monday, "
    "the Palestinian Health Ministry said.\n"
)


def spot_of(place_id: str, folder: Path | None = None, operation_id: str = "2024-08") -> Spot:
    """Where the mark of a place is when the map opens on the people killed in an operation."""
    frames = loaders.load(*([folder] if folder else []))
    estimates = frames.estimates[
        (frames.estimates["measure"] == "killed") & (frames.estimates["rule"] == "latest")
    ]
    chosen = estimates[estimates["operation_id"] == operation_id]
    named = ["jenin", "tulkarem", "al-faraa"] if folder is None else []
    rows = map_rows(chosen, frames.claims, frames.places, named)
    layout = lay_out(rows, largest_value(estimates, frames.places))
    return next(spot for spot in layout.spots if spot.row["place_id"] == place_id)


def point_at(visit: Visit, ground: Locator, spot: Spot) -> None:
    box = ground.bounding_box()
    assert box
    visit.page.mouse.move(box["x"] + box["width"] / 2 + spot.x, box["y"] + box["height"] / 2 + spot.y)


def click(visit: Visit) -> None:
    visit.page.mouse.down()
    visit.page.mouse.up()
    visit.wait_until_idle()


def test_pointing_at_a_disc_shows_its_sentence_and_a_click_its_claims(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open("/map")
    ground = visit.page.locator(MAP)
    visit.picture_of(ground)

    point_at(visit, ground, spot_of("jenin"))
    expect(visit.page.locator(CARD)).to_contain_text("Jenin: 21 Palestinians")
    click(visit)
    panel = visit.page.locator(PANEL)
    expect(panel).to_contain_text("Jenin: 21 Palestinians")
    expect(panel.locator("mark")).to_have_count(1)
    assert visit.complaints == []


def test_a_ring_says_that_it_has_no_figure(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open("/map?mapped=2024-08")
    ground = visit.page.locator(MAP)
    visit.picture_of(ground)
    point_at(visit, ground, spot_of("tulkarem"))
    expect(visit.page.locator(CARD)).to_contain_text("no figure of its own")
    click(visit)
    expect(visit.page.locator(PANEL)).to_contain_text("No figure in these articles, which is not zero.")


def test_a_finger_on_the_map_can_scroll_the_page(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard, (390, 844))
    visit.open("/map")
    visit.picture_of(visit.page.locator(MAP))
    action = visit.page.evaluate(
        "() => getComputedStyle(document.querySelector('.deck-events-root')).touchAction"
    )
    assert action == "pan-y"


def test_text_of_an_article_is_text_on_the_map(tmp_path: Path, open_window: OpenWindow) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "story.txt").write_text(f"date 2023-07-04 {HOSTILE}", encoding="utf-8")
    with running_dashboard(tmp_path / "server.log", articles) as address:
        visit = open_window(address)
        visit.page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
        visit.open("/map")
        ground = visit.page.locator(MAP)
        visit.picture_of(ground)
        point_at(visit, ground, spot_of("jenin", articles, "2023-07"))
        expect(visit.page.locator(CARD)).to_contain_text("<img src=x onerror=alert(1)> {place_id}")
        click(visit)
        assert visit.page.locator(f"{CARD} img, .claims img").count() == 0
        assert visit.complaints == []

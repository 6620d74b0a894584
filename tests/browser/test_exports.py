"""What leaves the program, as a reader takes it: links, embedding code, images, tables, the report pack."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import Locator

from tests.browser.conftest import OpenWindow
from tests.browser.server import DIRECT, running_dashboard
from tests.browser.visits import Visit
from tests.chromium import find_chromium

PAGES = {"/": "casualties", "/comparison": "comparison", "/map": "map", "/disagreement": "ladder"}
PHONE, DESKTOP = (390, 844), (1440, 900)
VIEW = "/?operation=2024-08&side=palestinian&measure=killed&rule=highest"


@pytest.fixture(scope="module")
def with_chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that draws images with the Chromium of the tests."""
    folder = tmp_path_factory.mktemp("with_chrome")
    with running_dashboard(folder / "server.log", BROWSER_PATH=str(find_chromium())) as address:
        yield address


@pytest.fixture(scope="module")
def without_chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that has no Chrome."""
    folder = tmp_path_factory.mktemp("without_chrome")
    with running_dashboard(folder / "server.log", BROWSER_PATH=str(folder / "nowhere")) as address:
        yield address


@pytest.fixture(scope="module")
def with_broken_chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose Chrome ends before it has drawn anything, which its log says too."""
    folder = tmp_path_factory.mktemp("with_broken_chrome")
    program = folder / "chrome"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    with (
        pytest.raises(RuntimeError, match="The browser that draws images ended"),
        running_dashboard(folder / "server.log", BROWSER_PATH=str(program)) as address,
    ):
        yield address


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).first.click()
    visit.wait_until_idle()


def dialog_of(visit: Visit) -> Locator:
    return visit.page.get_by_role("dialog")


def open_export(visit: Visit, path: str, tab: str = "Chart") -> Locator:
    visit.open(path)
    press(visit, "Export")
    dialog_of(visit).get_by_role("tab", name=tab).click()
    return dialog_of(visit)


def download(visit: Visit, dialog: Locator, name: str) -> bytes:
    with visit.page.expect_download(timeout=60_000) as got:
        dialog.get_by_role("button", name=name, exact=True).click()
    return Path(got.value.path()).read_bytes()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_every_chart_can_be_shared_and_exported(
    with_chrome: str, open_window: OpenWindow, path: str, size: tuple[int, int]
) -> None:
    visit = open_window(with_chrome, size)
    dialog = open_export(visit, path)
    dialog.locator("[data-testid=stPlotlyChart] .main-svg").first.wait_for()
    drawn = dialog.locator("[data-testid=stPlotlyChart] .main-svg").first.bounding_box()
    assert drawn is not None
    assert drawn["width"] == 640
    box = dialog.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert not visit.complaints
    assert not visit.outside_requests


def test_an_image_has_the_size_and_pixels_asked_for(with_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(with_chrome)
    dialog = open_export(visit, VIEW)
    image = Image.open(io.BytesIO(download(visit, dialog, "PNG")))
    assert image.width == 2 * 640
    dialog.get_by_text("A4 width").click()
    dialog.locator(".st-key-download_png_page_2").wait_for()
    dialog.get_by_role("radio", name="3×").click()
    dialog.locator(".st-key-download_png_page_3").wait_for()
    visit.wait_until_idle()
    assert Image.open(io.BytesIO(download(visit, dialog, "PNG"))).width == 3 * 794
    drawing = download(visit, dialog, "SVG").decode()
    assert re.match(r"<svg [^>]*width=\"794\"", drawing)
    assert "rule=highest" in drawing
    assert download(visit, dialog, "PDF").startswith(b"%PDF")
    assert b"<!DOCTYPE html>" in download(visit, dialog, "HTML")


def test_the_browser_itself_saves_the_same_figure(with_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(with_chrome)
    dialog = open_export(visit, VIEW)
    dialog.locator("[data-testid=stPlotlyChart]").hover()
    with visit.page.expect_download() as got:
        dialog.locator(".modebar-btn").first.click()
    drawing = Path(got.value.path()).read_text(encoding="utf-8")
    assert got.value.suggested_filename == "casualties-column.svg"
    assert re.search(r"width=\"640\"", drawing)
    for words in ("People reported killed", "highest report", "Said by:", "As of"):
        assert words in drawing


def test_without_chrome_the_page_says_so_and_offers_the_rest(
    without_chrome: str, open_window: OpenWindow
) -> None:
    visit = open_window(without_chrome)
    dialog = open_export(visit, VIEW)
    dialog.get_by_text("no Chrome or Chromium").first.wait_for()
    assert dialog.get_by_role("button", name="PNG", exact=True).count() == 0
    assert b"<!DOCTYPE html>" in download(visit, dialog, "HTML")
    dialog.get_by_role("tab", name="Report pack").click()
    dialog.get_by_role("button", name="Build the report pack").click()
    visit.wait_until_idle()
    names = zipfile.ZipFile(io.BytesIO(download(visit, dialog, "Download the report pack"))).namelist()
    assert "charts/casualties.html" in names
    assert "charts/casualties.png" not in names


def test_an_image_that_is_not_made_is_told_of_with_what_still_is(
    with_broken_chrome: str, open_window: OpenWindow
) -> None:
    visit = open_window(with_broken_chrome)
    dialog = open_export(visit, VIEW)
    note = dialog.get_by_text("no file was made")
    for name in ("PNG", "PDF"):
        dialog.get_by_role("button", name=name, exact=True).click()
        dialog.get_by_text(f"{name}: no file was made. The browser that draws images ended").wait_for()
    assert "HTML, the tables, and the camera sign on the picture" in note.last.inner_text()
    assert b"<!DOCTYPE html>" in download(visit, dialog, "HTML")
    dialog.get_by_text("A4 width").click()
    dialog.locator(".st-key-download_png_page_2").wait_for()
    visit.wait_until_idle()
    assert note.count() == 0


def test_a_link_to_an_image_without_chrome_names_the_remedy(without_chrome: str) -> None:
    with pytest.raises(Exception, match="503") as raised:
        DIRECT.open(Request(f"{without_chrome}/figures/casualties.png"), timeout=60)
    assert "set BROWSER_PATH" in raised.value.read().decode()  # type: ignore[attr-defined]
    with DIRECT.open(f"{without_chrome}/figures/casualties.json", timeout=60) as answer:
        assert json.load(answer)["rows"]


def test_the_table_leaves_with_its_notes_and_sources(with_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(with_chrome)
    dialog = open_export(visit, VIEW, "Table")
    book = openpyxl.load_workbook(io.BytesIO(download(visit, dialog, "Excel")))
    assert len(book.sheetnames) == 3
    assert b"highest report" in download(visit, dialog, "CSV")
    assert json.loads(download(visit, dialog, "JSON"))["rule"] == "highest report"
    assert download(visit, dialog, "Parquet").startswith(b"PAR1")


def test_the_list_of_articles_leaves_with_its_filters(with_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(with_chrome)
    visit.open("/articles?about=2024-08")
    press(visit, "Export")
    told = json.loads(download(visit, dialog_of(visit), "JSON"))
    assert told["filters"]["Operations"] == "2024-08"
    assert "/articles?" in told["address"]
    assert "about=2024-08" in told["address"]
    assert len(told["rows"]) == 1
    assert len(told["claims"]) == told["rows"][0]["Figures"] > 0


def test_a_table_of_the_method_leaves_as_it_is_chosen(with_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(with_chrome)
    visit.open("/method")
    press(visit, "Export")
    dialog = dialog_of(visit)
    dialog.get_by_role("combobox").click()
    visit.page.get_by_role("option", name="Data dictionary").click()
    dialog.locator(".st-key-download_json_dictionary").wait_for()
    told = json.loads(download(visit, dialog, "JSON"))
    assert told["title"] == "Data dictionary"
    assert told["rows"][0]["Table"]


def test_what_is_contested_leaves_with_the_report_pack(without_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(without_chrome)
    dialog = open_export(visit, "/disagreement", "Report pack")
    dialog.get_by_role("button", name="Build the report pack").click()
    dialog.get_by_role("button", name="Download the report pack").wait_for(timeout=90_000)
    pack = zipfile.ZipFile(io.BytesIO(download(visit, dialog, "Download the report pack")))
    assert {"data/contested.csv", "data/statements.csv", "data/ladder.csv"} <= set(pack.namelist())


def test_no_table_leaves_without_its_words(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open("/")
    visit.page.get_by_test_id("stDataFrame").first.hover()
    visit.page.get_by_role("button", name="Fullscreen").first.wait_for()
    assert not visit.page.get_by_role("button", name="Download as CSV").first.is_visible()


def test_the_report_pack_is_built_when_asked(with_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(with_chrome)
    dialog = open_export(visit, "/map", "Report pack")
    assert dialog.get_by_role("button", name="Download the report pack").count() == 0
    dialog.get_by_role("button", name="Build the report pack").click()
    dialog.get_by_role("button", name="Download the report pack").wait_for(timeout=90_000)
    pack = zipfile.ZipFile(io.BytesIO(download(visit, dialog, "Download the report pack")))
    assert {"charts/map.png", "charts/map.svg", "charts/map.pdf", "charts/map.html"} <= set(pack.namelist())
    assert {"README.md", "datapackage.json", "data/map.csv", "sentences.txt"} <= set(pack.namelist())


def test_the_link_is_copied_with_the_whole_view(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open(f"{VIEW}&embed=true")
    press(visit, "Copy link")
    visit.page.get_by_text("Copied").wait_for()
    link = visit.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{dashboard}/?")
    assert "embed" not in link
    for part in ("operation=2024-08", "side=palestinian", "measure=killed", "rule=highest"):
        assert part in link
    another = open_window(dashboard)
    another.open(link.removeprefix(dashboard))
    assert another.page.locator(".chart-title").first.inner_text() == "People reported killed"
    assert "highest report" in another.page.locator(".chart-subtitle").first.inner_text()


def test_what_is_embedded_is_there(with_chrome: str, open_window: OpenWindow) -> None:
    visit = open_window(with_chrome)
    visit.open(VIEW)
    press(visit, "Embed")
    codes = dialog_of(visit).locator("code")
    codes.nth(1).wait_for()
    image, frame = (code.inner_text() for code in codes.all())
    address = re.search(r'<img src="([^"]+)"', image)
    assert address
    with DIRECT.open(address[1].replace("&amp;", "&"), timeout=60) as answer:
        assert Image.open(io.BytesIO(answer.read())).width == 2 * 640
    assert 'alt="Bar chart. People reported killed' in image
    assert "embed=true" in frame
    assert "rule=highest" in frame

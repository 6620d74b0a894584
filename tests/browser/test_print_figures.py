"""The figures for print as a browser draws them: where their words really stand, in the fonts that it has."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from playwright.sync_api import Browser, ViewportSize
from plotly.offline import get_plotlyjs

from pages.export.html import html_of
from pages.export.printed import SIZES, printed
from pages.figures.comparison import Cell, Row
from pages.figures.comparison_print import draw_comparison
from pages.figures.labels import Box
from pages.figures.map_print import draw_map
from pages.figures.palette import LIGHT
from tests.export.printed_sheets import MAKERS
from tests.figures.map_views import FULL, VIEWS, crowd, rows_of
from tests.figures.print_frames import HOSTILE, OPERATIONS, WIDTHS, comparison_of, with_operations

Boxes = list[tuple[str, Box]]
Draw = Callable[[go.Figure], Boxes]

LAND: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "data" / "geo" / "land.geojson").read_text(encoding="utf-8")
)
MAPS = {**{name: rows_of(*view) for name, view in VIEWS.items()}, "a crowd": crowd(30)}
# The box of a line of text is higher than its letters in some fonts: so many pixels of it are empty.
EMPTY = 1.5
BOXES_OF_TEXTS = """
figure => Plotly.newPlot("figure", figure.data, figure.layout, {staticPlot: true}).then(graph => {
    const paper = graph.querySelector(".main-svg").getBoundingClientRect();
    return [...graph.querySelectorAll(".annotation text, .textpoint text")].map(text => {
        const box = text.getBoundingClientRect();
        return [text.textContent, box.left - paper.left, box.top - paper.top,
                box.right - paper.left, box.bottom - paper.top];
    });
})
"""


@pytest.fixture(scope="module")
def boxes_of(chromium: Browser) -> Iterator[Draw]:
    """Draws a figure and says where each of its texts stands, in pixels from its upper left corner."""
    page = chromium.new_page()
    page.set_content('<div id="figure"></div>')
    page.add_script_tag(content=get_plotlyjs())

    def draw(figure: go.Figure) -> Boxes:
        found = page.evaluate(BOXES_OF_TEXTS, json.loads(figure.to_json()))
        return [(text, Box(*sides)) for text, *sides in found]

    yield draw
    page.close()


def assert_all_can_be_read(figure: go.Figure, boxes: Boxes) -> None:
    paper = Box(0, 0, figure.layout.width, figure.layout.height)
    letters = [(text, box.grown(-EMPTY)) for text, box in boxes]
    assert letters
    assert not [text for text, box in letters if not paper.holds(box)]
    assert not [(one[0], other[0]) for one, other in combinations(letters, 2) if one[1].meets(other[1])]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("how_many", OPERATIONS)
def test_no_word_of_a_comparison_is_clipped_or_covered(how_many: int, width: int, boxes_of: Draw) -> None:
    figure = draw_comparison(*comparison_of(how_many), LIGHT, width)
    assert_all_can_be_read(figure, boxes_of(figure))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("rows", MAPS.values(), ids=MAPS.keys())
def test_no_word_of_a_map_is_clipped_or_covered(rows: pd.DataFrame, width: int, boxes_of: Draw) -> None:
    figure = draw_map(rows, 21, FULL.claims, LAND, LIGHT, width)
    boxes = boxes_of(figure)
    assert_all_can_be_read(figure, boxes)
    assert {"Jenin", "Tulkarem", "al-Faraa refugee camp"} <= {text for text, _ in boxes}


def test_markup_in_a_text_shows_as_its_characters(boxes_of: Draw) -> None:
    chosen = pd.DataFrame({"name": [HOSTILE]})
    rows = [Row(HOSTILE, (Cell(HOSTILE, HOSTILE),), note=HOSTILE)]
    written = [text for text, _ in boxes_of(draw_comparison(chosen, rows, LIGHT, 1200))]
    joined = "".join(written).replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    assert joined.count(HOSTILE.replace(" ", "")) == 5

    places = rows_of("2024-08", "killed", []).assign(place=HOSTILE)
    figure = draw_map(places, 21, FULL.claims, LAND, LIGHT, 1200)
    assert HOSTILE in {text.replace("\N{NO-BREAK SPACE}", " ") for text, _ in boxes_of(figure)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("how_many", OPERATIONS)
@pytest.mark.parametrize("name", MAKERS)
def test_no_word_of_what_leaves_is_clipped_or_covered(
    name: str, how_many: int, size: str, boxes_of: Draw
) -> None:
    figure = printed(MAKERS[name](with_operations(how_many)), size)
    assert_all_can_be_read(figure, boxes_of(figure))


MARKS_POINTED_AT = """
() => {
    window.pointed = [];
    document.getElementById("chart").on("plotly_hover", event => pointed.push(event.points[0].customdata));
    return [...document.querySelectorAll("#chart .scatterlayer .points")].flatMap(trace =>
        [...trace.children].filter(mark => mark.__data__?.data).map(mark => {
            const box = mark.getBoundingClientRect();
            return [mark.__data__.data, (box.left + box.right) / 2, (box.top + box.bottom) / 2];
        }));
}
"""


@pytest.mark.parametrize("frame", [1300, 600, 375])
def test_an_html_file_is_whole_in_a_narrower_frame_and_tells_where_it_is_pointed_at(
    frame: int, chromium: Browser, tmp_path: Path
) -> None:
    sheet = MAKERS["ladder"](with_operations(3))
    figure = printed(sheet, "web")
    file = tmp_path / "ladder.html"
    file.write_bytes(html_of(sheet, "web"))
    with chromium.new_page(viewport=ViewportSize(width=frame, height=900)) as page:
        page.goto(file.as_uri())
        page.locator("#chart .main-svg").first.wait_for()
        box = page.locator("#chart .main-svg").first.bounding_box()
        assert box
        scale = min(1, frame / figure.layout.width)
        assert box["x"] == 0
        assert box["width"] == pytest.approx(scale * figure.layout.width, abs=1)
        assert box["height"] == pytest.approx(scale * figure.layout.height, abs=1)
        assert page.evaluate("document.documentElement.scrollWidth") <= frame
        words = page.locator("summary").bounding_box()
        assert words and words["y"] == pytest.approx(box["y"] + box["height"], abs=2)
        marks = page.evaluate(MARKS_POINTED_AT)
        assert marks
        for _, x, y in marks:
            page.mouse.move(x, y)
            page.wait_for_timeout(200)
        assert page.evaluate("pointed") == [claim_id for claim_id, _, _ in marks]

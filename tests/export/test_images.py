"""Image files: their sizes, their sameness, and what does not get into them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from pages.export import images, renderer
from pages.export.images import Scale, image_of
from pages.export.renderer import Kind
from pages.figures.palette import FONT
from tests.chromium import HOW_TO_GET

needs_chrome = pytest.mark.skipif(not renderer.has_browser(), reason=HOW_TO_GET)

KINDS: tuple[Kind, ...] = ("png", "svg", "pdf")
SVG = "{http://www.w3.org/2000/svg}"

LOOKS_LIKE_AN_ID = 'id="clip123456xyplot" url(#clip123456xyplot) href="#x"'
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>one</a>",
    "<a href='JaVaScRiPt:alert(1)'>two</a>",
    "<a href='data:text/html,three'>three</a>",
    "<a href='mailto:a@pictures.example'>four</a>",
    "<a href='https://news.example/five' onclick='alert(1)'>five</a>",
    "<span style='fill:url(https://pictures.example/a)'>six</span>",
    r"<span style='fill:\75rl(https://pictures.example/a)'>seven</span>",
    "<span style=\"background:image-set('https://pictures.example/a' 1x)\">eight</span>",
    "</text></svg><script>nine</script>",
    "<![CDATA[<script>ten</script>]]><!-- -->&nbsp;&lt;script&gt;",
    "\0\x01\x08\x0b\x1f\x7f\x85\u202e\ud800\uffff",
)


@pytest.fixture(scope="module", autouse=True)
def stopped_in_the_end() -> Iterator[None]:
    yield
    renderer.stop()


def chart(*texts: str, width: int = 420, height: int = 260) -> go.Figure:
    """With all that Plotly gives ids to: clips, a pattern, a gradient, a legend, a colour bar, a picture."""
    figure = go.Figure(
        [
            go.Bar(x=[*"abc"], y=[1, 2, 3], marker={"pattern": {"shape": "/"}}),
            go.Scatter(x=[*"abc"], y=[3, 1, 2], marker={"color": [1, 2, 3], "showscale": True}),
        ]
    )
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    figure.add_layout_image(source=f"data:image/png;base64,{pixel}", x=0, y=1, sizex=0.1, sizey=0.1)
    figure.add_layout_image(source="https://pictures.example/a.png", x=1, y=1, sizex=0.1, sizey=0.1)
    for number, text in enumerate(texts):
        figure.add_annotation(text=text, x=1, y=number, showarrow=False)
    return figure.update_layout(width=width, height=height, font={"family": FONT})


@needs_chrome
def test_the_same_figure_is_the_same_bytes_in_another_browser_too() -> None:
    first = {kind: image_of(chart("a"), kind) for kind in KINDS}
    assert {kind: image_of(chart("a"), kind) for kind in KINDS} == first
    renderer.stop()
    assert {kind: image_of(chart("a"), kind) for kind in KINDS} == first
    assert all(image_of(chart("b"), kind) != first[kind] for kind in KINDS)


@needs_chrome
@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_png_has_the_pixels_of_the_layout_and_the_scale(scale: Scale) -> None:
    png = image_of(chart(width=301, height=203), "png", scale)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 301 * scale
    assert int.from_bytes(png[20:24], "big") == 203 * scale


@needs_chrome
def test_a_pdf_is_one_page_that_the_figure_fills() -> None:
    pdf = image_of(chart(width=400, height=240), "pdf")
    assert pdf.startswith(b"%PDF")
    assert re.findall(rb"/Type /Page\b", pdf) == [b"/Type /Page"]
    assert b"/MediaBox [0 0 300 180]" in pdf  # in points, of which four are three pixels
    assert b"Date" not in pdf
    assert b"/Title (Figure)" in pdf
    # Pixels to points without a margin: the outer scale times the inner one, which moves nothing
    outer, inner, right, down = re.search(
        rb"^([.\d]+) 0 0 -[.\d]+ 0 180 cm\s+q\s+([.\d]+) 0 0 [.\d]+ ([.\d]+) ([.\d]+) cm", page_of(pdf)
    ).groups()
    assert float(outer) * float(inner) == pytest.approx(0.75, abs=0.001)
    assert (float(right), float(down)) == (0, 0)


@needs_chrome
def test_a_pdf_has_the_title_of_its_figure_and_of_no_other() -> None:
    titled = chart().update_layout(meta={"title": "Killed </title>"})
    assert b"/Title (Killed </title>)" in image_of(titled, "pdf")
    assert b"/Title (Figure)" in image_of(chart(), "pdf")


def page_of(pdf: bytes) -> bytes:
    """The drawing commands of the page, which alone have marked content."""
    for start in re.finditer(rb"/FlateDecode[^>]*>>\s*stream\r?\n", pdf):
        commands = zlib.decompressobj().decompress(pdf[start.end() :])
        if b"/MCID" in commands:
            return commands
    raise AssertionError("no page")


@needs_chrome
def test_an_svg_has_the_size_and_the_fonts_of_the_figure() -> None:
    root = ElementTree.fromstring(image_of(chart("a", width=301, height=203), "svg"))
    assert (root.get("width"), root.get("height")) == ("301", "203")
    styles = [text.get("style", "") for text in root.iter(f"{SVG}text")]
    assert styles
    assert all(f"font-family: {FONT};" in style for style in styles)


@needs_chrome
def test_ids_are_numbered_and_what_they_are_for_is_found() -> None:
    svg = image_of(chart(LOOKS_LIKE_AN_ID), "svg").decode()
    root = ElementTree.fromstring(svg)
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    drawing = ids[0].split("-")[0]
    assert re.fullmatch("d[0-9a-f]{10}", drawing)
    assert ids == [f"{drawing}-{number}" for number in range(len(ids))]
    assert len(ids) > 8
    used = {name for element in root.iter() for value in element.attrib.values() for name in uses(value)}
    assert used
    assert used <= set(ids)
    assert LOOKS_LIKE_AN_ID in "".join(root.itertext())
    other = image_of(chart("another"), "svg").decode()
    assert drawing not in other


def uses(value: str) -> list[str]:
    return re.findall(r"""url\(['"]?#([^'")]+)""", value)


@needs_chrome
def test_hostile_texts_are_texts() -> None:
    figure = chart(*HOSTILE).update_layout(
        title={"text": HOSTILE[0]}, xaxis={"ticktext": HOSTILE, "tickvals": list(range(len(HOSTILE)))}
    )
    figure.data[0].name = HOSTILE[4]
    svg = image_of(figure, "svg")
    root = ElementTree.fromstring(svg)
    assert {element.tag for element in root.iter()} <= images.DRAWN
    attributes = [(name.split("}")[-1], value) for each in root.iter() for name, value in each.items()]
    assert not [name for name, _ in attributes if name.startswith("on")]
    addresses = {value for name, value in attributes if name == "href"}
    assert {address for address in addresses if not address.startswith("data:image/png;base64,")} == {
        "https://news.example/five"
    }
    assert not [value for name, value in attributes if name != "href" and re.search(r"//|\\|script:", value)]
    said = "".join(root.itertext())
    for word in ("alert(1)", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"):
        assert word in said
    assert "\N{REPLACEMENT CHARACTER}" * 10 in said
    for kind in ("png", "pdf"):
        assert image_of(figure, kind)


@pytest.mark.parametrize(
    ("drawn", "left"),
    [
        ("<script>alert(1)</script><g/>", "<g />"),
        ("<style>@import 'a.css'</style>", ""),
        ("<foreignObject><div/></foreignObject>", ""),
        ("<a><set attributeName='href' to='javascript:alert(1)'/></a>", "<a />"),
        ("<g onload='alert(1)' ONCLICK='alert(1)'/>", "<g />"),
        ("<g xml:base='https://pictures.example/'/>", "<g />"),
        ("<a href='javascript:alert(1)'>x</a>", "<a>x</a>"),
        ("<a xlink:href=' javascript:alert(1)'>x</a>", "<a>x</a>"),
        ("<a href='//news.example'>x</a>", "<a>x</a>"),
        ("<a href='HTTPS://news.example'>x</a>", '<a href="HTTPS://news.example">x</a>'),
        ("<image href='https://pictures.example/a.png'/>", "<image />"),
        ("<image href='data:image/svg+xml;base64,AA'/>", "<image />"),
        ("<image href='data:image/png;base64,AA'/>", '<image href="data:image/png;base64,AA" />'),
        ("<use href='a.svg#b'/>", "<use />"),
        ("<g fill='url(a.svg#b)'/>", "<g />"),
        ("<g fill='URL( a.svg )'/>", "<g />"),
        ("<g style='fill:rgb(1, 2, 3);stroke: URL(a.svg)'/>", '<g style="fill:rgb(1, 2, 3)" />'),
        ("<g style='fill:red;mask:image-set(a.svg)'/>", '<g style="fill:red" />'),
        (r"<g style='fill:red;mask:\75rl(a.svg)'/>", '<g style="fill:red" />'),
        ("<text style='font-family: \"A (b)\"'>url(#a)</text>", None),
    ],
)
def test_what_draws_nothing_is_left_out(drawn: str, left: str | None) -> None:
    svg = images._plain_svg(wrapped(drawn)).decode()
    inside = re.sub(r"^<svg[^>]*>|^<svg[^>]*/>|</svg>$", "", svg)
    expected = drawn if left is None else left
    assert ElementTree.canonicalize(wrapped(inside)) == ElementTree.canonicalize(wrapped(expected))


def wrapped(inside: str) -> bytes:
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {namespaces}>{inside}</svg>".encode()


def test_ids_and_their_uses_are_renamed_together() -> None:
    drawn = (
        "<clipPath id='clip1a'/><g id='clip1ab' clip-path='url(#clip1a)'/><use xlink:href='#clip1ab'/>"
        "<g style=\"fill: url('#clip1ab'); clip-path: url('#clip1a')\"/>"
        "<g class='clip1a'/><text>url(#clip1a)</text>"
    )
    svg = images._plain_svg(wrapped(drawn)).decode()
    name = svg.partition('id="')[2][:11]
    assert re.fullmatch("d[0-9a-f]{10}", name)
    assert svg[svg.index("<clip") :].replace(name, "d") == (
        '<clipPath id="d-0" /><g id="d-1" clip-path="url(#d-0)" /><use xlink:href="#d-1" />'
        '<g style="fill: url(#d-1); clip-path: url(#d-0)" />'
        '<g class="clip1a" /><text>url(#clip1a)</text></svg>'
    )
    another = drawn.replace("<text>", "<text>another ")
    assert name not in images._plain_svg(wrapped(another)).decode()


def test_random_ids_make_no_difference() -> None:
    drawn = "<clipPath id='clip{0}x'/><g id='clip{0}' clip-path='url(#clip{0}x)'/><text>12a</text>"
    first, second = (images._plain_svg(wrapped(drawn.format(uid))) for uid in ("12a", "b2b"))
    assert first == second


@pytest.mark.parametrize(
    ("size", "kind", "scale", "said"),
    [
        ({}, "png", 1, "needs a width and a height"),
        ({"width": 300}, "svg", 1, "needs a width and a height"),
        ({"width": 8000, "height": 5001}, "png", 1, "at most"),
        ({"width": 8000, "height": 5001}, "svg", 1, "at most"),
        ({"width": 3000, "height": 1500}, "png", 3, "at most"),
        ({"width": 300, "height": 200}, "png", 4, "Only a PNG has a scale, of 1, 2 or 3"),
        ({"width": 300, "height": 200}, "png", 0, "Only a PNG has a scale, of 1, 2 or 3"),
        ({"width": 300, "height": 200}, "svg", 2, "Only a PNG has a scale, of 1, 2 or 3"),
    ],
)
def test_what_makes_no_image_is_said(size: dict[str, int], kind: Kind, scale: Scale, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        image_of(go.Figure(layout=size), kind, scale)

"""Image files of figures: the same bytes for the same figure, and an SVG that holds nothing but a drawing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Literal
from xml.etree import ElementTree

import numpy as np
import plotly.graph_objects as go

from pages.export.renderer import Kind, draw
from pages.export.texts import visible

Scale = Literal[1, 2, 3]

MOST_PIXELS = 40_000_000

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
HREFS = ("href", f"{{{XLINK}}}href")
# What Plotly draws with. Nothing else gets out: no script, no foreign markup, nothing that changes a link.
DRAWN = frozenset(
    f"{{{SVG}}}{name}"
    for name in (
        "a circle clipPath defs ellipse g image line linearGradient mask path pattern polygon polyline "
        "radialGradient rect stop svg text tspan use"
    ).split()
)
WEB_LINK = re.compile(r"https?://", re.IGNORECASE)
# data:image/png;base64,iVBOR
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
# url(#clip1), url('#clip1')
INNER_URL = re.compile(r"""url\(["']?\#([^"'()\s]+)["']?\)""")
# The name in rgb(0, 0, 0), image-set('a.png' 1x)
CSS_FUNCTION = re.compile(r"([\w-]*)\(")
HARMLESS_FUNCTIONS = frozenset(["", "rgb", "rgba", "hsl", "hsla", "translate", "rotate", "scale", "matrix"])

# /CreationDate (D:20240906120000+00'00')
PDF_DATE = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")

# So that the names are written without a prefix, as in SVG that others write
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)


class TooLargeError(ValueError):
    """An image of too many pixels; the text is a plain sentence for the one who asked."""


def image_of(figure: go.Figure, kind: Kind, scale: Scale = 1) -> bytes:
    """An image file of the figure, as wide and high in CSS pixels as its layout says.

    A PNG has `scale` times as many pixels each way. An SVG names fonts and holds none, a PDF holds them;
    readers of a PDF show the `title` in the layout's `meta`.

    Raises:
        TooLargeError: it would have more pixels than a server can draw for everyone who asks.
        ValueError: the layout has no size, or only a PNG can be scaled.
        ImageError: it cannot be drawn here or now; see `pages.export.renderer`.
    """
    check_size(figure, kind, scale)
    image = draw(_as_dictionary(figure), kind, scale)
    if kind == "svg":
        return _plain_svg(image)
    if kind == "pdf":
        return PDF_DATE.sub(lambda date: b" " * len(date[0]), image)  # as long: a PDF counts its bytes
    return image


def check_size(figure: go.Figure, kind: Kind, scale: int) -> None:
    """Raises what `image_of` raises of the size alone."""
    width, height = figure.layout.width, figure.layout.height
    if not width or not height:
        raise ValueError("A figure needs a width and a height to become an image.")
    if scale not in (1, 2, 3) or (kind != "png" and scale != 1):
        raise ValueError("Only a PNG has a scale, of 1, 2 or 3.")
    if width * height * scale**2 > MOST_PIXELS:
        raise TooLargeError(
            f"The image would be too large: it can have {MOST_PIXELS:,} pixels at most. "
            "Choose fewer operations, a smaller size or a smaller scale."
        )


def _as_dictionary(figure: go.Figure) -> Mapping[str, Any]:
    """The figure with names for its traces, for which Plotly would make random ones up, and visible texts.

    XML allows few control characters: Chrome could not read its own drawing.
    """
    drawn: dict[str, Any] = _with_visible_texts(figure.to_dict())
    for number, trace in enumerate(drawn["data"]):
        trace.setdefault("uid", str(number))
    return drawn


def _with_visible_texts(part: Any) -> Any:
    if isinstance(part, str):
        return visible(part)
    if isinstance(part, dict):
        return {name: _with_visible_texts(value) for name, value in part.items()}
    if isinstance(part, np.ndarray) and part.dtype.kind in "OU":
        return _with_visible_texts(part.tolist())
    if isinstance(part, (list, tuple)):
        return [_with_visible_texts(value) for value in part]
    return part


def _plain_svg(svg: bytes) -> bytes:
    """The drawing alone, with ids that are the same each time."""
    root = ElementTree.fromstring(svg)
    for element in list(root.iter()):
        _strip(element)
    _name_ids(root)
    return _written(root)


def _written(root: ElementTree.Element) -> bytes:
    return ElementTree.tostring(root, encoding="unicode").encode()


def _strip(element: ElementTree.Element) -> None:
    """Take out of an element what draws nothing or comes from elsewhere."""
    for child in list(element):
        if child.tag not in DRAWN:
            element.remove(child)
    for name, value in element.items():
        if name == "style":
            element.set(name, ";".join(filter(_is_harmless, value.split(";"))))
        elif not _may_stay(element.tag, name, value):
            del element.attrib[name]


def _may_stay(tag: str, name: str, value: str) -> bool:
    """Whether an attribute stays: no event handler, no address but a reader's link to a web page."""
    if name in HREFS:
        if tag == f"{{{SVG}}}a":
            return bool(WEB_LINK.match(value))
        return value.startswith("#") or bool(PICTURE.match(value))
    if name.lower().startswith(("on", "{http://www.w3.org/xml")):
        return False
    return "url(" not in INNER_URL.sub("", value).lower()


def _is_harmless(declaration: str) -> bool:
    """Whether a CSS declaration fetches nothing, as url() and image-set() would; escapes could spell them."""
    functions = CSS_FUNCTION.findall(INNER_URL.sub("", declaration).lower())
    return "\\" not in declaration and HARMLESS_FUNCTIONS.issuperset(functions)


def _name_ids(root: ElementTree.Element) -> None:
    """Number the ids, which are random, and put a hash of the drawing before them.

    Without it, of two drawings in one web page the second would be clipped as the first.
    """
    ids = dict.fromkeys(element.get("id", "") for element in root.iter() if "id" in element.attrib)
    numbers = {old: str(number) for number, old in enumerate(ids)}
    _rename(root, numbers)
    drawing = sha256(_written(root)).hexdigest()[:10]
    _rename(root, {number: f"d{drawing}-{number}" for number in numbers.values()})


def _rename(root: ElementTree.Element, names: Mapping[str, str]) -> None:
    """Give ids and all that refers to them other names; texts stay as they are."""
    for element in root.iter():
        for attribute, value in element.items():
            if attribute == "id":
                element.set(attribute, names[value])
            elif attribute in HREFS and value.startswith("#"):
                element.set(attribute, f"#{names.get(value[1:], value[1:])}")
            elif "url(" in value:
                element.set(attribute, INNER_URL.sub(lambda url: f"url(#{names.get(url[1], url[1])})", value))

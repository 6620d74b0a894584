"""A sheet to a file, by the name of the format: what a page offers and a link asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from pages.export import tables
from pages.export.html import html_of
from pages.export.images import Scale, image_of
from pages.export.printed import printed
from pages.export.renderer import Kind
from pages.export.sheet import Sheet


@dataclass(frozen=True)
class Format:
    """What a file of a format is. It is `shown` by a browser, or else only kept."""

    words: str
    media_type: str
    shown: bool = False
    by_browser: bool = False
    """Whether the server draws it with a Chrome of its own."""


IMAGES = {
    "png": Format("PNG, an image in pixels", "image/png", shown=True, by_browser=True),
    "svg": Format("SVG, an image that scales", "image/svg+xml", shown=True, by_browser=True),
    "pdf": Format("PDF", "application/pdf", shown=True, by_browser=True),
    "html": Format("HTML, interactive and offline", "text/html; charset=utf-8", shown=True),
}
TABLES = {
    "csv": Format("CSV", tables.MEDIA_TYPES["csv"]),
    "xlsx": Format("Excel", tables.MEDIA_TYPES["xlsx"]),
    "json": Format("JSON", tables.MEDIA_TYPES["json"], shown=True),
    "parquet": Format("Parquet", tables.MEDIA_TYPES["parquet"]),
}
FORMATS = {name: (IMAGES | TABLES)[name] for name in ("png", "svg", "pdf", "html", "csv", "json")}
"""Those that a link to a figure can ask for."""


def file_of(sheet: Sheet, format_: str, size: str = "web", scale: int = 1) -> bytes:
    """The file of a format in IMAGES or TABLES. Size and scale are for images; the scale for PNG alone.

    Raises:
        pages.export.images.TooLargeError: the image would have too many pixels.
        pages.export.renderer.ImageError: the server could not draw the image.
    """
    if format_ in TABLES:
        return tables.table_of(sheet, cast(tables.Format, format_))
    if format_ == "html":
        return html_of(sheet, size)
    return image_of(printed(sheet, size), cast(Kind, format_), cast(Scale, scale))

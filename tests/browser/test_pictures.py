"""The pixel counting that the browser tests stand on."""

from __future__ import annotations

import io

from PIL import Image

from tests.browser.pictures import Picture, read_picture


def drawn(*coloured: tuple[int, int], colour: str = "#0072b2") -> Picture:
    """A white picture, 10 by 8, with some pixels coloured."""
    image = Image.new("RGBA", (10, 8), "white")
    for place in coloured:
        image.putpixel(place, tuple(bytes.fromhex(colour[1:])))
    file = io.BytesIO()
    image.save(file, "PNG")
    return read_picture(file.getvalue())


def test_ink_is_what_is_not_background() -> None:
    assert drawn().count_off_background() == 0
    assert drawn((0, 0), (9, 7)).count_off_background() == 2


def test_a_colour_is_counted_with_its_near_ones() -> None:
    picture = drawn((1, 1), (2, 2), (3, 3), colour="#0475b0")
    assert picture.count_of("#0072b2") == 3
    assert picture.count_of("#0072b2", tolerance=1) == 0


def test_pictures_differ_by_pixels_or_by_size() -> None:
    assert drawn((1, 1)).same_as(drawn((1, 1)))
    assert drawn((1, 1)).share_that_differs(drawn((1, 1), (5, 5))) == 1 / 80
    assert drawn().share_that_differs(read_picture(png_of_size(4, 4))) == 1.0


def png_of_size(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return file.getvalue()

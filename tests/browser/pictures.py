"""Screenshots as pixels: what is really drawn, whatever the page's nodes claim."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor


@dataclass(frozen=True)
class Picture:
    """Red, green and blue of every pixel: an array of height, width, 3."""

    pixels: NDArray[np.int16]

    def same_as(self, other: Picture) -> bool:
        """Whether both show the same, pixel by pixel."""
        return np.array_equal(self.pixels, other.pixels)

    def share_that_differs(self, other: Picture, tolerance: int = 0) -> float:
        """The share of pixels that differ by more than `tolerance`; pictures of two sizes differ wholly."""
        if self.pixels.shape != other.pixels.shape:
            return 1.0
        return float((np.abs(self.pixels - other.pixels).max(axis=2) > tolerance).mean())

    def count_of(self, colour: str, tolerance: int = 6) -> int:
        """How many pixels have a CSS colour, each channel within `tolerance`."""
        wanted = np.array(ImageColor.getrgb(colour)[:3], dtype=np.int16)
        return int((np.abs(self.pixels - wanted).max(axis=2) <= tolerance).sum())

    def count_off_background(self) -> int:
        """How many pixels are not of the commonest colour: the ink of the picture."""
        colours, counts = np.unique(self.pixels.reshape(-1, 3), axis=0, return_counts=True)
        return int(counts.sum() - counts.max()) if len(colours) else 0


def read_picture(png: bytes) -> Picture:
    """The pixels of a PNG file, its transparency dropped."""
    with Image.open(io.BytesIO(png)) as image:
        return Picture(np.asarray(image.convert("RGB"), dtype=np.int16))

"""Where a map opens, and the pixels that follow: Web Mercator with tiles of 512 pixels, as in deck.gl."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

EARTH_CIRCUMFERENCE = 40_075_016.686
TILE = 512.0


@dataclass(frozen=True)
class Camera:
    """The middle of the map in degrees and its zoom. Pixels count from the middle, to the right and down."""

    longitude: float
    latitude: float
    zoom: float

    @property
    def world(self) -> float:
        """How many pixels the whole world is wide."""
        return TILE * math.exp2(self.zoom)

    def metres(self, pixels: float, latitude: float) -> float:
        """What so many pixels measure on the ground at a latitude."""
        return pixels * EARTH_CIRCUMFERENCE * math.cos(math.radians(latitude)) / self.world

    def pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a position is seen."""
        x = (longitude - self.longitude) * self.world / 360.0
        return x, (_northing(self.latitude) - _northing(latitude)) * self.world / math.tau

    def position(self, x: float, y: float) -> list[float]:
        """Longitude and latitude of what is seen there."""
        northing = _northing(self.latitude) - y * math.tau / self.world
        latitude = math.degrees(2.0 * math.atan(math.exp(northing)) - math.pi / 2.0)
        return [round(self.longitude + x * 360.0 / self.world, 6), round(latitude, 6)]


def fit_camera(
    positions: Sequence[tuple[float, float]], half_width: float, half_height: float, closest: float
) -> Camera:
    """The closest view, up to a zoom of `closest`, that has all longitudes and latitudes within the pixels.

    Raises:
        ValueError: there is no position.
    """
    longitudes, latitudes = zip(*positions, strict=True) if positions else ((), ())
    east, north = max(longitudes), max(latitudes)
    whole = Camera((min(longitudes) + east) / 2, (min(latitudes) + north) / 2, zoom=0.0)
    right, up = whole.pixels(east, north)
    room = [size / abs(reach) for size, reach in ((half_width, right), (half_height, up)) if reach]
    zoom = min([closest, *map(math.log2, room)])
    return Camera(whole.longitude, whole.latitude, zoom)


def _northing(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4.0 + math.radians(latitude) / 2.0))

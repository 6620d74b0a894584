"""The colours that tell sides and measures apart, as people with the common colour-blindnesses see them.

Simulated with the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
of Color Vision Deficiency" (IEEE Transactions on Visualization and Computer Graphics 15, 2009), at severity
1.0, on linear RGB. Distances are CIEDE2000, checked against the pairs that Sharma, Wu and Dalal published
with their notes on it (Color Research & Application 30, 2005).
"""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import numpy as np
import pytest
from numpy.typing import NDArray

from pages.figures.article import INKS
from pages.figures.palette import DARK, LIGHT, Palette

Lab = tuple[float, float, float]

VISIONS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# CIEDE2000: about 1 is the least that is seen side by side; marks lie apart, and are small.
TOLD_APART = 12.0
# Linear sRGB to XYZ, and the white that both have (D65).
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])

PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def seen(color: str, vision: str) -> Lab:
    """CIELAB of '#rrggbb' as it looks to people of a vision."""
    channels = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    simulated: NDArray[np.float64] = np.clip(np.array(VISIONS[vision]) @ linear, 0, 1)
    ratios = XYZ @ simulated / WHITE
    x, y, z = np.where(ratios > (6 / 29) ** 3, np.cbrt(ratios), ratios / (3 * (6 / 29) ** 2) + 4 / 29)
    return float(116 * y - 16), float(500 * (x - y)), float(200 * (y - z))


def distance(one: Lab, other: Lab) -> float:
    """CIEDE2000, with the names and in the order of Sharma, Wu and Dalal."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    g = 0.5 * (1 - share_of_chroma((hypot(a1, b1) + hypot(a2, b2)) / 2))
    c1, c2 = hypot((1 + g) * a1, b1), hypot((1 + g) * a2, b2)
    h1, h2 = hue((1 + g) * a1, b1), hue((1 + g) * a2, b2)
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = 1 - 0.17 * cos(radians(mean_h - 30)) + 0.24 * cos(radians(2 * mean_h))
    t += 0.32 * cos(radians(3 * mean_h + 6)) - 0.20 * cos(radians(4 * mean_h - 63))
    light = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2))
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hues = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * mean_c * t)
    rotation = -2 * share_of_chroma(mean_c) * sin(radians(60 * exp(-(((mean_h - 275) / 25) ** 2))))
    return sqrt(light**2 + chroma**2 + hues**2 + rotation * chroma * hues)


def share_of_chroma(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25**7))


def hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_the_published_one(one: Lab, other: Lab, published: float) -> None:
    assert distance(one, other) == pytest.approx(published, abs=0.0001)
    assert distance(other, one) == pytest.approx(published, abs=0.0001)


def test_the_simulation_takes_away_what_the_eye_lacks() -> None:
    red, green = "#d04040", "#6b7d00"
    assert distance(seen(red, "full"), seen(green, "full")) > 40
    assert distance(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 15
    for vision in VISIONS:
        assert seen("#ffffff", vision) == pytest.approx((100, 0, 0), abs=0.02)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", PALETTES)
def test_the_sides_are_told_apart(palette: Palette, vision: str) -> None:
    marks = {side: accent.mark for side, accent in palette.sides.items()}
    assert too_near(marks, vision) == {}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", PALETTES)
def test_the_measures_are_told_apart(palette: Palette, vision: str) -> None:
    """By colour, and measures of one colour by their line."""
    inks = {measure: ink.of(palette) for measure, ink in INKS.items()}
    assert too_near(inks, vision) == {}
    assert len({(ink.of(palette), ink.line) for ink in INKS.values()}) == len(INKS)


def too_near(colors: dict[str, str], vision: str) -> dict[str, float]:
    """The pairs of different colours that are hard to tell apart, with their distances."""
    return {
        f"{one} and {other}": round(apart, 1)
        for (one, first), (other, second) in combinations(colors.items(), 2)
        if first != second and (apart := distance(seen(first, vision), seen(second, vision))) < TOLD_APART
    }

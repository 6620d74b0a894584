from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from loaders.tables import SIDES
from pages.figures.palette import DARK, LIGHT, Palette, palette_of

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def luminance(color: str) -> float:
    """Relative luminance of '#rrggbb', as WCAG 2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
def test_text_can_be_read(palette: Palette) -> None:
    colors = [palette.text, palette.muted, *(accent.text for accent in palette.sides.values())]
    assert min(contrast(color, palette.paper) for color in colors) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_marks_can_be_seen_on_the_page_and_on_their_bars(palette: Palette) -> None:
    for accent in palette.sides.values():
        assert contrast(accent.mark, palette.paper) >= 2.9
        assert contrast(accent.mark, accent.tint) >= 2


@pytest.mark.parametrize("palette", PALETTES)
def test_every_side_has_its_own_accent(palette: Palette) -> None:
    assert set(palette.sides) == set(SIDES)
    marks = [accent.mark for accent in palette.sides.values()]
    assert all(one != other for one, other in combinations(marks, 2))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_figures_and_pages_have_the_same_ground_and_text(mode: str) -> None:
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][mode]
    palette = palette_of("dark" if mode == "dark" else "light")
    assert (theme["backgroundColor"], theme["textColor"]) == (palette.paper, palette.text)

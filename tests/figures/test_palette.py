from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import plotly.graph_objects as go
import pytest

from loaders.tables import SIDES
from pages.figures.palette import DARK, LIGHT, Palette, chart_layout, palette_of

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


@pytest.mark.parametrize("palette", PALETTES)
def test_a_chart_has_nothing_of_plotlys_own_look(palette: Palette) -> None:
    made, updated = go.Figure(layout=chart_layout(palette)), go.Figure().update_layout(chart_layout(palette))
    assert made == updated
    assert made.layout.template == go.layout.Template(data={"scatter": [{}]})  # Plotly's word for none
    assert (made.layout.font.color, made.layout.hoverlabel.bgcolor) == (palette.text, palette.paper)
    assert made.layout.paper_bgcolor == made.layout.plot_bgcolor == "rgba(0,0,0,0)"

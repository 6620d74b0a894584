"""The colours of every figure, one accent a side, the same on every page; and the ground of every chart.

The accents are from the palette of Okabe and Ito (2008), made to be told apart with the common kinds of
colour blindness; one is darkened where it came too near to the grey. No side has its flag's colour. `mark` is
for bars, dots and discs; `text` is the same hue with a contrast of at least 4.5 to 1 on the page's
background; `tint` is a pale fill under marks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

import plotly.graph_objects as go

FONT = "'Source Sans', 'Source Sans Pro', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"

Mode = Literal["light", "dark"]


@dataclass(frozen=True)
class Accent:
    """The colours of one side, as CSS."""

    mark: str
    text: str
    tint: str


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as CSS. `paper` is the page behind a figure, whose ground is transparent."""

    paper: str
    land: str
    text: str
    muted: str
    line: str
    grid: str
    sides: dict[str, Accent]


LIGHT = Palette(
    paper="#fcfbf9",
    land="#eeebe4",
    text="#1e2226",
    muted="#5f666d",
    line="#8a9097",
    grid="#e4e1db",
    sides={
        "palestinian": Accent(mark="#0072b2", text="#00659e", tint="#c9e0ee"),
        "israeli": Accent(mark="#d55e00", text="#a84a00", tint="#f6d9c4"),
        "other": Accent(mark="#cc79a7", text="#96457a", tint="#f1dbe7"),
        "unspecified": Accent(mark="#6d747b", text="#565d64", tint="#dcdddd"),
    },
)

DARK = Palette(
    paper="#16191d",
    land="#262b31",
    text="#e8e6e2",
    muted="#a3a9af",
    line="#7b8289",
    grid="#2c3138",
    sides={
        "palestinian": Accent(mark="#56b4e9", text="#7cc5ef", tint="#1d3f55"),
        "israeli": Accent(mark="#e69f00", text="#efb437", tint="#4d3a12"),
        "other": Accent(mark="#a36186", text="#dd9cc0", tint="#4a2f40"),
        "unspecified": Accent(mark="#a3a9af", text="#b7bcc1", tint="#383d43"),
    },
)

PRINT = replace(LIGHT, paper="#ffffff")
"""The colours of what leaves the program: those of the light theme, on white."""


def palette_of(mode: Mode) -> Palette:
    """The palette of a theme."""
    return DARK if mode == "dark" else LIGHT


def chart_layout(palette: Palette) -> dict[str, Any]:
    """What every Plotly chart has: no template, the page as its ground, its type, and quiet hover labels."""
    return {
        "template": go.layout.Template(),
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.line,
            "font": {"color": palette.text, "family": FONT},
        },
        "dragmode": False,
        "font": {"family": FONT, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ".,",
    }

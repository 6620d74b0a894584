"""The map as a picture: marks, labels and land as a pydeck map that asks no host for anything.

While a place is chosen, Streamlit lowers the opacity of every fill to 0.4, where it is not as low already
(see `_veil`). It leaves the texts and lines of a GeoJsonLayer as they are: hence they are in such layers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import pydeck

from loaders.tables import SIDES, split_list
from pages.figures import words
from pages.figures.camera import Camera
from pages.figures.labels import LINE_HEIGHT, TEXT_SIZE, Box, Placed
from pages.figures.layout import (
    DISC_STROKE,
    DOT_RADIUS,
    OPEN_STROKE,
    RING_STROKE,
    Area,
    Layout,
    Spot,
    by_place,
    lines_of,
    reference_values,
)
from pages.figures.map import card, meaning_of, place_key
from pages.figures.palette import FONT, Palette

HEIGHT = 480
CLOSEST = 13.0

# What a window of any screen but a phone's shows: a name beyond it would be cut off.
SEEN = Box(-260.0, -HEIGHT / 2, 260.0, HEIGHT / 2)

ANCHORS = {-1: "start", 0: "middle", 1: "end"}

HOW_TO_READ_ON = "Click to read every sentence"

# Without it a finger on the map could not scroll the page.
STYLE = "<style>.deck-events-root { touch-action: pan-y !important; }</style>"


def map_deck(layout: Layout, claims: pd.DataFrame, land: Mapping[str, Any], palette: Palette) -> pydeck.Deck:
    """The map. A mark says its figure and sentences, and names its `place_id`.

    `land` is GeoJSON whose features have a `name`.
    """
    camera = layout.camera
    areas = [_area_text(area, camera, palette) for area in layout.areas if SEEN.holds(area.box)]
    return pydeck.Deck(
        layers=[
            *_land_layers(land, palette),
            *_mark_layers([_mark_data(spot, claims, camera, palette) for spot in layout.spots]),
            _line_layer(layout, palette),
            _text_layer("areas", [*areas, _bar_text(layout, palette)]),
            _text_layer(
                "names", [_text(label, 0, palette.text, camera) for label in layout.labels], weight=600
            ),
            _text_layer("figures", [*_figure_texts(layout, palette), *_zero_texts(layout, palette)]),
        ],
        views=[pydeck.View(type="MapView", controller={"scrollZoom": False, "dragRotate": False})],
        initial_view_state=pydeck.ViewState(
            longitude=camera.longitude,
            latitude=camera.latitude,
            zoom=camera.zoom,
            min_zoom=camera.zoom,
            max_zoom=CLOSEST,
        ),
        map_provider=None,
        # As text, which no browser reads as HTML.
        tooltip={"text": "{card}", "style": _card_style(palette)},
    )


def map_legend(layout: Layout, palette: Palette, *, narrowed: bool) -> str:
    """The legend as HTML: every kind of mark that is drawn, and what area stands for what number.

    `narrowed` is as in `map_rows`.
    """
    drawn = {spot.row["mark"] for spot in layout.spots}
    sides = {spot.row["side"] for spot in layout.spots}
    keys = [
        (_swatch(7, palette.sides[side].mark, filled=True), words.SIDES[side])
        for side in SIDES
        if side in sides
    ]
    if "disc" in drawn:
        keys += [
            (_swatch(layout.scale.radius_of(value), palette.muted), f"stands for {words.number(value)}")
            for value in reference_values(layout.scale.value)
        ]
    others = {
        "zero": "<b>0</b>",
        "vague": _swatch(7, palette.muted, stroke=OPEN_STROKE),
        "ring": _swatch(7, palette.muted, stroke=RING_STROKE),
        "dot": _swatch(DOT_RADIUS, palette.muted, filled=True),
    }
    keys += [
        (swatch, meaning_of(mark, narrowed=narrowed)) for mark, swatch in others.items() if mark in drawn
    ]
    if layout.unlabelled:
        marks = words.count(layout.unlabelled, "place")
        keys.append(
            ("", f"no room for the name of {marks}: point at the mark, or zoom in with a double click")
        )
    items = "".join(f"<li>{swatch}{escape(text)}</li>" for swatch, text in keys)
    return f'{STYLE}<ul class="key" aria-label="Legend">{items}</ul>'


# Layers


def _land_layers(land: Mapping[str, Any], palette: Palette) -> list[pydeck.Layer]:
    neighbours = [one for one in land["features"] if one["properties"]["name"] != "West Bank"]
    west_bank = [one for one in land["features"] if one["properties"]["name"] == "West Bank"]
    return [
        _shapes("neighbours", neighbours, _mix(palette.land, palette.paper), palette),
        _shapes("west-bank", west_bank, palette.land, palette),
    ]


def _shapes(name: str, features: Sequence[Any], fill: str, palette: Palette) -> pydeck.Layer:
    return pydeck.Layer(
        "GeoJsonLayer",
        id=name,
        data={"type": "FeatureCollection", "features": features},
        get_fill_color=_veil(fill, palette.paper),
        get_line_color=_rgb(palette.line),
        get_line_width=0.8,
        line_width_units=pydeck.types.String("pixels"),
        pickable=False,
    )


def _mark_layers(data: Sequence[Mapping[str, Any]]) -> list[pydeck.Layer]:
    strokes = {"disc": DISC_STROKE, "vague": OPEN_STROKE, "zero": 0.0, "ring": RING_STROKE, "dot": 0.0}
    return [
        pydeck.Layer(
            "ScatterplotLayer",
            id=mark,
            data=[datum for datum in data if datum["mark"] == mark],
            get_position="position",
            get_radius="radius",
            get_fill_color="fill",
            get_line_color="edge",
            get_line_width=stroke,
            line_width_units=pydeck.types.String("pixels"),
            stroked=stroke > 0,
            pickable=True,
        )
        for mark, stroke in strokes.items()
    ]


def _mark_data(spot: Spot, claims: pd.DataFrame, camera: Camera, palette: Palette) -> dict[str, Any]:
    row = spot.row
    color = _rgb(palette.sides[row["side"]].mark if row["side"] in palette.sides else palette.muted)
    # An open mark is filled with next to nothing: a reader can hover over its inside too.
    opacity = 255 if row["mark"] in ("disc", "dot") else 2
    return {
        "mark": row["mark"],
        "place_id": row["place_id"],
        "key": place_key(row["place_id"]),
        "position": camera.position(spot.x, spot.y),
        "radius": camera.metres(spot.radius, float(row["latitude"])),
        "edge": _rgb(palette.paper) if row["mark"] == "disc" else color,
        "fill": [*color, opacity],
        # deck.gl would run a text that begins with @@: this one begins with the name of a place.
        "card": "\n".join([card(row, claims), *([HOW_TO_READ_ON] if split_list(row["claims"]) else [])]),
    }


def _line_layer(layout: Layout, palette: Palette) -> pydeck.Layer:
    """The bar of the scale, and lines from labels to marks that they are not right beside."""
    left, right, bottom, tick = layout.bar.left, layout.bar.right, layout.bar.bottom, layout.bar.bottom - 4
    bar = [(left, tick), (left, bottom), (right, bottom), (right, tick)]
    lines = [[layout.camera.position(*point) for point in line] for line in [bar, *layout.leaders]]
    return pydeck.Layer(
        "GeoJsonLayer",
        id="lines",
        data={
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "MultiLineString", "coordinates": lines},
        },
        get_line_color=_rgb(palette.muted),
        get_line_width=1.0,
        line_width_units=pydeck.types.String("pixels"),
        pickable=False,
    )


def _text_layer(name: str, texts: Sequence[Mapping[str, Any]], weight: int = 400) -> pydeck.Layer:
    return pydeck.Layer(
        "GeoJsonLayer",
        id=name,
        data={"type": "FeatureCollection", "features": list(texts)},
        point_type=pydeck.types.String("text"),
        get_text="properties.text",
        get_text_color="properties.color",
        get_text_size=TEXT_SIZE,
        get_text_anchor="properties.anchor",
        get_text_angle="properties.slope",
        get_text_alignment_baseline=pydeck.types.String("center"),
        get_text_pixel_offset="properties.offset",
        text_character_set=pydeck.types.String("auto"),
        text_font_family=pydeck.types.String(FONT),
        text_font_weight=weight,
        text_font_settings={"sdf": True, "fontSize": 64, "buffer": 8, "radius": 16, "cutoff": 0.2},
        pickable=False,
    )


def _area_text(area: Area, camera: Camera, palette: Palette) -> dict[str, Any]:
    middle = camera.position((area.box.left + area.box.right) / 2, (area.box.top + area.box.bottom) / 2)
    return _point(middle, text=area.name, color=_rgb(palette.muted), anchor="middle", slope=area.slope)


def _bar_text(layout: Layout, palette: Palette) -> dict[str, Any]:
    above = layout.camera.position(layout.bar.left, layout.bar.bottom - LINE_HEIGHT / 2 - 3)
    return _point(above, text=f"{layout.kilometres} km", color=_rgb(palette.muted), anchor="start")


def _figure_texts(layout: Layout, palette: Palette) -> list[dict[str, Any]]:
    groups = by_place(layout.spots)
    return [
        _text(
            label, line, palette.sides[side].text if side in palette.sides else palette.muted, layout.camera
        )
        for label in layout.labels
        for line, (_, side) in enumerate(lines_of(groups[label.label.name]))
        if line > 0
    ]


def _zero_texts(layout: Layout, palette: Palette) -> list[dict[str, Any]]:
    zeros = [spot for spot in layout.spots if spot.row["mark"] == "zero"]
    positions = [layout.camera.position(spot.x, spot.y) for spot in zeros]
    return [_point(at, text="0", color=_rgb(palette.text), anchor="middle") for at in positions]


def _text(placed: Placed, line: int, color: str, camera: Camera) -> dict[str, Any]:
    """One line of a label: anchored where the label is, and moved up or down to its row of the box."""
    middle = (line + 0.5) * LINE_HEIGHT - placed.label.height * (placed.down + 1) / 2
    return _point(
        camera.position(placed.x, placed.y),
        text=placed.label.lines[line],
        color=_rgb(color),
        anchor=ANCHORS[placed.across],
        offset=[0, middle],
    )


def _point(position: Sequence[float], **properties: Any) -> dict[str, Any]:
    """A text as GeoJSON."""
    geometry = {"type": "Point", "coordinates": position}
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": {"offset": [0, 0], "slope": 0, **properties},
    }


# Colours and styles


def _rgb(color: str) -> list[int]:
    return [int(color[start : start + 2], 16) for start in (1, 3, 5)]


def _mix(one: str, other: str) -> str:
    return "#" + "".join(f"{(a + b) // 2:02x}" for a, b in zip(_rgb(one), _rgb(other), strict=True))


def _veil(color: str, ground: str) -> list[int]:
    """A colour of opacity 0.4 that looks like `color` on `ground`."""
    pairs = zip(_rgb(color), _rgb(ground), strict=True)
    veil = [round((seen - 0.6 * below) / 0.4) for seen, below in pairs]
    return [*(min(max(share, 0), 255) for share in veil), 102]


def _swatch(radius: float, color: str, *, filled: bool = False, stroke: float = DISC_STROKE) -> str:
    size = f"width:{2 * radius:.1f}px;height:{2 * radius:.1f}px;flex:none;box-sizing:border-box"
    circle = f"border:{stroke}px solid {color};border-radius:50%;background:{color if filled else 'none'}"
    return f'<i style="{size};{circle}" aria-hidden="true"></i>'


def _card_style(palette: Palette) -> dict[str, str]:
    """In the lower left corner of the map: beside the pointer, its edge would cut the card off."""
    return {
        "transform": "none",
        "top": "auto",
        "left": "8px",
        "bottom": "8px",
        "maxWidth": "min(340px, calc(100% - 40px))",
        "backgroundColor": palette.paper,
        "color": palette.text,
        "border": f"1px solid {palette.line}",
        "fontFamily": FONT,
        "fontSize": f"{TEXT_SIZE}px",
        "whiteSpace": "pre-line",
    }

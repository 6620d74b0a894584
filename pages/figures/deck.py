"""The map as a picture: marks, labels and land as a pydeck map that asks no host for anything.

Discs are measured on the ground, so that map and marks grow together; their radius is chosen in pixels at the
scale at which the map opens, which is also the smallest that a reader can go to. So nothing ever collides.

While a place is chosen, Streamlit lowers the opacity of every fill to 0.4, where it is not as low already
(see `_veil`). It leaves the texts and lines of a GeoJsonLayer as they are: hence they are in such layers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import pydeck

from loaders.tables import SIDES
from pages.figures import words
from pages.figures.camera import Camera, fit_camera
from pages.figures.labels import LETTER_WIDTH, LINE_HEIGHT, Box, Label, Placed, place_labels
from pages.figures.map import FOCUS, card
from pages.figures.palette import FONT, Palette

HEIGHT = 480
# What a phone shows of the map: all marks and the labels of the three places lie in it when the map opens.
PHONE = Box(-170.0, -225.0, 170.0, 225.0)
# Room that the marks at its edge take inside it.
MARGIN = 34.0
CLOSEST_OPENING, CLOSEST = 9.2, 13.0
# Where the map opens when not even the three places are known.
NOWHERE = [(35.19, 32.37)]

LARGEST_RADIUS, SMALLEST_RADIUS, RING_RADIUS, DOT_RADIUS = 34.0, 2.5, 7.0, 2.5
OPEN_STROKE, RING_STROKE, DISC_STROKE = 3.0, 1.6, 1.0
TEXT_SIZE = 13

# Names of sea and lands: where each is written, and its slope in degrees. Along coast and river a name needs
# no more room than a narrow window has; a phone sees those in between.
AREAS = (
    ("Mediterranean Sea", 34.845, 32.37, 78),
    ("Israel", 35.08, 32.52, 0),
    ("West Bank", 35.2, 32.2, 0),
    ("Jordan", 35.595, 32.30, -88),
)
KILOMETRES = (1, 2, 5, 10, 20, 50, 100)
LONGEST_BAR = 100.0
ANCHORS = {-1: "start", 0: "middle", 1: "end"}

# Without it a finger on the map could not scroll the page.
STYLE = "<style>.deck-events-root { touch-action: pan-y !important; }</style>"


@dataclass(frozen=True)
class Spot:
    """One mark on the map: its row, and the circle that it takes up, in pixels from the middle of the map."""

    row: Mapping[Any, Any]
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """What it takes up."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


def map_deck(
    rows: pd.DataFrame, claims: pd.DataFrame, land: Mapping[str, Any], largest: int, palette: Palette
) -> pydeck.Deck:
    """The map of `rows` (see `map_rows`). A mark says its figure and sentences, and names its `place_id`.

    `land` is GeoJSON whose features have a `name`; `largest` is the value that the largest disc stands for.
    """
    camera = open_camera(rows)
    spots = place_spots(rows, camera, largest)
    bar, kilometres = scale_bar(camera)
    labels = label_places(spots, [bar])
    taken = [bar, *(label.box for label in labels), *(spot.box for spot in spots)]
    areas = [_area_text(area, camera, palette) for area in area_labels(camera, taken)]
    return pydeck.Deck(
        layers=[
            *_land_layers(land, palette),
            *_mark_layers([_mark_data(spot, claims, camera, palette) for spot in spots]),
            _bar_layer(bar, camera, palette),
            _text_layer("areas", [*areas, _text(_bar_label(bar, kilometres), 0, palette.muted, camera)]),
            _text_layer("names", _texts(labels, camera, palette.text, slice(0, 1)), weight=600),
            _text_layer("figures", _figure_texts(labels, spots, camera, palette)),
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


def map_legend(rows: pd.DataFrame, largest: int, palette: Palette) -> str:
    """The legend as HTML: every kind of mark that is drawn, and what area stands for what number."""
    drawn = set(rows["mark"])
    sides = set(rows.loc[rows["mark"].isin(["disc", "vague", "zero"]), "side"])
    keys = [
        (_swatch(7, palette.sides[side].mark, filled=True), words.SIDES[side])
        for side in SIDES
        if side in sides
    ]
    if "disc" in drawn:
        keys += [
            (_swatch(disc_radius(value, largest), palette.muted), f"stands for {words.number(value)}")
            for value in reference_values(largest)
        ]
    others = {
        "zero": ("<b>0</b>", "reported as none"),
        "vague": (_swatch(7, palette.muted, stroke=OPEN_STROKE), "reported without a number"),
        "ring": (_swatch(7, palette.muted, stroke=RING_STROKE), "named, no figure of its own"),
        "dot": (_swatch(DOT_RADIUS, palette.muted, filled=True), "not named, for orientation"),
    }
    keys += [key for mark, key in others.items() if mark in drawn]
    items = "".join(f"<li>{swatch}{escape(text)}</li>" for swatch, text in keys)
    return f'{STYLE}<ul class="key" aria-label="Legend">{items}</ul>'


def disc_radius(value: int, largest: int) -> float:
    """In pixels as the map opens: the area is proportional to the value, down to a speck that can be seen."""
    return max(LARGEST_RADIUS * math.sqrt(value / max(largest, value)), SMALLEST_RADIUS)


def reference_values(largest: int) -> list[int]:
    """The numbers that the legend draws to scale: round ones, up to a tenth and to a half of the largest.

    >>> reference_values(21), reference_values(3), reference_values(17000)
    ([2, 10], [1], [1000, 5000])
    """
    return sorted({_round_down(largest / 10), _round_down(largest / 2)} - {0})


# Where everything is, in pixels


def open_camera(rows: pd.DataFrame) -> Camera:
    """The closest view, up to a limit, that has every mark on the map within the width of a phone."""
    on_map = rows[rows["mark"] != "beside"]
    positions = list(zip(on_map["longitude"].astype(float), on_map["latitude"].astype(float), strict=True))
    return fit_camera(positions or NOWHERE, PHONE.right - MARGIN, PHONE.bottom - MARGIN, CLOSEST_OPENING)


def place_spots(rows: pd.DataFrame, camera: Camera, largest: int) -> list[Spot]:
    """Every mark on the map, larger ones below; those of one place stand side by side, by side."""
    spots: list[Spot] = []
    for _, marks in rows[rows["mark"] != "beside"].groupby("place_id", sort=False):
        records = sorted(marks.to_dict("records"), key=lambda row: _side_order(row["side"]))
        radii = [_mark_radius(row, largest) for row in records]
        x, y = camera.pixels(float(records[0]["longitude"]), float(records[0]["latitude"]))
        left = x - sum(radii)
        for row, radius in zip(records, radii, strict=True):
            spots.append(Spot(row, left + radius, y, radius))
            left += 2 * radius
    return sorted(spots, key=lambda spot: -spot.radius)


def label_places(spots: Iterable[Spot], taken: Sequence[Box] = ()) -> list[Placed]:
    """The name and the figures of every place, set beside its marks; the largest marks come first."""
    groups = sorted(_by_place(spots).values(), key=lambda group: -max(spot.radius for spot in group))
    labels = [
        Label(name, tuple(text for text, _ in _lines(group)), _around(group), required=name in FOCUS)
        for group in groups
        for name in [str(group[0].row["place_id"])]
    ]
    return place_labels(labels, PHONE, taken)


@dataclass(frozen=True)
class Area:
    """The name of a land or sea, what it takes up, and its slope in degrees."""

    name: str
    box: Box
    slope: float


def area_labels(camera: Camera, taken: Iterable[Box]) -> list[Area]:
    """The names of sea and lands; one that would meet something is left out."""
    taken = list(taken)
    areas = [
        _area(name, *camera.pixels(longitude, latitude), slope) for name, longitude, latitude, slope in AREAS
    ]
    return [area for area in areas if not any(area.box.meets(box) for box in taken)]


def _area(name: str, x: float, y: float, slope: float) -> Area:
    along = len(name) * LETTER_WIDTH / 2
    width, height = (LINE_HEIGHT, along) if slope else (along, LINE_HEIGHT / 2)
    return Area(name, Box(x - width, y - height, x + width, y + height), slope)


def scale_bar(camera: Camera) -> tuple[Box, int]:
    """What the bar of the scale takes up with its words, and how many kilometres it is long."""
    metres = camera.metres(1.0, camera.latitude)
    kilometres = max((km for km in KILOMETRES if km * 1000 / metres <= LONGEST_BAR), default=KILOMETRES[0])
    left, bottom = PHONE.left + 6, PHONE.bottom - 6
    return Box(left, bottom - LINE_HEIGHT - 3, left + kilometres * 1000 / metres, bottom), kilometres


def _bar_label(bar: Box, kilometres: int) -> Placed:
    name = f"{kilometres} km"
    return Placed(Label(name, (name,), bar), bar.left, bar.bottom - 3, -1, 1)


def _by_place(spots: Iterable[Spot]) -> dict[str, list[Spot]]:
    groups: dict[str, list[Spot]] = {}
    for spot in spots:
        groups.setdefault(str(spot.row["place_id"]), []).append(spot)
    return groups


def _lines(group: Sequence[Spot]) -> list[tuple[str, Any]]:
    """The lines of a place's label, each with the side that it speaks of, from left to right."""
    group = sorted(group, key=lambda spot: spot.x)
    first = group[0].row
    if first["mark"] == "dot":
        return [(str(first["place"]), None)]
    if first["mark"] == "ring":
        return [(str(first["place"]), None), ("no figure of its own", None)]
    return [(str(first["place"]), None), *((str(spot.row["figure"]), spot.row["side"]) for spot in group)]


def _around(group: Sequence[Spot]) -> Box:
    boxes = [spot.box for spot in group]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _side_order(side: Any) -> int:
    return SIDES.index(side) if side in SIDES else len(SIDES)


def _mark_radius(row: Mapping[Any, Any], largest: int) -> float:
    if row["mark"] == "disc":
        return disc_radius(int(row["best"]), largest)
    return DOT_RADIUS if row["mark"] == "dot" else RING_RADIUS


def _round_down(value: float) -> int:
    if value < 1:
        return 0
    power = 10 ** int(math.log10(value))
    return int(max(step for step in (1, 2, 5) if step * power <= value) * power)


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
        "position": camera.position(spot.x, spot.y),
        "radius": camera.metres(spot.radius, float(row["latitude"])),
        "edge": _rgb(palette.paper) if row["mark"] == "disc" else color,
        "fill": [*color, opacity],
        # deck.gl would run a text that begins with @@: this one begins with the name of a place.
        "card": card(row, claims),
    }


def _bar_layer(bar: Box, camera: Camera, palette: Palette) -> pydeck.Layer:
    tick = bar.bottom - 4
    corners = [(bar.left, tick), (bar.left, bar.bottom), (bar.right, bar.bottom), (bar.right, tick)]
    line = {"type": "LineString", "coordinates": [camera.position(x, y) for x, y in corners]}
    return pydeck.Layer(
        "GeoJsonLayer",
        id="scale",
        data={"type": "Feature", "properties": {}, "geometry": line},
        get_line_color=_rgb(palette.muted),
        get_line_width=1.2,
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


def _texts(
    labels: Iterable[Placed], camera: Camera, color: str, lines: slice = slice(None)
) -> list[dict[str, Any]]:
    return [
        _text(label, line, color, camera) for label in labels for line in range(len(label.label.lines))[lines]
    ]


def _figure_texts(
    labels: Iterable[Placed], spots: Sequence[Spot], camera: Camera, palette: Palette
) -> list[dict[str, Any]]:
    groups = _by_place(spots)
    texts = [
        _text(label, line, palette.sides[side].text if side in palette.sides else palette.muted, camera)
        for label in labels
        for line, (_, side) in enumerate(_lines(groups[label.label.name]))
        if line > 0
    ]
    zeros = [spot for spot in spots if spot.row["mark"] == "zero"]
    numerals = [Placed(Label("0", ("0",), spot.box), spot.x, spot.y, 0, 0) for spot in zeros]
    return texts + _texts(numerals, camera, palette.text)


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

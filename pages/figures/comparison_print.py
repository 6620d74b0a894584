"""The comparison in print: its table drawn, the operations side by side.

Where the width does not hold all operations, they stand in bands one below the other, each with the names of
its operations on top and with every row; all columns are equally wide, so that a bar means the same in each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from pages.figures.comparison import Cell, Row, silence_of
from pages.figures.labels import Box, Point
from pages.figures.palette import Palette
from pages.figures.pixels import Line, Type, figure_of_pixels, line_trace, set_lines, text_trace
from pages.figures.typesetting import width_of, wrap_to

NAME, LABEL = Type(14, 18, bold=True), Type(13, 17, bold=True)
NUMBER, TEXT, SILENT = Type(17, 22, bold=True), Type(13, 17), Type(13, 17, italic=True)
NOTE, SILENT_NOTE = Type(11, 14), Type(11, 14, italic=True)

# In pixels. Below a width of LABELS_BESIDE, what a row is stands above its cells.
LABELS_BESIDE, LABELS, LABELS_SHARE = 520, 130.0, 1 / 6
NARROWEST, WIDEST, LONGEST_WORD = 120.0, 400.0, 180.0
GUTTER, PADDING, BAR, BAR_GAP, BAND_GAP, TOP = 16.0, 8.0, 7.0, 3.0, 28.0, 4.0
SHORTEST_BAR = 2.0
# The least between texts side by side: most are narrower than their widths, which are the widest font's.
TEXT_GAP = 6.0
# Of the width that a text has: what its last line should take up, and how narrow its lines become for that.
LAST_LINE, NARROWER = 0.4, (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)

NOT_REPORTED, VAGUE, NONE, BARS = "\N{EM DASH}", "\N{WHITE CIRCLE}", "0", "\N{BLACK RECTANGLE}"

# Where no line of a note begins: a number at the start of a line would look like a figure of its own.
BEFORE_A_NUMBER = re.compile(r" (?=\d)")
# Where no line of any other text begins, as in "6 September".
WITHIN_A_DATE = re.compile(r"(?<=\d) (?=[A-Z])")


@dataclass(frozen=True)
class _Grid:
    """How wide a column is, the gap after it included; `labels` is 0 where these stand above the cells."""

    width: float
    labels: float
    column: float
    in_a_band: int

    def left_of(self, position: int) -> float:
        return self.labels + position * self.column

    @property
    def room(self) -> float:
        """What the words of a cell have of a column."""
        return self.column - TEXT_GAP

    @property
    def longest_bar(self) -> float:
        """What the bar of a cell has of a column."""
        return self.column - GUTTER


@dataclass
class _Table:
    """What has been put on the table so far, and how far down it is."""

    palette: Palette
    grid: _Grid
    operations: int
    y: float = 0.0
    lines: list[Line] = field(default_factory=list)
    bars: list[tuple[Box, str]] = field(default_factory=list)
    rules: list[list[Point]] = field(default_factory=list)
    heavy_rules: list[list[Point]] = field(default_factory=list)

    def write(self, text: str, corner: Point, width: float, type_: Type, color: str) -> float:
        """Wrapped text from its upper left corner on; returns where it ends."""
        bound = _bound(text, width, type_)
        lines = set_lines(bound, corner, _even(bound, width, type_), type_, color)
        self.lines.extend(lines)
        return corner[1] + type_.height * len(lines)


def draw_comparison(chosen: pd.DataFrame, rows: Sequence[Row], palette: Palette, width: int) -> go.Figure:
    """The table of `compare` as a figure `width` pixels wide, of its own height and without title or key.

    Raises:
        ValueError: no operation is chosen.
    """
    names = [str(name) for name in chosen["name"]]
    if not names:
        raise ValueError("no operation is chosen")
    grid = _grid(names, rows, width)
    table = _Table(palette, grid, len(names))
    for first in range(0, len(names), grid.in_a_band):
        table.y += BAND_GAP if first else 0.0
        _draw_band(table, names, rows, range(len(names))[first : first + grid.in_a_band])
    return figure_of_pixels(_traces(table), Box(0, 0, width, math.ceil(table.y + 1)), palette)


def comparison_key(rows: Sequence[Row], narrowed: str = "") -> tuple[tuple[str, str], ...]:
    """The marks that the table has, each as a character and what it means; `narrowed` as in `compare`."""
    cells = [cell for row in rows for cell in row.cells]
    marks = (
        (
            BARS,
            "to scale within its row",
            any(_has_bar(cell, len(row.cells)) for row in rows for cell in row.cells),
        ),
        (VAGUE, "reported without a number", any(cell.vague for cell in cells)),
        (NONE, "reported as none", any(cell.text == NONE for cell in cells)),
        (NOT_REPORTED, silence_of(narrowed), any(cell.silent for cell in cells)),
    )
    return tuple((mark, meaning) for mark, meaning, drawn in marks if drawn)


def _grid(names: Sequence[str], rows: Sequence[Row], width: float) -> _Grid:
    """As few bands as the words allow, and about as many operations in each."""
    labels = max(LABELS, LABELS_SHARE * width) if width >= LABELS_BESIDE else 0.0
    room = width - labels + TEXT_GAP  # the last column needs no gap
    most = max(int(room // (_narrowest(names, rows) + GUTTER)), 1)
    in_a_band = math.ceil(len(names) / math.ceil(len(names) / most))
    return _Grid(width, labels, min(room / in_a_band, WIDEST), in_a_band)


def _narrowest(names: Sequence[str], rows: Sequence[Row]) -> float:
    """What a column needs so that no word is broken, up to a limit for words that nobody writes."""
    texts = [(name, NAME) for name in names]
    texts += [
        text
        for row in rows
        for cell in row.cells
        for text in ((_marked(cell), _type_of(cell)), (cell.note, NOTE))
    ]
    longest = max(_longest_word(text, type_) for text, type_ in texts)
    return max(NARROWEST, min(longest, LONGEST_WORD))


def _draw_band(table: _Table, names: Sequence[str], rows: Sequence[Row], band: range) -> None:
    """Some of the operations, given by their positions."""
    top = table.y + TOP
    starts = [table.grid.left_of(nth) for nth in range(len(band))]
    ends = [_draw_name(table, names[position], (x, top)) for x, position in zip(starts, band, strict=True)]
    table.y = max(ends) + PADDING / 2
    table.heavy_rules.append(_rule(table))
    for row in rows:
        _draw_row(table, row, [row.cells[position] for position in band], starts)
        table.rules.append(_rule(table))


def _draw_name(table: _Table, name: str, corner: Point) -> float:
    """An operation's place and days, on lines of their own unless one line holds both; returns the end."""
    place, comma, days = name.partition(", ")
    fits = width_of(name, NAME.size, bold=NAME.bold) <= table.grid.room
    left, end = corner
    for part in [name] if fits or not comma else [f"{place},", days]:
        end = table.write(part, (left, end), table.grid.room, NAME, table.palette.text)
    return end


def _rule(table: _Table) -> list[Point]:
    return [(0.0, table.y), (table.grid.width, table.y)]


def _draw_row(table: _Table, row: Row, cells: Sequence[Cell], starts: Sequence[float]) -> None:
    grid, palette = table.grid, table.palette
    top = table.y + PADDING
    room = (grid.labels or grid.width) - TEXT_GAP
    end = table.write(row.label, (0, top), room, LABEL, palette.text)
    end = table.write(row.note, (0, end), room, NOTE, palette.muted)
    if not grid.labels:
        top = end + PADDING / 2
    ends = [_draw_cell(table, cell, (x, top), row.side) for x, cell in zip(starts, cells, strict=True)]
    table.y = max(end, *ends) + PADDING


def _draw_cell(table: _Table, cell: Cell, corner: Point, side: str) -> float:
    """Text, bar and note; returns where they end."""
    left = corner[0]
    palette, room = table.palette, table.grid.room
    color = palette.muted if cell.silent else palette.text
    end = table.write(_marked(cell), corner, room, _type_of(cell), color)
    if cell.share and _has_bar(cell, table.operations):
        length = max(cell.share * table.grid.longest_bar, SHORTEST_BAR)
        table.bars.append((Box(left, end, left + length, end + BAR), palette.sides[side].mark))
        end += BAR + BAR_GAP
    return table.write(cell.note, (left, end), room, SILENT_NOTE if cell.silent else NOTE, palette.muted)


def _has_bar(cell: Cell, operations: int) -> bool:
    """None reported is the numeral alone; and a bar compares operations, so that one alone has none."""
    return bool(cell.share) and operations > 1


def _marked(cell: Cell) -> str:
    """The text of a cell after the mark of what is not a number."""
    mark = NOT_REPORTED if cell.silent else VAGUE if cell.vague else ""
    return f"{mark}\N{NO-BREAK SPACE}{cell.text}" if mark else cell.text


def _bound(text: str, width: float, type_: Type) -> str:
    """`text` with a no-break space wherever no line is to begin, as far as lines are wide enough for that."""
    within = BEFORE_A_NUMBER if type_ in (NOTE, SILENT_NOTE) else WITHIN_A_DATE
    bound = within.sub("\N{NO-BREAK SPACE}", text)
    return bound if _longest_word(bound, type_) <= width else text


def _even(text: str, width: float, type_: Type) -> float:
    """Up to which width to set `text`: less where it would end with a word alone, but for no line more."""

    def lines_of(room: float) -> list[str]:
        return wrap_to(text, room, type_.size, bold=type_.bold)

    def last_of(room: float) -> float:
        return width_of(lines_of(room)[-1], type_.size, bold=type_.bold)

    fewest = len(lines_of(width))
    if fewest < 2 or last_of(width) >= LAST_LINE * width:
        return width
    word = _longest_word(text, type_)
    rooms = [share * width for share in NARROWER if share * width >= word]
    return max([width, *(room for room in rooms if len(lines_of(room)) == fewest)], key=last_of)


def _longest_word(text: str, type_: Type) -> float:
    return max(width_of(word, type_.size, bold=type_.bold) for word in text.split(" "))


def _type_of(cell: Cell) -> Type:
    if cell.silent:
        return SILENT
    return NUMBER if cell.share is not None else TEXT


def _traces(table: _Table) -> Iterator[go.Scatter | go.Bar]:
    palette = table.palette
    yield line_trace("rules", table.rules, palette.grid, 1)
    yield line_trace("heavy rules", table.heavy_rules, palette.line, 1.5)
    if table.bars:
        boxes = [box for box, _ in table.bars]
        yield go.Bar(
            name="bars",
            orientation="h",
            base=[box.left for box in boxes],
            x=[box.right - box.left for box in boxes],
            y=[box.middle[1] for box in boxes],
            width=[BAR] * len(boxes),
            marker={"color": [color for _, color in table.bars], "line": {"width": 0}},
            hoverinfo="skip",
        )
    yield text_trace(table.lines)

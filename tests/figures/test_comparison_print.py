from __future__ import annotations

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import pytest

from pages.figures.comparison import Cell, Row
from pages.figures.comparison_print import GUTTER, NOTE, TEXT_GAP, comparison_key, draw_comparison
from pages.figures.palette import DARK, LIGHT
from pages.figures.typesetting import width_of, wrap_to
from tests.figures.print_frames import HOSTILE, OPERATIONS, WIDTHS, comparison_of
from tests.figures.text_boxes import overlaps, page_of, text_boxes

PHONE = 390


def names(*of_operations: str) -> pd.DataFrame:
    return pd.DataFrame({"name": list(of_operations)})


def trace(figure: go.Figure, name: str) -> go.Scatter | go.Bar:
    return next(trace for trace in figure.data if trace.name == name)


def texts(figure: go.Figure) -> list[str]:
    return list(trace(figure, "text").text)


def words_of(figure: go.Figure) -> str:
    """Everything that is written, line after line."""
    return " ".join(text_boxes(figure).values()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(params=OPERATIONS)
def how_many(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@pytest.mark.parametrize("width", [PHONE, *WIDTHS])
def test_no_text_meets_another_or_leaves_the_figure(how_many: int, width: int) -> None:
    figure = draw_comparison(*comparison_of(how_many), LIGHT, width)
    boxes = list(text_boxes(figure))
    assert figure.layout.width == width
    assert not overlaps(boxes)
    assert not [box for box in boxes if not page_of(figure).holds(box)]


@pytest.mark.parametrize("width", [PHONE, *WIDTHS])
def test_no_bar_meets_a_text_or_leaves_the_figure(how_many: int, width: int) -> None:
    figure = draw_comparison(*comparison_of(how_many), LIGHT, width)
    if how_many == 1:
        return
    bars = trace(figure, "bars")
    middles = {(base, y) for base, y in zip(bars.base, bars.y, strict=True)}
    assert all(base + length <= width + 0.01 for base, length in zip(bars.base, bars.x, strict=True))
    assert not [
        box
        for box in text_boxes(figure)
        for left, y in middles
        if box.left <= left < box.right and box.top < y < box.bottom
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_the_table_is_written(how_many: int, width: int) -> None:
    chosen, rows = comparison_of(how_many)
    written = words_of(draw_comparison(chosen, rows, LIGHT, width))
    assert {word for name in chosen["name"] for word in name.split()} <= set(written.split())
    for row in rows:
        for text in [row.label, row.note, *(part for cell in row.cells for part in (cell.text, cell.note))]:
            assert set(text.replace("\N{NO-BREAK SPACE}", " ").split()) <= set(written.split())


@pytest.mark.parametrize(("width", "bands"), [(1200, 2), (794, 2), (640, 3), (PHONE, 4)])
def test_operations_that_do_not_fit_stand_in_bands_with_all_their_rows(width: int, bands: int) -> None:
    chosen, rows = comparison_of(8)
    figure = draw_comparison(chosen, rows, LIGHT, width)
    assert texts(figure).count("Dates") == texts(figure).count("Outcome") == bands
    assert len([x for x in trace(figure, "heavy rules").x if x == 0]) == bands
    assert len(set(trace(figure, "bars").base)) == 8 // bands + (8 % bands > 0)


def test_a_bar_means_the_same_in_every_column_and_band() -> None:
    shares = (1.0, 0.5, 0.25, 0.1, 1.0, 0.5)
    row = Row("Killed", tuple(Cell("some", share=share) for share in shares), "palestinian")
    bars = trace(draw_comparison(names(*"abcdef"), [row], LIGHT, 640), "bars")
    assert len(set(bars.y)) == 2
    assert [length / bars.x[0] for length in bars.x] == pytest.approx(shares)
    assert set(bars.marker.color) == {LIGHT.sides["palestinian"].mark}


def test_silence_none_and_words_without_a_number_have_no_bar_and_marks_of_their_own() -> None:
    cells = (
        Cell("not reported", silent=True),
        Cell("0", share=0.0),
        Cell("“dozens”", vague=True),
        Cell("12", share=1.0),
    )
    figure = draw_comparison(names(*"abcd"), [Row("Killed", cells)], LIGHT, 1200)
    assert texts(figure)[-4:] == ["—\xa0not reported", "0", "○\xa0“dozens”", "12"]
    assert list(trace(figure, "text").textfont.style[-4:]) == ["italic", "normal", "normal", "normal"]
    assert list(trace(figure, "text").textfont.weight[-4:]) == ["normal", "bold", "normal", "bold"]
    assert len(trace(figure, "bars").x) == 1
    assert [mark for mark, _ in comparison_key([Row("Killed", cells)])] == ["▬", "○", "0", "—"]


def test_the_key_names_only_the_marks_that_are_drawn() -> None:
    assert comparison_key([Row("Dates", (Cell("3 July 2023"), Cell("4 July 2023")))]) == ()


def test_the_key_gives_the_silence_of_those_chosen_as_theirs() -> None:
    rows = [Row("Killed", (Cell("no figure by the speakers chosen", silent=True),))]
    assert comparison_key(rows, "speakers chosen") == (("—", "no figure by the speakers chosen"),)


def test_one_operation_is_compared_with_none_and_has_no_bar() -> None:
    chosen, rows = comparison_of(1)
    assert "bars" not in {trace.name for trace in draw_comparison(chosen, rows, LIGHT, 640).data}
    assert "▬" not in dict(comparison_key(rows))


def test_a_number_begins_no_line_of_a_note() -> None:
    note = "in Jenin; at least 5 of them combatants; said by: Palestinian Health Ministry; as of day 4"
    row = Row("Killed", tuple(Cell("12", note, 1.0) for _ in range(3)))
    lines = text_boxes(draw_comparison(names(*"abc"), [row], LIGHT, 640)).values()
    assert not [line for line in lines if line[:1].isdigit() and line != "12"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "speaker", ["the army", "UN OCHA", "reporter's own voice", "Palestinian Health Ministry"]
)
def test_a_note_has_no_line_more_than_it_needs_and_none_for_a_word_alone(speaker: str, width: int) -> None:
    note = f"in Jenin; said by: {speaker}, source not stated; as of day 3"
    row = Row("Killed", tuple(Cell(text, note, 1.0) for text in ("12", "13", "14")))
    figure = draw_comparison(names(*"abc"), [row], LIGHT, width)
    bars = trace(figure, "bars")
    first, longest = bars.base[0], bars.x[0]
    lines = [text for box, text in text_boxes(figure).items() if box.left == first][2:]
    room = longest + GUTTER - TEXT_GAP
    assert " ".join(lines).replace("\N{NO-BREAK SPACE}", " ") == note
    assert len(lines) == len(wrap_to(note, room, NOTE.size))
    assert len(lines) == 1 or width_of(lines[-1], NOTE.size) > 0.3 * room


@pytest.mark.parametrize("width", WIDTHS)
def test_text_shows_as_its_characters(width: int) -> None:
    cell = Cell(HOSTILE, HOSTILE)
    figure = draw_comparison(names(HOSTILE), [Row(HOSTILE, (cell,), note=HOSTILE)], LIGHT, width)
    assert not [text for text in texts(figure) if "<" in text or ">" in text]
    assert words_of(figure).replace(" ", "").count(HOSTILE.replace(" ", "")) == 5


@pytest.mark.parametrize("width", [PHONE, *WIDTHS])
def test_a_word_as_long_as_a_page_breaks(width: int) -> None:
    chosen, rows = comparison_of(3)
    long_name = chosen.assign(name="W" * 300)
    endless = [replace(row, cells=tuple(replace(cell, text="M" * 200) for cell in row.cells)) for row in rows]
    figure = draw_comparison(long_name, endless, LIGHT, width)
    assert not overlaps(list(text_boxes(figure)))
    assert not [box for box in text_boxes(figure) if not page_of(figure).holds(box)]


def test_the_ground_is_transparent_and_the_ink_that_of_the_palette() -> None:
    figure = draw_comparison(*comparison_of(3), DARK, 794)
    assert figure.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert DARK.text in trace(figure, "text").textfont.color


def test_no_operation_is_no_table() -> None:
    with pytest.raises(ValueError, match="no operation"):
        draw_comparison(names(), [], LIGHT, 640)

from __future__ import annotations

import pytest

from pages.figures.typesetting import shorten_to, width_of, wrap_to

TEXTS = [
    "",
    " ",
    "one",
    "twelve people were reported killed in three towns",
    "W" * 200,
    "a " * 100,
    "no\N{NO-BREAK SPACE}break\N{NO-BREAK SPACE}here and then some",
    "https://news.example/casualties?operation=2023-07&operation=2024-08&measure=killed&side=palestinian",
    "\u0645\u062f\u064a\u0646\u0629 " * 20,
    "line\nends and\ttabs are blanks",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [20, 90, 345, 1200])
@pytest.mark.parametrize("bold", [False, True])
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text: str, width: int, bold: bool) -> None:
    lines = wrap_to(text, width, 12, bold=bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, 12, bold=bold) <= width for line in lines)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_fits_is_whole_and_another_ends_with_an_ellipsis(text: str) -> None:
    shown = shorten_to(text, 120, 12)
    assert width_of(shown, 12) <= 120
    assert shown == " ".join(text.split()) or shown.endswith(" …")


def test_an_address_is_cut_after_one_of_its_own_marks() -> None:
    lines = wrap_to(TEXTS[7], 345, 12)
    assert len(lines) > 1
    assert all(line[-1] in "&?/" for line in lines[:-1])


def test_bold_is_wider_and_a_letter_of_another_script_counts_as_a_wide_one() -> None:
    assert width_of("killed", 12, bold=True) > width_of("killed", 12)
    assert width_of("\u0645", 10) > 10


@pytest.mark.parametrize("bold", [False, True])
def test_a_space_that_breaks_no_line_is_as_wide_as_another(bold: bool) -> None:
    assert width_of("day\N{NO-BREAK SPACE}3", 11, bold=bold) == width_of("day 3", 11, bold=bold)

"""The reader as a whole: order, statements, offsets, and a report read from first to last."""

from __future__ import annotations

import pytest

from loaders.reader import read_figures
from tests.loaders.reader.telling import told

REPORT = (
    "JENIN, West Bank — At least eight Palestinians were killed when troops raided the Jenin "
    "refugee camp before dawn on Tuesday, the Palestinian Health Ministry said.\n\n"
    "Two of them were children. The ministry later put the death toll at 11, including a nurse, and said 50 "
    "people were wounded.\n\n"
    "The Israeli military said a soldier was lightly hurt and that it had arrested 30 people. It counted "
    "15 airstrikes in two days.\n\n"
    "Some 400 families left the camp. Since 7 October more than 600 people have been "
    "killed in the West Bank.\n"
)


def test_a_report_is_read() -> None:
    assert told(REPORT, "bound", "side", "place_id", "attributed_to").split("; ") == [
        "killed 8 at_least palestinian jenin-camp Palestinian Health Ministry",
        "killed 2 exact palestinian jenin-camp -",
        "killed 11 exact unspecified jenin-camp Palestinian Health Ministry",
        "killed 1 exact unspecified jenin-camp Palestinian Health Ministry",
        "wounded 50 exact unspecified jenin-camp Palestinian Health Ministry",
        "wounded 1 exact israeli jenin-camp Israeli military",
        "detained 30 exact unspecified jenin-camp Israeli military",
        "airstrikes 15 exact unspecified jenin-camp Israeli military",
        "displaced 400 about unspecified jenin-camp -",
        "killed 600 more_than unspecified west-bank -",
    ]


def test_figures_come_in_the_order_of_the_text_with_true_offsets() -> None:
    figures = read_figures(REPORT)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    for figure in figures:
        assert REPORT[figure.start : figure.end] == figure.quote
        assert figure.start <= figure.at < figure.end
        assert figure.quote in figure.sentence
        assert figure.sentence in REPORT


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Two people were killed and five hurt.", 1),
        ("The UN said two people were killed and five hurt.", 1),
        ("Two people were killed. Five were hurt.", 2),
        ("The UN said two people were killed, while the Israeli military said five people were killed.", 2),
    ],
)
def test_a_statement_is_one_speaker_in_one_sentence(text: str, statements: int) -> None:
    assert len({figure.statement for figure in read_figures(text)}) == statements


def test_the_same_text_gives_the_same_figures() -> None:
    assert read_figures(REPORT) == read_figures(REPORT)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "12", ".", "“", "killed", "of them", "\u200b", "Two of them were"]
)
def test_a_text_without_a_figure_gives_none(text: str) -> None:
    assert read_figures(text) == []

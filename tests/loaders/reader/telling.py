"""How the reader's tables say a figure: its measure, its number and the fields a table is about.

`told("Six Palestinians were killed and 120 hurt.", "side")` is `"killed 6 palestinian; wounded 120
palestinian"`. A number is the one printed, a vague word its floor ("24.."), a field without a value "-".
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from loaders.reader import Figure, read_figures

PUBLISHED = date(2024, 9, 6)
"""A Friday: the day of publication of every sentence in the tables, unless a test says otherwise."""


def told(text: str, *fields: str, published: date | None = PUBLISHED) -> str:
    """The figures of a text, in its order; "" where there is none."""
    figures = read_figures(text, published)
    return "; ".join(
        " ".join([figure.measure, _number(figure), *(_field(figure, field, figures) for field in fields)])
        for figure in figures
    )


def limit(text: str, expected: str, reason: str) -> Any:
    """A row that the reader does not read yet; it fails the day the reader does, and then loses this mark."""
    return pytest.param(text, expected, marks=pytest.mark.xfail(strict=True, reason=reason))


def _number(figure: Figure) -> str:
    return f"{figure.low}.." if figure.value is None else str(figure.value)


def _field(figure: Figure, field: str, figures: list[Figure]) -> str:
    if field == "bounds":
        ends = ("" if end is None else str(end) for end in (figure.low, figure.high))
        return f"{figure.bound} {'..'.join(ends)}"
    if field == "whole":
        return "-" if figure.part_of is None else f"of {_number(figures[figure.part_of])}"
    value = getattr(figure, field)
    return "-" if value is None else str(value)

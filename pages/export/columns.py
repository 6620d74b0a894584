"""Any table a page shows, with one type to a column: the same in CSV, Excel, JSON and Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from loaders.tables import DAY, DECIMAL, FLAG, NUMBER, TEXT
from pages.export.texts import visible

KINDS = {TEXT: "string", NUMBER: "integer", DECIMAL: "number", "boolean": "boolean", DAY: "date"}
"""What the five types are called outside, by their dtypes: names of the Data Package standard."""

# By what pandas finds in the cells of a column without a dtype of its own.
FOUND = {
    "integer": NUMBER,
    "floating": DECIMAL,
    "mixed-integer-float": DECIMAL,
    "boolean": "boolean",
    "date": DAY,
    "datetime": DAY,
    "datetime64": DAY,
}


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """`table` with each column text, whole numbers, numbers, yes or no, or days, and NA for what is unknown.

    A column of several types is text, and so is one with times of day. Heads are text, no two the same.
    Characters that cannot be seen become visible.
    """
    columns = [_typed(table.iloc[:, at]).reset_index(drop=True) for at in range(table.shape[1])]
    heads = unlike(visible(head) for head in table.columns)
    return pd.DataFrame(dict(zip(heads, columns, strict=True)), index=range(len(table)))


def kinds_of(table: pd.DataFrame) -> dict[str, str]:
    """The kind of each column of a table that is `typed`, by its head."""
    return {str(name): KINDS[str(dtype)] for name, dtype in table.dtypes.items()}


def plain_values(cells: pd.Series[Any]) -> list[Any]:
    """The cells of a column that is `typed`, as Python has them: days as 2023-07-05, unknown as None.

    Whole numbers among others have no point: a count of 12 beside an average of 3.9 is written as it is said.
    """
    if cells.dtype == DAY:
        return [None if pd.isna(cell) else cell.date().isoformat() for cell in cells]
    return [None if pd.isna(cell) else _without_point(cell) for cell in cells.astype(object)]


def _without_point(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def unlike(names: Iterable[str]) -> list[str]:
    """`names` in their order, those that were there before with a number.

    >>> unlike(["Jenin", "Tulkarem", "Jenin"])
    ['Jenin', 'Tulkarem', 'Jenin (2)']
    """
    seen: dict[str, None] = {}
    for name in names:
        others = (f"{name} ({number})" for number in range(2, len(seen) + 3))
        seen[name if name not in seen else next(other for other in others if other not in seen)] = None
    return list(seen)


def _typed(cells: pd.Series[Any]) -> pd.Series[Any]:
    if isinstance(cells.dtype, pd.CategoricalDtype):
        cells = cells.astype(object)
    dtype = _dtype_of(cells)
    if dtype == DAY:
        days: pd.Series[Any] = pd.to_datetime(cells)
        if days.dt.tz is None and bool((days.dropna() == days.dropna().dt.normalize()).all()):
            return _cast(days, DAY)
        dtype = TEXT
    return _cast(_visible(cells) if dtype == TEXT else cells, dtype)


def _visible(cells: pd.Series[Any]) -> pd.Series[Any]:
    """Each different text is looked at once: tables repeat their words."""
    texts = cells.map(str, na_action="ignore")
    return texts.map({text: visible(text) for text in texts.dropna().unique()})


def _cast(cells: pd.Series[Any], dtype: str) -> pd.Series[Any]:
    cast: pd.Series[Any] = cells.astype(dtype)  # type: ignore[call-overload]
    return cast


def _dtype_of(cells: pd.Series[Any]) -> str:
    if str(cells.dtype) == FLAG:
        return "boolean"
    return str(cells.dtype) if str(cells.dtype) in KINDS else FOUND.get(pd.api.types.infer_dtype(cells), TEXT)

"""Made-up frames for what goes to print, with as many operations as asked."""

from __future__ import annotations

from itertools import cycle

import pandas as pd

from loaders import Frames
from loaders.tables import join_list, split_list
from pages.figures.comparison import Row, compare
from tests import samples

WIDTHS = (640, 794, 1200)
OPERATIONS = (1, 3, 8)
HOSTILE = "<script>alert(1)</script> <b>bold</b> &lt; &amp; <br> 'quoted'"


def with_operations(how_many: int) -> Frames:
    """The operations of the full sample again and again, each with claims and estimates of its own."""
    full = samples.full()
    copies = [
        _copy_of(full, operation_id, number)
        for number, operation_id in zip(range(how_many), cycle(full.operations["operation_id"]), strict=False)
    ]
    names = ("operations", "claims", "estimates")
    stacked = {
        name: pd.concat([copy[name] for copy in copies], ignore_index=True).astype(getattr(full, name).dtypes)
        for name in names
    }
    return Frames(**{**vars(full), **stacked})


def _copy_of(full: Frames, operation_id: str, number: int) -> dict[str, pd.DataFrame]:
    copy = f"operation-{number}"

    def of_copy(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["operation_id"] == operation_id].assign(operation_id=copy)

    def renamed(claim_ids: pd.Series[str]) -> pd.Series[str]:
        return claim_ids.map(lambda ids: join_list([f"{one}-{number}" for one in split_list(ids)]))

    claims, estimates = of_copy(full.claims), of_copy(full.estimates)
    return {
        "operations": of_copy(full.operations),
        "claims": claims.assign(claim_id=renamed(claims["claim_id"]), part_of=renamed(claims["part_of"])),
        "estimates": estimates.assign(
            claims=renamed(estimates["claims"]), best_claim_id=renamed(estimates["best_claim_id"])
        ),
    }


def comparison_of(how_many: int) -> tuple[pd.DataFrame, list[Row]]:
    """So many operations side by side."""
    frames = with_operations(how_many)
    return compare(frames, list(frames.operations["operation_id"]), "latest")

"""Rows of the map that its tests share: what it shows of an operation, and a crowd of places."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from loaders.tables import ESTIMATES, PLACES
from pages.figures.map import map_rows
from tests import samples

FULL = samples.full()
VIEWS = {
    "a part, its whole and rings": ("2024-08", "killed", ["tulkarem", "al-faraa"]),
    "two sides in one place": ("2023-07", "killed", []),
    "an area only": ("2025-01", "displaced", ["jenin"]),
    "nothing reported": ("2025-01", "killed", []),
}


def rows_of(operation_id: str, measure: str = "killed", named: Collection[str] = ()) -> pd.DataFrame:
    """What the map shows under the rule `latest`, of the full sample."""
    estimates = FULL.estimates
    chosen = estimates[
        (estimates["rule"] == "latest")
        & (estimates["operation_id"] == operation_id)
        & (estimates["measure"] == measure)
    ]
    return map_rows(chosen, FULL.claims, FULL.places, named)


def crowd(how_many: int) -> pd.DataFrame:
    """A grid of places three kilometres apart, each with a figure."""
    ids = [f"place-{number}" for number in range(how_many)]
    places = PLACES.frame(
        {
            "place_id": place_id,
            "name": f"Place {number}",
            "kind": "town",
            "latitude": 32.2 + 0.03 * (number // 6),
            "longitude": 35.1 + 0.04 * (number % 6),
            "source": "made up",
        }
        for number, place_id in enumerate(ids)
    )
    first = FULL.estimates.iloc[0].to_dict()
    estimates = ESTIMATES.frame({**first, "place_id": place_id, "best": 5} for place_id in ids)
    places = pd.concat([FULL.places, places], ignore_index=True)
    return map_rows(estimates, FULL.claims, places, [])

"""What leaves the program of one chart: the drawing, its words, its rows and the claims behind it.

Every export is made of a `Sheet`: an image from `draw` and the words, a table from `table` and the words, the
report pack from all of it. So nothing leaves without its scope, rule, speakers, dates and limits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True)
class Sheet:
    """One chart ready to leave. All words are plain text, no HTML; do not change any of it."""

    name: str
    """What files are called: casualties, comparison, map or ladder."""
    title: str
    """What is shown."""
    subtitle: str
    """Unit, scope and rule."""
    draw: Callable[[int], go.Figure]
    """The chart alone for a width in pixels, on white: with a height, without title, key and footer."""
    key: tuple[tuple[str, str], ...]
    """The marks that are drawn, each as a character and what it means."""
    notes: tuple[str, ...]
    """What is left out or not added up, and why."""
    said_by: str
    printed_by: str
    as_of: str
    """The day of the last article drawn from or about the operations, by the outlets chosen, in words.

    Where nothing is drawn it is that of the last silent one; empty where no such article was read.
    """
    articles: str
    """How many claims of how many articles are drawn, and of which days these are, in words."""
    rule: str
    """The rule in force, in words."""
    filters: Mapping[str, str]
    """What was chosen, by the name of the choice: {'Operations': 'Jenin, 3–5 July 2023'}."""
    alt: str
    """The chart for those who do not see it."""
    table: pd.DataFrame
    """Exactly what is drawn, as the page's table has it."""
    claims: pd.DataFrame
    """The claims behind it, oldest first, with their articles: columns of `with_articles`."""
    link: str
    """The full address of the view."""
    data_version: str
    """Names the state of articles and vocabularies that it was made from."""

    @property
    def footer(self) -> tuple[str, ...]:
        """What stands under the chart: who said it, who printed it, as of when, out of what."""
        chosen = "; ".join(f"{name}: {value}" for name, value in self.filters.items())
        lines = (
            f"Said by: {self.said_by}." if self.said_by else "",
            f"Printed or reported by: {self.printed_by}." if self.printed_by else "",
            f"{self.articles}." + (f" As of {self.as_of}." if self.as_of else ""),
            f"Chosen: {chosen}." if chosen else "",
            self.link,
        )
        return tuple(line for line in lines if line)

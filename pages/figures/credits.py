"""Who said and who printed what a figure draws, out of how many articles, of which days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from pages.figures import words
from pages.figures.scopes import each_row

OWN_VOICES = "reporters in their own voice"


@dataclass(frozen=True)
class Credits:
    """What stands under a figure, in words; each is empty where no claim is drawn."""

    said_by: str = ""
    printed_by: str = ""
    counted: str = ""
    days: str = ""
    as_of: str = ""
    inferred: str = ""

    @property
    def in_numbers(self) -> str:
        """How many claims of how many articles, and of which days these are."""
        if not self.counted:
            return "No claim is drawn"
        return f"{self.counted}, published {self.days}{self.inferred}"

    @property
    def in_words(self) -> str:
        """All of it as sentences."""
        said = f"Said by: {self.said_by}. Printed or reported by: {self.printed_by}."
        return f"{said} {self.in_numbers}."


def credits_of(claims: pd.DataFrame, articles: pd.DataFrame, about: Collection[str] = ()) -> Credits:
    """The credits of some claims. `articles` are all that were read.

    `about` are the operation_ids that a figure speaks of: it stands as of the last article about them too,
    whose silence it shows.
    """
    printed = articles[articles["article_id"].isin(claims["article_id"])]
    if printed.empty:
        return Credits()
    speakers = sorted(claims["attributed_to"].dropna().unique())
    if claims["attributed_to"].isna().any():
        speakers.append(OWN_VOICES)
    printers = {words.source(one) for one in each_row(printed.drop_duplicates(["outlet", "agency"]))}
    sources = [*sorted(printers - {words.NO_SOURCE}), *(printers & {words.NO_SOURCE})]
    last = printed["published_latest"].max()
    inferred = int((printed["dated_by"] == "inferred").sum())
    heard = articles["article_id"].isin(printed["article_id"]) | articles["operation_id"].isin(about)
    return Credits(
        words.listed(speakers),
        words.listed(sources),
        f"{words.count(len(claims), 'claim')} in {words.count(len(printed), 'article')} "
        f"of {words.number(len(articles))} read",
        words.days(printed["published_earliest"].min(), last),
        words.day(articles.loc[heard, "published_latest"].max()),
        f" (the date of {words.number(inferred)} inferred)" if inferred else "",
    )

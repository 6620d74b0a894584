"""Who said and who printed what a figure draws, out of how many articles, of which days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from pages.figures import words
from pages.figures.scopes import each_row
from pages.figures.voices import printed_by

OWN_VOICES = "reporters in their own voice"


@dataclass(frozen=True)
class Credits:
    """What stands under a figure, in words.

    `in_numbers` says how many claims of how many articles are drawn, and of which days these are. Where no
    claim is drawn nobody said or printed one, and `as_of` is the day of the last article that is silent;
    that is empty where no such article was read.
    """

    in_numbers: str
    said_by: str = ""
    printed_by: str = ""
    as_of: str = ""

    @property
    def in_words(self) -> str:
        """All of it but `as_of` as sentences."""
        said = f"Said by: {self.said_by}. " if self.said_by else ""
        printed = f"Printed or reported by: {self.printed_by}. " if self.printed_by else ""
        return f"{said}{printed}{self.in_numbers}."


def credits_of(
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    about: Collection[str] = (),
    outlets: Collection[str] = (),
) -> Credits:
    """The credits of some claims. `articles` are all that were read.

    `about` are the operation_ids that a figure speaks of: it stands as of the last article about them too,
    whose silence it shows. Where `outlets` are chosen, as `Voices` has them, those of other outlets are not
    heard.
    """
    printed = articles[articles["article_id"].isin(claims["article_id"])]
    silent = articles[articles["operation_id"].isin(about)]
    if outlets:
        silent = silent[printed_by(silent).isin(outlets)]
    last = pd.concat([printed["published_latest"], silent["published_latest"]]).max()
    as_of = "" if pd.isna(last) else words.day(last)
    read = f"of {words.count(len(articles), 'article')} read"
    if printed.empty:
        return Credits(f"No claim is drawn, {read}", as_of=as_of)
    speakers = sorted(claims["attributed_to"].dropna().unique())
    if claims["attributed_to"].isna().any():
        speakers.append(OWN_VOICES)
    printers = {words.source(one) for one in each_row(printed.drop_duplicates(["outlet", "agency"]))}
    sources = [*sorted(printers - {words.NO_SOURCE}), *(printers & {words.NO_SOURCE})]
    days = words.days(printed["published_earliest"].min(), printed["published_latest"].max())
    inferred = int((printed["dated_by"] == "inferred").sum())
    in_numbers = (
        f"{words.count(len(claims), 'claim')} in {words.count(len(printed), 'article')} "
        f"of {words.number(len(articles))} read, published {days}"
        f"{f' (the date of {words.number(inferred)} inferred)' if inferred else ''}"
    )
    return Credits(in_numbers, words.listed(speakers), words.listed(sources), as_of)

"""Two names for every figure: who said it, and who printed it. Whose figures count is a reader's choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from loaders.estimates import OWN_VOICE
from pages.figures import words

# The id of those who printed an article that names neither outlet nor agency.
UNSTATED = "unstated"


@dataclass(frozen=True)
class Voices:
    """Whose figures count, and how: ids as the address has them. No speakers or outlets means everyone.

    `OWN_VOICE` stands for the reporters themselves, `UNSTATED` for articles without a source. `ranked` is the
    order of speakers under the rule of that name.
    """

    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    rule: str = "latest"
    ranked: tuple[str, ...] = ()

    @property
    def narrowed(self) -> str:
        """Whom the reader chose to hear; empty where it is everyone."""
        return narrowed_to(self.speakers, self.outlets)

    @property
    def rule_in_words(self) -> str:
        """The rule in force."""
        return words.rule_in_words(self.rule, self.ranked_names)

    @property
    def ranked_names(self) -> tuple[str, ...]:
        """`ranked` as a page prints it."""
        return tuple(speaker_name(speaker_id) for speaker_id in self.ranked)


def narrowed_to(speakers: Sequence[str], outlets: Sequence[str]) -> str:
    """What kinds of voices were chosen, in words; empty where none was.

    >>> narrowed_to(["UNRWA"], [])
    'speakers chosen'
    """
    kinds = [name for name, ids in (("speakers", speakers), ("outlets", outlets)) if ids]
    return f"{words.listed(kinds)} chosen" if kinds else ""


def heard(voices: Voices) -> str:
    """Whose figures and statements are shown where a reader chose some; empty where it is everyone's."""
    chosen = [
        f"{how} by {words.listed([name_of(one) for one in ids])}"
        for how, ids, name_of in (
            ("said", voices.speakers, speaker_name),
            ("printed", voices.outlets, outlet_name),
        )
        if ids
    ]
    if not chosen:
        return ""
    return f"Only what was {' and '.join(chosen)} is shown; all other figures and statements are left out."


def speaker_name(speaker_id: str) -> str:
    """A speaker's id as a page prints it."""
    return words.speaker(pd.NA if speaker_id == OWN_VOICE else speaker_id)


def outlet_name(outlet_id: str) -> str:
    """The id of a printer as a page prints it."""
    return words.NO_SOURCE if outlet_id == UNSTATED else outlet_id


def speakers_of(*rows: pd.DataFrame) -> list[str]:
    """The ids of those who say something of an operation, by name; the reporters' own voice last.

    `rows` are claims, or claims and statements.
    """
    told = pd.concat([some.loc[some["operation_id"].notna(), "attributed_to"] for some in rows])
    own = [OWN_VOICE] if told.isna().any() else []
    return [*sorted(told.dropna().unique()), *own]


def outlets_of(articles: pd.DataFrame, *rows: pd.DataFrame) -> list[str]:
    """The ids of those who printed something of an operation, by name; those without a source last.

    `rows` are claims, or claims and statements.
    """
    told = pd.concat([some.loc[some["operation_id"].notna(), "article_id"] for some in rows])
    names = set(printed_by(articles[articles["article_id"].isin(told)]))
    return [*sorted(names - {UNSTATED}), *(names & {UNSTATED})]


def printed_by(articles: pd.DataFrame) -> pd.Series[str]:
    """Who printed each article: its outlet, else the agency that it credits, else `UNSTATED`."""
    return articles["outlet"].fillna(articles["agency"]).fillna(UNSTATED)


def said_in(rows: pd.DataFrame, articles: pd.DataFrame, voices: Voices) -> pd.DataFrame:
    """The rows of claims or statements that the voices said and printed; `rows` itself where all did."""
    heard = rows
    if voices.speakers:
        heard = heard[heard["attributed_to"].fillna(OWN_VOICE).isin(voices.speakers)]
    if voices.outlets:
        printed = articles.loc[printed_by(articles).isin(voices.outlets), "article_id"]
        heard = heard[heard["article_id"].isin(printed)]
    return heard if heard is rows else heard.reset_index(drop=True)

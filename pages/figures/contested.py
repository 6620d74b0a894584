"""What is contested: figures for the same thing that differ, and statements that do, side by side.

Nothing is averaged and nobody is said to be right. Where only one speaker speaks, or all say the same,
nothing is contested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.tables import split_list
from pages.figures import words
from pages.figures.scopes import each_row, place_names, voice_of, with_articles
from pages.figures.voices import Voices, heard

TOPICS = {
    "status": "Who the dead were",
    "fire": "By whose fire",
    "medical": "Hospitals, ambulances and medics",
    "evacuation": "Whether people were forced to leave",
    "shields": "Whether people were used as human shields",
}
POSITIONS = {
    "asserted": "says so",
    "denied": "denies it",
    "open": "leaves it open",
    "combatants": "speaks of combatants",
    "civilians": "speaks of civilians",
    "own_fire": "names friendly fire",
    "hostile_fire": "names the other side's fire",
}
WITHOUT_POSITION = "reported without a number"

EVERYONE = Voices()

EXCLUDE = "No one number fits the words of every speaker."
DIFFER = "The numbers differ; words such as “about” or “at least” leave room for both."
HOW_TO_READ = (
    "Each speaker's latest figure or statement, with its sentence. Nothing is averaged. Statements stand "
    "together because they speak of one topic; whether they mean the same event is for the reader to judge."
)


@dataclass(frozen=True)
class Dispute:
    """One thing that speakers tell differently.

    Either `claims` or `statements` holds rows with their articles, at least two of different speakers: the
    latest figure of each speaker, smallest first; or the statements, oldest first.
    """

    key: str
    heading: str
    note: str = ""
    claims: tuple[Any, ...] = ()
    statements: tuple[Any, ...] = ()

    @property
    def speakers(self) -> list[str]:
        """Who speaks, each once."""
        return list(
            dict.fromkeys(words.speaker(row.attributed_to) for row in (*self.claims, *self.statements))
        )


def contested_figures(frames: Any, operation_id: str) -> list[Dispute]:
    """The scopes of an operation where two speakers' latest figures differ, in the estimates' order."""
    estimates = frames.estimates[
        (frames.estimates["operation_id"] == operation_id)
        & (frames.estimates["rule"] == "latest")
        & (frames.estimates["kind"] == "reported")
    ]
    behind = {claim_id for cell in estimates["claims"] for claim_id in split_list(cell)}
    claims = with_articles(frames.claims[frames.claims["claim_id"].isin(behind)], frames.articles)
    by_id = {claim.claim_id: claim for claim in each_row(claims)}
    places = place_names(frames.places)
    disputes = []
    for estimate in each_row(estimates):
        said = [by_id[claim_id] for claim_id in split_list(estimate.claims) if claim_id in by_id]
        latest = _latest_of_each(said)
        if len(latest) > 1 and (estimate.contested or len({_number(one) for one in latest} - {None}) > 1):
            disputes.append(_figure_dispute(estimate, latest, places))
    return disputes


def _latest_of_each(claims: Iterable[Any]) -> list[list[Any]]:
    """What each speaker says last: one claim, or the disjoint groups of one statement."""
    last: dict[str, list[Any]] = {}
    for claim in claims:
        before = last.get(voice_of(claim))
        if before and before[0].statement_id == claim.statement_id:
            before.append(claim)
        elif not before or pd.isna(before[0].day) or claim.day >= before[0].day:
            last[voice_of(claim)] = [claim]
    return list(last.values())


def _number(claims: Sequence[Any]) -> tuple[int, int] | None:
    """The number that a speaker gives, as both ends of a range; None for words without a number."""
    if any(pd.isna(claim.value) for claim in claims):
        return None
    ranges = [(claim.low, claim.high) if claim.bound == "range" else (claim.value,) * 2 for claim in claims]
    return sum(int(low) for low, _ in ranges), sum(int(high) for _, high in ranges)


def _figure_dispute(estimate: Any, latest: list[list[Any]], places: dict[str, str]) -> Dispute:
    claims = [claim for said in sorted(latest, key=lambda said: _number(said) or (0, 0)) for claim in said]
    days = sorted({claim.day for claim in claims if pd.notna(claim.day)})
    notes = [EXCLUDE if estimate.contested else DIFFER]
    if len(days) > 1:
        notes.append(f"They describe different days: {words.listed([words.day(one) for one in days])}.")
    place = places.get(estimate.place_id, "place not stated")
    unit = ["families"] if estimate.unit == "families" else []
    stamp = [words.MEASURES[estimate.measure], words.SIDES[estimate.side], *unit, place]
    key = "~".join((estimate.measure, estimate.side, str(estimate.place_id), estimate.unit))
    return Dispute(key, " · ".join(stamp), " ".join(notes), claims=tuple(claims))


def told_statements(frames: Any, operation_id: str) -> list[Any]:
    """The statements of an operation as rows with their articles, oldest first, copies left out."""
    copies = frames.articles.loc[frames.articles["same_as"].notna(), "article_id"]
    statements = frames.statements[
        (frames.statements["operation_id"] == operation_id) & ~frames.statements["article_id"].isin(copies)
    ]
    no_day = pd.Series(pd.NaT, index=statements.index, dtype="datetime64[us]")
    rows = statements.rename(columns={"statement_id": "claim_id"}).assign(as_of=no_day)
    return list(each_row(with_articles(rows, frames.articles)))


def contested_statements(statements: Sequence[Any]) -> list[Dispute]:
    """The topics on which two speakers take different positions, in the order of `TOPICS`.

    A statement that names no side is set beside those of each side. Of a speaker's statements of one position
    the latest stands; positions come in the order of `POSITIONS`.
    """
    topics: dict[str, list[Any]] = defaultdict(list)
    for statement in statements:
        if pd.notna(statement.topic):
            topics[statement.topic].append(statement)
    return [
        Dispute(f"{topic}~{side}", _topic_heading(topic, side, sides), statements=tuple(told))
        for topic in TOPICS
        for sides in [{one.side for one in topics[topic]} - {"unspecified"} or {"unspecified"}]
        for side in sorted(sides)
        for told in [_positions([one for one in topics[topic] if one.side in (side, "unspecified")])]
        if differ(told)
    ]


def _topic_heading(topic: str, side: str, sides: set[str]) -> str:
    return TOPICS[topic] if len(sides) == 1 else f"{TOPICS[topic]} · {words.SIDES[side]}"


def _positions(statements: Iterable[Any]) -> list[Any]:
    last = {(voice_of(one), one.position): one for one in statements if pd.notna(one.position)}
    order = list(POSITIONS)
    return sorted(last.values(), key=lambda one: order.index(one.position))


def differ(statements: Iterable[Any]) -> bool:
    """Whether two speakers take different positions."""
    held = {(voice_of(one), one.position) for one in statements}
    voices, positions = {voice for voice, _ in held}, {position for _, position in held}
    return len(voices) > 1 and len(positions) > 1


def uncontested(statements: Sequence[Any], disputes: Iterable[Dispute]) -> list[Any]:
    """The statements on topics that nobody else here takes up or contradicts, and those without a number."""
    shown = {topic for dispute in disputes for topic in [dispute.key.partition("~")[0]]}
    return [one for one in statements if pd.isna(one.topic) or one.topic not in shown]


def says(statement: Any, place: Any) -> str:
    """What a statement says, of what and where: 'Who the dead were · leaves it open · Jenin'."""
    topic = TOPICS[statement.topic] if pd.notna(statement.topic) else None
    measure = words.MEASURES[statement.measure] if topic is None and pd.notna(statement.measure) else None
    position = POSITIONS.get(statement.position, WITHOUT_POSITION)
    side = words.SIDES[statement.side] if statement.side != "unspecified" else None
    where = "place not stated" if pd.isna(place) else str(place)
    return " · ".join(filter(None, (topic or measure, position, side, where)))


def opening(
    operation: str, figures: Sequence[Dispute], statements: Sequence[Dispute], voices: Voices = EVERYONE
) -> str:
    """One sentence: how much is contested among those heard, and what."""
    if not figures and not statements:
        if heard(voices):
            return f"{operation}: of those chosen no two differ. Others may."
        return (
            f"{operation}: in these articles no two speakers give different figures for the same thing, and "
            "none contradicts another. That may mean few reports, not agreement."
        )
    told = []
    if figures:
        told.append(f"{words.count(len(figures), 'figure')} ({'; '.join(one.heading for one in figures)})")
    if statements:
        topics = "; ".join(one.heading[:1].lower() + one.heading[1:] for one in statements)
        told.append(f"{words.count(len(statements), 'question')} without a figure ({topics})")
    return f"{operation}: speakers differ on {' and on '.join(told)}."


def silence(operation: str, voices: Voices) -> str:
    """What is said where there is no ladder to draw: there is no figure, or none with a day."""
    if heard(voices):
        return f"Those chosen give no figure for {operation} that can be followed over days."
    return (
        f"No article here gives a figure for {operation} that can be followed over days, which is not zero."
    )

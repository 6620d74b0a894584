"""Hand-made frames in which six speakers tell of one toll, and part: for tests of ladders and disputes.

The operation is that of 2024-08 in `samples`; every sentence is made up.
"""

from __future__ import annotations

from typing import Any

from loaders import Frames
from loaders.estimates import estimate
from loaders.tables import ARTICLES, CLAIMS, OPERATIONS, PLACES, PROBLEMS, STATEMENTS
from tests import samples

OPERATION = "2024-08"
MINISTRY, CRESCENT, MILITARY = "Palestinian Health Ministry", "Palestinian Red Crescent", "Israeli military"
OFFICIALS, OCHA, ISRAEL = "Palestinian officials", "UN OCHA", "Israeli officials"

# article_id, outlet, day
ARTICLE_ROWS = [
    ("a28", "The Daily Example", "2024-08-28"),
    ("a29", "Example Wire", "2024-08-29"),
    ("a31", "The Daily Example", "2024-08-31"),
    ("a03", "Example Wire", "2024-09-03"),
    ("a05", "Another Outlet", "2024-09-05"),
    ("b05", "Copying Outlet", "2024-09-05"),
]
# claim_id, article_id, speaker, value, low, high, bound
TOLL: list[tuple[str, str, str | None, int | None, int | None, int | None, str]] = [
    ("m1", "a28", MINISTRY, 2, 2, 2, "exact"),
    ("c1", "a28", CRESCENT, 3, 3, None, "at_least"),
    ("m2", "a29", MINISTRY, 5, 5, 5, "exact"),
    ("m3", "a31", MINISTRY, 12, 12, 12, "exact"),
    ("c2", "a31", CRESCENT, 9, 9, None, "at_least"),
    ("u1", "a31", OCHA, 14, None, None, "about"),
    ("m4", "a03", MINISTRY, 16, 16, 16, "exact"),
    ("c3", "a03", CRESCENT, 14, 14, 17, "range"),
    ("v1", "a03", OFFICIALS, None, 24, None, "vague"),
    ("m5", "a05", MINISTRY, 21, 21, 21, "exact"),
    ("i1", "a05", MILITARY, 20, None, 20, "up_to"),
    ("r1", "a05", None, 18, 18, 18, "exact"),
]
# kind, topic, position, side, speaker, article_id, sentence, quote
SAID: list[tuple[str, str | None, str | None, str, str | None, str, str, str]] = [
    (
        *("status", "status", "combatants", "palestinian", MILITARY, "a29"),
        *("The army called all the Palestinian dead militants.", "all the Palestinian dead militants"),
    ),
    (
        *("status", "status", "open", "unspecified", MINISTRY, "a31"),
        *("The ministry did not say who was a fighter.", "did not say who was a fighter"),
    ),
    (
        *("cause", "medical", "asserted", "unspecified", "witnesses", "a31"),
        *("Witnesses saw troops storm the clinic.", "storm the clinic"),
    ),
    (
        *("denial", "medical", "denied", "unspecified", ISRAEL, "a31"),
        *("Israeli officials denied entering it.", "denied entering it"),
    ),
    (
        *("cause", "evacuation", "asserted", "unspecified", OFFICIALS, "a03"),
        *("Families were driven out, officials said.", "driven out"),
    ),
    (
        *("cause", "evacuation", "asserted", "unspecified", "Omar Saleh", "a03"),
        *("People were forced out, said Omar Saleh.", "forced out"),
    ),
    (
        *("unnumbered", None, None, "unspecified", CRESCENT, "a03"),
        *("Several people were wounded.", "Several people were wounded"),
    ),
]


def articles() -> list[dict[str, Any]]:
    return [
        {
            "article_id": article_id,
            "file": f"{article_id}.txt",
            "title": f"Report {article_id}",
            "outlet": outlet,
            "published": day,
            "published_earliest": day,
            "published_latest": day,
            "dated_by": "stated",
            "operation_id": OPERATION,
            "same_as": "a05" if article_id == "b05" else None,
            "language": "en",
            "characters": 1,
            "sha256": article_id,
        }
        for article_id, outlet, day in ARTICLE_ROWS
    ]


def claim(
    claim_id: str, article_id: str, speaker: str | None, value: int | None, **rest: Any
) -> dict[str, Any]:
    day = next(day for name, _, day in ARTICLE_ROWS if name == article_id)
    quote = "dozens of people" if value is None else f"{value} people"
    return {
        "claim_id": claim_id,
        "article_id": article_id,
        "statement_id": f"said-{claim_id}",
        "measure": "killed",
        "value": value,
        "low": value,
        "high": value,
        "bound": "exact",
        "unit": "people",
        "side": "palestinian",
        "category": "people",
        "place_id": "jenin",
        "operation_id": OPERATION,
        "tally": "cumulative",
        "attributed_to": speaker,
        "as_of": day,
        "quote": quote,
        "start": 0,
        "end": len(quote),
        "sentence": f"{quote} were killed.",
        "status": "read",
        **rest,
    }


def toll() -> list[dict[str, Any]]:
    return [
        claim(claim_id, article_id, speaker, value, low=low, high=high, bound=bound)
        for claim_id, article_id, speaker, value, low, high, bound in TOLL
    ]


def statements() -> list[dict[str, Any]]:
    return [
        {
            "statement_id": f"s{at}",
            "article_id": article_id,
            "operation_id": OPERATION,
            "kind": kind,
            "topic": topic,
            "position": position,
            "side": side,
            "place_id": "jenin",
            "attributed_to": speaker,
            "quote": quote,
            "start": sentence.index(quote),
            "end": sentence.index(quote) + len(quote),
            "sentence": sentence,
        }
        for at, (kind, topic, position, side, speaker, article_id, sentence, quote) in enumerate(SAID)
    ]


def told(claims: list[dict[str, Any]] | None = None, said: list[dict[str, Any]] | None = None) -> Frames:
    """The frames, of other claims or statements where they are given, and the estimates of the claims."""
    full = samples.full()
    claim_frame, article_frame = (
        CLAIMS.frame(toll() if claims is None else claims),
        ARTICLES.frame(articles()),
    )
    return Frames(
        articles=article_frame,
        claims=claim_frame,
        statements=STATEMENTS.frame(statements() if said is None else said),
        operations=OPERATIONS.conform(full.operations),
        places=PLACES.conform(full.places),
        estimates=estimate(claim_frame, article_frame, full.operations, full.places),
        problems=PROBLEMS.frame(),
        texts={row["article_id"]: "" for row in articles()},
    )

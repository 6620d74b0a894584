"""Hand-made frames that conform to the contract, for tests of pages and figures.

`full()` has the shapes that real reports have: three operations, one of them ongoing and without a death
toll; a part of a whole by place, parts by kind, a critical part; bounds both ways; vague words; background
figures of a wider war; two articles with an inferred date. `one()` has a single claim, `empty()` none.
Every sentence is made up.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from loaders import Frames
from loaders.tables import (
    ARTICLES,
    CLAIMS,
    ESTIMATES,
    FIXED_RULES,
    OPERATIONS,
    PLACES,
    PROBLEMS,
    STATEMENTS,
    join_list,
)

TEXTS = {
    "anadolu-2023-07-06": (
        "The raid on Jenin is finished. The Palestinian Health Ministry counted 12 "
        "Palestinians killed in the city and "
        "about 120 wounded, and listed 20 of the wounded as critical."
    ),
    "notes-2023-07": (
        "A ministry abroad urged restraint. Militants fired five rockets from Gaza, and none of them landed."
    ),
    "long-report-2023-07": (
        "The army left Jenin on Wednesday; at least 12 Palestinians and one Israeli soldier "
        "had died there, and "
        "thousands of people had left home. The Health Ministry put the dead at 12 and said "
        "four were children. "
        "Armed groups named at least five of the dead as members. "
        "The military confirmed that one soldier was shot dead. "
        "It put about 1,000 soldiers into the camp and announced 120 arrests. "
        "Up to 3,000 people of the camp's 17,000 moved into schools. "
        "Elsewhere, in Tel Aviv, a driver hurt eight people, Israeli officials said."
    ),
    "ap-2024-09-06": (
        "The camp in Jenin was quiet after a push that caused dozens of deaths. Hundreds of "
        "soldiers had taken part in it. "
        "Of 39 Palestinians killed across the West Bank in the push, 21 died in Jenin. "
        "The war in Gaza has cost over 40,000 Palestinian lives and left more than 94,000 hurt."
    ),
    "cp-2025-02-23": (
        "Tanks entered Jenin on Sunday. Defence Minister Israel Katz spoke of some 40,000 "
        "displaced Palestinians. "
        "Tens of thousands have fled since January."
    ),
}


def _article(article_id: str, operation_id: str | None, day: str | None, **rest: Any) -> dict[str, Any]:
    text = TEXTS[article_id]
    return {
        "article_id": article_id,
        "file": f"{article_id}.txt",
        "published": day,
        "published_earliest": day,
        "published_latest": day,
        "dated_by": "stated",
        "operation_id": operation_id,
        "language": "en",
        "characters": len(text),
        "sha256": sha256(text.encode()).hexdigest(),
        **rest,
    }


ARTICLE_ROWS = [
    _article(
        "anadolu-2023-07-06", "2023-07", "2023-07-06", agency="Anadolu", title="After the raid on Jenin"
    ),
    _article(
        "notes-2023-07",
        "2023-07",
        None,
        published_earliest="2023-07-04",
        published_latest="2023-07-06",
        dated_by="inferred",
        date_note="It speaks of a call on July 4 and of the end of the raid; a day of May is this month's.",
    ),
    _article(
        "long-report-2023-07",
        "2023-07",
        "2023-07-05",
        dated_by="inferred",
        date_note="It calls the day of the withdrawal Wednesday: 5 July 2023.",
    ),
    _article("ap-2024-09-06", "2024-08", "2024-09-06", agency="Associated Press"),
    _article("cp-2025-02-23", "2025-01", "2025-02-23", agency="The Canadian Press"),
]


def _claim(
    claim_id: str,
    article_id: str,
    quote: str,
    measure: str,
    value: int | None,
    bounds: tuple[int | None, int | None],
    bound: str = "exact",
    **rest: Any,
) -> dict[str, Any]:
    text = TEXTS[article_id]
    start = text.index(quote)
    head = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
    tail = text.find(". ", start)
    article = next(row for row in ARTICLE_ROWS if row["article_id"] == article_id)
    return {
        "claim_id": claim_id,
        "article_id": article_id,
        "statement_id": f"{article_id}@{head}",
        "measure": measure,
        "value": value,
        "low": bounds[0],
        "high": bounds[1],
        "bound": bound,
        "unit": "people",
        "side": "palestinian",
        "category": "people",
        "operation_id": article["operation_id"],
        "as_of": article["published"],
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "sentence": text[head : len(text) if tail < 0 else tail + 1],
        "status": "read",
        **rest,
    }


MINISTRY, MILITARY = "Palestinian Health Ministry", "Israeli military"
A01, A04, A00, A02 = "anadolu-2023-07-06", "long-report-2023-07", "ap-2024-09-06", "cp-2025-02-23"
JENIN = {"place_id": "jenin"}

CLAIM_ROWS = [
    _claim("c01", A01, "12 Palestinians killed", "killed", 12, (12, 12), attributed_to=MINISTRY, **JENIN),
    _claim(
        "c02",
        A01,
        "about 120 wounded",
        "wounded",
        120,
        (None, None),
        "about",
        attributed_to=MINISTRY,
        **JENIN,
    ),
    _claim(
        "c03",
        A01,
        "20 of the wounded",
        "wounded",
        20,
        (20, 20),
        attributed_to=MINISTRY,
        part_of="c02",
        qualifier="critical",
        **JENIN,
    ),
    _claim("c04", A04, "at least 12 Palestinians", "killed", 12, (12, None), "at_least", **JENIN),
    _claim(
        "c05",
        A04,
        "one Israeli soldier",
        "killed",
        1,
        (1, 1),
        side="israeli",
        category="security_forces",
        **JENIN,
    ),
    _claim("c06", A04, "thousands of people", "displaced", None, (2000, None), "vague", **JENIN),
    _claim("c07", A04, "12 and said", "killed", 12, (12, 12), attributed_to=MINISTRY, **JENIN),
    _claim(
        "c08",
        A04,
        "four were children",
        "killed",
        4,
        (4, 4),
        attributed_to=MINISTRY,
        part_of="c07",
        category="children",
        **JENIN,
    ),
    _claim(
        "c09",
        A04,
        "at least five of the dead",
        "killed",
        5,
        (5, None),
        "at_least",
        attributed_to="Palestinian armed groups",
        part_of="c07",
        category="combatants",
        **JENIN,
    ),
    _claim(
        "c10",
        A04,
        "one soldier was shot dead",
        "killed",
        1,
        (1, 1),
        attributed_to=MILITARY,
        side="israeli",
        category="security_forces",
        **JENIN,
    ),
    _claim(
        "c11",
        A04,
        "about 1,000 soldiers",
        "troops",
        1000,
        (None, None),
        "about",
        attributed_to=MILITARY,
        side="israeli",
        category="security_forces",
        place_id="jenin-camp",
    ),
    _claim("c12", A04, "120 arrests", "detained", 120, (120, 120), attributed_to=MILITARY, **JENIN),
    _claim("c13", A04, "Up to 3,000 people", "displaced", 3000, (None, 3000), "up_to", place_id="jenin-camp"),
    _claim("c14", A04, "17,000", "residents", 17000, (17000, 17000), place_id="jenin-camp"),
    _claim(
        "c15",
        A04,
        "eight people",
        "wounded",
        8,
        (8, 8),
        attributed_to="Israeli officials",
        side="israeli",
        place_id="tel-aviv",
        operation_id=None,
    ),
    _claim(
        "c16",
        "notes-2023-07",
        "five rockets",
        "rockets",
        5,
        (5, 5),
        unit="count",
        side="unspecified",
        place_id="gaza",
        operation_id=None,
    ),
    _claim("c20", A00, "dozens of deaths", "killed", None, (24, None), "vague", side="unspecified", **JENIN),
    _claim(
        "c21",
        A00,
        "Hundreds of soldiers",
        "troops",
        None,
        (200, None),
        "vague",
        side="israeli",
        category="security_forces",
        place_id="west-bank",
    ),
    _claim("c22", A00, "39 Palestinians killed", "killed", 39, (39, 39), place_id="west-bank"),
    _claim("c23", A00, "21 died in Jenin", "killed", 21, (21, 21), part_of="c22", **JENIN),
    _claim(
        "c24",
        A00,
        "over 40,000 Palestinian lives",
        "killed",
        40000,
        (40001, None),
        "more_than",
        place_id="gaza",
        operation_id=None,
    ),
    _claim(
        "c25",
        A00,
        "more than 94,000 hurt",
        "wounded",
        94000,
        (94001, None),
        "more_than",
        place_id="gaza",
        operation_id=None,
    ),
    _claim(
        "c30",
        A02,
        "some 40,000 displaced Palestinians",
        "displaced",
        40000,
        (None, None),
        "about",
        attributed_to="Israel Katz",
        place_id="west-bank",
    ),
    _claim("c31", A02, "Tens of thousands", "displaced", None, (20000, None), "vague", place_id="west-bank"),
]

OPERATION_ROWS = [
    {
        "operation_id": "2023-07",
        "name": "Jenin, 3–5 July 2023",
        "code_name": "Home and Garden",
        "started": "2023-07-03",
        "ended": "2023-07-05",
        "days": 3,
        "ongoing": False,
        "places": "jenin; jenin-camp",
        "stated_aim": "To find armed Palestinians after shootings at Israelis.",
        "outcome": "The troops left on 5 July 2023.",
        "source": "made up",
        "articles": 3,
        "last_report": "2023-07-06",
    },
    {
        "operation_id": "2024-08",
        "name": "Northern West Bank, 28 August – 6 September 2024",
        "code_name": "Summer Camps",
        "started": "2024-08-28",
        "ended": "2024-09-06",
        "days": 10,
        "ongoing": False,
        "places": "jenin; jenin-camp; tulkarem; al-faraa",
        "stated_aim": "To stop attacks on Israeli civilians.",
        "outcome": "The troops left the Jenin camp on 6 September 2024.",
        "source": "made up",
        "articles": 1,
        "last_report": "2024-09-06",
    },
    {
        "operation_id": "2025-01",
        "name": "Northern West Bank, since 21 January 2025",
        "code_name": "Iron Wall",
        "started": "2025-01-21",
        "ended": None,
        "days": 34,
        "ongoing": True,
        "places": "jenin; jenin-camp",
        "stated_aim": None,
        "outcome": None,
        "source": "made up",
        "articles": 1,
        "last_report": "2025-02-23",
    },
]


def _place(
    place_id: str,
    name: str,
    kind: str,
    parent_id: str | None,
    where: tuple[float | None, float | None] = (None, None),
) -> dict[str, Any]:
    latitude, longitude = where
    return {
        "place_id": place_id,
        "name": name,
        "kind": kind,
        "parent_id": parent_id,
        "latitude": latitude,
        "longitude": longitude,
        "precision": None if latitude is None else "city centre",
        "source": "made up",
    }


PLACE_ROWS = [
    _place("west-bank", "West Bank", "region", None),
    _place("gaza", "Gaza Strip", "region", None),
    _place("israel", "Israel", "country", None),
    _place("jenin", "Jenin", "city", "west-bank", (32.46, 35.30)),
    _place("jenin-camp", "Jenin refugee camp", "camp", "jenin", (32.461, 35.288)),
    _place("tulkarem", "Tulkarem", "city", "west-bank", (32.31, 35.03)),
    _place("al-faraa", "al-Faraa refugee camp", "camp", "west-bank", (32.29, 35.34)),
    _place("tel-aviv", "Tel Aviv", "city", "israel", (32.08, 34.78)),
]


def _estimates(
    scope: tuple[str, str | None, str, str],
    bounds: tuple[int | None, int | None, int | None],
    claim_ids: list[str],
    best_claim_id: str | None,
    opens: tuple[bool, bool] = (False, False),
    kind: str = "reported",
) -> Iterable[dict[str, Any]]:
    operation_id, place_id, measure, side = scope
    claims = [row for row in CLAIM_ROWS if row["claim_id"] in claim_ids]
    speakers = dict.fromkeys(row.get("attributed_to") or row["article_id"] for row in claims)
    for rule in FIXED_RULES:
        yield {
            "rule": rule,
            "operation_id": operation_id,
            "place_id": place_id,
            "measure": measure,
            "side": side,
            "unit": "people",
            "kind": kind,
            "low": bounds[0],
            "best": bounds[1],
            "high": bounds[2],
            "open_low": opens[0],
            "open_high": opens[1],
            "as_of": max(row["as_of"] for row in claims),
            "claims": join_list(claim_ids),
            "best_claim_id": best_claim_id,
            "speakers": join_list(list(speakers)),
            "contested": False,
        }


ESTIMATE_ROWS = [
    *_estimates(
        ("2023-07", "jenin", "killed", "palestinian"),
        (12, 12, 12),
        ["c01", "c04", "c07"],
        "c01",
        (False, True),
    ),
    *_estimates(("2023-07", "jenin", "killed", "israeli"), (1, 1, 1), ["c05", "c10"], "c10"),
    *_estimates(
        ("2023-07", "jenin", "wounded", "palestinian"), (120, 120, 120), ["c02"], "c02", (True, True)
    ),
    *_estimates(
        ("2023-07", "jenin", "displaced", "palestinian"),
        (3000, 3000, 3000),
        ["c13"],
        "c13",
        (True, False),
    ),
    *_estimates(("2023-07", "jenin", "detained", "palestinian"), (120, 120, 120), ["c12"], "c12"),
    *_estimates(("2023-07", "jenin", "troops", "israeli"), (1000, 1000, 1000), ["c11"], "c11", (True, True)),
    *_estimates(("2023-07", "jenin", "residents", "palestinian"), (17000, 17000, 17000), ["c14"], "c14"),
    *_estimates(("2024-08", "west-bank", "killed", "palestinian"), (39, 39, 39), ["c22"], "c22"),
    *_estimates(("2024-08", "jenin", "killed", "palestinian"), (21, 21, 21), ["c23"], "c23"),
    *_estimates(
        ("2024-08", None, "killed", "palestinian"), (18, 18, 18), ["c22", "c23"], "c22", kind="remainder"
    ),
    *_estimates(
        ("2024-08", "west-bank", "troops", "israeli"), (200, None, None), ["c21"], None, (False, True)
    ),
    *_estimates(
        ("2025-01", "west-bank", "displaced", "palestinian"),
        (40000, 40000, 40000),
        ["c30", "c31"],
        "c30",
        (True, True),
    ),
]


def full() -> Frames:
    """Five articles, three operations."""
    return Frames(
        articles=ARTICLES.frame(ARTICLE_ROWS),
        claims=CLAIMS.frame(CLAIM_ROWS),
        statements=STATEMENTS.frame(),
        operations=OPERATIONS.frame(OPERATION_ROWS),
        places=PLACES.frame(PLACE_ROWS),
        estimates=ESTIMATES.frame(ESTIMATE_ROWS),
        problems=PROBLEMS.frame(),
        texts=dict(TEXTS),
    )


def one() -> Frames:
    """One article, one claim: 12 Palestinians killed in Jenin in July 2023."""
    return Frames(
        articles=ARTICLES.frame(ARTICLE_ROWS[:1]),
        claims=CLAIMS.frame(CLAIM_ROWS[:1]),
        statements=STATEMENTS.frame(),
        operations=OPERATIONS.frame(OPERATION_ROWS[:1]),
        places=PLACES.frame(PLACE_ROWS),
        estimates=ESTIMATES.frame(
            _estimates(("2023-07", "jenin", "killed", "palestinian"), (12, 12, 12), ["c01"], "c01")
        ),
        problems=PROBLEMS.frame(),
        texts={A01: TEXTS[A01]},
    )


def empty() -> Frames:
    """No article; the vocabularies are there, as they are on a fresh start."""
    return Frames(
        articles=ARTICLES.frame(),
        claims=CLAIMS.frame(),
        statements=STATEMENTS.frame(),
        operations=OPERATIONS.frame([{**row, "articles": 0, "last_report": None} for row in OPERATION_ROWS]),
        places=PLACES.frame(PLACE_ROWS),
        estimates=ESTIMATES.frame(),
        problems=PROBLEMS.frame(),
        texts={},
    )

"""Dating the undated, in texts of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.articles import Article, find_articles
from loaders.dating import Dating, date_article
from loaders.days import Day
from loaders.operations import load_operations, load_places
from loaders.tables import OPERATIONS

REGISTRY, PLACES = load_operations(), load_places()


def date(text: str) -> Dating:
    return date_article(text, None, REGISTRY, PLACES)


LAST_DAY = (
    "The army announced on Wednesday that its soldiers had withdrawn from Jenin. "
    "The raid on the city began on Monday with strikes from the air. "
    "Families spent the past two days of the operation in schools."
)


def test_a_stated_day_stands() -> None:
    day = Day(2024, 1, 2)
    assert date_article(LAST_DAY, day, REGISTRY, PLACES) == Dating(day, day, day, "stated")


def test_weekdays_of_start_and_end_give_one_day() -> None:
    found = date(LAST_DAY)
    assert (found.published, found.earliest, found.latest) == (Day(2023, 7, 5),) * 3
    assert found.dated_by == "inferred"
    assert found.note is not None
    for word in ("Monday", "Wednesday", "past two days", "Jenin, 3–5 July 2023"):
        assert word in found.note


END_AND_DATE = (
    "The army says that its operation in Jenin is over and that all soldiers have left the city.\n"
    "Earlier this month a gunfight took place at another border. On the night of May 14 jets struck Gaza.\n"
    "A deputy minister spoke by telephone with a leader of Hamas on July 4 and asked for calm in Jenin."
)


def test_an_end_and_a_date_give_the_days_around_the_end() -> None:
    found = date(END_AND_DATE)
    assert found.published is None
    assert (found.earliest, found.latest) == (Day(2023, 7, 4), Day(2023, 7, 6))
    assert found.dated_by == "inferred"
    assert found.note is not None
    assert "July 4" in found.note
    assert 'What disagrees: it speaks of May 14 as "earlier this month".' in found.note


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param(
            "Soldiers pulled out of Jenin after the operation that was called Home and Garden had ended.",
            Day(2023, 7, 4),
            Day(2023, 7, 6),
            id="code name of an operation that has ended",
        ),
        pytest.param(
            "Tanks rolled into Jenin on Sunday as the raid grew. A picture of Feb. 23, 2025 shows it. "
            "The offensive was launched on Jan. 21.",
            Day(2025, 2, 23),
            Day(2025, 2, 23),
            id="a full date in an open operation",
        ),
        pytest.param(
            "Troops withdrew from Jenin on Friday. The raid on the city was launched on Aug. 28, 2024.",
            Day(2024, 9, 6),
            Day(2024, 9, 6),
            id="a full date of the start",
        ),
    ],
)
def test_other_evidence(text: str, earliest: Day, latest: Day) -> None:
    found = date(text)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Rain is expected on Wednesday and Thursday.", id="another subject"),
        pytest.param("Israeli forces raided Jenin and two people died.", id="place and event, no time"),
        pytest.param("Israeli forces raided Jenin on Wednesday.", id="one weekday"),
        pytest.param(
            "Troops withdrew from Jenin on Thursday. The raid began on Tuesday and took three days.",
            id="another raid on the same place",
        ),
        pytest.param(
            "Troops withdrew from Jenin on Wednesday after a two-day raid.",
            id="an end and a length fit any raid",
        ),
        pytest.param(
            "Talks on a truce in Gaza went on. On July 4 the operation in Rafah was over.", id="another place"
        ),
        pytest.param(
            "The council of Jenin opened a library on July 4. It will lend books from Monday on.",
            id="place and date, no operation",
        ),
        pytest.param(
            "Operation Iron Wall has emptied camps in Jenin and Tulkarem.",
            id="code name of an open operation",
        ),
        pytest.param(
            "The raid on Jenin began on Monday. Soldiers had withdrawn by Wednesday, as on Sept. 3, 2024.",
            id="a date still to come",
        ),
    ],
)
def test_too_little_evidence_leaves_the_day_unknown(text: str) -> None:
    assert date(text) == Dating(None, None, None, "unknown")


def test_two_operations_with_as_much_evidence_leave_the_day_unknown() -> None:
    twin = REGISTRY.iloc[:1].assign(operation_id="2023-07b", name="A twin")
    twins = OPERATIONS.frame([*REGISTRY.to_dict("records"), *twin.to_dict("records")])
    assert date_article(LAST_DAY, None, twins, PLACES).dated_by == "unknown"


def test_the_undated_digests() -> None:
    """The project's own articles: one dated to a day, one to three."""
    folder = Path(__file__).parents[2] / "data" / "articles"
    texts = [
        one.text for one in find_articles([folder]) if isinstance(one, Article) and one.published is None
    ]
    found = sorted((dating.earliest, dating.latest) for dating in map(date, texts))
    assert found == [(Day(2023, 7, 4), Day(2023, 7, 6)), (Day(2023, 7, 5), Day(2023, 7, 5))]

from __future__ import annotations

import pytest

from pages.figures.credits import credits_of
from tests import samples

FULL = samples.full()
OPERATIONS = ("2023-07", "2024-08", "2025-01")
OF_2024 = FULL.claims[FULL.claims["claim_id"] == "c22"]
AP, ANADOLU = "Associated Press", "Anadolu"


@pytest.mark.parametrize(
    ("about", "outlets", "as_of"),
    [
        ((), (), "6 September 2024"),
        (OPERATIONS, (), "23 February 2025"),
        (OPERATIONS, (AP,), "6 September 2024"),
        (OPERATIONS, (AP, ANADOLU), "6 September 2024"),
        (OPERATIONS, (AP, "The Canadian Press"), "23 February 2025"),
        (("2024-08",), (), "6 September 2024"),
    ],
)
def test_a_figure_stands_as_of_the_last_article_that_is_heard(
    about: tuple[str, ...], outlets: tuple[str, ...], as_of: str
) -> None:
    told = credits_of(OF_2024, FULL.articles, about, outlets)
    assert told.as_of == as_of
    assert told.in_numbers == "1 claim in 1 article of 5 read, published 6 September 2024"


@pytest.mark.parametrize(
    ("about", "outlets", "as_of"),
    [
        (("2025-01",), (), "23 February 2025"),
        (("2023-07",), (ANADOLU,), "6 July 2023"),
        (("2025-01",), (AP,), ""),
        ((), (), ""),
    ],
)
def test_where_nothing_is_drawn_the_articles_that_are_silent_are_counted(
    about: tuple[str, ...], outlets: tuple[str, ...], as_of: str
) -> None:
    told = credits_of(FULL.claims.iloc[:0], FULL.articles, about, outlets)
    assert (told.said_by, told.printed_by, told.as_of) == ("", "", as_of)
    assert told.in_words == "No claim is drawn, of 5 articles read."


def test_where_nothing_was_read_nothing_has_a_day() -> None:
    empty = samples.empty()
    told = credits_of(empty.claims, empty.articles, OPERATIONS)
    assert (told.in_words, told.as_of) == ("No claim is drawn, of no article read.", "")

"""Words of time and the days that they mean."""

from __future__ import annotations

import pytest

from loaders.days import Day, find_times

# Thursday
READ_ON = Day(2024, 9, 5)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on July 4", "2024-07-04", "2024-07-04"),
        ("on Dec. 24", "2023-12-24", "2023-12-24"),
        ("on 28 August 2024", "2024-08-28", "2024-08-28"),
        ("the 28th of August", "2024-08-28", "2024-08-28"),
        ("Feb. 23, 2025, in the north", "2025-02-23", "2025-02-23"),
        ("a 7 October attack", "2023-10-07", "2023-10-07"),
        ("In April", "2024-04-01", "2024-04-30"),
        ("in late November", "2023-11-01", "2023-11-30"),
        ("in May 2021", "2021-05-01", "2021-05-31"),
        ("in 2002", "2002-01-01", "2002-12-31"),
        ("the 1967 war, when", "1967-01-01", "1967-12-31"),
        ("Two weeks ago", "2024-08-19", "2024-08-25"),
        ("on Thursday", "2024-09-05", "2024-09-05"),
        ("on Friday", "2024-08-30", "2024-08-30"),
        ("on Sunday night", "2024-09-01", "2024-09-02"),
        ("two weeks ago", "2024-08-19", "2024-08-25"),
        ("a year ago", "2023-03-08", "2024-03-06"),
        ("last week", "2024-08-26", "2024-09-01"),
        ("last month", "2024-08-01", "2024-08-31"),
        ("Yesterday", "2024-09-04", "2024-09-04"),
        ("this morning", "2024-09-05", "2024-09-05"),
        ("earlier this year", "2024-01-01", "2024-09-05"),
    ],
)
def test_times(text: str, first: str, last: str) -> None:
    (time,) = find_times(text, READ_ON)
    assert (str(time.first), str(time.last)) == (first, last)
    assert text[time.start : time.end] == time.words


@pytest.mark.parametrize(
    "text",
    ["12 people may 5", "on Feb. 30", "the 1967 war", "4:30", "March 5,000 people", "two days of fighting"],
)
def test_no_times(text: str) -> None:
    assert find_times(text, READ_ON) == []


@pytest.mark.parametrize(("text", "dated"), [("July 4", False), ("July 4, 2023", True), ("Monday", False)])
def test_a_year_makes_a_time_dated(text: str, dated: bool) -> None:
    assert find_times(text, READ_ON)[0].dated is dated

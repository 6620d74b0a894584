"""Periods: the days that a figure counts, the day that it describes, and whether it is a running toll."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

# all published on Friday, 6 September 2024
PERIODS = [
    ("600 people have been killed since 7 October.", "killed 600 2023-10-07 2024-09-06"),
    ("600 people have been killed since Oct. 7, 2023.", "killed 600 2023-10-07 2024-09-06"),
    ("600 people have been killed since the Gaza war began.", "killed 600 2023-10-07 2024-09-06"),
    ("600 people have been killed since Monday.", "killed 600 2024-09-02 2024-09-06"),
    ("600 people have been killed since January.", "killed 600 2024-01-01 2024-09-06"),
    ("600 people have been killed since November.", "killed 600 2023-11-01 2024-09-06"),
    ("600 people have been killed since March 2022.", "killed 600 2022-03-01 2024-09-06"),
    ("600 people have been killed since 2022.", "killed 600 2022-01-01 2024-09-06"),
    ("600 people have been killed so far this year.", "killed 600 2024-01-01 2024-09-06"),
    ("600 people have been killed since the start of the year.", "killed 600 2024-01-01 2024-09-06"),
    ("Six people were killed in the past 24 hours.", "killed 6 2024-09-05 2024-09-06"),
    ("Six people were killed over the past two days.", "killed 6 2024-09-04 2024-09-06"),
    ("Six people were killed in the last three weeks.", "killed 6 2024-08-16 2024-09-06"),
    ("36 people were killed between 28 August and 5 September.", "killed 36 2024-08-28 2024-09-05"),
    ("36 people were killed between 3 and 5 July.", "killed 36 2024-07-03 2024-07-05"),
    ("36 people were killed in March.", "killed 36 2024-03-01 2024-03-31"),
    ("36 people were killed in September.", "killed 36 2024-09-01 2024-09-06"),
    ("600 people were killed in 2023.", "killed 600 2023-01-01 2023-12-31"),
    ("600 people were killed last year.", "killed 600 2023-01-01 2023-12-31"),
    ("600 people were killed last month.", "killed 600 2024-08-01 2024-08-31"),
    ("12 people were killed.", "killed 12 - -"),
]

UNDATED = [
    ("600 people have been killed since Oct. 7, 2023.", "killed 600 2023-10-07 -"),
    ("600 people have been killed since March 2022.", "killed 600 2022-03-01 -"),
    ("600 people were killed in 2023.", "killed 600 2023-01-01 2023-12-31"),
    ("600 people have been killed since the Gaza war began.", "killed 600 2023-10-07 -"),
    ("600 people have been killed since 7 October.", "killed 600 - -"),
    ("600 people have been killed so far this year.", "killed 600 - -"),
    ("Six people were killed in the past 24 hours.", "killed 6 - -"),
    ("600 people were killed last month.", "killed 600 - -"),
]

ITS_OWN_PERIOD = [
    (
        "12 people were killed, bringing the total since 7 October to 600.",
        "killed 12 -; killed 600 since 7 October",
    ),
    ("The deadliest raid since 2002 killed 12 people.", "killed 12 -"),
    (
        "Since May troops have killed three people, one of them a child, and wounded 12 others.",
        "killed 3 Since May; killed 1 Since May; wounded 12 Since May",
    ),
    (
        "Since May troops have killed three people, and on Sunday they wounded 12.",
        "killed 3 Since May; wounded 12 Sunday",
    ),
    ("Twelve people were killed, more than in any year since 2002.", "killed 12 -"),
    ("Twelve people were killed, and no strike has cost as many lives since 2002.", "killed 12 -"),
    ("Twelve people were killed, unseen since 2002.", "killed 12 -"),
    (
        "12 people were killed on Monday; 600 have died this year.",
        "killed 12 Monday; killed 600 this year",
    ),
    ("Two men were killed in Jenin on Sunday.", "killed 2 Sunday"),
    ("The ministry said on Sunday that two men were killed.", "killed 2 -"),
    ("The death toll rose to 12 on Sunday.", "killed 12 -"),
    ("Two men were killed in a raid that began on Sunday.", "killed 2 -"),
    ("The raid that Israel launched on Sunday in Jenin killed two men.", "killed 2 -"),
    ("The army left on Monday, following a raid in which two men were killed.", "killed 2 -"),
    ("Relatives wait for ten prisoners scheduled for Monday.", "detained 10 -"),
    ("In İzmir, Two Men Were Killed ON SUNDAY.", "killed 2 SUNDAY"),
    ("Tanks left on Monday, at the end of a raid that killed two men.", "killed 2 -"),
    ("The army left on Monday what it called a six-day raid that killed two men.", "killed 2 -"),
    ("On Monday relatives waited for ten Palestinian prisoners.", "detained 10 -"),
    ("Ten men were arrested on Monday.", "detained 10 Monday"),
    (
        "The death toll since Monday stands at 14 after three people were killed overnight.",
        "killed 14 since Monday; killed 3 -",
    ),
    ("As of Monday 30 people had been killed.", "killed 30 -"),
    ("600 people were held under arrest since January.", "detained 600 since January"),
    ("600 people have died since January.", "killed 600 since January"),
    # a period that only tells of the speaker or of a place
    ("The UN, which has worked here since 2019, treated 125 wounded people.", "wounded 125 -"),
    ("Omar Saleh, who has led it since May, said 12 people were killed in June.", "killed 12 in June"),
    ("The Jenin camp, which was raided in 2023, lost 12 people, who were killed.", "killed 12 -"),
    ("The UN, which says 12 people were killed since 2019, left.", "killed 12 since 2019"),
    ("12 people, who were killed since 2019, were buried.", "killed 12 since 2019"),
    # the period that opens a sentence goes on over "while ... have"
    (
        "Since January, raids have killed 40 people, while attacks have killed nine people.",
        "killed 40 Since January; killed 9 Since January",
    ),
    (
        "Since January, raids have killed 40 people, while nine people have been hurt.",
        "killed 40 Since January; wounded 9 Since January",
    ),
    (
        "Since January, raids have killed 40 people, while a blast killed nine people.",
        "killed 40 Since January; killed 9 -",
    ),
    (
        "Raids have killed 40 people since January, while attacks have killed nine people.",
        "killed 40 since January; killed 9 -",
    ),
]

DAYS_DESCRIBED = [
    ("12 people were killed.", "killed 12 2024-09-06"),
    ("12 people were killed on Tuesday.", "killed 12 2024-09-03"),
    ("12 people were killed on Friday.", "killed 12 2024-09-06"),
    ("As of Tuesday 30 people had been killed.", "killed 30 2024-09-03"),
    ("The death toll is 19, up from 17 on Wednesday.", "killed 19 2024-09-06; killed 17 2024-09-04"),
    ("12 people were killed on Sept. 3.", "killed 12 2024-09-03"),
    ("The UN said on Wednesday that 12 people were killed.", "killed 12 2024-09-04"),
    ("12 people were killed between 28 August and 5 September.", "killed 12 2024-09-05"),
    ("600 people have been killed since 7 October.", "killed 600 2024-09-06"),
]

TALLIES = [
    ("12 people were killed.", "killed 12 -"),
    ("The death toll rose to 12.", "killed 12 cumulative"),
    ("600 people have been killed since 7 October.", "killed 600 cumulative"),
    ("Three people have been killed so far.", "killed 3 cumulative"),
    ("Six people were killed in the past 24 hours.", "killed 6 new"),
    ("An additional three people were killed overnight.", "killed 3 new"),
    ("Another man died, bringing the total to eight.", "killed 1 new; killed 8 cumulative"),
    (
        "Two men died and four were hurt, taking the death toll to eight.",
        "killed 2 new; wounded 4 -; killed 8 cumulative",
    ),
    ("Two men died. The death toll rose to eight.", "killed 2 -; killed 8 cumulative"),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_words_give_the_days_counted(text: str, expected: str) -> None:
    assert told(text, "since", "until") == expected


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_relative_words_give_no_day_without_a_day_of_publication(text: str, expected: str) -> None:
    assert told(text, "since", "until", published=None) == expected


@pytest.mark.parametrize(("text", "expected"), ITS_OWN_PERIOD)
def test_a_figure_has_the_period_of_its_clause(text: str, expected: str) -> None:
    assert told(text, "period_words") == expected


@pytest.mark.parametrize(("text", "expected"), DAYS_DESCRIBED)
def test_a_figure_describes_a_day(text: str, expected: str) -> None:
    assert told(text, "as_of") == expected


@pytest.mark.parametrize(("text", "expected"), TALLIES)
def test_words_tell_a_running_toll_from_added_ones(text: str, expected: str) -> None:
    assert told(text, "tally") == expected

"""Numbers: in all their forms, how words bound them, and those that count nothing."""

from __future__ import annotations

import pytest

from loaders.reader import find_other_numbers, read_figures
from tests.loaders.reader.telling import told

FORMS = [
    ("12 people were killed.", "killed 12"),
    ("1,200 people were displaced.", "displaced 1200"),
    ("40 000 people were displaced.", "displaced 40000"),
    ("40 thousand people were displaced.", "displaced 40000"),
    ("1.9 million people were displaced.", "displaced 1900000"),
    ("Twelve people were killed.", "killed 12"),
    ("Twenty-one people were killed.", "killed 21"),
    ("Twenty one people were killed.", "killed 21"),
    ("One hundred twenty people were wounded.", "wounded 120"),
    ("A hundred and twenty people were wounded.", "wounded 120"),
    ("Forty thousand people were displaced.", "displaced 40000"),
    ("Two million people were displaced.", "displaced 2000000"),
    ("A dozen people were wounded.", "wounded 12"),
    ("Half a dozen people were wounded.", "wounded 6"),
    ("Two dozen people were wounded.", "wounded 24"),
    ("Half a million people were displaced.", "displaced 500000"),
    ("A total of 31 people were killed.", "killed 31"),
    ("A group of five men were arrested.", "detained 5"),
    ("An officer was wounded.", "wounded 1"),
    ("Five died in Unit 12 of the hospital.", "killed 5"),
]

BOUNDS = [
    ("12 people were killed.", "killed 12 exact 12..12"),
    ("Only eight people were hurt.", "wounded 8 exact 8..8"),
    ("Exactly eight people were hurt.", "wounded 8 exact 8..8"),
    ("At least 12 people were killed.", "killed 12 at_least 12.."),
    ("At least some 40 people were arrested.", "detained 40 at_least 40.."),
    ("No fewer than 30 people were arrested.", "detained 30 at_least 30.."),
    ("Upwards of 300 people were displaced.", "displaced 300 at_least 300.."),
    ("300 or more people were displaced.", "displaced 300 at_least 300.."),
    ("More than 40,000 people were killed.", "killed 40000 more_than 40001.."),
    ("Well over 200 people were arrested.", "detained 200 more_than 201.."),
    ("Just over 200 people were arrested.", "detained 200 more_than 201.."),
    ("In excess of 200 people were arrested.", "detained 200 more_than 201.."),
    ("The death toll topped 40,000.", "killed 40000 more_than 40001.."),
    ("The number of Palestinians killed has passed 600.", "killed 600 more_than 601.."),
    ("About 120 people were wounded.", "wounded 120 about .."),
    ("Some 120 people were wounded.", "wounded 120 about .."),
    ("Nearly 120 people were wounded.", "wounded 120 about .."),
    ("Close to 120 people were wounded.", "wounded 120 about .."),
    ("An estimated 120 people were wounded.", "wounded 120 about .."),
    ("Just under 120 people were wounded.", "wounded 120 about .."),
    ("Perhaps 120 people were wounded.", "wounded 120 about .."),
    ("120 or so people were wounded.", "wounded 120 about .."),
    ("Up to 3,000 people fled.", "displaced 3000 up_to ..3000"),
    ("As many as 3,000 people fled.", "displaced 3000 up_to ..3000"),
    ("No more than 3,000 people fled.", "displaced 3000 up_to ..3000"),
    ("Fewer than 10 people were hurt.", "wounded 10 less_than ..9"),
    ("Under 10 people were hurt.", "wounded 10 less_than ..9"),
    # a bound binds the number right after it
    ("At least 10 people were killed and 20 injured.", "killed 10 at_least 10..; wounded 20 exact 20..20"),
]

RANGES = [
    ("Between 10 and 12 people were killed.", "killed 10 range 10..12"),
    ("From 10 to 12 people were killed.", "killed 10 range 10..12"),
    ("Ten to twelve people were killed.", "killed 10 range 10..12"),
    ("15-20 people were arrested.", "detained 15 range 15..20"),
    ("15–20 people were arrested.", "detained 15 range 15..20"),
    ("Two or three people were hurt.", "wounded 2 range 2..3"),
    ("At least 75 to 98 people were killed.", "killed 75 range 75..98"),
    ("Two to three million people were displaced.", "displaced 2000000 range 2000000..3000000"),
    # two numbers that are no range
    ("The death toll rose from 10 to 12.", "killed 12 exact 12..12"),
    ("Between Jenin and Tubas 12 people were killed.", "killed 12 exact 12..12"),
]

VAGUE = [
    ("Dozens were hurt.", "wounded 24.. vague 24.."),
    ("A few dozen people fled.", "displaced 24.. vague 24.."),
    ("Scores of people were wounded.", "wounded 40.. vague 40.."),
    ("Hundreds of people fled.", "displaced 200.. vague 200.."),
    ("Several hundred people fled.", "displaced 200.. vague 200.."),
    ("Thousands of people fled.", "displaced 2000.. vague 2000.."),
    ("Tens of thousands of people fled.", "displaced 20000.. vague 20000.."),
    ("Hundreds of thousands of people fled.", "displaced 200000.. vague 200000.."),
    ("More than dozens of people fled.", "displaced 24.. vague 24.."),
    # too vague for any floor
    ("Several people were hurt and many fled.", ""),
]

NO_FIGURE = [
    # ages
    ("Ahmad Saleh, 25, was killed.", ""),
    ("Ahmad Saleh (25) was killed.", ""),
    ("The victims, aged 16 and 19, were killed.", ""),
    ("The dead man was 45 years of age.", ""),
    ("Four people under 18 were killed.", "killed 4"),
    ("A man aged 45 was killed.", "killed 1"),
    ("A boy of 14 was killed.", "killed 1"),
    ("A boy, eight, and a teenager, 15, were shot dead.", "killed 1; killed 1"),
    ("Three siblings, the youngest of them four, were killed.", "killed 3"),
    ("A 14-year-old boy was killed.", "killed 1"),
    ("A man in his 60s was killed.", "killed 1"),
    ("Two brothers, 21 and 19, were killed.", "killed 2"),
    ("Four men, aged between 17 and 25, were killed.", "killed 4"),
    # families
    # families
    ("The dead man was the father of two.", ""),
    ("A father of two was killed.", "killed 1"),
    # days, years, hours
    ("He was killed on 7 October.", ""),
    ("He was killed on Oct. 7, 2023.", ""),
    ("They were killed on July 3-5.", ""),
    ("The raid of 2002 killed him.", ""),
    ("Killed on 12/10/2023, he was buried there.", ""),
    ("He was killed at 4:30 a.m.", ""),
    ("He was shot dead at 5 o'clock.", ""),
    # durations, distances, sizes
    ("He was killed after 12 hours of fighting.", ""),
    ("The displaced waited two more days.", ""),
    ("He was killed 5 km from the border.", ""),
    ("A house of four storeys was destroyed.", ""),
    ("12 dunams were razed.", ""),
    # money
    ("Damage was put at $12 million.", ""),
    ("The wounded received 500 shekels each.", ""),
    # shares and rates
    ("12 percent of those killed were women.", ""),
    ("Seventy per cent of the displaced have returned.", ""),
    ("A third of the camp was displaced.", ""),
    ("One in five of the displaced is a child.", ""),
    ("Nine in ten people have been displaced.", ""),
    ("Two in three of those killed were men.", ""),
    ("The army killed nine in three days.", "killed 9"),
    ("The toll reached 16 in two raids.", "killed 16"),
    ("The army killed two in three days.", "killed 2"),
    # names
    ("Troops of Brigade 12 killed him.", ""),
    ("Resolution 2334 was adopted after the killing.", ""),
    ("An F-35 killed him.", ""),
    ("Route 60 was closed after he was killed.", ""),
    # ordinals and scores
    ("A seventh man was killed in the third raid this year.", ""),
    ("The team beat its guests 3-2.", ""),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_number_is_read_in_every_form(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), BOUNDS + RANGES + VAGUE)
def test_words_bound_a_number(text: str, expected: str) -> None:
    assert told(text, "bounds") == expected


@pytest.mark.parametrize(("text", "expected"), NO_FIGURE)
def test_a_number_that_counts_nothing_is_no_figure(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Three people were killed.", {}),
        ("Ahmad Saleh, 25, spoke for 12 minutes.", {"25": "age", "12": "duration"}),
        ("Oil fell 5 percent on Oct. 7, 2023.", {"5": "share", "7": "date", "2023": "date"}),
        ("The $12 road is 5 km long.", {"12": "money", "5": "measurement"}),
        ("Resolution 2334 had 12 critics.", {"2334": "name", "12": "unread"}),
        ("No one came; she is a mother of three.", {"one": "nobody", "three": "family"}),
    ],
)
def test_other_numbers_come_with_their_reason(text: str, reasons: dict[str, str]) -> None:
    others = find_other_numbers(text, read_figures(text))
    assert {text[other.start : other.end]: other.reason for other in others} == reasons

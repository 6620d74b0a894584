"""Totals: running tolls, and sentences that seem to hold one."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

TOLLS = [
    ("The death toll rose to 12.", "killed 12"),
    ("The death toll rose from 12 to 15.", "killed 15"),
    ("The toll, which had stood at nine, rose to 11.", "killed 11"),
    ("The death toll in Jenin stands at 21.", "killed 21"),
    ("A death toll of 39 was given.", "killed 39"),
    ("The raid brought the death toll to 39.", "killed 39"),
    ("Another man died, bringing the total to eight.", "killed 1; killed 8"),
    ("12 people were killed, bringing the total since 7 October to 600.", "killed 12; killed 600"),
    ("The number of wounded reached 120.", "wounded 120"),
    ("The number of those arrested rose to 40.", "detained 40"),
    ("The number of people under arrest has crossed 1,200.", "detained 1200"),
    ("That raised to 22 the number of dead.", "killed 22"),
    ("The death toll climbed to five and the wounded to 91.", "killed 5; wounded 91"),
    ("A drone killed ten, lifting the week's dead in the north to 26.", "killed 10; killed 26"),
    ("Police put their own injured at 17 officers.", "wounded 17"),
    ("The army put its dead at 12.", "killed 12"),
    ("Officials put the injured at more than 300.", "wounded 300"),
    ("The ministry put the dead and wounded in two lists.", ""),
    ("Arrests since October now exceed 12,000.", "detained 12000"),
    ("Deaths rose to 12.", "killed 12"),
    ("The camp's population before the raid stood at roughly 12,000.", "residents 12000"),
    ("The city's population is about 60,000.", "residents 60000"),
    ("The population was told to leave within 12 hours.", ""),
    ("The number of people living in the camp has fallen to 2,000.", "residents 2000"),
    ("The number of residents killed has risen to 12.", "killed 12"),
    ("Arrests reached 300 last year.", "detained 300"),
    ("Injuries have reached 120 in Jenin.", "wounded 120"),
    ("Arrests were made at 12 homes.", ""),
    ("Deaths in raids at two camps were under review.", ""),
    ("Nine people were killed. The figure later rose to 12.", "killed 9; killed 12"),
    ("Nine people were killed. The ministry later raised the figure to 12.", "killed 9; killed 12"),
    ("Nine people were killed and 12 hurt. The figure later rose to 20.", "killed 9; wounded 12"),
    ("Nine people were killed. The number of camps has risen to 12.", "killed 9"),
    ("Nine people were killed. The price rose to 12.", "killed 9"),
    ("Nine people were arrested. The number of those held rose to 40.", "detained 9; detained 40"),
    ("The number of those held rose to 40.", ""),
    ("Nine people were killed. The figure is expected to rise to 12.", "killed 9"),
    ("It brings to 22 the number killed since Monday, and to 90 since May.", "killed 22; killed 90"),
    ("It brings to 22 the number killed, and to 12 villages fear.", "killed 22"),
    ("Medics gave the number of wounded as 40.", "wounded 40"),
    ("The number of wounded grew as 40 shells fell.", ""),
    ("The death toll could reach 40.", ""),
    ("The raid has taken the number of troops killed since May 7 to 812.", "killed 812"),
    ("It brought the number of men killed since Oct. 9 to 12.", "killed 12"),
    ("The shop was open from May 7 to 12.", ""),
    ("Nine died there between May 7 and May 12.", "killed 9"),
    ("Two men were shot dead in Nablus, bringing to 19 the toll of the raid.", "killed 2; killed 19"),
    ("Two men were shot dead in Nablus, raising to 19 the overall death toll.", "killed 2; killed 19"),
    ("The number of people detained after nine days of the campaign has reached 75.", "detained 75"),
    ("The number of people detained grew after the men reached 75 homes.", ""),
    (
        "The toll of a raid that a unit made late on Monday in a hamlet in the hills to the east rose to 9.",
        "killed 9",
    ),
    ("The mayor puts those who have fled at 2,000 people.", "displaced 2000"),
    ("The army puts the people who left the camp at between 900 and 2,000.", "displaced 900"),
    ("The line puts those who left the camp at two gates.", ""),
    ("The number of wounded climbed above 300, medics said.", "wounded 300"),
    ("The number of dead climbed over the week to 30.", "killed 30"),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_a_total_is_read(text: str, expected: str) -> None:
    assert told(text) == expected

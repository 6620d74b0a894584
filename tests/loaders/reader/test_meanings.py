"""Meanings: words whose measure the words around them tell."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import limit, told

AMBIGUOUS = [
    ("The army lost two soldiers in the fighting.", "killed 2"),
    ("The team lost three players to injury.", ""),
    ("Hamas lost five members in the raid.", "killed 5"),
    ("The party lost five members to a rival.", ""),
    ("Hamas freed three women on Sunday.", "hostages 3"),
    (
        "Israel freed 90 prisoners for three women who had been held in Gaza.",
        "detained 90; hostages 3",
    ),
    ("Israel freed 12 men after the truce with Hamas.", ""),
    ("Gunmen took 251 people to the Gaza Strip.", "hostages 251"),
    ("The army took 12 reporters to Gaza.", ""),
    ("The army ordered 500 families out of the camp.", "displaced 500"),
    ("The flood drove 30 people from the bar.", ""),
    ("Medics helped 40 families out of the camp.", "displaced 40"),
    ("Israel is holding about 9,600 people in its jails.", "detained 9600"),
    ("Hamas holds 12 rallies in Gaza.", ""),
    ("The hotel holds 200 guests over the holiday.", ""),
    ("The hall holds 300 people.", ""),
    ("Three of the dead were guards; Islamic Jihad claimed four.", "killed 3; killed 4"),
    ("Islamic Jihad claimed four.", ""),
    ("Three guards were killed; Hamas claimed four attacks.", "killed 3"),
    ("Three guards were killed; the mayor claimed four.", "killed 3"),
    ("Doctors treated 14 people.", ""),
    ("Medics treated 14 people for tear gas inhalation.", "wounded 14"),
    ("Some 300 people were treated, most of them for smoke inhalation.", "wounded 300"),
    ("The Red Crescent treated 14 people.", "wounded 14"),
    ("More than 60 people needed treatment after inhaling tear gas.", "wounded 60"),
    ("More than 60 people needed treatment for flu.", ""),
    ("Some 400 families have left since Sunday.", "displaced 400"),
    ("Twelve people have left the party.", ""),
    ("Thousands have left for the holidays.", ""),
    ("Forty families left al-Mughayyir.", "displaced 40"),
    ("The remaining six households left last week.", "displaced 6"),
    ("Ten players left last month.", ""),
    ("The flood has driven 900 people from their homes.", "displaced 900"),
    ("Six families of herders, all of them poor, left on Monday.", "displaced 6"),
    ("Six households left their hamlet after the attack.", "displaced 6"),
    limit("Three women held for 471 days came home.", "hostages 3", "held without where or by whom"),
    ("Up to 30 people are held, the Prisoners' Club said.", "detained 30"),
    ("A driver was held for three hours.", "detained 1"),
    ("The fate of five others is unknown.", "missing 5"),
    ("The fate of five others was discussed.", ""),
    ("The fate of 59 hostages is unknown.", "hostages 59"),
    ("Doctors were treating 13 people for bullet wounds.", "wounded 13"),
    ("Doctors were treating 13 people for flu.", ""),
    ("Some 30 people are held up at the crossing.", ""),
    ("Two children escaped unharmed.", ""),
    ("Two children escaped the camp.", "displaced 2"),
    ("Two soldiers were evacuated with shrapnel wounds.", "wounded 2"),
    ("Two soldiers were evacuated from the camp.", ""),
    ("Medics evacuated five wounded.", "wounded 5"),
    ("Hamas killed 1,200 people, and 251 were taken to Gaza.", "killed 1200; hostages 251"),
    ("Five tonnes were taken to Gaza and 12 people were killed.", "killed 12"),
]


@pytest.mark.parametrize(("text", "expected"), AMBIGUOUS)
def test_the_words_around_tell_the_measure(text: str, expected: str) -> None:
    assert told(text) == expected

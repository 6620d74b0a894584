"""Mentions: the nouns that numbers stand before, counts without a number, and what kind of people they tell
of.
"""

from __future__ import annotations

import pytest

from loaders.reader import read_figures
from tests.loaders.reader.telling import limit, told

IMPLICIT = [
    ("A soldier was killed.", "killed 1"),
    ("A prisoner died in jail.", "killed 1"),
    ("A hostage was killed.", "killed 1"),
    ("A death was reported.", ""),
    ("A 16-year-old boy was shot dead.", "killed 1"),
    ("Two brothers were killed.", "killed 2"),
    ("A father and his two sons were killed.", "killed 1; killed 2"),
    ("A mother and a daughter were wounded.", "wounded 1; wounded 1"),
    ("A family of four was killed.", "killed 4"),
    ("A Palestinian was killed and an Israeli wounded.", "killed 1; wounded 1"),
    ("A doctor was killed and two nurses were hurt.", "killed 1; wounded 2"),
    ("The strike killed a teacher and wounded another.", "killed 1; wounded 1"),
    ("A producer was wounded.", "wounded 1"),
    ("Another 60 people were arrested.", "detained 60"),
    ("A further 12 people were hurt.", "wounded 12"),
    ("A mother and her daughter were wounded.", "wounded 1"),
    ("A woman and her grandson, 9, were wounded.", "wounded 1"),
    ("Two girls, 10 and 12, and their father were wounded.", "wounded 2"),
    ("Two girls, and the house was razed.", ""),
    ("A baker and father of two was killed.", "killed 1"),
    ("The blast killed 13 people and, a day later, a nurse.", "killed 13; killed 1"),
    ("An ambulance crew of three was arrested.", "detained 3"),
    ("Troops arrested a team of medics.", ""),
    ("A clerk working for a local radio and two nurses were hurt.", "wounded 1; wounded 2"),
    ("A local was hurt.", "wounded 1"),
    ("Two locals were hurt.", "wounded 2"),
]

NOBODY = [
    ("Police said the attacker, a 24-year-old from Hebron, was killed.", ""),
    # somebody who is named or known before
    ("Omar Saleh, a journalist, was wounded.", ""),
    ("Omar Saleh, 45, a journalist, was wounded.", ""),
    ("A baker whose nephew was killed wept.", ""),
    ("Five families whose homes were razed were displaced.", "displaced 5"),
    ("The gunman, a former guard, was killed.", ""),
    ("Two people were hurt; the gunman, a former guard, was later shot dead.", "wounded 2"),
    ("The blast hurt two people near a local radio and a national bank.", "wounded 2"),
    ("The raid killed the driver.", ""),
    ("The raid killed the driver.", ""),
    ("Two Israelis, a father and son, were killed.", "killed 2"),
    ("Omar Saleh and four others were killed.", "killed 4"),
    # one of several, told again
    ("A seventh man was killed.", ""),
    ("Two were killed and a third person was hurt.", "killed 2"),
    ("Four cousins of one family were killed.", "killed 4"),
    # one of those who are counted
    ("Omar was one of seven boys hurt in the raid.", "wounded 7"),
    ("He is one of thousands who fled.", "displaced 2000.."),
    ("One of the officers, a captain of the reserve, was hurt.", "wounded 1"),
    ("Two farmers, a father and his nephew, were wounded.", "wounded 2"),
    ("Twelve homes were razed. One of them, a widow said, was hers.", "structures 12"),
]

OTHER_THINGS = [
    ("Three vehicles were damaged.", ""),
    ("Troops destroyed 12 explosive devices.", ""),
    ("The army hit 150 targets.", ""),
    ("Troops seized 12 rifles.", ""),
    ("12 villages were damaged.", ""),
    ("Five protests were held.", ""),
    ("Settlers torched two homes and three cars.", "structures 2"),
    ("Two shots were fired and a man was killed.", "killed 1"),
    ("Three police vehicles were hit and one officer wounded.", "wounded 1"),
]

CATEGORIES = [
    ("Nine children were hurt. Four of them are in hospital.", "wounded 9 children; wounded 4 children"),
    ("Two Palestinians, one of them a 14-year-old, were killed.", "killed 2 people; killed 1 children"),
    ("Two Palestinians aged 16 and 17 were killed.", "killed 2 children"),
    ("Two Palestinians aged 16 and 23 were killed.", "killed 2 people"),
    ("The UN counted 101 deaths, 19 of them of children.", "killed 101 people; killed 19 children"),
    ("Troops shot nine children, killing four of them.", "killed 4 children"),
    ("Two people were killed, one a medic.", "killed 2 people; killed 1 medics"),
    (
        "Three men were killed, one of them a teenager, and two others were wounded.",
        "killed 3 people; killed 1 children; wounded 2 people",
    ),
    ("Three people were killed.", "killed 3 people"),
    ("A 22-year-old man was killed.", "killed 1 people"),
    ("Six brothers and cousins were killed.", "killed 6 people"),
    ("Three civilians were killed.", "killed 3 civilians"),
    ("Three militants were killed.", "killed 3 combatants"),
    ("Three Hamas men were killed.", "killed 3 combatants"),
    ("Four members of Islamic Jihad were killed.", "killed 4 combatants"),
    ("Two members of an armed cell were killed.", "killed 2 combatants"),
    ("Two members of a family were killed.", "killed 2 people"),
    ("Two members of the PA's security forces were killed.", "killed 2 security_forces"),
    ("Hamas mourned three members.", "killed 3 combatants"),
    ("The union mourned three members.", "killed 3 people"),
    (
        "Of the 12 killed, five, including a boy, were claimed as fighters by two groups.",
        "killed 12 people; killed 5 combatants; killed 1 children",
    ),
    ("Three of those killed were Hamas gunmen.", "killed 3 combatants"),
    ("Seven of those killed were civilians.", "killed 7 civilians"),
    ("One in five of the 36 dead was a child.", "killed 36 people"),
    ("Two of the eight killed were under 18.", "killed 2 children; killed 8 people"),
    ("Four of the dead belonged to the Lions' Den.", "killed 4 combatants"),
    ("Hamas said two of the ten dead belonged to it.", "killed 2 combatants; killed 10 people"),
    ("Islamic Jihad said the five killed in the raid were its members.", "killed 5 combatants"),
    (
        "Six of those killed were claimed by Hamas and two by Islamic Jihad.",
        "killed 6 combatants; killed 2 combatants",
    ),
    ("Six of the dead belonged to one family.", "killed 6 people"),
    ("Hamas identified five of the dead as its members.", "killed 5 combatants"),
    ("The ministry identified five of the dead as relatives.", "killed 5 people"),
    ("The number of gunmen killed rose to 18.", "killed 18 combatants"),
    ("The number of wounded soldiers rose to 12.", "wounded 12 security_forces"),
    ("Islamic Jihad said four of the dead were its members.", "killed 4 combatants"),
    ("Islamic Jihad claimed at least nine of the dead as members.", "killed 9 combatants"),
    ("Three soldiers were killed and six wounded.", "killed 3 security_forces; wounded 6 security_forces"),
    ("Two children were killed and 12 people wounded.", "killed 2 children; wounded 12 people"),
    ("A boy was killed and dozens wounded.", "killed 1 children; wounded 24.. people"),
    ("Two women were killed and three others wounded.", "killed 2 women; wounded 3 people"),
    ("A soldier was killed and three others wounded.", "killed 1 security_forces; wounded 3 security_forces"),
    (
        "Hamas said six militants were killed; the ministry put the dead at 11.",
        "killed 6 combatants; killed 11 people",
    ),
    (
        "Seven people were killed, two of them claimed by Hamas as its gunmen.",
        "killed 7 people; killed 2 combatants",
    ),
    ("Three gunmen were killed.", "killed 3 combatants"),
    ("A soldier was killed.", "killed 1 security_forces"),
    ("Two police officers were wounded.", "wounded 2 security_forces"),
    ("About 1,000 troops took part.", "troops 1000 security_forces"),
    ("Three boys were killed.", "killed 3 children"),
    ("A 15-year-old was killed.", "killed 1 children"),
    ("A two-year-old girl was killed.", "killed 1 children"),
    ("Three teenagers were hurt.", "wounded 3 children"),
    ("Four people under 18 were killed.", "killed 4 children"),
    ("Two people aged 16 were killed.", "killed 2 children"),
    ("Of 90 held, 30 are under administrative detention.", "detained 90 people; detained 30 people"),
    ("Of 90 held without charge, 30 are under 18.", "detained 90 people; detained 30 children"),
    ("Three of the dead were aged 17 or younger.", "killed 3 children"),
    ("Three of the dead were aged 27 or older.", "killed 3 people"),
    ("A teenage fighter was killed.", "killed 1 children"),
    ("Of the dead, three were children.", "killed 3 children"),
    ("Two women were killed.", "killed 2 women"),
    ("A pregnant woman was killed.", "killed 1 women"),
    ("Two paramedics were wounded.", "wounded 2 medics"),
    ("Two doctors and a teacher were killed.", "killed 2 medics; killed 1 people"),
    ("A cameraman was wounded.", "wounded 1 journalists"),
    ("90 prisoners were freed.", "detained 90 prisoners"),
    ("7,400 people are in Israeli jails.", "detained 7400 prisoners"),
    ("An elderly man was killed.", "killed 1 elderly"),
    ("Two elderly women were hurt.", "wounded 2 elderly"),
    limit("A 73-year-old man was killed.", "killed 1 elderly", "no age makes a person elderly"),
]

QUALIFIERS = [
    ("Five people were wounded.", "wounded 5 -"),
    ("Four people were critically wounded.", "wounded 4 critical"),
    ("Three people are in critical condition.", "wounded 3 critical"),
    ("Two people were shot and seriously wounded.", "wounded 2 serious"),
    ("Two people were moderately injured.", "wounded 2 moderate"),
    ("Three people were lightly hurt.", "wounded 3 light"),
    ("Four people were wounded, one of them seriously.", "wounded 4 -; wounded 1 serious"),
    ("Six people, one in serious condition, were hurt.", "wounded 6 -; wounded 1 serious"),
]

UNITS = [
    ("Two people were displaced.", "displaced 2 people"),
    ("Two families were displaced.", "displaced 2 families"),
    ("14 households were displaced.", "displaced 14 families"),
    ("16 homes were razed.", "structures 16 count"),
    ("The army carried out 14 airstrikes.", "airstrikes 14 count"),
    ("Hundreds of rockets were fired.", "rockets 200.. count"),
]


@pytest.mark.parametrize(("text", "expected"), IMPLICIT + NOBODY + OTHER_THINGS)
def test_nouns_count(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), CATEGORIES)
def test_nouns_tell_the_kind_of_people(text: str, expected: str) -> None:
    assert told(text, "category") == expected


@pytest.mark.parametrize(("text", "expected"), QUALIFIERS)
def test_adverbs_tell_how_badly_people_are_hurt(text: str, expected: str) -> None:
    assert told(text, "qualifier") == expected


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_nouns_tell_the_unit(text: str, expected: str) -> None:
    assert told(text, "unit") == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("At least 12 unarmed Palestinians were killed.", "At least 12 unarmed Palestinians"),
        ("A 14-year-old boy was killed.", "A 14-year-old boy"),
        ("The raid left three dead.", "three dead"),
        ("Six people were killed and 120 injured.", "120 injured"),
        ("Five people were hurt, two of them seriously.", "two of them"),
        ("The death toll rose to 12.", "12"),
        ("Three members of the security forces were hurt.", "Three members of the security forces"),
        ("15 to 20 people were arrested.", "15 to 20 people"),
    ],
)
def test_the_quote_says_what_is_counted(text: str, quote: str) -> None:
    assert read_figures(text)[-1].quote == quote

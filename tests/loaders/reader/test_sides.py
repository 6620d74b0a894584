"""Sides: whose people a figure counts, from the article's words and never from what is likely."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

OWN_WORDS = [
    ("The Palestinian death toll stands at 99.", "killed 99 palestinian"),
    ("Six members of the PA's security forces were killed.", "killed 6 palestinian"),
    ("It was the deadliest year for Palestinians, with 150 killed.", "killed 150 palestinian"),
    ("Israeli troops came to Jenin, and a soldier was wounded.", "wounded 1 israeli"),
    ("Six Palestinians were killed.", "killed 6 palestinian"),
    ("200 Gazans were killed.", "killed 200 palestinian"),
    ("Three Hamas fighters were killed.", "killed 3 palestinian"),
    ("Five members of Islamic Jihad were killed.", "killed 5 palestinian"),
    ("Eight injuries to Palestinians were recorded.", "wounded 8 palestinian"),
    ("The number of Palestinians killed rose to 22.", "killed 22 palestinian"),
    (
        "Two men died and the count of Palestinian dead reached 30.",
        "killed 2 unspecified; killed 30 palestinian",
    ),
    ("Three of those killed were Hamas gunmen.", "killed 3 palestinian"),
    ("Four of the dead belonged to the Lions' Den.", "killed 4 palestinian"),
    ("On the Israeli side, an officer was wounded.", "wounded 1 israeli"),
    ("An Israeli soldier was killed.", "killed 1 israeli"),
    ("Two Israelis were killed.", "killed 2 israeli"),
    ("Four settlers were wounded.", "wounded 4 israeli"),
    ("Three Border Police officers were hurt.", "wounded 3 israeli"),
    ("Some 700,000 settlers live in the West Bank.", "residents 700000 israeli"),
    ("Three Thais were killed.", "killed 3 other"),
    ("A Lebanese civilian was killed.", "killed 1 other"),
    ("A Turkish-American activist was shot dead.", "killed 1 other"),
    ("Palestinians killed since Monday now number 110.", "killed 110 palestinian"),
    ("Palestinian killed, another critically hurt in Nablus", "killed 1 palestinian; wounded 1 palestinian"),
    (
        "Some 300 Palestinians have since been killed and 1,200 injured.",
        "killed 300 palestinian; wounded 1200 palestinian",
    ),
    ("The army put the number of displaced Palestinians at 30,000.", "displaced 30000 palestinian"),
    ("Three of the dead belonged to the armed wing of Hamas.", "killed 3 palestinian"),
    ("Many Palestinians, including five children, were killed.", "killed 5 palestinian"),
    ("Many villages, including five Palestinian ones, were raided.", ""),
    ("Palestinian factions had claimed nine as their own.", "killed 9 palestinian"),
    ("Two border police were wounded.", "wounded 2 israeli"),
    (
        "Four Palestinians were killed and more than 30 injured according to medics.",
        "killed 4 palestinian; wounded 30 palestinian",
    ),
    (
        "Nine Palestinians were hurt, two reported in serious condition.",
        "wounded 9 palestinian; wounded 2 palestinian",
    ),
    ("The number of Palestinians killed this year (140) is high.", "killed 140 palestinian"),
    ("A Hamas leader was killed.", "killed 1 palestinian"),
    ("Israel says 30 of its citizens have been killed.", "killed 30 israeli"),
]

SPEAKERS_OWN = [
    ("The Israeli military spoke. One of its soldiers was killed.", "killed 1 israeli"),
    ("Hezbollah said two of its members were killed.", "killed 2 other"),
    ("The Israeli military spoke. A soldier was wounded.", "wounded 1 unspecified"),
    ("A soldier was killed, the Israeli military said.", "killed 1 israeli"),
    ("The Israeli military said two of its soldiers were killed.", "killed 2 israeli"),
    ("Hamas said three of its members were killed.", "killed 3 palestinian"),
    ("Hamas mourned three fighters.", "killed 3 palestinian"),
    ("Islamic Jihad said four of the dead were its members.", "killed 4 palestinian"),
    ("The Palestinian death toll rose to 12.", "killed 12 palestinian"),
    ("Twelve people have died, all of them Palestinians.", "killed 12 palestinian"),
    ("Twelve people, all Palestinian, were killed.", "killed 12 palestinian"),
    ("Twelve people were killed, most of them Palestinians.", "killed 12 unspecified"),
    ("Twelve people were killed, all of them, Palestinian medics said.", "killed 12 unspecified"),
    ("Fatah said four of its members were killed.", "killed 4 palestinian"),
    ("Three Arab Israelis were killed.", "killed 3 israeli"),
    ("The Israeli army said the death toll rose to 12.", "killed 12 unspecified"),
    ("Hamas said four of the dead were members of its cells.", "killed 4 palestinian"),
    ("The mayor said four of the dead were members of its staff.", "killed 4 unspecified"),
    (
        "Hamas said two of its fighters were killed, and Islamic Jihad one.",
        "killed 2 palestinian; killed 1 palestinian",
    ),
    ("Hamas claimed 12 were killed.", "killed 12 unspecified"),
    ("Hamas claimed three people were killed.", "killed 3 unspecified"),
]

# of a speaker's own ranks, and of what kind they are then
OWN_RANKS = [
    ("Hamas said two of the dead were members of its armed wing.", "killed 2 palestinian combatants"),
    ("Hamas said two of the dead belonged to its ranks.", "killed 2 palestinian combatants"),
    ("Islamic Jihad said two of the dead were its members.", "killed 2 palestinian combatants"),
    ("The army said two of the dead were members of its reserve.", "killed 2 israeli people"),
    ("The army said two of the dead were members of a cell.", "killed 2 unspecified combatants"),
    ("The UN said two of the dead were members of its staff.", "killed 2 unspecified people"),
    ("Hamas said two of the dead were children of its leader.", "killed 2 unspecified children"),
    ("Hamas said two of the dead belonged to one family.", "killed 2 unspecified people"),
    ("Two of the dead belonged to its ranks.", "killed 2 unspecified people"),
]

ON_A_SIDE = [
    ("At least 24 people have been killed on the Israeli side.", "killed 24 israeli"),
    (
        "Some 40 people died in Jenin and three on the Israeli side.",
        "killed 40 unspecified; killed 3 israeli",
    ),
    (
        "There were 12 killed on the Israeli side and 40 on the Palestinian side.",
        "killed 12 israeli; killed 40 palestinian",
    ),
    ("On the Israeli side, an officer was hurt and two people died.", "wounded 1 israeli; killed 2 israeli"),
    # it opens the clause of the figures behind it
    (
        "Twelve Palestinians died and 30 others were hurt; on the Israeli side two people died.",
        "killed 12 palestinian; wounded 30 palestinian; killed 2 israeli",
    ),
    (
        "Twelve people died, while on the Palestinian side 40 were hurt.",
        "killed 12 unspecified; wounded 40 palestinian",
    ),
    ("Three people were hurt on the Israeli side of the border.", "wounded 3 unspecified"),
    ("Three people were hurt on the other side.", "wounded 3 unspecified"),
    ("Three people were hurt by Israelis on the far side.", "wounded 3 unspecified"),
]

INHERITED = [
    ("12 Palestinians were killed, including two children.", "killed 12 palestinian; killed 2 palestinian"),
    ("Six Palestinians were killed and 120 injured.", "killed 6 palestinian; wounded 120 palestinian"),
    (
        "Six Palestinians were killed and two others wounded.",
        "killed 6 palestinian; wounded 2 palestinian",
    ),
    ("Two Palestinians died. One of them was a boy.", "killed 2 palestinian; killed 1 palestinian"),
]

UNSPECIFIED = [
    (
        "Israeli shelling wounded three civilians and a soldier.",
        "wounded 3 unspecified; wounded 1 unspecified",
    ),
    ("A soldier was killed by Israeli fire.", "killed 1 unspecified"),
    ("Six people were killed.", "killed 6 unspecified"),
    ("A soldier was killed in Jenin.", "killed 1 unspecified"),
    ("Six militants were killed.", "killed 6 unspecified"),
    ("Gazans buried 40 people killed overnight.", "killed 40 unspecified"),
    ("Seven Druze villagers were killed.", "killed 7 unspecified"),
    ("Six Palestinians were killed and 120 people injured.", "killed 6 palestinian; wounded 120 unspecified"),
    ("Three Palestinian gunmen and a civilian were killed.", "killed 3 palestinian; killed 1 unspecified"),
    (
        "Two Palestinians and an Israeli were killed and nine injured.",
        "killed 2 palestinian; killed 1 israeli; wounded 9 unspecified",
    ),
    ("The army demolished 12 Palestinian homes.", "structures 12 unspecified"),
    (
        "About 900 Israeli soldiers took part in the raid, which left 12 dead.",
        "troops 900 israeli; killed 12 unspecified",
    ),
    ("Toll of Israeli airstrike rises to nine", "killed 9 unspecified"),
    ("The toll of the Palestinian rocket fire rose to nine.", "killed 9 unspecified"),
]


@pytest.mark.parametrize(("text", "expected"), OWN_WORDS + SPEAKERS_OWN + ON_A_SIDE)
def test_words_tell_the_side(text: str, expected: str) -> None:
    assert told(text, "side") == expected


@pytest.mark.parametrize(("text", "expected"), OWN_RANKS)
def test_a_speaker_tells_its_own_ranks(text: str, expected: str) -> None:
    assert told(text, "side", "category") == expected


@pytest.mark.parametrize(("text", "expected"), INHERITED)
def test_parts_others_and_elided_nouns_inherit_the_side(text: str, expected: str) -> None:
    assert told(text, "side") == expected


@pytest.mark.parametrize(("text", "expected"), UNSPECIFIED)
def test_a_side_that_no_word_tells_stays_unspecified(text: str, expected: str) -> None:
    assert told(text, "side") == expected

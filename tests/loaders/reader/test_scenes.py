"""Places that a figure takes from the sentences before it, and those that it must not take."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

TAKEN = [
    # a settlement lies in the territory, but not in the town spoken of
    ("Troops entered Jenin. Three people were killed near the settlement of Alon.", "killed 3 west-bank"),
    ("Troops entered Jenin. Three people were killed in the Alon outpost.", "killed 3 west-bank"),
    ("Troops entered Jenin. Three people were killed near a settlement.", "killed 3 jenin"),
    ("Troops entered Jenin. Three people were killed.", "killed 3 jenin"),
    ("Troops entered Jenin.\n\nThree people were killed.", "killed 3 jenin"),
    # the paragraph's own place goes before the lead's
    ("Troops entered Jenin.\n\nTroops entered Tubas. Three people were killed.", "killed 3 tubas"),
    ("Troops entered Jenin.\n\nTroops entered Tubas.\n\nThree people were killed there.", "killed 3 tubas"),
    ("Troops entered Jenin.\n\nTroops entered Tubas.\n\nThree people were killed.", "killed 3 jenin"),
    ("Troops entered the Jenin camp in the West Bank. Three people were killed.", "killed 3 jenin-camp"),
]

NORTH = "Troops entered the northern West Bank.\n\n"
CITIES = "Troops entered Jenin.\n\nTwo people were killed in Jenin and three in Tubas.\n\n"
BOTH = "killed 2 jenin; killed 3 tubas; "

# a report on several places: what has none of its own is of the area
AREAS = [
    (CITIES + "The army arrested 30 people.", BOTH + "detained 30 northern-west-bank"),
    (CITIES + "Troops entered Nablus. The army arrested 30 people.", BOTH + "detained 30 nablus"),
    (CITIES + "The army arrested 30 people in the camp.", BOTH + "detained 30 jenin"),
    # one other place of the territory makes it no report on the territory
    (
        "Troops entered Jenin.\n\nTwo people were killed in Jenin and three in Hebron.\n\nFive were hurt.",
        "killed 2 jenin; killed 3 hebron; wounded 5 jenin",
    ),
    ("Troops entered Jenin, Tubas and Tulkarem. Five people were killed.", "killed 5 northern-west-bank"),
    ("Troops entered Aqaba, near Tubas. Five people were killed.", "killed 5 aqaba"),
    ("Troops entered Beita, south of Nablus. Five people were killed.", "killed 5 beita"),
    ("Troops entered Beita, south of Nablus.\n\nFive people were killed.", "killed 5 beita"),
    # whose man he was tells no scene
    ("A man from the Hebron area reached Tel Aviv. Five people were hurt.", "wounded 5 tel-aviv"),
    ("Footage from Hebron was shown. Five people were hurt.", "wounded 5 hebron"),
    (
        "Two people died in the West Bank and East Jerusalem. Five were hurt there.",
        "killed 2 west-bank; wounded 5 west-bank",
    ),
    # a toll of the operation is of all of it, wherever it stands
    (
        NORTH + "In Tubas a house fell. Since the operation began 12 people died.",
        "killed 12 northern-west-bank",
    ),
    (NORTH + "In Tubas a house fell. The operation has killed 12 people.", "killed 12 northern-west-bank"),
    (NORTH + "In Tubas a house fell. In the two-day raid 12 people died.", "killed 12 northern-west-bank"),
    (NORTH + "In Tubas a house fell. There 12 people died.", "killed 12 tubas"),
    ("Troops entered Jenin.\n\nSince the operation began 12 people died.", "killed 12 jenin"),
    (
        NORTH + "Two people were killed in Tubas, bringing the toll to 12.",
        "killed 2 tubas; killed 12 northern-west-bank",
    ),
    # a whole of which only the parts have places
    (
        "Troops entered Jenin.\n\nFive people were killed: two in Jenin, three in Tubas.",
        "killed 5 northern-west-bank; killed 2 jenin; killed 3 tubas",
    ),
]

WITHOUT_A_NAME = [
    ("Troops entered Jenin. Five people died across the north.", "killed 5 northern-west-bank"),
    ("Troops entered Jenin. Five people died in the north of the territory.", "killed 5 northern-west-bank"),
    ("Troops entered Rafah. Five people died in the south.", "killed 5 southern-gaza"),
    ("Troops entered Jenin. Five people died in the territory.", "killed 5 west-bank"),
    ("Troops entered Jenin. Five people died in the besieged enclave.", "killed 5 gaza"),
    ("Troops entered Jenin. Five people died in the north of Tubas.", "killed 5 tubas"),
    ("Five people died in the north.", "killed 5 -"),
    ("JENIN, West Bank - Five people died in the city.", "killed 5 jenin"),
    ("JENIN, West Bank - Troops came. Five people died in the camp.", "killed 5 jenin"),
    ("JENIN, West Bank - Troops entered Tubas. Five people died in the city.", "killed 5 tubas"),
    (NORTH + "Troops entered Tubas.\n\nFive people died in the city.", "killed 5 tubas"),
]

OF_A_WAR = [
    (
        "Gunmen entered southern Israel and killed 12 people. Israel's campaign has killed 400 people.",
        "killed 12 southern-israel; killed 400 gaza",
    ),
    (
        "Gunmen entered southern Israel and killed 12 people. In all 30 people were hurt.",
        "killed 12 southern-israel; wounded 30 southern-israel",
    ),
    ("The Gaza Health Ministry said 400 people had died since the war began.", "killed 400 gaza"),
    ("The Gaza Health Ministry and the UN said 400 people had died since the war began.", "killed 400 gaza"),
    ("The UN said 400 people had died since the war began.", "killed 400 -"),
]

TULKAREM = "Troops entered Tulkarem.\n\n"
CAMP = "Troops entered the Jenin camp.\n\n"

# "the city", "the same camp": of the paragraph, if that speaks of one, else of the article
OF_A_KIND = [
    (TULKAREM + "In Jenin a road was dug up. Seven people died in the city.", "killed 7 jenin"),
    (TULKAREM + "In Jenin a road was dug up.\n\nSeven people died in the city.", "killed 7 tulkarem"),
    (TULKAREM + "A road to Burqin was dug up. Seven people died in the city.", "killed 7 tulkarem"),
    (
        CAMP + "In Haifa a car drove off. A raid on the same camp left seven people dead.",
        "killed 7 jenin-camp",
    ),
    (CAMP + "Troops went to Nur Shams. A raid on the same camp left seven dead.", "killed 7 nur-shams"),
    (CAMP + "They passed Jenin city. A raid on the same camp left seven dead.", "killed 7 jenin-camp"),
    (CAMP + "In Tubas a car drove off. Seven people died in the same area.", "killed 7 tubas"),
]

# "there" is not where the next clause is; the area that a sentence tells without a name sets a scene, too
THERE = [
    (
        "Troops came to Jenin. So far 12 people were killed there, while nine died in Tel Aviv.",
        "killed 12 jenin; killed 9 tel-aviv",
    ),
    (
        "Troops came to Jenin. So far 12 people were hurt there as troops left for Tubas.",
        "wounded 12 jenin",
    ),
    ("Troops came to Jenin. There were 12 people killed in Tubas.", "killed 12 tubas"),
    ("Troops came to Jenin. In Tubas there were 12 people killed.", "killed 12 tubas"),
    ("Troops came to Jenin. They raided Tubas, and 12 were killed there.", "killed 12 tubas"),
    (
        NORTH + "Unrest in the territory grew. Since then 12 people have been killed there.",
        "killed 12 west-bank",
    ),
]

# a part in another town leaves the article where it was
PARTS_ELSEWHERE = [
    (
        "Eight people died in Tulkarem, three of them in Nur Shams. Twenty were hurt.",
        "killed 8 tulkarem; killed 3 nur-shams; wounded 20 tulkarem",
    ),
    (
        "Eight people died in Tulkarem, three of them in Nur Shams.\n\nTwenty were hurt.",
        "killed 8 tulkarem; killed 3 nur-shams; wounded 20 tulkarem",
    ),
    (
        "Eight people died in Tulkarem and three in Tubas.\n\nTwenty were hurt.",
        "killed 8 tulkarem; killed 3 tubas; wounded 20 northern-west-bank",
    ),
    (
        "Eight people died in the West Bank, three of them in Tubas. Twenty were hurt.",
        "killed 8 west-bank; killed 3 tubas; wounded 20 tubas",
    ),
]

DATELINE = "JENIN, West Bank - "
SEEN_FROM_THE_DATELINE = [
    (
        DATELINE + "Troops left a stronghold of gunmen in the West Bank. Six people were killed.",
        "killed 6 jenin",
    ),
    (DATELINE + "Troops left a West Bank stronghold. Six people were killed.", "killed 6 jenin"),
    (DATELINE + "Troops left Tubas, a West Bank stronghold. Six people were killed.", "killed 6 tubas"),
    (
        "RAMALLAH, West Bank - Troops left a stronghold in the West Bank. Six people were killed.",
        "killed 6 west-bank",
    ),
    (DATELINE + "People in this West Bank city fled. Six people were killed.", "killed 6 jenin"),
    (DATELINE + "People in the West Bank fled. Six people were killed.", "killed 6 west-bank"),
    ("People in this West Bank city fled. Six people were killed.", "killed 6 west-bank"),
]

# where the hurt are taken is no scene, if one is known
CARRIED = [
    ("Troops entered Jenin. A soldier was hurt and taken to a hospital in Haifa.", "wounded 1 jenin"),
    ("A soldier was hurt and taken to a hospital in Haifa.", "wounded 1 haifa"),
    ("Troops entered Jenin. A soldier was hurt and taken to Hope Hospital in Haifa.", "wounded 1 jenin"),
    ("Troops entered Jenin. A boy was moved to a hospital in Haifa. Two men were killed.", "killed 2 jenin"),
    ("Troops entered Jenin. Two men were killed in a hospital in Tubas.", "killed 2 tubas"),
    ("Troops entered Jenin. Two men were killed at a prison in Haifa.", "killed 2 haifa"),
]

# one event, told first of an area and then of the place in it
NARROWED = [
    ("A raid in the West Bank left two dead. Six were hurt in Tubas.\n\nNine were arrested.", "tubas"),
    ("Troops raided a city in the West Bank. They entered Tubas.\n\nNine were arrested.", "tubas"),
    ("Raids in the West Bank left two dead. Six were hurt in Tubas.\n\nNine were arrested.", "west-bank"),
    ("A raid in the West Bank left two dead. In Haifa six were hurt.\n\nNine were arrested.", "west-bank"),
]

# a year that is only compared with; the camp beside the name of another place
COMPARED = [
    (CAMP + "Seven people died; no raid has cost as many lives since 2004.", "killed 7 jenin-camp"),
    (CAMP + "Seven people died, more than in any raid since 2004.", "killed 7 jenin-camp"),
    (CAMP + "Seven people died, a toll not seen since 2004.", "killed 7 jenin-camp"),
    (CAMP + "More than 70 people died since 2004.", "killed 70 -"),
    (CAMP + "As many as 70 people died since 2004.", "killed 70 -"),
    (CAMP + "After a blast in Haifa seven people died in the camp.", "killed 7 jenin-camp"),
    (CAMP + "Some 700 people left the camp for Tubas.", "displaced 700 jenin-camp"),
    (
        "Eight homes were razed in Beita, in the Nablus area. Seven people were hurt.",
        "structures 8 beita; wounded 7 beita",
    ),
    ("A man was killed in Beita (Nablus). Seven people were hurt.", "killed 1 beita; wounded 7 beita"),
    ("Troops entered Balata, close to Nablus.\n\nSeven people died.", "killed 7 balata"),
]

TUBAS = "Troops raided Tubas.\n\n"

SAME_ONE = [
    (
        "Homes in Balata camp were searched. Nine homes were razed in the same camp and 14 in Askar camp.",
        "structures 9 balata; structures 14 askar",
    ),
    (TUBAS + "This year, 90 people have been killed in this city.", "killed 90 tubas"),
    (TUBAS + "So far this year, 90 people have been killed in this governorate.", "killed 90 tubas"),
    (TUBAS + "In this governorate, Israel has killed 90 people; Jenin comes next.", "killed 90 tubas"),
    (TUBAS + "So far this year, 90 people have been killed.", "killed 90 -"),
]

# one event that is compared within a territory happened where the article says
COMPARED_WITHIN = [
    (TUBAS + "The heaviest fighting in the territory in years followed, killing nine.", "killed 9 tubas"),
    (
        TUBAS + "The raid was the deadliest in the occupied territory in years, with nine dead.",
        "killed 9 tubas",
    ),
    (TUBAS + "It was the deadliest month in the territory in years, with nine dead.", "killed 9 west-bank"),
    (TUBAS + "Nine people were killed in the territory this month.", "killed 9 west-bank"),
]

DATELINES_OF_THEIR_OWN = [
    ("GAZA CITY, Gaza Strip\n\nTroops left Tubas on Friday.\n\nNine people were killed.", "killed 9 tubas"),
    ("JERUSALEM\n\nTroops left Tubas on Friday.\n\nNine people were killed.", "killed 9 tubas"),
    ("TUBAS\n\nTroops killed nine people.", "killed 9 tubas"),
    (
        "WEST BANK\n\nA man was hurt in Tubas.\n\nNine people were killed.",
        "wounded 1 tubas; killed 9 west-bank",
    ),
]

HEADLINES = [
    ("West Bank raid ends\n\nTroops left Balata.\n\nNine people were killed.", "killed 9 balata"),
    ("West Bank raids end\n\nTroops left Balata.\n\nNine people were killed.", "killed 9 west-bank"),
]

# where whoever acts is from is no scene of what follows
FROM_ELSEWHERE = [
    ("Gunmen from Hebron came. Nine people were killed.", "killed 9 -"),
    ("Policemen from Israel came. Nine people were killed.", "killed 9 -"),
]

NOT_TAKEN = [
    # a figure of a war, or of a year, is not that of the place last spoken of
    ("Troops entered Jenin. Since the war began 600 people have been killed.", "killed 600 -"),
    ("Troops entered Jenin. So far this year 200 people have been killed.", "killed 200 -"),
    ("Troops entered Jenin. In the same period 200 people have been killed.", "killed 200 -"),
    ("Troops entered Jenin. Some 12 people have been killed since 21 January.", "killed 12 jenin"),
    ("Troops entered Jenin. Some 12 people have been killed since Jan. 21.", "killed 12 jenin"),
    ("Troops entered Jenin. Some 12 people have been killed since 28 August.", "killed 12 jenin"),
    ("Troops entered Jenin. Some 200 people have been killed since January.", "killed 200 -"),
    ("Troops entered Jenin. Some 200 people have been killed since January 1.", "killed 200 -"),
    ("Troops entered Jenin. Some 600 people have been killed since 7 October.", "killed 600 -"),
    ("Troops entered Jenin. Some 600 people have been killed since Oct. 7.", "killed 600 -"),
    ("Troops entered Jenin. Some 600 people have been killed since 2023.", "killed 600 -"),
    ("Troops entered Jenin. Since Monday 12 people have been killed.", "killed 12 jenin"),
    ("Troops entered Jenin. So far 12 people have been killed.", "killed 12 jenin"),
    ("Troops entered Jenin. 200 people have been killed in the city this year.", "killed 200 jenin"),
    # a place of its own goes before
    ("Troops entered Jenin. Three people were killed in Tubas.", "killed 3 tubas"),
    # hostages are where they were taken only where that is said
    ("Troops entered Jenin. Fighters took 12 people hostage.", "hostages 12 -"),
    # who speaks from somewhere sets no scene
    ("Officials in Hebron spoke. Three people were killed.", "killed 3 hebron"),
]


@pytest.mark.parametrize(("text", "place"), NARROWED)
def test_one_event_is_where_the_next_sentences_say(text: str, place: str) -> None:
    assert told(text, "place_id").endswith(f"detained 9 {place}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(TAKEN + AREAS + WITHOUT_A_NAME + OF_A_WAR + NOT_TAKEN),
        *(SAME_ONE + COMPARED_WITHIN + DATELINES_OF_THEIR_OWN + HEADLINES + FROM_ELSEWHERE),
        *(THERE + PARTS_ELSEWHERE + OF_A_KIND + SEEN_FROM_THE_DATELINE + CARRIED + COMPARED),
    ],
)
def test_scenes_go_on_over_sentences(text: str, expected: str) -> None:
    assert told(text, "place_id") == expected

"""Places of figures within one sentence: spellings, chains, clauses, and names that are no scene."""

from __future__ import annotations

import pytest

from loaders.reader.places import find_places, gazetteer
from loaders.reader.text import find_sentences
from tests.loaders.reader.telling import told

SPELLINGS = [
    ("Three people were killed in Jenin.", "killed 3 jenin"),
    ("Three people were killed in Tulkarm.", "killed 3 tulkarem"),
    ("Three people were killed in Far'a camp.", "killed 3 al-faraa"),
    ("Three people were killed in Nour Shams.", "killed 3 nur-shams"),
    ("Three people were killed near Nablus.", "killed 3 nablus"),
    ("Three people were killed across the West Bank.", "killed 3 west-bank"),
    ("Three people were killed in Atlantis.", "killed 3 -"),
    ("Three people were killed in Mazra'a ash-Sharqiya.", "killed 3 mazraa-ash-sharqiya"),
    ("Three people were killed at the Tapuah junction.", "killed 3 kfar-tapuach"),
    ("Three people were killed at the Allenby crossing.", "killed 3 jordan-valley"),
    ("Three people were killed in the Damj neighbourhood.", "killed 3 jenin-camp"),
    ("Ariel Levi and Eli Levi were hurt, and three people were killed.", "killed 3 -"),
]

MOST_SPECIFIC = [
    ("Three people were killed in the Jenin refugee camp.", "killed 3 jenin-camp"),
    ("Three people were killed in Jenin camp in the occupied West Bank.", "killed 3 jenin-camp"),
    ("Three people were killed in Jenin, in the West Bank.", "killed 3 jenin"),
    ("Three people were killed in Jenin, Tulkarem and Tubas.", "killed 3 jenin"),
    ("Troops left Tubas and the nearby Faraa camp after a raid that killed three people.", "killed 3 tubas"),
]

OWN_CLAUSE = [
    ("In Jenin, three people were killed.", "killed 3 jenin"),
    ("The worst was in Jenin, where three people were killed, followed by Tubas.", "killed 3 jenin"),
    ("In Jenin three people died and in Tubas two people died.", "killed 3 jenin; killed 2 tubas"),
    ("The raid on Jenin, which followed one on Tubas, killed three people.", "killed 3 jenin"),
    ("The raid, which began in Tubas, killed three people.", "killed 3 tubas"),
    ("It spread to Tubas, where three people were killed in Tammun.", "killed 3 tammun"),
    ("Al-Faraa saw four people killed.", "killed 4 al-faraa"),
    ("Three people were killed in Jenin and two in Tubas.", "killed 3 jenin; killed 2 tubas"),
    (
        "Three people were killed in Jenin, and two people were hurt in Tubas.",
        "killed 3 jenin; wounded 2 tubas",
    ),
    ("After a raid on Jenin, two people were killed in Tubas.", "killed 2 tubas"),
    ("Two people were killed in Jenin; the army also entered Tubas.", "killed 2 jenin"),
    ("39 people were killed in the West Bank, 21 of them in Jenin.", "killed 39 west-bank; killed 21 jenin"),
    ("Three people were killed as troops raided Jenin.", "killed 3 jenin"),
    ("Three people were killed after troops raided Jenin.", "killed 3 jenin"),
    ("Three people were arrested after settlers raided Jenin.", "detained 3 -"),
    ("Troops raided Jenin after a gunman killed two people.", "killed 2 -"),
    ("Five people were killed in Jenin, bringing the toll in Gaza to 40.", "killed 5 jenin; killed 40 gaza"),
    ("Five people were killed in Jenin, raising the toll to 40.", "killed 5 jenin; killed 40 jenin"),
    ("Three people have been killed since troops raided Jenin.", "killed 3 jenin"),
    ("Three people have been killed since Israel began its assault on Jenin.", "killed 3 jenin"),
    ("Three people have been killed since Hamas attacked Israel.", "killed 3 -"),
    (
        "Men entered southern Israel, killing 12 people and sparking a war in Gaza.",
        "killed 12 southern-israel",
    ),
    ("Jenin accounts for 21 of 39 deaths.", "killed 21 jenin; killed 39 -"),
    (
        "Of 12 killed, seven were from Jenin and five from Tubas.",
        "killed 12 -; killed 7 jenin; killed 5 tubas",
    ),
    ("Gunmen from Jenin killed two people.", "killed 2 -"),
    # another time, another place
    (
        "Some 100 people were hurt, and in the past week 40 families left Jenin.",
        "wounded 100 -; displaced 40 jenin",
    ),
    ("Three people were hurt, and troops raided Jenin.", "wounded 3 jenin"),
    ("Gunmen hold 130 hostages seized in Israel and taken into Gaza.", "hostages 130 gaza"),
    ("Troops withdrew from Jenin after killing three people.", "killed 3 jenin"),
    (
        "Three people have been killed since the raid began, two days after a truce took hold in Gaza.",
        "killed 3 -",
    ),
    ("Three people have been killed since the truce began in Gaza.", "killed 3 gaza"),
    ("Three people were killed hours after troops raided Jenin.", "killed 3 jenin"),
    ("Tanks entered Jenin a day after a minister said 40,000 people had left.", "displaced 40000 -"),
]

# what only a part has is not the whole's
PARTS = [
    (
        "Five people were arrested across the West Bank, two of them in Hebron.",
        "detained 5 west-bank; detained 2 hebron",
    ),
    ("Five people were killed, two of them in a raid on Jenin.", "killed 5 -; killed 2 jenin"),
    ("Five people were killed, including two in Jenin and one in Tubas.", "killed 5 -; killed 2 jenin"),
    (
        "Five people were killed: two in Jenin and three in Tubas.",
        "killed 5 -; killed 2 jenin; killed 3 tubas",
    ),
    ("Five people, two of them children, were killed in Jenin.", "killed 5 jenin; killed 2 jenin"),
    ("Five people were killed, including two children in Jenin.", "killed 5 jenin; killed 2 jenin"),
    (
        "Five people were killed, two of them in the Jenin camp, in Jenin.",
        "killed 5 jenin; killed 2 jenin-camp",
    ),
]

# a part with a verb of its own before its place
PARTS_WITH_VERBS = [
    (
        "The assault on the West Bank killed 36 people, of whom 21 died in Jenin and 15 in Tubas.",
        "killed 36 west-bank; killed 21 jenin; killed 15 tubas",
    ),
    (
        "The assault on the West Bank killed 36 people, 21 of whom had been killed in Jenin.",
        "killed 36 west-bank; killed 21 jenin",
    ),
    (
        "Troops killed 36 people across the West Bank, of whom 21 were killed in the Jenin camp.",
        "killed 36 west-bank; killed 21 jenin-camp",
    ),
]

# what joins two counts, and what sets them apart
JOINED = [
    (
        "It recalled a raid on Tubas in which 23 soldiers and 52 men were killed.",
        "killed 23 tubas; killed 52 tubas",
    ),
    (
        "It spoke of Tubas and of 2002, when 23 soldiers and at least 52 men were killed in the Jenin camp.",
        "killed 23 jenin-camp; killed 52 jenin-camp",
    ),
    ("Three men and two women were killed in Jenin.", "killed 3 jenin; killed 2 jenin"),
    (
        "The raid on Tubas killed three men and two women were killed in Jenin.",
        "killed 3 tubas; killed 2 jenin",
    ),
    (
        "Three camps were home to 40,000 people, and the UN says 200 houses were razed in the Jenin camp.",
        "residents 40000 -; structures 200 jenin-camp",
    ),
    (
        "Three people died, and the UN says 40 houses were razed in Jenin.",
        "killed 3 jenin; structures 40 jenin",
    ),
    ("Three people died in the West Bank and East Jerusalem.", "killed 3 west-bank"),
    (
        "Three people died in the West Bank and two in East Jerusalem.",
        "killed 3 west-bank; killed 2 east-jerusalem",
    ),
]

# where the counted had been before
PAST = [
    ("Two gunmen who carried out an attack in Hebron were killed near Jenin.", "killed 2 jenin"),
    ("Two men who lived in Hebron were killed in Jenin.", "killed 2 jenin"),
    ("Two men who had fired at a car in Hebron were killed in Jenin.", "killed 2 jenin"),
    ("Two men who were wanted for an attack in Hebron were killed in Jenin.", "killed 2 jenin"),
    ("Two men who had hid in a Hebron mosque were killed, Israel said.", "killed 2 hebron"),
    ("Two men who had hid in Hebron were killed, officials in Jenin said.", "killed 2 hebron"),
    ("Two men who died in Hebron were buried in Jenin.", "killed 2 hebron"),
    ("Two men were killed in Hebron, who were born in Jenin.", "killed 2 hebron"),
]

# the area of a comparison is a scene only where nothing else is
COMPARISONS = [
    (
        "Troops hit Jenin in one of the largest West Bank raids in 20 years, and a blast killed two people.",
        "killed 2 jenin",
    ),
    ("Troops in the West Bank killed five people in the worst raid on Jenin in years.", "killed 5 jenin"),
    ("Five people were killed in arrest raids in the West Bank in 2023 and in Jenin.", "killed 5 west-bank"),
    ("Five people were killed in Jenin in the deadliest raid in the West Bank in years.", "killed 5 jenin"),
    ("Five people were killed in the deadliest raid in the West Bank in years.", "killed 5 west-bank"),
    (
        "In its largest raid in the West Bank since 2002 the army killed five people in Jenin.",
        "killed 5 jenin",
    ),
    (
        "At least five people were killed in Jenin and in the rest of the West Bank in years past.",
        "killed 5 jenin",
    ),
]

# where a place lies, or what it is, is no other scene
WHERE_IT_LIES = [
    ("A raid on Fawwar camp outside Hebron left two people dead.", "killed 2 al-fawwar"),
    ("A raid on Balata, just east of Nablus, left two people dead.", "killed 2 balata"),
    ("Two people were killed in Tammun, not far from Tubas.", "killed 2 tammun"),
    ("Two people were killed in the West Bank, near Tubas.", "killed 2 tubas"),
    ("Two people were killed in Tubas and one in the Nablus area.", "killed 2 tubas; killed 1 nablus"),
    ("Two people were killed in Tubas, in the Nablus area three hurt.", "killed 2 tubas; wounded 3 nablus"),
    (
        "Two people were killed in Beita and outside Nablus three were hurt.",
        "killed 2 beita; wounded 3 nablus",
    ),
    ("In Tulkarem, a hotbed of unrest in the West Bank, troops have killed 17 people.", "killed 17 tulkarem"),
    ("Two people were killed in Tubas, a town in the hilly north-east of the West Bank.", "killed 2 tubas"),
    ("Balata, one of the West Bank's narrowest camps, is home to 900 people.", "residents 900 balata"),
    ("Hebron's camp, at the southern edge of the West Bank, is home to 900 people.", "residents 900 hebron"),
    ("Two people were killed in Tubas, three in the West Bank.", "killed 2 tubas; killed 3 west-bank"),
    ("Troops raided Tubas, a day after two people were killed in the West Bank.", "killed 2 west-bank"),
    ("Troops left Tubas, and 50 people were arrested across the West Bank.", "detained 50 west-bank"),
]

# "the camp", "nearby": the place of whoever speaks, or the one named before
WITHOUT_ITS_NAME = [
    (
        "Hebron's governor said that 900 people had left the city, and schools across the West Bank closed.",
        "displaced 900 hebron",
    ),
    (
        "Officials in Tubas said 900 people had left the town, and shops all over the West Bank were shut.",
        "displaced 900 tubas",
    ),
    ("Hebron's governor said two people had been killed in the town of Tubas.", "killed 2 tubas"),
    (
        "Two died in Tubas, three in a raid on a village nearby and another six in a raid on Balata.",
        "killed 2 tubas; killed 3 tubas; killed 6 balata",
    ),
    (
        "Two died in Tubas, three in a nearby village and another six in a raid on Balata.",
        "killed 2 tubas; killed 3 tubas; killed 6 balata",
    ),
    ("Two people died in Nablus and three in the nearby town of Tubas.", "killed 2 nablus; killed 3 tubas"),
]

# where the hurt were from, and where that happened
# an area opens the sentence, and a clause behind the figure names the town
TOWN_OF_AN_AREA = [
    (
        "In the West Bank, nine people were hurt when a drone struck a house in Qabatiya.",
        "wounded 9 qabatiya",
    ),
    ("In the West Bank, nine people were killed after troops stormed Askar camp.", "killed 9 askar"),
    ("In Gaza, nine people were killed when a shell hit a school in Khan Younis.", "killed 9 khan-younis"),
    ("In Tubas, nine people were killed when troops raided Jenin.", "killed 9 tubas"),
    (
        "In the West Bank, nine people were killed, while two died in Gaza.",
        "killed 9 west-bank; killed 2 gaza",
    ),
    ("In Gaza, nine people have been killed after troops raided Rafah.", "killed 9 gaza"),
    ("In Gaza, nine people were killed this week when shells hit Rafah.", "killed 9 gaza"),
    (
        "In the West Bank, nine people were hurt when troops raided Tubas and killed three.",
        "wounded 9 west-bank; killed 3 tubas",
    ),
]

SIDE_BY_SIDE = [
    (
        "The army began a raid in the cities of Hebron and Tubas and in Askar camp, killing two.",
        "killed 2 hebron",
    ),
    ("Troops raided four towns — Jenin, Nablus, Tubas, and Yatta — and killed nine.", "killed 9 jenin"),
    ("Troops left Jenin and in Tubas killed two people.", "killed 2 tubas"),
    ("Nine people were killed in the Nur Shams camp in Tulkarem.", "killed 9 nur-shams"),
    ("Troops left the Nur Shams camp in Tulkarem, killing nine people.", "killed 9 nur-shams"),
    ("Troops left the Masafer Yatta area of Hebron after wounding nine people.", "wounded 9 masafer-yatta"),
    ("Nine people were killed in Nur Shams and in Tulkarem.", "killed 9 nur-shams"),
]

# the people's home is told with its kind, the place with what lies near it, another event with its day
WITH_ITS_KIND = [
    ("Nine Palestinians from the town of Yatta, south of Hebron, were killed in Jenin.", "killed 9 jenin"),
    ("Nine men from the nearby village of Burqin were killed in Jenin.", "killed 9 jenin"),
    ("Nine families fled from the city of Tubas to Nablus.", "displaced 9 tubas"),
    ("In Masafer Yatta, south of Hebron, nine people were hurt.", "wounded 9 masafer-yatta"),
    ("In the West Bank, south of Hebron, nine people were hurt.", "wounded 9 hebron"),
    (
        "A strike in Tubas killed nine people, days after a strike in Gaza killed 40.",
        "killed 9 tubas; killed 40 gaza",
    ),
    ("Nine people died two days after a raid on Tubas.", "killed 9 tubas"),
    ("In Tubas, which troops left last week after a raid, nine homes were burned.", "structures 9 tubas"),
]

BACKGROUND = [
    (
        "The West Bank is tense since Israel began its war on Gaza, where 900 were killed and 950 wounded.",
        "killed 900 gaza; wounded 950 gaza",
    ),
    (
        "Raids in the West Bank grew since Israel began its offensive in Gaza, which has killed 900 people.",
        "killed 900 gaza",
    ),
    (
        "Since the war in Gaza, which has lasted a year, nine people have been killed in Tubas.",
        "killed 9 tubas",
    ),
    (
        "The number of arrests in Jenin since the truce in Gaza took effect has reached 90.",
        "detained 90 jenin",
    ),
    ("Since the truce in Gaza began, 12 people have been killed in Tubas.", "killed 12 tubas"),
    ("Since the truce in Gaza began, 12 people have been killed.", "killed 12 gaza"),
    # "where" is of the place before it, whenever that was
    ("In Tubas, where nine people died in a raid last month, shops were shut.", "killed 9 tubas"),
    (
        "Troops left Jenin, where nine died last year, for Tubas, where four died.",
        "killed 9 jenin; killed 4 tubas",
    ),
    ("Policemen from Israel have shot dead nine people in the occupied territory.", "killed 9 -"),
]

HOMES = [
    ("Two men from Tubas were killed when soldiers raided Jericho.", "killed 2 jericho"),
    ("Two men, both residents of Tubas, were killed in Jericho.", "killed 2 jericho"),
    ("Two residents of Tubas were killed as soldiers raided Jericho.", "killed 2 jericho"),
    ("Two men from Tubas were killed as war went on in Gaza.", "killed 2 tubas"),
    ("Two men from Tubas were killed.", "killed 2 tubas"),
    ("Two residents of Tubas were killed.", "killed 2 tubas"),
    ("Some 900 residents of Tubas fled as soldiers raided Jericho.", "displaced 900 tubas"),
]

# a place of another figure or of another clause
OF_ANOTHER = [
    ("In Tubas 34 people have been killed and 12 in Jenin.", "killed 34 tubas; killed 12 jenin"),
    ("In Tubas, 34 people were killed, and 12 in Jenin.", "killed 34 tubas; killed 12 jenin"),
    (
        "In Tubas 34 people have been killed and 12 wounded in clashes in Jenin.",
        "killed 34 tubas; wounded 12 jenin",
    ),
    ("In Gaza Hamas said that 34 people died and 12 in Jenin.", "killed 34 jenin; killed 12 jenin"),
    ("In the raid 34 people were killed and 12 wounded in Jenin.", "killed 34 jenin; wounded 12 jenin"),
    (
        "Some 30 Palestinians have been killed, and six Israelis have died, all of them in Haifa.",
        "killed 30 -; killed 6 haifa",
    ),
    (
        "Some 30 Palestinians have been killed, and six wounded, all of them in Tubas.",
        "killed 30 tubas; wounded 6 tubas",
    ),
    ("Some 30 Palestinians have been killed, all of them in Tubas.", "killed 30 tubas"),
    (
        "Of 80 prisoners, six are women and 20 are from Haifa.",
        "detained 80 -; detained 6 -; detained 20 haifa",
    ),
    (
        "Some 700 Palestinians from Hebron were hurt in the year, in which Palestinians killed 14 Israelis.",
        "wounded 700 hebron; killed 14 -",
    ),
    (
        "A strike in Tubas killed six men, and at nightfall troops stormed Balata and wounded a man.",
        "killed 6 tubas; wounded 1 balata",
    ),
    ("Attackers killed 17 people in 2006, the summer of a war in Lebanon.", "killed 17 -"),
    ("In the second year of the war in Gaza 400 people were killed.", "killed 400 gaza"),
    (
        "Troops have killed 70 people, two of them women, in what is their longest raid in the West Bank.",
        "killed 70 west-bank; killed 2 west-bank",
    ),
    ("Troops have killed 70 people, in what a minister in Tubas called a crime.", "killed 70 -"),
]

SCENES_AND_ORIGINS = [
    ("Men from the West Bank killed two people in Tel Aviv.", "killed 2 tel-aviv"),
    ("Thousands fled the Jenin camp for Nablus.", "displaced 2000.. jenin-camp"),
    ("Ten families fled to Burqin from the Jenin camp.", "displaced 10 jenin-camp"),
    ("Ten families fled to Burqin.", "displaced 10 burqin"),
    ("Two people were hurt when a man from Tulkarem opened fire near Netanya.", "wounded 2 netanya"),
    ("Two people were hurt when a man from Tulkarem opened fire.", "wounded 2 tulkarem"),
    ("Militants in Gaza fired five rockets at Sderot.", "rockets 5 gaza"),
    ("Five rockets were fired from the Gaza Strip into Israel.", "rockets 5 gaza"),
    ("Gaza militants fired five rockets toward Israel.", "rockets 5 gaza"),
    ("Gaza's armed groups fired five rockets at Sderot.", "rockets 5 gaza"),
    ("Gaza factions launched five rockets at Ashkelon.", "rockets 5 gaza"),
    ("Five rockets were fired into Israel by Gaza militants.", "rockets 5 gaza"),
    ("Militants fired five rockets at Sderot.", "rockets 5 sderot"),
    ("Five rockets were fired at Sderot militants.", "rockets 5 sderot"),
    ("251 people were taken hostage.", "hostages 251 -"),
]

NAMES_THAT_ARE_NO_SCENE = [
    ("JERUSALEM: Three people were killed in Jenin.", "killed 3 jenin"),
    ("JENIN, West Bank - Three people were killed.", "killed 3 -"),
    ("JENIN, West Bank - Three people were killed in this northern West Bank city.", "killed 3 jenin"),
    ("RAMALLAH, West Bank - Three people were killed in this area of the West Bank.", "killed 3 west-bank"),
    ("RAMALLAH, West Bank - Three people were killed this week in Jenin, a city.", "killed 3 jenin"),
    ("Three people were killed in this northern West Bank city.", "killed 3 northern-west-bank"),
    ("The Jenin Brigade lost three fighters, who were killed.", "killed 3 -"),
    ("Three people were killed since the Gaza war began.", "killed 3 -"),
    ("The mayor of Jenin said three people were killed in Tubas.", "killed 3 tubas"),
    ("Israel killed three people.", "killed 3 -"),
    ("Three people were killed in Israel.", "killed 3 israel"),
    # where nothing else tells, the place of who speaks
    ("Officials in Hebron said three people were killed.", "killed 3 hebron"),
    ("Officials in Ramallah said three people were killed.", "killed 3 -"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    SPELLINGS
    + MOST_SPECIFIC
    + TOWN_OF_AN_AREA
    + SIDE_BY_SIDE
    + WITH_ITS_KIND
    + BACKGROUND
    + OWN_CLAUSE
    + PARTS
    + PARTS_WITH_VERBS
    + JOINED
    + PAST
    + COMPARISONS
    + WHERE_IT_LIES
    + WITHOUT_ITS_NAME
    + OF_ANOTHER
    + HOMES
    + SCENES_AND_ORIGINS
    + NAMES_THAT_ARE_NO_SCENE,
)
def test_a_figure_takes_the_place_of_its_clause(text: str, expected: str) -> None:
    assert told(text, "place_id") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jenin, Tulkarm and al-Fara'a", ["jenin", "tulkarem", "al-faraa"]),
        ("the Gaza war and the Jenin Brigade", ["gaza", "jenin"]),
        ("a refugee camp in Jenin", ["jenin-camp"]),
        ("nowhere at all", []),
    ],
)
def test_every_place_named_is_found(text: str, expected: list[str]) -> None:
    (sentence,) = find_sentences(text)
    assert [place.place_id for place in find_places(sentence)] == expected


def test_places_lie_in_areas() -> None:
    known = gazetteer()
    assert known.holds("west-bank", "jenin-camp")
    assert known.holds("jenin", "jenin")
    assert not known.holds("jenin", "west-bank")
    assert known.depth("jenin-camp") > known.depth("jenin") > known.depth("west-bank")


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["jenin", "tulkarem"], "northern-west-bank"),
        (["jenin-camp", "jenin"], "jenin"),
        (["jenin", "hebron"], "west-bank"),
        (["jenin", "gaza"], None),
    ],
)
def test_the_smallest_area_holds_all_places(places: list[str], expected: str | None) -> None:
    assert gazetteer().common(places) == expected

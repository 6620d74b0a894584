"""Parts: which figure is an explicit subset of which, and which only looks like one."""

from __future__ import annotations

import pytest

from loaders.reader import read_figures
from tests.loaders.reader.telling import told

INCLUDED = [
    (
        "Nine people, among them a girl, were killed in Jenin and four in Tubas.",
        "killed 9 -; killed 1 of 9; killed 4 -",
    ),
    # a second comma ends what is included, but in a list of three
    (
        "Nine Palestinians, including two boys, and three soldiers were killed.",
        "killed 9 -; killed 2 of 9; killed 3 -",
    ),
    (
        "Police arrested nine people, including a nurse, and two boys.",
        "detained 9 -; detained 1 of 9; detained 2 -",
    ),
    (
        "Nine people, including a nurse, a teacher, and two boys, were killed.",
        "killed 9 -; killed 1 of 9; killed 1 of 9; killed 2 of 9",
    ),
    ("12 people, including two children, were killed.", "killed 12 -; killed 2 of 12"),
    (
        "12 people were killed, including two children and a medic.",
        "killed 12 -; killed 2 of 12; killed 1 of 12",
    ),
    ("Troops arrested 40 people, among them three women.", "detained 40 -; detained 3 of 40"),
    (
        "The raid killed 10 people, including six fighters, and wounded 20, including five children.",
        "killed 10 -; killed 6 of 10; wounded 20 -; wounded 5 of 20",
    ),
    ("The army made 20 airstrikes, including three in Jenin.", "airstrikes 20 -; airstrikes 3 of 20"),
    ("Among those killed were two children.", "killed 2 -"),
    (
        "39 people, nine of them boys, have been killed, including 21 in Jenin.",
        "killed 39 -; killed 9 of 39; killed 21 of 39",
    ),
    ("The dead include two children.", "killed 2 -"),
    ("Those wounded included a nurse.", "wounded 1 -"),
    ("Nine bodies were found, including those of two boys.", "killed 9 -; killed 2 of 9"),
    ("The shells claimed nine lives, including that of a nurse.", "killed 9 -; killed 1 of 9"),
    ("The detainees include 440 women.", "detained 440 -"),
    (
        "Thirty people were killed, some of them civilians, such as a teacher and a girl of three.",
        "killed 30 -; killed 1 of 30; killed 1 of 30",
    ),
    ("Ten people were killed in places such as Jenin.", "killed 10 -"),
    (
        "The dead included a boy who had been wounded in May, a man who had inhaled tear gas and a nurse.",
        "killed 1 -; killed 1 -; killed 1 -",
    ),
    ("The wounded included a man who later died.", "killed 1 -"),
    ("Troops killed several people: a nurse in Jenin and two boys in Tubas.", "killed 1 -; killed 2 -"),
    ("Troops killed a number of civilians: in Jenin two women, in Tubas a boy.", "killed 2 -; killed 1 -"),
    (
        "Troops killed several people: two women, of whom one was pregnant, and, in Tubas, a boy.",
        "killed 2 -; killed 1 of 2; killed 1 -",
    ),
    ("Troops killed several people: two women saw it.", ""),
    ("No troops killed civilians: two women.", ""),
    (
        "At least 12 people were killed, including three boys, and 90, including two women, were hurt.",
        "killed 12 -; killed 3 of 12; wounded 90 -; wounded 2 of 90",
    ),
    (
        "Soldiers arrested 12 men, including an injured man taken from a clinic.",
        "detained 12 -; detained 1 of 12",
    ),
]

OF_THEM = [
    ("The raid killed 12 people, two of them children.", "killed 12 -; killed 2 of 12"),
    (
        "60 people, including 11 boys, were hurt; 21 of them by shrapnel.",
        "wounded 60 -; wounded 11 of 60; wounded 21 of 60",
    ),
    ("A girl aged 10 was among five people wounded.", "wounded 1 of 5; wounded 5 -"),
    ("It wounded 120 people, 20 of whom are in critical condition.", "wounded 120 -; wounded 20 of 120"),
    (
        "Five people were wounded, two of them seriously, and 12 arrested.",
        "wounded 5 -; wounded 2 of 5; detained 12 -",
    ),
    ("Two men, one aged 17, were shot dead.", "killed 2 -; killed 1 of 2"),
    ("12 people were killed, most of them fighters.", "killed 12 -"),
    (
        "Nine people were killed: six of the total died in Tubas and three in Jenin.",
        "killed 9 -; killed 6 of 9; killed 3 -",
    ),
    ("Nine people were killed; six of that number were women.", "killed 9 -; killed 6 of 9"),
    ("The town has 9,000 residents; six of the total population were killed.", "residents 9000 -"),
    ("Ten people were wounded, three critical.", "wounded 10 -; wounded 3 of 10"),
    (
        "The hospital saw two deaths and 15 injuries, three critical.",
        "killed 2 -; wounded 15 -; wounded 3 of 15",
    ),
    ("Ten people were wounded, three cars burnt.", "wounded 10 -"),
    ("Ten people were killed, two of them women and a child.", "killed 10 -; killed 2 of 10; killed 1 of 10"),
    (
        "Ten people were killed, two of them women and one a child.",
        "killed 10 -; killed 2 of 10; killed 1 of 10",
    ),
    ("Ten people were killed, two of them a woman and a child.", "killed 10 -; killed 2 of 10"),
    (
        "Ten people were killed, two of them women, and a guard was hurt.",
        "killed 10 -; killed 2 of 10; wounded 1 -",
    ),
]

X_OF_Y = [
    ("21 of 39 people were killed in Jenin.", "killed 21 of 39; killed 39 -"),
    ("21 of the 39 dead were killed in Jenin.", "killed 21 of 39; killed 39 -"),
    ("Eight out of 19 wounded people were children.", "wounded 8 of 19; wounded 19 -"),
    ("3,000 of the camp's 17,000 residents fled.", "displaced 3000 of 17000; residents 17000 -"),
    ("About 300 residents of the hamlet, out of some 900, left.", "displaced 300 of 900; residents 900 -"),
    ("Fewer than 20 families are still in the camp, out of 900.", "residents 20 of 900; residents 900 -"),
    ("Twelve people were killed in Jenin, out of 39 in total.", "killed 12 of 39; killed 39 -"),
    ("Three people were hurt, out of 200 who marched.", "wounded 3 -"),
    ("Three people were hurt, out of 200 marchers.", "wounded 3 -"),
    (
        "Only 30 of the 900 families that lived in the camp remain there.",
        "residents 30 of 900; residents 900 -",
    ),
    ("The flood displaced two households of 14 people.", "displaced 2 -; displaced 14 -"),
    ("Three of the 12 families were displaced.", "displaced 3 of 12; displaced 12 -"),
    ("Of the 12 killed, four were under 18.", "killed 12 -; killed 4 of 12"),
    (
        "Of the 12 killed, ten were Palestinians and two Israelis.",
        "killed 12 -; killed 10 of 12; killed 2 of 12",
    ),
    (
        "Of the 12 killed, ten were men, and two Israelis were hurt.",
        "killed 12 -; killed 10 of 12; wounded 2 -",
    ),
    (
        "Among the 12 killed, four were children and five were fighters.",
        "killed 12 -; killed 4 of 12; killed 5 of 12",
    ),
    ("A boy was among four people killed in Tubas.", "killed 1 of 4; killed 4 -"),
    ("Two boys were among the 12 dead.", "killed 2 of 12; killed 12 -"),
    ("Two children among five dead in Jenin", "killed 2 of 5; killed 5 -"),
    ("Troops killed 40 people this year; 12 of the 40 died in Tubas.", "killed 40 -; killed 12 of 40"),
    ("Troops arrested 40 people, and nine of the 40 arrested were boys.", "detained 40 -; detained 9 of 40"),
    (
        "Troops killed 40 people; 12 of the 30 killed in Tubas were boys.",
        "killed 40 -; killed 12 of 30; killed 30 -",
    ),
    ("Of the 40 killed, 12 were boys.", "killed 40 -; killed 12 of 40"),
]

BREAKDOWNS = [
    (
        "12 people were killed: eight fighters and four civilians.",
        "killed 12 -; killed 8 of 12; killed 4 of 12",
    ),
    (
        "12 people — eight fighters and four civilians — were killed.",
        "killed 12 -; killed 8 of 12; killed 4 of 12",
    ),
    (
        "36 people were killed, comprising 21 in Jenin and 15 in Tubas.",
        "killed 36 -; killed 21 of 36; killed 15 of 36",
    ),
    (
        "39 people were killed, 21 in Jenin and 18 in Tubas.",
        "killed 39 -; killed 21 of 39; killed 18 of 39",
    ),
    # these do not add up: they are no parts
    (
        "12 people were killed in Jenin, five in Nablus and three in Tubas.",
        "killed 12 -; killed 5 -; killed 3 -",
    ),
    ("13 families comprising 64 people were displaced.", "displaced 13 -; displaced 64 -"),
    ("All 12 killed were men, one a teacher.", "killed 12 -; killed 1 of 12"),
    ("Two men were killed, one a medic and the other a baker.", "killed 2 -; killed 1 of 2"),
    ("Three people were killed; two were children.", "killed 3 -; killed 2 of 3"),
    (
        "Two of the nine killed were women, and five were under 18.",
        "killed 2 of 9; killed 9 -; killed 5 of 9",
    ),
    ("Nine people were killed; the army says two were gunmen.", "killed 9 -; killed 2 of 9"),
    (
        "Seven people were killed; medics said at least four were women, two of them nurses.",
        "killed 7 -; killed 4 of 7; killed 2 of 4",
    ),
    ("Seven people were killed; the army said that two were armed.", "killed 7 -; killed 2 of 7"),
    ("Six people were killed and Hamas said a further two were fighters.", "killed 6 -; killed 2 -"),
    ("Six homes were razed and the mayor said a further two were empty.", "structures 6 -"),
    ("Nine villagers, three nurses among them, were hurt.", "wounded 9 -; wounded 3 of 9"),
    ("Eight people, two of them women, were killed.", "killed 8 -; killed 2 of 8"),
    ("Eight people were arrested, two of whom are dead.", "detained 8 -; killed 2 -"),
    ("Some 3,000 of 15,000 residents left.", "displaced 3000 of 15000; residents 15000 -"),
    ("Some 3,000 of 15,000 residents protested.", "residents 15000 -"),
    ("Six people, four men and two women, were killed.", "killed 6 -; killed 4 of 6; killed 2 of 6"),
    ("Troops killed three people, a nurse and two boys.", "killed 3 -; killed 1 of 3; killed 2 of 3"),
    ("Troops killed two soldiers, a nurse and a boy.", "killed 2 -; killed 1 -; killed 1 -"),
    (
        "Three Palestinians, two Israelis and a tourist were killed.",
        "killed 3 -; killed 2 -; killed 1 -",
    ),
    ("Thirty-five people were wounded, eight seriously.", "wounded 35 -; wounded 8 of 35"),
    ("The number of injured is 35, with eight in critical condition.", "wounded 35 -; wounded 8 of 35"),
    (
        "A bomb wounded two soldiers, one seriously and one lightly.",
        "wounded 2 -; wounded 1 of 2; wounded 1 of 2",
    ),
    ("Nine people were hurt, three in serious condition.", "wounded 9 -; wounded 3 of 9"),
    ("Nine were hurt: three seriously and six lightly.", "wounded 9 -; wounded 3 of 9; wounded 6 of 9"),
    ("One soldier was badly hurt and two more lightly.", "wounded 1 -; wounded 2 -"),
    (
        "The police detained nine people, among them a lawyer named Omar Saleh and two students.",
        "detained 9 -; detained 1 of 9; detained 2 of 9",
    ),
    (
        "50 people were wounded, 20 of them in Hebron, 12 in Tubas and nine in Nablus.",
        "wounded 50 -; wounded 20 of 50; wounded 12 of 50; wounded 9 of 50",
    ),
    (
        "30 people, nine of them boys, were hurt: 15 in Jenin, ten in Tubas and five in Nablus.",
        "wounded 30 -; wounded 9 of 30; wounded 15 of 30; wounded 10 of 30; wounded 5 of 30",
    ),
    (
        "Nine people were killed on Monday, five in Jenin and three in Tubas.",
        "killed 9 -; killed 5 of 9; killed 3 of 9",
    ),
    (
        "Nine people were killed in Nablus, five in Jenin and three in Tubas.",
        "killed 9 -; killed 5 -; killed 3 -",
    ),
    (
        "Three people have been killed in Jenin, two in Tubas and one in Nablus.",
        "killed 3 -; killed 2 -; killed 1 -",
    ),
    (
        "Nine people were killed in the West Bank, five in Jenin and four in Tubas.",
        "killed 9 -; killed 5 of 9; killed 4 of 9",
    ),
    (
        "Ten people were killed in Jenin (5), Tulkarem (3) and Tubas (2).",
        "killed 10 -; killed 5 of 10; killed 3 of 10; killed 2 of 10",
    ),
    (
        "Gunmen killed three Israelis: two women in their 60s and a detective, 35.",
        "killed 3 -; killed 2 of 3; killed 1 of 3",
    ),
]

ACROSS_SENTENCES = [
    ("12 people were killed. Two of them were children.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. Among them were two children.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. They include two children.", "killed 12 -; killed 2 of 12"),
    (
        "12 people were hurt. Medics said one of them was in serious condition.",
        "wounded 12 -; wounded 1 of 12",
    ),
    ("12 people were killed. The dead include two children.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. Of the dead, two were children.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. Those figures include two children.", "killed 12 -; killed 2 of 12"),
    (
        "12 people were killed and 40 hurt. Those figures include two men killed in Tubas.",
        "killed 12 -; wounded 40 -; killed 2 of 12",
    ),
    ("12 people were killed. Among the dead was a boy.", "killed 12 -; killed 1 of 12"),
    (
        "12 people were killed and 40 hurt. The wounded include two children.",
        "killed 12 -; wounded 40 -; wounded 2 of 40",
    ),
    (
        "12 people were killed in Jenin, three in Tubas. The dead include two children.",
        "killed 12 -; killed 3 -; killed 2 -",
    ),
    ("12 people were killed. The convoy includes two trucks.", "killed 12 -"),
    ("The army left Jenin. Two of them were children.", ""),
    ("12 people were killed. Two were children.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. The ministry said two of them were boys.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. Medics added that three were women.", "killed 12 -; killed 3 of 12"),
    ("12 people were killed. Five were arrested.", "killed 12 -; detained 5 -"),
    ("Two people were killed. Five were children.", "killed 2 -"),
    ("Ten people were killed. Eight of the ten were killed in Jenin.", "killed 10 -; killed 8 of 10"),
    ("Ten men died. Eight of the 12 were killed in Jenin.", "killed 10 -; killed 8 of 12; killed 12 -"),
    ("12 homes were razed. Five were children.", "structures 12 -"),
    ("12 people were killed. The army said two were under 18.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. The army said two were armed.", "killed 12 -; killed 2 of 12"),
    ("12 people were killed. The army said two were under arrest.", "killed 12 -; detained 2 -"),
    ("12 people were killed. The army said two were still hiding.", "killed 12 -"),
    (
        "The raid takes to 21 the number of people killed. Six women are among them.",
        "killed 21 -; killed 6 of 21",
    ),
    ("Nine people were killed. A nurse was also among them.", "killed 9 -; killed 1 of 9"),
    ("Nine people were killed. Six women were among the mourners.", "killed 9 -"),
    (
        "Nine people were killed. The dead included a boy, a man who had inhaled tear gas and a baker.",
        "killed 9 -; killed 1 of 9; killed 1 of 9; killed 1 of 9",
    ),
]

NO_PARTS = [
    ("Another man died, bringing the total to eight.", "killed 1 -; killed 8 -"),
    ("Two people were killed, and three others were wounded.", "killed 2 -; wounded 3 -"),
    ("12 people were arrested, two of whom were later killed.", "detained 12 -; killed 2 -"),
    ("Several attacks, including one that killed three people, hit the camp.", "killed 3 -"),
]


@pytest.mark.parametrize(
    ("text", "expected"), INCLUDED + OF_THEM + X_OF_Y + BREAKDOWNS + ACROSS_SENTENCES + NO_PARTS
)
def test_a_subset_belongs_to_its_whole(text: str, expected: str) -> None:
    assert told(text, "whole") == expected


@pytest.mark.parametrize(
    "text",
    [
        "12 of 12 of 12 of them were killed.",
        "12 of 12 of 12 of them, including 12, among them 12, were killed.",
        "Among the 12 killed, four, including two of 12, were hurt.",
    ],
)
def test_no_figure_is_a_part_of_itself(text: str) -> None:
    figures = read_figures(text)
    for start in range(len(figures)):
        seen, at = {start}, figures[start].part_of
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = figures[at].part_of

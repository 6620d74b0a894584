"""Measures: the events that numbers take part in, in every shape of sentence, and the ones that did not
happen.
"""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

PASSIVE = [
    ("Three people were killed in Jenin.", "killed 3"),
    ("Three people have been wounded in Jenin.", "wounded 3"),
    ("Three people are reported to have been killed.", "killed 3"),
    ("Two men were shot in the chest and killed.", "killed 2"),
    ("A woman was shot dead at the checkpoint.", "killed 1"),
    ("Dozens were rounded up overnight.", "detained 24.."),
    ("251 people were taken hostage.", "hostages 251"),
    ("Fifty people were left injured.", "wounded 50"),
    ("Of the dead, three were children.", "killed 3"),
    ("Three people, among them a nurse, were then also arrested.", "detained 3; detained 1"),
    ("Twelve lamplighters were killed.", "killed 12"),
    ("10 homes, three shops and a mosque were damaged.", "structures 10; structures 3"),
    ("A soldier who was wounded on Monday died on Friday.", "killed 1"),
    ("Three boys who threw stones at troops were shot dead.", "killed 3"),
    ("Two men approached the fence and were shot dead.", "killed 2"),
    ("Two boys playing near the wall were shot dead.", "killed 2"),
    ("Three houses belonging to one family were razed.", "structures 3"),
    ("12 officials spoke in Ramallah and three were hurt.", "wounded 3"),
    ("Two men standing by the road saw that three were killed.", "killed 3"),
    ("Five teenagers threw stones at a jeep and were arrested.", "detained 5"),
    ("Police chased two men through the alleys and were wounded.", ""),
    ("Five people who had been in the house were killed.", "killed 5"),
    ("A nurse who was on her way to work was wounded.", "wounded 1"),
    ("Ten people who fled the camp were later detained.", "detained 10"),
    ("Three gunmen who killed a guard were shot dead.", "killed 3; killed 1"),
    ("Two men suspected of killing four settlers were arrested.", "detained 2; killed 4"),
    ("Two witnesses who saw the strike said soldiers were killed.", ""),
    ("Two men who said their brothers were killed spoke to reporters.", ""),
    ("Four men were wounded and later died in hospital.", "killed 4"),
    ("Two people were wounded and a third died.", "wounded 2"),
    ("Six of the injured later died.", "killed 6"),
    ("Six of the injured were children.", "wounded 6"),
    ("Of the 14, six died.", "killed 6"),
    ("Of the 14 dead, six were women.", "killed 14; killed 6"),
    ("Nine dead, among them a nurse, and 60 hurt: that was the count.", "killed 9; killed 1; wounded 60"),
    ("A farmer was killed, as was a teacher, and two guards were injured.", "killed 1; killed 1; wounded 2"),
]

ACTIVE = [
    ("The strike killed Omar Saleh, 30, a commander, and two of his guards.", "killed 2"),
    ("Troops shot and killed two men at the gate.", "killed 2"),
    ("Soldiers arrested 14 people in Tubas.", "detained 14"),
    ("Bulldozers razed 16 houses.", "structures 16"),
    ("Fifteen of the family's houses were razed.", "structures 15"),
    ("Three of the village's residents were killed.", "killed 3"),
    ("The army displaced 40,000 people.", "displaced 40000"),
    ("The raid claimed the lives of seven people.", "killed 7"),
    ("The blast cost the lives of two soldiers.", "killed 2"),
    (
        "The blast took the lives of nine pupils, two of them girls, and of a teacher.",
        "killed 9; killed 2; killed 1",
    ),
    ("The raid killed nine Palestinians and drew the anger of a minister.", "killed 9"),
    ("The raid cost 36 lives.", "killed 36"),
    ("The surgeons saved 36 lives.", ""),
    ("The strike left four people dead and 11 wounded.", "killed 4; wounded 11"),
    ("Gunmen opened fire, killing two and wounding nine.", "killed 2; wounded 9"),
    ("The fighting forced 3,000 people to flee.", "displaced 3000"),
    ("The raid sent hundreds of families fleeing.", "displaced 200.."),
    ("Settlers set fire to cars and two houses.", "structures 2"),
    ("Relatives buried six people on Friday.", "killed 6"),
    ("The bombs had been buried under two roads.", ""),
    ("Troops took 14 men into custody.", "detained 14"),
    ("Troops brought down two towers.", "structures 2"),
    ("Bulldozers tore down 16 buildings.", "structures 16"),
    ("Soldiers took away three brothers.", "detained 3"),
    ("Soldiers took away 12 computers.", ""),
    ("Soldiers seized 12 computers and arrested 12 lamplighters.", "detained 12"),
    ("The army evacuated 12 outlying communities.", ""),
    ("The army evacuated five families.", "displaced 5"),
    ("The flood emptied two hamlets of 900 people.", "displaced 900"),
    ("Thieves emptied the shop of 12 lamps.", ""),
]

STATES = [
    ("The dead: nine men and three teenagers.", "killed 9; killed 3"),
    ("The dead, nine men and three teenagers, were buried.", "killed 9; killed 3"),
    ("Six out of ten families lost their homes.", ""),
    ("Eight out of 19 people were killed.", "killed 8; killed 19"),
    ("Some 3,000 people were left without shelter.", "displaced 3000"),
    ("Thousands of people spent a second night away from their homes.", "displaced 2000.."),
    ("Thousands of people spent the night away from the city.", ""),
    (
        "Five households comprising 27 people, including 14 boys, took down their tents and moved away.",
        "displaced 5; displaced 27; displaced 14",
    ),
    ("Five gunmen took down their tents and fled.", ""),
    ("Five people were confirmed dead.", "killed 5"),
    ("Eleven people succumbed to their wounds.", "killed 11"),
    ("Two soldiers lost their lives.", "killed 2"),
    ("Five people suffered gunshot wounds.", "wounded 5"),
    ("Two people remain missing.", "missing 2"),
    ("Four people are still under the debris.", "missing 4"),
    ("Three residents have not been heard from.", "missing 3"),
    ("Three people were shot in the legs.", "wounded 3"),
    ("A boy was hit in the head by a stone.", "wounded 1"),
    ("A man was shot in the leg and died.", "killed 1"),
    ("A man was shot in the leg and killed.", "killed 1"),
    ("At least 15 homes and shops were destroyed.", "structures 15"),
    ("Four people went missing in the rubble.", "missing 4"),
    ("Some 400 families remain homeless.", "displaced 400"),
    ("3,000 people sought shelter in schools.", "displaced 3000"),
    ("Some 9,000 Palestinians are in Israeli jails.", "detained 9000"),
    ("The city has registered 11,000 displaced people.", "displaced 11000"),
    ("Two displaced people were killed.", "killed 2"),
    ("Some 600 homes have been completely or partly destroyed.", "structures 600"),
    ("Hamas still holds 101 hostages in Gaza.", "hostages 101"),
    ("A driver and three medics were hit by gunfire.", "wounded 1; wounded 3"),
    ("Some 300 people slept in schools.", "displaced 300"),
    ("Two soldiers fell in battle.", "killed 2"),
    ("Two children fell in the well.", ""),
    ("About 30 fugitives took refuge in the camp.", ""),
    ("Some 900 families cannot return to the camp.", "displaced 900"),
    ("Officials say 25 patients cannot return.", ""),
    ("About 40 buildings are in ruins.", "structures 40"),
    ("Forty buildings lie in ruins.", "structures 40"),
    ("Six people did not survive.", "killed 6"),
    ("Some 20,000 people are living with relatives.", "displaced 20000"),
    ("Engineers listed 90 homes with severe damage.", "structures 90"),
]

NOMINAL = [
    ("The deaths of two medics were mourned.", "killed 2"),
    ("The killing of three men drew crowds.", "killed 3"),
    ("Hospitals received the bodies of eight people.", "killed 8"),
    ("Four bodies were pulled from a house.", "killed 4"),
    ("Nine bodies were found under the rubble.", "killed 9"),
    ("The hospital received eight martyrs and 50 injured.", "killed 8; wounded 50"),
    ("The ministry recorded 30 fatalities.", "killed 30"),
    ("The raid caused 12 deaths and 40 injuries.", "killed 12; wounded 40"),
    ("The arrest of 20 people was announced.", "detained 20"),
    ("The displacement of 900 families continues.", "displaced 900"),
    ("The demolition of 14 homes began.", "structures 14"),
    ("The deaths of two men and of a boy were mourned.", "killed 2; killed 1"),
]

HEADLINES = [
    ("12 dead in Jenin raid", "killed 12"),
    ("Eight killed, 35 hurt as troops enter camp", "killed 8; wounded 35"),
    ("Israeli raid kills three in Tulkarem", "killed 3"),
    ("Two shot dead near Nablus", "killed 2"),
    ("Death toll rises to 15", "killed 15"),
    ("Killed: 12. Wounded: 40.", "killed 12; wounded 40"),
    ("Injuries: 40 (Jenin)", "wounded 40"),
    ("Killed: 12 streets away a car burned.", ""),
    ("Thousands flee Jenin camp", "displaced 2000.."),
    ("Man shot dead near Nablus", "killed 1"),
    ("Palestinian teenager killed by Israeli fire", "killed 1"),
    ("Police shot dead in Hebron", ""),
    ("Soldier shot a man in Hebron", ""),
    ("Soldier wounded three", "wounded 3"),
]

ELIDED = [
    ("Six people were killed and 120 injured.", "killed 6; wounded 120"),
    ("Troops killed six and wounded 120.", "killed 6; wounded 120"),
    ("Troops killed 12 in Jenin and four in Tubas.", "killed 12; killed 4"),
    ("Three men were shot dead and another wounded.", "killed 3; wounded 1"),
    ("One soldier was critically wounded and two more moderately.", "wounded 1; wounded 2"),
    ("Three soldiers and two civilians were wounded.", "wounded 3; wounded 2"),
    ("Some 400 families left Jenin, and in Tubas over 90.", "displaced 400; displaced 90"),
    ("Some 400 families left Jenin, and in Tubas 90 shops closed.", "displaced 400"),
    ("Some 400 families left Jenin, and in 2019 others did.", "displaced 400"),
    ("He was killed along with two other fighters.", "killed 2"),
    ("The man was wounded together with his two sons.", "wounded 2"),
    ("The raid killed Omar Saleh and four others.", "killed 4"),
    ("The raid killed Omar Saleh, who led a cell, and two others.", "killed 2"),
    ("Twelve Palestinians were killed, along with three Israelis.", "killed 12; killed 3"),
    ("Two people fled and three stayed.", "displaced 2"),
    ("Hamas said six of its fighters were killed, and Islamic Jihad two.", "killed 6; killed 2"),
    ("Six guards were killed, and the first battalion two.", "killed 6"),
    ("The drones killed 189 people, compared with six in 2012.", "killed 189; killed 6"),
    ("The blast wounded one soldier severely and three lightly.", "wounded 1; wounded 3"),
    ("Nine of the deaths were in Jenin; eight were in Tubas.", "killed 9; killed 8"),
    ("Nine people were killed in Jenin; eight were in the house.", "killed 9"),
    ("Two boys aged 8 and 10 and a man were killed.", "killed 2; killed 1"),
]

COMPARED = [
    ("Israel says 12 people were killed. The UN puts it at 15.", "killed 12; killed 15"),
    ("Israel says 12 people were killed. Troops left at 15.", "killed 12"),
    ("Twelve people were killed. Medics spoke of 17.", "killed 12; killed 17"),
    ("Twelve people were killed. Medics spoke of 17 at noon.", "killed 12"),
    ("Twelve people were killed. Medics spoke of 17 blasts.", "killed 12"),
    ("Six of the dead were Hamas men; Islamic Jihad claimed three.", "killed 6; killed 3"),
    ("Three people died in the strike; Hamas claimed two attacks.", "killed 3"),
    # whom gunmen took before are hostages where they are still there
    ("Gunmen took 251 people to Gaza; 101 are still there.", "hostages 251; hostages 101"),
    ("Gunmen took 251 people to Gaza. About 101 remain in captivity.", "hostages 251; hostages 101"),
    ("Gunmen took 251 people to Gaza. About 101 were counted.", "hostages 251"),
    ("Police arrested 12 people; nine are still there.", "detained 12"),
    ("Twelve hostages and a guard were handed over.", "hostages 12; hostages 1"),
    ("Police say 350 people were arrested; lawyers count 400.", "detained 350; detained 400"),
    ("More than 400 people have fled, up from 338.", "displaced 400; displaced 338"),
    ("Some 600 people have died in Jenin, against 900 in Tubas.", "killed 600; killed 900"),
    ("Some 600 people have died in Jenin, compared with 12 a year ago.", "killed 600; killed 12"),
    ("Medics said 12 houses were razed; the army spoke of nine houses.", "structures 12; structures 9"),
    ("Three men were killed in a raid against 12 gunmen.", "killed 3"),
    ("Three men were killed; the party counts 12 members.", "killed 3"),
    ("Twelve people were killed, up from a year ago.", "killed 12"),
    ("Twelve people were killed, compared with 12 days of calm.", "killed 12"),
]

ATTRIBUTIVE = [
    ("Soldiers blew up the house of a jailed militant.", ""),
    ("The 120 wounded were taken to Jenin.", "wounded 120"),
    ("The 12 dead were buried on Friday.", "killed 12"),
    ("The dead were five fighters and two civilians.", "killed 5; killed 2"),
    ("Killed were three men.", "killed 3"),
    ("The dead were identified as a boy and two men.", "killed 1; killed 2"),
    ("The dead were 12 miles away.", ""),
    ("Relatives buried the three dead men.", "killed 3"),
    ("The 40 detained men were blindfolded.", "detained 40"),
    ("The army named 31 dead fighters.", "killed 31"),
    ("Buses carried 90 freed prisoners.", "detained 90"),
]

NEGATED = [
    ("No one was hurt.", ""),
    ("Nobody was killed in Jenin.", ""),
    ("No Palestinians were killed.", ""),
    ("None of the 12 men was hurt.", ""),
    ("Nobody among the 12 passengers was hurt.", ""),
    ("The 12 men were not hurt.", ""),
    ("The army did not arrest 12 people.", ""),
    ("No one was hurt, despite reports of three deaths.", ""),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    PASSIVE + ACTIVE + STATES + NOMINAL + HEADLINES + ELIDED + COMPARED + ATTRIBUTIVE,
)
def test_events_say_what_is_counted(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), NEGATED)
def test_what_has_not_happened_is_no_figure(text: str, expected: str) -> None:
    assert told(text) == expected

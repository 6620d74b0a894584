"""Measures: the events that numbers take part in, in every shape of sentence, and the ones that did not
happen.
"""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import limit, told

PASSIVE = [
    ("Three people were killed in Jenin.", "killed 3"),
    ("Three people have been wounded in Jenin.", "wounded 3"),
    ("Three people are reported to have been killed.", "killed 3"),
    ("Two men were shot in the chest and killed.", "killed 2"),
    ("A woman was shot dead at the checkpoint.", "killed 1"),
    ("Dozens were rounded up overnight.", "detained 24.."),
    ("251 people were taken hostage.", "hostages 251"),
    ("Hamas killed 1,200 people, and 251 were taken to Gaza.", "killed 1200; hostages 251"),
    ("Five tonnes were taken to Gaza and 12 people were killed.", "killed 12"),
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
    ("A farmer was killed, as was a teacher, and five officers were hurt.", "killed 1; killed 1; wounded 5"),
]

ACTIVE = [
    ("Troops shot and killed two men at the gate.", "killed 2"),
    ("Soldiers arrested 14 people in Tubas.", "detained 14"),
    ("Bulldozers razed 16 houses.", "structures 16"),
    ("Nineteen of the family's houses were razed.", "structures 19"),
    ("Three of the village's residents were killed.", "killed 3"),
    ("The army displaced 40,000 people.", "displaced 40000"),
    ("The raid claimed the lives of seven people.", "killed 7"),
    ("The blast cost the lives of two soldiers.", "killed 2"),
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
    ("Medics evacuated five wounded.", "wounded 5"),
    ("The army evacuated five families.", "displaced 5"),
    ("The army lost two soldiers in the fighting.", "killed 2"),
    ("The team lost three players to injury.", ""),
    ("Hamas freed three women on Sunday.", "hostages 3"),
    ("Israel freed 12 men after the truce with Hamas.", ""),
    ("Gunmen took 251 people to the Gaza Strip.", "hostages 251"),
    ("The army took 12 reporters to Gaza.", ""),
    ("The army ordered 500 families out of the camp.", "displaced 500"),
    ("The flood drove 30 people from the bar.", ""),
    ("Medics helped 40 families out of the camp.", "displaced 40"),
    ("The offensive emptied three camps of 40,000 refugees.", "displaced 40000"),
    ("Thieves emptied the shop of 12 lamps.", ""),
    ("Israel is holding about 9,600 people in its jails.", "detained 9600"),
    ("Hamas holds 12 rallies in Gaza.", ""),
    ("The hall holds 300 people.", ""),
]

STATES = [
    ("Five people were confirmed dead.", "killed 5"),
    ("Eleven people succumbed to their wounds.", "killed 11"),
    ("Two soldiers lost their lives.", "killed 2"),
    ("Five people suffered gunshot wounds.", "wounded 5"),
    ("Two people remain missing.", "missing 2"),
    ("Four people went missing in the rubble.", "missing 4"),
    ("Some 400 families remain homeless.", "displaced 400"),
    ("3,000 people sought shelter in schools.", "displaced 3000"),
    ("Some 9,000 Palestinians are in Israeli jails.", "detained 9000"),
    ("Hamas still holds 101 hostages in Gaza.", "hostages 101"),
    limit("Three women held for 471 days came home.", "hostages 3", "held without where or by whom"),
    ("Medics treated 14 people for tear gas inhalation.", "wounded 14"),
    ("Some 300 people were treated, most of them for smoke inhalation.", "wounded 300"),
    ("Doctors treated 14 people.", ""),
    ("The Red Crescent treated 14 people.", "wounded 14"),
    ("More than 60 people needed treatment after inhaling tear gas.", "wounded 60"),
    ("More than 60 people needed treatment for flu.", ""),
    ("A doctor and two nurses were hit by gunfire.", "wounded 1; wounded 2"),
    ("Some 400 families have left since Sunday.", "displaced 400"),
    ("Twelve people have left the party.", ""),
    ("Forty families left al-Mughayyir.", "displaced 40"),
    ("Some 300 people slept in schools.", "displaced 300"),
    ("Two soldiers fell in battle.", "killed 2"),
    ("Two children fell in the well.", ""),
    ("Two children escaped unharmed.", ""),
    ("Two children escaped the camp.", "displaced 2"),
    ("About 30 fugitives took refuge in the camp.", ""),
    ("Some 900 families cannot return to the camp.", "displaced 900"),
    ("Officials say 25 patients cannot return.", ""),
    ("Up to 30 people are held, the Prisoners' Club said.", "detained 30"),
    ("Some 30 people are held up at the crossing.", ""),
    ("About 40 buildings are in ruins.", "structures 40"),
    ("Medics counted 90 homes with damage.", "structures 90"),
]

NOMINAL = [
    ("The deaths of two medics were mourned.", "killed 2"),
    ("The killing of three men drew crowds.", "killed 3"),
    ("Hospitals received the bodies of eight people.", "killed 8"),
    ("Four bodies were pulled from a house.", "killed 4"),
    ("Nine bodies were found under the rubble.", "killed 9"),
    ("The ministry recorded 30 fatalities.", "killed 30"),
    ("The raid caused 12 deaths and 40 injuries.", "killed 12; wounded 40"),
    ("The arrest of 20 people was announced.", "detained 20"),
    ("The displacement of 900 families continues.", "displaced 900"),
    ("The demolition of 14 homes began.", "structures 14"),
    ("The deaths of two men and of a boy were mourned.", "killed 2; killed 1"),
]

TOLLS = [
    ("The death toll rose to 12.", "killed 12"),
    ("The death toll rose from 12 to 15.", "killed 15"),
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
    ("A drone killed ten, lifting the week's dead to 26.", "killed 10; killed 26"),
    ("Police put their own injured at 17 officers.", "wounded 17"),
    ("The army put its dead at 12.", "killed 12"),
    ("Officials put the injured at more than 300.", "wounded 300"),
    ("The ministry put the dead and wounded in two lists.", ""),
    ("Arrests since October now exceed 12,000.", "detained 12000"),
    ("Deaths rose to 12.", "killed 12"),
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
    ("The death toll could reach 40.", ""),
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
    limit("Man shot dead near Nablus", "killed 1", "a headline's noun without its article"),
]

ELIDED = [
    ("Six people were killed and 120 injured.", "killed 6; wounded 120"),
    ("Troops killed six and wounded 120.", "killed 6; wounded 120"),
    ("Troops killed 12 in Jenin and four in Tubas.", "killed 12; killed 4"),
    ("Three men were shot dead and another wounded.", "killed 3; wounded 1"),
    ("One soldier was critically wounded and two more moderately.", "wounded 1; wounded 2"),
    ("Three soldiers and two civilians were wounded.", "wounded 3; wounded 2"),
    ("He was killed along with two other fighters.", "killed 2"),
    ("The man was wounded together with his two sons.", "wounded 2"),
    ("The raid killed Omar Saleh and four others.", "killed 4"),
    ("Two people fled and three stayed.", "displaced 2"),
    limit("Police say 350 people were arrested; lawyers count 400.", "detained 350; detained 400", "'count'"),
    limit("More than 400 people have fled, up from 338.", "displaced 400; displaced 338", "'up from'"),
]

ATTRIBUTIVE = [
    ("The 120 wounded were taken to Jenin.", "wounded 120"),
    ("The 12 dead were buried on Friday.", "killed 12"),
    ("The dead were five fighters and two civilians.", "killed 5; killed 2"),
    ("The dead were 12 miles away.", ""),
    ("Relatives buried the three dead men.", "killed 3"),
    ("The 40 detained men were blindfolded.", "detained 40"),
    ("The army named 31 dead fighters.", "killed 31"),
    ("Buses carried 90 freed prisoners.", "detained 90"),
]

TOLD_BY_THE_NOUN = [
    ("The army carried out 14 airstrikes.", "airstrikes 14"),
    ("Militants fired five rockets at Sderot.", "rockets 5"),
    ("A drone fired three missiles at the car.", ""),
    ("About 1,000 troops took part.", "troops 1000"),
    ("Hundreds of troops left the camp.", "troops 200.."),
    ("The camp is home to 14,000 people.", "residents 14000"),
    ("17,000 residents live in the camp.", "residents 17000"),
    ("In this camp 23,000 people once lived.", "residents 23000"),
    ("Some 12,000 people still live in the camp.", "residents 12000"),
    ("The camp used to hold 3,000 people.", "residents 3000"),
    ("Troops hold 12 people.", ""),
    ("Only 20 families remain in the camp.", "residents 20"),
    ("Some 20 people remain in detention.", "detained 20"),
    ("Some 20 people remain in line.", ""),
    ("Iran fired 30 missiles at Israel.", "rockets 30"),
    ("Three missiles hit a school in the city.", ""),
    ("Six prisoners tunnelled out of the jail.", ""),
]

DENIED = [
    ("The ministry denied that 12 people had been killed.", ""),
    ("The army denied killing 12 people.", ""),
    ("The army denied blame for the deaths of 12 people.", "killed 12"),
    ("The army, which denied it, arrested 12 people.", "detained 12"),
    ("He denied that any child had died and put the number of dead at 18.", "killed 18"),
    ("The army denied that 12 men and two boys had been killed.", ""),
    ("Reports of 12 deaths were false.", ""),
    ("Claims that 12 people were killed are untrue.", ""),
    ("It was false to say so, as 12 people were killed.", "killed 12"),
    ("It is not known whether five people were killed.", ""),
    ("It is not known whether the five people killed were armed.", "killed 5"),
    ("Ten people were nearly killed.", ""),
    ("Nearly ten people were killed.", "killed 10"),
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

INTENDED = [
    ("Troops came to arrest two suspects.", ""),
    ("Two suspects are to be arrested.", ""),
    ("The order could displace thousands.", ""),
    ("The army planned to demolish 12 homes.", ""),
    ("A court froze the demolition of 104 homes.", ""),
    ("The eviction of 12 families was postponed.", ""),
    ("The court condemned the demolition of 104 homes.", "structures 104"),
    ("The attack could have killed dozens.", ""),
    ("The attack would have killed hundreds, police said.", ""),
    ("The attack may soon end, having killed dozens.", "killed 24.."),
    ("Officials fear that 100 people would be killed.", ""),
    ("The raid was meant to capture five men; it killed two.", "killed 2"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    PASSIVE + ACTIVE + STATES + NOMINAL + TOLLS + HEADLINES + ELIDED + ATTRIBUTIVE + TOLD_BY_THE_NOUN,
)
def test_events_say_what_is_counted(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), NEGATED + DENIED + INTENDED)
def test_what_has_not_happened_is_no_figure(text: str, expected: str) -> None:
    assert told(text) == expected

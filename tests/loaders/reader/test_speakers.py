"""Speakers: who states a figure, and what is the reporter's own voice ("-")."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

BEFORE = [
    # a second verb of the same subject
    ("The Israeli military did not comment but said three people were killed.", "killed 3 Israeli military"),
    ("UNRWA spoke. It left the camp, but later said that three people were killed.", "killed 3 UNRWA"),
    ("Omar Saleh condemned the raid and said three people were killed.", "killed 3 Omar Saleh"),
    ("Three people were killed and said to be armed.", "killed 3 -"),
    ("The Israeli military, contesting that, named three dead militants.", "killed 3 Israeli military"),
    ("The street was named after three people killed in Jenin.", "killed 3 -"),
    (
        "The Palestinian Health Ministry said three people were killed.",
        "killed 3 Palestinian Health Ministry",
    ),
    ("The Israeli military said on Monday that three people were killed.", "killed 3 Israeli military"),
    ("UNRWA says 40,000 people were displaced.", "displaced 40000 UNRWA"),
    ("According to the Red Crescent, three people were killed.", "killed 3 Palestinian Red Crescent"),
    ("In 2024 so far, the UN said, three people were killed.", "killed 3 UN"),
    ("Data from the UN show three people were killed.", "killed 3 UN"),
    ("By the count of the UN, three people were killed.", "killed 3 UN"),
    ("The Palestinian Health Ministry put the death toll at 12.", "killed 12 Palestinian Health Ministry"),
    ("Hamas claimed that three people were killed.", "killed 3 Hamas"),
    ("The UN cannot verify Hamas's claim that three people were killed.", "killed 3 Hamas"),
    ("Per the UN, three people were killed.", "killed 3 UN"),
    ("Medics speak of three people killed.", "killed 3 medics"),
    ("The UN raised the death toll to 12.", "killed 12 UN"),
    ("Omar Saleh put the death toll at 12.", "killed 12 Omar Saleh"),
    ("The last day put the death toll at 12.", "killed 12 -"),
    ("The UN said it would stay in the camps and that three people died.", "killed 3 UN"),
    ("The bakery guild reports that three people were killed.", "killed 3 bakery guild"),
    ("A survey by the UN found that three people were killed.", "killed 3 UN"),
    ("The UN said in a paper printed on Monday that three people were killed.", "killed 3 UN"),
    ("The UN said in a paper on that day that three people were killed.", "killed 3 UN"),
    # an aside stands between a speaker and its verb
    ("The Red Crescent, which runs two clinics, said 12 people died.", "killed 12 Palestinian Red Crescent"),
    ("The UN, which has said little, put the death toll at 12.", "killed 12 UN"),
    ("The Red Crescent, citing its crews, said 12 people died.", "killed 12 Palestinian Red Crescent"),
    ("The bakers' guild, which the UN pays, said 12 people died.", "killed 12 bakers' guild"),
    # told with care, or made known
    ("At first medics spoke only of nine people killed.", "killed 9 medics"),
    ("Medics spoke on Monday of nine people killed.", "killed 9 medics"),
    ("The UN has so far spoken of nine people killed.", "killed 9 UN"),
    ("The army made known on Monday that nine men had been killed.", "killed 9 Israeli military"),
    ("The army made it known that nine men had been killed.", "killed 9 Israeli military"),
    ("The army made public that nine men had been killed.", "killed 9 Israeli military"),
    ("The army made three men killed in Tubas known to be fighters.", "killed 3 -"),
    # somebody's figure
    ("Rana Saleh of the council gave a lower figure: nine people were killed.", "killed 9 Rana Saleh"),
    ("The mayor gave a toll of nine dead.", "killed 9 mayor"),
    ("The blast gave nine wounded people a shock.", "wounded 9 -"),
    ("The mayor of Nablus put the number of homes destroyed at 30.", "structures 30 mayor of Nablus"),
    ("Hamas spoke. The blast put the number of homes destroyed at 30.", "structures 30 -"),
    # these verbs say something only with "that"
    ("The army maintains that nine people were killed.", "killed 9 Israeli military"),
    ("Omar Saleh recalled that nine people were killed.", "killed 9 Omar Saleh"),
    ("The UN pointed out that nine people were killed.", "killed 9 UN"),
    ("The army maintained a force of 200 soldiers there.", "troops 200 -"),
    ("Israel recalled 200 soldiers.", "troops 200 -"),
    # whose count it is
    ("The UN's tally stands at nine dead.", "killed 9 UN"),
    (
        "The Palestinian Health Ministry's death toll has reached nine.",
        "killed 9 Palestinian Health Ministry",
    ),
    ("The health ministry's toll rose to nine dead in Gaza.", "killed 9 Gaza Health Ministry"),
    ("The army's death toll rose to nine soldiers.", "killed 9 -"),
    ("Israel's toll rose to nine dead.", "killed 9 -"),
    ("The council raised the number of displaced people to 900.", "displaced 900 council"),
    ("The mayor's estimate is that nine people were killed.", "killed 9 mayor"),
    ("The UN released a list of nine dead.", "killed 9 UN"),
    ("The UN published the names of nine people killed.", "killed 9 UN"),
    ("The army released nine people arrested on Monday.", "detained 9 -"),
    (
        "She is one of about 9,000 farmers whom the UN says have been displaced since March.",
        "displaced 9000 UN",
    ),
    ("Nine men who the army said were gunmen were killed.", "killed 9 -"),
]

AFTER = [
    # given by somebody
    ("A death toll of three was given by medics, up from two.", "killed 3 medics; killed 2 medics"),
    ("Three deaths were reported in Jenin by the UN.", "killed 3 UN"),
    ("The three deaths were confirmed by DNA tests.", "killed 3 -"),
    ("The raid, recorded by witnesses, killed three people.", "killed 3 -"),
    ("Three people were killed, the Red Crescent said.", "killed 3 Palestinian Red Crescent"),
    ("Three people were killed, said the Red Crescent.", "killed 3 Palestinian Red Crescent"),
    ("Three people were killed, the Red Crescent said on Sunday.", "killed 3 Palestinian Red Crescent"),
    ("Three people were killed, according to the Red Crescent.", "killed 3 Palestinian Red Crescent"),
    ("“Three people were killed,” the Israeli military told reporters.", "killed 3 Israeli military"),
    ("Three people were killed, the UN said, leaving a man dead.", "killed 3 UN; killed 1 UN"),
    ("Three people were killed, the UN said, and hundreds fled.", "killed 3 UN; displaced 200.. UN"),
    ("Three people were killed, the UN said by phone.", "killed 3 UN"),
    (
        "Three people died, the UN said in a brief note, adding that five were hurt.",
        "killed 3 UN; wounded 5 UN",
    ),
    ("Three people were killed, Omar Saleh told the UN.", "killed 3 Omar Saleh"),
    ("Omar Saleh told the UN three people were killed.", "killed 3 Omar Saleh"),
    ("Three people were killed, the UN said without naming them.", "killed 3 UN"),
    ("Three people were killed, the UN said in its daily bulletin on 3 May.", "killed 3 UN"),
    ("Three people were killed, by Israeli tallies.", "killed 3 Israeli officials"),
    ("Three people were killed, in the estimate of the UN.", "killed 3 UN"),
    ("Three people were killed, in the UN's assessment.", "killed 3 UN"),
    ("Five people died, the UN said: three in Jenin, two in Tubas.", "killed 5 UN; killed 3 UN; killed 2 UN"),
    ("Three people were killed, Omar Saleh went on.", "killed 3 Omar Saleh"),
    ("Three people died in Tubas, in the north, said the UN.", "killed 3 UN"),
    ("Three people died, Omar Saleh, a nurse, told the UN.", "killed 3 Omar Saleh"),
    ("Since Monday three people, one of them a boy, have died, the UN said.", "killed 3 UN; killed 1 UN"),
    ("Nine people were killed, the UN said of the raid in Tubas.", "killed 9 UN"),
    ("Nine people were killed, the UN said about that night.", "killed 9 UN"),
    ("Nine people were killed, the army made known on Monday.", "killed 9 Israeli military"),
    # by somebody's account
    ("Nine people were killed, by Israel's account.", "killed 9 Israeli officials"),
    ("By the ministry's own account, nine people were killed in Gaza.", "killed 9 Gaza Health Ministry"),
    ("Nine people were killed, by a neighbour's account.", "killed 9 neighbour"),
    ("Nine people were killed, by residents' accounts.", "killed 9 witnesses"),
    ("Nine people were killed, by all accounts.", "killed 9 -"),
    ("By most accounts, nine people were killed.", "killed 9 -"),
    ("Nine people were killed by soldiers on account of a rumour.", "killed 9 -"),
    # a post and the name behind it
    (
        "Nine people were killed, according to the head of the camp's committee, Rana Saleh.",
        "killed 9 Rana Saleh",
    ),
    ("Nine people were killed, according to the mayor, Rana Saleh, on Monday.", "killed 9 Rana Saleh"),
    ("According to the mayor, Rana Saleh saw nine people killed.", "killed 9 mayor"),
    ("Nine people were killed, Omar Saleh recalled.", "killed 9 Omar Saleh"),
    # a verb before its subject, and what goes on behind both
    ("Nine people died, says the UN, and 20 were wounded.", "killed 9 UN; wounded 20 UN"),
    (
        "Nine people died, said the mayor, Rana Saleh, and 20 were hurt.",
        "killed 9 Rana Saleh; wounded 20 Rana Saleh",
    ),
    ("Nine people were killed, reports WAFA.", "killed 9 WAFA"),
    ("Nine people were killed, estimates Mayor Omar Saleh.", "killed 9 Omar Saleh"),
    ("Nine people died, said the UN, among them two boys.", "killed 9 UN; killed 2 UN"),
    ("It was announced by the army that nine people had been killed.", "killed 9 Israeli military"),
]

INSIDE = [
    ("The army freed Omar Saleh, who said three people died.", "killed 3 Omar Saleh"),
    ("“It was hell,” said a medic, who counted three dead.", "killed 3 medics"),
    ("A blast killed three people and, according to medics, wounded 12.", "killed 3 -; wounded 12 medics"),
    ("Three people died, leaving a child alone, the mayor, Omar Saleh, said.", "killed 3 Omar Saleh"),
    (
        "Police say 30 people were arrested; lawyers count 40.",
        "detained 30 police; detained 40 lawyers",
    ),
    (
        "Three people died, according to the UN, which a day earlier had spoken of two.",
        "killed 3 UN; killed 2 UN",
    ),
    ("Three people, the UN said, were killed.", "killed 3 UN"),
    ("The UN said three people were killed, adding that five were hurt.", "killed 3 UN; wounded 5 UN"),
    (
        "The UN said three people were killed, and the Israeli military said it arrested five people.",
        "killed 3 UN; detained 5 Israeli military",
    ),
    # a speaker's earlier figure
    (
        "Nine people died, said the UN, which had first given a figure of seven dead.",
        "killed 9 UN; killed 7 UN",
    ),
    ("Nine people died, said the UN, which had initially put the toll at seven.", "killed 9 UN; killed 7 UN"),
    (
        "Nine people died, said the UN, which had at first spoken only of seven dead.",
        "killed 9 UN; killed 7 UN",
    ),
    ("Nine people died, said the UN, which was given a list of seven dead.", "killed 9 UN; killed 7 -"),
    # set into its statement
    ("The raid, the UN said, killed nine people.", "killed 9 UN"),
    ("The raid, according to the UN, has killed nine people.", "killed 9 UN"),
    ("The group has, by Israel's account, killed nine soldiers.", "killed 9 Israeli officials"),
    ("The strike, witnesses said, left nine people dead.", "killed 9 witnesses"),
    # a second verb behind a trailing source
    (
        "Nine people died, the army said, and claimed that they had killed two Israelis.",
        "killed 9 Israeli military; killed 2 Israeli military",
    ),
    (
        "Nine people died, the UN said on Monday, but added that two deaths were unconfirmed.",
        "killed 9 UN; killed 2 UN",
    ),
    # who is set into a relative clause speaks of no more than that
    (
        "Two of the dead were of a group that has, by the UN's account, killed nine soldiers.",
        "killed 2 -; killed 9 UN",
    ),
    # behind its comma a relative clause is over, and who speaks in it
    ("The raid, which Israel said was aimed at gunmen, killed nine people.", "killed 9 -"),
    ("Israel, which says it targets gunmen, has killed nine people.", "killed 9 -"),
    ("The UN, which says it counts all, said nine people were killed.", "killed 9 UN"),
    (
        "Hamas, which Israel says holds 50 hostages, said nine men were killed.",
        "hostages 50 Israeli officials; killed 9 Hamas",
    ),
    ("The raid, which medics said killed nine people, was over.", "killed 9 medics"),
    # so is an aside
    ("Nine men, all of them gunmen according to the army, were killed.", "killed 9 -"),
    (
        "Nine men, five of them gunmen, were killed, according to the army.",
        "killed 9 Israeli military; killed 5 Israeli military",
    ),
    # an unlisted body in a relative clause
    (
        "The municipality, which had said 12 people were killed, revised the toll to nine.",
        "killed 12 municipality; killed 9 municipality",
    ),
    ("The blast, which is said to have killed 12 people, was heard in Tubas.", "killed 12 -"),
    ("The blast, which records show killed 12 people, was heard in Tubas.", "killed 12 -"),
]

LABELS = [
    ("UN OCHA: three people were killed.", "killed 3 UN OCHA"),
    ("Three people killed in raid – Israeli police", "killed 3 Israeli police"),
    ("UN OCHA figures for May: three people killed.", "killed 3 UN OCHA"),
    ("Tubas governor: three people killed.", "killed 3 Tubas governor"),
]

CITED = [
    ("WAFA, citing the Red Crescent, said three people were killed.", "killed 3 Palestinian Red Crescent"),
    ("Three people were killed, said WAFA, quoting the Red Crescent.", "killed 3 Palestinian Red Crescent"),
    ("Citing medics, WAFA said three people were killed.", "killed 3 medics"),
    ("Three people were killed, WAFA reported on Monday, citing medics.", "killed 3 medics"),
    ("WAFA quoted medics as saying three people were killed.", "killed 3 medics"),
    ("Medics were quoted by WAFA as saying three people were killed.", "killed 3 medics"),
    ("Three people were killed, WAFA quoted medics as saying.", "killed 3 medics"),
    ("WAFA reported, citing medics, that three people were killed.", "killed 3 medics"),
]

GOING_BACK = [
    (
        "Officials said three people died. Municipal workers said five were hurt.",
        "killed 3 officials; wounded 5 municipal workers",
    ),
    ("Hamas said a raid was over. The ministry said three people were killed.", "killed 3 ministry"),
    ("The UN spoke. The UN said three people died. It said five were hurt.", "killed 3 UN; wounded 5 UN"),
    ("The UN said three people were killed. Five were hurt.", "killed 3 UN; wounded 5 -"),
    ("The UN said three people were killed. The agency said five were hurt.", "killed 3 UN; wounded 5 UN"),
    ("The Red Crescent said so. The group put the death toll at 12.", "killed 12 Palestinian Red Crescent"),
    ("The UN said three people died. Five were hurt, the group added.", "killed 3 UN; wounded 5 UN"),
    ("The UN said three people died. Five were hurt, according to the agency.", "killed 3 UN; wounded 5 UN"),
    ("The UN said three people died. By the agency's count five were hurt.", "killed 3 UN; wounded 5 UN"),
    ("The UN spoke. Two medics were hurt, its spokesman said.", "wounded 2 UN"),
    ("“We saw Hamas men and three people were killed,” he said.", "killed 3 -"),
    # a role goes back to a speaker of its kind
    (
        "Gaza's Health Ministry spoke. WAFA said so. The ministry named them. Three people died, it said.",
        "killed 3 Gaza Health Ministry",
    ),
    ("WAFA reported a raid. The ministry said 12 people died.", "killed 12 ministry"),
    ("The Israeli military spoke. The agency said 12 people died.", "killed 12 -"),
    ("A strike killed four Al Jazeera staff, the network said.", "killed 4 Al Jazeera"),
    ("An Israeli strike killed four Al Jazeera staff, the network said.", "killed 4 Al Jazeera"),
    ("A strike killed four medics, the network said.", "killed 4 -"),
    # "it" is the subject of its own sentence, if that can speak
    ("Hamas spoke. The Israeli military killed three people, it said.", "killed 3 Israeli military"),
    ("Hamas said so. Israel's raid killed three people, it said.", "killed 3 Hamas"),
    ("Three people were taken to the hospital; its director said five died.", "killed 5 hospital"),
    ("Hamas spoke. Its spokesman denied it and put the toll at 12.", "killed 12 Hamas"),
    # a person whom a sentence introduces is the next "he" or "she", and never an "it"
    (
        "The UN spoke. In her shop Rana Saleh, 45, swept the floor. Three people died, she said.",
        "killed 3 Rana Saleh",
    ),
    (
        "Hamas spoke. Omar Saleh, the city's mayor, called it a crime. Three people died, he said.",
        "killed 3 Omar Saleh",
    ),
    ("The UN spoke. Omar Saleh, 45, swept the floor. It said three people died.", "killed 3 UN"),
    ("The UN spoke. Omar Saleh, 45, was killed. It said three people died.", "killed 3 UN"),
    ("The UN spoke. Israeli Forces, the city says, came. It said three people died.", "killed 3 city"),
    # who speaks in a relative clause is not "it"
    (
        "The army denied the count of the UN, which said 12 people died. It said three people died.",
        "killed 12 UN; killed 3 Israeli military",
    ),
    ("Omar Saleh said a raid was over. According to him, three people died.", "killed 3 Omar Saleh"),
    ("Omar Saleh said a raid was over. Saleh said three people died.", "killed 3 Omar Saleh"),
    # a whole sentence in quotation marks goes on with who spoke before
    ("The UN said so. “Three people were killed.”", "killed 3 UN"),
    ("The UN said so. “Three people were killed,” a nurse claimed.", "killed 3 nurse"),
    ("The UN called it “a raid”. Three people were killed.", "killed 3 -"),
    # the ministry goes on being that of the place
    (
        "The health ministry said nine people died in Rafah. The ministry said five were hurt.",
        "killed 9 Gaza Health Ministry; wounded 5 Gaza Health Ministry",
    ),
    (
        "Nine people died in Tubas, the territory's health ministry said. The ministry said five were hurt.",
        "killed 9 Palestinian Health Ministry; wounded 5 Palestinian Health Ministry",
    ),
]

ONE_NAME_FOR_EACH = [
    ("The rights group Addameer said three people were killed.", "killed 3 Addameer"),
    ("Israel said three people were killed.", "killed 3 Israeli officials"),
    ("The army said three people were killed.", "killed 3 Israeli military"),
    ("The Lebanese army said three people were killed.", "killed 3 Lebanese officials"),
    ("Israel's army radio said three people were killed.", "killed 3 Army Radio"),
    ("A hospital in Israel said three people were killed.", "killed 3 hospital"),
    ("Local residents said three people were killed.", "killed 3 witnesses"),
    ("Local authorities said three people were killed.", "killed 3 local authorities"),
    ("Local officials said three people were killed.", "killed 3 local officials"),
    ("Palestinian media said three people were killed.", "killed 3 Palestinian media"),
    ("Palestinian Civil Defense said three people were killed.", "killed 3 Palestinian Civil Defence"),
    ("Gaza's civil defense said three people were killed.", "killed 3 Gaza civil defence"),
    ("The Prisoners’ Club said 30 people were arrested.", "detained 30 Palestinian Prisoners' Club"),
    # the ministry is Gaza's where Gaza is counted
    ("The health ministry said three people were killed in Gaza.", "killed 3 Gaza Health Ministry"),
    ("The health ministry said three people were killed in Jenin.", "killed 3 Palestinian Health Ministry"),
    # the territory is the one spoken of
    (
        "A strike killed nine people in Nablus, the territory's Health Ministry said.",
        "killed 9 Palestinian Health Ministry",
    ),
    (
        "A strike killed nine people in Rafah, the territory's Health Ministry said.",
        "killed 9 Gaza Health Ministry",
    ),
    (
        "A strike killed nine people, the enclave's health ministry said.",
        "killed 9 Gaza Health Ministry",
    ),
]

JOINT = [
    # of several who speak with one voice the first
    ("Three people died, the army, the Shin Bet and the police said.", "killed 3 Israeli military"),
    ("The army, the police and the Shin Bet said that three people died.", "killed 3 Israeli military"),
    ("Three people died, the Red Crescent, the UN and a clinic said.", "killed 3 Palestinian Red Crescent"),
    ("Three people died, the UN and the Red Crescent said.", "killed 3 UN"),
    # here one acts, and the others speak
    ("Three people were killed by the army, the Shin Bet and the police said.", "killed 3 Shin Bet"),
    ("Three people were killed by the army, the Shin Bet said.", "killed 3 Shin Bet"),
    # a toll that the commission publishes with the club is one of the club's
    (
        "Three people were arrested, the Commission of Detainees' Affairs and the Prisoners' Club said.",
        "detained 3 Palestinian Prisoners' Club",
    ),
    (
        "Three people were arrested, the Prisoners' Club and the Commission of Detainees' Affairs said.",
        "detained 3 Palestinian Prisoners' Club",
    ),
    (
        "Three people were arrested, the Commission of Detainees' Affairs said.",
        "detained 3 Commission of Detainees' Affairs",
    ),
    (
        "According to the Commission of Detainees' Affairs, three people were arrested, the UN said.",
        "detained 3 Commission of Detainees' Affairs",
    ),
]

FOUND = [
    ("Three people died, a study by B'Tselem has found.", "killed 3 B'Tselem"),
    ("Three people died, a UN survey found.", "killed 3 UN"),
    ("Three people died, a survey by the municipality found.", "killed 3 municipality"),
    ("A UN survey found three people had died.", "killed 3 UN"),
    ("A survey by the municipality has found 300 homes were damaged.", "structures 300 municipality"),
    ("Three people died in a shaft, a boy found.", "killed 3 -"),
    ("Three people died in a shaft that an army report found.", "killed 3 -"),
    ("Three people were found dead.", "killed 3 -"),
    ("The army found three people dead.", "killed 3 -"),
    ("The drone found three people hurt.", "wounded 3 -"),
    # learned from somebody
    ("Three people died, Reuters has learned from the Red Crescent.", "killed 3 Palestinian Red Crescent"),
    (
        "Three people died, Reuters has learned from official Palestinian sources.",
        "killed 3 Palestinian officials",
    ),
    ("Reuters has learned from medics that three people died.", "killed 3 medics"),
    ("The family heard from the army that three people died.", "killed 3 Israeli military"),
    ("Three people died, relatives learned in the camp.", "killed 3 -"),
    ("Three people died, Reuters has learned.", "killed 3 -"),
    # what a count comes to
    ("A UN survey arrived at 300 homes destroyed.", "structures 300 UN"),
    ("Hamas named 12 dead, while an assessment by the UN came to nine dead.", "killed 12 Hamas; killed 9 UN"),
    ("UN trucks arrived at 300 homes destroyed in Tubas.", "structures 300 -"),
]

COUNTED = [
    # a body that no vocabulary lists, by its papers
    ("Three people were killed, a ministry statement said.", "killed 3 ministry"),
    ("The council counts 300 families who left.", "displaced 300 council"),
    ("The council's figures show that 300 families left.", "displaced 300 council"),
    ("About 300 families left, figures from the council show.", "displaced 300 council"),
    ("The municipality put the death toll at 12.", "killed 12 municipality"),
    ("The municipality showed us where three people were killed.", "killed 3 -"),
    ("The blast showed that 300 families had left.", "displaced 300 -"),
    ("The raid on the council put the number of the dead at 30.", "killed 30 -"),
    # a description before a name
    ("Israeli broadcaster Kan said three people were killed.", "killed 3 Kan"),
    ("Israeli officials and the UN said three people were killed.", "killed 3 Israeli officials"),
    (
        "Three people died, by the Palestinian health ministry's count.",
        "killed 3 Palestinian Health Ministry",
    ),
    ("Three people were hurt by settlers, the highest count in years.", "wounded 3 -"),
    # what goes on with the statement states nothing
    ("UNRWA spoke. Three people died, it said in a note on Monday that named nobody.", "killed 3 UNRWA"),
    ("UNRWA spoke. Three people died, it said in a paper that did not say where.", "killed 3 UNRWA"),
    ("UNRWA said in a statement that three people died.", "killed 3 UNRWA"),
    ("UNRWA said that was when three people died.", "killed 3 UNRWA"),
]

OF_THE_PLACE = [
    # a post that belongs to the body before "where"
    (
        "They lay in the hospital, where the director, Omar Saleh, said three people had died.",
        "killed 3 hospital",
    ),
    ("They lay in the hospital, where doctors said three people had died.", "killed 3 hospital"),
    ("They lay in the hospital where a spokeswoman said three people had died.", "killed 3 hospital"),
    ("Three people died in the hospital, where the mayor lay, witnesses said.", "killed 3 witnesses"),
    ("They lay in the hospital, where three people had died.", "killed 3 -"),
    # the police of the place, and its ministry
    ("In Haifa three people were hurt, police said.", "wounded 3 Israeli police"),
    ("Shots were fired in Haifa. Three people were hurt, police said.", "wounded 3 Israeli police"),
    ("In Jenin three people were hurt, police said.", "wounded 3 police"),
    ("In Beirut three people were hurt, police said.", "wounded 3 police"),
    ("The ministry said three people were killed in Jenin.", "killed 3 Palestinian Health Ministry"),
    ("The ministry said three people were killed in Rafah.", "killed 3 Gaza Health Ministry"),
    ("The ministry said three people were killed in Haifa.", "killed 3 ministry"),
    ("Health officials said three people were killed in Jenin.", "killed 3 Palestinian officials"),
    ("Three people were hurt in Jenin, emergency services said.", "wounded 3 emergency services"),
]

# a clause tells who the speaker is
WHO_SAID = [
    ("Residents who fled the camp said three people were killed.", "killed 3 witnesses"),
    ("Residents who fled said three people were killed.", "killed 3 witnesses"),
    ("Residents who spoke to the UN said three people were killed.", "killed 3 witnesses"),
    ("A doctor who had treated the men said three people were killed.", "killed 3 hospital"),
    ("A nurse who saw the raid said three people were killed.", "killed 3 nurse"),
    ("Omar Saleh, a nurse who saw the raid, said three people were killed.", "killed 3 Omar Saleh"),
    ("An official who asked not to be named said three people were killed.", "killed 3 official"),
    ("Three people were killed, residents who had fled the camp told the UN.", "killed 3 witnesses"),
    ("Three people were killed, said residents who had fled the camp.", "killed 3 witnesses"),
    ("A medic who later said three people were killed left.", "killed 3 medics"),
    ("The man who says three people were killed left.", "killed 3 -"),
    ("Residents met a man who the UN says had killed three people.", "killed 3 UN"),
]

# who is of whom
OF_A_BODY = [
    ("Officials from the Gaza health ministry said 40 people died.", "killed 40 Gaza Health Ministry"),
    ("Doctors with the Red Crescent said three people died.", "killed 3 Palestinian Red Crescent"),
    (
        "Officials of the Prisoners' Club said 30 people were arrested.",
        "detained 30 Palestinian Prisoners' Club",
    ),
    ("Medics from the UN said three people died.", "killed 3 UN"),
    ("Witnesses at the hospital said three people died.", "killed 3 witnesses"),
    ("Medics in contact with the army said three people died.", "killed 3 medics"),
    ("Medics told the UN that three people died.", "killed 3 medics"),
    ("Three people died, Tubas's governor Omar Saleh said.", "killed 3 Omar Saleh"),
    ("Tubas's mayor, Omar Saleh, said three people died.", "killed 3 Omar Saleh"),
    ("Tubas's governor said three people died.", "killed 3 Tubas's governor"),
    ("The UN's human rights office said three people died.", "killed 3 OHCHR"),
    ("The Lions' Den said three people died.", "killed 3 Lions' Den"),
]

UNLISTED = [
    ("Omar Saleh said three people were killed.", "killed 3 Omar Saleh"),
    ("Omar Saleh, who lives nearby, said three people were killed.", "killed 3 Omar Saleh"),
    ("Three people were killed, said the governor of Jenin, Kamal Rub, on Sunday.", "killed 3 Kamal Rub"),
    ("The bakers' guild said three people were killed.", "killed 3 bakers' guild"),
    (
        "The Palestinian Ministry of Education said three people died.",
        "killed 3 Palestinian Ministry of Education",
    ),
    ("The municipality of Nablus said three people died.", "killed 3 municipality of Nablus"),
    ("The ministry of Education says that three people died.", "killed 3 ministry of Education"),
    ("A spokesman said three people were killed.", "killed 3 -"),
    ("Mayor Omar Saleh said three people were killed.", "killed 3 Omar Saleh"),
    ("Nablus Mayor Omar Saleh said three people were killed.", "killed 3 Omar Saleh"),
    ("Three people were killed, said Dr. Omar Saleh.", "killed 3 Omar Saleh"),
    ("Three people were killed, said Lt. Col. Omar Saleh.", "killed 3 Omar Saleh"),
    ("According to Gen. Omar Saleh, three people were killed.", "killed 3 Omar Saleh"),
    ("Three people were killed, said J. Saleh.", "killed 3 J. Saleh"),
    (
        "Hamas left. Three people were hurt by the U.N. Israel said four died.",
        "wounded 3 -; killed 4 Israeli officials",
    ),
    ("The mayor of Nablus said three people were killed.", "killed 3 mayor of Nablus"),
    ("The mayor said three people were killed.", "killed 3 mayor"),
    ("Three people died, according to Omar Saleh, a clerk at the UN.", "killed 3 UN"),
    ("Three people died, according to Omar Saleh, as the UN met.", "killed 3 Omar Saleh"),
    ("We said three people were killed.", "killed 3 -"),
    ("By the ministry's count, three people were killed.", "killed 3 ministry"),
    # a person behind a post or a trade
    ("Tubas governor Omar Saleh said three people were killed.", "killed 3 Omar Saleh"),
    ("Three people were killed, local journalist Omar Saleh said.", "killed 3 Omar Saleh"),
    ("Camp official Omar Saleh said three people were killed.", "killed 3 Omar Saleh"),
    ("Journalist Omar Saleh said three people were killed.", "killed 3 Omar Saleh"),
    ("Omar Abu Saleh said three people were killed.", "killed 3 Omar Abu Saleh"),
    ("Residents of Beit Najm said three people were killed.", "killed 3 witnesses"),
    # a group by its name
    ("The rights group Beit Najm said three people were killed.", "killed 3 Beit Najm"),
    ("Nine rights groups said three people were killed.", "killed 3 rights groups"),
    # a common noun that opens a sentence is the same one inside it
    ("Shopkeepers said three people were killed.", "killed 3 shopkeepers"),
    ("Lawyers in Tubas said three people were killed.", "killed 3 lawyers"),
    ("Abbas said three people were killed.", "killed 3 Abbas"),
    # whoever speaks for a body
    ("The ministry's spokesman said three people were killed in Gaza.", "killed 3 Gaza Health Ministry"),
    ("Three people were killed, the municipality's spokeswoman said.", "killed 3 municipality"),
]

# bodies of camps and towns, and who speaks for somebody else
BODIES = [
    (
        "The Balata media committee said three people died. It added that two were hurt.",
        "Balata media committee",
    ),
    (
        "The Media Committee in Balata Camp said three people died. The committee added that two were hurt.",
        "Media Committee",
    ),
    (
        "In its own statement the Tubas committee said three people died. It added that two were hurt.",
        "Tubas committee",
    ),
    (
        "In a separate statement, the Red Crescent said three people died. It added that two were hurt.",
        "Palestinian Red Crescent",
    ),
    (
        "The UN is worried, its envoy Rana Ali said. Ali said three people died. Two were hurt, she added.",
        "UN",
    ),
    (
        "The Tubas council said it met. Its spokesman Omar Saleh said three people died and two were hurt.",
        "Tubas council",
    ),
    ("The UN is worried, its envoy said. It said three people died and two were hurt.", "UN"),
    (
        "Hebron is tense, its mayor Omar Saleh said. Saleh said three people died and two were hurt.",
        "Omar Saleh",
    ),
]

THAT_BODY = [
    (
        "A medic of the Red Crescent was hit and two others hurt, that group said.",
        "wounded 2 Palestinian Red Crescent",
    ),
    ("The UN met medics and three people died, the organisation said.", "killed 3 UN"),
]

ANALYSED = [
    ("Three people died, according to an analysis by Reuters.", "killed 3 Reuters"),
    ("Three people died, a Reuters analysis shows.", "killed 3 Reuters"),
    ("Three people died, according to an AFP count.", "killed 3 AFP"),
    ("Three people died, according to the latest analysis.", "killed 3 -"),
    ("Media reports said three people died.", "killed 3 -"),
]

BESIDE = [
    ("Troops left Tubas, with the army saying it killed three gunmen.", "killed 3 Israeli military"),
    ("Troops left Tubas, the army saying it had killed three gunmen.", "killed 3 Israeli military"),
    (
        "Troops left Tubas, with the Red Crescent reporting three wounded.",
        "wounded 3 Palestinian Red Crescent",
    ),
    ("Troops left Tubas, with the army going home, and three people died.", "killed 3 -"),
    ("The army said it struck Gaza after it intercepted three rockets.", "rockets 3 Israeli military"),
    ("The army said that after two days of fighting three men were dead.", "killed 3 Israeli military"),
    ("The army said it struck Gaza after three rockets were fired.", "rockets 3 -"),
]

# the verb stands before its speaker, and another one is among the counted
VERB_FIRST = [
    (
        "Nobody reached the hurt, three of whom died, said the Red Crescent (PRCS).",
        "killed 3 Palestinian Red Crescent",
    ),
    (
        "Three Israeli police were hurt, and two men killed, said army spokesman Omar Saleh.",
        "wounded 3 Israeli military; killed 2 Israeli military",
    ),
    ("Three Israeli police were hurt, said the army on Sunday.", "wounded 3 Israeli military"),
    ("Three Israeli police were hurt, said medics late on 3 May.", "wounded 3 medics"),
    ("Three Israeli police were hurt, said the army.", "wounded 3 Israeli military"),
]

REPORTERS_OWN = [
    ("Three people were killed in reported attacks by gunmen in Jenin and Israel.", "killed 3 -"),
    # a place of which more is told than the speaker says
    (
        "In Gaza, where the toll is above 40,000, three people died, medics said.",
        "killed 40000 -; killed 3 medics",
    ),
    (
        "In Jenin, where it was calm, three people, two of them boys, died, medics said.",
        "killed 3 medics; killed 2 medics",
    ),
    ("In Jenin, where three people were killed, medics said.", "killed 3 medics"),
    ("Three people were killed in Jenin.", "killed 3 -"),
    ("Three people were reportedly killed.", "killed 3 -"),
    ("Following the death of three people, the UN said it was concerned.", "killed 3 -"),
    ("The Israeli military said it left Jenin after a raid that killed three people.", "killed 3 -"),
    ("The mayor was told that three people were killed.", "killed 3 -"),
    ("Three people were killed in an attack claimed by Hamas.", "killed 3 -"),
    ("Hamas claimed responsibility for an attack that killed three people.", "killed 3 -"),
    ("The raid claimed 12 lives.", "killed 12 -"),
    ("Three people were killed in a raid by Israeli troops.", "killed 3 -"),
    ("Three people were killed in Jenin and the UN's count rose.", "killed 3 -"),
    ("Early media reports that three people were killed were brief.", "killed 3 -"),
    ("Three people were killed per day.", "killed 3 -"),
    ("Three people were killed, two more than the UN counted.", "killed 3 -"),
    ("A drone overhead said 200 people were killed.", "killed 200 -"),
    ("Since Monday three people have died, and medics said it was calm.", "killed 3 -"),
    ("The survey found three people dead in a house.", "killed 3 -"),
    (
        "Three people were killed, the UN said, and Hamas is believed to hold 12 hostages.",
        "killed 3 UN; hostages 12 -",
    ),
    # no name: a day, a month, a number, a paper
    ("Initial reports of 5 and 6 March speak of nine people killed.", "killed 9 -"),
    ("The latest estimates of 6 May speak of nine people killed.", "killed 9 -"),
    ("Early counts on Monday and Tuesday said nine people were killed.", "killed 9 -"),
    ("Reports from Monday and Tuesday said nine people were killed.", "killed 9 -"),
    ("Reports between 5 and 12 said nine people were killed.", "killed 9 -"),
    # what adds to something says nothing
    ("Hamas spoke. It adds to a bloody month: nine people were killed.", "killed 9 -"),
    ("Hamas spoke. It added up to a week in which nine people were killed.", "killed 9 -"),
    # reports of nobody in particular
    ("Nine people were killed, according to initial reports.", "killed 9 -"),
    ("According to local reports, nine people were killed.", "killed 9 -"),
    ("According to the latest official figures, nine people were killed.", "killed 9 -"),
    ("According to Palestinian reports, nine people were killed.", "killed 9 -"),
    # what a speaker is only looking into
    ("The army said it was checking reports that nine people were killed.", "killed 9 -"),
    ("The army said it was aware of claims that nine people were killed.", "killed 9 -"),
    ("The UN said it had received reports that nine people were killed.", "killed 9 UN"),
    ("The army said it was checking the camp and that nine people were killed.", "killed 9 Israeli military"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(BEFORE + AFTER + INSIDE + LABELS + CITED + GOING_BACK + ONE_NAME_FOR_EACH),
        *(JOINT + FOUND + COUNTED + OF_THE_PLACE + WHO_SAID + OF_A_BODY + UNLISTED + REPORTERS_OWN),
        *(ANALYSED + BESIDE + VERB_FIRST + THAT_BODY),
    ],
)
def test_a_figure_has_its_speaker(text: str, expected: str) -> None:
    assert told(text, "attributed_to") == expected


@pytest.mark.parametrize(("text", "speaker"), BODIES)
def test_a_body_goes_on_speaking(text: str, speaker: str) -> None:
    assert told(text, "attributed_to") == f"killed 3 {speaker}; wounded 2 {speaker}"

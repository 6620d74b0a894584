"""Who and what is counted: the nouns that a number can stand before, their kind of people and their side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.reader.lexicon import Lexicon, listed, named


@dataclass(frozen=True)
class Noun:
    """What a counted noun says: the thing counted, the category of people, their side.

    `thing` is person, family, structure, airstrike, rocket, or other (nothing that this program counts).
    """

    thing: str
    category: str = "people"
    side: str | None = None
    measure: str | None = None  # the noun alone says what is counted: "hostages", "troops"


def _plural(phrase: str) -> str:
    """The regular plural of a phrase's head: "fishermen", "families", "members of the family"."""
    head, of, rest = phrase.partition(" of ")
    if head.endswith("man"):
        return head.removesuffix("man") + "men" + of + rest
    if head.endswith("y") and head[-2] not in "aeiou":
        return head.removesuffix("y") + "ies" + of + rest
    return head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s") + of + rest


def _both(words: str, noun: Noun) -> list[tuple[str, Noun]]:
    """Each phrase of a comma-separated list, and its regular plural."""
    return [(form, noun) for word in listed(words) for form in (word, _plural(word))]


def _as_printed(words: str, noun: Noun) -> list[tuple[str, Noun]]:
    return [(word, noun) for word in listed(words)]


PERSON = Noun("person")
NOUNS: Lexicon[Noun] = Lexicon(
    _both(
        """
        academic, activist, adult, aid worker, apprentice, artist, assailant, athlete, attacker,
        baker, barber, beautician, bedouin, beekeeper, blacksmith, bricklayer, bridegroom, brother,
        builder, businessman, butcher, bystander, caretaker, carpenter, charity worker,
        citizen, cleaner, clerk, colleague, commuter, construction worker, contractor, cook,
        councillor, councilman, cousin, cyclist, daughter, decorator, demonstrator, dentist, deputy,
        designer, diplomat, director, driver, dual national, electrician, employee, engineer,
        evacuee, family member, farm worker, farmer, father, festivalgoer, firefighter, fireman,
        fisherman, footballer, foreigner, fugitive, gardener, goatherd, graduate, grandson, guest,
        harvester, headteacher, herder, hiker, hitchhiker, human being, husband, imam, immigrant,
        individual, inhabitant, intruder, janitor, jogger, judge, kindergarten teacher, laborer,
        labourer, lawmaker, lawyer, leader, lecturer, local, man, manager, mayor, mechanic, member, member
        of the family, merchant, minister, motorcyclist, motorist, mourner, musician, national,
        neighbor, neighbour, nephew, newlywed, nun, official, olive picker, onlooker, orphan,
        outlaw, painter, parent, partygoer, passenger, patient, pedestrian, perpetrator, person,
        pharmacist, pilgrim, plasterer, plumber, poet, politician, porter, preacher, priest,
        principal, producer, professor, protester, protestor, psychologist, rabbi, refugee,
        relative, relief worker, researcher, resident, retiree, reveler, reveller, rioter, sailor,
        salesman, sanitation worker, schoolmaster, schoolteacher, scientist, sheikh, shepherd,
        shopkeeper, shopper, sibling, sister, son, soul, staff member, stallholder, stone-thrower,
        street vendor, student, supporter, survivor, suspect, tailor, teacher, technician, tourist,
        trader, twin, un worker, uncle, vendor, victim, villager, volunteer, waiter, welder, wife,
        worker, workman, worshiper, worshipper, youngster, youth
        """,
        PERSON,
    )
    + _as_printed(
        """
        kin, lives, members of one family, members of staff, members of the same family, passer-by,
        passers-by, passersby, people, personnel, staff, staffer, staffers, workers and volunteers
        """,
        PERSON,
    )
    + _both("civilian, non-combatant, noncombatant", Noun("person", "civilians"))
    + _both(
        """
        armed man, assassin, bomber, combatant, commander, fighter, guerrilla, gunman, insurgent,
        jihadist, militant, operative, resistance fighter, terror operative, terror suspect,
        terrorist
        """,
        Noun("person", "combatants"),
    )
    + _both(
        """
        army officer, army reservist, bodyguard, border guard, cadet, captain, colonel, commando,
        company commander, conscript, constable, corporal, detective, guard, infantryman, inspector,
        intelligence officer, lieutenant, lieutenant colonel, member of security forces, member of
        the security forces, military officer, non-commissioned officer, officer, paratrooper,
        platoon commander, police constable, police detective, police inspector, police officer,
        police sergeant, policeman, prison guard, recruit, reserve soldier, reservist, reservist
        soldier, security coordinator, security guard, security officer, sergeant, serviceman,
        soldier, staff sergeant, superintendent, warrant officer
        """,
        Noun("person", "security_forces"),
    )
    + _both(
        """
        border guard officer, border police officer, border policeman, member of israel's security
        forces, member of israeli forces, member of the israeli forces, member of the israeli
        security forces
        """,
        Noun("person", "security_forces", side="israeli"),
    )
    + _as_printed("border police", Noun("person", "security_forces", side="israeli"))
    + _as_printed(
        """
        military personnel, police, police personnel, policewoman, security forces personnel,
        security personnel, service members, servicewoman
        """,
        Noun("person", "security_forces"),
    )
    + _as_printed(
        """
        army personnel, ground forces, ground troops, trooper, troopers, troops
        """,
        Noun("person", "security_forces", measure="troops"),
    )
    + _both(
        """
        adolescent, boy, girl, infant, juvenile, kid, minor, newborn, pupil, schoolboy, schoolgirl,
        teen, teenage boy, teenage girl, teenager, toddler, underage person
        """,
        Noun("person", "children"),
    )
    + _as_printed(
        """
        babies, baby, baby boy, baby boys, baby girl, baby girls, child, children, schoolchild,
        schoolchildren
        """,
        Noun("person", "children"),
    )
    + _as_printed(
        """
        bride, brides, grandmother, grandmothers, housewife, housewives, ladies, lady, mother,
        mothers, pregnant woman, pregnant women, widow, widows, woman, women
        """,
        Noun("person", "women"),
    )
    + _both(
        """
        ambulance driver, ambulance medic, ambulance officer, ambulance worker, anaesthetist, civil
        defence worker, civil defense worker, doctor, emergency worker, first responder, health
        professional, health worker, healthcare worker, medic, medical professional, medical worker,
        nurse, paramedic, physician, red crescent volunteer, rescue worker, rescuer, surgeon
        """,
        Noun("person", "medics"),
    )
    + _as_printed(
        """
        ambulance crew, ambulance crews, health care worker, health care workers, health personnel,
        health staff, healthcare staff, medical personnel, medical staff, medical team members,
        midwife, midwives
        """,
        Noun("person", "medics"),
    )
    + _both(
        """
        broadcaster, camera operator, cameraman, correspondent, journalist, media worker, news
        photographer, photographer, photojournalist, reporter
        """,
        Noun("person", "journalists"),
    )
    + _as_printed("journalists and media workers", Noun("person", "journalists"))
    + _both(
        """
        administrative detainee, detainee, inmate, political prisoner, prisoner, security prisoner
        """,
        Noun("person", "prisoners", measure="detained"),
    )
    + _both("elderly person, octogenarian, pensioner, septuagenarian", Noun("person", "elderly"))
    + _as_printed(
        """
        elderly, elderly men, elderly people, elderly women, older people
        """,
        Noun("person", "elderly"),
    )
    + _both("abductee, captive, hostage", Noun("person", measure="hostages"))
    + _as_printed(
        """
        bullet injury cases, cases of asphyxiation, cases of gunshot wounds, cases of inhalation,
        cases of suffocation, cases of tear gas inhalation, gunshot cases, gunshot victims,
        suffocation cases, tear gas inhalation cases, trauma cases
        """,
        Noun("person", measure="wounded"),
    )
    + _as_printed("death, fatality, martyr", Noun("person", measure="killed"))
    + _both("displaced person, displaced resident", Noun("person", measure="displaced"))
    + _as_printed(
        """
        displaced people, idps, internally displaced people, internally displaced persons
        """,
        Noun("person", measure="displaced"),
    )
    + _both("palestine refugee", Noun("person", side="palestinian"))
    + _both("israeli settler, jewish settler, settler", Noun("person", side="israeli"))
    + _both("family, household", Noun("family"))
    + _both(
        """
        agricultural structure, apartment, apartment block, apartment building, barn, block, block
        of flats, building, bungalow, business, caravan, church, cistern, clinic, commercial
        structure, cottage, dwelling, facility, flat, garage, greenhouse, hangar, high-rise,
        high-rise building, home, hospital, house, housing block, housing unit, hut, kindergarten,
        kiosk, livelihood structure, mobile home, mosque, property, residence, residential block,
        residential building, residential structure, residential unit, restaurant, school, shack,
        shed, shelter, shop, shop front, shopfront, stall, store, storefront, structure, tent,
        tower, tower block, villa, warehouse
        """,
        Noun("structure"),
    )
    + _both(
        """
        aerial attack, aerial strike, air attack, air raid, air strike, air-strike, airstrike,
        bombardment, bombing raid, drone attack, drone strike, helicopter strike, missile strike
        """,
        Noun("airstrike"),
    )
    + _both("case of airstrikes, incident of airstrikes, instance of airstrikes", Noun("airstrike"))
    + _as_printed("strikes", Noun("airstrike"))
    + _both(
        """
        ballistic missile, missile, mortar, mortar round, mortar shell, projectile, rocket
        """,
        Noun("rocket"),
    )
    + _both(
        # counted things that are no people, buildings, strikes or rockets
        """
        agency, aid truck, aircraft, ally, ambulance, animal, area, armored vehicle, armoured
        vehicle, article, assault, attack, battalion, bed, bedroom, bird, blast, body bag, bomb,
        bombing, brigade, bulldozer, bullet, bus, cache, calf, call, camel, camp, car, case, casing,
        cat, cell, checkpoint, chicken, city, clash, command center, command centre, company,
        complaint, corridor, country, cow, demolition, demolition order, device, district, dog,
        donkey, drone, election, explosion, explosive, explosive device, faction, factor, firearm,
        front, game, gate, goal, goat, governorate, group, gun, hamas target, helicopter, hen, home
        construction, horse, incident, incursion, infrastructure site, issue, jeep, jet, laboratory,
        lamb, launcher, letter, location, meal, militant cell, mission, motorcycle, movement, mule,
        new home construction, new housing unit, occasion, olive tree, operation, order,
        organisation, organization, outpost, page, part, party, permit, phase, place, plane, planned
        home, point, poll, protest, question, raid, rally, reason, report, resolution, rifle, road,
        rocket launcher, room, round, round of talks, school year, seat, settlement, sheep, shell,
        shooting, side, side of the conflict, site, solar panel, source, stabbing, stage, state,
        state solution, statement, step, storey, street, stronghold, tank, target, territory, terror
        cell, terror target, thing, tonne, town, tree, truck, truckload, tunnel, type, unit,
        vehicle, video, village, violation, vote, water tank, wave, way, weapon, weapons cache,
        well, workshop
        """,
        Noun("other"),
    )
    + _as_printed(
        """
        armed forces, bodies of water, cattle, forces, livestock, livestock animals, olive trees and
        saplings, shots
        """,
        Noun("other"),
    )
)

# an adjective or a group, and the side that it gives
SIDES: Lexicon[str] = named(
    {
        "palestinian": """
            al-Aqsa Martyrs Brigade, al-Aqsa Martyrs Brigades, al-Aqsa Martyrs' Brigades, Al-Qassam,
            Al-Qassam Brigades, Al-Quds Brigades, Fatah, Gazan, Gazans, Hamas, Islamic Jihad, Jenin
            Battalion, Jenin Brigade, Jenin Brigades, Lions' Den, Palestinian, Palestinian-American,
            Palestinian American, Palestinian Authority, Palestinian Islamic Jihad, Palestinians, PA, PIJ,
            Qassam, Qassam Brigade, Qassam Brigades, Tulkarem Brigade, Tulkarm Brigade
            """,
        "israeli": """
            Arab Israeli, Arab-Israeli, Arab Israelis, Border Police, IDF, Israel, Israel Defense
            Forces, Israeli, Israeli-American, Israeli Arab, Israelis, Jew, Jewish, Jews, Shin Bet
            """,
        "other": """
            American, Americans, Australian, British, Briton, Britons, Canadian, Chinese, Egyptian,
            Egyptians, Filipino, Filipinos, foreign, French, German, Germans, Hezbollah, Houthi,
            Houthis, Indian, Iranian, Iranians, Iraqi, Irish, Italian, Jordanian, Jordanians, Lebanese,
            Nepalese, Nepali, Polish, Qatari, Russian, Russians, Saudi, Sudanese, Syrian, Syrians, Thai,
            Thais, Turk, Turkish, Turkish-American, U.S., Ukrainian, Ukrainians, US, Yemeni, Yemenis
            """,
    }
)

# of these, the armed groups
ARMED: Lexicon[str] = named(
    {
        "palestinian": """
            al-Aqsa Martyrs Brigade, al-Aqsa Martyrs Brigades, al-Aqsa Martyrs' Brigades, Al-Qassam,
            Al-Qassam Brigades, Al-Quds Brigades, Hamas, Islamic Jihad, Jenin Battalion, Jenin Brigade,
            Jenin Brigades, Lions' Den, Palestinian Islamic Jihad, PIJ, Qassam, Qassam Brigade, Qassam
            Brigades, Tulkarem Brigade, Tulkarm Brigade
            """
    }
)

LONGEST_GROUP = max(len(words) for words, _ in ARMED.phrases())


def ends_with_group(words: Sequence[str]) -> bool:
    """Whether words end with the name of an armed group."""
    last = words[-LONGEST_GROUP:]
    return any(end == len(last) for _, end, _ in ARMED.find(last))


# these stand alone as a noun: "a Palestinian", "two Israelis"
PEOPLES = frozenset(
    """
    american americans arab arabs australian briton britons canadian egyptian egyptians filipino
    filipinos frenchman gazan gazans german germans houthis indian iranian iranians iraqi israeli
    israeli-american israelis italian jew jews jordanian jordanians lebanese nepalese nepali
    palestinian palestinian-american palestinians russian russians sudanese syrian syrians thai
    thais turk ukrainian ukrainians yemenis
    """.split()
)

# how badly somebody is hurt, and the words for it
QUALIFIERS: Lexicon[str] = named(
    {
        "critical": """
            critical, critical condition, critically, in a critical condition, in critical condition,
            life-threatening
            """,
        "serious": """
            badly, grave, gravely, in serious condition, serious, serious condition, seriously, severe,
            severely
            """,
        "moderate": "moderate, moderate condition, moderately",
        "light": "light, lightly, minor, slightly",
    }
)

# words that stand between a number and its noun and change neither
MODIFIERS = frozenset(
    """
    additional alleged arab armed bedouin christian confirmed different druze elderly entire
    extended fellow female foreign further ground high-ranking innocent junior known large leading
    local long-range male male-and-female masked more multi-storey muslim nearby neighboring
    neighbouring new off-duty old older orthodox other pregnant primary prominent registered
    remaining reserve residential retired senior separate short-range small surviving suspected
    teenage top total ultra-orthodox unarmed undocumented unidentified unnamed urban veteran wanted
    well-known young
    """.split()
)

# the last words of nouns that tell a kind of people: "Five were children."
KINDS_OF_PEOPLE = frozenset(
    phrase[-1] for phrase, noun in NOUNS.phrases() if noun.thing == "person" and noun.category != "people"
)

# the last words of nouns that alone say what is counted: "hostages", "troops", "airstrikes", "rockets"
NAMING = frozenset(
    phrase[-1]
    for phrase, noun in NOUNS.phrases()
    if noun.measure or noun.thing in ("airstrike", "rocket") or noun.category == "security_forces"
)

"""Who and what is counted: the nouns that a number can stand before, their kind of people and their side."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.reader.lexicon import Lexicon, listed


@dataclass(frozen=True)
class Noun:
    """What a counted noun says: the thing counted, the category of people, their side.

    `thing` is person, family, structure, airstrike, rocket, or other (nothing that this program counts).
    """

    thing: str
    category: str = "people"
    side: str | None = None
    measure: str | None = None  # the noun alone says what is counted: "hostages", "troops"


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _both(words: str, noun: Noun) -> list[tuple[str, Noun]]:
    """Each phrase of a comma-separated list, and its regular plural."""
    return [(form, noun) for word in listed(words) for form in (word, _plural(word))]


def _as_printed(words: str, noun: Noun) -> list[tuple[str, Noun]]:
    return [(word, noun) for word in listed(words)]


PERSON = Noun("person")
NOUNS: Lexicon[Noun] = Lexicon(
    _both(
        """
        person, individual, resident, inhabitant, villager, relative, brother, sister, son,
        daughter, father, parent, cousin, uncle, nephew, sibling, twin, husband, wife, grandson,
        attacker, assailant, driver, passenger, motorist, farmer, herder, protester, protestor,
        demonstrator, worshipper, worshiper, shepherd, bystander, national, citizen, refugee,
        bedouin, foreigner, tourist, mourner, worker, employee, volunteer, labourer, laborer,
        student, teacher, academic, suspect, victim, survivor, casualty victim, member, human being,
        soul, pedestrian, hiker, commuter, aid worker, relief worker, charity worker, staff member,
        family member, member of the family, un worker, contractor, activist, official, mayor,
        politician, lawyer, engineer, shopkeeper, vendor, guest, neighbour, neighbor, patient,
        displaced person, evacuee, rioter, stone-thrower, intruder, perpetrator, merchant,
        fisherman, man, adult, local, youth, youngster, reveler, reveller, festivalgoer, partygoer,
        immigrant, pilgrim, dual national, schoolteacher, schoolmaster, baker, carpenter, mechanic, producer, dentist, pharmacist, passer-by, onlooker, reveller, cyclist, motorcyclist, sanitation worker, clerk, cook, barber, plumber, electrician, builder, tailor, imam, priest, nun, lawmaker, artist, musician, poet, athlete, footballer, scientist, professor, lecturer, headteacher, principal, kindergarten teacher, councillor, councilman, deputy, minister, diplomat, director, manager, businessman, trader
        """,
        PERSON,
    )
    + _as_printed(
        """
        people, persons, men, fishermen, staff, staff members, workmen, members of the family,
        members of one family, members of the same family, personnel, kin, passersby,
        passers-by, idps, internally displaced people, displaced people, internally displaced
        persons, members of staff, staffers, staffer, workers and volunteers, lives
        """,
        PERSON,
    )
    + _both("civilian, noncombatant, non-combatant", Noun("person", "civilians"))
    + _both(
        """
        militant, fighter, terrorist, combatant, operative, insurgent, commander, terror operative,
        resistance fighter, terror suspect, guerrilla, armed man, jihadist, assassin, bomber
        """,
        Noun("person", "combatants"),
    )
    + _as_printed("gunman, gunmen, armed men", Noun("person", "combatants"))
    + _both(
        """
        police officer, officer, reservist, conscript, paratrooper, sergeant, guard, security guard,
        border guard, prison guard, army officer, soldier, reserve soldier, infantryman, reservist
        soldier, commando, member of the security forces, member of security forces, member of
        israeli forces, security officer, military officer
        """,
        Noun("person", "security_forces"),
    )
    + _both(
        """
        border police officer, border policeman, border guard officer
        """,
        Noun("person", "security_forces", side="israeli"),
    )
    + _as_printed(
        """
        members of israeli forces, members of israel's security forces, members of the israeli
        security forces, members of the israeli forces, member of israeli forces
        """,
        Noun("person", "security_forces", side="israeli"),
    )
    + _as_printed(
        """
        policeman, policemen, policewoman, servicemen, serviceman, servicewoman, police, security
        personnel, security forces personnel, members of the security forces, members of security
        forces, police personnel, military personnel, commandos, infantrymen, service members
        """,
        Noun("person", "security_forces"),
    )
    + _as_printed(
        """
        troops, ground troops, ground forces, army personnel, trooper, troopers
        """,
        Noun("person", "security_forces", measure="troops"),
    )
    + _both(
        """
        boy, girl, teen, teenager, minor, infant, toddler, kid, schoolboy, schoolgirl, newborn,
        pupil, teenage boy, teenage girl, adolescent, juvenile, underage person
        """,
        Noun("person", "children"),
    )
    + _as_printed(
        """
        child, children, schoolchild, schoolchildren, baby, babies, newborns
        """,
        Noun("person", "children"),
    )
    + _as_printed(
        """
        woman, women, pregnant woman, pregnant women, mother, mothers, grandmother, grandmothers,
        housewife, housewives
        """,
        Noun("person", "women"),
    )
    + _both(
        """
        medic, paramedic, doctor, nurse, health worker, healthcare worker, medical worker, ambulance
        worker, surgeon, health professional, medical professional, physician, ambulance driver,
        rescue worker, first responder, rescuer, ambulance officer, red crescent volunteer, civil
        defence worker
        """,
        Noun("person", "medics"),
    )
    + _as_printed(
        """
        medical staff, medical personnel, health personnel, ambulance crew, ambulance crews, health
        staff, healthcare staff, medical team members, health care workers, health care worker
        """,
        Noun("person", "medics"),
    )
    + _both(
        """
        journalist, reporter, photojournalist, photographer, correspondent, media worker,
        broadcaster, news photographer
        """,
        Noun("person", "journalists"),
    )
    + _as_printed(
        """
        cameraman, cameramen, camera operator, camera operators, journalists and media workers
        """,
        Noun("person", "journalists"),
    )
    + _both(
        """
        prisoner, detainee, inmate, administrative detainee, political prisoner, security prisoner
        """,
        Noun("person", "prisoners", measure="detained"),
    )
    + _both(
        """
        elderly person, pensioner, septuagenarian, octogenarian
        """,
        Noun("person", "elderly"),
    )
    + _as_printed(
        """
        elderly, elderly people, elderly men, elderly women, older people
        """,
        Noun("person", "elderly"),
    )
    + _both("hostage, captive, abductee", Noun("person", measure="hostages"))
    + _both("palestine refugee", Noun("person", side="palestinian"))
    + _both("settler, israeli settler, jewish settler", Noun("person", side="israeli"))
    + _both("family, household", Noun("family"))
    + _both(
        """
        home, house, building, structure, apartment, flat, residential building, residential unit,
        housing unit, shop, store, business, school, mosque, facility, residential structure,
        dwelling, shelter, villa, tent, shack, apartment building, tower block, block of flats,
        property, residence, storefront, agricultural structure, greenhouse, hospital, church,
        livelihood structure, high-rise, high-rise building, apartment block, commercial structure
        """,
        Noun("structure"),
    )
    + _both(
        """
        airstrike, air strike, air raid, air-strike, drone strike, aerial strike, drone attack, air
        attack, missile strike, helicopter strike, aerial attack, bombing raid, bombardment
        """,
        Noun("airstrike"),
    )
    + _as_printed("strikes", Noun("airstrike"))
    + _both(
        """
        rocket, missile, projectile, mortar shell, mortar round, ballistic missile, mortar
        """,
        Noun("rocket"),
    )
    + _both(
        # counted things that are no people, buildings, strikes or rockets
        """
        vehicle, car, ambulance, truck, bus, motorcycle, jeep, tank, bulldozer, armoured vehicle,
        armored vehicle, weapon, rifle, gun, firearm, bomb, explosive device, device, explosive,
        target, site, battalion, brigade, unit, company, settlement, outpost, village, town, city,
        camp, governorate, district, country, state, place, location, area, attack, assault, raid,
        operation, incident, clash, case, violation, protest, shooting, stabbing, bombing, blast,
        explosion, incursion, occasion, report, statement, complaint, order, demolition order, tree,
        olive tree, animal, sheep, cow, goat, horse, bullet, casing, round, shell, drone,
        aircraft, helicopter, jet, plane, checkpoint, gate, road, street, tunnel, corridor, front,
        side, side of the conflict, party, group, faction, movement, organisation, organization,
        agency, ally, state solution, territory, mission, truckload, aid truck, meal, bed, seat,
        vote, election, goal, game, point, resolution, article, page, part, type, way, reason, step,
        stage, phase, question, issue, factor, thing, bedroom, room, storey, wave, round of talks,
        source, poll, well, water tank, solar panel, tonne, command centre, command center,
        laboratory, workshop, weapons cache, cache, suspect vehicle, stronghold, school year, new
        housing unit, home construction, new home construction, planned home, demolition, permit,
        letter, call, video, launcher, rocket launcher, body bag, cell, terror cell, militant cell,
        infrastructure site, terror target, hamas target
        """,
        Noun("other"),
    )
    + _as_printed(
        """
        shots, aircraft, cattle, livestock, bodies of water, forces, armed forces, countries, livestock
        animals, olive trees and saplings
        """,
        Noun("other"),
    )
)

# an adjective, and the side that it gives
SIDES: Lexicon[str] = Lexicon(
    [(word, side) for side, phrases in {
        "palestinian": (
            "Palestinian", "Palestinians", "Gazan", "Gazans", "Hamas", "Islamic Jihad", "Palestinian Islamic Jihad", "PIJ", "Fatah",
            "Al-Qassam Brigades", "Qassam Brigades", "Qassam Brigade", "Al-Qassam", "Qassam", "Al-Quds Brigades", "al-Aqsa Martyrs' Brigades", "al-Aqsa Martyrs Brigades",
            "al-Aqsa Martyrs Brigade", "Jenin Brigade", "Jenin Brigades", "Jenin Battalion", "Tulkarem Brigade", "Tulkarm Brigade", "Lions' Den",
            "Palestinian-American", "Palestinian American", "Palestinian Authority",
        ),
        "israeli": ("Israeli", "Israelis", "Israel", "Jew", "Jews", "Jewish", "IDF", "Israel Defense Forces", "Israeli-American",
                    "Arab-Israeli", "Arab Israeli", "Arab Israelis", "Israeli Arab", "Border Police", "Shin Bet"),
        "other": (
            "Lebanese", "Syrian", "Syrians", "Iranian", "Iranians", "Egyptian", "Egyptians", "Jordanian", "Jordanians", "Turkish", "Turk",
            "American", "Americans", "British", "Briton", "Britons", "French", "German", "Germans", "Thai", "Thais", "foreign", "Yemeni",
            "Yemenis", "Houthi", "Houthis", "Hezbollah", "Russian", "Russians", "Ukrainian", "Ukrainians", "Chinese", "Indian", "Nepali", "Nepalese", "Filipino",
            "Filipinos", "Canadian", "Australian", "Polish", "Italian", "Irish", "Iraqi", "Saudi", "Qatari", "Sudanese", "US", "U.S.", "Turkish-American",
        ),
    }.items() for word in phrases]
)  # fmt: skip
# these stand alone as a noun: "a Palestinian", "two Israelis"
PEOPLES = frozenset(
    """palestinian palestinians gazan gazans israeli israelis jew jews lebanese syrian syrians iranian iranians egyptian
    egyptians jordanian jordanians americans american briton britons turk thais thai yemenis houthis arabs arab israeli-american palestinian-american
    ukrainians russians filipinos germans nepalese filipino ukrainian italian german russian canadian australian thai
    nepali egyptian indian iraqi sudanese frenchman""".split()
)

QUALIFIERS: Lexicon[str] = Lexicon(
    [(phrase, name) for name, phrases in {
        "critical": ("critical condition", "critically", "in critical condition", "in a critical condition", "critical", "life-threatening"),
        "serious": ("serious condition", "seriously", "in serious condition", "serious", "severe", "severely", "badly", "gravely", "grave", "in serious"),
        "moderate": ("moderate condition", "moderately", "moderate"),
        "light": ("lightly", "slightly", "minor", "light"),
    }.items() for phrase in phrases]
)  # fmt: skip

# words that stand between a number and its noun and change neither
MODIFIERS = frozenset(
    """young old older elderly armed unarmed suspected alleged wanted local senior junior innocent unidentified masked
    separate different other more additional further new small large ground reserve female male pregnant veteran
    undocumented fellow unnamed foreign
    male-and-female off-duty retired teenage primary urban Bedouin high-ranking top leading prominent well-known
    suspected extended nearby neighbouring neighboring confirmed known registered entire total remaining surviving
    innocent known ultra-orthodox orthodox christian muslim arab druze long-range short-range residential multi-storey Arab"""
    .lower().split()
)  # fmt: skip

# the last words of nouns that alone say what is counted: "hostages", "troops", "airstrikes", "rockets"
NAMING = frozenset(
    phrase[-1]
    for phrase, noun in NOUNS.phrases()
    if noun.measure or noun.thing in ("airstrike", "rocket") or noun.category == "security_forces"
)

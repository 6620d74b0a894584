"""What happened to the people counted: verbs, states and nouns, each with the measure that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.reader.lexicon import Lexicon, listed


@dataclass(frozen=True)
class Event:
    """A word for an event: what it counts, and how it takes the people counted.

    Forms are `past` (killed: an object after it, or a subject before it where it is passive), `base` and
    `gerund` (kill, killing: an object after it), `subject` (died, fled: a subject before it), `state` (dead:
    before it) and `toll` (a total that a number completes). Where `measure` is None, the words around it say
    what is counted.
    """

    measure: str | None
    form: str


# the measure, the form, the phrases
_WORDS: tuple[tuple[str | None, str, str], ...] = (
    ("killed", "past", """
        assassinated, beaten to death, bombed to death, buried, burned to death, burnt to death,
        claimed, claimed the life of, claimed the lives of, cost the lives of, crushed to death,
        eliminated, executed, fatally shot, fatally stabbed, fatally wounded, gunned down, killed,
        left dead, lynched, martyred, massacred, mortally wounded, murdered, neutralised and killed,
        run over and killed, shot and fatally wounded, shot and killed, shot dead, shot to death,
        slain, slaughtered, stabbed and killed, stabbed to death, taken the lives of, took the lives
        of
        """),
    ("killed", "base", """
        assassinate, claim the lives of, claims the lives of, gun down, guns down, kill, kills,
        martyr, murder, murders, shoot and kill, shoot dead, shoots dead
        """),
    ("killed", "gerund", """
        assassinating, assassination of, bodies of, body of, buries, bury, burying, claiming the
        lives of, death of, deaths of, fatal shooting of, fatal shootings of, gunning down, killing,
        killing of, killings of, laid to rest, laying to rest, lives of, loss of, martyrdom of,
        massacring, mourn, mourned, mourning, mourns, murder of, murdering, murders of, remains of,
        shooting and killing, shooting dead, slaying of
        """),
    ("killed", "subject", """
        bled to death, burn to death, burned alive, did not survive, die, died, dies, drowned,
        dying, fallen, fell in action, fell in battle, fell in combat, froze to death, have fallen,
        have succumbed, lose their lives, losing their lives, lost her life, lost his life, lost
        lives, lost their lives, passed away, perish, perished, starved to death, succumbed, paid
        with her life, paid with his life, paid with their lives, succumbed to, suffocated
        """),
    ("killed", "state", """
        among the dead, among the victims, among those killed, dead, lifeless, pronounced dead, to
        death
        """),
    ("killed", "toll", """
        body count, dead toll, death count, death toll, fatality count, fatality toll, number
        killed, number of dead, number of deaths, number of fatalities, number of martyrs, tally of
        deaths, toll
        """),
    ("wounded", "past", """
        badly hurt, bitten, hospitalised, hospitalized, hurt, injured, left injured, left wounded,
        lightly to moderately hurt, lightly to moderately injured, lightly to moderately wounded,
        maimed, moderately to seriously hurt, moderately to seriously injured, moderately to
        seriously wounded, run over, seriously to critically hurt, seriously to critically injured,
        seriously to critically wounded, shot and injured, shot and wounded, stabbed, stabbed and
        injured, stabbed and wounded, treated, wounded
        """),
    ("wounded", "base", """
        injure, injures, shoot and wound, wound, wounds
        """),
    ("wounded", "gerund", """
        hurting, injuries to, injuring, injuring of, injury of, maiming, shooting and injuring,
        shooting and wounding, treating, wounding, wounding of
        """),
    ("wounded", "subject", """
        admitted with bullet wounds, admitted with gunshot wounds, admitted with injuries, admitted
        with wounds, affected by tear gas, airlifted to hospital, choked on tear gas, evacuated to
        hospital, flown to hospital, in intensive care, inhaled tear gas, left with injuries, left
        with wounds, needed hospital treatment, needed medical treatment, needed treatment, on
        ventilators, overcome by tear gas, remain in hospital, remained in hospital, required
        hospital treatment, required medical treatment, required treatment, rushed to a hospital,
        rushed to hospital, rushed to the hospital, suffered breathing difficulties, suffered
        breathing problems, suffered burns, suffered fractures, suffered from breathing
        difficulties, suffered from gas inhalation, suffered from inhaling tear gas, suffered from
        smoke inhalation, suffered from suffocation, suffered from tear gas inhalation, suffered gas
        inhalation, suffered smoke inhalation, suffered tear gas inhalation, sustained bruises,
        taken to hospital, taken to hospitals, transferred to hospital, treated for gunshot wounds,
        treated for injuries, treated for wounds
        """),
    ("wounded", "state", """
        among the injured, among the wounded, among those hit, among those hurt, among those
        injured, among those wounded, in a critical condition, in a moderate condition, in a serious
        condition, in a stable condition, in critical condition, in grave condition, in hospital in
        critical condition, in hospital in moderate condition, in hospital in serious condition, in
        hospital in stable condition, in moderate condition, in serious condition, in severe
        condition
        """),
    ("wounded", "toll", """
        injury toll, number of injured, number of injuries, number of people injured, number of
        people wounded, number of wounded
        """),
    ("displaced", "past", """
        chased from their homes, cleared out of, compelled to flee, compelled to leave, displaced,
        driven from, driven from their homes, driven out, emptied of, evacuated, evicted, expelled,
        forced from, forced from their homes, forced into displacement, forced out, forced out of,
        forced to abandon, forced to evacuate, forced to flee, forced to leave, forced to move,
        forcibly displaced, forcibly evacuated, forcibly expelled, forcibly removed from, forcibly
        transferred, internally displaced, left homeless, left without a home, left without homes,
        left without shelter, listed as displaced, made homeless, made to evacuate, made to flee,
        made to leave, newly displaced, ordered out of, pushed from their homes, pushed out of,
        registered as displaced, removed from their homes, rendered homeless, uprooted
        """),
    ("displaced", "base", """
        displace, displaces, evacuate, evacuates, evict, evicts, expel, expels, uproot, uproots
        """),
    ("displaced", "gerund", """
        displacement of, displacing, driving from their homes, evacuating, evacuation of, evicting,
        eviction of, exodus of, expelling, expulsion of, flight of, forced displacement of, forcible
        displacement of, forcible transfer of, uprooting
        """),
    ("displaced", "subject", """
        abandon, abandoned, abandoned their homes, abandoning, able to leave, away from their homes,
        barred from returning, became refugees, become refugees, cannot go back, cannot go home,
        cannot return, could not go back, could not go home, could not return, crossed into,
        escaped, escaping, fled, fled their homes, flee, flee their homes, fleeing, flees, get out,
        getting out, gone, got out, gotten out, moved out, had registered as displaced, had to flee,
        had to leave, have left their homes, have nowhere to go, have registered as displaced,
        having left, leave, leave the camp, leave their homes, leaving, leaving their homes, left,
        left the camp, left the camps, left their homes, lost their home, lost their homes, lost
        their houses, moved away, moved in with, moved out of, moved to, moving out of, not allowed
        back, not allowed to go home, not allowed to return, not be allowed back, not be allowed to
        return, not be let back, on the move, poured out, pouring out, prevented from returning,
        remain displaced, remain out of their homes, remained out of their homes, remained
        displaced, seeking refuge, seeking shelter, sheltering, slept elsewhere, sought refuge,
        sought shelter, spent the night away from home, spent the night away from their homes, spent
        the night in mosques, spent the night in schools, streamed out, streaming out, taken in by
        families, taken in by friends, taken in by neighbours, taken in by neighbors, taken in by
        relatives, taken refuge, taken shelter, took refuge, took shelter, unable to go back, unable
        to go home, unable to return, walked out of the camp, walked out of the city, will not be
        allowed back, will not be allowed to return, will not be let back, would not be allowed
        back, would not be allowed to return, would not be let back, found refuge, found shelter,
        finding refuge, finding shelter
        """),
    ("displaced", "state", """
        homeless, still out of their homes, with no home to return to, with nothing to return to,
        with nowhere to go, with nowhere to live, without a home, without a roof, without homes,
        without shelter, among the displaced, among the evacuees, among those displaced
        """),
    ("displaced", "toll", """
        number of displaced, number of displaced people, number of people displaced, number of the
        displaced
        """),
    ("detained", "past", """
        apprehended, arrested, arrested or detained, captured, detained, detained or arrested,
        handed over to, hauled away, imprisoned, imprisoned without charge, incarcerated, interned,
        jailed, led away, nabbed, picked up, placed under arrest, remanded, rounded up, seized,
        swept up, taken away, taken for interrogation, taken for questioning, taken from their
        homes, taken in, taken in for questioning, taken into custody, taken prisoner, taken to
        israel, took away, transferred for interrogation, transferred for questioning, transferred
        to, transferred to israel
        """),
    ("detained", "base", """
        apprehend, apprehends, arrest, arrests, capture, captures, detain, detains, round up, rounds
        up
        """),
    ("detained", "gerund", """
        apprehending, arrest of, arresting, arrests of, capture of, capturing, detaining, detaining
        of, detention of, imprisonment of, rounding up, taking into custody
        """),
    ("detained", "state", """
        among the arrested, among the detained, among the detainees, among those arrested, among
        those detained, behind bars, in administrative detention, in custody, in detention, in
        israel's jails, in israel's prisons, in israeli custody, in israeli detention, in israeli
        jails, in israeli prisons, in its jails, in its prisons, in jail, in prison, in their jails,
        into custody, into detention, under administrative detention, under arrest
        """),
    ("detained", "toll", """
        number arrested, number detained, number of arrests, number of detainees, number of
        detentions, number of prisoners
        """),
    ("hostages", "past", """
        abducted, being held captive, being held hostage, carried off to gaza, dragged into gaza,
        dragged to gaza, freed by hamas, freed from captivity, freed from gaza, handed over by
        hamas, held captive, held hostage, kidnapped, released by hamas, released from captivity,
        released from gaza, seized as hostages, snatched, taken as hostages, taken back to gaza,
        taken captive, taken hostage, taken into gaza, taken to gaza
        """),
    ("hostages", "base", """
        abduct, abducts, kidnap, kidnaps
        """),
    ("hostages", "gerund", """
        abducting, abduction of, kidnapping, kidnapping of, taking hostage
        """),
    ("hostages", "state", """
        captive, hostage, in captivity, in hamas captivity
        """),
    ("missing", "state", """
        beneath the rubble, buried beneath the rubble, buried under the rubble, feared trapped,
        missing, reported missing, still missing, trapped under rubble, trapped under the rubble,
        unaccounted for, under debris, under rubble, under the debris, under the rubble, under the
        ruins
        """),
    ("missing", "gerund", """
        fate of, lost contact with, whereabouts of
        """),
    ("missing", "past", """
        buried under rubble, trapped
        """),
    ("missing", "subject", """
        disappeared, gone missing, lost under the rubble, not been heard from, went missing
        """),
    ("held", "past", """
        held, imprisoned in
        """),
    ("structures", "past", """
        blasted, blew up, blown up, brought down, bulldozed, burned, burned down, burned out, burned
        to the ground, burnt, burnt down, burnt to the ground, completely destroyed, damaged,
        demolished, destroyed, detonated, dismantled, dynamited, flattened, gutted, knocked down,
        left uninhabitable, leveled, levelled, made uninhabitable, made unlivable, partially
        damaged, partially destroyed, partly demolished, partly destroyed, pulled down, put out of
        use, ransacked, razed, reduced, reduced to rubble, rendered uninhabitable, rendered
        unlivable, ruined, seized and demolished, set ablaze, set alight, set fire, set fire to, set
        on fire, severely damaged, torched, tore down, torn down, turned to rubble, vandalised,
        vandalized, wrecked, left unfit for habitation, left unfit to live in, taken down, took
        down, wiped out
        """),
    ("structures", "subject", """
        burst into flames, came down, can no longer be lived in, can no longer be repaired, can no
        longer be saved, cannot be repaired, caught fire, collapsed, come down, coming down,
        crumbled, lay in rubble, lay in ruins, lie in rubble, lie in ruins, no longer stand,
        suffered damage, suffered severe damage, sustained damage, sustained serious damage,
        sustained severe damage, went up in flames
        """),
    ("structures", "state", """
        ablaze, alight, beyond repair, beyond use, in ruins, no longer fit to live in, no longer
        habitable, on fire, unfit for habitation, unfit to live in, uninhabitable, with damage, with
        major damage, with partial damage, with serious damage, with severe damage
        """),
    ("structures", "base", """
        blow up, blows up, bring down, brings down, bulldoze, bulldozes, burn, burns, damage,
        damages, demolish, demolishes, destroy, destroys, dismantle, dynamite, dynamites, flatten,
        flattens, gut, guts, knock down, knocks down, level, levels, pull down, pulls down, ransack,
        ransacks, raze, razes, sets fire to, tear down, tears down, torch, torches, wreck, wrecks
        """),
    ("structures", "gerund", """
        blowing up, bringing down, bulldozing, burning, burning down, burning of, damage or
        destruction of, damage to, damaging, demolishing, demolishing or damaging, demolition of,
        demolition or confiscation of, destroying, destruction of, destruction of or damage to,
        destruction or damage of, destruction or severe damage of, detonating, dismantling,
        dynamiting, flattening, gutting, knocking down, leveling, levelling, pulling down,
        ransacking, razing, reducing, reduction of, setting ablaze, setting alight, setting fire to,
        tearing down, torching, wrecking
        """),
    (None, "toll", """
        count, figure, now number, now numbers, number, number of, numbered, overall number of,
        overall toll, overall total, tally, total, total number, total number of, total of
        """),
)  # fmt: skip

# "suffered injuries", "with gunshot wounds"
_SUFFERING = "had have suffer suffered suffering sustained sustaining with".split()
_KINDS_OF_WOUNDS = """
    bullet critical gunshot head leg life-threatening light minor moderate multiple serious severe shrapnel
    slight stab superficial
    """.split()
# "with head and leg injuries", "had bullet and shrapnel wounds"
_TWO_KINDS = [
    f"{one} and {other}"
    for kinds in ("bullet gunshot shrapnel stab".split(), "chest head leg".split())
    for one in kinds
    for other in kinds
    if one != other
]
_WOUNDED = [
    f"{verb} {kind}{noun}"
    for verb in _SUFFERING
    for kind in ("", *(f"{kind} " for kind in _KINDS_OF_WOUNDS + _TWO_KINDS))
    for noun in ("injuries", "wounds")
]
# "with a critical head wound", "suffered a bullet wound", "with severe leg injuries"
_WOUNDED_PARTS = "abdominal arm chest eye hand head leg neck stomach".split()
_ONE_WOUND = [
    f"{verb} a {kind}{part}{noun}"
    for verb in _SUFFERING
    for kind in ("", *(f"{kind} " for kind in _KINDS_OF_WOUNDS if kind not in ("head", "leg", "multiple")))
    for part in ("", *(f"{part} " for part in _WOUNDED_PARTS))
    for noun in ("injury", "wound")
]
_WOUNDS_OF_PARTS = [
    f"{verb} {kind} {part} {noun}"
    for verb in _SUFFERING
    for kind in "critical light minor moderate multiple serious severe".split()
    for part in _WOUNDED_PARTS
    for noun in ("injuries", "wounds")
]
# "hit by shrapnel", "struck by a rubber bullet", "shot with live ammunition"
_PROJECTILES = listed(
    """
    a bullet, a live bullet, a rubber bullet, a rubber-coated bullet, a rubber-coated steel bullet, a
    sponge bullet, a stray bullet, a tear gas canister, an israeli bullet, army fire, army gunfire,
    bullet fragments, bullets, fragments, gunfire, israeli fire, israeli gunfire, live ammunition, live
    bullets, live fire, live rounds, rubber bullets, rubber-coated bullets, rubber-coated metal bullets,
    rubber-coated steel bullets, shrapnel, sniper fire, stray bullets, tear gas canisters
    """
)
# "hit by gunmen": who is shot by them may be dead
_SHOOTERS = listed(
    """
    a gunman, a sniper, gunmen, israeli forces, israeli soldiers, israeli troops, palestinian gunmen,
    snipers, soldiers, the gunman, the gunmen, the soldiers, the troops, troops
    """
)
_STRUCK = [
    *(f"{verb} {thing}" for verb in ("hit by", "shot with", "struck by") for thing in _PROJECTILES),
    *(f"hit by {shooter}" for shooter in _SHOOTERS),
]
# "shot in the leg", "hit in both legs"; who is shot in the head or chest may be dead
BODY_PARTS = """
    abdomen ankle arm back belly buttocks ear elbow eye face feet foot hand heel hip jaw knee leg limbs
    pelvis shoulder side stomach thigh waist
    """.split()
_VITAL_PARTS = ["chest", "head", "neck"]
_STRUCK_PARTS = [
    f"{verb} in {the} {part}"
    for verb, parts in (
        ("hit", BODY_PARTS + _VITAL_PARTS),
        ("shot", BODY_PARTS),
        ("struck", BODY_PARTS + _VITAL_PARTS),
    )
    for part in parts
    for the, part in (("both", f"{part}s"), ("his", part), ("her", part), ("the", part), ("the", f"{part}s"))
]
# "staying in schools", "sheltering with relatives"
_REFUGES = [
    f"{verb} {where}"
    for verb in listed(
        "accommodated, hosted, housed, living, put up, sheltered, sheltering, sleeping, slept, staying"
    )
    for where in listed(
        """
        at schools, at shelters, in a mosque, in a school, in a wedding hall, in collective shelters, in
        displacement shelters, in emergency shelters, in makeshift shelters, in mosques, in public
        buildings, in public shelters, in rented, in schools, in shelters, in temporary shelters, in
        tents, in wedding halls, with families, with friends, with host families, with relatives
        """
    )
]
# "in serious to critical condition", "in critical to very critical condition"
_CONDITIONS = "light moderate serious critical".split()
_IN_CONDITIONS = [
    f"in {a}{low} to {high} condition"
    for a in ("", "a ")
    for at, low in enumerate(_CONDITIONS)
    for high in (f"very {low}", *_CONDITIONS[at + 1 :])
]
_MADE = (
    ("wounded", "state", ",".join(_IN_CONDITIONS)),
    ("wounded", "subject", ",".join(_WOUNDED + _ONE_WOUND + _WOUNDS_OF_PARTS + _STRUCK)),
    ("wounded", "past", ",".join(_STRUCK_PARTS)),
    ("displaced", "subject", ",".join(_REFUGES)),
)

EVENTS: Lexicon[Event] = Lexicon(
    (phrase, Event(measure, form))
    for measure, form, phrases in (*_WORDS, *_MADE)
    for phrase in listed(phrases)
)

# a counted noun that is itself an event: "dozens of deaths", "12 arrests"
COUNTED: dict[str, str] = {
    noun: measure
    for measure, nouns in {
        "killed": "bodies corpses deaths fatalities killings martyrdoms martyrs",
        "wounded": "injuries",
        "detained": "arrests detentions",
        "structures": "demolitions",
        "displaced": "displacements",
        "hostages": "kidnappings",
    }.items()
    for noun in nouns.split()
}

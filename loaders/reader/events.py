"""What happened to the people counted: verbs, states and nouns, each with the measure that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.reader.lexicon import Lexicon, listed


@dataclass(frozen=True)
class Event:
    """A word for an event.

    `form` says how it takes the people counted: `past` (killed: an object after it, or a subject before it where it is
    passive), `base` and `gerund` (an object after it), `subject` (died, fled: a subject before it), `state` (dead: before
    it), `toll` (a total that a number completes). `measure` None: the words around it say what is counted.
    """

    measure: str | None
    form: str


def _forms(measure: str, form: str, phrases: str) -> list[tuple[str, Event]]:
    return [(phrase, Event(measure, form)) for phrase in listed(phrases)]


EVENTS: Lexicon[Event] = Lexicon(
    _forms("killed", "past", """
        killed, shot dead, shot and killed, shot to death, gunned down, martyred, assassinated,
        murdered, slain, fatally shot, fatally wounded, fatally stabbed, beaten to death, stabbed to
        death, burned to death, burnt to death, slaughtered, massacred, executed, killed or, shot
        and fatally wounded, run over and killed, stabbed and killed, eliminated, neutralised and
        killed, claimed the lives of, claimed the life of, cost the lives of, taken the lives of,
        took the lives of, bombed to death, crushed to death, claimed, lynched, mortally wounded
        """)
    + _forms("killed", "base", """
        kill, kills, shoot dead, shoots dead, shoot and kill, gun down, guns down, assassinate,
        murder, murders, claims the lives of, claim the lives of, martyr
        """)
    + _forms("killed", "gerund", """
        killing, shooting dead, shooting and killing, gunning down, assassinating, murdering,
        claiming the lives of, massacring, killing of, killings of, death of, deaths of, murder of,
        assassination of, fatal shooting of, martyrdom of, loss of, bodies of, body of, fatal
        shootings of, slaying of, murders of, lives of, remains of
        """)
    + _forms("killed", "subject", """
        died, die, dies, perished, perish, dying, lost their lives, lost his life, lost her life,
        losing their lives, lose their lives, succumbed to, passed away, have succumbed, lost lives,
        bled to death, burned alive, burn to death, fallen, have fallen, suffocated, drowned, starved to death, froze to death
        """)
    + _forms("killed", "state", """
        dead, to death, among the dead, among those killed, pronounced dead, lifeless, dead and
        """)
    + _forms("killed", "toll", """
        death toll, toll, death count, fatality count, fatality toll, dead toll, number of deaths,
        number of fatalities, number of dead, tally of deaths, body count, number of martyrs
        """)
    + _forms("wounded", "past", """
        wounded, injured, hurt, shot and wounded, shot and injured, maimed, badly hurt,
        hospitalised, hospitalized, stabbed and wounded, stabbed and injured, injured or
        """)
    + _forms("wounded", "base", """
        wound, wounds, injure, injures, shoot and wound
        """)
    + _forms("wounded", "gerund", """
        wounding, injuring, wounding of, injuring of, hurting, shooting and wounding, shooting and
        injuring, maiming, injury of, injuries to
        """)
    + _forms("wounded", "subject", """
        suffered bullet wounds, suffer bullet wounds, suffered gunshot wounds, suffer gunshot
        wounds, sustained injuries, suffered injuries, suffered wounds, sustained wounds, suffer
        injuries, sustained gunshot wounds, sustained bullet wounds, suffered burns, suffering
        injuries, sustaining injuries, suffering gunshot wounds, suffering bullet wounds, suffered
        shrapnel wounds, sustained shrapnel wounds, suffered from tear gas inhalation, suffered tear
        gas inhalation, treated for injuries, treated for gunshot wounds, treated for wounds,
        suffered serious injuries, sustained serious injuries, suffered minor injuries, sustained
        minor injuries, suffered light injuries, sustained light injuries, suffer wounds, had
        serious injuries, had injuries, had gunshot wounds, have serious injuries, with serious
        injuries, sustained moderate injuries, sustained bruises, suffered fractures, taken to
        hospital, with gunshot wounds, with bullet wounds, with injuries
        """)
    + _forms("wounded", "state", """
        among the wounded, among the injured, among those injured, among those wounded, in critical
        condition, in a critical condition, in serious condition, in a serious condition, in
        moderate condition
        """)
    + _forms("wounded", "toll", """
        number of wounded, number of injured, number of injuries, injury toll, number of people
        wounded, number of people injured
        """)
    + _forms("displaced", "past", """
        displaced, evacuated, uprooted, driven from their homes, driven out, driven from, forced
        from their homes, forced from, forced out of, forced out, forced to leave, forced to flee,
        forced to evacuate, made homeless, rendered homeless, left homeless, forcibly displaced,
        forcibly evacuated, expelled, forcibly expelled, forcibly transferred, evicted, forcibly
        removed from, pushed out of, compelled to leave, compelled to flee, forced to abandon,
        ordered out of, internally displaced, newly displaced, forced to move, cleared out of,
        removed from their homes, chased from their homes, pushed from their homes, forced into
        displacement, emptied of
        """)
    + _forms("displaced", "base", """
        displace, displaces, uproot, uproots, evict, evicts, expel, expels, evacuate, evacuates
        """)
    + _forms("displaced", "gerund", """
        displacing, displacement of, forced displacement of, uprooting, evicting, expelling,
        evacuating, expulsion of, evacuation of, eviction of, exodus of, flight of, forcible
        transfer of, forcible displacement of, driving from their homes
        """)
    + _forms("displaced", "subject", """
        fled, flee, fleeing, flees, sought shelter, seeking shelter, sought refuge, seeking refuge,
        left their homes, abandoned their homes, lost their homes, have left their homes, escaped,
        took shelter, taken shelter, taken refuge, took refuge, sheltering, leaving their homes,
        moved out of, moving out of, had to leave, had to flee, left the camp, left the camps,
        remain displaced, remained displaced, unable to return, leave their homes, escaping, flee
        their homes, fled their homes, leave the camp, forced out
        """)
    + _forms("displaced", "subject", "left, leave, leaving, having left, streamed out, streaming out, poured out, pouring out, away from their homes")
    + _forms("displaced", "state", """
        homeless, without homes, without a home, without shelter
        """)
    + _forms("displaced", "toll", """
        number of displaced, number of people displaced, number of displaced people, number of the
        displaced
        """)
    + _forms("detained", "past", """
        arrested, detained, apprehended, rounded up, picked up, seized, swept up, taken away, led away, hauled away, taken in, captured, taken into custody, taken prisoner,
        jailed, imprisoned, nabbed, taken in for questioning, arrested or, placed under arrest,
        interned, imprisoned without charge, remanded, incarcerated, arrested or detained, detained
        or arrested
        """)
    + _forms("detained", "base", """
        arrest, arrests, detain, detains, round up, rounds up, apprehend, apprehends, capture,
        captures
        """)
    + _forms("detained", "gerund", """
        arresting, detaining, rounding up, apprehending, capturing, arrest of, arrests of, detention
        of, detaining of, capture of, taking into custody, imprisonment of
        """)
    + _forms("detained", "state", """
        under arrest, in custody, in detention, in israeli detention, in administrative detention,
        in israeli jails, in israeli prisons, in jail, in prison, behind bars, in israeli custody,
        among those arrested, among those detained, among the detainees, among the detained, among
        the arrested
        """)
    + _forms("detained", "toll", """
        number of arrests, number of detainees, number of prisoners, number of detentions
        """)
    + _forms("hostages", "past", """
        taken hostage, kidnapped, abducted, held hostage, held captive, taken captive, dragged into
        gaza, seized as hostages, snatched, taken as hostages, being held captive, being held
        hostage
        """)
    + _forms("hostages", "base", "kidnap, kidnaps, abduct, abducts")
    + _forms("hostages", "gerund", """
        kidnapping, abducting, abduction of, kidnapping of, taking hostage
        """)
    + _forms("hostages", "state", """
        captive, hostage, in captivity, in hamas captivity
        """)
    + _forms("missing", "state", """
        missing, unaccounted for, trapped under the rubble, under the rubble, buried under the
        rubble, trapped under rubble, under rubble, reported missing, feared trapped, still missing
        """)
    + _forms("missing", "past", "trapped, buried under rubble")
    + _forms("missing", "subject", "disappeared, gone missing, went missing")
    + _forms("held", "past", "held, imprisoned in")
    + _forms("structures", "past", """
        demolished, destroyed, razed, burned, burnt, torched, damaged, levelled, leveled, flattened,
        bulldozed, blown up, blew up, set alight, set on fire, set fire to, set ablaze, gutted,
        dismantled, knocked down, torn down, pulled down, reduced, partially destroyed, completely
        destroyed, severely damaged, partially damaged, blasted, vandalised, vandalized, wrecked,
        burned down, burned out, detonated, ruined, partly destroyed, partly demolished, turned to
        rubble, burnt down, ransacked, demolished or, destroyed or, damaged or, set fire
        """)
    + _forms("structures", "past", """
        rendered uninhabitable, left uninhabitable, made uninhabitable, put out of use, seized and
        demolished
        """)
    + _forms("structures", "subject", """
        sustained damage, suffered damage, sustained severe damage, suffered severe damage,
        sustained serious damage, collapsed, caught fire
        """)
    + _forms("structures", "base", """
        demolish, demolishes, destroy, destroys, raze, razes, burn, burns, torch, torches, damage,
        damages, bulldoze, bulldozes, blow up, blows up, flatten, flattens, level, levels, set fire
        to, set ablaze, sets fire to, dismantle
        """)
    + _forms("structures", "gerund", """
        demolishing, destroying, razing, burning, torching, damaging, bulldozing, blowing up,
        flattening, levelling, leveling, setting fire to, demolition of, destruction of, reducing,
        detonating, damage to, dismantling, demolishing or damaging, the razing of, burning of,
        setting ablaze, setting alight, burning down, reduction of
        """)
    + [(phrase, Event(None, "toll")) for phrase in ("number of",
            "now number",
            "now numbers",
            "numbered", "total number of", "total", "tally", "overall total", "total of", "count", "overall number of", "figure", "total number", "overall toll")]
)  # fmt: skip

# a counted noun that is itself an event: "dozens of deaths", "12 arrests"
COUNTED: dict[str, str] = {
    "deaths": "killed",
    "fatalities": "killed",
    "killings": "killed",
    "bodies": "killed",
    "martyrs": "killed",
    "martyrdoms": "killed",
    "corpses": "killed",
    "injuries": "wounded",
    "arrests": "detained",
    "detentions": "detained",
    "demolitions": "structures",
    "displacements": "displaced",
    "kidnappings": "hostages",
}

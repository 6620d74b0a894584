"""What a mention counts: the event that its words take part in.

Small grammars over the sentence's outline join mentions to events: "three people were killed", "killing three
people", "a toll of 12", "four soldiers and two civilians were wounded", "12 dead". Their repetitions are
possessive, so that no text makes them backtrack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.reader.denials import is_unreal, may_be_unreal
from loaders.reader.events import COUNTED, EVENTS, Event
from loaders.reader.headnouns import TELLING_NOUNS, measure_of_noun
from loaders.reader.links import HARM, PP, Link, fits
from loaders.reader.meanings import TELLING_VERBS, measure_of, measure_of_verb
from loaders.reader.mentions import TOLD_OF_VICTIMS, Mention
from loaders.reader.outline import Outline, Part
from loaders.reader.people import ARMED, KINDS_OF_PEOPLE, NAMING, NOUNS, ends_with_group
from loaders.reader.text import Sentence
from loaders.reader.tolls import find_totals

# words set apart by commas, brackets or dashes: ", including three children,"
APART = r"(?:,[^,|E()]{1,60}+(?=,)|\([^()E]{0,60}+\)|\|[^|E]{1,40}+\|)"
# "three soldiers and two civilians": the mentions that share a predicate
JOINED = rf"(?:(?:,?[cy]|,)[ad]*+M{PP}*+)"
# "two shops and a mosque were", "a man and his son, 9, were": joined to somebody or something not counted
JOINED_WORDS = r"(?P<joined>,?cdw{1,2}+(?:,w,)?+(?=[bh]))"
# "a man, his wife and two children were": between others that are counted
UNCOUNTED = r"(?:,dw{1,2}+(?=,?c[ad]*+M|,))"
# "a man who tried to stab", behind which somebody is met who is not told of
OBJECT_OF_CLAUSE = re.compile(r"M,?k[hadtn]{0,3}w[hwadptn]{0,7}$")
LONGEST_CLAUSE = 14  # parts
# "who had hidden in a mosque were killed": a clause that ends where a passive begins
RELATIVE = r"(?:k[hwadpbtmnM]{1,14}?(?=[ba]*b[ba]*+E))"
# "three houses belonging to one family were razed", "two boys playing near the wall were shot"
REDUCED = r"(?:w[tp][dwapM]{1,9}?(?=[ba]*b[ba]*+E))"
# "12 homes housing 30 families were razed", "two men holding three others were shot dead"
HOLDING = rf"(?:(?P<holding>w)[ad]*+M{PP}*+(?=[ba]*b[ba]*+E))"
# "a man working for a radio and two medics were hurt": the same, before what is joined
DOING = r"(?:(?P<doing>w)[tp][dwapM]{1,9}?(?=c[ad]*+M))"
# "45 people, including 28 children were": a part whose second comma is left out
UNCLOSED = rf"(?:,i[ad]*+M{PP}*+(?=[bh]))"
# "six people, two of whom are in serious condition, were", "12, including three claimed by Hamas, were"
HURT_PART = rf"(?:,(?:i[ad]*+)?+M[bahr]*+E{PP}*+(?=,[bh]))"
# "families whom the UN says have been displaced", "men who the army said were armed were killed"
SAID_OF = r"(?:k[dwap]{1,5}[vr](?:[hb][hadwptn]{1,8}?(?=[ba]*b[ba]*+E))?(?=[hb]))"
# how a subject reaches its predicate
TO_PREDICATE = (
    rf"(?:{PP}|{SAID_OF}|{HURT_PART}|{APART}|{UNCLOSED}|{JOINED}|{UNCOUNTED}|{JOINED_WORDS}|w?a|z(?:[cpt]?+w){{1,5}}+|{RELATIVE}|{REDUCED}|{HOLDING}|{DOING}"
    r"|k[wadp]{1,8}+|k(?=,))*+,?"
)
# "were also killed", "are reported to have been killed", "was shot in the leg and wounded", "killed"
PREDICATE = re.compile(
    rf"M{TO_PREDICATE}k?(?P<aux>[bharqt]*+(?:(?<=ba)ca*+)?)(?:(?<=[ba])wa*+{PP}?ca*+)?(?P<event>E)"
)
# "nine dead, among them a nurse, and 60 hurt": what follows the part is not said of it
AFTER_PART = re.compile(rf",c[ad]*+M(?:{PP}|{APART},)*+[bharqt]*+$")
# ", the mayor said, and": what follows is another clause
SAID_APART = re.compile(r",[^,|M]{1,12}?[rv],c[ad]*+M")
# "most of the residents — more than 20,000 people — have left": the number apart, its subject before it
SET_APART = re.compile(
    rf"(?:(?:^|[,skv])[dwpa]{{1,10}}+|(?P<families>M))\|[ad]*+(?P<mention>M){PP}*+\|(?P<aux>(?:[bh][bharqt]*+)?+)(?P<event>E)"
)
# "a third of those killed, 43, were children"
SHARE = re.compile(rf"(?P<of>p)d?(?P<event>E)(?:{PP}|a)*+,c?[ad]*+(?P<mention>M),?b")
# "hit a car that carried four men, killing all of them", "met two men, armed, and in a clash killed both"
ALL_OF_THEM = re.compile(rf"(?P<mention>M)(?:{PP}|{APART})*+,?[ca]*+{PP}*+(?P<event>E)")
# "of the 14, six died": what is said of the six
OF_SOME = re.compile(r"(?:^|[|,sk])p[dw]{0,2}$")
# "gunmen who killed three Israelis were shot dead", "a man accused of killing two was held": the second event
TOLD_APART = re.compile(
    r"M(?:,?k[hwadpbtn]{0,5}+|(?P<charge>w)p)E[adwpM]{0,14}?,?(?P<aux>b[bar]*+)?(?P<event>E)"
)
# "was wounded on Monday and later died"
THEN_DIED = re.compile(rf"E(?:{PP}|a)*+,?ca*+(?P<event>E)")
# "a man wounded on Monday has died"
HURT_DIED = re.compile(rf"E(?:{PP}|a)*+(?:h?a*+)(?P<event>E)")
# "a man shot in Jenin bled to death"
SHOT_DIED = re.compile(rf"M(?P<shot>w)(?:{PP}|a)++[hb]?a*+(?P<event>E)")
# "four men were shot by troops, one of them is in critical condition"; "troops shot four men, one of whom"
_ONE_OF_THEM = r",(?:i(?:b*+))?(?P<part>M)[ba]*+(?P<event>E)"
SHOT_AND_HURT = re.compile(rf"(?P<mention>M)b?a*+(?P<shot>w)(?:{PP}|a)*+{_ONE_OF_THEM}")
HIT_AND_HURT = re.compile(rf"(?P<shot>w)[ad]*+(?P<mention>M)(?:{PP}|a)*+{_ONE_OF_THEM}")
# "six of the injured later died"
OF_WHOM_DIED = re.compile(r"E[ah]*+(?P<event>E)")
# "two men approached the fence and were shot dead": a second predicate of the same subject
ACTED = re.compile(
    rf"(?:^|(?<=[|,skrv]))[ad]*+(?P<mention>M){PP}?+h?a*+w[wdapt]{{0,12}}?c(?P<aux>a*+b[ba]*+)(?P<event>E)"
)
# "forced thousands to flee", "sending thousands fleeing"
DRIVEN = re.compile(rf"[gE][ad]*+(?P<mention>M){PP}*+t?(?P<event>E)")
# "killed at least 12", "killing, among others, 12"
OBJECT = re.compile(r"E[ad]*+(?:,[^,|E]{1,20}+,)?p?d?(?P<mention>M)")
# "among the dead were two children", "among the wounded, two were in serious condition"
AMONG = re.compile(rf"E(?:{PP}?+[ba]++(?:[rz]s)?d?|[,|])(?P<mention>M)")
# "named the dead as a nurse and two boys"
NAMED_AS = re.compile(r"[wrz]d(?P<event>E)s(?P<mention>M)")
# "of the dead, three were children"
OF_THEM = re.compile(rf"p[dw]{{0,2}}+(?P<event>E){PP}*+,(?P<mention>M)b")
# "was killed along with two other fighters"
COMPANION = re.compile(rf"E(?:{PP}|a)*?,?(?:[pwa]*|c)d?(?P<mention>M)")
# "killed Omar Saleh and four others"
LISTED = re.compile(r"E[ad]*+w{1,5}+(?:(?:,[^,|EMc]{1,30}+){1,3}+,)?c[ad]*+(?P<mention>M)(?!b)")
# "was killed, as was a passer-by"
INVERTED = re.compile(rf"E(?:{PP}|a)*+,?s(?P<verb>[bw])[ad]*+(?P<mention>M)(?!b)")
# "killed 12 people and three soldiers", "12 of the dead were in Jenin, four in Tubas", "the deaths of two men
# and of a boy": joined to a mention that has its event
NEXT_JOINED = re.compile(
    rf"M(?:pdE(?=b))?+(?:bw(?=c)|b)?+a*+(?:{PP}|\([^()E]{{0,40}}+\)|,?i[ad]*+M(?={PP}*+,c)|{UNCOUNTED})*+(?:,?[cy](?:,[^,|()EM]{{1,20}}+,)?+|,)"
    r"(?P<of>p?+)[ad]*+(?P<mention>M)(?P<after>.?)"
)
# "killed 12 in Jenin and four in Far'a", "killed, mostly by troops and two by settlers": the second has
# neither noun nor verb of its own
GAPPED = re.compile(rf"E(?:{PP}|a)*+(?:[(,]a++{PP})?+(?:,?c|,)[ad]*+(?P<mention>M)(?=a?+(?:[p,|)]|$))")
# "up from 338", "compared with 12", "the UN puts it at 12", "a survey arrived at 610 homes": what is counted
# is told before
_SET_AGAINST = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|(?:speaks?|spoken?|spoke) of|puts? (?:it|that) at"
    r"|arriv(?:ed|es|ing) at)$"
)
# "lawyers count 400", "against 12 a year ago": only before a number without a noun
_COUNTING = frozenset(
    "against count counted counts documented listed lists recorded registered tallied versus".split()
)
# what sets a number apart from the one that it is set against
_APART = frozenset(", ; - — ( but compared up down while which".split())
# "two men died in Jenin and a boy in Tubas": people with a place of their own, and no verb
GAPPED_PEOPLE = re.compile(
    r"E(?:p[dwa]{1,4}+|a)*+(?:\(w{1,2}\))?+,?c[ad]*+(?P<mention>M)(?P<where>p(?:[dw]{1,5}+|a))(?:\(w{1,2}\))?(?=[,|)]|$)"
)
# "12 Palestinians were killed, and two Israelis", "and two Israelis, both of them in Hebron"
GAPPED_BEHIND_COMMA = re.compile(r"E(?:p[dw]{1,4}+|a)*+,c[ad]*+(?P<mention>M)a?+(?=\||$|,[aw]ip)")
# "the first strike killed two people and the second four"
GAPPED_ORDINAL = re.compile(r"M[pdwaE]{0,6}?,?c(?:d(?P<nth>w)){1,2}(?P<mention>M)(?=a?[,|]|$)")
# "21 of the deaths were in Jenin; eight were in Tubas"
ALSO_IN = re.compile(rf"(?P<owner>M)(?:pd?[wE])?b{PP}(?:,[^|M]{{1,12}})?\|[ad]*+(?P<mention>M)b(?P<at>p)")
# "2,100 families left Tulkarem, and in Nur Shams over 1,800": the place first
PLACE_FIRST = re.compile(r",?cp[dw]{1,3}+(?P<mention>M)(?=[,|)]|$)")
# "Hamas said eight had been killed, and Islamic Jihad one": the group and its number alone
GAPPED_GROUP = re.compile(r"(?:[,|]|,?c)w{1,4}(?P<mention>M)(?=[,|]|$)")
# "were killed in Tel Aviv (12) and in Haifa (3)"
TALLIED = re.compile(r"w\((?P<mention>M)\)")
# "people fled in their thousands", "were arrested by the hundreds"
BY_THE_NUMBER = re.compile(r"(?P<aux>[bha]*+)(?P<event>E)[dwap]{0,7}?(?P<by>p)d(?P<mention>M)")
# "orders that would see 106 houses demolished"
FORESEEN = re.compile(r"mw$")
# "spent a second night away from their homes", "packed their things and moved away"
SPENT = re.compile(rf"M{PP}*+w[dwaM]{{0,4}}?(?P<event>E)")
MOVED = re.compile(rf"M{PP}*+(?:{APART}|{JOINED})*+,?[wE][dw]{{0,4}}?c(?P<event>E)")
# "101 are still there", where hostages are counted before
STILL_HELD = re.compile(
    r"(?:(?:are|were) (?:all )?still|(?:are |were )?(?:believed|thought) to be(?: still)?|(?:still )?remain)"
    r" (?:there|in gaza|inside gaza|in captivity|captive|held)\b"
)
# "two remain in intensive care", where wounded people are counted before
IN_CARE = re.compile(
    r"(?:are|is|remain|remained|remains|was|were) (?:still )?(?:being treated )?"
    r"(?:hospitali[sz]ed|in (?:\w+ )?(?:hospital|intensive care|surgery)|on (?:life support|ventilators))\b"
)
LONGEST_ASIDE = 14  # words
# "killed three people", not "killed in Jenin"
WITH_OBJECT = re.compile(r"E[ad]*+[Mw]")
# "lost two soldiers", "freed three women", "took 251 people", "forced 20 families out of the camp"
PLAIN_OBJECT = re.compile(r"[wgE][ad]*+(?P<mention>M)")
# "could have killed dozens"
MERELY_POSSIBLE = re.compile(r"ma*+ha*+$")
# "emptied two hamlets of 900 people"
EMPTIED = re.compile(r"w[dwaM]{1,5}?(?P<of>p)[da]*+(?P<mention>M)")
# what stands right before an event that did not happen: "were not killed", "no one was hurt"
NEGATED = re.compile(r"n[bhart]*+$")
_TELLING_NAMES = frozenset("described gave identified listed named".split())
_THE_HARMED = frozenset("dead injured killed wounded".split())
# whoever is arrested is a person, what is seized need not be
_OF_THINGS = frozenset(
    """
    buried captured captures capture capturing claimed eliminated mourned picked remains seized snatched swept
    taken took treated
    """.split()
)
# "its members", "men of theirs", "among its own"
_OWN = re.compile(
    r"(?:its|their) (?:own )?(?:commanders|fighters|members|men|militants)\b"
    r"|(?:commanders|fighters|members|men|militants) of (?:its|their|theirs)\b"
    r"|(?:among )?(?:its|their) own\b|theirs\b"
)
# "as did a passer-by", "as were two guards"
_AS_WAS = frozenset("did was were".split())
_STRUCK = frozenset("hit shot struck".split())
_HURTING = _STRUCK | frozenset("hurt injured stabbed wounded".split())
_FATALLY = frozenset(("fatally", "mortally"))
_ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"], [")"], ["and"])
# what leads to whoever did it, or to what it was about
_AGENTS = frozenset("against between by with".split())
_AT_PLACES = frozenset("at in inside near on outside".split())  # "on Monday" too
_SETTLEMENTS = frozenset("camp city town village".split())
_FIRST = frozenset("earlier first former one".split())
_NEXT = frozenset("fourth later latter next other second third".split())
_MANNERS = (["in", "their"], ["in", "the"], ["by", "the"])  # "in their thousands"
# "was killed in a clash with three other gunmen": they are no companions
_CLASHES = frozenset(
    """
    argument battle brawl clash clashes collision confrontation confrontations dispute encounter exchange
    fight fighting firefight gunfight scuffle scuffles shootout standoff struggle
    """.split()
)
# "three of the men killed belonged to one family", "30 were injured according to medics": no object
_TELLING_WHO = frozenset("according belong belonged came come hailed lived stayed worked".split())
_LEADING_AWAY = frozenset(("from", "of"))  # "driven from", "forced out of"
# what happens to people alone: "12 lamplighters were arrested"
_ONLY_OF_PEOPLE = frozenset("apprehended arrested detained imprisoned jailed".split())
_EMPTYING = frozenset("emptied empties empty emptying".split())
# "two gunmen accused of killing three people"
_CHARGED = frozenset("accused blamed convicted suspected wanted".split())
# who takes refuge from arrest is not displaced
_SOUGHT = frozenset("fugitive fugitives suspect suspects wanted".split())
# who leaves a place because the visit is over
_VISITORS = frozenset(
    """
    activists delegates diplomats fans guests inspectors journalists lawmakers ministers mourners
    negotiators officials pilgrims players protesters reporters shoppers tourists workers worshippers
    """.split()
)
# "helped to evacuate", "went on to kill", "have begun to demolish"
_ACHIEVING = frozenset("began begun continued helped helping managed on proceeded resumed started".split())
# events that drive people on to another: "left 12 people dead"
_DRIVING = frozenset(("forced", "forcing", "left", "leaving"))
# "half of the 15,000 fled": the number is not that of those who fled
_FRACTIONS = frozenset(
    """
    cent half majority most nobody none one-third percent quarter quarters third thirds three-quarters
    two-thirds %
    """.split()
)
_ANOTHER_CLAUSE = frozenset(", but whereas while".split())
# whoever lives somewhere is displaced where they move away
_SETTLED = frozenset("families herders households residents villagers".split())
# an object after the verb: "two men killed him"
_ALL = (
    ["all", "of", "them"],
    ["both", "of", "them"],
    ["both", "."],
    ["them", "all", "."],
    ["them", "both", "."],
)
_HOMES = frozenset("area areas camp camps homes houses".split())
_PLAIN_OBJECTS = frozenset("him her them it himself the his their".split())
_SPANS = frozenset("afternoon evening month morning night spring summer week weekend winter year".split())
# the verb of a subject that is joined of several
_PLURAL_VERBS = frozenset("are had have were".split())
# words by which a sentence may go on with the count of the one before: "Two of them were children.", "The UN
# puts it at 12."
_GOING_ON = frozenset("include included own put puts spoke theirs them".split())
# a sentence without any of these counts nothing
_TELLING = (
    EVENTS.telling_words
    | COUNTED.keys()
    | NAMING
    | KINDS_OF_PEOPLE
    | TELLING_NOUNS
    | TELLING_VERBS
    | _GOING_ON
    | _EMPTYING
    | TOLD_OF_VICTIMS
    | _FATALLY
)


def can_count(sentence: Sentence) -> bool:
    """Whether a sentence has any word that could make a number a figure; most sentences have none."""
    return not _TELLING.isdisjoint(sentence.lower)


def find_measures(line: Outline, spoken_of: frozenset[str] = frozenset()) -> dict[int, Link]:
    """What each mention counts, by its index; a mention that counts nothing is left out.

    `spoken_of` is what the sentence before counted.
    """
    links: dict[int, Link] = {}
    for found in (find_totals(line, spoken_of), *(search(line) for search in _SEARCHES)):
        for link in found:
            if link.mention not in links and fits(line, line.mentions[link.mention], link.measure):
                links[link.mention] = link
    _share(line, links)
    for index, mention in enumerate(line.mentions):
        told = (
            None if mention.indefinite and mention.told == "detained" else mention.told
        )  # "a jailed man's son"
        if told and not fits(line, mention, told):
            told = None  # "12 teams treated roads"
        if index not in links and (measure := told or measure_of_noun(line.sentence, mention)):
            links[index] = Link(index, measure, mention.first)
    _share_by_place(line, links)
    _tally(line, links)
    _share(line, links)
    _share_gapped(line, links)
    _share_with_people(line, links)
    _share_with_the_next(line, links)
    _compare(line, links, spoken_of)
    _as_still_held(line, links, spoken_of)
    _as_in_care(line, links, spoken_of)
    _as_own_dead(line, links)
    if may_be_unreal(line):
        return {index: link for index, link in links.items() if not is_unreal(line, link)}
    return links


def _is_active(line: Outline, at: int) -> bool:
    """Whether a past form has its object after it: "killed three people", not "were killed"."""
    behind = line.sentence.lower[line.parts[at].last :][:2]
    if not _TELLING_WHO.isdisjoint(behind[:1]) or line.last_word(at) in _LEADING_AWAY:
        return False  # "three of the men killed belonged to", "people driven from the camp"
    if behind[:1] in (["this"], ["last"]) and not _SPANS.isdisjoint(behind[1:]):
        return False  # "with 12 killed this year"
    return not line.letters[:at].rstrip("a").endswith("b") and bool(WITH_OBJECT.match(line.letters, at))


def _is_intended(line: Outline, at: int) -> bool:
    """ "to arrest two suspects", "could displace thousands"; not "helped to evacuate 500 families"."""
    before = line.letters[:at].rstrip("a")
    if before.endswith(("wt", "pt")) and line.last_word(len(before) - 2) in _ACHIEVING:
        return False
    return before.endswith("m") or (before.endswith("t") and not before.endswith(("rt", "gt")))


def _as_object(line: Outline) -> Iterator[Link]:
    """ "killed three people", "kill 12", "killing four", "the deaths of two"."""
    for at, part in enumerate(line.parts):
        event = part.event
        if event is None or event.form not in ("past", "base", "gerund"):
            continue
        match = OBJECT.match(line.letters, at)
        before = line.letters[:at]
        if match is None or NEGATED.search(before):
            continue
        passive = event.form == "past" and before.rstrip("a").endswith("b")
        passive = passive and line.words(part) != ["emptied", "of"]
        joint = match[0].find("p", 1)
        of = line.last_word(at) == "of" or (event.form == "gerund" and line.last_word(at + joint) == "of")
        of = of or (joint > 0 and _is_all_of(line, at + joint))
        loose = joint > 0 and not of  # "the levelling of 12 houses", not "killed in 12 raids"
        if passive or loose or (event.form == "base" and _is_intended(line, at)):
            continue
        if event.form == "past" and MERELY_POSSIBLE.search(before):
            continue
        measure, mention = measure_of(line, part, event), match.start("mention")
        if measure and not (line.mention(mention).unknown_noun and _takes_things(line, part, measure)):
            yield Link(line.parts[mention].mention, _of_harmed(line, mention) or measure, part.first)


def _is_all_of(line: Outline, at: int) -> bool:
    """ "killed both of the two gunmen", "razed all of the 12 houses"."""
    return line.last_word(at) == "of" and line.last_word(at - 1) in ("all", "both")


def _takes_things(line: Outline, part: Part, measure: str) -> bool:
    """ "seized 12 computers", "evacuated 12 hamlets": a noun of no vocabulary need be no person."""
    return measure == "displaced" or not _OF_THINGS.isdisjoint(line.words(part))


def _of_harmed(line: Outline, at: int) -> str | None:
    """ "evacuated five wounded": what is said of the counted themselves."""
    mention, after = line.mention(at), line.parts[at + 1 : at + 2]
    if mention.told in HARM:
        return mention.told
    event = after[0].event if after and mention.is_bare else None
    return event.measure if event and event.measure in HARM and event.form in ("past", "state") else None


def _as_subject(line: Outline) -> Iterator[Link]:
    """ "three people were killed", "12 dead", "thousands fled"; also the first of several joined ones."""
    for at, part in enumerate(line.parts):
        match = PREDICATE.match(line.letters, at) if part.kind == "M" else None
        if match is None:
            continue
        index = match.start("event")
        target = line.parts[index]
        event = target.event
        if event is None or FORESEEN.search(line.letters[:at]) or _is_one_of_the(line, part, target):
            continue
        told = "b" in match["aux"] or event.form == "subject"
        if told and OBJECT_OF_CLAUSE.search(line.letters[max(0, at - LONGEST_CLAUSE) : at]):
            continue  # "a man who attacked a soldier was shot"; not "a medic who counted three dead"
        if line.mention(at).of_them and "M" in line.letters[at + 1 : index]:
            continue  # "five were hurt, two of them seriously, and 12 arrested"
        if _is_share_of(line.sentence.lower, part.first) or _leaves_on_duty(line, at, target):
            continue
        if line.letters.startswith(",", at + 1) and OF_SOME.search(line.letters[:at]) and _is_of(line, at):
            continue
        if _is_told_of_some(line, at, index):
            continue
        if _is_inside_part(line.letters, at) and AFTER_PART.search(line.letters[at:index]):
            continue
        if "E" in line.letters[:at] and SAID_APART.search(line.letters, at, index):
            continue  # "12 were hurt, two in Jenin, the mayor said, and three people were arrested"
        if "whose" in line.sentence.lower[part.last : target.first]:
            continue  # "a baker, whose nephew died"
        if match["joined"] and line.words(line.parts[match.end("joined")])[0] not in _PLURAL_VERBS:
            continue
        if match["holding"] and not line.last_word(match.start("holding")).endswith("ing"):
            continue
        if match["doing"] and not line.last_word(match.start("doing")).endswith("ing"):
            continue
        if "n" in match["aux"] or _is_foreseen(line.letters, match.start("aux"), index):
            continue
        if not _accepts(line, event, match["aux"], index):
            continue
        if line.mention(at).unknown_noun and not _is_plain(
            event, line.words(target)[0], match["aux"], index - at
        ):
            continue
        if measure := measure_of(line, target, event):
            if measure == "wounded" and (died := _then_died(line, index)):
                measure, target = "killed", died
            yield Link(part.mention, measure, target.first)


def _is_told_of_some(line: Outline, first: int, last: int) -> bool:
    """ "76 hostages, 34 of whom are dead": the event is that of the part right before it."""
    nearest = next((at for at in range(last - 1, first, -1) if line.parts[at].kind == "M"), first)
    closed = not {",", "|"}.isdisjoint(line.letters[nearest:last])
    return nearest > first and line.mention(nearest).of_them and not closed


def _is_of(line: Outline, at: int) -> bool:
    """Whether a mention opens its clause behind "of" or "among": "of the 14, six died"."""
    opening = next(before for before in range(at - 1, -1, -1) if line.parts[before].kind == "p")
    return line.last_word(opening) in ("of", "among")


def _is_inside_part(letters: str, at: int) -> bool:
    """ "among them a nurse": the mention is told as a part of another."""
    return letters[:at].rstrip("ad").endswith("i")


def _then_died(line: Outline, at: int) -> Part | None:
    """The death behind an injury: "were wounded and later died", "six of the injured have died"."""
    words, first = line.sentence.lower, line.parts[at].first
    named = words[max(0, first - 2) : first] == ["of", "the"]
    passive = line.letters[:at].rstrip("a").endswith("b")
    match = (OF_WHOM_DIED if named else THEN_DIED).match(line.letters, at)
    if match is None and not passive:
        match = HURT_DIED.match(line.letters, at)
    end = match.start("event") if match else at
    part = line.parts[end] if match else None
    if part is None or part.event is None or part.event.measure != "killed":
        return None
    dies = part.event.form == "subject" or (part.event.form == "past" and not _is_active(line, end))
    return part if dies else None


def _as_told_apart(line: Outline) -> Iterator[Link]:
    """ "two men who killed three people were arrested", "a soldier who was wounded on Monday has died"."""
    for at, part in enumerate(line.parts):
        match = TOLD_APART.match(line.letters, at) if part.kind == "M" else None
        if match is None:
            continue
        if match["charge"] and line.words(line.parts[match.start("charge")])[0] not in _CHARGED:
            continue
        target = line.parts[match.start("event")]
        event = target.event
        told = event is not None and (
            event.form == "subject" or (match["aux"] and event.form in ("past", "state"))
        )
        if event and told and (measure := measure_of(line, target, event)):
            yield Link(part.mention, measure, target.first)


def _as_shot(line: Outline) -> Iterator[Link]:
    """ "an elderly man shot in Jenin bled to death": shot, which need not be killed, tells of him first."""
    if _STRUCK.isdisjoint(line.sentence.lower):
        return
    for match in SHOT_DIED.finditer(line.letters):
        part = line.parts[match.start("event")]
        shot = line.last_word(match.start("shot")) in _STRUCK
        if shot and part.event and part.event.measure == "killed" and part.event.form in ("subject", "state"):
            yield Link(line.parts[match.start()].mention, "killed", part.first)


def _as_fatally_hurt(line: Outline) -> Iterator[Link]:
    """ "Eleven people were shot, two fatally": these died."""
    words = line.sentence.lower
    for index, mention in enumerate(line.mentions):
        end = mention.last
        fatal = mention.is_bare and not _FATALLY.isdisjoint(words[end : end + 1])
        if fatal and words[end + 1 : end + 2] in _ENDS and not _HURTING.isdisjoint(words[: mention.first]):
            yield Link(index, "killed", end)


def _as_shot_and_hurt(line: Outline) -> Iterator[Link]:
    """ "troops shot four men, one of whom is in critical condition": the others are hurt too."""
    if _STRUCK.isdisjoint(line.sentence.lower):
        return
    for match in (*SHOT_AND_HURT.finditer(line.letters), *HIT_AND_HURT.finditer(line.letters)):
        shot, part = line.last_word(match.start("shot")), line.mention(match.start("part"))
        event = line.parts[match.start("event")].event
        if shot in _STRUCK and part.of_them and event and (event.measure, event.form) == ("wounded", "state"):
            yield Link(
                line.parts[match.start("mention")].mention, "wounded", line.parts[match.start("event")].first
            )


def _as_acting(line: Outline) -> Iterator[Link]:
    """ "two men approached the fence and were shot dead"."""
    for match in ACTED.finditer(line.letters):
        part = line.parts[match.start("event")]
        if (
            part.event
            and part.event.form in ("past", "state")
            and (measure := measure_of(line, part, part.event))
        ):
            yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _as_set_apart(line: Outline) -> Iterator[Link]:
    """ "Most of the residents — more than 20,000 people — have left"."""
    for match in SET_APART.finditer(line.letters):
        part = line.parts[match.start("event")]
        if match["families"] and not _are_families(line, match):
            continue
        if part.event and _accepts(line, part.event, match["aux"], match.start("event")):
            if not line.mention(match.start("mention")).of_them and (
                measure := measure_of(line, part, part.event)
            ):
                yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _are_families(line: Outline, match: re.Match[str]) -> bool:
    """ "500 families — about 3,000 people — have left": the same ones, counted twice."""
    nouns = [line.mention(match.start(group)).noun for group in ("families", "mention")]
    return [noun.thing if noun else "" for noun in nouns] == ["family", "person"]


def _as_all_of_them(line: Outline) -> Iterator[Link]:
    """ "The missile hit a car that carried four men, killing all of them"."""
    for match in ALL_OF_THEM.finditer(line.letters):
        part = line.parts[match.start("event")]
        mention = line.mention(match.start("mention"))
        plural = mention.number.value != 1 and mention.noun is not None and mention.noun.thing == "person"
        if part.event and part.event.form in ("gerund", "past") and plural:
            if line.sentence.lower[part.last : part.last + 3] in _ALL and part.event.measure in HARM:
                yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)


def _as_share(line: Outline) -> Iterator[Link]:
    """ "a third of those killed, 43, were children", "a quarter of the detained, or 120 people, are"."""
    words = line.sentence.lower
    for match in SHARE.finditer(line.letters):
        part, of = line.parts[match.start("event")], line.parts[match.start("of")]
        share = not _FRACTIONS.isdisjoint(words[max(0, of.first - 2) : of.first])
        if share and part.event and part.event.form in ("past", "state") and part.event.measure != "held":
            if part.event.measure:
                yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)


def _is_share_of(words: list[str], first: int) -> bool:
    """ "half of the camp's 15,000 inhabitants were driven out": not all of them were."""
    begin = max(0, first - 5)
    shares = (at for at in range(begin, first) if words[at] in _FRACTIONS and not _is_district(words, at))
    share = next(shares, first)
    between = words[share:first]
    # not "90% of them, or 2,000", "most of them by soldiers, but six"
    return ("of" in between or "among" in between) and _ANOTHER_CLAUSE.isdisjoint(between)


def _is_district(words: list[str], at: int) -> bool:
    """ "the eastern quarter of the city", no quarter of a number."""
    return words[at] == "quarter" and at > 0 and words[at - 1] not in ("a", "one", "first", "last")


def _leaves_on_duty(line: Outline, at: int, event: Part) -> bool:
    """ "Hundreds of troops left the camp", "wanted men took refuge in it": these are not displaced."""
    displaced = (
        event.event is not None and event.event.measure == "displaced" and event.event.form == "subject"
    )
    mention = line.mention(at)
    words = line.sentence.lower
    sought = not _SOUGHT.isdisjoint(words[mention.first : mention.last])
    visits = words[mention.last - 1] in _VISITORS and not {"leave", "leaving", "left"}.isdisjoint(
        line.words(event)
    )
    return displaced and (sought or visits or mention.category in ("security_forces", "combatants"))


def _is_plain(event: Event, word: str, aux: str, distance: int) -> bool:
    """Whether an event tells that a noun of no vocabulary means people: "12 lamplighters were killed"."""
    if event.form == "past" and "b" in aux:
        return event.measure in ("killed", "wounded") or word in _ONLY_OF_PEOPLE
    return (
        distance == 1 and event.form in ("state", "past") and event.measure not in ("structures", "displaced")
    )


def _is_one_of_the(line: Outline, part: Part, event: Part) -> bool:
    """ "one of the dead was Omar Saleh": a person, no count."""
    between = line.sentence.lower[part.last : event.first]
    single = line.mentions[part.mention].number.value == 1
    return (
        single
        and between[:1] == ["of"]
        and len(between) <= 3
        and event.event is not None
        and event.event.form == "state"
    )


def _accepts(line: Outline, event: Event, aux: str, at: int) -> bool:
    """Whether an event takes the mention before it as the ones it happened to."""
    if event.form in ("subject", "state"):
        return True
    if event.form != "past" or "b" in aux:
        return event.form == "past"
    if "h" in aux:  # "40,000 have evacuated", not "troops have killed 12"
        left = line.parts[at].last
        home = not _HOMES.isdisjoint(line.sentence.lower[left : left + 3])  # "have evacuated the camps"
        return line.words(line.parts[at]) == ["evacuated"] and (home or not _is_active(line, at))
    if line.last_word(at) in _LEADING_AWAY:
        return True
    after = line.sentence.lower[line.parts[at].last : line.parts[at].last + 1]
    return not _is_active(line, at) and _PLAIN_OBJECTS.isdisjoint(after)


def _is_foreseen(letters: str, first: int, last: int) -> bool:
    """ "12 people to be released", "thousands could be displaced"."""
    run = letters[first:last]
    return "m" in letters[max(0, first - 1) : last] or ("t" in run and "r" not in run and "h" not in run)


def _as_driven(line: Outline) -> Iterator[Link]:
    """ "forced thousands to flee", "left 12 people dead"."""
    for match in DRIVEN.finditer(line.letters):
        driver, target = line.parts[match.start()], line.parts[match.start("event")]
        event = target.event
        if driver.kind == "E" and line.last_word(match.start()) not in _DRIVING:
            continue
        if event and event.measure and event.form in ("subject", "state", "base"):
            yield Link(line.parts[match.start("mention")].mention, event.measure, target.first)


def _as_one_among(line: Outline) -> Iterator[Link]:
    """ "among the dead were two children", "among the wounded, two are critical"."""
    for match in AMONG.finditer(line.letters):
        part = line.parts[match.start()]
        if (
            part.event
            and part.event.measure
            and (line.words(part)[0] == "among" or _is_the_dead(line, match))
        ):
            yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)
    for match in OF_THEM.finditer(line.letters):
        part = line.parts[match.start("event")]
        if part.event and part.event.measure and line.words(line.parts[match.start()]) == ["of"]:
            yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)


def _as_named(line: Outline) -> Iterator[Link]:
    """ "The ministry named the dead as a nurse and two boys"."""
    for match in NAMED_AS.finditer(line.letters):
        part, verb = line.parts[match.start("event")], line.last_word(match.start())
        harmed = line.words(part)[-1] in _THE_HARMED and verb in _TELLING_NAMES
        if harmed and part.event and line.last_word(match.start("mention") - 1) == "as":
            if part.event.measure:
                yield Link(line.parts[match.start("mention")].mention, part.event.measure, part.first)


def _is_the_dead(line: Outline, match: re.Match[str]) -> bool:
    """ "The dead were five fighters and two civilians", "Killed were three men", "The dead: 12 men"."""
    at, words = match.start(), line.sentence.lower
    first = line.parts[at].first
    opens = words[:1] == ["the"] if first == 1 else first == 0
    opens = opens and line.words(line.parts[at])[-1] in _THE_HARMED
    apposed = first == 1 and (line.letters[at + 1] == "|" or "," in line.letters[match.end() :])
    return opens and ("b" in match[0] or apposed)


def _as_leaving_home(line: Outline) -> Iterator[Link]:
    """ "thousands spent the week away from their homes", "five families packed up and moved away"."""
    words = line.sentence.lower
    for at, part in enumerate(line.parts):
        if part.kind != "M":
            continue
        settled = words[part.last - 1] in _SETTLED
        for grammar in (SPENT, MOVED) if settled else (SPENT,):
            match = grammar.match(line.letters, at)
            event = line.parts[match.start("event")].event if match else None
            if not match or event is None or (event.measure, event.form) != ("displaced", "subject"):
                continue
            target = line.parts[match.start("event")]
            spent = "spent" in words[part.last : target.first] and words[target.first] == "away"
            if spent or (grammar is MOVED and measure_of(line, target, event)):
                yield Link(part.mention, "displaced", target.first)


def _as_still_held(line: Outline, links: dict[int, Link], spoken_of: frozenset[str]) -> None:
    """ "gunmen took 251 people to Gaza; 101 are still there"."""
    for index, mention in enumerate(line.mentions):
        if index in links or not mention.is_bare or mention.indefinite:
            continue
        counted = {links[before].measure for before in links if before < index} or spoken_of
        if "hostages" in counted and STILL_HELD.match(" ".join(line.sentence.lower[mention.last :][:6])):
            links[index] = Link(index, "hostages", mention.first)


def _as_own_dead(line: Outline, links: dict[int, Link]) -> None:
    """ "Islamic Jihad said that eight were its members": an armed group counts its own dead."""
    words = line.sentence.lower
    for index, mention in enumerate(line.mentions):
        if index in links or not mention.is_bare or words[mention.last : mention.last + 1] != ["were"]:
            continue
        if _OWN.match(" ".join(words[mention.last + 1 :][:4])) and ARMED.find(words[: mention.first]):
            links[index] = Link(index, "killed", mention.first)


def _as_in_care(line: Outline, links: dict[int, Link], spoken_of: frozenset[str]) -> None:
    """ "Twenty people were hurt. Two remain in intensive care."""
    for index, mention in enumerate(line.mentions):
        counted = {links[before].measure for before in links if before < index} or spoken_of
        if index not in links and not HARM.isdisjoint(counted) and fits(line, mention, "wounded"):
            if IN_CARE.match(" ".join(line.sentence.lower[_behind_aside(line, mention.last) :][:6])):
                links[index] = Link(index, "wounded", mention.first)


def _behind_aside(line: Outline, at: int) -> int:
    """The word behind ", a man of 20 and a girl of 14," where such words begin here."""
    words = line.sentence.lower[at : at + LONGEST_ASIDE]
    return at + words.index(",", 1) + 1 if words[:1] == [","] and "," in words[1:] else at


def _as_by_the_number(line: Outline) -> Iterator[Link]:
    """ "people have been fleeing in their thousands", "men were arrested by the hundreds"."""
    words = line.sentence.lower
    for match in BY_THE_NUMBER.finditer(line.letters):
        part, mention = line.parts[match.start("event")], line.mention(match.start("mention"))
        manner = words[line.parts[match.start("by")].first : mention.first]
        if manner not in _MANNERS or mention.number.bound != "vague" or not mention.is_bare:
            continue
        if _leave_as_visitors(words[: part.first]):
            continue
        happened = part.event is not None and (part.event.form == "subject" or "b" in match["aux"])
        if part.event and happened and (measure := measure_of(line, part, part.event)):
            yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _leave_as_visitors(before: list[str]) -> bool:
    """ "soldiers left the camp in their hundreds", "mourners": the last noun before the verb."""
    nouns = NOUNS.find(before)
    on_duty = bool(nouns) and nouns[-1][2].category in ("security_forces", "combatants", "prisoners")
    return on_duty or (bool(nouns) and before[nouns[-1][1] - 1] in _VISITORS)


def _as_emptied(line: Outline) -> Iterator[Link]:
    """ "emptied two hamlets of 900 people"."""
    if _EMPTYING.isdisjoint(line.sentence.lower):
        return
    for at, part in enumerate(line.parts):
        match = EMPTIED.match(line.letters, at) if line.sentence.lower[part.first] in _EMPTYING else None
        if match and line.last_word(match.start("of")) == "of":
            mention = line.parts[match.start("mention")].mention
            if not line.mentions[mention].unknown_noun:
                yield Link(mention, "displaced", part.first)


def _as_companion(line: Outline) -> Iterator[Link]:
    """ "he was killed along with two other fighters", "the toll rose to five dead and the wounded to 91"."""
    for match in COMPANION.finditer(line.letters):
        part = line.parts[match.start()]
        if part.event and part.event.form in ("past", "subject") and _joins_company(line, match):
            if measure := measure_of(line, part, part.event):
                yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _as_listed(line: Outline) -> Iterator[Link]:
    """ "killed Omar Saleh and four others", "set fire to cars and two houses"."""
    yield from _joined_by(line, LISTED)


def _as_inverted(line: Outline) -> Iterator[Link]:
    """ "was killed, as was a passer-by"."""
    yield from _joined_by(line, INVERTED)


def _joined_by(line: Outline, grammar: re.Pattern[str]) -> Iterator[Link]:
    for match in grammar.finditer(line.letters):
        part = line.parts[match.start()]
        if grammar is INVERTED and line.last_word(match.start("verb")) not in _AS_WAS:
            continue
        if (
            part.event
            and (part.event.form in ("past", "gerund", "base") or grammar is INVERTED)
            and (measure := measure_of(line, part, part.event))
        ):
            yield Link(line.parts[match.start("mention")].mention, measure, part.first)


def _joins_company(line: Outline, match: re.Match[str]) -> bool:
    words = [
        word
        for part in line.parts[match.start() + 1 : match.start("mention")]
        if part.kind != "d"
        for word in line.words(part)
    ]
    if words[-1:] == ["with"] and line.mention(match.start("mention")).other:
        return _CLASHES.isdisjoint(words)  # "was killed on Monday with three others"
    return words[-2:] in (["along", "with"], ["together", "with"], ["well", "as"]) or words[-1:] == [
        "alongside"
    ]


def _as_plain_object(line: Outline) -> Iterator[Link]:
    """ "lost two soldiers", "Hamas freed three women", "gunmen took 251 people to Gaza"."""
    for match in PLAIN_OBJECT.finditer(line.letters):
        index = line.parts[match.start("mention")].mention
        verb = line.parts[match.start()]
        if line.mentions[index].unknown_noun or (verb.event and line.words(verb) != ["claimed"]):
            continue
        if measure := measure_of_verb(line, verb, line.mentions[index]):
            yield Link(index, measure, verb.first)


def _share(line: Outline, links: dict[int, Link]) -> None:
    """Mentions joined to one that has its event, and without an event of their own, share it."""
    for at, part in enumerate(line.parts):
        if part.kind == "M" and part.mention in links and (match := NEXT_JOINED.match(line.letters, at)):
            # a plain word after it is likely its own verb: "killed three people and two men opened fire"
            free = match["after"] not in tuple("wbhmgv") or bool(match["of"]) or _is_of_all(line, match)
            free = free or _are_both_of(line, match, links[part.mention])
            free = (
                free and not _acts(line, match) and not _speaks(line, match)
            )  # "killing four of them, a doctor said"
            if free and _is_of_both(line, match, links[part.mention]):
                _give(line, links, match.start("mention"), links[part.mention])
        elif part.kind == "E" and (match := GAPPED.match(line.letters, at)):
            anchors = (part.first, line.parts[at - 2].first if line.letters[:at].endswith("Eb") else -1)
            owner = next((link for link in links.values() if link.anchor in anchors), None)
            mention = line.mention(match.start("mention"))
            if owner and mention.is_bare and not mention.indefinite:
                _give(line, links, match.start("mention"), owner)


def _compare(line: Outline, links: dict[int, Link], spoken_of: frozenset[str]) -> None:
    """ "400 people have fled, up from 338", "police say 350 were held; lawyers count 400"."""
    words, last = line.sentence.lower, None
    for index, mention in enumerate(line.mentions):
        if index in links:
            last = links[index]
        elif last and not mention.indefinite and not mention.unknown_noun:
            against = _is_set_against(words, mention) or _is_claimed(line, mention, last)
            apart = not _APART.isdisjoint(words[line.mentions[last.mention].last : mention.first])
            if against and apart and fits(line, mention, last.measure):
                links[index] = Link(index, last.measure, last.anchor)
    if not links and len(line.mentions) == 1 and len(spoken_of) == 1:
        only = line.mentions[0]  # "... Medics spoke of 17."
        if only.is_bare and words[only.last :] in ([], ["."]) and _is_set_against(words, only):
            links[0] = Link(0, next(iter(spoken_of)), only.first)


def _is_set_against(words: Sequence[str], mention: Mention) -> bool:
    before = words[max(0, mention.first - 3) : mention.first]
    counted = mention.is_bare and not _COUNTING.isdisjoint(before[-1:])
    return counted or _SET_AGAINST.search(" ".join(before)) is not None


def _is_claimed(line: Outline, mention: Mention, last: Link) -> bool:
    """ "Six of the dead were Hamas men; Islamic Jihad claimed three": an armed group claims its own dead."""
    words = line.sentence.lower
    if last.measure != "killed" or not mention.is_bare or words[mention.first - 1] != "claimed":
        return False
    group = ARMED.find(words[max(0, mention.first - 5) : mention.first])
    return bool(group) and words[mention.last : mention.last + 1] not in (
        ["were"],
        ["was"],
        ["had"],
        ["have"],
    )


def _are_both_of(line: Outline, match: re.Match[str], link: Link) -> bool:
    """ "The bodies of two men and a boy arrived": the subject of the verb is the bodies."""
    event = next((at for at, part in enumerate(line.parts) if part.first == link.anchor), None)
    if event is None or line.letters[:event] not in ("", "d") or match["after"] != "w":
        return False
    return line.last_word(event) == "of" and match.start() == event + 1 and line.letters[event + 2] == "c"


def _acts(line: Outline, match: re.Match[str]) -> bool:
    """ "killed 12 people, and a settler killed another": the settler has a verb and an object of his own."""
    event = line.parts[match.start("after")].event if match["after"] == "E" else None
    return event is not None and event.form == "past" and _is_active(line, match.start("after"))


def _speaks(line: Outline, match: re.Match[str]) -> bool:
    return (
        line.mention(match.start("mention")).indefinite
        and match["after"] == "r"
        and (line.last_word(match.start("after")) == "said")
    )


def _is_of_all(line: Outline, match: re.Match[str]) -> bool:
    """ "12 hostages and a guard were": the verb of one alone would be "was"."""
    joined = line.mention(match.start("mention"))
    return joined.number.value == 1 and line.words(line.parts[match.start("after")])[0] in _PLURAL_VERBS


def _tally(line: Outline, links: dict[int, Link]) -> None:
    """ "40 people were killed in Tel Aviv (12) and in Haifa (3)", "the dead were found in Jenin (2)"."""
    for match in TALLIED.finditer(line.letters):
        index, at = line.parts[match.start("mention")].mention, match.start()
        mention = line.mentions[index]
        if index in links or not mention.is_bare:
            continue
        owner = next((links[before] for before in range(index - 1, -1, -1) if before in links), None)
        event = next((part for part in reversed(line.parts[:at]) if part.event), None)
        if owner is None and event and event.event and event.event.form != "toll":
            measure = measure_of(line, event, event.event)
            owner = Link(index, measure, event.first) if measure else None
        if owner:
            _give(line, links, match.start("mention"), owner)


def _share_by_place(line: Outline, links: dict[int, Link]) -> None:
    """ "21 of the deaths were in Jenin; eight were in Tubas"."""
    for match in ALSO_IN.finditer(line.letters):
        owner = links.get(line.parts[match.start("owner")].mention)
        mention = line.mention(match.start("mention"))
        if owner and mention.is_bare and line.last_word(match.start("at")) == "in":
            _give(line, links, match.start("mention"), owner)


def _share_with_people(line: Outline, links: dict[int, Link]) -> None:
    """ "Two men died in Jenin and a boy in Tubas", "12 Palestinians were killed, and two Israelis"."""
    for grammar in (GAPPED_PEOPLE, GAPPED_BEHIND_COMMA):
        for match in grammar.finditer(line.letters):
            part, mention = line.parts[match.start()], line.mention(match.start("mention"))
            owner = next((link for link in links.values() if link.anchor == part.first), None)
            people = mention.noun is not None and mention.noun.thing in ("person", "family", "structure")
            between = line.sentence.lower[part.last : mention.first]
            if owner is None or not people or not _AGENTS.isdisjoint(between):
                continue
            if grammar is GAPPED_BEHIND_COMMA or _is_place_only(line, match):
                _give(line, links, match.start("mention"), owner)


def _share_with_the_next(line: Outline, links: dict[int, Link]) -> None:
    """ "The first strike killed two people and the second four"."""
    words = line.sentence.lower
    for match in GAPPED_ORDINAL.finditer(line.letters):
        index = line.parts[match.start("mention")].mention
        told = words[line.mentions[index].first - 1] in _NEXT and not _FIRST.isdisjoint(words)
        if told and line.mentions[index].is_bare and (owner := links.get(index - 1)):
            _give(line, links, match.start("mention"), owner)


def _is_place_only(line: Outline, match: re.Match[str]) -> bool:
    """ "a boy in Tubas", "a boy on Monday"; not "a boy in Tubas wept"."""
    first, last = line.parts[match.start("where")], line.parts[match.end("where") - 1]
    word, before = line.sentence.words[last.last - 1], line.sentence.words[first.last : last.last - 1]
    named = word[0].isupper() or word in _SETTLEMENTS
    return line.words(first)[0] in _AT_PLACES and named and all(_is_of_name(name) for name in before)


def _is_of_name(word: str) -> bool:
    return word[0].isupper() or word in ("the", "refugee", "of", "city", "town", "village", "camp")


def _share_gapped(line: Outline, links: dict[int, Link]) -> None:
    """ "Hamas said eight fighters had been killed, and Islamic Jihad one", "and in Nur Shams over 1,800"."""
    for grammar in (GAPPED_GROUP, PLACE_FIRST):
        for match in grammar.finditer(line.letters):
            index = line.parts[match.start("mention")].mention
            mention, owner = line.mentions[index], links.get(index - 1)
            if owner is None or not mention.is_bare or mention.of_them or mention.indefinite:
                continue
            if grammar is PLACE_FIRST or (
                owner.measure == "killed" and ends_with_group(line.sentence.lower[: mention.first])
            ):
                _give(line, links, match.start("mention"), owner)


def _is_of_both(line: Outline, match: re.Match[str], link: Link) -> bool:
    """ "the deaths of two men and of a boy": a second "of" goes with the first."""
    if not match["of"]:
        return True
    event = next((part for part in line.parts if part.first == link.anchor), None)
    return line.last_word(match.start("of")) == "of" and event is not None and line.words(event)[-1] == "of"


def _give(line: Outline, links: dict[int, Link], at: int, owner: Link) -> None:
    index = line.parts[at].mention
    if (
        index not in links
        and not line.mentions[index].unknown_noun
        and not (owner.measure == "killed" and line.mentions[index].told == "wounded")
        and fits(line, line.mentions[index], owner.measure)
    ):
        links[index] = Link(index, owner.measure, owner.anchor)


_SEARCHES = (
    _as_object,
    _as_driven,
    _as_inverted,
    _as_told_apart,
    _as_shot,
    _as_fatally_hurt,
    _as_shot_and_hurt,
    _as_acting,
    _as_subject,
    _as_set_apart,
    _as_share,
    _as_all_of_them,
    _as_one_among,
    _as_named,
    _as_companion,
    _as_listed,
    _as_plain_object,
    _as_by_the_number,
    _as_emptied,
    _as_leaving_home,
)

"""Who states a figure: "the ministry said", "according to the army", "..., police said on Sunday".

A sentence's sources are found first, each with the words it covers; a figure then belongs to the source that
covers it. What no source covers is the reporter's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.reader.clauses import counts_on, stands_alone
from loaders.reader.heard import BODIES, NOBODY, Heard
from loaders.reader.lexicon import listed
from loaders.reader.names import Name, find_names, is_proper, kinds
from loaders.reader.numbers import SIMPLE
from loaders.reader.people import SIDES
from loaders.reader.text import Sentence
from loaders.reader.unlisted import (
    AUXILIARIES,
    DETERMINERS,
    LABELLING,
    LONGEST_NAME,
    OFFICIALS,
    PAPERS,
    POSTS,
    PRONOUNS,
    THINGS,
    VAGUE,
    is_person,
    person_introduced,
    printed_name,
)

# verbs that make their subject a source
SAYING = frozenset(
    """
    acknowledged acknowledges added adding adds admits admitted alleged alleges announce announced
    announces believe believes calculated claim claimed claims clarified confirm confirmed confirms
    counted declared disclosed documented documents estimate estimated estimates explained insisted insists
    logged noted notes posted published reckon reckons recorded registered report reported reporting
    reports revealed said say saying says stated states stating stressed stresses tallied testified told
    tweeted verified warn warned warns wrote
    """.split()
)
# verbs of saying where "that" follows, or nothing: "the army maintains that", "..., Omar Saleh recalled."
_WITH_THAT = frozenset(
    """
    argue argued argues assert asserted asserts concede conceded concedes contend contended contends
    emphasised emphasises emphasized emphasizes indicates maintain maintained maintains observed recalled
    recalls recounted recounts remarked underlined underscored
    """.split()
)
_POINTING = frozenset("point pointed points".split())  # "pointed out that"
# "an assessment arrived at 12"
_COMING = {"arrived": "at", "arrives": "at", "came": "to", "comes": "to"}
# participles that go on with the speaker before: "..., adding that 12 were hurt"
_GOING_ON = frozenset("saying adding stating reporting".split())
# words that are verbs of saying only right after a listed speaker: "the UN reports", not "media reports"
_DOUBTFUL = frozenset("report reports states claims documents estimates notes".split())
# "the first reports that", "media reports that": no verb, even before "that"
_OF_REPORTS = frozenset(
    """
    amid army conflicting contradictory credible earlier early first initial intelligence later latest media
    medical military news official police preliminary press previous recent unconfirmed various
    """.split()
)
# "officials speak of 63 dead"
_SPEAKING = frozenset("speak speaks spoke spoken talk talks talked".split())
# verbs that only a known speaker makes a source: "data from the agency show", "the ministry put the toll at"
_SHOWING = frozenset(
    """
    count counts described describes gave gives identified indicate indicated indicates listed lists
    mourned mourns named names put puts show showed shows suggest suggested suggests
    """.split()
)
_COUNTING = frozenset("count counts listed lists put puts".split())
# "the agency, citing the army, said"
_CITING = frozenset(("citing", "cited", "quoting"))
# "said by phone"
_BY_PHONE = frozenset("email mail message phone telephone text video".split())
# what may stand between the verb and the end of a trailing source: "said on Sunday in a statement"
_TIME_WORDS = frozenset(
    """
    a address afternoon also an another april at aug august briefing conference day dec december earlier
    early evening facebook feb february first friday geneva in initial interview jan january joint july
    june last late later march may media monday morning news night nov november oct october on overnight
    post preliminary press saturday separately sept september social statement sunday telegram the this
    thursday time today tuesday twitter update video wednesday week written x yesterday
    """.split()
)
# posts of people who speak for whoever sent them
_SENT = frozenset("chief coordinator envoy representative spokesman spokesperson spokeswoman".split())
_ARTICLES = frozenset("the a an another this in at first on".split())
_POSSESSIVES = frozenset(("its", "their"))
# behind a speaker's comma: "the UN, which ...,", "the club, citing its lawyers,"
_ASIDES = frozenset("which who whose where citing quoting".split())
# no subject of a verb of saying reaches back across one of these
_BREAKS = frozenset(
    """
    after although and as because before but or than that though what when where which while who whom " ( ) -
    : ; —
    """.split()
)
# they stand before the name of a source
_BEFORE_SOURCE = frozenset("according as by cited citing in on per quoted quoting to told".split())
# between "which" and its verb: "the UN, which a day earlier had spoken of 12"
_WHEN_SAID = AUXILIARIES | _TIME_WORDS | frozenset("before days previously weeks".split())
_WHO_REACH = 6  # words from a number to "whom the UN says have"
# signs that end a source named behind "according to"
_END_OF_SOURCE = frozenset(', . ; — - " ? ) ! :'.split())
# before a source they only set the scene: "In 2024 so far, the UN said, ..."
_OPENERS = frozenset(
    """
    also at by during earlier for in later meanwhile on over overnight separately since so today
    yesterday
    """.split()
)
# going on behind a trailing source: ", police said, and hundreds fled", "..., leaving a man dead"
_CONTINUATIONS = frozenset("and with including most among during in up down compared".split())
# "the raid, the UN said, killed 12": the source is set into its statement
_PREDICATES = frozenset(
    """
    arrested claimed cost destroyed detained displaced forced had has have injured killed left shot was were
    wounded
    """.split()
)
_COUNTRIES = frozenset(("Israel", "Lebanon", "Gaza"))
# "by Israel's account": only with its owner, as in "on account of"
_ACCOUNTS = frozenset(("account", "accounts"))
_OWNING = frozenset("' 's her his its my our own their".split())
# "by the ministry's count", "in the estimate of the UN"
_TALLIES = frozenset(
    """
    analysis assessment assessments calculation calculations count counts estimate estimates estimation
    figures reckoning reckonings tallies tally
    """.split()
)
# "the UN's tally stands at 12": what a count does, and whose count is not that of their own dead
_REACHING = frozenset("climbed hit is now reached rose stands stood was".split())
_COUNTING_KINDS = frozenset("agency ministry un".split())
# behind a trailing source these begin no statement: "the ministry said without giving details"
_AFTER_SAID = frozenset(
    """
    after as at before by citing during following for from giving in near on quoting through to under via
    when while with without
    """.split()
)
# nor do these, and they may name the place of what was said: "the ministry said of the raid in Tubas"
_TOPICAL = frozenset("about concerning of regarding".split())
# behind a figure's comma its parts begin
_PARTS = frozenset("among half including mostly most some".split())
# "revised the toll to 12"
_SETTING = frozenset("cut increased lowered placed raised reduced revised set updated upped".split())
_FIGURES = frozenset("count estimate figure number tally toll total".split())
# "gave a higher figure", "had first given a toll of 12"
_GIVING = frozenset("gave gives given".split())
_HAVING = frozenset(("had", "has", "have"))
# "released a list of 12 dead"; not "released 12 men"
_RELEASING = frozenset("issued issues release released releases".split())
_LISTS = _FIGURES | frozenset("list lists names statement".split())
# "made known", "let it be known", "made public"
_MAKING = frozenset("let lets made makes".split())
_KNOWN = re.compile(r"(?:it (?:be )?)?(?:known|public)\b")
# between "speak" and its "of": "spoke only of 12", "has spoken so far of 12"
_BEFORE_OF = frozenset("again alone already far just merely now only so still then".split())
# "the group learned from medics that", "..., the paper has heard from officials"
_LEARNED = frozenset("heard learned learnt".split())
# "said in a statement that gave no names": what goes on tells of the statement
_OF_STATEMENT = frozenset(
    "carried cited did does gave had has included is listed made named was were".split()
)
# no clause behind "who" goes on past these
_CLAUSE_ENDS = frozenset(', ; : — " that which'.split())
_LEFT = frozenset("came fled left saw survived".split())  # "residents who fled said"
# "officials from the ministry", "doctors with the Red Crescent"
_BELONGING_TO = frozenset("at for from of with".split())
# verbs of saying only with certain words behind them
_PERHAPS = (
    _SPEAKING | _SETTING | _GIVING | _MAKING | _WITH_THAT | _POINTING | _RELEASING | _COMING.keys()
) | frozenset("continued continues finds found goes went".split())
# "is thought to hold 107": nobody's statement, though it follows one
_SUPPOSED = frozenset("assumed believed feared known presumed supposed thought understood".split())
# "after two days of fighting"
_SPANS = frozenset("days hours months weeks years".split())
# "had been killed in that time": no relative clause begins
_TIMES = frozenset("day month night period time week year".split())
# the ministry without its country: Gaza's where Gaza is counted, else the Palestinian one
_GENERIC_HEALTH = frozenset(
    listed(
        """
        health authorities, health ministry, health officials, local health ministry, local health
        officials, ministry, ministry of health, moh
        """
    )
)
# and this one is that of the territory spoken of
_OF_TERRITORY = "territory's health ministry"
_HEALTH_MINISTRIES = {"gaza": "Gaza Health Ministry", "west-bank": "Palestinian Health Ministry"}
# of two who speak with one voice these are named second: a country, a movement, and the commission that
# publishes the club's tolls with it
_NAMED_SECOND = frozenset(("Israel", "Hamas", "Commission of Detainees' Affairs"))
# listed, and each of them could be another one that the text has named
_FOR_SHORT = _GENERIC_HEALTH | frozenset(
    listed(
        """
        army, authorities, government, human rights group, media office, military, officials, police,
        rights group
        """
    )
)
_WEST_BANK_MINISTRY = frozenset("palestinian ramallah-based bank authority pa".split())
_NUMBERS = SIMPLE.keys() | {"dozen", "dozens", "hundreds", "scores", "thousands"}
_GROUPS = frozenset(listed("aid group, charity, human rights group, rights group"))
_ISRAELI = re.compile(r"\b(?:israel|jerusalem|tel aviv)", re.IGNORECASE)
# "was given by the ministry", "were reported in Jenin by medics"
_GIVEN = frozenset(
    "announced confirmed documented given issued provided published recorded reported verified".split()
)
GIVEN_WITHIN = 4  # words
CLAIMED_WITHIN = 14  # words: whoever claims the dead speaks of them
# an aside goes on behind its comma: "after a raid that killed 12, left one soldier dead and ..."
_GOES_ON_ASIDE = frozenset(
    """displaced forced including injured injuring killed killing leaving left sent some which who wounded
    wounding""".split()
)
_CLAIMS = frozenset("accusations allegations claims report reports".split())
_LOOKING = frozenset("aware checking examining investigating into reviewing unaware verifying".split())
LABEL_REACH = 12  # words behind a name in which its colon is looked for
WINDOW = 24  # words before a verb of saying in which its subject is looked for
OPENING = 5  # so many words before a source may set the scene, and state nothing


@dataclass(frozen=True)
class Source:
    """A source in a sentence.

    `lead`: it covers what comes after it, up to the next source; else what comes before. `first`, `last` are
    the words that name it, with its verb. `generic`: only "the health ministry", which is Gaza's where Gaza
    is counted.
    """

    name: str
    lead: bool
    first: int
    last: int
    generic: bool = False


def find_sources(sentence: Sentence, heard: Heard = NOBODY) -> list[Source]:
    """The sources of a sentence, left to right. `heard` is whom "it said" and "the group said" go back to."""
    words = sentence.lower
    names = find_names(sentence)
    sources = _labels(sentence, names)
    subject = _acting(sentence, names, heard)
    acted = heard.with_last(subject) if subject and (subject in kinds() or heard.find(subject)) else heard
    for at, word in enumerate(words):
        source = None
        if word == "according" and words[at + 1 : at + 2] == ["to"]:
            source = _by_phrase(sentence, names, at, at + 2, heard)
        elif (
            word == "per"
            or (word in ("by", "in", "on") and _is_count(words, names, at))
            or (word == "from" and at and words[at - 1] in _LEARNED)
        ):
            source = _by_phrase(sentence, names, at, at + 1, heard)
        elif word == "by" and not _GIVEN.isdisjoint(words[max(0, at - GIVEN_WITHIN) : at]):
            source = _given_by(sentence, names, at, heard)
        elif word == "'s" and at:
            source = _of_tally(sentence, names, at, heard)
        elif word == "as" and words[at + 1 : at + 2] == ["saying"]:
            source = _quoted(sentence, names, at)
        elif word in _CITING:
            source = _cited(sentence, names, at)
        elif word in SAYING or word in _SHOWING or (word in _PERHAPS and _is_speaking(words, at)):
            source = _said(sentence, names, at, sources, heard if sources else acted, subject)
        if source:
            sources.append(source)
            heard = heard.after(source.name, _printed(sentence, source))
    if not sources and heard.last and _is_quote(words):
        sources = [Source(heard.last.name, True, 0, 1)]
    return sorted(sources, key=lambda source: source.first)


def _is_speaking(words: Sequence[str], at: int) -> bool:
    """ "officials speak of 63 dead", "the survey found that 12 ...", "..., the mayor went on, ..."."""
    if words[at] in _SPEAKING:
        end = at + 1
        while end < len(words) and (words[end] in _BEFORE_OF or words[end] in _TIME_WORDS):
            end += 1
        return words[end : end + 1] == ["of"]
    if words[at] in _MAKING:
        return _known_end(words, at) is not None
    if words[at] == "given":
        return _gives_figure(words, at)
    if words[at] in _RELEASING:
        return not _LISTS.isdisjoint(words[at + 1 : at + 4])
    if words[at] in _POINTING:
        return words[at + 1 : at + 3] == ["out", "that"]
    if words[at] in _WITH_THAT:
        ends = words[at + 1 : at + 2] in (["."], []) and not {",", '"'}.isdisjoint(words[max(0, at - 4) : at])
        return ends or words[at + 1 : at + 2] == ["that"]
    if words[at] in _SETTING:
        return not _FIGURES.isdisjoint(words[at + 1 : at + 5])
    if words[at] in ("found", "finds"):
        before, behind = words[max(0, at - LONGEST_NAME) : at], words[at + 1 : at + 2]
        return behind == ["that"] or (behind in (["."], []) and "," in before) or _is_survey(before)
    if words[at] in _COMING:
        return words[at + 1 : at + 2] == [_COMING[words[at]]] and _is_survey(
            words[max(0, at - LONGEST_NAME) : at]
        )
    end = at + 2 if words[at : at + 2] in (["went", "on"], ["goes", "on"]) else at + 1
    return (
        (end == at + 2 or words[at] in ("continued", "continues"))
        and words[end : end + 1] in ([","], ["."])
        and not {",", '"'}.isdisjoint(words[max(0, at - 4) : at])
    )


def _gives_figure(words: Sequence[str], at: int) -> bool:
    """ "gave a higher figure", "which had first given a toll of 12"; not "was given a number"."""
    had = words[at] != "given" or not _HAVING.isdisjoint(words[max(0, at - 3) : at])
    return had and not _FIGURES.isdisjoint(words[at + 1 : at + 5])


def _known_end(words: Sequence[str], at: int) -> int | None:
    """The end of "made known", "let it be known"; None of "made three men known"."""
    told = _KNOWN.match(" ".join(words[at + 1 : at + 4]))
    return at + 1 + len(told[0].split()) if told else None


def _is_survey(subject: Sequence[str]) -> bool:
    """ "A survey by the UN has found": the subject of a verb is what counted."""
    behind = subject[max((at + 1 for at, word in enumerate(subject) if word in _BREAKS | {","}), default=0) :]
    return not THINGS.isdisjoint(behind)


def _acting(sentence: Sentence, names: Sequence[Name], heard: Heard) -> str | None:
    """The speaker that a sentence opens with: "The army killed three men, it said", "Its spokesman ..."."""
    words = sentence.lower
    if words[0] in _POSSESSIVES and not POSTS.isdisjoint(words[1:4]):
        return heard.referent(["it"])
    if words[0] in PRONOUNS:
        return heard.referent(words[:1])
    first = next(iter(names), None)
    if first is None or words[: first.first] not in ([], ["the"], ["a"], ["an"]):
        return heard.opening(words) or _person_first(sentence, heard)
    return None if words[first.last : first.last + 1] in (["'s"], [","], [":"]) else first.name


def _person_first(sentence: Sentence, heard: Heard) -> str | None:
    """ "Omar Saleh denied it and said 12 died": the person whom a sentence opens with."""
    words = sentence.words
    end = next((at for at, word in enumerate(words) if not is_person([word])), 0)
    named = end > 1 and words[end][0].isalpha() and words[0].lower() not in DETERMINERS
    if not named or any(SIDES.match(sentence.lower, at) for at in range(end)):
        return None
    return heard.referent(words[:end]) or printed_name(words[:end])


def _is_quote(words: Sequence[str]) -> bool:
    """Whether a sentence is one quotation from end to end: it goes on with the speaker before."""
    return words[0] == '"' and words[-1] == '"' and words.count('"') == 2


def _labels(sentence: Sentence, names: Sequence[Name]) -> list[Source]:
    """ "UN OCHA: 1,528 structures ...", "Three killed in raid – police": a source set before or behind."""
    words, found = sentence.lower, list[Source]()
    for name in names:
        if name.spelling in _COUNTRIES:
            continue  # "Israel: three killed" tells where
        colon = _label_colon(words, name)
        if colon is not None:
            found.append(Source(name.name, True, name.first, colon + 1, _is_generic(words, name)))
        elif name.last >= len(words) - 1 and name.first > 1 and words[name.first - 1] in ("-", "—", ":", "|"):
            found.append(Source(name.name, False, name.first - 1, name.last, _is_generic(words, name)))
    if not found and ":" in words[1:LONGEST_NAME]:
        colon = words.index(":")
        if words[colon - 1] in LABELLING and (raw := printed_name(sentence.words[:colon])):
            found.append(Source(raw, True, 0, colon + 1))
    return found


def _label_colon(words: Sequence[str], name: Name) -> int | None:
    """The colon that makes a name a label: "UN OCHA:", "UN OCHA figures for May:"."""
    behind = words[name.last : name.last + LABEL_REACH]
    if name.first > 2 or ":" not in behind:
        return None
    colon = name.last + behind.index(":")
    return colon if colon == name.last or not THINGS.isdisjoint(words[name.last - 1 : colon]) else None


def _is_count(words: Sequence[str], names: Sequence[Name], at: int) -> bool:
    """ "by the ministry's count", "in the estimate of the UN"; not "in Jenin the army's count rose"."""
    behind = words[at + 1 : at + LONGEST_NAME + 2]
    stop = next((i for i, word in enumerate(behind) if word in _END_OF_SOURCE), len(behind))
    if words[at] == "by" and any(_is_account(behind, i) for i in range(1, stop)):
        return True
    if _TALLIES.isdisjoint(behind[:stop]):
        return False
    return words[at] == "by" or words[at + 1] in DETERMINERS or any(name.first == at + 1 for name in names)


def _is_account(words: Sequence[str], at: int) -> bool:
    """ "the residents' own account"; not "on account"."""
    return words[at] in _ACCOUNTS and words[at - 1] in _OWNING


def _by_phrase(sentence: Sentence, names: Sequence[Name], at: int, begin: int, heard: Heard) -> Source | None:
    words, end = sentence.lower, begin
    while end < len(words) and end - begin < 14 and words[end] not in _END_OF_SOURCE | {"which", "that", "("}:
        end += 1
        counted = words[end - 1] in _TALLIES or _is_account(words, end - 1)
        if words[at] == "by" and counted and words[end : end + 1] != ["of"]:
            break
    stop = end
    while stop > begin and words[stop - 1] in _TALLIES | _ACCOUNTS | {"'", "'s", "own"}:
        stop -= 1  # "by the ministry's count" is the ministry's
    listed_only = words[at] not in ("by", "according")
    named = _name_in(sentence, names, begin, stop, heard, listed_only)
    if named is None or named[0] not in kinds():
        if stop < end and VAGUE.issuperset(word for word in words[begin:stop] if word not in DETERMINERS):
            return None  # "according to the latest figures"
        named = _in_apposition(words, names, end) or _by_name(sentence, begin, end) or named
    if named is None:
        return None
    behind = at - 2 if at > 1 and words[at - 1] == "," else at - 1  # "and, according to medics, ..."
    lead = at == 0 or words[at - 1] in (";", ":") or words[behind] in ("but", "that", "and")
    lead = lead or (words[at] == "from" and words[end : end + 1] == ["that"])
    return Source(named[0], lead, at, end, named[1])


def _of_tally(sentence: Sentence, names: Sequence[Name], at: int, heard: Heard) -> Source | None:
    """ "The UN's tally stands at 12", "the ministry's death toll has reached 12": whose count it is.

    Not of an army or a country, whose toll is that of its own dead.
    """
    words = sentence.lower
    end = at + 2 if words[at + 1 : at + 2] == ["death"] else at + 1
    if words[end : end + 1] == [] or words[end] not in _TALLIES | {"toll"}:
        return None
    if _REACHING.isdisjoint(words[end + 1 : end + 4]):
        return None
    begin = next((name.first for name in names if name.last == at), at - 1)
    named = _name_in(sentence, names, begin - (begin > 0 and words[begin - 1] == "the"), at, heard)
    own = words[end] in ("estimate", "estimates", "count", "tally")
    counts = named and (own or kinds().get(named[0]) in _COUNTING_KINDS or named[1])
    return Source(named[0], True, begin, end + 1, named[1]) if named and counts else None


def _given_by(sentence: Sentence, names: Sequence[Name], at: int, heard: Heard) -> Source | None:
    """ "A toll of 12 was given by the ministry", "the deaths reported by medics": a listed speaker."""
    words = sentence.lower
    ends = _END_OF_SOURCE | {"that"}
    stop = next((i for i in range(at + 1, len(words)) if words[i] in ends), len(words))
    named = _name_in(sentence, names, at + 1, min(stop, at + GIVEN_WITHIN), heard, listed_only=True)
    lead = words[stop : stop + 1] == ["that"]  # "it was announced by the army that 12 died"
    return Source(named[0], lead, at, stop, named[1]) if named else None


def _in_apposition(words: Sequence[str], names: Sequence[Name], end: int) -> tuple[str, bool] | None:
    """The listed speaker that a person speaks for: "according to Omar Saleh, a Red Crescent official"."""
    if words[end : end + 1] != [","] or DETERMINERS.isdisjoint(words[end + 1 : end + 2]):
        return None
    stop = next((at for at in range(end + 1, len(words)) if words[at] in _END_OF_SOURCE), len(words))
    name = next((name for name in names if end < name.first and name.last <= stop), None)
    return (name.name, _is_generic(words, name)) if name else None


def _by_name(sentence: Sentence, begin: int, end: int) -> tuple[str, bool] | None:
    """ "according to the mayor of Nablus, Omar Saleh.": a post, and who holds it."""
    words = sentence.lower
    if words[end : end + 1] != [","] or POSTS.isdisjoint(words[begin:end]):
        return None
    stop = next((at for at in range(end + 1, len(words)) if words[at] in _END_OF_SOURCE), len(words))
    person = sentence.words[end + 1 : stop]
    return (" ".join(person), False) if len(person) > 1 and is_person(person) else None


def _cited(sentence: Sentence, names: Sequence[Name], at: int) -> Source | None:
    """ "the agency, citing the army, said that ...": whoever is cited speaks."""
    if sentence.lower[at : at + 1] == [] or sentence.lower[at] not in _CITING:
        return None
    listed = next((name for name in names if at < name.first <= at + 6), None)
    if listed is None:
        return None
    lead = any(word in SAYING for word in sentence.lower[at:])
    lead = lead or sentence.lower[listed.last : listed.last + 2] == [",", "that"]
    return Source(listed.name, lead, at, listed.last, _is_generic(sentence.lower, listed))


def _quoted(sentence: Sentence, names: Sequence[Name], at: int) -> Source | None:
    """ "WAFA quoted medics as saying that ...", "the mayor was quoted by WAFA as saying ..."."""
    words = sentence.lower
    quoted = next(
        (i for i in range(at - 1, max(0, at - WINDOW), -1) if words[i] in ("quoted", "cited")), None
    )
    if quoted is None:
        return None
    passive = words[quoted - 1] in ("was", "were", "is", "are", "been")
    begin = _subject_begin(sentence, names, quoted - 1) if passive else quoted + 1
    named = _name_in(sentence, names, begin, quoted - 1 if passive else at)
    trailing = words[at + 2 : at + 3] in ([","], ["."], [])
    return Source(named[0], not trailing, min(begin, quoted), at + 2, named[1]) if named else None


def _said(
    sentence: Sentence,
    names: Sequence[Name],
    at: int,
    sources: Sequence[Source],
    heard: Heard,
    acting: str | None,
) -> Source | None:
    """The source whose verb is the word at `at`: "X said", "said X", "it said"; None where nobody speaks.

    `heard` is who spoke before, `acting` the speaker that the sentence opens with.
    """
    words = sentence.lower
    if not _is_speech(words, at):
        return None
    if words[at - 1] == "'s":  # "the army's claim that 12 ..."
        owner = next((name for name in names if name.last == at - 1), None)
        return Source(owner.name, True, owner.first, at + 1, _is_generic(words, owner)) if owner else None
    if words[at] in _GOING_ON:
        if words[at - 1] == "as":
            return None  # "was quoted as saying"
        if own := _saying_beside(words, names, at):
            return own
        return Source(sources[-1].name, True, at, at + 1, sources[-1].generic) if sources else None
    aside = _clause_begin(words, names, at) or _aside_begin(words, at)
    begin = _subject_begin(sentence, names, at if aside is None else aside)
    if words[at] in _DOUBTFUL and not _is_verb(sentence, names, begin, at):
        return None
    end, trailing = _ending(words, begin, at)
    # "citing medics, the agency said", "the agency, citing medics, said", "the agency said, citing medics"
    if any(_cited(sentence, names, cited) for cited in (0, *range(begin, at), end, end + 1)):
        return None
    if begin and words[begin - 1] == "what" and words[at] in _SHOWING:
        return None
    if related := _in_relative(sentence, names, begin, at, sources):
        return related
    if relative_place := _place_of_post(sentence, names, begin):
        return Source(relative_place, not trailing, begin, end)
    listed_only = _needs_listing(words, begin, at) and not _counts_anew(words, begin, at)
    named = _name_in(sentence, names, begin, at if aside is None else aside, heard, listed_only)
    compared = begin > 0 and words[begin - 1] == "than"  # "six more than medics have counted"
    if named is not None and not compared and not _is_inverted(sentence, names, at):
        lead = not trailing or _is_opening(words, begin)
        return Source(named[0], lead, begin, end, named[1])
    if second := _second_verb(words, sources, acting, at):
        return second
    if at and words[at - 1] in (",", '"', "—", "-"):  # ", said the ministry on Sunday"
        stop = _inverted_end(words, at + 1)
        if stop < len(words) and words[stop] in _CITING and _cited(sentence, names, stop):
            return None  # "said the agency, quoting the army"
        named = _name_in(sentence, names, at + 1, stop, heard)
        return Source(named[0], False, at, stop, named[1]) if named else None
    return None


def _saying_beside(words: Sequence[str], names: Sequence[Name], at: int) -> Source | None:
    """ "Troops left Tubas, with the army saying that 12 died": the listed speaker of a participle."""
    name = next((name for name in names if name.last == at), None)
    if name is None or name.first < 2:
        return None
    begin = name.first - (words[name.first - 1] in DETERMINERS)
    beside = words[begin - 1] in ("with", ",")
    return Source(name.name, True, begin, at + 1, _is_generic(words, name)) if beside else None


def _ending(words: Sequence[str], begin: int, at: int) -> tuple[int, bool]:
    """The end of a source whose verb is the word at `at`, and whether its statement stands before it."""
    said = _after_time(words, at)
    end = _after_adverbial(words, begin, said)
    if end > said and words[said] in _TOPICAL:
        return said, True
    return end, end >= len(words) or words[end] in _END_OF_SOURCE or _tells_of_statement(words, at, end)


def _in_relative(
    sentence: Sentence, names: Sequence[Name], begin: int, at: int, sources: Sequence[Source]
) -> Source | None:
    """ "the UN, which says 12 died", "a medic, who counted 12": who is before the relative word."""
    words = sentence.lower
    relative = words[begin - 1] if begin and _WHEN_SAID.issuperset(words[begin:at]) else ""
    if relative not in ("which", "who"):
        return None
    near = next((name for name in names if begin - 3 <= name.last < begin), None)
    if near:
        return Source(near.name, True, at, at + 1, _is_generic(words, near))
    if relative == "who" and (person := _person_before(sentence, begin - 1)):
        return Source(person, True, at, at + 1)
    if sources and relative == "which":
        return Source(sources[-1].name, True, at, at + 1, sources[-1].generic)
    if words[at] in SAYING and words[begin - 2] == "," and words[begin - 3] in BODIES:
        head = _subject_begin(sentence, names, begin - 2)
        body = _name_in(sentence, names, head, begin - 2, NOBODY)
        return Source(body[0], True, at, at + 1, body[1]) if body else None
    return None


def _second_verb(
    words: Sequence[str], sources: Sequence[Source], acting: str | None, at: int
) -> Source | None:
    """A further verb of one subject: "12 died, the army said, and claimed that ...".

    Also that of a subject whose first verb says nothing: "the army denied it and put the number at 12", "the
    army did not confirm it but said 12 died".
    """
    if words[at - 1] in ("and", "but"):
        end = at - 2 if words[at - 2] == "," else at - 1
        before = next((source for source in sources if source.last == end and not source.lead), None)
        if before:
            return Source(before.name, True, at, at + 1, before.generic)
    silent = words[at] in _SHOWING and words[at - 1] == "and"
    if acting and (silent or (not sources and _goes_on_saying(words, at))):
        return Source(acting, True, at, at + 1)
    return None


def _needs_listing(words: Sequence[str], begin: int, at: int) -> bool:
    """Whether only a listed speaker makes a verb one of saying: "the UN put the toll at", "medics found."."""
    if words[at] in ("found", "finds"):
        return words[at + 1 : at + 2] != ["that"] and THINGS.isdisjoint(words[begin:at])
    return words[at] in _SHOWING | _SETTING


def _tells_of_statement(words: Sequence[str], at: int, end: int) -> bool:
    """Whether nothing is said behind a source: "..., it said in a statement that gave no names"."""
    return end > at + 1 and words[end] == "that" and not _OF_STATEMENT.isdisjoint(words[end + 1 : end + 2])


def _place_of_post(sentence: Sentence, names: Sequence[Name], begin: int) -> str | None:
    """ "The hospital, where the director said": the listed body that a post before the verb belongs to."""
    words = sentence.lower
    if not begin or words[begin - 1] != "where" or (POSTS | LABELLING).isdisjoint(words[begin : begin + 3]):
        return None
    end = begin - 2 if words[begin - 2] == "," else begin - 1
    return next((name.name for name in names if name.last == end and _can_own(sentence, name)), None)


def _goes_on_saying(words: Sequence[str], at: int) -> bool:
    """Whether a verb of saying is a second one of its sentence's subject: "denied it, but later said"."""
    before = at - 1
    while before > 0 and words[before] in AUXILIARIES:
        before -= 1
    return words[before] in ("and", "but")


def _person_before(sentence: Sentence, at: int) -> str | None:
    """ "Omar Saleh, who said 12 died": the person named right before a relative word."""
    last = at - 1 if sentence.lower[at - 1] == "," else at
    first = last
    while first and is_person([sentence.words[first - 1]]):
        first -= 1
    return printed_name(sentence.words[first:last]) if last - first > 1 else None


def _counts_anew(words: Sequence[str], begin: int, at: int) -> bool:
    """ "...; lawyers count 400": whoever sets a count of its own against another."""
    counts = words[at] in ("count", "counts") and words[at + 1 : at + 2] != [] and words[at + 1][0].isdigit()
    return counts and begin > 0 and words[begin - 1] in (";", "but", "while", "and")


def _is_speech(words: Sequence[str], at: int) -> bool:
    """Not "said by Israel to ...", "was told", "to report", "claimed 12 lives", "adds to it".

    But "said by phone".
    """
    if words[at + 1 : at + 2] == ["by"] and not _BY_PHONE & set(words[at + 2 : at + 4]):
        return False
    if at and words[at - 1] in (
        "to",
        "be",
        "been",
        "is",
        "are",
        "was",
        "were",
        "being",
        "not",
        "no",
        "by",
        "never",
    ):
        return False
    if words[at].startswith("add") and words[at + 1 : at + 2] in (["to"], ["up"]):
        return False
    return not (
        words[at].startswith("claim")
        and {"lives", "life", "responsibility", "victory"} & set(words[at : at + 6])
    )


def _is_verb(sentence: Sentence, names: Sequence[Name], begin: int, at: int) -> bool:
    """Whether a word like "reports" is a verb: "the UN reports", "the city reports that"."""
    words = sentence.lower
    if any(name.last <= at <= name.last + 2 for name in names):
        return True
    if words[at - 1] == "," and _is_inverted_name(sentence, names, at):
        return True
    if words[at + 1 : at + 2] in (["."], []):
        return "," in words[max(0, at - 6) : at] and words[begin : begin + 1] != ["according"]
    subject = sentence.words[begin:at]
    return (
        words[at + 1] == "that"
        and len(subject) > 1
        and (subject[0].lower() == "the" or subject[0][0].isupper())
        and _OF_REPORTS.isdisjoint(words[begin:at])
        and ("of" not in words[begin:at] or not subject[-1].islower())
    )


def _after_adverbial(words: Sequence[str], begin: int, end: int) -> int:
    """The end of a phrase that tells how a trailing source said it: ", the army said in a note"."""
    if not begin or words[begin - 1] not in (",", '"') or words[end : end + 1] == []:
        return end
    stop = next((at for at in range(end, len(words)) if words[at] in _END_OF_SOURCE), len(words))
    told = words[end:stop]
    counts = any(
        word[0].isdigit() and _TIME_WORDS.isdisjoint(told[max(0, at - 1) : at + 2])
        for at, word in enumerate(told)
    )
    return (
        end if counts or words[end] not in _AFTER_SAID | _TOPICAL or not _NUMBERS.isdisjoint(told) else stop
    )


def _aside_begin(words: Sequence[str], at: int) -> int | None:
    """The comma of an aside that ends before a verb: "the UN, which runs the schools, said"."""
    if at < 2 or words[at - 1] != ",":
        return None
    for back in range(at - 2, max(0, at - WINDOW) - 1, -1):
        nearest = "," not in words[back + 1 : at - 1]
        if words[back] == "," and (
            (words[back + 1] in _ASIDES and (nearest or words[back + 1] != "where"))
            or (nearest and words[back + 1].endswith("ing"))
        ):
            return back
        if words[back] in (";", ":", '"', "—"):
            return None
    return None


def _clause_begin(words: Sequence[str], names: Sequence[Name], at: int) -> int | None:
    """The "who" of a clause that ends before a verb: "residents who fled the camp said".

    Not in "a man who the UN says was killed", nor in "a medic who later said".
    """
    for back in range(at - 1, max(0, at - WINDOW), -1):
        if words[back] in _CLAUSE_ENDS or words[back] in SAYING:
            return None
        if words[back] != "who":
            continue
        first = next((i for i in range(back + 1, at) if words[i] not in _WHEN_SAID), at)
        named = words[first] in DETERMINERS | PRONOUNS or any(name.first == first for name in names)
        tells = at - first > 1 or words[first].endswith("ed") or words[first] in _LEFT
        return back if first < at and tells and not named and words[back - 1] != "," else None
    return None


def _subject_begin(sentence: Sentence, names: Sequence[Name], at: int) -> int:
    """Where the subject of a verb of saying begins, at the earliest."""
    words = sentence.lower
    begin = at
    aside = (
        at > 1 and words[at - 1] == "," and "," in words[max(0, at - 20) : at - 1]
    )  # "Saleh, a spokesman, said"
    commas, joined = 0, False
    while begin > 0 and at - begin < WINDOW:
        word = words[begin - 1]
        if word == ")" and "(" in words[max(0, begin - 8) : begin]:
            begin -= words[max(0, begin - 8) : begin][::-1].index("(") + 1
            continue
        if joined and word == "," and (first := _listed_before(words, names, begin - 1)) is not None:
            begin = first  # "the army, the police and the municipality said"
            continue
        if word == ",":
            commas += 1
            if commas > (2 if aside else 0):
                break
        elif word == "and" and any(name.last == begin - 1 for name in names):
            joined = True  # "residents and the mayor said"
        elif (word in _BREAKS and not (aside and word in ("and", "who", "which"))) or word in SAYING:
            break
        begin -= 1
    return _behind_paper(words, begin, at)


def _behind_paper(words: Sequence[str], begin: int, at: int) -> int:
    """Where the subject begins behind "in its own statement"; not in "in a statement by the council"."""
    paper = next((i for i in range(begin + 2, min(at, begin + 5)) if words[i] in PAPERS), at)
    opens = words[begin : begin + 1] == ["in"] and words[begin + 1] in DETERMINERS
    behind = words[paper + 1 : paper + 2]
    return paper + 1 if opens and paper + 1 < at and behind[0] in DETERMINERS else begin


def _listed_before(words: Sequence[str], names: Sequence[Name], comma: int) -> int | None:
    """Where the speaker begins that a list has before its comma; None of "seized by the army, ..."."""
    name = next((name for name in names if name.last == comma), None)
    if name is None:
        return None
    first = name.first - (name.first > 0 and words[name.first - 1] in DETERMINERS)
    return first if not first or words[first - 1] == "," else None


def _is_inverted(sentence: Sentence, names: Sequence[Name], at: int) -> bool:
    """Whether a listed subject follows its verb, and nothing else: ", in the north, said the army."."""
    words = sentence.lower
    name = next((name for name in names if at < name.first <= at + 2), None)
    if name is None or words[at] == "told" or words[at - 1] != ",":
        return False
    ends = (i for i in range(name.last, len(words)) if words[i] in _END_OF_SOURCE or words[i] == "(")
    end = next(ends, len(words))
    while end > name.last and (words[end - 1] in _TIME_WORDS or _is_day(words, end - 1)):
        end -= 1
    # "said army spokesman Omar Saleh", "said the Red Crescent (PRCS)", "said medics on Sunday"
    return is_person(sentence.words[name.last : end])


def _is_inverted_name(sentence: Sentence, names: Sequence[Name], at: int) -> bool:
    """ ", reports WAFA.", ", estimates Mayor Omar Saleh.": a name follows the verb, and nothing else."""
    words = sentence.lower
    stop = next((i for i in range(at + 1, len(words)) if words[i] in _END_OF_SOURCE), len(words))
    listed = any(at < name.first <= at + 2 and name.last == stop for name in names)
    return listed or (stop > at + 2 and is_person(sentence.words[at + 1 : stop]))


def _inverted_end(words: Sequence[str], begin: int) -> int:
    """The end of the subject behind its verb, with one aside: "said the governor, Kamal Rub, on Sunday"."""
    commas = 0
    for at in range(begin, min(len(words), begin + 16)):
        commas += words[at] == ","
        if words[at] == "," and at + 1 < len(words) and words[at + 1] in _CONTINUATIONS | {"but", "while"}:
            return at
        if (
            words[at] in (".", ";", "—", "who", "which")
            or words[at] in _CITING
            or commas > 1
            or words[at : at + 1] == ["on"]
        ):
            return at
    return min(len(words), begin + 16)


def _name_in(
    sentence: Sentence,
    names: Sequence[Name],
    begin: int,
    end: int,
    heard: Heard = NOBODY,
    listed_only: bool = False,
) -> tuple[str, bool] | None:
    """The speaker named between two words, and whether only as "the health ministry"."""
    words = sentence.lower
    inside = [n for n in names if begin <= n.first < end and _can_speak(words, n, begin)]
    if inside:
        first = min(inside, key=lambda n: (not _NAMED_SECOND.isdisjoint((n.name, n.spelling)), n.first))
        if first.spelling.split()[-1].islower():  # "the rights group Addameer", "officials from Addameer"
            first = next((name for name in inside if _is_its_body(words, first, name)), first)
        own = printed_name(sentence.words[begin : first.last]) if first.spelling in OFFICIALS else None
        if first.spelling in _GROUPS:  # "the rights group Beit Najm"
            behind = sentence.words[first.last : end]
            own = " ".join(behind) if behind and is_person(behind) else None
        if short := _for_short(sentence, first, heard):
            return short, _is_generic(words, first)
        if first.spelling == "police" and _ISRAELI.search(sentence.text):
            return "Israeli police", False
        return own or first.name, _is_generic(words, first)
    subject = [word for word in sentence.words[begin:end] if word.lower() not in AUXILIARIES and word != ","]
    if subject and subject[0].lower() in _POSSESSIVES and subject[-1] in POSTS:
        owner = next((n.name for n in reversed(names) if n.last <= begin and _can_own(sentence, n)), None)
        owner = owner or heard.referent(["it"])
        return (owner, False) if owner else None
    if owner := _sending(sentence, names, subject, begin, heard):
        return owner, False
    if "'s" in subject[2:3] and subject[0].lower() == "the" and not POSTS.isdisjoint(subject[3:5]):
        subject = subject[:2]  # "the agency's spokesman, Omar Saleh," speaks for the agency
    if back := _naming(sentence, names, begin, heard).referent(subject):
        return back, False
    raw = printed_name(sentence.words[begin:end])
    counts = listed_only and raw and _can_count(raw.split(), words, begin, end)
    if listed_only and not counts:
        return None
    return (raw, raw.lower() in _GENERIC_HEALTH) if raw else None


def _sending(
    sentence: Sentence, names: Sequence[Name], subject: Sequence[str], begin: int, heard: Heard
) -> str | None:
    """ "The UN is worried, its envoy Rana Saleh said": the body named before, for which a person speaks."""
    if not subject or subject[0].lower() not in _POSSESSIVES:
        return None
    post = next((at for at, word in enumerate(subject) if word in _SENT), 0)
    person = subject[post + 1 :]
    if not post or not is_person(person):
        return None
    owner = next((n.name for n in reversed(names) if n.last <= begin and _can_own(sentence, n)), None)
    return owner or (heard.referent(["it"]) if begin == 0 else None)


def _can_count(name: Sequence[str], words: Sequence[str], begin: int, verb: int) -> bool:
    """ "Omar Saleh put the toll at 12", "the council counts 12", "the council's figures show"; no blast."""
    if verb == len(words):
        return False
    if name[-1] in BODIES:
        if words[verb] in _SETTING or (words[verb] in _GIVING and _gives_figure(words, verb)):
            return True
        return words[verb] in _COUNTING or not PAPERS.isdisjoint(words[begin : verb + 1])
    in_office = not POSTS.isdisjoint((name[0].lower(), name[-1].lower()))
    if not in_office and (len(name) == 1 or not is_person(name)):
        return False
    return words[verb] in ("put", "puts") or (words[verb] in _GIVING and _gives_figure(words, verb))


def _is_its_body(words: Sequence[str], name: Name, body: Name) -> bool:
    """Whether a common noun is of the body named behind it: "officials from the UN", "the group Addameer"."""
    if body.first < name.last:
        return False
    between = [word for word in words[name.last : body.first] if word not in DETERMINERS]
    return body.first == name.last or (
        body.name[0].isupper() and len(between) == 1 and between[0] in _BELONGING_TO
    )


def _for_short(sentence: Sentence, name: Name, heard: Heard) -> str | None:
    """Whom "the army" goes back to where another one than its own was introduced: the Lebanese army.

    The two health ministries are told apart by the place.
    """
    behind = sentence.lower[name.last : name.last + 1]
    if name.name == "UN" and behind in (["agency"], ["body"], ["office"]):
        return heard.named_for_short(name.name, "", kinds()[name.name])
    if name.spelling.lower() not in _FOR_SHORT or heard.find(name.name) or behind in (["in"], ["of"]):
        return None
    definite = name.first > 0 and sentence.lower[name.first - 1] == "the"
    if not definite and name.spelling != "police":
        return None
    kind = kinds()[name.name] if name.spelling.endswith("group") else None
    found = heard.named_for_short(name.name, sentence.lower[name.last - 1], kind)
    return None if found in _HEALTH_MINISTRIES.values() else found


def _naming(sentence: Sentence, names: Sequence[Name], begin: int, heard: Heard) -> Heard:
    """What is known, with whom a sentence names before a word: "a Reuters man was hurt, the agency said"."""
    for name in names:
        in_brackets = name.first > 0 and sentence.lower[name.first - 1] == "("
        if name.last <= begin and is_proper(sentence, name) and not in_brackets:
            heard = heard.after(name.name, sentence.words[name.first : name.last], spoke=False)
    return heard


def _can_own(sentence: Sentence, name: Name) -> bool:
    """Whether "its director" can be of a speaker: of the UN or a hospital, not of "medics"."""
    return kinds()[name.name] == "hospital" or is_proper(sentence, name)


def _can_speak(words: Sequence[str], name: Name, begin: int) -> bool:
    """Whether "Israel" itself speaks: "Israel said", not "a hospital in Israel said"."""
    within = ("in", "on", "from", "to", "against", "into", "by", "with", "of", "near", "at")
    return name.spelling != "Israel" or name.first == begin or words[name.first - 1] not in within


def _is_generic(words: Sequence[str], name: Name) -> bool:
    before = words[name.first - 1] if name.first else ""
    spelling = name.spelling.lower()
    return spelling == _OF_TERRITORY or (spelling in _GENERIC_HEALTH and before not in _WEST_BANK_MINISTRY)


def _after_time(words: Sequence[str], at: int) -> int:
    """The word after "said on Wednesday", "told reporters in a statement".

    What comes then tells a source that trails its statement from one that leads it.
    """
    end = at + 1
    if words[at] == "told":
        while end < len(words) and end - at < 8 and words[end] not in _END_OF_SOURCE and words[end] != "that":
            if words[end][0].isdigit() or words[end] in _NUMBERS:
                return at + 1  # "told the UN 12 people were killed."
            end += 1
        return end if (end < len(words) and words[end] in _END_OF_SOURCE) or end == len(words) else at + 1
    if words[at] in ("went", "goes"):
        end += 1
    if words[at] in _MAKING:
        end = _known_end(words, at) or end
    while end < len(words) and (words[end] in _TIME_WORDS or _is_day(words, end)):
        end += 1
    while (
        end > at + 1
        and (words[end - 1] in _ARTICLES or words[end - 1].isdigit())
        and end < len(words)
        and words[end] not in _END_OF_SOURCE
    ):
        end -= 1
    return end


def _is_day(words: Sequence[str], at: int) -> bool:
    """The 3 of "said on 3 May", "said on May 3"; not the 400 of "lawyers count 400"."""
    return words[at].isdigit() and not _TIME_WORDS.isdisjoint((words[at - 1], *words[at + 1 : at + 2]))


def _is_opening(words: Sequence[str], begin: int) -> bool:
    """Whether nothing is stated before the source: "In 2025 so far, the agency said, ..."."""
    before = [word for word in words[:begin] if word[0].isalnum()]
    return not before or (len(before) <= OPENING and words[0] in _OPENERS)


def heard_after(sentence: Sentence, sources: Sequence[Source], heard: Heard) -> Heard:
    """Who is known behind a sentence, the last source last, else a listed subject.

    Not last is one of a relative clause: "The army denied the count of the UN, which spoke of 12." A person
    whom a sentence introduces ("Omar Saleh, 45, stood in the rubble.") is the next "he", unless it tells of a
    death.
    """
    names = find_names(sentence)
    heard = _naming(sentence, names, len(sentence.words), heard)
    relative = [source for source in sources if sentence.lower[source.first - 1] in ("which", "who")]
    for source in sorted(sources, key=lambda source: source not in relative):
        heard = heard.after(source.name, _printed(sentence, source))
    if sources:
        return heard
    first = next(iter(names), None)
    if first and first.first <= 1:
        printed = sentence.words[first.first : first.last]
        return heard if first.spelling in _COUNTRIES else heard.after(first.name, printed)
    if back := heard.opening(sentence.lower):
        return heard.after(back, ())
    person = person_introduced(sentence)
    return heard.after(person, person.split()) if person else heard


def _printed(sentence: Sentence, source: Source) -> Sequence[str]:
    """The words that name a source, without its verb."""
    words, first = sentence.lower, source.first
    while first < source.last and (words[first] in SAYING or words[first] in _BEFORE_SOURCE):
        first += 1
    end = next((at for at in range(first, source.last) if words[at] in SAYING), source.last)
    return sentence.words[first:end]


def speaker_of(sentence: Sentence, sources: Sequence[Source], at: int, territory: str | None) -> str | None:
    """Who states the figure whose number is the word at `at`; None for the reporter's own voice.

    `territory` is the largest area around the figure's place: whose police and whose health ministry speak.
    """
    source = _covering(sentence, sources, at)
    if source is None:
        return None
    if source.name == "police" and territory in ("israel", "jerusalem"):
        return "Israeli police"
    return _settled(source, territory)


def settle(sources: Sequence[Source], territory: str | None) -> list[Source]:
    """The same sources, where the place has told which health ministry speaks."""
    return [replace(source, name=_settled(source, territory)) for source in sources]


def _settled(source: Source, territory: str | None) -> str:
    own = source.name == _HEALTH_MINISTRIES["gaza"]  # "the territory's", Gaza's where none is spoken of
    unnamed = source.generic and (territory == "gaza" or own or source.name not in kinds())
    return _HEALTH_MINISTRIES.get(territory or "", source.name) if unnamed else source.name


def _covering(sentence: Sentence, sources: Sequence[Source], at: int) -> Source | None:
    words = sentence.lower
    led = [source for source in sources if source.lead and source.last <= at]
    lead = max(
        (source for source in led if not _is_past_relative(words, source, at)),
        key=lambda source: source.last,
        default=None,
    )
    trail = next((source for source in sources if not source.lead and source.first > at), None)
    passed = next((source for source in reversed(sources) if not source.lead and source.last <= at), None)
    if own := next((source for source in sources if _is_behind_who(words, source, at)), None):
        return own
    if lead and trail and any(_opens_clause(words, i) for i in range(lead.last, at)):
        lead = None
    if lead and trail and ";" in words[lead.last : at] and ";" not in words[at : trail.first]:
        lead = None  # "Hamas said 12 died; five men were arrested, the UN said"
    if lead and passed and passed.first > lead.last:
        lead = None
    if lead:
        cuts = _semicolons(words, lead.last, at)
        alone = any(stands_alone(sentence, lead.name, lead.last, cut, at) for cut in cuts[-1:])
        return None if alone or _is_aside(words, lead.last, at) else lead
    if trail and not (
        _in_opening_adjunct(words, at)
        or _in_aside_on_place(words, at, trail.first)
        or _is_set_into_relative(words, at, trail.first)
        or _is_set_into_aside(words, at, trail)
    ):
        return _beyond_aside(words, sources, trail, at)
    if (
        passed
        and _goes_on(words, passed)
        and all(counts_on(words, cut) for cut in _semicolons(words, passed.last, at))
        and not _is_supposed(words[passed.last : at])
        and not {"after", "following"} & set(words[passed.last + 2 : at])
        # "and five were claimed as members by armed groups"
        and "claimed" not in words[passed.last : at + CLAIMED_WITHIN]
    ):
        return passed
    return None


def _is_behind_who(words: Sequence[str], source: Source, at: int) -> bool:
    """ "one of 9,000 farmers whom the UN says have been displaced": it speaks of those before it."""
    first = source.first - (words[source.first - 1] == "the")
    between = words[at:first]
    told = words[source.last : source.last + 1] and words[source.last] in AUXILIARIES
    return (
        bool(told)
        and between[-1:] in (["who"], ["whom"])
        and len(between) <= _WHO_REACH
        and "," not in between
    )


def _semicolons(words: Sequence[str], begin: int, end: int) -> list[int]:
    return [at for at in range(begin, end) if words[at] == ";"]


def _in_aside_on_place(words: Sequence[str], at: int, end: int) -> bool:
    """ "In Gaza, where 40,000 have died, a strike killed two, medics said": what they do not speak of."""
    if "where" not in words[:at] or "," not in words[at:end]:
        return False
    opening = at - 1 - words[:at][::-1].index("where")
    closing = at + words[at:end].index(",")
    return words[opening - 1] == "," and "," not in words[opening:at] and closing < end - 1


def _is_set_into_relative(words: Sequence[str], at: int, first: int) -> bool:
    """ "Two men of a group that has, by the UN's account, killed 12": of the two the UN does not speak."""
    inside = words[first - 1] == "," and words[first - 2] in AUXILIARIES
    return inside and not {"that", "which", "who"}.isdisjoint(words[at:first])


def _is_set_into_aside(words: Sequence[str], at: int, trail: Source) -> bool:
    """ "Nine men, all of them gunmen according to the army, were killed": of the nine it does not speak."""
    inside = words[trail.first - 1] != "," and "," in words[at : trail.first]
    return inside and words[trail.last : trail.last + 1] == [","] and _is_predicate(words, trail.last + 1)


def _is_past_relative(words: Sequence[str], source: Source, at: int) -> bool:
    """ "The raid, which Israel said was over, killed 12": Israel speaks up to the comma."""
    if words[source.first - 1] not in ("which", "who"):
        return False
    return any(words[i] == "," and _is_predicate(words, i + 1) for i in range(source.last, at))


def _is_predicate(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at] in _PREDICATES


def _beyond_aside(words: Sequence[str], sources: Sequence[Source], trail: Source, at: int) -> Source:
    """ "12 died, five of them children according to the UN, the army said": the UN speaks of the five."""
    later = next((source for source in sources if not source.lead and source.first >= trail.last), None)
    own = trail.first > 0 and words[trail.first - 1] != "," and "," in words[at : trail.first]
    return later if later and own else trail


def _goes_on(words: Sequence[str], source: Source) -> bool:
    """Whether a statement goes on: ", police said, and hundreds fled", ", leaving a man dead", ": two in".

    Behind a semicolon its clause tells.
    """
    last = source.last
    if words[last : last + 1] in ([":"], [";"]):
        return True
    if words[last : last + 1] != [","] or last + 1 >= len(words):
        return False
    following = words[last + 1]
    return (
        following in _CONTINUATIONS
        or (_is_predicate(words, last + 1) and words[source.first - 1] == ",")
        or following.endswith("ing")
        or following in SIMPLE
        or following[0].isdigit()
    )


def _is_supposed(words: Sequence[str]) -> bool:
    """ ", and Hamas is believed to hold": said by nobody in particular."""
    return any(
        word in _SUPPOSED and words[at - 1] in ("is", "are", "was", "were") for at, word in enumerate(words)
    )


def _opens_clause(words: Sequence[str], at: int) -> bool:
    return words[at] in (",", ";") and words[at + 1 : at + 2] in (["and"], ["but"], ["while"])


def _is_aside(words: Sequence[str], said: int, at: int) -> bool:
    """A killing told beside the statement: "said it withdrew after a raid that killed 12"."""
    for back in range(at - 1, said - 1, -1):
        if words[back] == ";" or (
            words[back] == "," and back < at - 1 and words[back + 1] not in _GOES_ON_ASIDE
        ):
            return False
        timed = not _SPANS.isdisjoint(words[back + 2 : back + 3])
        if words[back] == "after" and (words[back + 1] == "it" or timed):
            continue  # "said it struck Gaza after it intercepted 12 rockets", "after three days"
        if words[back] in ("after", "following") or _is_looked_into(words, back):
            return True
        if (
            words[back] == "in"
            and back > said  # not "said in a report that"
            and words[back + 1 : back + 2] in (["a"], ["an"], ["the"])
            and any(_is_relative(words, i) for i in range(back + 2, at))
        ):
            return True
    return False


def _is_looked_into(words: Sequence[str], at: int) -> bool:
    """ "said it was checking reports that", "was aware of claims that": a speaker states none of it."""
    reports = words[at] in _CLAIMS and words[at + 1 : at + 2] in (["that"], ["of"])
    return reports and not _LOOKING.isdisjoint(words[max(0, at - 4) : at])


def _is_relative(words: Sequence[str], at: int) -> bool:
    """Whether a clause about a thing begins: "a raid that killed 12"; not "in that time", "and that"."""
    return (
        words[at] in ("that", "which")
        and words[at + 1] not in _TIMES
        and words[at - 1] not in ("and", "but", "or")
    )


def _in_opening_adjunct(words: Sequence[str], at: int) -> bool:
    """ "Following the release of 17 hostages, ...": set before the statement.

    Not so "Since Monday 12 people, two of them children, ...".
    """
    if words[0] not in ("following", "after", "since") or "," in words[:at] or "," not in words[at:]:
        return False
    behind = words[at + words[at:].index(",") + 1 :][:1]
    return (
        words[0] != "since"
        or not behind
        or not (behind[0] in _PARTS or behind[0] in SIMPLE or behind[0][0].isdigit())
    )

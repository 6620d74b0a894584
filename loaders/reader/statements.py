"""Prose to statements without a figure: who the dead were, by whose fire, what is denied, what has no number.

They are no claims and are never drawn as numbers: pages set them side by side where speakers part. A rule is
a kind, a topic, a position and a pattern, all in one table (`RULES`); of two that meet the earlier one wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.reader.heard import NOBODY, Heard
from loaders.reader.names import find_names
from loaders.reader.people import SIDES
from loaders.reader.places import find_locations, focus_of, territory_of
from loaders.reader.scenes import LEAD, LOOK_BACK, Scenery
from loaders.reader.speakers import Source, find_sources, heard_after, settle, speaker_of
from loaders.reader.text import Sentence, find_sentences, fold


@dataclass(frozen=True)
class Statement:
    """One statement without a figure.

    Offsets are in the text as read; the other words mean what `tables.STATEMENTS` says.
    """

    kind: str
    topic: str | None
    position: str | None
    measure: str | None
    side: str
    place_id: str | None
    attributed_to: str | None
    quote: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True)
class Rule:
    """What a pattern says where it is found.

    `by_subject`: it begins with a verb whose subject speaks ("officials denied"); else a source of the
    sentence does. `topic` None: the quote tells it. `position` None: its people tell it, or there is none.
    `clues` are letters of which each match has some: most sentences have none, and are not searched.
    """

    kind: str
    topic: str | None
    position: str | None
    pattern: re.Pattern[str]
    clues: tuple[str, ...]
    by_subject: bool = False


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


_COMBATANTS = r"(?:combatants?|militants?|fighters?|gunm[ae]n|terrorists?|armed[ ]men)"
_CIVILIANS = r"(?:civilians?|non-?combatants?|bystanders?|unarmed)"
_KIND_OF_PEOPLE = rf"(?:{_COMBATANTS}|{_CIVILIANS})"
_DEAD = r"(?:dead|killed|died|slain|victims?|deaths|fatalities|casualties)"
_WERE = r"(?:were|was|are|is|had[ ]been|have[ ]been)"
_PASSIVE = r"(?:was|were|been|being)[ ](?:\w+ly[ ])?"
_HOMES = r"(?:homes?|houses?|camps?|neighbou?rhoods?|area)"
_RESIDENTS = r"(?:residents|families|people|inhabitants|civilians|palestinians|villagers|households|them)"
_MEDICAL = (
    r"(?:hospitals?|ambulances?|clinics?|medics|paramedics|medical[ ](?:cent(?:er|re)s?|teams?|crews?))"
)
_FRIENDLY = r"""(?:friendly[ ]fire
    | (?:its|their|his|her)[ ]own[ ](?:side|fire|forces|troops|comrades|rockets?)
    | (?:errant|stray|misfired|failed)[ ]rockets?)"""

# "did not specify whether the dead were combatants", "without saying how many were civilians"
_UNSPECIFIED = _pattern(
    rf"""(?:(?:did|do|does|has|have|had|could|would)[ ]not|didn't|doesn't|hasn't|without|not)[ ]
    (?:immediately[ ]|yet[ ]|been[ ])*
    (?:specif|sa[yi]|distinguish|differentiat|clarif|disclos|ma[dk]e[ ]clear|clear|known)\w*\b[^.;:]{{0,30}}?
    \b(?:whether|if|between|how[ ]many|who)\b[^.;:]{{0,80}}?\b{_KIND_OF_PEOPLE}\b
    (?:[^.;:]{{0,60}}\b{_KIND_OF_PEOPLE}\b)?"""
)
# "all of those killed were combatants", "none of the dead was a civilian"
_ALL_WERE = _pattern(
    rf"""\b(?:all|most|many|some|none|half|nearly[ ]all|almost[ ]all|the[ ]majority|everyone|everybody)\b
    [^.;:]{{0,60}}?\b{_DEAD}\b[^.;:,]{{0,40}}?\b{_WERE}\b[^.;:]{{0,25}}?\b{_KIND_OF_PEOPLE}\b"""
)
# "the dead were all militants", "those who died were civilians"
_THOSE_WERE = _pattern(
    rf"""\b(?:the[ ](?:dead|victims|fatalities|casualties)
        | (?:those|the[ ](?:people|men|palestinians|israelis))[ ](?:who[ ])?
          (?:(?:were|had[ ]been|have[ ]been)[ ])?(?:killed|died|slain))
    \b[^.;:,]{{0,40}}?\b{_WERE}[ ](?:not[ ])?(?:[a-z]+ly[ ]|all[ ]|in[ ]fact[ ])*
    (?:[\w-]+[ ]){{0,2}}?{_KIND_OF_PEOPLE}\b"""
)
# "may have been killed by friendly fire", "did not rule out that he was hit by its own troops"
_MAYBE_FRIENDLY = _pattern(
    rf"""\b(?:may|might|could|possib\w+|whether|unclear|investigat\w+
        | (?:not|never)[ ](?:rule|exclude|know)\w*)\b[^.;:]{{0,80}}?\b{_FRIENDLY}"""
)
# "was killed by friendly fire", "an errant rocket caused the blast"
_BY_FRIENDLY = _pattern(
    rf"""\b(?:killed|hit|struck|shot|died|wounded|injured|caused|cause|blamed)\b[^.;:,]{{0,50}}?\b{_FRIENDLY}
    | {_FRIENDLY}\b[^.;:,]{{0,30}}?\b(?:killed|hit|struck|caused)\b"""
)
# "hit by Israeli gunfire", "shot by Palestinian fire"
_BY_HOSTILE = _pattern(
    r"""\b(?:killed|hit|struck|shot|died|wounded|injured)\b[^.;:,]{0,30}?\b(?:by|from|in)[ ](?:\w+[ ]){0,2}?
    (?:hostile|enemy|israeli|palestinian|militants?'?|army|military|soldiers'|troops')[ ]
    (?:gun|live[ ]|sniper[ ]|tank[ ]|drone[ ]|machine-gun[ ])?(?:fire|gunfire|bullets?)\b"""
)
# "accused soldiers of firing tear gas into a hospital"; not "was accused of"
_ACCUSED = _pattern(
    r"""(?<!was[ ])(?<!were[ ])(?<!been[ ])(?<!\bis[ ])(?<!\bare[ ])
    \b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing))[ ][^.;:]{3,50}?[ ](?:of|for)[ ]
    [^.;:]{5,120}?(?=,|[.;:?!"]|$|[ ](?:but|while)[ ])"""
)
# up to the hospital that is a verb's object there are no words that begin another part
_OBJECT = r"(?:[ ](?!(?:to|in|from|were|was|taken|and|who|that|where|for)\b)[\w'-]+){0,4}?"
# "fired tear gas into a hospital", "stormed the clinic", "ambulances were held up"
_ON_MEDICAL = _pattern(
    rf"""\bfir(?:ed|ing|e)\b[^.;:,]{{0,40}}?[ ](?:at|into|on|inside|near|towards?)\b{_OBJECT}[ ]{_MEDICAL}\b
    | \b(?:shell|bomb|attack|raid|storm|besieg|surround|block|obstruct|target|hit|struck|strik|prevent|damag)
        (?:ed|ing|s|es)?\b{_OBJECT}[ ]{_MEDICAL}\b
    | (?<!to[ ])(?<!in[ ])(?<!at[ ])(?<!from[ ])(?<!to[ ]the[ ])(?<!at[ ]the[ ])
        \b{_MEDICAL}\b[^.;:,]{{0,60}}?\b{_PASSIVE}
        (?:slowed|held[ ]up|blocked|obstructed|delayed|prevented|stopped|hit|struck|shelled|damaged|targeted
        |stormed|surrounded|fired[ ]on)\b"""
)
# "threatened and forced residents to evacuate", "the people were forced out of their homes"
_FORCED_OUT = _pattern(
    rf"""\b(?:threaten|forc|order|compel|driv|drove|expel|evict|mak|made|used[ ]threats)(?:led|ed|en|ing|e)?\b
        [^.;:]{{0,50}}?\b{_RESIDENTS}\b[^.;:]{{0,40}}?\b(?:evacuat\w+|leave|left|flee|out|from)\b
        (?:[^.;:,]{{0,20}}?\b{_HOMES}\b)?
    | \b{_RESIDENTS}\b[^.;:]{{0,40}}?\b{_PASSIVE}(?:forced|driven|expelled|evicted|ordered)\b
        (?:[ ](?:out|from|to[ ](?:leave|flee|evacuate)))?(?:[^.;:,]{{0,20}}?\b{_HOMES}\b)?
    | \bforc(?:ed|ible)[ ](?:evacuation|displacement|expulsion|transfer)s?\b"""
)
# "used a detained man as a human shield"
_SHIELDS = _pattern(r"\b(?:us(?:ed|ing|e)|as)\b[^.;:]{0,50}?\bhuman[ ]shields?\b")
_END_OF_DENIAL = r"""(?=,?[ ](?:but|while|and[ ]said|although|though)\b|[.;:?!"]|$)"""
# "denied that it had carried out forced evacuations", "rejected the report"; not "were denied access"
_DENIED = _pattern(
    rf"""(?<!was[ ])(?<!were[ ])(?<!been[ ])(?<!being[ ])(?<!\bis[ ])(?<!\bare[ ])\bden(?:y|ies|ied|ying)\b
        (?![ ](?:\w+[ ]){{0,3}}?
            (?:access|entry|permission|permits?|treatment|medical[ ]care|food|visas?|bail)\b)
        [^.;:]{{3,140}}?{_END_OF_DENIAL}
    | \b(?:reject|dismiss|disput|refut)(?:s|ed|es|ing)?\b[^.;:]{{0,40}}?
        \b(?:accusation|allegation|claim|report|account|charge|suggestion)s?\b
        [^.;:]{{0,100}}?{_END_OF_DENIAL}"""
)
_SOME = r"(?:several|a[ ]number[ ]of|numerous|multiple)"
# "several people were wounded", "killing several gunmen", "deaths were reported"; not "no deaths were"
_UNNUMBERED = _pattern(
    rf"""\b(?:{_SOME}|some|many|a[ ]few)\b(?:[ ](?!(?:who|that|of|in|from)\b)[\w'-]+){{0,3}}?[ ]
        (?:{_WERE}[ ])?(?:\w+ly[ ])?(?P<after>killed|wounded|injured|hurt|arrested|detained|displaced)\b
    | \b(?P<before>killing|wounding|injuring|arresting|detaining|killed|wounded|injured|arrested|detained)[ ]
        {_SOME}\b(?:[ ](?!(?:in|on|at|near|and|during)\b)[\w'-]+){{1,2}}
    | \b(?<!no[ ])(?P<noun>deaths|casualties|injuries|fatalities|arrests)[ ](?:were|have[ ]been|had[ ]been)[ ]
        (?:\w+ly[ ])?(?:reported|recorded|confirmed)\b"""
)
# the first letters of an unnumbered statement's word; "casualties" are of no measure
_MEASURES = {
    **dict.fromkeys(("kill", "deat", "fata"), "killed"),
    **dict.fromkeys(("woun", "inju", "hurt"), "wounded"),
    **dict.fromkeys(("arre", "deta"), "detained"),
    "disp": "displaced",
}

_PEOPLE_CLUES = tuple("combatant militant fighter gunm terrorist civilian bystander armed".split())
_DENIAL_CLUES = tuple("deny denie reject dismiss disput refut".split())
_FRIENDLY_CLUES = ("friendly fire", " own ", "errant", "stray", "misfired", "failed")
_FORCE_CLUES = tuple("threat forc order compel driv drove expel evict mak made".split())
_VAGUE_CLUES = tuple(
    "several some many few numerous multiple deaths casualties injuries fatalities arrests".split()
)

RULES = (
    Rule("status", "status", "open", _UNSPECIFIED, _PEOPLE_CLUES, by_subject=True),
    Rule("status", "status", None, _ALL_WERE, _PEOPLE_CLUES),
    Rule("status", "status", None, _THOSE_WERE, _PEOPLE_CLUES),
    Rule("denial", None, "denied", _DENIED, _DENIAL_CLUES, by_subject=True),
    Rule("cause", None, "asserted", _ACCUSED, ("accus", "blam"), by_subject=True),
    Rule("cause", "fire", "open", _MAYBE_FRIENDLY, _FRIENDLY_CLUES),
    Rule("cause", "fire", "own_fire", _BY_FRIENDLY, _FRIENDLY_CLUES),
    Rule("cause", "fire", "hostile_fire", _BY_HOSTILE, ("fire", "bullet")),
    Rule("cause", "medical", "asserted", _ON_MEDICAL, ("hospital", "ambulance", "clinic", "medic")),
    Rule("cause", "evacuation", "asserted", _FORCED_OUT, _FORCE_CLUES),
    Rule("cause", "shields", "asserted", _SHIELDS, ("human shield",)),
    Rule("unnumbered", None, None, _UNNUMBERED, ("number of", *_VAGUE_CLUES)),
)
# where a figure stands in their words, the figure tells it
_TOLD_BY_FIGURES = (_UNNUMBERED, _FORCED_OUT)

# what a denial or an accusation is about; the first that its words name
_TOPICS = (
    ("fire", _pattern(_FRIENDLY)),
    ("shields", _pattern(r"\bhuman[ ]shields?\b")),
    ("medical", _pattern(rf"\b{_MEDICAL}\b")),
    (
        "evacuation",
        _pattern(
            rf"\b(?:evacuat|expel|expuls|evict|displac)\w*|\bfrom[ ]their[ ]{_HOMES}\b|\bleave[ ]their\b"
        ),
    ),
    (
        "status",
        _pattern(
            rf"\b{_KIND_OF_PEOPLE}\b[^.;:]{{0,40}}\b{_DEAD}\b|\b{_DEAD}\b[^.;:]{{0,40}}\b{_KIND_OF_PEOPLE}\b"
        ),
    ),
)
# an accusation or a denial that has none of these, and no topic, is about something else
_HARM = _pattern(
    r"\b(?:kill|shot|shoot|fir(?:ed|ing)|attack|target|wound|injur|strik|struck|civilian|dead|death|casualt|responsib)"
)
_ACCUSATION = _pattern(r"\b(?:accusation|allegation|claim|report|account|charge|suggestion|this|that)s?\b")
_NEGATED = _pattern(r"\b(?:not|never|no|none|nobody|neither)\b[^.;:,]{0,25}$|n't[ ][^.;:,]{0,20}$")
_NOBODY_ACCUSES = _pattern(r"\b(?:is|are|was|were|been)[ ](?:accused|blamed)\b[^.;:,]{0,60}$")
_SPEAKS_OF_CIVILIANS = _pattern(rf"\b{_CIVILIANS}\b")
_SAYS_NOT = _pattern(r"\b(?:none|not)\b")
_ISRAELI = _pattern(r"\b(?:israel|idf)")
_SOLDIER = _pattern(r"\b(?:soldier|trooper|reservist)s?\b")

# behind an adjective of a side: who acts, not who is hurt
_ACTORS = frozenset(
    """soldiers troops forces army military police fire gunfire bullets officials authorities militants gunmen
    fighters numbers airstrikes strikes drones snipers groups commandos jets""".split()
)
_BEFORE_SUBJECT = frozenset('that which who but while and because as when after , ; : " - —'.split())
_NOT_IN_NAME = frozenset(
    "the a an some has have had also later strongly repeatedly flatly then did does do not yet".split()
)
_BEING = frozenset("is are was were be been remains remained".split())
LONGEST_ASIDE = 6  # words between a speaker and its verb: "the authorities, for their part, did not say"
LONGEST_SUBJECT = 4

Hits = list[tuple[Rule, re.Match[str]]]


@dataclass
class _Heard:
    """What the sentences so far have set: where, who spoke last, and which topic in which sentence."""

    scenery: Scenery = field(default_factory=Scenery)
    speakers: Heard = NOBODY
    topic: str | None = None
    topic_in: int = -1


def read_statements(text: str, figures: Sequence[tuple[int, int]] = ()) -> list[Statement]:
    """Every statement without a figure that a text makes about casualties, in its order.

    Args:
        text: the text as read; `text[statement.start:statement.end] == statement.quote`.
        figures: the spans of its figures, in the text as read; words that hold a number are told by that.
    """
    folded = fold(text)
    sentences = find_sentences(folded.text)
    found = {sentence.index: hits for sentence in sentences if (hits := _find_hits(sentence))}
    statements: list[Statement] = []
    heard = _Heard()
    for sentence in _listen(sentences, sorted(found)):
        sources = find_sources(sentence, heard.speakers)
        locations = find_locations(sentence, sources)
        place = focus_of([place for place in locations if not place.speaks]) or heard.scenery.around(sentence)
        whole = text[slice(*folded.span(sentence.start, sentence.end))]
        for rule, match in found.get(sentence.index, ()):
            first, denied = _begin(rule, match)
            start, end = folded.span(sentence.start + first, sentence.start + match.end())
            topic = _topic(rule, match[0], heard, sentence.index)
            speaker = _speaker(sentence, sources, rule, match.start(), heard.speakers, territory_of(place))
            if not _is_stated(rule, match, topic) or (
                speaker is None and _is_quoted(sentence, match.start())
            ):
                continue
            if rule.pattern in _TOLD_BY_FIGURES and any(a < end and start < b for a, b in figures):
                continue
            if topic:
                heard.topic, heard.topic_in = topic, sentence.index
            statements.append(
                Statement(
                    kind="denial" if denied else rule.kind,
                    topic=topic,
                    position="denied" if denied else rule.position or _leaning(rule, match[0]),
                    measure=_measure(rule, match, topic),
                    side=_side(sentence, match, topic),
                    place_id=place,
                    attributed_to=speaker,
                    quote=text[start:end],
                    start=start,
                    end=end,
                    sentence=whole,
                )
            )
        heard.speakers = heard_after(sentence, settle(sources, territory_of(place)), heard.speakers)
        heard.scenery.pass_by(sentence, locations, ())
    return statements


def _listen(sentences: Sequence[Sentence], telling: Sequence[int]) -> Iterator[Sentence]:
    """The telling sentences, and before them those that may say where it was and who goes on speaking."""
    at = 0
    for sentence in sentences:
        while at < len(telling) and telling[at] < sentence.index:
            at += 1
        if at == len(telling):
            return
        if sentence.index < LEAD or telling[at] - sentence.index <= LOOK_BACK:
            yield sentence


def _find_hits(sentence: Sentence) -> Hits:
    """What the rules find in a sentence, left to right; nothing that meets what an earlier rule found."""
    hits: Hits = []
    lower = sentence.text.lower()
    for rule in RULES:
        if not any(clue in lower for clue in rule.clues):
            continue
        for match in rule.pattern.finditer(sentence.text):
            if not any(match.start() < other.end() and other.start() < match.end() for _, other in hits):
                hits.append((rule, match))
    return sorted(hits, key=lambda hit: hit[1].start())


def _begin(rule: Rule, match: re.Match[str]) -> tuple[int, bool]:
    """Where the quote begins, and whether its words are denied: "had not fired at ambulances"."""
    negated = _NEGATED.search(match.string, 0, match.start()) if rule.position == "asserted" else None
    return (negated.start(), True) if negated else (match.start(), False)


def _topic(rule: Rule, quote: str, heard: _Heard, index: int) -> str | None:
    """Of "The army rejected the accusation" the topic of the same sentence or the one before."""
    if rule.topic or rule.kind == "unnumbered":
        return rule.topic
    own = next((topic for topic, pattern in _TOPICS if pattern.search(quote)), None)
    if own or rule.kind != "denial":
        return own
    return heard.topic if index - heard.topic_in <= 1 and _ACCUSATION.search(quote) else None


def _is_stated(rule: Rule, match: re.Match[str], topic: str | None) -> bool:
    """Whether an accusation or a denial is about people who were harmed: "accused it of delay" is not.

    Nor is it stated where nobody is said to accuse: "was accused of firing at a clinic".
    """
    if _NOBODY_ACCUSES.search(match.string, 0, match.start()):
        return False
    return rule.kind not in ("denial", "cause") or topic is not None or bool(_HARM.search(match[0]))


def _leaning(rule: Rule, quote: str) -> str | None:
    """ "None of the dead was a civilian" leans as "all were combatants" does."""
    if rule.kind != "status":
        return None
    civilians = bool(_SPEAKS_OF_CIVILIANS.search(quote)) != bool(_SAYS_NOT.search(quote))
    return "civilians" if civilians else "combatants"


def _measure(rule: Rule, match: re.Match[str], topic: str | None) -> str | None:
    if rule.kind == "unnumbered":
        word = match["after"] or match["before"] or match["noun"]
        return _MEASURES.get(word[:4].lower())
    return {"status": "killed", "evacuation": "displaced"}.get(topic or "")


def _side(sentence: Sentence, match: re.Match[str], topic: str | None) -> str:
    """Whose people the statement is about: the one side that its words give, not that of who acts."""
    if topic == "fire" and _SOLDIER.search(sentence.text) and _ISRAELI.search(sentence.text):
        return "israeli"
    words = sentence.lower[_word_at(sentence, match.start()) : _word_at(sentence, match.end())]
    sides = {
        side
        for _, last, side in SIDES.find(words)
        if _ACTORS.isdisjoint(words[last : last + 2]) and words[last - 1] != "israel"
    }
    return sides.pop() if len(sides) == 1 else "unspecified"


def _word_at(sentence: Sentence, offset: int) -> int:
    """The first word that begins at an offset of the sentence's text or behind it."""
    starts = (sentence.span(at, at + 1)[0] - sentence.start for at in range(len(sentence.words)))
    return next((at for at, start in enumerate(starts) if start >= offset), len(sentence.words))


def _is_quoted(sentence: Sentence, offset: int) -> bool:
    """Whether an offset stands inside quotation marks: such words are never the reporter's own."""
    return sentence.text.count('"', 0, offset) % 2 == 1


def _speaker(
    sentence: Sentence,
    sources: Sequence[Source],
    rule: Rule,
    offset: int,
    heard: Heard,
    territory: str | None,
) -> str | None:
    """Who states it; None in the reporter's own voice."""
    at = _word_at(sentence, offset)
    named = _subject(sentence, at, heard) if rule.by_subject else None
    named = named or speaker_of(sentence, sources, at, territory)
    if named is None and _is_quoted(sentence, offset):
        return next((source.name for source in sources if source.first > at), None)
    return named


def _subject(sentence: Sentence, verb: int, heard: Heard) -> str | None:
    """Who denies, accuses or does not say: the speaker before the verb, or the words there as printed."""
    words = sentence.lower
    if verb and words[verb - 1] in _BEING:  # "it was not clear whether": the reporter says so
        return None
    named = [name for name in find_names(sentence) if name.last <= verb]
    if named and verb - named[-1].last <= LONGEST_ASIDE:
        between = words[named[-1].last : verb]
        aside = between[:1] == [","] and between[-1:] == [","]
        if aside or _BEFORE_SUBJECT.isdisjoint(between):
            return named[-1].name
    first = verb
    while first and words[first - 1] not in _BEFORE_SUBJECT:
        first -= 1
    subject = [word for word in sentence.words[first:verb] if word.lower() not in _NOT_IN_NAME]
    if len(subject) == 1 and (subject[0].islower() or subject[0] in ("It", "They", "He", "She")):
        return heard.referent(["the", *subject] if subject[0].islower() else subject)
    known = 0 < len(subject) <= LONGEST_SUBJECT and subject[0][0].isupper()
    return " ".join(subject).replace(" 's", "'s") if known else None

"""Statements without a figure: who the dead were, how they died, what is denied, what is told without a number.

They are no claims and are never drawn as numbers. Pages set them side by side where speakers part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.reader.figures import read_figures
from loaders.reader.people import SIDES
from loaders.reader.places import find_locations
from loaders.reader.scenes import Scenery
from loaders.reader.sides import COUNTS
from loaders.reader.speakers import find_sources, speaker_of
from loaders.reader.text import Sentence, find_sentences, fold

_DEAD = r"(?:dead|killed|died|victims|deaths|fatalities|casualties)"
_KIND_OF_PEOPLE = (
    r"(?:combatants?|militants?|fighters?|gunm[ae]n|terrorists?|civilians?|non-?combatants?|bystanders)"
)

# "all of those killed were combatants", "most of the dead were civilians"
_STATUS = re.compile(
    rf"\b(?:all|most|none|nearly all|almost all|the majority|half|many|some)\b[^.;]{{0,60}}\b{_DEAD}\b[^.;]{{0,40}}"
    rf"\b(?:were|are|was|had been)\b[^.;]{{0,20}}\b{_KIND_OF_PEOPLE}\b",
    re.IGNORECASE,
)
# "did not specify whether the dead were combatants or civilians", "does not distinguish between ..."
_UNSPECIFIED = re.compile(
    rf"\b(?:not|without)\s+(?:immediately\s+)?(?:specif|sa[yi]|distinguish|differentiat|clear|known)\w*[^.;]{{0,80}}"
    rf"\b{_KIND_OF_PEOPLE}\b",
    re.IGNORECASE,
)
# "may have been killed by friendly fire", "was hit by its own side"
_FIRE = re.compile(
    r"\b(?:friendly fire|(?:its|their|his) own (?:side|fire|forces|troops)|hostile fire|misfired rocket|errant rocket)\b",
    re.IGNORECASE,
)
# "accused soldiers of firing tear gas into a hospital", "said that residents had been forced out"
_ACCUSED = re.compile(
    r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing))\s[^.;]{3,40}?\b(?:of|for)\b[^.;]{5,120}", re.IGNORECASE
)
_FORCED = re.compile(
    r"\b(?:threatened|forced|ordered|compelled)\b[^.;]{0,40}\b(?:residents|families|people|inhabitants|them)\b[^.;]{0,30}"
    r"\b(?:evacuate|leave|out|flee)\b",
    re.IGNORECASE,
)
# "denied that it had carried out any forced evacuations", "rejected the account"
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es|ed|ing))\b[^.;]{5,140}", re.IGNORECASE
)
# "several people were wounded", "killing several gunmen", "casualties were reported"
_UNNUMBERED = re.compile(
    r"\b(?:several|a number of|numerous|some|many)\b(?:\s[\w'-]+){0,3}?\s"
    r"(?:(?:were|was|have been|had been|are)\s)?(?:reportedly\s)?(?P<after>killed|wounded|injured|hurt|arrested|detained|displaced)\b"
    r"|\b(?P<before>killing|wounding|injuring|arresting|detaining|killed|wounded|injured|arrested|detained)\s(?:several|a number of|numerous)\b(?:\s[\w'-]+){0,3}"
    r"|\b(?P<noun>deaths|casualties|injuries|fatalities|arrests)\s(?:were|have been|had been)\s(?:\w+\s)?(?:reported|recorded|confirmed)\b",
    re.IGNORECASE,
)
_MEASURES = {
    "kill": "killed", "deat": "killed", "fata": "killed", "dead": "killed", "died": "killed",
    "woun": "wounded", "inju": "wounded", "hurt": "wounded", "arre": "detained", "deta": "detained", "disp": "displaced",
}  # fmt: skip

TOPICS = {
    "status of the dead": re.compile(rf"\b{_KIND_OF_PEOPLE}\b", re.IGNORECASE),
    "whose fire": _FIRE,
    "hospitals": re.compile(r"\b(?:hospitals?|ambulances?|clinics?|medics?)\b", re.IGNORECASE),
    "evacuation": re.compile(
        r"\b(?:evacuat\w+|forced\s(?:out|from)|leave their homes|displac\w+|homes)\b", re.IGNORECASE
    ),
}
"""What a statement is about: two speakers' statements on one topic can differ."""


@dataclass(frozen=True)
class Statement:
    """One statement without a figure. Offsets are in the text as read; `topic` NA where none of TOPICS fits."""

    kind: str
    topic: str | None
    measure: str | None
    side: str
    place_id: str | None
    attributed_to: str | None
    quote: str
    start: int
    end: int
    sentence: str


def read_statements(text: str, published: date | None = None) -> list[Statement]:
    """Every statement without a figure that a text makes about casualties, in its order.

    Args:
        text: the text as read, `text[statement.start:statement.end] == statement.quote`.
        published: its day of publication; None where unknown.
    """
    folded = fold(text)
    numbers = [
        (figure.start, figure.end) for figure in read_figures(text, published) if figure.measure not in COUNTS
    ]
    scenery, speaker, found = Scenery(), None, list[Statement]()
    for sentence in find_sentences(folded.text):
        sources = find_sources(sentence, speaker)
        locations = find_locations(sentence, sources)
        for kind, match in _matches(sentence):
            first = sentence.start + match.start()
            start, end = folded.span(first, sentence.start + match.end())
            if kind == "unnumbered" and any(a < end and start < b for a, b in numbers):
                continue
            at = _word_at(sentence, match.start())
            scenes = [place for place in locations if not place.speaks]
            found.append(
                Statement(
                    kind=kind,
                    topic=_topic(kind, match[0]),
                    measure=_measure(kind, match),
                    side=_side(match[0]),
                    place_id=scenes[0].place_id if scenes else scenery.around(sentence),
                    attributed_to=speaker_of(sentence, sources, at, in_gaza=False)
                    or _denier(sentence, kind, match, sources, speaker),
                    quote=text[start:end],
                    start=start,
                    end=end,
                    sentence=text[slice(*folded.span(sentence.start, sentence.end))],
                )
            )
        if sources:
            speaker = sources[-1].name
        scenery.pass_by(sentence, locations)
    return found

"""Which place a figure belongs to: that of its clause, else of its sentence, else of the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from loaders.reader.apart import is_exchanged, is_of_another, is_toll_elsewhere
from loaders.reader.mentions import Mention
from loaders.reader.periods import is_compared
from loaders.reader.places import (
    HARMED,
    TOWNS,
    PlaceName,
    dateline_place,
    focus_of,
    gazetteer,
    is_area,
    is_home,
    is_raised,
    place_before_bracket,
    place_of,
    place_of_part,
    places_behind,
    territory_of,
    told_by_direction,
    without_compared_event,
)
from loaders.reader.reading import Reading
from loaders.reader.recalled import event_at, recalled_events
from loaders.reader.text import Sentence

LOOK_BACK = 12  # sentences
# between a part and its place: "21 had been killed in Jenin"
_HAPPENED = frozenset("been died had have killed was were".split())
MANY = 3  # places, which make a report one on their territory
LEAD = 4  # sentences in which an article says where it happened

# a figure of another time or of a whole war does not belong to the place that was last spoken of
_ELSEWHEN = re.compile(
    r"""\b(?:
        war | this\ year | last\ (?:year|month) | nationwide | previous | decades?
      | the\ same\ (?:period|time)
      | since\ (?:
            (?:19|20)\d\d | early | late | hamas | (?:7\ )?oct(?:ober)? | 1\ jan(?:uary)?
          | jan(?:uary)?(?!\.?\ (?:[2-9]|[12]\d|3[01])\b)
          | the\ (?:start|beginning|outbreak|onset)\ of\ (?:the\ )?(?:war|year|gaza) | the\ (?:gaza\ )?war
        )
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED_BY = {"Gaza": "gaza", "Lebanese": "lebanon"}
# "Israel's offensive", told after the attack on Israel that it answers, is in Gaza
_ANSWER = re.compile(
    r"""\b(?: retaliat\w+ | israel(?:'s|i)\ (?:[\w-]+\ ){0,3}?
        (?:assault|bombardment|campaign|offensive|onslaught|response|war) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "there", "in the same area", "in this governorate": the place last spoken of
_SAME_PLACE = re.compile(
    r"\b(?:there|the same area|this (?:area|district|governorate|province))\b", re.IGNORECASE
)
_GOVERNED = frozenset("area district governorate province".split())
# "the camp", "the same town", "this city": the one that the paragraph speaks of, else the article
_MAIN_PLACE = re.compile(r"\b(?:the|the same|this) (?P<kind>camp|city|town|village)\b", re.IGNORECASE)
# "the town of Tammun": a name follows
_SAYS_WHICH = (["at"], ["called"], ["in"], ["named"], ["near"], ["of"], ["where"])
# "near the settlement of Alon", which lies in no town or camp that was spoken of
_SETTLEMENT = re.compile(r"\b(?:settlement|outpost) of [A-Z]|\b[A-Z][\w'-]+ (?:settlement|outpost)\b")
# "taken to a hospital in Haifa", which is not where it happened
_CARRIED = re.compile(
    r"""\b(?:admitted|airlifted|brought|evacuated|flown|moved|rushed|taken|transferred|treated)\b[^.,;]{0,40}
    \b(?:hospitals?|cent(?:er|re)|mortuary|morgue|prison|jail)\ in\ (?:[a-z]+\ ){0,2}$""",
    re.IGNORECASE | re.VERBOSE,
)
_OPERATIONS = r"(?:assault|campaign|incursion|offensive|operation|raid|sweep)s?\b"
# a figure of the whole operation, wherever its sentence stands
_OVER_ALL = re.compile(
    rf"""\b(?:
        since\ (?:the|its|this|what)\b[^,.;]{{0,60}}?\b{_OPERATIONS}
      | (?:during|in|over|throughout)\ the\ (?:course\ of\ the|whole|entire|[\w]+-day)\b
        [^,.;]{{0,20}}?\b{_OPERATIONS}
      | (?:the|its|this)\ (?:[\w-]+\ )?{_OPERATIONS}\ (?:has|had|have)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


# "An Israeli raid killed nine", "a camp in the West Bank": one place, which the next sentences may name
_ONE_PLACE = re.compile(
    r"""\ban?\ (?:[\w-]+\ ){0,3}?
    (?: air\ ?strike | building | camp | city | home | house | raid | shooting | shoot-?out | strike | town
      | neighbou?rhood | village )\b""",
    re.IGNORECASE | re.VERBOSE,
)


# "... in Israeli raid", "Israeli air strike kills ..."; not "Israeli raids"
_HEADLINE_EVENT = re.compile(r"\b(?:air ?strike|incursion|raid|shooting|shoot-?out|strike)\b", re.IGNORECASE)


@dataclass
class Scenery:
    """The places that the sentences so far have spoken of.

    `lead` is where the article says that it happened; the area, once it is counted in several places of one.
    """

    lead: str | None = None
    dateline: str | None = None
    recent: list[tuple[int, str | None]] = field(default_factory=list)
    _at_one_place: bool = False
    _of_dateline: bool = False  # the lead is only where the report was written

    def pass_by(self, sentence: Sentence, locations: list[PlaceName], counted: Iterable[str]) -> None:
        """Take note of a sentence that has been read, and of the places that its figures were given."""
        told = sorted(self.with_directions(sentence, locations), key=lambda place: place.first)
        scenes = [place for place in self.without_goals(sentence, told) if not place.speaks] or [
            PlaceName(0, 0, place) for place in counted
        ]
        scenes = [place for place in scenes if not _is_landmark(sentence, place)] or [
            place for place in scenes if not is_home(sentence, place)
        ]
        if sentence.index == 0:
            self.dateline = dateline_place(sentence)
        if sentence.index < LEAD:
            self._begin(sentence, scenes)
        if area := self.over(counted):
            self.lead = area
        self.recent.append(
            (sentence.paragraph, _area_of(place.place_id for place in scenes) or focus_of(scenes))
        )
        del self.recent[:-LOOK_BACK]

    def _begin(self, sentence: Sentence, scenes: list[PlaceName]) -> None:
        """Take note of where it happened: "A raid in the north", and then "in the Jenin camp"."""
        place = focus_of(scenes)
        if self.lead is None or self._is_beyond_dateline(place):
            self.lead = place
            self._at_one_place = bool(_ONE_PLACE.search(sentence.text)) or _tells_one_event(sentence)
            self._of_dateline = _is_dateline(sentence, scenes)
        elif (
            place
            and self._at_one_place
            and self.is_area_over(place)
            and not _area_of(p.place_id for p in scenes)
        ):
            self.lead = place

    def _is_beyond_dateline(self, place: str | None) -> bool:
        """Whether a place is another one than the dateline's: "GAZA CITY", and then "troops left Jenin"."""
        return bool(self._of_dateline and self.lead and place and not gazetteer().holds(place, self.lead))

    def around(self, sentence: Sentence) -> str | None:
        """The place that a sentence without a place of its own is about.

        The nearest one of its paragraph, or the nearest at all where it says "there"; else that of the
        article's lead.
        """
        same = bool(_SAME_PLACE.search(sentence.text))
        main = _MAIN_PLACE.search(sentence.text)
        if _is_of_another_time(sentence) and not (same or main):
            return None
        if main and (own := self._main_place(sentence, main["kind"].lower())):
            return own
        if self.lead and _OVER_ALL.search(sentence.text):
            return self.lead
        paragraph, near = self._nearest()
        if near and (
            paragraph == sentence.paragraph
            or self.lead is None
            or (same and paragraph >= sentence.paragraph - 1)
        ):
            answered = gazetteer().holds("israel", near) and _ANSWER.search(sentence.text)
            return "gaza" if answered else near
        return self.lead

    def without_goals(self, sentence: Sentence, locations: Iterable[PlaceName]) -> list[PlaceName]:
        """Without the towns that the hurt are only taken to, where the sentences before tell the scene."""
        return [
            place
            for place in locations
            if self.lead is None
            or not _CARRIED.search(
                sentence.text[: sentence.span(place.first, place.last)[0] - sentence.start]
            )
        ]

    def with_directions(self, sentence: Sentence, locations: list[PlaceName]) -> list[PlaceName]:
        """With the areas that a sentence tells without a name: "in the north", "across the territory"."""
        around = focus_of([place for place in locations if not place.speaks]) or self.context()
        if not around:
            return locations
        told = told_by_direction(sentence, around)
        # "the fiercest fighting in the territory in years" tells where only if nothing else does
        return [*locations, *(told if not self.lead else without_compared_event(sentence, told))]

    def main_places(self, sentence: Sentence, locations: list[PlaceName]) -> list[PlaceName]:
        """ "The camp", "the city" in a sentence that names other places: where a figure beside it was.

        The place that speaks ("Hebron's mayor said that ten had left the city"), else that of the article.
        """
        words = sentence.lower
        found = []
        for at in range(len(words) - 1 if locations else 0):
            kind = at + 2 if words[at + 1] == "same" else at + 1
            if words[at] != "the" or TOWNS.isdisjoint(words[kind : kind + 1]):
                continue
            if words[kind + 1 : kind + 2] in _SAYS_WHICH:
                continue
            told = [place.place_id for place in locations if place.speaks and place.last <= at]
            own = next((place for place in reversed(told) if not is_area(place)), None)
            if place := own or self._main_place(sentence, words[kind]):
                found.append(PlaceName(at, kind + 1, place))
        return found

    def over(self, places: Iterable[str]) -> str | None:
        """The area over several places of which the article's lead names one, or all."""
        known, ids = gazetteer(), set(places)
        area = _area_of(ids)
        if not area or not self.lead or not known.holds(area, self.lead):
            return None
        # one more death elsewhere in the territory makes no report one on the territory
        return area if known.depth(area) or len(ids) >= MANY else None

    def is_area_over(self, place_id: str) -> bool:
        """Whether the article is about an area that holds a place."""
        return bool(self.lead and is_area(self.lead) and gazetteer().holds(self.lead, place_id))

    def _main_place(self, sentence: Sentence, kind: str) -> str | None:
        """ "The camp", "the city": the one of its kind in the paragraph, else that of the lead.

        The nearest one where the lead is an area or missing.
        """
        dateline = dateline_place(sentence) if sentence.index == 0 else self.dateline
        near = [place for _, place in reversed(self.recent)]
        own = [place for paragraph, place in self.recent if paragraph == sentence.paragraph]
        of_kind = [place for place in reversed(own) if place and gazetteer().kinds[place] == kind]
        known = (*of_kind, self.lead, *near, dateline)
        return next((place for place in known if place and not is_area(place)), None)

    def _nearest(self) -> tuple[int, str | None]:
        """The paragraph and the place of the last sentence that spoke of one."""
        return next(((paragraph, place) for paragraph, place in reversed(self.recent) if place), (-1, None))

    def context(self) -> str | None:
        """A place in the territory that the article speaks of."""
        return self.lead or self._nearest()[1] or self.dateline


def _is_of_another_time(sentence: Sentence) -> bool:
    """ "This year", "since 2005"; not a year that is only compared with: "the deadliest raid since 2005"."""
    return any(not is_compared(sentence.text, match.start()) for match in _ELSEWHEN.finditer(sentence.text))


def _is_dateline(sentence: Sentence, scenes: list[PlaceName]) -> bool:
    """Whether a line of its own tells where a report was written: "GAZA CITY, Gaza Strip"."""
    named = {word for place in scenes for word in sentence.words[place.first : place.last]}
    town = any(not is_area(place.place_id) for place in scenes)
    return town and sentence.words[0].isupper() and named >= {word for word in sentence.words if word != ","}


def _tells_one_event(sentence: Sentence) -> bool:
    """Whether a headline tells of one raid, without its article: "Nine killed in West Bank raid"."""
    return sentence.words[-1] != "." and bool(_HEADLINE_EVENT.search(sentence.text))


def _is_landmark(sentence: Sentence, place: PlaceName) -> bool:
    """ "Aqaba, near Tubas", "a man from Hebron": it only tells where another place lies, or who that is."""
    words = sentence.lower
    if place.first < 2:
        return False
    return (
        is_home(sentence, place)
        or words[place.first - 1] in ("near", "outside")
        or words[place.first - 2 : place.first]
        in (["south", "of"], ["north", "of"], ["east", "of"], ["west", "of"])
    )


def _area_of(place_ids: Iterable[str]) -> str | None:
    """The area that holds several places side by side; None of one place, or of places within each other."""
    known = gazetteer()
    ids = list(dict.fromkeys(place_ids))
    narrow = [one for one in ids if not any(other != one and known.holds(one, other) for other in ids)]
    return known.common(narrow) if len(narrow) > 1 else None


def find_scenes(reading: Reading, scenery: Scenery) -> dict[int, str | None]:
    """The place of each figure, by its mention's index.

    Hostages are where they were taken only if that is said.
    """
    places: dict[int, str | None] = {}
    sentence = reading.sentence
    reading = replace(reading, locations=scenery.without_goals(sentence, reading.locations))
    reading = _with_directions(reading, scenery)
    told, recalled = _of_parts(reading), recalled_events(sentence)
    apart: set[int | None] = set()  # no place is carried to these
    for index in reading.wholes_first:
        first = reading.mention(index).first
        event = event_at(recalled, first)
        if event or is_exchanged(reading, index) or reading.wholes.get(index) in apart:
            apart.add(index)
        locations = reading.locations if index in reading.wholes else _of_whole(reading, index, told)
        locations = [
            place
            for place in locations
            if event_at(recalled, place.first) == event and not is_of_another(reading, index, place)
        ]
        place = _in_sentence(reading, index, locations, places)
        if place is None and index not in apart:
            if reading.links[index].measure != "hostages" and all(place.speaks for place in locations):
                place = _carried(sentence, scenery, told)
            place = place or _of_named_speakers(reading)
        elif place and scenery.is_area_over(place) and is_raised(sentence, locations, first):
            place = scenery.lead  # "..., bringing the toll to 26"
        places[index] = None if is_toll_elsewhere(reading, index, place) else place
    return places


def _carried(sentence: Sentence, scenery: Scenery, told: list[PlaceName]) -> str | None:
    """The place of the sentences before, for a figure whose own names none; parts may have `told`."""
    place = scenery.over(place.place_id for place in told) or scenery.around(sentence)
    return territory_of(place) if _SETTLEMENT.search(sentence.text) else place


def _with_directions(reading: Reading, scenery: Scenery) -> Reading:
    """The reading with the areas that it tells without a name: "in the north", "across the territory"."""
    locations = scenery.with_directions(reading.sentence, reading.locations)
    near = scenery.around(reading.sentence) if reading.locations else None
    at = _there(reading.sentence.lower)
    if near and at and not any(place.first < at for place in reading.locations):
        locations = [*locations, PlaceName(at, at + 1, near)]
    locations = [*locations, *_nearby(reading), *scenery.main_places(reading.sentence, reading.locations)]
    return replace(reading, locations=sorted(locations, key=lambda place: place.first))


def _nearby(reading: Reading) -> list[PlaceName]:
    """ "Two died in Jenin and three in a village nearby": the place named before."""
    words = reading.sentence.lower
    return [
        PlaceName(at, at + 1, before[-1].place_id)
        for at in range(1, len(words))
        if words[at] == "nearby"
        and not TOWNS.isdisjoint((words[at - 1], *words[at + 1 : at + 2]))
        and (before := [place for place in reading.locations if place.last <= at and not place.speaks])
        and not any(at < place.first <= at + 3 for place in reading.locations)
    ]


def _there(words: list[str]) -> int | None:
    """Where "there" or "this governorate" stands for a place: "have died there since"; not "there were"."""
    at = words.index("there") if "there" in words else 0
    if at and words[at - 1] in HARMED:
        return at
    return next((i for i in range(2, len(words)) if words[i] in _GOVERNED and words[i - 1] == "this"), None)


def _in_sentence(
    reading: Reading, index: int, locations: list[PlaceName], places: dict[int, str | None]
) -> str | None:
    """The place of a figure among those of its sentence; `places` has those of the wholes."""
    mention, link, sentence = reading.mention(index), reading.links[index], reading.sentence
    if bracketed := place_before_bracket(sentence, locations, mention.first):
        return bracketed
    if (whole := reading.wholes.get(index)) is not None:
        own = place_of_part(sentence, locations, mention.first, mention.last)
        if own is None and (mention.is_bare or mention.of_them):
            own = focus_of(places_behind(sentence, locations, _behind_being(reading, mention.last)))
        return own or _named_first(reading, mention, reading.mention(whole)) or places.get(whole)
    place = place_of(sentence, locations, mention.first, link.measure)
    words = sentence.lower[mention.first : mention.last]
    return place or ("gaza" if "gazans" in words or "gazan" in words else None)


def _of_parts(reading: Reading) -> list[PlaceName]:
    """The places that only parts have: "39 were killed, 21 of them in Jenin"."""
    parts = [reading.mention(part) for part in reading.wholes]
    return [
        place
        for part in parts
        if part.is_bare or part.of_them
        for place in places_behind(reading.sentence, reading.locations, _behind_being(reading, part.last))
    ] + [place for part in parts for place in reading.locations if _accounts_for(reading, place, part)]


def _behind_being(reading: Reading, at: int) -> int:
    """ "21 were from Jenin", "21 of whom were killed in Jenin": the word behind the verb."""
    words = reading.sentence.lower
    while at < len(words) and words[at] in _HAPPENED:
        at += 1
    return at


def _accounts_for(reading: Reading, place: PlaceName, part: Mention) -> bool:
    """ "Jenin accounts for 21 of 39"."""
    return "account" in " ".join(reading.sentence.lower[place.last : part.first]) and place.last <= part.first


def _of_named_speakers(reading: Reading) -> str | None:
    """The place that all speakers of a sentence are named by: "Gaza Health Ministry"."""
    named = {_NAMED_BY.get(source.name.split()[0]) for source in reading.sources}
    return named.pop() if len(named) == 1 else None


def _of_whole(reading: Reading, index: int, told: list[PlaceName]) -> list[PlaceName]:
    """The places that a figure without a whole can have, where parts have `told`.

    Behind the place of its parts only an area that holds it: "five, two of them in Jenin and one in Tubas".
    """
    if not told:
        return reading.locations
    known, at = gazetteer(), reading.mention(index).first
    return [
        place
        for place in reading.locations
        if place not in told
        and not (at < told[0].first < place.first and not known.holds(place.place_id, told[0].place_id))
    ]


def _named_first(reading: Reading, part: Mention, whole: Mention) -> str | None:
    """ "Jenin accounts for 21 of 39": the part is the place's that is named before it."""
    if part.first > whole.first or part.last + 3 < whole.first:
        return None
    before = [place for place in reading.locations if place.last <= part.first]
    told = " ".join(reading.sentence.lower[before[-1].last : part.first]) if before else ""
    return before[-1].place_id if "account" in told else None

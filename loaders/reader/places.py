"""Where the people of a figure were: the places that a text names, and which of them belongs to a figure.

A figure takes the place of its own clause, the nearest one after it first; else that of a clause before it
that tells the same event; else, in an article, the place that the sentences before speak of.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from loaders.reader.lexicon import Lexicon
from loaders.reader.names import find_names
from loaders.reader.numbers import SIMPLE
from loaders.reader.people import NOUNS, SIDES
from loaders.reader.speakers import Source
from loaders.reader.text import Sentence

DATA = Path(__file__).parents[2] / "data"

# "officials in Hebron": behind one of these a source is a place, not a name
LOCATIVE = frozenset(
    """
    across around at between central eastern from in inside into near northern of on over southern
    throughout to toward towards western within
    """.split()
)
# countries act more often than they are scenes; they are scenes behind one of the words below
_ACTORS = frozenset(
    """
    egypt iran iraq israel jordan lebanon qatar russia saudi-arabia
    syria turkey united-states yemen
    """.split()
)
_ACTOR_PLACES = frozenset(
    """
    across at between central eastern from in inside into near northern on over southern throughout
    toward towards western within
    """.split()
)
# "Nur Shams outside Tulkarem", "Balata, just east of Nablus": the second only tells where the first one lies
_LANDMARK = re.compile(
    r"""^(?:,\ )?(?:(?:which|that)\ (?:is|lies)\ )?
    (?:(?:about|immediately|just|located|lying|right|situated|some|\d+|\w+\ kilomet(?:er|re)s|km|miles?)\ )*
    (?: near | outside | beside | bordering | (?:close|next|adjacent)\ to | (?:away|not\ far)\ from
      | (?:(?:at|on)\ the\ )?(?:edge|outskirts)\ of
      | (?:to\ the\ )?(?:north|south|east|west)(?:-?(?:east|west))?\ of
    )(?:\ the)?$""",
    re.VERBOSE,
)
# "Beita, in the Nablus area", "Dura (Hebron)"
_SURROUNDED = ([",", "in", "the"], [",", "in"], ["in", "the"], ["in"], ["("])
_SURROUNDINGS = (["area"], ["district"], ["governorate"], ["province"], ["region"], [")"])
# "the Beita area of Nablus"
_AREAS_OF = (["area", "of"], ["area", "in"], ["area", "near"])
# "the Nur Shams camp in Tulkarem"
_CAMP_IN = (["in"], ["camp", "in"], ["refugee", "camp", "in"], ["camp", "of"], ["refugee", "camp", "of"])
# "Jenin, a city in the West Bank", "Balata, one of the West Bank's camps": words that begin what a place is
_APPOSITION = frozenset("a among an at home in long near on one south north east the west".split())
_LONGEST_APPOSITION = 12  # words
# what an article calls the town of its dateline
_STRONGHOLDS = frozenset("bastion flashpoint hotbed stronghold".split())
_STRONGHOLD_REACH = 8  # words between it and the area
# what makes a place part of a name: "the Jenin Brigade", "the Gaza war"
_PART_OF_NAME = frozenset(
    """
    authority battalion battalions brigade brigades division ministries ministry
    war wars
    """.split()
)
# a campaign told as background ("since the start of the war in Gaza") is no scene
_WAR_BEFORE = frozenset(
    """
    after alongside amid before began beginning despite ignited igniting off onset outbreak parallel set
    since sparked sparking start to triggered triggering
    """.split()
)
_CAMPAIGNS = frozenset("war wars aggression onslaught genocide offensive assault".split())
# "its war on Gaza, where 12 were killed", "..., which has killed 12": here it is the scene all the same
_TOLL_OF_WAR = re.compile(
    r"""(?:strip\ )?,\ (?:
        where\ (?!a\b|an\b|the\b|it\b|its\b)
      | (?:that|which)\ (?:has|had)\ (?:already\ |since\ |so\ )?(?:claimed|displaced|injured|killed|wounded)\b
    )""",
    re.VERBOSE,
)
# in the West Bank an assault is an operation, and tells where
_OPERATIONS = frozenset(("assault", "offensive"))
# "since Hamas attacked southern Israel": what set off a war is no scene of what came after
_ORIGINS = frozenset("attack attacked attacks gunmen hamas militants oct october war".split())
# "two days after a ceasefire took hold in Gaza": another event
_TRUCES = frozenset("armistice cease-fire ceasefire truce".split())
_TRUCE_REACH = 12  # words
# "in 2014, the year of a war in Gaza": it tells when, too
_YEAR_OF = re.compile(
    r"\b(?:19|20)\d\d , (?:the|a) (?:spring|summer|time|winter|year) (?:of|when|in which|that saw)\b[^,;.]*$"
)
# "killed in the north": of the area that is spoken of
_DIRECTIONS = {"north": "northern", "south": "southern", "centre": "central", "center": "central"}
_OF_TERRITORY = frozenset("besieged coastal entire occupied palestinian whole".split())
_ALL_OVER = frozenset("across around in inside over throughout within".split())
# "its biggest raid in the West Bank in years" compares, and tells where only if nothing else does
_COMPARISON = re.compile(
    r"""\b(?:the|its|his|their|in|of)\ (?:[\w-]+\ ){0,3}?
    (?!(?:arrest|forest|harvest|interest|latest|protest|request|rest|unrest|(?:mid|north|south)?west)\b)
    (?:[a-z]{2,}est|most|worst)\b(?P<area>[^,.;:]{0,100}?)
    \b(?:in|for|since)\ (?:(?!the\b)[\w-]+\ ){0,4}?(?:years?|decades?|months|memory|\d{4})\b""",
    re.IGNORECASE | re.VERBOSE,
)
# where ministries and armies speak from, whatever they speak of
_SEATS = frozenset(("ramallah", "jerusalem", "tel-aviv", "doha", "cairo", "moscow"))
# "after a raid in Jenin": a phrase, no clause of its own
_EVENT_NOUNS = frozenset(
    """
    airstrike airstrikes ambush ambushes assault assaults attack attacks battle battles being blast
    bombardment clashes days demolition demolitions exchange exchanges explosion fighting fire gunbattle
    gunfight hours incursion incursions invasion months offensive opening operation operations raid
    raids ramming shooting shootout siege stabbing strike strikes violence weeks withdrawal
    """.split()
)
_COMPARED_EVENTS = _EVENT_NOUNS - frozenset("days hours months opening weeks".split()) | {"bloodshed"}
_PART_ENDS = frozenset(", ; : — ) . died had has have is was were".split())
_PRONOUNS = frozenset("it they he she there its their his her".split())
# words that may begin a clause
_BREAKS = frozenset(
    "after as when while before because where although though since until but whereas".split()
)
# "as many as 12", "as part of", "identified as fighters": no clause begins
_AFTER_AS = frozenset("a an combatants fighters many militants much of part well".split())
_UNITS_OF_TIME = frozenset("day days hours month months week weeks year years".split())
_SAYING = frozenset("announced reported said says told".split())
# "in what is their largest raid in Jenin": the same event; not "in what officials called an act of revenge"
_IN_WHAT_IS = re.compile(r"in what (?:(?:may|could|might|would) )?(?:is|was|be|became|has become)\b")
# a verb soon after ", and" makes it a clause
_VERBS = frozenset(
    """
    are arrested besieged blew bombed bulldozed closed detained died entered fired fled had has have injured
    is killed left moved opened raided remained said say says shelled stayed stormed surrounded was were
    withdrew wounded
    """.split()
)
# ", bringing the toll to 26": the toll may be that of an area
RAISING = frozenset(("bringing", "lifting", "pushing", "raising", "taking"))
"""Words that add the figures before them to a total."""
# of the same time, and so likely of the same place: "as troops raided Jenin"
_TOGETHER = frozenset("as while during amid when where".split())
# words of a figure that no single event has
_OF_LONGER = frozenset("far has have month months since total week weeks year years".split())
_OTHER_TIME = frozenset(
    """
    day earlier friday later monday month saturday sunday thursday tuesday wednesday week year yesterday
    """.split()
)
TOWNS = frozenset("camp city town village".split())
_HURT = frozenset(("killed", "wounded", "detained"))  # measures
_NATIVES = ("native of", "natives of", "resident of", "residents of")
HARMED = frozenset("arrested detained died displaced fell hurt injured killed shot slain wounded".split())
_BEING = frozenset("are been had has have is was were".split())
_GROUPS = frozenset("factions groups".split())  # "Gaza's armed groups"
_LISTING = frozenset(", and the nearby neighbouring neighboring".split())
_LIST_REACH = 8  # words between the "in" of a list and a place of it
AREAS = frozenset(("country", "region"))  # kinds of places that hold others
LONGEST_SOURCE = 16  # words


@dataclass(frozen=True)
class PlaceName:
    """A place named in a sentence: words first..last (last not included) and its id."""

    first: int
    last: int
    place_id: str
    speaks: bool = False  # it only tells who speaks


@dataclass(frozen=True)
class Gazetteer:
    """The places of data/places.csv by every spelling, and what lies in what."""

    names: Lexicon[tuple[str, str]]
    parents: dict[str, str]
    kinds: dict[str, str]

    def ancestors(self, place_id: str) -> list[str]:
        """The areas that hold a place, smallest first."""
        chain: list[str] = []
        while (place_id := self.parents.get(place_id, "")) and place_id not in chain:
            chain.append(place_id)
        return chain

    def depth(self, place_id: str) -> int:
        """How many areas hold a place: the larger, the more specific."""
        return len(self.ancestors(place_id))

    def common(self, place_ids: Iterable[str]) -> str | None:
        """The smallest area that holds all of these places, or is one of them."""
        first, *others = place_ids
        return next(
            (area for area in (first, *self.ancestors(first)) if all(self.holds(area, o) for o in others)),
            None,
        )

    def holds(self, area: str, place_id: str) -> bool:
        """Whether a place is the area or lies in it."""
        return area == place_id or area in self.ancestors(place_id)


@cache
def gazetteer() -> Gazetteer:
    """The vocabulary of places."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    spellings = [
        (name.strip(), row["place_id"])
        for row in rows
        for name in [row["name"], *row["other_names"].split(";")]
    ]
    return Gazetteer(
        Lexicon([(name, (place_id, name)) for name, place_id in spellings if name]),
        {row["place_id"]: row["parent_id"] for row in rows if row["parent_id"]},
        {row["place_id"]: row["kind"] for row in rows},
    )


def is_area(place_id: str) -> bool:
    """Whether a place is of a kind that holds others."""
    return gazetteer().kinds[place_id] in AREAS


def territory_of(place_id: str | None) -> str | None:
    """The largest area that holds a place."""
    return (place_id, *gazetteer().ancestors(place_id))[-1] if place_id else None


def find_places(sentence: Sentence) -> list[PlaceName]:
    """Every place that a sentence names, left to right, also in a name that is none ("Gaza war")."""
    found = []
    for first, last, (place_id, spelling) in gazetteer().names.find(sentence.lower):
        if spelling.islower() or any(word != word.lower() for word in sentence.words[first:last]):
            found.append(PlaceName(first, last, place_id))
    return found


def find_locations(sentence: Sentence, sources: Iterable[Source] = ()) -> list[PlaceName]:
    """The places of a sentence where something happens: no brigade's or war's, no dateline.

    A place that only tells who speaks ("officials in Hebron said") is marked so.
    """
    words = sentence.lower
    names = [
        (name.first, name.last)
        for name in find_names(sentence)
        if name.last - name.first > 1 and name.name != "hospital"
    ]
    spoken = [
        (s.first, s.last)
        for s in sources
        if s.last - s.first < LONGEST_SOURCE and words[s.first] not in LOCATIVE
    ]
    start = dateline_end(sentence)
    named = _with_dateline(sentence, find_places(sentence), start) if start else find_places(sentence)
    found = [
        replace(place, speaks=_is_within(place, spoken) or _is_within(place, names))
        for at, place in enumerate(named)
        if place.first >= start
        and (not place.first or words[place.first - 1] not in ("including", "excluding"))
        and not (_is_part_of_name(words, place) or _only_dates(words, place))
        and not (at and _is_counted_with(words, named[at - 1], place))
        and (place.place_id not in _ACTORS or _is_scene(words, place) or _is_within(place, spoken))
    ]
    scenes = [place for place in found if not place.speaks]
    no_scene = {place for place, other in pairwise(scenes) if _is_of_the_past(words, place, other)}
    no_scene |= {other for place, other in pairwise(scenes) if _is_landmark_of(words, place, other)}
    dated = {place for place in scenes if _is_since_truce(words, place)}
    if not dated.issuperset(scenes):
        no_scene |= dated
    return [place for place in found if place not in no_scene]


def _is_landmark_of(words: list[str], place: PlaceName, other: PlaceName) -> bool:
    """ "Nur Shams outside Tulkarem": where a town or camp lies; "the West Bank, near Jenin" is in Jenin."""
    if gazetteer().holds(place.place_id, other.place_id):
        return False
    between = words[place.last : other.first]
    behind = words[other.last : other.last + 2]
    if _is_camp_in(between, place, other) or between in _AREAS_OF:
        return True
    if between in _SURROUNDED and behind[:1] in _SURROUNDINGS and not _counts_between(behind):
        return True
    narrow = not is_area(place.place_id) or gazetteer().depth(place.place_id) > 1
    return narrow and bool(_LANDMARK.search(" ".join(between)))


def _is_camp_in(between: list[str], place: PlaceName, other: PlaceName) -> bool:
    """ "The Nur Shams camp in Tulkarem": a camp, told with the city that it belongs to."""
    kinds = gazetteer().kinds
    return between in _CAMP_IN and kinds[place.place_id] == "camp" and kinds[other.place_id] == "city"


def _with_dateline(sentence: Sentence, places: list[PlaceName], start: int) -> list[PlaceName]:
    """ "JENIN (AP) - In this West Bank city three people died": the place of the dateline."""
    words, here = sentence.lower, dateline_place(sentence)
    if (
        here
        and here not in _SEATS
        and all(is_area(place.place_id) for place in places if place.first >= start)
    ):
        places = [_stronghold(words, place, here, start) for place in places]
    for at in range(start, len(words) if here else 0):
        if words[at] != "this":
            continue
        last = next((i + 1 for i in range(at + 1, min(len(words), at + 6)) if words[i] in TOWNS), at)
        if here and last > at + 1 and not {",", "of"} & set(words[at:last]):
            outside = [place for place in places if not at <= place.first < last]
            return sorted([*outside, PlaceName(at, last, here)], key=lambda place: place.first)
    return places


def _stronghold(words: list[str], area: PlaceName, here: str, start: int) -> PlaceName:
    """ "JENIN - Troops left a militant stronghold in the West Bank": the town of the dateline is meant."""
    if area.first < start or not is_area(area.place_id) or not gazetteer().holds(area.place_id, here):
        return area
    before = words[max(start, area.first - _STRONGHOLD_REACH) : area.first]
    at = next((at for at, word in enumerate(before) if word in _STRONGHOLDS), None)
    if words[area.last : area.last + 1] and words[area.last] in _STRONGHOLDS:
        return replace(area, place_id=here)
    return area if at is None or "," in before[at:] else replace(area, place_id=here)


def _is_counted_with(words: list[str], area: PlaceName, place: PlaceName) -> bool:
    """ "the West Bank and East Jerusalem": a part that only completes the area."""
    between = words[area.last : place.first]
    return between[:1] == ["and"] and len(between) < 3 and gazetteer().holds(area.place_id, place.place_id)


def _is_of_the_past(words: list[str], place: PlaceName, following: PlaceName) -> bool:
    """ "men who had fired at a car in Hebron were killed in Jenin": where the counted have been before."""
    who = next(
        (at for at in range(place.first - 1, max(0, place.first - 16), -1) if words[at] == "who"), None
    )
    if who is None or _BEING.isdisjoint(words[place.last : min(place.last + 2, following.first)]):
        return False
    verb = next((word for word in words[who + 1 :] if word not in _BEING), "")
    return verb not in HARMED and "," not in words[who : place.first]


def _is_within(place: PlaceName, spans: list[tuple[int, int]]) -> bool:
    return any(first <= place.first and place.last <= last for first, last in spans)


def _is_scene(words: list[str], place: PlaceName) -> bool:
    """A country acts more often than it is a scene: "in Lebanon", not "Lebanon said"."""
    if words[place.last : place.last + 1] == ["'s"]:
        return False  # "in Israel's strikes"
    return place.last - place.first > 1 or (place.first > 0 and words[place.first - 1] in _ACTOR_PLACES)


def told_by_direction(sentence: Sentence, around: str) -> list[PlaceName]:
    """ "In the north", "across the territory": areas told without a name, where `around` is spoken of."""
    known, words = gazetteer(), sentence.lower
    territory = territory_of(around)
    found = []
    for at in range(1, len(words) - 1):
        if words[at] != "the" or words[at - 1] not in _ALL_OVER | {"of"}:
            continue
        end = at + 3 if words[at + 1] in _OF_TERRITORY else at + 2
        part = f"{_DIRECTIONS.get(words[at + 1])}-{territory}"
        if words[end - 1 : end] == ["enclave"]:
            found.append(PlaceName(at, end, "gaza"))
        elif words[end - 1 : end] == ["territory"]:
            if territory == "israel":
                continue  # "soldiers from Israel have killed 12 in the occupied territory"
            found.append(PlaceName(at, end, territory or around))
        elif part in known.parents and not _goes_on_elsewhere(words, end):
            found.append(PlaceName(at, end, part))
    return found


def _goes_on_elsewhere(words: list[str], end: int) -> bool:
    """Whether a name follows that says of what: "in the north of Jenin"; not "of the territory"."""
    return words[end : end + 1] == ["of"] and words[end + 2 : end + 3] not in (["enclave"], ["territory"])


def dateline_place(sentence: Sentence) -> str | None:
    """The place of a dateline: "JENIN, West Bank - ..."."""
    end = dateline_end(sentence)
    return focus_of([place for place in find_places(sentence) if place.last <= end])


def dateline_end(sentence: Sentence) -> int:
    """The first word after a dateline: "RAMALLAH: ", "JERUSALEM (AP) — "."""
    for at, word in enumerate(sentence.words[:10]):
        if word in ("—", ":", "-"):
            head = sentence.words[:at]
            return at + 1 if head and head[0].isupper() and len(head[0]) > 2 else 0
    return 0


def _only_dates(words: list[str], place: PlaceName) -> bool:
    """ "Two days after a ceasefire took hold in Gaza": it tells when, not where.

    Not where the sentence goes on with the truce: "a ceasefire took hold in Gaza, under which 12 were freed".
    """
    if words[place.last : place.last + 2] in ([",", "under"], [",", "which"]):
        return False
    before = words[max(0, place.first - _TRUCE_REACH) : place.first]
    if _YEAR_OF.search(" ".join(before)):
        return True
    at = next((at for at, word in enumerate(before) if word in _TRUCES), 0)
    return any(
        before[i] in ("after", "before") and before[i - 1] in _UNITS_OF_TIME and "," not in before[i:]
        for i in range(1, at)
    )


def _is_since_truce(words: list[str], place: PlaceName) -> bool:
    """ "Arrests in Jenin since the ceasefire in Gaza": it tells when, where another place is named."""
    before = words[max(0, place.first - _TRUCE_REACH) : place.first]
    at = next((at for at in range(len(before) - 1, 0, -1) if before[at] in _TRUCES), 0)
    return "since" in before[max(0, at - 3) : at] and "," not in before[at:]


def _is_part_of_name(words: list[str], place: PlaceName) -> bool:
    after = words[place.last] if place.last < len(words) else ""
    if _TOLL_OF_WAR.match(" ".join(words[place.last : place.last + 5])):
        return False
    if after in _PART_OF_NAME or (
        after == "'s" and words[place.last + 1 : place.last + 2] in (["war"], ["ministry"])
    ):
        return True
    for back in range(place.first - 1, max(-1, place.first - 5), -1):
        if words[back] in _CAMPAIGNS:
            if words[back] in _OPERATIONS and gazetteer().holds("west-bank", place.place_id):
                return False
            return bool(_WAR_BEFORE & set(words[max(0, back - 4) : back]))
        if words[back] not in ("in", "on", "against", "with", "the", "between", "israel", "and"):
            return False
    return False


def place_of(sentence: Sentence, locations: list[PlaceName], first: int, measure: str) -> str | None:
    """The place of a figure that begins at a word, from its own sentence."""
    chains = _chains(sentence, [place for place in locations if not place.speaks])
    if not chains:
        return _of_speaker(locations)
    if measure == "rockets" and (launch := _launch_site(sentence, chains)):
        return launch
    bounds = _clauses(sentence)
    own = _clause_at(bounds, first)
    here = _without_compared(
        sentence, [chain for chain in chains if _clause_at(bounds, chain[0].first) == own]
    )
    earlier = [chain for chain in chains if _clause_at(bounds, chain[0].first) < own]
    if earlier and sentence.lower[bounds[own][0]] == "where":
        here = [chain for chain in here if "," not in sentence.lower[first : chain[0].first]]
    later = [chain for chain in chains if _clause_at(bounds, chain[0].first) > own]
    later = [chain for chain in later if not is_home(sentence, chain[0])] or later
    joined = later and _joins(sentence, bounds, own, _clause_at(bounds, later[0][0].first), measure)
    if joined and measure in _HURT and _are_homes(sentence, here, later[0]):
        return _deepest(later[0])  # "two men from Balata were killed when troops raided Nablus"
    if found := _in_clause(sentence, here, first, measure):
        return _narrowed(sentence, chains, bounds, found, first)
    told_there = sentence.lower[bounds[own][0]] == "where"  # "Jenin, where nine died last month"
    if earlier and (told_there or not _tells_other_event(sentence, bounds[own])):
        return _deepest(_first_of_list(sentence, _without_compared(sentence, earlier)))
    return _deepest(later[0]) if joined else None


def _are_homes(sentence: Sentence, here: list[list[PlaceName]], later: list[PlaceName]) -> bool:
    """Whether a clause tells only where people are from, and a later one of another place nearby."""
    territory = territory_of(later[0].place_id)
    return bool(here) and all(
        is_home(sentence, chain[0]) and territory_of(chain[0].place_id) == territory for chain in here
    )


def _narrowed(
    sentence: Sentence, chains: list[list[PlaceName]], bounds: list[tuple[int, int]], area: str, first: int
) -> str:
    """ "In the West Bank two were killed when troops raided Jenin": the town of the area before the figure.

    Not where the figure is of a longer time: "In the West Bank 12 have died this year".
    """
    words, known, own = sentence.lower, gazetteer(), _clause_at(bounds, first)
    clause = words[slice(*bounds[own])]
    if not is_area(area) or own + 1 == len(bounds) or not _OF_LONGER.isdisjoint(clause):
        return area
    begin, end = bounds[own + 1]
    inside = [chain for chain in chains if begin <= chain[0].first < end]
    if words[begin] not in ("when", "after") or not inside or _counts_between(words[begin:end]):
        return area
    place = _deepest(inside[0])
    told_after = any(first < chain[0].first < begin for chain in chains)
    return place if known.holds(area, place) and not told_after else area


def _without_compared(sentence: Sentence, chains: list[list[PlaceName]]) -> list[list[PlaceName]]:
    """Without the area of a comparison ("its biggest raid in the West Bank in years"), if others are left."""
    match = _COMPARISON.search(sentence.text) if len(chains) > 1 else None
    if not match:
        return chains
    start, end = (sentence.start + offset for offset in match.span("area"))
    kinds = gazetteer().kinds
    left = [
        chain
        for chain in chains
        if kinds[_deepest(chain)] not in AREAS
        or not start <= sentence.span(chain[0].first, chain[0].last)[0] < end
    ]
    return left or chains


def without_compared_event(sentence: Sentence, areas: list[PlaceName]) -> list[PlaceName]:
    """Without the area in which one event is compared: "the fiercest fighting in the territory in years".

    Not that of a time: "the deadliest month in the territory in years".
    """
    match = _COMPARISON.search(sentence.text)
    if not match or _COMPARED_EVENTS.isdisjoint(match[0].lower().split()):
        return areas
    start, end = (sentence.start + offset for offset in match.span("area"))
    return [area for area in areas if not start <= sentence.span(area.first, area.last)[0] < end]


def place_before_bracket(sentence: Sentence, locations: list[PlaceName], first: int) -> str | None:
    """ "in Tel Aviv (12) and Haifa (3)"."""
    if first == 0 or sentence.lower[first - 1] != "(":
        return None
    return next((place.place_id for place in locations if place.last == first - 1), None)


def place_of_part(sentence: Sentence, locations: list[PlaceName], first: int, last: int) -> str | None:
    """The place of a part ("21 of them in Jenin"): one of its own only where it follows at once."""
    chains = _chains(sentence, [place for place in locations if not place.speaks])
    bounds = _clauses(sentence)
    for chain in chains:
        at = chain[0].first
        between = sentence.lower[last:at]
        if at > first and at - last <= 3 and "," not in between and not _counts_between(between):
            return _deepest(chain) if _clause_at(bounds, at) == _clause_at(bounds, first) else None
    return None


def is_raised(sentence: Sentence, locations: list[PlaceName], first: int) -> bool:
    """Whether a figure is a total that a clause without a place raises: ", bringing the toll to 26"."""
    bounds = _clauses(sentence)
    begin, end = bounds[_clause_at(bounds, first)]
    return sentence.lower[begin] in RAISING and not any(begin <= place.first < end for place in locations)


def places_behind(sentence: Sentence, locations: list[PlaceName], last: int) -> list[PlaceName]:
    """The places that go with a bare part before a word: "39 were killed, 21 of them in a raid on Jenin"."""
    words = sentence.lower
    end = next((at for at in range(last, len(words)) if _ends_part(words[at])), len(words))
    chains = _chains(sentence, [place for place in locations if last <= place.first < end])
    return chains[0] if chains else []


def _ends_part(word: str) -> bool:
    return word in _PART_ENDS or word[0].isdigit() or word in SIMPLE


def _in_clause(sentence: Sentence, chains: list[list[PlaceName]], first: int, measure: str) -> str | None:
    """The place of a figure at a word among those of its clause: the scene after it, else the one before."""
    after = [chain for chain in chains if chain[0].first > first]
    before = [chain for chain in chains if chain[-1].last <= first]
    if after and measure == "displaced":
        left = (
            [chain for chain in after if _is_origin(sentence, chain)] if _is_aim(sentence, after[0]) else []
        )
        return _deepest((left or after)[0])  # "fled the camp for the city", "fled to Tubas from Jenin"
    if measure == "hostages" and (taken := [chain for chain in after if _is_aim(sentence, chain)]):
        return _deepest(taken[0])  # "seized in Israel and taken to Gaza"
    if after and not (before and _is_origin(sentence, after[0])):
        opening = [chain for chain in before if _opens_for(sentence.lower, chain, first)]
        if not (opening and _is_beyond_count(sentence.lower, first, after[0][0].first)):
            scenes = [chain for chain in after if measure not in _HURT or not is_home(sentence, chain[0])]
            return _deepest(_prefer_scene(sentence, scenes or after))
        before = opening
    before = [chain for chain in before if not is_home(sentence, chain[0])]
    scenes = [chain for chain in before if not _is_origin(sentence, chain)] or before
    scenes = [chain for chain in scenes if not _is_in_aside(sentence.lower, chain[0].first, first)] or scenes
    return _deepest(_first_of_list(sentence, scenes)) if scenes else None


def _opens_for(words: list[str], chain: list[PlaceName], first: int) -> bool:
    """Whether "In Jenin" opens what is told of a figure; not "in Jenin officials said"."""
    begins = words[max(0, chain[0].first - 2) : chain[0].first]
    return not LOCATIVE.isdisjoint(begins) and _SAYING.isdisjoint(words[chain[-1].last : first])


def _is_beyond_count(words: list[str], first: int, place: int) -> bool:
    """ "(In Jenin) 34 people died and 12 in Tubas": whether another count stands before a place."""
    ranged = words[first - 1 : first] == ["between"]
    return any(
        words[at - 1] in ("and", ",") and _counts_between(words[at : at + 1])
        for at in range(first + (4 if ranged else 2), place)
    )


def _is_in_aside(words: list[str], at: int, first: int) -> bool:
    """Whether an aside ends before a figure: "the raid on Jenin, which followed one on Tubas, killed"."""
    opening = next((i for i in range(at - 1, 0, -1) if words[i] == ","), 0)
    return opening > 0 and words[opening + 1] in ("which", "who") and "," in words[at:first]


def focus_of(locations: list[PlaceName]) -> str | None:
    """The place that a sentence speaks of: the most specific one that it names, the first of equals.

    Where it names several side by side, the area that holds them all, if it names that too.
    """
    known = gazetteer()
    ids = list(dict.fromkeys(place.place_id for place in locations))
    if not ids:
        return None
    narrow = [one for one in ids if not any(other != one and known.holds(one, other) for other in ids)]
    areas = [one for one in ids if one not in narrow and all(known.holds(one, other) for other in narrow)]
    return max(areas if len(narrow) > 1 and areas else ids, key=known.depth)


def _of_speaker(locations: list[PlaceName]) -> str | None:
    """Where nothing else tells, the place of the speaker; a ministry in Ramallah counts for the West Bank."""
    places = [place for place in locations if place.place_id not in _SEATS | _ACTORS - {"lebanon"}]
    return focus_of(places)


def _chains(sentence: Sentence, locations: list[PlaceName]) -> list[list[PlaceName]]:
    """Places that narrow each other down: "Jenin refugee camp in the occupied West Bank"."""
    chains: list[list[PlaceName]] = []
    for place in locations:
        if chains and _is_chained(sentence.lower, chains[-1][-1], place):
            chains[-1].append(place)
        else:
            chains.append([place])
    return chains


def _is_chained(words: list[str], last: PlaceName, place: PlaceName) -> bool:
    """Whether one of two places lies in the other, and is named for that."""
    known, between = gazetteer(), words[last.last : place.first]
    if known.holds(place.place_id, last.place_id) and _is_apposition(between):
        return True
    nested = known.holds(last.place_id, place.place_id) or known.holds(place.place_id, last.place_id)
    return nested and len(between) <= 6 and not _starts_anew(between) and not _counts_between(between)


def _is_apposition(between: list[str]) -> bool:
    """Whether words between a place and an area say what the place is: ", a city in the far north of the"."""
    if between[:1] == ["'s"] and "," in between[:4]:  # "Balata's camp, at the edge of the"
        between = between[between.index(",") :]
    if between[:1] != [","] or between[1:2] == [] or between[1] not in _APPOSITION:
        return False
    rest = between[3:] if between[1:3] == ["one", "of"] else between[1:]
    return (
        len(between) <= _LONGEST_APPOSITION
        and "," not in rest
        and _VERBS.isdisjoint(rest)
        and not _counts_between(rest)
    )


def _starts_anew(between: list[str]) -> bool:
    """Whether two places are set apart: "Jenin, Tulkarem"; not "the camp, in the West Bank"."""
    return between[:1] == ["and"] or (
        between[:1] == [","]
        and between[1:2] not in (["in"], ["near"], ["on"], ["south"], ["north"], ["east"], ["west"])
    )


def _counts_between(between: list[str]) -> bool:
    """Whether a number sets two places apart: "across the West Bank, 26 of them in Balata"."""
    return any(word[0].isdigit() or word in SIMPLE for word in between)


def _deepest(chain: list[PlaceName]) -> str:
    return focus_of(chain) or chain[0].place_id


def _clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Spans of words that tell one event each."""
    words = sentence.lower
    cuts = {0}
    for at, word in enumerate(words):
        if (at and _is_dash(words, at) and not _is_paired(words, at)) or (
            word == "," and _begins_behind_comma(words, at)
        ):
            cuts.add(at + 1)
        elif word == ":" and _counts_between(words[at + 1 : at + 3]):
            cuts.add(at + 1)  # ": 21 in Jenin, eight in Tubas"
        elif (word in _BREAKS and _begins_clause(sentence, at)) or (
            word == "and" and _is_new_count(words, at + 1) and _tells_already(words[max(cuts) : at])
        ):
            cuts.add(at)
    starts = sorted(cuts)
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def _is_dash(words: list[str], at: int) -> bool:
    """Whether a sign sets apart what follows it: not the hyphen of "15-20"."""
    return words[at] in (";", "—") or (words[at] == "-" and not words[at - 1].isdigit())


def _begins_behind_comma(words: list[str], at: int) -> bool:
    """ ", but", ", following a", ", in what", ", and two were"; what follows "After a raid on Jenin,"."""
    following = words[at + 1 : at + 3]
    opening = words[at + 1] if following else ""
    if opening in RAISING or opening in ("but", "following") or following == ["in", "what"]:
        return True
    if following[:1] == ["and"] and _has_verb_soon(words, at + 2):
        return True
    return words[0] in ("following", "after") and "," not in words[:at]


def _is_paired(words: list[str], at: int) -> bool:
    """Whether a dash has a second one with it: "in Jenin - a large camp - two were killed"."""
    return words[at] != ";" and (
        words[at] in words[max(0, at - 14) : at] or words[at] in words[at + 1 : at + 15]
    )


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Whether a word like "after" begins a clause with its own subject, not a phrase ("after a raid")."""
    words = sentence.lower
    if words[at] in ("before", "since", "until") and words[at + 1 : at + 2] and words[at + 1][0].isdigit():
        return False
    if words[at] == "after" and _tells_of_days_before(words, at):
        return True
    if words[at] in ("after", "before", "since", "until"):
        following = words[at + 1 : at + 6]
        if following and following[0] in _PRONOUNS - {"its", "their", "his", "her"}:
            return True
        return not (_EVENT_NOUNS & set(following)) and not (following and following[0].endswith("ing"))
    if words[at] == "as" and words[at - 1] in ("many", "much", "well", "such", "far", "soon"):
        return False
    return not (words[at] == "as" and words[at + 1 : at + 2] and words[at + 1] in _AFTER_AS)


def _tells_of_days_before(words: list[str], at: int) -> bool:
    """ ", days after a raid on Tubas left nine dead"; not "left last week after a raid, two were"."""
    ahead = words[at + 1 : at + 9]
    clause = ahead[: ahead.index(",")] if "," in ahead else ahead
    return words[at - 1] in _UNITS_OF_TIME and words[at - 2] != "last" and not _VERBS.isdisjoint(clause)


def _is_new_count(words: list[str], at: int) -> bool:
    """ "killed nearly 70 people and at least 44 of the deaths were ...": a number with a verb or place."""
    ahead = words[at : at + 9]
    number = next((i for i, word in enumerate(ahead[:5]) if word[0].isdigit() or word in SIMPLE), None)
    if number is not None and ahead[0] in ("in", "at", "near", "on"):
        return True  # "were killed in Jenin and in Tubas three"
    return (
        number is not None and bool({"was", "were", "have", "had"} & set(ahead[number:])) and "," not in ahead
    )


def _tells_already(words: list[str]) -> bool:
    """Whether a clause says more than whom it counts: not "when 12 soldiers" before "and 40 men died"."""
    return not (_VERBS | _ACTOR_PLACES).isdisjoint(words) or any(word.endswith("ing") for word in words)


def _has_verb_soon(words: list[str], at: int) -> bool:
    ahead = words[at : at + 8]
    end = next((i for i, word in enumerate(ahead) if word == "—"), len(ahead))  # "Jenin, and Tubas — killed"
    return not _VERBS.isdisjoint(ahead[:end])


def _clause_at(bounds: list[tuple[int, int]], at: int) -> int:
    return next((index for index, (first, last) in enumerate(bounds) if first <= at < last), len(bounds) - 1)


def _tells_other_event(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """ "sent troops to the West Bank after a gunman killed two": another event, somewhere else perhaps."""
    words = sentence.lower
    first = clause[0]
    if words[first : first + 2] == ["in", "what"] or (
        "last" in words[first : clause[1]] and {"year", "month"} & set(words[first : clause[1]])
    ):
        return True
    if words[first] not in ("after", "before", "when") or first == 0:
        return False
    if words[first - 1] in _UNITS_OF_TIME and not _SAYING.isdisjoint(words[first : clause[1]]):
        return True  # "entered Jenin, a day after a minister said 40,000 people had been moved"
    at = first + 1
    if at < len(words) and words[at] in ("a", "an", "the"):
        at += 1
    if at < len(words) and (hit := SIDES.match(words, at)):
        at = hit[0]
    noun = NOUNS.match(words, at) if at < len(words) else None
    return bool(noun and noun[1].thing == "person")


def _joins(sentence: Sentence, bounds: list[tuple[int, int]], own: int, other: int, measure: str) -> bool:
    """Whether a later clause tells of the same time, and so of the same place: "as troops raided Jenin"."""
    words = sentence.lower
    between = [words[bounds[clause][0]] for clause in range(own + 1, other + 1)]
    # people are hurt where the troops came ("after troops raided Jenin"), and may be arrested anywhere
    if between == ["in"] and _IN_WHAT_IS.match(" ".join(words[bounds[other][0] : bounds[other][1]])):
        return True
    allowed = _TOGETHER | {"and", "since"} | ({"after"} if measure in ("killed", "wounded") else set())
    if not allowed.issuperset(between):
        return False
    first, last = bounds[other]
    if measure == "residents" and between == ["and"]:
        return False  # who lives in a place is told with it
    if between[-1] == "and" and not _OTHER_TIME.isdisjoint(words[first + 1 : first + 5]):
        return False  # "..., and in the past week 40 families left the camp"
    return between[-1] != "since" or words[first + 1] in _PRONOUNS or _ORIGINS.isdisjoint(words[first:last])


def _is_origin(sentence: Sentence, chain: list[PlaceName]) -> bool:
    at = _before_kind(sentence.lower, chain[0].first)
    return at >= 0 and sentence.lower[at] == "from"


def _before_kind(words: list[str], first: int) -> int:
    """The word before a place and what it is: the "from" of "from the village of Beita"."""
    at = first - 1
    if at > 0 and words[at] == "of" and words[at - 1] in TOWNS:
        at -= 2
        at -= at >= 0 and words[at] in ("nearby", "refugee")
    return at - 1 if at >= 0 and words[at] == "the" else at


def _is_aim(sentence: Sentence, chain: list[PlaceName]) -> bool:
    words = [word for word in sentence.lower[max(0, chain[0].first - 2) : chain[0].first] if word != "the"]
    return words[-1:] in (["to"], ["into"])


def is_home(sentence: Sentence, place: PlaceName) -> bool:
    """ "A 24-year-old from Hebron", "gunmen from Jenin": where somebody is from, and no scene."""
    words, at = sentence.lower, place.first - 1
    if not _is_origin(sentence, [place]):
        return " ".join(words[max(0, at - 2) : at + 1]).removesuffix(" the").endswith(_NATIVES)
    at = _before_kind(words, place.first)
    if at < 1:
        return False
    noun, side = NOUNS.match(words, at - 1), SIDES.match(words, at - 1)
    people = noun is not None and noun[1].thing == "person"
    return people or side is not None or words[at - 1].endswith("-old")


def _first_of_list(sentence: Sentence, chains: list[list[PlaceName]]) -> list[PlaceName]:
    """The nearest place before; of several side by side ("in Jenin, Tulkarem and Tubas") the first."""
    at = len(chains) - 1
    while at and _are_listed(sentence.lower, chains[at - 1], chains[at]):
        at -= 1
    return chains[at]


def _are_listed(words: list[str], chain: list[PlaceName], following: list[PlaceName]) -> bool:
    """ "Jenin, Tubas", "in the cities of Jenin and Tubas and in"; not "left Jenin and in Tubas killed"."""
    between = words[chain[-1].last : following[0].first]
    if between[:2] == ["and", "in"] or between[:3] == [",", "and", "in"]:
        scenes = words[max(0, chain[0].first - _LIST_REACH) : chain[0].first]
        return "in" in scenes and _LISTING.issuperset(word for word in between if word != "in")
    return _LISTING.issuperset(between)


def _prefer_scene(sentence: Sentence, chains: list[list[PlaceName]]) -> list[PlaceName]:
    """ "killed in Israel by men from the West Bank": the scene, not where somebody came from."""
    return next((chain for chain in chains if not _is_origin(sentence, chain)), chains[0])


def _launch_site(sentence: Sentence, chains: list[list[PlaceName]]) -> str | None:
    """Rockets belong to where they were launched: "from the Gaza Strip", "militants in Gaza fired"."""
    fired = next(
        (
            at
            for at, word in enumerate(sentence.lower)
            if word in ("fired", "launched", "fire", "launch", "fires", "firing", "launching")
        ),
        None,
    )
    for chain in chains:
        if _is_origin(sentence, chain):
            return _deepest(chain)
    for chain in chains:
        before = sentence.lower[max(0, chain[0].first - 2) : chain[0].first]
        inside = fired is not None and chain[0].first < fired and not {"in", "inside"}.isdisjoint(before)
        if inside or (before[-1:] != ["at"] and _is_of_fighters(sentence.lower, chain[-1].last)):
            return _deepest(chain)
    return None


def _is_of_fighters(words: list[str], at: int) -> bool:
    """ "Gaza militants", "Gaza's armed groups": whoever fires from a place."""
    at += words[at : at + 1] == ["'s"]
    noun = NOUNS.match(words, at) if at < len(words) else None
    return bool(noun and noun[1].category == "combatants") or not _GROUPS.isdisjoint(words[at : at + 2])

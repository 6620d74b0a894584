"""Which place a figure belongs to: that of its clause, else of its sentence, else of the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.reader.mentions import Mention
from loaders.reader.places import PlaceName, focus_of, place_of, place_of_part
from loaders.reader.reading import Reading
from loaders.reader.text import Sentence

LOOK_BACK = 12  # sentences
LEAD = 4  # sentences in which an article says where it happened

# a figure of another time or of a whole war does not belong to the place that was last spoken of
_ELSEWHEN = re.compile(
    r"""\b(?:
        war | this\ year | last\ (?:year|month) | so\ far | nationwide | previous | decades?
      | since\ (?:
            \d | (?:mon|tues|wednes|thurs|fri|satur|sun)day | (?:19|20)\d\d | early | late
          | january | october | hamas
          | the\ (?:start|beginning|outbreak|onset)\ of\ (?:the\ )?(?:war|year|gaza) | the\ (?:gaza\ )?war
        )
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "there", "in the same camp": the place last spoken of
_SAME_PLACE = re.compile(r"\b(?:there|the same (?:camp|city|town|village|area))\b", re.IGNORECASE)
# "the camp", said of the one that the article is about
_MAIN_PLACE = re.compile(r"\bthe (?:camp|city|town|village)\b", re.IGNORECASE)


@dataclass
class Scenery:
    """The places that the sentences so far have spoken of."""

    lead: str | None = None
    recent: list[tuple[int, list[PlaceName]]] = field(default_factory=list)

    def pass_by(self, sentence: Sentence, locations: list[PlaceName], counted: Iterable[str]) -> None:
        """Take note of a sentence that has been read, and of the places that its figures were given."""
        scenes = [place for place in locations if not place.speaks] or [
            PlaceName(0, 0, place) for place in counted
        ]
        if self.lead is None and sentence.index < LEAD:
            self.lead = focus_of(scenes)
        self.recent.append((sentence.paragraph, scenes))
        del self.recent[:-LOOK_BACK]

    def around(self, sentence: Sentence) -> str | None:
        """The place that a sentence without a place of its own is about.

        The nearest one of its paragraph, or the nearest at all where it says "there"; else that of the
        article's lead.
        """
        same = bool(_SAME_PLACE.search(sentence.text))
        main = bool(_MAIN_PLACE.search(sentence.text))
        if _ELSEWHEN.search(sentence.text) and not (same or main):
            return None
        if main and self.lead:
            return self.lead
        near = [(paragraph, scenes) for paragraph, scenes in reversed(self.recent) if scenes]
        if near and (
            near[0][0] == sentence.paragraph
            or self.lead is None
            or (same and near[0][0] >= sentence.paragraph - 1)
        ):
            return focus_of(near[0][1])
        return self.lead


def find_scenes(reading: Reading, scenery: Scenery) -> dict[int, str | None]:
    """The place of each figure, by its mention's index.

    Hostages are where they were taken only if that is said.
    """
    places: dict[int, str | None] = {}
    own = any(not place.speaks for place in reading.locations)
    for index in reading.wholes_first:
        place = _in_sentence(reading, index, places)
        if place is None and not own and reading.links[index].measure != "hostages":
            place = scenery.around(reading.sentence)
        places[index] = place
    return places


def _in_sentence(reading: Reading, index: int, places: dict[int, str | None]) -> str | None:
    mention, link = reading.mention(index), reading.links[index]
    sentence, locations = reading.sentence, reading.locations
    if (whole := reading.wholes.get(index)) is not None:
        own = place_of_part(sentence, locations, mention.first, mention.last)
        return own or _named_first(reading, mention, reading.mention(whole)) or places.get(whole)
    place = place_of(sentence, locations, mention.first, link.measure)
    words = sentence.lower[mention.first : mention.last]
    return place or ("gaza" if "gazans" in words or "gazan" in words else None)


def _named_first(reading: Reading, part: Mention, whole: Mention) -> str | None:
    """ "Jenin accounts for 21 of 39": the part is the place's that is named before it."""
    if part.first > whole.first or part.last + 3 < whole.first:
        return None
    before = [place for place in reading.locations if place.last <= part.first]
    told = " ".join(reading.sentence.lower[before[-1].last : part.first]) if before else ""
    return before[-1].place_id if "account" in told else None

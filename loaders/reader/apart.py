"""Places of a sentence that a figure must not take, for they are told of another figure."""

from __future__ import annotations

import re

from loaders.reader.mentions import Mention
from loaders.reader.places import PlaceName, territory_of
from loaders.reader.reading import Reading

_LAST_WORDS = ("of", "in", "at")  # ", all of them in Haifa", ", both at a checkpoint"
# ", and a tenth man died in Hebron", "; another was shot in Tubas"
_ONE_MORE = re.compile(
    r"""(?:,\ and|;|,\ while|,\ but|—)\ (?:another|one\ more|an?\ (?:second|third|\w+th))\ (?:[\w-]+\ ){0,3}?
    (?:died|had|has|lost|was)\b[^,;]*$""",
    re.VERBOSE,
)
# the freed and those they are exchanged for: neither was held where the other was
_FREED_FOR = re.compile(r"\b(?:exchanged?|return|swapped)\ for\ (?:[\w-]+\ ){0,4}?$", re.VERBOSE)
_FREED = re.compile(r"\b(?:free|freed|freeing|release|released|releasing)\ (?:[\w-]+\ ){0,4}?$", re.VERBOSE)
_ARE_FREED = re.compile(r"^(?:(?:are|be|been|had|have|to|was|were|who)\ )*(?:freed|released)\b", re.VERBOSE)
_IN_EXCHANGE = re.compile(r"\b(?:in\ (?:exchange|return)|swapped)\b", re.VERBOSE)
# "Israeli forces have killed 180 Palestinians", told after what happened in Israel
_ISRAELIS = r"\bisraeli\ (?:army|fire|forces|military|raids|soldiers|strikes|troops)\b"
_ISRAELI_TOLL = re.compile(
    rf"{_ISRAELIS}.*\b(?:has|have)\b | \b(?:has|have)\ been\ killed\b.*{_ISRAELIS}",
    re.VERBOSE,
)


def is_of_another(reading: Reading, index: int, place: PlaceName) -> bool:
    """Whether a place of the sentence is told of another figure than the one at an index."""
    return (
        _is_of_all(reading, index, place)
        or _is_of_one_more(reading, index, place)
        or is_exchanged(reading, index)
    )


def _is_of_all(reading: Reading, index: int, place: PlaceName) -> bool:
    """ "12 Palestinians died, and two Israelis, all of them in Haifa": the place of the two alone."""
    words, mentions = reading.sentence.lower, reading.line.mentions
    at = next((at for at in range(1, place.first) if _begins_all(words, at)), None)
    if at is None or reading.mention(index).first > at:
        return False
    last = max((i for i, mention in enumerate(mentions) if mention.first < at), default=index)
    return last != index and not mentions[last].is_bare and last not in reading.wholes


def _begins_all(words: list[str], at: int) -> bool:
    return words[at - 1] == "," and words[at] in ("all", "both") and words[at + 1] in _LAST_WORDS


def _is_of_one_more(reading: Reading, index: int, place: PlaceName) -> bool:
    """ "Nine people were killed, and a tenth died in Hebron": the place of the tenth."""
    between = reading.sentence.lower[reading.mention(index).last : place.first]
    return bool(_ONE_MORE.search(" ".join(between)))


def is_exchanged(reading: Reading, index: int) -> bool:
    """ "Two hostages were freed in return for 90 prisoners": where the prisoners were is not told."""
    if reading.links[index].measure != "detained":
        return False
    before, behind = _around(reading, reading.mention(index))
    freed = _FREED.search(before) or _ARE_FREED.search(behind)
    return bool(_FREED_FOR.search(before) or (freed and _IN_EXCHANGE.search(behind)))


def is_toll_elsewhere(reading: Reading, index: int, place_id: str | None) -> bool:
    """ "Attacks killed 30 in Israel, while Israeli forces have killed 180 Palestinians": these elsewhere."""
    mention = reading.mention(index)
    if territory_of(place_id) != "israel" or mention.side != "palestinian":
        return False
    named = [place for place in reading.locations if territory_of(place.place_id) == "israel"]
    own = any(
        not _counts(reading, mention.last, place.first) for place in named if place.first > mention.first
    )
    return not own and bool(_ISRAELI_TOLL.search(" ".join(reading.sentence.lower)))


def _counts(reading: Reading, first: int, last: int) -> bool:
    return any(first <= mention.first < last for mention in reading.line.mentions)


def _around(reading: Reading, mention: Mention) -> tuple[str, str]:
    words = reading.sentence.lower
    before = "".join(word + " " for word in words[: mention.first])
    return before, " ".join(words[mention.last :])

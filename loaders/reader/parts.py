"""Which figure is an explicit subset of which: "12 people, including two children", "21 of 39", "four of them"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reader.measures import PP, Link, Part, parts_of
from loaders.reader.mentions import Mention
from loaders.reader.text import Sentence

# ", including two children and a woman": what follows is a part, and what is joined to it
_INCLUDED = re.compile(rf"i[ad]*(?P<first>M)(?P<rest>(?:(?:{PP}|w)*(?:,?c|,)[ad]*M)*)")
# "21 of 39 Palestinians", "3,000 of the camp's 17,000 residents", "8 out of 19"
_OF = re.compile(r"M(?:[wa]*pp?|w?p)(?:[dw]{0,4}|dww?b?)M")
# "a boy was among four killed"
_AMONG = re.compile(r"Mb+a*p(?:d)?(?P<whole>M)")
# "Among the 12 killed, four were under 18, and five were fighters"
_FRAME = re.compile(rf"(?:^|[svc,|])[aw]?(?P<of>[pi])[dw]{{0,3}}(?P<whole>M)(?:{PP}|E|w|k|b|h|a)*,")
# "12 people — eight militants and four civilians"
_BROKEN_DOWN = re.compile(rf"M(?:{PP}|E|b|h)*[|(][ad]*(?P<first>M)(?P<rest>(?:(?:{PP})*(?:,?c|,)[ad]*M)+)")
_PARTITIVE = frozenset(("of", "among"))


def find_parts(sentence: Sentence, mentions: list[Mention], links: dict[int, Link]) -> dict[int, int]:
    """The whole of each part, by index into `mentions`.

    A part without an event of its own takes its whole's, so `links` gains entries.
    """
    parts = parts_of(sentence, mentions)
    letters = "".join(part.kind for part in parts)
    wholes: dict[int, int] = {}
    for part, whole in _pairs(sentence, mentions, parts, letters, links):
        if (
            part == whole
            or part in wholes
            or whole not in links
            or not _can_hold(mentions[whole], mentions[part])
        ):
            continue
        link = links.get(part)
        measure = links[whole].measure
        if link is not None and link.measure != measure and not _shares_predicate(link, links[whole]):
            if not (
                measure == "residents"
                or link.measure in ("troops", "residents", "detained", "hostages")
                and mentions[part].noun
                and mentions[part].noun.measure
            ):  # type: ignore[union-attr]
                continue
        if link is None or link.measure != measure and measure != "residents":
            links[part] = Link(part, measure, links[whole].anchor, shared=whole)
        wholes[part] = whole
    return wholes


def _shares_predicate(link: Link, whole: Link) -> bool:
    return link.anchor == whole.anchor


def _can_hold(whole: Mention, part: Mention) -> bool:
    """A whole of 12 cannot hold 20; vague wholes and parts can hold anything."""
    top = whole.number.value if whole.number.bound not in ("at_least", "more_than") else None
    size = part.number.value or part.number.low
    return whole.number.bound == "vague" or top is None or size is None or size <= top


def _pairs(
    sentence: Sentence, mentions: list[Mention], parts: list[Part], letters: str, links: dict[int, Link]
) -> Iterator[tuple[int, int]]:
    yield from _x_of_y(sentence, parts, letters, mentions, links)
    for match in _AMONG.finditer(letters):
        if sentence.lower[parts[match.start("whole") - 1].first] in ("among", "the") and "among" in sentence.lower[parts[match.start()].last : parts[match.start("whole")].first]:  # fmt: skip
            yield parts[match.start()].mention, parts[match.start("whole")].mention
    for frame in _FRAME.finditer(letters):
        if sentence.lower[parts[frame.start("of")].first] not in _PARTITIVE:
            continue
        whole = parts[frame.start("whole")].mention
        for part in parts[frame.end() :]:
            if part.kind == "M" and mentions[part.mention].is_bare:
                yield part.mention, whole
    for match in _INCLUDED.finditer(letters):
        whole = _whole_before(mentions, parts, match.start(), links)
        if whole is None:
            continue
        for at in _mentions_in(letters, match.start("first"), match.end("rest")):
            if not _stands_for_event(sentence, mentions[parts[at].mention]):
                yield parts[at].mention, whole
    for at, part in enumerate(parts):
        if part.kind == "M" and mentions[part.mention].of_them:
            whole = _whole_before(mentions, parts, at, links)
            if whole is not None:
                yield part.mention, whole
    for match in _BROKEN_DOWN.finditer(letters):
        whole = parts[match.start()].mention
        pieces = [parts[at].mention for at in _mentions_in(letters, match.start("first"), match.end("rest"))]
        sizes = [mentions[piece].number.value or 0 for piece in pieces]
        if sum(sizes) <= (mentions[whole].number.value or 0) and not any(piece in links for piece in pieces):
            yield from ((piece, whole) for piece in pieces)


def _x_of_y(
    sentence: Sentence, parts: list[Part], letters: str, mentions: list[Mention], links: dict[int, Link]
) -> Iterator[tuple[int, int]]:
    for at in range(len(parts)):
        match = _OF.match(letters, at)
        if not match:
            continue
        part, whole = parts[at].mention, parts[match.end() - 1].mention
        between = sentence.lower[parts[at].last : parts[match.end() - 1].first]
        if not between or between[0] not in ("of", "out") or mentions[part].number.bound == "vague":
            continue
        if whole in links or part in links:
            _settle_x_of_y(sentence, mentions, links, part, whole)
            yield part, whole


def _settle_x_of_y(
    sentence: Sentence, mentions: list[Mention], links: dict[int, Link], part: int, whole: int
) -> None:
    """ "3,000 of the 17,000 residents fled": the 3,000 fled, the 17,000 are residents; "21 of 39 killed": both killed."""
    head = sentence.lower[mentions[whole].last - 1]
    event = links.get(part) if links.get(part) and links[part].measure != "residents" else links.get(whole)
    if event is None:
        return
    links[part] = Link(part, event.measure, event.anchor)
    if head in ("residents", "inhabitants", "people") and event.measure == "displaced":
        links[whole] = Link(whole, "residents", mentions[whole].first)
    else:
        links[whole] = Link(whole, event.measure, event.anchor)


def _whole_before(mentions: list[Mention], parts: list[Part], at: int, links: dict[int, Link]) -> int | None:
    """The nearest mention before that counts something and is no mere "of them" itself."""
    for part in reversed(parts[:at]):
        if (
            part.kind == "M"
            and part.mention in links
            and links[part.mention].measure not in ("airstrikes", "rockets")
        ):
            return part.mention
    return None


def _mentions_in(letters: str, first: int, last: int) -> list[int]:
    return [at for at in range(first, last) if letters[at] == "M"]


def _stands_for_event(sentence: Sentence, mention: Mention) -> bool:
    """ "several attacks, including one that killed three": one attack, no person."""
    return mention.is_bare and sentence.lower[mention.first] == "one" and sentence.lower[mention.last : mention.last + 1] in (["that"], ["which"], ["in"], ["on"])  # fmt: skip

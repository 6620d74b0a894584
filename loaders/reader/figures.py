"""Prose to figures: every count that a text states, with its words, speaker, place and period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loaders.reader.measures import Link, can_count, find_measures
from loaders.reader.mentions import Mention, find_mentions
from loaders.reader.outline import outline
from loaders.reader.parts import find_parts
from loaders.reader.people import NOUNS, QUALIFIERS, SIDES
from loaders.reader.periods import Period, as_of, period_of, tally_of
from loaders.reader.places import LOOK_BACK, PlaceName, find_locations, focus_of, gazetteer, place_of
from loaders.reader.speakers import Source, find_sources, speaker_of
from loaders.reader.text import Folded, Sentence, find_sentences, fold

_COUNTS = frozenset(("airstrikes", "rockets", "structures"))
_TOLL_WORDS = frozenset(("death", "toll", "total", "number", "tally", "count", "overall", "body", "fatality"))
_ISRAELI_CONTEXT = re.compile(r"\bisrael|\bidf\b", re.IGNORECASE)


@dataclass(frozen=True)
class Figure:
    """One count that a text states. Offsets are in the text as read; `part_of` is an index into the list it is in.

    `statement` numbers the statements of the text: one speaker, one sentence.
    """

    measure: str
    value: int | None
    low: int | None
    high: int | None
    bound: str
    unit: str
    side: str
    category: str
    qualifier: str | None
    part_of: int | None
    place_id: str | None
    tally: str | None
    since: date | None
    until: date | None
    period_words: str | None
    attributed_to: str | None
    as_of: date | None
    quote: str
    start: int
    end: int
    at: int
    sentence: str
    statement: int


@dataclass
class _Context:
    """What the sentences before have set: places, the last speaker."""

    locations: list[tuple[Sentence, list[PlaceName]]]
    speaker: str | None = None


def read_figures(text: str, published: date | None = None) -> list[Figure]:
    """Every figure that a text states, in its order.

    Args:
        text: the text as read; it is not changed, and `text[figure.start:figure.end] == figure.quote`.
        published: its day of publication, from which "on Tuesday" and "this year" are counted; None where unknown.
    """
    folded = fold(text)
    context = _Context([])
    figures: list[Figure] = []
    for sentence in find_sentences(folded.text):
        found = _read_sentence(sentence, context, published, text, folded, len(figures))
        figures.extend(found)
    return figures


def _read_sentence(
    sentence: Sentence, context: _Context, published: date | None, text: str, folded: Folded, offset: int
) -> list[Figure]:
    sources = find_sources(sentence, context.speaker)
    locations = find_locations(sentence, sources)
    figures: list[Figure] = []
    if can_count(sentence):
        mentions, _ = find_mentions(sentence)
        if mentions:
            line = outline(sentence, mentions)
            links = find_measures(line)
            wholes = find_parts(line, links)
            figures = _figures(
                sentence,
                mentions,
                links,
                wholes,
                sources,
                locations,
                context,
                published,
                text,
                folded,
                offset,
            )
    if sources:
        context.speaker = sources[-1].name
    context.locations.append((sentence, locations))
    del context.locations[:-LOOK_BACK]
    return figures


def _figures(
    sentence: Sentence,
    mentions: list[Mention],
    links: dict[int, Link],
    wholes: dict[int, int],
    sources: list[Source],
    locations: list[PlaceName],
    context: _Context,
    published: date | None,
    text: str,
    folded: Folded,
    offset: int,
) -> list[Figure]:
    order = sorted(links)
    position = {index: offset + at for at, index in enumerate(order)}
    sides = _sides(sentence, mentions, links, wholes)
    places = _places(sentence, mentions, links, wholes, locations, context)
    figures = []
    for index in order:
        mention, link, number = mentions[index], links[index], mentions[index].number
        speaker = speaker_of(sentence, sources, mention.at, _in_gaza(places[index]))
        period = period_of(sentence, mention.first, mention.last, published)
        start, end = folded.span(*sentence.span(*_quoted(sentence, mention, link)))
        whole = wholes.get(index)
        figures.append(
            Figure(
                measure=link.measure,
                value=number.value,
                low=number.low,
                high=number.high,
                bound=number.bound,
                unit=_unit(mention, link),
                side="unspecified"
                if link.measure in _COUNTS
                else _side(sentence, sides[index], link, mention, speaker),
                category=_category(sentence, mention, link),
                qualifier=mention.qualifier or _qualifier(sentence, mention, link),
                part_of=position[whole] if whole is not None else None,
                place_id=places[index],
                tally=tally_of(sentence, period, sentence.lower[link.anchor] in _TOLL_WORDS, mention.other),
                since=period.since,
                until=period.until,
                period_words=period.words,
                attributed_to=speaker,
                as_of=as_of(sentence, mention.first, mention.last, period, published),
                quote=text[start:end],
                start=start,
                end=end,
                at=folded.original(sentence.span(number.at, number.at + 1)[0]),
                sentence=text[slice(*folded.span(sentence.start, sentence.end))],
                statement=sentence.index * 100 + _source_index(sources, speaker),
            )
        )
    return figures


def _source_index(sources: list[Source], speaker: str | None) -> int:
    return next((at for at, source in enumerate(sources, start=1) if source.name == speaker), 0)


def _unit(mention: Mention, link: Link) -> str:
    if link.measure in _COUNTS:
        return "count"
    return "families" if mention.noun and mention.noun.thing == "family" else "people"


def _category(sentence: Sentence, mention: Mention, link: Link) -> str:
    if link.measure == "troops":
        return "security_forces"
    if mention.category and mention.category != "people":
        return mention.category
    after = sentence.lower[mention.last : mention.last + 3]
    if (
        len(after) > 1
        and after[0] in ("were", "are", "was")
        and (noun := NOUNS.match(sentence.lower, mention.last + 1))
    ):
        return noun[1].category  # "three were children"
    if after[:2] in (["were", "under"], ["are", "under"]) or after[:1] in (
        ["under"],
        ["teenagers"],
        ["children"],
        ["minors"],
    ):
        return "children"
    if after[:1] == ["aged"] and len(after) > 1 and _young(after[1]):
        return "children"
    if mention.noun and mention.noun.category != "people":
        return mention.noun.category
    if link.measure == "detained" and {"jails", "prisons", "jail", "prison"} & set(
        sentence.lower[mention.last : mention.last + 10]
    ):
        return "prisoners"
    return "people"


def _young(word: str) -> bool:
    return (word.isdigit() and int(word) < 18) or word in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")  # fmt: skip


def _qualifier(sentence: Sentence, mention: Mention, link: Link) -> str | None:
    """ "four were critically injured", "20 of whom were in critical condition"."""
    if link.measure != "wounded":
        return None
    words = sentence.lower
    for at in range(mention.last, min(len(words), mention.last + 6)):
        if words[at] in (",", ";", "and", "—"):
            return None
        if hit := QUALIFIERS.match(words, at):
            return hit[1]
    if link.anchor and (hit := QUALIFIERS.match(words, link.anchor - 1)):
        return hit[1]
    return None


def _quoted(sentence: Sentence, mention: Mention, link: Link) -> tuple[int, int]:
    """The words to quote: the mention, with the event's word where a bare number would say nothing."""
    if not mention.is_bare or mention.of_them:
        return mention.first, mention.last
    if sentence.lower[link.anchor] in _TOLL_WORDS:
        return mention.first, mention.last
    if mention.last <= link.anchor <= mention.last + 4:
        return mention.first, link.anchor + 1
    if mention.first - 3 <= link.anchor < mention.first:
        return link.anchor, mention.last
    return mention.first, mention.last


def _in_gaza(place_id: str | None) -> bool:
    return place_id is not None and gazetteer().holds("gaza", place_id)


def _sides(
    sentence: Sentence, mentions: list[Mention], links: dict[int, Link], wholes: dict[int, int]
) -> dict[int, str | None]:
    """The side of each figure: its own words', else its whole's, else (where the noun is left out) the one before."""
    sides: dict[int, str | None] = {}
    for index in sorted(links, key=lambda i: (_depth(wholes, i), i)):
        mention = mentions[index]
        side = mention.side
        whole = wholes.get(index)
        if side is None and whole is not None:
            side = sides.get(whole) or mentions[whole].side
        elif side is None and mention.is_bare:
            side = _side_before(sentence, mentions, links, sides, index)
        sides[index] = side or _side_of_residents(sentence, links[index], mention)
    return sides


def _depth(wholes: dict[int, int], index: int) -> int:
    """How many wholes hold a part, so that a whole is read before its parts."""
    depth, seen = 0, {index}
    while (index := wholes.get(index, -1)) >= 0 and index not in seen:
        seen.add(index)
        depth += 1
    return depth


def _side_before(
    sentence: Sentence,
    mentions: list[Mention],
    links: dict[int, Link],
    sides: dict[int, str | None],
    index: int,
) -> str | None:
    earlier = [i for i in links if i < index and links[i].measure not in _COUNTS]
    if earlier:
        given = {sides.get(i) for i in earlier}
        return given.pop() if len(given) == 1 else None
    words = sentence.lower
    # "the number of Palestinians killed to 22", "no Israeli fatalities ..., but 183 were wounded"
    link = links[index]
    toll = words[link.anchor] in _TOLL_WORDS
    for at in range(min(link.anchor, mentions[index].first) if toll else 0, mentions[index].first):
        if (
            words[at] in (("of", "among") if toll else ("no",))
            and at + 1 < len(words)
            and (hit := SIDES.match(words, at + 1 + (words[at + 1] == "the")))
        ):
            return hit[1] if hit[1] != "israeli" or words[hit[0] - 1] != "israel" else None
    return None


def _side(sentence: Sentence, side: str | None, link: Link, mention: Mention, speaker: str | None) -> str:
    if side:
        return side
    head = sentence.lower[mention.last - 1]
    if mention.noun and head in ("members", "member", "fighters", "commanders", "member", "militants") and "its" in sentence.lower[mention.first : mention.last] and speaker in ("Hamas", "Islamic Jihad"):  # fmt: skip
        return "palestinian"
    if head in ("soldier", "soldiers", "troops", "reservist", "reservists", "forces", "trooper"):
        if (
            link.measure == "troops"
            or speaker == "Israeli military"
            or _ISRAELI_CONTEXT.search(sentence.text)
        ):
            return "israeli"
    return "unspecified"


def _side_of_residents(sentence: Sentence, link: Link, mention: Mention) -> str | None:
    """The camps of this region are those of Palestinian refugees: "the camp's 17,000 residents"."""
    near = sentence.lower[max(0, mention.first - 4) : mention.first]
    return "palestinian" if link.measure == "residents" and "camp" in near else None


def _places(
    sentence: Sentence,
    mentions: list[Mention],
    links: dict[int, Link],
    wholes: dict[int, int],
    locations: list[PlaceName],
    context: _Context,
) -> dict[int, str | None]:
    places: dict[int, str | None] = {}
    for index in sorted(links, key=lambda i: (_depth(wholes, i), i)):
        mention, link = mentions[index], links[index]
        first, last = min(mention.first, link.anchor), max(mention.last, link.anchor)
        whole = wholes.get(index)
        if whole is not None:
            own = place_of(sentence, locations, mention.first, mention.last, link.measure, after_only=True)
            subject = _subject_place(sentence, locations, mention, mentions[whole])
            places[index] = own or subject or places.get(whole)
        else:
            places[index] = place_of(
                sentence,
                locations,
                mention.first,
                last if link.anchor >= mention.first else mention.last,
                link.measure,
            )
        if (
            places[index] is None
            and not any(not place.speaks for place in locations)
            and link.measure != "hostages"
        ):
            places[index] = _from_context(sentence, context)
    return places


def _subject_place(
    sentence: Sentence, locations: list[PlaceName], part: Mention, whole: Mention
) -> str | None:
    """ "Jenin accounts for 21 of 39": the part is the place's that is named first."""
    if part.first > whole.first or part.last + 3 < whole.first:
        return None
    before = [place for place in locations if place.last <= part.first]
    return (
        before[-1].place_id
        if before and "account" in " ".join(sentence.lower[before[-1].last : part.first])
        else None
    )


_ELSEWHEN = re.compile(
    r"\b(?:war|this year|since|last year|so far|in all|nationwide|previous|decades?)\b", re.IGNORECASE
)


def _from_context(sentence: Sentence, context: _Context) -> str | None:
    """The place that the sentences before speak of, nearest first; not for a figure of another time or the whole war."""
    if _ELSEWHEN.search(sentence.text):
        return None
    for _, locations in reversed(context.locations):
        scenes = [place for place in locations if not place.speaks]
        if scenes:
            return focus_of(scenes)
    return None

"""Prose to figures: every count that a text states, with its words, speaker, place and period."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from loaders.reader.heard import NOBODY, Heard
from loaders.reader.links import Link, fits
from loaders.reader.measures import can_count, find_measures
from loaders.reader.mentions import Mention, find_mentions, is_described
from loaders.reader.numbers import find_numbers
from loaders.reader.outline import Outline, outline
from loaders.reader.parts import find_parts
from loaders.reader.periods import Periods, as_of, tally_of
from loaders.reader.places import RAISING, PlaceName, find_locations, focus_of, is_area, territory_of
from loaders.reader.quotations import Quotations
from loaders.reader.reading import Reading
from loaders.reader.scenes import Scenery, find_scenes
from loaders.reader.sides import TOLL_WORDS, category_of, find_sides, qualifier_of, unit_of
from loaders.reader.speakers import find_sources, heard_after, settle, speaker_of
from loaders.reader.text import Folded, Sentence, find_sentences, fold

# "They include two children.", "Among the dead were two boys.": parts of what the sentence before counts
_SUBSET = re.compile(
    r"""(?:among|of)\ them\b
      | (?:among|of)\ (?:the|those)\ (?P<among>\w+)(?:,|\ (?:were|was|are|is)\b)
      | (?:they|these|those|that|this|it
          | (?:the|those|these|that)\ (?P<counted>\w+)(?:\ (?:figures?|number|toll))?)
        \ (?:also\ )?includ(?:es?|ed)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "Six women are among them."
_AMONG_THEM = re.compile(r"(?:are|is|was|were) (?:also )?among (?:them|these|those)(?: \.|$)")
# the noun before it, and what that counts; a figure can be of anything
_COUNTED_BY = {
    **dict.fromkeys("casualties count figure figures number numbers tally them total".split(), None),
    **dict.fromkeys("dead death deaths fatalities killed slain toll victims".split(), "killed"),
    **dict.fromkeys("hurt injured injuries wounded".split(), "wounded"),
    **dict.fromkeys("arrested arrests detained detainees".split(), "detained"),
    "displaced": "displaced",
}
# what a sentence that goes on with a count may put before it: "The ministry said two of them were boys."
_SAYING = frozenset("add added adds estimated estimates said say says".split())
# "of the ten were", not "of the ten killed"
_AFTER_SUBJECT = tuple([word] for word in "are died had have was were".split())
MOST_BEFORE_PART = 4  # words
EVENTS = frozenset(("killed", "wounded", "detained"))  # they happen on a day
MOST_SOURCES = 100  # in one sentence; more make no sense


@dataclass(frozen=True)
class Figure:
    """One count that a text states.

    Offsets are in the text as read; `at` is that of the number word. `part_of` is an index into the list that
    the figure is in. `statement` numbers the statements of the text: one speaker, one sentence.
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


@dataclass(frozen=True)
class OtherNumber:
    """A number that the reader saw and took for no figure: its span in the text as read, and the reason.

    Reasons are age, date, duration, measurement, money, name, share, family, nobody; `unread` where the
    reader has none.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class _Around:
    """What the words around a figure tell of it."""

    side: str
    category: str
    part_of: int | None
    place_id: str | None
    speaker: str | None
    statement: int


@dataclass
class _Article:
    """A text on its way through the reader: what is fixed, and what the sentences so far have set."""

    text: str
    folded: Folded
    published: date | None
    scenery: Scenery = field(default_factory=Scenery)
    heard: Heard = NOBODY
    figures: list[Figure] = field(default_factory=list)


def read_figures(text: str, published: date | None = None) -> list[Figure]:
    """Every figure that a text states, in its order.

    Args:
        text: the text as read; it is not changed, and `text[figure.start:figure.end] == figure.quote`.
        published: its day of publication, from which "on Tuesday" is counted; None where unknown.
    """
    article = _Article(text, fold(text), published)
    sentences = find_sentences(article.folded.text)
    quotations = Quotations(sentences)
    for sentence in sentences:
        _read_sentence(sentence, quotations, article)
    return article.figures


def find_other_numbers(text: str, figures: Sequence[Figure]) -> list[OtherNumber]:
    """The numbers of a text that are in none of its figures' quotes, so that a missed figure can be seen."""
    folded = fold(text)
    quoted = sorted((figure.start, figure.end) for figure in figures)
    found = []
    for sentence in find_sentences(folded.text):
        for number in find_numbers(sentence):
            start, end = folded.span(*sentence.span(number.first, number.last))
            at = bisect_right(quoted, (start, len(text)))
            near = quoted[max(0, at - 3) : at + 3]
            if not any(first < end and start < last for first, last in near):
                found.append(OtherNumber(start, end, number.reason or "unread"))
    return found


def _read_sentence(sentence: Sentence, quotations: Quotations, article: _Article) -> None:
    """Add a sentence's figures to the article's, and what it sets for the sentences after it."""
    sources = find_sources(sentence, article.heard)
    if not sources and (quoted := quotations.source(sentence.index, article.heard)):
        sources = [quoted]
    locations = find_locations(sentence, sources)
    mentions = find_mentions(sentence)[0] if can_count(sentence) else []
    found: list[Figure] = []
    if mentions:
        line = outline(sentence, mentions)
        links = find_measures(line, _spoken_of(sentence, article))
        earlier = _earlier_whole(line, links, article)
        wholes = find_parts(line, links)
        earlier |= _of_those_before(line, links, wholes, article)
        found = _figures(Reading(line, links, wholes, sources, locations), article, earlier)
    article.figures += found
    article.heard = heard_after(sentence, settle(sources, _territory(found, locations)), article.heard)
    counted = {figure.place_id for figure in found if figure.place_id and not _is_within(figure, article)}
    inner = {figure.place_id for figure in found} - counted
    scenes = [place for place in locations if place.place_id not in inner]
    article.scenery.pass_by(sentence, scenes, sorted(counted))


def _territory(found: Sequence[Figure], locations: list[PlaceName]) -> str | None:
    """The largest area around what a sentence tells of: that of its figures, else of its places."""
    counted = (figure.place_id for figure in found if figure.place_id)
    return territory_of(next(counted, None) or focus_of([place for place in locations if not place.speaks]))


def _is_within(figure: Figure, article: _Article) -> bool:
    """ "Eight died in Jenin, three of them in Tubas": the article goes on in Jenin."""
    whole = article.figures[figure.part_of].place_id if figure.part_of is not None else None
    return whole is not None and whole != figure.place_id and not is_area(whole)


def _before(sentence: Sentence, article: _Article) -> list[int]:
    """The whole figures of the sentence before, as indices in the article, the last first."""
    found = []
    for at in range(len(article.figures) - 1, -1, -1):
        if article.figures[at].statement // MOST_SOURCES != sentence.index - 1:
            break
        if article.figures[at].part_of is None:
            found.append(at)
    return found


def _spoken_of(sentence: Sentence, article: _Article) -> frozenset[str]:
    """What the sentence before counted: "The figure later rose to 12"."""
    return frozenset(article.figures[at].measure for at in _before(sentence, article))


def _earlier_whole(line: Outline, links: dict[int, Link], article: _Article) -> dict[int, int]:
    """ "Two of them were children.": parts of a figure in the sentence before, as its index in the article.

    They gain their links here, where nothing in their own sentence says what they count.
    """
    whole = _whole_before(line, links, article)
    if whole is None:
        return {}
    of = article.figures[whole]
    found = {}
    for index, mention in enumerate(line.mentions):
        told = links.get(index)
        if not _is_told_of(line, index) or not fits(line, mention, of.measure):
            continue
        if told and told.measure == "wounded" and _includes_dead(line):
            told = None  # "The dead included a man who had been wounded in May."
        if told and (
            told.measure != of.measure or not (mention.of_them or _SUBSET.match(line.sentence.text))
        ):
            continue
        if 0 < (of.value or 0) < (mention.number.value or 0):
            continue
        links[index] = told or Link(index, of.measure, mention.first)
        found[index] = whole
    return found


def _includes_dead(line: Outline) -> bool:
    """ "The dead included a boy": whatever else is told of those who follow."""
    opening = _SUBSET.match(line.sentence.text)
    return opening is not None and _COUNTED_BY.get((opening["counted"] or "").lower()) == "killed"


def _whole_before(line: Outline, links: dict[int, Link], article: _Article) -> int | None:
    """The figure of the sentence before of which this one tells parts, as its index in the article."""
    before = _before(line.sentence, article)
    opening = _SUBSET.match(line.sentence.text)
    if opening is None:
        return before[0] if before and _opens_with_part(line) else None
    noun = (opening["among"] or opening["counted"] or "them").lower()
    if noun not in _COUNTED_BY:
        return None
    measure = _COUNTED_BY[noun] or (links[0].measure if 0 in links else None)
    counted = [at for at in before if measure in (None, article.figures[at].measure)]
    return counted[0] if counted and (len(counted) == 1 or noun == "them") else None


def _of_those_before(
    line: Outline, links: dict[int, Link], wholes: dict[int, int], article: _Article
) -> dict[int, int]:
    """ "Eight of the ten were killed in Jenin.": the ten of the sentence before, and no figure again.

    The ten lose their link, and the part its whole in the sentence; its whole in the article is returned.
    """
    words, before = line.sentence.lower, _before(line.sentence, article)
    found = {}
    for part, whole in list(wholes.items()):
        mention, measure = line.mentions[whole], links[whole].measure
        repeats = words[mention.first - 1] == "the" and mention.is_bare and _ends_subject(words, mention.last)
        same = (at for at in before if article.figures[at].measure == measure) if repeats else iter(())
        at = next((at for at in same if article.figures[at].value == mention.number.value), None)
        if at is not None and list(wholes.values()).count(whole) == 1 and whole not in wholes:
            del links[whole], wholes[part]
            found[part] = at
    return found


def _ends_subject(words: list[str], at: int) -> bool:
    return words[at : at + 1] in _AFTER_SUBJECT


def _opens_with_part(line: Outline) -> bool:
    """ "The ministry said two of them were boys", "Five were children"."""
    words, first = line.sentence.lower, line.mentions[0]
    said = first.first > 0 and (words[first.first - 1] in _SAYING or words[first.first - 1] == "that")
    opens = first.first <= MOST_BEFORE_PART or said
    described = (first.first == 0 or said) and not first.other and is_described(words, first)
    among = _AMONG_THEM.match(" ".join(words[first.last :][:5])) is not None
    return opens and (first.of_them or described or among)


def _is_told_of(line: Outline, index: int) -> bool:
    """Whether a mention goes on with the part that opens its sentence."""
    words, mention = line.sentence.lower, line.mentions[index]
    # "one of them was a boy" tells who that one is
    told = words[mention.first - 1] in ("was", "were") and words[0] != "among"
    if index == 0:
        named = words[mention.last : mention.last + 1] == [","] and mention.number.value == 1
        named = named and not _SUBSET.match(line.sentence.text)
        return not told and not named  # "One of them, Omar Saleh, said"
    said = not _SAYING.isdisjoint(words[line.mentions[0].last : mention.first])
    more = mention.indefinite or mention.noun is not None or is_described(words, mention)
    return not told and not said and more


def _figures(reading: Reading, article: _Article, earlier: dict[int, int]) -> list[Figure]:
    """The figures of a sentence; `earlier` has the whole of each that is a part of the sentence before."""
    order = sorted(reading.links)
    position = {index: len(article.figures) + at for at, index in enumerate(order)}
    wholes = {part: position[whole] for part, whole in reading.wholes.items()} | earlier
    places = find_scenes(reading, article.scenery)
    speakers = {
        index: speaker_of(
            reading.sentence, reading.sources, reading.mention(index).at, territory_of(places[index])
        )
        for index in order
    }
    sides = find_sides(reading, speakers, article.heard.referent(["it"]))
    categories = {index: category_of(reading, index, speakers[index]) for index in order}
    for index, whole in earlier.items():
        if sides[index] == "unspecified":
            sides[index] = article.figures[whole].side
        if categories[index] == "people":
            categories[index] = article.figures[whole].category
    periods = Periods(reading.sentence, article.published)
    return [
        _figure(
            reading,
            article,
            periods,
            index,
            _Around(
                sides[index],
                categories[index],
                wholes.get(index),
                places[index],
                speakers[index],
                _statement(reading, speakers[index]),
            ),
        )
        for index in order
    ]


def _statement(reading: Reading, speaker: str | None) -> int:
    """The number of a statement: of its sentence, and of its speaker in it."""
    names = [None, *(source.name for source in reading.sources)]
    at = names.index(speaker) if speaker in names else 0
    return reading.sentence.index * MOST_SOURCES + at % MOST_SOURCES


def _figure(reading: Reading, article: _Article, periods: Periods, index: int, around: _Around) -> Figure:
    """A figure, from its own words and what the words around it tell."""
    sentence, mention, link = reading.sentence, reading.mention(index), reading.links[index]
    number = mention.number
    start, end = article.folded.span(*sentence.span(*_quoted(sentence, mention, link)))
    toll = sentence.lower[link.anchor] in TOLL_WORDS
    period = periods.of(mention.first, mention.last, _is_event(mention, link) and not toll)
    return Figure(
        measure=link.measure,
        value=number.value,
        low=number.low,
        high=number.high,
        bound=number.bound,
        unit=unit_of(reading, index),
        side=around.side,
        category=around.category,
        qualifier=qualifier_of(reading, index),
        part_of=around.part_of,
        place_id=around.place_id,
        tally="new" if _is_added(reading, index) else tally_of(sentence, period, toll, mention.other),
        since=period.since,
        until=period.until,
        period_words=period.words,
        attributed_to=around.speaker,
        as_of=as_of(sentence, mention.first, mention.last, period, article.published),
        quote=article.text[start:end],
        start=start,
        end=end,
        at=article.folded.original(sentence.span(number.at, number.at + 1)[0]),
        sentence=article.text[slice(*article.folded.span(sentence.start, sentence.end))],
        statement=around.statement,
    )


def _is_added(reading: Reading, index: int) -> bool:
    """ "Two men died, bringing the death toll to 14": the two are added to it."""
    link, words = reading.links[index], reading.sentence.lower
    if words[link.anchor] in TOLL_WORDS:
        return False
    return any(
        index < other
        and reading.links[other].measure == link.measure
        and words[reading.links[other].anchor] in TOLL_WORDS
        and not RAISING.isdisjoint(words[reading.mention(index).last : reading.mention(other).first])
        for other in reading.links
    )


def _is_event(mention: Mention, link: Link) -> bool:
    """Whether a figure tells of something that happened on a day; "200 prisoners" are held on every day."""
    held = link.measure == "detained" and mention.noun is not None and link.anchor == mention.first
    return link.measure in EVENTS and not held


def _quoted(sentence: Sentence, mention: Mention, link: Link) -> tuple[int, int]:
    """The words to quote: the mention, with the event's word where a bare number would say nothing."""
    if not mention.is_bare or mention.of_them or sentence.lower[link.anchor] in TOLL_WORDS:
        return mention.first, mention.last
    if mention.last <= link.anchor <= mention.last + 4:
        return mention.first, link.anchor + 1
    if mention.first - 3 <= link.anchor < mention.first:
        return link.anchor, mention.last
    return mention.first, mention.last

"""Which figure is an explicit subset of which: "12 people, including two children", "21 of 39"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reader.headnouns import stays_behind
from loaders.reader.links import PP, Link, fits
from loaders.reader.meanings import measure_of
from loaders.reader.measures import TALLIED
from loaders.reader.mentions import Mention, is_described
from loaders.reader.outline import Outline
from loaders.reader.people import NOUNS, QUALIFIERS

# "a man who had inhaled tear gas"
_TOLD = r"(?:k[hadb]*+[wE](?:[adw]|p[dwm]++)*+)?+"
# ", including two children and a woman": what follows is a part, and what is joined to it
_INCLUDED = re.compile(
    rf"ib?(?:[dk]p)?[ad]*+(?P<parts>M(?:(?:{PP}|[wbz]|rs)*+{_TOLD}(?:,?c|,)(?:[ad]*+M|dw{{1,3}}+(?=[,c])))*)"
)
# "21 of 39 Palestinians", "3,000 of the camp's 17,000 residents", "8 out of 19"
_OF = re.compile(r"M(?:[wa]*+pp?|w?p)(?:[dw]{0,4}|dww?b?)(?P<whole>M)")
# "3,000 residents of the camp, out of some 17,000, left"
_OUT_OF = re.compile(r"M[^,|EM]{0,10}+(?:E(?:[ap][dwa]*+)*+)?,wp(?P<whole>M)")
# "a boy was among four killed"
_AMONG = re.compile(rf"M(?:(?:{PP}|,?zw,?)*+b++a*+|r)?pd?(?P<whole>M)")
# "a father and his two sons were among ten killed"
_JOINED_BEFORE = re.compile(rf"(?:^|[|skrv])[ad]*+(?P<first>M){PP}?+,?c[ad]*+$")
_JOINED_REACH = 12  # parts
# "Among the 12 killed, four were under 18, and five were fighters"
_FRAME = re.compile(rf"(?:^|[svkc,|])[aw]?(?P<of>p)[dw]{{0,3}}(?P<whole>M)(?:{PP}|[Ewkbha])*+,")
# "Among the 12 people killed were a father and his two sons"
_AMONG_THEM = re.compile(
    rf"(?:^|[svkc|])[aw]?(?P<of>p)[dw]{{0,3}}(?P<whole>M)(?:{PP}|[Ea])*+b[ad]*+(?P<parts>M(?:{PP}*+(?:,?c|,)[ad]*+M)*)"
)
# "killed several people, including", "many people were hurt, including": nobody before is counted
_UNCOUNTED_EVENT = re.compile(rf"(?P<event>E)(?:[ad]*+E?w[wp]{{0,4}}+|(?:{PP}|a)*+),?$")
_EVENT_REACH = 12  # parts
# "killed several civilians: in Jenin two women, in Tubas a boy"
_PLACED = r"(?:,?p[dw]{1,4}+,?)?+[ad]*+M"
_SPELLED_OUT = re.compile(
    rf"E(?:[ad]*+E?w[wpa]{{0,4}}+|(?:{PP}|a)*+)(?P<sign>\|)(?P<parts>{_PLACED}"
    rf"(?:(?:p[dw]++|[wan]|,ib?M[bpdwE]*+)*+(?:,?c|,){_PLACED})*+)(?:p[dw]++|a)*+(?=\||$)"
)
# "12 people — eight militants and four civilians"
_BROKEN_DOWN = re.compile(rf"M(?:{PP}|[Ebh])*+[|(][ad]*+(?P<parts>M(?:{PP}*+(?:,?c|,)[ad]*+M)+)")
# "Two Palestinians, one aged 17, were shot dead"
_AGED = re.compile(r"M,(?P<part>M)z")
# ", comprising 21 in Jenin and eight in Tulkarm"
_COMPRISED = re.compile(rf"[y][ad]*+(?P<parts>M(?:{PP}*+(?:,?c|,)[ad]*+M)*)")
# "36 killed, according to the ministry: 21 in Jenin, eight in Tulkarm"
_BY_PLACE = re.compile(rf"\|[ad]*+(?P<parts>M{PP}(?:(?:,?c|,)[ad]*+M{PP})+)")
# "39 people were killed, 21 in Jenin and 18 in Tubas": parts where they add up
_ADDING_UP = re.compile(rf"E(?:{PP}|[asdw])*?,(?P<parts>M(?:{PP}|a)++(?:(?:,?c|,)[ad]*+M(?:{PP}|a)++)+)")
# "20 of them in Hebron, 12 in Tubas and nine in Nablus"
_NEXT_OF_THEM = re.compile(rf"Mw?{PP}++(?:,?c|,)[ad]*+(?P<next>M)p")
# "two of them women and a child", "two of them women and one a child"
_AND_MORE = re.compile(r"Mc(?P<next>M)(?:dw)?(?=[,|)]|$)")
# "35 people were wounded, eight seriously", "nine injuries, three critical", "three in serious condition"
_QUALIFIED = re.compile(
    rf"(?:E(?:{PP}|a)*+|Eb?M{PP}*+|M)[,|][adp]*+(?P<parts>M[aEw](?:{PP}*+(?:,?c|,)[ad]*+M[aEw])*)"
)
# "six people, four men and two women, were killed"
_APPOSED = re.compile(rf"M{PP}*+,(?P<parts>[ad]*+M{PP}*+(?:(?:,?c|,)[ad]*+M{PP}*+)+)(?P<closed>,(?=[bh]))?")
# "the ministry listed 12 dead; five were children", "the UN said five were children"
_DESCRIBED = re.compile(r"(?:[|,c]|[rv]k?)[ad]*+(?P<part>M)b")
# nouns that say no more than that people are counted
_ANYBODY = frozenset(("gazans", "israelis", "palestinians", "people", "persons"))
_PARTITIVE = frozenset(("of", "among"))
_AT_A_PLACE = frozenset(("at", "in", "inside", "near", "outside"))
# what holds the places of the parts: "39 were killed in the West Bank, 21 in Jenin and 18 in Tubas"
_AREAS = frozenset("all area bank governorates north region territory total".split())
_RELATIVE = (["that"], ["which"], ["who"], ["whom"])
_STAY_REACH = 8  # words behind "the 4,000 families" in which they "remain there"
_HARM = frozenset(("killed", "wounded", "detained"))
# "the dead include two children": the noun says what the parts count
_UNCOUNTED = {
    "dead": "killed",
    "victims": "killed",
    "fatalities": "killed",
    "wounded": "wounded",
    "injured": "wounded",
}


def find_parts(line: Outline, links: dict[int, Link]) -> dict[int, int]:
    """The whole of each part, by index into the outline's mentions.

    A part without an event of its own takes its whole's, so `links` gains entries.
    """
    wholes: dict[int, int] = {}
    _count_behind_colon(line, links)
    for part, whole in _pairs(line, links):
        if part in wholes or whole not in links or part in _chain(wholes, whole):
            continue
        link, of = links.get(part), links[whole]
        if link is None or not _is_own(line.mentions[part], link, of):
            links[part] = Link(part, of.measure, of.anchor)
        elif link.measure not in (of.measure, "displaced"):
            continue  # "12 arrested, two of whom were killed": another count
        elif link.measure == "displaced" and of.measure not in ("displaced", "residents"):
            continue
        wholes[part] = whole
    _drop_repeated(line, links, wholes)
    return wholes


def _drop_repeated(line: Outline, links: dict[int, Link], wholes: dict[int, int]) -> None:
    """ "40 people were killed; 12 of the 40 died in Jenin": the 40 are told once."""
    for part, whole in list(wholes.items()):
        mention = line.mentions[whole]
        if whole in wholes or not mention.is_bare or line.sentence.lower[mention.first - 1] != "the":
            continue
        same = (
            before
            for before in range(min(part, whole))
            if before in links
            and links[before].measure == links[whole].measure
            and line.mentions[before].number.value == mention.number.value
        )
        if (first := next(same, None)) is not None and first not in wholes:
            del links[whole]
            line.mentions[part] = replace(line.mentions[part], last=mention.last)
            for index in [index for index, of in wholes.items() if of == whole]:
                wholes[index] = first


def _chain(wholes: dict[int, int], index: int) -> list[int]:
    """A mention, its whole, the whole of that ...: what must not become a part of it."""
    chain = [index]
    while (index := wholes.get(index, -1)) >= 0:
        chain.append(index)
    return chain


def _is_own(part: Mention, link: Link, whole: Link) -> bool:
    """Whether a part's measure is told by an event, not merely by its noun ("including two prisoners")."""
    held = part.noun is not None and (
        part.noun.measure == "hostages" or part.noun.category in ("prisoners", "security_forces")
    )
    named = held and part.noun is not None and part.noun.measure == link.measure and link.anchor == part.first
    # "arrested 12 people, including an injured man"
    hurt = (
        whole.measure == "detained" and part.told == link.measure == "wounded" and link.anchor == part.first
    )
    return not (named or hurt) or link.measure == whole.measure


def _pairs(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    """Candidates, the surest first: part, whole."""
    yield from _x_of_y(line, links)
    yield from _among(line)
    yield from _framed(line)
    yield from _included(line, links)
    yield from _described(line, links)
    for at, part in enumerate(line.parts):
        if part.kind == "M" and (line.mentions[part.mention].of_them or _is_among_them(line, at)):
            wholes = _likely_whole(line, at, links, part.mention, of_them=True)
            yield from ((part.mention, whole) for whole in wholes)
    yield from _next_of_them(line)
    yield from _aged(line)
    yield from _comprised(line, links)
    yield from _broken_down(line, links)
    yield from _apposed(line)
    yield from _by_place(line, links)
    yield from _adding_up(line, links)
    yield from _tallied(line, links)
    yield from _qualified(line, links)
    yield from _named(line, links)


def _x_of_y(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    for at in range(len(line.parts)):
        match = _OF.match(line.letters, at) or _OUT_OF.match(line.letters, at)
        if not match:
            continue
        part, whole = line.parts[at].mention, line.parts[match.start("whole")].mention
        between = line.sentence.lower[line.mentions[part].last : line.mentions[whole].first]
        apart = between[-2:] == ["out", "of"] and "," in between
        if not (apart or between[:1] in (["of"], ["out"])) or line.mentions[part].number.bound == "vague":
            continue
        if apart and whole not in links and not _is_mere_total(line, whole):
            continue  # "12 were killed, out of 900 fighters in the camp"
        told = links.get(part) or links.get(whole)
        if told is None or not fits(line, line.mentions[part], told.measure):
            continue  # "three camps of 40,000 people"
        if line.mentions[part].unknown_noun:
            continue  # "two hamlets of 900 people"
        if told.measure == "structures" and whole not in links:
            continue  # "razed 20 of 37 houses": not all of them
        if part not in links and told.measure == "residents" and not _stay(line, whole):
            continue  # "3,000 of the 15,000 residents protested"
        if _is_household(line, part, whole):
            links[part] = links[whole] = Link(part, told.measure, told.anchor)
        elif _can_hold(line.mentions[whole], line.mentions[part]):
            _settle_x_of_y(line, links, part, whole)
            yield part, whole


def _can_hold(whole: Mention, part: Mention) -> bool:
    """ "200 residents of one hamlet" is no part of one."""
    return part.number.value is None or whole.number.value is None or part.number.value <= whole.number.value


def _is_mere_total(line: Outline, whole: int) -> bool:
    """ "out of 39", not "out of 900 fighters", "out of 900 who came"."""
    mention = line.mentions[whole]
    return mention.is_bare and line.sentence.lower[mention.last : mention.last + 1] not in _RELATIVE


def _is_household(line: Outline, part: int, whole: int) -> bool:
    """ "two households of 14 people": the same ones, counted twice."""
    units = [noun.thing if (noun := line.mentions[index].noun) else "" for index in (part, whole)]
    return units == ["family", "person"] and not _can_hold(line.mentions[part], line.mentions[whole])


def _stay(line: Outline, whole: int) -> bool:
    """ "100 of the 4,000 families that lived in the camp remain there"."""
    ahead = line.sentence.lower[line.mentions[whole].last :][:_STAY_REACH]
    return any(stays_behind(line.sentence, line.mentions[whole].last + at) for at in range(len(ahead)))


def _settle_x_of_y(line: Outline, links: dict[int, Link], part: int, whole: int) -> None:
    """ "3,000 of the 17,000 residents fled": the 17,000 are residents; "21 of 39 killed": both killed."""
    own = links.get(part)
    event = own if own and own.measure != "residents" else links.get(whole, own)
    if event is None:
        return
    links[part] = Link(part, event.measure, event.anchor)
    counted = part if line.mentions[whole].is_bare else whole
    head = line.sentence.lower[line.mentions[counted].last - 1]
    if head in ("residents", "inhabitants", "people") and event.measure == "displaced":
        links[whole] = Link(whole, "residents", line.mentions[whole].first)
    else:
        links[whole] = Link(whole, event.measure, event.anchor)


def _among(line: Outline) -> Iterator[tuple[int, int]]:
    for match in _AMONG.finditer(line.letters):
        part, whole = line.parts[match.start()], line.parts[match.start("whole")]
        if "among" in line.sentence.lower[part.last : whole.first]:
            yield part.mention, whole.mention
            if joined := _JOINED_BEFORE.search(
                line.letters, max(0, match.start() - _JOINED_REACH), match.start()
            ):
                yield line.parts[joined.start("first")].mention, whole.mention


def _framed(line: Outline) -> Iterator[tuple[int, int]]:
    for match in _AMONG_THEM.finditer(line.letters):
        if line.words(line.parts[match.start("of")])[0] == "among":
            whole = line.parts[match.start("whole")].mention
            yield from ((part, whole) for part in _mentions_in(line, *match.span("parts")))
    for frame in _FRAME.finditer(line.letters):
        if line.words(line.parts[frame.start("of")])[0] in _PARTITIVE:
            whole = line.parts[frame.start("whole")].mention
            for part in line.parts[frame.end() :]:
                mention = line.mentions[part.mention] if part.kind == "M" else None
                if (
                    mention
                    and not _is_let_go(line, mention)
                    and (mention.is_bare or (mention.side and _can_hold(line.mentions[whole], mention)))
                ):
                    yield part.mention, whole


def _is_let_go(line: Outline, mention: Mention) -> bool:
    """ "of the 14 people arrested, six were released": these are held no longer."""
    return not {"freed", "released"}.isdisjoint(line.sentence.lower[mention.last : mention.last + 4])


def _included(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    for match in _INCLUDED.finditer(line.letters):
        parts = _mentions_in(line, *match.span("parts"))
        if len(parts) == 2 and ",c" in match["parts"]:
            del parts[1]  # "51 people, including a boy, and three soldiers": the second comma ends the part
        wholes = _likely_whole(line, match.start(), links, parts[0])
        if not wholes:
            _count_by_noun(line, match.start(), parts, links)
            _count_by_event(line, match.start(), parts, links)
        bare = line.mentions[parts[0]].is_bare  # "20 airstrikes, including three in Jenin"
        if not wholes and (bare or line.words(line.parts[match.start()]) == ["of", "which"]):
            wholes = list(_whole_before(line, match.start(), links, of_them=True))
        for part in parts:
            if not _stands_for_event(line, line.mentions[part]):
                yield from ((part, whole) for whole in wholes)


def _count_by_noun(line: Outline, at: int, parts: list[int], links: dict[int, Link]) -> None:
    """ "the detainees include 440 women": no number for the whole, but its noun says what is counted."""
    words = line.sentence.lower
    first = line.parts[at].first
    if not first or words[first] not in ("include", "includes", "included"):
        return
    noun = NOUNS.match(words, first - 1)
    told = line.parts[at - 1].event  # "those wounded include"
    measure = _UNCOUNTED.get(words[first - 1]) or (
        noun[1].measure if noun else told.measure if told else None
    )
    for part in parts:
        # "the dead included a man who had been wounded in May"
        hurt = part in links and links[part].measure == "wounded" and measure == "killed"
        if measure and (part not in links or hurt):
            links[part] = Link(part, measure, first - 1)


def _count_by_event(line: Outline, at: int, parts: list[int], links: dict[int, Link]) -> None:
    """ "killed several people, including two boys", "many were hurt, among them a nurse"."""
    match = _UNCOUNTED_EVENT.search(line.letters, max(0, at - _EVENT_REACH), at)
    event = line.parts[match.start("event")] if match else None
    if match is None or event is None or event.event is None or event.event.form != "past":
        return
    if not {"m", "n"}.isdisjoint(line.letters[max(0, match.start() - _EVENT_REACH) : match.start()]):
        return  # "nobody was killed", "could have killed many"
    measure = measure_of(line, event, event.event)
    for part in parts:
        if measure in _HARM and part not in links and not line.mentions[part].unknown_noun:
            if fits(line, line.mentions[part], measure):
                links[part] = Link(part, measure, event.first)


def _count_behind_colon(line: Outline, links: dict[int, Link]) -> None:
    """ "killed several civilians: in Jenin two women, in Tubas a boy": nobody counts the several."""
    for match in _SPELLED_OUT.finditer(line.letters):
        event = line.parts[match.start()]
        if event.event is None or event.event.form != "past" or line.last_word(match.end("sign") - 1) != ":":
            continue
        if any(link.anchor == event.first for link in links.values()):
            continue
        _count_by_event(line, match.start("sign"), _mentions_in(line, *match.span("parts")), links)


def _broken_down(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    for match in _BROKEN_DOWN.finditer(line.letters):
        whole = line.parts[match.start()].mention
        parts = _mentions_in(line, *match.span("parts"))
        fits = _sum(line, parts) <= (line.mentions[whole].number.value or 0)
        if fits and not any(part in links for part in parts):
            yield from ((part, whole) for part in parts)


def _next_of_them(line: Outline) -> Iterator[tuple[int, int]]:
    """ "50 were wounded, 20 of them in Hebron, 12 in Tubas and nine in Nablus"."""
    whole, last = -1, -1
    for at, part in enumerate(line.parts):
        if part.kind != "M":
            continue
        mention = line.mentions[part.mention]
        if mention.of_them:
            whole, last = next(_counted_before(line, at), -1), at
            if mention.noun and (more := _AND_MORE.match(line.letters, at)):
                yield line.parts[more.start("next")].mention, whole
        if whole < 0 or at != last or not (match := _NEXT_OF_THEM.match(line.letters, at)):
            continue
        follower = line.parts[match.start("next")].mention
        if line.mentions[follower].is_bare:
            last = match.start("next")
            yield follower, whole


def _counted_before(line: Outline, at: int) -> Iterator[int]:
    return (part.mention for part in reversed(line.parts[:at]) if part.kind == "M")


def _is_among_them(line: Outline, at: int) -> bool:
    """ "nine villagers, three nurses among them, were hurt"."""
    after = line.parts[at + 1 : at + 2]
    return (
        bool(after)
        and line.words(after[0])[:1] == ["among"]
        and line.letters[at + 2 : at + 3] in (",", "|", ")")
    )


def _apposed(line: Outline) -> Iterator[tuple[int, int]]:
    """ "six people, four men and two women, were killed"; not "two soldiers, a boy and a girl"."""
    for match in _APPOSED.finditer(line.letters):
        whole = line.parts[match.start()].mention
        parts = _mentions_in(line, *match.span("parts"))
        general = line.sentence.lower[line.mentions[whole].last - 1] in _ANYBODY
        adds_up = _sum(line, parts) == line.mentions[whole].number.value
        known = all(line.mentions[part].noun is not None for part in parts)
        sided = any(line.mentions[part].side not in (None, line.mentions[whole].side) for part in parts)
        if adds_up and known and not sided and (match["closed"] or general):
            yield from ((part, whole) for part in parts)


def _aged(line: Outline) -> Iterator[tuple[int, int]]:
    """ "Two Palestinians, one aged 17, were shot dead"."""
    for match in _AGED.finditer(line.letters):
        part = line.parts[match.start("part")].mention
        if line.mentions[part].is_bare:
            yield part, line.parts[match.start()].mention


def _comprised(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    """ "36 deaths, comprising 21 in Jenin"; no parts are "13 families comprising 64 people"."""
    for match in _COMPRISED.finditer(line.letters):
        parts = _mentions_in(line, *match.span("parts"))
        if line.mentions[parts[0]].is_bare:
            for part in parts:
                yield from ((part, whole) for whole in _whole_before(line, match.start(), links))


def _by_place(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    for match in _BY_PLACE.finditer(line.letters):
        parts = _mentions_in(line, *match.span("parts"))
        if all(line.mentions[part].is_bare for part in parts):
            size = _sum(line, parts)
            for part in parts:
                yield from ((part, whole) for whole in _whole_before(line, match.start(), links, size=size))


def _adding_up(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    """ "39 were killed, 21 in Jenin and 18 in Tubas"; also fewer, where the whole has no place of its own."""
    for match in _ADDING_UP.finditer(line.letters):
        event = line.parts[match.start()]
        whole = next((index for index, link in links.items() if link.anchor == event.first), None)
        parts = _mentions_in(line, *match.span("parts"))
        if whole is None or whole in parts or not all(line.mentions[part].is_bare for part in parts):
            continue
        size = line.mentions[whole].number.value or 0
        scope = line.sentence.lower[event.first : line.mentions[parts[0]].first]
        total = _sum(line, parts)
        if total <= size if _AT_A_PLACE.isdisjoint(scope) else total == size and not _AREAS.isdisjoint(scope):
            yield from ((part, whole) for part in parts)


def _tallied(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    """ "Ten were killed in Jenin (5), Tulkarem (3) and Tubas (2)": parts where they are no more than it."""
    parts = [line.parts[match.start("mention")].mention for match in TALLIED.finditer(line.letters)]
    if parts and all(part in links for part in parts):
        at = next(at for at, part in enumerate(line.parts) if part.mention == parts[0])
        yield from (
            (part, whole)
            for whole in _whole_before(line, at, links, size=_sum(line, parts))
            for part in parts
        )


def _described(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    """ "the ministry listed 12 dead; five were children": the noun of the whole is left out.

    "A further three were fighters" are no part of the ones before, but died as they did.
    """
    for match in _DESCRIBED.finditer(line.letters):
        part = line.parts[match.start("part")].mention
        mention = line.mentions[part]
        if part in links or not is_described(line.sentence.lower, mention):
            continue
        size = 0 if mention.other else mention.number.value or 0
        whole = next(_whole_before(line, match.start("part"), links, size=size), None)
        if whole is None or links[whole].measure not in _HARM:
            continue
        if mention.other:
            links[part] = Link(part, links[whole].measure, links[whole].anchor)
        else:
            yield part, whole


def _qualified(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    """ "35 people were wounded, eight seriously": how badly some of them were."""
    for match in _QUALIFIED.finditer(line.letters):
        for part in _mentions_in(line, *match.span("parts")):
            mention = line.mentions[part]
            told = QUALIFIERS.match(line.sentence.lower, mention.last)
            if not mention.is_bare or mention.other or told is None:
                continue
            size = mention.number.value or 0
            whole = next(_whole_before(line, match.start("parts"), links, size=size), None)
            if whole is not None and links[whole].measure == "wounded":
                yield part, whole


def _named(line: Outline, links: dict[int, Link]) -> Iterator[tuple[int, int]]:
    """ "two men were killed, one a teacher": who one of them was."""
    words = line.sentence.lower
    for at, part in enumerate(line.parts):
        if (
            part.kind != "M"
            or line.letters[max(0, at - 1) : at] != ","
            or words[part.last : part.last + 1] != ["a"]
        ):
            continue
        mention = line.mentions[part.mention]
        if mention.is_bare and mention.number.value == 1 and NOUNS.match(words, part.last + 1):
            yield from ((part.mention, whole) for whole in _whole_before(line, at, links, size=2))


def _sum(line: Outline, parts: list[int]) -> int:
    return sum(line.mentions[part].number.value or 0 for part in parts)


def _likely_whole(
    line: Outline, at: int, links: dict[int, Link], part: int, of_them: bool = False
) -> list[int]:
    """The nearest mention before that can hold a part; else the nearest, for reports err."""
    size = line.mentions[part].number.value or 0
    holding = list(_whole_before(line, at, links, of_them, size))
    return holding or list(_whole_before(line, at, links, of_them))


def _whole_before(
    line: Outline, at: int, links: dict[int, Link], of_them: bool = False, size: int = 0
) -> Iterator[int]:
    """The nearest mention before, not below a size, that counts people or buildings.

    With `of_them` also strikes or rockets.
    """
    for part in reversed(line.parts[:at]):
        if part.kind != "M" or part.mention not in links:
            continue
        if 0 < (line.mentions[part.mention].number.value or 0) < size:
            continue
        if of_them or links[part.mention].measure not in ("airstrikes", "rockets"):
            yield part.mention
            return


def _mentions_in(line: Outline, first: int, last: int) -> list[int]:
    return [part.mention for part in line.parts[first:last] if part.kind == "M"]


def _stands_for_event(line: Outline, mention: Mention) -> bool:
    """ "several attacks, including one that killed three": one attack, no person."""
    after = line.sentence.lower[mention.last : mention.last + 1]
    one = mention.is_bare and line.sentence.lower[mention.first] == "one"
    return one and after in (["that"], ["which"], ["in"], ["on"])

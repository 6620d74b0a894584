"""Speakers that no vocabulary lists, by the name in the article: "municipal workers", "Omar Saleh"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.reader.events import EVENTS
from loaders.reader.numbers import SIMPLE
from loaders.reader.people import NOUNS, SIDES
from loaders.reader.text import Sentence

# they stand for a speaker named before
PRONOUNS = frozenset("it he she they him her them".split())
# between a speaker and the verb: "has also said"
AUXILIARIES = frozenset(
    "has have had also later earlier initially originally previously then already further did".split()
)
# a role without a name, which an earlier sentence has named
ROLES = frozenset(
    """
    agency commission committee group ministry movement network office officials organisation
    organization report service society spokesman spokesperson spokeswoman statement
    """.split()
)
# they open a name, and are no part of it
DETERMINERS = frozenset("the a an its his her their one some another this these".split())
# "Tubas governor: three people killed": unlisted, and a source all the same
LABELLING = frozenset(
    """
    authorities doctors governor hospital mayor medics ministry municipality officials police residents
    spokesman spokesperson spokeswoman witnesses
    """.split()
)
# words that are never the name of a speaker
_NO_SPEAKERS = frozenset(
    """
    all any are been both each every footage had has have i images is media not one reportedly that there this
    was we were what which who you
    """.split()
)
# no name consists of them: "reports of 5 and 6 March say"
_DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december
    """.split()
)
# "media" alone are nobody, "the media committee in Balata" is a body
_MEDIA_BODIES = frozenset(("media center", "media centre", "media committee", "media department"))
# words that begin no name
_NOT_FIRST = frozenset(
    "since in on at for after with by from of during to as more most many several if when while under".split()
)
# what ends a name: "residents in the camp", "officials, who"
_AFTER_NAME = frozenset(
    "has have had also , in on from with at near earlier later who living inside by did which ( of".split()
)
# what shows a figure but says nothing: "according to video obtained by ..."
THINGS = frozenset(
    """
    accounts analysis assessment count data document documents drone drones estimates figure figures footage
    image images information interviews media numbers photographs photos records report reports statement
    statistics survey tallies tally update video videos
    """.split()
)
PAPERS = frozenset(
    "analysis count data figures numbers records report reports statement statistics survey tally".split()
)
# papers of nobody in particular: "initial reports", "the latest official figures"
VAGUE = frozenset(
    """
    available conflicting conservative credible current different earlier early first independent initial
    israeli latest local new news official other palestinian preliminary press previous public recent
    separate some unconfirmed unofficial various
    """.split()
)
# who speaks for somebody
_SPOKESPEOPLE = frozenset("spokesman spokesperson spokeswoman".split())
# a post or a body keeps what it is over: "mayor of Jenin"
POSTS = frozenset(
    """
    association chairman chairwoman chief commander coordinator council director governor governorate head
    leader manager mayor minister ministry municipality president representative secretary spokesman
    spokesperson spokeswoman union
    """.split()
)
# before the name of a person, and no part of it
TITLES = frozenset(
    """
    capt col dr engineer gen governor lt maj mayor minister mr mrs ms president prof professor sheikh sgt
    spokesman spokesperson spokeswoman
    """.split()
)
# "municipal officials" are named as the article names them
OFFICIALS = frozenset(("officials", "authorities"))
# "Municipal workers" that open a sentence
_KINDS = frozenset("aid camp city health hospital local medical military municipal security town".split())
_EVENT_WORDS = frozenset(phrase[0] for phrase, _ in EVENTS.phrases() if len(phrase) == 1)
_TELLING = _EVENT_WORDS | SIMPLE.keys()  # no name holds a number or a killing
LONGEST_NAME = 6
LONGEST_OPENING = 4  # words before the person whom a sentence introduces


def printed_name(words: Sequence[str]) -> str | None:
    """An unlisted speaker by the name in the article, without "the": "municipal workers", "Omar Saleh"."""
    segments = [segment for segment in _split_at_commas(words) if segment]
    person = next(
        (s for s in segments if len(s) >= 2 and is_person(s) and s[0].lower() not in DETERMINERS), None
    )
    if person:
        return _person_name(person)
    found = _cut_name(_behind_by(segments[0])) if segments else []
    found = _without_title(found) if is_person(found) else _named_behind(_without_papers(found))
    if not found or len(found) > LONGEST_NAME or any(word[0].isdigit() for word in found):
        return None
    lower = {word.lower() for word in found}
    if not _TELLING.isdisjoint(lower) or _DAYS.issuperset(lower):
        return None
    if len(found) == 1 and found[0].lower() in ROLES - {"ministry", "officials"}:
        return None
    if " ".join(found).lower() in _MEDIA_BODIES:
        return " ".join(found)
    if found[0].lower() in PRONOUNS | _NO_SPEAKERS | _NOT_FIRST | THINGS or found[-1].lower() in _NO_SPEAKERS:
        return None
    return " ".join([_in_mid_sentence(found), *found[1:]]).replace(" '", "'")


def _without_papers(name: Sequence[str]) -> Sequence[str]:
    """ "A ministry statement", "the ministry's figures", "the ministry's spokesman": the ministry.

    Of "initial reports" nothing is left.
    """
    kept = name
    while len(kept) > 1 and (
        kept[-1].lower() in PAPERS | {"'s"} or (kept[-1] in _SPOKESPEOPLE and kept[-2] == "'s")
    ):
        kept = kept[:-1]
    return [] if len(kept) < len(name) and VAGUE.issuperset(word.lower() for word in kept) else kept


def _named_behind(name: Sequence[str]) -> Sequence[str]:
    """ "Tubas governor Omar Saleh", "local journalist Omar Saleh": the person behind a post or a trade."""
    at = max((at for at, word in enumerate(name) if word.islower() and _is_trade(word)), default=len(name))
    person = name[at + 1 :]
    return person if len(person) > 1 and is_person(person) else name


def _is_trade(word: str) -> bool:
    """A word for what a person is: "governor", "journalist", "official"."""
    return word in TITLES | POSTS or NOUNS.match([word], 0) is not None


def _in_mid_sentence(name: Sequence[str]) -> str:
    """The first word of a name: "Officials" that only open a sentence are the "officials" of another."""
    word = name[0].lower()
    people = word.endswith("s") and NOUNS.match([word], 0) is not None
    common = people or word in ROLES | LABELLING | OFFICIALS | _KINDS
    return word if common and all(other.islower() for other in name[1:]) else name[0]


def _person_name(person: Sequence[str]) -> str:
    """A person as printed, without a title: "J. Saleh"; the words of a sentence have no points."""
    return " ".join(f"{word}." if len(word) == 1 else word for word in _without_title(person))


def _without_title(person: Sequence[str]) -> Sequence[str]:
    """A person by name alone: "Nablus Mayor Omar Saleh" and "Dr Omar Saleh" are "Omar Saleh"."""
    titles = [at for at, word in enumerate(person[:-2]) if _is_trade(word.lower())]
    return person[titles[-1] + 1 :] if titles else person


def _split_at_commas(words: Sequence[str]) -> list[list[str]]:
    segments: list[list[str]] = [[]]
    for word in words:
        if word == ",":
            segments.append([])
        elif word.lower() not in AUXILIARIES:
            segments[-1].append(word)
    return segments


def is_person(words: Sequence[str]) -> bool:
    """ "Kamal Abu al-Rub": capitalised throughout, but for what stands inside Arabic names."""
    named = words[words.index("'s") + 1 :] if "'s" in words else words
    return len(named) == len(words) and all(
        word[0].isupper() or word.lower()[:3] in ("al-", "el-", "abu", "bin") for word in words
    )


def _behind_by(words: Sequence[str]) -> Sequence[str]:
    """ "a statement by the municipality": the name behind "by"; "the agency's Omar Saleh": behind "'s"."""
    for at, word in enumerate(words[:6]):
        if word.lower() in ("by", "from") and THINGS & {before.lower() for before in words[:at]}:
            return words[at + 1 :]
        if word == "'s":  # "Tubas's governor Omar Saleh" is Omar Saleh
            person = words[at + 2 :] if words[at + 1 : at + 2] and words[at + 1] in POSTS else words[at + 1 :]
            if len(person) > 1 and is_person(person):
                return person
    return words


def _cut_name(words: Sequence[str]) -> Sequence[str]:
    name = words
    while name and (name[0].lower() in DETERMINERS or not name[0][0].isalpha()):
        name = name[1:]
    for at, word in enumerate(name):
        over = at and word.lower() == "of" and name[at - 1].lower() in POSTS
        shown = word == "and" and not THINGS.isdisjoint(name[at + 1 : at + 2])  # "the UN and interviews"
        if word == '"' or shown or (word.lower() in _AFTER_NAME and not over):
            return name[:at]
    return name


def person_introduced(sentence: Sentence) -> str | None:
    """The person whom a sentence opens with, an aside behind the name: "In her shop Rana Saleh, 45, ..."."""
    words, lower = sentence.words, sentence.lower
    comma = lower.index(",") if "," in lower else 0
    begin = comma
    while begin and is_person(words[begin - 1 : begin]) and words[begin - 1].lower() not in _NOT_FIRST:
        begin -= 1
    if comma - begin < 2 or begin > LONGEST_OPENING or "," not in lower[comma + 1 :]:
        return None
    if not _EVENT_WORDS.isdisjoint(lower) or any(SIDES.match(lower, at) for at in range(begin, comma)):
        return None
    aside = lower[comma + 1]
    of_a_person = (
        aside in ("who", "a", "an", "the") or aside.isdigit() or "'s" in lower[comma + 1 : comma + 4]
    )
    return _person_name(words[begin:comma]) if of_a_person else None

"""Numbers in a sentence: what they say, how their words bound them, and which of them count nothing.

Digits ("1,200"), words ("twenty-one", "a hundred and twenty"), dozens, ranges ("between 10 and 12", "15-20") and vague
words ("dozens"). A number that is an age, a date, a share or a measurement is found too, with the reason why
it is no figure: a reader's page can then show that it was seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.reader.lexicon import Lexicon
from loaders.reader.text import Sentence

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SIMPLE = (
    UNITS
    | TENS
    | {f"{ten}-{unit}": t + u for ten, t in TENS.items() for unit, u in UNITS.items() if 0 < u < 10}
)

# what a vague word commits to at the least
FLOORS = Lexicon(
    [
        ("dozens", 24), ("scores", 40), ("hundreds", 200), ("thousands", 2_000), ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000), ("millions", 2_000_000), ("dozens and dozens", 24),
        ("several dozen", 24), ("several dozens", 24), ("a few dozen", 24), ("many dozens", 24),
        ("several hundred", 200), ("several hundreds", 200), ("a few hundred", 200), ("many hundreds", 200),
        ("several thousand", 2_000), ("several thousands", 2_000), ("a few thousand", 2_000), ("many thousands", 2_000),
    ]
)  # fmt: skip

BEFORE = Lexicon(
    [(phrase, bound) for bound, phrases in {
        "exact": ("only", "just", "exactly", "precisely", "a total of", "in total", "a group of", "all"),
        "at_least": ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of",
                     "upward of", "upwards of", "at the very least", "at minimum"),
        "more_than": ("more than", "over", "well over", "in excess of", "exceeding", "above", "greater than",
                      "slightly more than", "just over", "much more than", "far more than", "well above"),
        "about": ("about", "around", "some", "roughly", "approximately", "approx", "nearly", "almost", "close to", "circa", "an estimated",
                  "estimated", "near to", "just under", "in the region of", "as estimated", "an approximate", "somewhere around",
                  "an average of", "nearing", "approaching", "virtually", "more or less"),
        "up_to": ("up to", "as many as", "at most", "at the most", "no more than", "not more than", "a maximum of", "as much as", "up to some",
                  "up to about", "up to around", "a high of"),
        "less_than": ("fewer than", "less than", "under", "below", "well under"),
    }.items() for phrase in phrases]
)  # fmt: skip
# "just" before another bound ("just over 100") belongs to the longer phrase; alone it leaves the number exact

AFTER = Lexicon([("or more", "at_least"), ("or so", "about"), ("at least", "at_least"), ("plus", "at_least"), ("+", "at_least"), ("or fewer", "up_to"), ("or less", "up_to")])  # fmt: skip

MONTHS = {
    name: month
    for month, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sep sept", "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip

# the noun after the number says that no people, buildings or strikes are counted
NOT_COUNTED = {
    reason: frozenset(nouns.split())
    for reason, nouns in {
        "duration": "year years month months week weeks day days hour hours minute minutes second seconds decade decades "
        "century centuries night nights weekend weekends fortnight consecutive-day straight-day generations",
        "measurement": "km kilometre kilometres kilometer kilometers mile miles metre metres meter meters m cm feet foot ft "
        "inch inches yards hectares hectare acres acre dunam dunams donums ton tons tonne tonnes kg kilograms litres "
        "liters gallons degrees storeys stories floors storey story-building km2 sq square mph kph watts megawatts "
        "calibre caliber mm",
        "money": "dollars dollar shekels shekel euros euro pounds dinars riyals nis usd cents",
        "share": "% percent pc percentage fold times percentages",
        "ordinal": "per-cent",
        "rank": "am pm a.m p.m a.m. p.m. o'clock gmt local-time",
    }.items()
}
_NUMBERED_THINGS = frozenset(
    """road route highway resolution no nos number article unit brigade battalion division channel flight area phase
    chapter page section block room apartment gate paragraph line level g group-of version figure table rule law
    option stage step window day week bus battalion's sdg kan clause annex""".split()
)
_CURRENCY = frozenset("$€£₪¥") | {"us$", "nis", "usd", "eur"}
_YEAR_BEFORE = frozenset(
    "in since of from by until during early late mid the and through before after year to - – ' / , (".split()
)
_GROUPS = frozenset(
    "palestinians israelis gazans people jews lebanese syrians americans iranians".split()
)  # no person's name
_PARENTS = frozenset("father mother parent dad mum mom grandfather grandmother widow husband".split())
_AGE_BEFORE = frozenset(("aged", "age", "ages"))
_PERSON_OF_AGE = frozenset("boy girl man woman child teenager youth lad".split())


_OPENINGS = (
    FLOORS.first_words | BEFORE.first_words | SIMPLE.keys() | {"between", "from", "half", "a", "an", "dozen"}
)


@dataclass(frozen=True)
class Number:
    """A number with the words that bound it; positions are words of the sentence, `last` not included.

    `at` is the number word itself. `reason` says why the number counts nothing, where it does.
    """

    first: int
    last: int
    at: int
    value: int | None
    low: int | None
    high: int | None
    bound: str
    reason: str | None = None


def bounds(value: int, bound: str) -> tuple[int | None, int | None]:
    """The smallest and the largest number that a bound word and a number commit to.

    >>> bounds(12, "at_least"), bounds(40_000, "more_than"), bounds(10, "less_than"), bounds(120, "about")
    ((12, None), (40001, None), (None, 9), (None, None))
    """
    return {
        "exact": (value, value),
        "at_least": (value, None),
        "more_than": (value + 1, None),
        "up_to": (None, value),
        "less_than": (None, value - 1),
        "about": (None, None),
    }[bound]


def find_numbers(sentence: Sentence) -> list[Number]:
    """Every number of the sentence, left to right, also those that count nothing."""
    words, found, at = sentence.lower, [], 0
    while at < len(words):
        if words[at] not in _OPENINGS and not words[at][0].isdigit():
            at += 1
            continue
        number = _number_at(sentence, words, at)
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.last
    return found


def _number_at(sentence: Sentence, words: Sequence[str], at: int) -> Number | None:
    if (vague := FLOORS.match(words, at)) and not _is_numbered(words, at):
        return Number(at, vague[0], at, None, vague[1], None, "vague")
    bounded = BEFORE.match(words, at)
    if bounded:
        after = bounded[0]
        # "at least some 40", "more than about 100": the first bound is the stronger
        while after < len(words) and (more := BEFORE.match(words, after)):
            after = more[0]
        number = _plain_at(sentence, words, after) if after < len(words) else None
        if number is None:
            # "more than dozens" says no more than "dozens"
            vague = FLOORS.match(words, after) if after < len(words) else None
            return Number(at, vague[0], after, None, vague[1], None, "vague") if vague else None
        if number.bound == "range" or number.value is None:
            return Number(
                at, number.last, number.at, number.value, number.low, number.high, number.bound, number.reason
            )
        bound = bounded[1]
        low, high = bounds(number.value, bound)
        return Number(at, number.last, number.at, number.value, low, high, bound, number.reason)
    return _plain_at(sentence, words, at)


def _plain_at(sentence: Sentence, words: Sequence[str], at: int) -> Number | None:
    """A number, or a range of two, that begins at a word; bound words after it belong to it."""
    if words[at] in ("between", "from") and (
        pair := _pair(words, at + 1, ("and",) if words[at] == "between" else ("to",))
    ):
        return _range(sentence, words, at, *pair)
    if pair := _pair(words, at, ("to", "-", "or")):
        return _range(sentence, words, at, *pair)
    core = _core(words, at)
    if core is None:
        return None
    last, value = core
    bound = "exact"
    if last < len(words) and (after := AFTER.match(words, last)):
        bound = after[1]
        last = after[0]
    low, high = bounds(value, bound)
    reason = _reason(sentence, words, at, core[0], value)
    if reason:
        last = _rate_end(words, core[0]) if reason == "share" else core[0]
    return Number(at, last, at, value, low, high, bound, reason)


def _range(
    sentence: Sentence, words: Sequence[str], first: int, last: int, low: int, high: int, at: int
) -> Number:
    return Number(first, last, at, low, low, high, "range", _reason(sentence, words, at, last, high))


def _pair(words: Sequence[str], at: int, joints: tuple[str, ...]) -> tuple[int, int, int, int] | None:
    """Two rising numbers with a joint between them: end, low, high, first word."""
    if (
        at >= len(words)
        or (one := _core(words, at)) is None
        or one[0] + 1 >= len(words)
        or words[one[0]] not in joints
    ):
        return None
    two = _core(words, one[0] + 1)
    if two is None:
        return None
    low, high = one[1], two[1]
    if high >= 1_000 > low and high % 1_000 == 0 and two[0] - one[0] > 2:
        low *= 1_000 if high < 1_000_000 else 1_000_000  # "two to three million"
    if words[one[0]] == "or" and high - low > max(5, low // 5):
        return None
    return (two[0], low, high, at) if low < high else None


def _core(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The end and the value of the number that begins at a word, without bounds."""
    if at >= len(words):
        return None
    word = words[at]
    if word[0].isdigit():
        return _digits(words, at)
    if word == "half" and words[at + 1 : at + 3] == ["a", "dozen"]:
        return at + 3, 6
    if (
        word in ("a", "an")
        and at + 1 < len(words)
        and words[at + 1] in ("dozen", "hundred", "thousand", "million")
    ):
        return (at + 2, 12) if words[at + 1] == "dozen" else _words(words, at + 1, 1)
    if word == "dozen":
        return at + 1, 12
    if word not in SIMPLE:
        return None
    value = SIMPLE[word]
    if at + 1 < len(words) and words[at + 1] == "dozen":
        return at + 2, value * 12
    return _words(words, at, None)


def _words(words: Sequence[str], at: int, leading: int | None) -> tuple[int, int]:
    """Number words added up: "one hundred and twenty", "forty thousand"."""
    total, part, end = 0, leading or 0, at
    while end < len(words):
        word = words[end]
        if word in SIMPLE and (part % 100 == 0 or end == at):
            part += SIMPLE[word]
        elif word in TENS and part % 100 == 0:
            part += TENS[word]
        elif word in UNITS and 0 < UNITS[word] < 10 and part % 10 == 0 and part % 100 >= 20:
            part += UNITS[word]  # "twenty one"
        elif word == "hundred" and 0 < part < 100:
            part *= 100
        elif word in SCALES and part:
            total, part = total + part * SCALES[word], 0
        elif word == "and" and end > at and words[end - 1] in SCALES and end + 1 < len(words) and words[end + 1] in SIMPLE and _joins(words, end):  # fmt: skip
            pass
        else:
            break
        end += 1
    return end, total + part


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether "and" is inside a number ("one hundred and twenty"), not between two ("a hundred and two soldiers" is read as 102)."""
    return words[at - 1] in ("hundred", "thousand")


def _digits(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = words[at].replace(",", "").replace(" ", "")
    scale = 1
    end = at + 1
    if end < len(words) and words[end] in ("thousand", "million", "billion", "k"):
        scale = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000}[words[end]]
        end += 1
    if end < len(words) and words[end] == "dozen":
        scale, end = 12, end + 1
    try:
        if scale == 1:
            return (end, int(word)) if word.isdecimal() and len(word) <= 12 else None
        return end, int(round(float(word) * scale)) if len(word) <= 12 else None  # type: ignore[return-value]
    except (ValueError, OverflowError):
        return None


def _is_numbered(words: Sequence[str], at: int) -> bool:
    return at > 0 and words[at - 1] in ("hundreds", "tens")


def _reason(sentence: Sentence, words: Sequence[str], at: int, last: int, value: int) -> str | None:
    """Why a number counts nothing: its neighbours make it a date, an age, a share, a measurement ..."""
    before = words[at - 1] if at else ""
    after = words[last] if last < len(words) else ""
    if before == "no" and words[at] == "one":
        return "nobody"
    beyond = words[last + 1] if last + 1 < len(words) else ""
    if before in _CURRENCY or (before in ("us", "$") and after in _CURRENCY):
        return "money"
    if (after == "per" and beyond in ("cent", "cents")) or after in NOT_COUNTED["share"]:
        return "share"
    if _is_date(words, at, last, value):
        return "date"
    if before == "of" and at > 1 and words[at - 2] in _PARENTS:
        return "family"  # "a father of two"
    if _is_age(sentence, words, at, last, value):
        return "age"
    for reason in ("duration", "measurement", "money"):
        if after in NOT_COUNTED[reason] or (after in ("more", "consecutive", "straight", "full", "whole", "other", "and-a-half", "further", "additional", "long") and beyond in NOT_COUNTED[reason]):  # fmt: skip
            return reason
    if before in _NUMBERED_THINGS and words[at][0].isdigit() and sentence.words[at - 1][0].isupper():
        return "name"
    if before == "-" and at > 1 and sentence.words[at - 2].isupper():
        return "name"  # F-35, COVID-19
    return "share" if value < 100 and _is_rate(words, last) else None


def _rate_end(words: Sequence[str], last: int) -> int:
    """The end of "one in five of the dead", whose five is no count either."""
    core = _core(words, last + 1) if words[last : last + 1] == ["in"] else None
    return core[0] if core and words[core[0] : core[0] + 1] == ["of"] else last


def _is_rate(words: Sequence[str], last: int) -> bool:
    """ "one in five", "two in three": a rate, not a count."""
    core = _core(words, last + 1) if words[last : last + 1] == ["in"] else None
    return bool(core and (core[0] >= len(words) or words[core[0]] not in MONTHS) and core[1] < 1_000)


def _is_date(words: Sequence[str], at: int, last: int, value: int) -> bool:
    before = words[at - 1] if at else ""
    after = words[last] if last < len(words) else ""
    digits = words[at][0].isdigit()
    if before in MONTHS or (before == "." and at > 1 and words[at - 2] in MONTHS and words[at - 2] != "may"):
        return digits
    if digits and value <= 31 and _month_follows(words, last):
        return True
    joints = ("-", "/", "and", "to", ",") if _looks_like_year(words[at]) else ("-", "/", "and", "to")
    datable = value <= 31 or _looks_like_year(words[at])  # "since 7 October to 600" holds a count
    if digits and datable and before in joints and at > 1 and _near_month(words, at):
        return True
    if digits and (before == ":" or after == ":") and value < 100 and _is_clock(words, at, last):
        return True
    if digits and after in NOT_COUNTED["rank"]:
        return True
    if digits and (after in ("-", "/") or before in ("-", "/")) and _is_numeric_date(words, at):
        return True
    return _looks_like_year(words[at]) and (before in _YEAR_BEFORE or not after.isalpha() or before in MONTHS)


def _looks_like_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _month_follows(words: Sequence[str], last: int) -> bool:
    """ "7 October", "23 and 29 March", "5-6 July"."""
    window = words[last : last + 3]
    if not window:
        return False
    if window[0] in MONTHS:
        return True
    return (
        len(window) == 3
        and window[0] in ("-", "and", "to", "or")
        and window[1].isdecimal()
        and window[2] in MONTHS
    )


def _near_month(words: Sequence[str], at: int) -> bool:
    """ "July 3-5", "Oct. 7, 2023", "3 to 5 July": an earlier part of the same date."""
    for back in range(at - 1, max(-1, at - 6), -1):
        if words[back] in MONTHS:
            return True
        if _looks_like_year(words[back]):
            return False
        if not (words[back].isdecimal() or words[back] in ("-", "/", ",", "and", "to", ".")):
            return False
    return False


def _is_clock(words: Sequence[str], at: int, last: int) -> bool:
    other = (
        words[last + 1]
        if last < len(words) and words[last] == ":" and last + 1 < len(words)
        else words[at - 2]
        if at > 1
        else ""
    )
    return other.isdecimal() and len(other) <= 2


def _is_numeric_date(words: Sequence[str], at: int) -> bool:
    window = words[max(0, at - 4) : at + 5]
    signs = sum(word in ("-", "/") for word in window)
    return signs >= 2 and any(word.isdecimal() and len(word) == 4 for word in window)


def _is_age(sentence: Sentence, words: Sequence[str], at: int, last: int, value: int) -> bool:
    before = words[at - 1] if at else ""
    after = words[last] if last < len(words) else ""
    if before in _AGE_BEFORE or (before == "of" and at > 1 and words[at - 2] in ("age", "ages")):
        return True
    if before == "and" and at > 2 and words[at - 3] in _AGE_BEFORE:
        return True
    if after == "years" and words[last + 1 : last + 3] == ["of", "age"]:
        return True
    if before == "of" and at > 1 and words[at - 2] in _PERSON_OF_AGE:
        return True
    if before in ("under", "below", "over", "above") and at > 1 and words[at - 2] in ("were", "was", "are", "children", "those", "people", "is") and value in (12, 14, 15, 16, 18, 60, 65):  # fmt: skip
        return not after.isalpha() or after in (
            "and",
            "the",
            "when",
            "according",
            "were",
            "was",
            "are",
            "have",
            "had",
            "died",
        )
    if value >= 120 or not words[at][0].isdigit():
        return False
    if before == "," and after == ",":  # "a soldier, 20, was killed"
        return not (at > 1 and words[at - 2][0].isdigit())
    # "Ahmad Saleh, 25, was": a bare number in commas or brackets after a name
    named = (
        at > 1
        and before in (",", "(")
        and sentence.words[at - 2][0].isupper()
        and words[at - 2] not in _GROUPS
    )
    if words[last : last + 2] in (["of", "them"], ["of", "whom"], ["of", "those"], ["of", "which"]):
        return False
    return named and after in (",", ".", ")", ";", "", "and", "from", "who", "of", "-", "—", "was")

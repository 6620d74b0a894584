"""Numbers in a sentence: what they say, how their words bound them, and which of them count nothing.

Digits ("1,200"), words ("twenty-one", "a hundred and twenty"), dozens, ranges ("between 10 and 12", "15-20")
and vague words ("dozens"). A number that is an age, a date, a share or a measurement is found too, with the
reason why it is no figure: a reader's page can then show that it was seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.reader.lexicon import Lexicon, listed, named
from loaders.reader.text import Sentence

# number words, and what "hundred" and its like multiply
UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
DIGIT_SCALES = SCALES | {"k": 1_000, "dozen": 12}
MOST_DIGITS = 12
LONGEST_MONTH = 31  # days
HALVES = {"dozen": 6, "million": 500_000}
SIMPLE = (
    UNITS
    | TENS
    | {f"{ten}-{unit}": t + u for ten, t in TENS.items() for unit, u in UNITS.items() if 0 < u < 10}
)

# what a vague word commits to at the least
FLOORS: Lexicon[int] = Lexicon(
    (phrase, floor)
    for floor, phrases in {
        24: "dozens, dozens and dozens, several dozen, several dozens, a few dozen, many dozens",
        40: "scores",
        200: "hundreds, several hundred, several hundreds, a few hundred, many hundreds",
        2_000: "thousands, several thousand, several thousands, a few thousand, many thousands",
        20_000: "tens of thousands",
        200_000: "hundreds of thousands",
        2_000_000: "millions",
    }.items()
    for phrase in listed(phrases)
)

# the words before a number, and how they bind it
BEFORE = named(
    {
        "exact": "a group of, a total of, all, exactly, in total, just, only, precisely",
        "at_least": """
            a minimum of, at least, at minimum, at the very least, no fewer than, no less than, not
            fewer than, not less than, upward of, upwards of
            """,
        "more_than": """
            above, exceeding, far more than, greater than, in excess of, just over, more than, much more
            than, over, slightly more than, well above, well over
            """,
        "about": """
            about, almost, an approximate, an average of, an estimated, approaching, approx,
            approximately, around, as estimated, circa, close to, estimated, in the region of, just
            under, maybe, more or less, near to, nearing, nearly, perhaps, possibly, roughly, some,
            somewhere around, virtually
            """,
        "up_to": """
            a high of, a maximum of, as many as, as much as, at most, at the most, no more than, not
            more than, up to, up to about, up to around, up to some
            """,
        "less_than": "below, fewer than, less than, under, well under",
    }
)
# the words after it: "300 or more"
AFTER = named({"about": "or so", "at_least": "+, at least, or more, plus", "up_to": "or fewer, or less"})

MONTHS = {
    name: month
    for month, names in enumerate(
        """january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,
        september sep sept, october oct, november nov, december dec""".split(","),
        start=1,
    )
    for name in names.split()
}

# the noun after the number says that no people, buildings or strikes are counted
NOT_COUNTED = {
    reason: frozenset(nouns.split())
    for reason, nouns in {
        "duration": """
            centuries century day days decade decades fortnight generations hour hours minute minutes
            month months night nights second seconds week weekend weekends weeks year years
            """,
        "measurement": """
            acre acres caliber calibre cm degrees donums dunam dunams feet floors foot ft gallons
            hectare hectares inch inches kg kilograms kilometer kilometers kilometre kilometres km kph
            liters litres m megawatts meter meters metre metres mile miles mm mph sq square storey
            storeys stories ton tonne tonnes tons watts yards
            """,
        "money": "cents dinars dollar dollars euro euros nis pounds riyals shekel shekels usd",
        "share": "fold pc percent percentage percentages times %",
        "rank": "a.m. am gmt o'clock p.m. pm",
    }.items()
}
# what goes from one number to another
_CHANGES = frozenset(
    """
    climbed climbs doubled fallen fell grew grown increased increases jumped lifted raised revised rise
    risen rises rising rose up went
    """.split()
)
# words between the number and that noun: "two more days"
_STRETCHED = frozenset("additional consecutive full further long more other straight whole".split())
# a number behind one of these, where it is printed as a name: "Resolution 2334", "Brigade 12"
_NUMBERED_THINGS = frozenset(
    """
    annex apartment area article battalion block brigade bus channel chapter clause day
    division figure flight g gate highway kan law level line no nos number option page
    paragraph phase resolution road room route rule sdg section stage step table unit version week
    window
    """.split()
)
_CURRENCY = frozenset("$€£₪¥") | {"nis", "usd", "eur"}
# between one of these and the next words a number like 2023 is a year
_YEAR_BEFORE = frozenset(
    "in since of from by until during early late mid the and through before after year to - – ' / , (".split()
)
# wholes of which only shares are told: "six out of ten"; "eight out of 19" counts both
_ROUND = (10, 100, 1_000)
# what a bare number in commas follows without being an age: "seven Palestinians, 3 of whom"
_GROUPS = frozenset(
    "palestinians israelis gazans people jews lebanese syrians americans iranians".split()
)  # no person's name
# "a father of two"
_PARENTS = frozenset(
    """
    dad father grandfather grandmother husband mom mother mum parent widow
    """.split()
)
# "aged 45", "a boy of 14"
_AGE_BEFORE = frozenset(("aged", "age", "ages", "both"))
_AGES = frozenset(("age", "aged", "ages"))
# "in the Tulkarem camp (12), Jenin (3) and in Tubas (2)"
_TALLIED = r"(?:the )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}(?: (?:area|camp|city|governorate))? \(\d+\)"
_TALLIES = re.compile(
    rf"\b(?:around|at|in|near) {_TALLIED}(?:(?:,|,? and) (?:(?:around|at|in|near) )?{_TALLIED})*"
)
_OF_ALL = frozenset("eldest oldest youngest".split())
_PERSON_OF_AGE = frozenset("boy girl man woman child teenager youth lad".split())
# "four people under 18 were killed", "three of them were over 60"
_AGE_BOUNDS = frozenset("above below over under".split())
_OF_AN_AGE = frozenset("are children is people them those was were whom".split())
_AGES_OF_NOTE = frozenset((12, 14, 15, 16, 18, 60, 65))
_AFTER_AGE = frozenset("according and are died had have the was were when".split())


# the words, besides digits, that a number can begin with
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
    if bounded := BEFORE.match(words, at):
        return _bounded(sentence, words, at, *bounded)
    return _plain_at(sentence, words, at)


def _bounded(sentence: Sentence, words: Sequence[str], first: int, at: int, bound: str) -> Number | None:
    """The number at a word, bound by the words first..at.

    Of several bounds ("at least some 40") the first is the stronger; "more than dozens" says "dozens".
    """
    while at < len(words) and (more := BEFORE.match(words, at)):
        at = more[0]
    if at >= len(words):
        return None
    number = _plain_at(sentence, words, at)
    if number is None:
        vague = FLOORS.match(words, at)
        return Number(first, vague[0], at, None, vague[1], None, "vague") if vague else None
    if number.bound == "range" or number.value is None:
        return replace(number, first=first)
    low, high = bounds(number.value, bound)
    return replace(number, first=first, low=low, high=high, bound=bound)


def _plain_at(sentence: Sentence, words: Sequence[str], at: int) -> Number | None:
    """A number, or a range of two, that begins at a word; bound words after it belong to it."""
    if _is_changing(words, at):
        return _single(sentence, words, at)
    if words[at] in ("between", "from") and (
        pair := _pair(words, at + 1, ("and",) if words[at] == "between" else ("to",))
    ):
        return _range(sentence, words, at, *pair)
    if not _is_day_before_total(words, at) and (pair := _pair(words, at, ("to", "-", "or"))):
        return _range(sentence, words, at, *pair)
    return _single(sentence, words, at)


def _is_changing(words: Sequence[str], at: int) -> bool:
    """ "rose from 12 to 15": two numbers, and no range."""
    origin = at if words[at] == "from" else at - 1
    return (
        origin > 0 and words[origin] == "from" and not _CHANGES.isdisjoint(words[max(0, origin - 5) : origin])
    )


def _is_day_before_total(words: Sequence[str], at: int) -> bool:
    """ "the number killed since Oct. 7 to 120": a day, and the number that a total has come to."""
    month = at - 2 if at > 1 and words[at - 1] == "." else at - 1
    if month < 1 or words[month] not in MONTHS or list(words[at + 1 : at + 2]) != ["to"]:
        return False
    total = _core(words, at + 2)
    return words[month - 1] == "since" or (total is not None and total[1] > LONGEST_MONTH)


def _single(sentence: Sentence, words: Sequence[str], at: int) -> Number | None:
    """A number that begins at a word, with the bound words after it."""
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
    if (
        word == "half"
        and words[at + 1 : at + 2] == ["a"]
        and words[at + 2 : at + 3]
        and words[at + 2] in HALVES
    ):
        return at + 3, HALVES[words[at + 2]]
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
        elif word == "and" and end > at and _joins(words, end):
            pass
        else:
            break
        end += 1
    return end, total + part


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether "and" is inside a number: "one hundred and twenty"; "a hundred and two soldiers" are 102."""
    return words[at - 1] in ("hundred", "thousand") and at + 1 < len(words) and words[at + 1] in SIMPLE


def _digits(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """ "1,200", "40 thousand", "1.9 million", "2 dozen"; a number of more digits than any count is none."""
    digits, end = words[at].replace(",", "").replace(" ", ""), at + 1
    if len(digits) > MOST_DIGITS or not digits.replace(".", "", 1).isdecimal():
        return None
    scale = DIGIT_SCALES.get(words[end]) if end < len(words) else None
    if scale:
        return end + 1, round(float(digits) * scale)
    return (end, int(digits)) if digits.isdecimal() else None


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
        if (beyond if after in _STRETCHED else after) in NOT_COUNTED[reason]:
            return reason
    if before in _NUMBERED_THINGS and words[at][0].isdigit() and sentence.words[at - 1][0].isupper():
        return "name"
    joined = before == "-" and sentence.span(at - 1, at)[1] == sentence.span(at, at + 1)[0]
    if joined and at > 1 and sentence.words[at - 2].isupper():
        return "name"  # F-35, COVID-19
    return "share" if _is_rate(words, last, value) else None


def _rate_end(words: Sequence[str], last: int) -> int:
    """The end of "one in five of the dead", "nine in ten people", "six out of ten": both are no counts."""
    if words[last : last + 2] == ["out", "of"] and (core := _core(words, last + 2)):
        return core[0]
    core = _core(words, last + 1) if words[last : last + 1] == ["in"] else None
    return core[0] if core else last


def _is_rate(words: Sequence[str], last: int, value: int) -> bool:
    """ "one in five", "six out of ten": a rate, not a count as in "16 in two raids", "two in three days"."""
    if words[last : last + 2] == ["out", "of"]:
        whole = _core(words, last + 2)
        return whole is not None and value < whole[1] and whole[1] in _ROUND
    core = _core(words, last + 1) if words[last : last + 1] == ["in"] else None
    if core is None or not value < core[1] < 1_000:
        return False
    after = words[core[0]] if core[0] < len(words) else ""
    return after not in MONTHS and after not in NOT_COUNTED["duration"]


def _is_date(words: Sequence[str], at: int, last: int, value: int) -> bool:
    before = words[at - 1] if at else ""
    after = words[last] if last < len(words) else ""
    digits = words[at][0].isdigit()
    if before in MONTHS:
        return digits
    if digits and value <= 31 and _month_follows(words, last):
        return True
    joints = ("-", "/", "and", "to", ",") if _looks_like_year(words[at]) else ("-", "/", "and", "to")
    datable = value <= 31 or _looks_like_year(words[at])  # "since 7 October to 600" holds a count
    totalled = before == "to" and at > 2 and _is_day_before_total(words, at - 2)
    if digits and datable and before in joints and at > 1 and not totalled and _near_month(words, at):
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
        if not (words[back].isdecimal() or words[back] in ("-", "/", ",", "and", "to")):
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


def _is_tally(sentence: Sentence, at: int) -> bool:
    """ "in Tel Aviv (12) and Haifa (three)": so many there; not "Omar Saleh (25)"."""
    start = sentence.span(at, at + 1)[0] - sentence.start
    return any(match.start() < start < match.end() for match in _TALLIES.finditer(sentence.text))


def _is_pair_of_ages(words: Sequence[str], at: int) -> bool:
    """ "two brothers, 21 and 19, were killed"."""
    first = at - 2 if words[at - 1 : at] == ["and"] else at
    pair = words[max(0, first - 1) : first + 4]
    return (
        len(pair) == 5
        and pair[0] == pair[4] == ","
        and pair[2] == "and"
        and pair[1].isdigit()
        and pair[3].isdigit()
    )


def _is_age(sentence: Sentence, words: Sequence[str], at: int, last: int, value: int) -> bool:
    before = words[at - 1] if at else ""
    after = words[last] if last < len(words) else ""
    if before in ("between", "from") and at > 1 and words[at - 2] in _AGE_BEFORE:
        return True  # "aged between 17 and 25"
    if before in _AGE_BEFORE or (before == "of" and at > 1 and words[at - 2] in ("age", "ages")):
        return True
    if before in ("and", "to") and at > 2 and words[at - 3] in _AGE_BEFORE:
        return True
    if before in ("and", "to") and at > 3 and words[at - 3] in ("of", "from") and words[at - 4] in _AGES:
        return True  # "between the ages of 21 and 28"
    if value < 120 and not _OF_ALL.isdisjoint(words[max(0, at - 4) : at]):
        return True  # "the youngest of them four"
    if after == "years" and words[last + 1 : last + 3] == ["of", "age"]:
        return True
    if before == "of" and at > 1 and words[at - 2] in _PERSON_OF_AGE:
        return True
    if before in _AGE_BOUNDS and at > 1 and words[at - 2] in _OF_AN_AGE and value in _AGES_OF_NOTE:
        return not after.isalpha() or after in _AFTER_AGE
    if before == after == "," and at > 1 and words[at - 2] in _PERSON_OF_AGE and value < 120:
        return True  # "a boy, eight, was hurt"
    if value >= 120 or not words[at][0].isdigit():
        return False
    if before == "(" and after == ")" and _is_tally(sentence, at):
        return False
    if after == "s" or _is_pair_of_ages(words, at):
        return True  # "a man in his 60s", "two brothers, 21 and 19, were"
    if before == "," and after == ",":  # "a soldier, 20, was killed"
        return not (at > 1 and words[at - 2][0].isdigit())
    if (
        before == ","
        and after in (".", ";", "")
        and not {"a", "an"}.isdisjoint(words[max(0, at - 5) : at - 2])
    ):
        return True  # "two women and a police detective, 35."
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

"""How figures are put into words: one spelling for numbers, days, bounds, sides and speakers on every page.

Everything here returns plain text. It is not escaped: whoever puts it into HTML escapes it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

SILENCE = "no figure in these articles"
NOT_REPORTED = "not reported"
OWN_VOICE = "reporter's own voice"
NO_SOURCE = "source not stated"

MEASURES = {
    "killed": "Killed",
    "wounded": "Wounded",
    "displaced": "Displaced",
    "detained": "Detained",
    "missing": "Missing",
    "hostages": "Held hostage",
    "troops": "Troops",
    "airstrikes": "Airstrikes",
    "rockets": "Rockets",
    "structures": "Structures",
    "residents": "Residents",
}
# What is said of the people counted, as in "12 Palestinians were reported killed".
REPORTED = {
    "killed": "reported killed",
    "wounded": "reported wounded",
    "displaced": "reported displaced",
    "detained": "reported detained",
    "missing": "reported missing",
    "hostages": "reported held hostage",
    "troops": "reported as troops",
    "airstrikes": "reported as airstrikes",
    "rockets": "reported as rockets",
    "structures": "reported as structures",
    "residents": "reported as residents",
}
SIDES = {
    "palestinian": "Palestinians",
    "israeli": "Israelis",
    "other": "Other people",
    "unspecified": "Side not stated",
}
# Of one person and of several; "people" says nothing more.
CATEGORIES = {
    "civilians": ("civilian", "civilians"),
    "combatants": ("combatant", "combatants"),
    "security_forces": ("security forces", "security forces"),
    "children": ("child", "children"),
    "women": ("woman", "women"),
    "medics": ("medic", "medics"),
    "journalists": ("journalist", "journalists"),
    "prisoners": ("prisoner", "prisoners"),
    "elderly": ("elderly person", "elderly people"),
}
RULES = {
    "latest": "latest report",
    "lowest": "lowest report",
    "highest": "highest report",
    "two_speakers": "two-speaker minimum",
    "ranked": "ranked speakers",
}
# Why a rule finds no value where there are numbers.
NO_VALUE = {
    "two_speakers": "no two speakers give a number",
    "ranked": "none of the ranked speakers gives a number",
}
TALLIES = {"cumulative": "running total", "new": "added to an earlier count"}
DATED_BY = {"stated": "stated", "inferred": "inferred", "unknown": "not known"}

# Names that take an article.
AREAS = ("Bank", "Strip", "Valley", "refugee camp", "governorate")

_BOUNDS = {
    "exact": "{}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "about": "about {}",
    "up_to": "up to {}",
    "less_than": "fewer than {}",
}


def number(value: int) -> str:
    """A number with thousands separated.

    >>> number(40000)
    '40,000'
    """
    return f"{value:,}"


def amount(claim: Any) -> str:
    """The number of a claim with its bound; of a vague claim, its words in quotation marks.

    `claim` is a row of the claims frame, as `itertuples` gives it.
    """
    if claim.bound == "range":
        return f"{number(claim.low)} to {number(claim.high)}"
    if pd.isna(claim.value):
        return f"“{claim.quote}”"
    return _BOUNDS.get(claim.bound, "{}").format(number(claim.value))


def share(part: Any, whole: Any) -> str:
    """A part in percent of its whole, with the part's bound: 'up to 18 %'. Both are claims with a number.

    Of less than one it has a digit that is not 0, if the part is more than nothing.
    """
    percent = 100 * part.value / whole.value
    shown = f"{percent:.1g}" if percent < 1 else f"{percent:.0f}"
    return _BOUNDS.get(part.bound, "{}").format(f"{shown}\N{NO-BREAK SPACE}%")


def span_of_values(low: Any, high: Any, open_low: bool, open_high: bool) -> str:
    """What the claims of an estimate allow between them, in words.

    >>> span_of_values(12, 14, False, False), span_of_values(12, 12, False, True)
    ('12 to 14', 'at least 12')
    """
    if pd.isna(low) and pd.isna(high):
        return "no bounds"
    ends = sorted({int(value) for value in (low, high) if not pd.isna(value)})
    words = " to ".join(number(value) for value in ends)
    if open_low and open_high:
        return f"about {words}" if len(ends) == 1 else f"{words}, both ends open"
    if open_high or pd.isna(high):
        return f"at least {words}"
    return f"up to {words}" if open_low or pd.isna(low) else words


def day(when: Any) -> str:
    """A day in words.

    >>> day(pd.Timestamp(2023, 7, 5))
    '5 July 2023'
    """
    if pd.isna(when):
        return "day not known"
    return f"{when.day} {when:%B %Y}"


def days(first: Any, last: Any) -> str:
    """A span of days in words, saying what the two days share only once.

    >>> days(pd.Timestamp(2023, 7, 3), pd.Timestamp(2023, 7, 5))
    '3–5 July 2023'
    >>> days(pd.Timestamp(2024, 8, 28), pd.Timestamp(2024, 9, 6))
    '28 August – 6 September 2024'
    """
    if pd.isna(first) or pd.isna(last) or first == last:
        return day(last if pd.isna(first) else first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    start = f"{first.day} {first:%B}" if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


def dated(article: Any) -> str:
    """The day of an article and how it is known, as in '5 July 2023 (inferred)'."""
    when = days(article.published_earliest, article.published_latest)
    if pd.notna(article.published):
        when = day(article.published)
    elif "–" in when:
        when = f"between {when}"
    return when if article.dated_by == "unknown" else f"{when} ({DATED_BY[article.dated_by]})"


def source(article: Any) -> str:
    """Who printed an article: its outlet, and the agency that its text credits."""
    known = [name for name in (article.outlet, article.agency) if pd.notna(name)]
    return ", ".join(known) or NO_SOURCE


def article(title: Any, file: Any, original: Any) -> str:
    """An article by its title, else by its file; a digest names the article that it retells."""
    name = str(title if pd.notna(title) else file)
    return f"{name} (a digest of {original})" if pd.notna(original) else name


def short_name(operation: Any) -> str:
    """An operation's month before its place, so that a name cut short still tells two operations apart."""
    return f"{operation.started:%b %Y}, {str(operation.name).partition(',')[0]}"


def kind(claim: Any) -> str:
    """What kind of people a claim counts: 'critical', 'children'; empty where it counts any."""
    named = [] if pd.isna(claim.qualifier) else [str(claim.qualifier)]
    if claim.category in CATEGORIES:
        one = pd.notna(claim.value) and claim.value == 1
        named.append(CATEGORIES[claim.category][0 if one else 1])
    return " ".join(named)


def with_article(kind_of_people: str) -> str:
    """A kind of one person as a sentence has it; any other kind as it is.

    >>> with_article("child"), with_article("elderly person"), with_article("children")
    ('a child', 'an elderly person', 'children')
    """
    if not kind_of_people.endswith(tuple(one for one, several in CATEGORIES.values() if one != several)):
        return kind_of_people
    return f"{'an' if kind_of_people[0] in 'aeiou' else 'a'} {kind_of_people}"


def period(claim: Any) -> str:
    """The days that a claim counts, as far as its words tell."""
    if pd.notna(claim.since) and pd.notna(claim.until):
        return days(claim.since, claim.until)
    if pd.notna(claim.since):
        return f"since {day(claim.since)}"
    return f"until {day(claim.until)}" if pd.notna(claim.until) else "period not stated"


def tally(claim: Any) -> str:
    """Whether a claim is a running total, or adds to one."""
    return "total or new: not stated" if pd.isna(claim.tally) else TALLIES[claim.tally]


def scope_stamp(claim: Any, place: Any) -> str:
    """What a claim counts: measure, group, place, period, and whether it is a running total.

    Two figures can be compared only where all of this is the same. `place` is the name of the place, NA where
    the words give none.
    """
    group = ", ".join(filter(None, (SIDES[claim.side], kind(claim))))
    unit = ["families"] if claim.unit == "families" else []
    where = "place not stated" if pd.isna(place) else str(place)
    return " · ".join([MEASURES[claim.measure], group, *unit, where, period(claim), tally(claim)])


def rule_in_words(rule: str, ranked: Sequence[str] = ()) -> str:
    """The rule in force; of ranked speakers with their order. `ranked` are names as `speaker` gives them.

    >>> rule_in_words("ranked", ["UN", "WAFA"]), rule_in_words("ranked")
    ('ranked speakers (UN, then WAFA)', 'ranked speakers (none chosen)')
    """
    return f"{RULES[rule]} ({', then '.join(ranked) or 'none chosen'})" if rule == "ranked" else RULES[rule]


def without_value(estimate: Any) -> str:
    """Why a row of the estimates frame has no best."""
    if pd.isna(estimate.high) or estimate.rule not in NO_VALUE:
        return "words without a number"
    return NO_VALUE[estimate.rule]


def speaker(attributed_to: Any) -> str:
    """Who states a figure."""
    return OWN_VOICE if pd.isna(attributed_to) else str(attributed_to)


def count(how_many: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "article"), count(3, "article"), count(0, "day")
    ('1 article', '3 articles', 'no day')
    """
    if how_many == 0:
        return f"no {singular}"
    return f"{number(how_many)} {singular if how_many == 1 else plural or singular + 's'}"


def in_place(name: str) -> str:
    """'in Jenin', but 'in the West Bank'.

    >>> in_place("Jenin"), in_place("West Bank")
    ('in Jenin', 'in the West Bank')
    """
    return f"in the {name}" if name.endswith(AREAS) else f"in {name}"


def listed(items: Sequence[str]) -> str:
    """Items as a sentence has them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"

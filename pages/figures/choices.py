"""What can be chosen, under which name of an address: the same for a page and for a link to its figure.

An address holds ids, never labels, and what it does not say has a default.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from loaders.tables import MEASURES, RULES, SIDES
from pages.figures import words
from pages.figures.ladder import Ladder, default_ladder
from pages.figures.map import first_operation
from pages.figures.scopes import each_row, operation_names
from pages.figures.voices import Voices, outlet_name, speaker_name

FIRST_MEASURES = ("killed", "wounded", "displaced", "detained")

IGNORED = ("embed", "utm_", "fbclid", "gclid")
"""How names begin that change no view: of being framed, and of where a reader came from."""

NOTHING = ""
"""What an address says where nothing at all is chosen of what has a default."""


class BadLinkError(ValueError):
    """A link that cannot be answered; the message is one sentence for whoever wrote it."""


@dataclass(frozen=True)
class Choice:
    """What is chosen under one `name` of the address. `names` maps each id to its words, in their order.

    Of `many`, any number can be chosen, in the order of `names` or, where it is `ordered`, in the reader's.
    Where the default is `unsaid`, an address does not name it.
    """

    name: str
    label: str
    names: Mapping[str, str]
    default: tuple[str, ...]
    many: bool = True
    ordered: bool = False
    unsaid: bool = False

    def in_order(self, chosen: Sequence[str]) -> tuple[str, ...]:
        """Some ids in the order that they have here."""
        if self.ordered:
            return tuple(dict.fromkeys(chosen))
        return tuple(one for one in self.names if one in set(chosen))

    def in_words(self, chosen: Sequence[str]) -> str:
        """What was chosen: 'all' where it is everything, or nothing where that means everyone."""
        if not chosen and self.default:
            return "none"
        if not chosen or (self.many and len(chosen) == len(self.names)):
            return "all"
        return words.listed([self.names[one] for one in chosen])


@dataclass
class Query:
    """What an address asks for, by name.

    `taken` fills with what is chosen, defaults too, `filters` with what narrows the view, in words by the
    name of the choice, `unknown` with the values that are not there, `known` with the names noted, and
    `twice` with those that have several values where one can be chosen. A `strict` one shows what it asks
    for or nothing; for any other the defaults stand in.
    """

    asked: Mapping[str, Sequence[str]]
    strict: bool = False
    taken: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: dict[str, list[str]] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)

    def note(self, choice: Choice) -> list[str]:
        """What the address asks for of a choice, with a note of what is not there; nothing is chosen yet."""
        self.known.add(choice.name)
        asked = list(self.asked.get(choice.name, ()))
        if not choice.many and len(asked) > 1 and choice.name not in self.twice:
            self.twice.append(choice.name)
        allowed = {*choice.names, NOTHING} if choice.many else set(choice.names)
        if wrong := [value for value in asked if value not in allowed]:
            self.unknown[choice.name] = wrong
        return asked

    def take(self, choice: Choice) -> tuple[str, ...]:
        """The ids that the address chooses."""
        asked = self.note(choice)
        known = [value for value in asked if value in choice.names]
        nothing = choice.many and asked == [NOTHING]
        chosen = () if nothing else choice.in_order(known if choice.many else known[:1]) or choice.default
        self.taken[choice.name] = chosen
        if choice.many and not choice.ordered:
            self.filters[choice.label] = choice.in_words(chosen)
        return chosen

    def take_one(self, choice: Choice) -> str:
        """The one id that the address chooses, of a choice that always has one."""
        return self.take(choice)[0]

    def check(self, *later: str) -> None:
        """Refuse an address that asks for what is not there, if it is strict.

        All its names must have been noted but those that are noted `later`.

        Raises:
            BadLinkError: it has a value, a second value or a name that is not there.
        """
        if not self.strict:
            return
        if self.unknown:
            told = "; ".join(f"{name}={', '.join(values)}" for name, values in self.unknown.items())
            raise BadLinkError(f"Not in this data: {told}.")
        if self.twice:
            raise BadLinkError(f"Only one value can be chosen of: {', '.join(self.twice)}.")
        if unread := [name for name in self.asked if name not in {*self.known, *later}]:
            raise BadLinkError(f"Not a parameter of this figure: {', '.join(unread)}.")

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """`taken` as an address writes it."""
        return address_pairs(self.taken)


def address_pairs(taken: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """What is chosen as an address writes it: defaults are named too; what means everyone is not."""
    return [(name, value) for name, values in taken.items() for value in values or _none(name)]


def _none(name: str) -> list[str]:
    """No speaker means everyone, and stays so when new ones come; no operation means none at all."""
    return [NOTHING] if name in ("operation", "side") else []


def operations(frames: Any) -> Choice:
    """The operations to show; all of them at first."""
    names = {row.operation_id: words.short_name(row) for row in each_row(frames.operations)}
    return Choice("operation", "Operations", names, tuple(names))


def measure(frames: Any) -> Choice:
    """What is counted: killed, wounded, displaced and detained always, the others where there is a figure."""
    known = set(frames.estimates["measure"])
    options = [*FIRST_MEASURES, *(name for name in MEASURES if name in known and name not in FIRST_MEASURES)]
    return Choice(
        "measure", "Measure", {one: words.MEASURES[one] for one in options}, (options[0],), many=False
    )


def sides() -> Choice:
    """Whose people are counted; all sides at first."""
    return Choice("side", "Side", {side: words.SIDES[side] for side in SIDES}, tuple(SIDES))


def speakers(ids: Sequence[str]) -> Choice:
    """Whose figures count; none chosen means everyone's. `OWN_VOICE` stands for the reporters themselves."""
    return Choice("speaker", "Said by", {one: speaker_name(one) for one in ids}, ())


def outlets(ids: Sequence[str]) -> Choice:
    """Who printed the figures that count; none chosen means everyone. `UNSTATED` stands for no source."""
    return Choice("outlet", "Printed by", {one: outlet_name(one) for one in ids}, ())


def rule() -> Choice:
    """Which of several reports is the value."""
    return Choice("rule", "Rule", {one: words.RULES[one] for one in RULES}, (RULES[0],), many=False)


def ranks(ids: Sequence[str]) -> Choice:
    """Under the rule of ranked speakers their order, the first choice first."""
    return Choice("rank", "Ranked speakers", {one: speaker_name(one) for one in ids}, (), ordered=True)


def mapped(frames: Any, estimates: pd.DataFrame) -> Choice:
    """The operation on the map: one at a time, for its figures are not added to another's.

    At first it is the latest one of which `estimates` has a figure at a place.
    """
    first = first_operation(estimates, frames.places, frames.operations)
    return Choice("mapped", "Operation", operation_names(frames.operations), (first,), many=False)


def told(frames: Any) -> Choice:
    """The operation to tell of: one at a time. At first the one of which there are most claims."""
    counts = frames.claims["operation_id"].value_counts()
    names = operation_names(frames.operations)
    most = max(names, key=lambda operation_id: int(counts.get(operation_id, 0)))
    return Choice("told", "Operation", names, (most,), many=False)


def ladder(ladders: Sequence[Ladder]) -> Choice:
    """One scope of an operation, for figures of different scope never share a chart; at first the fullest."""
    names = {one.key: f"{one.name} ({words.count(one.reports, 'report')})" for one in ladders}
    return Choice(
        "scope", "What is counted, of whom and where", names, (default_ladder(ladders).key,), many=False
    )


def take_voices(query: Query, speaker_ids: Sequence[str], outlet_ids: Sequence[str]) -> Voices:
    """Whose figures count, by whom printed, and which of several reports is the value, as an address says."""
    chosen = (query.take(speakers(speaker_ids)), query.take(outlets(outlet_ids)), query.take_one(rule()))
    ranked = query.take(ranks(speaker_ids))
    if chosen[2] != "ranked":
        query.taken.pop("rank")
        return Voices(*chosen)
    return Voices(*chosen, ranked)

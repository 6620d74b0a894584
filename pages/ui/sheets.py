"""An address to the sheet of a figure: the same for a page's exports and for a link to the figure alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlencode

from loaders import Frames
from pages.export import sheets
from pages.export.sheet import Sheet
from pages.export.sheets import Stamp
from pages.figures import captions, choices, contested
from pages.figures.choices import Query, take_voices
from pages.figures.scopes import View, operation_names
from pages.figures.voices import Voices
from pages.ui.disputes import current_ladders
from pages.ui.frames import (
    VOCABULARIES,
    frames_heard,
    heard_outlets,
    heard_speakers,
    made_once,
)
from pages.ui.ground import current_land, named_places


@dataclass(frozen=True)
class Figure:
    """A figure that can leave the program: the path of its page, and how an address becomes its sheet.

    `read` takes all that it needs of the query at once, and has it checked before it makes anything for a
    choice of voices, of which there are any number. The sheet is made when it is asked for.
    """

    page: str
    read: Callable[[Frames, Query], Callable[[Stamp], Sheet]]


@dataclass(frozen=True)
class Shown:
    """What an address shows, before anything of it is made."""

    stamp: Stamp
    make: Callable[[Stamp], Sheet]

    def sheet(self) -> Sheet:
        """The sheet.

        Raises:
            NothingChosenError: there is nothing to draw.
        """
        return self.make(self.stamp)


def shown_by(figure: str, frames: Frames, query: Query, address: str) -> Shown:
    """What an address shows of a figure, by its name in FIGURES. `address` is where the pages lie.

    Of a query that is not strict, values that are not there are left in it, and the defaults stand for them.

    Raises:
        BadLinkError: a strict query asks for what is not there.
        NothingChosenError: there is no figure to choose from.
    """
    make = FIGURES[figure].read(frames, query)
    query.check()
    link = f"{address.rstrip('/')}{FIGURES[figure].page}?{urlencode(query.pairs)}"
    return Shown(Stamp(query.filters, link, content_version(frames)), make)


def content_version(frames: Frames) -> str:
    """Names what was read, articles and vocabularies, by their contents: the same on every machine."""
    return made_once(frames, "content version", (), lambda: _content_version(frames))


def _content_version(frames: Frames) -> str:
    known = sha256()
    for path in sorted(VOCABULARIES.rglob("*.*json")) + sorted(VOCABULARIES.glob("*.csv")):
        known.update(path.read_bytes())
    known.update(frames.articles.sort_values("article_id").to_csv(index=False).encode())
    return known.hexdigest()[:16]


def _voices(frames: Frames, query: Query) -> Voices:
    return take_voices(query, heard_speakers(frames), heard_outlets(frames))


def _casualties(frames: Frames, query: Query) -> Callable[[Stamp], Sheet]:
    operations = query.take(choices.operations(frames))
    measure = query.take_one(choices.measure(frames))
    sides, voices = query.take(choices.sides()), _voices(frames, query)
    view = View(operations, measure, sides, voices.rule, voices.speakers, voices.outlets, voices.ranked_names)
    return lambda stamp: sheets.casualties_sheet(frames_heard(frames, voices), frames, view, stamp)


def _comparison(frames: Frames, query: Query) -> Callable[[Stamp], Sheet]:
    operations, voices = query.take(choices.operations(frames)), _voices(frames, query)
    return lambda stamp: sheets.comparison_sheet(
        frames_heard(frames, voices), frames, operations, voices, stamp
    )


def _map(frames: Frames, query: Query) -> Callable[[Stamp], Sheet]:
    _check_operations(frames)
    measure = query.take_one(choices.measure(frames))
    sides, voices = query.take(choices.sides()), _voices(frames, query)
    query.note(choices.mapped(frames, frames.estimates))
    query.check()
    heard = frames_heard(frames, voices)
    told = heard.estimates[(heard.estimates["measure"] == measure) & (heard.estimates["rule"] == voices.rule)]
    operation = query.take_one(choices.mapped(frames, told))
    return lambda stamp: sheets.map_sheet(
        heard,
        frames,
        measure,
        told,
        operation,
        sides,
        named_places(frames, operation),
        current_land(),
        voices,
        stamp,
    )


def _check_operations(frames: Frames) -> None:
    if frames.operations.empty:
        raise sheets.NothingChosenError(captions.NO_OPERATION)


def _ladder(frames: Frames, query: Query) -> Callable[[Stamp], Sheet]:
    _check_operations(frames)
    operation = query.take_one(made_once(frames, "told", (), lambda: choices.told(frames)))
    speakers = query.take(choices.speakers(heard_speakers(frames, statements=True)))
    outlets = query.take(choices.outlets(heard_outlets(frames, statements=True)))
    voices = Voices(speakers, outlets)
    query.check("scope")  # which scopes there are depends on the voices
    heard = frames_heard(frames, voices)
    ladders = current_ladders(heard, operation)
    if not ladders:
        names = operation_names(frames.operations)
        raise sheets.NothingChosenError(contested.silence(names[operation], voices))
    key = query.take_one(choices.ladder(ladders))
    chosen = next(ladder for ladder in ladders if ladder.key == key)
    return lambda stamp: sheets.ladder_sheet(heard, frames, chosen, stamp, outlets)


FIGURES = {
    "casualties": Figure("/", _casualties),
    "comparison": Figure("/comparison", _comparison),
    "map": Figure("/map", _map),
    "ladder": Figure("/disagreement", _ladder),
}

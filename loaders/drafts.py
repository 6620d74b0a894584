"""One article as a file states it, before it has an id: what every format is read into, and checked by."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.problems import UnreadableError

# What front matter, a bulk row and a page can say about an article, beside its text.
FIELDS = ("id", "title", "outlet", "agency", "url", "published", "original")

# 5 MB: of a file with one article its bytes, of a row in a bulk file the characters of its text
MAX_BYTES = 5_000_000
MAX_CONTROL_SHARE = 0.05
MAX_LOST_SHARE = 0.02

UNKNOWN = frozenset({"", "n/a", "na", "nan", "none", "null"})

# C0 controls, without tab, line feed, vertical tab and form feed, which real articles hold
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+")
WORD_CHARACTER = re.compile(r"\w")
# Half of a surrogate pair: JSON can spell it, no file can hold it.
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# "2024-09-06", "2024-09-06T10:15:00Z", "2024-09-06 10:15"
ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article's text as read, and what its file says about it; None where it says nothing."""

    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    original: str | None = None


def make_draft(text: str, fields: Mapping[str, object]) -> Draft:
    """The article of this text; of `fields` those in FIELDS are read and any other is left alone.

    Raises:
        UnreadableError: the text is empty, too long or no text, or a field cannot be what it should be.
    """
    text = whole_characters(text).replace("\r\n", "\n").replace("\r", "\n")
    _check_text(text)
    stated = {name: parse_field(name, fields.get(name)) for name in FIELDS if name != "published"}
    return Draft(text=text, published=parse_day(fields.get("published")), **stated)


def whole_characters(text: str) -> str:
    """`text` with U+FFFD for half a surrogate pair: it can then be written to a file."""
    return text if text.isascii() else LONE_SURROGATE.sub("\ufffd", text)


def _check_text(text: str) -> None:
    length = len(text)
    if length > MAX_BYTES:
        raise UnreadableError(
            "huge", "The article is longer than 5 MB: split it, or check that it is one article."
        )
    if not WORD_CHARACTER.search(text):
        raise UnreadableError("empty", "It holds no words: add the article's text, or remove it.")
    if length - len(CONTROL.sub("", text)) > MAX_CONTROL_SHARE * length:
        raise UnreadableError("binary", "It holds bytes that are no text: save the article's text as UTF-8.")
    if text.count("\ufffd") > 1 + MAX_LOST_SHARE * length:
        raise UnreadableError("encoding", "Too many of its characters are broken: save it again as UTF-8.")


def parse_field(name: str, value: object) -> str | None:
    """One stated field as one line of text; None where the file leaves it open.

    >>> parse_field("title", " Troops leave\\nthe town ")
    'Troops leave the town'
    """
    if value is None or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise UnreadableError("row", f"Its {name} is not a text: write the {name} as text, or leave it out.")
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a column of ids with gaps comes as floats
    line = " ".join(whole_characters(str(value)).split())
    return None if line.lower() in UNKNOWN else line


def parse_day(value: object) -> datetime.date | None:
    """A stated day of publication; of a time its day as written. None where the file leaves it open.

    >>> parse_day("2024-09-06T23:30:00+03:00")
    datetime.date(2024, 9, 6)

    Raises:
        UnreadableError: it is not written YYYY-MM-DD, or no calendar has it.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    words = parse_field("published", value)
    if words is None:
        return None
    written = ISO_DAY.fullmatch(words)
    if not written:
        raise UnreadableError(
            "date", f"Its date “{words[:40]}” is not written YYYY-MM-DD: write it so, or leave it out."
        )
    try:
        return datetime.date.fromisoformat(written[1])
    except ValueError:
        raise UnreadableError(
            "date", f"No calendar has the date {written[1]}: correct it, or leave it out."
        ) from None

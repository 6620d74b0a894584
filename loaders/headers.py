"""What stands before the text in a text file: the wire's date, the house's front matter, or nothing."""

from __future__ import annotations

import difflib
import re

from loaders.drafts import FIELDS, Draft, make_draft, parse_day
from loaders.problems import UnreadableError

FENCE = "---"
# A key so close to one that is read, or another word for it, would lose its value in silence.
CLOSE = 0.8
OTHER_WORDS = {"date": ["published"], "source": ["outlet"], "publisher": ["outlet"], "headline": ["title"]}

# " date 2024-09-06 ": one blank ends it, everything after is text
WIRE_DATE = re.compile(r"\s*date (?P<day>\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})(?:\s|$)")
# "published: 2024-09-06"
KEY_AND_VALUE = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
# "'Two days in the camp'"
QUOTED = re.compile(r"(?P<mark>[\"'])(?P<inside>.*)(?P=mark)")


def parse_text_file(content: str) -> Draft:
    """The article of one decoded text file: house format, wire format, or undated text.

    Front matter is one `key: value` a line and not YAML, in which `id: 004` is the number 4 and a colon in a
    headline is an error. Keys other than `FIELDS` are left alone.

    >>> draft = parse_text_file(" date 2024-09-06 Troops left the town.")
    >>> draft.text, draft.published
    ('Troops left the town.', datetime.date(2024, 9, 6))

    Raises:
        UnreadableError: the front matter, the date or the text is not as it should be.
    """
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = content.partition("\n")
    if first.rstrip() == FENCE:
        return _parse_house_format(rest)
    header = WIRE_DATE.match(content)
    if not header:
        return make_draft(content, {})
    return make_draft(content[header.end() :], {"published": parse_day(header["day"])})


def _parse_house_format(content: str) -> Draft:
    fields: dict[str, object] = {}
    start = 0
    for number, line in enumerate(content.split("\n"), start=2):
        start += len(line) + 1
        if line.rstrip() == FENCE:
            return make_draft(content[start:], fields)
        if line.strip() and not line.startswith("#"):
            key, value = _parse_line(line.rstrip(), number)
            if key in fields:
                raise _bad_line(number, f"says “{key}” a second time: keep one of the two")
            fields[key] = value
    raise UnreadableError(
        "half_written",
        f"Its front matter is never closed: end it with a line {FENCE}, or copy the file again, whole.",
    )


def _parse_line(line: str, number: int) -> tuple[str, str]:
    found = KEY_AND_VALUE.fullmatch(line)
    if not found:
        raise _bad_line(number, "is not “key: value”: write it so, or take it out")
    key = found["key"].lower()
    meant = OTHER_WORDS.get(key) or difflib.get_close_matches(key, FIELDS, n=1, cutoff=CLOSE)
    if meant and meant[0] != key:
        raise _bad_line(number, f"says “{key}”: write “{meant[0]}” if that is meant, or take it out")
    value = (found["value"] or "").strip()
    quoted = QUOTED.fullmatch(value)
    return key, quoted["inside"] if quoted else value


def _bad_line(number: int, what: str) -> UnreadableError:
    return UnreadableError("front_matter", f"Line {number} of its front matter {what}.")

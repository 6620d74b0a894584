"""What could not be read, and how that is said.

`UnreadableError` is raised where the trouble is found and carries the words for a person; whoever knows
the file and the row makes it a `Problem`. Every message is a plain sentence that ends in what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass

# kind -> what it means. The kinds are short names to filter by; the message speaks to a person.
KINDS = {
    "binary": "the bytes are no text",
    "columns": "a bulk file has no column of texts",
    "date": "a date that no calendar has, or that is not written YYYY-MM-DD",
    "empty": "no text, no words or no rows",
    "encoding": "too many bytes that no encoding explains",
    "file_type": "a kind of file that is not read",
    "front_matter": "front matter that is not `key: value` lines",
    "half_written": "the file or the row breaks off",
    "huge": "an article above the limit",
    "id_taken": "another text has the same id",
    "language": "a language that the reader cannot read",
    "loop": "a folder that leads back into itself",
    "missing": "nothing is there",
    "no_article": "a page in which no article was found",
    "repeated": "the same article was read already",
    "row": "a row of a bulk file that is not one article",
    "unreadable": "the system refuses to open or to read it",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that is no article: where it is (`row` in a bulk file, counted from 1), and why."""

    file: str
    row: int | None
    kind: str
    message: str


class UnreadableError(Exception):
    """An input that is no article. `kind` is one of KINDS, `message` a plain sentence with its remedy."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message

    def at(self, file: str, row: int | None = None) -> Problem:
        """The row of the problems frame that this is, once the place is known."""
        return Problem(file, row, self.kind, printable(self.message))


def printable(text: str) -> str:
    """`text` as one line that any terminal and any table can show, U+FFFD for what it cannot."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)

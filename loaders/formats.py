"""From one open file to the articles in it: one reader a file format.

A reader takes the file opened for bytes and yields a `Row` for each article that the file holds or should
hold. It raises `UnreadableError` where the file as a whole, or the rest of it, cannot be read; the rows
before stand.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from loaders.decoding import WINDOWS_1252_WHERE_BROKEN, decode, unicode_encoding
from loaders.drafts import FIELDS, MAX_BYTES, Draft, make_draft
from loaders.headers import parse_text_file
from loaders.problems import UnreadableError

TEXT_COLUMN = "text"
# JSON may spell a character in six bytes; a line or a cell above this is never held in memory.
MAX_ROW = 6 * MAX_BYTES + 100_000
SKIP = 100_000
ENCODING_SAMPLE = 4096
PARQUET_BATCH = 64

DELIMITERS = (",", ";", "\t")

csv.field_size_limit(max(MAX_ROW, csv.field_size_limit()))

# What these would log is said better by the problems.
for _talker in ("trafilatura", "htmldate", "charset_normalizer"):
    logging.getLogger(_talker).setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a file, or why it is none; `number` counts the rows of a bulk file from 1, else None."""

    number: int | None
    content: Draft | UnreadableError


Reader = Callable[[BinaryIO], Iterator[Row]]


def read_text(file: BinaryIO) -> Iterator[Row]:
    """The one article of a text file: wire format, house format or undated text."""
    yield Row(None, parse_text_file(decode(_read_all(file))))


def read_html(file: BinaryIO) -> Iterator[Row]:
    """The one article of a web page; its date is taken from the page's own statement, never guessed."""
    import trafilatura  # here, not above: a tenth of a second that only pages should cost

    # What a page declares as its encoding is not asked: it is wrong more often than the bytes.
    page = decode(_read_all(file))
    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    # Pages are other people's: whatever the library stumbles over is a page without an article.
    except Exception as error:
        raise _no_article() from error
    if not isinstance(found, trafilatura.settings.Document) or not found.text:
        raise _no_article()
    fields = {"title": found.title, "outlet": found.sitename, "url": found.url, "published": found.date}
    yield Row(None, make_draft(found.text, fields))


def _no_article() -> UnreadableError:
    return UnreadableError(
        "no_article", "No article was found in the page: save the article's text as .txt instead."
    )


def _read_all(file: BinaryIO) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            "huge", "It is larger than 5 MB, the limit for one article: split it, or use a bulk file."
        )
    if not data:
        raise UnreadableError("empty", "It is empty: add the article's text, or remove it.")
    return data


def read_json_lines(file: BinaryIO) -> Iterator[Row]:
    """One article a line, each an object with `text` and any of FIELDS; rows count lines, blank ones too."""
    found = False
    for number, line in enumerate(_bounded_lines(_open_text(file, newline="\n")), start=1):
        if isinstance(line, UnreadableError) or line.strip():
            found = True
            yield Row(number, line if isinstance(line, UnreadableError) else _parse_json_line(line))
    if not found:
        raise _no_rows()


def _open_text(file: BinaryIO, newline: str) -> io.TextIOWrapper:
    start = file.read(ENCODING_SAMPLE)
    encoding, unmarked = unicode_encoding(start)
    file.seek(len(start) - len(unmarked))
    return io.TextIOWrapper(file, encoding=encoding, errors=WINDOWS_1252_WHERE_BROKEN, newline=newline)


def _bounded_lines(lines: io.TextIOWrapper) -> Iterator[str | UnreadableError]:
    """Each line with its end; of a line that is too long only that it is so."""
    while line := lines.readline(MAX_ROW):
        if len(line) < MAX_ROW or line.endswith("\n"):
            yield line
            continue
        while line and not line.endswith("\n"):
            line = lines.readline(SKIP)
        yield UnreadableError(
            "huge", "The row is longer than 5 MB: split it, or check that it is one article."
        )


def _parse_json_line(line: str) -> Draft | UnreadableError:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        if not line.endswith("\n"):
            return UnreadableError("half_written", "The last row breaks off: copy the file again, whole.")
        return UnreadableError(
            "row", "The row is not JSON: write one object a line, with the article in “text”."
        )
    if not isinstance(item, dict):
        return UnreadableError("row", "The row is not an object: write the article in its “text”.")
    return _read_row(item)


def read_csv(file: BinaryIO) -> Iterator[Row]:
    """One article a row, under a header with `text` and any of FIELDS; rows count from the first after it."""
    lines = _open_text(file, newline="")
    rows = _csv_rows(lines)
    header = next(rows, None)
    if header is None:
        raise _no_rows()
    names = [] if isinstance(header, UnreadableError) else [name.strip().lower() for name in header]
    if TEXT_COLUMN not in names:
        raise _no_text_column()
    number = 0
    for number, cells in enumerate((row for row in rows if row != []), start=1):
        yield Row(number, cells if isinstance(cells, UnreadableError) else _read_cells(names, cells))
    if not number:
        raise _no_rows()


def _csv_rows(lines: io.TextIOWrapper) -> Iterator[list[str] | UnreadableError]:
    """Each row's cells, blank rows as none; a row that is no CSV as why it is none."""
    first = lines.readline()
    delimiter = max(DELIMITERS, key=first.count)
    rows = csv.reader(itertools.chain([first] if first else [], lines), delimiter=delimiter, strict=True)
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            if "field limit" in str(error):
                # The reader cannot say where such a row ends: most likely its closing quote is missing.
                raise UnreadableError(
                    "huge", f"A cell before line {rows.line_num + 1} never ends: close its quotation mark."
                ) from error
            if "unexpected end" in str(error):
                yield UnreadableError(
                    "half_written", "The last row breaks off inside a cell: copy the file again, whole."
                )
            else:
                yield UnreadableError(
                    "row", "The row is not CSV: double every quotation mark inside a quoted cell."
                )


def _read_cells(names: list[str], cells: list[str]) -> Draft | UnreadableError:
    if len(cells) != len(names):
        return UnreadableError(
            "row",
            f"The row has {len(cells)} cells, the header {len(names)}: quote cells that hold a delimiter.",
        )
    return _read_row(dict(zip(names, cells, strict=True)))


def read_parquet(file: BinaryIO) -> Iterator[Row]:
    """One article a row, in a column `text` and any of FIELDS; read in small batches, never whole."""
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    number = 0
    try:
        table = parquet.ParquetFile(file, pre_buffer=False)
        columns = [
            name for name in table.schema_arrow.names if name.strip().lower() in (TEXT_COLUMN, *FIELDS)
        ]
        if TEXT_COLUMN not in {name.strip().lower() for name in columns}:
            raise _no_text_column()
        for batch in table.iter_batches(batch_size=PARQUET_BATCH, columns=columns):
            for at in range(batch.num_rows):
                number += 1
                yield Row(number, _read_parquet_row(batch, at))
    except (arrow.ArrowException, OSError, ValueError) as error:
        after = f" after row {number}" if number else ""
        raise UnreadableError(
            "half_written", f"It is no whole Parquet file{after}: copy or export it again."
        ) from error
    if not number:
        raise _no_rows()


def _read_parquet_row(batch: Any, at: int) -> Draft | UnreadableError:
    try:
        return _read_row({name: batch.column(name)[at].as_py() for name in batch.schema.names})
    except (ValueError, OverflowError):
        return UnreadableError("row", "The row holds a value that cannot be read: write its text in UTF-8.")


def _read_row(fields: Mapping[str, object]) -> Draft | UnreadableError:
    """The article of one row; a trouble is returned, not raised, so that the next row is still read."""
    fields = {name.strip().lower(): value for name, value in fields.items()}
    text = fields.get(TEXT_COLUMN)
    try:
        if text is None:
            return UnreadableError("empty", "The row has no text: add the article's text, or remove the row.")
        if isinstance(text, bytes):
            text = decode(text)
        if not isinstance(text, str):
            return UnreadableError("row", "The row's text is not a text: write the article as one text.")
        return make_draft(text, fields)
    except UnreadableError as trouble:
        return trouble


def _no_rows() -> UnreadableError:
    return UnreadableError("empty", "It holds no rows: add articles, one a row, or remove it.")


def _no_text_column() -> UnreadableError:
    return UnreadableError("columns", "It has no column “text”: name the column that holds the articles so.")


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_json_lines,
    ".csv": read_csv,
    ".parquet": read_parquet,
}

"""Bytes to text: UTF-8, UTF-16, UTF-32, Windows-1252, Mac Roman, and bytes that are partly broken."""

from __future__ import annotations

import codecs

import charset_normalizer

from loaders.problems import UnreadableError

# The longer marks first: UTF-32-LE begins with the mark of UTF-16-LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Files that are renamed to .txt more often than one thinks; all of them are binary or markup.
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)

# In English text these differ only in quotation marks, dashes and a few accented letters, and every other
# single-byte encoding that newsrooms use agrees with Windows-1252 on the first two.
SINGLE_BYTE_ENCODINGS = ["cp1252", "mac_roman"]

WINDOWS_1252_WHERE_BROKEN = "loaders.windows-1252-where-broken"

SAMPLE = 4096


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


# An error handler, so that a stream of rows decodes as one file does: what is UTF-8 stays so, and a stray
# byte is read as Windows-1252 (U+FFFD where that has no character either).
codecs.register_error(WINDOWS_1252_WHERE_BROKEN, _as_windows_1252)


def decode(data: bytes) -> str:
    """The text that `data` encodes; a byte that no encoding explains comes out as U+FFFD.

    >>> decode("“twelve”".encode("cp1252"))
    '“twelve”'

    Raises:
        UnreadableError: the bytes are a known binary format, or break off in the middle of a character.
    """
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(
                "binary", f"It is {what}, not text: save the article's text as .txt and try again."
            )
    encoding, data = unicode_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end == len(data) and ("unexpected end" in error.reason or "truncated" in error.reason):
            raise UnreadableError(
                "half_written",
                "It breaks off in the middle of a character, its end is missing: copy the file again, whole.",
            ) from error
    return _decode_broken_utf8(data) if encoding == "utf-8" else data.decode(encoding, errors="replace")


def unicode_encoding(data: bytes) -> tuple[str, bytes]:
    """The Unicode encoding that the first bytes speak for (UTF-8 where nothing does), and `data` unmarked."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return _unmarked_utf16(data[:SAMPLE]) or "utf-8", data


def _unmarked_utf16(sample: bytes) -> str | None:
    """English in UTF-16 has a zero in nearly every second byte, and hardly one in the others."""
    even, odd = sample[0::2], sample[1::2]
    many, few = 0.6 * len(odd), 0.1 * len(odd)
    if odd.count(0) > many and even.count(0) <= few:
        return "utf-16-le"
    if even.count(0) > many and odd.count(0) <= few:
        return "utf-16-be"
    return None


def _decode_broken_utf8(data: bytes) -> str:
    """Text with bytes that are not UTF-8: either another encoding throughout, or UTF-8 with stray bytes."""
    holds_utf8 = not data.decode("utf-8", errors="ignore").isascii()
    best = (
        None if holds_utf8 else charset_normalizer.from_bytes(data, cp_isolation=SINGLE_BYTE_ENCODINGS).best()
    )
    return data.decode(best.encoding if best else "utf-8", errors=WINDOWS_1252_WHERE_BROKEN)

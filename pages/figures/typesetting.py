"""How wide text is, before any browser has drawn it: so that a figure can break its lines itself.

The fonts that a figure names are the generic ones of each system, so the width is an upper bound: that of the
widest of DejaVu Sans, Liberation Sans (as wide as Arial) and Noto Sans. A line that fits by this measure is
not clipped in any of them.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

# Advance widths in em, rounded up to a hundredth; measured from the three fonts.
_REGULAR = {
    0.28: "'ijl",
    0.32: " \N{NO-BREAK SPACE},.·’‘",
    0.34: ":;I",
    0.37: "f-",
    0.39: "/\\()[]",
    0.42: "t!r",
    0.50: '"J`',
    0.53: "sz“”",
    0.56: "cç*?L_|–k",
    0.60: "vxy",
    0.64: "FTaeoéèöä$0123456789bdghnpqu{}üñ",
    0.69: "EKPSYABVXZ",
    0.74: "CRU",
    0.79: "HND&GOQ",
    0.84: "w#+<=>^~−×",
    0.95: "M%",
}
_BOLD = {
    0.31: "'",
    0.35: " \N{NO-BREAK SPACE}ijl",
    0.39: ",.·’‘I",
    0.42: ":;-/\\",
    0.46: "f!()[]",
    0.50: "t`r",
    0.56: '"*J_|–',
    0.60: "zcsç",
    0.65: "?Lx",
    0.70: "vy“”kaeéèäEFToö$0123456789",
    0.74: "Sbdghnpqu{}üñYZCP",
    0.78: "BRAKVX",
    0.85: "UDG#+<=>HN^~−×OQ",
    0.93: "&w",
}
# The rest: capital W and M, dashes, symbols and all other scripts.
_WIDEST = {False: 1.02, True: 1.11}
_WIDTHS = {
    False: {letter: width for width, letters in _REGULAR.items() for letter in letters},
    True: {letter: width for width, letters in _BOLD.items() for letter in letters},
}


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The most pixels that one line of `text` takes up at a font size in pixels.

    >>> round(width_of("12 killed", 10))
    43
    """
    widths, widest = _WIDTHS[bold], _WIDEST[bold]
    return size * sum(widths.get(letter, widest) for letter in text)


def wrap_to(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """`text` on lines of at most `width` pixels; a word too long for a line is broken. No text, no line.

    >>> wrap_to("twelve people were killed", 80, 10)
    ['twelve people', 'were killed']
    """
    lines: list[str] = []
    line = ""
    for word in _words(text, width, size, bold=bold):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size, bold=bold) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def shorten_to(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """`text` as far as it fits on one line of `width` pixels, with an ellipsis where it does not.

    >>> shorten_to("twelve people were killed", 80, 10)
    'twelve …'
    """
    lines = wrap_to(text, width, size, bold=bold)
    if len(lines) < 2:
        return "".join(lines)
    return wrap_to(text, width - width_of(" …", size, bold=bold), size, bold=bold)[0] + " …"


def _words(text: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    """Its words, cut where one alone is wider than a line. A no-break space holds two together."""
    for word in re.split(r"[ \t\n]+", text.strip()):
        rest = word
        while width_of(rest, size, bold=bold) > width and len(rest) > 1:
            fits = _letters_that_fit(rest, width, size, bold=bold)
            # An address is better cut after one of its own marks.
            cut = max((rest.rfind(mark, 0, fits) + 1 for mark in "&?/"), default=0)
            cut = cut if cut > fits / 2 else fits
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest


def _letters_that_fit(word: str, width: float, size: float, *, bold: bool) -> int:
    """At least one, or a text would never end."""
    ends = range(1, len(word))
    return max(1, bisect(ends, width, key=lambda end: width_of(word[:end], size, bold=bold)))

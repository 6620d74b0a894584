"""Text from articles, addresses and vocabularies on its way into a file: its characters, never run."""

from __future__ import annotations

import re
from typing import Any

# Characters that cannot be seen, and those that turn the direction of the text after them; line ends and tabs
# stay. Half a surrogate pair, U+FFFE and U+FFFF are no characters, and no file could hold them.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
LINE_END = re.compile("\r\n?")

# What a spreadsheet takes for the beginning of a formula, also after blanks, quotes and marks of no width:
# "=1+1", '  "=1+1"', "＝1+1". A program that splits lines at semicolons or tabs, as spreadsheets do in half
# of Europe, or that misreads a quoted line end, begins a cell inside ours: "A; =1+1".
FORMULA = re.compile(
    r"""
    (?P<begins> ^ | [;\t\n] )
    (?P<sign> [\s"'“”‘’`\u061c\u200b-\u200f\u2060\ufeff]* [=+\-@＝＋－＠] )
    """,
    re.VERBOSE,
)
SKIPPED = ("\t", "\n")  # a spreadsheet may drop them before it looks at what comes next

# What CommonMark, GitHub's dialect or an extension of them formats within a line. Text is put behind other
# words, so marks of headings, lists and rules, which begin a line, need none of this.
FORMATTING = re.compile(r"[\\`*_\[\]<>~|$^#{}@]|:(?=\S)|=(?==)|(?<=www)\.", re.IGNORECASE)


def visible(text: Any) -> str:
    """`text` with U+FFFD for each character that cannot be seen, and line feeds for all line ends."""
    return UNSEEN.sub("\N{REPLACEMENT CHARACTER}", LINE_END.sub("\n", str(text)))


def without_formula(text: str) -> str:
    """`text` with an apostrophe before what a spreadsheet would run as a formula; other text as it is.

    >>> without_formula("=HYPERLINK(1)"), without_formula("A; @B"), without_formula("12 – 14")
    ("'=HYPERLINK(1)", "A;' @B", '12 – 14')
    """
    safe = FORMULA.sub(r"\g<begins>'\g<sign>", text)
    return f"'{safe}" if safe.startswith(SKIPPED) else safe


def as_markdown(text: str) -> str:
    """`text` on one line, to stand within a line of Markdown as its characters.

    >>> as_markdown("*not* <b>bold</b> & [no link](x)")
    '\\\\*not\\\\* \\\\<b\\\\>bold\\\\</b\\\\> &amp; \\\\[no link\\\\](x)'
    """
    return FORMATTING.sub(r"\\\g<0>", " ".join(text.split())).replace("&", "&amp;")


def as_code(text: str) -> str:
    """`text` on one line as code in Markdown: its characters exactly, to be copied. It is not empty.

    >>> as_code("http://localhost/?q=*a*"), as_code("a`b")
    ('`http://localhost/?q=*a*`', '`` a`b ``')
    """
    line = " ".join(text.split())
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {line} {fence}" if longest else f"{fence}{line}{fence}"

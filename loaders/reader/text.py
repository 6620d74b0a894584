"""Text into sentences and words, with offsets that stay true to the text as read.

Newsrooms paste: curly quotes, no-break spaces, soft hyphens and zero-width characters come with the words.
The rest of the reader sees folded text; `Folded.original` leads every position back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_FOLDS = {
    "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‛": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "―": "—",
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ", "\u2006": " ", "\u2007": " ",
    "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u205f": " ", "\u3000": " ", "\t": " ",
    "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n",
}  # fmt: skip
_TRANSLATION = str.maketrans(_FOLDS)
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


@dataclass(frozen=True)
class Folded:
    """Folded text, and the way from its positions back to the text as read."""

    text: str
    _cuts: tuple[int, ...] = ()  # folded positions from which invisible characters were left out
    _gone: tuple[int, ...] = ()  # how many are gone in all, from that position on

    def original(self, position: int) -> int:
        """The offset, in the text as read, of the character at a folded position."""
        at = bisect_right(self._cuts, position)
        return position + self._gone[at - 1] if at else position

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of folded text, in the text as read."""
        return (
            (self.original(start), self.original(end - 1) + 1) if end > start else (self.original(start),) * 2
        )


def fold(text: str) -> Folded:
    """One spelling for quotes, dashes and blanks; invisible characters are left out.

    >>> fold("a\u200bb “c”").text
    'ab "c"'
    """
    folded = text.translate(_TRANSLATION)
    cuts: list[int] = []
    gone: list[int] = []
    lost = 0
    for hole in _INVISIBLE.finditer(folded):
        cuts.append(hole.start() - lost)
        lost += hole.end() - hole.start()
        gone.append(lost)
    if not cuts:
        return Folded(folded)
    return Folded(_INVISIBLE.sub("", folded), tuple(cuts), tuple(gone))


# "1,200", "40 000", "3.5", "15-year-old", "3-Day", "Far'a", "al-Faraa", "U.S.", "'s", one other sign
_WORD = re.compile(
    r"""
      \d{1,3}(?:,\d{3})++(?!\d)                 # 1,200
    | \d{1,3}(?:[ ]000)+\b                      # 40 000
    | \d+(?:-[^\W\d_]+)+                        # 15-year-old, 3-Day
    | \d+(?:\.\d+)?(?:st|nd|rd|th)?             # 12, 1.5, 7th
    | (?:[A-Za-z]\.){2,}                        # U.S.
    | 's\b                                      # Israel's: the mark of possession is a word of its own
    | [A-Z][a-z]{1,4}\.-[A-Z][a-z]{1,4}\b         # Lt.-Col
    | [^\W\d_]+(?:(?:-|'(?!s\b))[^\W\d_]+)*     # Far'a, al-Faraa, twenty-one
    | \S
    """,
    re.VERBOSE,
)

# a full stop behind one of these is a part of the word
_ABBREVIATIONS = frozenset(
    """
    a.m adm al amb approx apr aug ave brig capt cmdr co col corp cpl dec dept dr drs e.g est etc feb fig figs
    fr gen gens gov hon i.e inc insp jan jr jul jun lt ltd maj mar messrs min mr mrs ms mt mx no nos nov oct
    p.m pfc pres prof pte pvt rep reps res ret rev sen sens sep sept sgt spc sr ssgt st supt vs
    """.split()
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of the folded text: its span, and its words with theirs (offsets in the folded text)."""

    text: str
    start: int
    end: int
    index: int = 0
    paragraph: int = 0
    _cache: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _matches(self) -> list[re.Match[str]]:
        return _cut_words(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The words and signs as printed."""
        return [match[0] for match in self._matches]

    @cached_property
    def lower(self) -> list[str]:
        """The words and signs in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def lower_text(self) -> str:
        """The text in lower case, as long as the text: of all letters only this one grows."""
        return self.text.replace("İ", "I").lower()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The half-open span of words first..last (last not included) in the folded text."""
        return self.start + self._matches[first].start(), self.start + self._matches[last - 1].end()


def split_words(text: str) -> list[str]:
    """The words and signs of a phrase, in lower case, cut as sentences are cut.

    >>> split_words("Israel's 3-Day raid, 1,200 dead")
    ['israel', "'s", '3-day', 'raid', ',', '1,200', 'dead']
    """
    return [match[0].lower() for match in _cut_words(text)]


def _cut_words(text: str) -> list[re.Match[str]]:
    """The words and signs of a sentence, without the points of abbreviations inside: "Dr", "J", "Saleh"."""
    found = list(_WORD.finditer(text))
    if "." not in text[:-1]:
        return found
    return [
        match
        for at, match in enumerate(found)
        if match[0] != "." or not 0 < at < len(found) - 1 or not _is_point(found[at - 1], match)
    ]


def _is_point(word: re.Match[str], stop: re.Match[str]) -> bool:
    short = _last_of_rank(word[0]).lower() in _ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper())
    return short and word.end() == stop.start() and not stop.string.startswith(".", stop.end())


def _last_of_rank(word: str) -> str:
    """The last word of a rank: "Sgt" of "St.-Sgt"."""
    return word.rsplit(".-", 1)[-1]


# of these, the ones that always have a word behind them: "Gen. Levi"
_NEVER_LAST = _ABBREVIATIONS - set("a.m al co corp dept etc inc jr ltd min no p.m ret sr".split())
# "U.N.", "I.D.F.", and the first names of "J.M. Saleh"
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+")
# "in Area C. Troops": a letter that is no first name
_LETTERED = re.compile(r"\b(?:[Aa]rea|[Cc]ategory|[Gg]roup|[Pp]hase|[Pp]lan|[Zz]one) $")
# a sentence begins with one of these, whatever stands before: "... of the U.N. The army". No name of an
# office or a person begins with one, but for "the U.N. Palestinian refugee agency".
_OPENER = re.compile(
    r"""["'(\[]{0,3}(?!Palestinian\ refugee)(?:
      A | About | According | After | All | Almost | Also | Although | Amid | Among | An | And | Another
    | Around | As | At | Because | Before | Between | Both | But | By | Despite | Dozens | During | Each
    | Earlier | Eight | Eleven | Even | Every | Few | Five | Following | For | Four | From | Gaza | Hamas
    | He | Her | Here | Hezbollah | His | How | However | Hundreds | If | In | Israel | Israelis? | It | Its
    | Last | Later | Many | Meanwhile | More | Most | Nearly | Neither | Nine | No | None | Nor | Not | Now
    | On | Once | One | Only | Or | Other | Others | Our | Palestinians? | Scores | Seven | Several | She
    | Since | Six | So | Some | Still | Such | Ten | That | The | Their | Then | There | These | They | This
    | Those | Though | Thousands | Three | Through | To | Today | Twelve | Two | Until | We | What
    | When | Where | Whether | While | Who | Why | With | Within | Without | Yesterday | Yet | You
    )(?=,|'s?\ |\ )""",
    re.VERBOSE,
)
# what goes on behind a time of day: "8 a.m. Tuesday", "8 a.m. GMT"
_AFTER_TIME = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "gmt", "utc", "est", "edt")
LONGEST_SENTENCE = 1_000
"""In characters; the longest in the reports seen has 800.

A longer one is a table or damage, and is read in pieces.
"""

# a full stop, with its closing quotes, before a word that may begin a sentence: ".” The"
_STOP = re.compile(r"""(?<=[.!?…])["')\]]{0,3}[ ]+(?=["'(\[]{0,3}[^\W_a-z])""")
_LAST_WORD = re.compile(r"[^\s\"(\[]*$")


def find_sentences(text: str) -> list[Sentence]:
    """The sentences of folded text, in order, without the blanks between them.

    A line end closes a sentence, except where the text is hard-wrapped (an old habit of wires): there only an
    empty line does.

    >>> [s.text for s in find_sentences("Adm. Levi spoke on Oct. 7. Two died.")]
    ['Adm. Levi spoke on Oct. 7.', 'Two died.']
    """
    paragraph_end = re.compile(r"\n[ \n]*\n") if _is_hard_wrapped(text) else re.compile(r"\n+")
    sentences: list[Sentence] = []
    start = 0
    for paragraph, end in enumerate([*(m.start() for m in paragraph_end.finditer(text)), len(text)]):
        for first, last in _cut(text, start, end):
            sentences.append(Sentence(text[first:last], first, last, len(sentences), paragraph))
        start = end
    return sentences


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences between two offsets, blanks stripped."""
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _is_abbreviated(text, begin, stop):
            continue
        spans.append((begin, stop.end()))
        begin = stop.end()
    spans.append((begin, end))
    return [
        _strip(text, *piece)
        for first, last in spans
        for piece in _shorten(text, first, last)
        if not text[slice(*piece)].isspace()
    ]


def _shorten(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A span in pieces, each cut behind its last semicolon, else comma, else blank.

    Reading a sentence takes more time the longer it is; without a bound, a hostile text would take hours.
    """
    while last - first > LONGEST_SENTENCE:
        limit = first + LONGEST_SENTENCE
        cuts = (text.rfind(sign, first + 1, limit) for sign in ("; ", ", ", " "))
        cut = next((cut + 1 for cut in cuts if cut > 0), limit)
        yield first, cut
        first = cut
    if last > first:
        yield first, last


def _strip(text: str, first: int, last: int) -> tuple[int, int]:
    piece = text[first:last]
    return first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())


def _is_abbreviated(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether the full stop before `stop` belongs to a word and ends no sentence: "Adm. Levi", "J. Smith"."""
    if text[stop.start() - 1] != ".":
        return False
    before = _LAST_WORD.search(text, max(begin, stop.start() - 30), stop.start() - 1)
    printed = _last_of_rank(before[0].lstrip("'")) if before else ""
    word = printed.lower()
    if _OPENER.match(text, stop.end()):
        return False
    if len(word) == 1:
        lettered = _LETTERED.search(text, max(begin, stop.start() - 12), stop.start() - 2)
        return word.isalpha() and word != "i" and not lettered
    if word in _NEVER_LAST or _INITIALS.fullmatch(printed):
        return True
    # "No. 5", "Co. Ltd", "8 a.m. Tuesday": the next word tells little, so only a digit or a weekday goes on
    following = text[stop.end() : stop.end() + 4].lower().lstrip("([")
    return word in _ABBREVIATIONS and (following[:1].isdigit() or following[:3] in _AFTER_TIME)


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width, so that most end in the middle of a sentence."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4:
        return False
    inner = [line for line in lines[:-1] if line.rstrip()[-1] not in ".!?\"':…)" and 40 <= len(line) <= 100]
    return len(inner) > len(lines) / 2

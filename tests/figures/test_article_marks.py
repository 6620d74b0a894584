from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest
from PIL import ImageColor

from loaders.reader import OtherNumber
from loaders.tables import MEASURES
from pages.figures import article
from pages.figures.palette import DARK, LIGHT, Palette
from pages.figures.scopes import each_row
from pages.ui.marks import Told, figures_html, key_html, pieces_html, reader_style
from tests import samples
from tests.figures.test_palette import contrast

TEXT = "Of 39 people 21 died here; 2 fled in 2023."


@dataclass(frozen=True)
class Mark:
    """As much of a claim as a text is cut by."""

    quote: str
    measure: str = "killed"

    @property
    def claim_id(self) -> str:
        return f"{self.measure}:{self.quote}"

    @property
    def start(self) -> int:
        return TEXT.index(self.quote)

    @property
    def end(self) -> int:
        return self.start + len(self.quote)


def other(words: str, reason: str = "date") -> OtherNumber:
    return OtherNumber(TEXT.index(words), TEXT.index(words) + len(words), reason)


def told(pieces: list[article.Piece]) -> list[tuple[str, ...]]:
    """The marked pieces: their text, then the words of the figures over it, the innermost first."""
    return [
        (piece.text, *(claim.quote for claim in piece.claims))
        for piece in pieces
        if piece.claims or piece.reason
    ]


CUTS = [
    # The figures of TEXT, its other numbers, and the marked pieces.
    ([], [], []),
    (["39 people", "21 died"], [], [("39 people", "39 people"), ("21 died", "21 died")]),
    # one in another
    (
        ["39 people 21 died", "21"],
        [],
        [
            ("39 people ", "39 people 21 died"),
            ("21", "21", "39 people 21 died"),
            (" died", "39 people 21 died"),
        ],
    ),
    # overlapping
    (
        ["39 people 21", "21 died"],
        [],
        [("39 people ", "39 people 21"), ("21", "21 died", "39 people 21"), (" died", "21 died")],
    ),
    # touching
    (["39 people ", "21"], [], [("39 people ", "39 people "), ("21", "21")]),
    # at both ends of the text
    (["Of 39", "in 2023."], [], [("Of 39", "Of 39"), ("in 2023.", "in 2023.")]),
    ([], ["2023"], [("2023",)]),
    # a number in a figure is the figure's
    (["2 fled in 2023"], ["2023"], [("2 fled in ", "2 fled in 2023"), ("2023", "2 fled in 2023")]),
]


@pytest.mark.parametrize(("quotes", "others", "marked"), CUTS)
def test_a_text_is_cut_at_its_marks(
    quotes: list[str], others: list[str], marked: list[tuple[str, ...]]
) -> None:
    pieces = article.cut(TEXT, [Mark(quote) for quote in quotes], [other(words) for words in others])
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [TEXT[piece.start : piece.start + len(piece.text)] for piece in pieces] == [p.text for p in pieces]
    assert told(pieces) == marked


def test_figures_of_the_same_words_are_both_told() -> None:
    pieces = article.cut(TEXT, [Mark("21 died"), Mark("21 died", "wounded")])
    marked = [piece for piece in pieces if piece.claims]
    assert [len(piece.claims) for piece in marked] == [2]
    assert sorted(marked[0].ends) == ["killed", "wounded"]


def test_a_figure_opens_once_and_ends_once() -> None:
    pieces = article.cut(TEXT, [Mark("39 people 21 died", "wounded"), Mark("21")])
    marked = [(piece.text, piece.opens, piece.ends) for piece in pieces if piece.claims]
    assert marked == [("39 people ", True, ()), ("21", True, ("killed",)), (" died", False, ("wounded",))]


STATED = [
    # Figures, other numbers and statements of TEXT; the marked pieces with the statements over each.
    (["39 people"], [], ["fled in"], [("39 people", []), ("fled in", ["fled in"])]),
    # a statement holds a figure and a date
    (
        ["2 fled"],
        ["2023"],
        ["here; 2 fled in 2023"],
        [
            ("here; ", ["here; 2 fled in 2023"]),
            ("2 fled", ["here; 2 fled in 2023"]),
            (" in ", ["here; 2 fled in 2023"]),
            ("2023", ["here; 2 fled in 2023"]),
        ],
    ),
    # a figure holds a statement
    (["39 people 21 died"], [], ["people"], [("39 ", []), ("people", ["people"]), (" 21 died", [])]),
    # they cross, and two statements cross each other
    (
        ["21 died"],
        [],
        ["people 21", "died here"],
        [
            ("people ", ["people 21"]),
            ("21", ["people 21"]),
            (" ", []),
            ("died", ["died here"]),
            (" here", ["died here"]),
        ],
    ),
    (
        [],
        [],
        ["21 died here", "here; 2"],
        [
            ("21 died ", ["21 died here"]),
            ("here", ["here; 2", "21 died here"]),
            ("; 2", ["here; 2"]),
        ],
    ),
    # a date that a statement's end cuts in two stays marked
    ([], ["in 2023"], ["fled in"], [("fled ", ["fled in"]), ("in", ["fled in"]), (" 2023", [])]),
]


@pytest.mark.parametrize(("quotes", "others", "statements", "marked"), STATED)
def test_a_text_is_cut_at_its_statements_too(
    quotes: list[str], others: list[str], statements: list[str], marked: list[tuple[str, list[str]]]
) -> None:
    said = [Mark(words, "said") for words in statements]
    pieces = article.cut(
        TEXT, [Mark(quote) for quote in quotes], [other(words) for words in others], statements=said
    )
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [
        (piece.text, [statement.quote for statement in piece.statements])
        for piece in pieces
        if piece.claims or piece.statements or piece.reason
    ] == marked
    assert sum(piece.ends.count("statement") for piece in pieces) == len(statements)


def test_a_span_of_a_text_is_cut_like_the_whole() -> None:
    start = TEXT.index("people")
    pieces = article.cut(TEXT, [Mark("39 people"), Mark("2 fled")], [other("2023")], (start, start + 12))
    assert "".join(piece.text for piece in pieces) == TEXT[start : start + 12]
    assert told(pieces) == [("people", "39 people")]


@pytest.mark.parametrize("article_id", samples.TEXTS)
def test_a_texts_pieces_are_the_text(article_id: str) -> None:
    claims = samples.full().claims
    rows = list(each_row(claims[claims["article_id"] == article_id]))
    pieces = article.cut(samples.TEXTS[article_id], rows)
    assert "".join(piece.text for piece in pieces) == samples.TEXTS[article_id]
    assert {claim.claim_id for piece in pieces for claim in piece.claims} == {
        claim.claim_id for claim in rows
    }


def test_sentences_with_figures_are_found_once_each() -> None:
    claims = samples.full().claims
    text = samples.TEXTS["long-report-2023-07"]
    rows = list(each_row(claims[claims["article_id"] == "long-report-2023-07"]))
    found = [text[start:end] for start, end in article.sentences_of(text, rows)]
    assert len(found) == len({claim.sentence for claim in rows})
    assert all(claim.sentence in found for claim in rows)


@pytest.mark.parametrize(
    ("text", "most"), [("", 5), ("short", 5), ("a\nb\nc\nd", 3), ("nolineend" * 9, 10), ("x\n\n\ny" * 20, 7)]
)
def test_the_parts_of_a_long_text_are_the_text(text: str, most: int) -> None:
    parts = article.parts_of(text, most)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= most for start, end in parts)


def full_facts(claim_id: str) -> dict[str, str]:
    frames = samples.full()
    by_id = {claim.claim_id: claim for claim in each_row(frames.claims)}
    places = dict(zip(frames.places["place_id"], frames.places["name"], strict=True))
    operations = dict(zip(frames.operations["operation_id"], frames.operations["name"], strict=True))
    return dict(article.facts(by_id[claim_id], by_id, places, operations))


FACTS = [
    (
        "c03",
        {"Measure": "Wounded (critical)", "Figure": "20", "Low to high": "20 to 20", "Side": "Palestinians"},
    ),
    ("c03", {"Place": "Jenin", "Said by": "Palestinian Health Ministry", "As of": "6 July 2023"}),
    ("c03", {"Part of": "“about 120 wounded”", "Operation": "Jenin, 3–5 July 2023"}),
    ("c02", {"Figure": "about 120", "Low to high": "left open"}),
    ("c06", {"Figure": "“thousands of people”", "Low to high": "2,000 or more"}),
    ("c13", {"Figure": "up to 3,000", "Low to high": "3,000 or fewer"}),
    ("c16", {"Side": "not stated", "Operation": "none", "As of": "day not known"}),
]


@pytest.mark.parametrize(("claim_id", "facts"), FACTS)
def test_what_was_read_is_told(claim_id: str, facts: dict[str, str]) -> None:
    assert facts.items() <= full_facts(claim_id).items()


def test_what_is_not_known_is_not_told() -> None:
    assert {"Part of", "Period", "Tally", "To be looked at", "Status", "Unit"}.isdisjoint(full_facts("c01"))


@pytest.mark.parametrize(
    ("claim_id", "status", "drawn"),
    [("c01", "read", True), ("c01", "rejected", False), ("c24", "read", False)],
)
def test_a_claim_is_linked_where_it_is_drawn(claim_id: str, status: str, drawn: bool) -> None:
    claims = samples.full().claims.assign(status=status).set_index("claim_id", drop=False)
    claim = next(each_row(claims.loc[[claim_id]]))
    assert article.is_drawn(claim, ["killed"]) is drawn
    assert not article.is_drawn(claim, ["wounded"])
    assert article.why_not_drawn(claim)


def test_the_list_of_articles_is_newest_first_with_its_counts() -> None:
    listed = article.list_articles(samples.full())
    assert list(listed["article_id"])[:2] == ["cp-2025-02-23", "ap-2024-09-06"]
    assert dict(zip(listed["article_id"], listed["figures"], strict=True)) == {
        "anadolu-2023-07-06": 3,
        "notes-2023-07": 1,
        "long-report-2023-07": 12,
        "ap-2024-09-06": 6,
        "cp-2025-02-23": 2,
    }
    assert listed.loc[listed["article_id"] == "notes-2023-07", "printed_by"].item() == "source not stated"


SEARCHES = [
    ("", 5),
    ("   ", 5),
    ("TANKS", 1),
    ("jenin", 4),
    ("jenin tanks", 1),
    ("after the raid on jenin", 1),  # a title
    ("no such word", 0),
    ("(", 0),  # no pattern: characters
]


@pytest.mark.parametrize(("search", "many"), SEARCHES)
def test_a_search_finds_every_word_in_titles_and_texts(search: str, many: int) -> None:
    frames = samples.full()
    assert len(article.find_in_articles(article.list_articles(frames), frames.texts, search)) == many


def test_other_numbers_are_counted_by_their_reason() -> None:
    others = [other("39"), other("21"), other("2023", "unread")]
    assert (
        article.others_in_words(others)
        == "3 numbers in this text are drawn nowhere: 2 dates and 1 not read as a figure."
    )
    assert article.others_in_words([other("39", "age")]) == "1 number in this text is drawn nowhere: 1 age."
    assert article.others_in_words([]) == ""


@pytest.mark.parametrize(("original", "said"), [(None, "publisher's"), ("a.txt", "digest")])
def test_digest_and_original_are_told_apart(original: str | None, said: str) -> None:
    frames = samples.one()
    row = next(each_row(frames.articles.assign(original=pd.Series([original], dtype="str"))))
    assert said in article.which_text(row).partition(",")[0]


# How marks become HTML.


class Reading(HTMLParser):
    """The text that a browser would show, every tag with its attributes, and whether they nest well."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open)  # a browser would close the first
        self.open.append(tag)
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.tags if name in str(attributes.get("class")).split()]


def tell(claim: Any) -> Told:
    return Told([("Measure", claim.measure)], "See it drawn", f"/?measure={claim.measure}&a=1")


def html_of(
    quotes: list[str], asked: str | None = None, link: bool = True, statements: list[str] | None = None
) -> Reading:
    others, said = [other("2023"), other("2 ", "unread")], [Mark(words, "said") for words in statements or []]
    pieces = article.cut(TEXT, [Mark(quote) for quote in quotes], others, statements=said)
    teller = tell if link else lambda _: Told([("Measure", "<i>")], "Not drawn", None)
    return Reading(pieces_html(pieces, teller, asked))


def test_every_figure_is_a_link_with_its_measure_and_its_card() -> None:
    read = html_of(["39 people", "21 died"])
    marks = [attributes for tag, attributes in read.tags if tag == "a"]
    assert [mark["href"] for mark in marks] == ["/?measure=killed&a=1"] * 2
    cards = {card["id"] for card in read.with_class("card")}
    assert {mark["aria-describedby"] for mark in marks} <= cards
    assert len(cards) == 4  # and of the two other numbers
    assert "".join(read.shown).count("killed") == 4  # on two labels, on two cards


@pytest.mark.parametrize("quotes", [quotes for quotes, *_ in CUTS])
def test_marks_nest_well_and_each_figure_is_one_stop_of_the_keyboard(quotes: list[str]) -> None:
    read = html_of(quotes)
    stops = [mark for tag, mark in read.tags if tag == "a" and mark.get("tabindex") != "-1"]
    assert len(stops) == len(quotes)


def test_what_is_drawn_nowhere_is_no_link_but_is_reached() -> None:
    read = html_of(["39 people"], link=False)
    assert not [tag for tag, _ in read.tags if tag == "a"]
    assert read.with_class("mark")[0]["tabindex"] == "0"
    assert "<i>" in "".join(read.shown)


def test_the_mark_asked_for_is_told_apart() -> None:
    read = html_of(["39 people 21 died", "21"], asked="killed:39 people 21 died")
    assert len(read.with_class("asked")) == 3
    assert len(html_of(["39 people 21 died", "21"], asked="killed:21").with_class("asked")) == 1
    both = html_of(["21 died"], asked="said:died here", statements=["people 21", "died here"])
    assert [mark["class"] for mark in both.with_class("asked")] == [
        "figure killed stated asked",
        "statement asked",
    ]
    assert not html_of(["39 people"]).with_class("asked")


@pytest.mark.parametrize(("quotes", "statements"), [(quotes, said) for quotes, _, said, _ in STATED])
def test_every_statement_is_a_stop_of_the_keyboard_and_on_the_cards_of_what_it_holds(
    quotes: list[str], statements: list[str]
) -> None:
    read = html_of(quotes, statements=statements)
    stops = [mark for tag, mark in read.tags if tag == "a" and mark.get("tabindex") != "-1"]
    inside_figures = [words for words in statements if any(words in quote for quote in quotes)]
    assert len(stops) == len(quotes) + len(statements) - len(inside_figures)
    assert "".join(read.shown).count("said") >= len(statements)


def test_a_statement_has_a_label_and_a_look_of_its_own() -> None:
    read = html_of([], statements=["people 21 died"])
    (mark,) = read.with_class("statement")[:1]
    assert mark["class"] == "statement"
    assert read.with_class("label")[0]["class"] == "label statement"
    assert "statement" in read.shown
    assert html_of(["21"], statements=["people 21 died"]).with_class("stated")[0]["class"] == (
        "figure killed stated"
    )


def test_a_number_that_was_not_read_stands_out_from_one_that_is_no_figure() -> None:
    read = html_of([])
    assert len(read.with_class("other")) == 2
    assert len(read.with_class("unread")) == 1
    assert {"No figure: a date.", "Not read as a figure."} <= set(read.shown)


def test_the_list_of_figures_links_to_marks_and_charts() -> None:
    marks = [Mark("39 people"), Mark("21 died")]
    read = Reading(
        figures_html(marks, tell, {mark.claim_id: f"/articles?{at}" for at, mark in enumerate(marks)})
    )
    assert [attributes["href"] for tag, attributes in read.tags if tag == "a"] == [
        "/articles?0",
        "/?measure=killed&a=1",
        "/articles?1",
        "/?measure=killed&a=1",
    ]


def test_the_key_has_what_the_text_has() -> None:
    assert "".join(Reading(key_html(["killed", "rockets"])).shown) == "12Killed12Rockets"
    assert Reading(key_html([], {"date", "age"})).shown == ["12", "A number that is no figure"]
    assert Reading(key_html([], {"unread"})).shown == ["12", "A number not read"]
    assert Reading(key_html([], statements=True)).shown == ["words", "A statement without a figure"]


# Colours.


def mixed(ink: str, paper: str, share: float) -> str:
    """A colour of which `share` is ink."""
    pairs = zip(ImageColor.getrgb(ink)[:3], ImageColor.getrgb(paper)[:3], strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02x}" for one, other in pairs)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("measure", MEASURES)
def test_labels_and_marked_words_can_be_read(measure: str, palette: Palette) -> None:
    ink = article.INKS[measure].of(palette)
    assert contrast(ink, palette.paper) >= 4.5
    assert contrast(palette.text, mixed(ink, palette.paper, 0.22)) >= 4.5  # the strongest ground of a mark
    assert ink not in {accent.mark for accent in palette.sides.values()}
    assert f"--{measure}: {ink}" in reader_style(palette)


def test_no_two_measures_are_underlined_alike() -> None:
    inks = article.INKS.values()
    assert set(article.INKS) == set(MEASURES)
    assert (
        len({(ink.light, ink.line) for ink in inks})
        == len({(ink.dark, ink.line) for ink in inks})
        == len(MEASURES)
    )


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_quiet_marks_can_be_read(palette: Palette) -> None:
    assert contrast(palette.muted, palette.paper) >= 4.5

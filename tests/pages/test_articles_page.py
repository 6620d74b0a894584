"""The page of articles as a script: the list, one article, deep links, and whose text is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import unescape
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from loaders import Frames
from loaders.tables import ARTICLES, STATEMENTS
from pages.ui import article_list, links, reader
from tests import samples
from tests.pages.conftest import Open

LONG_REPORT, AP, NOTES = "long-report-2023-07", "ap-2024-09-06", "notes-2023-07"


@pytest.fixture
def open_page(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.delenv(reader.FULL_TEXT, raising=False)
    return partial(open_page, "articles.py")


def html_of(app: AppTest) -> str:
    """All HTML that the page shows, without its style sheet."""
    return "\n".join(element.proto.body for element in app.get("html") if "<style" not in element.proto.body)


def words_of(app: AppTest) -> str:
    """The blocks of the article's text as a reader reads them: no labels, no cards."""
    reading = "\n".join(
        re.findall(r'<div class="words" dir="auto">(.*?)</div>', html_of(app), flags=re.DOTALL)
    )
    without_cards = re.sub(r'<span class="card".*?</span></span></span>', "</span>", reading, flags=re.DOTALL)
    return unescape(re.sub(r"<small.*?</small>|<[^>]*>", "", without_cards))


def rows_of(app: AppTest) -> list[str]:
    """The article_ids of the list, as its links have them."""
    return re.findall(r'rowheader"><a href="/articles\?article=([^"&]*)"', html_of(app))


def as_digests(frames: Frames) -> Frames:
    return replace(frames, articles=ARTICLES.conform(frames.articles.assign(original="original.txt")))


@pytest.mark.parametrize("query", [{}, {"article": AP}, {"article": AP, "claim": "c21"}, {"search": "x"}])
@pytest.mark.parametrize("sample", [samples.empty, samples.one, samples.full])
def test_the_page_runs(open_page: Open, sample: Callable[[], Frames], query: dict[str, str]) -> None:
    app = open_page(sample(), **query)
    assert not app.exception
    assert app.title[0].value == "Articles"


def test_without_articles_the_page_says_what_to_do(open_page: Open) -> None:
    assert "There is no article yet" in html_of(open_page(samples.empty()))


def test_every_article_is_a_row_that_opens_it(open_page: Open) -> None:
    app = open_page(samples.full())
    assert rows_of(app) == [
        "cp-2025-02-23",
        "ap-2024-09-06",
        "anadolu-2023-07-06",
        "notes-2023-07",
        "long-report-2023-07",
    ]
    assert "5 articles with 24 figures" in html_of(app)


FILTERS = [
    ({"search": "tanks"}, ["cp-2025-02-23"]),
    ({"about": "2024-08"}, [AP]),
    ({"source": "Anadolu"}, ["anadolu-2023-07-06"]),
    ({"source": "none"}, [NOTES, LONG_REPORT]),
    ({"dated": "inferred"}, [NOTES, LONG_REPORT]),
    ({"dated": "inferred", "search": "rockets"}, [NOTES]),
]


@pytest.mark.parametrize(("query", "left"), FILTERS)
def test_the_address_chooses_articles(open_page: Open, query: dict[str, str], left: list[str]) -> None:
    assert rows_of(open_page(samples.full(), **query)) == left


def test_filters_say_their_options_in_words_and_none_means_all(open_page: Open) -> None:
    told = {one.key: one for one in open_page(samples.full()).multiselect}
    assert {one.placeholder for one in told.values()} == {"All"}
    assert {name: one.label for name, one in told.items()} == {
        "about": "Operations",
        "source": "Outlet or agency",
        "dated": "How it is dated",
    }
    assert told["dated"].options == ["Stated", "Inferred", "Not known"]
    assert told["dated"].value == []


def test_no_match_is_said(open_page: Open) -> None:
    assert "No article matches" in html_of(open_page(samples.full(), search="nowhere to be found"))


def test_a_search_and_a_filter_go_together(open_page: Open) -> None:
    app = open_page(samples.full())
    app.text_input(key="search").set_value("rockets").run()
    app.multiselect(key="dated").set_value(["inferred"]).run()
    assert not app.exception
    assert rows_of(app) == [NOTES]
    assert (app.query_params["search"], app.query_params["dated"]) == ("rockets", "inferred")


@pytest.mark.parametrize("beside", [{"search": "rockets"}, {"article": AP}])
def test_what_an_address_asks_in_vain_beside_others_is_said(open_page: Open, beside: dict[str, str]) -> None:
    app = open_page(samples.full(), dated="guessed", find="x", **beside)
    assert not app.exception
    assert "find x (nothing on this page is called so)" in html_of(app)
    assert "find" not in app.query_params
    assert [app.query_params[name] for name in beside] == list(beside.values())


def test_a_search_is_typed_and_undone(open_page: Open) -> None:
    app = open_page(samples.full())
    app.text_input(key="search").set_value("tanks").run()
    assert rows_of(app) == ["cp-2025-02-23"]
    app.text_input(key="search").set_value("").run()
    assert len(rows_of(app)) == 5


def test_a_long_list_is_paged(open_page: Open) -> None:
    full = samples.full()
    row = samples.ARTICLE_ROWS[0]
    many = [row | {"article_id": f"copy-{number:02}"} for number in range(article_list.A_PAGE + 3)]
    frames = replace(full, articles=ARTICLES.frame(many))
    assert len(rows_of(open_page(frames))) == article_list.A_PAGE


def test_a_digest_is_shown_in_full_and_said_to_be_one(open_page: Open) -> None:
    app = open_page(as_digests(samples.full()), article=AP)
    assert words_of(app) == samples.TEXTS[AP]
    assert "A digest in this project&#x27;s own words" in html_of(app)
    assert reader.NOT_SHOWN not in html_of(app)


def test_of_a_publishers_article_the_sentences_with_figures_alone_are_shown(open_page: Open) -> None:
    app = open_page(samples.full(), article=NOTES)
    assert "The publisher&#x27;s article" in html_of(app)
    assert words_of(app) == "Militants fired five rockets from Gaza, and none of them landed."
    assert "urged restraint" not in html_of(app)
    assert "SHOW_FULL_TEXT=1" in html_of(app)


@pytest.mark.parametrize(("value", "shown"), [("1", True), ("0", False), ("", False)])
def test_the_configuration_allows_the_full_text(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, value: str, shown: bool
) -> None:
    monkeypatch.setenv("SHOW_FULL_TEXT", value)
    assert (words_of(open_page(samples.full(), article=NOTES)) == samples.TEXTS[NOTES]) is shown


def test_every_figure_is_marked_and_linked_to_where_it_is_drawn(open_page: Open) -> None:
    told = html_of(open_page(as_digests(samples.full()), article=AP))
    for words in ("dozens of deaths", "39 Palestinians killed", "21 died in Jenin", "more than 94,000 hurt"):
        assert f">{words}</" in told
    assert '<a href="/?operation=2024-08&amp;measure=killed" class="mark"' in told
    assert told.count("Not drawn: it counts for no operation.") == 4  # two figures, on a card and in the list


def with_other_numbers() -> Frames:
    """One article with a figure, a year in its sentence, and a number that nothing was made of."""
    full, said = samples.full(), "The camp of 1953 saw 39 Palestinians killed."
    at = said.index("39")
    claims = full.claims[full.claims["claim_id"] == "c22"]
    claims = claims.assign(quote="39 Palestinians killed", sentence=said, start=at, end=at + 22)
    return replace(full, texts={AP: f"{said} It counted seven."}, claims=claims)


YEAR = r'class="other".*?>1953</span><small class="label">date<'
UNREAD = r'class="other unread".*?>seven</span><small class="label">unread<'
IN_KEY = "A number that is no figure"


def test_a_number_that_is_no_figure_is_marked_with_its_reason(open_page: Open) -> None:
    told = html_of(open_page(as_digests(with_other_numbers()), article=AP))
    assert re.search(YEAR, told) and re.search(UNREAD, told) and IN_KEY in told
    assert "2 numbers in this text are drawn nowhere: 1 date and 1 not read as a figure." in told


def test_numbers_of_a_text_that_is_not_shown_are_counted_alone(open_page: Open) -> None:
    told = html_of(open_page(with_other_numbers(), article=AP))
    assert re.search(YEAR, told) and not re.search(UNREAD, told) and IN_KEY in told
    assert "2 numbers in this text are drawn nowhere: 1 date and 1 not read as a figure." in told
    assert IN_KEY not in html_of(open_page(samples.full(), article=NOTES))


def test_a_link_to_a_figure_marks_it_alone(open_page: Open) -> None:
    app = open_page(as_digests(samples.full()), article=AP, claim="c23")
    told = html_of(app)
    assert len(re.findall(r'class="figure [a-z ]*asked"', told)) == 1
    assert re.search(r'asked"><a [^>]*>21 died in Jenin<', told)


def with_statements() -> Frames:
    """The articles with two statements in one: one holds a figure, one is of no operation."""
    full, text = samples.full(), samples.TEXTS[AP]
    rows = [
        {
            "statement_id": name,
            "article_id": AP,
            "operation_id": operation_id,
            "kind": "cause",
            "topic": "medical",
            "position": "asserted",
            "side": "unspecified",
            "place_id": "jenin",
            "attributed_to": "Someone",
            "quote": quote,
            "start": text.index(quote),
            "end": text.index(quote) + len(quote),
            "sentence": next(one for one in text.split(". ") if quote in one) + ".",
        }
        for name, operation_id, quote in (
            ("s1", None, "The camp in Jenin was quiet"),
            ("s2", "2024-08", "in the push, 21 died"),
        )
    ]
    return replace(full, statements=STATEMENTS.frame(rows))


def test_statements_are_marked_in_the_text_and_linked_to_what_others_say(open_page: Open) -> None:
    app = open_page(as_digests(with_statements()), article=AP)
    assert words_of(app) == samples.TEXTS[AP]
    told = html_of(app)
    assert '<span class="statement"><span role="note" tabindex="0"' in told  # of no operation: no link
    assert '<span class="statement"><a href="/disagreement?told=2024-08"' in told
    assert re.search(r'class="figure killed stated"><a [^>]*>21 died<', told)
    assert told.count("A statement without a figure") == 1
    for read in ("says so", "Someone", "See what others say: Northern West Bank", "speaks of no operation"):
        assert read in told
    assert [header.value for header in app.header] == ["The figures", "The statements without a figure"]


def test_sentences_with_statements_are_shown_of_a_publishers_article(open_page: Open) -> None:
    full = with_statements()
    frames = replace(full, claims=full.claims[full.claims["article_id"] != AP].reset_index(drop=True))
    app = open_page(frames, article=AP)
    assert "The camp in Jenin was quiet" in words_of(app)
    assert "The war in Gaza" not in words_of(app)


def test_a_link_to_a_statement_marks_it(open_page: Open) -> None:
    told = html_of(open_page(as_digests(with_statements()), article=AP, claim="s2"))
    assert re.findall(r'class="((?:statement|figure)[a-z ]*asked)"', told) == [
        "statement asked",
        "figure killed stated asked",
    ]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"article": "<b>gone</b>"}, "There is no article &lt;b&gt;gone&lt;/b&gt; in this data."),
        ({"article": AP, "claim": "<b>c1</b>"}, "There is no figure or statement &lt;b&gt;c1&lt;/b&gt; in"),
    ],
)
def test_what_the_address_asks_in_vain_is_said(open_page: Open, query: dict[str, str], said: str) -> None:
    app = open_page(samples.full(), **query)
    assert not app.exception
    assert said in html_of(app)


def test_a_long_article_is_shown_in_parts_and_a_figure_opens_its_own(open_page: Open) -> None:
    full = as_digests(samples.one())
    text = "Nothing was said that day.\n" * 4_000 + samples.TEXTS[samples.A01]
    start = text.index("12 Palestinians killed")
    claims = full.claims.assign(start=start, end=start + 22)
    frames = replace(full, texts={samples.A01: text}, claims=claims)
    first = open_page(frames, article=samples.A01)
    assert "in 3 parts; this is part 1" in html_of(first)
    assert "12 Palestinians killed" not in words_of(first)
    asked = open_page(frames, article=samples.A01, claim="c01")
    assert "this is part 3" in html_of(asked)
    assert "12 Palestinians killed" in words_of(asked)


HOSTILE = "</a><script>alert(1)</script> **bold** :red[x] $e$ :smile: \x07\u202e & &amp;"


@pytest.mark.parametrize("query", [{}, {"article": AP}, {"article": AP, "claim": "c22"}])
def test_what_articles_say_of_themselves_is_text(open_page: Open, query: dict[str, str]) -> None:
    full = as_digests(samples.full())
    said: dict[str, Any] = dict.fromkeys(("title", "outlet", "original", "date_note", "file"), HOSTILE)
    claims = full.claims.assign(attributed_to=HOSTILE, period_words=HOSTILE, qualifier=HOSTILE)
    app = open_page(replace(full, articles=full.articles.assign(**said), claims=claims), **query)
    assert not app.exception
    told = html_of(app)
    assert "<script" not in told and "\u202e" not in told and "\x07" not in told
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; **bold** :red[x] $e$ :smile: \ufffd\ufffd &amp; &amp;amp;"
        in told
    )
    assert not any("bold" in element.value for element in (*app.markdown, *app.caption, *app.header))


ADDRESSES = [
    (links.article_link("a b&c=<1>"), "/articles?article=a+b%26c%3D%3C1%3E"),
    (links.article_link("x", "y"), "/articles?article=x&claim=y"),
    (links.articles_link(), "/articles"),
    (links.disagreement_link("2023-07"), "/disagreement?told=2023-07"),
    (links.casualties_link("2023-07", "killed"), "/?operation=2023-07&measure=killed"),
]


@pytest.mark.parametrize(("link", "address"), ADDRESSES)
def test_links_hold_ids_safely(link: str, address: str) -> None:
    assert link == address


def test_links_keep_to_the_servers_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links.st, "get_option", lambda _: "/newsroom/")
    assert links.article_link("x") == "/newsroom/articles?article=x"
    assert links.casualties_link("2023-07", "killed").startswith("/newsroom/?operation")

"""One article: its source, its text with every figure marked, and what was read of each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from loaders import Frames
from loaders.reader import OtherNumber, find_other_numbers
from loaders.tables import MEASURES
from pages.figures import words
from pages.figures.article import (
    Piece,
    cut,
    facts,
    is_drawn,
    others_in_words,
    parts_of,
    sentences_of,
    statement_facts,
    which_text,
    why_not_drawn,
)
from pages.figures.choices import FIRST_MEASURES
from pages.ui.article_index import ArticleIndex, index_of
from pages.ui.captions import show_words
from pages.ui.links import article_link, articles_link, casualties_link, disagreement_link
from pages.ui.marks import Tell, Told, figures_html, key_html, pieces_html, reader_style
from pages.ui.sharing import show_link
from pages.ui.text import as_html, show_note
from pages.ui.theme import current_palette

FULL_TEXT = "SHOW_FULL_TEXT"
"""The environment variable that allows publishers' articles in full, where it is 1."""

NOT_SHOWN = (
    "Full text is not shown: only the sentences that hold a figure or a marked statement. Whoever runs this "
    f"dashboard can allow publishers' articles in full by setting the environment variable {FULL_TEXT}=1."
)

STYLE = Path(__file__).parent / "reader.css"

# Shows the mark that the address names: it is on the page already, drawn as the one asked for.
_show_mark = st.components.v2.component(
    "show_mark",
    js="""
    export default function () {
        const mark = document.querySelector(".reader .asked > .mark");
        mark?.scrollIntoView({ block: "center" });
        mark?.focus({ preventScroll: true });
    }
    """,
)

# In the menu the page's own name leads back to the list: Streamlit alone keeps the article in the address.
_leave_by_menu = st.components.v2.component(
    "leave_by_menu",
    js="""
    export default function () {
        const menu = "[data-testid=stTopNavLink], [data-testid=stSidebarNavLink]";
        const leave = (event) => {
            const link = event.target.closest?.(menu);
            const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
            if (link?.pathname !== location.pathname || elsewhere) return;
            event.preventDefault();
            event.stopPropagation();
            location.assign(link.pathname);
        };
        document.addEventListener("click", leave, { capture: true });
        return () => document.removeEventListener("click", leave, { capture: true });
    }
    """,
)


def may_show_text(article: Any) -> bool:
    """Whether the whole text may be shown: always of a digest, which is ours; else where it is allowed."""
    return isinstance(article.original, str) or os.environ.get(FULL_TEXT) == "1"


def show_article(frames: Frames, article_id: str, asked_id: str | None) -> None:
    """An article with its figures and statements marked, scrolled to the one that the address names."""
    st.html(STYLE)
    st.html(f'<p class="back"><a href="{articles_link()}">All articles</a></p>')
    _leave_by_menu(key="leave_by_menu", height=0)
    index = index_of(frames)
    article, text = index.article(article_id), frames.texts.get(article_id, "")
    if article is None:
        show_note(f"There is no article {article_id} in this data.")
        return
    claims, statements = index.claims_of(article_id), index.statements_of(article_id)
    asked = next((mark for mark in (*claims, *statements) if mark.claim_id == asked_id), None)
    if asked_id and asked is None:
        show_note(f"There is no figure or statement {asked_id} in this article as it is read now.")
    _show_source(article, frames)
    part = _choose_part(text, asked)
    others = _other_numbers(text, tuple((int(claim.start), int(claim.end)) for claim in claims))
    here, said_here, others_here = (
        [mark for mark in marks if part[0] <= mark.start < part[1]] for marks in (claims, statements, others)
    )
    tell, whole = _teller(claims, index), may_show_text(article)
    spans = [part] if whole else sentences_of(text, [*here, *said_here])
    runs = [cut(text, here, others_here, span, said_here) for span in spans]
    if not whole:
        show_note(NOT_SHOWN)
    _show_key(here, {piece.reason for run in runs for piece in run if piece.reason}, bool(said_here))
    _show_runs(runs, tell, asked, article.language)
    show_words(others_in_words(others_here), "chart-footer")
    _show_list("The figures", here, tell)
    _show_list("The statements without a figure", said_here, tell)
    show_link()
    if asked is not None:
        _show_mark(key=f"show_{asked.claim_id}")


def _show_list(title: str, marks: Sequence[Any], tell: Tell) -> None:
    """What was read of each mark, in a list; nothing where there is none."""
    if marks:
        st.header(title)
        links = {mark.claim_id: article_link(mark.article_id, mark.claim_id) for mark in marks}
        st.html(_in_colours("reader-list", figures_html(marks, tell, links)))


def _choose_part(text: str, asked: Any) -> tuple[int, int]:
    """The span of the text to show: all of it, or the part of a long one that holds the mark or is chosen."""
    parts = parts_of(text)
    if len(parts) == 1:
        return parts[0]
    opened = next((at for at, part in enumerate(parts) if asked is not None and asked.start < part[1]), 0)
    chosen = st.pagination(len(parts), default=opened + 1, key=f"part_{asked.claim_id if asked else ''}")
    show_words(f"A long article, in {words.number(len(parts))} parts; this is part {chosen}.", "chart-footer")
    return parts[chosen - 1]


def _show_source(article: Any, frames: Frames) -> None:
    operations = dict(zip(frames.operations["operation_id"], frames.operations["name"], strict=True))
    lines = [
        f"{words.source(article)} · {words.dated(article)} · "
        + operations.get(article.operation_id, "about no operation"),
        which_text(article),
    ]
    if isinstance(article.date_note, str):
        lines.append(f"How it is dated: {article.date_note}")
    told = "".join(f'<p class="whence">{as_html(line)}</p>' for line in lines)
    if isinstance(article.same_as, str):
        link = as_html(article_link(article.same_as))
        told += (
            f'<p class="whence">A near-duplicate or another version of <a href="{link}">this article</a>.</p>'
        )
    title = article.title if isinstance(article.title, str) else article.file
    st.html(f'<div class="article-head"><h2>{as_html(title)}</h2>{told}</div>')


def _show_key(claims: Sequence[Any], reasons: set[str], statements: bool) -> None:
    known = {claim.measure for claim in claims}
    measures = [measure for measure in MEASURES if measure in known]
    st.html(_in_colours("reader-key", key_html(measures, reasons, statements=statements)))


def _show_runs(runs: Sequence[Sequence[Piece]], tell: Tell, asked: Any, language: Any) -> None:
    """Runs of the text, each a block of its own, with their marks."""
    sought = None if asked is None else asked.claim_id
    blocks = [f'<div class="words" dir="auto">{pieces_html(run, tell, sought)}</div>' for run in runs]
    st.html(_in_colours("reader", "".join(blocks) or "<p>No figure was read here.</p>", language))


def _in_colours(kind: str, html: str, language: Any = "en") -> str:
    spoken = as_html(language) if isinstance(language, str) else "en"
    return f'<div class="{kind}" lang="{spoken}" style="{reader_style(current_palette())}">{html}</div>'


def _teller(claims: list[Any], index: ArticleIndex) -> Tell:
    """What stands on the card of each of an article's claims and statements."""
    frames, measures = index.frames, index.measures.union(FIRST_MEASURES)
    by_id = {claim.claim_id: claim for claim in claims}
    places = dict(zip(frames.places["place_id"], frames.places["name"], strict=True))
    operations = dict(zip(frames.operations["operation_id"], frames.operations["name"], strict=True))

    def tell(mark: Any) -> Told:
        if mark.claim_id not in by_id:
            return _told_statement(mark, places, operations)
        read = facts(mark, by_id, places, operations)
        if not is_drawn(mark, measures):
            return Told(read, why_not_drawn(mark), None)
        drawn = f"See its chart: {words.MEASURES[mark.measure].lower()}, {operations[mark.operation_id]}"
        return Told(read, drawn, casualties_link(mark.operation_id, mark.measure))

    return tell


def _told_statement(statement: Any, places: dict[str, str], operations: dict[str, str]) -> Told:
    read = statement_facts(statement, places, operations)
    if statement.operation_id not in operations:
        return Told(read, "Not set beside others: it speaks of no operation.", None)
    told = f"See what others say: {operations[statement.operation_id]}"
    return Told(read, told, disagreement_link(statement.operation_id))


@st.cache_data(show_spinner=False, max_entries=64)
def _other_numbers(text: str, figures: tuple[tuple[int, int], ...]) -> list[OtherNumber]:
    marked: list[Any] = [OtherNumber(start, end, "figure") for start, end in figures]
    return find_other_numbers(text, marked)

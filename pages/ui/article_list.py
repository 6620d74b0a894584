"""The list of articles: what is searched and chosen, and a table whose rows open an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Frames
from loaders.tables import DATED_BY
from pages.export.tables import PageTable
from pages.figures import words
from pages.figures.article import NO_OPERATION, NO_SOURCE, article_table
from pages.figures.choices import Choice
from pages.figures.credits import credits_of
from pages.figures.scopes import each_row, oldest_first, with_articles
from pages.ui import address
from pages.ui.article_index import ArticleIndex, index_of, search_articles
from pages.ui.captions import show_words
from pages.ui.exports import show_table_exports
from pages.ui.filters import choose_some
from pages.ui.frames import made_once
from pages.ui.links import article_link, page_address
from pages.ui.paging import choose_page_by_address
from pages.ui.reader import STYLE
from pages.ui.sheets import content_version
from pages.ui.text import as_html, show_note

A_PAGE = 25  # rows
MOST_SOURCES = 100_000  # figures in one file


def show_articles(frames: Frames) -> None:
    """The articles that the filters leave, newest first; a row opens its article."""
    st.html(STYLE)
    index = index_of(frames)
    search = _choose_search()
    with st.sidebar:
        chosen = {
            "about_id": _choose_operations(index),
            "source_id": _choose_sources(index),
            "dated_by": _choose_dating(),
        }
    opening = st.container()
    choice = (search, *(tuple(wanted) for wanted in chosen.values()))
    found, total = made_once(frames, "articles found", choice, lambda: _find(index, search, chosen))
    counted = st.empty()
    seen = choose_page_by_address(len(found), A_PAGE)
    with opening:
        address.settle()
    if found.empty:
        show_note("No article matches: search for fewer words, or choose more.")
        return
    figures = words.count(total, "figure")
    with counted:
        show_words(f"{words.count(len(found), 'article')} with {figures}, newest first.", "chart-footer")
    st.html(_table_html(found.iloc[seen]))
    filters, link = _in_words(search, chosen), page_address()
    show_table_exports(lambda: {"articles": _export_of(found, filters, link, frames)})


def _in_words(search: str, chosen: Mapping[str, list[str]]) -> dict[str, str]:
    """What narrows the list, by the name of the choice."""
    labels = {"about_id": "Operations", "source_id": "Outlet or agency", "dated_by": "How it is dated"}
    told = {labels[column]: words.listed(wanted) or "all" for column, wanted in chosen.items()}
    return {"Search": search or "none", **told}


def _export_of(found: pd.DataFrame, filters: Mapping[str, str], link: str, frames: Frames) -> PageTable:
    """The list as a file has it, with the figures of its articles where they are not too many for a sheet."""
    claims = frames.claims[frames.claims["article_id"].isin(found["article_id"])]
    told = credits_of(claims, frames.articles)
    notes = []
    if len(claims) > MOST_SOURCES:
        notes.append(f"The {words.count(len(claims), 'figure')} of these articles are too many to list here.")
        claims = claims.iloc[:0]
    return PageTable(
        title="Articles read",
        subtitle="One row an article, newest first; figures are the claims read from it.",
        table=article_table(found),
        link=link,
        data_version=content_version(frames),
        notes=tuple(notes),
        said_by=told.said_by,
        printed_by=told.printed_by,
        as_of=told.as_of,
        articles=words.count(len(found), "article"),
        filters=filters,
        claims=with_articles(oldest_first(claims), frames.articles),
    )


def _find(index: ArticleIndex, search: str, chosen: Mapping[str, list[str]]) -> tuple[pd.DataFrame, int]:
    """The articles that a search and the filters leave, and the number of their figures."""
    found = search_articles(index, search)
    for column, wanted in chosen.items():
        if wanted:
            found = found[found[column].isin(wanted)]
    return found, int(found["figures"].sum())


def _choose_search() -> str:
    return address.choose_text(
        "search",
        lambda key: st.text_input(
            "Search titles and texts", key=key, type="search", max_chars=address.MOST_LETTERS
        ),
    )


def _choose_operations(index: ArticleIndex) -> list[str]:
    names = {row.operation_id: words.short_name(row) for row in each_row(index.frames.operations)}
    if NO_OPERATION in index.operations:
        names[NO_OPERATION] = "About no operation"
    return _choose("about", "Operations", names)


def _choose_sources(index: ArticleIndex) -> list[str]:
    names = {source: source for source in index.sources if source != NO_SOURCE}
    if NO_SOURCE in index.sources:
        names[NO_SOURCE] = words.NO_SOURCE.capitalize()
    return _choose("source", "Outlet or agency", names)


def _choose_dating() -> list[str]:
    names = {how: words.DATED_BY[how].capitalize() for how in DATED_BY}
    return _choose("dated", "How it is dated", names)


def _choose(name: str, label: str, names: dict[str, str]) -> list[str]:
    """Some ids of several; none chosen means all."""
    return choose_some(Choice(name, label, names, ()), "All")


def _table_html(rows: pd.DataFrame) -> str:
    heads = "".join(
        f'<th scope="col" role="columnheader">{name}</th>'
        for name in ("Article", "Printed by", "Published", "Operation", "Figures")
    )
    body = "".join(_row_html(row) for row in each_row(rows))
    return (
        '<table class="articles" role="table" aria-label="Articles">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row_html(article: Any) -> str:
    copy = "" if pd.isna(article.same_as) else "<small>a copy or another version</small>"
    operation = "none" if pd.isna(article.operation) else article.operation
    link = as_html(article_link(article.article_id))
    cells = "".join(
        f'<td role="cell" data-name="{name}">{as_html(value)}</td>'
        for name, value in (
            ("Printed by", article.printed_by),
            ("Published", article.dated),
            ("Operation", operation),
            ("Figures", words.number(article.figures)),
        )
    )
    head = f'<a href="{link}">{as_html(article.headline)}</a>{copy}'
    return f'<tr role="row"><th scope="row" role="rowheader">{head}</th>{cells}</tr>'

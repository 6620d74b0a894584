"""The sentences behind figures: each with its figure marked, who said it, who printed it, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Frames
from loaders.tables import join_list
from pages.figures import words
from pages.figures.evidence import role_in_words, way_in_words
from pages.figures.scopes import Pick, each_row, place_names, with_articles
from pages.ui.captions import show_words, words_html
from pages.ui.frames import claims_by_id, made_once
from pages.ui.links import article_link
from pages.ui.paging import choose_page
from pages.ui.picked import show_close
from pages.ui.text import as_html

# Cards on one page of a list: as many as a reader scrolls through.
PAGE = 12

HOW_TO_PICK = "Click on a mark, or go to a row of the table by keyboard: the sentences behind it stand here."
HOW_TO_PICK_A_FIGURE = "Click on an underlined figure of the table: the sentences behind it stand here."

Role = Callable[[Any], str]


def show_claims_of(
    claim_ids: Sequence[str],
    frames: Frames,
    key: str,
    *,
    title: str = "",
    note: str = "",
    role: Role | None = None,
) -> None:
    """A card for each of some claims, by their ids, a page of them at a time, under a title.

    `key` names the list among all of its page; `note` stands under the title; `role` says what a claim does
    for a value.
    """
    list_place = st.empty()
    seen = choose_page(len(claim_ids), PAGE, f"{key}_page")
    shown = tuple(claim_ids[seen])
    if len(shown) < len(claim_ids):
        numbers = f"{words.number(seen.start + 1)} to {words.number(seen.stop)}"
        show_words(f"Sentences {numbers} of {words.number(len(claim_ids))}.", "chart-footer")
    ids = join_list(shown)

    def cards() -> str:
        told = made_once(frames, "claims told", ids, lambda: _told(shown, frames))
        places = made_once(frames, "names of places", (), lambda: place_names(frames.places))
        return "".join(claim_card(claim, frames, places, role) for claim in told)

    made = cards() if role else made_once(frames, "claims as cards", ids, cards)
    list_place.html(f'{head_html(title, note)}<ul class="claims">{made}</ul>')


def head_html(title: str, note: str) -> str:
    """What stands above some cards."""
    heading = f'<h3 class="row-title">{as_html(title)}</h3>' if title else ""
    return heading + words_html(note, "chart-footer")


def _told(claim_ids: Sequence[str], frames: Frames) -> list[Any]:
    """Claims as rows with their articles."""
    claims = claims_by_id(frames, claim_ids)
    articles = frames.articles[frames.articles["article_id"].isin(claims["article_id"])]
    return list(each_row(with_articles(claims, articles)))


def show_panel(
    picks: Sequence[Pick] | None, frames: Frames, rule: str, page: str, how: str = HOW_TO_PICK
) -> None:
    """The panel of what a reader picked: each value, how the rule comes to it, and its claims.

    None says how to pick; an empty list that what was picked has no figure.
    """
    with st.container(key=f"{page}_panel_{'empty' if picks is None else 'open'}"):
        if picks is None:
            show_words(how, "chart-footer")
            return
        show_close(page)
        for position, pick in enumerate(picks):
            show_pick(pick, frames, rule, f"{page}_picked_{position}")


def show_pick(pick: Pick, frames: Frames, rule: str, key: str) -> None:
    """What was picked, how the rule comes to its value, and the claims behind it."""
    if pick.estimate is None:
        st.html(head_html(pick.heading, "No figure in these articles, which is not zero."))
        return
    show_claims_of(
        pick.ids,
        frames,
        key,
        title=pick.heading,
        note=way_in_words(pick.estimate, pick.behind, rule),
        role=lambda claim: role_in_words(claim, pick.estimate, pick.behind),
    )


def claim_card(claim: Any, frames: Frames, places: dict[str, str], role: Role | None = None) -> str:
    """One claim as HTML. `claim` is a row of claims with their articles, `places` maps place_id to name."""
    text = frames.texts.get(claim.article_id, "")
    before, figure, after = split_at_figure(claim.sentence, claim.quote, text, int(claim.start))
    sentence = f"{as_html(before)}<mark>{as_html(figure)}</mark>{as_html(after)}"
    stamp = words.scope_stamp(claim, places.get(claim.place_id, pd.NA))
    article = words.article(claim.title, claim.file, claim.original)
    lines = [
        f'<p class="said">{as_html(words.amount(claim))} · {as_html(words.speaker(claim.attributed_to))}</p>',
        f'<p class="stamp">{as_html(stamp)}</p>',
        f"<p>{sentence}</p>",
        _whence("Printed by", words.source(claim)),
        _whence("Article", f"{article}, {words.dated(claim)}"),
    ]
    if pd.notna(claim.date_note):
        lines.append(_whence("How it is dated", claim.date_note))
    if pd.notna(claim.flags):
        lines.append(_whence("To be looked at", claim.flags))
    if role:
        lines.append(_whence("For the value", role(claim)))
    link = as_html(article_link(claim.article_id, claim.claim_id))
    lines.append(f'<p class="whence"><a href="{link}" target="_self">Read it in the article</a></p>')
    return f"<li>{''.join(lines)}</li>"


def _whence(label: str, text: Any) -> str:
    return f'<p class="whence">{label}: {as_html(text)}</p>'


def split_at_figure(sentence: str, figure: str, text: str, start: int) -> tuple[str, str, str]:
    """A sentence before, at and after its figure.

    `start` is where the figure begins in `text`: it tells which one is meant where a sentence has the same
    words twice. Where the sentence is not in the text as it is, its first such words are taken.
    """
    begins = text.rfind(sentence, 0, start + len(sentence))
    at = (
        start - begins
        if begins >= 0 and sentence.startswith(figure, start - begins)
        else sentence.find(figure)
    )
    if at < 0:
        return sentence, "", ""
    return sentence[:at], figure, sentence[at + len(figure) :]

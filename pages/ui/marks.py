"""An article's pieces as HTML: every mark a link with its label and what was read, every word escaped.

Pure functions; `pages.ui.reader` shows what they return.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from pages.figures import words
from pages.figures.article import INKS, REASONS, STATEMENT, UNREAD, Piece
from pages.figures.palette import Palette
from pages.ui.text import as_html


@dataclass(frozen=True)
class Told:
    """What stands on a mark's card: the facts read, and where it is drawn (no link: why it is not)."""

    facts: Sequence[tuple[str, str]]
    drawn: str
    link: str | None


Tell = Callable[[Any], Told]
"""What stands on the card of a claim or a statement: rows with a `claim_id`."""

LABELS = {measure: name.lower() for measure, name in words.MEASURES.items()} | {STATEMENT: STATEMENT}


def reader_style(palette: Palette) -> str:
    """The colours of the marks in a theme, as CSS custom properties for the style sheet."""
    inks = "; ".join(f"--{measure}: {ink.of(palette)}" for measure, ink in INKS.items())
    return f"--paper: {palette.paper}; --quiet: {palette.muted}; --rule: {palette.grid}; {inks}"


def pieces_html(pieces: Sequence[Piece], tell: Tell, asked: str | None) -> str:
    """Text with its marks. `tell` says what stands on the card of a figure or a statement.

    `asked` is the claim_id, or the statement's id, of the mark that is sought.
    """
    return "".join(_piece(piece, tell, asked) for piece in pieces)


def _piece(piece: Piece, tell: Tell, asked: str | None) -> str:
    if piece.claims or (piece.statements and piece.reason is None):
        return _told(piece, tell, asked)
    if piece.reason is not None:
        return _other(piece, tell, asked)
    return as_html(piece.text)


def _told(piece: Piece, tell: Tell, asked: str | None) -> str:
    """The piece's owner is its link; the card tells of every figure and statement that the piece is in."""
    marks = (*piece.claims, *piece.statements)
    kinds = ["figure", piece.claims[0].measure] if piece.claims else [STATEMENT]
    inside = ["inside"] if len(piece.claims) > 1 else []
    link = tell(marks[0]).link
    opening = f'<a href="{escape(link)}"' if link else '<span role="note"'
    reach = "" if link and piece.opens else f' tabindex="{0 if piece.opens else -1}"'
    cards = "".join(_card(tell(mark)) for mark in marks)
    return (
        f'<span class="{" ".join([*kinds, *inside, *_states(piece, asked)])}">'
        f'{opening}{reach} class="mark" aria-describedby="card-{piece.start}">'
        f"{as_html(piece.text)}</{'a' if link else 'span'}>{_labels(piece)}{_tip(piece, cards)}</span>"
    )


def _states(piece: Piece, asked: str | None) -> list[str]:
    """Whether the piece is part of a statement beside its owner, and whether it is sought."""
    in_statement = piece.statements and (piece.claims or piece.reason is not None)
    sought = asked in {mark.claim_id for mark in (*piece.claims, *piece.statements)}
    return [*(["stated"] if in_statement else []), *(["asked"] if sought else [])]


def _labels(piece: Piece) -> str:
    return "".join(_label(end) for end in piece.ends)


def _label(end: str) -> str:
    """What a mark is labelled with at its end; only measures and statements have a look of their own."""
    kind = f"label {end}" if end in LABELS else "label"
    return f'<small class="{kind}">{as_html(LABELS.get(end, end))}</small>'


def _tip(piece: Piece, cards: str) -> str:
    return f'<span class="card" role="tooltip" id="card-{piece.start}">{cards}</span>'


def _card(told: Told) -> str:
    lines = "".join(f"<span><b>{as_html(name)}</b> {as_html(value)}</span>" for name, value in told.facts)
    return f'<span class="read">{lines}<span class="drawn">{as_html(told.drawn)}</span></span>'


def _other(piece: Piece, tell: Tell, asked: str | None) -> str:
    unread = piece.reason == UNREAD
    reason = "Not read as a figure" if unread else f"No figure: {REASONS[piece.reason or ''][0]}"
    classes = ["other", *(["unread"] if unread else []), *_states(piece, asked)]
    cards = "".join(_card(tell(statement)) for statement in piece.statements)
    read = f'<span class="read">{as_html(reason)}.</span>{cards}'
    return (
        f'<span class="{" ".join(classes)}"><span class="mark" tabindex="{0 if piece.opens else -1}" '
        f'role="note" aria-describedby="card-{piece.start}">{as_html(piece.text)}</span>'
        f"{_labels(piece)}{_tip(piece, read)}</span>"
    )


def key_html(measures: Sequence[str], reasons: Collection[str] = (), *, statements: bool = False) -> str:
    """What the underlines mean, for the marks that an article has.

    `reasons` are those for which its other numbers are no figures.
    """
    meanings = [(f"figure {measure}", "12", words.MEASURES[measure]) for measure in measures]
    if statements:
        meanings.append((STATEMENT, "words", "A statement without a figure"))
    if set(reasons) - {UNREAD}:
        meanings.append(("other", "12", "A number that is no figure"))
    if UNREAD in reasons:
        meanings.append(("other unread", "12", "A number not read"))
    items = "".join(
        f'<li><span class="{mark}"><span class="mark" aria-hidden="true">{sample}</span></span>{said}</li>'
        for mark, sample, said in meanings
    )
    return f'<ul class="marks-key" aria-label="Key">{items}</ul>'


def figures_html(claims: Sequence[Any], tell: Tell, links: Mapping[str, str]) -> str:
    """Figures or statements in a list, with what was read of each. `links` are the marks' addresses by id."""
    return f'<ol class="figures">{"".join(_row(claim, tell(claim), links) for claim in claims)}</ol>'


def _row(claim: Any, told: Told, links: Mapping[str, str]) -> str:
    facts = "".join(
        f"<div><dt>{as_html(name)}</dt><dd>{as_html(value)}</dd></div>" for name, value in told.facts
    )
    drawn = as_html(told.drawn)
    if told.link:
        drawn = f'<a href="{escape(told.link)}">{drawn}</a>'
    return (
        f'<li><p class="quote"><a href="{escape(links[claim.claim_id])}">“{as_html(claim.quote)}”</a></p>'
        f'<dl>{facts}</dl><p class="drawn">{drawn}</p></li>'
    )

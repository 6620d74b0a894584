"""An article's pieces as HTML: every figure a link with its measure and what was read, every word escaped.

Pure functions; `pages.ui.reader` shows what they return.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from pages.figures import words
from pages.figures.article import INKS, REASONS, Piece
from pages.figures.palette import Palette
from pages.ui.text import as_html


@dataclass(frozen=True)
class Told:
    """What stands on a figure's card: the facts read, and where it is drawn (no link: why it is not)."""

    facts: Sequence[tuple[str, str]]
    drawn: str
    link: str | None


Tell = Callable[[Any], Told]
"""What stands on the card of a claim."""


def reader_style(palette: Palette) -> str:
    """The colours of the marks in a theme, as CSS custom properties for the style sheet."""
    inks = "; ".join(f"--{measure}: {ink.of(palette)}" for measure, ink in INKS.items())
    return f"--paper: {palette.paper}; --quiet: {palette.muted}; --rule: {palette.grid}; {inks}"


def pieces_html(pieces: Sequence[Piece], tell: Tell, asked: str | None) -> str:
    """Text with its marks. `tell` says what stands on a figure's card, `asked` is the claim_id sought."""
    return "".join(_piece(piece, tell, asked) for piece in pieces)


def _piece(piece: Piece, tell: Tell, asked: str | None) -> str:
    if piece.claims:
        return _figure(piece, tell, asked)
    if piece.reason is not None:
        return _other(piece)
    return as_html(piece.text)


def _figure(piece: Piece, tell: Tell, asked: str | None) -> str:
    """The piece's shortest figure is its link; the card tells of every figure that the piece is in."""
    owner = piece.claims[0]
    card = f"card-{piece.start}"
    sought = asked in {claim.claim_id for claim in piece.claims}
    classes = " ".join(
        [
            "figure",
            owner.measure,
            *(["inside"] if len(piece.claims) > 1 else []),
            *(["asked"] if sought else []),
        ]
    )
    link = tell(owner).link
    opening = f'<a href="{escape(link)}"' if link else '<span role="note"'
    reach = "" if link and piece.opens else f' tabindex="{0 if piece.opens else -1}"'
    cards = "".join(_card(tell(claim)) for claim in piece.claims)
    return (
        f'<span class="{classes}">{opening}{reach} class="mark" aria-describedby="{card}">'
        f"{as_html(piece.text)}</{'a' if link else 'span'}>{_labels(piece)}"
        f'<span class="card" role="tooltip" id="{card}">{cards}</span></span>'
    )


def _labels(piece: Piece) -> str:
    return "".join(
        f'<small class="label {measure}">{words.MEASURES[measure].lower()}</small>' for measure in piece.ends
    )


def _card(told: Told) -> str:
    lines = "".join(f"<span><b>{as_html(name)}</b> {as_html(value)}</span>" for name, value in told.facts)
    return f'<span class="read">{lines}<span class="drawn">{as_html(told.drawn)}</span></span>'


def _other(piece: Piece) -> str:
    card = f"card-{piece.start}"
    reason = as_html(REASONS.get(piece.reason or "", str(piece.reason)))
    kind = "other unread" if piece.reason == "unread" else "other"
    return (
        f'<span class="{kind}"><span class="mark" tabindex="0" role="note" aria-describedby="{card}">'
        f'{as_html(piece.text)}</span><small class="label">{as_html(piece.reason)}</small>'
        f'<span class="card" role="tooltip" id="{card}"><span class="read">No figure: {reason}.</span>'
        "</span></span>"
    )


def key_html(measures: Sequence[str], others: bool) -> str:
    """What the underlines mean, for the measures that an article has."""
    meanings = {f"figure {measure}": words.MEASURES[measure] for measure in measures}
    if others:
        meanings |= {"other": "A number that is no figure", "other unread": "A number not read"}
    items = "".join(
        f'<li><span class="{mark}"><span class="mark" aria-hidden="true">12</span></span>{said}</li>'
        for mark, said in meanings.items()
    )
    return f'<ul class="marks-key" aria-label="Key">{items}</ul>'


def figures_html(claims: Sequence[Any], tell: Tell, links: Mapping[str, str]) -> str:
    """Every figure in a list, with what was read of it. `links` are the marks' addresses by claim_id."""
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

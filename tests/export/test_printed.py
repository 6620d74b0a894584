from __future__ import annotations

import html
import re
from itertools import pairwise

import pytest

from loaders.tables import SIDES
from pages.export.html import html_of
from pages.export.printed import SIZES, printed
from pages.export.sheets import (
    NothingChosenError,
    casualties_sheet,
    comparison_sheet,
    ladder_sheet,
    map_sheet,
)
from pages.figures.ladder import default_ladder, ladders_of
from pages.figures.palette import FONT
from pages.figures.scopes import View
from pages.figures.typesetting import width_of
from pages.figures.voices import Voices
from tests import samples
from tests.export.printed_sheets import LAND, MAKERS, STAMP
from tests.figures.print_frames import with_operations

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", MAKERS)
def test_a_figure_carries_all_its_words(name: str, size: str) -> None:
    sheet = MAKERS[name](with_operations(3))
    figure = printed(sheet, size)
    told = html.unescape(
        " ".join(re.sub(r"</?b>", "", note.text) for note in figure.layout.annotations if note.text)
    ).replace("\N{NO-BREAK SPACE}", " ")
    assert figure.layout.width == SIZES[size]
    assert figure.layout.paper_bgcolor == "#ffffff"
    assert figure.layout.meta == {"title": sheet.title}
    for words in (sheet.title, sheet.subtitle, *sheet.notes, *sheet.footer[:-1]):
        assert words in told
    assert sheet.link in told.replace(" ", "")
    for mark, meaning in sheet.key:
        assert f"{mark} {meaning}" in told


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("how_many", [1, 3, 8])
@pytest.mark.parametrize("name", MAKERS)
def test_words_around_a_chart_fit_and_do_not_meet(name: str, how_many: int, size: str) -> None:
    sheet = MAKERS[name](with_operations(how_many))
    chart, figure = sheet.draw(SIZES[size] - 40), printed(sheet, size)
    around = figure.layout.annotations[len(chart.layout.annotations) :]
    for note in around:
        bold = note.text.startswith("<b>")
        text = html.unescape(re.sub(r"</?b>", "", note.text))
        assert width_of(text, note.font.size, bold=bold) <= SIZES[size] - 40
    for edge in (0, 1):
        spots = [(-note.yshift, note.font.size) for note in around if note.y == edge]
        assert all(below - above >= size_above for (above, size_above), (below, _) in pairwise(spots))


@pytest.mark.parametrize("name", MAKERS)
def test_drawing_again_gives_the_same_and_leaves_the_sheet_as_it_is(name: str) -> None:
    sheet = MAKERS[name](samples.full())
    assert printed(sheet, "column").to_json() == printed(sheet, "column").to_json()
    assert html_of(sheet, "web") == html_of(sheet, "web")


@pytest.mark.parametrize("name", MAKERS)
def test_a_sheet_names_speakers_outlets_days_and_claims(name: str) -> None:
    sheet = MAKERS[name](samples.full())
    if sheet.claims.empty:
        assert (sheet.said_by, sheet.printed_by) == ("", "")
        assert sheet.footer[0] == "No claim is drawn, of 5 articles read. As of 23 February 2025."
        return
    assert sheet.said_by and sheet.printed_by
    assert sheet.as_of in sheet.footer[2]
    assert str(len(sheet.claims)) in sheet.articles
    assert {"title", "outlet", "published", "sentence"} <= set(sheet.claims.columns)
    assert "Chosen: Operations: all; Side: all; Said by: all; Printed by: Associated Press." in sheet.footer
    assert sheet.footer[-1] == STAMP.link


def test_a_map_of_one_speaker_says_what_it_leaves_out_and_whose_silence_it_shows() -> None:
    full = samples.full()
    claims = full.claims[full.claims["attributed_to"] == "Israeli military"]
    heard = samples.Frames(**{**vars(full), "claims": claims, "estimates": full.estimates.iloc[:0]})
    voices = Voices(speakers=("Israeli military",))
    sheet = map_sheet(heard, full, "killed", heard.estimates, "2024-08", SIDES, [], LAND, voices, STAMP)
    assert "3 figures of this operation" in " ".join(sheet.notes)
    assert "What is chosen gives no figure for a place on the map." in sheet.subtitle
    assert "No place on the map has a figure of those chosen." in sheet.alt


def test_a_sheet_of_one_outlet_stands_as_of_its_last_article() -> None:
    full = samples.full()
    articles = full.articles.loc[full.articles["agency"] == "Associated Press", "article_id"]
    claims = full.claims[full.claims["article_id"].isin(articles)]
    estimates = full.estimates[full.estimates["operation_id"] == "2024-08"]
    heard = samples.Frames(**{**vars(full), "claims": claims, "estimates": estimates})
    outlets, operations = ("Associated Press",), tuple(full.operations["operation_id"])
    view = View(operations, "killed", tuple(SIDES), outlets=outlets)
    ladder = default_ladder(ladders_of(heard, "2024-08"))
    made = [
        casualties_sheet(heard, full, view, STAMP),
        comparison_sheet(heard, full, operations, Voices(outlets=outlets), STAMP),
        ladder_sheet(heard, full, ladder, STAMP, outlets),
    ]
    assert {sheet.as_of for sheet in made} == {"6 September 2024"}


def test_nothing_chosen_is_said_and_not_drawn() -> None:
    frames = samples.full()
    with pytest.raises(NothingChosenError, match="at least one operation and one side"):
        casualties_sheet(frames, frames, View((), "killed", ("palestinian",)), STAMP)
    with pytest.raises(NothingChosenError, match="two or more operations"):
        comparison_sheet(frames, frames, [], Voices(), STAMP)


def test_an_html_file_asks_no_host_and_runs_nothing_of_a_text() -> None:
    frames = samples.full()
    hostile = frames.claims.assign(sentence=HOSTILE, quote=HOSTILE, attributed_to=HOSTILE)
    sheet = MAKERS["casualties"](samples.Frames(**{**vars(frames), "claims": hostile}))
    page = html_of(sheet, "column").decode()
    assert HOSTILE not in page
    assert "default-src 'none'" in html.unescape(page)
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", page)
    assert page.count("<script") == page.count("</script>")
    assert html.escape(sheet.alt) in page


def test_the_words_of_an_html_file_are_set_in_the_type_of_the_chart() -> None:
    page = html_of(MAKERS["casualties"](samples.full()), "web").decode()
    rules = page.partition("<style>")[2].partition("</style>")[0]
    assert f"font-family: {FONT};" in rules
    assert "&" not in rules

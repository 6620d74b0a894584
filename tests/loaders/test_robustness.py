"""Any text is read without an error, with true spans, the same way each time, in time in proportion."""

from __future__ import annotations

import datetime
import json
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import loaders
from loaders.reader import read_figures
from loaders.reader.statements import read_statements
from loaders.tables import BOUNDS, CATEGORIES, MEASURES, SIDES, TABLES, TALLIES, UNITS

DAY = datetime.date(2024, 9, 6)

# Sentences of our own that between them use most of the reader's rules
REPORTS = (
    "At least 12 Palestinians were killed in Jenin, including four children, the Health Ministry said.",
    "“Two dozen people are still missing,” said Samir Haddad, a baker, on Tuesday.",
    "Of the 120 wounded, 20 were in critical condition, according to the hospital.",
    "The toll rose to 1,250 since Oct. 7, among them a 16-year-old boy and a father with his two sons.",
    "Between 10 and 12 soldiers were hurt; no one died, the army’s spokesman told reporters.",
    "Tens of thousands fled the Nur Shams camp in the past 48 hours; 3,000 of 17,000 residents stayed.",
    "The military said it carried out 15-20 airstrikes near Tulkarem and arrested another nine men.",
    "The army denied that it had killed civilians and said that all of the dead were fighters.",
    "Killed: six. Wounded: dozens. The market on Main Street opened at 8 a.m. for $5 a kilo.",
)
PIECES = (
    *("12", "1,000", "40 000", "3.5", "twelve", "a dozen", "dozens of", "at least", "more than", "up to"),
    *("killed", "were killed", "wounded", "dead", "died", "missing", "fled", "arrested", "toll", "deaths"),
    *("people", "children", "soldiers", "a soldier", "families", "airstrikes", "Palestinians", "of whom"),
    *("including", "among them", "of", "and", "another", "between", "said", "the army said", "reportedly"),
    *("Jenin", "the West Bank", "in Gaza", "Monday", "since Oct. 7", "7 October 2023", "last week", "so far"),
    *(".", ",", ";", ":", "—", "-", "(", ")", "“", "”", "’", '"', "'", "'s", "\n", "\n\n", " ", "…", "?"),
    *("\u00ad", "\u200b", "\u00a0", "\u202f", "\ufeff", "\u2060", "\u2028", "\u0301", "½", "٣", "²", "😀"),
)
INSIDE = ("\u00ad", "\u200b", "\u00a0", "‑", "’", "“", "\ufeff", "\u2060")

pieces = st.lists(st.sampled_from(PIECES), max_size=40)
joined = st.builds(lambda glue, words: glue.join(words), st.sampled_from(["", " ", "\u00a0"]), pieces)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A report with some characters doubled, dropped, moved or exchanged."""
    text = " ".join(draw(st.lists(st.sampled_from(REPORTS), min_size=1, max_size=3)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 12)))
        with_what = draw(st.one_of(st.sampled_from(PIECES), st.just(""), st.just(text[at:end] * 2)))
        text = text[:at] + with_what + text[end:]
    return text


texts = st.one_of(mutated(), joined, st.text(max_size=80))


def check(text: str) -> None:
    """Every promise of a figure that does not depend on what the text says."""
    figures = read_figures(text, DAY)
    assert read_figures(text, DAY) == figures
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    assert len({(figure.measure, figure.at) for figure in figures}) == len(figures)
    for at, figure in enumerate(figures):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.quote
        assert figure.quote in figure.sentence
        assert figure.sentence in text
        assert figure.start <= figure.at < figure.end
        assert (figure.measure in MEASURES, figure.bound in BOUNDS, figure.unit in UNITS) == (True,) * 3
        assert (figure.side in SIDES, figure.category in CATEGORIES) == (True, True)
        assert figure.tally is None or figure.tally in TALLIES
        numbers = [number for number in (figure.value, figure.low, figure.high) if number is not None]
        assert all(0 <= number < 2**63 for number in numbers)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.since is None or figure.until is None or figure.since <= figure.until
        if figure.part_of is not None:
            assert figure.part_of != at
            assert figures[figure.part_of] is not figure
    for said in read_statements(text, [(figure.start, figure.end) for figure in figures]):
        assert text[said.start : said.end] == said.quote
        assert said.quote in said.sentence


@settings(max_examples=150, deadline=None)
@given(texts)
@example("")
@example(".")
@example("12")
@example("\u00ad12\u00ad people were killed")
@example("9" * 400 + " people were killed")
@example("12 people were killed " * 40)
def test_figures_of_any_text(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(REPORTS), st.data())
def test_invisible_and_typographic_signs_leave_spans_true(report: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(report)))
        report = report[:at] + data.draw(st.sampled_from(INSIDE)) + report[at:]
    check(report)


@pytest.mark.parametrize("report", REPORTS)
def test_invisible_signs_change_no_figure(report: str) -> None:
    """A soft hyphen in every word and a zero-width space at every blank: the same figures as without."""
    dressed = " ".join(word[:1] + "\u00ad" + word[1:] for word in report.split(" ")).replace(" ", " \u200b")
    plain, found = read_figures(report, DAY), read_figures(dressed, DAY)
    assert [(figure.measure, figure.value) for figure in found] == [
        (figure.measure, figure.value) for figure in plain
    ]


SUFFIXES = (".txt", ".html", ".csv", ".jsonl", ".parquet")
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write_rows(path: Path, rows: list[str]) -> Path:
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in rows))
    return path


@FEW
@given(rows=st.lists(texts, max_size=5))
def test_frames_of_any_texts(tmp_path: Path, rows: list[str]) -> None:
    bulk = write_rows(tmp_path / "bulk.jsonl", rows)
    frames = loaders.load(bulk)
    for name, table in TABLES.items():
        pd.testing.assert_frame_equal(getattr(frames, name), table.conform(getattr(frames, name)))
    assert frames.claims["claim_id"].is_unique
    for row in frames.claims.itertuples():
        assert frames.texts[row.article_id][row.start : row.end] == row.quote
    again = loaders.load(bulk)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(again, name), getattr(frames, name))


@FEW
@given(rows=st.lists(mutated(), unique=True, min_size=2, max_size=4), data=st.data())
def test_ids_do_not_depend_on_the_order(tmp_path: Path, rows: list[str], data: st.DataObject) -> None:
    ids = set(loaders.load(write_rows(tmp_path / "one.jsonl", rows)).claims["claim_id"])
    other = data.draw(st.permutations(rows))
    assert set(loaders.load(write_rows(tmp_path / "two.jsonl", other)).claims["claim_id"]) == ids


@FEW
@given(content=st.binary(max_size=300), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_are_an_article_or_a_problem(tmp_path: Path, content: bytes, suffix: str) -> None:
    file = tmp_path / f"any{suffix}"
    file.write_bytes(content)
    frames = loaders.load(file)
    assert len(frames.articles) + len(frames.problems)


# What is repeated without an end, alone and after words that make a sentence worth reading
HOSTILE = (
    *("1", "9", ",", "1,", "1,000,", "12 ", "12-", "40 000 ", "twelve ", "hundred ", "two dozen ", "and "),
    *(
        '"',
        "“",
        "'",
        "it's ",
        "(",
        "[",
        "-",
        "a-",
        "—",
        ".",
        ". ",
        "…",
        " ",
        "\n",
        "12\n",
        "\u00ad",
        "\u00ad1",
    ),
    *("a ", "of ", "said ", "killed ", "including ", "in reportedly ", "according to ", "the ", "A", "Ab "),
    *("at least ", "between 10 and ", "of whom 5 ", "12 of ", "among them ", "a father and his two sons "),
    *("no one was hurt ", "12 killed ", "12 people killed, ", "12 soldiers of ", "the number of ", "since "),
    *("Jenin ", "in Jenin, ", "Monday ", "7 October ", "Oct. ", "U.S. ", "Levi said ", "“Levi said, ", "; "),
    "12 were killed and 13 were hurt, the ministry said ",
)
OPENINGS = ("", "12 people were killed in Jenin, ")
SIZE = 6_000
GROWTH = 4
# Linear is GROWTH times the time, quadratic its square. The bound leaves room for a busy machine, the floor
# for a coarse clock; what is above it is measured again before it counts.
MOST = 2.5 * GROWTH
FLOOR = 0.02
ATTEMPTS = 3


def seconds(text: str) -> float:
    """The processor time of reading figures and statements once."""
    began = time.process_time()
    read_figures(text, DAY)
    read_statements(text, [])
    return time.process_time() - began


def growth(unit: str, opening: str) -> float:
    """How many times longer a text of GROWTH times the length takes."""
    small, large = (opening + unit * (size // len(unit)) for size in (SIZE, SIZE * GROWTH))
    return seconds(large) / max(seconds(small), FLOOR)


@pytest.mark.parametrize("opening", OPENINGS)
def test_hostile_text_takes_time_in_proportion(opening: str) -> None:
    slow = [unit for unit in HOSTILE if all(growth(unit, opening) > MOST for _ in range(ATTEMPTS))]
    assert not slow

"""The benchmark's corpus is what its report says: unique sentences, half of them without a figure."""

from __future__ import annotations

import json
from pathlib import Path

from loaders.reader import read_figures
from loaders.reader.text import find_sentences
from tests.benchmarks.corpus import make_texts, write_json_lines


def test_sentences_are_unique() -> None:
    sentences = [one.text for text in make_texts(60) for one in find_sentences(text)]
    assert len(set(sentences)) == len(sentences)


def test_the_same_seed_gives_the_same_texts() -> None:
    assert make_texts(3, seed=7) == make_texts(3, seed=7)
    assert not set(make_texts(3, seed=7)) & set(make_texts(3, seed=8))


def test_articles_are_of_the_length_of_a_report_and_half_without_figures() -> None:
    texts = make_texts(20)
    assert 350 < sum(len(text.split()) for text in texts) / len(texts) < 500
    sentences = [one.text for text in texts for one in find_sentences(text)]
    silent = [text for text in sentences if not read_figures(text)]
    assert 0.4 < len(silent) / len(sentences) < 0.65


def test_a_bulk_file_has_a_row_an_article_and_some_without_a_day(tmp_path: Path) -> None:
    write_json_lines(tmp_path / "corpus.jsonl", 20)
    rows = [json.loads(line) for line in (tmp_path / "corpus.jsonl").read_text().splitlines()]
    assert len({row["text"] for row in rows}) == 20
    assert sum("published" not in row for row in rows) == 2

"""How fast the reader is beside two libraries, and how time and memory grow: `python -m tests.benchmarks`.

Run from the project's root, in an environment with tests/benchmarks/requirements.txt. The corpus is made up
and the same each time. The readers take turns in one process, and the median of the rounds is printed,
because a machine is never quiet. Rates are of processor time on one core. Whole corpora are read in a process
each: memory has one peak a process.
"""

from __future__ import annotations

import argparse
import datetime
import platform
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from loaders.copies import find_copies
from loaders.reader import read_figures
from loaders.tables import ARTICLES
from tests.benchmarks.corpus import make_texts, write_json_lines

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime.date(2024, 9, 6)
ROUNDS = 5
TEXTS = 200
# Of these one round takes as long as of the others together
SLOW_TEXTS = 10
MEGABYTE = 1_000_000
HOSTILE = (
    "1",
    ",",
    '"',
    "including ",
    "in reportedly ",
    "killed ",
    "12 killed ",
    "12 people killed, ",
    "\n",
    "-",
)
WAYS = ("load", "stream")

Reader = Callable[[str], object]


def main() -> None:
    """Print every table."""
    command = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    command.add_argument("--sizes", type=int, nargs="+", default=[500, 1000, 2000], metavar="ARTICLES")
    sizes = command.parse_args().sizes
    print(f"Python {platform.python_version()} on {platform.machine()}")
    measure_corpora(sizes)  # first: a process counts the memory of the one that started it as its own
    compare_readers()
    time_copies(sizes)
    time_hostile_text()


def measure_corpora(sizes: Sequence[int]) -> None:
    """Time and peak memory of whole corpora, from a bulk file to frames, and to files with little memory."""
    print("\nWhole corpora from a .jsonl file: frames in memory (load), CSV files (stream)")
    with TemporaryDirectory() as folder:
        for size in sizes:
            corpus = Path(folder) / f"{size}.jsonl"
            write_json_lines(corpus, size)
            for way in WAYS:
                print(f"  {way:7} {size:7,} articles {_measure(way, corpus)}", flush=True)


def _measure(way: str, corpus: Path) -> str:
    """What a process of its own says of itself (tests/benchmarks/corpora.py)."""
    command = [sys.executable, "-m", "tests.benchmarks.corpora", way, str(corpus)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def compare_readers() -> None:
    """Articles a second of each reader, and how many times those of the others ours is."""
    readers: dict[str, tuple[Reader, int]] = {
        "this reader": (lambda text: read_figures(text, DAY), TEXTS),
        f"spaCy {version('spacy')}, blank English with sentencizer": (_spacy(), TEXTS),
        f"quantulum3 {version('quantulum3')}": (_quantulum(), SLOW_TEXTS),
    }
    rates: dict[str, list[float]] = {name: [] for name in readers}
    for number in range(ROUNDS + 1):
        texts = make_texts(TEXTS, seed=number)
        for name, (read, count) in readers.items():
            rate = _rate(read, texts[:count])
            if number:  # the first round only warms up
                rates[name].append(rate)
    words = sum(len(text.split()) for text in texts) / len(texts)
    figures = sum(len(read_figures(text, DAY)) for text in texts) / len(texts)
    print(f"\nReading: {words:.0f} words and {figures:.0f} figures an article; median of {ROUNDS} rounds")
    ours = rates["this reader"]
    for name, theirs in rates.items():
        ratio = median(mine / other for mine, other in zip(ours, theirs, strict=True))
        print(f"  {name:50} {median(theirs):8.1f} articles/s; this reader {ratio:.2f} times as many")


def _spacy() -> Reader:
    spacy: Any = import_module("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return lambda text: pipeline(text)


def _quantulum() -> Reader:
    """Without its classifier of units, which it can do without and which would slow it down."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser: Any = import_module("quantulum3.parser")
    return lambda text: parser.parse(text)


def _rate(read: Reader, texts: Sequence[str]) -> float:
    """Texts a second of processor time: what else the machine does counts for no reader."""
    began = time.process_time()
    for text in texts:
        read(text)
    return len(texts) / (time.process_time() - began)


def time_copies(sizes: Sequence[int]) -> None:
    """The search for near-duplicates alone."""
    print("\nNear-duplicates")
    find_copies(ARTICLES.frame(), {})  # loads the library
    for size in sizes:
        texts = {str(number): text for number, text in enumerate(make_texts(size))}
        articles = ARTICLES.frame(
            {"article_id": name, "file": name, "dated_by": "unknown", "characters": len(text), "sha256": name}
            for name, text in texts.items()
        )
        began = time.process_time()
        find_copies(articles, texts)
        took = time.process_time() - began
        print(f"  {size:7,} articles {took:8.2f} s, {took / size * 1000:.2f} ms an article")


def time_hostile_text() -> None:
    """A megabyte of one thing, and a quarter of it: four times the time is linear."""
    print("\nHostile text, a quarter of a megabyte and a megabyte")
    for unit in HOSTILE:
        quarter, whole = (
            1 / _rate(read_figures, [unit * (size // len(unit))]) for size in (MEGABYTE // 4, MEGABYTE)
        )
        print(f"  {unit!r:22} {quarter:7.2f} s {whole:7.2f} s, {whole / quarter:.1f} times")


if __name__ == "__main__":
    main()

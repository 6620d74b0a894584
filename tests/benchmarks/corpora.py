"""Read one corpus, and say how long that took and how much memory: a process of its own for the benchmark."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import loaders
from loaders.streaming import write_articles

# Linux counts kilobytes, macOS bytes
UNIT = 1024**2 if sys.platform == "darwin" else 1024


def main() -> None:
    """`load FILE` or `stream FILE`; the frames of a stream are written beside the file."""
    way, corpus = sys.argv[1], Path(sys.argv[2])
    before = _peak()
    began = time.process_time()
    claims = len(loaders.load(corpus).claims) if way == "load" else _stream(corpus)
    took = time.process_time() - began
    size = corpus.stat().st_size / 1_000_000
    memory = f"peak {_peak()} MB, {before} MB of them before it began"
    print(f"{claims:9,} claims {took:7.1f} s, {size / took:.2f} MB/s, {memory}")


def _stream(corpus: Path) -> int:
    return write_articles([corpus], corpus.with_suffix("")).claims


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // UNIT


if __name__ == "__main__":
    main()

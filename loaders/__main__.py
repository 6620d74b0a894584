"""`python -m loaders ARTICLES... --out DIR`: articles in, one CSV file a frame out.

Exit status: 0 everything was read; 3 some input was a problem (named on standard error and in problems.csv),
everything else was read; 1 the files could not be written; 2 the command was not understood; 130 stopped.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pandas as pd

from loaders.articles import Progress
from loaders.streaming import write_articles

DONE, NOT_WRITTEN, WITH_PROBLEMS, STOPPED, TERMINATED = 0, 1, 3, 130, 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, report, write; returns the exit status."""
    options = _parse(arguments)
    try:
        with _progress_bar() as progress:
            written = write_articles(options.articles, options.out, progress)
    except KeyboardInterrupt:
        print(f"Stopped. Every file in {options.out} is whole.", file=sys.stderr)
        return STOPPED
    except OSError as error:
        print(f"{options.out}: could not be written ({error.strerror or error}).", file=sys.stderr)
        return NOT_WRITTEN
    _report(written.problems)
    counts = f"{written.articles} articles, {written.claims} claims, {len(written.problems)} problems"
    print(f"{counts}. Written to {options.out}.")
    return DONE if written.problems.empty else WITH_PROBLEMS


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    command = argparse.ArgumentParser(
        prog="python -m loaders",
        description="Read the figures out of news articles and write what was read as CSV files.",
        epilog="Exit status 3 says that some input could not be read: see standard error and problems.csv.",
    )
    command.add_argument("articles", nargs="+", type=Path, metavar="ARTICLES", help="a file or a folder")
    command.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to write to")
    return command.parse_args(arguments)


@contextmanager
def _progress_bar() -> Iterator[Progress | None]:
    """A bar with the rate and the time left, where a person watches; nothing where output goes to a file."""
    if not sys.stderr.isatty():
        yield None
        return
    tqdm: Any = import_module("tqdm")
    with tqdm.tqdm(desc="Reading", unit="B", unit_scale=True, leave=False, file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            if done < bar.n:  # a next stage begins
                bar.reset()
            bar.total = total
            bar.update(done - bar.n)

        yield show


def _report(problems: pd.DataFrame) -> None:
    rows = zip(problems["file"], problems["row"].notna(), problems["row"], problems["message"], strict=True)
    for file, has_row, row, message in rows:
        print(f"{file}, row {row}: {message}" if has_row else f"{file}: {message}", file=sys.stderr)


def _terminate(*_: object) -> NoReturn:
    """A kill ends the run as an error would, so that no temporary file stays behind."""
    sys.exit(TERMINATED)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(main())

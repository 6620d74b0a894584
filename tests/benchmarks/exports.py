"""How long an image takes, first and later, beside bare Kaleido: `python -m tests.benchmarks.exports`.

Run from the project's root, in the environment of the tests, where there is a Chrome or Chromium. Both draw
the same figure, the casualty chart as it is printed for a web page, and both without MathJax, which Kaleido
would fetch from a CDN. A first image has a Chrome to start: each side starts its own and ends it again. For
later images both keep theirs running, and take turns at going first, because a machine is never quiet. Times
are of the clock, as most of the work is Chrome's. Then figure links and the first page's chart are measured
(tests/benchmarks/serving.py).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median

import kaleido  # type: ignore[import-untyped]
import plotly.graph_objects as go

import loaders
from pages.export import renderer
from pages.export.images import image_of
from pages.export.printed import printed
from pages.export.renderer import Kind
from pages.export.sheets import Stamp, casualties_sheet
from pages.figures.scopes import View
from tests.benchmarks.serving import compare_first_sight, measure_links

KINDS: tuple[Kind, ...] = ("png", "svg")
STARTS, ROUNDS = 3, 25
WANTED = 1.2

Draw = Callable[[go.Figure, Kind], bytes]


def main() -> None:
    """Print every table."""
    command = argparse.ArgumentParser(prog="python -m tests.benchmarks.exports", description=__doc__)
    command.add_argument("--starts", type=int, default=STARTS)
    command.add_argument("--rounds", type=int, default=ROUNDS)
    asked = command.parse_args()
    compare_images(asked.starts, asked.rounds)
    measure_links()
    compare_first_sight()


def compare_images(starts: int = STARTS, rounds: int = ROUNDS) -> None:
    """The first and later images by us and by bare Kaleido, and how many times as long ours take."""
    figure = printed_chart()
    size = f"{figure.layout.width} x {figure.layout.height} pixels"
    print(f"\nImages of a chart, {size}; medians of {starts} starts and {rounds} rounds")
    print(f"{'':12}{'bare Kaleido':>14}{'ours':>12}{'to bare':>10}")
    for kind in KINDS:
        _print_row(f"{kind}, first", time_first(figure, kind, starts))
    for kind in KINDS:
        _print_row(f"{kind}, later", time_later(figure, kind, rounds), WANTED)


def printed_chart() -> go.Figure:
    frames = loaders.load()
    view = View(tuple(frames.operations["operation_id"]), "killed", ("palestinian", "israeli"))
    stamp = Stamp({"Operations": "all"}, "http://localhost:8501/", "benchmark")
    return printed(casualties_sheet(frames, frames, view, stamp), "web")


Times = list[tuple[float, float]]
"""Seconds of each round, by bare Kaleido and by us."""


def time_first(figure: go.Figure, kind: Kind, starts: int) -> Times:
    """A Chrome started, an image drawn. The first start of all, which reads it from disk, is not counted."""
    times = []
    for number in range(starts + 1):
        bare = _time(_start_bare, figure, kind)
        kaleido.stop_sync_server()
        ours = _time(image_of, figure, kind)
        renderer.stop()
        if number:
            times.append((bare, ours))
    return times


def time_later(figure: go.Figure, kind: Kind, rounds: int) -> Times:
    """Images by two Chromes that run."""
    _start_bare(figure, kind)
    image_of(figure, kind)
    times = []
    for number in range(rounds):
        if number % 2:
            bare, ours = _time(_bare, figure, kind), _time(image_of, figure, kind)
        else:
            ours, bare = _time(image_of, figure, kind), _time(_bare, figure, kind)
        times.append((bare, ours))
    kaleido.stop_sync_server()
    renderer.stop()
    return times


def _start_bare(figure: go.Figure, kind: Kind) -> bytes:
    kaleido.start_sync_server(n=1, mathjax=False)
    return _bare(figure, kind)


def _bare(figure: go.Figure, kind: Kind) -> bytes:
    image: bytes = kaleido.calc_fig_sync(figure, opts={"format": kind})
    return image


def _time(draw: Draw, figure: go.Figure, kind: Kind) -> float:
    began = time.perf_counter()
    draw(figure, kind)
    return time.perf_counter() - began


def _print_row(name: str, times: Times, wanted: float | None = None) -> None:
    bare, ours = (median(side) for side in zip(*times, strict=True))
    ratio = median(ours / bare for bare, ours in times)
    over = f"  more than {wanted:g} times bare Kaleido" if wanted and ratio > wanted else ""
    print(f"{name:12}{bare:12.3f} s{ours:10.3f} s{ratio:10.2f}{over}", flush=True)


if __name__ == "__main__":
    main()

"""How long each page takes beside a bare page, and with many claims: `python -m tests.benchmarks.pages`.

Run from the project's root, in the environment of the tests; ARTICLES_DIR names other articles than the
digests, as everywhere. The bare page draws one Plotly bar chart and a table. Each page is opened and its
filter turned to and fro until all that is kept per version of the data is there; then a run after a turn is
measured. All pages take turns in one process, and medians of the rounds are printed, because a machine is
never quiet. Times are of the script alone and of processor time, without what Streamlit does around it.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from types import CodeType

import pandas as pd
from streamlit.testing.v1 import AppTest

import loaders
from loaders import Frames
from loaders.estimates import estimate
from loaders.operations import load_operations, summarise_operations

PAGES = Path(__file__).resolve().parents[2] / "pages"
MANY = 100_000  # claims
ROUNDS = 7
WANTED_TO_BARE, WANTED_TO_FEW = 8.0, 1.5
# Many claims are printed by so many outlets, over so many days, with so many different numbers.
OUTLETS, DAYS, NUMBERS = 40, 60, 50

BARE = """
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

table = pd.DataFrame({"name": list("abcde"), "count": [5, 4, 3, 2, 1]})
st.plotly_chart(go.Figure(go.Bar(x=table["name"], y=table["count"])))
st.dataframe(table)
"""

Turn = Callable[[AppTest, int], object]


def turn_pills(app: AppTest, number: int) -> None:
    app.button_group(key="measure").set_value(["killed", "wounded"][number % 2])


def turn_box(key: str, values: Sequence[str], app: AppTest, number: int) -> None:
    app.selectbox(key=key).set_value(values[number % 2])


def turn_about(app: AppTest, number: int) -> None:
    app.multiselect(key="about").set_value([[], ["2023-07"]][number % 2])


def turn_words(app: AppTest, number: int) -> None:
    app.text_input[0].set_value(["", "jenin"][number % 2])


def turn_nothing(app: AppTest, number: int) -> None:
    """An article has no filter: the page is run again as it is."""


# The script of each page, and how its filter is set to one of two values.
SCRIPTS: dict[str, tuple[str, Turn]] = {
    "casualties": ("casualties.py", turn_pills),
    "comparison": ("comparison.py", partial(turn_box, "rule", ("latest", "highest"))),
    "map": ("map.py", turn_pills),
    "disagreement": ("disagreement.py", partial(turn_box, "told", ("2023-07", "2024-08"))),
    "articles": ("articles.py", turn_about),
    "one article": ("articles.py", turn_nothing),
    "method": ("method.py", turn_words),
}


def main() -> None:
    """Print a row for each page."""
    command = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages", description=__doc__)
    command.add_argument("--claims", type=int, default=MANY)
    command.add_argument("--rounds", type=int, default=ROUNDS)
    asked = command.parse_args()
    few = loaders.load()
    many = repeat(few, asked.claims)
    with TemporaryDirectory() as folder:
        data = {Path(folder) / "few": few, Path(folder) / "many": many}
        pages = open_pages(data)
        print_table(data, measure(pages, asked.rounds))


def repeat(frames: Frames, claims: int) -> Frames:
    """The same articles again and again until they have so many claims.

    Each time they have other ids, another outlet, other days and other numbers. All stay in their operations,
    so that no page has less to do than with an archive of as many claims.
    """
    times = ceil(claims / len(frames.claims))
    articles = _again(frames.articles, times, ["article_id", "sha256"], ["published"])
    outlet = _repetition(frames.articles, times) % OUTLETS
    known = articles["published"]
    articles = articles.assign(
        outlet=("Outlet " + outlet.astype("str")).astype("str"),
        published_earliest=known.fillna(articles["published_earliest"]),
        published_latest=known.fillna(articles["published_latest"]),
    )
    told = _again(frames.claims, times, ["claim_id", "article_id", "statement_id", "part_of"], ["as_of"])
    more = _repetition(frames.claims, times) % NUMBERS
    told = told.assign(**{name: told[name] + more for name in ("value", "low", "high")})
    return replace(
        frames,
        articles=articles,
        claims=told,
        statements=_again(frames.statements, times, ["statement_id", "article_id"], []),
        operations=summarise_operations(load_operations(), articles),
        estimates=estimate(told, articles, frames.operations, frames.places),
        texts={f"{name}-{n}": text for n in range(times) for name, text in frames.texts.items()},
    )


def _again(frame: pd.DataFrame, times: int, ids: Sequence[str], days: Sequence[str]) -> pd.DataFrame:
    """A frame so many times; its ids have the number of the repetition, its days are moved by it."""
    again = pd.concat([frame] * times, ignore_index=True)
    number = _repetition(frame, times)
    moved = pd.to_timedelta(number % DAYS, unit="D")
    return again.assign(
        **{name: again[name] + ("-" + number.astype("str")) for name in ids},
        **{name: again[name] + moved for name in days},
    )


def _repetition(frame: pd.DataFrame, times: int) -> pd.Series[int]:
    """Which repetition each row of a repeated frame belongs to."""
    return pd.Series(range(times * len(frame)), dtype="int64") // max(len(frame), 1)


@dataclass(frozen=True)
class OpenPage:
    """A page that stands open, on a folder of articles; the bare page has none."""

    name: str
    folder: Path | None
    app: AppTest
    turn: Turn

    def time(self) -> float:
        """Milliseconds of the script after a turn of its filter: the mean of one to and one fro."""
        return (self._time(1) + self._time(2)) / 2

    def _time(self, number: int) -> float:
        if self.folder:
            os.environ["ARTICLES_DIR"] = str(self.folder)
        self.turn(self.app, number)
        self.app.run()
        if self.app.exception:
            raise RuntimeError(f"{self.name}: {self.app.exception[0].value}")
        return float(self.app.session_state["took"]) * 1000


def open_pages(data: Mapping[Path, Frames]) -> list[OpenPage]:
    """The bare page, and every page on every folder. Where a page reads a folder, it gets these frames."""
    for folder in data:
        folder.mkdir()
        (folder / "stamp").touch()
    loaders.load = lambda *paths, **_: data[Path(paths[0])]  # type: ignore[assignment]
    pages = [OpenPage("bare", None, _app(compile(BARE, "bare", "exec")), turn_nothing)]
    for name, (script, turn) in SCRIPTS.items():
        code = compile((PAGES / script).read_text(encoding="utf-8"), script, "exec")
        for folder, frames in data.items():
            app = _app(code)
            if name == "one article":
                app.query_params["article"] = str(frames.articles["article_id"].iloc[0])
            pages.append(OpenPage(name, folder, app, turn))
    return pages


def _app(code: CodeType) -> AppTest:
    def run_timed(code: object) -> None:  # a script of its own: it sees nothing of this module
        import time

        import streamlit as st

        began = time.process_time()
        try:
            exec(code, {"__name__": "__main__"})
        finally:
            st.session_state["took"] = time.process_time() - began

    return AppTest.from_function(run_timed, default_timeout=300, kwargs={"code": code})


Times = dict[tuple[str, Path | None], list[float]]


def measure(pages: Sequence[OpenPage], rounds: int) -> Times:
    """Milliseconds of every run, by page and folder."""
    for page in pages:
        if page.folder:
            os.environ["ARTICLES_DIR"] = str(page.folder)
        page.app.run()
        page.time()
    times: Times = {(page.name, page.folder): [] for page in pages}
    for _ in range(rounds):
        for page in pages:
            times[page.name, page.folder].append(page.time())
    return times


def print_table(data: Mapping[Path, Frames], times: Times) -> None:
    """The medians, and how many times those they are to be held against."""
    few, many = data
    bare = median(times["bare", None])
    print(f"A bare page: {bare:.1f} ms. Medians of {len(times['bare', None])} rounds.")
    print(
        f"{'':14}{len(data[few].claims):>7,} claims    to bare {len(data[many].claims):>9,} claims    to few"
    )
    for name in SCRIPTS:
        one, other = median(times[name, few]), median(times[name, many])
        over = [
            f"more than {wanted:g} times {what}"
            for ratio, wanted, what in (
                (one / bare, WANTED_TO_BARE, "the bare page"),
                (other / one, WANTED_TO_FEW, "few claims"),
            )
            if ratio > wanted
        ]
        ratios = f"{one:11.1f} ms {one / bare:10.1f} {other:13.1f} ms {other / one:9.2f}"
        print(f"{name:14}{ratios}  {', '.join(over)}".rstrip())


if __name__ == "__main__":
    main()

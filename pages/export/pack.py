"""The report pack: one zip of charts, data and sentences, with what a reader has to know of them.

    charts/                 each chart, in the formats that could be made
    data/                   each chart's table and further ones (CSV, Parquet), claims.csv, sentences.csv
    sentences.txt           every sentence behind them, to be read
    README.md               method, rule in force, limits, how to compare and to cite
    datapackage.json        the tables described for programs

The same sheets, with the same charts, give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from loaders.tables import Column
from pages.export.columns import typed, unlike
from pages.export.datapackage import MEANINGS, Resource, descriptor
from pages.export.images import TooLargeError
from pages.export.readme import readme_of
from pages.export.renderer import ImageError
from pages.export.sentences import COLUMNS as SENTENCE_COLUMNS
from pages.export.sentences import OF_ARTICLE, sentences_of, sentences_text
from pages.export.sheet import Sheet
from pages.export.sources import COLUMNS as CLAIM_COLUMNS
from pages.export.sources import sources_of
from pages.export.tables import PageTable, Tabled, csv_of, table_of, told_in_rows
from pages.export.texts import visible

Draw = Callable[[Sheet], bytes]
Progress = Callable[[float, str], None]

CHARTS = Column("charts", "str", "the charts and further tables that have the claim, joined by '; '")
OTHERS = {
    "data/claims.csv": "every claim behind charts and tables, with its words, speaker, outlet and scope",
    "data/sentences.csv": "every sentence behind these claims once, its figures marked",
    "sentences.txt": "the same sentences to be read",
    "datapackage.json": "the tables described for programs",
}
TAKEN = ("claims", "sentences")  # names of tables in data/
NOT_ASKED = "the charts themselves are not in this pack: where it was made, there was no way to draw them"

ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: today would make every pack another one
UNIX, READABLE = 3, 0o100644 << 16  # an ordinary file that everyone may read, whatever system made the pack


def report_pack(
    sheets: Sequence[Sheet],
    charts: Mapping[str, Draw],
    progress: Progress = lambda _done, _words: None,
    reading_error: str = "",
    tables: Mapping[str, PageTable] | None = None,
) -> bytes:
    """The zip file of some charts, at least one, in their order, and of the `tables` of their page by name.

    `charts` says by the ending of the file how a chart is made: {"svg": ..., "html": ...}. A chart that
    raises `ImageError` is left out, and the README says why; where `charts` is empty, it says that.
    `progress` is told the part that is done, from 0 to 1, and what is done next. `reading_error` is plain
    text for the README.
    """
    named = _named(sheets, tables or {})
    drawings = list(_drawings(named, charts))
    steps = len(drawings) + len(named) + 2
    files: dict[str, bytes] = {}
    missing = {} if charts else {"charts/": NOT_ASKED}
    for step, (path, sheet, draw) in enumerate(drawings):
        progress(step / steps, f"Drawing {path}")
        try:
            files[path] = draw(sheet)
        except (ImageError, TooLargeError) as error:
            missing[path] = str(error)
    resources = []
    for step, (name, tabled) in enumerate(named.items(), start=len(drawings)):
        progress(step / steps, f"Writing the table of {name}")
        resources.append(_table(name, tabled))
        files[f"data/{name}.parquet"] = table_of(tabled, "parquet")
    progress((steps - 2) / steps, "Collecting the sentences")
    claims = claims_behind(named)
    sentences = sentences_of(claims)
    resources += [_claims(claims), _sentences(sentences)]
    files |= {resource.path: resource.content for resource in resources}
    files["sentences.txt"] = sentences_text(sentences).encode()
    progress((steps - 1) / steps, "Packing")
    version = "; ".join(dict.fromkeys(sheet.data_version for sheet in sheets))
    files["datapackage.json"] = descriptor(visible(version), resources, _articles(claims, tables or {}))
    files["README.md"] = readme_of(
        sheets, list((tables or {}).values()), _told(files, named), missing, reading_error
    )
    content = _zipped(files)
    progress(1.0, "Done")
    return content


def _articles(claims: pd.DataFrame, tables: Mapping[str, PageTable]) -> pd.DataFrame:
    """Each article of the claims and of the tables once, typed."""
    others = [table.of_articles.rename(columns={"title": "article"}) for table in tables.values()]
    together = pd.concat([frame.reindex(columns=OF_ARTICLE) for frame in (claims, *others)])
    return typed(together.drop_duplicates("article_id"))


def _named(sheets: Sequence[Sheet], tables: Mapping[str, PageTable]) -> dict[str, Tabled]:
    """All by what their files are called: no two the same, and nothing that leads out of the zip."""
    tabled: list[Tabled] = [*sheets, *tables.values()]
    names = [*(sheet.name for sheet in sheets), *tables]
    plain = [re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") for name in names]
    numbered = unlike(name if name and name not in TAKEN else f"chart-{name}" for name in plain)
    return {re.sub(r" \((\d+)\)$", r"-\1", name): one for name, one in zip(numbered, tabled, strict=True)}


def _drawings(named: Mapping[str, Tabled], charts: Mapping[str, Draw]) -> Iterator[tuple[str, Sheet, Draw]]:
    for name, sheet in named.items():
        if isinstance(sheet, Sheet):
            for ending, draw in charts.items():
                yield f"charts/{name}.{ending}", sheet, draw


def claims_behind(named: Mapping[str, Tabled]) -> pd.DataFrame:
    """Every claim behind charts and tables once, in the order of its article, with the names of these."""
    drawn = pd.concat([sources_of(tabled.claims).assign(charts=name) for name, tabled in named.items()])
    charts = drawn.groupby("claim_id")["charts"].agg(lambda names: "; ".join(dict.fromkeys(names)))
    once = drawn.drop_duplicates("claim_id")
    return once.assign(charts=once["claim_id"].map(charts).astype("str")).sort_values(
        ["published", "article_id", "start", "claim_id"], na_position="first", ignore_index=True
    )


def _table(name: str, tabled: Tabled) -> Resource:
    drawn = f"Exactly what the chart {name} draws, a row for each value, part and silence."
    description = drawn if isinstance(tabled, Sheet) else visible(tabled.subtitle)
    content = table_of(tabled, "csv")
    return Resource(
        f"data/{name}.csv", visible(tabled.title), description, told_in_rows(tabled), MEANINGS, content
    )


def _claims(claims: pd.DataFrame) -> Resource:
    title, description = "Claims", "Every claim behind charts and tables: one figure that an article states."
    return _resource("claims", title, description, claims, (*CLAIM_COLUMNS, CHARTS), key="claim_id")


def _sentences(sentences: pd.DataFrame) -> Resource:
    title, description = "Sentences", "Every sentence behind these claims once, its figures marked."
    return _resource("sentences", title, description, sentences, SENTENCE_COLUMNS)


def _resource(
    name: str, title: str, description: str, table: pd.DataFrame, columns: Sequence[Column], key: str = ""
) -> Resource:
    rows = typed(table)
    meanings = {column.name: column.meaning for column in columns}
    return Resource(f"data/{name}.csv", title, description, rows, meanings, csv_of(rows), key)


def _told(files: Iterable[str], named: Mapping[str, Tabled]) -> dict[str, str]:
    """What each file is, by its path."""
    of_charts = {
        f"{folder}/{name}": f"{what}, {tabled.title}"
        for name, tabled in named.items()
        for folder, what in (("charts", "chart"), ("data", "table"))
    }
    return {path: OTHERS.get(path) or of_charts[path.rpartition(".")[0]] for path in sorted(files)}


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as pack:
        for path in sorted(files):
            entry = ZipInfo(path, ZIP_DATE)
            entry.create_system, entry.external_attr = UNIX, READABLE
            pack.writestr(entry, files[path], compress_type=ZIP_DEFLATED)
    return buffer.getvalue()

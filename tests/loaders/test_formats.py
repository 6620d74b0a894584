"""Web pages and bulk files: what a row is, which rows are problems, and that the others are still read."""

from __future__ import annotations

import csv
import datetime
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.articles import Article, Problem, find_articles
from loaders.drafts import MAX_BYTES
from loaders.formats import READERS
from loaders.problems import KINDS

TEXT = "Soldiers left the town on Friday, and the hospital said that two men were hurt."
DAY = datetime.date(2024, 9, 6)

PARAGRAPHS = [
    "Soldiers left the town on Friday after nine days, and shopkeepers along the main road swept up glass.",
    "The hospital’s director said that fourteen people had been treated since the first night.",
    "Engineers from the municipality hoped to have the water running again before the end of next week.",
]
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Soldiers leave the town | The Example</title>
<meta property="og:title" content="Soldiers leave the town">
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2024-09-06T10:15:00+03:00">
<link rel="canonical" href="https://example.org/soldiers-leave">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Soldiers leave the town</h1>{"".join(f"<p>{words}</p>" for words in PARAGRAPHS)}</article>
<footer>Copyright 2019 The Example. All rights reserved.</footer></body></html>"""


def read_file(folder: Path, name: str, content: bytes | str) -> list[Article | Problem]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(find_articles([path]))


def articles(found: list[Article | Problem]) -> list[Article]:
    return [item for item in found if isinstance(item, Article)]


def problems(found: list[Article | Problem]) -> list[tuple[int | None, str]]:
    return [(item.row, item.kind) for item in found if isinstance(item, Problem)]


def json_lines(*rows: Any) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def as_csv(*rows: dict[str, Any]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def as_parquet(*rows: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    pq.write_table(pa.table({name: [row.get(name) for row in rows] for name in names}), file)
    return file.getvalue()


# Pages


def test_a_page(tmp_path: Path) -> None:
    [found] = articles(read_file(tmp_path, "page.html", PAGE))
    assert found.title == "Soldiers leave the town"
    assert (found.outlet, found.url) == ("The Example", "https://example.org/soldiers-leave")
    assert found.published == DAY
    assert all(words in found.text for words in PARAGRAPHS)
    assert "Home" not in found.text and "Copyright" not in found.text


def test_a_page_without_a_date_is_undated(tmp_path: Path) -> None:
    """Neither the copyright line nor a day named in the prose is a day of publication."""
    stated = '<meta property="article:published_time" content="2024-09-06T10:15:00+03:00">'
    page = PAGE.replace(stated, "").replace("on Friday", "on 6 September 2024")
    [found] = articles(read_file(tmp_path, "page.htm", page))
    assert found.published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("declares", [True, False])
def test_page_encodings(tmp_path: Path, encoding: str, declares: bool) -> None:
    declared = '<meta charset="utf-8">', f'<meta charset="{encoding}">' if declares else ""
    [found] = articles(read_file(tmp_path, "page.html", PAGE.replace(*declared).encode(encoding)))
    assert PARAGRAPHS[1] in found.text


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("", "empty"),
        ("<html><body></body></html>", "no_article"),
        ("<html><head><title>Nothing</title></head><body><script>1</script></body></html>", "no_article"),
        ("no markup", "no_article"),
        (PAGE + " " * MAX_BYTES, "huge"),
    ],
)
def test_pages_without_an_article(tmp_path: Path, page: str, kind: str) -> None:
    assert problems(read_file(tmp_path, "page.html", page)) == [(None, kind)]


# Bulk files, whatever their format

ROWS = [
    {"text": TEXT, "title": "Soldiers leave", "outlet": "The Example", "published": "2024-09-06", "id": "7"},
    {"text": f"{TEXT} Later.", "url": "https://example.org/2", "agency": "AP", "original": "2.txt"},
]
BULK: dict[str, Callable[..., bytes | str]] = {
    "bulk.jsonl": json_lines,
    "bulk.csv": as_csv,
    "bulk.parquet": as_parquet,
}


@pytest.mark.parametrize("name", BULK)
def test_one_article_a_row(tmp_path: Path, name: str) -> None:
    first, second = articles(read_file(tmp_path, name, BULK[name](*ROWS)))
    assert (first.file, first.article_id, first.text, first.title) == (name, "7", TEXT, "Soldiers leave")
    assert (first.outlet, first.published, first.url) == ("The Example", DAY, None)
    assert (second.url, second.agency, second.original) == (
        "https://example.org/2",
        "Associated Press",
        "2.txt",
    )
    assert (second.published, second.title) == (None, None)


def test_the_same_rows_are_the_same_articles_in_every_format(tmp_path: Path) -> None:
    ids = [
        [item.article_id for item in articles(read_file(tmp_path, name, BULK[name](*ROWS)))] for name in BULK
    ]
    assert ids[0] == ids[1] == ids[2]
    assert len(ids[0]) == 2


@pytest.mark.parametrize("name", BULK)
def test_bad_rows_lose_no_other(tmp_path: Path, name: str) -> None:
    rows = [
        {"text": f"{TEXT} One.", "published": "2024-09-06"},
        {"text": "", "published": None},
        {"text": f"{TEXT} Three.", "published": "2024-02-31"},
        {
            "text": "Die Soldaten haben die Stadt verlassen, und drei Männer wurden verletzt.",
            "published": None,
        },
        {"text": f"{TEXT} One.", "published": "2024-09-06"},
        {"text": "x" * (MAX_BYTES + 1), "published": None},
        {"text": f"{TEXT} Seven.", "published": None},
    ]
    found = read_file(tmp_path, name, BULK[name](*rows))
    assert [item.text for item in articles(found)] == [f"{TEXT} One.", f"{TEXT} Seven."]
    assert problems(found) == [(2, "empty"), (3, "date"), (4, "language"), (5, "repeated"), (6, "huge")]


@pytest.mark.parametrize("name", BULK)
def test_a_bulk_file_may_be_larger_than_an_article(tmp_path: Path, name: str) -> None:
    rows = [{"text": f"{number} {TEXT} " * 20_000} for number in range(4)]
    content = BULK[name](*rows)
    if name != "bulk.parquet":  # which packs repetition away
        assert len(content) > MAX_BYTES
    assert len(articles(read_file(tmp_path, name, content))) == 4


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("bulk.jsonl", b"", "empty"),
        ("bulk.jsonl", b"\n \n", "empty"),
        ("bulk.csv", b"", "empty"),
        ("bulk.csv", b"text,title\n", "empty"),
        ("bulk.csv", b"title,body\na,b\n", "columns"),
        ("bulk.csv", b"\x89PNG\x00\x00\x00", "columns"),
        ("bulk.parquet", b"", "half_written"),
        ("bulk.parquet", b"PAR1 and then nothing", "half_written"),
        ("bulk.parquet", as_parquet({"text": TEXT, "id": "1"})[:-20], "half_written"),
        ("bulk.parquet", as_parquet({"text": TEXT, "id": "1"}).replace(b"text", b"t\xdfxt"), "half_written"),
        ("bulk.parquet", as_parquet({"body": TEXT}), "columns"),
    ],
)
def test_bad_bulk_files(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    assert problems(read_file(tmp_path, name, content)) == [(None, kind)]


def test_parquet_without_rows(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "bulk.parquet")
    assert problems(list(find_articles([tmp_path]))) == [(None, "empty")]


# JSON lines


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("not json", "row"),
        ('"a text alone"', "row"),
        ("[1, 2]", "row"),
        ("{}", "empty"),
        ('{"text": null}', "empty"),
        ('{"text": 12}', "row"),
        ('{"text": "One was hurt.", "title": ["a"]}', "row"),
        ('{"text": "One was hurt.", "published": 1725580800}', "date"),
        ('{"text": "One was hurt.", "published": "6 September 2024"}', "date"),
        ("[" * 100_000, "row"),
        ("1" * 10_000, "row"),
    ],
)
def test_lines_that_are_no_article(tmp_path: Path, line: str, kind: str) -> None:
    found = read_file(tmp_path, "bulk.jsonl", f"{line}\n{json_lines({'text': TEXT})}")
    assert problems(found) == [(1, kind)]
    assert len(articles(found)) == 1


def test_a_last_line_that_breaks_off(tmp_path: Path) -> None:
    found = read_file(tmp_path, "bulk.jsonl", (json_lines({"text": TEXT}) * 2)[:-20])
    assert problems(found) == [(2, "half_written")]
    assert len(articles(found)) == 1


def test_a_last_line_without_its_end_is_whole(tmp_path: Path) -> None:
    assert len(articles(read_file(tmp_path, "bulk.jsonl", json_lines({"text": TEXT}).rstrip()))) == 1


def test_rows_count_lines(tmp_path: Path) -> None:
    assert problems(read_file(tmp_path, "bulk.jsonl", "\n\n{}\n")) == [(3, "empty")]


def test_half_a_surrogate_pair_can_still_be_written(tmp_path: Path) -> None:
    [found] = articles(
        read_file(tmp_path, "bulk.jsonl", '{"text": "Two \\ud83d men were hurt.", "title": "\\udc00"}')
    )
    assert (found.text, found.title) == ("Two \ufffd men were hurt.", "\ufffd")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["bulk.jsonl", "bulk.csv"])
def test_bulk_encodings(tmp_path: Path, name: str, encoding: str) -> None:
    rows = [{"text": f"{number}: “Soldiers left the town,” he said — it’s over."} for number in range(3)]
    content = (
        as_csv(*rows)
        if name == "bulk.csv"
        else "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    )
    assert [item.text for item in articles(read_file(tmp_path, name, content.encode(encoding)))] == [
        row["text"] for row in rows
    ]


def test_a_line_without_end_is_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "bulk.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(20):
            file.write(b"a " * (MAX_BYTES // 2))
        file.write(b'"}\n' + json_lines({"text": TEXT}).encode())
    tracemalloc.start()
    found = list(find_articles([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problems(found) == [(1, "huge")]
    assert len(articles(found)) == 1
    assert peak < path.stat().st_size


def test_rows_are_read_one_after_another(tmp_path: Path) -> None:
    """The first article is there before the last row is looked at."""
    path = tmp_path / "bulk.jsonl"
    path.write_text(json_lines(*({"text": f"{number} {TEXT}"} for number in range(5000))))
    stream = find_articles([path])
    assert isinstance(next(stream), Article)
    tracemalloc.start()
    assert sum(isinstance(item, Article) for item in stream) == 4999
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters(tmp_path: Path, delimiter: str) -> None:
    content = delimiter.join(["Title", " TEXT "]) + "\n" + delimiter.join(["A", f'"{TEXT}"']) + "\n"
    [found] = articles(read_file(tmp_path, "bulk.csv", content))
    assert (found.title, found.text) == ("A", TEXT)


def test_cells_may_hold_lines_and_quotation_marks(tmp_path: Path) -> None:
    text = f'{TEXT}\n\nHe said: "It is over."'
    [found] = articles(read_file(tmp_path, "bulk.csv", as_csv({"text": text, "title": "a, b"})))
    assert (found.text, found.title) == (text, "a, b")


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("one,two,three\n", "row"),
        ("one\n", "row"),
        ('"a" quotation,two\n', "row"),
        (" , \n", "empty"),
    ],
)
def test_rows_that_are_no_article(tmp_path: Path, row: str, kind: str) -> None:
    found = read_file(tmp_path, "bulk.csv", f'text,title\n"{TEXT}",A\n\n{row}"{TEXT} Later.",B\n')
    assert problems(found) == [(2, kind)]
    assert [item.title for item in articles(found)] == ["A", "B"]


def test_a_cell_that_never_ends(tmp_path: Path) -> None:
    found = read_file(tmp_path, "bulk.csv", f'text,title\n"{TEXT}",A\n"{TEXT},B\n')
    assert problems(found) == [(2, "half_written")]
    assert len(articles(found)) == 1


# Parquet


def test_parquet_types(tmp_path: Path) -> None:
    table = pa.table(
        {
            "Text": pa.array([f"{TEXT} {number}".encode() for number in range(3)], pa.binary()),
            "published": pa.array([DAY, datetime.date(2023, 7, 5), None]),
            "id": pa.array([1.0, 2.0, 3.0]),
            "ignored": pa.array([[1], [2], None]),
        }
    )
    pq.write_table(table, tmp_path / "bulk.parquet", row_group_size=2)
    found = articles(list(find_articles([tmp_path])))
    assert [item.article_id for item in found] == ["1", "2", "3"]
    assert [item.published for item in found] == [DAY, datetime.date(2023, 7, 5), None]
    assert found[2].text == f"{TEXT} 2"


def test_parquet_times_and_broken_text(tmp_path: Path) -> None:
    offsets = pa.array([0, 2, 2 + len(TEXT)], pa.int32()).buffers()[1]
    broken = pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"\xff\xfe" + TEXT.encode())])
    times = pa.array([datetime.datetime(2024, 9, 6, 23, 30)] * 2, pa.timestamp("ns"))
    pq.write_table(pa.table({"text": broken, "published": times}), tmp_path / "bulk.parquet")
    found = list(find_articles([tmp_path]))
    assert problems(found) == [(1, "row")]
    assert [item.published for item in articles(found)] == [DAY]


# Anything


PIECES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    st.sampled_from(
        [
            b'{"text": "',
            b'"}\n',
            b"text,title\n",
            b'"',
            b",",
            b"<html><body><p>",
            b"</p>",
            b"PAR1",
            TEXT.encode(),
        ]
    ),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=8), suffix=st.sampled_from(sorted(READERS)))
def test_any_bytes_are_articles_or_problems(tmp_path: Path, pieces: list[bytes], suffix: str) -> None:
    found = read_file(tmp_path, f"any{suffix}", b"".join(pieces))
    assert found
    for item in found:
        if isinstance(item, Problem):
            assert item.kind in KINDS
            assert item.message.isprintable() and item.message.endswith(".")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.sampled_from(
        [json_lines(*ROWS).encode(), as_csv(*ROWS).encode(), as_parquet(*ROWS), PAGE.encode()]
    ),
    at=st.floats(0, 1),
    change=st.binary(max_size=3),
    suffix=st.sampled_from(sorted(READERS)),
)
def test_damaged_files(tmp_path: Path, content: bytes, at: float, change: bytes, suffix: str) -> None:
    where = int(at * len(content))
    assert read_file(tmp_path, f"any{suffix}", content[:where] + change + content[where + 1 :])

from __future__ import annotations

import csv
import json
import re
import time
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import frictionless
import pandas as pd
import pytest
from markdown_it import MarkdownIt

from pages.export.contested import contested_tables
from pages.export.datapackage import MEANINGS
from pages.export.pack import report_pack
from pages.export.renderer import ImageError
from pages.export.sentences import figures_in, mark, sentences_of, sentences_text
from pages.export.sheet import Sheet
from pages.export.sheets import Stamp
from pages.export.sources import sources_of
from pages.export.tables import ABOUT, table_of
from pages.export.texts import as_code, as_markdown, visible
from pages.figures.comparison import compare, comparison_table
from pages.figures.ladder import ladder_table
from pages.figures.map import map_rows, map_table
from pages.figures.method import FIELDS, READING_ERROR, reading_error_in_words
from tests.export.made_sheets import HOSTILE, eight_operations, empty_sheet, hostile_sheet, sheet_of
from tests.samples import full

PACKS: dict[str, Callable[[], list[Sheet]]] = {
    "one chart": lambda: [sheet_of()],
    "several charts": lambda: [sheet_of(), sheet_of("wounded", name="ladder"), sheet_of(name="map")],
    "nothing drawn": lambda: [empty_sheet()],
    "hostile texts": lambda: [hostile_sheet()],
    "eight operations": lambda: [eight_operations()],
    "one name twice": lambda: [sheet_of(), sheet_of("wounded")],
    "names of other files": lambda: [sheet_of(name="claims"), sheet_of(name="../../etc/passwd")],
}


def drawn(content: bytes) -> Callable[[Sheet], bytes]:
    return lambda sheet: content + sheet.title.encode()


def refused(_sheet: Sheet) -> bytes:
    raise ImageError("There is no browser here.")


COUNTS = {"sentences_or_articles": 2, "figures": 4}
STAMP = Stamp({}, "http://localhost/", "v1")
CHARTS = {"svg": drawn(b"<svg>"), "html": drawn(b"<!DOCTYPE html>")}


def unpacked(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("pack", PACKS)
def test_the_data_package_is_valid(pack: str, tmp_path: Path) -> None:
    ZipFile(BytesIO(report_pack(PACKS[pack](), CHARTS))).extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["path", "rowNumber", "fieldName", "type", "message"]) == []
    assert report.valid
    tables = {f"data/{path.name}" for path in (tmp_path / "data").glob("*.csv")}
    assert {task.place for task in report.tasks} == tables


def test_validation_would_find_a_table_that_does_not_fit(tmp_path: Path) -> None:
    ZipFile(BytesIO(report_pack([sheet_of()], {}))).extractall(tmp_path)
    table = tmp_path / "data" / "casualties.csv"
    table.write_bytes(table.read_bytes().replace(b",12,12,,", b",12,many,,", 1))
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert {"hash-count", "type-error"} <= {kind for (kind,) in report.flatten(["type"])}


@pytest.mark.parametrize("pack", PACKS)
def test_the_same_sheets_give_the_same_bytes(pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = report_pack(PACKS[pack](), CHARTS)
    later = time.time() + 86_400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda _=None: time.gmtime(later))
    assert report_pack(PACKS[pack](), CHARTS) == first


@pytest.mark.parametrize("pack", PACKS)
def test_a_zip_is_one_that_everyone_can_open(pack: str) -> None:
    with ZipFile(BytesIO(report_pack(PACKS[pack](), CHARTS))) as content:
        entries = content.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(set(names))
    assert all(re.fullmatch(r"(charts/|data/)?[A-Za-z0-9-]+\.[a-z]+", name) for name in names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_what_is_in_a_pack() -> None:
    files = unpacked(report_pack([sheet_of(), sheet_of("wounded", name="ladder")], CHARTS))
    assert sorted(files) == [
        "README.md",
        "charts/casualties.html",
        "charts/casualties.svg",
        "charts/ladder.html",
        "charts/ladder.svg",
        "data/casualties.csv",
        "data/casualties.parquet",
        "data/claims.csv",
        "data/ladder.csv",
        "data/ladder.parquet",
        "data/sentences.csv",
        "datapackage.json",
        "sentences.txt",
    ]
    assert files["charts/ladder.svg"] == b"<svg>People reported wounded"
    assert files["data/casualties.csv"] == table_of(sheet_of(), "csv")
    readme = files["README.md"].decode()
    assert all(f"`{name}`" in readme for name in files if name != "README.md")
    assert "could not be made" not in readme


def test_two_charts_of_one_name_are_both_kept() -> None:
    files = unpacked(report_pack([sheet_of(), sheet_of("wounded")], CHARTS))
    assert files["charts/casualties-2.svg"] == b"<svg>People reported wounded"


def test_what_cannot_be_drawn_is_named_and_the_rest_is_there() -> None:
    files = unpacked(report_pack([sheet_of()], {"png": refused, "html": drawn(b"<html>")}))
    assert "charts/casualties.png" not in files
    assert "charts/casualties.html" in files
    readme = files["README.md"].decode()
    assert "- `charts/casualties.png`: There is no browser here." in readme


def test_without_a_way_to_draw_the_readme_says_so() -> None:
    files = unpacked(report_pack([sheet_of()], {}))
    assert not [name for name in files if name.startswith("charts/")]
    assert "- `charts/`: the charts themselves are not in this pack" in files["README.md"].decode()


def test_another_error_is_not_hidden() -> None:
    def fails(_sheet: Sheet) -> bytes:
        raise KeyError("a fault of ours")

    with pytest.raises(KeyError):
        report_pack([sheet_of()], {"svg": fails})


def test_progress_is_told_in_order() -> None:
    told: list[tuple[float, str]] = []
    report_pack([sheet_of(), sheet_of(name="map")], CHARTS, lambda done, words: told.append((done, words)))
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert (told[0], told[-1]) == ((0.0, "Drawing charts/casualties.svg"), (1.0, "Done"))
    assert all(words for _, words in told)


README = [
    # What a reader has to find in it.
    "## The method in short",
    "In force: latest report.",
    "## Limits",
    "Of 20 figures 19 were read rightly.",
    "**Silence is not zero.**",
    "**Nothing is added up**",
    "How to cite:",
    "0a1b2c3d",
    "`http://localhost:8501/?measure=killed&rule=latest`",
    "- Said by: Palestinian Health Ministry, Israeli military",
    "- Chosen: Operations: Jenin, 3–5 July 2023",
    "an apostrophe stands before it",
]


@pytest.mark.parametrize("words", README)
def test_the_readme_says(words: str) -> None:
    files = unpacked(report_pack([sheet_of()], CHARTS, reading_error="Of 20 figures 19 were read rightly."))
    assert words in files["README.md"].decode()


def test_the_readme_explains_every_f1_that_it_gives_and_none_that_it_does_not() -> None:
    errors = READING_ERROR.frame(
        {"sample": "a sample", "field": field, "share": 0.5, "measured_on": "2026-01-01", **COUNTS}
        for field in ("figure_f1", "strict_f1")
    )
    told = reading_error_in_words(errors)
    readme = unpacked(report_pack([sheet_of()], {}, reading_error=told))["README.md"].decode()
    explanation, _, numbers = readme.partition(as_markdown(told))
    assert numbers
    for field in ("figure_f1", "strict_f1"):
        assert f"“{FIELDS[field]}”" in explanation
    assert "one number for two shares" in " ".join(explanation.split())
    assert "F1" not in unpacked(report_pack([sheet_of()], {}))["README.md"].decode()


def test_the_readme_leads_nowhere() -> None:
    readme = unpacked(report_pack([sheet_of()], CHARTS))["README.md"].decode()
    assert "](" not in readme


def test_the_readme_says_where_the_reading_error_is() -> None:
    assert (
        "the dashboard’s page on its method has it"
        in unpacked(report_pack([sheet_of()], {}))["README.md"].decode()
    )


def test_no_text_is_formatting_in_the_readme() -> None:
    readme = unpacked(report_pack([hostile_sheet()], CHARTS))["README.md"].decode()
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(readme)
    assert not re.findall(r"<(?:script|a|img|em|s|table|r|t)\b", html)
    plain = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(readme)
    notes = ["".join(part.content for part in token.children or []) for token in plain if token.children]
    assert [note for note in notes if note.startswith("Note: ")] == [
        f"Note: {' '.join(visible(text).split())}" for text in HOSTILE
    ]


MARKDOWN = [
    *HOSTILE,
    "a*b*c",
    "a\\",
    "&amp; &lt;",
    "<!-- hidden",
    "[a]: b",
    "www.example.org",
    "==x==",
    "`` ` ``",
]


@pytest.mark.parametrize("text", MARKDOWN)
def test_markdown_shows_the_characters_of_a_text(text: str) -> None:
    read = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    shown = " ".join(visible(text).split())
    for written in (f"Words: {as_markdown(visible(text))} end", f"Words: {as_code(visible(text))} end"):
        (paragraph,) = [token for token in read.parse(written) if token.type == "inline"]
        assert "".join(part.content for part in paragraph.children or []) == f"Words: {shown} end"
        kinds = {part.type for part in paragraph.children or []}
        assert kinds <= {"text", "text_special", "code_inline"}


def test_each_claim_is_there_once_with_its_charts() -> None:
    sheets = [sheet_of(), sheet_of(name="map"), sheet_of("wounded", name="ladder")]
    claims = rows_of(unpacked(report_pack(sheets, {}))["data/claims.csv"])
    charts = {claim["claim_id"]: claim["charts"] for claim in claims}
    assert len(charts) == len(claims) == len(sheets[0].claims) + len(sheets[2].claims)
    assert (charts["c01"], charts["c02"]) == ("casualties; map", "ladder")


def test_claims_come_in_the_order_of_their_articles() -> None:
    claims = rows_of(unpacked(report_pack([sheet_of()], {}))["data/claims.csv"])
    assert [claim["published"] for claim in claims] == sorted(claim["published"] for claim in claims)
    assert (claims[0]["speaker"], claims[0]["value"], claims[0]["high"]) == ("reporter's own voice", "12", "")


def test_a_pack_runs_no_formula() -> None:
    files = unpacked(report_pack([hostile_sheet()], {}))
    cells = [
        cell
        for name in files
        if name.endswith(".csv")
        for row in rows_of(files[name])
        for head, cell in row.items()
        if head != "'=Number"
    ]
    assert not [cell for cell in cells if cell.lstrip(" \"'“").startswith("=") and not cell.startswith("'")]
    numbers = [row["'=Number"] for row in rows_of(files["data/casualties.csv"])]
    assert numbers[:2] == ["-1", "0"]


def test_fields_are_described() -> None:
    package = json.loads(unpacked(report_pack([sheet_of()], {}))["datapackage.json"])
    assert "created" not in package
    fields = {
        resource["name"]: {field["name"]: field for field in resource["schema"]["fields"]}
        for resource in package["resources"]
    }
    assert all(field.get("description") for told in fields.values() for field in told.values())
    assert fields["casualties"]["Value"]["type"] == "integer"
    assert fields["casualties"]["As of"]["type"] == "date"
    assert fields["claims"]["low"]["description"].startswith("the smallest number that the words allow")
    assert all(resource["schema"]["missingValues"] == [""] for resource in package["resources"])


def test_the_articles_are_the_sources() -> None:
    sheet = sheet_of()
    addresses = {"anadolu-2023-07-06": "https://news.example/1", "ap-2024-09-06": "javascript:alert(1)"}
    claims = sheet.claims.assign(url=sheet.claims["article_id"].map(addresses).astype("str"))
    package = json.loads(unpacked(report_pack([sheet_of(claims=claims)], {}))["datapackage.json"])
    by_title = {source["title"]: source.get("path") for source in package["sources"]}
    assert by_title["Anadolu: After the raid on Jenin, 6 July 2023 (stated)"] == "https://news.example/1"
    assert len(by_title) == sheet.claims["article_id"].nunique()
    assert [path for path in by_title.values() if path] == ["https://news.example/1"]


def test_every_column_of_a_chart_is_explained() -> None:
    frames = full()
    operations = tuple(frames.operations["operation_id"])
    chosen, rows = compare(frames, operations, "latest")
    on_map = map_rows(frames.estimates.iloc[:1], frames.claims, frames.places, ["jenin"])
    tables = [
        sheet_of().table,
        comparison_table(chosen, rows),
        map_table(on_map, frames.claims, frames.articles),
        ladder_table(SimpleNamespace(claims=(), apart=()))[0],
        *(table.table for table in contested_tables(frames, operations[0], [], "", STAMP).values()),
    ]
    assert {*ABOUT, *(name for table in tables for name in table.columns)} == set(MEANINGS)


def claim(claim_id: str, start: int, quote: str) -> Any:
    return SimpleNamespace(claim_id=claim_id, start=start, quote=quote)


FIGURES = [
    # A sentence, where in the article its figures begin, and the sentence with its figures marked.
    ("12 died.", [(100, "12")], "[[12]] died."),
    ("12 died and 12 were hurt.", [(112, "12"), (103, "died")], "12 [[died]] and [[12]] were hurt."),
    ("12 died and 12 were hurt.", [(100, "12"), (112, "12 were")], "[[12]] died and [[12 were]] hurt."),
    ("12 died.", [(100, "13")], "12 died."),
    ("12 killed, children", [(100, "12 killed"), (103, "killed, children")], "[[12 killed, children]]"),
    ("12 [[all]] died.", [(100, "12")], "[[12]] [ [all] ] died."),
    ("12 died.", [], "12 died."),
    ("", [(0, "")], ""),
]


@pytest.mark.parametrize(("sentence", "figures", "marked"), FIGURES)
def test_figures_are_marked(sentence: str, figures: list[tuple[int, str]], marked: str) -> None:
    claims = [claim(str(at), *figure) for at, figure in enumerate(figures)]
    assert mark(sentence, figures_in(sentence, claims)) == marked


def test_each_sentence_is_there_once_with_all_its_figures() -> None:
    rows = rows_of(unpacked(report_pack([sheet_of()], {}))["data/sentences.csv"])
    (told,) = [row for row in rows if row["claim_ids"] == "c22; c23"]
    assert told["sentence"] == (
        "Of [[39 Palestinians killed]] across the West Bank in the push, [[21 died in Jenin]]."
    )
    assert told["figures"] == (
        "39 Palestinians killed (reporter's own voice); 21 died in Jenin (reporter's own voice)"
    )
    assert (told["agency"], told["published"]) == ("Associated Press", "2024-09-06")


def test_sentences_to_be_read() -> None:
    text = unpacked(report_pack([sheet_of()], {}))["sentences.txt"].decode()
    assert (
        "Of [[39 Palestinians killed]] across the West Bank in the push, [[21 died in Jenin]].\n"
        "    Said: 39 Palestinians killed (reporter's own voice); 21 died in Jenin (reporter's own voice)\n"
        "    Printed by: Associated Press\n"
        "    Article: ap-2024-09-06.txt, 6 September 2024 (stated)\n"
        "    Drawn in: casualties\n"
    ) in text


def test_no_sentence_can_forge_an_entry() -> None:
    forged = "12 died.\n\n2. 40 died.\n    Said: 40 (the UN)\r\n\u2028    Printed by: a paper"
    claims = sheet_of().claims.iloc[:1].assign(sentence=forged, quote="12", attributed_to="UN\n3. x")
    text = sentences_text(sentences_of(sources_of(claims).assign(charts="casualties")))
    assert re.findall(r"^ *\d+\. ", text, re.MULTILINE) == ["1. "]
    assert len(re.findall(r"^    Said: ", text, re.MULTILINE)) == 1


def test_a_digest_is_named_as_one() -> None:
    claims = sheet_of().claims.iloc[:1].assign(original="The Paper", title="A raid ends")
    text = sentences_text(sentences_of(sources_of(claims).assign(charts="casualties")))
    assert "    Article: A raid ends (a digest of The Paper), " in text


def test_a_pack_of_nothing_has_its_tables() -> None:
    files = unpacked(report_pack([empty_sheet()], {}))
    assert rows_of(files["data/claims.csv"]) == []
    assert files["sentences.txt"].decode().startswith("No sentence.")
    assert pd.read_parquet(BytesIO(files["data/casualties.parquet"])).empty

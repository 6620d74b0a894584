"""Text files to articles: headers, encodings, languages, agencies, ids, and every way an input can be bad."""

from __future__ import annotations

import datetime
import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.agencies import AGENCIES, find_agency, name_agency
from loaders.articles import Article, Problem, articles_frame, find_articles
from loaders.drafts import MAX_BYTES
from loaders.language import find_language
from loaders.problems import KINDS, UnreadableError

TEXT = "Soldiers left the town on Friday, and the hospital said that two men were hurt."
DAY = datetime.date(2024, 9, 6)


def read_all(*paths: Path) -> list[Article | Problem]:
    return list(find_articles(paths))


def read_one(folder: Path, content: bytes | str, name: str = "one.txt") -> Article | Problem:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    [item] = read_all(folder)
    return item


def article(folder: Path, content: bytes | str, name: str = "one.txt") -> Article:
    item = read_one(folder, content, name)
    assert isinstance(item, Article), item
    return item


def problem(folder: Path, content: bytes | str, name: str = "one.txt") -> Problem:
    item = read_one(folder, content, name)
    assert isinstance(item, Problem), item
    assert item.file == name
    assert_is_plain(item)
    return item


def assert_is_plain(found: Problem) -> None:
    """A message is one line of whole sentences, and its kind is a known one."""
    assert found.kind in KINDS
    assert found.message.endswith(".") and found.message[0].isupper()
    assert found.message.isprintable()


@pytest.mark.parametrize(
    ("content", "published", "text"),
    [
        # wire format
        (f" date 2024-09-06 {TEXT}", DAY, TEXT),
        (f"date 2024-09-06 {TEXT}", DAY, TEXT),
        (f" date 2024-09-06\n{TEXT}", DAY, TEXT),
        (f" date 2024-09-06  {TEXT} \n\n", DAY, f" {TEXT} \n\n"),
        # undated
        (TEXT, None, TEXT),
        (f"\n  {TEXT}\n", None, f"\n  {TEXT}\n"),
        (f"date palms burned. {TEXT}", None, f"date palms burned. {TEXT}"),
        (f"The date 2024-09-06 is named. {TEXT}", None, f"The date 2024-09-06 is named. {TEXT}"),
        # house format
        (f"---\npublished: 2024-09-06\n---\n{TEXT}", DAY, TEXT),
        (f"---\npublished: 2024-09-06T10:15:00+03:00\n---\n\n{TEXT}\n", DAY, f"\n{TEXT}\n"),
        (f"---\npublished:\n---\n{TEXT}", None, TEXT),
        (f"---\n---\n{TEXT}", None, TEXT),
        (f"---\n# a remark\n\nauthor: nobody reads this key\n---\n{TEXT}", None, TEXT),
        # line ends
        (f"---\r\npublished: 2024-09-06\r\n---\r\n{TEXT}\r\nMore.\r", DAY, f"{TEXT}\nMore.\n"),
    ],
)
def test_text_as_read(tmp_path: Path, content: str, published: datetime.date | None, text: str) -> None:
    found = article(tmp_path, content)
    assert (found.published, found.text) == (published, text)


def test_front_matter(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        "---\nid: 004\nTitle: Two days: what is known\noutlet: 'The Example'\nagency: the Associated Press\n"
        f"url: https://example.org/a?b=c#d\npublished: 2024-09-06\noriginal: 004_x.txt\n---\n{TEXT}",
        "digest.md",
    )
    assert found == Article(
        article_id="004",
        file="digest.md",
        title="Two days: what is known",
        outlet="The Example",
        agency="Associated Press",
        url="https://example.org/a?b=c#d",
        published=DAY,
        original="004_x.txt",
        language="en",
        text=TEXT,
        sha256=found.sha256,
    )


@pytest.mark.parametrize("word", ["N/A", "n/a", "NA", "null", "None", ""])
def test_unknown_is_not_a_word(tmp_path: Path, word: str) -> None:
    found = article(tmp_path, f"---\noutlet: {word}\nurl: {word}\npublished: {word}\n---\n{TEXT}")
    assert (found.outlet, found.url, found.published) == (None, None, None)


QUOTED = "“Soldiers left the town,” he said — it’s over, and the café was open for them."


@pytest.mark.parametrize(
    "content",
    [
        QUOTED.encode(),
        QUOTED.encode("utf-8-sig"),
        QUOTED.encode("utf-16"),
        QUOTED.encode("utf-16-le"),
        QUOTED.encode("utf-16-be"),
        b"\xfe\xff" + QUOTED.encode("utf-16-be"),
        QUOTED.encode("utf-32"),
        QUOTED.encode("cp1252"),
        QUOTED.encode("mac_roman"),
        # UTF-8 into which an editor pasted Windows-1252
        "“Soldiers left the town,” ".encode()
        + "he said — it’s over, and the café was open for them.".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16", "le", "be", "be-mark", "utf-32", "cp1252", "mac", "mixed"],
)
def test_encodings(tmp_path: Path, content: bytes) -> None:
    assert article(tmp_path, content).text == QUOTED


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", "empty", "empty"),
        (b" \n\t\n", "empty", "no words"),
        (b"\xef\xbb\xbf", "empty", "no words"),
        (b" date 2024-09-06 ", "empty", "no words"),
        (b" date 2024-09-06", "empty", "no words"),
        (b"---\nid: a\n---\n", "empty", "no words"),
        (b"x" * (MAX_BYTES + 1), "huge", "5 MB"),
        (bytes(range(256)) * 4, "binary", "no text"),
        (b"\x89PNG\r\n\x1a\n....", "binary", "a picture"),
        (b"%PDF-1.7 and so on", "binary", "a PDF"),
        (TEXT.encode() + "’".encode()[:2], "half_written", "middle of a character"),
        ((TEXT + "’").encode("utf-16")[:-1], "half_written", "middle of a character"),
        (b"---\nid: a\n" + TEXT.encode(), "front_matter", "Line 3"),
        (b"---\nid: a\n", "half_written", "never closed"),
        (b"---\nid: a\nid: b\n---\nText.", "front_matter", "second time"),
        (b"---\npublised: 2024-09-06\n---\nText.", "front_matter", "“published”"),
        (b"---\ndate: 2024-09-06\n---\nText.", "front_matter", "“published”"),
        (b"---\n- id\n---\nText.", "front_matter", "key: value"),
        (b" date 2024-02-31 " + TEXT.encode(), "date", "No calendar has the date 2024-02-31"),
        (b" date 2024-9-6 " + TEXT.encode(), "date", "YYYY-MM-DD"),
        (b" date 06/09/2024 " + TEXT.encode(), "date", "YYYY-MM-DD"),
        (b"---\npublished: 2023-02-29\n---\n" + TEXT.encode(), "date", "2023-02-29"),
        (b"---\npublished: yesterday\n---\n" + TEXT.encode(), "date", "“yesterday”"),
        (b"---\npublished: \x1b[31m\n---\n" + TEXT.encode(), "date", "“\ufffd[31m”"),
        (
            "Die Soldaten haben die Stadt verlassen, und drei Männer wurden verletzt.".encode(),
            "language",
            "German",
        ),
        ("غادر الجنود المدينة يوم الجمعة".encode(), "language", "Arabic"),
        ("Солдаты покинули город в пятницу".encode("cp1251") * 9, "language", "only English"),
    ],
)
def test_bad_files(tmp_path: Path, content: bytes, kind: str, words: str) -> None:
    found = problem(tmp_path, content)
    assert found.kind == kind
    assert words in found.message
    assert found.row is None


def test_the_limit_is_for_the_article(tmp_path: Path) -> None:
    assert (
        len(article(tmp_path, (TEXT + "\n") * (MAX_BYTES // (len(TEXT) + 1))).text)
        > MAX_BYTES - len(TEXT) - 2
    )


def test_an_unknown_type_names_the_known_ones(tmp_path: Path) -> None:
    found = problem(tmp_path, TEXT, "one.docx")
    assert found.kind == "file_type"
    assert ".txt" in found.message


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(f"{TEXT} Later.")
    assert [type(item) for item in read_all(tmp_path)] == [Article, Problem, Article]


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.TXT", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} In {name}.")
    assert [item.file for item in read_all(tmp_path)] == ["a.txt", "b/1.txt", "b/2.txt", "c.TXT"]
    assert [item.file for item in read_all(tmp_path / "b" / "1.txt")] == ["1.txt"]


def test_missing_paths_and_broken_links(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    found = read_all(tmp_path, tmp_path / "absent")
    assert [(item.file, item.kind) for item in found if isinstance(item, Problem)] == [
        ("link.txt", "missing"),
        ("absent", "missing"),
    ]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text(TEXT)
    [found] = read_all(tmp_path)
    assert isinstance(found, Problem)
    assert (found.file, found.kind) == (tmp_path.name, "empty")


def test_links_that_lead_back(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text(TEXT)
    (tmp_path / "inner" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = read_all(tmp_path)
    assert [item.file for item in found] == ["inner/a.txt", "inner/up", "self.txt"]
    assert [item.kind for item in found if isinstance(item, Problem)] == ["loop", "loop"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    [found] = read_all(tmp_path)
    assert isinstance(found, Problem)
    assert found.kind == "unreadable"
    assert_is_plain(found)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        found = read_all(tmp_path)
    assert [item.kind for item in found if isinstance(item, Problem)] == ["file_type", "file_type"]


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
    with open(path, "w") as file:  # noqa: PTH123 - a Path holds no such name
        file.write(TEXT)
    [found] = read_all(tmp_path)
    assert found.file == "caf\ufffd\ufffd.txt"


def test_an_id_comes_from_the_content_not_from_the_place(tmp_path: Path) -> None:
    first = article(tmp_path, TEXT, "a.txt")
    (tmp_path / "a.txt").rename(tmp_path / "z.txt")
    [again] = read_all(tmp_path)
    assert isinstance(again, Article)
    assert again.article_id == first.article_id
    others = [f"{TEXT}\n", f" date 2024-09-06 {TEXT}"]
    others += [f"---\n{field}\n---\n{TEXT}" for field in ("outlet: A", "outlet: B", "url: A")]
    ids = {article(tmp_path, other, "z.txt").article_id for other in others}
    assert len(ids - {first.article_id}) == len(others)


def test_the_same_article_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    first, second = read_all(tmp_path)
    assert isinstance(first, Article) and isinstance(second, Problem)
    assert (second.file, second.kind) == ("b.txt", "repeated")
    assert "a.txt" in second.message


def test_an_id_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\nid: x\n---\n{TEXT}")
    (tmp_path / "b.txt").write_text(f"---\nid: x\n---\n{TEXT} More.")
    first, second = read_all(tmp_path)
    assert isinstance(first, Article) and isinstance(second, Problem)
    assert second.kind == "id_taken"
    assert "a.txt" in second.message and "“x”" in second.message


def test_progress_runs_from_nothing_to_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.pdf").write_text("no")
    (tmp_path / "c.jsonl").write_text('{"text": "One was hurt."}\n{"text": "Two were hurt."}\n')
    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    steps: list[tuple[int, int]] = []
    list(find_articles([tmp_path], progress=lambda done, total: steps.append((done, total))))
    assert steps == sorted(steps)
    assert len(steps) == 4
    assert steps[-1] == (size, size)


@pytest.mark.parametrize(
    "text",
    [
        "Four killed and scores injured as troops raid town",
        "Troops leave town",
        "Raid on camp: 12 dead",
        "Jenin",
        "12",
        "The mayor of Nablus said that الجنود had left and that two were hurt, as far as he could tell.",
    ],
)
def test_english_is_read(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Les soldats ont quitté la ville vendredi et deux hommes ont été blessés.", "French"),
        ("Los soldados dejaron la ciudad el viernes y dos hombres resultaron heridos.", "Spanish"),
        ("החיילים עזבו את העיר", "Hebrew"),
        (
            "Soldatene forlot byen på fredag, og to menn ble skadet da de flyktet.",
            "not seem to be in English",
        ),
    ],
)
def test_other_languages_are_refused(text: str, name: str) -> None:
    with pytest.raises(UnreadableError, match=name):
        find_language(text)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("NABLUS, West Bank (AP) — Troops left.", "Associated Press"),
        ("NABLUS (Reuters) - Troops left.", "Reuters"),
        ("TUBAS, Sept 6 (AFP) – Troops left.", "Agence France-Presse"),
        ("JERUSALEM (AAP) — Troops left.", "Australian Associated Press"),
        ("Troops left. An Associated Press (AP) reporter saw none.", "Associated Press"),
        ("Troops left, Reuters journalists saw.", "Reuters"),
        ("Troops left the camp at dawn, Anadolu reported.\n\nMore.", "Anadolu"),
        ("Troops left the camp at dawn, the Anadolu Agency reports.", "Anadolu"),
        ("Photo: The Canadian Press A street (AP Photo/A. Name)\n\nTroops left.", "The Canadian Press"),
        ("By The Associated Press\n\nTroops left.", "Associated Press"),
        # a source of one statement is not the agency of the article
        ("Troops left, an official told Reuters.", None),
        ("Troops left.\n\nTwo men were hurt, WAFA reported.", None),
        ("A street (AP Photo/A. Name)", None),
        ("The APC left, and the map was apt.", None),
        ("Troops left.", None),
    ],
)
def test_agencies(text: str, agency: str | None) -> None:
    assert find_agency(text) == agency


@pytest.mark.parametrize("name", AGENCIES)
def test_every_spelling_of_an_agency_is_one_name(name: str) -> None:
    for spelling in (name, *AGENCIES[name]):
        assert name_agency(spelling) == name
        assert find_agency(f"TUBAS ({spelling}) — Troops left.") == name


def test_the_frame_conforms(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f" date 2024-09-06 {TEXT}")
    (tmp_path / "b.txt").write_text(TEXT)
    frame = articles_frame([item for item in read_all(tmp_path) if isinstance(item, Article)])
    assert frame["dated_by"].tolist() == ["stated", "unknown"]
    assert frame["characters"].tolist() == [len(TEXT)] * 2
    assert (frame.loc[0, ["published", "published_earliest", "published_latest"]].dt.date == DAY).all()
    assert frame.loc[1, ["published", "published_earliest", "published_latest", "title"]].isna().all()
    assert articles_frame([]).empty


PIECES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(str.encode),
    st.text(max_size=100).map(lambda text: text.encode("utf-16")),
    st.sampled_from(
        [b"---\n", b"published: ", b"2024-02-31", b" date 2024-09-06 ", b"id: a\n", b"\x00", TEXT.encode()]
    ),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=6), suffix=st.sampled_from([".txt", ".md"]))
def test_any_bytes_are_an_article_or_a_problem(tmp_path: Path, pieces: list[bytes], suffix: str) -> None:
    path = tmp_path / f"one{suffix}"
    path.write_bytes(b"".join(pieces))
    [item] = read_all(path)
    if isinstance(item, Problem):
        assert_is_plain(item)
    else:
        item.text.encode()
        assert "\r" not in item.text
        assert articles_frame([item]).loc[0, "characters"] == len(item.text)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)))
def test_ids_do_not_depend_on_the_order(tmp_path: Path, order: list[int]) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for number, path in enumerate(paths):
        path.write_text(f"{TEXT} It was report {number}.")
    found = {item.file: item for item in read_all(*(paths[number] for number in order))}
    assert {item.file: item for item in read_all(*paths)} == found

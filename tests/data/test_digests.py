"""The digests in data/articles are whole: front matter, plain text, and a date only where one is stated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loaders.articles import Article, find_articles

DIGESTS = Path(__file__).resolve().parents[2] / "data" / "articles"
FILES = sorted(DIGESTS.glob("*.txt"))
REQUIRED_KEYS = {"id", "title", "original"}
ALLOWED_KEYS = REQUIRED_KEYS | {"agency", "published"}
# From the date headers of the originals. Two have none, and their day is for the program to find.
STATED_DAYS = {
    "jenin-camp-troops-gone": "2024-09-06",
    "jenin-victory-claimed": "2023-07-06",
    "west-bank-tanks": "2025-02-23",
}
AGENCIES = {
    "jenin-camp-troops-gone": "Associated Press",
    "jenin-victory-claimed": "Anadolu",
    "west-bank-tanks": "The Canadian Press",
}
# "<p>", "</div>", "<!-- -->", "&amp;", "&#8217;"
MARKUP = re.compile(r"<[a-z/!][^>]*>|&(?:\w+|#\d+);", re.IGNORECASE)


def read_keys(file: Path) -> dict[str, str]:
    """The front matter of a digest, as written."""
    opening, header, _ = file.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    lines = [line.partition(": ") for line in header.splitlines()]
    return {key: value for key, _, value in lines}


def read_text(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("---\n", 2)[2]


def test_there_are_five() -> None:
    assert len(FILES) == 5
    assert [path for path in DIGESTS.iterdir() if path not in FILES] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_front_matter_has_what_it_must_and_nothing_else(file: Path) -> None:
    keys = read_keys(file)
    assert keys.keys() >= REQUIRED_KEYS
    assert keys.keys() <= ALLOWED_KEYS
    assert all(keys.values())
    assert keys["id"] == file.stem
    assert re.fullmatch(r"[\w-]+\.txt", keys["original"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_day_and_agency_are_given_only_where_the_original_gives_them(file: Path) -> None:
    keys = read_keys(file)
    assert keys.get("published") == STATED_DAYS.get(file.stem)
    assert keys.get("agency") == AGENCIES.get(file.stem)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_text_is_plain_prose(file: Path) -> None:
    text = read_text(file)
    assert not MARKUP.search(text)
    assert text == text.strip() + "\n"
    assert "\t" not in text
    assert not re.search(r" {2,}| \n|\n{3,}", text)
    assert all(line[-1] in ".”)" for line in text.splitlines() if line)


def test_originals_and_titles_are_unique() -> None:
    keys = [read_keys(file) for file in FILES]
    assert len({key["original"] for key in keys}) == len(keys)
    assert len({key["title"] for key in keys}) == len(keys)


def test_every_digest_is_read_as_an_article() -> None:
    found = list(find_articles([DIGESTS]))
    assert all(isinstance(item, Article) for item in found)
    articles = {item.article_id: item for item in found if isinstance(item, Article)}
    assert articles.keys() == {file.stem for file in FILES}
    for file in FILES:
        article = articles[file.stem]
        assert article.text.strip() == read_text(file).strip()
        assert (article.published and article.published.isoformat()) == STATED_DAYS.get(file.stem)
        assert article.language == "en"

"""Each page opens in a document of its own: its title, the script of its chart, and still placeholders."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages.server.documents import SCRIPTS, SERVED, document_of, documents_below, scripts_of
from pages.ui.menu import MENU, Entry

PAGES = Path(__file__).resolve().parents[2] / "pages"
INDEX = '<head><title>Theirs</title><script src="./static/js/base.1.js"></script></head><body></body>'


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """A folder as Streamlit serves it."""
    (tmp_path / SCRIPTS).mkdir(parents=True)
    (tmp_path / "index.html").write_text(INDEX)
    for name, text in {
        "Chart.1.js": 'import"./base.1.js";import{a}from"./part.1.js";',
        "part.1.js": 'import{b as c}from"./Chart.1.js";',
    }.items():
        (tmp_path / SCRIPTS / name).write_text(text)
    return tmp_path


def test_every_page_script_is_in_the_menu() -> None:
    scripts = {file.name for file in PAGES.glob("*.py")} - {"__init__.py", "navigation.py"}
    assert sorted(entry.file for entry in MENU) == sorted(scripts)


@pytest.mark.parametrize("entry", [entry for entry in MENU if entry.drawn_by], ids=lambda entry: entry.title)
def test_streamlit_has_the_script_of_a_chart_and_all_that_it_imports(entry: Entry) -> None:
    found = scripts_of(entry.drawn_by)
    assert found[0].startswith(f"{entry.drawn_by}.")
    assert all((SERVED / SCRIPTS / name).is_file() for name in found)


def test_what_is_imported_is_found_once_and_not_what_every_page_names(served: Path) -> None:
    assert scripts_of("Chart", served) == ["Chart.1.js", "part.1.js"]
    assert scripts_of("Gone", served) == []


def test_a_document_is_streamlits_with_its_own_title_and_script(served: Path) -> None:
    document = document_of(Entry("a.py", "a", "Tom & Ann", 'Their "map"', "Chart"), served)
    assert document.startswith('<head><script src="./static/js/base.1.js"></script><title>Tom &amp; Ann | ')
    assert document.endswith("</head><body></body>")
    assert 'content="Their &quot;map&quot;"' in document
    assert '<link rel="modulepreload" crossorigin href="./static/js/part.1.js">' in document


def test_streamlits_document_has_the_places_where_ours_differ() -> None:
    index = (SERVED / "index.html").read_text(encoding="utf-8")
    assert index.count("<title>") == index.count("</head>") == 1


@pytest.mark.parametrize("base", ["", "/tolls"])
def test_every_page_is_answered_with_its_document_under_the_path_of_the_server(base: str) -> None:
    client = TestClient(Starlette(routes=documents_below(base)))
    for entry in MENU:
        answer = client.get(f"{base}/{entry.path}")
        assert answer.text == document_of(entry)
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["cache-control"] == "no-cache"
        assert client.head(f"{base}/{entry.path}").status_code == 200
    assert client.get(f"{base}/elsewhere").status_code == 404

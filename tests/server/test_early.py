"""A page with a chart names the script that draws it, and no other page does."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.server.early import SCRIPT, SCRIPTS, SERVED, EarlyScripts, scripts_of


def test_streamlit_has_the_script_and_all_that_it_imports() -> None:
    found = scripts_of(SCRIPT)
    assert found[0].startswith(f"{SCRIPT}.")
    assert all((SERVED / SCRIPTS / name).is_file() for name in found)


def test_what_is_imported_is_found_once_and_not_what_every_page_names(tmp_path: Path) -> None:
    (tmp_path / SCRIPTS).mkdir(parents=True)
    (tmp_path / "index.html").write_text('<script src="./static/js/base.1.js"></script>')
    for name, text in {
        "Chart.1.js": 'import"./base.1.js";import{a}from"./part.1.js";',
        "part.1.js": 'import{b as c}from"./Chart.1.js";',
    }.items():
        (tmp_path / SCRIPTS / name).write_text(text)
    assert scripts_of("Chart", tmp_path) == ["Chart.1.js", "part.1.js"]
    assert scripts_of("Gone", tmp_path) == []


@pytest.mark.parametrize(("path", "named"), [("/", True), ("/disagreement", True), ("/method", False)])
def test_only_pages_with_a_chart_name_it(path: str, named: bool) -> None:
    page = Route("/{rest:path}", lambda _: HTMLResponse("a page"))
    client = TestClient(Starlette(routes=[page], middleware=[Middleware(EarlyScripts)]))
    link = client.get(path).headers.get("link", "")
    assert (f"/static/js/{SCRIPT}." in link) is named

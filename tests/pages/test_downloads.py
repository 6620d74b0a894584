"""A file that is not made is told of in a sentence, and only until the next run."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from pages.export.images import TooLargeError
from pages.export.renderer import TimedOutError
from pages.export.spreadsheet import TooManyRowsError
from pages.ui import downloads

BY_BROWSER = "HTML, the tables, and the camera sign on the picture do without the server's browser."
OTHERS = "The other formats are made apart from it."


@dataclass
class Page:
    """Stands for a page of Streamlit: `run` draws the buttons, and what they make can be asked for."""

    session_state: dict[str, Any] = field(default_factory=dict)
    buttons: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    failed: bool = False

    def run(self, make: Callable[[], bytes], *forms: str, failed: bool = False, choice: str = "") -> None:
        self.failed = failed
        self.buttons.clear()
        self.notes.clear()
        downloads.watch_downloads()
        downloads.show_downloads(dict.fromkeys(forms, make), "casualties", choice)

    def download_button(self, label: str, data: Callable[[], bytes], **_: Any) -> None:
        self.buttons[label] = data

    def container(self, **_: Any) -> Any:
        return nullcontext()


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    page = Page()
    monkeypatch.setattr(downloads, "st", page)
    monkeypatch.setattr(downloads, "_watcher", lambda **_: SimpleNamespace(failed=page.failed))
    monkeypatch.setattr(downloads, "show_note", page.notes.append)
    return page


def refuse(error: Exception) -> Callable[[], bytes]:
    def make() -> bytes:
        raise error

    return make


def click(page: Page, label: str) -> None:
    with pytest.raises(Exception):  # noqa: B017 - Streamlit tells the browser of any
        page.buttons[label]()


@pytest.mark.parametrize(
    ("form", "label", "error", "said"),
    [
        ("png", "PNG", TimedOutError("Late. Try again."), f"Late. Try again. {BY_BROWSER}"),
        ("png", "PNG", TooLargeError("Too large."), f"Too large. {BY_BROWSER}"),
        ("xlsx", "Excel", TooManyRowsError("Too many."), f"Too many. {OTHERS}"),
        ("csv", "CSV", OSError("/secret/folder"), f"The server's log says why. {OTHERS}"),
        ("html", "HTML", KeyError("secret"), f"The server's log says why. {OTHERS}"),
    ],
)
def test_a_failure_is_told_in_a_sentence(
    page: Page, form: str, label: str, error: Exception, said: str
) -> None:
    page.run(refuse(error), form, "json")
    assert not page.notes
    click(page, label)
    page.run(refuse(error), form, "json", failed=True)
    assert page.notes == [f"{label}: no file was made. {said}"]


def test_it_is_told_until_the_next_run_and_of_its_own_choice(page: Page) -> None:
    make = refuse(TimedOutError("Late."))
    page.run(make, "png", choice="web_2")
    click(page, "PNG")
    page.run(make, "png", failed=True, choice="page_2")
    assert not page.notes
    page.run(make, "png", failed=True, choice="web_2")
    assert len(page.notes) == 1
    page.run(make, "png", choice="web_2")
    assert not page.notes
    page.run(make, "png", failed=True, choice="web_2")
    assert not page.notes


def test_a_file_that_is_made_at_last_did_not_fail(page: Page) -> None:
    tries = iter([TimedOutError("Late."), None])

    def make() -> bytes:
        if error := next(tries):
            raise error
        return b"a file"

    page.run(make, "png", "svg")
    click(page, "PNG")
    assert page.buttons["PNG"]() == b"a file"
    page.run(refuse(TimedOutError("Late.")), "svg", "png")
    click(page, "SVG")
    page.run(make, "svg", "png", failed=True)
    assert [note.partition(":")[0] for note in page.notes] == ["SVG"]

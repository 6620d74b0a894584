from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Semaphore
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.export.images import TooLargeError
from pages.export.renderer import NoBrowserError, TimedOutError
from pages.export.sheet import Sheet
from pages.figures import captions
from pages.server import SWITCHED_OFF, figures, health, lifespan, middleware_of, routes_of
from pages.ui.settings import Settings, current_settings
from tests import samples

pytestmark = pytest.mark.usefixtures("files")
CLOSED = Settings()


@dataclass
class Files:
    """Stands for what makes files: notes what it was asked for, and can fail."""

    made: list[tuple[str, str, str, int]] = field(default_factory=list)
    error: Exception | None = None

    def make(self, sheet: Sheet, format_: str, size: str, scale: int) -> bytes:
        if self.error:
            raise self.error
        self.made.append((sheet.name, format_, size, scale))
        return f"{sheet.title} {sheet.link} {format_} {size} {scale}".encode()


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """Data to draw, and files that cost nothing."""
    frames, files = samples.full(), Files()
    frames = samples.Frames(**{**vars(frames), "articles": frames.articles.assign(sha256="0")})
    monkeypatch.setattr(figures, "current_frames", lambda: frames)
    monkeypatch.setattr(health, "current_frames", lambda: frames)
    monkeypatch.setattr(figures, "file_of", files.make)
    return files


def client_of(settings: Settings = CLOSED) -> TestClient:
    """A client of our own routes, in front of a page that answers all else as Streamlit does."""
    page = Route("/{rest:path}", lambda _: PlainTextResponse("a page"))
    return TestClient(Starlette(routes=[*routes_of(settings), page], middleware=middleware_of(settings)))


@pytest.fixture
def client() -> Iterator[TestClient]:
    with client_of() as client:
        yield client


@pytest.mark.parametrize("figure", ["casualties", "comparison", "map", "ladder"])
@pytest.mark.parametrize(
    ("format_", "media_type"),
    [
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
        ("pdf", "application/pdf"),
        ("html", "text/html; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("json", "application/json"),
    ],
)
def test_every_figure_answers_in_every_format(
    client: TestClient, figure: str, format_: str, media_type: str
) -> None:
    answer = client.get(f"/figures/{figure}.{format_}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert f'filename="{figure}.{format_}"' in answer.headers["content-disposition"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("figure", ["casualties", "map", "comparison"])
def test_a_link_takes_the_parameters_of_its_page(client: TestClient, figure: str) -> None:
    asked = "side=palestinian&speaker=Israeli military&rule=highest"
    if figure == "comparison":
        asked = "operation=2024-08&rule=lowest"
    answer = client.get(f"/figures/{figure}.svg?{asked}&size=page")
    assert answer.status_code == 200
    for name, _, value in (part.partition("=") for part in asked.split("&")):
        assert f"{name}={value.replace(' ', '+')}" in answer.text


def test_the_address_on_a_figure_names_defaults_too(client: TestClient) -> None:
    told = client.get("/figures/casualties.svg?measure=wounded").text
    assert "measure=wounded" in told
    assert "operation=2023-07&operation=2024-08&operation=2025-01" in told
    assert "rule=latest" in told


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("nothing.png", 404, "There is no such figure"),
        ("casualties.gif", 404, "There is no such figure"),
        ("casualties", 404, "There is no such figure"),
        ("", 404, "There is no such figure"),
        ("deep/casualties.png", 404, "There is no such figure"),
        ("../dashboard.py", 200, "a page"),  # the client itself takes the dots away
        ("..%2fdashboard.py", 404, "There is no such figure"),
        ("casualties.png?measure=unheard", 400, "Not in this data: measure=unheard."),
        ("casualties.png?operation=2023-07&operation=1999-01", 400, "Not in this data: operation=1999-01."),
        ("casualties.png?speaker=<b>Nobody</b>", 400, "Not in this data: speaker=<b>Nobody</b>."),
        ("casualties.png?measure=killed&measure=wounded", 400, "Only one value can be chosen of: measure."),
        ("casualties.png?rule=latest&rank=reporter", 200, ""),
        ("casualties.png?measure=", 400, "Not in this data: measure=."),
        ("casualties.png?fbclid=1", 200, ""),
        ("casualties.png?utm_source=mail", 200, ""),
        ("casualties.png?colour=red", 400, "Not a parameter of this figure: colour."),
        ("casualties.png?operation=", 400, "Nothing is chosen"),
        ("casualties.png?side=", 400, "Nothing is chosen"),
        ("comparison.png?operation=", 400, captions.NOTHING_TO_COMPARE),
        ("map.png?side=", 400, captions.NO_SIDE),
        ("casualties.png?scale=9", 400, "scale is one of 1, 2, 3."),
        ("casualties.png?scale=1&scale=2", 400, "scale is one of 1, 2, 3."),
        ("casualties.svg?scale=2", 400, "A scale is for png alone"),
        ("casualties.png?size=huge", 400, "size is one of web, column, page."),
        (f"casualties.png?speaker={'x' * 9000}", 400, "A link has at most 8,000 characters"),
        ("casualties.png?embed=true", 200, ""),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(
    client: TestClient, path: str, status: int, sentence: str
) -> None:
    answer = client.get(f"/figures/{path}" if path else "/figures")
    assert answer.status_code == status
    assert sentence in answer.text
    if status != 200:
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("figure", "asked", "sentence"),
    [
        ("map", "colour=red", "Not a parameter of this figure: colour."),
        ("map", "mapped=1999-01", "Not in this data: mapped=1999-01."),
        ("map", "mapped=2023-07&mapped=2024-08", "Only one value can be chosen of: mapped."),
        ("map", "measure=unheard&mapped=2023-07", "Not in this data: measure=unheard."),
        ("map", "side=nobody&outlet=Nobody", "Not in this data: side=nobody; outlet=Nobody."),
        ("ladder", "colour=red", "Not a parameter of this figure: colour."),
        ("ladder", "told=1999-01", "Not in this data: told=1999-01."),
        ("ladder", "outlet=Nobody", "Not in this data: outlet=Nobody."),
    ],
)
def test_a_bad_link_is_refused_before_anything_is_made_for_its_voices(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, figure: str, asked: str, sentence: str
) -> None:
    def fail(*_: Any) -> Any:
        raise AssertionError("the claims of these voices were looked for")

    monkeypatch.setattr("pages.ui.sheets.frames_heard", fail)
    answer = client.get(f"/figures/{figure}.png?speaker=Israeli military&{asked}")
    assert (answer.status_code, answer.text) == (400, f"{sentence}\n")


def test_a_scope_that_the_voices_chosen_do_not_tell_of_is_refused(client: TestClient) -> None:
    scope = "detained~palestinian~jenin~people"
    link = f"/figures/ladder.csv?told=2023-07&scope={scope}&speaker="
    assert client.get(f"{link}Israeli military").status_code == 200
    answer = client.get(f"{link}Palestinian Health Ministry")
    assert (answer.status_code, answer.text) == (400, f"Not in this data: scope={scope}.\n")


def test_a_figure_is_made_once_and_not_sent_to_who_has_it(client: TestClient, files: Files) -> None:
    first = client.get("/figures/casualties.png?scale=2")
    tag = first.headers["etag"]
    again = client.get("/figures/casualties.png?scale=2", headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/figures/casualties.png?scale=2").content == first.content
    assert files.made == [("casualties", "png", "web", 2)]
    others = ["casualties.png", "casualties.png?scale=2&size=page", "casualties.svg", "map.png?scale=2"]
    tags = {client.get(f"/figures/{other}").headers["etag"] for other in others}
    assert len(tags | {tag}) == 5


def test_whoever_has_any_file_of_a_figure_is_sent_none(client: TestClient, files: Files) -> None:
    assert client.get("/figures/casualties.png", headers={"if-none-match": "*"}).status_code == 304
    assert client.get("/figures/nothing.png", headers={"if-none-match": "*"}).status_code == 404
    assert not files.made


def test_the_tag_changes_with_the_data(
    client: TestClient, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get("/figures/casualties.png").headers["etag"]
    frames = samples.full()
    changed = samples.Frames(**{**vars(frames), "articles": frames.articles.assign(sha256="1")})
    monkeypatch.setattr(figures, "current_frames", lambda: changed)
    assert client.get("/figures/casualties.png").headers["etag"] != before
    assert len(files.made) == 2


def test_head_answers_as_get_without_the_file(client: TestClient) -> None:
    got, asked = client.get("/figures/casualties.png"), client.head("/figures/casualties.png")
    assert asked.status_code == 200
    assert asked.content == b""
    same = ("etag", "content-type", "content-length", "cache-control")
    assert {name: asked.headers[name] for name in same} == {name: got.headers[name] for name in same}
    assert client.post("/figures/casualties.png").status_code == 405


@pytest.mark.parametrize(
    "error", [NoBrowserError("There is no Chrome: install one."), TimedOutError("Late.")]
)
def test_an_image_that_cannot_be_made_now_is_503_with_the_remedy(
    client: TestClient, files: Files, error: Exception
) -> None:
    files.error = error
    answer = client.get("/figures/casualties.png")
    assert (answer.status_code, answer.text) == (503, f"{error}\n")
    assert answer.headers["retry-after"]


def test_a_failure_tells_the_log_and_not_the_visitor(
    client: TestClient, files: Files, caplog: pytest.LogCaptureFixture
) -> None:
    files.error = RuntimeError("a secret of the machine")
    answer = client.get("/figures/casualties.png")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "a secret of the machine" in caplog.text


@pytest.mark.parametrize(
    ("allowed", "origin", "told"),
    [
        ((), "https://cms.example", None),
        (("*",), "https://cms.example", "*"),
        (("https://cms.example",), "https://cms.example", "https://cms.example"),
        (("https://cms.example",), "https://other.example", None),
    ],
)
def test_other_origins_may_read_a_figure_only_where_that_is_set(
    allowed: tuple[str, ...], origin: str, told: str | None
) -> None:
    client = client_of(Settings(figure_origins=allowed))
    answer = client.get("/figures/casualties.csv", headers={"origin": origin})
    assert answer.headers.get("access-control-allow-origin") == told


def test_figures_can_be_switched_off() -> None:
    client = client_of(Settings(figure_links=False))
    for path in ("/figures", "/figures/casualties.png"):
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (404, f"{SWITCHED_OFF}\n")
    assert client.get("/health").status_code == 200


def test_under_a_path_of_the_host_the_links_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pages.server.base_path", "pages.server.figures.base_path"):
        monkeypatch.setattr(module, lambda: "/tolls")
    client = client_of()
    assert "http://testserver/tolls/?operation=" in client.get("/tolls/figures/casualties.svg").text
    assert client.get("/tolls/figures/nothing.svg").status_code == 404
    assert client.get("/tolls/health").json()["status"] == "ok"
    assert client.get("/figures/casualties.svg").text == "a page"


def test_a_public_address_stands_on_the_figure() -> None:
    client = client_of(Settings(address="https://news.example/tolls"))
    assert "https://news.example/tolls/map?" in client.get("/figures/map.svg").text


def test_health_says_what_is_shown(client: TestClient) -> None:
    told = client.get("/health").json()
    frames = samples.full()
    assert (told["status"], told["articles"], told["claims"]) == ("ok", 5, len(frames.claims))
    assert len(told["data_version"]) == 16


def test_health_is_503_where_articles_cannot_be_read(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> Any:
        raise OSError("/secret/folder")

    monkeypatch.setattr(health, "current_frames", fail)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert "/secret/folder" not in answer.text
    assert "/secret/folder" in caplog.text


@pytest.mark.parametrize(
    ("framed_by", "policy", "older"),
    [
        ((), "frame-ancestors 'self'", "SAMEORIGIN"),
        (("https://cms.example",), "frame-ancestors 'self' https://cms.example", None),
    ],
)
def test_pages_are_framed_only_where_that_is_set(
    framed_by: tuple[str, ...], policy: str, older: str | None
) -> None:
    page = client_of(Settings(framed_by=framed_by)).get("/")
    assert page.headers["content-security-policy"] == policy
    assert page.headers.get("x-frame-options") == older
    assert page.headers["x-content-type-options"] == "nosniff"
    figure = client_of(Settings(framed_by=framed_by)).get("/figures/casualties.html")
    assert policy in figure.headers["content-security-policy"]


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PUBLIC_ADDRESS", "FIGURE_LINKS", "FIGURE_ORIGINS", "FRAMED_BY"):
        monkeypatch.delenv(name, raising=False)
    assert current_settings() == Settings()
    monkeypatch.setenv("PUBLIC_ADDRESS", "https://news.example/tolls/")
    monkeypatch.setenv("FIGURE_LINKS", "off")
    monkeypatch.setenv("FIGURE_ORIGINS", "https://a.example https://b.example")
    monkeypatch.setenv("FRAMED_BY", "https://a.example")
    assert current_settings() == Settings(
        "https://news.example/tolls",
        False,
        ("https://a.example", "https://b.example"),
        ("https://a.example",),
    )


def test_an_image_too_large_for_the_server_is_refused(client: TestClient, files: Files) -> None:
    files.error = TooLargeError("The image would be too large.")
    answer = client.get("/figures/casualties.png?scale=3")
    assert (answer.status_code, answer.text) == (400, "The image would be too large.\n")


def test_the_chrome_that_draws_ends_with_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr("pages.export.renderer.stop", lambda: ended.append(True))
    with TestClient(Starlette(lifespan=lifespan)):
        assert not ended
    assert ended == [True]


def test_an_image_is_drawn_once_for_all_who_wait_for_it(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    def make_slowly(sheet: Sheet, format_: str, size: str, scale: int) -> bytes:
        begun.wait(0.2)
        return files.make(sheet, format_, size, scale)

    monkeypatch.setattr(figures, "file_of", make_slowly)
    with client_of() as client, ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(client.get, ["/figures/casualties.png"] * 8))
    assert {answer.status_code for answer in answers} == {200}
    assert len(files.made) == 1


def test_more_figures_than_can_be_made_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST_ASKED", 0)
    with client_of() as client:
        answer = client.get("/figures/casualties.png")
    assert answer.status_code == 503
    assert answer.headers["retry-after"]


def test_a_sentence_can_be_read_from_an_allowed_origin_too() -> None:
    origin = "https://cms.example"
    with client_of(Settings(figure_origins=(origin,))) as client:
        answer = client.get("/figures/casualties.png?measure=unheard", headers={"origin": origin})
    assert answer.status_code == 400
    assert answer.headers["access-control-allow-origin"] == origin


class Stuck(Files):
    """Draws no image until it is let go, as a Chrome that hangs."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = Semaphore(0)
        self.let_go = Event()

    def make(self, sheet: Sheet, format_: str, size: str, scale: int) -> bytes:
        if format_ in ("png", "svg", "pdf"):
            self.begun.release()
            self.let_go.wait(60)
        return super().make(sheet, format_, size, scale)


@pytest.fixture
def stuck(files: Files, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stuck]:  # noqa: ARG001 - its data
    stuck = Stuck()
    monkeypatch.setattr(figures, "file_of", stuck.make)
    yield stuck
    stuck.let_go.set()


IMAGES = [
    f"/figures/{name}.{kind}"
    for name in ("casualties", "comparison", "map", "ladder")
    for kind in ("png", "svg", "pdf")
]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("casualties.csv", 200),
        ("ladder.json", 200),
        ("map.html", 200),
        ("nothing.png", 404),
        ("casualties.png?scale=9", 400),
        ("casualties.png?measure=unheard", 400),
        ("casualties.png?operation=", 400),
    ],
)
def test_what_needs_no_chrome_does_not_wait_for_images(
    client: TestClient, stuck: Stuck, path: str, status: int
) -> None:
    with ThreadPoolExecutor(len(IMAGES) + 1) as readers:
        images = [readers.submit(client.get, image) for image in IMAGES]
        for _ in range(figures.WORKERS):
            stuck.begun.acquire(timeout=30)
        assert readers.submit(client.get, f"/figures/{path}").result(30).status_code == status
        assert not [image for image in images if image.done()]
        stuck.let_go.set()
        assert {image.result(30).status_code for image in images} == {200}


def test_the_wait_for_other_images_is_part_of_the_time_that_an_answer_may_take(
    client: TestClient, stuck: Stuck, monkeypatch: pytest.MonkeyPatch
) -> None:
    for image in IMAGES:  # so that what they stand on is made
        assert client.get(f"{image.partition('.')[0]}.csv").status_code == 200
    with monkeypatch.context() as patched, ThreadPoolExecutor(len(IMAGES)) as readers:
        patched.setattr(figures, "SECONDS_TO_ANSWER", 1.0)
        answers = list(readers.map(client.get, IMAGES))
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (503, "This figure was not made within 1 seconds. Try again in a minute.\n")
    }
    assert all(answer.headers["retry-after"] for answer in answers)
    stuck.let_go.set()
    assert client.get("/figures/casualties.png?scale=2").status_code == 200
    drawn = [format_ for _, format_, _, _ in stuck.made if format_ != "csv"]
    assert len(drawn) <= figures.WORKERS + 1  # nobody draws what nobody waits for

"""Hosting as the README prints it: behind nginx with TLS, under a path; and what is closed by default."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser import server
from tests.browser.conftest import ARGUMENTS, OpenWindow
from tests.browser.hosting import NGINX, OPENSSL, PUBLIC_HOST, README, Hosted, printed, running_host
from tests.browser.server import HOST, ROOT, free_port, running_dashboard
from tests.browser.visits import CHART, COMPARISON, MAP, PATIENCE, Visit
from tests.chromium import find_chromium

ORIGIN = f"https://{PUBLIC_HOST}"
ADDRESS = f"{ORIGIN}/tolls"
DEEP_LINK = "/map?mapped=2024-08&measure=wounded"
COPY = "button[data-link]"


# --- behind nginx ---


def skip_without_nginx() -> None:
    if NGINX is None or OPENSSL is None:
        pytest.skip("nginx or openssl is not installed (Debian: apt install nginx openssl)")


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    skip_without_nginx()
    with running_host(tmp_path_factory.mktemp("hosted"), BROWSER_PATH=str(find_chromium())) as host:
        yield host


@pytest.fixture(scope="module")
def reader(chromium: Browser, hosted: Hosted) -> Iterator[Browser]:
    """A browser that takes this machine for the public host, trusts its certificate, and finds no other."""
    names = f"MAP {PUBLIC_HOST}:443 {HOST}:{hosted.port}, MAP * ~NOTFOUND, EXCLUDE {HOST}"
    arguments = [*ARGUMENTS, "--no-proxy-server", f"--host-resolver-rules={names}"]
    # Playwright's own switch lets Chromium start every request anew; now and then one gives up.
    arguments += [f"--ignore-certificate-errors-spki-list={hosted.key_hash}"]
    browser = chromium.browser_type.launch(executable_path=find_chromium(), args=arguments)
    yield browser
    browser.close()


@pytest.fixture
def open_hosted(reader: Browser) -> Iterator[Callable[[str], Visit]]:
    """Opens a path of the dashboard in a window of its own."""
    with ExitStack() as windows:

        def open_one(path: str) -> Visit:
            context = reader.new_context(reduced_motion="reduce")
            windows.callback(context.close)
            visit = Visit(context.new_page(), ADDRESS)
            visit.open(path)
            return visit

        yield open_one


def assert_quiet(visit: Visit) -> None:
    """Nothing was complained of, and nothing asked for but of this host and through TLS."""
    assert visit.complaints == []
    asked = visit.outside_requests  # all that does not go to the loopback by its number
    assert [url for url in asked if not url.startswith((f"{ADDRESS}/", f"wss://{PUBLIC_HOST}/tolls/"))] == []
    assert any(url.startswith("wss:") for url in asked)


@pytest.mark.parametrize(
    ("path", "target"),
    [("/", CHART), ("/comparison", COMPARISON), (DEEP_LINK, MAP), ("/articles", ".articles")],
)
def test_a_page_opens_under_its_path_through_tls(
    path: str, target: str, open_hosted: Callable[[str], Visit]
) -> None:
    visit = open_hosted(path)
    visit.page.locator(target).first.wait_for()
    assert_quiet(visit)


def test_a_filter_answers_and_its_link_opens_the_same_view(open_hosted: Callable[[str], Visit]) -> None:
    visit = open_hosted("/")
    visit.page.get_by_role("radio", name="Wounded").click()
    visit.page.get_by_role("heading", name="wounded").wait_for()
    visit.wait_until_idle()
    assert visit.page.url.startswith(f"{ADDRESS}/?")
    expect(visit.page.locator(COPY)).to_have_attribute("data-link", re.compile("measure=wounded"))
    link = visit.page.locator(COPY).get_attribute("data-link") or ""
    assert link.startswith(f"{ADDRESS}/?")

    other = open_hosted(link.removeprefix(ADDRESS))
    other.page.get_by_role("heading", name="wounded").wait_for()
    for one in (visit, other):
        assert_quiet(one)


def test_the_menu_stays_under_the_path(open_hosted: Callable[[str], Visit]) -> None:
    visit = open_hosted(DEEP_LINK)
    visit.page.get_by_role("navigation").get_by_role("link", name="Comparison").click()
    visit.page.locator(COMPARISON).first.wait_for()
    visit.wait_until_idle()
    assert visit.page.url.startswith(f"{ADDRESS}/comparison?")
    assert_quiet(visit)


@pytest.mark.parametrize(
    ("path", "status", "kind", "told"),
    [
        ("/tolls/health", 200, "application/json", '"status":"ok"'),
        ("/tolls/figures/casualties.csv", 200, "text/csv", "Operation"),
        ("/tolls/figures/map.json?mapped=2024-08", 200, "application/json", f"{ADDRESS}/map?"),
        ("/tolls/figures/casualties.png", 200, "image/png", "PNG"),
        ("/tolls/figures/nothing.svg", 404, "text/plain", "There is no such figure"),
        ("/tolls/figures/casualties.svg?measure=unheard", 400, "text/plain", "Not in this data"),
        ("/figures/casualties.csv", 404, "text/html", "nginx"),
        ("/health", 404, "text/html", "nginx"),
        ("/tolls/_stcore/metrics", 404, "text/html", "nginx"),
    ],
)
def test_figures_and_health_answer_under_the_path_alone(
    path: str, status: int, kind: str, told: str, hosted: Hosted
) -> None:
    answer = hosted.ask(path)
    assert answer.status == status
    assert answer.headers["content-type"].startswith(kind)
    assert told in answer.text


def test_the_public_address_is_printed_on_the_figure(hosted: Hosted) -> None:
    answer = hosted.ask("/tolls/figures/casualties.svg?operation=2024-08")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert f"{ADDRESS}/?operation=2024-08" in "".join(re.findall(r">([^<>]+)<", answer.text))
    again = hosted.ask(
        "/tolls/figures/casualties.svg?operation=2024-08", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert (again.status, again.text) == (304, "")


def test_the_printed_link_to_a_figure_is_answered(hosted: Hosted) -> None:
    (link,) = re.findall(r"^    http://localhost:8501(/figures/\S+)$", README, re.MULTILINE)
    assert hosted.ask(f"/tolls{link}").status == 200


def test_without_a_public_address_a_figure_carries_the_one_that_is_asked(tmp_path: Path) -> None:
    skip_without_nginx()
    with running_host(tmp_path, PUBLIC_ADDRESS="") as host:
        assert f'"{ADDRESS}/map?' in host.ask("/tolls/figures/map.json").text


@pytest.mark.parametrize("path", ["/tolls", "/tolls/static/", "/tolls/articles/"])
def test_whom_it_sends_on_it_keeps_in_tls(path: str, hosted: Hosted) -> None:
    answer = hosted.ask(path)
    assert answer.status in (301, 307)
    assert answer.headers["location"].startswith(("/tolls", f"{ADDRESS}/"))


FOLDERS = [
    "static/",
    "static/js/",
    "static",
    "media/",
    "media",
    "app/static/",
    "app/static",
    "component/",
    "data/",
]
FILES = [
    "dashboard.py",
    ".streamlit/config.toml",
    "app/static/dashboard.py",
    "..%2fdashboard.py",
    "data/places.csv",
]


@pytest.mark.parametrize("path", [*FOLDERS, *FILES])
def test_no_folder_is_listed_and_no_file_of_the_project_is_served(path: str, hosted: Hosted) -> None:
    answer = hosted.ask(f"/tolls/{path}")
    for _ in range(2):  # to the path without its slash
        if answer.status in (301, 307):
            answer = hosted.ask(answer.headers["location"].removeprefix(ORIGIN))
    shell = hosted.ask("/tolls/nowhere").text
    # Streamlit answers a path that it does not know as one of its pages.
    assert answer.status in (400, 404) or answer.text == shell
    assert "Index of" not in answer.text


def test_other_origins_read_no_answer_of_streamlits_own(hosted: Hosted) -> None:
    answer = hosted.ask("/tolls/_stcore/health", headers={"Origin": "https://other.example"})
    assert answer.status == 200
    assert "access-control-allow-origin" not in answer.headers


def test_other_origins_open_no_session_and_nobody_is_asked_who_they_are(hosted: Hosted) -> None:
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    answer = hosted.ask(
        "/tolls/_stcore/stream", headers={"Origin": "https://other.example", **upgrade, **key}
    )
    assert answer.status == 403
    assert "external IP" not in server.read_log(hosted.log)


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_file_is_taken_from_our_own_pages_alone(method: str, hosted: Hosted) -> None:
    answer = hosted.ask("/tolls/_stcore/upload_file/session/file", method)
    assert answer.status == 403
    assert "XSRF" in answer.text


def test_the_service_is_one_that_systemd_takes(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    unit = printed("ini").replace("/opt/tolls/.venv/bin/streamlit", sys.executable)
    file = tmp_path / "tolls.service"
    file.write_text(unit.replace("/opt/tolls", str(tmp_path)), encoding="utf-8")
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in checked.stderr.splitlines() if file.name in line] == []
    assert checked.returncode == 0


VARIABLE = re.compile(r"environ(?:\.get\(|\[)\s*\"([A-Z_]+)\"")


def test_every_variable_that_is_read_is_in_the_table() -> None:
    code = [
        file.read_text(encoding="utf-8")
        for name in ("pages", "loaders")
        for file in (ROOT / name).rglob("*.py")
    ]
    read = {variable for text in code for variable in VARIABLE.findall(text)}
    assert "PUBLIC_ADDRESS" in read
    assert read <= set(re.findall(r"^\| ([A-Z_]+) \|", README, re.MULTILINE))


# --- in a frame of another host ---


class FramingPage(BaseHTTPRequestHandler):
    """A page of another origin that shows what its address names in a frame."""

    def do_GET(self) -> None:
        framed = escape(self.path.partition("?show=")[2])
        page = f'<!doctype html><title>News</title><iframe src="{framed}" width="1200" height="900"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is inherited
        pass


@pytest.fixture(scope="module")
def other_site() -> Iterator[str]:
    """The origin of another site: the dashboard is asked for by number, this one by name."""
    with ThreadingHTTPServer((HOST, free_port()), FramingPage) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://localhost:{site.server_port}"
        site.shutdown()


def open_framed(page: Page, site: str, address: str) -> FrameLocator:
    page.set_default_timeout(PATIENCE)
    page.goto(f"{site}/?show={address}")
    return page.frame_locator("iframe")


def test_another_site_cannot_frame_a_page_unless_that_is_set(
    chromium: Browser, dashboard: str, other_site: str
) -> None:
    with chromium.new_context() as context:
        page, said = context.new_page(), list[str]()
        page.on("console", lambda message: said.append(message.text))
        with page.expect_event("console", lambda message: "frame-ancestors" in message.text):
            frame = open_framed(page, other_site, f"{dashboard}/")
        expect(frame.locator("[data-testid=stApp]")).to_have_count(0)


def test_a_page_is_shown_in_the_frame_of_a_site_that_is_set(
    chromium: Browser, other_site: str, tmp_path: Path
) -> None:
    with (
        running_dashboard(tmp_path / "server.log", FRAMED_BY=other_site) as address,
        chromium.new_context() as context,
    ):
        page = context.new_page()
        frame = open_framed(page, other_site, f"{address}/?operation=2024-08&measure=wounded&embed=true")
        frame.locator(CHART).first.wait_for()
        frame.get_by_role("heading", name="wounded").wait_for()
        link = frame.locator(COPY).get_attribute("data-link") or ""
        assert link.startswith(f"{address}/?")
        assert "operation=2024-08" in link
        assert "measure=wounded" in link
        assert "embed" not in link


# --- what goes wrong ---


def test_a_failure_tells_the_log_and_not_the_reader(open_window: OpenWindow, tmp_path: Path) -> None:
    secret = "a secret of the machine"
    script, log = tmp_path / "fails.py", tmp_path / "server.log"
    script.write_text(
        f'import streamlit\nstreamlit.write("begun")\nraise OSError("{secret}")\n', encoding="utf-8"
    )
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--server.headless=true"], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        server.wait_until_healthy(process, f"http://localhost:{port}", log)
        visit = open_window(f"http://localhost:{port}")
        visit.open("/")
        visit.page.locator("[data-testid=stException]").wait_for()
        shown = visit.page.content()
    finally:
        server.end(process)
    assert "begun" in shown
    assert not [word for word in (secret, "OSError", "Traceback", "fails.py") if word in shown]
    assert "Traceback" in server.read_log(log)
    assert secret in server.read_log(log)

"""The hosting that the README prints, on loopback: its service's command behind its nginx site, with TLS."""

from __future__ import annotations

import http.client
import os
import re
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.browser import server
from tests.browser.server import HOST, ROOT, free_port

README = (ROOT / "README.md").read_text(encoding="utf-8")
PUBLIC_HOST = "news.example"
PROGRAM = "/opt/tolls/.venv/bin/streamlit"
# Debian keeps it where only root's PATH leads.
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
OPENSSL = shutil.which("openssl")
START_LIMIT = 10.0  # seconds


@dataclass(frozen=True)
class Answer:
    """What the host answered; the names of its headers are in small letters."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Hosted:
    """nginx and the dashboard behind it; `port` is nginx's, on loopback, and stands for 443."""

    port: int
    folder: Path

    @property
    def log(self) -> Path:
        """What the dashboard noted."""
        return self.folder / "server.log"

    @property
    def key_hash(self) -> str:
        """The SHA-256 of the certificate's public key, which a browser can be told to trust."""
        told = [str(OPENSSL), "pkey", "-in", str(self.folder / "key.pem"), "-pubout", "-outform", "DER"]
        key = subprocess.run(told, check=True, capture_output=True).stdout
        return b64encode(sha256(key).digest()).decode()

    def ask(self, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
        """Ask as a browser does that takes this machine for the public host."""
        trusting = ssl.create_default_context(cafile=self.folder / "certificate.pem")
        connection = http.client.HTTPSConnection(HOST, self.port, context=trusting, timeout=60)
        try:
            connection.request(method, path, headers={"Host": PUBLIC_HOST, **(headers or {})})
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, told, answer.read().decode("utf-8", errors="replace"))
        finally:
            connection.close()


def printed(language: str) -> str:
    """The one block of the README in a language."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return str(block)


def filled_in(text: str, places: dict[str, str]) -> str:
    """A text with every one of the places replaced; raises where one is not there."""
    for printed_place, ours in places.items():
        if printed_place not in text:
            raise ValueError(f"the README no longer prints {printed_place!r}")
        text = text.replace(printed_place, ours)
    return text


def service_command(unit: str, port: int, home: Path) -> tuple[list[str], dict[str, str]]:
    """What a unit starts, here and on another port, and the variables that it sets, with another home."""
    unit = filled_in(unit, {"8501": str(port), "HOME=/tmp": f"HOME={home}"})
    (start,) = re.findall(r"^ExecStart=(.+)$", unit, re.MULTILINE)
    program, *arguments = shlex.split(start)
    if program != PROGRAM:
        raise ValueError(f"the README starts {program}, not {PROGRAM}")
    set_ = (line.partition("=") for line in re.findall(r"^Environment=(.+)$", unit, re.MULTILINE))
    return [sys.executable, "-m", "streamlit", *arguments], {name: value for name, _, value in set_}


def nginx_configuration(site: str, folder: Path, port: int, dashboard_port: int) -> str:
    """The configuration of an nginx that any user can run, with a site on loopback, its files in `folder`."""
    places = {
        "listen 443 ssl;": f"listen {HOST}:{port} ssl;",
        "/etc/ssl/certs/news.example.pem": str(folder / "certificate.pem"),
        "/etc/ssl/private/news.example.key": str(folder / "key.pem"),
        "http://127.0.0.1:8501": f"http://{HOST}:{dashboard_port}",
    }
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = "\n".join(f"    {kind}_temp_path {folder / kind};" for kind in kinds)
    return f"""
user root;  # root's nginx would else be another who may not enter the folder; others' ignores it
pid {folder / "nginx.pid"};
error_log {folder / "nginx.log"};
events {{}}
http {{
    access_log off;
    port_in_redirect off;  # readers know port 443 alone
{folders}
{filled_in(site, places)}
}}
"""


def make_certificate(folder: Path) -> None:
    """A certificate of the public host and of this machine, signed by itself."""
    asked = [str(OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    asked += ["-subj", f"/CN={PUBLIC_HOST}", "-addext", f"subjectAltName=DNS:{PUBLIC_HOST},IP:{HOST}"]
    asked += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run(asked, check=True, capture_output=True)


@contextmanager
def running_nginx(folder: Path, dashboard_port: int) -> Iterator[int]:
    """The port of an nginx with the README's site in front of a dashboard, while the block runs."""
    make_certificate(folder)
    port = free_port()
    file = folder / "nginx.conf"
    file.write_text(nginx_configuration(printed("nginx"), folder, port, dashboard_port), encoding="utf-8")
    log = folder / "nginx.log"
    started = [str(NGINX), "-p", str(folder), "-c", str(file), "-e", str(log), "-g", "daemon off;"]
    with (folder / "nginx.out").open("wb") as output:
        nginx = subprocess.Popen(started, stdout=output, stderr=subprocess.STDOUT)
    try:
        wait_until_listening(nginx, port, folder / "nginx.out")
        yield port
    finally:
        server.end(nginx)


def wait_until_listening(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return once something listens; raise with the process's output when it ends or stays silent."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nginx did not start:\n{server.read_log(log)}")


@contextmanager
def running_service(log: Path, **changed: str) -> Iterator[int]:
    """The port of a dashboard that the README's service starts, with some variables changed."""
    port = free_port()
    command, environment = service_command(printed("ini"), port, log.parent)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment | changed, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        server.wait_until_healthy(process, f"http://{HOST}:{port}/tolls", log)
        yield port
    finally:
        server.end(process)
        server.raise_noted_error(log)


@contextmanager
def running_host(folder: Path, **changed: str) -> Iterator[Hosted]:
    """All of it, with its files in `folder` and some variables of the service changed."""
    log = folder / "server.log"
    with running_service(log, **changed) as dashboard_port, running_nginx(folder, dashboard_port) as port:
        yield Hosted(port, folder)

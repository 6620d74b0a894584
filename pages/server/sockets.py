"""The sockets that the server listens on: answers leave at once."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# What this process has open, by number, on Linux and macOS
OPEN_FILES = Path("/dev/fd")


def send_at_once() -> None:
    """Let connections that are taken from now on send every packet at once.

    asyncio sees to it for sockets that name TCP as their protocol, and Streamlit's names none. Then the body
    of an answer waits until its headers are acknowledged, for which a client takes its time: 40 ms for each
    file and each answer. Connections inherit it from the socket that they come in on.
    """
    for number in _open_files():
        with suppress(OSError):  # no socket
            one = socket.socket(fileno=number)
            try:
                if one.family in (socket.AF_INET, socket.AF_INET6) and _listens(one):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            finally:
                one.detach()  # it is not ours to close


def _listens(one: socket.socket) -> bool:
    return bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _open_files() -> Iterator[int]:
    if OPEN_FILES.is_dir():
        yield from [int(file.name) for file in OPEN_FILES.iterdir()]

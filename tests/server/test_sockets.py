"""Connections that come in on the server's sockets send every packet at once."""

from __future__ import annotations

import socket

import pytest

from pages.server.sockets import OPEN_FILES, send_at_once


def nodelay(one: socket.socket) -> bool:
    return bool(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="this system does not list what a process has open")
def test_a_connection_that_comes_in_later_does_not_wait_for_acknowledgements() -> None:
    with socket.socket(socket.AF_INET) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        send_at_once()
        with socket.create_connection(listener.getsockname()) as client:
            taken, _ = listener.accept()
            with taken:
                assert nodelay(taken)
                assert not nodelay(client)
                client.sendall(b"still open")
                assert taken.recv(10) == b"still open"


def test_what_does_not_listen_is_left_as_it_is() -> None:
    with socket.socket(socket.AF_INET) as idle:
        send_at_once()
        assert not nodelay(idle)

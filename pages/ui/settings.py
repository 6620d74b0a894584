"""What whoever hosts the dashboard can set, in environment variables. Without any it is closed."""

from __future__ import annotations

import os
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Settings:
    """What is set.

    `address` is the public address that links and figures carry; empty means the one that is asked.
    `figure_links` says whether figures are served beside the pages, and `figure_origins` which other web
    origins may read them by script (`*` is any). `framed_by` are the origins that may show pages in a frame.
    """

    address: str = ""
    figure_links: bool = True
    figure_origins: tuple[str, ...] = ()
    framed_by: tuple[str, ...] = ()

    @property
    def ancestors(self) -> str:
        """Who may show a page in a frame, as a Content Security Policy says it."""
        return " ".join(("'self'", *self.framed_by))


def current_settings() -> Settings:
    """The settings of this process: PUBLIC_ADDRESS, FIGURE_LINKS, FIGURE_ORIGINS and FRAMED_BY."""
    return Settings(
        address=os.environ.get("PUBLIC_ADDRESS", "").rstrip("/"),
        figure_links=os.environ.get("FIGURE_LINKS", "on").strip().lower() not in ("off", "0", "no"),
        figure_origins=tuple(os.environ.get("FIGURE_ORIGINS", "").split()),
        framed_by=tuple(os.environ.get("FRAMED_BY", "").split()),
    )


def base_path() -> str:
    """What comes before the pages' names where the server has a folder of its own on a host: '/figures'.

    Empty, or it begins with a slash and ends without one.
    """
    folder = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{folder}" if folder else ""

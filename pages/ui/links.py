"""Addresses of this dashboard's own pages, as links have them: ids in the query string, ready to copy."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st


def article_link(article_id: str, claim_id: str | None = None) -> str:
    """The address of an article, at a figure or statement where `claim_id` names one. It is not escaped."""
    query = {"article": article_id} | ({"claim": claim_id} if claim_id else {})
    return f"{_base()}/articles?{urlencode(query)}"


def articles_link() -> str:
    """The address of the list of articles."""
    return f"{_base()}/articles"


def casualties_link(operation_id: str, measure: str) -> str:
    """The address of the casualty page with one operation and measure. It is not escaped."""
    return f"{_base()}/?{urlencode({'operation': operation_id, 'measure': measure})}"


def disagreement_link(operation_id: str) -> str:
    """The address of what is contested of an operation. It is not escaped."""
    return f"{_base()}/disagreement?{urlencode({'told': operation_id})}"


def _base() -> str:
    """What comes before the pages' names where the server has a folder of its own on a host."""
    folder = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{folder}" if folder else ""

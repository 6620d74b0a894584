"""Addresses of this dashboard's own pages, as links have them: ids in the query string, ready to copy."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from pages.ui.settings import base_path, current_settings


def article_link(article_id: str, claim_id: str | None = None) -> str:
    """The address of an article, at a figure or statement where `claim_id` names one. It is not escaped."""
    query = {"article": article_id} | ({"claim": claim_id} if claim_id else {})
    return f"{base_path()}/articles?{urlencode(query)}"


def articles_link() -> str:
    """The address of the list of articles."""
    return f"{base_path()}/articles"


def casualties_link(operation_id: str, measure: str) -> str:
    """The address of the casualty page with one operation and measure. It is not escaped."""
    return f"{base_path()}/?{urlencode({'operation': operation_id, 'measure': measure})}"


def disagreement_link(operation_id: str) -> str:
    """The address of what is contested of an operation. It is not escaped."""
    return f"{base_path()}/disagreement?{urlencode({'told': operation_id})}"


def dashboard_address() -> str:
    """Where the pages lie, in full, without a slash at the end: as whoever hosts them says, or as asked."""
    public = current_settings().address
    if public:
        return public
    asked = urlsplit(st.context.url or "http://localhost")
    return f"{asked.scheme}://{asked.netloc}{base_path()}"


def page_address() -> str:
    """The full address of the page as it is shown, with its view; a frame's own parameters are not in it."""
    asked = urlsplit(st.context.url or "http://localhost").path.removeprefix(base_path())
    query = urlencode([(name, one) for name in st.query_params for one in st.query_params.get_all(name)])
    return f"{dashboard_address()}{asked or '/'}{'?' if query else ''}{query}"

"""What the map stands on: the land, and which places the articles about an operation name."""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from loaders import Frames
from loaders.reader.lexicon import Lexicon
from loaders.reader.text import find_sentences
from loaders.tables import split_list
from pages.ui.frames import VOCABULARIES, made_once


@st.cache_resource(show_spinner=False)
def current_land() -> dict[str, Any]:
    """The land as GeoJSON, each feature with its `name`; shared by every visitor: do not change it."""
    land: dict[str, Any] = json.loads((VOCABULARIES / "geo" / "land.geojson").read_text(encoding="utf-8"))
    return land


def named_places(frames: Frames, operation_id: str) -> set[str]:
    """The place_ids of the operation that the articles about it name, with or without a figure."""
    return made_once(frames, "named places", operation_id, lambda: _named(frames, operation_id))


def _named(frames: Frames, operation_id: str) -> set[str]:
    operations = frames.operations.set_index("operation_id")
    about = frames.articles.loc[frames.articles["operation_id"] == operation_id, "article_id"]
    its_places = frames.places["place_id"].isin(split_list(operations.at[operation_id, "places"]))
    names = Lexicon(
        (name, str(place.place_id))
        for place in frames.places[its_places].itertuples()
        for name in [str(place.name), *split_list(place.other_names)]
    )
    sentences = (sentence for article_id in about for sentence in find_sentences(frames.texts[article_id]))
    return {place_id for sentence in sentences for _, _, place_id in names.find(sentence.lower)}

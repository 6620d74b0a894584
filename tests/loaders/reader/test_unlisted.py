"""Names of speakers that no vocabulary lists."""

from __future__ import annotations

import pytest

from loaders.reader.text import find_sentences, fold
from loaders.reader.unlisted import person_introduced, printed_name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Omar Saleh", "Omar Saleh"),
        ("the Nablus Mayor Omar Saleh", "Omar Saleh"),
        ("Nablus Mayor Omar Saleh", "Omar Saleh"),
        ("Dr Omar Saleh", "Omar Saleh"),
        ("Omar Saleh , a baker ,", "Omar Saleh"),
        ("a baker , Omar Saleh ,", "Omar Saleh"),
        ("Mayor Saleh", "Mayor Saleh"),
        ("The Nablus Bakers Guild", "Nablus Bakers Guild"),
        ("the mayor of Nablus", "mayor of Nablus"),
        ("bakers of the town", "bakers"),
        ("bakers and millers", "bakers and millers"),
        ("bakers and interviews with millers", "bakers"),
        ("Municipal workers", "municipal workers"),
        ("the guild , which has spoken ,", "guild"),
        ("it", None),
        ("the spokesman", None),
        ("12 bakers", "bakers"),
        ("a man killed", None),
        ("", None),
    ],
)
def test_a_name_is_taken_as_printed(words: str, expected: str | None) -> None:
    assert printed_name(words.split()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Saleh, 45, swept the floor.", "Omar Saleh"),
        ("In her shop Rana Saleh, 45, swept the floor.", "Rana Saleh"),
        ("Omar Saleh, the mayor, called it a crime.", "Omar Saleh"),
        ("Dr Omar Abu Saleh, who lives nearby, swept the floor.", "Omar Abu Saleh"),
        # whoever died says nothing more
        ("Omar Saleh, 45, was killed.", None),
        ("Saleh, 45, swept the floor.", None),
        ("Omar Saleh swept the floor.", None),
        ("Israeli Police, the city's guests, came.", None),
        ("The men swept the floor, and Omar Saleh, 45, sat down.", None),
        ("", None),
    ],
)
def test_a_sentence_introduces_a_person(text: str, expected: str | None) -> None:
    found = [person_introduced(sentence) for sentence in find_sentences(fold(text).text)]
    assert found == ([expected] if text else [])

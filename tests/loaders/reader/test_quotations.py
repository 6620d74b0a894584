"""Quotations of several sentences: who speaks in those that name nobody."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # named where it ends
        (
            "“There are nine dead. Twenty people were hurt,” said Omar Saleh.",
            "killed 9 Omar Saleh; wounded 20 Omar Saleh",
        ),
        ("“It was night. Nine people were killed. They were boys,” a medic said.", "killed 9 medics"),
        ("The UN spoke. “Nine people were killed. They were boys,” it said.", "killed 9 UN"),
        # named where it begins
        (
            "The army said: “Nine men were killed. Five soldiers were wounded.”",
            "killed 9 Israeli military; wounded 5 Israeli military",
        ),
        (
            "“They came,” a medic said. “Nine people were killed. Five were hurt.”",
            "killed 9 medics; wounded 5 medics",
        ),
        # closed before, or left open: not quoted
        ("The army called it “a raid”. Nine people were killed.", "killed 9 -"),
        ("“They came,” a medic said. Nine people were killed.", "killed 9 -"),
        ("A medic said: “They came.” Nine people were killed.", "killed 9 -"),
        ("A medic said: “They came.\n\nNine people were killed.", "killed 9 -"),
        ("“Nine people were killed. It was night.” The UN said five were hurt.", "killed 9 -; wounded 5 UN"),
    ],
)
def test_a_quotation_has_one_speaker(text: str, expected: str) -> None:
    assert told(text, "attributed_to") == expected

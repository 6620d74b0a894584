"""Attacks that a sentence only recalls: their places and those of its own figures are kept apart."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

JENIN = "Troops entered Jenin. "

WANTED = [
    (
        "Two men were killed in Jenin, and Israel said they had been behind a shooting in which six died.",
        "killed 2 jenin; killed 6 -",
    ),
    (
        "Troops in Jenin killed two men wanted for a bombing that killed six people, and arrested four.",
        "killed 2 jenin; killed 6 -; detained 4 jenin",
    ),
    (
        "Troops in Jenin killed two men suspected of killing six people in Hebron last week.",
        "killed 2 jenin; killed 6 hebron",
    ),
    ("Two men behind a stabbing in Hebron were killed near Jenin.", "killed 2 jenin"),
    (
        "A man was shot dead in Jenin who was suspected of an ambush near Hebron, in which six people died.",
        "killed 1 jenin; killed 6 hebron",
    ),
    (
        JENIN + "Two men were killed there, who had carried out an attack that killed six.",
        "killed 2 jenin; killed 6 -",
    ),
]

TOOK_PART = [
    (
        "Two men were killed in Yatta, who had a role in an attack that killed six.",
        "killed 2 yatta; killed 6 -",
    ),
    (
        "Two men were killed in Yatta; they had a hand in a shooting that killed six.",
        "killed 2 yatta; killed 6 -",
    ),
    (
        "Two men were killed in Yatta, who had planned a bombing in which six died.",
        "killed 2 yatta; killed 6 -",
    ),
    (JENIN + "Israel had a hand in the attack that killed six people.", "killed 6 jenin"),
]

ANSWERED = [
    ("The raid on Jenin followed an attack in which six people were killed.", "killed 6 -"),
    ("The raid on Jenin came in response to a shooting that killed six people.", "killed 6 -"),
    ("The raid on Jenin avenged nobody, and six people were killed.", "killed 6 jenin"),
    (JENIN + "The raid was in response to attacks, and six people were killed.", "killed 6 jenin"),
    # what Israel is said to have done may be what the article tells
    (JENIN + "Hamas held Israel responsible for the attack in which six people died.", "killed 6 jenin"),
    (JENIN + "Rockets came in response to an Israeli attack in which six people died.", "killed 6 jenin"),
    ("Rockets were fired in revenge for the raid on Jenin that killed six people.", "killed 6 jenin"),
    ("Troops raided Jenin after a shooting that killed six people.", "killed 6 jenin"),
]


@pytest.mark.parametrize(("text", "expected"), WANTED + TOOK_PART + ANSWERED)
def test_a_recalled_attack_keeps_its_place_to_itself(text: str, expected: str) -> None:
    assert told(text, "place_id") == expected

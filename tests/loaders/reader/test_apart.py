"""Figures that take no place of another one: people exchanged, one more elsewhere, the other side's toll."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

JENIN = "Troops raided Jenin. "

EXCHANGED = [
    ("Israel freed 40 prisoners in exchange for two women held in Gaza.", "detained 40 -; hostages 2 gaza"),
    (JENIN + "Hamas let two hostages go in return for 40 prisoners.", "hostages 2 -; detained 40 -"),
    (JENIN + "Some 40 prisoners were released in exchange for two hostages.", "detained 40 -; hostages 2 -"),
    ("Troops detained 20 people in Jenin in an exchange of fire.", "detained 20 jenin"),
    (
        "Troops arrested 20 people in Jenin as two hostages were freed in exchange for 40 prisoners.",
        "detained 20 jenin; hostages 2 jenin; detained 40 -",
    ),
]

ONE_MORE = [
    (JENIN + "Nine people were killed, and a tenth died in Beita.", "killed 9 jenin"),
    (JENIN + "Nine people were killed; another died in Beita.", "killed 9 jenin; killed 1 beita"),
    ("Nine people were killed, and a tenth was hurt, when a shell hit Beita.", "killed 9 beita"),
    (JENIN + "Nine people were killed and another 20 wounded in Beita.", "killed 9 beita; wounded 20 beita"),
]

OTHER_TOLLS = [
    (
        "Attackers have killed 20 people in Israel this year, while Israeli fire has killed 90 Palestinians.",
        "killed 20 israel; killed 90 -",
    ),
    (
        "Attackers have killed 20 people in Israel. Some 90 Palestinians have been killed by Israeli forces.",
        "killed 20 israel; killed 90 -",
    ),
    (
        "In Israel 20 people died, while Israeli troops have killed 90 Palestinians in the West Bank.",
        "killed 20 israel; killed 90 west-bank",
    ),
    ("Israeli police have shot two Palestinians dead in Israel.", "killed 2 israel"),
    ("Two Palestinians have been killed by Israeli fire in Haifa.", "killed 2 haifa"),
    ("In Haifa a man opened fire. Troops shot two Palestinians dead.", "killed 2 haifa"),
]


@pytest.mark.parametrize(("text", "expected"), EXCHANGED + ONE_MORE + OTHER_TOLLS)
def test_a_figure_takes_no_place_of_another(text: str, expected: str) -> None:
    assert told(text, "place_id") == expected

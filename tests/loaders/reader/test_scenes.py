"""Places that a figure takes from the sentences before it, and those that it must not take."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

TAKEN = [
    ("Troops entered Jenin. Three people were killed.", "killed 3 jenin"),
    ("Troops entered Jenin.\n\nThree people were killed.", "killed 3 jenin"),
    # the paragraph's own place goes before the lead's
    ("Troops entered Jenin.\n\nTroops entered Tubas. Three people were killed.", "killed 3 tubas"),
    ("Troops entered Jenin.\n\nTroops entered Tubas.\n\nThree people were killed there.", "killed 3 tubas"),
    ("Troops entered Jenin.\n\nTroops entered Tubas.\n\nThree people were killed.", "killed 3 jenin"),
    ("Troops entered the Jenin camp in the West Bank. Three people were killed.", "killed 3 jenin-camp"),
]

NOT_TAKEN = [
    # a figure of a war, or of a year, is not that of the place last spoken of
    ("Troops entered Jenin. Since the war began 600 people have been killed.", "killed 600 -"),
    ("Troops entered Jenin. So far this year 200 people have been killed.", "killed 200 -"),
    ("Troops entered Jenin. 200 people have been killed in the city this year.", "killed 200 jenin"),
    # a place of its own goes before
    ("Troops entered Jenin. Three people were killed in Tubas.", "killed 3 tubas"),
    # hostages are where they were taken only where that is said
    ("Troops entered Jenin. Fighters took 12 people hostage.", "hostages 12 -"),
    # who speaks from somewhere sets no scene
    ("Officials in Hebron spoke. Three people were killed.", "killed 3 hebron"),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN + NOT_TAKEN)
def test_scenes_go_on_over_sentences(text: str, expected: str) -> None:
    assert told(text, "place_id") == expected

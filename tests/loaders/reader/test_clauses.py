"""Clauses behind a semicolon: what is still a speaker's, and what is the reporter's own ("-")."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

BEHIND_A_STATEMENT = [
    # a count that goes on is the speaker's
    (
        "Four people were killed in Tubas, the UN said; another nine were wounded.",
        "killed 4 UN; wounded 9 UN",
    ),
    ("Four people were killed in Tubas, the UN said; 12 others were wounded.", "killed 4 UN; wounded 12 UN"),
    ("Four people were killed in Tubas, the UN said; at least nine were hurt.", "killed 4 UN; wounded 9 UN"),
    (
        "Four people died in Tubas, the UN said; two of them were women, and one was a boy.",
        "killed 4 UN; killed 2 UN; killed 1 UN",
    ),
    ("Four people were killed, according to the UN; dozens were wounded.", "killed 4 UN; wounded 24.. UN"),
    ("Four people died, said the UN; among the dead were two women.", "killed 4 UN; killed 2 UN"),
    (
        "Four people died, the UN said; three died in Tubas; one died in Nablus.",
        "killed 4 UN; killed 3 UN; killed 1 UN",
    ),
    # a clause of its own is the reporter's
    ("Four people were killed, the UN said; a 15-year-old boy was hurt.", "killed 4 UN; wounded 1 -"),
    ("Four people were killed, the UN said; the army arrested five men.", "killed 4 UN; detained 5 -"),
    ("Four people were killed, the UN said; 90 people have died since May.", "killed 4 UN; killed 90 -"),
    ("Four people died, the UN said; in Tubas nine families were displaced.", "killed 4 UN; displaced 9 -"),
    # another speaker's stays with that one
    ("Four people died, the UN said; five men were arrested, medics said.", "killed 4 UN; detained 5 medics"),
]

BEHIND_A_SPEAKER = [
    ("The UN said a boy of 15 was killed; a girl was wounded.", "killed 1 UN; wounded 1 UN"),
    ("The UN said four people were killed; another nine were wounded.", "killed 4 UN; wounded 9 UN"),
    ("The UN said four people were killed; nine were hurt.", "killed 4 UN; wounded 9 UN"),
    ("The UN said four people were killed; it counted nine wounded.", "killed 4 UN; wounded 9 UN"),
    ("The UN said its crews left; their clinic had treated nine wounded.", "wounded 9 UN"),
    (
        "The UN said 40 people were detained; lawyers had seen nine of them.",
        "detained 40 UN; detained 9 UN",
    ),
    ("The UN said four people were killed in Jenin; in Tubas five were killed.", "killed 4 UN; killed 5 UN"),
    (
        "The UN said: in Jenin, four people were killed; in Tubas, nine people were killed.",
        "killed 4 UN; killed 9 UN",
    ),
    # their own people act for them
    (
        "The Israeli army said it killed four men in Tubas; troops arrested nine people there.",
        "killed 4 Israeli military; detained 9 Israeli military",
    ),
    (
        "The Israeli military said it killed four men; the army also arrested nine people.",
        "killed 4 Israeli military; detained 9 Israeli military",
    ),
    (
        "The Red Crescent said four people died; crews evacuated nine wounded people.",
        "killed 4 Palestinian Red Crescent; wounded 9 Palestinian Red Crescent",
    ),
    # a clause of its own is the reporter's
    ("The UN said four people were killed; the army arrested nine men.", "killed 4 UN; detained 9 -"),
    ("The UN said four people were killed; Israeli troops arrested nine men.", "killed 4 UN; detained 9 -"),
    ("Hamas says four men died; in Tubas nine families were displaced.", "killed 4 Hamas; displaced 9 -"),
    ("Hamas says four men died; elsewhere 30 homes were destroyed.", "killed 4 Hamas; structures 30 -"),
    # another speaker's is that one's, also where it stands behind
    (
        "Hamas says four men died; the army arrested nine people, residents said.",
        "killed 4 Hamas; detained 9 witnesses",
    ),
    ("Hamas says four men died; in Tubas, the UN said, nine died.", "killed 4 Hamas; killed 9 UN"),
]


@pytest.mark.parametrize(("text", "expected"), BEHIND_A_STATEMENT + BEHIND_A_SPEAKER)
def test_behind_a_semicolon_a_figure_has_its_speaker(text: str, expected: str) -> None:
    assert told(text, "attributed_to") == expected

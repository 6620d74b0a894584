"""Who was introduced before: whom a short name, a role, a surname or a pronoun goes back to."""

from __future__ import annotations

import pytest

from loaders.reader.heard import MOST_HEARD, heads_of
from tests.loaders.reader.telling import told

# listed, but another one has been named
ANOTHER = [
    ("Lebanon's Health Ministry", "The health ministry", "Lebanese Health Ministry"),
    ("Lebanon's Health Ministry", "The health ministry in the West Bank", "Palestinian Health Ministry"),
    ("The Lebanese army", "The army", "Lebanese officials"),
    ("The Lebanese army opposed Israel's army, it", "The army", "Israeli military"),
    ("Israeli police", "Police", "Israeli police"),
    ("The Palestinian police", "The police", "Palestinian officials"),
]

# a short name goes back past other speakers, to the latest that it fits
GOING_FAR_BACK = [
    ("The Palestinian Health Ministry spoke.", "The ministry", "Palestinian Health Ministry"),
    ("The Health Ministry in Ramallah spoke.", "The ministry", "Palestinian Health Ministry"),
    ("The Ministry of Education said so.", "The ministry", "Ministry of Education"),
    ("UNRWA spoke. The Prisoners' Club said so. The UN spoke.", "The club", "Palestinian Prisoners' Club"),
    ("The bakers' guild said so. UNRWA spoke.", "The guild", "bakers' guild"),
    ("The Commission of Detainees' Affairs spoke.", "The commission", "Commission of Detainees' Affairs"),
    ("WAFA spoke.", "The agency", "WAFA"),
    ("UNRWA spoke.", "The U.N. agency", "UNRWA"),
    ("OCHA spoke.", "The office", "UN OCHA"),
    ("Doctors Without Borders spoke.", "The organization", "Doctors Without Borders"),
    ("B'Tselem spoke.", "The rights group", "B'Tselem"),
    ("Two men of B'Tselem were there.", "The rights group", "B'Tselem"),
    ("Islamic Jihad spoke. B'Tselem spoke. The UN spoke.", "The militant group", "Islamic Jihad"),
    ("JENIN (Reuters) - UNRWA spoke.", "The agency", "UNRWA"),
    # a person, by post, name and pronoun
    ("The mayor of Nablus, Omar Saleh, said so.", "The mayor", "Omar Saleh"),
    ("The mayor of Nablus, Omar Saleh, said so.", "Saleh", "Omar Saleh"),
    ("Omar Saleh, a Red Crescent official, said so.", "Saleh", "Palestinian Red Crescent"),
    ("Army spokesman Dan Levi said so.", "The spokesman", "Israeli military"),
    ("Omar Saleh said so.", "He", "Omar Saleh"),
    ("The UN spoke. Omar Saleh, a mayor, denied it.", "His office", "Omar Saleh"),
    # none that fits
    ("Israel's military chief, Lt. Gen. Omar Saleh, said so. WAFA spoke.", "Gen. Saleh", "Israeli military"),
    ("UNRWA spoke.", "The agency's spokesman, Omar Saleh,", "UNRWA"),
    ("Amnesty International spoke.", "The London-based group", "Amnesty International"),
    ("Omar Saleh said so.", "The agency", "-"),
    ("Medics spoke.", "The ministry", "ministry"),
    ("Medics spoke.", "The guild", "guild"),
]


@pytest.mark.parametrize(("before", "subject", "expected"), GOING_FAR_BACK)
def test_a_short_name_goes_back_past_other_speakers(before: str, subject: str, expected: str) -> None:
    text = f"{before} The Israeli military denied it. {subject} said three people died."
    assert told(text, "attributed_to") == f"killed 3 {expected}"


@pytest.mark.parametrize(("first", "subject", "expected"), ANOTHER)
def test_a_listed_short_name_can_be_another_that_was_named(first: str, subject: str, expected: str) -> None:
    text = f"{first} said so. Hezbollah denied it. {subject} said three people died."
    assert told(text, "attributed_to") == f"killed 3 {expected}"


def test_of_many_speakers_the_latest_are_remembered() -> None:
    others = " ".join(f"Omar B{'a' * at}kr said so." for at in range(MOST_HEARD))
    assert told(f"WAFA spoke. {others} The agency said three people died.", "attributed_to") == "killed 3 -"


@pytest.mark.parametrize(
    ("printed", "heads"),
    [
        ("the mayor of Jenin , Omar Saleh ,", {"mayor", "saleh"}),
        ("army spokesman Omar Saleh", {"spokesman", "saleh"}),
        ("Lt Omar Saleh", {"lt", "saleh"}),
        ("the Health Ministry in Ramallah", {"ministry"}),
        ("Omar Saleh , whose brother leads the army ,", {"saleh"}),
        ("", set()),
    ],
)
def test_heads_are_what_a_speaker_can_be_called(printed: str, heads: set[str]) -> None:
    assert heads_of(printed.split()) == heads

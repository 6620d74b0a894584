"""Statements without a figure, as a table of sentences: kind, topic, position, speaker and words."""

from __future__ import annotations

import pytest

from loaders.reader import read_figures
from loaders.reader.statements import read_statements

Row = tuple[str, str | None, str | None, str | None, str]

WHO_THE_DEAD_WERE: dict[str, Row] = {
    "The army said that everyone killed in the raid was a gunman.": (
        *("status", "status", "combatants", "Israeli military"),
        "everyone killed in the raid was a gunman",
    ),
    "Most of the dead were bystanders, the Palestinian Health Ministry said.": (
        *("status", "status", "civilians", "Palestinian Health Ministry"),
        "Most of the dead were bystanders",
    ),
    "None of those killed was a civilian, the military said.": (
        *("status", "status", "combatants", "Israeli military"),
        "None of those killed was a civilian",
    ),
    "Hospital officials said the victims were all unarmed.": (
        *("status", "status", "civilians", "hospital"),
        "the victims were all unarmed",
    ),
    "The Palestinian Health Ministry did not say how many of the dead were fighters.": (
        *("status", "status", "open", "Palestinian Health Ministry"),
        "did not say how many of the dead were fighters",
    ),
    "The Red Crescent, for its part, has not distinguished between fighters and civilians.": (
        *("status", "status", "open", "Palestinian Red Crescent"),
        "has not distinguished between fighters and civilians",
    ),
    "It was not clear whether the dead were militants.": (
        *("status", "status", "open", None),
        "not clear whether the dead were militants",
    ),
}

HOW_AND_BY_WHOM: dict[str, Row] = {
    "Police said an officer was hit by friendly fire.": (
        *("cause", "fire", "own_fire", "police"),
        "hit by friendly fire",
    ),
    "The guard may have been shot by his own side, the Israeli army said.": (
        *("cause", "fire", "open", "Israeli military"),
        "may have been shot by his own side",
    ),
    "A woman was struck by Israeli gunfire, the Palestinian Red Crescent said.": (
        *("cause", "fire", "hostile_fire", "Palestinian Red Crescent"),
        "struck by Israeli gunfire",
    ),
    "Witnesses said that soldiers stormed the government hospital in Tulkarem.": (
        *("cause", "medical", "asserted", "witnesses"),
        "stormed the government hospital",
    ),
    "Ambulances were held up at the gate.": ("cause", "medical", "asserted", None, "Ambulances were held up"),
    "Troops ordered families in the camp to leave their homes, residents said.": (
        *("cause", "evacuation", "asserted", "witnesses"),
        "ordered families in the camp to leave their homes",
    ),
    "“They drove people out of the camp,” said the governor, Omar Saleh.": (
        *("cause", "evacuation", "asserted", "Omar Saleh"),
        "drove people out of the camp",
    ),
    "Palestinian officials accused the troops of using a boy as a human shield.": (
        *("cause", "shields", "asserted", "Palestinian officials"),
        "accused the troops of using a boy as a human shield",
    ),
}

DENIED: dict[str, Row] = {
    "The military denied that it had fired at an ambulance, but said a medic was questioned.": (
        *("denial", "medical", "denied", "Israeli military"),
        "denied that it had fired at an ambulance",
    ),
    "The army said it had not fired at ambulances.": (
        *("denial", "medical", "denied", "Israeli military"),
        "not fired at ambulances",
    ),
    "The Israelis denied firing near clinics.": (
        *("denial", "medical", "denied", "Israelis"),
        "denied firing near clinics",
    ),
    "Hamas denied killing the man.": ("denial", None, "denied", "Hamas", "denied killing the man"),
}

WITHOUT_A_NUMBER: dict[str, Row] = {
    "Several people were wounded in Jenin, the Red Crescent said.": (
        *("unnumbered", None, None, "Palestinian Red Crescent"),
        "Several people were wounded",
    ),
    "The raid ended after soldiers killed several gunmen.": (
        *("unnumbered", None, None, None),
        "killed several gunmen",
    ),
    "Casualties were reported in the camp.": (
        *("unnumbered", None, None, None),
        "Casualties were reported",
    ),
}

NOTHING_STATED = [
    "",
    "Twelve people were killed in Jenin, the ministry said.",
    "No injuries were reported.",
    "Hamas accused Israel of dragging out the talks.",
    "Israel denied that it had delayed the talks.",
    "Both sides accused each other of breaking the truce.",
    "The man was accused of firing at a hospital.",
    "Doctors were denied access to the camp.",
    "The army denied entry to two medics.",
    "The people taken to the hospital were hit in the leg.",
    "The ministry rejected the ceasefire plan.",
    "“They drove families out of the camp.”",  # nobody is named, and it is not the reporter who says so
]


def rows(text: str) -> list[Row]:
    figures = [(figure.start, figure.end) for figure in read_figures(text)]
    return [
        (said.kind, said.topic, said.position, said.attributed_to, said.quote)
        for said in read_statements(text, figures)
    ]


@pytest.mark.parametrize(
    ("text", "row"), [*(WHO_THE_DEAD_WERE | HOW_AND_BY_WHOM | DENIED | WITHOUT_A_NUMBER).items()]
)
def test_a_statement_is_read(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize("text", NOTHING_STATED)
def test_nothing_is_read_where_nothing_is_stated(text: str) -> None:
    assert rows(text) == []


def test_an_accusation_and_its_denial_in_the_next_sentence_have_one_topic() -> None:
    text = "Residents accused the troops of using a boy as a human shield. The army rejected the accusation."
    assert [row[:4] for row in rows(text)] == [
        ("cause", "shields", "asserted", "witnesses"),
        ("denial", "shields", "denied", "Israeli military"),
    ]


def test_two_speakers_in_one_sentence_have_a_statement_each() -> None:
    text = (
        "Palestinian officials said all of those killed were civilians, "
        "while the Israeli military said most of the dead were militants."
    )
    assert [(row[2], row[3]) for row in rows(text)] == [
        ("civilians", "Palestinian officials"),
        ("combatants", "Israeli military"),
    ]


def test_what_a_pronoun_says_goes_back_to_the_speaker_before() -> None:
    text = "The Israeli army said its troops had left. It denied that they had fired at ambulances."
    assert [row[3] for row in rows(text)] == ["Israeli military"]


def test_words_that_hold_a_figure_are_told_by_it() -> None:
    assert rows("Soldiers forced hundreds of families to leave their homes in the camp.") == []
    assert rows("Soldiers forced families to leave their homes in the camp.") != []


@pytest.mark.parametrize(
    ("text", "side", "measure"),
    [
        ("All the Palestinians killed were fighters, the army said.", "palestinian", "killed"),
        ("Israel said a soldier may have been hit by friendly fire.", "israeli", None),
        ("The mayor accused Israeli soldiers of firing at a clinic.", "unspecified", None),
        ("Several Israeli civilians were wounded.", "israeli", "wounded"),
        ("Troops drove Palestinian families out of their homes.", "palestinian", "displaced"),
    ],
)
def test_whose_people_a_statement_is_about(text: str, side: str, measure: str | None) -> None:
    (said,) = read_statements(text)
    assert (said.side, said.measure) == (side, measure)


def test_the_place_is_that_of_the_sentence_or_of_those_before() -> None:
    text = "Troops entered Tulkarem. Soldiers stormed the hospital. In Jenin, ambulances were blocked."
    assert [said.place_id for said in read_statements(text)] == ["tulkarem", "jenin"]


@pytest.mark.parametrize(
    "text",
    [
        "“The dead were all\u00a0militants,” the Israeli army said.",
        "The army den\u00adied that it had fired at am\u200bbulances.",
        "Unrest… Israel\u2019s army denied\u2009it had fired at clinics – or cars.\r\nDeaths were reported.",
    ],
)
def test_quotes_stand_in_the_text_as_read(text: str) -> None:
    found = read_statements(text)
    assert found
    for said in found:
        assert text[said.start : said.end] == said.quote
        assert said.quote in said.sentence


def test_time_grows_with_the_text_alone() -> None:
    """A long list without an end is read in pieces: no pattern looks farther than some words."""
    assert read_statements("all of the people killed and many others, " * 5_000) == []

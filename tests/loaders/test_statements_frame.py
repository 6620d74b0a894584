"""Statements as a frame: ids, operations, and what the project's own digests state."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders

REPORT = (
    "The army said everyone killed in the raid on Jenin was a gunman. "
    "The Palestinian Health Ministry did not say how many of the dead were fighters."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"date 2023-07-04 {REPORT}")
    return tmp_path


def test_statements_of_the_operation_have_its_id(folder: Path) -> None:
    statements = loaders.load(folder).statements
    assert statements["operation_id"].tolist() == ["2023-07", "2023-07"]
    assert statements["position"].tolist() == ["combatants", "open"]


def test_statements_of_another_time_are_background(folder: Path) -> None:
    (folder / "a.txt").write_text(f"date 2022-03-04 {REPORT}")
    assert loaders.load(folder).statements["operation_id"].isna().all()


def test_quotes_stand_in_the_texts_and_ids_are_unique(folder: Path) -> None:
    (folder / "b.txt").write_text(f"date 2023-07-05 {REPORT}")
    frames = loaders.load(folder)
    assert frames.statements["statement_id"].is_unique
    assert len(frames.statements) == 4
    for row in frames.statements.itertuples():
        assert frames.texts[row.article_id][row.start : row.end] == row.quote


def test_ids_do_not_depend_on_the_other_articles(folder: Path) -> None:
    alone = set(loaders.load(folder).statements["statement_id"])
    (folder / "0.txt").write_text("Ambulances were blocked, medics said.")
    assert alone < set(loaders.load(folder).statements["statement_id"])


# what the digests state of July 2023, by topic: position and speaker
OF_JULY_2023 = {
    "status": {("combatants", "Israeli officials"), ("open", "Palestinian officials")},
    "fire": {("open", "Israeli officials")},
    "medical": {("asserted", "Palestinian officials"), ("denied", "Israelis")},
    "evacuation": {
        ("asserted", "Palestinian officials"),
        ("asserted", "Nidal Obeidi"),
        ("denied", "Israeli officials"),
    },
}


@pytest.fixture(scope="module")
def of_digests() -> loaders.Frames:
    return loaders.load()


@pytest.mark.parametrize("topic", OF_JULY_2023)
def test_the_digests_state_who_says_what(of_digests: loaders.Frames, topic: str) -> None:
    said = of_digests.statements
    said = said[(said["operation_id"] == "2023-07") & (said["topic"] == topic)]
    assert set(zip(said["position"], said["attributed_to"], strict=True)) == OF_JULY_2023[topic]


def test_the_originals_state_the_same(originals_folder: Path | None) -> None:
    if originals_folder is None:
        pytest.skip("the publishers' originals are not at hand")
    said = loaders.load(originals_folder).statements
    said = said[said["operation_id"] == "2023-07"]
    for topic, rows in OF_JULY_2023.items():
        of_topic = said[said["topic"] == topic]
        assert set(zip(of_topic["position"], of_topic["attributed_to"], strict=True)) == rows

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import loaders
from loaders.estimates import OWN_VOICE
from loaders.tables import FIXED_RULES
from pages.figures.voices import UNSTATED, Voices, outlets_of
from pages.ui import frames as page_frames
from pages.ui.frames import claims_by_id, data_version, frames_heard, heard_speakers, made_once
from tests import samples


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.txt").write_text("Nothing happened.", encoding="utf-8")
    monkeypatch.setenv("ARTICLES_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that were read, in order."""
    seen: list[str] = []

    def load(path: str) -> loaders.Frames:
        seen.append(path)
        return samples.one()

    monkeypatch.setattr(loaders, "load", load)
    page_frames._load.clear()  # type: ignore[attr-defined]
    return seen


def test_articles_are_read_once_until_they_change(folder: Path, reads: list[str]) -> None:
    first, second = page_frames.current_frames(), page_frames.current_frames()
    assert first is second
    assert reads == [str(folder)]
    (folder / "two.txt").write_text("Nothing happened again.", encoding="utf-8")
    page_frames.current_frames()
    assert reads == [str(folder)] * 2


def test_a_rewritten_article_of_the_same_size_is_a_new_version(folder: Path) -> None:
    before = page_frames.data_version(folder)
    stat = (folder / "one.txt").stat()
    os.utime(folder / "one.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert page_frames.data_version(folder) != before


@pytest.fixture
def full(folder: Path) -> samples.Frames:  # noqa: ARG001 - for the environment that it sets
    page_frames._heard.clear()  # type: ignore[attr-defined]
    return samples.full()


def test_speakers_are_heard_alone(full: samples.Frames) -> None:
    heard = frames_heard(full, Voices(("Israeli military",)))
    assert set(heard.claims["attributed_to"]) == {"Israeli military"}
    assert set(heard.estimates["measure"]) == {"killed", "detained", "troops"}
    own = frames_heard(full, Voices((OWN_VOICE,)))
    assert own.claims["attributed_to"].isna().all()


def test_what_is_heard_is_of_the_frames_given_and_of_no_others(full: samples.Frames) -> None:
    later = samples.Frames(**{**vars(full), "claims": full.claims.iloc[:0]})
    voices = Voices(("Israeli military",))
    assert len(frames_heard(full, voices).claims) > 0
    assert frames_heard(later, voices).claims.empty


def test_a_file_that_goes_while_it_is_looked_at_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone.txt"
    monkeypatch.setattr(page_frames, "_files", lambda _: iter([gone]))
    assert data_version(tmp_path)


def test_who_says_something_without_a_figure_is_heard_too(full: samples.Frames) -> None:
    statements = pd.DataFrame(
        {
            "statement_id": ["s1"],
            "article_id": [samples.A01],
            "operation_id": ["2023-07"],
            "attributed_to": ["Mayor"],
        }
    )
    told = samples.Frames(**{**vars(full), "statements": statements})
    assert "Mayor" not in heard_speakers(told)
    assert "Mayor" in heard_speakers(told, statements=True)
    assert frames_heard(told, Voices(("Mayor",))).statements["statement_id"].to_list() == ["s1"]
    assert frames_heard(told, Voices(("Israeli military",))).statements.empty


def test_outlets_are_heard_alone(full: samples.Frames) -> None:
    assert outlets_of(full.articles, full.claims) == [
        "Anadolu",
        "Associated Press",
        "The Canadian Press",
        UNSTATED,
    ]
    heard = frames_heard(full, Voices(outlets=("Associated Press",)))
    assert set(heard.claims["article_id"]) == {"ap-2024-09-06"}
    assert set(heard.estimates["operation_id"]) == {"2024-08"}
    nobody = frames_heard(full, Voices(outlets=(UNSTATED,)))
    assert set(nobody.claims["article_id"]) == {"long-report-2023-07", "notes-2023-07"}
    both = frames_heard(full, Voices(("Israeli military",), ("Associated Press",)))
    assert both.claims.empty and both.estimates.empty


def test_everyone_s_frames_are_the_frames_themselves(full: samples.Frames) -> None:
    for rule in FIXED_RULES:
        assert frames_heard(full, Voices(rule=rule)) is full


def test_a_choice_is_computed_once(full: samples.Frames) -> None:
    choice = Voices(("Israeli military",), rule="latest")
    assert frames_heard(full, choice) is frames_heard(full, replace(choice, rule="highest"))


def test_ranked_speakers_give_estimates_of_their_own(full: samples.Frames) -> None:
    heard = frames_heard(full, Voices(rule="ranked", ranked=(OWN_VOICE, "Israeli military")))
    ranked = heard.estimates[heard.estimates["rule"] == "ranked"]
    killed = ranked[(ranked["measure"] == "killed") & (ranked["operation_id"] == "2023-07")]
    assert dict(zip(killed["side"], killed["best_claim_id"], strict=True)) == {
        "palestinian": "c04",
        "israeli": "c05",
    }
    assert heard.claims is full.claims


def test_what_is_made_of_frames_is_made_once_for_a_choice(full: samples.Frames) -> None:
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name

    for name in ("a", "a", "b"):
        assert made_once(full, "name", name, lambda name=name: make(name)) == name
    assert made == ["a", "b"]
    made_once(samples.full(), "name", "a", lambda: make("of other frames"))
    assert made[-1] == "of other frames"


def test_claims_are_found_by_id_in_the_order_asked(full: samples.Frames) -> None:
    assert claims_by_id(full, ["c10", "c01"])["claim_id"].to_list() == ["c10", "c01"]
    assert claims_by_id(full, []).empty

"""`loaders.load`: every frame as its table says, whatever the folder holds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

import loaders
from loaders.tables import TABLES, split_list

OFF_TOPIC = "The bakery on the corner sells bread and cakes. The queue was long before the holiday."
REPORT = (
    "date 2024-09-03 Seven people were killed in Jenin since the raid began, the Palestinian Health Ministry "
    "said, including two children. The army said it had detained 20 people in the Jenin refugee camp."
)
FOLDERS: dict[str, dict[str, str]] = {
    "no article": {},
    "only off-topic text": {"a.txt": OFF_TOPIC},
    "off-topic text with a day": {"a.txt": f"date 2024-09-03 {OFF_TOPIC}"},
    "a figure of no operation": {"a.txt": "Two people were hurt in a street in Lyon, police said."},
    "only problems": {"a.txt": "", "b.jsonl": '{"text": 5}\n'},
    "one report": {"a.txt": REPORT},
    "a report and its copy": {"a.txt": REPORT, "b.txt": f"{REPORT} It was reported."},
    "reports, a problem and a bulk file": {
        "a.txt": REPORT,
        "b.txt": "",
        "c.jsonl": '{"text": "Nine men were killed in Tulkarem on Friday.", "published": "2025-02-01"}\n',
    },
}


@pytest.fixture(params=FOLDERS)
def frames(request: pytest.FixtureRequest, tmp_path: Path) -> loaders.Frames:
    for name, text in FOLDERS[request.param].items():
        (tmp_path / name).write_text(text)
    return loaders.load(tmp_path)


def test_every_frame_conforms_to_its_table(frames: loaders.Frames) -> None:
    for name, table in TABLES.items():
        frame = getattr(frames, name)
        pd.testing.assert_frame_equal(frame, table.conform(frame))


def test_frames_name_only_each_other(frames: loaders.Frames) -> None:
    articles, claims = set(frames.articles["article_id"]), set(frames.claims["claim_id"])
    operations, places = set(frames.operations["operation_id"]), set(frames.places["place_id"])
    assert set(frames.texts) == articles
    assert set(frames.articles["same_as"].dropna()) <= articles
    assert set(frames.claims["article_id"]) <= articles
    assert set(frames.claims["part_of"].dropna()) <= claims
    assert set(frames.claims["place_id"].dropna()) <= places
    assert set(frames.estimates["best_claim_id"].dropna()) <= claims
    assert {claim for cell in frames.estimates["claims"] for claim in split_list(cell)} <= claims
    for frame in (frames.articles, frames.claims, frames.estimates):
        assert set(frame["operation_id"].dropna()) <= operations


def test_quotes_stand_in_the_texts(frames: loaders.Frames) -> None:
    for row in frames.claims.itertuples():
        assert frames.texts[row.article_id][row.start : row.end] == row.quote


def test_every_input_is_an_article_or_a_problem(tmp_path: Path) -> None:
    for name, text in FOLDERS["reports, a problem and a bulk file"].items():
        (tmp_path / name).write_text(text)
    frames = loaders.load(tmp_path)
    assert frames.articles["file"].tolist() == ["a.txt", "c.jsonl"]
    assert frames.problems["file"].tolist() == ["b.txt"]


def test_a_report_gives_claims_of_its_operation_and_estimates(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    frames = loaders.load(tmp_path)
    assert frames.articles["operation_id"].tolist() == ["2024-08"]
    assert frames.claims["value"].tolist() == [7, 2, 20]
    assert set(frames.claims["operation_id"]) == {"2024-08"}
    killed = frames.estimates[frames.estimates["measure"] == "killed"]
    assert killed.set_index("rule")["best"].dropna().to_dict() == {"latest": 7, "lowest": 7, "highest": 7}
    assert killed.loc[killed["rule"] == "two_speakers", "best"].isna().all()


def test_a_group_without_a_figure_has_no_estimate(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    assert "wounded" not in set(loaders.load(tmp_path).estimates["measure"])


def test_files_and_folders_may_be_mixed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_text(OFF_TOPIC)
    assert len(loaders.load(tmp_path / "in", tmp_path / "b.txt").articles) == 2


def test_without_a_path_the_default_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    monkeypatch.setenv("ARTICLES_DIR", str(tmp_path))
    assert loaders.load().articles["file"].tolist() == ["a.txt"]


def test_an_absent_folder_is_a_problem(tmp_path: Path) -> None:
    frames = loaders.load(tmp_path / "absent")
    assert frames.articles.empty
    assert len(frames.problems) == 1


def test_ids_do_not_depend_on_the_folder(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.txt").write_text(REPORT)
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    (tmp_path / "two" / "0.txt").write_text(OFF_TOPIC)
    one, two = (set(loaders.load(tmp_path / name).claims["claim_id"]) for name in ("one", "two"))
    assert one == two


def test_progress_goes_to_the_end_of_each_stage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_text(OFF_TOPIC)
    seen: list[tuple[int, int]] = []
    loaders.load(tmp_path, progress=lambda done, total: seen.append((done, total)))
    files = sum(path.stat().st_size for path in tmp_path.iterdir())
    texts = len(REPORT.removeprefix("date 2024-09-03 ")) + len(OFF_TOPIC)
    assert [total for _, total in seen] == [files, files, texts, texts]
    assert (files, files) in seen
    assert seen[-1] == (texts, texts)

"""Frames to CSV files: a reader of the folder sees an old file or a new one, never a part of one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

# A frame, or its pieces in order: at least one, which may be empty
Pieces = pd.DataFrame | Iterable[pd.DataFrame]


def write_frames(frames: Mapping[str, Pieces], folder: Path) -> None:
    """Write each frame as `folder`/name.csv: UTF-8, unknown as an empty cell, days as YYYY-MM-DD.

    A frame may come in pieces, which are asked for one at a time. The same frames give the same bytes. Files
    are moved into place only when all of them are written: a run that fails or is stopped leaves the old ones
    as they were, and nothing half-written beside them.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # Beside its target, because a file moves in one step only within one file system.
    moves = {folder / f".{name}.csv.{os.getpid()}.tmp": folder / f"{name}.csv" for name in frames}
    try:
        for temporary, frame in zip(moves, frames.values(), strict=True):
            _write(frame, temporary)
        for temporary, target in moves.items():
            temporary.replace(target)
    finally:
        for temporary in moves:
            temporary.unlink(missing_ok=True)


def _write(pieces: Pieces, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        for at, piece in enumerate([pieces] if isinstance(pieces, pd.DataFrame) else pieces):
            piece.to_csv(file, index=False, header=at == 0, lineterminator="\n", date_format="%Y-%m-%d")
        file.flush()
        os.fsync(file.fileno())

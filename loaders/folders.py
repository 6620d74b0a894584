"""Which files there are: paths to files, folders walked in the order of their names."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.problems import Problem, UnreadableError, printable


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: `file` is its name relative to the folder given, `size` its bytes."""

    path: Path
    file: str
    size: int


def find_sources(paths: Iterable[str | Path]) -> Iterator[Source | Problem]:
    """The files of `paths`, folders walked to their depth; hidden files and folders in them are left out.

    What cannot be read later is found here where it can be: a missing path, a closed folder, a link that
    leads nowhere or back into its own folder, a thing that is neither file nor folder.
    """
    for path in map(Path, paths):
        yield from _find(path, name=path.name or str(path), folders=(), is_top=True)


def _find(
    path: Path, name: str, folders: tuple[tuple[int, int], ...], is_top: bool
) -> Iterator[Source | Problem]:
    """`folders` are the device and inode of the folders that lead here: meeting one again is a loop."""
    file = _printable(name)
    try:
        status = path.stat()
        here = (status.st_dev, status.st_ino)
        if stat.S_ISREG(status.st_mode):
            yield Source(path, file, status.st_size)
        elif not stat.S_ISDIR(status.st_mode):
            raise UnreadableError("file_type", "It is neither a file nor a folder: give a file.")
        elif here in folders:
            raise UnreadableError("loop", "It leads back into a folder that it lies in: remove the link.")
        else:
            children = sorted(child for child in path.iterdir() if not child.name.startswith("."))
            if is_top and not children:
                raise UnreadableError("empty", "The folder holds no files: put articles into it.")
            for child in children:
                inner = child.name if is_top else f"{name}/{child.name}"
                yield from _find(child, inner, (*folders, here), is_top=False)
    except UnreadableError as trouble:
        yield trouble.at(file)
    except OSError as error:
        yield unreadable(error).at(file)


def _printable(name: str) -> str:
    """A file name as one line of text: names may hold bytes that are no text, and line breaks."""
    return printable(os.fsencode(name).decode("utf-8", errors="replace"))


def unreadable(error: OSError) -> UnreadableError:
    """What the system says when it does not hand out a file, as a sentence for a person."""
    match error:
        case FileNotFoundError():
            return UnreadableError(
                "missing", "Nothing is there: check the path, or the link that should lead there."
            )
        case PermissionError():
            return UnreadableError("unreadable", "It may not be read: allow this user to read it.")
    if error.errno == errno.ELOOP:
        return UnreadableError("loop", "It is a link that leads to itself: remove the link.")
    return UnreadableError(
        "unreadable", f"The system could not read it ({error.strerror or error}): copy it elsewhere."
    )

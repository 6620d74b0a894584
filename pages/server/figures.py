"""`GET /figures/NAME.FORMAT`: a figure alone, with the same parameters as its page.

A content system can embed it and it stays current: its ETag changes with the data and with the program.
"""

from __future__ import annotations

import logging
from asyncio import Task, create_task, get_running_loop, shield, timeout_at
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cachetools import LRUCache
from starlette.responses import PlainTextResponse, Response

from pages.export.files import FORMATS, file_of
from pages.export.images import TooLargeError
from pages.export.printed import SIZES
from pages.export.renderer import ImageError
from pages.export.sheets import NothingChosenError, Stamp
from pages.figures.choices import IGNORED, BadLinkError, Query
from pages.ui.frames import current_frames
from pages.ui.settings import Settings, base_path
from pages.ui.sheets import FIGURES, Shown, shown_by

if TYPE_CHECKING:
    from starlette.requests import Request

T = TypeVar("T")

log = logging.getLogger(__name__)

LONGEST_QUERY = 8_000  # characters
# Bytes of files that are kept ready, and of the largest of them: one of HTML holds all of Plotly.
KEPT, LARGEST_KEPT = 64_000_000, 4_000_000
WORKERS, MOST_ASKED = 4, 64  # figures that are made, and asked for, at a time: images, and all else
# From the arrival of a request to its answer, the wait for those before it included.
SECONDS_TO_ANSWER = 20.0
RETRY = {"retry-after": "30"}
SCALES = {"1": 1, "2": 2, "3": 3}
PROJECT = Path(__file__).resolve().parents[2]


class UnknownFigureError(ValueError):
    """A link to a figure or format that does not exist; the message says which do."""


class TooManyError(Exception):
    """More is asked for than can be answered soon; the text is a plain sentence for the one who asked."""


@dataclass(frozen=True)
class Asked:
    """What a link asks for: a figure in a format, size and scale, and the view that it shows."""

    figure: str
    format: str
    size: str
    scale: int
    query: Query = field(compare=False)


class _Workers:
    """Threads that answer, and a limit to how many requests may wait for them."""

    def __init__(self, name: str) -> None:
        self.threads = ThreadPoolExecutor(WORKERS, name)
        self.asked = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns. Where the one who waits is cancelled before its turn, it is never begun.

        Raises:
            TooManyError: too many wait already.
        """
        if self.asked >= MOST_ASKED:
            raise TooManyError("Too many figures are asked for. Try again in a minute.")
        self.asked += 1
        try:
            return await get_running_loop().run_in_executor(self.threads, work)
        finally:
            self.asked -= 1


class FigureLinks:
    """Answers links to figures. Files that were made are kept, the latest first, up to a limit.

    It has workers of its own, for pages and their files must not wait for figures; and others for images,
    for what needs no Chrome must not wait for what does. All else is done on the server's event loop.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.kept: LRUCache[str, bytes] = LRUCache(KEPT, getsizeof=len)
        self.making: dict[str, Task[bytes]] = {}
        self.readers, self.drawers = _Workers("figure"), _Workers("image")

    async def answer(self, request: Request) -> Response:
        """A file, or one sentence that says why there is none, within a time that all waiting is part of."""
        answer = await self._answer_or_say(request)
        answer.headers.update(self._origin(request))
        return answer

    async def _answer_or_say(self, request: Request) -> Response:
        until = get_running_loop().time() + SECONDS_TO_ANSWER
        try:
            async with timeout_at(until):
                return await self._answer(request, until)
        except UnknownFigureError as error:
            return _sentence(404, str(error))
        except (BadLinkError, NothingChosenError, TooLargeError) as error:
            return _sentence(400, str(error))
        except (ImageError, TooManyError) as error:
            return _sentence(503, str(error), RETRY)
        except TimeoutError:
            late = f"This figure was not made within {SECONDS_TO_ANSWER:g} seconds. Try again in a minute."
            return _sentence(503, late, RETRY)
        except Exception:
            log.exception("A figure could not be made: %s", request.url)
            return _sentence(500, "This figure could not be made; the server's log says why.")

    async def _answer(self, request: Request, until: float) -> Response:
        asked = read_link(request.path_params.get("file", ""), request.url.query, request.query_params)
        address = self._address(request)
        shown = await self.readers.run(
            lambda: shown_by(asked.figure, current_frames(), asked.query, address),
        )
        etag = etag_of(asked, shown.stamp)
        headers = {
            "etag": etag,
            "cache-control": "no-cache",
            "content-security-policy": _policy(self.settings),  # also of what a browser has kept
        }
        if not {etag, "*"}.isdisjoint(_if_none_match(request)):
            return Response(status_code=304, headers=headers)
        name, kind = f"{asked.figure}.{asked.format}", FORMATS[asked.format]
        return Response(
            await self._made_once(etag, asked, shown, until),
            media_type=kind.media_type,
            headers={
                **headers,
                "content-disposition": f'{"inline" if kind.shown else "attachment"}; filename="{name}"',
            },
        )

    async def _made_once(self, etag: str, asked: Asked, shown: Shown, until: float) -> bytes:
        """A file, made for the first who asks for it, by when that one gives up; the others wait for it."""
        if etag in self.kept:
            return self.kept[etag]
        if etag not in self.making:
            self.making[etag] = create_task(self._make(etag, asked, shown, until))
        return await shield(self.making[etag])  # who gives up waiting takes it from nobody else

    async def _make(self, etag: str, asked: Asked, shown: Shown, until: float) -> bytes:
        try:
            async with timeout_at(until):
                sheet = await self.readers.run(shown.sheet)
                workers = self.drawers if FORMATS[asked.format].by_browser else self.readers
                file = await workers.run(
                    lambda: file_of(sheet, asked.format, asked.size, asked.scale),
                )
        finally:
            del self.making[etag]
        if len(file) <= LARGEST_KEPT:
            self.kept[etag] = file
        return file

    def _address(self, request: Request) -> str:
        """Where the pages lie: as whoever hosts them says, else as they are asked for."""
        return self.settings.address or f"{request.url.scheme}://{request.url.netloc}{base_path()}"

    def _origin(self, request: Request) -> dict[str, str]:
        """Lets the scripts of other origins read the figure, where that is set."""
        allowed, origin = self.settings.figure_origins, request.headers.get("origin", "")
        if "*" in allowed:
            return {"access-control-allow-origin": "*"}
        if not allowed:
            return {}
        return {"vary": "Origin"} | ({"access-control-allow-origin": origin} if origin in allowed else {})


def read_link(file: str, text: str, parameters: Mapping[str, str]) -> Asked:
    """What a link asks for. `file` is what follows /figures/, `text` all that follows the question mark.

    Raises:
        UnknownFigureError: there is no such figure.
        BadLinkError: a size or scale that does not exist, or far too long a link.
    """
    figure, _, format_ = file.rpartition(".")
    if figure not in FIGURES or format_ not in FORMATS:
        raise UnknownFigureError(f"There is no such figure: the figures are {_known()}.")
    if len(text) > LONGEST_QUERY:
        raise BadLinkError(f"A link has at most {LONGEST_QUERY:,} characters after the question mark.")
    asked: dict[str, list[str]] = {}
    for name, value in getattr(parameters, "multi_items", parameters.items)():
        asked.setdefault(name, []).append(value)
    size = _one_of(SIZES, "size", asked.pop("size", ["web"]))
    scale = _one_of(SCALES, "scale", asked.pop("scale", ["1"]))
    if scale != "1" and format_ != "png":
        raise BadLinkError("A scale is for png alone: the other formats have no pixels.")
    view = {name: values for name, values in asked.items() if not name.startswith(IGNORED)}
    return Asked(figure, format_, size, SCALES[scale], Query(view, strict=True))


def etag_of(asked: Asked, stamp: Stamp) -> str:
    """Names the file: it changes with the data, the parameters, the address and the program itself."""
    parts = (asked.figure, asked.format, asked.size, str(asked.scale), stamp.link, stamp.data_version)
    known = sha256("\n".join([*parts, PROGRAM]).encode())
    return f'"{known.hexdigest()[:32]}"'


def _program() -> str:
    """Names the state of the code and of what it stands on."""
    known = sha256((PROJECT / "requirements.txt").read_bytes())
    for path in sorted([*(PROJECT / "pages").rglob("*.py"), *(PROJECT / "loaders").rglob("*.py")]):
        known.update(path.read_bytes())
    return known.hexdigest()


PROGRAM = _program()


def _one_of(known: Mapping[str, int], name: str, values: list[str]) -> str:
    if len(values) != 1 or values[0] not in known:
        raise BadLinkError(f"{name} is one of {', '.join(known)}.")
    return values[0]


def _if_none_match(request: Request) -> list[str]:
    """The tags of files that a reader has, without the W/ that a proxy may add; "*" is any."""
    tags = request.headers.get("if-none-match", "").split(",")
    return [tag.strip().removeprefix("W/") for tag in tags]


def _known() -> str:
    return f"{', '.join(FIGURES)}, each as {', '.join(FORMATS)}"


def _policy(settings: Settings) -> str:
    """A figure may run its own script in a page of its own, and ask no host for anything."""
    return (
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
        f"font-src data:; sandbox allow-scripts allow-downloads; frame-ancestors {settings.ancestors}"
    )


def _sentence(status: int, text: str, headers: Mapping[str, str] | None = None) -> PlainTextResponse:
    return PlainTextResponse(f"{text}\n", status, {"cache-control": "no-store", **(headers or {})})

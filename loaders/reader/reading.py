"""What has been read of one sentence, before its figures are put together."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.reader.links import Link
from loaders.reader.mentions import Mention
from loaders.reader.outline import Outline
from loaders.reader.places import PlaceName
from loaders.reader.speakers import Source
from loaders.reader.text import Sentence


@dataclass(frozen=True)
class Reading:
    """A sentence's outline, what its mentions count, the whole of each part, its sources and its places."""

    line: Outline
    links: dict[int, Link]
    wholes: dict[int, int]
    sources: list[Source]
    locations: list[PlaceName]

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.line.sentence

    def mention(self, index: int) -> Mention:
        """The mention at an index."""
        return self.line.mentions[index]

    @property
    def wholes_first(self) -> list[int]:
        """The figures' indices, a whole before its parts, else as in the text."""
        return sorted(self.links, key=lambda index: (self._depth(index), index))

    def _depth(self, index: int) -> int:
        depth = 0
        while (index := self.wholes.get(index, -1)) >= 0:
            depth += 1
        return depth

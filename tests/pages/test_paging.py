"""Which part of a long list is seen."""

from __future__ import annotations

from typing import Any

import pytest

from pages.ui import paging

LISTS = [
    # The length of a list, the size of a page, the page chosen, and what is seen.
    (0, 12, 1, []),
    (12, 12, 1, list(range(12))),
    (13, 12, 1, list(range(12))),
    (13, 12, 2, [12]),
    (24, 12, 2, list(range(12, 24))),
    (11, 5, 3, [10]),
]


@pytest.mark.parametrize(("length", "size", "page", "seen"), LISTS)
def test_a_page_of_a_list_is_seen(
    monkeypatch: pytest.MonkeyPatch, length: int, size: int, page: int, seen: list[int]
) -> None:
    drawn: list[tuple[int, dict[str, Any]]] = []

    def paginate(pages: int, **options: Any) -> int:
        drawn.append((pages, options))
        return page

    monkeypatch.setattr(paging.st, "pagination", paginate)
    chosen = paging.choose_page(length, size, "a_page")
    assert list(range(length))[chosen] == seen
    assert chosen.stop <= length
    if length <= size:
        assert not drawn
    else:
        assert drawn == [(-(-length // size), {"key": "a_page"})]

"""Denials: events that a sentence names without saying that they happened."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

DENIED = [
    ("The ministry denied that 12 people had been killed.", ""),
    ("The army denied killing 12 people.", ""),
    ("The army denied blame for the deaths of 12 people.", "killed 12"),
    ("The army, which denied it, arrested 12 people.", "detained 12"),
    ("The mayor denied that anyone was missing and put the number of wounded at 40.", "wounded 40"),
    ("The army denied that 12 men and two boys had been killed.", ""),
    ("Reports of 12 deaths were false.", ""),
    ("Claims that 12 people were killed are untrue.", ""),
    ("Reports that 12 people were killed proved wrong.", ""),
    ("Reports spread as 12 people were killed and two proved wrong.", "killed 12"),
    ("It was false to say so, as 12 people were killed.", "killed 12"),
    ("It is not known whether five people were killed.", ""),
    ("It is not known whether the five people killed were armed.", "killed 5"),
    ("Ten people were nearly killed.", ""),
    ("Nearly ten people were killed.", "killed 10"),
]

INTENDED = [
    ("Troops came to arrest two suspects.", ""),
    ("Two suspects are to be arrested.", ""),
    ("The order could displace thousands.", ""),
    ("The army planned to demolish 12 homes.", ""),
    ("A court froze the demolition of 30 homes.", ""),
    ("The eviction of 12 families was postponed.", ""),
    ("The court condemned the demolition of 30 homes.", "structures 30"),
    ("The attack could have killed dozens.", ""),
    ("The attack would have killed hundreds, police said.", ""),
    ("The attack may soon end, having killed dozens.", "killed 24.."),
    ("Officials fear that 100 people would be killed.", ""),
    ("The raid was meant to capture five men; it killed two.", "killed 2"),
]


@pytest.mark.parametrize(("text", "expected"), DENIED + INTENDED)
def test_what_is_denied_or_planned_is_no_figure(text: str, expected: str) -> None:
    assert told(text) == expected

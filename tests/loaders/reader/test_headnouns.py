"""Head nouns: what the counted noun alone says is counted."""

from __future__ import annotations

import pytest

from tests.loaders.reader.telling import told

TOLD_BY_THE_NOUN = [
    ("The army carried out 14 airstrikes.", "airstrikes 14"),
    ("Jets made 14 airstrikes, two of them by night, an officer told us.", "airstrikes 14; airstrikes 2"),
    ("Militants fired five rockets at Sderot.", "rockets 5"),
    ("A drone fired three missiles at the car.", ""),
    ("About 1,000 troops took part.", "troops 1000"),
    ("Hundreds of troops left the camp.", "troops 200.."),
    ("The camp is home to 14,000 people.", "residents 14000"),
    ("17,000 residents live in the camp.", "residents 17000"),
    ("In this camp 23,000 people once lived.", "residents 23000"),
    ("Some 12,000 people still live in the camp.", "residents 12000"),
    ("The quarter used to hold 3,000 people.", "residents 3000"),
    ("Troops hold 12 people.", ""),
    ("Only 20 families remain in the camp.", "residents 20"),
    ("Only 20 of the 300 families are left in the camp.", "residents 20; residents 300"),
    ("Only 20 of the 300 families left the camp.", "displaced 20; displaced 300"),
    ("Some 200 families that lived in the quarter protested.", "residents 200"),
    ("Sixty people remain in the city hall.", ""),
    ("The tents house 3,000 people.", "residents 3000"),
    ("They came into our house at three, 12 of them masked.", ""),
    ("They came to the house at three.", ""),
    ("A camp of 14,000 people was raided.", "residents 14000"),
    ("Two camps of 14,000 people were raided.", ""),
    ("Some 20 people remain in detention.", "detained 20"),
    ("Some 20 people remain in line.", ""),
    ("Hundreds of residents protested.", ""),
    ("Half of the camp's 24,000 people protested.", "residents 24000"),
    ("The hall houses 300 people.", "residents 300"),
    ("They waited in the house and 300 people in the street.", ""),
    ("Fewer than 20 families are still inside Jenin.", "residents 20"),
    ("Fewer than 20 people are still inside Jenin.", ""),
    ("Settlers live there among three million Palestinians.", "residents 3000000"),
    ("Settlers marched there among 3,000 Palestinians.", ""),
    ("In these lanes 14,000 people share a few wells.", "residents 14000"),
    ("The delegation of 12 people remained in the city.", ""),
    ("Iran fired 30 missiles at Israel.", "rockets 30"),
    ("Three missiles hit a school in the city.", ""),
    ("Six prisoners tunnelled out of the jail.", ""),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_BY_THE_NOUN)
def test_the_noun_says_what_is_counted(text: str, expected: str) -> None:
    assert told(text) == expected

"""Text: folding and its way back, words, sentences."""

from __future__ import annotations

import pytest

from loaders.reader import read_figures
from loaders.reader.text import LONGEST_SENTENCE, find_sentences, fold, split_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“two” ‘three’ «four»", '"two" \'three\' "four"'),
        ("15–20 people — all of them", "15-20 people — all of them"),
        ("40\u00a0000\u202fpeople", "40 000 people"),
        ("dis\u00adplaced", "displaced"),
        ("\ufeff12\u200b people\u200f", "12 people"),
        ("one\u2028two", "one\ntwo"),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("plain words", "words"),
        ("\ufeffwords", "words"),
        ("some\u200b\u200b more\u00ad words \u200bat the end", "words"),
        ("un\u00adbroken words", "words"),
        ("\u200e\u200f\u2066words\u2069", "words"),
    ],
)
def test_every_folded_position_leads_back(text: str, word: str) -> None:
    folded = fold(text)
    start = folded.text.index(word)
    first, last = folded.span(start, start + len(word))
    assert text[first:last] == word


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“Three people were killed,” he said.", "Three people"),
        ("At least\u00a0twelve people were killed.", "At least\u00a0twelve people"),
        ("Some 40\u00a0000 people were dis\u00adplaced.", "Some 40\u00a0000 people"),
        ("\ufeff12\u200b people were killed.", "12\u200b people"),
        ("12 Pales\u00adtinians were killed.", "12 Pales\u00adtinians"),
        ("It was quiet.\r\n\r\n12 people were killed.\r\n", "12 people"),
        ("Troops left.\u2028Two men were killed.", "Two men"),
        ("15–20 people were arrested.", "15–20 people"),
        ("\t12\tpeople were killed.", "12\tpeople"),
    ],
)
def test_quotes_are_cut_from_the_text_as_read(text: str, quote: str) -> None:
    (figure,) = read_figures(text)
    assert text[figure.start : figure.end] == figure.quote == quote
    assert figure.quote in figure.sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3,000 of 17,000", ["3,000", "of", "17,000"]),
        ("1,2 and 1,200", ["1", ",", "2", "and", "1,200"]),
        ("Israel's U.S. ally", ["israel", "'s", "u.s.", "ally"]),
        ("Far'a and al-Faraa", ["far'a", "and", "al-faraa"]),
        ("a 15-year-old", ["a", "15-year-old"]),
        ("15-20", ["15", "-", "20"]),
        ("the 7th of July", ["the", "7th", "of", "july"]),
        ("1.9 million", ["1.9", "million"]),
        ("Lt. Col. J. Levi left.", ["lt", "col", "j", "levi", "left", "."]),
        ("Two died . three fled", ["two", "died", ".", "three", "fled"]),
        ("on Oct. 7.", ["on", "oct", "7", "."]),
        ("", []),
    ],
)
def test_words_are_cut(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One died. Two fled.", ["One died.", "Two fled."]),
        ("“One died.” Two fled.", ["“One died.”", "Two fled."]),
        ("Did one die? Two fled!", ["Did one die?", "Two fled!"]),
        ("Gen. Levi came on Oct. 7. He left.", ["Gen. Levi came on Oct. 7.", "He left."]),
        ("J. Saleh of the U.N. agency spoke.", ["J. Saleh of the U.N. agency spoke."]),
        ("It began at 8 a.m. Tuesday in Jenin.", ["It began at 8 a.m. Tuesday in Jenin."]),
        ("It began at 8 a.m. Troops left.", ["It began at 8 a.m.", "Troops left."]),
        ("It began at 8 a.m. (0600 GMT) in Jenin.", ["It began at 8 a.m. (0600 GMT) in Jenin."]),
        (
            "Lt. Col. Levi and Dr. Saleh met at St. Luke's.",
            ["Lt. Col. Levi and Dr. Saleh met at St. Luke's."],
        ),
        ("Sgt. 1st Class Dan Levi and Maj. (res.) Gal Levi died.", None),
        ("They live at No. 3 on the hill.", None),
        # a name may go on with an abbreviation, and a sentence end with one
        ("The U.N. Security Council met, and U.S. Army engineers came.", None),
        ("The U.N. Palestinian refugee agency left.", None),
        ("J.M. Saleh left.", None),
        ("Food came by the U.N. Israel said so.", ["Food came by the U.N.", "Israel said so."]),
        ("They live in the U.S. Three died.", ["They live in the U.S.", "Three died."]),
        ("It fell on Salah St. The army left.", ["It fell on Salah St.", "The army left."]),
        ("He asked Dr. A. Saleh.", None),
        ("They fled Area C. Troops came.", ["They fled Area C.", "Troops came."]),
        ("About 1.5 million fled.", ["About 1.5 million fled."]),
        ("A headline without a stop\nTwo fled.", ["A headline without a stop", "Two fled."]),
        (" \n \n", []),
        ("", []),
    ],
)
def test_sentences_are_cut(text: str, sentences: list[str] | None) -> None:
    found = [text[sentence.start : sentence.end] for sentence in find_sentences(fold(text).text)]
    assert found == (sentences or [text] * bool(text.strip()))


def test_hard_wrapped_lines_are_one_sentence() -> None:
    wrapped = (
        "The troops that had entered the northern camp on Monday night were seen\n"
        "to leave it before dawn, and the people who had spent two days in their\n"
        "houses without water came out into the streets, where they found that\n"
        "the bulldozers had torn up the asphalt as far as the market square.\n"
    )
    assert len(find_sentences(wrapped)) == 1


@pytest.mark.parametrize("piece", ["12 killed ", "12 killed, ", "x", "12,", "(;"])
def test_a_text_without_a_stop_is_read_in_pieces(piece: str) -> None:
    text = piece * 2_000
    sentences = find_sentences(text)
    assert max(len(sentence.text) for sentence in sentences) <= LONGEST_SENTENCE
    assert "".join(sentence.text for sentence in sentences).split() == text.split() or " " in piece

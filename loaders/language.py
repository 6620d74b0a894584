"""Whether the reader can read a text: English or not."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

from loaders.problems import UnreadableError

ENGLISH = "en"
# characters: what the library is shown, and what the quick test by function words needs
SAMPLE, ENOUGH = 4000, 1200
# Of 200 words of English news about 50 are among these; of its neighbours' hardly one. Words that other
# languages share (in, is, was, a, on) are left out.
FUNCTION_WORDS = frozenset({
    "the", "and", "of", "to", "that", "with", "were", "from", "said", "who", "have", "has", "been", "which",
    "by", "their", "after", "it", "its", "this", "they", "his", "her", "would", "as", "are", "not", "but",
    "or", "had", "more", "than", "when", "while", "during", "against", "at", "for",
})  # fmt: skip
ENOUGH_SHARE, ENOUGH_DIFFERENT = 0.15, 4

LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")

# The library takes headlines without function words for many languages; it is believed where it is sure.
SURE = 0.8
NEARLY_ENGLISH = frozenset({"en", "pcm", "sco"})
NAMES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
}


def find_language(text: str) -> str:
    """The ISO 639-1 code of the language that `text` is read in: English.

    A text too short to tell, a headline say, is read as English. The beginning stands for the whole.

    Raises:
        UnreadableError: the text is in another language.
    """
    sample = text[:SAMPLE]
    words = sample[:ENOUGH].lower().split()
    common = [word for word in words if word in FUNCTION_WORDS]
    if len(common) >= ENOUGH_SHARE * len(words) and len(set(common)) >= ENOUGH_DIFFERENT:
        return ENGLISH
    language, confidence = _identifier().classify(sample)
    if language in NEARLY_ENGLISH or (confidence < SURE and _mostly_latin(sample)):
        return ENGLISH
    name = (
        f"It seems to be in {NAMES[language]}" if language in NAMES else "It does not seem to be in English"
    )
    raise UnreadableError(
        "language", f"{name}, and only English is read: add an English version of the article."
    )


def _mostly_latin(sample: str) -> bool:
    letters = LETTER.findall(sample)
    return sum(bool(LATIN.match(letter)) for letter in letters) * 2 >= len(letters)


@cache
def _identifier() -> Any:
    """The library's model: half a second and 100 MB, so only a doubtful text loads it."""
    langid: Any = import_module("py3langid.langid")
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)

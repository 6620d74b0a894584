"""The news agency that a text credits."""

from __future__ import annotations

import re

# name -> how texts spell it
AGENCIES = {
    "Agence France-Presse": ("Agence France-Presse", "Agence France Presse", "AFP"),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "Anadolu"),
    "ANSA": ("ANSA",),
    "Associated Press": ("Associated Press", "AP"),
    "Australian Associated Press": ("Australian Associated Press", "AAP"),
    "Deutsche Presse-Agentur": ("Deutsche Presse-Agentur", "dpa", "DPA"),
    "EFE": ("Agencia EFE", "EFE"),
    "Jewish News Syndicate": ("Jewish News Syndicate", "JNS"),
    "Kyodo News": ("Kyodo News", "Kyodo"),
    "PA Media": ("PA Media", "Press Association"),
    "Press Trust of India": ("Press Trust of India", "PTI"),
    "Reuters": ("Thomson Reuters", "Reuters"),
    "TASS": ("TASS", "Tass"),
    "The Canadian Press": ("Canadian Press", "La Presse canadienne"),
    "United Press International": ("United Press International", "UPI"),
    "WAFA": ("Palestinian News and Information Agency", "WAFA news agency", "WAFA", "Wafa"),
    "Xinhua": ("Xinhua News Agency", "Xinhua"),
}
NAMES = {spelling: name for name, spellings in AGENCIES.items() for spelling in spellings}

# The longest first, so that a name wins over one that it contains.
AGENCY = rf"(?:[Tt]he )?\b(?P<agency>{'|'.join(map(re.escape, sorted(NAMES, key=len, reverse=True)))})\b"

# How a text credits its agency, the surest way first. Naming one further down as the source of a statement
# ("an official told Reuters") credits it with that statement, not with the article.
CREDITS = (
    # "NABLUS, West Bank (AP) — Troops ...", "NABLUS (Reuters) - Troops ..."
    re.compile(rf"\A[^\n(]{{0,80}}\({AGENCY}\)\s*[-–—:]"),
    # "Photo: The Canadian Press", "By The Associated Press", "© 2024 AFP"
    re.compile(rf"(?:\b(?:Photo|Source|Credit): ?|\bBy |© ?(?:\d{{4}} )?){AGENCY}"),
    # "an Associated Press (AP) reporter", "Reuters journalists", "an AFP tally"
    re.compile(
        rf"{AGENCY}(?: \([A-Z]{{2,4}}\))?(?:[’']s?)? (?:video ?)?"
        r"(?:reporter|journalist|correspondent|photographer|cameraman|crew|team|tally|count)s?\b"
    ),
    # "Troops have left, Anadolu reported." in the first paragraph
    re.compile(rf"\A[^\n]*?(?:, {AGENCY} (?:has )?report(?:ed|s)\b)"),
)
# A credit stands near the beginning; a search of the whole would cost more than it finds.
HEAD = 3000

STATED = re.compile(AGENCY)
# Most texts hold none of these and are spared the search.
SHORTEST = [name for name in NAMES if not any(other in name for other in NAMES if other != name)]


def find_agency(text: str) -> str | None:
    """The agency that the beginning of `text` credits, by one name an agency; None where it credits none.

    >>> find_agency("NABLUS, West Bank (AP) — Troops left the town overnight.")
    'Associated Press'
    """
    head = text[:HEAD]
    if not any(name in head for name in SHORTEST):
        return None
    found = next(filter(None, (credit.search(head) for credit in CREDITS)), None)
    return NAMES[found["agency"]] if found else None


def name_agency(stated: str) -> str:
    """One name for an agency however a file spells it; an agency not listed keeps its own.

    >>> name_agency("AP"), name_agency("the Associated Press"), name_agency("Local Wire")
    ('Associated Press', 'Associated Press', 'Local Wire')
    """
    found = STATED.fullmatch(stated)
    return NAMES[found["agency"]] if found else stated

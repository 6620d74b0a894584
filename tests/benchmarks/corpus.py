"""Made-up news for the benchmark: sentences that are all different, so that no cache flatters any reader."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator
from pathlib import Path

SENTENCES = 16
"""So many sentences an article has: about 400 words, the length of a wire report."""

FIRST_DAY = datetime.date(2023, 1, 1)
DAYS = 1000


def _listed(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",")]


PLACES = _listed("""Jenin, Tulkarem, Nablus, Tubas, Qalqilya, Ramallah, Hebron, Jericho, Gaza City,
    Khan Younis, the Jenin refugee camp, the Nur Shams camp, the al-Faraa camp, the Balata camp, Rafah,
    Bethlehem, Qabatiya, Tammun, Tel Aviv""")
SPEAKERS = _listed("""the Palestinian Health Ministry, the Israeli military, the Palestinian Red Crescent,
    Israeli police, Palestinian officials, the United Nations, the Palestinian Prisoners' Club, residents,
    the governor's office, the hospital's director, Hamas, the army's spokesman, the mayor,
    the Gaza Health Ministry""")
PEOPLE = _listed("""Palestinians, people, men, civilians, militants, residents, soldiers, children, women,
    officers, teenagers, farmers, students, medics""")
WEEKDAYS = _listed("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
GIVEN = _listed("""Samir, Lina, Yousef, Dana, Omar, Noa, Karim, Yael, Rami, Hanan, Eitan, Salma, Daniel, Mona,
    Tareq, Shira""")
FAMILY = _listed("""Haddad, Mansour, Barak, Odeh, Levin, Khoury, Saleh, Peretz, Nasser, Shalev, Zidan, Amir,
    Darwish, Regev""")
TRADES = _listed("""baker, teacher, shopkeeper, nurse, driver, plumber, engineer, farmer, lawyer, carpenter,
    clerk""")
THINGS = _listed("""the market, the main road, a clinic, the water mains, two schools, the old bakery,
    the power lines""")
NUMBERS = _listed("two, three, four, five, six, seven, eight, nine, ten, eleven, a dozen, twenty-one")

WITH_FIGURES = """
At least {n} {people} were killed and {m} wounded in {place} on {weekday}, {speaker} said, after a
raid near {thing} that {name} watched from a roof.

{Speaker} put the death toll in {place} at {n}, including {w} {people}, and said {m} others were in
hospital, among them a {age}-year-old boy, {name}.

Troops detained {n} {people} in {place} overnight, {speaker} said, {w} of whom were released at a
checkpoint by {weekday} noon.

More than {big} {people} have fled {place} since the operation began, according to {speaker}, and
{name} is among those who left on {weekday}.

"{W} {people} died here and {n} were hurt," said {name}, a {trade} from {place} who lives beside
{thing}.

An airstrike on a car in {place} killed {w} {people}, {speaker} reported; the military said it had
carried out {n} strikes since {weekday}.

The dead in {place} included {w} {people} and a girl of {age}, {speaker} said, which brought the
toll there to {n} by {weekday} evening.

{Speaker} counted {big} displaced families around {place}, up from {n} on {weekday}, and {m}
buildings that can no longer be lived in.

Of the {n} {people} injured in {place}, {w} were in critical condition on {weekday} night, the
hospital told {name}.

Between {n} and {m} {people} were believed missing under {thing} in {place}, according to {speaker},
who spoke on {weekday}.
""".split("\n\n")

WITHOUT_FIGURES = """
{Name}, a {trade} from {place}, swept glass from the doorstep on {weekday} and said that the night
had been the loudest the street had known.

Water and power in {place} were cut off near {thing}, and shopkeepers such as {name} kept their
shutters down through {weekday}.

{Speaker} did not respond to questions on {weekday} about the closure of {thing}, and a written
statement sent to {name} gave no reason.

In {place}, buses returned to {thing} while engineers looked at what could be mended, said {name},
whose brother works there as a {trade}.

The army said that it was acting against armed groups in {place}, and {speaker} called the account
that {name} gave of {weekday} incomplete.

{Name} teaches in {place} and wondered aloud on {weekday} whether classes beside {thing} would open
again before the exams.

Diplomats urged restraint after talks on {weekday}, and {speaker} said that envoys led by {name}
would visit {place} soon.

The road past {thing} to {place} was open on {weekday}, but drivers including {name} waited for
hours at the checkpoint.

Relatives of {name}, a {trade}, gathered in {place} on {weekday} and prayed together outside while
{speaker} asked for calm.

"We want to know what comes next," said {name}, who sells fruit in {place} near {thing} and has not
slept well since {weekday}.
""".split("\n\n")


def make_texts(articles: int, seed: int = 1) -> list[str]:
    """So many different texts; the same seed gives the same ones."""
    chosen = random.Random(seed)
    return [_text(chosen, f"{seed}-{number}") for number in range(articles)]


def write_json_lines(path: Path, articles: int, seed: int = 1) -> None:
    """A bulk file of so many articles with outlet, address and day; every tenth states no day."""
    with path.open("w", encoding="utf-8") as file:
        for row in _rows(articles, seed):
            file.write(json.dumps(row) + "\n")


def _rows(articles: int, seed: int) -> Iterator[dict[str, str]]:
    chosen = random.Random(seed)
    for number in range(articles):
        row = {
            "text": _text(chosen, f"{seed}-{number}"),
            "outlet": f"Outlet {chosen.randrange(40)}",
            "url": f"https://news.example/{seed}/{number}",
        }
        if number % 10:
            row["published"] = (FIRST_DAY + datetime.timedelta(chosen.randrange(DAYS))).isoformat()
        yield row


def _text(chosen: random.Random, number: str) -> str:
    """Every other sentence states a figure; the numbered name makes each one the only one of its kind."""
    kinds = [WITH_FIGURES, WITHOUT_FIGURES] * (SENTENCES // 2)
    chosen.shuffle(kinds)
    sentences = [_sentence(chosen, chosen.choice(kind), f"{number}-{at}") for at, kind in enumerate(kinds)]
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))


def _sentence(chosen: random.Random, template: str, number: str) -> str:
    speaker = chosen.choice(SPEAKERS)
    some = chosen.choice(NUMBERS)
    name = f"{chosen.choice(GIVEN)} {chosen.choice(FAMILY)}{_letters(number)}"
    return " ".join(template.split()).format(
        n=chosen.randrange(2, 90),
        m=chosen.randrange(90, 400),
        big=f"{chosen.randrange(1_000, 60_000):,}",
        w=some,
        W=some.capitalize(),
        age=chosen.randrange(8, 18),
        people=chosen.choice(PEOPLE),
        place=chosen.choice(PLACES),
        speaker=speaker,
        Speaker=speaker[0].upper() + speaker[1:],
        weekday=chosen.choice(WEEKDAYS),
        name=name,
        Name=name,
        trade=chosen.choice(TRADES),
        thing=chosen.choice(THINGS),
    )


def _letters(number: str) -> str:
    """Digits as letters: a name that no other sentence has, and that is no figure."""
    return "-" + "".join(chr(ord("a") + int(sign)) if sign.isdigit() else "x" for sign in number).capitalize()

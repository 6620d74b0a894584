"""What the claims say together: low, best and high per operation, place, measure, side and unit.

The claims of one scope pass through five steps, one function each: which claims count at all (`_counted`),
which of them are whole figures (`_whole`), what one statement says when it counts disjoint groups
(`_figures`), which figure each speaker stands by (`_standing`), and what the speakers say together
(`_together`).

Nothing here is added up over statements, speakers or places: a sum is made only of the disjoint groups of one
statement, and a difference only where a statement itself says "X of Y".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from loaders.claims import SAME_FIGURE
from loaders.tables import ESTIMATES, FIXED_RULES, MEASURES, RULES, SIDES, join_list

SCOPE = ["kind", "operation_id", "place_id", "measure", "side", "unit"]
"""What two figures must share to be compared."""

STATEMENT = ["article_id", "statement_id", "speaker", "increment", *SCOPE]
"""What two groups must share to add up to one figure."""

ONLY_RISE = ["killed", "wounded", "detained"]
"""Measures whose running toll does not fall: a later and smaller figure counts something else."""

FIRM = {"exact": 2, "range": 1, "about": 1}
"""Of figures of one day the firmer is chosen; any other bound is 0."""

OWN_VOICE = "reporter"
"""Stands for the reporters' own voices where speakers are ranked or chosen by name: they have none."""

ONE_DAY = pd.Timedelta(days=1)


def estimate(
    claims: pd.DataFrame, articles: pd.DataFrame, operations: pd.DataFrame, places: pd.DataFrame
) -> pd.DataFrame:
    """The estimates under every rule that needs no reader's order, one row per rule and scope.

    A scope without a figure has no row.

    What goes in:
        Claims with an operation, except rejected ones. Of a text that changed under its url only the newest
        version counts; a claim that a copy repeats counts once, where it was printed first. A copy's own
        claim, one that the first article does not have, counts.
        Whole figures only. A part by kind (children, critical) is left out. A part by place is the whole of
        its place. A part of another measure (3,000 displaced of 17,000 residents) is a figure of its own. A
        figure of one kind with no whole beside it (a soldier, four militants) stands unless somebody counts
        the people of that scope as a whole.
        Disjoint groups of one statement and side add up. Of two figures for the same group in one statement
        the larger stands: "from 10 to 12" is 12.

    Place: a camp whose parent is a city or town counts there; nothing else is added up or split.

    Speakers:
        The reporter's own voice is one speaker per outlet, else agency, else article. A speaker stands by
        the latest figure that is not an increment, and by a number rather than a vague word. A figure that
        the words do not call cumulative does not supersede a larger one (killed, wounded, detained): it is
        taken for one event. Increments are claims with tally "new", and claims that no word calls
        cumulative whose period starts more than a day after the operation (a night is forgiven).

    The row:
        low, high: smallest and largest value of the speakers' figures, both ends of a range. Vague words
        give a low only where nobody gives a number, increments likewise (a speaker's largest one).
        open_low, open_high: a figure that reaches that end leaves it open ("at least 12" where 12 is the
        high). best: under `latest` the figure of the latest day; on one day the firmer one, then a named
        speaker's before a reporter's, then the larger. Under `lowest` and `highest` the figure of that
        end. Under `two_speakers` the second largest of the speakers' figures: the largest number that two
        speakers at least say was reached, as Iraq Body Count asks two sources for a minimum. A figure that
        its words bound only from above ("up to 3,000") says of no number that it was reached, and does not
        count. Of a range its lower end, under `highest` its upper. NA where there are only vague words or
        increments, and under `two_speakers` where a single speaker gives a number. claims: the speakers'
        figures behind the row, with earlier ones of the same speaker that say the same. best_claim_id: of
        a sum the largest group; of a remainder its whole.
        contested: the bounds of two speakers' figures exclude each other. "About" excludes nothing.

    kind `remainder`: for each whole with explicit parts by place, the whole less these parts. It has no
    place, and is not contested. A remainder below zero is none.

    Raises:
        TableError: a claim has a word that the table of estimates does not allow.
    """
    return _estimate(claims, articles, operations, places, FIXED_RULES)


def rank_estimates(
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    operations: pd.DataFrame,
    places: pd.DataFrame,
    order: Sequence[str],
) -> pd.DataFrame:
    """The estimates under the rule `ranked`: the first speaker of `order` who gives a number gives best.

    `order` names speakers, the most trusted first; `OWN_VOICE` is every reporter's own voice, of which the
    latest counts. Where none of them gives a number best is NA; low, high and the rest are those of all
    speakers, as under the other rules (see `estimate`).
    """
    return _estimate(claims, articles, operations, places, ["ranked"], order)


def _estimate(
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    operations: pd.DataFrame,
    places: pd.DataFrame,
    rules: Sequence[str],
    order: Sequence[str] = (),
) -> pd.DataFrame:
    counted = _counted(claims, articles, operations)
    if counted.empty:
        return ESTIMATES.frame()
    whole = _whole(counted, claims, places)
    figures = _figures(pd.concat([whole, _remainders(whole)], ignore_index=True))
    standing = _standing(_drop_unspecified(_drop_single_kinds(figures)))
    together = _together(standing)
    rows = pd.concat([together.merge(_best(standing, rule, order), on=SCOPE, how="left") for rule in rules])
    return in_order(ESTIMATES.conform(rows[ESTIMATES.names]))


def _counted(claims: pd.DataFrame, articles: pd.DataFrame, operations: pd.DataFrame) -> pd.DataFrame:
    """The claims that count, each once, with who speaks, who printed it, the day and whether it is an
    increment."""
    prints = _printed(articles)
    counted = claims[claims["operation_id"].notna() & (claims["status"] != "rejected")]
    counted = counted.drop_duplicates("claim_id").merge(
        prints, on="article_id", how="inner", validate="many_to_one"
    )
    counted = counted[~counted["superseded"]]
    first = counted.groupby(["family", *SAME_FIGURE], dropna=False)["order"].transform("min")
    counted = counted[counted["order"] == first]
    counted = counted.join(operations.set_index("operation_id")["started"], on="operation_id")
    late = counted["since"] > counted["started"] + ONE_DAY
    return counted.assign(
        speaker=counted["attributed_to"].fillna(counted["printed_by"]),
        day=counted["as_of"].fillna(counted["day"]),
        increment=(counted["tally"] == "new") | (counted["tally"].isna() & late),
        kind="reported",
    ).sort_values(["day", "claim_id"], na_position="first", ignore_index=True)


def _printed(articles: pd.DataFrame) -> pd.DataFrame:
    """Per article: its family of copies, its place in the order of printing, and whether a newer version
    replaced it."""
    day = articles["published"].fillna(articles["published_earliest"])
    named = articles["outlet"].fillna(articles["agency"])
    prints = articles[["article_id", "url", "sha256"]].assign(
        day=day,
        outlet=named,
        printed_by=named.fillna(articles["article_id"]),
        family=articles["same_as"].fillna(articles["article_id"]),
        again=articles["same_as"].notna(),
    )
    prints = prints.sort_values(["again", "day", "article_id"], ignore_index=True)
    prints["order"] = prints.index
    versions = prints.dropna(subset="url").sort_values(["day", "again", "article_id"], na_position="first")
    newest = versions.groupby("url")["sha256"].last()
    prints["superseded"] = prints["url"].notna() & (prints["sha256"] != prints["url"].map(newest))
    return prints[["article_id", "day", "outlet", "printed_by", "family", "order", "superseded"]]


def _whole(counted: pd.DataFrame, claims: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The whole figures, camps counted with their cities; a part by place keeps `part_of`, any other loses
    it."""
    home = _counting_place(places)
    columns = ["claim_id", "measure", "category", "qualifier", "place_id", "part_of"]
    wholes = claims[columns].drop_duplicates("claim_id").set_index("claim_id").add_prefix("whole_")
    parts = counted.join(wholes, on="part_of")
    place = parts["place_id"].map(home)
    whole_place = parts["whole_place_id"].map(home)
    is_part = parts["part_of"].notna() & (
        parts["whole_measure"].isna() | (parts["whole_measure"] == parts["measure"])
    )
    by_place = (
        is_part
        & (parts["whole_category"] == parts["category"])
        & (parts["whole_qualifier"].fillna("") == parts["qualifier"].fillna(""))
        & place.notna()
        & (place != whole_place)
    )
    by_kind = is_part & ~by_place
    while True:  # a part by place of a part by kind is one too: as many rounds as parts are nested
        inside = by_place & ~by_kind & parts["part_of"].isin(parts.loc[by_kind, "claim_id"])
        if not inside.any():
            break
        by_kind |= inside
    whole = counted.assign(place_id=place, part_of=counted["part_of"].where(by_place))
    return whole.assign(ids=whole["claim_id"].map(lambda claim: [claim]))[~by_kind].reset_index(drop=True)


def _counting_place(places: pd.DataFrame) -> pd.Series[Any]:
    """place_id to the place it counts with: a camp's city or town, else itself."""
    kind = places.set_index("place_id")["kind"]
    in_city = (places["kind"] == "camp") & places["parent_id"].map(kind).isin(["city", "town"])
    return places["place_id"].mask(in_city, places["parent_id"]).set_axis(places["place_id"])


def _remainders(whole: pd.DataFrame) -> pd.DataFrame:
    """What each whole's parts by place leave, as rows like the whole's, credited to no place."""
    parts = whole[whole["part_of"].notna()]
    sums = parts.groupby("part_of", as_index=False).agg(
        part_ids=("ids", "sum"),
        part_value=("value", lambda values: values.sum(skipna=False)),
        part_low=("low", lambda values: values.sum(skipna=False)),
        part_high=("high", lambda values: values.sum(skipna=False)),
    )
    left = whole.merge(
        sums.rename(columns={"part_of": "claim_id"}), on="claim_id", how="inner", validate="one_to_one"
    )
    left = left.assign(
        kind="remainder",
        ids=left["ids"] + left["part_ids"],
        place_id=pd.Series(pd.NA, index=left.index, dtype="str"),
        value=left["value"] - left["part_value"],
        low=left["low"] - left["part_high"],
        high=left["high"] - left["part_low"],
    )
    return left[left["value"].isna() | (left["value"] >= 0)]


def _figures(whole: pd.DataFrame) -> pd.DataFrame:
    """One row per statement and scope: a plain count, or the sum of the disjoint groups that it names.

    `from_low` and `to_high` are the ends of what is said (a range has two, a vague word none), `size` the
    number said, of a vague word its floor, `single_kind` marks a figure for one kind of people only.
    """
    ranged = whole["bound"] == "range"
    groups = whole.assign(
        from_low=whole["low"].where(ranged, whole["value"]),
        to_high=whole["high"].where(ranged, whole["value"]),
        size=whole["value"].fillna(whole["low"]).fillna(0),
        firm=whole["bound"].map(FIRM).fillna(0).astype("Int64"),
        named=whole["attributed_to"].notna(),
        of_kind=(whole["category"] != "people") | whole["qualifier"].notna(),
        besides=whole["quote"].str.contains(r"\b(?:others?|another)\b", case=False),
    )
    groups = groups.sort_values(["size", "firm", "claim_id"], ascending=[False, False, True])
    groups = groups.drop_duplicates([*STATEMENT, "category", "qualifier", "besides"])
    plain = ~groups["of_kind"] & ~groups["besides"]
    has_plain = plain.groupby([groups[name] for name in STATEMENT], dropna=False).transform("any")
    groups = groups[plain | ~has_plain]
    several = groups.duplicated(STATEMENT, keep=False)
    sums = _added_up(groups[several])
    alone = groups[~several].rename(columns={"of_kind": "single_kind"})
    kept = [
        *STATEMENT,
        *("claim_id", "ids", "day", "outlet", "named", "tally", "firm", "size"),
        *("from_low", "to_high", "low", "high", "single_kind"),
    ]
    return pd.concat([alone[kept], sums[kept].astype(alone[kept].dtypes)], ignore_index=True)


def _added_up(groups: pd.DataFrame) -> pd.DataFrame:
    """The sums of disjoint groups; an end that one group leaves open is open in the sum."""
    together = groups.groupby(STATEMENT, dropna=False, sort=False)
    first = together.agg(
        {
            **dict.fromkeys(("claim_id", "day", "outlet", "named", "tally"), "first"),
            "ids": "sum",
            "firm": "min",
            "size": "sum",
        }
    ).reset_index()
    ends = together[["from_low", "to_high", "low", "high"]].sum(skipna=False).reset_index(drop=True)
    return pd.concat([first, ends], axis="columns").assign(single_kind=False)


def _drop_single_kinds(figures: pd.DataFrame) -> pd.DataFrame:
    """Without figures of one kind where somebody counts the scope's people as a whole."""
    broad = (
        (~figures["single_kind"]).groupby([figures[name] for name in SCOPE], dropna=False).transform("any")
    )
    return figures[~(figures["single_kind"] & broad)]


def _drop_unspecified(figures: pd.DataFrame) -> pd.DataFrame:
    """Without figures of no stated side where the same scope has a sided one."""
    scope = [figures[name] for name in SCOPE if name != "side"]
    sided = (figures["side"] != "unspecified").groupby(scope, dropna=False).transform("any")
    return figures[(figures["side"] != "unspecified") | ~sided]


def _standing(figures: pd.DataFrame) -> pd.DataFrame:
    """The figure that each speaker stands by in each scope; `ids` holds every claim that says the same."""
    in_scope = [figures[name] for name in SCOPE]
    running = (~figures["increment"]).groupby(in_scope, dropna=False).transform("any")
    figures = figures[~(figures["increment"] & running)]
    speaker = [*SCOPE, "speaker"]
    order = ["day", "size", "firm", "claim_id"]
    figures = figures.sort_values(order, na_position="first", ignore_index=True)
    said = figures["from_low"].notna()
    numbered = said.groupby([figures[name] for name in speaker], dropna=False).transform("any")
    figures = figures[said | ~numbered]
    peak = figures.groupby(speaker, dropna=False)["size"].cummax()
    event = figures["tally"].isna() & figures["measure"].isin(ONLY_RISE) & (figures["size"] < peak)
    figures = figures[~(event | (figures["increment"] & (figures["size"] < peak)))]
    same = [*speaker, "from_low", "to_high", "low", "high"]
    figures = figures.assign(outlets=figures["outlet"].map(lambda name: [] if pd.isna(name) else [name]))
    behind = figures.groupby(same, dropna=False, sort=False).agg(
        ids=("ids", "sum"),
        spoken=("speaker", "first"),
        outlets=("outlets", "sum"),
    )
    latest = figures.drop_duplicates(speaker, keep="last").drop(columns=["ids", "outlet", "outlets"])
    return latest.merge(behind.reset_index(), on=same, how="left", validate="one_to_one")


def _together(standing: pd.DataFrame) -> pd.DataFrame:
    """Per scope the columns that no rule changes."""
    numbered = ~standing["increment"] & standing["from_low"].notna()
    figures = standing.assign(
        number_low=standing["from_low"].where(numbered), number_high=standing["to_high"].where(numbered)
    )
    scope = figures.groupby(SCOPE, dropna=False)
    low = scope["number_low"].transform("min").fillna(scope["size"].transform("min"))
    high = scope["number_high"].transform("max")
    reaches_low = figures["from_low"].fillna(figures["size"]) <= low
    reaches_high = high.isna() | (figures["to_high"].fillna(figures["size"]) >= high)
    figures = figures.assign(
        running_low=figures["low"].mask(figures["increment"]),
        running_high=figures["high"].mask(figures["increment"]),
        open_low=figures["low"].isna() & reaches_low,
        open_high=(figures["high"].isna() | figures["increment"]) & reaches_high,
    )
    rows = figures.groupby(SCOPE, dropna=False).agg(
        low=("number_low", "min"),
        size=("size", "min"),
        high=("number_high", "max"),
        open_low=("open_low", "any"),
        open_high=("open_high", "any"),
        claims=("ids", lambda lists: _joined(lists)),
        speakers=("spoken", lambda names: join_list(sorted(set(names)))),
        outlets=("outlets", lambda lists: _joined(lists, ordered=True)),
        least=("running_low", "max"),
        most=("running_high", "min"),
        last_day=("day", "max"),
    )
    rows = rows.assign(low=rows["low"].fillna(rows["size"])).reset_index()
    excluded = (rows["least"] > rows["most"]).fillna(False).astype(bool)
    return rows.assign(contested=excluded & (rows["kind"] == "reported"))


def _joined(lists: pd.Series[Any], ordered: bool = False) -> str | None:
    """The different items of several lists in one cell, in order of appearance or of the alphabet."""
    items = list(dict.fromkeys(item for one in lists for item in one))
    return join_list(sorted(items) if ordered else items)


def _best(standing: pd.DataFrame, rule: str, order: Sequence[str]) -> pd.DataFrame:
    """Per scope the figure that the rule chooses: best, best_claim_id, as_of."""
    numbers = standing[~standing["increment"] & standing["from_low"].notna()]
    chosen = _sorted_by(numbers, rule, order).drop_duplicates(SCOPE, keep="last")
    latest_day = standing.groupby(SCOPE, dropna=False, as_index=False)["day"].max()
    best = chosen[SCOPE].assign(
        best=chosen["to_high"] if rule == "highest" else chosen["from_low"],
        best_claim_id=chosen["claim_id"],
        best_day=chosen["day"],
    )
    rows: pd.DataFrame = latest_day.merge(best, on=SCOPE, how="left", validate="one_to_one")
    return rows.assign(rule=rule, as_of=rows["best_day"].where(rows["best"].notna(), rows["day"]))


def _sorted_by(numbers: pd.DataFrame, rule: str, order: Sequence[str]) -> pd.DataFrame:
    """The figures among which a rule chooses, the chosen one of each scope last."""
    last = ["day", "firm", "named", "from_low", "claim_id"]
    if rule == "ranked":
        ranks = {speaker: rank for rank, speaker in enumerate(order)}
        ranked = numbers.assign(rank=numbers["speaker"].where(numbers["named"], OWN_VOICE).map(ranks))
        ranked = ranked[ranked["rank"].notna()]
        return ranked.sort_values(["rank", *last], ascending=[False, *[True] * 5], na_position="first")
    if rule == "two_speakers":
        reached = numbers[numbers["low"].notna() | numbers["high"].isna()]
        reached = reached.sort_values(["from_low", *last], na_position="first")
        below_the_largest = reached.duplicated(SCOPE, keep="last")
        return reached[below_the_largest]
    by, ascending = {
        "latest": (last, [True] * 5),
        "lowest": (["from_low", *last], [False, *[True] * 5]),
        "highest": (["to_high", *last], [True] * 6),
    }[rule]
    return numbers.sort_values(by, ascending=ascending, na_position="first")


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Estimates by rule, operation, place, measure, side and unit, reported before remainder."""
    key = pd.DataFrame(
        {
            "rule": rows["rule"].map(RULES.index),
            "operation_id": rows["operation_id"],
            "place_id": rows["place_id"],
            "measure": rows["measure"].map(MEASURES.index),
            "side": rows["side"].map(SIDES.index),
            "unit": rows["unit"],
            "kind": rows["kind"] == "remainder",
        }
    )
    order = key.sort_values(list(key.columns)).index
    return rows.reindex(order).reset_index(drop=True)

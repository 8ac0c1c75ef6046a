"""The facts of a plan, each where it can be found, with the words that it is made of."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from campaign.language.words import Word, words
from campaign.plan.model import Activity, Fact, Plan

_GROUPS = (
    "slogans", "purposes", "requirements", "bases", "history", "budget", "organisation",
    "recipients", "channels",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact of the plan where it can be found: in a group of the plan, or in an activity."""

    group: str
    fact: Fact
    activity: int | None
    words: frozenset[Word] = field(repr=False)
    pairs: frozenset[tuple[str, str]] = field(repr=False)
    folded: frozenset[str] = field(repr=False)

    def has(self, folded: str, said: Word) -> bool:
        """Whether the fact has the word `folded`, spelt as it was `said` if that has diacritics."""
        if folded not in self.folded:
            return False
        return not said.marked or any(said.spells(each) for each in self.words)


def _activity_facts(activity: Activity) -> Iterator[tuple[str, Fact]]:
    yield "title", Fact(text=activity.title, section=activity.section)
    for fact in activity.content:
        yield "content", fact
    for group in ("place", "participants", "lead_note"):
        fact = getattr(activity, group)
        if fact is not None:
            yield group, fact


def entries_of(plan: Plan) -> Iterator[Entry]:
    """Yield every fact of the plan and of its activities."""
    for group in _GROUPS:
        for fact in getattr(plan, group):
            yield Entry(group, fact, None, *_search_terms(fact))
    for activity in plan.activities:
        for group, fact in _activity_facts(activity):
            yield Entry(group, fact, activity.no, *_search_terms(fact))


def wording(fact: Fact) -> list[tuple[Word, ...]]:
    """Return what a fact says, in both languages, and what it is asked for with."""
    texts = (fact.text, fact.text_en or "", *fact.keywords)
    return [words(_PADDED.sub("", text)) for text in texts]


_PADDED = re.compile(r"(?<![\d/.,])0(?=\d(?![\d/.,]))")
"""The nought of "06 tháng", which nobody types: not that of 05/12 or of a telephone number."""


_Terms = tuple[frozenset[Word], frozenset[tuple[str, str]], frozenset[str]]


def _search_terms(fact: Fact) -> _Terms:
    said = wording(fact)
    spelt = frozenset(each for text in said for each in text)
    pairs = frozenset(pair for text in said for pair in neighbours(text))
    return spelt, pairs, folded_of(said)


def folded_of(said: list[tuple[Word, ...]]) -> frozenset[str]:
    """Return the words, folded, and their stems."""
    folded = {each.folded for text in said for each in text}
    return frozenset(folded | {stem(each) for each in folded})


@lru_cache(maxsize=8192)
def stem(folded: str) -> str:
    """An English word without its ending: "visiting" and "visits" are "visit"."""
    return _ENDING.sub("", folded) if len(folded) > 4 else folded  # noqa: PLR2004 - letters


_ENDING = re.compile("(?:ings|ing|ions|ion|ed|es|s)$")


def neighbours(text: tuple[Word, ...]) -> Iterator[tuple[str, str]]:
    """Yield every two neighbouring words, folded."""
    return ((a.folded, b.folded) for a, b in itertools.pairwise(text))

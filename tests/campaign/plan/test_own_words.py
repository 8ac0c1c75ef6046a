"""The plans state facts in words of our own; only official names are the document's."""

import re
from collections.abc import Iterator

import pytest

from campaign.plan.model import Basis, Fact, Period, Plan, Time
from tests.campaign.plan.plans import IDS, document, load, models, needs_documents, words

LONGEST_RUN = 12
"""Words in a row, that is Vietnamese syllables; four of them make little more than a name."""
SHORTEST_NAME = 4
BREAK = "|"

_QUOTED = re.compile(r"[“\"](.+?)[”\"]")


@needs_documents
@pytest.mark.parametrize("campaign", IDS)
def test_no_fact_copies_a_sentence_of_the_document(campaign: str) -> None:
    plan = load(campaign)
    names = _official_names(plan)
    source = _without(names, document(campaign))
    for path, text in _own_texts(plan):
        assert _longest_copied(_without(names, text), source) <= LONGEST_RUN, path


def test_a_copied_sentence_is_found() -> None:
    source = " một hai ba bốn năm sáu "
    assert _longest_copied(" không ba bốn năm chín ", source) == 3
    assert _longest_copied(" ba | bốn năm ", source) == 2


def _own_texts(plan: Plan) -> Iterator[tuple[str, str]]:
    official = {plan.theme, *plan.slogans}
    for path, model in models(plan):
        if isinstance(model, Basis) or model in official:
            continue
        if isinstance(model, Fact | Time | Period):
            yield path, model.text


def _official_names(plan: Plan) -> list[str]:
    """Return titles, names, slogans, theme, units, legal bases, and what a fact quotes."""
    said = [plan.title, plan.issuer, *(basis.text for basis in plan.bases)]
    said += [fact.text for fact in (plan.theme, *plan.slogans) if fact]
    said += [name for unit in plan.units for name in (unit.name, *unit.aliases)]
    said += [name for activity in plan.activities for name in (activity.title, activity.name)]
    said += [quoted for _, text in _own_texts(plan) for quoted in _QUOTED.findall(text)]
    names = {" ".join(words(name)) for name in said if len(words(name)) >= SHORTEST_NAME}
    return sorted(names, key=len, reverse=True)


def _without(names: list[str], text: str) -> str:
    left = f" {' '.join(words(text))} "
    for name in names:
        left = left.replace(f" {name} ", f" {BREAK} ")
    return left


def _longest_copied(text: str, source: str) -> int:
    longest = 0
    for part in text.split(BREAK):
        run = part.split()
        for start in range(len(run)):
            while f" {' '.join(run[start : start + longest + 1])} " in source:
                if start + longest >= len(run):
                    break
                longest += 1
    return longest

"""What plans seldom state, where this one does, beside its activities: sums, numbers, dossiers."""

import re

from campaign.plan.model import Fact
from campaign.talk.case import Case
from campaign.talk.questions import Intent, Question
from campaign.talk.telling import FIGURE, MONEY, MONEY_SAID, counts

_GROUPS = (("budget", Intent.BUDGET), ("organisation", Intent.ORGANISATION))
_DOSSIER = re.compile(r"hồ sơ.*(?:gồm|kèm|bản sao|giấy)", re.IGNORECASE)
_FUNDS = frozenset((("kinh", "phi"), ("ngan", "sach"), ("total", "budget")))
_FIT = 0.5
_SHARED = 2
"""How many neighbours a fact shares that counts what was asked for: "tập thể", "bằng khen"."""


def told_elsewhere(case: Case) -> Question | None:
    """The facts of the funds and of the organisation that tell what was asked."""
    for group, intent in _GROUPS:
        if facts := _telling(case, group):
            return case.question(intent, facts=facts, aspects=case.aspects)
    return None


def _telling(case: Case, group: str) -> tuple[Fact, ...]:
    fitting = [m.entry.fact for m in case.group_matches(group) if m.score >= _FIT]
    if MONEY.intersection(case.attributes):
        every = [entry.fact for entry in case.handbook.entries_of(group)]
        whole = group == "budget" and not (case.content and case.pairs.isdisjoint(_FUNDS))
        return tuple(fact for fact in (every if whole else fitting) if MONEY_SAID.search(fact.text))
    if "headcount" in case.attributes:
        counted = (
            entry.fact
            for entry in case.handbook.entries_of(group)
            if counts(entry.fact, case.said) and len(case.pairs & entry.pairs) >= _SHARED
        )
        return tuple(counted) or tuple(f for f in fitting if FIGURE.search(f.text))
    if "dossier" in case.attributes:
        every = [entry.fact for entry in case.handbook.entries_of(group)]
        return tuple(fact for fact in every if _DOSSIER.search(fact.text))
    return ()

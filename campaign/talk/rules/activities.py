"""Questions about an activity: by its name, its number, its award, or a description."""

import datetime
import re

from campaign.talk.case import Case
from campaign.talk.facets import facet_question
from campaign.talk.lexicon.subjects import AWARD_NAMES
from campaign.talk.questions import Intent, Question, Span

_COMBINED = frozenset("purpose peak awards campaign overview".split())
"""Parts of the plan that an activity has as well: a purpose, a peak."""
_STRONG = 2.5
_REFERENCE = re.compile(
    r"(?:hoat dong|muc|viec|activity|item|number|section|so|no) (?:(?:so|thu|number|no) )?"
    r"(?:[ivx]+ )?(\d{1,2})\b(?! (?:thang|sao))"
)


def other_award(case: Case) -> Question | None:
    """The award under the name that another alliance's plan gives it."""
    own = next((a for a in case.handbook.plan.activities if a.award), None)
    for name in case.reading.labels("award"):
        asked = AWARD_NAMES[int(name)]
        if own is None:
            return case.question(Intent.NOT_STATED, award=asked[0])
        if own.award not in asked:
            return facet_question(case, (own.no,), award=asked[0])
    return None


def numbered(case: Case) -> Question | None:
    """An activity by its number: "hoạt động số 5", "mục III.8", "hoạt động cuối cùng"."""
    if case.named or case.subjects & {"bases", "number"}:
        return None
    numbers = sorted(case.handbook.activities)
    if case.facets & {"first_item", "last_item"}:
        return facet_question(case, (numbers[0 if "first_item" in case.facets else -1],))
    match = _REFERENCE.search(case.sentence)
    if match is None or int(match[1]) not in numbers:
        return None
    return facet_question(case, (int(match[1]),))


def after_activity(case: Case) -> Question | None:
    """What comes after an activity: "sau lễ phát động thì có gì?"."""
    if not case.named or not case.facets & {"content", "work", "next", "remaining"}:
        return None
    start = case.reading.spans("activity")[0].start
    if not start or case.reading.words[start - 1].folded not in ("sau", "after"):
        return None
    ends = [t.end for t in case.activity(case.topics[0].activity).times if t.end]
    if not ends:
        return None
    return case.question(
        Intent.NEXT, span=Span("", max(ends) + datetime.timedelta(days=1), None, "day")
    )


def named_activity(case: Case) -> Question | None:
    """An activity by one of its names."""
    if not case.named:
        return None
    if _another_year(case):
        return case.question(Intent.AGENDA, span=case.span)
    return _about(case)


def _another_year(case: Case) -> bool:
    year, span = case.handbook.plan.year, case.span
    if span is None or span.start is None:
        return False
    return span.start.year < year or (span.start.year > year >= case.today.year)


def described_activity(case: Case) -> Question | None:
    """An activity that was described rather than named."""
    if not case.topics or (case.span and case.facets <= {"content", "follow", "work"}):
        return None
    another_part = case.subjects - _COMBINED and case.topics[0].score < _STRONG
    if another_part or case.reading.spans("outside"):
        return None
    return _about(case)


def _about(case: Case) -> Question:
    numbers = tuple(topic.activity for topic in case.topics)
    question = facet_question(case, numbers)
    if len(numbers) > 1 and not _told_together(case, numbers):
        wanted = frozenset({question.intent.value})
        return case.question(Intent.WHICH, activities=numbers, aspects=wanted)
    return question


def _told_together(case: Case, numbers: tuple[int, ...]) -> bool:
    """Several deadlines for dossiers are answered with a line for each."""
    return "deadline" in case.facets and all(case.activity(n).submits for n in numbers)

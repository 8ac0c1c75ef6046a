"""Turns that lean on the turn before: "thế còn địa điểm?", "và tháng sau?", "ông ấy chức vụ gì?"."""

from campaign.talk.case import Case
from campaign.talk.facets import facet_question
from campaign.talk.handbook import people
from campaign.talk.questions import Intent, Question, Span

_SIDES = frozenset(
    "when start end weekday countdown deadline where lead coordinating participants content how"
    " how_many".split()
)
_LISTS = {Intent.AGENDA, Intent.OVERVIEW, Intent.DEADLINES, Intent.NEXT}


def follow_up(case: Case) -> Question | None:
    """The question in the light of the one before, or None when it stands by itself."""
    if not case.before.intent:
        return None
    return _person(case) or _same_days(case) or _next_one(case) or _picked(case) or _side(case)


def _person(case: Case) -> Question | None:
    if not case.before.person or not ("he" in case.facets or "signer" in case.subjects):
        return None
    found = tuple(p for p in people(case.handbook.plan) if p.name == case.before.person)
    return Question(Intent.PERSON, case.reading.language, people=found)


def _same_days(case: Case) -> Question | None:
    if "again" not in case.facets or case.named or not case.before.start:
        return None
    span = Span("", case.before.start, case.before.end, "range")
    return Question(Intent.AGENDA, case.reading.language, span=span)


def _next_one(case: Case) -> Question | None:
    """ "Còn hoạt động tiếp theo?": the next number, or the next deadline after one."""
    if "next" not in case.facets or case.content or case.span or case.subjects:
        return None
    if case.before.intent == Intent.DEADLINES or "deadline" in case.facets:
        return Question(
            Intent.DEADLINES,
            case.reading.language,
            span=Span("", case.before.end, None, "day"),
            aspects=frozenset({"next"}),
        )
    if len(case.before.activities) != 1 or case.before.intent in _LISTS:
        return None
    numbers = sorted(case.handbook.activities)
    later = [n for n in numbers if n > case.before.activities[0]]
    return Question(Intent.CARD, case.reading.language, activities=tuple(later[:1]))


def _picked(case: Case) -> Question | None:
    """ "Cái đầu tiên", "số 5": one of the activities that were offered or listed."""
    if case.named or len(case.content) > 1:
        return None
    offered = case.before.activities or tuple(sorted(case.handbook.activities))
    chosen = next((n for name, n in _ORDER.items() if name in case.facets), None)
    if chosen is not None and len(offered) > 1 and not case.facets & _SIDES:
        return _of(case, (offered[chosen],))
    return None


_ORDER = {"first": 0, "second": 1, "last": -1}


def _side(case: Case) -> Question | None:
    """Another side of the same activity."""
    numbers = case.before.activities
    if not numbers or case.named or case.span or case.subjects - {"peak"}:
        return None
    if not (case.facets & (_SIDES | {"it"}) or case.reading.labels("attribute")):
        return None
    if case.before.intent in _LISTS and len(numbers) > 1 and "it" not in case.facets:
        return None
    return _of(case, numbers)


def _of(case: Case, numbers: tuple[int, ...]) -> Question:
    return facet_question(case, numbers)

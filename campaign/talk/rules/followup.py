"""Turns that lean on the turn before: "thế còn địa điểm?", "và tháng sau?", "chức vụ gì?"."""

import datetime

from campaign.talk.case import Case
from campaign.talk.facets import WHICH, facet_question, which_of
from campaign.talk.naming import people
from campaign.talk.questions import Intent, Question, Span
from campaign.talk.rules.parts import tasks_of
from campaign.talk.times import all_times, is_deadline

_SIDES = frozenset(
    (
        "when start end weekday day countdown deadline where lead coordinating participants "
        "content how how_many with_whom made_of who organiser work why ordinal"
    ).split()
)
_LISTS = {Intent.AGENDA, Intent.OVERVIEW, Intent.DEADLINES, Intent.NEXT}
_PARTS = {
    Intent.THEME,
    Intent.SLOGANS,
    Intent.BUDGET,
    Intent.PURPOSE,
    Intent.REQUIREMENTS,
    Intent.RECIPIENTS,
    Intent.NUMBER,
}
_TELLING = 1.0
_TOLD_TOGETHER = 3


def follow_up(case: Case) -> Question | None:
    """The question in the light of the one before, or None when it stands by itself."""
    if not case.before.intent:
        return None
    return (
        _person(case)
        or _same_days(case)
        or _next_one(case)
        or _picked(case)
        or _same_fact(case)
        or _side(case)
        or _same_part(case)
        or _detail(case)
    )


def _person(case: Case) -> Question | None:
    if not case.before.person or case.content or not case.facets & {"he", "office"}:
        return None
    found = tuple(p for p in people(case.handbook.plan) if p.name == case.before.person)
    return case.question(Intent.PERSON, people=found) if found else None


def _same_days(case: Case) -> Question | None:
    if "again" not in case.facets or case.named or not case.before.start:
        return None
    span = Span("", case.before.start, case.before.end, "range")
    return case.question(Intent.AGENDA, span=span)


def _next_one(case: Case) -> Question | None:
    """ "Còn hoạt động tiếp theo?": the next number, or the next deadline after one."""
    if "next" not in case.facets or case.content or case.span or case.subjects - {"campaign"}:
        return None
    after = _deadline_before(case)
    if after and ("deadline" in case.facets or case.before.intent == Intent.DEADLINES):
        return next_deadline(case, after)
    if len(case.before.activities) != 1 or case.before.intent in _LISTS:
        return None
    numbers = sorted(case.handbook.activities)
    later = [n for n in numbers if n > case.before.activities[0]]
    return case.question(Intent.CARD, activities=tuple(later[:1] or numbers[:1]))


def _deadline_before(case: Case) -> datetime.date | None:
    """The deadline that was spoken of last."""
    if case.before.intent == Intent.DEADLINES:
        return case.before.end
    times = [t for number in case.before.activities for t in case.activity(number).times]
    return max((t.end for t in times if is_deadline(t) and t.end), default=None)


def next_deadline(case: Case, after: datetime.date | None = None) -> Question:
    """The first deadline after the day `after`, or from today on where it is None.

    Its span is empty when there is none.
    """
    due = [t.end for _, t in all_times(case.handbook.plan) if is_deadline(t) and t.end]
    ahead = [day for day in due if (day > after if after else day >= case.today)]
    day = min(ahead, default=None)
    span = Span("", day, day, "day")
    aspects = frozenset({"next"})
    return case.question(Intent.DEADLINES, span=span, aspects=aspects)


def _picked(case: Case) -> Question | None:
    """ "Cái đầu tiên", "cái cuối": one of the activities that were offered or listed."""
    pointed = case.said & {"cai", "one"}
    if case.named or len(case.content) > 1 or (case.facets & _SIDES and not pointed):
        return None
    offered = case.before.activities or tuple(sorted(case.handbook.activities))
    chosen = next((place for name, place in _ORDER.items() if name in case.facets), None)
    if chosen is None or len(offered) <= max(chosen, 0):
        return None
    return facet_question(case, (offered[chosen],))


_ORDER = {"first": 0, "second": 1, "last": -1}


def _same_fact(case: Case) -> Question | None:
    """ "Của cơ quan nào?": the document that was quoted names its date and issuer."""
    if not case.before.fact or case.content or case.named or case.span:
        return None
    pointed = case.subjects & {"number", "issuer", "bases"} and case.said & {
        "do",
        "ay",
        "it",
        "that",
    }
    if not (case.facets & _SIDES or pointed):
        return None
    found = tuple(b for b in case.handbook.plan.bases if b.text == case.before.fact)
    return case.question(Intent.BASES, facts=found) if found else None


def _side(case: Case) -> Question | None:
    """Another side of the same activity."""
    numbers = case.before.activities
    attributes = case.attributes
    still = case.facets & {"deadline", "over"}
    if not numbers or case.named or (case.span and not still):
        return None
    if case.subjects - {"peak", "theme", "purpose"} and not attributes:
        return None
    if not (case.facets & (_SIDES | {"it"}) or attributes or "theme" in case.subjects):
        return None
    if case.content and not (attributes or case.reading.labels("unit") or _fits(case)):
        return None
    if "theme" in case.subjects and not case.has_theme(numbers[0]):
        return None
    if _asks_for_other_deadlines(case):
        return None
    if len(numbers) > 1 and "it" not in case.facets:
        return _which_of(case, numbers)
    return facet_question(case, numbers[:1])


def _asks_for_other_deadlines(case: Case) -> bool:
    """ "Hạn nộp hồ sơ khi nào?" after what has no deadline asks for those of the plan."""
    if not case.said & {"han", "deadline", "due"} or case.facets & {"it", "follow"}:
        return False
    times = [time for number in case.before.activities for time in case.activity(number).times]
    return not any(is_deadline(time) for time in times)


def _which_of(case: Case, numbers: tuple[int, ...]) -> Question | None:
    """Ask back which of many listed activities is meant; a few are told together."""
    listed = case.before.intent in _LISTS or case.before.intent.startswith(WHICH)
    if listed and len(numbers) > _TOLD_TOGETHER:
        return which_of(case, numbers)
    return facet_question(case, numbers)


def _fits(case: Case) -> bool:
    """Whether the activity uses most of the words that are left."""
    weights = case.handbook.weights[case.before.activities[0]]
    known = [p for p in case.reading.content if case.reading.words[p].folded in weights]
    return 2 * len(known) > len(case.content)


def _same_part(case: Case) -> Question | None:
    """ "Có mấy câu?" after the slogans, "còn mấy ngày nữa?" after the peak."""
    if case.named or case.span or case.subjects or not case.facets & _SIDES:
        return None
    if len(case.content) > 1 or case.attributes:
        return None
    if case.before.intent == Intent.BUDGET and case.facets & {"lead", "who"}:
        facts = tasks_of(case, frozenset(("kinh", "phi")))
        return case.question(Intent.ORGANISATION, facts=facts)
    if case.before.intent == Intent.BUDGET and case.facets & {"how_many"}:
        return case.question(Intent.NOT_STATED, attribute="amount")
    if case.before.intent in (Intent.PEAK, Intent.PERIOD):
        peak = {"peak"} if case.before.intent == Intent.PEAK else set()
        intent = Intent.COUNTDOWN if "countdown" in case.facets else Intent(case.before.intent)
        shades = frozenset(peak | (case.facets & {"start", "end"}))
        return case.question(intent, aspects=shades)
    if case.before.intent in _PARTS and "how_many" in case.facets:
        return case.question(Intent(case.before.intent))
    return None


def _detail(case: Case) -> Question | None:
    """A question whose words only make sense for the activity that was spoken of."""
    numbers = case.before.activities
    if len(numbers) != 1 or not case.content or case.named or case.span or case.unknown:
        return None
    found = case.activity_matches(numbers[0])
    if case.subjects or not found or found[0].score < _TELLING:
        return None
    return facet_question(case, numbers)

"""Questions about days: what is on, what comes next, what is due."""

import re
from dataclasses import replace

from campaign.language.text import fold
from campaign.language.words import words
from campaign.talk.case import Case
from campaign.talk.questions import Intent, Question, Span
from campaign.talk.rules.followup import next_deadline
from campaign.talk.times import first_moment, fixed_in, upcoming

_LISTING = frozenset(("content", "work", "next", "remaining", "day", "when", "again"))
_THROUGHOUT = frozenset("ca quanh suot throughout whole entire".split())
_RUNS = frozenset((("keo", "dai"), ("activities", "run"), ("which", "run")))
_MOST_OF_A_YEAR = 330
_DECEMBER = 12
_COUNTED = re.compile(
    r"\b(?:bao nhieu|may) (?:hoat dong|su kien|dau viec|viec|noi dung)\b"
    r"|\bhow many (?:activities|events)\b"
)
_SCHEDULE = frozenset(("lich", "schedule"))
_ACTIVITIES = frozenset((("hoat", "dong"), ("su", "kien"), ("what", "activities")))
_ALL_YEAR = frozenset({"all_year"})
_DOSSIER = frozenset(
    (
        "ho so nop don giay to gui mau san pham bai du thi tac pham dang ky"
        " dossier documents application"
    ).split()
)
_DOSSIER_NAMED = frozenset((("ho", "so"), ("application", "deadline"), ("nop", "don")))


def untimed(case: Case) -> Question | None:
    """Activities for which the plan states no time."""
    if "untimed" not in case.subjects or case.named:
        return None
    return case.question(Intent.UNTIMED)


def deadlines(case: Case) -> Question | None:
    """All deadlines, those in some days, those for dossiers, or the next one."""
    if case.named or not ("deadlines" in case.subjects or "deadline" in case.facets):
        return None
    if _of_the_plan(case):
        return None
    if {fold(word) for word in case.unknown} - _DOSSIER or set(case.content) - _DOSSIER:
        return case.question(Intent.NOT_STATED, aspects=frozenset({"deadline"}))
    if "next" in case.facets:
        return next_deadline(case)
    span = _from_today(case, case.span)
    if span and "deadline" not in case.facets and not case.said & {"han", "deadline", "due"}:
        return None
    dossier = {"dossier"} if case.pairs & _DOSSIER_NAMED or "submit" in case.said else set()
    return case.question(Intent.DEADLINES, span=span, aspects=case.aspects | dossier)


def _of_the_plan(case: Case) -> bool:
    """Whether one of the plan's own tasks was named, such as a report: it tells its time."""
    numbers = (int(label) for label in case.reading.labels("fact"))
    return any(case.handbook.entries[number].group == "organisation" for number in numbers)


def _from_today(case: Case, span: Span | None) -> Span | None:
    """ "Trước 1/7", "đến cuối tháng": from today on, unless all of it is past."""
    if span and span.start is None and span.end and span.end >= case.today:
        return replace(span, start=case.today)
    return span


def overview(case: Case) -> Question | None:
    """All activities, or those that run all year."""
    if case.content and _asks_how_many(case):
        return case.question(Intent.OVERVIEW)
    if case.content or case.span:
        return None
    if "all_year" in case.subjects:
        return case.question(Intent.AGENDA, aspects=_ALL_YEAR)
    listed = "overview" in case.subjects and not case.facets & {"next", "remaining"}
    if listed or _what_there_is(case):
        return case.question(Intent.OVERVIEW)
    return None


def _asks_how_many(case: Case) -> bool:
    """ "Cấp tỉnh có bao nhiêu hoạt động tất cả?": how many there are, and no words of one alone."""
    return not (case.topics or case.span) and _COUNTED.search(case.sentence) is not None


def _what_there_is(case: Case) -> bool:
    """ "Có những hoạt động gì?", "cho xem lịch": everything, where nothing was named."""
    if case.said & _SCHEDULE:
        return case.facets <= {"when", "content"}
    return case.facets == {"content"} and bool(case.pairs & _ACTIVITIES)


def coming(case: Case) -> Question | None:
    """What comes next."""
    if not case.facets & {"next", "remaining"} or case.content:
        return None
    ahead = upcoming(case.handbook.plan, case.today)
    first = [a.no for a, time in ahead if first_moment(time) == first_moment(ahead[0][1])]
    return case.question(Intent.NEXT, activities=tuple(dict.fromkeys(first)))


def agenda(case: Case) -> Question | None:
    """What is on in some days; or how long it is until a day."""
    span = case.span
    if span is None or (case.named and not case.subjects & {"overview", "deadlines"}):
        return None
    if "countdown" in case.facets:
        return case.question(Intent.COUNTDOWN, span=span, aspects=case.aspects)
    if case.unknown and not (case.facets & _LISTING or "overview" in case.subjects):
        return case.question(Intent.NOT_STATED)
    if _most_of_the_year(case, span):
        return _year(case, span)
    if case.pairs & _RUNS and span.end and span.end.month == _DECEMBER:
        return case.question(Intent.AGENDA, aspects=_ALL_YEAR)
    if span.end is None:
        return case.question(Intent.NEXT, span=span)
    span = _from_today(case, span) or span
    numbers = tuple(dict.fromkeys(a.no for a, _ in fixed_in(case.handbook.plan, span)))
    return case.question(Intent.AGENDA, activities=numbers, span=span, aspects=case.aspects)


def _most_of_the_year(case: Case, span: Span) -> bool:
    if not (span.start and span.end) or span.start.year != case.handbook.plan.year:
        return False
    return (span.end - span.start).days > _MOST_OF_A_YEAR


def _year(case: Case, span: Span) -> Question:
    """The whole year: what runs throughout it, or simply all activities."""
    if case.content:
        return case.question(Intent.NOT_STATED)
    said = {each.folded for each in words(span.text)}
    throughout = "all_year" in case.subjects or span.grain == "range" or said & _THROUGHOUT
    if throughout:
        return case.question(Intent.AGENDA, aspects=_ALL_YEAR)
    return case.question(Intent.OVERVIEW)

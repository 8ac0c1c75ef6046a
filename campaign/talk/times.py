"""Times of the plan in words, with what the reader would otherwise have to work out."""

import datetime
import re

from campaign.language.numerals import ENGLISH_MONTHS
from campaign.messages import Language
from campaign.plan.changes import NewTime, cancelled_on, planned
from campaign.plan.model import Activity, Anniversary, Plan, Time
from campaign.talk.phrases import say
from campaign.talk.questions import Span

_DAY = datetime.timedelta(days=1)
_LONG = 45
_WEEK = 7
_WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


_PART_OF_MONTH = re.compile(
    r"\b(?:(?:thượng|trung|hạ) tuần|(?:đầu|giữa|cuối) tháng|tuần (?:đầu|cuối|thứ))\b", re.IGNORECASE
)
_BEFORE_A_DAY = re.compile(r"\btrước (?:ngày |tháng )?\d", re.IGNORECASE)
"""Not "trước, trong và sau ngày 11/4"."""


def show_day(day: datetime.date) -> str:
    """28/3/2024, day first as Vietnam writes it, in both languages."""
    return f"{day.day}/{day.month}/{day.year}"


def show_weekday(day: datetime.date, language: Language) -> str:
    """The name of the day of the week."""
    return _WEEKDAYS[language][day.weekday()]


def show_span(start: datetime.date | None, end: datetime.date | None, language: Language) -> str:
    """The days from `start` to `end`, either of them open."""
    if start and end and start == end:
        return say(language, "on_day", day=show_day(start), weekday=show_weekday(start, language))
    if start and end:
        return say(language, "from_to", start=show_day(start), end=show_day(end))
    if start:
        return say(language, "from_day", day=show_day(start))
    return say(language, "until_day", day=show_day(end)) if end else ""


def describe(time: Time, language: Language) -> str:
    """The wording of `time`, with the safe last day or the weekday where it helps.

    What staff changed is told beside what the plan says.
    """
    scope = time.scope_en if language == "en" and time.scope_en else time.scope
    told = _both(time, language) if isinstance(time, NewTime) else _wording(time, language)
    return f"{scope}: {told}" if scope else told


def _both(time: NewTime, language: Language) -> str:
    before = _wording(time.planned, language) if time.planned else say(language, "nothing")
    key = "now_certain" if time.confirmed else "now_at"
    now = say(language, key, text=_wording(time, language))
    return say(language, "changed", before=before, day=show_day(time.since), now=now)


def _wording(time: Time, language: Language) -> str:
    text = (time.text_en if language == "en" and time.text_en else time.text).rstrip(". ")
    text = _lowered(text)
    if time.tentative and not _says_tentative(text):
        text = say(language, "tentative", text=text)
    return text + _remark(time, text, language)


def _lowered(text: str) -> str:
    """Without the capital of a sentence; those of "UBND", "April" and "Thursday" stay."""
    first = text.partition(" ")[0].strip(",")
    acronym = len(first) > 1 and first.isupper()
    if acronym or first.lower() in ENGLISH_MONTHS or first in _WEEKDAYS["en"]:
        return text
    return text[:1].lower() + text[1:]


def _says_tentative(text: str) -> bool:
    return any(word in text.lower() for word in ("dự kiến", "expected", "tentative", "planned"))


def _remark(time: Time, text: str, language: Language) -> str:
    if is_deadline(time) and time.end:
        if not _BEFORE_A_DAY.search(text) and names_day(time.end, text):
            return ""
        return say(language, "safe_day", day=show_day(time.end))
    if time.start and time.start == time.end:
        weekday = show_weekday(time.start, language)
        return "" if weekday.lower() in text.lower() else f" ({weekday})"
    if is_about(time) and time.start and time.end and time.start.month == time.end.month:
        return say(language, "about", start=time.start.day, end=show_day(time.end))
    return ""


def names_day(day: datetime.date, text: str) -> bool:
    """Whether a wording of the plan has the day in figures: "chậm nhất ngày 20/3"."""
    return re.search(rf"(?<!\d)0?{day.day}[/.]0?{day.month}(?!\d)", text) is not None


def is_about(time: Time) -> bool:
    """Whether `time` is a part of a month in words, whose days nobody has fixed."""
    return time.kind == "range" and _PART_OF_MONTH.search(time.text) is not None


def is_deadline(time: Time) -> bool:
    """Whether `time` ends "before" a day, so that the day before is the last safe one."""
    until = time.kind == "deadline" or _BEFORE_A_DAY.search(time.text) is not None
    return time.end is not None and until


def is_long(time: Time) -> bool:
    """Whether `time` is a stretch that one would not put into a diary; one without an end is."""
    if time.kind == "deadline" or not (time.start or time.end):
        return False
    return time.start is None or time.end is None or (time.end - time.start).days > _LONG


def touches(time: Time, start: datetime.date | None, end: datetime.date | None) -> bool:
    """Whether `time` falls into the days from `start` to `end`, for a diary.

    A deadline does on its last safe day and on the day that the plan names; a long stretch where
    it begins or ends; anything else where it overlaps.
    """
    due = is_deadline(time) and time.end
    if due and (_within(due, start, end) or _within(due + _DAY, start, end)):
        return True
    if time.kind == "deadline":
        return False
    if is_long(time):
        return any(day is not None and _within(day, start, end) for day in (time.start, time.end))
    return overlaps(time, start, end)


def overlaps(time: Time, start: datetime.date | None, end: datetime.date | None) -> bool:
    """Whether `time` has a day between `start` and `end`; any of these may be open."""
    if time.start is None and time.end is None:
        return False
    begun = end is None or time.start is None or time.start <= end
    return begun and (start is None or time.end is None or start <= time.end)


def _within(day: datetime.date, start: datetime.date | None, end: datetime.date | None) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def first_moment(time: Time) -> datetime.date | None:
    """The day that a diary would list `time` under."""
    return time.end if time.kind == "deadline" else time.start


def first_day(plan: Plan) -> datetime.date | None:
    """The day on which the first thing of the plan begins; None where it names no day."""
    starts = [time.start for _, time in all_times(plan)]
    starts += [plan.period.start] if plan.period else []
    known = [day for day in starts if day] or [t.end for _, t in all_times(plan) if t.end]
    return min(known, default=None)


def last_day(plan: Plan) -> datetime.date:
    """The last day of anything in the plan; after it the campaign is over.

    What has no end, or no time at all, may take place until the end of the year.
    """
    ends = [time.end for _, time in all_times(plan)]
    ends += [plan.period.end] if plan.period else []
    known = [end for end in ends if end]
    untimed = any(not a.times and not cancelled_on(a) for a in plan.activities)
    open_ended = len(known) < len(ends) or untimed or not known
    return max([*known, datetime.date(plan.year, 12, 31)] if open_ended else known)


def years_of(plan: Plan) -> tuple[datetime.date, datetime.date]:
    """The year of the plan, longer where something begins before or ends after it."""
    first, last = datetime.date(plan.year, 1, 1), datetime.date(plan.year, 12, 31)
    return min(first, first_day(plan) or first), max(last, last_day(plan))


def anniversary_day(each: Anniversary, year: int) -> datetime.date | None:
    """The day of the anniversary in `year`; None for 29 February in a common year."""
    try:
        return datetime.date(year, each.month, each.day)
    except ValueError:
        return None


def all_times(plan: Plan) -> list[tuple[Activity, Time]]:
    """Every time of the plan beside its activity."""
    return [(activity, time) for activity in plan.activities for time in activity.times]


def fixed_in(plan: Plan, span: Span) -> list[tuple[Activity, Time]]:
    """The times that one would put into a diary for these days, the first ones first.

    A long peak is news for a month, but not for a day or a week within it.
    """
    weeks = span.start is None or span.end is None or (span.end - span.start).days > _WEEK
    found = [
        (activity, time)
        for activity, time in all_times(plan)
        if (time.kind != "all-year" and touches(time, span.start, span.end))
        or (weeks and time.peak and is_long(time) and overlaps(time, span.start, span.end))
    ]
    return sorted(found, key=lambda pair: first_moment(pair[1]) or datetime.date.max)


def cancelled_times(plan: Plan) -> list[tuple[Activity, Time]]:
    """The times that cancelled activities had in the plan."""
    cancelled = [activity for activity in plan.activities if cancelled_on(activity)]
    return [(activity, time) for activity in cancelled for time in planned(activity).times]


def upcoming(plan: Plan, first: datetime.date) -> list[tuple[Activity, Time]]:
    """What a diary lists on the day `first` or later, the soonest first."""
    ahead = [
        (activity, time)
        for activity, time in all_times(plan)
        if (moment := first_moment(time)) and moment >= first
    ]
    return sorted(ahead, key=lambda pair: first_moment(pair[1]) or datetime.date.max)

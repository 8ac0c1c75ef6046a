"""What the staff should look at twice before a text goes out: its dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from campaign.language.dates import DateMatch
from campaign.language.patterns import phrase
from campaign.language.weekdays import WrongWeekday, wrong_weekdays
from campaign.messages import Language, Text
from campaign.outreach.passages import Passage, passages
from campaign.outreach.sentences import say
from campaign.plan.model import Activity, Time
from campaign.talk.handbook import Handbook
from campaign.talk.times import describe, names_day, overlaps, show_day, show_weekday
from campaign.zone import VIETNAM

_DAY = timedelta(days=1)
_LONG_AGO = timedelta(days=400)
_BEGINNING = 12
"""Characters."""


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """`text` is a date that no calendar has."""

    text: str


@dataclass(frozen=True, slots=True)
class Past:
    """The day or days of `text`, the last of them `day`, are over."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class NotInPlan:
    """`text` is none of the days that the plan gives the activity."""

    text: str
    activity: Activity


Doubt = WrongWeekday | NoSuchDay | NotInPlan | Past

_PREPARING = re.compile(
    phrase(
        r"(?<!\w)(?:đăng ký|đăng kí|họp|chuẩn bị|danh sách|báo cáo|góp ý|tập luyện|bốc thăm"
        r"|sơ duyệt|tổng duyệt|lệ phí|kinh phí|register|registration|meeting|prepar\w+)(?!\w)"
    )
)
"""Beside these, a day is that of something around an activity."""
_DUE = re.compile(
    phrase(
        r"(?<!\w)(?:hạn|trước|chậm nhất|muộn nhất|hoàn thành|nộp|gửi hồ sơ|đến hết|deadline|before"
        r"|submit|by)(?!\w)"
    )
)
_LIMIT = re.compile(phrase(r"(?<!\w)(?:hạn|deadline)(?!\w)"))
_WHEN = re.compile(phrase(r"\W{0,8}(?:thời gian|thời hạn|hạn|time|when|deadline)\b"))


def doubts(text: str, handbook: Handbook, now: datetime) -> tuple[Doubt, ...]:
    """Return what is doubtful about the dates of `text` at `now` (aware), without repetition.

    What may be right is passed over in silence: a date of the past beside the number of a
    document, several days of one activity, a name that is an everyday word.
    """
    today = now.astimezone(VIETNAM).date()
    sentences = passages(text, handbook, today)
    found: list[Doubt] = []
    for each in sentences:
        found += wrong_weekdays(each.text, today)
        found += (NoSuchDay(d.text) for d in each.dates if not d.valid)
        found += (Past(d.text, d.end) for d in each.days if d.end and _is_over(d, today))
    return tuple(dict.fromkeys([*found, *_against_the_plan(sentences, handbook)]))


def _is_over(found: DateMatch, today: date) -> bool:
    """Whether it is past, and neither long ago nor, without a year, of the next one."""
    if found.end is None or found.end >= today:
        return False
    return today - found.end < (_LONG_AGO if found.year_said else _LONG_AGO / 2)


def _against_the_plan(sentences: Sequence[Passage], handbook: Handbook) -> Iterator[NotInPlan]:
    for number, each, day in _said_of_one(sentences):
        activity = handbook.activities[number]
        if _contradicts(activity, each, day, handbook.plan.year):
            yield NotInPlan(day.text, activity)


def _said_of_one(sentences: Sequence[Passage]) -> Iterator[tuple[int, Passage, DateMatch]]:
    """The days that belong to one activity for sure: after "Thời gian:" in a text that names no
    other, or in the same sentence, or at the beginning of the next one.
    """
    dated = [each for each in sentences if each.days]
    if not dated:
        return
    named = frozenset[int]().union(*(each.named for each in sentences))
    when = [p for p in dated if _WHEN.match(p.text.lower()) and not p.says(_PREPARING)]
    if len(named) == len(when) == len(when[0].days if when else ()) == 1:
        yield next(iter(named)), when[0], when[0].days[0]
        return
    for each, after in zip(sentences, [*sentences[1:], None], strict=True):
        if len(each.named) == 1 and (place := _place_of_days(each, after)):
            yield next(iter(each.named)), place, place.days[0]


def _place_of_days(each: Passage, after: Passage | None) -> Passage | None:
    """The passage with the one day of what `each` names."""
    if each.dates or after is None:
        return each if len(each.days) == 1 else None
    begins = len(after.days) == 1 and after.days[0].offset < _BEGINNING
    return after if begins and not after.named else None


def _contradicts(activity: Activity, said: Passage, day: DateMatch, year: int) -> bool:
    times = activity.times
    if not times or any(time.start is None and time.end is None for time in times):
        return False
    limit = said.says(_LIMIT)
    if any(_fits(time, *span, limit=limit) for time in times for span in _turns(day, year)):
        return False
    if any(time.kind == "deadline" for time in times):
        return said.says(_DUE)
    besides = said.says(_PREPARING) or said.says(_DUE)
    return not besides and day.start is not None and day.end is not None


def _fits(time: Time, start: date | None, end: date | None, *, limit: bool) -> bool:
    """Whether the days are some of the plan's: of a deadline, the last safe one.

    Where a text has "hạn 15/3", it may have taken that from the plan's "trước 15/3".
    """
    if time.kind != "deadline" or time.end is None:
        return overlaps(time, start, end)
    named = limit and start == end == time.end + _DAY and names_day(time.end + _DAY, time.text)
    return end == time.end or named


def _turns(day: DateMatch, year: int) -> Iterator[tuple[date | None, date | None]]:
    """The days as they were read and, where no year was said, those of the plan's year."""
    yield day.start, day.end
    if not day.year_said and (shift := year - (day.end or day.start or date.min).year):
        try:
            yield _moved(day.start, shift), _moved(day.end, shift)
        except ValueError:  # 29 February
            return


def _moved(day: date | None, years: int) -> date | None:
    return day and day.replace(year=day.year + years)


def say_doubt(doubt: Doubt, language: Language) -> Text:
    """Return the doubt in words."""
    match doubt:
        case WrongWeekday(text, day):
            weekday = show_weekday(day, language)
            return say("wrong_weekday", language, said=text, day=show_day(day), weekday=weekday)
        case NoSuchDay(text):
            return say("no_such_day", language, said=text)
        case Past(text):
            return say("past_day", language, said=text)
        case NotInPlan(text, activity):
            name = activity.name_en if language == "en" and activity.name_en else activity.name
            times = "; ".join(describe(time, language) for time in activity.times)
            return say("not_in_plan", language, said=text, activity=name, times=times)

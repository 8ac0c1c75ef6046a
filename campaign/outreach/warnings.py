"""What the staff should look at twice before a text goes out: its dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from campaign.language.dates import DateMatch, find_dates
from campaign.language.patterns import phrase
from campaign.language.text import clean
from campaign.messages import Language, Text
from campaign.outreach.moments import VIETNAM
from campaign.outreach.sentences import say
from campaign.outreach.weekdays import WrongWeekday, wrong_weekdays
from campaign.plan.model import Activity, Time
from campaign.talk.handbook import Handbook
from campaign.talk.reading import read
from campaign.talk.times import describe, overlaps, show_day, show_weekday

_DAY = timedelta(days=1)
_LONG_AGO = timedelta(days=400)
_THREE_WORDS = 3


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

_SENTENCE_END = re.compile(r"\n+|(?<=[.!?;])\s+")
_DAY_SAID = re.compile(phrase(r"\d\s?[/.-]\s?\d|ngày \d|\d tháng"))
_MONTHS = re.compile(phrase(r"(?<!\d\s)(?<!\w)tháng"))
_OF_THE_PAST = re.compile(
    phrase(
        r"(?<!\w)(?:đã|vừa qua|vừa rồi|căn cứ|số|nghị quyết|nghị định|quyết định|thông tư|công văn"
        r"|luật|kỷ niệm|kỉ niệm|ban hành|sinh|thành lập|kết quả|thành công|đính chính|thay vì"
        r"|không phải|thay cho|dời|hoãn|chuyển từ|already|took place|instead|anniversary)(?!\w)"
    )
)
"""Beside these, a day of the past may be meant."""
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
_WHEN = re.compile(phrase(r"\W{0,8}(?:thời gian|thời hạn|hạn|time|when|deadline)\b"))
_EVENTS = frozenset("le hoi giai cup dai dien".split())
"""First words of names that are nobody's verbs: "lễ", "hội thao", "diễn đàn"."""


@dataclass(frozen=True)
class _Sentence:
    text: str
    handbook: Handbook
    now: date

    @cached_property
    def dates(self) -> list[DateMatch]:
        return find_dates(self.text, self.now)

    @cached_property
    def days(self) -> list[DateMatch]:
        """The days in it that are still to be kept, as far as one can tell."""
        if self.says(_OF_THE_PAST):
            return []
        today = (self.now, self.now)
        return [d for d in self.dates if _is_of_days(d) and (d.start, d.end) != today]

    @cached_property
    def named(self) -> frozenset[int]:
        """The activities whose names it says in full, so that nothing else can be meant."""
        reading = read(self.handbook, self.text, self.now)
        found = [f for f in reading.spans("activity") if not f.slips]
        return frozenset(
            int(f.label.removeprefix("activity:"))
            for f in found
            if f.length >= _THREE_WORDS
            or reading.words[f.start].folded in _EVENTS
            or (f.length == 1 and len(reading.words[f.start].folded) > 2 * _THREE_WORDS)
        )

    def says(self, pattern: re.Pattern[str]) -> bool:
        return bool(pattern.search(self.text.lower()))


def doubts(text: str, handbook: Handbook, now: datetime) -> tuple[Doubt, ...]:
    """Return what is doubtful about the dates of `text` at `now` (aware), without repetition.

    What may be right is passed over in silence: a date of the past beside the number of a
    document, several days of one activity, a name that is an everyday word.
    """
    today = now.astimezone(VIETNAM).date()
    parts = [part for part in _SENTENCE_END.split(clean(text)) if part.strip()]
    sentences = [_Sentence(part, handbook, today) for part in parts]
    found: list[Doubt] = []
    for each in sentences:
        found += wrong_weekdays(each.text, today)
        found += (NoSuchDay(d.text) for d in each.dates if not d.valid)
        found += (Past(d.text, d.end) for d in each.days if d.end and _is_over(d, today))
    return tuple(dict.fromkeys([*found, *_against_the_plan(sentences, handbook)]))


def _is_of_days(found: DateMatch) -> bool:
    said = found.text.lower()
    in_days = bool(_DAY_SAID.search(said)) and not _MONTHS.search(said)
    return found.valid and found.grain in ("day", "range") and in_days


def _is_over(found: DateMatch, today: date) -> bool:
    """Whether it is past, and neither long ago nor, without a year, of the next one."""
    if found.end is None or found.end >= today:
        return False
    return today - found.end < (_LONG_AGO if found.year_said else _LONG_AGO / 2)


def _against_the_plan(sentences: Sequence[_Sentence], handbook: Handbook) -> Iterator[NotInPlan]:
    for number, each, day in _said_of_one(sentences):
        activity = handbook.activities[number]
        if _contradicts(activity, each, day, handbook.plan.year):
            yield NotInPlan(day.text, activity)


def _said_of_one(sentences: Sequence[_Sentence]) -> Iterator[tuple[int, _Sentence, DateMatch]]:
    """The days that belong to one activity for sure: in its own sentence, or in its own text."""
    named = frozenset[int]().union(*(each.named for each in sentences))
    days = [(each, day) for each in sentences for day in each.days]
    labelled = [(each, day) for each, day in days if _WHEN.match(each.text.lower())]
    alone = labelled or days
    if len(named) == 1 and len(alone) == 1:
        each, day = alone[0]
        yield next(iter(named)), each, day
        return
    for each in sentences:
        if len(each.named) == 1 and len(each.days) == 1:
            yield next(iter(each.named)), each, each.days[0]


def _contradicts(activity: Activity, said: _Sentence, day: DateMatch, year: int) -> bool:
    times = activity.times
    if not times or any(time.start is None and time.end is None for time in times):
        return False
    if any(_fits(time, *span) for time in times for span in _turns(day, year)):
        return False
    if any(time.kind == "deadline" for time in times):
        return said.says(_DUE)
    return not said.says(_PREPARING) and day.start is not None and day.end is not None


def _fits(time: Time, start: date | None, end: date | None) -> bool:
    """Whether the days are some of the plan's: of a deadline, its last safe day or the next."""
    if time.kind != "deadline" or time.end is None:
        return overlaps(time, start, end)
    return end in (time.end, time.end + _DAY)


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

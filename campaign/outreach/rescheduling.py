"""When, and where, something is to be now, in the words of staff: "chốt 8h 28/3, hội trường A"."""

import re
from dataclasses import dataclass
from datetime import date, time

from campaign.language.dates import DateMatch, find_dates
from campaign.language.patterns import ending, phrase
from campaign.language.text import clean
from campaign.language.weekdays import wrong_weekdays
from campaign.outreach.hours import Hour, count_hours, cut_hour
from campaign.outreach.warnings import Doubt, NoSuchDay
from campaign.plan.new_times import When

_LIMIT = 300
_MIDNIGHT = 24

_SAYING = re.compile(
    phrase(
        r"(?<!\w)(?:xin|em|mình|tôi|chốt|dời|lùi|hoãn|chuyển|đổi|gia hạn|sang|thành|lại|vào|lúc|là"
        r"|thời gian|hạn nộp|hạn|moved?|postponed?|confirmed|extended|to|at|on)(?!\w)"
    ),
    re.IGNORECASE,
)
_EDGES = " \t\n,;:.-–—()"
_AT = re.compile(phrase(r"^(?:địa điểm|tại|ở|place|venue|in)(?!\w)[\s:]*"), re.IGNORECASE)
_TO_A_DAY = re.compile(phrase(r"(?:đến|tới|to) (?:ngày )?\d"), re.IGNORECASE)
"""What is put off "đến 4/5" takes place on that day."""
_NAMES_A_PLACE = ending(
    "nhà văn hóa|nhà thi đấu|rạp|quảng trường|công viên|sân|sân vận động|trường|hội trường"
    "|bảo tàng|đường|phố|ngõ|cầu|khu|số"
)
_IN_FIGURES = re.compile(r"\d\s*[/.-]\s*\d|tháng", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """A time, and the place where one was said as well."""

    when: When
    place: str = ""


def read_new_time(text: str, today: date, year: int, *, due: bool) -> Rescheduled | Doubt | None:
    """Return what `text` says on the day `today`, of a plan for `year`.

    `due` says that it is a deadline: a day alone is then the last safe one. A `Doubt` says which
    day cannot be meant; None that it is not one time, whose hour, if any, is that of its beginning.
    """
    said = " ".join(clean(text).split())
    if len(said) > _LIMIT or count_hours(said) > 1:
        return None
    for wrong in wrong_weekdays(said, today):
        return wrong
    hour, rest = cut_hour(said) or (None, said)
    if (hour is None and count_hours(said)) or (hour and hour.hour == _MIDNIGHT):
        return None
    found = find_dates(rest, today)
    if len(found) > 1:  # "28/3, Quảng trường 26/3"
        found = [each for each in found if not _NAMES_A_PLACE.search(rest[: each.offset].lower())]
    if len(found) != 1:
        return None
    return _read(found[0], hour, rest, year, due=due)


def _read(
    day: DateMatch, hour: Hour | None, rest: str, year: int, *, due: bool
) -> Rescheduled | Doubt | None:
    if not day.valid:
        return NoSuchDay(day.text)
    if day.end is None:
        return None
    try:
        start, end = _of_the_plan(day, day.start, year), _of_the_plan(day, day.end, year)
    except ValueError:  # 29 February
        return NoSuchDay(day.text)
    if start is None and not due and _TO_A_DAY.match(day.text):
        start = end
    if end is None or (start and start > end):
        return None
    last_day = start is None or (due and start == end)
    clock = time(hour.hour, hour.minute) if hour else None
    when = When(None if last_day else start, end, clock)
    besides = f"{rest[: day.offset]} {rest[day.offset + day.length :]}"
    return Rescheduled(when, _place(hour.without_part(besides) if hour else besides))


def _of_the_plan(found: DateMatch, day: date | None, year: int) -> date | None:
    """The day in the plan's year, where it was said in figures and without a year."""
    if day is None or found.year_said or not _IN_FIGURES.search(found.text):
        return day
    return day.replace(year=year)


def _place(besides: str) -> str:
    """What is left besides the time, without the words that say that something is changed."""
    told = besides.strip(_EDGES)
    while match := _SAYING.match(told):
        told = told[match.end() :].strip(_EDGES)
    return _AT.sub("", told).strip(_EDGES)

"""Times as a plan words them: days where it names some, and what kind of time it is."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from campaign.language.dates import DateMatch, find_dates
from campaign.language.patterns import phrase
from campaign.plan.model import Time, TimeKind
from campaign.reader.mentions import WHOLE, Mention, without_place
from campaign.reader.occasions import is_occasion, is_of_a_document, is_of_a_place
from campaign.reader.sessions import sessions

_RECURS = re.compile(
    phrase(
        r"(?:hằng|hàng|mỗi|từng) (?:tháng|quý|năm|tuần|ngày|đợt|kỳ)|định kỳ|\d{1,2} (?:tháng|tuần|ngày|năm|quý)(?:/| một )(?:1 |01 )?lần"
        r"|(?:\d{1,2}|một|hai|ba) lần\s?(?:/|mỗi|trong)\s?(?:tháng|quý|năm|tuần|ngày)|tháng (?:cuối|đầu) (?:của )?quý|6 tháng, (?:hằng |hàng )?năm"
    )
)
_BARE_YEAR = re.compile(
    r"^((?:[Tt]ừ|[Đđ]ến|[Tt]rước|[Tt]rong|[Ss]au)\s+)?(?=20\d\d(?:\s?[-–]\s?20\d\d)?$)"
)
_FROM_NOW = re.compile(phrase(r"từ (?:nay|khi ban hành|ngày ban hành|ngày ký)"))
_EACH = re.compile(
    phrase(
        r"(?:\d{1,2}(?:h|giờ| giờ|:)\d{0,2} )?(?:vào |các |ngày |thứ |chủ |sáng |chiều |tối )[^,;.:]{0,10}(?:, thứ [^,;.:]{0,12}){0,4}(?:hằng|hàng) (?:tuần|tháng|ngày)[,;]? $"
    )
)
_ONGOING = re.compile(phrase(r"thường xuyên|liên tục|xuyên suốt|trong suốt"))
_WHOLE_YEAR = re.compile(phrase(r"(?:cả|suốt|trong|toàn) năm"))
_SENTENCE = re.compile(r"(?<=[^\d\s])[.;]\s+|;\s*|\.\s+(?=[A-ZĐÁÀẢÃẠĂÂÊÔƠƯ])|\n")
_WEEKDAY = re.compile(phrase(r"(?<!\w)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)(?!\w)"))
_CALENDAR_DAY = re.compile(phrase(r"\d\s?[/.-]\s?\d|ngày \d|tháng"))
_QUARTER = re.compile(phrase(r"quý (?:[ivx]+|một|hai|ba|tư)"))
_DAYS_BEFORE = re.compile(
    phrase(
        r"(?:sáng|trưa|chiều|tối|đêm)(?: các)?(?: ngày)? (?P<first>\d{1,2})(?:, ?\d{1,2})*(?:, ?| và | & )$"
    )
)
_THIRD = re.compile(
    phrase(
        r"(?:(?:vào|trong|dự kiến|khoảng) )*(?:đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần) tháng$"
    )
)
"""A part of a month that is not said."""
_LISTED = re.compile(r"(?<![\d/])(?:\d{1,2}(?:,\s?|\s(?:và|&)\s))+\d{1,2}\s?/")
_LONGEST_YEARS = 6


@dataclass(frozen=True, slots=True)
class Calendar:
    """What words about time are read against: the year of the plan, and its own date."""

    year: int
    date: datetime.date | None = None

    @property
    def today(self) -> datetime.date:
        """A day in the plan's year: its own date where that is in it."""
        if self.date and self.date.year == self.year:
            return self.date
        return datetime.date(self.year, 1, 1)


def times_of(
    text: str, calendar: Calendar, *, due: bool = False, tentative: bool = False
) -> list[Time]:
    """Return the times that the words `text` after a label say.

    `due` where the label speaks of completion, `tentative` where it says "dự kiến". Words without
    a day in them are a time all the same: "Theo kế hoạch của UBND tỉnh".
    """
    found: list[Time] = []
    for name, told in sessions(text):
        for part in _sentences(told):
            named = _BARE_YEAR.sub(r"\1năm ", part)
            times = _of_sentence(named, calendar, due=due, tentative=tentative)
            found += [_of_session(time, name) for time in times if not name or _says_when(time)]
    return _together(list(dict.fromkeys(found)))


def _says_when(time: Time) -> bool:
    return bool(time.start or time.end) or time.kind != "conditional"


def _of_session(time: Time, name: str) -> Time:
    return time.model_copy(update={"scope": name}) if name else time


def times_within(text: str, calendar: Calendar) -> list[Time]:
    """Return the times that a sentence about an activity mentions, and no other dates.

    A year alone says when a programme, an award or a law is from: only a whole one counts.
    """
    found: list[Time] = []
    for part in _sentences(text):
        dates = days_in(part, calendar)
        times = [
            time
            for n, date in enumerate(dates)
            for time in _each_day(Mention(part, dates, n).time(whole=False), date)
        ]
        times = _closed(times, part)
        found += [_repeated(times[0], part)] if len(times) == 1 else times
    return list(dict.fromkeys(found))


def _closed(times: list[Time], text: str) -> list[Time]:
    """A beginning and the last day after it as one: "nhận từ ngày 1/3, chậm nhất ngày 15/4"."""
    kept: list[Time] = []
    for time in times:
        last = kept[-1] if kept else None
        opens = last and last.kind == "range" and last.end is None and last.start
        if opens and last and time.kind == "deadline" and time.start is None:
            start = text.find(last.text)
            said = text[start : text.find(time.text, start) + len(time.text)]
            if start >= 0 and len(said) < WHOLE // 2:
                kept[-1] = time.model_copy(update={"text": said, "start": last.start})
                continue
        kept.append(time)
    return kept


def _each_day(time: Time, date: DateMatch) -> list[Time]:
    """The days of a list as days, which are no stretch: "ngày 15 và 22/8"."""
    listed = _LISTED.search(date.text)
    if not listed or time.kind != "range" or not (time.start and time.end):
        return [time]
    days = [time.start.replace(day=int(day)) for day in re.findall(r"\d{1,2}", listed[0])]
    if all((b - a).days == 1 for a, b in pairwise(days)):
        return [time]
    on = {"kind": "on"}
    return [
        time.model_copy(
            update={**on, "text": f"ngày {day.day}/{day.month}", "start": day, "end": day}
        )
        for day in days
    ]


def _repeated(time: Time, text: str) -> Time:
    """The time with what it says of its repetition: "19h45 thứ Ba hằng tuần, từ tháng 4"."""
    before = text[: text.find(time.text)]
    match = _EACH.search(before.lower())
    return time.model_copy(update={"text": before[match.start() :] + time.text}) if match else time


def _together(times: list[Time]) -> list[Time]:
    """Months that follow on each other are one stretch: "trong tháng 4 và tháng 5"."""
    kept: list[Time] = []
    for time in times:
        last = kept[-1] if kept else None
        if last and _follows(last, time):
            joined = {"text": f"{last.text}, {time.text}", "end": time.end}
            kept[-1] = last.model_copy(update=joined)
        else:
            kept.append(time)
    return kept


def _follows(one: Time, other: Time) -> bool:
    if (
        one.scope
        or other.scope
        or one.kind != "range"
        or other.kind != "range"
        or one.peak != other.peak
    ):
        return False
    return bool(one.end and other.start and other.start == one.end + datetime.timedelta(days=1))


def days_in(text: str, calendar: Calendar) -> list[DateMatch]:
    """Return the dates of `text` on which something takes place, as `times_within` has them."""
    return [date for date in _dates(text, calendar) if _is_meant(date, text, calendar)]


def _sentences(text: str) -> Iterator[str]:
    for part in _SENTENCE.split(text):
        if part.strip(" .,;-–+"):
            yield part.strip(" .,;-–+")


def _dates(text: str, calendar: Calendar) -> list[DateMatch]:
    now = calendar.date if calendar.date and _FROM_NOW.search(text.lower()) else calendar.today
    return [
        _with_days_before(date, text)
        for date in find_dates(text, now)
        if date.valid and not _is_weekday(date.text.lower()) and not _THIRD.match(date.text.lower())
        if not (is_of_a_document(text, date) or is_of_a_place(text, date))
    ]


def _with_days_before(date: DateMatch, text: str) -> DateMatch:
    """A day with those of its month that the sentence says before: "tối 26 và 27/4"."""
    before = _DAYS_BEFORE.search(text[: date.offset].lower())
    if not before or date.grain != "day" or not date.start or not date.text[:1].isdigit():
        return date
    first = int(before["first"])
    if not 0 < first < date.start.day:
        return date
    start, end = before.start(), date.offset + date.length
    return replace(
        date,
        text=text[start:end],
        start=date.start.replace(day=first),
        grain="range",
        offset=start,
        length=end - start,
    )


def _is_weekday(said: str) -> bool:
    """Whether no more than a day of the week is said, which is that of many weeks."""
    return bool(_WEEKDAY.search(said)) and not _CALENDAR_DAY.search(said)


def _is_meant(date: DateMatch, text: str, calendar: Calendar) -> bool:
    dated = any(c.isdigit() for c in date.text) or bool(_QUARTER.search(date.text.lower()))
    if not dated or is_occasion(text, date) or not _is_near(date, calendar.year):
        return False
    if date.grain == "year" or _is_years(date):
        return bool(_WHOLE_YEAR.match(date.text.lower()) and "cả" in date.text.lower())
    return True


def _is_years(date: DateMatch) -> bool:
    """Whether it is a stretch of whole years, as "giai đoạn 2021-2025"."""
    first = date.start is None or (date.start.month, date.start.day) == (1, 1)
    last = date.end is None or (date.end.month, date.end.day) == (12, 31)
    return first and last and "/" not in date.text and "tháng" not in date.text.lower()


def _is_near(date: DateMatch, year: int) -> bool:
    years = [day.year for day in (date.start, date.end) if day]
    return all(year - 1 <= each <= year + _LONGEST_YEARS for each in years)


def _of_sentence(text: str, calendar: Calendar, *, due: bool, tentative: bool) -> list[Time]:
    dates = _dates(text, calendar)
    if _RECURS.search(text.lower()) and not any(_keeps_its_days(date, text) for date in dates):
        dates = []
    if not dates:
        return [Time(text=without_place(text), kind=_kind_without_days(text))]
    tentative = tentative or (len(dates) == 1 and "dự kiến" in text.lower())
    times = _together(
        [
            time
            for n, date in enumerate(dates)
            for time in _each_day(Mention(text, dates, n).time(due=due, tentative=tentative), date)
        ]
    )
    if len(dates) > 1 and len(times) == 1 and len(text) <= WHOLE:
        return [times[0].model_copy(update={"text": without_place(text)})]
    return times


def _keeps_its_days(date: DateMatch, text: str) -> bool:
    """Whether a date is one of a certain year, beside words that recur."""
    after = text[date.offset + date.length :].lower()
    return date.year_said and not _RECURS.match(after.strip(" ("))


def _kind_without_days(text: str) -> TimeKind:
    lowered = text.lower()
    if _ONGOING.search(lowered):
        return "ongoing"
    return "recurring" if _RECURS.search(lowered) else "conditional"

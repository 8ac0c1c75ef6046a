"""Weekdays that are said beside a date, and are or are not those of that day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from campaign.language.dates import find_dates
from campaign.language.patterns import any_of, phrase
from campaign.language.text import fold

_WEEKDAYS = (
    ("thứ hai", "thứ 2", "t2", "monday"),
    ("thứ ba", "thứ 3", "t3", "tuesday"),
    ("thứ tư", "thứ bốn", "thứ 4", "t4", "wednesday"),
    ("thứ năm", "thứ 5", "t5", "thursday"),
    ("thứ sáu", "thứ 6", "t6", "friday"),
    ("thứ bảy", "thứ bẩy", "thứ 7", "t7", "saturday"),
    ("chủ nhật", "chúa nhật", "cn", "sunday"),
)
_NUMBER_OF = {fold(name): n for n, names in enumerate(_WEEKDAYS) for name in names}
_NAME = rf"(?:{any_of(name for names in _WEEKDAYS for name in names)})(?!\w)"
_DATE = (
    r"(?<![\w/.-])\d{1,2}(?:\s?/\s?\d{1,2}(?:\s?/\s?\d{2,4})?|(?P<sign>[-.])\d{1,2}(?P=sign)\d{4}"
    r"| tháng \d{1,2}(?:(?: năm |/)\d{4})?)(?!\w|[/.-]\d)"
)
_BESIDE = r"\s{0,2}[,:]?\s{0,2}(?:\()?(?:tức |là |nhằm )?(?:ngày )?"

_WEEKDAY_FIRST = re.compile(phrase(rf"(?<!\w)(?P<name>{_NAME}){_BESIDE}(?P<date>{_DATE})"))
_DATE_FIRST = re.compile(
    phrase(rf"(?P<date>{_DATE}){_BESIDE}(?P<name>{_NAME})(?!{_BESIDE}\d|\s{{0,2}}(?:và|-|–)\s)")
)


@dataclass(frozen=True, slots=True)
class WrongWeekday:
    """`text` gives a date another weekday than `day` has, the day that it most likely means."""

    text: str
    day: date


def wrong_weekdays(text: str, today: date) -> Iterator[WrongWeekday]:
    """Yield the dates of `text` (NFC) that stand beside a weekday which is not theirs.

    A date without its year may be of the next one, where this year's is past.
    """
    lowered = text.lower()
    for match in _beside(lowered) if len(lowered) == len(text) else ():
        days = _meant(match["date"], today)
        said = _NUMBER_OF[" ".join(fold(match["name"]).split())]
        if days and all(day.weekday() != said for day in days):
            yield WrongWeekday(_closed(text, match), days[-1])


def _closed(text: str, match: re.Match[str]) -> str:
    """The words of the match, with the bracket that closes one in them."""
    opened = "(" in match[0] and text.startswith(")", match.end())
    return text[match.start() : match.end() + opened]


def _beside(lowered: str) -> Iterator[re.Match[str]]:
    """A weekday belongs to the date after it, or else to the one before it."""
    position = 0
    for match in _WEEKDAY_FIRST.finditer(lowered):
        yield from _DATE_FIRST.finditer(lowered, position, match.start())
        yield match
        position = match.end()
    yield from _DATE_FIRST.finditer(lowered, position)


def _meant(said: str, today: date) -> list[date]:
    found = find_dates(f"ngày {said}", today)
    if len(found) != 1 or found[0].start is None:
        return []
    return [found[0].start] if found[0].year_said else _turns(found[0].start, today)


def _turns(day: date, today: date) -> list[date]:
    """The day of this year, and that of the next where it is past."""
    if day >= today:
        return [day]
    try:
        return [day, day.replace(year=day.year + 1)]
    except ValueError:  # 29 February
        return [day]

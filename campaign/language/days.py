"""Stretches of days, and the calendar arithmetic that makes them."""

import datetime
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

Date = datetime.date
Unit = Literal["day", "week", "month", "quarter", "year"]
Grain = Literal[
    "day",
    "weekend",
    "week",
    "third",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "range",
]
Recurrence = Literal["week", "month", "year"]

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `start` to `end`, both inclusive; None is an open end.

    `year_said` tells whether the words named the year, or today's was taken. `recurs` is how
    often the words alone come true ("thứ 2" weekly, "11/4" yearly), so that a range can choose
    another turn: "từ 15/11 đến 15/1" ends in the next year.
    """

    start: Date | None
    end: Date | None
    grain: Grain
    year_said: bool = False
    recurs: Recurrence | None = None


def one_day(day: Date, *, year_said: bool = False, recurs: Recurrence | None = None) -> Days:
    """Return `day` as a stretch."""
    return Days(day, day, "day", year_said, recurs)


def month(year: int, number: int) -> Days:
    """Return a month. Raises ValueError when the calendar has no such month."""
    first = Date(year, number, 1)
    return Days(first, first.replace(day=monthrange(year, number)[1]), "month")


def months(year: int, first: int, count: int, grain: Grain) -> Days:
    """Return `count` months from month `first` of `year`, which may lie beyond 1 to 12."""
    start = month(*_carry(year, first)).start
    end = month(*_carry(year, first + count - 1)).end
    return Days(start, end, grain)


def first_of_month(day: Date, shift: int = 0) -> Date:
    """Return the first day of the month of `day`, or of the one `shift` months later."""
    year, number = _carry(day.year, day.month + shift)
    return Date(year, number, 1)


def quarter(year: int, number: int) -> Days:
    """Return a quarter. Raises ValueError when `number` is not 1 to 4."""
    if not 1 <= number <= 4:  # noqa: PLR2004 - quarters of a year
        raise ValueError("a year has four quarters")
    return months(year, 3 * number - 2, 3, "quarter")


def whole_year(year: int) -> Days:
    """Return a year. Raises ValueError when it is not 1 to 9999."""
    return Days(Date(year, 1, 1), Date(year, 12, 31), "year", year_said=True)


def monday(day: Date) -> Date:
    """Return the Monday of the week of `day`."""
    return day - day.weekday() * DAY


def week(day: Date) -> Days:
    """Return the week of `day`, Monday to Sunday."""
    return Days(monday(day), monday(day) + 6 * DAY, "week")


def around(unit: Unit, today: Date, shift: int = 0) -> Days:
    """Return the `unit` that contains `today`, or the one `shift` units later.

    Raises ValueError or OverflowError beyond the years 1 to 9999.
    """
    match unit:
        case "day":
            return one_day(today + shift * DAY)
        case "week":
            return week(today + shift * WEEK)
        case "month":
            return months(today.year, today.month + shift, 1, "month")
        case "quarter":
            first = today.month - (today.month - 1) % 3
            return months(today.year, first + 3 * shift, 3, "quarter")
        case "year":
            return whole_year(today.year + shift)


def ahead(unit: Unit, today: Date, count: int) -> Days:
    """Return the coming `count` units.

    Days count from tomorrow, weeks are the seven days from today, months, quarters and years are
    the whole ones after the current one.
    """
    if unit == "week":
        return Days(today, today + count * WEEK - DAY, "range")
    return Days(around(unit, today, 1).start, around(unit, today, count).end, "range")


def back(unit: Unit, today: Date, count: int) -> Days:
    """Return the `count` units before the current one; weeks are the seven days before today."""
    if unit == "week":
        return Days(today - count * WEEK, today - DAY, "range")
    return Days(around(unit, today, -count).start, around(unit, today, -1).end, "range")


def next_weekday(weekday: int, after: Date) -> Date:
    """Return the first `weekday` (Monday is 0) after the day `after`."""
    return after + ((weekday - after.weekday() - 1) % 7 + 1) * DAY


def last_weekday(weekday: int, before: Date) -> Date:
    """Return the last `weekday` (Monday is 0) before the day `before`."""
    return before - ((before.weekday() - weekday - 1) % 7 + 1) * DAY


def moved(days: Days, turns: int) -> Days:
    """Return `days` as they come round `turns` times later.

    Raises ValueError where that time has no such day, as 29/2 of most years; a stretch that ends
    there ends with the month instead.
    """
    start = days.start and _moved(days.start, days.recurs, turns)
    if start and days.grain == "month":
        return replace(days, start=start, end=month(start.year, start.month).end)
    end = days.end
    if end and days.grain != "day" and (end.month, end.day) == _LEAP_DAY:
        end -= DAY
    return replace(days, start=start, end=end and _moved(end, days.recurs, turns))


def _moved(day: Date, recurs: Recurrence | None, turns: int) -> Date:
    match recurs:
        case "week":
            return day + turns * WEEK
        case "month":
            year, number = _carry(day.year, day.month + turns)
            return day.replace(year=year, month=number)
        case "year":
            return day.replace(year=day.year + turns)
    return day


def _carry(year: int, number: int) -> tuple[int, int]:
    years, index = divmod(number - 1, 12)
    return year + years, index + 1

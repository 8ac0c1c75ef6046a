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
Part = Literal["early", "mid", "late", "first half", "second half", "until the end", "all"]

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
_MONDAY, _SUNDAY = 0, 6
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


# Days of a week or month, counted from 0; None is its last day.
_PARTS_IN_DAYS: dict[tuple[Grain, Part], tuple[int, int | None, Grain]] = {
    ("week", "early"): (0, 1, "range"),
    ("week", "mid"): (2, 3, "range"),
    ("week", "late"): (5, 6, "weekend"),
    ("month", "early"): (0, 9, "third"),
    ("month", "mid"): (10, 19, "third"),
    ("month", "late"): (20, None, "third"),
    ("month", "first half"): (0, 14, "half"),
    ("month", "second half"): (15, None, "half"),
}
# Months of a quarter or year, counted from 0, and how many.
_PARTS_IN_MONTHS: dict[tuple[Grain, Part], tuple[int, int, Grain]] = {
    ("quarter", "early"): (0, 1, "month"),
    ("quarter", "mid"): (1, 1, "month"),
    ("quarter", "late"): (2, 1, "month"),
    ("year", "early"): (0, 3, "range"),
    ("year", "mid"): (4, 4, "range"),
    ("year", "late"): (9, 3, "range"),
    ("year", "first half"): (0, 6, "half"),
    ("year", "second half"): (6, 6, "half"),
}


def part_of(days: Days, part: Part) -> Days:
    """Return a part of a week, month, quarter or year: "đầu tháng 4" is 1/4 to 10/4.

    "until the end" leaves the start open; a part that is not in use ("the middle of a day") and
    "all" are the whole.
    """
    start = days.start
    if part == "until the end":
        return replace(days, start=None, grain="range")
    if start and (in_days := _PARTS_IN_DAYS.get((days.grain, part))):
        first, last, grain = in_days
        end = days.end if last is None else start + last * DAY
        return replace(days, start=start + first * DAY, end=end, grain=grain)
    if start and (in_months := _PARTS_IN_MONTHS.get((days.grain, part))):
        skipped, count, grain = in_months
        within = months(start.year, start.month + skipped, count, grain)
        return replace(days, start=within.start, end=within.end, grain=grain)
    return days


def season(name: str, year: int) -> Days:
    """Return an astronomical season that begins in `year`: "summer" is 21/6 to 23/9."""
    starts = {"spring": (3, 21), "summer": (6, 21), "autumn": (9, 24), "winter": (12, 21)}
    ends = {"spring": (6, 20), "summer": (9, 23), "autumn": (12, 20), "winter": (3, 20)}
    last = Date(year + (name == "winter"), *ends[name])
    return Days(Date(year, *starts[name]), last, "season")


def next_weekday(weekday: int, after: Date) -> Date:
    """Return the first `weekday` (Monday is 0) after the day `after`."""
    return after + ((weekday - after.weekday() - 1) % 7 + 1) * DAY


def last_weekday(weekday: int, before: Date) -> Date:
    """Return the last `weekday` (Monday is 0) before the day `before`."""
    return before - ((before.weekday() - weekday - 1) % 7 + 1) * DAY


def turn_of_day(days: Days, turn: int) -> Days:
    """Return the day number `turn` of `days`, from 0; -1 is the last.

    Raises ValueError when there are not so many; so do the functions below.
    """
    start, end = _bounds(days)
    return _turn(end if turn < 0 else start + turn * DAY, days)


def turn_of_weekday(days: Days, weekday: int, turn: int) -> Days:
    """Return a certain turn of `weekday` (Monday is 0) within `days`."""
    start, end = _bounds(days)
    if turn < 0:
        return _turn(last_weekday(weekday, end + DAY), days)
    return _turn(next_weekday(weekday, start - DAY) + turn * WEEK, days)


def turn_of_months(days: Days, count: int, turn: int) -> Days:
    """Return a certain stretch of `count` months of `days`, a month or a quarter."""
    start, end = _bounds(days)
    first = end.month - count + 1 if turn < 0 else start.month + turn * count
    it = months(start.year, first, count, "month" if count == 1 else "quarter")
    if not start <= _bounds(it)[0] <= end:
        raise ValueError("there are not so many")
    return replace(it, year_said=days.year_said)


def turn_of_week(days: Days, turn: int) -> Days:
    """Return a certain week of `days`.

    The first week is the one of the first Monday, as Duckling has it; the last one of the last
    Sunday.
    """
    weekday = _SUNDAY if turn < 0 else _MONDAY
    it = turn_of_weekday(days, weekday, turn)
    return replace(week(_bounds(it)[0]), year_said=it.year_said)


def _bounds(days: Days) -> tuple[Date, Date]:
    if days.start is None or days.end is None:
        raise ValueError("an open end has no turns")
    return days.start, days.end


def _turn(day: Date, days: Days) -> Days:
    start, end = _bounds(days)
    if not start <= day <= end:
        raise ValueError("there are not so many")
    return one_day(day, year_said=days.year_said)


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

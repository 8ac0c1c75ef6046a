"""Parts of a stretch of days: its beginning, its middle, its second week, its last Friday."""

from dataclasses import replace
from typing import Literal

from campaign.language.days import (
    DAY,
    WEEK,
    Date,
    Days,
    Grain,
    last_weekday,
    months,
    next_weekday,
    one_day,
    week,
)

Part = Literal["early", "mid", "late", "first half", "second half", "until the end", "all"]

_MONDAY, _SUNDAY = 0, 6

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

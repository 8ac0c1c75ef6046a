"""What "từ … đến …", "trước …" and the like make of days."""

from typing import Literal

from campaign.language.days import DAY, Date, Days, moved

Preposition = Literal["since", "after", "until", "before"]

_DAYS_A_TURN = {"week": 7.0, "month": 30.44, "year": 365.25}
_LEAP_GAP = 9
"""No day is missing from more than eight years in a row: 29/2 is, from 1896 to 1904."""


def open_ended(days: Days, preposition: Preposition) -> Days:
    """Return the days that `preposition` makes of `days`; "trước 15/3" ends on 14/3.

    Raises OverflowError beyond the years 1 to 9999.
    """
    first, last = days.start or days.end, days.end or days.start
    said = days.year_said
    match preposition:
        case "since":
            return Days(first, None, "range", said)
        case "after":
            return Days(last and last + DAY, None, "range", said)
        case "until":
            return Days(None, last, "range", said)
        case "before":
            return Days(None, first and first - DAY, "range", said)


def between(left: Days, right: Days, *, until_before: bool = False) -> Days:
    """Return the days from the first of `left` to the last of `right`.

    With `until_before` they end on the day before `right` ("đến trước 1/7").
    A side whose words recur takes the turn that fits the other: "từ thứ 2 đến thứ 6 tuần sau",
    "từ 7/4 đến 11/4/2025", "từ 15/11 đến 15/1". Raises OverflowError before the year 1.
    """
    if left.start is None or right.end is None:
        return Days(left.start, right.end, "range", left.year_said or right.year_said)
    if _follows_right(left, right):
        left = _last_turn(left, right.end)
    if right.recurs and left.start and (left.year_said or right.end < left.start):
        right = _first_turn(right, left.start)
    end = right.start - DAY if until_before and right.start else right.end
    first, last = sorted(day for day in (left.start, end) if day)
    return Days(first, last, "range", left.year_said or right.year_said)


def _follows_right(left: Days, right: Days) -> bool:
    if left.recurs is None or right.recurs is not None or left.start is None:
        return False
    dated = right.year_said and right.grain != "year"
    return dated or left.recurs == "week" or (right.end is not None and left.start > right.end)


def _last_turn(days: Days, end: Date) -> Days:
    """The last turn that begins by `end`; `days` where none does."""
    about = _turns(days, days.start, end)
    turns = (_turn(days, n) for n in range(about + 1, about - _LEAP_GAP, -1))
    return next((turn for turn in turns if turn and turn.start and turn.start <= end), days)


def _first_turn(days: Days, start: Date) -> Days:
    """The first turn that ends on `start` or later; `days` where none does."""
    about = _turns(days, days.end, start)
    turns = (_turn(days, n) for n in range(about - 1, about + _LEAP_GAP))
    return next((turn for turn in turns if turn and turn.end and turn.end >= start), days)


def _turn(days: Days, turns: int) -> Days | None:
    try:
        return moved(days, turns)
    except (ValueError, OverflowError):
        return None


def _turns(days: Days, one: Date | None, other: Date) -> int:
    """About how often `days` come round from `one` to `other`."""
    if one is None or days.recurs is None:
        return 0
    return round((other - one).days / _DAYS_A_TURN[days.recurs])

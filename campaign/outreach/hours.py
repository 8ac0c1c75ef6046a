"""An hour of the day as people write it: "8h30 sáng", "3 giờ chiều", "9h kém 15", "8pm"."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from campaign.language.numerals import DAY_WORDS, number
from campaign.language.patterns import phrase
from campaign.language.text import fold

_NOON, _MIDNIGHT = 12, 24
_LAST_MINUTE = 59


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of a day; 24 is the midnight at its end. `part` is the word for the part of the day
    that was said beside it, as it was typed in lower case.
    """

    hour: int
    minute: int
    part: str

    def without_part(self, text: str) -> str:
        """Return `text` without the part of the day."""
        return _PART.sub(" ", text) if self.part else text


_HOUR = re.compile(
    phrase(
        r"(?<![\w/.:])(?<!\d,)(?:"
        rf"(?P<hour>\d{{1,2}}|{DAY_WORDS})(?:\s?(?:giờ|h|g)(?!\w(?<!\d))|(?= rưỡi)|:(?=\d\d))"
        r"(?:\s?(?P<minute>[0-5]\d|(?<=[:\s])[0-5]?\d(?=\s?(?:phút|p)\b))(?:\s?(?:phút|p)\b)?"
        r"(?!\w|[/.-]\d| (?:tháng|t\d))"
        r"| ?(?P<half>rưỡi)(?!\w)| kém (?P<less>\d{1,2}|mười|mười lăm)(?: phút)?(?!\w))?"
        r"(?:\s?(?P<pm>[ap])\.?m(?!\w)\.?)?"
        r"|(?P<bare>\d{1,2})\s?(?P<bare_pm>[ap])\.?m(?!\w)\.?)"
    )
)
_PART = re.compile(
    phrase(
        r"(?<!\w)(?:buổi |in the |this )?(?P<part>sáng|trưa|chiều|tối|đêm|khuya"
        r"|morning|afternoon|evening|tonight|night)(?: sớm| muộn)?(?!\w)"
    )
)
_NEXT_NOT_EVENING = re.compile(
    phrase(r"(?<!\w)(?:thứ \w{1,3}|t[2-7]|chủ nhật|cn|tuần|tháng|năm) $")
)
"""After these, "toi" is "tới"."""

_NAMES = {
    "morning": "sang",
    "afternoon": "chieu",
    "evening": "toi",
    "tonight": "toi",
    "night": "dem",
    "khuya": "dem",
}


def _morning(hour: int) -> int | None:
    return hour if hour < _NOON else None


def _midday(hour: int) -> int | None:
    if hour in (1, 2):
        return hour + _NOON
    return hour if hour in (10, 11, 12, 13, 14) else None


def _afternoon(hour: int) -> int | None:
    if hour in range(1, 8):
        return hour + _NOON
    return hour if hour in range(12, 20) else None


def _evening(hour: int) -> int | None:
    if hour in range(5, 12):
        return hour + _NOON
    return hour if hour in range(17, 24) else None


def _night(hour: int) -> int | None:
    if hour == _NOON:
        return _MIDNIGHT
    if hour in range(8, 12):
        return hour + _NOON
    return hour if hour in (0, *range(19, 25)) else None


_CLOCK: dict[str, Callable[[int], int | None]] = {
    "sang": _morning,
    "trua": _midday,
    "chieu": _afternoon,
    "toi": _evening,
    "dem": _night,
}
"""The hour of 24 that is meant by one said with a part of the day; None where they disagree."""


def count_hours(said: str) -> int:
    """Return how many hours `said` names."""
    return sum(1 for _ in _HOUR.finditer(said.lower()))


def cut_hour(said: str) -> tuple[Hour, str] | None:
    """Return the one hour that `said` names, and `said` without its figures.

    None where it names none, or more than one, or one that no day has. The word for the part of
    the day stays, since it may belong to the date: "tối nay".
    """
    lowered = said.lower()
    matches = list(_HOUR.finditer(lowered))
    if len(matches) != 1 or len(lowered) != len(said):
        return None
    match = matches[0]
    parts = {fold(p["part"]) for p in _PART.finditer(lowered) if not _is_next(p)}
    clock = _clock(match, {_NAMES.get(part, part) for part in parts})
    if clock is None:
        return None
    rest = f"{said[: match.start()]} {said[match.end() :]}"
    return Hour(*clock, part=next(iter(parts), "")), rest


def _is_next(part: re.Match[str]) -> bool:
    return part["part"] == "toi" and bool(_NEXT_NOT_EVENING.search(part.string, 0, part.start()))


def _clock(match: re.Match[str], parts: set[str]) -> tuple[int, int] | None:
    hour, minute = number(match["hour"] or match["bare"]), int(match["minute"] or 0)
    if match["half"]:
        minute = 30
    if len(parts) > 1 or minute > _LAST_MINUTE:
        return None
    meant: int | None = hour
    if half_day := match["pm"] or match["bare_pm"]:
        meant = hour % _NOON + (_NOON if half_day == "p" else 0) if 1 <= hour <= _NOON else None
    elif parts:
        meant = _CLOCK[parts.pop()](hour)
    if meant is None or meant > _MIDNIGHT or (meant == _MIDNIGHT and minute):
        return None
    return _less(meant, minute, number(match["less"])) if match["less"] else (meant, minute)


def _less(hour: int, minute: int, less: int) -> tuple[int, int] | None:
    """Read "9h kém 15" as 8:45."""
    total = hour * 60 + minute - less
    return divmod(total, 60) if total >= 0 and less <= _LAST_MINUTE else None

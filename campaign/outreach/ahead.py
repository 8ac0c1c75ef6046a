"""How far ahead of something one wants to be reminded: "trước 3 ngày", "1 tiếng trước"."""

import re
from datetime import timedelta

from campaign.language.numerals import DAY_WORDS, ENGLISH_WORDS, number
from campaign.language.patterns import ending, phrase

Ahead = int | timedelta
"""Days, or hours and minutes."""

_MANY = rf"\d{{1,3}}|mười|{DAY_WORDS}|{ENGLISH_WORDS}|an?"
_DAYS = re.compile(
    phrase(
        rf"(?<![\w/])(?P<many>{_MANY}) (?P<unit>ngày|hôm|tuần|days?|weeks?)"
        r"(?! (?:nữa|tới|sau)\b)(?![\w/])"
    )
)
_HOURS = re.compile(
    phrase(
        rf"(?<![\w/.:,])(?:(?P<half>nửa tiếng|nửa giờ|half an hour)|(?P<many>{_MANY})\s?"
        r"(?:(?P<hours>tiếng đồng hồ|giờ đồng hồ|tiếng|hours?|(?P<clock>giờ|h|g))"
        r"(?:(?P<and_half> rưỡi)|\s?(?P<rest>[0-5]?\d)(?:\s?(?:phút|ph|p))?)?"
        r"|phút|ph|p|['’]|minutes?|mins?))(?! (?:nữa|tới|sau)\b)(?![\w/'’])"
    )
)
_PART = re.compile(
    phrase(r"\s{0,3}(?:buổi )?(?:sáng|trưa|chiều|tối|đêm|khuya|[ap]\.?m|ngày|hôm|mai)\b")
)
"""After these words, an hour is one of the day."""
_SMALL_HOURS = range(1, 6)
_WHOLE_DAYS = 24
_BEFORE = re.compile(
    phrase(r"(?<!\w)(?:trước(?! ngày (?:mùng )?\d)|before|ahead of|in advance|sớm(?: hơn)?)(?!\w)")
)
_AT_THE_END = re.compile(rf"{_BEFORE.pattern}\s{{0,3}}$")
_LAST = re.compile(phrase(r"(?: (?:nhé|nha|nhá|ạ|với))?\W{0,3}"))
_SAME_DAY = re.compile(phrase(r"(?<!\w)(?:đúng (?:ngày|hôm)(?: đó)?|on the day)(?!\w)"))
_WEEKDAY = ending("thứ")
_AT = ending("lúc|vào|at")
_BY = re.compile(
    phrase(r"(?<!\w)(?<!tuần\s)(?<!tháng\s)(?<!hôm\s)(?:trước|before) (?=\d{1,2}(?: ?giờ|[hg:]))"),
    re.IGNORECASE,
)
_AFTER = re.compile(
    phrase(r"(?<!\w)sau ([1-5])(?: ?giờ|h)(?!\w| (?:sáng|trưa|chiều|tối|đêm|ngày|mai))"),
    re.IGNORECASE,
)


def by_the_clock(said: str) -> str:
    """Return "trước 9h" as the hour that it is: "lúc 9h"."""
    return _BY.sub("lúc ", said)


def lasting(said: str) -> str:
    """Return "sau 2 giờ" as "sau 2 tiếng": nobody means the small hours."""
    return _AFTER.sub(r"sau \1 tiếng", said)


def cut_ahead(said: str) -> tuple[str, Ahead | None]:
    """Cut "trước 3 ngày" or "trước 1 tiếng" out; return the rest and how far ahead that is.

    "Trước 9 giờ" is by nine o'clock; an hour of the night before is one of those that go by.
    """
    lowered = said.lower()
    if same := _SAME_DAY.search(lowered):
        return _without(said, same), 0
    word, days = _BEFORE.search(lowered), [*filter(_counts, _DAYS.finditer(lowered))]
    if word is None:
        return said, None
    hours = [*filter(_goes_by, _HOURS.finditer(lowered))]
    if len(days) + len(hours) != 1:
        return said, None
    if days:
        week = days[0]["unit"][0] in "tw"
        return _without(said, word, days[0]), _number(days[0]["many"]) * (7 if week else 1)
    length = _length(hours[0])
    return (_without(said, word, hours[0]), length) if length else (said, None)


def _counts(match: re.Match[str]) -> bool:
    """Whether "hai" is a number: "thứ hai ngày 25/3" has none."""
    return not _WEEKDAY.search(match.string[: match.start()])


def _goes_by(match: re.Match[str]) -> bool:
    """Whether hours are those that go by; "giờ" is so beside "trước" or in the end, if at all."""
    if not match["clock"]:
        return True
    before, after = match.string[: match.start()], match.string[match.end() :]
    beside = _AT_THE_END.search(before) or _BEFORE.match(after.lstrip()) or _LAST.fullmatch(after)
    hours = _number(match["many"])
    short = hours in _SMALL_HOURS or hours >= _WHOLE_DAYS
    return bool(beside) and short and not (_AT.search(before) or _PART.match(after))


def _length(match: re.Match[str]) -> timedelta:
    if match["half"]:
        return timedelta(minutes=30)
    many = _number(match["many"])
    if not match["hours"]:
        return timedelta(minutes=many)
    return timedelta(hours=many, minutes=int(match["rest"] or (30 if match["and_half"] else 0)))


def _number(many: str) -> int:
    return 1 if many in {"a", "an"} else number(many)


def _without(said: str, *matches: re.Match[str]) -> str:
    for match in sorted(matches, key=lambda each: -each.start()):
        said = f"{said[: match.start()]} {said[match.end() :]}"
    return said

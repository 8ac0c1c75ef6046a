"""What stands between and around dates: "từ … đến …", "trước …", "7h sáng …", "thứ Năm, ngày …"."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from campaign.language.date_rules import DAYPART, Match, Scene
from campaign.language.days import Days, one_day
from campaign.language.patterns import exact, phrase
from campaign.language.ranges import between, open_ended

_REACH = 48
"""How far before a date its preposition and time of day are looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words from `start` up to but not including `end`, and the days they mean; None is a day
    that does not exist.
    """

    start: int
    end: int
    days: Days | None
    has_clock: bool = False


_CLOCK = (
    r"(?:\d{1,2}\s?(?:h|g|giờ|:)\s?(?:[0-5]\d|rưỡi)?(?:\s?(?:phút|p))?|\d{1,2}(?::\d\d)? ?[ap]\.?m)"
)
_AT = r"(?:(?:vào|lúc|khoảng|đúng|tầm|at) ){0,3}"
_UNTIL_CLOCK = rf"(?:\s?(?:-|–|đến|tới|to)\s?{_CLOCK})?"
_PART_OF_DAY = rf"(?:buổi )?(?:{DAYPART})(?: sớm| muộn)?|(?:the )?(?:morning|afternoon|evening)"
_TIME_BEFORE = re.compile(
    phrase(
        rf"(?<!\w){_AT}(?:(?P<clock>{_CLOCK}{_UNTIL_CLOCK})(?:,? (?:{_PART_OF_DAY}))?|{_PART_OF_DAY})"
        r"\s{0,2},?\s{0,2}(?:của |on |of )?$"
    )
)
_TIME_AFTER = re.compile(
    phrase(
        rf"(?:\s{{0,2}},)?\s{{1,2}}(?:(?:từ |from )?{_AT}{_CLOCK}{_UNTIL_CLOCK}(?: (?:{_PART_OF_DAY}))?"
        rf"|(?:vào )?buổi (?:{DAYPART})|(?:morning|afternoon|evening|night))(?!\w)"
    )
)
_PREPOSITION = re.compile(
    phrase(
        r"(?<![\w/.-])(?:"
        r"(?P<now>(?:tính |kể )?(?:từ|from) (?:nay|bây giờ|giờ|đây|now|today)(?: cho)?"
        r" (?:đến|tới|to|until|till)(?: (?:hết|(?P<short>trước|before)))?)"
        r"|(?P<after>(?:kể )?từ sau|sau|after)"
        r"|(?P<since>(?:kể |tính |bắt đầu )?từ|from|since|starting(?: from)?|beginning)"
        r"|(?P<before>(?:đến )?trước|(?:đến )?trc|before|prior to)"
        rf"|(?P<until>(?:cho )?(?:đến|{exact('tới')})(?: hết)?|hết|until|till|up to|through|by"
        r"|(?:chậm|muộn) nhất(?: là)?(?: vào)?|không muộn hơn|no later than)"
        rf"|(?P<between>{exact('giữa')}|between|trong khoảng(?: từ)?)"
        r")\s{0,3}:?\s{0,2}(?:(?:khoảng|tầm|ngày|hôm|bữa|the|on) )?$"
    )
)
_TO = re.compile(
    phrase(
        r"(?:\s{0,3}(?:-|–|—|~|→|->|=>)\s{0,3}|\s{1,3}(?:cho )?(?:đến|tới|to|until|till|through|thru)"
        r"\s{1,3})(?:(?:hết|cuối ngày|(?P<before>trước|trc|before)) )?(?:(?:ngày|the) )?"
    )
)
_AND = re.compile(phrase(r" (?:và|and|&|to|đến|tới)(?P<before>(?!))? (?:the )?"))
_ONWARDS = re.compile(phrase(r" (?:trở đi|trở về sau|về sau|onwards?)(?!\w)"))
_BACKWARDS = re.compile(phrase(r" (?:trở về trước|về trước|or earlier)(?!\w)"))
_TO_NOW = re.compile(phrase(r" (?:cho )?(?:đến|tới|to|until) (?:nay|giờ|bây giờ|now|today)(?!\w)"))
_BESIDE = re.compile(phrase(r"\s{0,2}[,(:]?\s{0,2}(?:tức |là |nhằm )?(?:ngày |the )?"))
_CLOSING = re.compile(r"\s?\)")

_OPEN_ENDED_AT_AN_HOUR = {"before": "until", "since": None, "after": None}
"""With a time of day, a day that "trước" or "sau" would leave out is still in part meant."""


def join(found: Sequence[Found], scene: Scene, text: str) -> list[Found]:
    """Return dates with what belongs to them: times of day, prepositions, the other end.

    `text` is the lower-case text of the scene; `found` lies in it in order.
    """
    waiting = deque(_with_times(_side_by_side(found, text), text))
    joined: list[Found] = []
    while waiting:
        here = waiting.popleft()
        floor = max(joined[-1].end if joined else 0, here.start - _REACH)
        preposition = _PREPOSITION.search(text, floor, here.start)
        if waiting and (gap := _gap(here, waiting[0], preposition, text)):
            joined.append(_range(here, waiting.popleft(), preposition, gap))
        else:
            joined.append(_placed(here, preposition, scene, text))
    return joined


def _side_by_side(found: Sequence[Found], text: str) -> list[Found]:
    """Make one of two names of the same day: "thứ Năm, ngày 28/3", "28/3 (thứ Năm)"."""
    merged: list[Found] = []
    for here in found:
        last = merged[-1] if merged else None
        if last and last.days and here.days and _BESIDE.fullmatch(text, last.end, here.start):
            days = _same_day(last.days, here.days)
            if days:
                closing = (
                    _CLOSING.match(text, here.end) if "(" in text[last.end : here.start] else None
                )
                merged[-1] = Found(last.start, closing.end() if closing else here.end, days)
                continue
        merged.append(here)
    return merged


def _same_day(one: Days, other: Days) -> Days | None:
    """The days that both mean; a bare weekday gives way to a date."""
    if one.grain != "day" or other.grain != "day":
        return None
    if one.recurs == "week" != other.recurs:
        return other
    if other.recurs == "week" != one.recurs:
        return one
    if one.start == other.start:
        return one if one.year_said else other
    return None


def _with_times(found: Sequence[Found], text: str) -> Iterator[Found]:
    floor = 0
    for here, following in zip_longest(found, found[1:]):
        if here.days and here.days.grain == "day":
            ceiling = following.start if following else len(text)
            is_end = floor and _TO.fullmatch(text, floor, here.start)  # "toi" is "tới", not "tối"
            reach = here.start if is_end else max(floor, here.start - _REACH)
            before = _TIME_BEFORE.search(text, reach, here.start)
            after = _TIME_AFTER.match(text, here.end, ceiling)
            here = Found(  # noqa: PLW2901 - the same date, with its time
                before.start() if before else here.start,
                after.end() if after else here.end,
                here.days,
                bool(before and before["clock"]),
            )
        floor = here.end
        yield here


def _gap(here: Found, other: Found, preposition: Match | None, text: str) -> Match | None:
    """What joins two dates to a range."""
    if gap := _TO.fullmatch(text, here.end, other.start):
        return gap
    if preposition and preposition["between"]:
        return _AND.fullmatch(text, here.end, other.start)
    return None


def _range(here: Found, other: Found, preposition: Match | None, gap: Match) -> Found:
    start = preposition.start() if preposition else here.start
    left, right = here.days, other.days
    if left is None or right is None:
        return Found(start, other.end, None)
    until_before = bool(gap["before"])
    days = _if_any(lambda: between(left, right, until_before=until_before))
    return Found(start, other.end, days)


def _placed(here: Found, preposition: Match | None, scene: Scene, text: str) -> Found:
    """The date with its preposition, and with "trở đi" or "đến nay" after it."""
    start, kind = (
        (preposition.start(), preposition.lastgroup) if preposition else (here.start, None)
    )
    days, end = here.days, here.end
    if days is None:
        return Found(start, end, None)
    if kind in (None, "since") and (tail := _ONWARDS.match(text, end)):
        kind, end = "since", tail.end()
    elif kind is None and (tail := _BACKWARDS.match(text, end)):
        kind, end = "until", tail.end()
    elif kind == "since" and (tail := _TO_NOW.match(text, end)):
        today = one_day(scene.today)
        return Found(start, tail.end(), _if_any(lambda: between(days, today)))
    elif kind == "now" and preposition:
        today, short = one_day(scene.today), bool(preposition["short"])
        return Found(start, end, _if_any(lambda: between(today, days, until_before=short)))
    return Found(start, end, _if_any(lambda: _meaning(days, kind, here.has_clock)))


def _meaning(days: Days, kind: str | None, has_clock: bool) -> Days:
    if kind in _OPEN_ENDED_AT_AN_HOUR and has_clock:
        kind = _OPEN_ENDED_AT_AN_HOUR[kind]
    is_stretch = days.grain == "range"
    match kind:
        case "since" if not is_stretch:
            return open_ended(days, "since")
        case "after" | "before" | "until":
            return open_ended(days, kind)
    return days


def _if_any(make: Callable[[], Days]) -> Days | None:
    """The days, unless they lie beyond the calendar."""
    try:
        return make()
    except (ValueError, OverflowError):
        return None

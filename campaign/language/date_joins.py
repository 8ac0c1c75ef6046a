"""What stands between and before dates: "từ … đến …", "trước …", "thứ Năm, ngày …"."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence

from campaign.language.date_rules import Match, Scene
from campaign.language.date_times import REACH, Found, with_times
from campaign.language.days import Days, one_day, week
from campaign.language.patterns import exact, phrase
from campaign.language.ranges import between, open_ended

_TO_WORDS = "(?:cho )?(?:đến|tới)|to|until|till|through|thru"
_NOW_WORDS = "nay|bây giờ|bi giờ|bh|giờ|đây|lúc này|hiện tại|hôm nay|now|today"
_BEFORE_WORDS = "trước|trc|before"

_PREPOSITION = re.compile(
    phrase(
        r"(?<![\w/.-])(?:"
        rf"(?P<now>(?:tính |kể )?(?:từ|from) (?:{_NOW_WORDS}) (?:{_TO_WORDS})"
        rf"(?: (?:hết|(?P<short>{_BEFORE_WORDS})))?)"
        r"|(?P<after>(?:kể )?từ sau|sau|after)"
        r"|(?P<since>(?:kể |tính |bắt đầu )?từ|from|since|starting(?: from)?|beginning)"
        rf"|(?P<before>(?:đến )?(?:{_BEFORE_WORDS})|prior to)"
        rf"|(?P<until>(?:cho )?(?:đến|{exact('tới')})(?: hết)?|hết|until|till|up to|through|by"
        r"|(?:chậm|muộn) nhất(?: là)?(?: vào)?|không muộn hơn|no later than)"
        rf"|(?P<between>{exact('giữa')}|between|trong khoảng(?: từ)?)"
        r"|(?P<week>(?:the )?week of|tuần (?:của|có))"
        r")\s{0,3}:?\s{0,2}(?:(?:khoảng|tầm|ngày|hôm|bữa|the|on) )?$"
    )
)
_TO = re.compile(
    phrase(
        rf"(?:\s{{0,3}}(?:[-–—~→]|->|=>)\s{{0,3}}| (?:{_TO_WORDS}) )"
        rf"(?:(?:hết|cuối ngày|(?P<before>{_BEFORE_WORDS})) )?(?:(?:ngày|the) )?"
    )
)
_AND = re.compile(phrase(r" (?:và|and|&) (?:the )?"))
_ONWARDS = re.compile(phrase(r" (?:trở đi|trở về sau|về sau|onwards?)(?!\w)"))
_BACKWARDS = re.compile(phrase(r" (?:trở về trước|về trước|or earlier)(?!\w)"))
_TO_NOW = re.compile(phrase(rf" (?:{_TO_WORDS}) (?:{_NOW_WORDS})(?!\w)"))
_BESIDE = re.compile(
    phrase(r"\s{0,2}[,:]?\s{0,2}(?P<open>\(\s?)?(?:tức |là |nhằm )?(?:ngày |the )?")
)
_CLOSING = re.compile(r"\s?\)")

_WITHIN_A_DAY = {"before": "until", "since": None, "after": None}
"""What a preposition does to a day with an hour: "trước 17h ngày 15/3" still takes in 15/3."""


def join(found: Iterable[Found], scene: Scene, text: str) -> list[Found]:
    """Return dates with what belongs to them: times of day, prepositions, the other end.

    `text` is the lower-case text of the scene; `found` lies in it in order.
    """
    waiting = deque(with_times(_side_by_side(found, text), text))
    joined: list[Found] = []
    while waiting:
        here = waiting.popleft()
        floor = max(joined[-1].end if joined else 0, here.start - REACH)
        preposition = _PREPOSITION.search(text, floor, here.start)
        if waiting and (gap := _gap(here, waiting[0], preposition, text)):
            joined.append(_range(here, waiting.popleft(), preposition, gap))
        else:
            joined.append(_placed(here, preposition, scene, text))
    return joined


def _side_by_side(found: Iterable[Found], text: str) -> Sequence[Found]:
    """Make one of two names of the same day: "thứ Năm, ngày 28/3", "28/3 (thứ Năm)"."""
    merged: list[Found] = []
    for here in found:
        both = _same_day(merged[-1], here) if merged else None
        gap = both and _BESIDE.fullmatch(text, merged[-1].end, here.start)
        if gap:
            closing = _CLOSING.match(text, here.end) if gap["open"] else None
            merged[-1] = Found(merged[-1].start, closing.end() if closing else here.end, both)
        else:
            merged.append(here)
    return merged


def _same_day(one: Found, other: Found) -> Days | None:
    """The day that both can mean: a bare weekday gives way to a date."""
    if not (one.days and other.days and one.days.grain == other.days.grain == "day"):
        return None
    is_weekday = one.days.recurs == "week", other.days.recurs == "week"
    if one.days.start != other.days.start and is_weekday in ((False, False), (True, True)):
        return None
    return other.days if is_weekday[0] or other.days.year_said else one.days


def _gap(here: Found, other: Found, preposition: Match | None, text: str) -> Match | None:
    """What joins two dates to a range."""
    if gap := _TO.fullmatch(text, here.end, other.start):
        return gap
    if preposition and preposition["between"]:
        return _AND.fullmatch(text, here.end, other.start)
    return None


def _range(here: Found, other: Found, preposition: Match | None, gap: Match) -> Found:
    start = preposition.start() if preposition else here.start
    left, right, until_before = here.days, other.days, bool(gap.groupdict().get("before"))
    if left is None or right is None:
        return Found(start, other.end, None)
    days = _if_any(lambda: between(left, right, until_before=until_before))
    return Found(start, other.end, days)


def _placed(here: Found, preposition: Match | None, scene: Scene, text: str) -> Found:
    """The date with its preposition, and with "trở đi" or "đến nay" after it."""
    kind = preposition.lastgroup if preposition else None
    start, end, days = preposition.start() if preposition else here.start, here.end, here.days
    today = one_day(scene.today)
    if days is None:
        return Found(start, end, None)
    if kind == "since" and (tail := _TO_NOW.match(text, end)):
        return Found(start, tail.end(), _if_any(lambda: between(days, today)))
    if kind == "now" and preposition:
        short = bool(preposition["short"])
        return Found(start, end, _if_any(lambda: between(today, days, until_before=short)))
    if kind in (None, "since") and (tail := _ONWARDS.match(text, end)):
        kind, end = "since", tail.end()
    elif kind is None and (tail := _BACKWARDS.match(text, end)):
        kind, end = "until", tail.end()
    return Found(start, end, _if_any(lambda: _meant(days, kind, timed=here.timed)))


def _meant(days: Days, kind: str | None, *, timed: bool) -> Days:
    if timed and kind in _WITHIN_A_DAY:
        kind = _WITHIN_A_DAY[kind]
    match kind:
        case "since" if days.grain == "range":
            return days
        case "since" | "after" | "before" | "until":
            return open_ended(days, kind)
        case "week" if days.start:
            return week(days.start)
    return days


def _if_any(make: Callable[[], Days]) -> Days | None:
    """The days, unless they lie beyond the calendar."""
    try:
        return make()
    except (ValueError, OverflowError):
        return None

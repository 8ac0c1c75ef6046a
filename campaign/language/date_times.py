"""Times of day that belong to a date: "7h sáng mai", "11/4 lúc 8h30", "tomorrow morning"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from campaign.language.date_rules import DAYPART, TO
from campaign.language.days import Days
from campaign.language.patterns import phrase

REACH = 48
"""How far before a date its time of day or its preposition is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words from `start` up to but not including `end`, and the days they mean.

    `days` is None for a day that does not exist. `timed` says that an hour was named.
    """

    start: int
    end: int
    days: Days | None
    timed: bool = False


_HOUR = (
    r"(?:\d{1,2}\s?(?:h|g|giờ|:)\s?(?:[0-5]\d|rưỡi)?(?:\s?(?:phút|p))?|\d{1,2}(?::\d\d)? ?[ap]\.?m)"
)
_HOURS = rf"{_HOUR}(?:\s?(?:-|–|đến|tới|to)\s?{_HOUR})?"
_AT = r"(?:(?:vào|lúc|khoảng|đúng|tầm|at) ){0,3}"
_PART = rf"(?:buổi )?(?:{DAYPART})(?: sớm| muộn)?|(?:the )?(?:morning|afternoon|evening)"

_BEFORE = re.compile(
    phrase(
        rf"(?<!\w){_AT}(?:(?P<hours>{_HOURS})(?:,? (?:{_PART}))?|{_PART})"
        r"\s{0,2},?\s{0,2}(?:của |on |of )?$"
    )
)
_AFTER = re.compile(
    phrase(
        rf"(?:\s{{0,2}},)?\s{{1,2}}(?:(?:từ |from )?{_AT}{_HOURS}(?: (?:{_PART}))?"
        rf"|(?:vào )?buổi (?:{DAYPART})|(?:morning|afternoon|evening|night))(?!\w)"
    )
)
_TO = re.compile(phrase(TO))


def with_times(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Yield `found`, the days among them with the times of day that stand beside them."""
    before = Found(0, 0, None)
    for here, after in pairwise([*found, Found(len(text), len(text), None)]):
        if here.days and here.days.grain == "day":
            before = _with_time(here, before.end, after.start, text)
        else:
            before = here
        yield before


def _with_time(here: Found, floor: int, ceiling: int, text: str) -> Found:
    if floor and _TO.fullmatch(text, floor, here.start):
        before = None  # after a date, "toi" is "tới" and not "tối"
    else:
        before = _BEFORE.search(text, max(floor, here.start - REACH), here.start)
    after = _AFTER.match(text, here.end, ceiling)
    return replace(
        here,
        start=before.start() if before else here.start,
        end=after.end() if after else here.end,
        timed=bool(before and before["hours"]),
    )

"""How far a cooperative is with what is due, and until when that can be changed."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from campaign.language.text import fold
from campaign.ledger.numbers import Numbers
from campaign.messages import Language
from campaign.plan.model import Activity, Plan
from campaign.talk.times import is_deadline

State = Literal["handed_in", "returned", "accepted"]
"""Whoever has none of these has not handed in."""

SETTLED: frozenset[State] = frozenset({"handed_in", "accepted"})
"""States in which nothing more is expected of the cooperative."""

Standing = State | Literal["missing"]

STANDINGS: Mapping[Standing, Mapping[Language, str]] = {
    "missing": {"vi": "chưa nộp", "en": "missing"},
    "handed_in": {"vi": "đã nộp", "en": "handed in"},
    "returned": {"vi": "cần bổ sung", "en": "sent back"},
    "accepted": {"vi": "đạt", "en": "accepted"},
}
"""In the order of the work."""


_THINGS = "ho so|bao cao|danh sach|dang ky|phieu|bai thi|bai du thi|tac pham|san pham du thi"
_HANDED_IN = re.compile(rf"\b(?:nop|gui|{_THINGS})\b")
"""In the words of a deadline itself: "Nộp hồ sơ trước 15/3"."""
_HANDING_IN = re.compile(rf"\b(?:nop|gui)\b.{{0,40}}\b(?:{_THINGS})\b")
"""In what an activity contains: "gửi báo cáo về Liên minh HTX tỉnh"."""


@dataclass(frozen=True, slots=True)
class Due:
    """An activity for which cooperatives hand something in; `last` is the last safe day.

    `no` is its number in the ledger.
    """

    activity: Activity
    last: datetime.date
    no: int


def last_day(activity: Activity) -> datetime.date | None:
    """Return the last safe day for what is handed in, of several the last; None where nothing is.

    What is only to be over by a day, as a sports day may be, is not handed in.
    """
    deadlines = [time for time in activity.times if is_deadline(time)]
    if not deadlines:
        return None
    named = [each for each in deadlines if _HANDED_IN.search(fold(f"{each.scope} {each.text}"))]
    told = activity.submits or any(map(_tells, _texts(activity)))
    ends = [each.end for each in named or (deadlines if told else ()) if each.end]
    return max(ends, default=None)


@lru_cache(maxsize=1024)
def _tells(text: str) -> bool:
    # The same texts are looked at every second.
    return _HANDING_IN.search(fold(text)) is not None


def _texts(activity: Activity) -> Iterator[str]:
    yield activity.title
    yield from (fact.text for fact in activity.content)


def dues(plan: Plan, numbers: Numbers) -> Iterator[Due]:
    """Yield what is due of the plan's activities."""
    for activity in plan.activities:
        if last := last_day(activity):
            yield Due(activity, last, numbers.of(activity))


def is_over(plan: Plan, today: datetime.date) -> bool:
    """Say whether the campaign has ended, so that its ledger is closed."""
    end = plan.period.end if plan.period else datetime.date(plan.year, 12, 31)
    return today > end


def called(activity: Activity, language: Language) -> str:
    """Return what to call the activity."""
    return (language == "en" and activity.name_en) or activity.name

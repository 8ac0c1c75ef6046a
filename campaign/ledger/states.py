"""How far a cooperative is with what is due, and until when that can be changed."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from campaign.messages import Language
from campaign.plan.model import Activity, Plan

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


@dataclass(frozen=True, slots=True)
class Due:
    """An activity for which cooperatives hand something in; `last` is the last safe day."""

    activity: Activity
    last: datetime.date


def dues(plan: Plan) -> Iterator[Due]:
    """Yield the activities that have a deadline, of several the last one."""
    for activity in plan.activities:
        ends = [time.end for time in activity.times if time.kind == "deadline" and time.end]
        if ends:
            yield Due(activity, max(ends))


def due(plan: Plan, no: int) -> Due | None:
    """Return what is due for activity `no`, None where nothing is."""
    return next((each for each in dues(plan) if each.activity.no == no), None)


def is_over(plan: Plan, today: datetime.date) -> bool:
    """Say whether the campaign has ended, so that its ledger is closed."""
    end = plan.period.end if plan.period else datetime.date(plan.year, 12, 31)
    return today > end


def called(activity: Activity, language: Language) -> str:
    """Return what to call the activity."""
    return (language == "en" and activity.name_en) or activity.name

"""Until when one registers for an activity, as the plan has it."""

import datetime

from campaign.plan.model import Activity, Time
from campaign.talk.times import is_about, is_deadline

_DAY = datetime.timedelta(days=1)
_MONTH = datetime.timedelta(days=27)
"""What takes "the month of April" takes place on some day of it."""


def closes(activity: Activity) -> datetime.date | None:
    """Return the first day on which nobody can register any more; None where there is none.

    That is the day on which the activity begins, of several times the last one. What has no
    certain first day, or a month for it, can be joined until it is over.
    """
    days = [_closes(time) for time in activity.times]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def has_begun(activity: Activity, today: datetime.date) -> bool:
    """Say whether it is too late to register for the activity."""
    day = closes(activity)
    return day is not None and day <= today


def _closes(time: Time) -> datetime.date | None:
    if time.start and time.end and not (is_deadline(time) or is_about(time)):
        return time.start if time.end - time.start < _MONTH else time.end + _DAY
    return time.end + _DAY if time.end else None

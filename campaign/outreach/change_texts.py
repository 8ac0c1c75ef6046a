"""A change in words: for the staff who confirm it, and for the groups who are told."""

import datetime
from collections.abc import Sequence

from campaign.messages import Language
from campaign.plan.changes import Change, cancelled_on, planned
from campaign.plan.model import Activity
from campaign.plan.new_times import When
from campaign.talk.change_words import line
from campaign.talk.phrases import say
from campaign.talk.times import describe, show_weekday


def told(activity: Activity, change: Change, language: Language) -> str:
    """Return the change in a line, with what the plan says where it says anything."""
    base = planned(activity)
    match change.kind:
        case "time" | "confirmed":
            now = say_when(When.of(change.value), language)
            return line("time", language, now=now, before=_time(base, change.part, language))
        case "place":
            before = base.place.text if base.place else say(language, "nothing")
            return line("place", language, now=change.value, before=before.rstrip(". "))
        case "cancelled":
            return line("cancelled", language, before=_times(base, language))
        case kind:
            return line(kind, language, now=change.value)


def news(activity: Activity, changes: Sequence[Change]) -> str:
    """Return what the groups are told, in Vietnamese as all announcements are."""
    head = line("news", "vi", now=activity.name, before=activity.section)
    return "\n".join([head, *(f"{told(activity, each, 'vi')}." for each in changes)])


def news_withdrawn(activity: Activity) -> str:
    """Return what the groups are told when news that they had counts no longer."""
    head = line("news", "vi", now=activity.name, before=activity.section)
    return "\n".join([head, line("withdrawn", "vi"), *stands(activity, "vi")])


def stands(activity: Activity, language: Language) -> list[str]:
    """Return when and where an activity takes place by now; nothing for one that is cancelled."""
    if cancelled_on(activity):
        return []
    times = "; ".join(describe(each, language) for each in activity.times)
    place = activity.place.text.rstrip(". ") if activity.place else ""
    none = say(language, "nothing")
    return [
        f"{say(language, 'when')}: {times or none}.",
        f"{say(language, 'where')}: {place or none}.",
    ]


def say_when(when: When, language: Language) -> str:
    """Return a new time with its weekday."""
    words = when.english() if language == "en" else when.vietnamese()
    return f"{words} ({show_weekday(when.end, language)})" if when.start == when.end else words


def is_past(change: Change, today: datetime.date) -> bool:
    """Whether it gives a time that is over already."""
    return change.kind in ("time", "confirmed") and When.of(change.value).end < today


def _time(base: Activity, part: int, language: Language) -> str:
    if part >= len(base.times):
        return say(language, "nothing")
    return describe(base.times[part], language)


def _times(base: Activity, language: Language) -> str:
    return "; ".join(describe(each, language) for each in base.times) or say(language, "nothing")

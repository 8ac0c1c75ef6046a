"""When a person is reminded: a moment is kept and confirmed, or several are offered as buttons."""

import datetime
import re
from collections.abc import Iterable

from campaign.messages import Button, Buttons, Text
from campaign.outreach.ahead import Ahead
from campaign.outreach.moments import show_moment
from campaign.outreach.wishes import (
    Anchor,
    anchor,
    begins_at,
    moment_before,
    over_after,
)
from campaign.plan.changes import cancelled_on
from campaign.plan.model import Activity
from campaign.talk.notices import say
from campaign.talk.reminder_notices import REMINDER_WORDS, ReminderNotice
from campaign.talk.times import describe
from handlers.visits import Visit
from storage import wishes
from storage.wishes import WishRecord

_MOST = 50
"""Wishes of one person at a time."""
_OFFERED = (7, 3, 1, 0)
_AHEAD = re.compile("[0-9]{1,3}h?|[0-9]{1,4}m|-")
_HOUR = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]|-")


def about(
    visit: Visit,
    activity: Activity,
    before: Ahead | None,
    hour: datetime.time | None,
    *,
    sure: bool,
) -> tuple[Text, Buttons]:
    """Return the confirmation, or which moments there are: `sure` says that one was chosen."""
    name, found = name_of(visit, activity), anchor(activity, visit.today)
    if found is None:
        facts = {"what": name, "times": _times(visit, activity)}
        return say(_why_not(activity, visit.today), visit.language, **facts), ()
    if isinstance(before, datetime.timedelta):
        return _by_hours(visit, activity, found, before, hour)
    if before is not None and (sure or found.exact):
        at = moment_before(found.day, before, hour or visit.front.schedule(visit.campaign).hour)
        if at > visit.now or sure:
            return keep(visit, activity.no, name, at, over_after(found.day))
    days = [*_OFFERED] if before is None else [before, 0]
    return _offer(visit, activity, found, _moments(visit, activity, found.day, days, hour))


def _by_hours(
    visit: Visit,
    activity: Activity,
    found: Anchor,
    ahead: datetime.timedelta,
    hour: datetime.time | None,
) -> tuple[Text, Buttons]:
    """Return the confirmation where an hour is known, else days to choose from."""
    begins = hour or begins_at(activity, found.day)
    if begins and found.exact:
        at = moment_before(found.day, 0, begins) - ahead
        return keep(visit, activity.no, name_of(visit, activity), at, over_after(found.day))
    if ahead.days:
        return about(visit, activity, ahead.days, None, sure=False)
    buttons = _moments(visit, activity, found.day, (1, 0), None)
    return _offer(visit, activity, found, buttons, "wish_no_hour")


def _why_not(activity: Activity, today: datetime.date) -> ReminderNotice:
    """Return why nothing can be counted from what has no day ahead."""
    if cancelled_on(activity):
        return "wish_cancelled"
    if any(time.start and time.end and time.start <= today <= time.end for time in activity.times):
        return "wish_running"
    dated = any(time.start or time.end for time in activity.times)
    return "wish_over" if dated else "wish_undated"


def _offer(
    visit: Visit,
    activity: Activity,
    found: Anchor,
    buttons: Buttons,
    exact: ReminderNotice = "wish_when",
) -> tuple[Text, Buttons]:
    """Return a question with these moments; `exact` is what it is where the day is known."""
    language, name = visit.language, name_of(visit, activity)
    if not buttons:
        return say("wish_today", language, what=name), ()
    notice = exact if found.exact else "wish_about"
    return say(notice, language, what=name, times=_times(visit, activity)), buttons


def _times(visit: Visit, activity: Activity) -> str:
    return "; ".join(describe(time, visit.language) for time in activity.times)


def _moments(
    visit: Visit,
    activity: Activity,
    day: datetime.date,
    ahead: Iterable[int],
    hour: datetime.time | None,
) -> Buttons:
    """Return buttons for the moments that are still to come, so many days ahead of `day`."""
    at = hour or visit.front.schedule(visit.campaign).hour
    rows = []
    for before in dict.fromkeys(ahead):
        moment = moment_before(day, before, at)
        if moment > visit.now:
            word = REMINDER_WORDS["before" if before else "same_day"][visit.language]
            label = word.format(days=before, moment=show_moment(moment, visit.language))
            rows.append((Button(label, data(visit, "at", activity, before, hour)),))
    return tuple(rows)


def keep(
    visit: Visit,
    activity: int | None,
    words: str,
    at: datetime.datetime,
    until: datetime.datetime,
) -> tuple[Text, Buttons]:
    """Keep a wish, once, and return the confirmation; or say why it is not kept."""
    language = visit.language
    facts = {"moment": show_moment(at, language), "what": words}
    if at <= visit.now:
        return say("wish_past", language, moment=facts["moment"]), ()
    mine = wishes.of(visit.unit, visit.chat.id)
    new = WishRecord(0, visit.chat.id, visit.campaign, activity, words, at, until)
    same = [each for each in mine if (each.activity, each.words, each.at) == (activity, words, at)]
    if len(mine) >= _MOST and not same:
        return say("wish_too_many", language), ()
    kept = same[0] if same else wishes.add(visit.unit, new)
    label = REMINDER_WORDS["drop"][language].format(number="").strip()
    return say("wish_kept", language, **facts), ((Button(label, f"remind:drop:{kept.id}"),),)


def fits(visit: Visit, campaign: str, number: str, days: str, hour: str) -> bool:
    """Whether these parts of a button may have been made by `data`."""
    numbers = {str(no) for no in visit.handbook.activities}
    shaped = _AHEAD.fullmatch(days) and _HOUR.fullmatch(hour)
    return campaign == visit.campaign and number in numbers and bool(shaped)


def data(
    visit: Visit, step: str, activity: Activity, before: Ahead | None, hour: datetime.time | None
) -> str:
    """Return what a button sends back: its `step`, "ask" or "at", for that activity."""
    at = "-" if hour is None else f"{hour:%H%M}"
    return f"remind:{step}:{visit.campaign}:{activity.no}:{_coded(before)}:{at}"


def _coded(before: Ahead | None) -> str:
    """Return "3" for days, "3h", "90m", and "-" for what was not said."""
    if isinstance(before, datetime.timedelta):
        hours, minutes = divmod(before // datetime.timedelta(minutes=1), 60)
        return f"{hours * 60 + minutes}m" if minutes else f"{hours}h"
    return "-" if before is None else str(before)


def ahead_of(code: str) -> Ahead | None:
    """Return what `_coded` made `code` of."""
    match code[-1]:
        case "-":
            return None
        case "h":
            return datetime.timedelta(hours=int(code[:-1]))
        case "m":
            return datetime.timedelta(minutes=int(code[:-1]))
        case _:
            return int(code)


def name_of(visit: Visit, activity: Activity) -> str:
    """Return what to call the activity in the reader's language."""
    return (visit.language == "en" and activity.name_en) or activity.name

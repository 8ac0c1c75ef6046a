"""What a reminder says: one message for all that a group is reminded of at the same moment."""

import datetime
from collections.abc import Sequence

from campaign.messages import Language, Text, plain
from campaign.outreach.reminder_sentences import TITLES, WEEK, Sentence, say
from campaign.outreach.reminders import Reminder, week
from campaign.plan.model import Activity, Plan
from campaign.talk.phrases import say as phrase
from campaign.talk.times import describe, is_about, show_day, show_weekday

_LONGEST = 3500
"""In characters: Telegram takes 4096, and what is left out is said."""


def compose(plan: Plan, due: Sequence[Reminder], today: datetime.date, language: Language) -> Text:
    """Return the message that reminds of all of `due` on the day `today` in Vietnam.

    It says which day it is, so that it stays true when it arrives late.
    """
    text = _heading(due, today, language)
    for number, each in enumerate(due):
        part = item(plan, each, today, language)
        if number and len(plain(text)) + len(plain(part)) > _LONGEST:
            return (*text, "\n\n", *say("more", language, number=str(len(due) - number)))
        text = (*text, "\n\n", *part)
    return text


def item(plan: Plan, reminder: Reminder, today: datetime.date, language: Language) -> Text:
    """Return what is said of one reminder."""
    if reminder.kind == "digest":
        return _week(plan, reminder, language)
    head = say("item", language, name=called(reminder, language))
    times = "; ".join(describe(time, language) for time in reminder.times)
    return (
        *head,
        f"{times}.",
        *_distance(reminder, today, language),
        _part(plan, reminder, language),
    )


def called(reminder: Reminder, language: Language) -> str:
    """Return what to call that which it reminds of, in few words."""
    if reminder.kind == "digest":
        return WEEK[language]
    return _name(reminder.activity, language)


def section(plan: Plan, reminder: Reminder) -> str | None:
    """Return the section of the plan that it comes from."""
    if reminder.activity:
        return reminder.activity.section
    return plan.period.section if plan.period and reminder.kind == "peak" else None


def _heading(due: Sequence[Reminder], today: datetime.date, language: Language) -> Text:
    digest_alone = all(each.kind == "digest" for each in due)
    what = WEEK[language] if digest_alone else TITLES[language]
    return say("title", language, what=what, day=_day(today, language))


def _distance(reminder: Reminder, today: datetime.date, language: Language) -> Text:
    """Return how far away it is on the day `today`."""
    days = (reminder.day - today).days
    facts = {"days": str(days), "day": show_day(reminder.day)}
    return say(_said(reminder, days), language, **facts)


def _said(reminder: Reminder, days: int) -> Sentence:
    if reminder.kind == "deadline":
        near: tuple[Sentence, ...] = ("deadline_today", "deadline_tomorrow")
        return near[days] if days < len(near) else "deadline_left"
    if any(map(is_about, reminder.times)):
        return "about"
    if reminder.kind == "peak":
        return "peak_begun"
    if reminder.before == 0:
        return "begun"
    near = ("start_today", "start_tomorrow")
    return near[days] if days < len(near) else "start_left"


def _week(plan: Plan, digest: Reminder, language: Language) -> Text:
    monday, sunday = digest.day, digest.day + datetime.timedelta(days=6)
    text = say("week", language, start=show_day(monday), end=show_day(sunday))
    for activity, time in week(plan, monday, digest.without):
        line = say("week_item", language, name=_name(activity, language))
        text = (*text, "\n", *line, f"{describe(time, language)}.")
    return text


def _part(plan: Plan, reminder: Reminder, language: Language) -> str:
    found = section(plan, reminder)
    return phrase(language, "section", section=found) if found else ""


def _name(activity: Activity | None, language: Language) -> str:
    if activity is None:
        return plain(say("campaign_peak", language))
    return activity.name_en if language == "en" and activity.name_en else activity.name


def _day(day: datetime.date, language: Language) -> str:
    return f"{show_weekday(day, language)} {show_day(day)}"

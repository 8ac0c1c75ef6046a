"""How many days it is to something, or since."""

import datetime

from campaign.messages import Bold, Run, Text
from campaign.plan.changes import cancelled_on
from campaign.plan.model import Activity, Time
from campaign.talk.answers.page import Ask, lines
from campaign.talk.answers.sides import cancelled
from campaign.talk.times import describe, first_day, is_deadline, last_day, show_span


def countdown(ask: Ask) -> Text:
    """Days to an activity, to the campaign or its peak, or to a day that was named."""
    if ask.question.activities:
        return lines(*(_activity(ask, activity) for activity in ask.activities()))
    span = ask.question.span
    day = span and (span.start or span.end)
    if day:
        return lines(_day(ask, day))
    return lines(_campaign(ask))


def _activity(ask: Ask, activity: Activity) -> tuple[Run, ...]:
    if cancelled_on(activity):
        return cancelled(ask, activity)
    name, section = Bold(ask.name(activity)), ask.section(activity.section)
    time = _target(ask, activity)
    if time is None:
        return (f"{ask.say('no_when')} ", name, section, ".")
    told = f": {describe(time, ask.language)} – {_between(ask, time.start, time.end)}."
    return (name, told, section)


def _target(ask: Ask, activity: Activity) -> Time | None:
    """The time still ahead, or the last one."""
    dated = [time for time in ask.question.times or activity.times if time.end]
    if "deadline" in ask.question.aspects:
        dated = [time for time in dated if is_deadline(time)] or dated
    ahead = [time for time in dated if time.end and time.end >= ask.today]
    return next(iter([*ahead, *dated[-1:]]), None)


def _between(ask: Ask, start: datetime.date | None, end: datetime.date | None) -> str:
    """The distance to the beginning, to the end once it has begun, or since the end."""
    to_end = "end" in ask.question.aspects or "deadline" in ask.question.aspects
    if start and start >= ask.today and not to_end:
        return distance(ask, start)
    if start is None or (start <= ask.today and end and end >= ask.today and not to_end):
        return distance(ask, end) if end else ""
    return distance(ask, end or start)


def distance(ask: Ask, day: datetime.date) -> str:
    """ "còn 10 ngày", "hôm nay", "đã qua 5 ngày"."""
    days = (day - ask.today).days
    if days < 0:
        return ask.say("days_ago", days=-days)
    if days == 0:
        return ask.say("today")
    return ask.say("tomorrow") if days == 1 else ask.say("days_left", days=days)


def _day(ask: Ask, day: datetime.date) -> str:
    kept = [a for a in ask.plan.anniversaries if (a.month, a.day) == (day.month, day.day)]
    names = [f"{(ask.language == 'en' and a.name_en) or a.name}, " for a in kept]
    section = ask.section(kept[0].section) if kept else ""
    told = show_span(day, day, ask.language)
    return f"{''.join(names)}{told}: {distance(ask, day)}.{section}"


def _campaign(ask: Ask) -> str:
    period = ask.plan.period
    if "peak" in ask.question.aspects:
        peak = period.peak if period else None
        if period is None or peak is None:
            return ask.say("no_peak")
        told = show_span(peak.start, peak.end, ask.language)
        gap = _between(ask, peak.start, peak.end)
        return f"{ask.say('peak')}: {told} – {gap}.{ask.section(period.section)}"
    if period is None:
        first, last = first_day(ask.plan), last_day(ask.plan)
        gap = f" {_capital(_between(ask, first, last))}." if first else ""
        return f"{ask.no_period}{gap}"
    span = show_span(period.start, period.end, ask.language)
    gap = _between(ask, period.start, period.end)
    return f"{ask.say('period')}: {span} – {gap}.{ask.section(period.section)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""Lists in time: what is on in some days, what comes next, which deadlines there are."""

import datetime

from campaign.messages import Bold, Text
from campaign.plan.changes import cancelled_on
from campaign.plan.model import Activity, Time
from campaign.talk.answers.anniversaries import told
from campaign.talk.answers.countdown import distance
from campaign.talk.answers.page import Ask, Line, bullets, lines, shared_section
from campaign.talk.answers.sides import cancelled
from campaign.talk.questions import Span
from campaign.talk.times import (
    all_times,
    anniversary_day,
    cancelled_times,
    describe,
    fixed_in,
    is_deadline,
    is_long,
    overlaps,
    show_span,
    touches,
    upcoming,
    years_of,
)

_MOST_OF_A_YEAR = 150


def agenda(ask: Ask) -> Text:
    """What is on from the first to the last day of the span, and what runs on behind it."""
    span = ask.question.span
    if "all_year" in ask.question.aspects or span is None:
        return _all_year(ask)
    days = _days(ask, span)
    if other := _outside_the_plan(ask, span, days):
        return lines(other)
    fixed = fixed_in(ask.plan, span)
    running = _running(ask, span, {activity.no for activity, _ in fixed})
    dropped = _cancelled(ask, span)
    occasions = [*_anniversaries(ask, span), *_peak(ask, span)]
    if not (fixed or occasions):
        return lines(ask.say("agenda_none", days=days), *dropped, *running, ask.ended)
    rows = [_row(ask, activity, time) for activity, time in fixed]
    return lines(
        (Bold(ask.say("agenda", days=days)),), *occasions, *rows, *dropped, *running, ask.ended
    )


def _days(ask: Ask, span: Span) -> str:
    """The days in figures, after the words for them where those say more: "Tuần này (…)"."""
    told = show_span(span.start, span.end, ask.language)
    if span.text and _in_words(ask, span.text):
        told = f"{span.text} ({told})"
    return told[:1].upper() + told[1:]


def _in_words(ask: Ask, text: str) -> bool:
    """Whether `text` names its days otherwise than by their date, and is spelt out."""
    spelt = not text.isascii() or ask.language == "en"
    return spelt and (not any(c.isdigit() for c in text) or "âm" in text.lower())


def _outside_the_plan(ask: Ask, span: Span, days: str) -> str:
    """Nothing of the plan is offered for another year, nor once all of it is over."""
    first, last = years_of(ask.plan)
    if (span.start and span.start > last) or (span.end and span.end < first):
        other = ask.say("other_year", year=ask.plan.year, days=days[:1].lower() + days[1:])
        return f"{other} {ask.ended}".strip()
    return ""


def _running(ask: Ask, span: Span, listed: set[int]) -> list[str]:
    """Long stretches behind these days, by name only."""
    names = [
        f"{ask.name(activity)}{ask.section(activity.section)}"
        for activity in ask.plan.activities
        if activity.no not in listed
        and any(
            overlaps(time, span.start, span.end) and (is_long(time) or time.kind == "all-year")
            for time in activity.times
        )
    ]
    head = ask.say("agenda_ran" if ask.ended else "agenda_running")
    return [head, *bullets(names)] if names else []


def _row(ask: Ask, activity: Activity, time: Time) -> Line:
    told = f": {describe(time, ask.language)}{ask.section(activity.section)}"
    return ("• ", Bold(ask.name(activity)), told)


def _cancelled(ask: Ask, span: Span | None, *, due: bool = False) -> list[Line]:
    """What would be listed for these days, had it not been cancelled; deadlines alone if `due`."""
    first, last = (span.start, span.end) if span else (None, None)
    found = dict.fromkeys(
        activity
        for activity, time in cancelled_times(ask.plan)
        if touches(time, first, last) and (is_deadline(time) or not due)
    )
    return [("• ", *cancelled(ask, activity)) for activity in found]


def _anniversaries(ask: Ask, span: Span) -> list[str]:
    return [
        f"• {told(ask, each)}{ask.section(each.section)}"
        for each in ask.plan.anniversaries
        if span.start
        and span.end
        and (day := anniversary_day(each, ask.plan.year))
        and span.start <= day <= span.end
    ]


def _peak(ask: Ask, span: Span) -> list[str]:
    period = ask.plan.period
    if period is None or period.peak is None or not overlaps(period.peak, span.start, span.end):
        return []
    days = show_span(period.peak.start, period.peak.end, ask.language)
    return [f"• {ask.say('peak')}: {days}{ask.section(period.section)}"]


def _all_year(ask: Ask) -> Text:
    rows = [
        _row(ask, activity, time)
        for activity, time in all_times(ask.plan)
        if time.start and time.end and (time.end - time.start).days > _MOST_OF_A_YEAR
    ]
    return lines((Bold(ask.say("long")),), *rows) if rows else lines(ask.say("no_such"))


def coming(ask: Ask) -> Text:
    """What comes next, the soonest first."""
    if ask.ended:
        return lines(ask.ended)
    span = ask.question.span
    first = span.start if span and span.start else ask.today
    ahead = upcoming(ask.plan, first)
    dropped = _cancelled(ask, Span("", first, None, "day"))
    if not ahead:
        today = Span("", ask.today, ask.today, "day")
        return lines(ask.say("next_none"), *dropped, *_running(ask, today, set()))
    rows = [_row(ask, activity, time) for activity, time in ahead[:5]] + dropped
    peak = _peak(ask, span) if span else []
    return lines((Bold(ask.say("next")),), *peak, *rows)


def deadlines(ask: Ask) -> Text:
    """The deadlines of the plan: all, those in some days, those for dossiers, or the next one."""
    found = sorted(_deadlines(ask), key=lambda pair: pair[1].end or datetime.date.max)
    dropped = _cancelled(ask, ask.question.span, due=True)
    if not found and dropped:
        return lines(*dropped)
    if not found and ask.question.span and "next" not in ask.question.aspects:
        return lines(ask.say("no_deadline_then"))
    if not found:
        return lines(ask.say("no_deadlines" if "dossier" in ask.question.aspects else "no_such"))
    if "next" in ask.question.aspects:
        return _next_deadline(ask, found)
    rows = [(*_row(ask, activity, time), _standing(ask, time)) for activity, time in found]
    return lines((Bold(ask.say("deadlines")),), *rows, *dropped)


def _deadlines(ask: Ask) -> list[tuple[Activity, Time]]:
    span = ask.question.span
    return [
        (activity, time)
        for activity, time in all_times(ask.plan)
        if is_deadline(time)
        and (activity.submits or "dossier" not in ask.question.aspects)
        and (span is None or "next" in ask.question.aspects or touches(time, span.start, span.end))
    ]


def _next_deadline(ask: Ask, found: list[tuple[Activity, Time]]) -> Text:
    day = ask.question.span.start if ask.question.span else None
    rows = [(*_row(ask, a, time), _standing(ask, time)) for a, time in found if time.end == day]
    if not rows:
        return lines(ask.say("no_deadline_left"))
    return lines((Bold(ask.say("next_deadline")),), *rows)


def _standing(ask: Ask, time: Time) -> str:
    """ " – còn 6 ngày", counted to the safe last day, or that it has passed."""
    if time.end is None:
        return ""
    return ask.say("deadline_passed") if time.end < ask.today else f" – {distance(ask, time.end)}"


def untimed(ask: Ask) -> Text:
    """Activities for which the plan states no time."""
    timeless = [a for a in ask.plan.activities if not (a.times or cancelled_on(a))]
    names = [ask.name(a) + ask.section(a.section) for a in timeless]
    if not names:
        return lines(ask.say("untimed_none"))
    return lines((Bold(ask.say("untimed")),), *bullets(names))


def overview(ask: Ask) -> Text:
    """All activities by name."""
    activities = ask.plan.activities
    section = ask.section(shared_section(a.section for a in activities))
    head = f"{ask.say('overview', count=len(activities)).rstrip(':')}{section}:"
    rows = [f"{a.no}. {ask.listed(a)}" for a in activities]
    return lines((Bold(head),), *rows, ask.ended)

"""One side of an activity: when, where, who, what."""

import datetime

from campaign.messages import Bold, Text
from campaign.plan.changes import NewTime, cancelled_on, planned
from campaign.plan.model import Activity, Time
from campaign.talk.answers.due import days_to, how_long
from campaign.talk.answers.page import Ask, Line, bullets, lines
from campaign.talk.phrases import say
from campaign.talk.questions import Intent, Span
from campaign.talk.sessions import of_session
from campaign.talk.times import (
    describe,
    is_deadline,
    is_long,
    overlaps,
    show_day,
    show_span,
    show_weekday,
)

_MONTH = 25
_DAY = datetime.timedelta(days=1)


def when(ask: Ask) -> Text:
    """The time of each activity, with the day that a mistaken question named set right."""
    return lines(*(line for activity in ask.activities() for line in _when(ask, activity)))


def _when(ask: Ask, activity: Activity) -> list[Line | str]:
    if cancelled_on(activity):
        return [cancelled(ask, activity)]
    times = _asked_times(ask, activity)
    if not times:
        key = "no_deadline" if "deadline" in ask.question.aspects else "no_when"
        return [_missing(ask, key, activity)]
    single = len(times) == 1 and times[0].start == times[0].end
    if "weekday" in ask.question.aspects and single and times[0].start:
        weekday = show_weekday(times[0].start, ask.language)
        day = f"{weekday}, {show_day(times[0].start)}"
        told = say(ask.language, "tentative", text=day) if times[0].tentative else day
        return [(Bold(ask.name(activity)), f": {told}", ask.section(activity.section))]
    told = "; ".join(describe(time, ask.language) for time in times)
    head = (
        _verdict(ask, times),
        _no_such_time(ask, times),
        Bold(ask.name(activity)),
        f": {told}.",
        ask.section(activity.section),
    )
    return [head, _distance(ask, times)]


def _no_such_time(ask: Ask, times: list[Time]) -> str:
    """Said where a deadline or a day was asked for and the plan gives another kind of time."""
    if "deadline" in ask.question.aspects and not any(is_deadline(time) for time in times):
        return ask.say("no_deadline_here")
    exact = any(
        t.kind == "deadline" or (t.start and not is_long(t) and _days(t) < _MONTH) for t in times
    )
    return "" if exact or "day" not in ask.question.aspects else ask.say("no_day")


def _days(time: Time) -> int:
    return (time.end - time.start).days if time.start and time.end else 0


def _asked_times(ask: Ask, activity: Activity) -> list[Time]:
    """The times that the question is about: the peak, or the deadline, where it asks for that."""
    session = ask.question.session
    own = ask.question.times or activity.times
    times = [t for t in own if session and t.scope == session] or list(own)
    peaks = [time for time in times if time.peak]
    due = [time for time in times if is_deadline(time)]
    if due and "deadline" in ask.question.aspects:
        return due
    return peaks if peaks and "peak" in ask.question.aspects else times


def _verdict(ask: Ask, times: list[Time]) -> str:
    """Whether the day that the question took for granted is the plan's."""
    span = ask.question.span
    if "claim" not in ask.question.aspects or span is None:
        return ""
    if any(_says(time, span) for time in times):
        changed = any(isinstance(time, NewTime) for time in times)
        return ask.say("just_so_now" if changed else "just_so")
    if any(is_deadline(time) and time.end and time.end + _DAY == span.end for time in times):
        return ""  # "by 15/3" for "before 15/3": the answer tells the last safe day
    if not any(overlaps(time, span.start, span.end) for time in times):
        return ask.say("not_so", said=show_span(span.start, span.end, ask.language))
    return ask.say("no_day") if span.start == span.end else ""


def _says(time: Time, span: Span) -> bool:
    """Whether the plan says so: the day itself, a month that holds it, the last safe day."""
    if is_deadline(time) and span.end == time.end:
        return True
    if not (time.start and time.end and span.end):
        return False
    return (span.start or time.start) <= time.start and time.end <= span.end


def _distance(ask: Ask, times: list[Time]) -> str:
    """How far away a single day or deadline is, and what is over; nothing for what runs long."""
    asked = ask.question.aspects & {"deadline", "end", "over"}
    if len(times) != 1 or times[0].end is None or (is_long(times[0]) and not asked):
        return ask.say("over") if _all_over(ask, times) else ""
    last = times[0].end
    return days_to(ask, last) if is_deadline(times[0]) else _standing(ask, times[0])


def _all_over(ask: Ask, times: list[Time]) -> bool:
    return bool(ask.ended) or all(time.end and time.end < ask.today for time in times)


def _standing(ask: Ask, time: Time) -> str:
    """Whether it is over; that it is under way or still to come only where that was asked."""
    if time.end and time.end < ask.today:
        return ask.say("over")
    if "over" not in ask.question.aspects or time.start is None:
        return ""
    days = (time.start - ask.today).days
    return ask.say("to_come", days=days) if days > 0 else ask.say("under_way")


def cancelled(ask: Ask, activity: Activity) -> Line:
    """That a cancelled activity is cancelled, since when, and when it was to be."""
    before = "; ".join(describe(time, ask.language) for time in planned(activity).times)
    day = cancelled_on(activity)
    facts = {"day": show_day(day) if day else "", "before": before or ask.say("nothing")}
    told = ask.say("cancelled_when", **facts)
    return (Bold(ask.name(activity)), told, ask.section(activity.section))


def _missing(ask: Ask, key: str, activity: Activity) -> Line:
    return (f"{ask.say(key)} ", Bold(ask.name(activity)), ask.section(activity.section), ".")


def where(ask: Ask) -> Text:
    """Where each activity takes place."""
    days = _when(ask, ask.activities()[0]) if "both" in ask.question.aspects else []
    return lines(*days, *(_side(ask, activity, "where") for activity in ask.activities()))


def lead(ask: Ask) -> Text:
    """Who leads each activity."""
    return lines(*(_side(ask, activity, "lead") for activity in ask.activities()))


def coordinating(ask: Ask) -> Text:
    """Who coordinates each activity."""
    return lines(*(_side(ask, activity, "coordinating") for activity in ask.activities()))


def participants(ask: Ask) -> Text:
    """Who takes part in each activity."""
    return lines(*(_side(ask, activity, "participants") for activity in ask.activities()))


def _side(ask: Ask, activity: Activity, side: str) -> Line:
    told = side_text(ask, activity, side)
    if not told:
        return _missing(ask, f"no_{side}", activity)
    label = side_label(ask, activity, side)
    return (Bold(ask.name(activity)), f" – {label}: {told}.", ask.section(activity.section))


def side_label(ask: Ask, activity: Activity, side: str) -> str:
    """The heading of a side: the plan has its own for those in charge."""
    if side == "lead" and ask.language == "vi":
        return activity.lead_label
    return ask.say(side)


def side_text(ask: Ask, activity: Activity, side: str) -> str:
    """What the plan says about a side of the activity; empty when it says nothing."""
    if side == "where":
        told = ask.text(activity.place) if activity.place else ""
        return of_session(told, ask.question.session)
    if side == "participants":
        return ask.text(activity.participants) if activity.participants else ""
    units = activity.lead if side == "lead" else activity.coordinating
    told = ", ".join(ask.unit(unit) for unit in units)
    if side == "lead" and activity.lead_note:
        told = "; ".join(part for part in (told, ask.text(activity.lead_note)) if part)
    return told


def content(ask: Ask) -> Text:
    """What is done in an activity, or that the plan does not describe it."""
    return lines(*(line for activity in ask.activities() for line in _content(ask, activity)))


def _content(ask: Ask, activity: Activity) -> list[Line | str]:
    if not activity.content:
        return [_missing(ask, "no_content", activity)]
    how = [ask.say("how")] if "how" in ask.question.aspects else []
    how += [ask.say("no_such")] if "claim" in ask.question.aspects else []
    head = (Bold(ask.name(activity)), ask.section(activity.section), ":")
    return [head, *how, *bullets(ask.text(fact) for fact in activity.content)]


def detail(ask: Ask) -> Text:
    """Single statements of an activity; all that is done in it where none was singled out."""
    activity = ask.activities()[0]
    facts = ask.question.facts
    if not facts:
        return content(ask)
    if len(facts) == 1:
        told = f": {ask.text(facts[0])}."
        return lines(
            (Bold(ask.name(activity)), told, ask.section(activity.section)),
            how_long(ask, facts[0]),
        )
    head = (Bold(ask.name(activity)), ask.section(activity.section), ":")
    return lines(head, *bullets(ask.text(fact) for fact in facts))


def title(ask: Ask) -> Text:
    """The official title, word for word."""
    activity = ask.activities()[0]
    return lines(f"{activity.title.rstrip('. ')}.{ask.section(activity.section)}")


def card(ask: Ask) -> Text:
    """All of an activity on one page."""
    activity = ask.activities()[0]
    sides = [
        f"{side_label(ask, activity, side)}: {told}"
        for side in ("where", "participants", "lead", "coordinating")
        if (told := side_text(ask, activity, side))
    ]
    head = (Bold(f"{activity.no}. {ask.name(activity)}"), ask.section(activity.section))
    about = [f"{ask.say('content')}:", *bullets(ask.text(f) for f in activity.content)]
    return lines(head, _time(ask, activity), *sides, *(about if activity.content else ()))


def _time(ask: Ask, activity: Activity) -> str:
    times = "; ".join(describe(time, ask.language) for time in _times_of(activity))
    if times:
        return f"{ask.say('when')}: {times}"
    return f"{ask.say('no_when')} {_this(ask)}"


def _times_of(activity: Activity) -> tuple[Time, ...]:
    """Its times, or those that it had before it was cancelled."""
    return planned(activity).times if cancelled_on(activity) else activity.times


def _this(ask: Ask) -> str:
    return "hoạt động này." if ask.language == "vi" else "this activity."


SIDES = {
    Intent.WHEN: when,
    Intent.WHERE: where,
    Intent.LEAD: lead,
    Intent.COORDINATING: coordinating,
    Intent.PARTICIPANTS: participants,
    Intent.CONTENT: content,
    Intent.DETAIL: detail,
    Intent.CARD: card,
    Intent.TITLE: title,
}

"""What staff told since the plan was issued, beside an answer about an activity."""

from collections.abc import Iterator, Mapping

from campaign.messages import Bold, Text, plain
from campaign.plan.changes import ChangedActivity, FactKind, NewTime, cancelled_on, new_facts
from campaign.plan.model import Activity
from campaign.talk.answers.page import Ask, Line, lines
from campaign.talk.answers.sides import cancelled
from campaign.talk.questions import Intent
from campaign.talk.times import describe, show_day

_TELLS_BY_ITSELF = frozenset({Intent.WHEN, Intent.COUNTDOWN})
"""Answers that say themselves that something is cancelled."""
_TOLD_BY: Mapping[str, FactKind] = {
    "phone": "phone",
    "officer": "phone",
    "dossier": "dossier",
    "room": "place",
    "address": "place",
}
"""What people ask for, by what staff may have added."""


def since_then(ask: Ask, text: Text) -> Text:
    """Return `text` with what is to be known besides: a cancellation, corrections."""
    activities = [each for each in ask.activities() if isinstance(each, ChangedActivity)]
    told = plain(text)
    corrections = (ask.text(fact) for each in activities for fact in each.corrections)
    silent = ask.question.intent in _TELLS_BY_ITSELF
    gone = () if silent else (_cancelled(ask, each) for each in activities)
    return lines(*gone, text, *(f"{each}." for each in corrections if each not in told))


def added(ask: Ask) -> Text:
    """Return what staff added of that which the plan does not state; empty where nothing."""
    kind = _TOLD_BY.get(ask.question.attribute)
    return lines(*_added(ask, kind)) if kind else ()


def changes(ask: Ask) -> Text:
    """Everything that is not as planned, by activity."""
    rows = [row for activity in ask.plan.activities for row in _changes(ask, activity)]
    return lines((Bold(ask.say("changes")),), *rows) if rows else lines(ask.say("no_changes"))


def _changes(ask: Ask, activity: Activity) -> Iterator[Line]:
    name, section = Bold(ask.name(activity)), ask.section(activity.section)
    if cancelled_on(activity):
        yield ("• ", *cancelled(ask, activity))
    for time in activity.times:
        if isinstance(time, NewTime):
            yield ("• ", name, f": {describe(time, ask.language)}.", section)
    for fact in new_facts(activity):
        label = f" – {ask.say('where')}" if fact.kind == "place" else ""
        yield ("• ", name, f"{label}: {ask.text(fact)}.", section)


def _added(ask: Ask, kind: FactKind) -> Iterator[Line]:
    for activity in ask.activities() or ask.plan.activities:
        for fact in new_facts(activity):
            if fact.kind == kind:
                name, section = Bold(ask.name(activity)), ask.section(activity.section)
                yield (name, f": {ask.text(fact)}.", section)


def _cancelled(ask: Ask, activity: ChangedActivity) -> Line:
    day = cancelled_on(activity)
    if day is None:
        return ()
    return (Bold(ask.name(activity)), f"{ask.say('cancelled_on', day=show_day(day))}.")

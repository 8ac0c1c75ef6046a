"""/nhac: what will come and when, and how a group or a person wants to be reminded."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace

from campaign.messages import Acknowledge, Button, Buttons, Edit, Outgoing, Press, Text
from campaign.outreach.moments import show_moment
from campaign.outreach.reminder_texts import called
from campaign.outreach.reminders import KINDS, Kind, falls_due, midnight
from campaign.talk.notices import say
from campaign.talk.reminder_notices import REMINDER_WORDS
from campaign.zone import VIETNAM
from handlers import campaigns, wishes
from handlers.visits import Visit, note
from storage import groups, reminder_choices
from storage.reminder_choices import Choice

_COMING = 6
_AHEAD = datetime.timedelta(days=366)
_HOURS = (7, 8, 9, 12, 17, 19)
_PAUSES = (1, 3, 7)


def command(visit: Visit, argument: str) -> list[Outgoing]:
    """/nhac: the reminders of the group, or the person's own; in private it takes a wish, too."""
    if visit.chat.kind == "group":
        return [visit.say(*_card(visit, reminder_choices.find(visit.unit, visit.chat.id)))]
    if argument and (answered := wishes.ask(visit, f"nhắc tôi {argument}")):
        return answered
    text, buttons = wishes.listing(visit)
    coming = _coming(visit, Choice())
    return [visit.say((*text, "\n\n", *coming, "\n\n", *wishes.how(visit)), buttons)]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Do what a button of a group's card says, for its administrators; or of somebody's wish."""
    match visit.chat.kind, arguments:
        case "private", ["drop", number]:
            return wishes.drop(visit, press, number)
        case "private", ["ask" | "at", *_]:
            return wishes.picked(visit, press, arguments)
        case "group", [what, *rest] if what in _CHANGES:
            return _change(visit, press, what, rest)
    return note(press, say("old_button", visit.language))


def _change(visit: Visit, press: Press, what: str, rest: list[str]) -> list[Outgoing]:
    if refusal := campaigns.refusal(visit, "remind_admins_only"):
        return note(press, refusal)
    before = reminder_choices.find(visit.unit, visit.chat.id)
    after = _CHANGES[what](visit, before, rest)
    if after is None:
        return note(press, say("old_button", visit.language))
    reminder_choices.keep(visit.unit, visit.chat.id, after, visit.now)
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *_card(visit, after))]


def _kind(_visit: Visit, before: Choice, rest: list[str]) -> Choice | None:
    match rest:
        case [name, "on" | "off" as state] if name in KINDS:
            wanted = {*before.kinds, name} if state == "on" else {*before.kinds} - {name}
            return replace(before, kinds=tuple(each for each in KINDS if each in wanted))
    return None


def _hour(_visit: Visit, before: Choice, rest: list[str]) -> Choice | None:
    hours = {str(hour): hour for hour in _HOURS}
    return replace(before, hour=hours[rest[0]]) if len(rest) == 1 and rest[0] in hours else None


def _pause(visit: Visit, before: Choice, rest: list[str]) -> Choice | None:
    """Leave out the reminders of so many days; today is one of them while its hour is ahead."""
    days = {str(number): number for number in (0, *_PAUSES)}
    if len(rest) != 1 or rest[0] not in days:
        return None
    hour = visit.front.schedule(visit.campaign).at(before.hour).hour
    over = visit.now.astimezone(VIETNAM).time() >= hour
    until = midnight(visit.today + datetime.timedelta(days=days[rest[0]] + over))
    return replace(before, snoozed_until=until if days[rest[0]] else None)


_CHANGES: Mapping[str, Callable[[Visit, Choice, list[str]], Choice | None]] = {
    "kind": _kind,
    "hour": _hour,
    "pause": _pause,
}
"""What can be changed, by the first word of a button; None for a button that says nothing."""


def _card(visit: Visit, choice: Choice) -> tuple[Text, Buttons]:
    language, schedule = visit.language, visit.front.schedule(visit.campaign).at(choice.hour)
    issuer, hour = campaigns.names(visit)["issuer"], f"{schedule.hour:%H:%M}"
    text = say("remind_group", language, issuer=issuer, hour=hour)
    group = groups.find(visit.unit, visit.chat.id, visit.front.default)
    if group is None or not group.approved:
        text = (*text, "\n", *say("remind_unapproved", language))
    if choice.snoozed_until and choice.snoozed_until > visit.now:
        paused = say("remind_paused", language, moment=show_moment(choice.snoozed_until, language))
        text = (*text, "\n", *paused)
    usual = say("remind_usual", language)
    return (*text, "\n\n", *_coming(visit, choice), "\n\n", *usual), _buttons(visit, choice)


def _coming(visit: Visit, choice: Choice) -> Text:
    """Return the next reminders of the groups, as `choice` has them."""
    language, plan = visit.language, visit.handbook.plan
    since = max(visit.now, choice.snoozed_until or visit.now)
    schedule = visit.front.schedule(visit.campaign).at(choice.hour)
    ahead = falls_due(plan, schedule, since, visit.now + _AHEAD)
    wanted = [each for each in ahead if each.kind in choice.kinds][:_COMING]
    if not wanted:
        return say("remind_nothing", language)
    text = say("remind_coming", language)
    for each in wanted:
        kind = f"{REMINDER_WORDS[each.kind][language]} – " if each.activity else ""
        facts = {"moment": show_moment(each.at, language), "what": kind + called(each, language)}
        text = (*text, "\n", *say("remind_coming_line", language, **facts))
    return text


def _buttons(visit: Visit, choice: Choice) -> Buttons:
    words, language = REMINDER_WORDS, visit.language
    usual = visit.front.schedule(visit.campaign).hour
    current = choice.hour or (usual.hour if not usual.minute else None)
    hours = tuple(
        Button(f"✓ {hour}h" if hour == current else f"{hour}h", f"remind:hour:{hour}")
        for hour in _HOURS
    )
    pauses = tuple(
        Button(words["pause"][language].format(days=days), f"remind:pause:{days}")
        for days in _PAUSES
    )
    paused = choice.snoozed_until is not None and choice.snoozed_until > visit.now
    resume = (Button(words["resume"][language], "remind:pause:0"),)
    return (
        *((_toggle(visit, choice, kind),) for kind in KINDS),
        hours,
        resume if paused else pauses,
    )


def _toggle(visit: Visit, choice: Choice, kind: Kind) -> Button:
    on = kind in choice.kinds
    label = REMINDER_WORDS[kind][visit.language]
    return Button(f"{'☑' if on else '☐'} {label}", f"remind:kind:{kind}:{'off' if on else 'on'}")

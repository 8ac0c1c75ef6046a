"""What the buttons under a change do: confirm it, tell the groups of it, withdraw it."""

import re
from collections.abc import Callable, Mapping

from campaign.messages import Acknowledge, Edit, Outgoing, Press
from campaign.outreach.progress import joined
from campaign.plan.changes import planned
from campaign.plan.model import Activity
from campaign.plan.new_times import When
from campaign.talk.change_words import KINDS
from campaign.talk.notices import say
from handlers import change_announcements, registered, roles
from handlers.change_cards import applied, as_planned, card, ids
from handlers.change_questions import activity_of, confirm, records
from handlers.visits import Visit, note
from storage import audit, changes, prompts
from storage.changes import ChangeRecord

Step = Callable[[Visit, Press, list[ChangeRecord], Activity], list[Outgoing]]
_NUMBER = re.compile("[1-9][0-9]{0,14}")


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Do what a button under a change says, for those who may."""
    numbers, name = [*arguments, "", ""][:2]
    named = [int(each) for each in numbers.split(".") if _NUMBER.fullmatch(each)]
    found = records(visit, named)
    activity = activity_of(visit, found[0]) if found else None
    mixed = len(found) != len(named) or len({(each.campaign, each.title) for each in found}) != 1
    if activity is None or name not in _STEPS or mixed:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, found[0].campaign, press.data):
        return note(press, refusal)
    if name in _AUTHOR and any(each.author != visit.sender.id for each in found):
        return note(press, say("old_button", visit.language))
    return _STEPS[name](visit, press, found, activity)


def _same(
    visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
) -> list[Outgoing]:
    """Make the plan's own day certain."""
    if not as_planned(visit, found[0], activity):
        return note(press, say("old_button", visit.language))
    time = planned(activity).times[found[0].part]
    if time.end is None or not changes.word(
        visit.unit, found[0].id, str(When(time.start, time.end))
    ):
        return note(press, say("old_button", visit.language))
    prompts.forget(visit.unit, visit.sender.id)
    return [Acknowledge(press.id), confirm(visit, activity, [found[0].id])]


def _apply(
    visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
) -> list[Outgoing]:
    if not all(changes.apply(visit.unit, each.id, visit.now) for each in found):
        return note(press, say("change_gone", visit.language))
    for each in found:
        _write_down(visit, "change_apply", each, activity)
    news = registered.changed(visit, activity, found)
    text, buttons = applied(visit, activity, found)
    text = joined([text, *registered.count(news, visit.language)])
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, text, buttons), *news]


def _drop(
    visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
) -> list[Outgoing]:
    for each in found:
        changes.drop(visit.unit, each.id)
    shown = card(visit, found[0].campaign, activity.no)
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]


def _undo(
    visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
) -> list[Outgoing]:
    withdrawn = [each for each in found if changes.withdraw(visit.unit, each.id, visit.now)]
    if not withdrawn:
        return note(press, say("change_gone", visit.language))
    for each in withdrawn:
        _write_down(visit, "change_undo", each, activity)
    news = registered.restored(visit, activity_of(visit, found[0]) or activity, withdrawn)
    tell = change_announcements.after_withdrawal(visit, activity, withdrawn, ids(withdrawn))
    text, buttons = card(visit, found[0].campaign, activity.no, "change_withdrawn")
    text = joined([text, *registered.count(news, visit.language)])
    shown = Edit(visit.chat, press.message_id, text, (*tell, *buttons))
    return [Acknowledge(press.id), shown, *news]


def _counting(step: Step) -> Step:
    """Return a step that is taken only while the changes count."""

    def taken(
        visit: Visit, press: Press, found: list[ChangeRecord], activity: Activity
    ) -> list[Outgoing]:
        if not all(each.counts for each in found):
            return note(press, say("change_gone", visit.language))
        return step(visit, press, found, activity)

    return taken


_AUTHOR = ("apply", "drop", "same")
"""What only who began the change may do."""
_STEPS: Mapping[str, Step] = {
    "apply": _apply,
    "back": change_announcements.propose_withdrawal,
    "drop": _drop,
    "now": _counting(change_announcements.at_once),
    "same": _same,
    "tell": _counting(change_announcements.propose),
    "undo": _undo,
}


def _write_down(visit: Visit, action: str, change: ChangeRecord, activity: Activity) -> None:
    detail = f"{activity.section} {activity.name}: {KINDS[change.kind]['vi']} {change.value or ''}"
    audit.add(visit.unit, visit.now, visit.sender.id, change.campaign, action, detail.strip())

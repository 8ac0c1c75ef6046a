"""Inline buttons. What comes back may be old or forged: it is checked, and refused as old."""

from collections.abc import Callable, Mapping

from campaign.messages import Acknowledge, Edit, Outgoing, Press
from campaign.talk.notices import say
from campaign.talk.questions import Intent
from handlers import (
    audit,
    broadcasts,
    campaigns,
    change_steps,
    changes,
    cooperatives,
    editions,
    groups,
    hands,
    imports,
    languages,
    openings,
    own_cooperatives,
    questions,
    receipts,
    registrations,
    reminders,
    reviews,
    roles,
    staff,
    support,
    tagging,
    unreached,
)
from handlers.visits import Visit, note

Pressed = Callable[[Visit, Press, list[str]], list[Outgoing]]
"""Does what a button says, given the words after its first one."""


def handle(visit: Visit, press: Press) -> list[Outgoing]:
    """Do what the button says."""
    name, *arguments = press.data.split(":")
    if name in ANYBODY:
        return ANYBODY[name](visit, press, arguments)
    if name in STAFF:
        refusal = roles.turn_away(visit, press.data)
        return note(press, refusal) if refusal else STAFF[name](visit, press, arguments)
    return _old(visit, press)


def _pick(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Answer about the activity of the button with a new message."""
    campaign, intent, number = arguments if len(arguments) == 3 else ("", "", "")  # noqa: PLR2004 - all
    if not _current(visit, campaign):
        return _old(visit, press)
    numbers = {str(no): no for no in visit.handbook.activities}
    if intent not in set(Intent) or number not in numbers:
        return _old(visit, press)
    reply = questions.show(visit, Intent(intent), activity=numbers[number])
    return [Acknowledge(press.id), visit.say(reply.text, reply.buttons)]


def _page(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Turn to another page of the plan."""
    campaign, number = arguments if len(arguments) == 2 else ("", "")  # noqa: PLR2004 - both
    if not _current(visit, campaign):
        return _old(visit, press)
    pages = {str(page): page for page in (0, *visit.handbook.activities)}
    if number not in pages:
        return _old(visit, press)
    reply = questions.show(visit, Intent.OVERVIEW, page=pages[number])
    return [
        Acknowledge(press.id),
        Edit(visit.chat, press.message_id, reply.text, reply.buttons),
    ]


def _one(take: Callable[[Visit, Press, str], list[Outgoing]]) -> Pressed:
    """Return what does what a button with one more word says."""
    return lambda visit, press, arguments: (
        take(visit, press, arguments[0]) if len(arguments) == 1 else _old(visit, press)
    )


def _current(visit: Visit, campaign: str) -> bool:
    return campaign == visit.campaign and campaign in visit.front.handbooks


def _old(visit: Visit, press: Press) -> list[Outgoing]:
    return note(press, say("old_button", visit.language))


ANYBODY: Mapping[str, Pressed] = {
    "campaign": _one(campaigns.pressed),
    "hand": hands.pressed,
    "help": support.pressed,
    "join": registrations.pressed,
    "lang": _one(languages.pressed),
    "mine": own_cooperatives.pressed,
    "page": _page,
    "pick": _pick,
    "quit": registrations.give_up,
    "remind": reminders.pressed,
    "seen": _one(receipts.pressed),
}
"""The buttons that are for everybody, by their first word."""

STAFF: Mapping[str, Pressed] = {
    "act": changes.pressed,
    "aid": support.ask,
    "cast": broadcasts.pressed,
    "change": change_steps.pressed,
    "coop": cooperatives.pressed,
    "coops": cooperatives.turned,
    "due": reviews.waiting,
    "file": cooperatives.send_file,
    "group": groups.pressed,
    "groups": groups.turned,
    "import": imports.ask,
    "invite": staff.invite,
    "judge": reviews.pressed,
    "log": audit.turned,
    "nudge": unreached.pressed,
    "open": openings.pressed,
    "plan": editions.pressed,
    "revoke": staff.revoke,
    "tag": tagging.pressed,
}
"""The buttons for staff alone, by their first word."""

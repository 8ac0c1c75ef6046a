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
)
from handlers.visits import Visit, note

Pressed = Callable[[Visit, Press, list[str]], list[Outgoing]]
"""Does what a button says, given the words after its first one."""

MEMBERS: Mapping[str, Pressed] = {
    "hand": hands.pressed,
    "help": support.pressed,
    "join": registrations.pressed,
    "mine": own_cooperatives.pressed,
    "quit": registrations.give_up,
}
"""The buttons of the ledger and of registration that are for everybody, by their first word."""

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
    "open": openings.pressed,
    "plan": editions.pressed,
    "revoke": staff.revoke,
    "tag": tagging.pressed,
}
"""The buttons for staff alone, by their first word."""


def handle(visit: Visit, press: Press) -> list[Outgoing]:
    """Do what the button says: a new message for a picked activity, an edit for the rest."""
    match press.data.split(":"):
        case ["pick", campaign, intent, number] if _current(visit, campaign):
            return _pick(visit, press, intent, number)
        case ["page", campaign, number] if _current(visit, campaign):
            return _page(visit, press, number)
        case ["campaign", argument]:
            return campaigns.pressed(visit, press, argument)
        case ["seen", number]:
            return receipts.pressed(visit, press, number)
        case ["remind", *arguments]:
            return reminders.pressed(visit, press, arguments)
        case [name, *arguments] if name in MEMBERS:
            return MEMBERS[name](visit, press, arguments)
        case ["lang", argument]:
            return languages.pressed(visit, press, argument)
        case [name, *arguments] if name in STAFF:
            refusal = roles.turn_away(visit, press.data)
            return note(press, refusal) if refusal else STAFF[name](visit, press, arguments)
    return _old(visit, press)


def _pick(visit: Visit, press: Press, intent: str, number: str) -> list[Outgoing]:
    numbers = {str(no): no for no in visit.handbook.activities}
    if intent not in set(Intent) or number not in numbers:
        return _old(visit, press)
    reply = questions.show(visit, Intent(intent), activity=numbers[number])
    return [Acknowledge(press.id), visit.say(reply.text, reply.buttons)]


def _page(visit: Visit, press: Press, number: str) -> list[Outgoing]:
    pages = {str(page): page for page in (0, *visit.handbook.activities)}
    if number not in pages:
        return _old(visit, press)
    reply = questions.show(visit, Intent.OVERVIEW, page=pages[number])
    return [
        Acknowledge(press.id),
        Edit(visit.chat, press.message_id, reply.text, reply.buttons),
    ]


def _current(visit: Visit, campaign: str) -> bool:
    return campaign == visit.campaign and campaign in visit.front.handbooks


def _old(visit: Visit, press: Press) -> list[Outgoing]:
    return note(press, say("old_button", visit.language))

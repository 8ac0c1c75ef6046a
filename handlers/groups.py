"""Staff look after groups: /nhom, and the buttons that approve and refuse."""

import re

from campaign.messages import Acknowledge, Edit, Outgoing, Press, plain
from campaign.talk.notices import say
from handlers import roles, tagging
from handlers.group_cards import card, listing
from handlers.visits import Visit, note
from storage import audit, groups
from storage.groups import GroupRecord

# What a button was shown for, and what it makes of the group. A card may be old: what somebody
# else has decided since is not undone by it.
_DECISIONS: dict[str, tuple[bool | None, bool]] = {
    "approve": (None, True),
    "refuse": (None, False),
    "readmit": (False, True),
    "withdraw": (True, False),
}
_PAGE = re.compile("0|[1-9][0-9]{0,5}")


def command(visit: Visit, _argument: str) -> list[Outgoing]:
    """/nhom: the groups of the person's campaigns, those that wait for a decision first."""
    return [visit.say(*listing(visit, 0))]


def turned(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Turn to another page of the groups."""
    if len(arguments) != 1 or not _PAGE.fullmatch(arguments[0]):
        return note(press, say("old_button", visit.language))
    shown = listing(visit, int(arguments[0]))
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Show a group's card, decide about the group, or ask for its name or tags."""
    group = tagging.find(visit, arguments[0]) if arguments else None
    if group is None:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, group.campaign, press.data):
        return note(press, refusal)
    tagging.ask_no_more(visit, group)
    match arguments[1:]:
        case []:
            return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *card(visit, group))]
        case [decision] if decision in _DECISIONS:
            return _decide(visit, press, group, decision)
        case ["name"]:
            return tagging.ask_name(visit, press, group)
        case ["tags"]:
            return tagging.ask_tags(visit, press, group)
    return note(press, say("old_button", visit.language))


def _decide(visit: Visit, press: Press, group: GroupRecord, decision: str) -> list[Outgoing]:
    before, after = _DECISIONS[decision]
    notice = ""
    if groups.decide(visit.unit, group.chat_id, before, after, visit.now):
        action = "approve" if after else "reject"
        detail = f"{group.chat_id} {group.label}"
        audit.add(visit.unit, visit.now, visit.sender.id, group.campaign, action, detail)
    else:
        notice = plain(say("already_decided", visit.language))
    group = groups.find(visit.unit, group.chat_id, visit.front.default) or group
    edit = Edit(visit.chat, press.message_id, *card(visit, group))
    return [Acknowledge(press.id, notice), edit]

"""Staff are told which groups come and go, and asked about those that come."""

from dataclasses import replace

from campaign.messages import Buttons, Chat, Outgoing, Send, Text
from campaign.talk.notices import say
from handlers.group_cards import decision_buttons
from handlers.readers import staff_of
from handlers.visits import Front, Visit
from storage import audit, chats, groups
from storage.database import Unit


def announce(visit: Visit) -> list[Send]:
    """Ask the staff of the chat's campaign about it: a group that waits, and once only.

    A group is bound to a campaign and joined in either order, and each may come more than once.
    """
    group = groups.find(visit.unit, visit.chat.id, visit.front.default)
    if group is None or group.approved is not None or group.campaign not in visit.front.handbooks:
        return []
    last = audit.latest(visit.unit, group.chat_id, ["arrive"])
    if last and last.campaign == group.campaign:
        return []
    detail = f"{group.chat_id} {group.label}"
    audit.add(visit.unit, visit.now, visit.sender.id, group.campaign, "arrive", detail)
    cards: list[Send] = []
    for reader in staff_of(visit.front, visit.unit, group.campaign):
        language = chats.language(visit.unit, reader)
        text = say(
            "group_arrived", language, group=group.label, campaign=visit.front.label(group.campaign)
        )
        cards.append(_to(reader, text, decision_buttons(language, group.chat_id)))
    return cards


def tell_of_leaving(front: Front, unit: Unit, chat_id: int) -> list[Outgoing]:
    """Tell the staff that an approved group, in which the bot still was, has removed it."""
    group = groups.find(unit, chat_id, front.default)
    if group is None or not (group.approved and group.present):
        return []
    return [
        replace(
            _to(reader, say("group_left", chats.language(unit, reader), group=group.label)),
            about=chat_id,
        )
        for reader in staff_of(front, unit, group.campaign)
    ]


def _to(reader: int, text: Text, buttons: Buttons = ()) -> Send:
    return Send(Chat(reader, "private"), text, buttons)

"""What all steps of an announcement have in common: writing it down, showing the card again."""

from campaign.messages import Acknowledge, Edit, Outgoing, Press
from campaign.talk.notices import say
from handlers.broadcast_cards import card
from handlers.visits import Visit, note
from storage import audit, broadcasts
from storage.broadcasts import BroadcastRecord


def write_down(visit: Visit, broadcast: BroadcastRecord, action: str, detail: str = "") -> None:
    """Put what the person did to the broadcast into the audit log."""
    what = f"#{broadcast.id} {detail}".strip()
    audit.add(visit.unit, visit.now, visit.sender.id, broadcast.campaign, f"cast_{action}", what)


def old(visit: Visit, press: Press) -> list[Outgoing]:
    """Refuse a button that fits no longer."""
    return note(press, say("old_button", visit.language))


def turned(visit: Visit, press: Press, broadcast: BroadcastRecord) -> list[Outgoing]:
    """Show the card as it is now in the place of the one whose button was pressed."""
    broadcast = broadcasts.find(visit.unit, broadcast.id) or broadcast
    return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *card(visit, broadcast))]

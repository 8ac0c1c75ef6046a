"""What all steps of an announcement have in common: writing it down, showing the card again."""

from campaign.messages import Acknowledge, Edit, Outgoing, Press, Text
from campaign.talk.notices import say
from handlers.broadcast_buttons import reach
from handlers.broadcast_cards import card
from handlers.visits import Visit, note
from storage import audit, broadcasts, corrections
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


def hindrance(visit: Visit, broadcast: BroadcastRecord) -> Text | None:
    """Return why it cannot be let go at this moment; None where it can."""
    changes = broadcast.kind != "announcement"
    if changes and corrections.recalled(visit.unit, broadcast):
        return say("old_button", visit.language)
    if changes and corrections.under_way(visit.unit, broadcast):
        return say("cast_under_way", visit.language)
    if not reach(visit.front, visit.unit, broadcast):
        return say("cast_nobody", visit.language)
    return None

"""Announcements on their way: sending, pausing, stopping, and sending again what failed."""

from dataclasses import replace

from campaign.messages import Outgoing, Press
from campaign.talk.notices import say
from handlers import approvals
from handlers.broadcast_buttons import stamp
from handlers.broadcast_steps import hindrance, old, turned, write_down
from handlers.visits import Visit, note
from storage import broadcasts, corrections
from storage.broadcasts import BroadcastRecord


def send(
    visit: Visit, press: Press, broadcast: BroadcastRecord, arguments: list[str]
) -> list[Outgoing]:
    """Send what was shown, now; or let a second person look at it first."""
    if broadcast.state not in ("draft", "scheduled") or arguments != [stamp(broadcast)]:
        return old(visit, press)
    if hindered := hindrance(visit, broadcast):
        return note(press, hindered)
    ready = replace(broadcast, card_id=press.message_id, due_at=None)
    if approvals.needed(visit.front, ready):
        return approvals.submit(visit, press, broadcast, ready)
    if not broadcasts.start(visit.unit, ready, visit.front.default, visit.now):
        return old(visit, press)
    write_down(visit, broadcast, "send")
    return turned(visit, press, broadcast)


def pause(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Send no more until somebody goes on."""
    if not broadcasts.pause(visit.unit, broadcast.id):
        return old(visit, press)
    write_down(visit, broadcast, "pause")
    return turned(visit, press, broadcast)


def resume(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Go on sending."""
    if not broadcasts.resume(visit.unit, broadcast.id):
        return old(visit, press)
    write_down(visit, broadcast, "resume")
    return turned(visit, press, broadcast)


def stop(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Send no more of it, for good."""
    if broadcast.state not in ("running", "paused"):
        return old(visit, press)
    broadcasts.cancel(visit.unit, broadcast.id, visit.now)
    write_down(visit, broadcast, "stop")
    return turned(visit, press, broadcast)


def again(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Send it again to the groups where it failed; the card shows how that goes."""
    if corrections.superseded(visit.unit, broadcast):
        return old(visit, press)
    if corrections.under_way(visit.unit, broadcast):
        return note(press, say("cast_under_way", visit.language))
    if not broadcasts.resend(visit.unit, broadcast.id, visit.now):
        return note(press, say("cast_nothing_to_resend", visit.language))
    write_down(visit, broadcast, "again")
    if broadcast.author == visit.sender.id:  # the card is in the author's chat
        _show_here(visit, press, broadcast)
    return turned(visit, press, broadcast)


def _show_here(visit: Visit, press: Press, broadcast: BroadcastRecord) -> None:
    now = broadcasts.find(visit.unit, broadcast.id)
    if now:
        broadcasts.keep(visit.unit, now, replace(now, card_id=press.message_id))

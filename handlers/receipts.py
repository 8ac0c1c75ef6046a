"""The button "Đã nhận" under an announcement, for everybody in the group that got it."""

import re

from campaign.messages import Outgoing, Press
from campaign.talk.notices import say
from handlers.visits import Visit, note
from storage import receipts

_NUMBER = re.compile("[1-9][0-9]{0,14}")


def pressed(visit: Visit, press: Press, number: str) -> list[Outgoing]:
    """Count the person's receipt, once in each group."""
    if visit.chat.kind != "group":
        return note(press, say("receipt_preview", visit.language))
    if not _NUMBER.fullmatch(number):
        return note(press, say("old_button", visit.language))
    broadcast_id, chat_id = int(number), visit.chat.id
    if not receipts.expected(visit.unit, broadcast_id, chat_id):
        return note(press, say("old_button", visit.language))
    new = receipts.add(visit.unit, broadcast_id, chat_id, visit.sender.id, visit.now)
    return note(press, say("receipt_thanks" if new else "receipt_again", visit.language))

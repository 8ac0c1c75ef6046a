"""The button "Đã nhận" under an announcement, for everybody in the group that got it; and for
staff, which groups have pressed it.
"""

import re

from campaign.ledger.names import shortened
from campaign.messages import Acknowledge, Button, Buttons, Edit, Outgoing, Press, Text
from campaign.outreach.progress import figure, joined
from campaign.talk.notices import say
from handlers.visits import Visit, note
from storage import receipts
from storage.broadcasts import BroadcastRecord
from storage.receipts import GroupReceipts

_PER_PAGE = 20
_LONGEST_LABEL = 60
_PAGE = re.compile("[0-9]{1,6}")
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


def listed(
    visit: Visit, press: Press, broadcast: BroadcastRecord, arguments: list[str]
) -> list[Outgoing]:
    """Show a page of the groups that got it, those that have not confirmed it first."""
    if not broadcast.receipt or broadcast.kind != "announcement":
        return note(press, say("old_button", visit.language))
    match arguments:
        case []:
            return [Acknowledge(press.id), visit.say(*_page(visit, broadcast, 0))]
        case [page] if _PAGE.fullmatch(page):
            shown = _page(visit, broadcast, int(page))
            return [Acknowledge(press.id), Edit(visit.chat, press.message_id, *shown)]
    return note(press, say("old_button", visit.language))


def _page(visit: Visit, broadcast: BroadcastRecord, page: int) -> tuple[Text, Buttons]:
    total = receipts.count_groups(visit.unit, broadcast.id)
    _, confirmed = receipts.count(visit.unit, broadcast.id)
    last = max(total - 1, 0) // _PER_PAGE
    page = min(page, last)
    found = receipts.by_group(visit.unit, broadcast.id, _PER_PAGE, page * _PER_PAGE)
    facts = {
        "number": str(broadcast.id),
        "confirmed": figure(confirmed, visit.language),
        "total": figure(total, visit.language),
    }
    title = say("receipts_title", visit.language, **facts)
    return joined([title, *(_line(visit, each) for each in found)]), _turns(broadcast, page, last)


def _line(visit: Visit, each: GroupReceipts) -> Text:
    name = shortened(each.label, _LONGEST_LABEL)
    if not each.people:
        return (f"✗ {name}",)
    people = figure(each.people, visit.language)
    return say("receipts_group", visit.language, group=name, people=people)


def _turns(broadcast: BroadcastRecord, page: int, last: int) -> Buttons:
    pages = [(f"« {page}", page - 1), (f"{page + 2} »", page + 1)]
    begin = f"cast:{broadcast.id}:receipts"
    row = tuple(Button(label, f"{begin}:{to}") for label, to in pages if 0 <= to <= last)
    return (row,) if row else ()

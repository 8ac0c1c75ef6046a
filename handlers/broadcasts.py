"""Announcements: /thongbao, and what every button of their cards asks first."""

import re
from collections.abc import Callable, Mapping

from campaign.messages import Acknowledge, Button, Buttons, Content, Edit, Outgoing, Press
from campaign.outreach.content import after_command
from campaign.talk.notices import say
from campaign.zone import VIETNAM
from handlers import (
    approvals,
    audiences,
    corrections,
    drafts,
    postponing,
    receipts,
    roles,
    running,
)
from handlers.broadcast_buttons import button
from handlers.broadcast_cards import preview
from handlers.readers import reader
from handlers.visits import FRESH, Visit, note
from storage import broadcasts, prompts
from storage.broadcasts import BroadcastRecord

_LISTED = 5
_LONGEST_LABEL = 30
_NUMBER = re.compile("[1-9][0-9]{0,14}")
_MARKS: Mapping[broadcasts.State, str] = {
    "draft": "✎",
    "waiting": "⏳",
    "scheduled": "⏰",
    "running": "▶",
    "paused": "⏸",
    "done": "✓",
    "cancelled": "■",
}
_SHOWN: Mapping[str, str] = {"photo": "🖼", "document": "📎"}

Step = Callable[[Visit, Press, BroadcastRecord, list[str]], list[Outgoing]]


def command(visit: Visit, argument: str) -> list[Outgoing]:
    """/thongbao: take what was written after it, or ask for it and show the last ones."""
    written = visit.content
    if not argument and not (written and written.media):
        return [*drafts.begin(visit), *_recent(visit)]
    return drafts.begin_with(visit, after_command(written) if written else None)


def _recent(visit: Visit) -> list[Outgoing]:
    rows = _rows(visit)
    return [visit.say(say("cast_recent", visit.language), rows)] if rows else []


def _rows(visit: Visit, before: int | None = None) -> Buttons:
    """Return a button for each of the last announcements, those before `before` if it is said."""
    found = broadcasts.listing(visit.unit, visit.manages, _LISTED + 1, before)
    shown = found[:_LISTED]
    rows = tuple((Button(_label(each), f"cast:{each.id}:show"),) for each in shown)
    if len(found) == len(shown):
        return rows
    return (*rows, (button("older", visit.language, f"cast:{shown[-1].id}:older"),))


def _label(broadcast: BroadcastRecord) -> str:
    day = broadcast.created_at.astimezone(VIETNAM)
    words = _words(broadcast.content) if broadcast.content else ""
    if len(words) > _LONGEST_LABEL:
        words = f"{words[:_LONGEST_LABEL]}…"
    return f"{_MARKS[broadcast.state]} {broadcast.id} · {day.day}/{day.month} · {words}"


def _words(content: Content) -> str:
    """Return what it says in one line; what it shows where it says nothing."""
    return " ".join(content.text.split()) or (_SHOWN[content.media.kind] if content.media else "")


def pressed(visit: Visit, press: Press, arguments: list[str]) -> list[Outgoing]:
    """Do what a button of a card says, for those who may."""
    broadcast = _find(visit, arguments[0]) if arguments else None
    if broadcast is None:
        return note(press, say("old_button", visit.language))
    if refusal := roles.turn_away_from(visit, broadcast.campaign, press.data):
        return note(press, refusal)
    _ask_no_more(visit, broadcast)
    name = arguments[1] if len(arguments) > 1 else ""
    if name in _ANYBODY:
        return _ANYBODY[name](visit, press, broadcast, arguments[2:])
    if name not in _AUTHOR:
        return note(press, say("old_button", visit.language))
    if broadcast.author != visit.sender.id:
        return note(press, roles.refuse(visit, "cast_author_only", press.data, broadcast.campaign))
    return _AUTHOR[name](visit, press, broadcast, arguments[2:])


def _ask_no_more(visit: Visit, broadcast: BroadcastRecord) -> None:
    """Ask for nothing about the broadcast any more: a button of its card was pressed instead."""
    asked = prompts.find(visit.unit, visit.sender.id, visit.now - FRESH)
    questions = ("content", "words", "moment", "correction")
    subjects = (broadcast.id, broadcast.root)
    if asked and asked.question in questions and asked.subject in subjects:
        prompts.forget(visit.unit, visit.sender.id)


def _show(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    return [Acknowledge(press.id), *preview(reader(visit), broadcast)]


def _older(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Show the announcements before this one in the place of the list."""
    recent = say("cast_recent", visit.language)
    edit = Edit(visit.chat, press.message_id, recent, _rows(visit, broadcast.id))
    return [Acknowledge(press.id), edit]


_ANYBODY: Mapping[str, Step] = {
    "show": _show,
    "older": _older,
    "receipts": receipts.listed,
    "undo": postponing.undo,
    "approve": approvals.approve,
    "refuse": approvals.refuse,
    "pause": running.pause,
    "resume": running.resume,
    "stop": running.stop,
    "again": running.again,
    "correct": corrections.ask,
    "recall": corrections.recall,
}
"""What every member of the campaign's staff may do; each step checks the state itself."""
_AUTHOR: Mapping[str, Step] = {
    "for": drafts.choose_campaign,
    "edit": drafts.edit,
    "pin": drafts.toggle_pin,
    "receipt": drafts.toggle_receipt,
    "drop": drafts.drop,
    "groups": audiences.choose,
    "tag": audiences.toggle,
    "all": audiences.everybody,
    "back": audiences.back,
    "later": postponing.ask,
    "at": postponing.confirm,
    "send": running.send,
}
"""What only the author may do."""


def _find(visit: Visit, number: str) -> BroadcastRecord | None:
    found = broadcasts.find(visit.unit, int(number)) if _NUMBER.fullmatch(number) else None
    return None if found is None or found.kind == "reminder" else found

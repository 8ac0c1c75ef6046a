"""A second person looks at an announcement before it goes, where that is configured."""

from dataclasses import replace

from campaign.messages import Acknowledge, Edit, Language, Outgoing, Press, Send, Text
from campaign.talk.notices import say
from handlers import roles
from handlers.broadcast_buttons import name, stamp
from handlers.broadcast_cards import preview, show
from handlers.broadcast_steps import hindrance, old, turned, write_down
from handlers.readers import somebody, staff_of
from handlers.visits import Front, Visit, note
from storage import broadcasts, chats
from storage.broadcasts import BroadcastRecord


def needed(front: Front, broadcast: BroadcastRecord) -> bool:
    """Say whether somebody else has to look at it. A recall must not wait for anybody."""
    return front.second_approver and broadcast.kind != "recall"


def submit(
    visit: Visit, press: Press, draft: BroadcastRecord, ready: BroadcastRecord
) -> list[Outgoing]:
    """Let `ready`, which was `draft`, wait for one of the other staff, who are asked."""
    others = _others(visit, ready)
    reached = [user_id for user_id in others if chats.reaches(visit.unit, user_id)]
    if not reached:
        why = say("cast_nobody_reached" if others else "cast_nobody_else", visit.language)
        return note(press, why)
    waiting = replace(ready, state="waiting", decided_by=None)
    if not broadcasts.keep(visit.unit, draft, waiting):
        return old(visit, press)
    write_down(visit, draft, "submit")
    asked = [
        each
        for user_id in reached
        for each in preview(somebody(visit.front, visit.unit, visit.now, user_id), waiting)
    ]
    return [*turned(visit, press, waiting), *asked]


def approve(
    visit: Visit, press: Press, broadcast: BroadcastRecord, arguments: list[str]
) -> list[Outgoing]:
    """Send it, or let it wait for its time; only what was shown is approved."""
    if broadcast.state != "waiting" or arguments != [stamp(broadcast)]:
        return old(visit, press)
    if refusal := _own(visit, press, broadcast):
        return refusal
    if broadcast.due_at and broadcast.due_at <= visit.now:
        return note(press, say("cast_moment_over", visit.language))  # it will be a draft presently
    if hindered := hindrance(visit, broadcast):
        return note(press, hindered)
    decided = replace(broadcast, decided_by=visit.sender.id)
    if broadcast.due_at:
        done = broadcasts.keep(visit.unit, broadcast, replace(decided, state="scheduled"))
    else:
        done = broadcasts.start(visit.unit, decided, visit.front.default, visit.now)
    if not done:
        return old(visit, press)
    write_down(visit, broadcast, "approve")
    answer = say("cast_approved", visit.language, what=name(broadcast, visit.language))
    edit = Edit(visit.chat, press.message_id, answer)
    return [Acknowledge(press.id), edit, *_author_card(visit, broadcast)]


def refuse(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Make it a draft again, and tell its author."""
    if broadcast.state != "waiting":
        return old(visit, press)
    if refusal := _own(visit, press, broadcast):
        return refusal
    draft = replace(broadcast, state="draft", due_at=None, decided_by=visit.sender.id)
    if not broadcasts.keep(visit.unit, broadcast, draft):
        return old(visit, press)
    write_down(visit, broadcast, "refuse")
    edit = Edit(visit.chat, press.message_id, _refused(broadcast, visit.language))
    author = somebody(visit.front, visit.unit, visit.now, broadcast.author)
    told = Send(author.chat, _refused(broadcast, author.language))
    return [Acknowledge(press.id), edit, told, *_author_card(visit, broadcast)]


def _refused(broadcast: BroadcastRecord, language: Language) -> Text:
    what = name(broadcast, language)
    return say("cast_refused", language, what=what[:1].upper() + what[1:])


def _own(visit: Visit, press: Press, broadcast: BroadcastRecord) -> list[Outgoing]:
    if broadcast.author != visit.sender.id:
        return []
    return note(press, roles.refuse(visit, "cast_own", press.data, broadcast.campaign))


def _author_card(visit: Visit, broadcast: BroadcastRecord) -> list[Outgoing]:
    now = broadcasts.find(visit.unit, broadcast.id)
    if now is None or now.card_id is None:
        return []
    author = somebody(visit.front, visit.unit, visit.now, now.author)
    return [Edit(author.chat, now.card_id, *show(author, now))]


def _others(visit: Visit, broadcast: BroadcastRecord) -> list[int]:
    readers = staff_of(visit.front, visit.unit, broadcast.campaign)
    return [reader for reader in readers if reader != broadcast.author]

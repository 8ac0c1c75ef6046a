"""Announcements at a time: choosing it in words, confirming it, and taking it back."""

import datetime
import re
from dataclasses import replace

from campaign.messages import Acknowledge, Message, Outgoing, Press, Send, Text
from campaign.outreach.moments import read_moment, show_moment
from campaign.outreach.progress import joined
from campaign.outreach.unclear import NoHour, why_unclear
from campaign.outreach.warnings import say_doubt
from campaign.talk.notices import say
from handlers import approvals, roles
from handlers.broadcast_buttons import button, reach, stamp
from handlers.broadcast_cards import outlook
from handlers.broadcast_steps import old, turned, write_down
from handlers.readers import reader, somebody
from handlers.visits import Visit, note
from storage import broadcasts, prompts
from storage.broadcasts import BroadcastRecord

_MOMENT = re.compile("[1-9][0-9]{8,10}")
"""Seconds since 1970."""


def ask(
    visit: Visit, press: Press, draft: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Ask when it shall go; the next message answers."""
    if draft.state != "draft" or draft.kind != "announcement" or draft.content is None:
        return old(visit, press)
    prompts.ask(visit.unit, visit.sender.id, "moment", draft.id, visit.now)
    return [Acknowledge(press.id), visit.say(say("cast_ask_moment", visit.language))]


def answered(visit: Visit, message: Message, broadcast_id: int) -> list[Outgoing]:
    """Take the message as the moment, and let it be confirmed; ask again where it is none."""
    draft = broadcasts.find(visit.unit, broadcast_id)
    if draft is None or draft.state != "draft" or draft.author != visit.sender.id:
        return [visit.say(say("old_button", visit.language))]
    if refusal := roles.turn_away_from(visit, draft.campaign, f"moment {broadcast_id}"):
        return [visit.say(refusal)]
    moment = read_moment(message.text, visit.now)
    if moment is not None and moment >= visit.now:
        return [_confirmation(visit, draft, moment)]
    prompts.ask(visit.unit, visit.sender.id, "moment", draft.id, visit.now)
    wrong = say("cast_moment_over", visit.language) if moment else _unclear(visit, message.text)
    return [visit.say((*wrong, "\n", *say("cast_ask_again", visit.language)))]


def _unclear(visit: Visit, text: str) -> Text:
    match why_unclear(text, visit.now):
        case None:
            return say("cast_moment_unclear", visit.language)
        case NoHour(said):
            return say("cast_hour_missing", visit.language, said=said)
        case doubt:
            return say_doubt(doubt, visit.language)


def confirm(
    visit: Visit, press: Press, draft: BroadcastRecord, arguments: list[str]
) -> list[Outgoing]:
    """Schedule the draft for the moment of the button."""
    match arguments:
        case [seconds, mark] if _MOMENT.fullmatch(seconds) and mark == stamp(draft):
            moment = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
        case _:
            return old(visit, press)
    if draft.state != "draft" or draft.kind != "announcement":
        return old(visit, press)
    if moment <= visit.now:
        return note(press, say("cast_moment_over", visit.language))
    if not reach(visit.front, visit.unit, draft):
        return note(press, say("cast_nobody", visit.language))
    timed = replace(draft, due_at=moment, card_id=press.message_id)
    if approvals.needed(visit.front, timed):
        return approvals.submit(visit, press, draft, timed)
    broadcasts.keep(visit.unit, draft, replace(timed, state="scheduled"))
    write_down(visit, draft, "schedule", show_moment(moment, "vi"))
    return turned(visit, press, timed)


def undo(
    visit: Visit, press: Press, broadcast: BroadcastRecord, _arguments: list[str]
) -> list[Outgoing]:
    """Make it a draft again: one that was scheduled, or the author's own that waits."""
    mine = broadcast.author == visit.sender.id
    if broadcast.state != "scheduled" and not (broadcast.state == "waiting" and mine):
        return old(visit, press)
    draft = replace(broadcast, state="draft", due_at=None, decided_by=None)
    if not broadcasts.keep(visit.unit, broadcast, draft):
        return old(visit, press)
    write_down(visit, broadcast, "undo")
    told = [] if mine else [_tell(visit, broadcast)]
    return [*turned(visit, press, draft), *told]


def _confirmation(visit: Visit, draft: BroadcastRecord, moment: datetime.datetime) -> Send:
    """Ask whether that is right; what is to go at this moment goes as soon as it is confirmed."""
    language, begin = visit.language, f"cast:{draft.id}"
    if moment == visit.now:
        ahead, go = draft, button("send", language, f"{begin}:send:{stamp(draft)}")
    else:
        ahead = replace(draft, due_at=moment)
        at = f"{begin}:at:{int(moment.timestamp())}:{stamp(draft)}"
        go = button("at", language, at, moment=show_moment(moment, language))
    other = button("other_moment", language, f"{begin}:later")
    back = button("return", language, f"{begin}:back")
    question = [say("cast_confirm_moment", language), outlook(reader(visit), ahead)]
    return visit.say(joined(question), ((go,), (other, back)))


def _tell(visit: Visit, broadcast: BroadcastRecord) -> Send:
    author = somebody(visit.front, visit.unit, visit.now, broadcast.author)
    notice = say("cast_unscheduled", author.language, number=str(broadcast.id))
    return Send(author.chat, notice)

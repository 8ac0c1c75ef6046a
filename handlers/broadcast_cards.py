"""What staff see of an announcement: its exact words, and its card."""

import datetime
import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from campaign.messages import Button, Buttons, Chat, Language, Outgoing, Post, Send, Text
from campaign.outreach.cards import Card, show_card
from campaign.outreach.moments import is_quiet
from campaign.outreach.progress import figure, joined, show_progress, show_report
from campaign.outreach.warnings import doubts
from campaign.talk.broadcast_words import CAST_WORDS, RECEIVED, BroadcastWord
from campaign.talk.notices import say
from handlers.visits import Front, Visit
from storage import broadcasts, chats, corrections, groups, queueing
from storage.broadcasts import BroadcastRecord
from storage.database import Unit

_NAMED = 10
"""How many groups a report names."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who sees a card, now (aware), in their private chat."""

    front: Front
    unit: Unit
    now: datetime.datetime
    user_id: int
    language: Language

    @property
    def chat(self) -> Chat:
        """Where they see it."""
        return Chat(self.user_id, "private")


def reader(visit: Visit) -> Reader:
    """Return who speaks to the bot as one who reads a card."""
    return Reader(visit.front, visit.unit, visit.now, visit.sender.id, visit.language)


def somebody(front: Front, unit: Unit, now: datetime.datetime, user_id: int) -> Reader:
    """Return somebody to whom the bot speaks first."""
    return Reader(front, unit, now, user_id, chats.language(unit, user_id))


def card(visit: Visit, broadcast: BroadcastRecord) -> tuple[Text, Buttons]:
    """Return how the broadcast stands, and what can be done."""
    return show(reader(visit), broadcast)


def preview(reader: Reader, broadcast: BroadcastRecord) -> list[Outgoing]:
    """Return the words exactly as the groups will see them, and the card."""
    shown: list[Outgoing] = [Send(reader.chat, *show(reader, broadcast))]
    if broadcast.content is None or broadcast.kind == "recall":
        return shown
    return [Post(reader.chat, broadcast.content, received(broadcast)), *shown]


def received(broadcast: BroadcastRecord) -> Buttons:
    """Return the button with which groups confirm that they have read it."""
    return ((Button(RECEIVED, f"seen:{broadcast.root}"),),) if broadcast.receipt else ()


def stamp(broadcast: BroadcastRecord) -> str:
    """Return a short mark of what is shown: a button made for other words does nothing."""
    said = asdict(broadcast.content) if broadcast.content else None
    shown = [said, broadcast.tags, broadcast.pin, broadcast.receipt, broadcast.campaign]
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:12]


def reach(front: Front, unit: Unit, broadcast: BroadcastRecord) -> int:
    """Return how many groups it would go to at this moment."""
    if broadcast.kind == "announcement":
        return groups.count(unit, broadcast.campaign, front.default, broadcast.tags)
    return queueing.count(unit, queueing.copies(broadcast.root))


def show(reader: Reader, broadcast: BroadcastRecord) -> tuple[Text, Buttons]:
    """Return the card as `reader` sees it, with the buttons that they may press."""
    lines = [
        *_head(reader, broadcast),
        *_beyond(reader, broadcast),
        *_figures(reader, broadcast),
    ]
    if _is_ahead(broadcast):
        lines.append(outlook(reader, broadcast))
    return joined(lines), _buttons(reader, broadcast)


def _is_ahead(broadcast: BroadcastRecord) -> bool:
    return broadcast.kind == "announcement" and broadcast.state in broadcasts.UNSENT


def button(word: BroadcastWord, language: Language, data: str, **facts: str) -> Button:
    """Return a button of a card."""
    return Button(CAST_WORDS[word][language].format(**facts), data)


def _head(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    language, number, original = reader.language, str(broadcast.id), str(broadcast.root)
    lines = [_state(reader, broadcast, number)]
    if broadcast.kind == "correction" and broadcast.state != "draft":
        lines.append(say("cast_corrected", language, original=original))
    if broadcast.kind == "recall" and broadcast.state != "draft":
        lines.append(say("cast_recalled", language, original=original))
    if len(reader.front.handbooks) > 1 and not _is_ahead(broadcast):
        label = _label(reader.front, broadcast.campaign)
        lines.append(say("cast_campaign", language, campaign=label))
    return lines


def _state(reader: Reader, broadcast: BroadcastRecord, number: str) -> Text:
    language = reader.language
    match broadcast.state:
        case "draft":
            return _draft(reader, broadcast, number)
        case "waiting" if broadcast.author != reader.user_id:
            return say("cast_approval", language, who=str(broadcast.author), number=number)
        case "waiting":
            return say("cast_waiting", language, number=number)
        case "scheduled":
            return say("cast_scheduled", language, number=number)
        case "running":
            return say("cast_running", language, number=number)
        case "paused":
            return say("cast_paused", language, number=number)
        case "done":
            return say("cast_done", language, number=number)
        case "cancelled" if broadcast.started_at is None:
            return say("cast_dropped", language, number=number)
        case "cancelled":
            return say("cast_cancelled", language, number=number)


def _draft(reader: Reader, broadcast: BroadcastRecord, number: str) -> Text:
    language, original = reader.language, str(broadcast.root)
    match broadcast.kind:
        case "announcement":
            return say("cast_draft", language, number=number)
        case "correction":
            reached = figure(reach_of_copies(reader.unit, broadcast), language)
            return say("cast_correction", language, original=original, reach=reached)
        case "recall":
            chosen = {
                "reach": queueing.copies(broadcast.root),
                "young": queueing.young(broadcast.root, reader.now),
                "old": queueing.old(broadcast.root, reader.now),
            }
            facts = {
                name: figure(queueing.count(reader.unit, rows), language)
                for name, rows in chosen.items()
            }
            return say("cast_recall", language, original=original, **facts)


def _beyond(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    """Return what no correction or recall can do."""
    original = broadcasts.find(reader.unit, broadcast.root)
    if broadcast.kind == "announcement" or broadcast.state != "draft" or original is None:
        return []
    unknown = broadcasts.tally(reader.unit, original).unknown
    facts = {"number": figure(unknown, reader.language)}
    return [say("cast_unreachable", reader.language, **facts)] if unknown else []


def _figures(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    if broadcast.started_at is None:
        return []
    tally, language = broadcasts.tally(reader.unit, broadcast), reader.language
    if broadcast.finished_at is None:
        return [show_progress(tally, language)]
    named = broadcasts.unreached(reader.unit, broadcast, _NAMED)
    facts = {"groups": ", ".join(named)}
    more = tally.unsent - len(named)
    lines = [show_report(tally, language)]
    if named and more > 0:
        lines.append(say("cast_unreached_more", language, **facts, more=figure(more, language)))
    elif named:
        lines.append(say("cast_unreached", language, **facts))
    return lines


def outlook(reader: Reader, broadcast: BroadcastRecord) -> Text:
    """Return whom it will go to, when and how, and what is doubtful about it."""
    front, unit = reader.front, reader.unit
    addressed = (broadcast.campaign, front.default, broadcast.tags)
    handbook = front.handbooks.get(broadcast.campaign)
    words = broadcast.content.text if broadcast.content else ""
    card = Card(
        campaign=_label(front, broadcast.campaign),
        tags=broadcast.tags,
        recipients=groups.count(unit, *addressed),
        muted=groups.count_muted(unit, *addressed),
        due=broadcast.due_at,
        pin=broadcast.pin,
        receipt=broadcast.receipt,
        second_approver=front.second_approver and broadcast.state == "draft",
        doubts=doubts(words, handbook, reader.now) if handbook else (),
        quiet=is_quiet(broadcast.due_at or reader.now),
    )
    return show_card(card, reader.language)


def _label(front: Front, campaign: str) -> str:
    return front.label(campaign) if campaign in front.handbooks else campaign


def _buttons(reader: Reader, broadcast: BroadcastRecord) -> Buttons:
    return tuple(
        tuple(_button(reader.language, broadcast, step) for step in row)
        for row in _steps(reader, broadcast)
        if row
    )


def _button(language: Language, broadcast: BroadcastRecord, step: BroadcastWord) -> Button:
    data = f"cast:{broadcast.id}:{_STEP.get(step, step)}"
    if step in _SHOWN:
        data += f":{stamp(broadcast)}"
    made = button(step, language, data)
    on = {"pin": broadcast.pin, "receipt": broadcast.receipt}.get(step)
    return made if on is None else Button(f"{'☑' if on else '☐'} {made.label}", data)


_STEP: dict[BroadcastWord, str] = {
    "correct_now": "send",
    "recall_now": "send",
    "withdraw": "undo",
}
_SHOWN: frozenset[BroadcastWord] = frozenset({"send", "correct_now", "recall_now", "approve"})
"""Buttons for what was shown, and for nothing else."""
_Rows = tuple[tuple[BroadcastWord, ...], ...]


def _steps(reader: Reader, broadcast: BroadcastRecord) -> _Rows:
    mine = broadcast.author == reader.user_id
    match broadcast.state:
        case "draft":
            return _draft_steps(reader, broadcast) if mine else ()
        case "waiting":
            return (("withdraw",),) if mine else (("approve", "refuse"),)
        case "scheduled":
            return (("send", "undo"),) if mine else (("undo",),)
        case "running":
            return (("pause", "stop"),)
        case "paused":
            return (("resume", "stop"),)
        case "done" | "cancelled":
            return _end_steps(reader, broadcast)


def _draft_steps(reader: Reader, broadcast: BroadcastRecord) -> _Rows:
    match broadcast.kind:
        case "recall":
            return (("recall_now", "drop"),)
        case "correction":
            return (("correct_now",), ("edit", "drop"))
        case "announcement":
            ready = reach(reader.front, reader.unit, broadcast) > 0
            rows: _Rows = (("groups",), ("pin", "receipt"), ("edit", "drop"))
            return (("send", "later"), *rows) if ready else rows


def _end_steps(reader: Reader, broadcast: BroadcastRecord) -> _Rows:
    if broadcast.finished_at is None or broadcast.started_at is None:
        return ()
    tally = broadcasts.tally(reader.unit, broadcast)
    failed = tally.failed or tally.unknown or tally.expired
    again = failed and not corrections.superseded(reader.unit, broadcast)
    changeable = broadcast.kind != "recall" and not corrections.recalled(reader.unit, broadcast)
    changeable = changeable and reach_of_copies(reader.unit, broadcast) > 0
    return (("again",) if again else (), ("correct", "recall") if changeable else ())


def reach_of_copies(unit: Unit, broadcast: BroadcastRecord) -> int:
    """Return how many groups have the announcement that it is, or is about."""
    return queueing.count(unit, queueing.copies(broadcast.root))

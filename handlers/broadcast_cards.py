"""What staff see of an announcement: its exact words, and its card."""

import datetime
import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from campaign.messages import Button, Buttons, Chat, Language, Outgoing, Post, Send, Text
from campaign.outreach.moments import is_quiet, show_moment
from campaign.outreach.progress import show_progress, show_report
from campaign.outreach.warnings import doubts, say_doubt
from campaign.talk.broadcast_notices import CAST_WORDS, RECEIVED, BroadcastWord
from campaign.talk.notices import say
from handlers.visits import Front, Visit
from storage import broadcasts, chats, corrections, groups, queueing, receipts
from storage.broadcasts import BroadcastRecord
from storage.database import Unit


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
    lines = [*_head(reader, broadcast), *_figures(reader, broadcast)]
    if broadcast.state in broadcasts.UNSENT:
        lines += _outlook(reader, broadcast)
    return join(lines), _buttons(reader, broadcast)


def join(lines: list[Text]) -> Text:
    """Return the lines, one below the other."""
    return sum((("\n", *line) for line in lines), start=())[1:]


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
    if len(reader.front.handbooks) > 1 and broadcast.campaign in reader.front.handbooks:
        label = reader.front.label(broadcast.campaign)
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
            moment = show_moment(broadcast.due_at or reader.now, language)
            return say("cast_scheduled", language, number=number, moment=moment)
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
    reached = str(reach(reader.front, reader.unit, broadcast))
    match broadcast.kind:
        case "announcement":
            return say("cast_draft", language, number=number)
        case "correction":
            return say("cast_correction", language, original=original, reach=reached)
        case "recall":
            young, old = (
                str(queueing.count(reader.unit, chosen(broadcast.root, reader.now)))
                for chosen in (queueing.young, queueing.old)
            )
            facts = {"original": original, "reach": reached, "young": young, "old": old}
            return say("cast_recall", language, **facts)


def _figures(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    if broadcast.started_at is None:
        return []
    tally = broadcasts.tally(reader.unit, broadcast)
    if broadcast.finished_at is None:
        return [show_progress(tally, reader.language)]
    lines = [show_report(tally, reader.language)]
    if broadcast.kind == "announcement" and broadcast.receipt:
        people, places = receipts.count(reader.unit, broadcast.id)
        facts = {"people": str(people), "groups": str(places)}
        lines.append(say("cast_receipts", reader.language, **facts))
    return lines


def _outlook(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    """Return whom it will go to, how, and what is doubtful about it."""
    language = reader.language
    if broadcast.kind != "announcement":
        return []
    reached = reach(reader.front, reader.unit, broadcast)
    lines = [_addressed(broadcast, reached, language)]
    yes, no = CAST_WORDS["yes"][language], CAST_WORDS["no"][language]
    extras = {"pin": yes if broadcast.pin else no, "receipt": yes if broadcast.receipt else no}
    lines.append(say("cast_extras", language, **extras))
    if broadcast.state == "waiting" and broadcast.due_at:
        moment = show_moment(broadcast.due_at, language)
        number = str(broadcast.id)
        lines.append(say("cast_scheduled", language, number=number, moment=moment))
    if not reached:
        lines.append(say("cast_nobody", language))
    return lines + _warnings(reader, broadcast)


def _addressed(broadcast: BroadcastRecord, reached: int, language: Language) -> Text:
    if not broadcast.tags:
        return say("cast_reach", language, reach=str(reached))
    tags = ", ".join(broadcast.tags)
    return say("cast_reach_tags", language, reach=str(reached), tags=tags)


def _warnings(reader: Reader, broadcast: BroadcastRecord) -> list[Text]:
    language, addressed = reader.language, (broadcast.campaign, reader.front.default)
    lines: list[Text] = []
    if muted := groups.count_muted(reader.unit, *addressed, broadcast.tags):
        lines.append(say("cast_muted", language, number=str(muted)))
    if is_quiet(broadcast.due_at or reader.now):
        lines.append(say("cast_quiet", language))
    handbook = reader.front.handbooks.get(broadcast.campaign)
    if handbook and broadcast.content:
        found = doubts(broadcast.content.text, handbook, reader.now)
        lines += [("⚠ ", *say_doubt(doubt, language)) for doubt in found]
    return lines


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
    failed = any(tally.states.get(state) for state in broadcasts.FAILED)
    again = failed and not corrections.superseded(reader.unit, broadcast)
    changeable = broadcast.kind != "recall" and not corrections.recalled(reader.unit, broadcast)
    changeable = changeable and reach_of_copies(reader.unit, broadcast) > 0
    return (("again",) if again else (), ("correct", "recall") if changeable else ())


def reach_of_copies(unit: Unit, broadcast: BroadcastRecord) -> int:
    """Return how many groups have the announcement that it is, or is about."""
    return queueing.count(unit, queueing.copies(broadcast.root))

"""What can be done with an announcement: the buttons of its card, by state and reader."""

import json
from dataclasses import asdict
from hashlib import sha256

from campaign.messages import Button, Buttons, Language, plain
from campaign.talk.broadcast_words import CAST_WORDS, RECEIVED, BroadcastWord
from campaign.talk.notices import say
from handlers.readers import Reader
from handlers.visits import Front
from storage import corrections, groups, outcomes, queueing
from storage.broadcasts import BroadcastRecord
from storage.database import Unit

_STEP: dict[BroadcastWord, str] = {
    "correct_now": "send",
    "recall_now": "send",
    "withdraw": "undo",
}
_SHOWN: frozenset[BroadcastWord] = frozenset({"send", "correct_now", "recall_now", "approve"})
"""Buttons for what was shown, and for nothing else."""
_Rows = tuple[tuple[BroadcastWord, ...], ...]


def buttons(reader: Reader, broadcast: BroadcastRecord) -> Buttons:
    """Return what `reader` may press now."""
    return tuple(
        tuple(_button(reader.language, broadcast, step) for step in row)
        for row in (*_steps(reader, broadcast), *_looks(broadcast))
        if row
    )


def _button(language: Language, broadcast: BroadcastRecord, step: BroadcastWord) -> Button:
    data = f"cast:{broadcast.id}:{_STEP.get(step, step)}"
    if step in _SHOWN:
        data += f":{stamp(broadcast)}"
    made = button(step, language, data)
    on = {"pin": broadcast.pin, "receipt": broadcast.receipt}.get(step)
    return made if on is None else Button(f"{'☑' if on else '☐'} {made.label}", data)


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


def _looks(broadcast: BroadcastRecord) -> _Rows:
    announced = broadcast.kind == "announcement" and broadcast.started_at is not None
    return (("receipts",),) if announced and broadcast.receipt else ()


def _draft_steps(reader: Reader, broadcast: BroadcastRecord) -> _Rows:
    match broadcast.kind:
        case "recall":
            return (("recall_now", "drop"),)
        case "correction":
            return (("correct_now",), ("edit", "drop"))
        case "reminder":
            return ()  # it is never a draft
        case "announcement":
            ready = reach(reader.front, reader.unit, broadcast) > 0
            rows: _Rows = (("groups",), ("pin", "receipt"), ("edit", "drop"))
            return (("send", "later"), *rows) if ready else rows


def _end_steps(reader: Reader, broadcast: BroadcastRecord) -> _Rows:
    if broadcast.finished_at is None or broadcast.started_at is None:
        return ()
    failed = outcomes.tally(reader.unit, broadcast).repeatable
    again = failed and not corrections.superseded(reader.unit, broadcast)
    changeable = broadcast.kind != "recall" and not corrections.recalled(reader.unit, broadcast)
    changeable = changeable and reach_of_copies(reader.unit, broadcast) > 0
    return (("again",) if again else (), ("correct", "recall") if changeable else ())


def button(word: BroadcastWord, language: Language, data: str, **facts: str) -> Button:
    """Return a button of a card."""
    return Button(CAST_WORDS[word][language].format(**facts), data)


def name(broadcast: BroadcastRecord, language: Language) -> str:
    """Return what to call it in the middle of a sentence: "thu hồi thông báo số 1"."""
    match broadcast.kind:
        case "correction":
            said = say("cast_name_correction", language, original=str(broadcast.root))
        case "recall":
            said = say("cast_name_recall", language, original=str(broadcast.root))
        case "announcement" | "reminder":
            said = say("cast_name", language, number=str(broadcast.id))
    return plain(said)


def below(broadcast: BroadcastRecord) -> Buttons:
    """Return the buttons in the groups: a reminder's own, or the one that confirms a receipt."""
    receipt = ((Button(RECEIVED, f"seen:{broadcast.root}"),),) if broadcast.receipt else ()
    return broadcast.buttons or receipt


def stamp(broadcast: BroadcastRecord) -> str:
    """Return a short mark of what is shown: a button made for anything else does nothing."""
    said = asdict(broadcast.content) if broadcast.content else None
    moment = broadcast.due_at and int(broadcast.due_at.timestamp())
    shown = [said, broadcast.tags, broadcast.pin, broadcast.receipt, broadcast.campaign, moment]
    return sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:12]


def reach(front: Front, unit: Unit, broadcast: BroadcastRecord) -> int:
    """Return how many groups it would go to at this moment."""
    if broadcast.kind == "announcement":
        return groups.count(unit, broadcast.campaign, front.default, broadcast.tags)
    return queueing.count(unit, queueing.copies(broadcast.root))


def reach_of_copies(unit: Unit, broadcast: BroadcastRecord) -> int:
    """Return how many groups have the announcement that it is, or is about."""
    return queueing.count(unit, queueing.copies(broadcast.root))

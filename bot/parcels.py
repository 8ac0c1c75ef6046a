"""Putting what is to be said into the outbox."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from bot.channels.calls import Call, calls
from campaign.messages import Acknowledge, Outgoing, Send
from campaign.outreach.kinds import POLICIES, Kind
from storage import moving, outbox
from storage.database import Unit
from storage.outbox import Holder, Row

HELD = datetime.timedelta(seconds=5)
"""Telegram tells within a second or two that a group was upgraded, before or after it says that the
bot has left one group and joined another."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row of the outbox with its call."""

    row: Row
    call: Call


@dataclass(frozen=True, slots=True)
class Occasion:
    """What makes the bot speak, once: an update, a moment. `chat_id` is where somebody waits."""

    key: str
    chat_id: int | None = None


def put(
    unit: Unit,
    holder: Holder,
    occasion: Occasion,
    outgoing: Iterable[Outgoing],
    now: datetime.datetime,
) -> list[Parcel]:
    """Put `outgoing` into the outbox, as being sent by `holder`; return what is to be sent.

    What may turn out to be untrue waits there for a while (`Send.about`). What was put there before
    on the same occasion is not put again. What goes where somebody
    waits is a reply, and the rest are notices.
    """
    parcels: list[Parcel] = []
    number = count()
    for each in outgoing:
        chat_id = occasion.chat_id if isinstance(each, Acknowledge) else each.chat.id
        kind: Kind = "reply" if chat_id == occasion.chat_id else "notice"
        for call in calls(each):
            row = _row(f"{occasion.key}:{next(number)}", kind, chat_id or 0, call, now)
            if isinstance(each, Send) and each.about is not None:
                held = replace(row, key=moving.key_about(each.about, row.key))
                moving.hold(unit, held, now + HELD, now)
            else:
                parcels.append(Parcel(row, call))
    return [parcel for parcel in parcels if outbox.begin(unit, holder, parcel.row, now)]


def _row(key: str, kind: Kind, chat_id: int, call: Call, now: datetime.datetime) -> Row:
    return Row(
        key=key,
        kind=kind,
        chat_id=chat_id,
        broadcast_id=None,
        step=None,
        target_id=None,
        payload=call.to_json(),
        attempts=1,
        expires_at=now + POLICIES[kind].expires,
    )


def by_chat(parcels: Iterable[Parcel]) -> dict[int, list[Parcel]]:
    """Return the parcels for each chat, in their order."""
    chats: dict[int, list[Parcel]] = {}
    for parcel in parcels:
        chats.setdefault(parcel.row.chat_id, []).append(parcel)
    return chats

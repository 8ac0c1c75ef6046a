"""The pace of sending, shared by all who send: one row of GCRA for each chat, 0 being all chats.

The generic cell rate algorithm (ITU-T I.371, annex A): a message may go at its theoretical
arrival time (`tat`), which each one moves on by one interval.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor

from sqlalchemy import bindparam, case, delete, select, update

from storage.database import Unit
from storage.statements import Statement
from storage.tables import PACE
from storage.upserts import insert

ALL = 0
GROUP_SECONDS = 3.0
"""Between two messages to one group: 20 a minute (Bots FAQ, "My bot is hitting limits")."""
PRIVATE_SECONDS = 1.0
URGENT_SECONDS = 10.0
"""For so long after an answer, announcements leave room for the next answers."""
LONGEST_HOLD = 900.0
"""Nothing is held for longer, in seconds: Telegram says it again when it still wants it."""
_RESERVED = 5

# What was sent longer ago than Telegram counts does not hold back anything.
_LATER = case(
    (PACE.c.tat >= bindparam("counted"), PACE.c.tat),
    (PACE.c.tat > bindparam("now"), PACE.c.tat + bindparam("seconds")),
    else_=bindparam("now") + bindparam("seconds"),
)
_CHARGE_ALL = Statement(
    update(PACE).where(PACE.c.chat_id == ALL).values(tat=_LATER, urgent_at=bindparam("now"))
)
_CHARGE_CHAT = Statement(
    insert(PACE)
    .values(chat_id=bindparam("chat"), tat=bindparam("first"), urgent_at=0.0)
    .on_conflict_do_update(index_elements=[PACE.c.chat_id], set_={"tat": _LATER})
)
_BEGIN = insert(PACE).on_conflict_do_nothing()
_LOCK = select(PACE.c.tat, PACE.c.urgent_at).where(PACE.c.chat_id == ALL).with_for_update()
_ADDED = insert(PACE)
_SET = _ADDED.on_conflict_do_update(
    index_elements=[PACE.c.chat_id], set_={"tat": _ADDED.excluded.tat}
)


def interval(chat_id: int) -> float:
    """Return the seconds between two messages to the chat; the ids of groups are negative."""
    return GROUP_SECONDS if chat_id < 0 else PRIVATE_SECONDS


def charge(unit: Unit, chat_id: int, now: datetime.datetime, rate: float) -> None:
    """Count a message that is sent without waiting; what may wait makes room for it.

    `rate` is how many messages a second all chats together may get.
    """
    moment = now.timestamp()
    _CHARGE_ALL.run(unit, {"now": moment, "seconds": 1 / rate, "counted": moment + 1})
    if chat_id < 0:
        seconds = interval(chat_id)
        times = {"now": moment, "seconds": seconds, "counted": moment + 60}
        _CHARGE_CHAT.run(unit, {"chat": chat_id, "first": moment + seconds, **times})


@dataclass(frozen=True, slots=True)
class Slots:
    """The next moments at which a message that may wait can go: every `seconds` from `first` on,
    which is `now` at the earliest. Moments are seconds since 1970.
    """

    now: float
    first: float
    seconds: float

    def until(self, ahead: float) -> int:
        """Return how many of them are no more than `ahead` seconds away."""
        return max(0, floor((self.now + ahead - self.first) / self.seconds) + 1)

    def waits(self, number: int) -> float:
        """Return how many seconds away one of them is."""
        return self.first - self.now + number * self.seconds


def slots(unit: Unit, now: datetime.datetime, rate: float) -> Slots:
    """Return the free slots; nobody else takes any before this unit of work ends."""
    unit.connection.execute(_BEGIN, {"chat_id": ALL, "tat": 0.0, "urgent_at": 0.0})
    tat, urgent_at = unit.connection.execute(_LOCK).one()
    moment = now.timestamp()
    # A clock that was set back leaves moments in the future, which count for nothing.
    first = max(tat, moment) if tat < moment + LONGEST_HOLD else moment
    answering = 0 <= moment - urgent_at < URGENT_SECONDS and rate > 2 * _RESERVED
    return Slots(moment, first, 1 / (rate - _RESERVED if answering else rate))


def take(unit: Unit, free: Slots, chats: Sequence[int]) -> None:
    """Use up one slot for a message to each of `chats`, in their order."""
    tats = {
        chat_id: free.now + free.waits(number) + interval(chat_id)
        for number, chat_id in enumerate(chats)
    }
    tats[ALL] = free.now + free.waits(len(chats))
    rows = [{"chat_id": chat_id, "tat": tat, "urgent_at": 0.0} for chat_id, tat in tats.items()]
    unit.connection.execute(_SET, rows)


def busy(unit: Unit, chats: Iterable[int], now: datetime.datetime) -> dict[int, datetime.datetime]:
    """Return those of `chats` that may not be written to yet, with the moment when they may."""
    moment = now.timestamp()
    early = select(PACE.c.chat_id, PACE.c.tat).where(
        PACE.c.chat_id.in_(list(chats)), PACE.c.tat > moment, PACE.c.tat < moment + LONGEST_HOLD
    )
    return {
        chat_id: datetime.datetime.fromtimestamp(tat, datetime.UTC)
        for chat_id, tat in unit.connection.execute(early)
    }


def hold(unit: Unit, chat_id: int, until: datetime.datetime) -> None:
    """Let nothing that may wait go to the chat, or with ALL to any, before `until`."""
    row = {"chat_id": chat_id, "tat": until.timestamp(), "urgent_at": 0.0}
    unit.connection.execute(_SET, row)


def prune(unit: Unit, now: datetime.datetime) -> int:
    """Forget the chats that may be written to at once; return how many."""
    past = delete(PACE).where(PACE.c.chat_id != ALL, PACE.c.tat < now.timestamp())
    return unit.connection.execute(past).rowcount

"""A year of reminders in a database on disk, in the hands of processes that die at any moment.

The clock is driven, nothing sleeps; what stands for Telegram is a list of what arrived.
"""

import datetime
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from traceback import clear_frames
from typing import Any

from sqlalchemy import event, select

from bot.channels.posts import compose
from bot.parcels import Occasion, put
from campaign.messages import Chat, Send, plain
from campaign.outreach.reminders import midnight
from campaign.zone import VIETNAM
from handlers import due
from handlers.visits import Front
from storage import broadcasts, chats, groups, outbox
from storage.database import Database, Unit
from storage.outbox import Holder, Over
from storage.tables import OUTBOX
from tests.campaign.outreach.reminder_tables import sections
from tests.walks.house import HAI_DUONG, NAM_DINH, handbooks

OFFICE = 4242
HOMES = {-11: NAM_DINH, -12: NAM_DINH, -13: NAM_DINH, -21: HAI_DUONG, -22: HAI_DUONG}
"""The campaign of each group."""


class Killed(BaseException):
    """The process is no more."""


@dataclass(frozen=True)
class Arrived:
    """A message in a group: which sections of the plan it reminds of, "-" being the week's list."""

    at: datetime.datetime
    chat_id: int
    sections: tuple[str, ...]


@dataclass
class Process:
    """One process of the bot over the file; `dies` is asked whether this is its last moment."""

    url: str
    front: Front
    dies: Callable[[], bool]
    arrived: list[Arrived]
    told: list[str]
    name: str

    def __post_init__(self) -> None:
        self.database = Database(self.url)
        if not self.database.shared:  # no power is cut here: the disk need not be waited for
            event.listen(
                self.database._engine,
                "connect",
                lambda connection, _: connection.execute("PRAGMA synchronous = OFF"),
            )
        self.database.upgrade()
        # The connection is asked before each statement, so that a process dies within one, too.
        event.listen(self.database._engine, "before_cursor_execute", self._maybe_die)

    def _maybe_die(self, *_: Any) -> None:
        if self.dies():
            raise Killed

    @property
    def holder(self) -> Holder:
        return Holder(self.name, 30)

    def wake(self, now: datetime.datetime) -> None:
        """Take up what was left behind."""
        with self.database.begin() as unit:
            outbox.recover(unit, self.holder, now, alone=True)
            outbox.expire(unit, now)

    def tick(self, now: datetime.datetime) -> None:
        with self.database.begin() as unit:
            for key, outgoing in due.tick(self.front, unit, now):
                if put(unit, self.holder, Occasion(key), [outgoing], now):
                    assert isinstance(outgoing, Send)
                    self.told.append(plain(outgoing.text))
            outbox.expire(unit, now)

    def deliver(self, now: datetime.datetime) -> datetime.datetime:
        """Send what is queued, as delivery does; return when that is done."""
        while True:
            with self.database.begin() as unit:
                rows, waiting = outbox.claim(unit, self.holder, now, 2)
                records = {row.key: broadcasts.find(unit, row.broadcast_id or 0) for row in rows}
            for row in rows:
                if self.dies():
                    raise Killed
                text = compose(row, records[row.key]).parameters["text"]
                self.arrived.append(Arrived(now, row.chat_id, sections(text)))
                with self.database.begin() as unit:
                    outbox.settle(unit, [(row.key, Over("sent", message_id=1))], now)
            if not waiting:
                return now
            now += datetime.timedelta(seconds=1)


@dataclass
class Year:
    """Groups of both plans, and whatever process is there to remind them."""

    url: str
    front: Front = field(default_factory=lambda: Front(handbooks(), NAM_DINH, "htx_bot"))
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    risk: float = 0.0
    """Of each moment, to be a process's last one."""
    arrived: list[Arrived] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    deaths: int = 0
    _process: Process | None = None

    def begin(self, now: datetime.datetime) -> None:
        with self.process.database.begin() as unit:
            for chat_id, campaign in HOMES.items():
                _settle_in(unit, chat_id, campaign, now)
        self.live(now)

    @property
    def process(self) -> Process:
        if self._process is None:
            self._process = Process(
                self.url,
                self.front,
                lambda: self.chance.random() < self.risk,
                self.arrived,
                self.told,
                f"process {self.deaths}",
            )
        return self._process

    def live(self, now: datetime.datetime) -> None:
        """Let it be `now`; whoever dies meanwhile is started again."""
        while True:
            try:
                new = self._process is None
                if new:
                    self.process.wake(now)
                self.process.tick(now)
                now = self.process.deliver(now)
                self.process.tick(now)
            except Killed as death:
                clear_frames(death.__traceback__)  # or what they hold would keep the file locked
                self.end()
                self.deaths += 1
            else:
                return

    def end(self) -> None:
        """Let the process be gone, with all that it knew."""
        if self._process:
            self._process.database.close()
        self._process = None

    def states(self) -> dict[str, int]:
        """Return how many rows of reminders have ended how."""
        found: dict[str, int] = {}
        with self.process.database.begin() as unit:
            of_reminders = select(OUTBOX.c.state).where(OUTBOX.c.kind == "reminder")
            for state in unit.connection.scalars(of_reminders):
                found[state] = found.get(state, 0) + 1
        return found

    def got(self, chat_id: int) -> list[tuple[str, tuple[str, ...]]]:
        """Return the day and the sections of each message that the group has got."""
        return [
            (f"{each.at.astimezone(VIETNAM):%-d/%-m}", each.sections)
            for each in self.arrived
            if each.chat_id == chat_id
        ]


def _settle_in(unit: Unit, chat_id: int, campaign: str, now: datetime.datetime) -> None:
    chats.meet(unit, Chat(chat_id, "group", f"HTX {chat_id}"), now)
    chats.bind(unit, chat_id, campaign, now)
    groups.decide(unit, chat_id, None, after=True, now=now)


def moments(first: datetime.date, days: int, chance: random.Random) -> Iterator[datetime.datetime]:
    """Yield some moments of each day: around eight o'clock, and at random."""
    for number in range(days):
        day = first + datetime.timedelta(days=number)
        seconds = [0, 8 * 3600 - 1, 8 * 3600, 8 * 3600 + 30, chance.randrange(86400)]
        for second in sorted(seconds):
            yield midnight(day) + datetime.timedelta(seconds=second)


def hours(first: datetime.date, days: int) -> Iterator[datetime.datetime]:
    """Yield every half hour of these days."""
    for number in range(days * 48):
        yield midnight(first) + datetime.timedelta(minutes=30 * number)

import asyncio
import datetime
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing

import pytest
from sqlalchemy import select

from bot import bulk
from bot.channels.calls import Call
from bot.channels.refusals import Later
from bot.channels.sending import Sending
from bot.clock import Clock
from bot.delivery import Delivery
from bot.intake import Intake
from storage.database import Database
from storage.outbox import LEASE, Over
from storage.tables import OUTBOX
from tests.storage.newsroom import groups, started

GROUPS = range(-2 * bulk.AT_ONCE, 0)
FASTEST = 10_000


class Telegram(Sending):
    """Answers each call when `open`; remembers what has been said in each group."""

    def __init__(self, **outcomes: Over) -> None:
        self.heard: Counter[int | None] = Counter()
        self.spoken_to, self.open, self.everybody = (asyncio.Event() for _ in range(3))
        self._outcomes = {int(chat_id): over for chat_id, over in outcomes.items()}

    async def make(self, call: Call) -> Over | Later:
        self.heard[call.chat_id] += 1
        self.spoken_to.set()
        if len(self.heard) == len(GROUPS):
            self.everybody.set()
        await self.open.wait()
        return self._outcomes.get(call.chat_id or 0, Over("sent", message_id=1))


@pytest.fixture
def database() -> Iterator[Database]:
    with closing(Database()) as database:
        database.upgrade()
        with database.begin() as unit:
            groups(unit, *GROUPS)
            started(unit)
        yield database


@asynccontextmanager
async def delivering(database: Database, telegram: Telegram) -> AsyncIterator[None]:
    """Deliver until inside is over, and what is under way then."""
    async with Intake(database, Clock(datetime.date(2024, 3, 8))) as intake:
        delivery = Delivery(telegram, intake, "us", FASTEST, alone=True)
        running = asyncio.create_task(delivery.run())
        await telegram.spoken_to.wait()
        yield
        running.cancel()
        await asyncio.wait([running])
        assert await delivery.finish(10)


def states(database: Database) -> dict[int, tuple[str, int]]:
    """Return the state of each group's row, and how often it has been claimed."""
    with database.begin() as unit:
        rows = unit.connection.execute(select(OUTBOX.c.chat_id, OUTBOX.c.state, OUTBOX.c.attempts))
        return {chat_id: (state, attempts) for chat_id, state, attempts in rows}


async def test_what_has_been_claimed_is_still_sent_once_when_it_is_told_to_stop(
    database: Database,
) -> None:
    telegram = Telegram()
    async with delivering(database, telegram):
        telegram.open.set()
    assert telegram.heard == Counter(GROUPS)
    assert set(states(database).values()) == {("sent", 1)}


async def test_a_row_that_cannot_be_settled_costs_no_other_its_state(database: Database) -> None:
    no_number = 2**70
    telegram = Telegram(**{"-3": Over("sent", message_id=no_number)})
    async with delivering(database, telegram):
        telegram.open.set()
    found = states(database)
    assert found.pop(-3) == ("unknown", 1)
    assert set(found.values()) == {("sent", 1)}


async def test_what_was_in_hand_for_too_long_is_claimed_anew_before_it_is_sent(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram, moment = Telegram(), 0.0
    monkeypatch.setattr(bulk, "monotonic", lambda: moment)
    async with delivering(database, telegram):
        moment = LEASE.total_seconds()
        telegram.open.set()
        await telegram.everybody.wait()
    assert telegram.heard == Counter(GROUPS)
    assert set(states(database).values()) == {("sent", 1), ("sent", 2)}

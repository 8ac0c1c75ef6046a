import asyncio
import datetime
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.intake import LARGEST_BATCH, Intake
from storage import updates
from storage.database import Database, Unit
from storage.errors import DatabaseLocked

DAY = datetime.date(2024, 3, 11)


@pytest.fixture
def database() -> Iterator[Database]:
    database = Database()
    database.upgrade()
    yield database
    database.close()


def add(number: int, unit: Unit, now: datetime.datetime) -> bool:
    return updates.first_time(unit, number, now)


def seen(database: Database, number: int) -> bool:
    with database.begin() as unit:
        return not updates.first_time(unit, number, datetime.datetime.now(datetime.UTC))


async def test_what_is_done_is_kept_and_its_result_returned(database: Database) -> None:
    async with Intake(database, Clock(DAY)) as intake:
        assert await intake.run(partial(add, 1)) is True
        assert await intake.run(partial(add, 1)) is False
    assert seen(database, 1)


async def test_it_tells_the_time_of_the_clock(database: Database) -> None:
    async with Intake(database, Clock(DAY)) as intake:
        now = await intake.run(lambda _unit, now: now)
    assert now.tzinfo is datetime.UTC
    assert now.astimezone(datetime.timezone(datetime.timedelta(hours=7))).date() == DAY


async def test_what_waits_shares_a_transaction_and_keeps_its_order(database: Database) -> None:
    connections: list[int] = []
    hold, held = threading.Event(), threading.Event()

    def first(unit: Unit, _now: datetime.datetime) -> int:
        held.set()
        hold.wait(10)
        return transaction(unit, _now)

    def transaction(unit: Unit, _now: datetime.datetime) -> int:
        connections.append(id(unit))
        return id(unit)

    async with Intake(database, Clock(DAY)) as intake:
        blocking = intake.run(first)
        await asyncio.to_thread(held.wait, 10)
        waiting = [intake.run(transaction) for _ in range(LARGEST_BATCH + 1)]
        hold.set()
        results = await asyncio.gather(blocking, *waiting)
    assert results == connections
    assert len(set(results[1 : LARGEST_BATCH + 1])) == 1
    assert len(results) == LARGEST_BATCH + 2


async def test_one_mistake_is_undone_alone(database: Database) -> None:
    def fail(unit: Unit, now: datetime.datetime) -> None:
        add(2, unit, now)
        raise ValueError("no")

    async with Intake(database, Clock(DAY)) as intake:
        before = intake.run(partial(add, 1))
        failing = intake.run(fail)
        after = intake.run(partial(add, 3))
        with pytest.raises(ValueError, match="no"):
            await failing
        assert await before
        assert await after
    assert [seen(database, number) for number in (1, 2, 3)] == [True, False, True]


async def test_a_database_that_cannot_be_written_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "loa.db"
    database = Database(f"sqlite:///{file}?timeout=0")
    database.upgrade()
    async with Intake(database, Clock(DAY)) as intake:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseLocked):
                await intake.run(partial(add, 1))
            other.execute("ROLLBACK")
        assert await intake.run(partial(add, 1))
    database.close()


async def test_leaving_waits_for_what_was_handed_in(database: Database) -> None:
    async with Intake(database, Clock(DAY)) as intake:
        for number in range(1, 6):
            intake.run(partial(add, number))
    assert all(seen(database, number) for number in range(1, 6))


async def test_nobody_waiting_any_longer_is_no_failure(database: Database) -> None:
    async with Intake(database, Clock(DAY)) as intake:
        intake.run(partial(add, 1)).cancel()
    assert seen(database, 1)

import datetime
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from time import monotonic
from typing import Any

import aiohttp
import pytest

from bot import health, metrics
from bot.clock import Clock
from bot.intake import Intake
from storage.database import Database
from tests.bot.servers import serving

DAY = datetime.date(2024, 3, 11)


class Watch:
    """A stopwatch that is put forward by hand."""

    ahead = 0.0

    def __call__(self) -> float:
        return monotonic() + self.ahead


@asynccontextmanager
async def watched(url: str, watch: Watch) -> AsyncIterator[str]:
    with closing(Database(url)) as database:
        database.upgrade()
        async with (
            Intake(database, Clock(DAY)) as intake,
            serving(health.healthz(intake, health.POLLING, watch)) as address,
        ):
            yield address


async def get(address: str) -> tuple[int, Any]:
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return response.status, await response.json()


async def test_all_is_well() -> None:
    async with watched("sqlite://", Watch()) as address:
        assert await get(address) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    ("ahead", "working", "said"),
    [
        (100, "delivery", "no updates could be fetched from Telegram for 100 s"),
        (130, "updates", "the delivery of messages stands still for 130 s"),
    ],
)
async def test_a_part_that_stands_still_is_told(ahead: float, working: str, said: str) -> None:
    watch = Watch()
    async with watched("sqlite://", watch) as address:
        watch.ahead = ahead
        metrics.alive(working)
        metrics._last[working] += ahead
        try:
            assert await get(address) == (503, {"status": "failing", "problems": [said]})
        finally:
            metrics._last.clear()


async def test_a_database_that_does_not_answer_is_told_without_its_name(tmp_path: Path) -> None:
    file = tmp_path / "secret.db"
    async with watched(f"sqlite:///{file}?timeout=0", Watch()) as address:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            problems = ["the database does not answer"]
            assert await get(address) == (503, {"status": "failing", "problems": problems})
            other.execute("ROLLBACK")
        assert await get(address) == (200, {"status": "ok"})

"""What happens by itself: one ticking job, and two that clean up (APScheduler)."""

import asyncio
import datetime
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.delivery import Delivery
from bot.intake import Intake
from bot.parcels import Occasion, Parcel, put
from bot.readable import describe
from handlers import closing, due
from handlers.visits import Front
from storage import outbox, pace, updates
from storage.database import Unit

_TICK_SECONDS = 1
_RECOVER_SECONDS = 10
_TIDY_SECONDS = 3600

log = structlog.get_logger(__name__)


@asynccontextmanager
async def ticking(
    front: Front, intake: Intake, delivery: Delivery, leads: Callable[[], Awaitable[bool]]
) -> AsyncIterator[None]:
    """Let time go by for `front` while inside, in the one process that `leads`."""
    scheduler = AsyncIOScheduler(timezone=datetime.UTC)
    under_way: set[asyncio.Task[None]] = set()

    def alone(work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """Let the scheduler wait for `work` and not own it: it would cancel it at the end."""

        async def run() -> None:
            task = asyncio.create_task(_patiently(work))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
            await asyncio.shield(task)

        return run

    def every(seconds: int, work: Callable[[], Awaitable[None]]) -> None:
        scheduler.add_job(
            alone(work),
            "interval",
            seconds=seconds,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    async def tick() -> None:
        if await leads():
            delivery.hand_over(await _due(front, intake, delivery))
            delivery.wake()

    async def tidy() -> None:
        for prune in (updates.prune, outbox.prune, pace.prune):
            await intake.run(prune)

    every(_TICK_SECONDS, tick)
    every(_RECOVER_SECONDS, delivery.recover)
    every(_TIDY_SECONDS, tidy)
    for first in (tick, tidy):
        scheduler.add_job(alone(first), misfire_grace_time=None)  # and now
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await asyncio.gather(*under_way)
        scheduler.shutdown(wait=False)


async def _due(front: Front, intake: Intake, delivery: Delivery) -> list[Parcel]:
    holder = delivery.holder

    def work(unit: Unit, now: datetime.datetime) -> list[Parcel]:
        parcels: list[Parcel] = []
        for key, outgoing in (*closing.tick(front, unit, now), *due.tick(front, unit, now)):
            parcels += put(unit, holder, Occasion(key), [outgoing], now)
        return parcels

    return await intake.run(work)


async def _patiently(work: Callable[[], Awaitable[None]]) -> None:
    try:
        await work()
    except Exception as error:  # the next tick tries again, and finds the same to be done
        log.error("tick failed", error=describe(error))

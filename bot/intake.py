"""The one database thread: what is waiting shares a transaction."""

import asyncio
import datetime
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from bot.clock import Clock
from storage.database import Database, Unit
from storage.errors import DatabaseError

LARGEST_BATCH = 16

T = TypeVar("T")
Work = Callable[[Unit, datetime.datetime], T]


@dataclass(slots=True)
class _Waiting:
    work: Work[Any]
    now: datetime.datetime
    outcome: asyncio.Future[Any]


class Intake:
    """Runs work against the database, in the order in which it was handed in.

    SQLite has one writer, and a commit costs about the same for one update as for many: see
    docs/decisions/0004. `first` is done at the beginning of each transaction. Use it as a context
    manager.
    """

    def __init__(
        self, database: Database, clock: Clock, first: Callable[[Unit], None] = lambda _unit: None
    ) -> None:
        self._database = database
        self.clock = clock
        self._first = first
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")

    async def __aenter__(self) -> Self:
        self._worker = asyncio.create_task(self._serve())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._waiting.join()
        self._worker.cancel()
        await asyncio.wait([self._worker])
        self._thread.shutdown()

    def run(self, work: Work[T]) -> asyncio.Future[T]:
        """Run `work(unit, now)` inside a savepoint; the future is done when it is committed.

        What `work` raises comes out of the future, with nothing kept of what it did. A
        DatabaseError comes out for the whole batch: nothing of it is kept.
        """
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(_Waiting(work, self.clock.now(), outcome))
        return outcome

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            batch = [await self._waiting.get()]
            while len(batch) < LARGEST_BATCH and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            try:
                results = await loop.run_in_executor(self._thread, self._commit, batch)
            except Exception as error:  # whoever waits is to hear of it
                results = [error] * len(batch)
            for waiting, result in zip(batch, results, strict=True):
                _settle(waiting.outcome, result)
                self._waiting.task_done()

    def _commit(self, batch: list[_Waiting]) -> list[Any]:
        with self._database.begin() as unit:
            self._first(unit)
            return [_attempt(unit, waiting) for waiting in batch]


def _attempt(unit: Unit, waiting: _Waiting) -> Any:
    try:
        with unit.savepoint():
            return waiting.work(unit, waiting.now)
    except DatabaseError:
        raise
    except Exception as error:  # one update's mistake is not the others'
        return error


def _settle(outcome: asyncio.Future[Any], result: Any) -> None:
    if outcome.cancelled():
        return
    if isinstance(result, Exception):
        outcome.set_exception(result)
    else:
        outcome.set_result(result)

"""Work in order within a lane, and side by side in different lanes."""

import asyncio
from collections.abc import Coroutine
from time import monotonic
from typing import Any


class Lanes:
    """One lane per chat: its messages keep their order, and a slow chat delays no other."""

    def __init__(self) -> None:
        self._last: dict[int, asyncio.Task[None]] = {}

    def put(self, lane: int, work: Coroutine[Any, Any, None]) -> None:
        """Let `work` run when all earlier work of `lane` is over."""
        task = asyncio.create_task(_after(self._last.get(lane), work))
        self._last[lane] = task
        task.add_done_callback(lambda done: self._leave(lane, done))

    async def empty(self, seconds: float) -> bool:
        """Wait until everything is done, `seconds` at most; say whether it is.

        What is put into a lane meanwhile is waited for, too.
        """
        until = monotonic() + seconds
        while open_ := [task for task in self._last.values() if not task.done()]:
            left = max(until - monotonic(), 0)
            _, unfinished = await asyncio.wait(open_, timeout=left)
            if unfinished:
                return False
        return True

    def _leave(self, lane: int, done: asyncio.Task[None]) -> None:
        if self._last.get(lane) is done:
            del self._last[lane]


async def _after(earlier: asyncio.Task[None] | None, work: Coroutine[Any, Any, None]) -> None:
    if earlier:
        await asyncio.wait([earlier])
    await work

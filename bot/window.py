"""How many calls Telegram may have counted within a window of time, seen from this side."""

import asyncio
from collections import deque


class Window:
    """`count` calls in `seconds` at most.

    Telegram counts a call at some moment between its sending and its answer. It is therefore let
    go `seconds` after its answer: then, however long calls take, there are never more.
    """

    def __init__(self, count: int, seconds: float = 1.0) -> None:
        self._free = count
        self._seconds = seconds
        self._urgent: deque[asyncio.Future[None]] = deque()
        self._patient: deque[asyncio.Future[None]] = deque()

    async def enter(self, *, urgent: bool) -> None:
        """Wait for a place; what is urgent goes first."""
        if self._free > 0:
            self._free -= 1
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue = self._urgent if urgent else self._patient
        queue.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.cancelled():
                queue.remove(place)
            else:
                self._let_go()
            raise

    def squeeze_in(self) -> None:
        """Take a place although there may be none, in which case the next ones wait longer."""
        self._free -= 1

    def leave(self) -> None:
        """Say that the call has been answered."""
        asyncio.get_running_loop().call_later(self._seconds, self._let_go)

    def _let_go(self) -> None:
        self._free += 1
        if self._free > 0 and (queue := self._urgent or self._patient):
            self._free -= 1
            queue.popleft().set_result(None)

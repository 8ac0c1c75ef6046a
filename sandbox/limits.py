"""Telegram's send limits, and the seconds to wait when one is reached."""

import math
from collections import defaultdict, deque
from dataclasses import dataclass

from sandbox.errors import too_many_requests


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` messages in any window of `seconds`."""

    count: int
    seconds: float


PER_CHAT = Rate(1, 1.0)
PER_GROUP = Rate(20, 60.0)
OVERALL = Rate(30, 1.0)


class _Window:
    """The moments of the last messages that a rate counts."""

    __slots__ = ("_moments",)

    def __init__(self) -> None:
        self._moments: deque[float] = deque()

    def wait(self, rate: Rate, now: float) -> float:
        """Return the seconds until another message fits; 0 when it fits now."""
        moments = self._moments
        # A clock that was set back leaves moments in the future: they count for nothing.
        while moments and not now - rate.seconds < moments[0] <= now:
            moments.popleft()
        return moments[0] + rate.seconds - now if len(moments) >= rate.count else 0.0

    def count(self, now: float) -> None:
        self._moments.append(now)


class Limits:
    """One bot's budget: 1 message/s per chat, 20/min per group, 30/s in all (Bots FAQ).

    Rejected calls are not executed and cost nothing. Edits count like messages.
    """

    def __init__(
        self,
        per_chat: Rate = PER_CHAT,
        per_group: Rate = PER_GROUP,
        overall: Rate = OVERALL,
    ) -> None:
        self.per_chat, self.per_group, self.overall = per_chat, per_group, overall
        self._chats: defaultdict[tuple[int, int], _Window] = defaultdict(_Window)
        self._groups: defaultdict[tuple[int, int], _Window] = defaultdict(_Window)
        self._all: defaultdict[int, _Window] = defaultdict(_Window)

    def spend(self, bot_id: int, chat_id: int, now: float) -> None:
        """Count one message of the bot to `chat_id` at `now`; ApiError 429 if it is too much."""
        chat = bot_id, chat_id
        windows = [(self._all[bot_id], self.overall), (self._chats[chat], self.per_chat)]
        if chat_id < 0:
            windows.append((self._groups[chat], self.per_group))
        wait = max(window.wait(rate, now) for window, rate in windows)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for window, _ in windows:
            window.count(now)

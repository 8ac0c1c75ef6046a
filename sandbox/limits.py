"""Telegram's send limits, and the seconds to wait when one is reached."""

import math
from collections import OrderedDict, deque
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


class _Windows:
    """The moments of the last messages that a rate counts, for each that has a budget of its own.

    Those of whom nothing counts any longer are forgotten: they are the first in `_moments`, which
    is in the order of the last message.
    """

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self._moments: OrderedDict[tuple[int, int], deque[float]] = OrderedDict()

    def wait(self, key: tuple[int, int], now: float) -> float:
        """Return the seconds until another message of `key` fits; 0 when it fits now."""
        moments = self._moments.get(key)
        if moments is None or len(moments) < self.rate.count:
            return 0.0
        # A clock that was set back leaves moments in the future: they count for nothing.
        wait = moments[0] + self.rate.seconds - now
        return wait if 0 < wait <= self.rate.seconds else 0.0

    def count(self, key: tuple[int, int], now: float) -> None:
        """Count a message of `key`."""
        self._forget(now)
        moments = self._moments.pop(key, None) or deque(maxlen=self.rate.count)
        moments.append(now)
        self._moments[key] = moments

    def _forget(self, now: float) -> None:
        while self._moments:
            first = next(iter(self._moments))
            if now - self.rate.seconds < self._moments[first][-1] <= now:
                return
            del self._moments[first]


class Limits:
    """A bot's budget: 1 message/s per chat, 20/min per group, 30/s in all (Bots FAQ).

    Windows slide. Rejected calls are not executed and cost nothing. Edits count like messages.
    """

    def __init__(
        self,
        per_chat: Rate = PER_CHAT,
        per_group: Rate = PER_GROUP,
        overall: Rate = OVERALL,
    ) -> None:
        self._chats, self._groups, self._all = map(_Windows, (per_chat, per_group, overall))

    def spend(self, bot_id: int, chat_id: int, now: float) -> None:
        """Count one message of the bot to `chat_id` at `now`; ApiError 429 if it is too much."""
        chat = bot_id, chat_id
        windows = [(self._all, (bot_id, 0)), (self._chats, chat)]
        if chat_id < 0:
            windows.append((self._groups, chat))
        wait = max(window.wait(key, now) for window, key in windows)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for window, key in windows:
            window.count(key, now)

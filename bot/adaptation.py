"""Slowing down when Telegram asks for it although its published limits were kept."""

import math
from collections import deque

SECONDS = 5.0
"""Refusals in several chats within so long mean all chats, not one."""
_SLOWER = 0.8
_STEADIER = 0.0005


class Adaptation:
    """How many messages a second all chats may get now; at most `full`.

    A refusal in one chat is that chat's. In two it is a fifth slower for all, and every message
    that goes through takes back a little of that. Moments are seconds of a stopwatch.
    """

    def __init__(self, full: float) -> None:
        self.full = self.rate = full
        self._refusals: deque[tuple[float, int]] = deque()

    def refused(self, chat_id: int, moment: float) -> bool:
        """Count a refusal (429); return whether it concerns all chats."""
        while self._refusals and self._refusals[0][0] < moment - SECONDS:
            self._refusals.popleft()
        self._refusals.append((moment, chat_id))
        if len({chat for _, chat in self._refusals}) == 1:
            return False
        self.rate = max(self.rate * _SLOWER, 1.0)
        self._refusals.clear()
        return True

    def accepted(self) -> None:
        """Count a message that went through."""
        if not math.isclose(self.rate, self.full):
            self.rate = min(self.full, self.rate + self.full * _STEADIER)

"""The way to Telegram that all calls of this process take, at a pace that Telegram bears."""

from time import monotonic

import structlog

from bot import metrics
from bot.adaptation import Adaptation
from bot.channels.calls import Call
from bot.channels.refusals import Later
from bot.channels.sending import Sending
from bot.window import Window
from storage import pace
from storage.outbox import Over

_STEADY = 0.995
"""Of the limit: in step with it, two clocks would be in each other's way."""

log = structlog.get_logger(__name__)


class Line:
    """Makes calls, and slows down when told to. `limit` is how many a second Telegram allows."""

    def __init__(self, sending: Sending, limit: int) -> None:
        self._sending = sending
        self._adaptation = Adaptation(limit * _STEADY)
        self._window = Window(limit)

    @property
    def rate(self) -> float:
        """How many messages a second may go out now."""
        return self._adaptation.rate

    async def make(self, call: Call, *, urgent: bool) -> Over | Later:
        """Make `call` when there is a place for it; what is urgent gets the next one."""
        await self._window.enter(urgent=urgent)
        return await self._make(call)

    async def squeeze_in(self, call: Call) -> Over | Later:
        """Make `call` at once; others wait longer for it."""
        self._window.squeeze_in()
        return await self._make(call)

    async def _make(self, call: Call) -> Over | Later:
        try:
            outcome = await self._sending.make(call)
        finally:
            self._window.leave()
        if isinstance(outcome, Over) and outcome.state == "sent":
            self._adaptation.accepted()
        return outcome

    def refused(self, chat_id: int) -> int:
        """Count that Telegram wants to be left alone; return by which chat, or pace.ALL."""
        metrics.refused()
        if not self._adaptation.refused(chat_id, monotonic()):
            return chat_id
        log.warning("slower", rate=round(self.rate, 1))
        return pace.ALL

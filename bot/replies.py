"""What is sent at once: answers, and what staff are told, one chat in order."""

import asyncio
import datetime
from collections.abc import Callable, Iterable, Sequence

import structlog

from bot import metrics
from bot.channels.calls import Call
from bot.channels.lanes import Lanes
from bot.channels.refusals import MISSING, Later
from bot.intake import Intake
from bot.line import Line
from bot.parcels import Parcel, by_chat
from bot.readable import describe
from bot.settling import Settling
from campaign.outreach.kinds import POLICIES
from storage import outbox, pace
from storage.database import Unit
from storage.outbox import Over, Row

_ATTEMPTS = 6
_LONG_PAUSE = 20.0

log = structlog.get_logger(__name__)


class Replies:
    """Sends what somebody waits for. `crowded` says whether it has to share the line."""

    def __init__(
        self, line: Line, intake: Intake, settling: Settling, crowded: Callable[[], bool]
    ) -> None:
        self._line = line
        self._intake = intake
        self._settling = settling
        self._crowded = crowded
        self._lanes = Lanes()

    def hand_over(self, parcels: Iterable[Parcel]) -> None:
        """Send them: one chat in order, different chats side by side."""
        for chat_id, theirs in by_chat(parcels).items():
            self._lanes.put(chat_id, self._send_all(theirs))

    async def finish(self, seconds: float) -> bool:
        """Wait until all are sent, `seconds` at most; say whether they are."""
        return await self._lanes.empty(seconds)

    async def _send_all(self, parcels: Sequence[Parcel]) -> None:
        gone: Over | None = None
        for parcel in parcels:
            try:
                over = gone or await self._send(parcel)
                await self._settling.settle(parcel.row, over)
                if parcel.row.kind == "reply":
                    metrics.answered(self._seconds_since(parcel.row))
                gone = over if over.state == "gone" else None
            except Exception as error:  # the lane goes on; what was to be said is not to be logged
                log.error("answer failed", error=describe(error))

    async def _send(self, parcel: Parcel) -> Over:
        row, call, attempts = parcel.row, parcel.call, 0
        while True:
            outcome = await self._make(call, row)
            if outcome == MISSING:
                call = call.anew()
                continue
            if isinstance(outcome, Over):
                return outcome
            attempts += 1
            if outcome.counted and attempts >= _ATTEMPTS:
                return Over("unknown", "no_answer")
            until = self._intake.clock.now() + datetime.timedelta(seconds=outcome.seconds)
            if until >= row.expires_at:
                log.error("not sent: the pause is too long", chat=row.chat_id)
                return Over("failed", "expired")
            await self._hold(row, outcome, until)
            await asyncio.sleep(outcome.seconds)

    async def _make(self, call: Call, row: Row) -> Over | Later:
        """Make the call: people alone stay far below the limits, and need not wait.

        What the bot says by itself may be much at one moment.
        """
        if row.kind == "notice" or self._crowded():
            return await self._line.make(call, urgent=True)
        return await self._line.squeeze_in(call)

    async def _hold(self, row: Row, outcome: Later, until: datetime.datetime) -> None:
        """Keep the row for longer; what may wait leaves its chat alone meanwhile."""
        if not outcome.limited and outcome.seconds < _LONG_PAUSE:
            return
        held = self._line.refused(row.chat_id) if outcome.limited else None

        def work(unit: Unit, _now: datetime.datetime) -> None:
            outbox.extend(unit, row.key, until)
            if held is not None:
                pace.hold(unit, held, until)

        await self._settling.keep(work)

    def _seconds_since(self, row: Row) -> float:
        """Return how long ago what `row` answers was taken in."""
        begun = row.expires_at - POLICIES[row.kind].expires
        return (self._intake.clock.now() - begun).total_seconds()

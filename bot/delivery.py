"""Delivery: the outbox's rows become calls, answers at once and everything else at its pace."""

import asyncio
import datetime
from collections.abc import Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import structlog

from bot import metrics
from bot.adaptation import Adaptation
from bot.channels.calls import Call
from bot.channels.lanes import Lanes
from bot.channels.posts import compose
from bot.channels.refusals import NO_MESSAGE, Later
from bot.channels.sending import Sending
from bot.intake import Intake, Work
from bot.parcels import Parcel, by_chat
from bot.readable import describe
from bot.window import Window
from campaign.outreach.kinds import POLICIES
from storage import chats, corrections, outbox, pace
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.errors import DatabaseError
from storage.outbox import Holder, Over, Row

AT_ONCE = 32
"""How many announcements are under way at most; the other connections are for answers."""
_STEADY = 0.995
"""Of the limit: in step with it, two clocks would be in each other's way."""
_ATTEMPTS = 6
_LONG_PAUSE = 20.0
_LONGEST_BACKOFF = 60.0
_IDLE_SECONDS = 1.0
_BUSY_SECONDS = 0.05
_TRIES_TO_KEEP = 60

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """Rows to be sent, the broadcasts that they belong to, and when they were claimed."""

    rows: Sequence[Row] = ()
    waiting: bool = False
    broadcasts: Mapping[int, BroadcastRecord] = field(default_factory=dict)
    at: float = 0


class Delivery:
    """Sends for one process, which `owner` names in the rows that it holds.

    `rate` is how many messages a second Telegram allows; `alone` says that no other process
    sends.
    """

    def __init__(
        self, sending: Sending, intake: Intake, owner: str, rate: int, *, alone: bool
    ) -> None:
        self._sending = sending
        self._intake = intake
        self._owner = owner
        self._adaptation = Adaptation(rate * _STEADY)
        self._window = Window(rate)
        self._alone = alone
        self._lanes = Lanes()
        self._under_way: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    @property
    def holder(self) -> Holder:
        """What the outbox is to know of this process."""
        return Holder(self._owner, self._adaptation.rate)

    def hand_over(self, parcels: Iterable[Parcel]) -> None:
        """Send what is urgent: one chat in order, different chats side by side."""
        for chat_id, theirs in by_chat(parcels).items():
            self._lanes.put(chat_id, self._send_all(theirs))

    def wake(self) -> None:
        """Look at the outbox now."""
        self._woken.set()

    async def run(self) -> None:
        """Send what may wait, until cancelled; what has been claimed by then is still sent."""
        while True:
            metrics.alive("delivery")
            self._woken.clear()
            claimed = await self._claim()
            for row in claimed.rows:
                self._start(self._send_in_turn(row, claimed))
            await self._rest(claimed)

    async def recover(self) -> None:
        """Send again, or give up, what a process left behind that died; drop what is late.

        Raises DatabaseError.
        """
        holder, alone = self.holder, self._alone

        def work(unit: Unit, now: datetime.datetime) -> list[Row]:
            rows = outbox.recover(unit, holder, now, alone=alone)
            outbox.expire(unit, now)
            return rows

        left = await self._intake.run(work)
        self.hand_over(Parcel(row, Call.from_json(row.payload)) for row in left if row.payload)

    async def finish(self, seconds: float) -> bool:
        """Wait until all that is under way is over, `seconds` at most; say whether it is."""
        until = monotonic() + seconds
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)
        over = await self._lanes.empty(until - monotonic())
        return over and not self._under_way

    # What is urgent

    async def _send_all(self, parcels: Sequence[Parcel]) -> None:
        gone: Over | None = None
        for parcel in parcels:
            try:
                over = gone or await self._send_now(parcel)
                await self._settle(parcel.row, over)
                if parcel.row.kind == "reply":
                    metrics.answered(self._seconds_since(parcel.row))
                gone = over if over.state == "gone" else None
            except Exception as error:  # the lane goes on; what was to be said is not to be logged
                log.error("answer failed", error=describe(error))

    async def _send_now(self, parcel: Parcel) -> Over:
        row, call, attempts = parcel.row, parcel.call, 0
        while True:
            outcome = await self._make(call)
            if isinstance(outcome, Over) and outcome.reason == NO_MESSAGE:
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

    async def _make(self, call: Call) -> Over | Later:
        """Make an urgent call: people alone stay far below the limits, and need not wait."""
        if self._under_way:
            await self._window.enter(urgent=True)
        else:
            self._window.squeeze_in()
        try:
            return await self._sending.make(call)
        finally:
            self._window.leave()

    async def _hold(self, row: Row, outcome: Later, until: datetime.datetime) -> None:
        """Keep an urgent row for longer; what may wait leaves its chat alone meanwhile."""
        if not outcome.limited and outcome.seconds < _LONG_PAUSE:
            return
        everybody = outcome.limited and self._refused(row.chat_id)

        def work(unit: Unit, _now: datetime.datetime) -> None:
            outbox.extend(unit, row.key, until)
            if outcome.limited:
                pace.hold(unit, pace.ALL if everybody else row.chat_id, until)

        await self._keep(work)

    # What may wait

    async def _claim(self) -> _Claimed:
        room = AT_ONCE - len(self._under_way)
        if room <= 0:
            return _Claimed(waiting=True)
        holder = self.holder

        def work(unit: Unit, now: datetime.datetime) -> _Claimed:
            rows, waiting = outbox.claim(unit, holder, now, room)
            ids = {row.broadcast_id for row in rows if row.broadcast_id is not None}
            records = {number: corrections.in_force(unit, number) for number in ids}
            known = {number: record for number, record in records.items() if record}
            return _Claimed(rows, waiting, known, monotonic())

        try:
            return await self._intake.run(work)
        except Exception as error:  # nothing has been claimed, and nothing is lost
            log.error("outbox not read", error=describe(error))
            return _Claimed()

    async def _rest(self, claimed: _Claimed) -> None:
        """Wait until it is worth while to look again."""
        if claimed.rows or claimed.waiting:
            await asyncio.sleep(_BUSY_SECONDS)
            while len(self._under_way) > AT_ONCE // 2:
                await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
            return
        try:
            await asyncio.wait_for(self._woken.wait(), _IDLE_SECONDS)
        except TimeoutError:
            return

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _send_in_turn(self, row: Row, claimed: _Claimed) -> None:
        try:
            broadcast = claimed.broadcasts.get(row.broadcast_id or 0)
            call = compose(row, broadcast)
            await asyncio.sleep(claimed.at + row.wait - monotonic())
            await self._window.enter(urgent=False)
            try:
                outcome = await self._sending.make(call)
            finally:
                self._window.leave()
            if isinstance(outcome, Over):
                await self._settle(row, outcome, pin=broadcast is not None and broadcast.pin)
            else:
                await self._postpone(row, outcome)
        except Exception as error:  # a mistake of ours is this row's, and is seen in its state
            log.error("announcement failed", error=describe(error))
            await self._settle(row, Over("unknown", "mistake"))

    async def _postpone(self, row: Row, later: Later) -> None:
        if later.counted and row.attempts >= _ATTEMPTS:
            await self._settle(row, Over("unknown", "no_answer"))
            return
        seconds = later.seconds
        if not later.limited:
            seconds = min(seconds * 2.0 ** min(row.attempts, 10), _LONGEST_BACKOFF)
        seconds = min(seconds, pace.LONGEST_HOLD)
        everybody = later.limited and self._refused(row.chat_id)

        def work(unit: Unit, now: datetime.datetime) -> None:
            until = now + datetime.timedelta(seconds=seconds)
            outbox.postpone(unit, row.key, until)
            if later.limited:
                pace.hold(unit, pace.ALL if everybody else row.chat_id, until)

        await self._keep(work)

    # What both have in common

    def _seconds_since(self, row: Row) -> float:
        """Return how long ago what `row` answers was taken in."""
        begun = row.expires_at - POLICIES[row.kind].expires
        return (self._intake.clock.now() - begun).total_seconds()

    def _refused(self, chat_id: int) -> bool:
        metrics.refused()
        everybody = self._adaptation.refused(chat_id, monotonic())
        if everybody:
            log.warning("slower", rate=round(self._adaptation.rate, 1))
        return everybody

    async def _settle(self, row: Row, over: Over, *, pin: bool = False) -> None:
        if over.state == "sent":
            self._adaptation.accepted()

        def work(unit: Unit, now: datetime.datetime) -> None:
            if not outbox.settle(unit, row.key, over, now):
                return
            if over.state == "gone":
                chats.leave(unit, row.chat_id, now)
            elif row.step == "post":
                chats.mute(unit, row.chat_id, muted=over.reason == "muted")
                if pin and over.message_id is not None:
                    outbox.follow(unit, row, "pin", over.message_id, now)

        await self._keep(work)
        metrics.settled(row.kind, over.state)

    async def _keep(self, work: Work[None]) -> None:
        """Keep what became of a row, for as long as it takes: it is known here alone."""
        for _ in range(_TRIES_TO_KEEP):
            try:
                await self._intake.run(work)
            except DatabaseError as error:
                log.error("not kept yet", error=str(error))
                await asyncio.sleep(_IDLE_SECONDS)
            else:
                return

"""What may wait: announcements, claimed from the outbox a few at a time, sent at their pace."""

import asyncio
import datetime
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic

import structlog

from bot import metrics
from bot.channels.posts import compose, compose_instead
from bot.channels.refusals import TOO_OLD, Later
from bot.intake import Intake
from bot.line import Line
from bot.readable import describe
from bot.settling import MISTAKE, Settling
from storage import corrections, outbox, pace
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.outbox import LEASE, Holder, Over, Row

AT_ONCE = 32
"""How many calls are made side by side; the other connections are for answers."""
IN_HAND = 6 * AT_ONCE
"""How many rows this process holds at most, so that none of its connections idles during a claim.

After a crash nobody knows what became of them. At the usual pace there are eight.
"""
_FRESH_SECONDS = LEASE.total_seconds() / 2
_ATTEMPTS = 6
_LONGEST_BACKOFF = 60.0
_IDLE_SECONDS = 1.0
_PACED_SECONDS = 0.05

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """Rows to be sent, the broadcasts that they belong to, and when they were claimed."""

    rows: Sequence[Row] = ()
    waiting: bool = False
    broadcasts: Mapping[int, BroadcastRecord] = field(default_factory=dict)
    at: float = 0


class Bulk:
    """Sends what is queued in the outbox, for the process that `owner` names."""

    def __init__(self, line: Line, intake: Intake, settling: Settling, owner: str) -> None:
        self._line = line
        self._intake = intake
        self._settling = settling
        self._owner = owner
        self._queue: deque[tuple[Row, _Claimed]] = deque()
        self._workers: set[asyncio.Task[None]] = set()
        self._in_hand = 0
        self._claiming: asyncio.Task[_Claimed] | None = None
        self._woken = asyncio.Event()
        self._over = asyncio.Event()

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self._in_hand > 0

    def wake(self) -> None:
        """Look at the outbox now."""
        self._woken.set()

    async def run(self) -> None:
        """Send until cancelled; what has been claimed by then is still sent."""
        while True:
            metrics.alive("delivery")
            self._woken.clear()
            room = IN_HAND - self._in_hand
            self._claiming = asyncio.create_task(self._take(room))
            claimed = await asyncio.shield(self._claiming)
            if len(claimed.rows) < room:
                await self._rest(claimed)
            while self._in_hand > IN_HAND // 2:
                self._over.clear()
                await self._over.wait()

    async def finish(self, seconds: float) -> bool:
        """Wait until what is under way is over, `seconds` at most; say whether it is."""
        try:
            async with asyncio.timeout(seconds):
                if self._claiming:
                    await self._claiming
                while self._in_hand:
                    self._over.clear()
                    await self._over.wait()
        except TimeoutError:
            return False
        return True

    async def _claim(self, room: int) -> _Claimed:
        holder = Holder(self._owner, self._line.rate)

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
        """Wait until it is worth while to look again: when the last of these is about to go."""
        if claimed.waiting:
            last = claimed.rows[-1].wait if claimed.rows else 0
            await asyncio.sleep(max(last, _PACED_SECONDS))
            return
        try:
            await asyncio.wait_for(self._woken.wait(), _IDLE_SECONDS)
        except TimeoutError:
            return

    async def _take(self, room: int) -> _Claimed:
        claimed = await self._claim(room)
        self._in_hand += len(claimed.rows)
        self._queue.extend((row, claimed) for row in claimed.rows)
        for _ in range(min(AT_ONCE - len(self._workers), len(claimed.rows))):
            worker = asyncio.create_task(self._work())
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)
        return claimed

    async def _work(self) -> None:
        while self._queue:
            row, claimed = self._queue.popleft()
            try:
                await self._send_in_turn(row, claimed)
            except Exception as error:  # a mistake of ours is this row's, and is seen in its state
                log.error("announcement failed", error=describe(error))
                self._settle(row, MISTAKE)

    async def _send_in_turn(self, row: Row, claimed: _Claimed) -> None:
        broadcast = claimed.broadcasts.get(row.broadcast_id or 0)
        early = claimed.at + row.wait - monotonic()
        if early > 0:
            await asyncio.sleep(early)
        if monotonic() > claimed.at + _FRESH_SECONDS:  # others may soon take it for left behind
            outcome: Over | Later = Later(0)
        else:
            outcome = await self._make(row, broadcast)
        if isinstance(outcome, Over):
            self._settle(row, outcome, pin=broadcast is not None and broadcast.pin)
        elif outcome.counted and row.attempts >= _ATTEMPTS:
            self._settle(row, Over("unknown", "no_answer"))
        else:
            await self._postpone(row, outcome)
            self._let_go()

    async def _make(self, row: Row, broadcast: BroadcastRecord | None) -> Over | Later:
        outcome = await self._line.make(compose(row, broadcast), urgent=False)
        if outcome == TOO_OLD:
            outcome = await self._line.make(compose_instead(row, broadcast), urgent=False)
        return outcome

    def _settle(self, row: Row, over: Over, *, pin: bool = False) -> None:
        kept = self._settling.settle(row, over, pin=pin)
        kept.add_done_callback(lambda _: self._let_go())

    def _let_go(self) -> None:
        self._in_hand -= 1
        if self._in_hand <= IN_HAND // 2:
            self._over.set()

    async def _postpone(self, row: Row, later: Later) -> None:
        seconds = later.seconds
        if not later.limited:
            seconds = min(seconds * 2.0 ** min(row.attempts, 10), _LONGEST_BACKOFF)
        seconds = min(seconds, pace.LONGEST_HOLD)
        held = self._line.refused(row.chat_id) if later.limited else None

        def work(unit: Unit, now: datetime.datetime) -> None:
            until = now + datetime.timedelta(seconds=seconds)
            outbox.postpone(unit, row.key, until)
            if held is not None:
                pace.hold(unit, held, until)

        await self._settling.keep(work)

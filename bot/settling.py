"""Keeping what became of calls: many in one transaction, for as long as it takes."""

import asyncio
import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from bot import metrics
from bot.intake import Intake, Work
from bot.readable import describe
from storage import chats, outbox
from storage.database import Unit
from storage.errors import DatabaseError
from storage.outbox import Over, Row

_SECONDS_BETWEEN_TRIES = 1.0
_GATHERING_SECONDS = 0.005

MISTAKE = Over("unknown", "mistake")
"""How a row ends where something went wrong on our side."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Ended:
    """A row whose call is over; `pin` says that the message is to be pinned then."""

    row: Row
    over: Over
    pin: bool
    kept: asyncio.Future[None]


class Settling:
    """Settles rows. What became of them is known here alone, and is kept."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._ended: list[_Ended] = []
        self._keeping: asyncio.Task[None] | None = None

    def settle(self, row: Row, over: Over, *, pin: bool = False) -> asyncio.Future[None]:
        """Let `row` end as `over`; the future is done when that is committed, or cannot be."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._ended.append(_Ended(row, over, pin, kept))
        if self._keeping is None:
            self._keeping = asyncio.create_task(self._keep_all())
        return kept

    async def keep(self, work: Work[None]) -> None:
        """Do `work` in the database, as soon as it can be done."""
        while True:
            try:
                await self._intake.run(work)
            except DatabaseError as error:
                log.error("not kept yet", error=str(error))
                await asyncio.sleep(_SECONDS_BETWEEN_TRIES)
            else:
                return

    async def _keep_all(self) -> None:
        while self._ended:
            # Where several end in one moment, more are about to; one alone is not kept waiting.
            await asyncio.sleep(_GATHERING_SECONDS if len(self._ended) > 1 else 0)
            ended, self._ended = self._ended, []
            await self._keep_these(ended)
        self._keeping = None

    async def _keep_these(self, ended: Sequence[_Ended]) -> None:
        try:
            await self.keep(lambda unit, now: _settle(unit, ended, now))
        except Exception as error:
            log.error("not settled", error=describe(error))
            for each in ended:
                await self._keep_this(each)
        for each in ended:
            metrics.settled(each.row.kind, each.over.state)
            if not each.kept.done():
                each.kept.set_result(None)

    async def _keep_this(self, ended: _Ended) -> None:
        """Settle a row by itself: another one's mistake is not its own."""
        try:
            await self.keep(lambda unit, now: _settle(unit, [ended], now))
        except Exception:
            await self._keep_mistake(ended.row)

    async def _keep_mistake(self, row: Row) -> None:
        try:
            await self.keep(lambda unit, now: outbox.settle(unit, [(row.key, MISTAKE)], now))
        except Exception as error:  # all others still wait to be settled
            log.error("left as being sent", error=describe(error))


def _settle(unit: Unit, ended: Sequence[_Ended], now: datetime.datetime) -> None:
    outbox.settle(unit, [(each.row.key, each.over) for each in ended], now)
    posted = [each for each in ended if each.row.step == "post" and each.over.state != "gone"]
    for muted in (False, True):
        these = [each.row.chat_id for each in posted if (each.over.reason == "muted") == muted]
        chats.mute(unit, these, muted=muted)
    for each in ended:
        if each.over.state == "gone":
            chats.leave(unit, each.row.chat_id, now)
        elif each.pin and each.over.message_id is not None and each.row.step == "post":
            outbox.follow(unit, each.row, "pin", each.over.message_id, now)

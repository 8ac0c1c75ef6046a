"""Delivery: the outbox's rows become calls, answers at once and everything else at its pace."""

import datetime
from collections.abc import Iterable
from time import monotonic

from bot.bulk import Bulk
from bot.channels.calls import Call
from bot.channels.sending import Sending
from bot.intake import Intake
from bot.line import Line
from bot.parcels import Parcel
from bot.replies import Replies
from bot.settling import Settling
from storage import outbox
from storage.database import Unit
from storage.outbox import Holder, Row


class Delivery:
    """Sends for one process, which `owner` names in the rows that it holds.

    `limit` is how many messages a second Telegram allows; `alone` says that no other process
    sends.
    """

    def __init__(
        self, sending: Sending, intake: Intake, owner: str, limit: int, *, alone: bool
    ) -> None:
        self._intake = intake
        self._owner = owner
        self._alone = alone
        self._line = Line(sending, limit)
        settling = Settling(intake)
        self._bulk = Bulk(self._line, intake, settling, owner)
        self._replies = Replies(self._line, intake, settling, lambda: self._bulk.busy)

    @property
    def holder(self) -> Holder:
        """What the outbox is to know of this process."""
        return Holder(self._owner, self._line.rate)

    def hand_over(self, parcels: Iterable[Parcel]) -> None:
        """Send what is urgent: one chat in order, different chats side by side."""
        self._replies.hand_over(parcels)

    def wake(self) -> None:
        """Look at the outbox now."""
        self._bulk.wake()

    async def run(self) -> None:
        """Send what may wait, until cancelled; what has been claimed by then is still sent."""
        await self._bulk.run()

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
        announced = await self._bulk.finish(seconds)
        return await self._replies.finish(until - monotonic()) and announced

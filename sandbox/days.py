"""The day that somebody picks on the page, for trials: the world's clock follows it."""

import datetime
import inspect
from collections.abc import Awaitable, Callable

from sandbox.clock import Clock
from sandbox.events import Event
from sandbox.world import World

ZONE = datetime.timezone(datetime.timedelta(hours=7))
"""Vietnam has one zone and no summer time."""

OnDay = Callable[[datetime.date], Awaitable[None] | None]


class Days:
    """The picked day, None for the real one; `on_day` is told of every choice."""

    def __init__(self, world: World, clock: Clock, on_day: OnDay | None) -> None:
        self.on_day = on_day
        self.day: datetime.date | None = None
        self._world = world
        self._clock = clock

    def begin(self, day: datetime.date) -> None:
        """Let it be `day`, at this time of day, in Vietnam."""
        now = datetime.datetime.fromtimestamp(self._clock(), ZONE)
        self._clock.set(datetime.datetime.combine(day, now.timetz()).timestamp())
        self.day = day

    async def pick(self, day: datetime.date) -> None:
        """Let it be `day`, and tell."""
        self.begin(day)
        if self.on_day:
            told = self.on_day(day)
            if inspect.isawaitable(told):
                await told
        self._world.emit(Event("day", body=day.isoformat()))

"""A year of reminders, day by day, with a bot that is killed at random moments of it.

The bot is a process of its own, Telegram the sandbox's server; both go by the same clock. What
groups are to hear is the table of the tests.
"""

import asyncio
import datetime
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import office, processes, reminded
from benchmarks.figures import table
from benchmarks.mortal import Mortal
from campaign.zone import VIETNAM
from sandbox.events import Event
from sandbox.server import Sandbox
from storage.database import Database
from tests.campaign.outreach.reminder_tables import TABLES

SEED = 2024
GROUPS = 10
"""Of each campaign."""
YEAR = tuple(datetime.date(2024, 1, 1) + datetime.timedelta(days=number) for number in range(366))
_EIGHT = datetime.time(8)
_MORNING = datetime.time(7)
_OTHERWISE = tuple(datetime.time(hour, 30) for hour in range(7, 21))
_DEADLY = 0.3
"""How likely the bot is killed on a day, and once more when it has been."""
_BUSY = 0.2
"""How likely something is looked at on a day beside the hour at which reminders fall due."""
_LONGEST_LIFE = 1.5
_PATIENCE = 60.0
_LOOK = 0.02
"""All three in seconds."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the year; all but the first three are numbers of messages in groups."""

    days: int
    kills: int
    seconds: float
    expected: int
    seen: int
    twice: int
    wrong: int
    """of which the table knows nothing on that day"""
    lost: int
    """did not arrive, and Loa does not say that this is possible"""
    doubtful: int
    """Loa says that nobody knows: in hand when a process died"""
    arrived: int
    """of the doubtful ones"""


@dataclass
class Walk:
    """Lets time go by, and the bot die."""

    sandbox: Sandbox
    database: Database
    bot: Mortal
    chance: random.Random
    most: int
    """How many messages a day may have."""
    kills: int = 0
    _left: int = 0

    def __post_init__(self) -> None:
        self.sandbox.world.listeners.append(self._happened)

    async def begin(self, moment: datetime.datetime) -> None:
        """Let there be a bot at `moment`."""
        self.sandbox.clock.set(moment.timestamp())
        await self.bot.start(moment)
        await self._over(moment)

    async def live(self, moment: datetime.datetime) -> None:
        """Let it be `moment`, until all that is to be done then is done."""
        self.sandbox.clock.set(moment.timestamp())
        self.bot.set(moment)
        while self.chance.random() < _DEADLY:
            if self.chance.random() < 0.5:  # noqa: PLR2004 - one half
                await self._die_at_message(self.chance.randint(1, self.most), moment)
            else:
                await asyncio.sleep(self.chance.uniform(0, _LONGEST_LIFE))
                self.bot.kill()
            if self.bot.dead:
                self.kills += 1
                await self.bot.end()
                now = datetime.datetime.fromtimestamp(self.sandbox.clock(), VIETNAM)
                await self.bot.start(now)
        await self._over(moment)

    async def _die_at_message(self, number: int, moment: datetime.datetime) -> None:
        """Die when Telegram has taken the message `number` from now on, if there are so many."""
        self._left = number
        await _until(lambda: self.bot.dead or reminded.seen_to(self.database, moment))
        self._left = 0

    def _happened(self, event: Event) -> None:
        if self._left and event.kind == "message":
            self._left -= 1
            if not self._left:
                self.bot.kill()  # it will never hear that the message was taken

    async def _over(self, moment: datetime.datetime) -> None:
        await _until(lambda: reminded.seen_to(self.database, moment))


async def report(seed: int = SEED) -> str:
    """Return the table of the whole year."""
    tally = await take(YEAR, GROUPS, seed)
    return table(
        f"{tally.days} days of 2024, {tally.kills} kills (SIGKILL, seed {seed}), both campaigns"
        f" with {GROUPS} groups each, in {tally.seconds:.0f} s",
        [
            ("reminders expected", "seen", "twice", "wrong", "lost", "in doubt at a kill"),
            (
                *map(str, (tally.expected, tally.seen, tally.twice, tally.wrong, tally.lost)),
                f"{tally.doubtful}, of which {tally.arrived} arrived",
            ),
        ],
    )


async def take(days: Sequence[datetime.date], groups: int, seed: int) -> Tally:
    """Let the bot live through `days`; return what its groups heard meanwhile."""
    begun, chance = perf_counter(), random.Random(seed)  # noqa: S311 - no secret
    with TemporaryDirectory() as name:
        folder = Path(name)
        database = office.opened(folder)
        async with Sandbox() as sandbox:
            homes = {
                campaign: [sandbox.world.add_group(f"HTX {each}") for each in range(groups)]
                for campaign in TABLES
            }
            for campaign, chats in homes.items():
                reminded.approve(database, campaign, chats)
            bot = Mortal(folder, processes.loa_environment(sandbox, folder))
            walk = Walk(sandbox, database, bot, chance, groups * len(TABLES))
            try:
                await walk.begin(_at(days[0], _MORNING))
                for day in days:
                    for moment in _moments(day, chance):
                        await walk.live(moment)
            finally:
                await bot.end()
            wanted = sum(
                (reminded.wanted(campaign, chats, days) for campaign, chats in homes.items()),
                Counter[reminded.Heard](),
            )
            heard = reminded.heard(chat for chats in homes.values() for chat in chats)
            doubtful = reminded.doubtful(database)
        database.close()
    return Tally(
        days=len(days),
        kills=walk.kills,
        seconds=perf_counter() - begun,
        expected=wanted.total(),
        seen=(heard & wanted).total(),
        twice=sum(number - 1 for number in heard.values()),
        wrong=len(heard.keys() - wanted.keys()),
        lost=(wanted - heard - doubtful).total(),
        doubtful=doubtful.total(),
        arrived=(doubtful & heard).total(),
    )


def _moments(day: datetime.date, chance: random.Random) -> list[datetime.datetime]:
    """Return eight o'clock, and perhaps another moment of the day."""
    hours = {_EIGHT}
    if chance.random() < _BUSY:
        hours.add(chance.choice(_OTHERWISE))
    return [_at(day, hour) for hour in sorted(hours)]


def _at(day: datetime.date, hour: datetime.time) -> datetime.datetime:
    return datetime.datetime.combine(day, hour, VIETNAM)


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(_PATIENCE):
        while not true():
            await asyncio.sleep(_LOOK)

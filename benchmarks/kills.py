"""`kill -9` at random moments of announcements, and what really arrived."""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from benchmarks import office, processes
from benchmarks.figures import table
from sandbox.chats import Chat
from sandbox.server import Sandbox
from storage.database import Database

GROUPS = 1000
_RATE = "1000"
_PATIENCE = 240.0


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of one announcement: numbers of messages, or of groups."""

    arrived: int
    missing: int
    """did not arrive, and Loa does not say that this is possible"""
    doubtful: int
    """Loa says that nobody knows: what was in flight when a process died"""
    doubled: int
    """arrived twice after the doubtful ones were sent again on a person's word"""


@dataclass
class Fleet:
    """Processes of Loa that share a database, of which any can be killed and started again."""

    sandbox: Sandbox
    folder: Path
    environment: dict[str, str]
    _running: list[asyncio.subprocess.Process] = field(default_factory=list)

    async def start(self, count: int = 1) -> None:
        """Start `count` more."""
        with (self.folder / "loa.log").open("ab") as log:
            for _ in range(count):
                self._running.append(
                    await asyncio.create_subprocess_exec(
                        *processes.LOA, stdout=log, stderr=log, env=self.environment
                    )
                )

    async def kill_one(self) -> None:
        """Kill one as a power cut would (SIGKILL)."""
        victim = self._running.pop(random.randrange(len(self._running)))  # noqa: S311  # no secret
        victim.kill()
        await victim.wait()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for process in self._running:
            process.send_signal(signal.SIGTERM)
        await asyncio.gather(*(process.wait() for process in self._running))


async def report(kills: int, url: str = "", together: int = 1) -> str:
    """Return a table of `kills` kills; `url` names a database other than a new SQLite file."""
    tallies = await take(kills, GROUPS, url, together)
    return table(
        f"{kills} kills (SIGKILL) of one of {together} processes, {GROUPS} groups each",
        [
            ("arrived", "lost", "in flight at a kill", "arrived twice when sent again"),
            (
                str(sum(tally.arrived for tally in tallies)),
                str(sum(tally.missing for tally in tallies)),
                f"{sum(tally.doubtful for tally in tallies)}"
                f" (at most {max(tally.doubtful for tally in tallies)})",
                str(sum(tally.doubled for tally in tallies)),
            ),
        ],
    )


async def take(kills: int, groups: int, url: str = "", together: int = 1) -> list[Tally]:
    """Make `kills` announcements and kill a process in each; return what became of them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        database = Database(url) if url else office.opened(folder)
        database.upgrade()
        async with Sandbox() as sandbox:
            chats = office.groups(sandbox, groups)
            office.approve(database, [chat.id for chat in chats])
            async with Fleet(sandbox, folder, _environment(sandbox, folder, url)) as fleet:
                await fleet.start(together)
                numbers = [
                    await _kill_during(fleet, database, place, groups) for place in range(kills)
                ]
                await _over(database, numbers)
                doubtful = [_doubtful(database, number) for number in numbers]
                missing = [_missing(chats, place, unsure) for place, unsure in enumerate(doubtful)]
                for number in numbers:
                    office.send_again(database, number)
                await _over(database, numbers)
                counts = [_arrived(chats, place) for place in range(kills)]
        database.close()
    return [
        Tally(
            arrived=count.total(),
            missing=lost + sum(1 for chat in chats if not count[chat.id]),
            doubtful=len(unsure),
            doubled=sum(times - 1 for times in count.values()),
        )
        for count, lost, unsure in zip(counts, missing, doubtful, strict=True)
    ]


def _environment(sandbox: Sandbox, folder: Path, url: str) -> dict[str, str]:
    environment = processes.loa_environment(sandbox, folder)
    del environment["LOA_TODAY"]
    environment["LOA_TELEGRAM__MESSAGES_PER_SECOND"] = _RATE
    return environment | ({"LOA_DATABASE__URL": url} if url else {})


async def _kill_during(fleet: Fleet, database: Database, place: int, groups: int) -> int:
    number = office.announce(database, place)
    left = random.uniform(0.1, 1) * groups  # noqa: S311  # no secret
    await _until(lambda: office.states(database, number).get("queued", 0) < left)
    await fleet.kill_one()
    await fleet.start()
    await _until(lambda: not office.states(database, number).get("queued"))
    return number


async def _over(database: Database, numbers: list[int]) -> None:
    await _until(lambda: all(office.is_over(database, number) for number in numbers))


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(_PATIENCE):
        while not true():
            await asyncio.sleep(0.05)


def _doubtful(database: Database, number: int) -> set[int]:
    return office.chats_in(database, number, "unknown")


def _arrived(chats: list[Chat], place: int) -> Counter[int]:
    text = office.TEXT.format(number=place)
    return Counter(
        chat.id for chat in chats for message in chat.messages.values() if message.text == text
    )


def _missing(chats: list[Chat], place: int, doubtful: set[int]) -> int:
    arrived = _arrived(chats, place)
    return sum(1 for chat in chats if not arrived[chat.id] and chat.id not in doubtful)

"""Announcements: at Telegram's limits, without them beside a bare gather, and people meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from pydantic import SecretStr

from benchmarks import office, processes, questions
from benchmarks.answers import CAMPAIGNS
from benchmarks.crowd import Crowd
from benchmarks.figures import percentile, spread, table
from bot.bulk import AT_ONCE
from bot.channels.api import connected
from bot.config import RunningTelegram
from sandbox.events import Event
from sandbox.limits import OVERALL, Limits
from sandbox.server import Sandbox
from storage.database import Database

_LIMITED = 600
_UNLIMITED = 2000
_BUSY = 2000
_QUESTIONS = 400
_LANES = 40
_PAUSE = 0.05
_QUIET = 2.0
"""Seconds after which every chat may get a message again, and what was under way is over."""
_PATIENCE = 300.0


class _Arrivals:
    """The moments at which messages of announcements arrived in groups."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.moments: list[float] = []
        sandbox.world.listeners.append(self._hear)

    def _hear(self, event: Event) -> None:
        if event.kind == "message" and event.chat and event.chat.id < 0:
            self.moments.append(perf_counter())

    async def reach(self, count: int) -> None:
        async with asyncio.timeout(_PATIENCE):
            while len(self.moments) < count:
                await asyncio.sleep(0.02)

    def rate(self) -> float:
        """Messages per second from the first to the last."""
        return (len(self.moments) - 1) / (self.moments[-1] - self.moments[0])


async def report(rounds: int) -> str:
    """Return the tables; the unlimited broadcast and its peer take turns for `rounds` rounds."""
    limited = await _limited()
    loa, bare = [], []
    for _ in range(rounds):
        loa.append(await _loa())
        bare.append(await _gather())
    idle, busy = await _replies(rounds)
    return "\n".join((limited, _ratio(loa, bare), _latencies(idle, busy)))


@asynccontextmanager
async def _office(
    sandbox: Sandbox, count: int, rate: int
) -> AsyncIterator[tuple[Database, _Arrivals]]:
    """Run Loa with `count` approved groups."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        database = office.opened(folder)
        office.approve(database, [group.id for group in office.groups(sandbox, count)])
        environment = processes.loa_environment(sandbox, folder) | {
            "LOA_TELEGRAM__MESSAGES_PER_SECOND": str(rate)
        }
        del environment["LOA_TODAY"]
        async with processes.process(processes.LOA, folder, environment):
            await sandbox.wait_for(lambda: sandbox.bot.poll is not None, 20)
            yield database, _Arrivals(sandbox)
        database.close()


async def _limited() -> str:
    async with Sandbox(limits=Limits()) as sandbox:
        async with _office(sandbox, _LIMITED, OVERALL.count) as (database, arrivals):
            office.announce(database)
            await arrivals.reach(_LIMITED)
        rate = arrivals.rate()
        rows = [
            ("groups", "messages/s", "of the allowed", "refused (429)"),
            (
                str(_LIMITED),
                f"{rate:.2f}",
                f"{rate / OVERALL.count:.1%}",
                str(sandbox.world.refusals[429]),
            ),
        ]
    return table("An announcement at Telegram's limit of 30/s", rows)


async def _loa() -> float:
    async with Sandbox() as sandbox, _office(sandbox, _UNLIMITED, 10_000) as (database, arrivals):
        office.announce(database)
        await arrivals.reach(_UNLIMITED)
        return arrivals.rate()


async def _gather() -> float:
    """The peer: nothing but the calls, in a process of its own."""
    async with Sandbox() as sandbox:
        groups = office.groups(sandbox, _UNLIMITED)
        arrivals = _Arrivals(sandbox)
        ids = ",".join(str(group.id) for group in groups)
        with TemporaryDirectory() as name:
            file = Path(name) / "chats"
            file.write_text(ids, "utf-8")
            command = processes.echo(sandbox, "bare_gather", str(file))
            async with processes.process(command, Path(name)):
                await arrivals.reach(_UNLIMITED)
        return arrivals.rate()


async def send_all(base_url: str, token: str, chats: list[int]) -> None:
    """Send the text to all of `chats`, as many at once as Loa's delivery does."""
    telegram = RunningTelegram(token=SecretStr(token), base_url=base_url)
    places = asyncio.Semaphore(AT_ONCE)
    async with connected(telegram) as api:

        async def send(chat_id: int) -> None:
            async with places:
                await api.send_message(chat_id, office.TEXT.format(number=1))

        await asyncio.gather(*(send(chat_id) for chat_id in chats))


async def _replies(rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds to answers, at rest and while an announcement goes out, in turns."""
    idle: list[float] = []
    busy: list[float] = []
    async with Sandbox(limits=Limits()) as sandbox:
        crowd = Crowd(sandbox)
        async with _office(sandbox, _BUSY, OVERALL.count) as (database, arrivals):
            asked = questions.endless()
            await crowd.gather(CAMPAIGNS, _LANES)
            for number in range(1, rounds + 1):
                await asyncio.sleep(_QUIET)
                idle += await crowd.ask_in_turn(asked, _QUESTIONS, _LANES, _PAUSE)
                broadcast_id, before = office.announce(database, number), len(arrivals.moments)
                await arrivals.reach(before + OVERALL.count)
                busy += await crowd.ask_in_turn(asked, _QUESTIONS, _LANES, _PAUSE)
                if len(arrivals.moments) >= before + _BUSY:
                    raise RuntimeError("the announcement was over before the questions were")
                office.cancel(database, broadcast_id)
    return idle, busy


def _ratio(loa: list[float], bare: list[float]) -> str:
    rows = [
        ("", "messages/s", "Loa / bare"),
        ("Loa, database and pace", f"{median(loa):.0f}", ""),
        (
            "asyncio.gather of send_message",
            f"{median(bare):.0f}",
            spread([ours / theirs for ours, theirs in zip(loa, bare, strict=True)]),
        ),
    ]
    return table(f"An announcement to {_UNLIMITED} groups without limits", rows)


def _latencies(idle: list[float], busy: list[float]) -> str:
    def row(name: str, seconds: list[float]) -> tuple[str, ...]:
        p50, p99 = (1000 * percentile(seconds, share) for share in (50, 99))
        return name, str(len(seconds)), f"{p50:.1f}", f"{p99:.1f}"

    ratio = percentile(busy, 99) / percentile(idle, 99)
    rows = [
        ("", "answers", "p50 ms", "p99 ms"),
        row("at rest", idle),
        row(f"while {_BUSY} groups are told", busy),
        ("p99, busy / at rest", "", "", f"{ratio:.2f}"),
    ]
    return table("Answers while an announcement goes out, at Telegram's limits", rows)

"""Answers over real HTTP: Loa beside the echoes of python-telegram-bot and aiogram."""

import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import processes, questions
from benchmarks.crowd import Crowd
from benchmarks.figures import percentile, spread, table
from benchmarks.processes import Running
from benchmarks.questions import Question
from sandbox.server import Sandbox

CAMPAIGNS = ("nam-dinh-2024", "hai-duong-2024")
LANES = (1, 32)
COUNTS = {1: 150, 32: 1000}
"""How many questions a round has, by how many are asked at a time."""

LOA = "Loa, answers and database"
PTB = "python-telegram-bot echo"
PTB_AIOHTTP = "the same, Loa's requests"
AIOGRAM = "aiogram echo"
_WARM_UP = 300


@dataclass(frozen=True, slots=True)
class Slice:
    """What one bot did in one round at one load."""

    seconds: float
    latencies: list[float]
    bot_cpu: float
    sandbox_cpu: float

    @property
    def rate(self) -> float:
        """Replies per second."""
        return len(self.latencies) / self.seconds


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot in its process, with a sandbox and a crowd of its own."""

    crowd: Crowd
    process: Running
    slices: dict[int, list[Slice]] = field(default_factory=lambda: {lanes: [] for lanes in LANES})

    async def take(self, asked: Iterator[Question], lanes: int) -> None:
        """Answer one round at one load."""
        begun, bot, own = time.perf_counter(), self.process.cpu_seconds(), time.process_time()
        latencies = await self.crowd.ask(asked, COUNTS[lanes], lanes)
        ended, bot_after = time.perf_counter(), self.process.cpu_seconds()
        cpu = bot_after - bot, time.process_time() - own
        self.slices[lanes].append(Slice(ended - begun, latencies, *cpu))


async def report(rounds: int) -> str:
    """Return the tables of `rounds` rounds, in each of which every bot has its turn."""
    async with AsyncExitStack() as stack:
        contenders = {
            name: await stack.enter_async_context(_contender(command))
            for name, command in _COMMANDS.items()
        }
        for each in contenders.values():
            await each.crowd.gather(CAMPAIGNS, max(LANES))
            await each.crowd.ask(questions.endless(), _WARM_UP, max(LANES))
        # Every bot is asked the same, and begins anew only when all questions have been asked.
        asked = {name: questions.endless() for name in contenders}
        for _ in range(rounds):
            for lanes in LANES:
                for name, each in contenders.items():
                    await each.take(asked[name], lanes)
    slices = {name: each.slices for name, each in contenders.items()}
    return "\n".join((_figures(slices, rounds), _ratios(slices)))


Command = Callable[[Sandbox, Path], tuple[tuple[str, ...], dict[str, str] | None]]

_COMMANDS: dict[str, Command] = {
    PTB: lambda sandbox, _: (processes.echo(sandbox, "echo_ptb"), None),
    PTB_AIOHTTP: lambda sandbox, _: (processes.echo(sandbox, "echo_ptb", "--aiohttp"), None),
    AIOGRAM: lambda sandbox, _: (processes.echo(sandbox, "echo_aiogram"), None),
    LOA: lambda sandbox, folder: (processes.LOA, processes.loa_environment(sandbox, folder)),
}


@asynccontextmanager
async def _contender(command: Command) -> AsyncIterator[Contender]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        async with Sandbox() as sandbox:
            arguments, environment = command(sandbox, folder)
            async with processes.process(arguments, folder, environment) as running:
                yield Contender(Crowd(sandbox), running)


Slices = Mapping[str, Mapping[int, list[Slice]]]


def _figures(slices: Slices, rounds: int) -> str:
    heading = ("", "at a time", "replies/s", "p50 ms", "p99 ms", "bot's CPU", "sandbox's CPU")
    rows = [
        (name, str(lanes), *_cells(slices[name][lanes])) for lanes in LANES for name in _COMMANDS
    ]
    title = f"Answers over HTTP, median of {rounds} rounds (CPU: share of one core)"
    return table(title, [heading, *rows])


def _cells(taken: list[Slice]) -> tuple[str, ...]:
    return (
        f"{median(each.rate for each in taken):.0f}",
        f"{1000 * median(percentile(each.latencies, 50) for each in taken):.1f}",
        f"{1000 * median(percentile(each.latencies, 99) for each in taken):.1f}",
        f"{median(each.bot_cpu / each.seconds for each in taken):.0%}",
        f"{median(each.sandbox_cpu / each.seconds for each in taken):.0%}",
    )


def _ratios(slices: Slices) -> str:
    rows = [
        (f"Loa / {name}", *(_ratio(slices[LOA][lanes], slices[name][lanes]) for lanes in LANES))
        for name in _COMMANDS
        if name != LOA
    ]
    title = "Replies/s in the same round: median (least-most)"
    return table(title, [("", *(f"{lanes} at a time" for lanes in LANES)), *rows])


def _ratio(ours: list[Slice], theirs: list[Slice]) -> str:
    return spread([a.rate / b.rate for a, b in zip(ours, theirs, strict=True)])

"""From the start of `loa run` to its first answer, and the memory that it then has."""

import asyncio
import os
import resource
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import processes, questions
from benchmarks.answers import CAMPAIGNS
from benchmarks.crowd import Crowd
from benchmarks.figures import spread, table
from benchmarks.processes import Running
from benchmarks.questions import Question
from sandbox.server import Sandbox

_STARTS = 9
_ANSWERS = 1000
_LANES = 32
_REST_SECONDS = 1.0
_FIRST = Question(CAMPAIGNS[0], "hạn nộp hồ sơ khi nào, 11/4 có gì?")
_ASK = (processes.LOA[0], "ask", "--campaign", _FIRST.campaign, _FIRST.text)
_ROOT = Path(__file__).resolve().parent.parent
_HOUSE = ("bot", "campaign", "handlers", "plans", "sandbox", "storage")


async def report() -> str:
    """Return the tables of times and of memory."""
    return "\n".join((await _times(), await _memory()))


async def _times() -> str:
    with TemporaryDirectory() as copy, TemporaryDirectory() as nowhere:
        for name in _HOUSE:
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(_ROOT / name, Path(copy) / name, ignore=ignored)
        read_only = {"PYTHONDONTWRITEBYTECODE": "1"}
        rows = [("", "seconds: median (least-most)", "CPU seconds")]
        for how, environment in (
            ("all modules compiled before", {}),
            ("Loa's own not compiled", read_only | {"PYTHONPATH": copy}),
            ("no module compiled", read_only | {"PYTHONPYCACHEPREFIX": nowhere}),
        ):
            await _one_question(environment)  # so that the disk is warm, and compiled what may be
            started = [await _first_answer(environment) for _ in range(_STARTS)]
            asked = [await _one_question(environment) for _ in range(_STARTS)]
            rows.append((f"`loa run`, exec to first answer; {how}", *_cells(started)))
            rows.append((f"`loa ask TEXT`, exec to exit; {how}", *_cells(asked)))
    return table("Start", rows)


def _cells(times: list[tuple[float, float]]) -> tuple[str, str]:
    passed, busy = zip(*times, strict=True)
    return spread(passed), f"{median(busy):.2f}"


async def _first_answer(environment: Mapping[str, str]) -> tuple[float, float]:
    async with _running(environment) as (crowd, running):
        await crowd.ask(iter([_FIRST]), 1, 1)
        return perf_counter() - running.began, running.cpu_seconds()


async def _one_question(environment: Mapping[str, str]) -> tuple[float, float]:
    begun, before = perf_counter(), _children()
    child = await asyncio.create_subprocess_exec(
        *_ASK, stdout=asyncio.subprocess.DEVNULL, env={**os.environ, **environment}
    )
    if await child.wait():
        raise RuntimeError("`loa ask` failed")
    return perf_counter() - begun, _children() - before


def _children() -> float:
    """Seconds for which processes that have ended kept a processor busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def _memory() -> str:
    figures = [await _resident() for _ in range(3)]
    at_rest, after = zip(*figures, strict=True)
    rows = [
        ("", "MB"),
        ("after the first answer", f"{median(at_rest):.0f}"),
        (f"after {_ANSWERS} answers, {_LANES} at a time", f"{median(after):.0f}"),
    ]
    return table("Resident memory of `loa run`, both plans loaded", rows)


async def _resident() -> tuple[float, float]:
    """Return megabytes at rest, after the first answer and after many."""
    async with _running({}) as (crowd, running):
        await crowd.ask(iter([_FIRST]), 1, 1)
        await asyncio.sleep(_REST_SECONDS)
        before = running.megabytes()
        await crowd.gather(CAMPAIGNS, _LANES)
        await crowd.ask(questions.endless(), _ANSWERS, _LANES)
        await asyncio.sleep(_REST_SECONDS)
        return before, running.megabytes()


@asynccontextmanager
async def _running(environment: Mapping[str, str]) -> AsyncIterator[tuple[Crowd, Running]]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        async with Sandbox() as sandbox:
            whole = {**processes.loa_environment(sandbox, folder), **environment}
            async with processes.process(processes.LOA, folder, whole) as running:
                yield Crowd(sandbox), running

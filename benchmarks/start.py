"""From the start of `loa run` to its first answer, and the memory that it then has."""

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import processes, questions
from benchmarks.answers import CAMPAIGNS
from benchmarks.crowd import Crowd
from benchmarks.figures import spread, table
from sandbox.server import Sandbox

_STARTS = 7
_ANSWERS = 1000
_LANES = 32
_REST_SECONDS = 1.0
_QUESTION = "hạn nộp hồ sơ khi nào?"
_ASK = (processes.LOA[0], "ask", "--campaign", CAMPAIGNS[0], "--today", processes.TODAY, _QUESTION)


async def report() -> str:
    """Return the tables of times and of memory."""
    return "\n".join((await _times(), await _memory()))


async def _times() -> str:
    await _first_answer({})  # whatever is not compiled yet is compiled now
    started = [await _first_answer({}) for _ in range(_STARTS)]
    asked = [await _one_question({}) for _ in range(_STARTS)]
    with TemporaryDirectory() as nowhere:
        # Compiled modules are looked for in an empty folder, and none are left there.
        bare = {"PYTHONPYCACHEPREFIX": nowhere, "PYTHONDONTWRITEBYTECODE": "1"}
        started_bare = [await _first_answer(bare) for _ in range(3)]
    rows = [
        ("", "seconds: median (least-most)"),
        ("`loa run`, exec to first answer", spread(started)),
        ("the same, no module compiled before", spread(started_bare)),
        ("`loa ask TEXT`, exec to exit", spread(asked)),
    ]
    return table("Start", rows)


async def _first_answer(environment: Mapping[str, str]) -> float:
    with TemporaryDirectory() as name:
        folder = Path(name)
        async with Sandbox() as sandbox:
            begun = perf_counter()
            async with processes.process(
                processes.LOA, folder, processes.loa_environment(sandbox, folder) | environment
            ):
                await Crowd(sandbox).gather(CAMPAIGNS[:1], 1)
                return perf_counter() - begun


async def _one_question(environment: Mapping[str, str]) -> float:
    begun = perf_counter()
    child = await asyncio.create_subprocess_exec(
        *_ASK, stdout=asyncio.subprocess.DEVNULL, env=os.environ | environment
    )
    if await child.wait():
        raise RuntimeError("`loa ask` failed")
    return perf_counter() - begun


async def _memory() -> str:
    at_rest, after = [], []
    for _ in range(3):
        first, second = await _resident()
        at_rest.append(first)
        after.append(second)
    rows = [
        ("", "MB"),
        ("after the first answer", f"{median(at_rest):.0f}"),
        (f"after {_ANSWERS} answers, {_LANES} at a time", f"{median(after):.0f}"),
    ]
    return table("Resident memory of `loa run`, both plans loaded", rows)


async def _resident() -> tuple[float, float]:
    """Return megabytes at rest, after the first answer and after many."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        async with Sandbox() as sandbox:
            environment = processes.loa_environment(sandbox, folder)
            async with processes.process(processes.LOA, folder, environment) as running:
                crowd = Crowd(sandbox)
                await crowd.gather(CAMPAIGNS[:1], 1)
                await asyncio.sleep(_REST_SECONDS)
                before = running.megabytes("VmRSS")
                await crowd.gather(CAMPAIGNS, _LANES)
                await crowd.ask(questions.endless(), _ANSWERS, _LANES)
                await asyncio.sleep(_REST_SECONDS)
                return before, running.megabytes("VmRSS")

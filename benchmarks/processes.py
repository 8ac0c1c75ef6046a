"""Bots in processes of their own, and what those use (proc_pid_stat(5), proc_pid_status(5))."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from sandbox.server import Sandbox

TODAY = "2024-03-11"
"""In both campaigns, before most of their deadlines."""

LOA = (str(Path(sys.executable).with_name("loa")), "run")

_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 20.0


def echo(sandbox: Sandbox, module: str, *options: str) -> tuple[str, ...]:
    """Return the command that starts the echo of `module` as the bot of `sandbox`."""
    return (
        sys.executable,
        "-m",
        f"benchmarks.{module}",
        sandbox.base_url,
        sandbox.token,
        *options,
    )


def loa_environment(sandbox: Sandbox, folder: Path) -> dict[str, str]:
    """Return what `loa run` needs to be the bot of `sandbox` with a new database in `folder`."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("LOA_")}
    return inherited | {
        "LOA_TELEGRAM__TOKEN": sandbox.token,
        "LOA_TELEGRAM__BASE_URL": sandbox.base_url,
        "LOA_DATABASE__URL": f"sqlite:///{folder}/loa.db",
        "LOA_CAMPAIGNS__DEFAULT": "nam-dinh-2024",
        "LOA_WEB__PORT": "0",
        "LOA_TODAY": TODAY,
    }


@dataclass(frozen=True, slots=True)
class Running:
    """A process under way, which `began` at that reading of the stopwatch (perf_counter)."""

    pid: int
    began: float

    def cpu_seconds(self) -> float:
        """Return the time that it has kept a processor busy so far, all threads together."""
        stat = Path(f"/proc/{self.pid}/stat").read_text("utf-8")
        fields = stat.rpartition(")")[2].split()  # the 3rd field and those after it
        user, system = int(fields[11]), int(fields[12])
        return (user + system) / _TICKS

    def megabytes(self) -> float:
        """Return the memory that it has in RAM."""
        status = Path(f"/proc/{self.pid}/status").read_text("utf-8")
        found = re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)
        if found is None:
            raise ValueError(f"process {self.pid} has no memory")
        return int(found[1]) / 1024


@asynccontextmanager
async def process(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> AsyncIterator[Running]:
    """Run `command` while inside, with what it says on standard error kept in `folder`."""
    began = perf_counter()
    with (folder / "stderr.log").open("ab") as errors:
        child = await asyncio.create_subprocess_exec(
            *command, stdout=errors, stderr=errors, env=environment
        )
    try:
        yield Running(child.pid, began)
    finally:
        if child.returncode is None:
            child.terminate()
            await asyncio.wait_for(child.wait(), _PATIENCE)

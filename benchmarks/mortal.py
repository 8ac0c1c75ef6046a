"""A bot that can be killed and started again, by a clock that is set from outside."""

import asyncio
import datetime
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_COMMAND = (sys.executable, "-m", "benchmarks.clocked")


@dataclass
class Mortal:
    """`loa run`, one process after the other; what they log is kept in `folder`."""

    folder: Path
    environment: Mapping[str, str]
    dead: bool = True
    """Whether it has been killed and not started again."""
    _process: asyncio.subprocess.Process | None = None

    async def start(self, moment: datetime.datetime) -> None:
        """Let there be a process, for which it is `moment`."""
        with (self.folder / "loa.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *_COMMAND,
                stdin=asyncio.subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=dict(self.environment),
            )
        self.dead = False
        self.set(moment)

    def set(self, moment: datetime.datetime) -> None:
        """Let it be `moment` for the process."""
        if self._process and self._process.stdin:
            self._process.stdin.write(f"{moment.isoformat()}\n".encode())

    def kill(self) -> None:
        """Kill the process (SIGKILL), before anything else can happen."""
        if self._process and not self.dead:
            self._process.kill()
            self.dead = True

    async def end(self) -> None:
        """Kill it if need be, and wait until it is no more."""
        self.kill()
        if self._process:
            await self._process.wait()

"""`loa` as an operator starts it: a process of its own."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

LOA = Path(sys.executable).with_name("loa")
_PATIENCE = 30


class Process:
    """A running `loa`, all that it writes, and its end."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.lines: list[str] = []
        self._written = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self._process.stdout
        async for line in self._process.stdout:
            async with self._written:
                self.lines.append(line.decode().rstrip("\n"))
                self._written.notify_all()
        async with self._written:
            self._written.notify_all()

    @property
    def output(self) -> str:
        return "\n".join(self.lines)

    async def line_with(self, words: str) -> str:
        """Return the first line that contains `words`, when it is written."""

        def found() -> bool:
            return self._reading.done() or any(words in line for line in self.lines)

        async with asyncio.timeout(_PATIENCE), self._written:
            await self._written.wait_for(found)
        lines = [line for line in self.lines if words in line]
        assert lines, self.output
        return lines[0]

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal; return the exit status."""
        self._process.send_signal(number)
        return await self.end()

    async def end(self) -> int:
        """Return the exit status, when it has ended."""
        async with asyncio.timeout(_PATIENCE):
            await self._reading
            return await self._process.wait()

    async def kill(self) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self.end()


@asynccontextmanager
async def loa(
    *arguments: str, folder: Path, environment: dict[str, str] | None = None
) -> AsyncIterator[Process]:
    """Run `loa` in `folder` with only `environment` configured."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("LOA_")}
    process = Process(
        await asyncio.create_subprocess_exec(
            LOA,
            *arguments,
            cwd=folder,
            env=inherited | (environment or {}),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
    )
    try:
        yield process
    finally:
        await process.kill()

"""`loa run` by a clock that follows its standard input: each line is a moment, as ISO 8601 has it.

`python -m benchmarks.clocked`; the first moment is waited for.
"""

import asyncio
import datetime
import sys
from threading import Thread

from bot import app
from bot.clock import Clock
from bot.config import RunConfig, load


def main() -> None:
    """Run until SIGTERM."""
    clock = Clock()
    _follow(clock, sys.stdin.readline())
    Thread(target=_follow_all, args=(clock,), daemon=True).start()
    asyncio.run(app.run(load(RunConfig), clock))


def _follow_all(clock: Clock) -> None:
    for line in sys.stdin:
        _follow(clock, line)


def _follow(clock: Clock, line: str) -> None:
    clock.set(datetime.datetime.fromisoformat(line.strip()))


if __name__ == "__main__":
    main()

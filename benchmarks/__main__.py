"""`python -m benchmarks [PART]`: take the figures, of all parts or of one, and print them."""

import argparse
import asyncio
import os
import platform
from collections.abc import Callable

from benchmarks import (
    answers,
    broadcasts,
    kills,
    queueing,
    reading,
    start,
    ticking,
    understanding,
    year,
)

_PARTS = (
    *("answers", "understanding", "start", "broadcasts", "queueing"),
    *("ticking", "reading", "kills", "year"),
)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", choices=(*_PARTS, "all"), default="all")
    parser.add_argument(
        "--rounds", type=int, default=7, help="of `answers` and `broadcasts`; %(default)s"
    )
    parser.add_argument("--kills", type=int, default=100, help="with SQLite; %(default)s")
    parser.add_argument(
        "--postgresql",
        default="",
        help="URL of an empty database, for 30 kills of one of three processes",
    )
    parser.add_argument("--seed", type=int, default=year.SEED, help="of `year`; %(default)s")
    return parser.parse_args()


def main() -> None:
    """Take the figures that were asked for."""
    arguments = _arguments()
    print(_machine(), flush=True)
    reports = _reports(arguments)
    for part in _PARTS if arguments.part == "all" else (arguments.part,):
        print(reports[part](), flush=True)


def _reports(arguments: argparse.Namespace) -> dict[str, Callable[[], str]]:
    def killed() -> str:
        tables = [asyncio.run(kills.report(arguments.kills))]
        if arguments.postgresql:
            tables.append(asyncio.run(kills.report(30, arguments.postgresql, 3)))
        return "\n".join(tables)

    return {
        "answers": lambda: asyncio.run(answers.report(arguments.rounds)),
        "understanding": understanding.report,
        "start": lambda: asyncio.run(start.report()),
        "broadcasts": lambda: asyncio.run(broadcasts.report(arguments.rounds)),
        "queueing": queueing.report,
        "ticking": ticking.report,
        "reading": reading.report,
        "kills": killed,
        "year": lambda: asyncio.run(year.report(arguments.seed)),
    }


def _machine() -> str:
    load = os.getloadavg()[0]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {os.cpu_count()} cores, load average {load:.1f} before the first figure\n"


if __name__ == "__main__":
    main()

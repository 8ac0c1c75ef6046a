"""`python -m benchmarks [PART]`: take the figures, of all parts or of one, and print them."""

import argparse
import asyncio
import os
import platform

from benchmarks import (
    answers,
    broadcasts,
    kills,
    queueing,
    reading,
    start,
    ticking,
    understanding,
)

_PARTS = (
    *("answers", "understanding", "start", "broadcasts", "queueing"),
    *("ticking", "reading", "kills"),
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
    return parser.parse_args()


def main() -> None:
    """Take the figures that were asked for."""
    arguments = _arguments()
    parts = _PARTS if arguments.part == "all" else (arguments.part,)
    print(_machine(), flush=True)
    if "answers" in parts:
        print(asyncio.run(answers.report(arguments.rounds)), flush=True)
    if "understanding" in parts:
        print(understanding.report(), flush=True)
    if "start" in parts:
        print(asyncio.run(start.report()), flush=True)
    if "broadcasts" in parts:
        print(asyncio.run(broadcasts.report(arguments.rounds)), flush=True)
    if "queueing" in parts:
        print(queueing.report(), flush=True)
    if "reading" in parts:
        print(reading.report(), flush=True)
    if "ticking" in parts:
        print(ticking.report(), flush=True)
    if "kills" in parts:
        print(asyncio.run(kills.report(arguments.kills)), flush=True)
        if arguments.postgresql:
            print(asyncio.run(kills.report(30, arguments.postgresql, 3)), flush=True)


def _machine() -> str:
    load = os.getloadavg()[0]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {os.cpu_count()} cores, load average {load:.1f} before the first figure\n"


if __name__ == "__main__":
    main()

"""`python -m benchmarks [answers|understanding|start|all]`: take the figures and print them."""

import argparse
import asyncio
import os
import platform

from benchmarks import answers, start, understanding

_PARTS = ("answers", "understanding", "start")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="?", choices=(*_PARTS, "all"), default="all")
    parser.add_argument("--rounds", type=int, default=7, help="of `answers`; %(default)s")
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


def _machine() -> str:
    load = os.getloadavg()[0]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {os.cpu_count()} cores, load average {load:.1f} before the first figure\n"


if __name__ == "__main__":
    main()

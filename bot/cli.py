"""The command line, `loa`."""

import io
import os
import sys
from collections.abc import Iterable
from importlib.metadata import version

from cyclopts import App, CycloptsError

from bot.commands.options import UsageError

app = App(
    name="loa",
    help="Loa, the campaign bot of Vietnam's cooperative alliances.",
    version=lambda: version("loa"),
)
COMMANDS = (
    *("ask", "when", "plan", "reminders", "run", "demo", "check"),
    *("outbox", "broadcasts", "backup", "restore"),
)
for _command in COMMANDS:  # by name, so that each imports only what it needs: `ask` is quick
    app.command(f"bot.commands.{_command}:{_command}", name=_command)


def main() -> None:
    """Run `loa`; exit 2 is wrong usage, 1 any other failure, each told in one line a problem."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if not set(COMMANDS).intersection(sys.argv):  # the list of them says what each does
            _import_all()
        status = app(
            sys.argv[1:], exit_on_error=False, print_error=False, result_action="return_value"
        )
    except (CycloptsError, UsageError) as error:
        _complain([" ".join(str(error).split())])
        status = 2
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except KeyboardInterrupt:
        status = 130
    except Exception as error:
        _complain(_problems(error))
        status = 1
    sys.exit(status)


def _import_all() -> None:
    for command in COMMANDS:
        app[command]


def _complain(problems: Iterable[str]) -> None:
    for problem in problems:
        sys.stderr.write(f"loa: {problem}\n")


def _problems(error: Exception) -> list[str]:
    from bot.readable import (  # noqa: PLC0415  # imports everything, and is rarely needed
        FOR_THE_OPERATOR,
        describe,
    )

    if isinstance(error, FOR_THE_OPERATOR):
        return str(error).splitlines()
    return [f"a mistake of the program: {describe(error)}"]

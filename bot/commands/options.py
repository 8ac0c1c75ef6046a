"""What several commands understand, and how they end."""

import datetime
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, BinaryIO

from cyclopts import Parameter

from bot.errors import StartError

ConfigFile = Annotated[
    Path | None,
    Parameter(help="Configuration file; else LOA_CONFIG, or config.toml where there is one."),
]
Day = Annotated[
    datetime.date | None,
    Parameter(help="The day that it is, YYYY-MM-DD; else LOA_TODAY, else today."),
]
Published = Annotated[
    bool,
    Parameter(
        negative=(),
        help="In place of plan files, what was published and changed in the database.",
    ),
]
Lines = Annotated[
    bool, Parameter(negative=(), help="Answer each line of JSON on standard input with one.")
]


class UsageError(Exception):
    """The arguments do not go together; `str()` of it is one line."""


def text_or_lines(words: tuple[str, ...], *, jsonl: bool) -> str:
    """Return the TEXT; --jsonl takes its place. Raises UsageError for both, or neither."""
    # Typed text is UTF-8, also where the locale (LC_ALL=C) promises less.
    text = os.fsencode(" ".join(words)).decode("utf-8", "replace").strip()
    if jsonl == bool(text):
        raise UsageError("either TEXT or --jsonl is needed")
    return text


def standard_input() -> BinaryIO:
    """Return standard input as bytes. Raises StartError where there is none (`<&-`)."""
    if sys.stdin is None:
        raise StartError("--jsonl reads standard input, which is closed")
    return sys.stdin.buffer


def say(line: str) -> None:
    """Write `line` to standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def say_all(answers: Iterable[dict[str, Any]]) -> int:
    """Write each answer as JSON as soon as it is known; return 1 if one of them is an error."""
    status = 0
    for answer in answers:
        say(json.dumps(answer, ensure_ascii=False))
        status |= "error" in answer
    return status


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a line for each row, its columns as wide as their widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]

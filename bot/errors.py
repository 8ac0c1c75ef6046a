"""Errors of this floor."""

import traceback
from pathlib import Path


class StartError(Exception):
    """The bot cannot start, or go on; `str()` of it is one line for the operator."""


class RefusedError(Exception):
    """A command does not do what it was asked for; `str()` of it is one line that says why."""


def place(error: BaseException) -> str:
    """Return the file and line that raised `error`, for where its words must not be shown."""
    steps = traceback.extract_tb(error.__traceback__)
    return f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "unknown"

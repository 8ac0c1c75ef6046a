"""What is told of an error, and to whom."""

import traceback
from pathlib import Path


class StartError(Exception):
    """The bot cannot start, or go on; `str()` of it is one line for the operator."""


def place(error: BaseException) -> str:
    """Return where `error` was raised, for a log that must not show what it says."""
    steps = traceback.extract_tb(error.__traceback__)
    return f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "unknown"

"""Reading in a process of its own, which ends with it: what it took of memory comes back."""

import subprocess
import sys
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.documents.errors import DocumentError
from campaign.reader.reading import Reading
from campaign.reader.refusals import MEGABYTES, Refusal

SECONDS = 30
_MEGABYTE = 1 << 20
_READINGS = TypeAdapter(Reading)
_CODES: TypeAdapter[Refusal] = TypeAdapter(Refusal)


def read_file(file: Path) -> Reading:
    """Return what the plan document `file` says. Raises DocumentError and OSError.

    Takes up to half a minute: call it outside of the event loop.
    """
    if file.stat().st_size > MEGABYTES * _MEGABYTE:
        raise DocumentError("too_big")
    return read_bytes(file.read_bytes(), file.name)


def read_bytes(data: bytes, name: str) -> Reading:
    """Return what the plan document of the name `name` says. Raises DocumentError.

    Takes up to half a minute: call it outside of the event loop.
    """
    if len(data) > MEGABYTES * _MEGABYTE:
        raise DocumentError("too_big")
    command = [sys.executable, "-m", "bot.documents.worker", name]
    try:
        ended = subprocess.run(  # noqa: S603 - this program itself
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise DocumentError("slow") from None
    if ended.returncode == 0:
        return _READINGS.validate_json(ended.stdout)
    raise DocumentError(_code(ended.stdout))


def _code(said: bytes) -> Refusal:
    """The code that the process wrote; one that was killed for its memory or time wrote none."""
    try:
        return _CODES.validate_python(said.decode("ascii", "replace"))
    except ValidationError:
        return "slow"

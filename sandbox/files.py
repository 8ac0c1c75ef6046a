"""Files that were sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file with the name and type that its sender gave it."""

    name: str
    mime_type: str
    data: bytes

"""Files that were sent, and how a message tells of them."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from sandbox.images import size_of
from sandbox.people import Json

MEGABYTE = 1024 * 1024
FileKind = Literal["photo", "document"]
LARGEST: dict[FileKind, int] = {"photo": 10 * MEGABYTE, "document": 50 * MEGABYTE}
"""Bytes that can be uploaded (Bot API, sending files)."""
_PREFIXES: dict[FileKind, str] = {"photo": "AgAC", "document": "BQAC"}


@dataclass(frozen=True, slots=True)
class File:
    """A file with the name and type that its sender gave it."""

    name: str
    mime_type: str
    data: bytes


def keep(files: dict[str, File], file: File, kind: FileKind) -> str:
    """Keep `file` and return the id by which it can be sent again, as the same `kind`."""
    digest = hashlib.sha256(file.name.encode() + b"\0" + file.data).hexdigest()
    file_id = f"{_PREFIXES[kind]}{digest[:40]}"
    files[file_id] = file
    return file_id


def kind_of(file_id: str) -> FileKind:
    """Return what a file was sent as."""
    return "photo" if file_id.startswith(_PREFIXES["photo"]) else "document"


def described(file_id: str, file: File) -> Json:
    """Return the Bot API's File, without a path."""
    return {"file_id": file_id, "file_unique_id": file_id[-16:], "file_size": len(file.data)}


def content_of(file_id: str, file: File) -> Json:
    """Return the field of Message that shows the file. Raises ValueError for a photo that is none.

    A picture has one size.
    """
    about = described(file_id, file)
    if kind_of(file_id) == "document":
        return {"document": about | {"file_name": file.name, "mime_type": file.mime_type}}
    size = size_of(file.data)
    if size is None:
        raise ValueError("neither PNG nor JPEG")
    return {"photo": [about | {"width": size[0], "height": size[1]}]}

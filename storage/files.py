"""Copies of SQLite's file: made while others write, and looked at before they are trusted."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from storage.errors import DatabaseError, DatabaseUnreadable, readable

_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is in use, or was when the power went."""


def copy(source: Path, target: Path) -> None:
    """Put all that is in the database `source` into the file `target`, and check it.

    It is the state at one moment, whoever writes meanwhile, in one file. Raises DatabaseError.
    """
    with (
        readable(str(source)),
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")  # so that it needs no other file beside it
        (found,) = new.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise DatabaseUnreadable(f"database {source} is damaged: {found}")


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield an empty file beside `target` that only its owner may read; it takes its place at last.

    Where the inside raises, it is removed and `target` is as it was.
    """
    number, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(number)
    made = Path(name)
    try:
        yield made
        _onto_disk(made)
        made.replace(target)
        _onto_disk(target.parent)
    finally:
        for left in (made, *_beside(made)):
            left.unlink(missing_ok=True)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Keep everybody else out of the database, of which everything is then in `file` itself.

    Raises DatabaseLocked when somebody has it open, DatabaseUnreadable when it is damaged.
    """
    with closing(sqlite3.connect(file, isolation_level=None, timeout=0)) as connection:
        with readable(str(file)):
            # SQLite does this only where nobody else has the file open.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
        yield


def move_aside(file: Path, name: str) -> Path:
    """Give the database another name in its folder; return where it is now."""
    aside = file.with_name(name)
    if aside.exists():
        raise DatabaseError(f"{aside} is there already")
    for left in _beside(file):
        left.rename(f"{aside}{left.name.removeprefix(file.name)}")
    file.rename(aside)
    return aside


def give_to_owner_of(model: Path, file: Path) -> None:
    """Let `file` belong to whom `model` belongs to, where that is allowed: the bot's own user."""
    owner = model.stat()
    with suppress(PermissionError):
        os.chown(file, owner.st_uid, owner.st_gid)


def _beside(file: Path) -> list[Path]:
    found = (file.with_name(file.name + ending) for ending in _BESIDE)
    return [each for each in found if each.exists()]


def _onto_disk(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)

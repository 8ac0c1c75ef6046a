"""What can be wrong with a database, each in one readable line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError


class DatabaseError(Exception):
    """The database cannot be used; `str()` of it is one line for the operator."""


class DatabaseUnreadable(DatabaseError):  # noqa: N818 - the name already says that it is one
    """The file is missing its folder, is no database, is damaged, or may not be written."""


class DatabaseLocked(DatabaseError):  # noqa: N818 - the name already says that it is one
    """Somebody else has been writing for longer than Loa waits."""


class DatabaseTooNew(DatabaseError):  # noqa: N818 - the name already says that it is one
    """A newer Loa has written this database."""


# Primary result codes, https://www.sqlite.org/rescode.html
_UNREADABLE = {
    "SQLITE_CANTOPEN": "cannot be opened; its folder must exist and be writable",
    "SQLITE_CORRUPT": "is damaged; restore it from a backup",
    "SQLITE_FULL": "cannot grow: the disk is full",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error",
    "SQLITE_NOTADB": "is not a SQLite database",
    "SQLITE_PERM": "may not be read or written",
    "SQLITE_READONLY": "may not be written",
}
_LOCKED = {"SQLITE_BUSY", "SQLITE_LOCKED"}


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn what SQLite says about the file `name` into a `DatabaseError`.

    Mistakes in a statement or its values are the program's, and pass unchanged.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        translated = _translate(name, original)
        if translated is None:
            raise
        raise translated from error


def _translate(name: str, error: BaseException | None) -> DatabaseError | None:
    if not isinstance(error, sqlite3.Error) or not hasattr(error, "sqlite_errorname"):
        return None
    code = "_".join(error.sqlite_errorname.split("_")[:2])
    if code in _LOCKED:
        return DatabaseLocked(f"database {name} is in use by another process")
    if code in _UNREADABLE:
        return DatabaseUnreadable(f"database {name} {_UNREADABLE[code]}")
    return None

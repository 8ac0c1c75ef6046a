"""What can be wrong with a database, each in one readable line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError


class DatabaseError(Exception):
    """The database cannot be used; `str()` of it is one line for the operator."""


class DatabaseUnreadable(DatabaseError):  # noqa: N818 - the name already says that it is one
    """The database is not there, is none, is damaged, is full, or may not be written."""


class DatabaseUnreachable(DatabaseError):  # noqa: N818 - the name already says that it is one
    """The server does not answer, does not let Loa in, or has gone away."""


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

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_SERVER_LOCKED = {"40001", "40P01", "55P03", "57014"}  # serialization, deadlock, lock, time is up
_SERVER_UNREADABLE = {"25006", "42501"}  # a read-only copy, no permission
_CLASS_UNREACHABLE = {"08", "28", "3D", "57"}  # connection, login, no such database, shutdown
_CLASS_UNREADABLE = {"53", "58", "XX"}  # the disk is full or fails, damage


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn what the driver says about the database `name` into a `DatabaseError`.

    Mistakes in a statement or its values are the program's, and pass unchanged.
    """
    try:
        yield
    except Exception as error:  # psycopg's own, too, which is only imported where it is needed
        translated = _translate(name, error)
        if translated is None:
            raise
        raise translated from error


def _translate(name: str, error: Exception) -> DatabaseError | None:
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error) and hasattr(original, "sqlite_errorname"):
        return _of_sqlite(name, original.sqlite_errorname)
    if isinstance(original, Exception) and hasattr(original, "sqlstate"):
        connecting = isinstance(error, DBAPIError) and error.statement is None
        return _of_postgresql(name, original, connecting=connecting)
    return None


def _of_sqlite(name: str, errorname: str) -> DatabaseError | None:
    code = "_".join(errorname.split("_")[:2])
    if code in _LOCKED:
        return DatabaseLocked(f"database {name} is in use by another process")
    if code in _UNREADABLE:
        return DatabaseUnreadable(f"database {name} {_UNREADABLE[code]}")
    return None


def _of_postgresql(name: str, error: Any, *, connecting: bool) -> DatabaseError | None:
    state: str | None = error.sqlstate
    if state is None:  # not from the server; an option that libpq does not know counts, too
        lost = connecting or type(error).__name__ in {"OperationalError", "ConnectionTimeout"}
        why = _reason(str(error))
        return DatabaseUnreachable(f"database {name} cannot be reached: {why}") if lost else None
    why = _reason(error.diag.message_primary or type(error).__name__)
    if state in _SERVER_LOCKED:
        return DatabaseLocked(f"database {name} is in use by another process: {why}")
    if state in _SERVER_UNREADABLE or state[:2] in _CLASS_UNREADABLE:
        return DatabaseUnreadable(f"database {name} cannot be used: {why}")
    if state[:2] in _CLASS_UNREACHABLE:
        return DatabaseUnreachable(f"database {name} cannot be reached: {why}")
    return None


def _reason(told: str) -> str:
    """Return the last reason; libpq tells before it what it tried, and after it gives advice."""
    lines = told.splitlines()
    tries = [line for line in lines if " failed: " in line]
    why = tries[-1] if tries else "".join(lines[:1])
    return why.rpartition(" failed: ")[2].removeprefix("FATAL:").strip()

"""The two kinds of database, each with its own manners behind one SQLAlchemy engine."""

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from storage.errors import DatabaseError

_SQLITE = {"sqlite", "sqlite+pysqlite"}
_POSTGRESQL = {"postgresql", "postgresql+psycopg"}
_TRIES_FOR_WAL = 10

# A server that hangs or has vanished is noticed in seconds, and a lock is waited for as long as
# SQLite's; `options` takes no part in a URL that has its own.
_WAITING = {
    "application_name": "loa",
    "connect_timeout": "5",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",  # milliseconds
    "options": "-c lock_timeout=5s",
}


def parse(url: str) -> URL:
    """Read the URL of a database. Raises `DatabaseError`, without a password, if it is none."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise _not_usable() from error
    if parsed.drivername not in _SQLITE | _POSTGRESQL:
        raise _not_usable(f"{parsed.drivername} is not supported; ")
    if "@" in (parsed.host or ""):  # half of the password would pass for the host, and be shown
        raise _not_usable("in a password, @ is written %40; ")
    return parsed


def shown(url: URL) -> str:
    """Return how people call the database: SQLite's file, or the server, its password as ***."""
    if url.drivername in _SQLITE:
        return url.database or "in memory"
    return url.set(drivername="postgresql", query={}).render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """Return SQLite's file; None of a server, and of a database in memory."""
    if url.drivername in _SQLITE and not _in_memory(url):
        return Path(url.database or "").absolute()
    return None


def engine_for(url: URL) -> Engine:
    """Return the engine. Raises `DatabaseError` for a part of the URL that cannot be used."""
    try:
        return _sqlite(url) if url.drivername in _SQLITE else _postgresql(url)
    except (ArgumentError, ValueError) as error:  # such as ?timeout=abc
        raise _not_usable() from error


def _not_usable(why: str = "") -> DatabaseError:
    return DatabaseError(
        f"the database URL (database.url): {why}expected it to be like sqlite:///loa.db or "
        "sqlite:///loa.db?timeout=5 or postgresql://user:password@host/loa"
    )


def _in_memory(url: URL) -> bool:
    return url.database in (None, "", ":memory:")


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        poolclass=StaticPool if _in_memory(url) else QueuePool,
        connect_args={"check_same_thread": False},
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself: it knows no SAVEPOINT and begins late.
    connection.isolation_level = None
    _use_wal(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Let readers and the writer not wait for each other (SQLite, "Write-Ahead Logging").

    Of several that ask for it at once in a new file, all but one are told at once that it is
    locked, without the usual waiting; a transaction waits as usual.
    """
    for _ in range(_TRIES_FOR_WAL):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        else:
            return
    connection.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(url: URL) -> Engine:
    # Values by position, as `storage.statements` hands them to either driver.
    reached = url.set(drivername="postgresql+psycopg", query={**_WAITING, **url.query})
    return create_engine(reached, paramstyle="format", pool_pre_ping=True)

"""The engine, and one transaction as a unit of work."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from storage.errors import DatabaseError, DatabaseUnreadable, readable
from storage.tables import METADATA

HEAD = "0002"
"""The newest migration. Kept here so that neither a new nor a current database needs alembic."""

VERSIONS = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), primary_key=True),
)
"""Where alembic keeps which migration a database is at."""

_MEMORY = "sqlite://"
_DRIVERS = {"sqlite", "sqlite+pysqlite"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of work: one transaction, which the functions of this floor take first."""

    connection: Connection
    _name: str

    @property
    def driver(self) -> sqlite3.Connection:
        """The same transaction below SQLAlchemy, for what runs many times a second."""
        return cast("sqlite3.Connection", self.connection.connection.driver_connection)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what is done inside when it raises, and keep the rest of the unit.

        After a `DatabaseError` there may be no rest: the unit should then be given up.
        """
        execute = self.driver.execute
        with readable(self._name):
            execute("SAVEPOINT inner")
            try:
                yield
            except BaseException:
                if self.driver.in_transaction:
                    execute("ROLLBACK TO inner")
                    execute("RELEASE inner")
                raise
            execute("RELEASE inner")


class Database:
    """A SQLite database: `sqlite:///path/to/loa.db`, or `sqlite://` in memory.

    Opening is lazy: the file is first touched by `upgrade` or `begin`. One process writes at a
    time; the others wait for 5 seconds, or as many as `?timeout=` in the URL says. Raises
    `DatabaseError` for a URL that is not SQLite's.
    """

    def __init__(self, url: str = _MEMORY) -> None:
        parsed = _parse(url)
        self.name = parsed.database or "in memory"
        self._engine = _engine(parsed)

    def upgrade(self) -> None:
        """Bring the tables to the newest shape, in one transaction.

        Raises `DatabaseTooNew` for a database that a newer Loa has written.
        """
        with self.begin() as unit:
            connection = unit.connection
            tables = inspect(connection).get_table_names()
            if not tables:
                _create(connection)
            elif VERSIONS.name not in tables:
                raise DatabaseUnreadable(f"database {self.name} belongs to another program")
            elif (revision := connection.scalar(select(VERSIONS.c.version_num))) != HEAD:
                from storage.migrations import migrate  # noqa: PLC0415 - alembic is slow to import

                migrate(connection, self.name, revision)

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        """Open the one write transaction; commit at the end, roll back when anything raises.

        Raises `DatabaseLocked` when waiting for another writer was in vain, `DatabaseUnreadable`
        when the file cannot be used.
        """
        with readable(self.name), self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield Unit(connection, self.name)

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self._engine.dispose()


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise _not_usable() from error
    if parsed.drivername not in _DRIVERS:
        raise _not_usable(f"{parsed.drivername} is not supported; ")
    return parsed


def _not_usable(why: str = "") -> DatabaseError:
    return DatabaseError(
        f"the database URL (database.url): {why}"
        "expected it to be like sqlite:///loa.db or sqlite:///loa.db?timeout=5"
    )


def _engine(url: URL) -> Engine:
    memory = url.database in (None, "", ":memory:")
    try:
        engine = create_engine(
            url,
            poolclass=StaticPool if memory else QueuePool,
            connect_args={"check_same_thread": False},
        )
    except (ArgumentError, ValueError) as error:  # such as ?timeout=abc
        raise _not_usable() from error
    event.listen(engine, "connect", _configure)
    return engine


def _configure(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions by itself: it knows no SAVEPOINT and begins late.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _create(connection: Connection) -> None:
    # What all migrations together would make; a test compares the two.
    METADATA.create_all(connection)
    VERSIONS.create(connection)
    connection.execute(insert(VERSIONS).values(version_num=HEAD))

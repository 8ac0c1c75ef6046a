"""The engine, and one transaction as a unit of work."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Column, Connection, MetaData, String, Table, func, insert, inspect, select

from storage.engines import engine_for, file_of, parse, shown
from storage.errors import DatabaseUnreadable, readable
from storage.tables import METADATA

HEAD = "0008"
"""The newest migration. Kept here so that neither a new nor a current database needs alembic."""

VERSIONS = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), primary_key=True),
)
"""Where alembic keeps which migration a database is at."""

State = Literal["new", "older", "current"]

_MEMORY = "sqlite://"
_UPGRADING = 0x4C6F61_01  # any number, as long as all who upgrade take the same lock


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of work: one transaction, which the functions of this floor take first.

    `driver` is the same transaction below SQLAlchemy, for what runs many times a second: the
    connection of sqlite3 or psycopg, whose `execute` are alike. `kind` is which: "sqlite" or
    "postgresql".
    """

    connection: Connection
    driver: Any
    kind: str
    _name: str

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Undo what is done inside when it raises, and keep the rest of the unit.

        After a `DatabaseError` there may be no rest: the unit should then be given up.
        """
        execute = self.driver.execute
        with readable(self._name):
            execute("SAVEPOINT part")
            try:
                yield
            except BaseException:
                if _goes_on(self.driver):
                    execute("ROLLBACK TO part")
                    execute("RELEASE part")
                raise
            execute("RELEASE part")


class Database:
    """A SQLite database, `sqlite:///path/to/loa.db` or `sqlite://` in memory, or PostgreSQL's.

    `name` is fit to be shown, `file` is SQLite's file if there is one, and `shared` tells whether
    several processes may work side by side. Opening is lazy: the file or the server is first
    touched by `upgrade`, `state` or `begin`. In SQLite one process writes at a time; the others
    wait for 5 seconds, or as many as `?timeout=` in the URL says. Raises `DatabaseError` for a URL
    of any other kind.
    """

    def __init__(self, url: str = _MEMORY) -> None:
        parsed = parse(url)
        self.name = shown(parsed)
        self.file = file_of(parsed)
        self._engine = engine_for(parsed)
        self.shared = self._engine.dialect.name == "postgresql"

    def upgrade(self) -> bool:
        """Bring the tables to the newest shape, in one transaction; say whether it was new.

        Of several processes that start at once, one does it while the others wait. Raises
        `DatabaseTooNew` for a database that a newer Loa has written.
        """
        with self.begin() as unit:
            if self.shared:
                _take_turns(unit.connection)
            revision = self._revision(unit.connection)
            if revision is None:
                _create(unit.connection)
            elif revision != HEAD:
                from storage.migrations import migrate  # noqa: PLC0415 - alembic is slow to import

                migrate(unit.connection, self.name, revision)
        return revision is None

    def state(self) -> State:
        """Say whether `upgrade` would make the tables, change them or leave them; change nothing.

        Raises what `upgrade` would.
        """
        with self.begin() as unit:
            revision = self._revision(unit.connection)
        if revision in {None, HEAD}:
            return "current" if revision else "new"
        from storage.migrations import known  # noqa: PLC0415 - alembic is slow to import

        known(self.name, revision)
        return "older"

    @contextmanager
    def begin(self) -> Iterator[Unit]:
        """Open a write transaction, SQLite's only one; commit at the end, roll back on any error.

        Raises `DatabaseLocked` when waiting for another writer was in vain, `DatabaseUnreadable`
        when the database cannot be used, `DatabaseUnreachable` when its server cannot be reached.
        """
        with readable(self.name), self._engine.begin() as connection:
            driver = connection.connection.driver_connection
            yield Unit(connection, driver, connection.dialect.name, self.name)

    def connect(self) -> Connection:
        """Return a connection that is the caller's to close, and commits every statement."""
        with readable(self.name):
            connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            connection.detach()
            return connection

    def close(self) -> None:
        """Close every connection; SQLite's write-ahead log is folded into the file."""
        self._engine.dispose()

    def _revision(self, connection: Connection) -> str | None:
        """Return which migration the database is at: "" before the first, None without tables."""
        tables = inspect(connection).get_table_names()
        if not tables:
            return None
        if VERSIONS.name not in tables:
            raise DatabaseUnreadable(f"database {self.name} belongs to another program")
        return connection.scalar(select(VERSIONS.c.version_num)) or ""


def _goes_on(driver: Any) -> bool:
    """Whether there is a transaction still: a full disk ends SQLite's, a lost connection any."""
    if isinstance(driver, sqlite3.Connection):
        return driver.in_transaction
    return not driver.closed


def _take_turns(connection: Connection) -> None:
    # A migration may take longer than a lock is waited for elsewhere.
    connection.exec_driver_sql("SET LOCAL lock_timeout = '5min'")
    connection.execute(select(func.pg_advisory_xact_lock(_UPGRADING)))


def _create(connection: Connection) -> None:
    # What all migrations together would make; a test compares the two.
    METADATA.create_all(connection)
    VERSIONS.create(connection)
    connection.execute(insert(VERSIONS).values(version_num=HEAD))

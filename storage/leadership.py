"""Which of several processes does what only one should do: the reminders, the clean-up, polling."""

from contextlib import closing, suppress

from sqlalchemy import Connection, func, select

from storage.database import Database
from storage.errors import DatabaseError, readable

_LEADING = 0x4C6F61_02  # any number, as long as all who would lead try the same lock


class Leadership:
    """Leadership of the processes that share `database`; alone on SQLite, one always leads.

    On PostgreSQL the leader holds an advisory lock on a connection of its own. When that ends,
    however it ends, the server frees the lock for whoever asks next. One thread at a time.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: Connection | None = None
        self._leads = False

    def held(self) -> bool:
        """Say whether this process leads now, and try to where nobody does. Ask before each turn.

        A leader that loses its connection leads no more, and tries again when it is asked again.
        """
        if not self._database.shared:
            return True
        try:
            with readable(self._database.name):
                return self._keep_or_try()
        except DatabaseError:
            self.close()
            return False

    def _keep_or_try(self) -> bool:
        if self._connection is None:
            self._connection = self._database.connect()
        if self._leads:
            self._connection.execute(select(1))  # raises when the connection is lost
        else:
            self._leads = bool(self._connection.scalar(select(func.pg_try_advisory_lock(_LEADING))))
        return self._leads

    def close(self) -> None:
        """Let somebody else lead, from this moment on."""
        connection, self._connection, self._leads = self._connection, None, False
        if connection is None:
            return
        with suppress(DatabaseError), readable(self._database.name), closing(connection):
            if not connection.invalidated:
                # The server takes its time to notice that a connection has ended.
                connection.execute(select(func.pg_advisory_unlock_all()))

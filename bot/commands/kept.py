"""The database that is configured, as it is: for commands that work beside a running bot."""

import datetime
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from bot import config
from bot.clock import Clock
from bot.errors import RefusedError
from campaign.talk.handbook import Handbook
from handlers.library import Library
from storage import files
from storage.database import Database
from storage.errors import DatabaseError


class DatabaseConfig(config.Settings, extra="ignore"):
    """Where everything is kept, and which day it is."""

    database: config.Database = config.Database()
    today: datetime.date | None = None

    def now(self) -> datetime.datetime:
        """Return the moment, as the bot with this configuration takes it for."""
        return Clock(self.today).now()


@contextmanager
def opened(file: Path | None) -> Iterator[tuple[Database, datetime.datetime]]:
    """Yield the database and the moment; nothing is made and nothing brought up to date.

    Raises RefusedError where there is none yet, or one of an older Loa; DatabaseError.
    """
    configured = config.load(DatabaseConfig, file)
    with closing(Database(configured.database.url)) as database:
        if database.file and not database.file.exists():
            raise RefusedError(f"there is no database {database.file}: see database.url")
        state = database.state()
        if state == "new":
            raise RefusedError(f"database {database.name} is empty: the bot has not run on it yet")
        if state == "older":
            raise RefusedError(f"database {database.name} is of an older Loa: restart the bot")
        yield database, configured.now()


def published(file: Path | None, handbooks: Mapping[str, Handbook]) -> dict[str, Handbook]:
    """Return the handbooks as a bot on the configured database has them: with what was published
    in place of the files, and with its changes. Raises what `opened` does.
    """
    library = Library(handbooks)
    with opened(file) as (database, _), database.begin() as unit:
        library.refresh(unit)
    return dict(library)


@contextmanager
def copied(source: Path, made: Path) -> Iterator[Database]:
    """Copy SQLite's file `source` to `made` and yield that database. Raises DatabaseError.

    What is wrong with the copy is told of the original, which is the one that people know.
    """
    files.copy(source, made)
    with closing(Database(f"sqlite:///{made}")) as copy:
        try:
            yield copy
        except DatabaseError as error:
            raise DatabaseError(str(error).replace(str(made), str(source))) from None

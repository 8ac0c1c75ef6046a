"""Migrations of the tables, run through alembic from inside the package."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import DatabaseTooNew


def scripts() -> ScriptDirectory:
    """Return the migrations that this version of Loa knows."""
    return ScriptDirectory.from_config(_config())


def known(name: str, revision: str) -> None:
    """Raise `DatabaseTooNew` when the database `name` is at a revision that Loa does not know."""
    if revision not in {"", *(script.revision for script in scripts().walk_revisions())}:
        raise DatabaseTooNew(
            f"database {name} was written by a newer Loa (its revision is {revision}); "
            "install that version, or restore an older backup"
        )


def migrate(connection: Connection, name: str, revision: str) -> None:
    """Bring the database `name` from `revision` ("": before the first) to the newest shape.

    Raises `DatabaseTooNew` when `revision` is none that this version of Loa knows.
    """
    known(name, revision)
    upgrade(connection, "head")


def upgrade(connection: Connection, revision: str) -> None:
    """Bring a database that is older to `revision`."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config

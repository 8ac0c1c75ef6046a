"""`loa backup`: a consistent copy of everything, made while the bot runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from bot import config as configuration
from bot.commands.kept import DatabaseConfig
from bot.commands.options import ConfigFile, say
from bot.errors import RefusedError
from storage import dumps, files
from storage.database import Database


def backup(
    file: Path,
    /,
    *,
    force: Annotated[
        bool, Parameter(negative=(), help="Overwrite FILE where it is there already.")
    ] = False,
    config: ConfigFile = None,
) -> int:
    """Copy everything that is kept into FILE, also while the bot runs.

    FILE is checked before it gets its name, and only its owner may read it. Of PostgreSQL it is
    pg_dump's custom format.
    """
    url = configuration.load(DatabaseConfig, config).database.url
    database = Database(url)
    _may_be_written(file, database.file, force=force)
    with plain(file), files.replacing(file) as made:
        if database.file:
            files.copy(database.file, made)
        else:
            dumps.dump(url, made)
    say(f"backup: {file}, {file.stat().st_size} bytes")
    return 0


@contextmanager
def plain(file: Path) -> Iterator[None]:
    """Turn what the operating system says about `file` into a RefusedError."""
    try:
        yield
    except OSError as error:
        raise RefusedError(f"{file}: {error.strerror}") from None


def _may_be_written(file: Path, kept: Path | None, *, force: bool) -> None:
    if kept and not kept.exists():
        raise RefusedError(f"there is no database {kept}: see database.url")
    if file.is_dir():
        raise RefusedError(f"{file} is a folder: name a file in it")
    if not file.exists():
        return
    if kept and file.samefile(kept):
        raise RefusedError(f"{file} is the database itself")
    if not force:
        raise RefusedError(f"{file} is there already; --force overwrites it")

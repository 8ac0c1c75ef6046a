"""`loa restore`: everything as it was when a backup was made."""

import datetime
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from bot import config as configuration
from bot.commands import kept
from bot.commands.backup import plain
from bot.commands.kept import DatabaseConfig
from bot.commands.options import ConfigFile, say
from bot.errors import RefusedError
from campaign.zone import VIETNAM
from storage import dumps, files, restoring
from storage.database import Database
from storage.errors import DatabaseUnreadable
from storage.restoring import Held


def restore(
    file: Path,
    /,
    *,
    force: Annotated[
        bool, Parameter(negative=(), help="Put what is kept now aside, under a dated name.")
    ] = False,
    config: ConfigFile = None,
) -> int:
    """Put back what `loa backup` copied into FILE, with the bot stopped.

    FILE is checked first and left as it is. What the backup does not know to have been sent is
    not sent again: answers are cancelled, announcements paused for the staff to decide.
    """
    if not file.is_file():
        raise RefusedError(f"there is no file {file}")
    configured = configuration.load(DatabaseConfig, config)
    url, now = configured.database.url, configured.now()
    aside = f"before-{now.astimezone(VIETNAM):%Y%m%d-%H%M%S}"
    with closing(Database(url)) as database, plain(file):
        if database.file:
            held = _into_file(file, database.file, now, aside if force else None)
        else:
            held = _into_server(file, url, database, now, aside if force else None)
    _tell(database.name, held)
    return 0


def _into_file(file: Path, place: Path, now: datetime.datetime, aside: str | None) -> Held:
    there = place.exists() and place.stat().st_size > 0
    if there and file.samefile(place):
        raise RefusedError(f"{file} is the database itself")
    with _stopped(place, there=there, force=aside is not None):
        if there and aside is None:
            raise RefusedError(f"database {place} is not empty; --force puts it aside")
        with files.replacing(place) as made:
            with kept.copied(file, made) as copy:
                if copy.state() == "new":
                    raise RefusedError(f"{file} is no backup of Loa")
                copy.upgrade()
                held = _held_back(copy, now)
            files.give_to_owner_of(place if there else place.parent, made)
            if there:
                moved = files.move_aside(place, f"{place.stem}-{aside}{place.suffix}")
                say(f"what was there: {moved}")
    return held


@contextmanager
def _stopped(place: Path, *, there: bool, force: bool) -> Iterator[None]:
    """Keep the bot out, unless the database is so damaged that nobody could be in it."""
    with ExitStack() as stack:
        if there:
            try:
                stack.enter_context(files.alone(place))
            except DatabaseUnreadable:
                if not force:
                    raise
        yield


def _into_server(
    file: Path, url: str, database: Database, now: datetime.datetime, aside: str | None
) -> Held:
    dumps.check(file)
    there = database.state() != "new"
    if dumps.in_use(database):
        raise RefusedError(f"database {database.name} is in use: stop the bot first")
    if there and aside is None:
        raise RefusedError(f"database {database.name} is not empty; --force puts it aside")
    if aside and there:
        dumps.move_aside(database, aside)
    try:
        dumps.load(url, file)
        database.upgrade()
        held = _held_back(database, now)
    except Exception:
        if aside and there:
            dumps.move_back(database, aside)
        raise
    if aside and there:
        say(f"what was there: schema {aside}")
    return held


def _held_back(database: Database, now: datetime.datetime) -> Held:
    with database.begin() as unit:
        return restoring.hold_back(unit, now)


def _tell(name: str, held: Held) -> None:
    say(f"restored: {name}")
    for what, number in (
        ("calls that may have been made since, which staff may make again", held.rows),
        ("announcements that were being sent, and are paused", held.running),
        ("announcements whose time has passed, which are drafts again", held.overdue),
        ("announcements that are still scheduled", held.scheduled),
    ):
        if number:
            say(f"{what}: {number}")

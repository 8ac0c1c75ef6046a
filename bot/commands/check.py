"""`loa check`: would the bot start? Every problem at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import config, plans
from bot.commands import kept
from bot.commands.kept import DatabaseConfig
from bot.commands.options import ConfigFile, say
from bot.config_reminders import Reminders
from bot.readable import FOR_THE_OPERATOR
from storage.database import Database
from storage.errors import DatabaseError


class _OnlyCampaigns(config.Settings, extra="ignore"):
    campaigns: config.Campaigns = config.Campaigns()
    reminders: Reminders = Reminders()


def check(*, config: ConfigFile = None) -> int:
    """Report every problem of configuration, plans and database at once.

    What is in order is told on standard output, what is not on standard error; then the exit
    status is 1. Nothing is changed: an older SQLite file is brought up to date in a copy only.
    """
    problems: list[str] = []
    for look in (_configuration, _campaigns, _database):
        try:
            for found in look(config):
                say(found)
        except FOR_THE_OPERATOR as error:
            problems += str(error).splitlines()
    for problem in dict.fromkeys(problems):  # a section's problem is found with the whole, too
        sys.stderr.write(f"loa: {problem}\n")
    return 1 if problems else 0


def _configuration(file: Path | None) -> Iterator[str]:
    telegram = config.load(config.RunConfig, file).telegram
    yield f"configuration: {telegram.mode} at {telegram.base_url}"


def _campaigns(file: Path | None) -> Iterator[str]:
    configured = config.load(_OnlyCampaigns, file)
    campaigns = configured.campaigns
    handbooks = plans.load(campaigns.folder)
    for name, handbook in handbooks.items():
        yield f"campaign {name}: {len(handbook.plan.activities)} activities"
    yield f"campaign of chats that chose none: {plans.default(handbooks, campaigns.default)}"
    plans.schedules(handbooks, configured.reminders)


def _database(file: Path | None) -> Iterator[str]:
    with closing(Database(config.load(DatabaseConfig, file).database.url)) as database:
        yield _of_a_file(database.file) if database.file else _of_a_server(database)


def _of_a_file(file: Path) -> str:
    if not file.exists():
        if not os.access(file.parent, os.W_OK):
            raise DatabaseError(f"database {file} cannot be made: its folder is not writable")
        return f"database: {file}, new"
    _upgrade_a_copy(file)
    return f"database: {file}"


def _of_a_server(database: Database) -> str:
    said = {"new": ", new", "older": ", brought up to date at the next start", "current": ""}
    return f"database: {database.name}{said[database.state()]}"


def _upgrade_a_copy(file: Path) -> None:
    with TemporaryDirectory() as folder, kept.copied(file, Path(folder) / "copy.db") as copy:
        copy.upgrade()

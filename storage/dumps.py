"""Copies of a PostgreSQL database, by the programs that come with it."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, text

from storage.database import Database
from storage.engines import parse
from storage.errors import DatabaseError
from storage.migrations import known

_AS_IT_IS = ("--no-owner", "--no-privileges")


def dump(url: str, target: Path) -> None:
    """Put all that is in the database into the file `target`, in pg_dump's custom format.

    Raises DatabaseError, also where pg_dump is not installed.
    """
    _run("pg_dump", parse(url), "--format=custom", *_AS_IT_IS, f"--file={target}")


def check(source: Path) -> None:
    """Raise DatabaseError unless `source` was made by `dump`, and by no newer Loa."""
    told = _run("pg_restore", None, "--data-only", "--table=alembic_version", "--file=-", source)
    _, found, rows = told.partition("COPY public.alembic_version")
    if not found:
        raise DatabaseError(f"{source} is no backup of Loa")
    known(str(source), rows.splitlines()[1])


def load(url: str, source: Path) -> None:
    """Put what `dump` wrote into the database, all or nothing. Raises DatabaseError."""
    _run("pg_restore", parse(url), "--single-transaction", "--exit-on-error", *_AS_IT_IS, source)


def in_use(database: Database) -> bool:
    """Say whether another Loa is connected to the server's database."""
    with database.begin() as unit:
        others = text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND application_name = 'loa' AND pid <> pg_backend_pid()"
        )
        return bool(unit.connection.scalar(others))


def move_aside(database: Database, name: str) -> None:
    """Give all that is in the database another place, the schema `name`, and make room."""
    with database.begin() as unit:
        unit.connection.execute(text(f'ALTER SCHEMA public RENAME TO "{name}"'))
        unit.connection.execute(text("CREATE SCHEMA public"))


def move_back(database: Database, name: str) -> None:
    """Undo `move_aside`, and whatever came into the room that it made."""
    with database.begin() as unit:
        unit.connection.execute(text("DROP SCHEMA public CASCADE"))
        unit.connection.execute(text(f'ALTER SCHEMA "{name}" RENAME TO public'))


def _run(program: str, url: URL | None, *arguments: str | Path) -> str:
    """Run one of PostgreSQL's programs; its arguments, which all can see, have no password."""
    words, environment = [program, *map(str, arguments)], dict(os.environ)
    if url:
        password = url.password or url.query.get("password")
        words += ["--no-password", f"--dbname={_without_password(url)}"]
        environment |= {"PGPASSWORD": str(password)} if password else {}
    if not shutil.which(program):
        to_do = "run pg_dump --format=custom --file=FILE (pg_restore, to restore) where it is"
        raise DatabaseError(f"{program} is not installed here: install it, or {to_do}")
    ended = subprocess.run(  # noqa: S603 - no shell, and the program is one of two
        words,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        said = [line for line in ended.stderr.splitlines() if line.strip()] or ["failed"]
        raise DatabaseError(f"{program}: {said[0].removeprefix(f'{program}: ')}")
    return ended.stdout


def _without_password(url: URL) -> str:
    query = {key: value for key, value in url.query.items() if key != "password"}
    where = URL.create(
        "postgresql",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query=query,
    )
    return where.render_as_string()

from contextlib import closing
from pathlib import Path

import pytest

from storage import broadcasts
from storage.database import Database
from tests import databases
from tests.bot.commands import office
from tests.bot.commands.terminal import Terminal


@pytest.fixture
def url(terminal: Terminal, postgresql_url: str) -> str:
    terminal.set("LOA_TODAY", office.TODAY)
    terminal.set("LOA_DATABASE__URL", postgresql_url)
    office.fill(postgresql_url)
    return postgresql_url


def states(url: str) -> dict[int, str]:
    with closing(Database(url)) as database, database.begin() as unit:
        return {each.id: each.state for each in broadcasts.listing(unit, None, 9)}


def schemas(url: str) -> list[str]:
    with databases.connected(url) as connection:
        found = connection.exec_driver_sql("SELECT nspname FROM pg_namespace ORDER BY nspname")
        return [name for (name,) in found if not name.startswith(("pg_", "information_"))]


@pytest.fixture
def saved(terminal: Terminal, url: str) -> Path:
    ended = terminal.loa("backup", "b.dump")
    assert (ended.status, ended.err) == (0, ""), url
    return terminal.folder / "b.dump"


@pytest.mark.usefixtures("saved")
def test_a_lost_database_comes_back_with_nothing_sent_twice(terminal: Terminal, url: str) -> None:
    databases.empty(url)
    ended = terminal.loa("restore", "b.dump")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[1:] == [
        "calls that may have been made since, which staff may make again: 1",
        "announcements that were being sent, and are paused: 1",
        "announcements that are still scheduled: 1",
    ]
    assert states(url) == {1: "paused", 2: "scheduled"}


@pytest.mark.usefixtures("saved")
def test_what_is_there_is_put_aside_on_demand_only(terminal: Terminal, url: str) -> None:
    ended = terminal.loa("restore", "b.dump")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.endswith("is not empty; --force puts it aside\n")
    assert states(url) == {1: "running", 2: "scheduled"}
    assert terminal.loa("restore", "b.dump", "--force").status == 0
    assert states(url) == {1: "paused", 2: "scheduled"}
    aside, public = schemas(url)
    assert (aside[:16], public) == ("before-20240308-", "public")
    with databases.connected(url) as connection:
        connection.exec_driver_sql(f'DROP SCHEMA "{aside}" CASCADE')
    assert terminal.loa("backup", "again.dump").status == 0


@pytest.mark.usefixtures("saved")
def test_nothing_is_restored_under_a_running_bot(terminal: Terminal, url: str) -> None:
    with closing(Database(url)) as bot:
        with bot.begin():
            pass
        ended = terminal.loa("restore", "b.dump", "--force")
    assert ended.status == 1
    assert ended.err.endswith("is in use: stop the bot first\n")
    assert schemas(url) == ["public"]


def test_a_broken_backup_leaves_everything_as_it_was(
    terminal: Terminal, url: str, saved: Path
) -> None:
    saved.write_bytes(saved.read_bytes()[:-2000])
    ended = terminal.loa("restore", "b.dump", "--force")
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1
    assert states(url) == {1: "running", 2: "scheduled"}
    assert schemas(url) == ["public"]


def test_the_backup_of_a_newer_loa_is_not_restored(terminal: Terminal, url: str) -> None:
    with databases.connected(url) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    terminal.loa("backup", "b.dump")
    databases.empty(url)
    ended = terminal.loa("restore", "b.dump")
    assert ended.status == 1
    assert "b.dump was written by a newer Loa" in ended.err


def test_what_is_no_backup_is_one_line(terminal: Terminal, url: str) -> None:
    terminal.write("b.dump", "hello")
    ended = terminal.loa("restore", "b.dump", "--force")
    assert ended.status == 1
    (line,) = ended.err.splitlines()
    assert line.startswith("loa: pg_restore: error: ")
    assert states(url) == {1: "running", 2: "scheduled"}


def test_without_postgresqls_programs_it_is_said_what_to_do(
    terminal: Terminal, url: str, tmp_path: Path
) -> None:
    terminal.set("PATH", str(tmp_path))
    ended = terminal.loa("backup", "b.dump")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("loa: pg_dump is not installed here: install it, or run pg_dump")
    assert list(terminal.folder.glob("*")) == []
    assert url


def test_the_password_is_not_for_everybody_to_see(terminal: Terminal, url: str) -> None:
    program = terminal.write("pg_dump", '#!/bin/sh\necho "$@" >seen\necho "$PGPASSWORD" >>seen\n')
    program.chmod(0o755)
    terminal.set("PATH", f"{terminal.folder}:/usr/bin:/bin")
    terminal.set(
        "LOA_DATABASE__URL", "postgresql://loa:s%40cret@db.example:5433/loa?sslmode=require"
    )
    assert terminal.loa("backup", "b.dump").status == 0
    arguments, password = (terminal.folder / "seen").read_text().splitlines()
    assert password == "s@cret"
    assert "cret" not in arguments
    assert arguments.endswith("--dbname=postgresql://loa@db.example:5433/loa?sslmode=require")
    assert url

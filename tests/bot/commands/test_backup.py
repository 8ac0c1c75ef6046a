import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage import updates
from storage.database import Database
from tests.bot.commands import office
from tests.bot.commands.terminal import Ended, Terminal
from tests.storage.newsroom import NOON

# Two rows in each transaction: a torn copy would have an odd number of them.
WRITER = """
import datetime, sys
from storage import updates
from storage.database import Database
database, now = Database(sys.argv[1]), datetime.datetime.now(datetime.UTC)
for number in range(0, 10**9, 2):
    with database.begin() as unit:
        updates.first_time(unit, number, now)
        updates.first_time(unit, number + 1, now)
    if number == 100:
        print("writing", flush=True)
"""


@pytest.fixture
def kept(terminal: Terminal) -> Path:
    terminal.set("LOA_TODAY", office.TODAY)
    file = terminal.folder / "loa.db"
    office.fill(f"sqlite:///{file}")
    return file


@contextmanager
def written_all_the_time(file: Path) -> Iterator[None]:
    """Let another process write into the database while inside."""
    command = [sys.executable, "-c", WRITER, f"sqlite:///{file}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline()
        yield
        assert process.poll() is None
        process.kill()


def count(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        found: int = connection.execute("SELECT count(*) FROM updates").fetchone()[0]
        return found


def refused(ended: Ended) -> str:
    (line,) = ended.err.splitlines()
    assert (ended.status, ended.out) == (1, "")
    return line.removeprefix("loa: ")


def test_a_backup_while_the_bot_writes_is_whole(terminal: Terminal, kept: Path) -> None:
    with written_all_the_time(kept):
        for name in ("1.db", "2.db", "3.db"):
            ended = terminal.loa("backup", name)
            assert (ended.status, ended.err) == (0, "")
    counts = [count(terminal.folder / name) for name in ("1.db", "2.db", "3.db")]
    assert counts == sorted(counts)
    assert [number % 2 for number in counts] == [0, 0, 0]
    assert counts[0] > 100
    assert stat.S_IMODE((terminal.folder / "1.db").stat().st_mode) == 0o600
    assert sorted(each.name for each in terminal.folder.glob("*.db")) == [
        *("1.db", "2.db", "3.db", "loa.db")
    ]


@pytest.mark.usefixtures("kept")
def test_a_backup_is_overwritten_on_demand_only(terminal: Terminal) -> None:
    file = terminal.write("b.db", "old")
    assert refused(terminal.loa("backup", "b.db")) == "b.db is there already; --force overwrites it"
    assert file.read_text() == "old"
    assert terminal.loa("backup", "b.db", "--force").status == 0
    assert file.read_bytes().startswith(b"SQLite format 3")


def test_the_database_itself_is_never_overwritten(terminal: Terminal, kept: Path) -> None:
    before = kept.read_bytes()
    for command in ("backup", "restore"):
        said = refused(terminal.loa(command, "loa.db", "--force"))
        assert said == "loa.db is the database itself"
    assert kept.read_bytes() == before


@pytest.mark.usefixtures("kept")
def test_a_backup_into_nowhere_is_one_line(terminal: Terminal) -> None:
    said = refused(terminal.loa("backup", "no/b.db"))
    assert said == "no/b.db: No such file or directory"
    assert refused(terminal.loa("backup", ".")) == ". is a folder: name a file in it"


def test_a_backup_of_nothing_is_one_line(terminal: Terminal) -> None:
    said = refused(terminal.loa("backup", "b.db"))
    assert said == f"there is no database {terminal.folder / 'loa.db'}: see database.url"
    assert list(terminal.folder.iterdir()) == []


def test_a_lost_database_comes_back_with_nothing_sent_twice(terminal: Terminal, kept: Path) -> None:
    assert terminal.loa("backup", "b.db").status == 0
    kept.unlink()
    ended = terminal.loa("restore", "b.db")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "restored: loa.db",
        "calls that may have been made since, which staff may make again: 1",
        "announcements that were being sent, and are paused: 1",
        "announcements that are still scheduled: 1",
    ]
    assert office.states(kept) == {1: "paused", 2: "scheduled"}
    assert "-2    unknown" in terminal.loa("outbox").out


def test_what_is_there_is_put_aside_on_demand_only(terminal: Terminal, kept: Path) -> None:
    terminal.loa("backup", "b.db")
    with closing(Database(f"sqlite:///{kept}")) as database, database.begin() as unit:
        assert updates.first_time(unit, 1, NOON)
    assert refused(terminal.loa("restore", "b.db")).endswith("is not empty; --force puts it aside")
    assert count(kept) == 1
    ended = terminal.loa("restore", "b.db", "--force")
    assert ended.status == 0
    (aside,) = terminal.folder.glob("loa-before-20240308-*.db")
    assert ended.out.splitlines()[:2] == [f"what was there: {aside}", "restored: loa.db"]
    assert (count(kept), count(aside)) == (0, 1)


def test_nothing_is_restored_under_a_running_bot(terminal: Terminal, kept: Path) -> None:
    terminal.loa("backup", "b.db")
    with written_all_the_time(kept):
        said = refused(terminal.loa("restore", "b.db", "--force"))
    assert said == f"database {kept} is in use by another process"
    assert sorted(each.name for each in terminal.folder.glob("*.db")) == ["b.db", "loa.db"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no database at all, but long enough\n" * 99, "database b.db is not a SQLite database"),
        (b"", "b.db is no backup of Loa"),
    ],
)
def test_what_is_no_backup_is_not_restored(
    content: bytes, said: str, terminal: Terminal, kept: Path
) -> None:
    (terminal.folder / "b.db").write_bytes(content)
    assert refused(terminal.loa("restore", "b.db", "--force")) == said
    assert office.states(kept) == {1: "running", 2: "scheduled"}
    assert sorted(each.name for each in terminal.folder.iterdir()) == ["b.db", "loa.db"]


def test_the_database_of_another_program_is_not_restored(terminal: Terminal, kept: Path) -> None:
    with closing(sqlite3.connect(terminal.folder / "b.db")) as other:
        other.execute("CREATE TABLE x (y)")
    said = refused(terminal.loa("restore", "b.db", "--force"))
    assert said == "database b.db belongs to another program"
    assert office.states(kept) == {1: "running", 2: "scheduled"}


def test_the_backup_of_a_newer_loa_is_not_restored(terminal: Terminal, kept: Path) -> None:
    terminal.loa("backup", "b.db")
    with closing(sqlite3.connect(terminal.folder / "b.db")) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    said = refused(terminal.loa("restore", "b.db", "--force"))
    assert said.startswith("database b.db was written by a newer Loa")
    assert office.states(kept) == {1: "running", 2: "scheduled"}


def test_a_damaged_database_makes_room_for_its_backup(terminal: Terminal, kept: Path) -> None:
    terminal.loa("backup", "b.db")
    kept.write_bytes(b"lost\n" * 9999)
    assert "not a SQLite database" in refused(terminal.loa("restore", "b.db"))
    assert terminal.loa("restore", "b.db", "--force").status == 0
    assert office.states(kept) == {1: "paused", 2: "scheduled"}


def test_a_file_that_is_not_there_is_one_line(terminal: Terminal) -> None:
    assert refused(terminal.loa("restore", "b.db")) == "there is no file b.db"

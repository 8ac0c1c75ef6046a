"""What is special to SQLite: one file, one writer, a disk that may be full."""

import datetime
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import updates
from storage.database import Database, Unit
from storage.errors import DatabaseLocked, DatabaseUnreadable
from storage.tables import UPDATES

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)

Open = Callable[..., Database]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Opens databases and closes them after the test."""
    databases: list[Database] = []

    def open_(path: Path = tmp_path / "loa.db", query: str = "") -> Database:
        databases.append(Database(f"sqlite:///{path}{query}"))
        return databases[-1]

    yield open_
    for database in databases:
        database.close()


def test_a_closed_database_is_one_file(opened: Open, tmp_path: Path) -> None:
    database = opened()
    database.upgrade()
    database.close()

    assert [path.name for path in tmp_path.iterdir()] == ["loa.db"]


def test_a_file_is_written_ahead_and_flushed_at_checkpoints(opened: Open) -> None:
    with opened().begin() as unit:
        query = unit.connection.exec_driver_sql
        journal, flush = (
            query(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")
        )

    assert (journal, flush) == ("wal", 1)


def test_a_database_in_use_says_so(opened: Open, tmp_path: Path) -> None:
    opened().upgrade()
    other = sqlite3.connect(tmp_path / "loa.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DatabaseLocked, match="in use"), opened(query="?timeout=0").begin():
        pass

    other.close()


def test_a_file_that_is_no_database_is_refused(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "loa.db").write_text("this is not a database " * 100)

    with pytest.raises(DatabaseUnreadable, match="not a SQLite database"):
        opened().upgrade()


def test_a_missing_folder_is_named(opened: Open, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreadable, match="folder must exist"):
        opened(tmp_path / "nowhere" / "loa.db").upgrade()


def test_a_full_disk_is_named_and_nothing_is_half_written(opened: Open) -> None:
    database = opened()
    database.upgrade()

    def fill(unit: Unit) -> None:
        unit.connection.exec_driver_sql("PRAGMA max_page_count = 1")  # the least: what is in use
        for number in range(10_000):
            with unit.savepoint():
                updates.first_time(unit, number, NOW)

    with pytest.raises(DatabaseUnreadable, match="disk is full"), database.begin() as unit:
        fill(unit)
    database.close()

    with opened().begin() as unit:
        assert unit.connection.scalar(select(func.count()).select_from(UPDATES)) == 0


def test_starting_needs_neither_alembic_nor_postgresql(tmp_path: Path) -> None:
    script = (
        "import sys; from storage.database import Database\n"
        "Database(sys.argv[1]).upgrade()\n"
        "Database(sys.argv[1]).upgrade()\n"
        "print({'alembic', 'psycopg'} & set(sys.modules))"
    )
    url = f"sqlite:///{tmp_path / 'loa.db'}"

    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script, url]
    run = subprocess.run(command, cwd=root, capture_output=True, check=True)

    assert run.stdout.split() == [b"set()"]

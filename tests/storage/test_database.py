"""One file, one writer, one readable line for everything that can be wrong with it."""

import datetime
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from storage import dialogs, updates
from storage.database import Database, Unit
from storage.dialogs import DialogRecord
from storage.errors import DatabaseError, DatabaseLocked, DatabaseTooNew, DatabaseUnreadable
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


def fail(unit: Unit, update_id: int) -> None:
    updates.first_time(unit, update_id, NOW)
    raise RuntimeError


def seen(unit: Unit) -> int:
    count: int = unit.connection.execute(select(func.count()).select_from(UPDATES)).scalar_one()
    return count


def test_what_is_committed_is_there_after_a_restart(opened: Open) -> None:
    before = opened()
    before.upgrade()
    with before.begin() as unit:
        updates.first_time(unit, 1, NOW)
    before.close()

    after = opened()
    after.upgrade()

    with after.begin() as unit:
        assert not updates.first_time(unit, 1, NOW)


def test_a_closed_database_is_one_file(opened: Open, tmp_path: Path) -> None:
    database = opened()
    database.upgrade()
    database.close()

    assert [path.name for path in tmp_path.iterdir()] == ["loa.db"]


def test_a_unit_that_fails_leaves_nothing(opened: Open) -> None:
    database = opened()
    database.upgrade()

    with pytest.raises(RuntimeError), database.begin() as unit:
        fail(unit, 1)

    with database.begin() as unit:
        assert seen(unit) == 0


def test_a_failed_savepoint_undoes_itself_alone(unit: Unit) -> None:
    with unit.savepoint():
        updates.first_time(unit, 1, NOW)
    with pytest.raises(RuntimeError), unit.savepoint():
        fail(unit, 2)
    with unit.savepoint():
        updates.first_time(unit, 3, NOW)

    assert unit.connection.scalars(select(UPDATES.c.update_id)).all() == [1, 3]


def test_a_savepoint_within_a_savepoint_can_fail_alone(unit: Unit) -> None:
    with unit.savepoint():
        updates.first_time(unit, 1, NOW)
        with pytest.raises(RuntimeError), unit.savepoint():
            fail(unit, 2)

    assert unit.connection.scalars(select(UPDATES.c.update_id)).all() == [1]


def test_writers_wait_for_each_other(opened: Open) -> None:
    database = opened()
    database.upgrade()

    def write(first: int) -> None:
        for number in range(first, first + 20):
            with database.begin() as unit:
                assert updates.first_time(unit, seen(unit), NOW), number

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.begin() as unit:
        assert seen(unit) == 40


def test_a_file_is_written_ahead_and_flushed_at_checkpoints(opened: Open) -> None:
    with opened().begin() as unit:
        query = unit.connection.exec_driver_sql
        journal, flush = (
            query(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")
        )

    assert (journal, flush) == ("wal", 1)


def test_nothing_is_kept_of_a_chat_that_is_not_known(unit: Unit) -> None:
    dialog = DialogRecord(-1, 7, "song-xanh-2024", "{}", "vi", NOW)

    with pytest.raises(sqlite3.IntegrityError), unit.savepoint():
        dialogs.save(unit, dialog)


def test_a_mistake_of_the_program_is_not_called_a_broken_database(unit: Unit) -> None:
    with pytest.raises(IntegrityError), unit.savepoint():
        unit.connection.execute(UPDATES.insert(), {"update_id": 1, "seen_at": None})

    assert seen(unit) == 0


def test_a_database_in_use_says_so(opened: Open, tmp_path: Path) -> None:
    opened().upgrade()
    other = sqlite3.connect(tmp_path / "loa.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DatabaseLocked, match="in use"), opened(query="?timeout=0").begin():
        pass

    other.close()


def test_a_database_of_a_newer_version_is_refused_and_left_alone(
    opened: Open, tmp_path: Path
) -> None:
    opened().upgrade()
    newer = sqlite3.connect(tmp_path / "loa.db")
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()

    with pytest.raises(DatabaseTooNew) as refusal:
        opened().upgrade()

    assert str(tmp_path / "loa.db") in str(refusal.value)
    assert "newer" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert newer.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    newer.close()


def test_another_programs_database_is_refused(opened: Open, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "loa.db")
    other.execute("CREATE TABLE chats (id)")
    other.close()

    with pytest.raises(DatabaseUnreadable, match="another program"):
        opened().upgrade()


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
        assert seen(unit) == 0


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("loa.db", "expected it to be like sqlite:///loa.db"),
        ("postgresql://bot:secret@localhost/loa", "postgresql is not supported"),
        ("sqlite+aiosqlite://bot:secret@/loa", r"sqlite\+aiosqlite is not supported"),
        ("sqlite://bot:secret@localhost/loa", "expected it to be like"),
        ("sqlite:///loa.db?timeout=secret", "expected it to be like"),
    ],
)
def test_a_url_that_is_not_sqlites_is_refused_without_showing_its_password(
    url: str, what: str
) -> None:
    with pytest.raises(DatabaseError, match=what) as refusal:
        Database(url)

    assert "secret" not in str(refusal.value)


def test_starting_needs_no_alembic_on_a_new_or_a_current_database(tmp_path: Path) -> None:
    script = (
        "import sys; from storage.database import Database\n"
        "Database(sys.argv[1]).upgrade()\n"
        "Database(sys.argv[1]).upgrade()\n"
        "print('alembic' in sys.modules)"
    )
    url = f"sqlite:///{tmp_path / 'loa.db'}"

    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script, url]
    run = subprocess.run(command, cwd=root, capture_output=True, check=True)

    assert run.stdout.split() == [b"False"]

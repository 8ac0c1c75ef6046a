"""Units of work, and one readable line for everything that can be wrong, on both databases."""

import datetime
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from storage import chats, dialogs, updates
from storage.database import VERSIONS, Database, Unit
from storage.dialogs import DialogRecord
from storage.errors import DatabaseError, DatabaseTooNew, DatabaseUnreadable
from storage.tables import METADATA, UPDATES

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)

Open = Callable[[], Database]


@pytest.fixture
def opened(url: str) -> Iterator[Open]:
    """Opens the same database, again and again, and closes it after the test."""
    databases: list[Database] = []

    def open_() -> Database:
        databases.append(Database(url))
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


def in_threads(work: Callable[[int], None], number: int) -> None:
    """Do `work` with 0, 1, … side by side, and wait until all is done."""
    threads = [threading.Thread(target=work, args=(which,)) for which in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


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


def test_a_database_is_new_once(opened: Open) -> None:
    database = opened()

    assert database.state() == "new"
    assert database.upgrade()
    assert database.state() == "current"
    assert not database.upgrade()


def test_looking_at_a_database_changes_nothing(database: Database) -> None:
    with database.begin() as unit:
        unit.connection.execute(VERSIONS.update().values(version_num="0001"))

    assert database.state() == "older"

    with database.begin() as unit:
        assert unit.connection.scalar(select(VERSIONS.c.version_num)) == "0001"


def test_of_several_that_start_at_once_one_makes_the_tables(opened: Open) -> None:
    made: list[bool] = []

    in_threads(lambda _: made.append(opened().upgrade()), 3)

    assert sorted(made) == [False, False, True]


def test_a_unit_that_fails_leaves_nothing(database: Database) -> None:
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


def test_writers_do_not_disturb_each_other(database: Database) -> None:
    def write(which: int) -> None:
        for number in range(20):
            with database.begin() as unit:
                assert updates.first_time(unit, 100 * which + number, NOW)

    in_threads(write, 2)

    with database.begin() as unit:
        assert seen(unit) == 40


def test_an_update_that_several_receive_at_once_is_new_to_one(database: Database) -> None:
    new: list[bool] = []

    def receive(_: int) -> None:
        with database.begin() as unit:
            new.append(updates.first_time(unit, 1, NOW))

    in_threads(receive, 4)

    assert sorted(new) == [False, False, False, True]


def test_nothing_is_kept_of_a_chat_that_is_not_known(unit: Unit) -> None:
    dialog = DialogRecord(-1, 7, "song-xanh-2024", "{}", "vi", NOW)

    with pytest.raises(Exception, match=r"(?i)foreign key"), unit.savepoint():
        dialogs.save(unit, dialog)

    assert chats.find(unit, -1) is None


def test_a_mistake_of_the_program_is_not_called_a_broken_database(unit: Unit) -> None:
    with pytest.raises(IntegrityError), unit.savepoint():
        unit.connection.execute(UPDATES.insert(), {"update_id": 1, "seen_at": None})

    assert seen(unit) == 0


def test_a_database_of_a_newer_version_is_refused_and_left_alone(database: Database) -> None:
    with database.begin() as unit:
        unit.connection.execute(VERSIONS.update().values(version_num="9999"))

    for look in (database.upgrade, database.state):
        with pytest.raises(DatabaseTooNew, match="newer") as refusal:
            look()
        assert database.name in str(refusal.value)
        assert "\n" not in str(refusal.value)

    with database.begin() as unit:
        assert unit.connection.scalar(select(VERSIONS.c.version_num)) == "9999"


def test_another_programs_database_is_refused(opened: Open) -> None:
    with opened().begin() as unit:
        METADATA.tables["chats"].create(unit.connection)

    with pytest.raises(DatabaseUnreadable, match="another program"):
        opened().upgrade()


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("loa.db", "expected it to be like sqlite:///loa.db"),
        ("mysql://bot:secret@localhost/loa", "mysql is not supported"),
        ("postgresql+asyncpg://bot:secret@/loa", r"postgresql\+asyncpg is not supported"),
        ("postgresql://bot:my@secret@localhost/loa", "@ is written %40"),
        ("postgresql://bot:secret@localhost:port/loa", "expected it to be like"),
        ("sqlite+aiosqlite://bot:secret@/loa", r"sqlite\+aiosqlite is not supported"),
        ("sqlite://bot:secret@localhost/loa", "expected it to be like"),
        ("sqlite:///loa.db?timeout=secret", "expected it to be like"),
    ],
)
def test_a_url_that_cannot_be_used_is_refused_without_showing_its_password(
    url: str, what: str
) -> None:
    with pytest.raises(DatabaseError, match=what) as refusal:
        Database(url)

    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite://", "in memory"),
        ("sqlite:///loa.db?timeout=1", "loa.db"),
        ("postgresql://bot:secret@db/loa", "postgresql://bot:***@db/loa"),
        ("postgresql+psycopg://db:5433/loa?password=secret", "postgresql://db:5433/loa"),
    ],
)
def test_a_database_is_called_by_a_name_that_can_be_shown(url: str, name: str) -> None:
    with closing(Database(url)) as database:
        assert database.name == name


def test_only_sqlite_has_a_file() -> None:
    urls = ("sqlite:///loa.db", "sqlite://", "postgresql://db/loa")

    files = [Database(url).file for url in urls]

    assert files == [Path("loa.db").absolute(), None, None]

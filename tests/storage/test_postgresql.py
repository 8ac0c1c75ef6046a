"""What is special to PostgreSQL: a server that may refuse, go away, or serve many at once."""

import datetime
import socket
import struct
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import make_url, select, update

from storage import updates
from storage.database import Database, Unit
from storage.errors import DatabaseLocked, DatabaseUnreachable, DatabaseUnreadable
from storage.tables import OUTBOX, UPDATES
from tests.databases import connected

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)


@pytest.fixture
def database(postgresql_url: str) -> Iterator[Database]:
    with closing(Database(postgresql_url)) as database:
        database.upgrade()
        yield database


def cut(unit: Unit, url: str) -> None:
    """End the connection of `unit` from the server's side."""
    number = unit.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    with connected(url) as other:
        other.exec_driver_sql(f"SELECT pg_terminate_backend({number}, 5000)")


@contextmanager
def refusing(code: str, said: str) -> Iterator[int]:
    """Yield the port of a server that lets nobody in, in PostgreSQL's words."""
    fields = f"SFATAL\0VFATAL\0C{code}\0M{said}\0\0".encode()

    def serve() -> None:
        with listener.accept()[0] as client:
            while struct.unpack("!ii", client.recv(1024)[:8])[1] != 3 << 16:  # asks to encrypt
                client.sendall(b"N")
            client.sendall(b"E" + struct.pack("!i", 4 + len(fields)) + fields)

    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as thread:
        served = thread.submit(serve)
        yield listener.getsockname()[1]
        served.result(5)


def refusal(url: str) -> str:
    with closing(Database(url)) as database, pytest.raises(DatabaseUnreachable) as refused:
        database.upgrade()
    assert "secret" not in str(refused.value)
    return str(refused.value)


def test_a_server_that_is_not_there_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    assert refusal(f"postgresql://bot:secret@127.0.0.1:{port}/loa") == (
        f"database postgresql://bot:***@127.0.0.1:{port}/loa cannot be reached: Connection refused"
    )


def test_a_wrong_password_is_named_and_not_shown() -> None:
    said = 'password authentication failed for user "bot"'
    with refusing("28P01", said) as port:
        told = refusal(f"postgresql://bot:secret@127.0.0.1:{port}/loa")

    assert told == f"database postgresql://bot:***@127.0.0.1:{port}/loa cannot be reached: {said}"


def test_a_wrong_option_is_named() -> None:
    assert refusal("postgresql://bot:secret@127.0.0.1/loa?timeout=5").endswith(
        'cannot be reached: invalid connection option "timeout"'
    )


def test_a_database_that_does_not_exist_is_named(postgresql_url: str) -> None:
    nowhere = make_url(postgresql_url).set(database="nowhere")

    assert refusal(nowhere.render_as_string(hide_password=False)).endswith(
        'cannot be reached: database "nowhere" does not exist'
    )


def test_a_role_that_may_not_make_tables_is_told_so(postgresql_url: str) -> None:
    with connected(postgresql_url) as owner:
        owner.exec_driver_sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        owner.exec_driver_sql("GRANT USAGE ON SCHEMA public TO pg_monitor")
    options = {"options": "-c role=pg_monitor"}
    guest = make_url(postgresql_url).update_query_dict(options)

    with (
        closing(Database(guest.render_as_string(hide_password=False))) as database,
        pytest.raises(DatabaseUnreadable, match="permission denied for schema public"),
    ):
        database.upgrade()


def test_a_lost_connection_is_named_and_the_next_unit_has_a_new_one(
    database: Database, postgresql_url: str
) -> None:
    def lose(unit: Unit) -> None:
        updates.first_time(unit, 1, NOW)
        cut(unit, postgresql_url)
        updates.first_time(unit, 2, NOW)

    with pytest.raises(DatabaseUnreachable, match="cannot be reached"), database.begin() as unit:
        lose(unit)

    with database.begin() as unit:
        assert unit.connection.scalars(select(UPDATES)).all() == []


def test_a_connection_that_is_lost_within_a_savepoint_is_named(
    database: Database, postgresql_url: str
) -> None:
    def lose(unit: Unit) -> None:
        with unit.savepoint():
            cut(unit, postgresql_url)
            updates.first_time(unit, 1, NOW)

    with pytest.raises(DatabaseUnreachable, match="cannot be reached"), database.begin() as unit:
        lose(unit)


def test_connections_that_were_lost_while_nothing_was_asked_are_replaced(
    database: Database, postgresql_url: str
) -> None:
    with connected(postgresql_url) as other:
        other.exec_driver_sql(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

    with database.begin() as unit:
        assert updates.first_time(unit, 1, NOW)


def test_two_that_wait_for_each_other_are_parted(database: Database) -> None:
    met = threading.Barrier(2)

    def change(mine: int, theirs: int) -> str:
        try:
            with database.begin() as unit:
                updates.first_time(unit, mine, NOW)
                met.wait(5)
                updates.first_time(unit, theirs, NOW)
        except DatabaseLocked as error:
            return str(error)
        return "done"

    with ThreadPoolExecutor(2) as threads:
        outcomes = sorted(threads.map(change, (1, 2), (2, 1)))

    assert outcomes == [
        f"database {database.name} is in use by another process: deadlock detected",
        "done",
    ]


def test_a_row_that_stays_locked_is_waited_for_only_so_long(
    database: Database, postgresql_url: str
) -> None:
    hurried = make_url(postgresql_url).update_query_dict({"options": "-c lock_timeout=1"})
    with (
        closing(Database(hurried.render_as_string(hide_password=False))) as other,
        database.begin() as unit,
    ):
        updates.first_time(unit, 1, NOW)
        with pytest.raises(DatabaseLocked, match="lock timeout"), other.begin() as late:
            updates.first_time(late, 1, NOW)


def queue(unit: Unit, number: int) -> None:
    row = {
        "key": str(number),
        "kind": "reply",
        "chat_id": -number,
        "payload": "{}",
        "state": "queued",
        "due_at": NOW,
        "expires_at": NOW,
        "attempts": 0,
        "created_at": NOW,
    }
    unit.connection.execute(OUTBOX.insert(), row)


def claim(unit: Unit, owner: str) -> list[int]:
    free = select(OUTBOX.c.id).where(OUTBOX.c.state == "queued").order_by(OUTBOX.c.id).limit(4)
    ids = list(unit.connection.scalars(free.with_for_update(skip_locked=True)))
    taken = update(OUTBOX).where(OUTBOX.c.id.in_(ids)).values(state="sending", owner=owner)
    unit.connection.execute(taken)
    return ids


def test_those_who_claim_at_the_same_time_never_get_the_same_row(database: Database) -> None:
    with database.begin() as unit:
        for number in range(1, 61):
            queue(unit, number)
    together = threading.Barrier(3)

    def work(owner: str) -> list[int]:
        mine: list[int] = []
        while True:
            with database.begin() as unit:
                ids = claim(unit, owner)
                if not mine:
                    together.wait(5)  # all three hold rows now, and none waited for another
            if not ids:
                return mine
            mine += ids

    with ThreadPoolExecutor(3) as threads:
        claimed = list(threads.map(work, "abc"))

    assert sorted(id_ for ids in claimed for id_ in ids) == list(range(1, 61))
    assert all(claimed)

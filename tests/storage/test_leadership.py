from collections.abc import Callable, Iterator

import pytest

from storage.database import Database
from storage.leadership import Leadership
from tests.databases import connected

Join = Callable[[], Leadership]


@pytest.fixture
def join(postgresql_url: str) -> Iterator[Join]:
    """Lets one more process, with connections of its own, take part."""
    joined: list[tuple[Database, Leadership]] = []

    def join_() -> Leadership:
        database = Database(postgresql_url)
        joined.append((database, Leadership(database)))
        return joined[-1][1]

    yield join_
    for database, leadership in joined:
        leadership.close()
        database.close()


def end_all_connections(url: str) -> None:
    with connected(url) as other:
        other.exec_driver_sql(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_the_only_process_of_sqlite_always_leads() -> None:
    leadership = Leadership(Database())

    assert leadership.held()
    leadership.close()
    assert leadership.held()


def test_of_several_processes_the_first_leads_and_goes_on_leading(join: Join) -> None:
    first, second, third = join(), join(), join()

    for _ in range(2):
        assert [first.held(), second.held(), third.held()] == [True, False, False]


def test_another_leads_when_the_leader_has_gone(join: Join) -> None:
    first, second = join(), join()
    assert [first.held(), second.held()] == [True, False]

    first.close()

    assert second.held()
    assert not first.held()


def test_a_leader_that_lost_its_connection_leads_no_more_and_then_tries_again(
    join: Join, postgresql_url: str
) -> None:
    first, second = join(), join()
    assert first.held()

    end_all_connections(postgresql_url)

    assert not first.held()
    assert second.held()
    assert not first.held()
    second.close()
    assert first.held()


def test_nobody_leads_where_the_server_cannot_be_reached() -> None:
    database = Database("postgresql:///loa?host=/nowhere")

    assert not Leadership(database).held()
    database.close()

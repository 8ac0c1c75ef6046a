"""PostgreSQL, where there is one, for the tests of every floor."""

import pytest

from tests import databases


@pytest.fixture(scope="session")
def own_postgresql(worker_id: str) -> str:
    return databases.make_own(worker_id)


@pytest.fixture
def postgresql_url(own_postgresql: str) -> str:
    """Return the URL of a database without any table; the test skips where there is no server."""
    databases.empty(own_postgresql)
    return own_postgresql

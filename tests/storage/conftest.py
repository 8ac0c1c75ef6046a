from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database, Unit


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of a database without any table: a test that asks for it runs on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'loa.db'}"
    found: str = request.getfixturevalue("postgresql_url")
    return found


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    with closing(Database(url)) as database:
        database.upgrade()
        yield database


@pytest.fixture
def unit(database: Database) -> Iterator[Unit]:
    with database.begin() as unit:
        yield unit

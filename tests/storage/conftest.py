from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage import broadcasts
from storage.broadcasts import BroadcastRecord
from storage.database import Database, Unit
from tests.storage.newsroom import NOON, found, groups, settle, started


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


@pytest.fixture
def delivered(unit: Unit) -> BroadcastRecord:
    """An announcement that two of four groups got for certain."""
    groups(unit, -1, -2, -3, -4)
    done = started(unit, receipt=True)
    outcomes = {-1: ("sent", 11), -2: ("sent", 12), -3: ("failed", None), -4: ("unknown", None)}
    settle(unit, done, outcomes)
    broadcasts.finish(unit, done, NOON)
    return found(unit, done)

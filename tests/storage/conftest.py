from collections.abc import Iterator

import pytest

from storage import broadcasts
from storage.broadcasts import BroadcastRecord
from storage.database import Database, Unit
from tests.storage.newsroom import NOON, found, groups, settle, started


@pytest.fixture
def unit() -> Iterator[Unit]:
    database = Database()
    database.upgrade()
    with database.begin() as unit:
        yield unit
    database.close()


@pytest.fixture
def delivered(unit: Unit) -> BroadcastRecord:
    """An announcement that two of four groups got for certain."""
    groups(unit, -1, -2, -3, -4)
    done = started(unit, receipt=True)
    outcomes = {-1: ("sent", 11), -2: ("sent", 12), -3: ("failed", None), -4: ("unknown", None)}
    settle(unit, done, outcomes)
    broadcasts.finish(unit, done, NOON)
    return found(unit, done)

from collections.abc import Iterator

import pytest

from storage.database import Database, Unit


@pytest.fixture
def unit() -> Iterator[Unit]:
    database = Database()
    database.upgrade()
    with database.begin() as unit:
        yield unit
    database.close()

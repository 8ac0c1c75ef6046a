import datetime

from storage import updates
from storage.database import Unit

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)


def test_an_update_is_new_once(unit: Unit) -> None:
    assert updates.first_time(unit, 41, NOW)
    assert updates.first_time(unit, 42, NOW)

    assert not updates.first_time(unit, 41, NOW)


def test_an_update_is_forgotten_when_it_cannot_come_again(unit: Unit) -> None:
    hour = datetime.timedelta(hours=1)
    updates.first_time(unit, 1, NOW - 49 * hour)
    updates.first_time(unit, 2, NOW - 47 * hour)

    assert updates.prune(unit, NOW) == 1

    assert updates.first_time(unit, 1, NOW)
    assert not updates.first_time(unit, 2, NOW)

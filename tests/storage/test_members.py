import datetime

from sqlalchemy import select

from storage import members
from storage.database import Unit
from storage.tables import MEMBERS

MORNING = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
EVENING = datetime.datetime(2024, 3, 8, 15, tzinfo=datetime.UTC)
NEXT_DAY = datetime.datetime(2024, 3, 9, 1, tzinfo=datetime.UTC)


def seen(unit: Unit) -> list[tuple[int, datetime.datetime, datetime.datetime]]:
    columns = (MEMBERS.c.user_id, MEMBERS.c.first_seen, MEMBERS.c.last_seen)
    return [
        tuple(row) for row in unit.connection.execute(select(*columns).order_by(MEMBERS.c.user_id))
    ]


def test_a_member_is_remembered_by_number_from_the_first_day_to_the_last(unit: Unit) -> None:
    members.meet(unit, 7, MORNING)
    members.meet(unit, 8, MORNING)
    members.meet(unit, 7, NEXT_DAY)

    assert seen(unit) == [(7, MORNING, NEXT_DAY), (8, MORNING, MORNING)]


def test_the_day_is_written_once(unit: Unit) -> None:
    members.meet(unit, 7, MORNING)
    members.meet(unit, 7, EVENING)

    assert seen(unit) == [(7, MORNING, MORNING)]


def test_nothing_but_the_number_is_kept_of_a_person() -> None:
    assert set(MEMBERS.c.keys()) == {"user_id", "first_seen", "last_seen"}

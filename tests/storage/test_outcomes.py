"""Nobody who was not reached goes unnamed."""

from sqlalchemy import update

from storage import outcomes
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.tables import CHATS


def test_the_groups_that_it_did_not_reach_are_named(unit: Unit, delivered: BroadcastRecord) -> None:
    unit.connection.execute(update(CHATS).where(CHATS.c.id == -3).values(name="HTX Hoa Sen"))

    assert sorted(outcomes.unreached(unit, delivered)) == ["HTX Hoa Sen", "Nhóm"]

import datetime

import pytest
from sqlalchemy import select

from storage import invitations
from storage.database import Unit
from storage.invitations import VALID, InvitationRecord
from storage.tables import INVITATIONS

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
SECRET = "Zm9vYmFy"
MOMENT = datetime.timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def _invitation(unit: Unit) -> None:
    assert invitations.create(unit, SECRET, "nam-dinh-2024", 1, NOW) == NOW + VALID


def test_an_invitation_is_used_up_by_the_first(unit: Unit) -> None:
    assert invitations.redeem(unit, SECRET, 7, NOW)

    assert not invitations.redeem(unit, SECRET, 8, NOW)
    assert not invitations.redeem(unit, SECRET, 7, NOW)
    assert invitations.find(unit, SECRET) == InvitationRecord("nam-dinh-2024", 1, 7)


def test_an_invitation_can_be_used_for_24_hours(unit: Unit) -> None:
    assert not invitations.redeem(unit, SECRET, 7, NOW + VALID)
    assert invitations.find(unit, SECRET) == InvitationRecord("nam-dinh-2024", 1, None)

    assert invitations.redeem(unit, SECRET, 7, NOW + VALID - MOMENT)


def test_another_secret_opens_nothing(unit: Unit) -> None:
    assert not invitations.redeem(unit, SECRET.lower(), 7, NOW)
    assert invitations.find(unit, SECRET.lower()) is None


def test_the_secret_is_not_kept(unit: Unit) -> None:
    (row,) = unit.connection.execute(select(INVITATIONS))

    assert SECRET not in str(row)
    assert len(row.digest) == 64

import datetime

from storage import staff
from storage.database import Unit
from storage.staff import StaffRecord

NOW = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=1)
NAM_DINH, HAI_DUONG = "nam-dinh-2024", "hai-duong-2024"


def test_somebody_acts_for_the_campaigns_that_they_were_added_to(unit: Unit) -> None:
    staff.add(unit, 7, NAM_DINH, 1, NOW)
    staff.add(unit, 7, HAI_DUONG, 1, NOW)
    staff.add(unit, 8, HAI_DUONG, 1, NOW)

    assert staff.campaigns_of(unit, 7) == {NAM_DINH, HAI_DUONG}
    assert staff.campaigns_of(unit, 8) == {HAI_DUONG}
    assert staff.campaigns_of(unit, 9) == frozenset()


def test_the_staff_of_a_campaign_come_in_the_order_of_their_coming(unit: Unit) -> None:
    staff.add(unit, 2**52, NAM_DINH, 1, LATER)
    staff.add(unit, 9, NAM_DINH, 1, NOW)
    staff.add(unit, 8, HAI_DUONG, 1, NOW)

    assert staff.members(unit, NAM_DINH) == [StaffRecord(9, NOW), StaffRecord(2**52, LATER)]


def test_who_is_removed_acts_for_the_campaign_no_longer(unit: Unit) -> None:
    staff.add(unit, 7, NAM_DINH, 1, NOW)
    staff.add(unit, 7, HAI_DUONG, 1, NOW)

    assert staff.remove(unit, 7, NAM_DINH)
    assert not staff.remove(unit, 7, NAM_DINH)

    assert staff.campaigns_of(unit, 7) == {HAI_DUONG}

"""Changes of a plan from the first word until they are withdrawn."""

import datetime

from campaign.plan.changes import Change
from campaign.plan.model import Activity
from storage import changes
from storage.database import Unit

NOW = datetime.datetime(2024, 3, 19, 18, tzinfo=datetime.UTC)  # 20 March, 1:00 in Vietnam
LATER = NOW + datetime.timedelta(hours=1)
FAIR = Activity(no=2, section="III.2", name="Hội chợ", title="Tổ chức hội chợ")
STAFF, OTHER = 20, 21


def begun(unit: Unit, author: int = STAFF, campaign: str = "song-xanh-2024") -> int:
    return changes.begin(unit, author, campaign, FAIR, "place", 0, NOW)


def applied(unit: Unit, value: str = "Hội trường A") -> int:
    number = begun(unit)
    changes.word(unit, number, value)
    assert changes.apply(unit, number, LATER)
    return number


def test_a_change_counts_once_it_is_worded_and_applied(unit: Unit) -> None:
    number = begun(unit)
    assert not changes.apply(unit, number, NOW)

    assert changes.word(unit, number, "Hội trường A")
    assert changes.standing(unit, "song-xanh-2024") == []

    assert changes.apply(unit, number, LATER)
    (change,) = changes.standing(unit, "song-xanh-2024")
    assert change.counts
    assert change.applied_at == LATER
    day = datetime.date(2024, 3, 20)
    assert change.made(LATER) == Change(2, "Tổ chức hội chợ", "place", "Hội trường A", day)
    assert changes.standing(unit, "nui-cao-2024") == []


def test_a_change_is_applied_once_and_says_what_was_confirmed(unit: Unit) -> None:
    number = applied(unit)

    assert not changes.apply(unit, number, LATER)
    assert not changes.word(unit, number, "Hội trường B")
    found = changes.find(unit, number)
    assert found is not None
    assert found.value == "Hội trường A"


def test_a_change_that_is_withdrawn_counts_no_longer_and_is_kept(unit: Unit) -> None:
    number = applied(unit)

    assert changes.withdraw(unit, number, LATER)

    assert changes.standing(unit, "song-xanh-2024") == []
    assert not changes.withdraw(unit, number, LATER)
    found = changes.find(unit, number)
    assert found is not None
    assert found.withdrawn_at == LATER


def test_who_begins_anew_leaves_nothing_open(unit: Unit) -> None:
    first, foreign = begun(unit), begun(unit, OTHER)
    kept = applied(unit)
    second = begun(unit)

    assert changes.find(unit, first) is None
    assert [changes.find(unit, each) is not None for each in (foreign, kept, second)] == [True] * 3


def test_two_changes_may_be_said_in_one_breath(unit: Unit) -> None:
    number = changes.begin(unit, STAFF, "song-xanh-2024", FAIR, "time", 1, NOW)
    first = changes.find(unit, number)
    assert first is not None

    changes.beside(unit, first, "place", "Hội trường A")
    again = changes.beside(unit, first, "place", "Hội trường B")

    assert changes.find(unit, number) == first
    second = changes.find(unit, again)
    assert second is not None
    assert (second.no, second.kind, second.value, second.part) == (2, "place", "Hội trường B", 0)


def test_changes_come_in_the_order_in_which_they_were_made(unit: Unit) -> None:
    for value in ("Hội trường A", "Hội trường B"):
        applied(unit, value)

    made = [each.value for each in changes.standing(unit, "song-xanh-2024")]
    assert made == ["Hội trường A", "Hội trường B"]

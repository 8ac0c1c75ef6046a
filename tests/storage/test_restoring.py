from storage import broadcasts, reminders, restoring
from storage.database import Unit
from storage.restoring import Held
from storage.standing import counts
from tests.storage.newsroom import NOON, drafted, found, groups, later, rows, settle, started
from tests.storage.test_standing import put


def test_announcements_that_may_have_been_sent_since_are_left_to_the_staff(unit: Unit) -> None:
    groups(unit, -1, -2, -3)
    going = started(unit)
    settle(unit, going, {-1: ("sent", 11), -2: ("sending", None)})
    assert restoring.hold_back(unit, later(hours=1)) == Held(2, 1, 0, 0)
    assert found(unit, going).state == "paused"
    assert [state for *_, state in rows(unit, going)] == ["sent", "unknown", "unknown"]


def test_the_staff_can_have_them_sent_again(unit: Unit) -> None:
    groups(unit, -1, -2)
    going = started(unit)
    settle(unit, going, {-1: ("sent", 11)})
    restoring.hold_back(unit, later(hours=1))
    assert broadcasts.resume(unit, going.id)
    assert broadcasts.is_over(unit, going)
    assert broadcasts.finish(unit, found(unit, going), later(hours=1))
    assert broadcasts.resend(unit, going.id, later(hours=1)) == 1
    assert [state for *_, state in rows(unit, going)] == ["sent", "queued"]


def test_answers_are_not_given_days_later(unit: Unit) -> None:
    put(unit, "a")
    put(unit, "b", state="sending", owner="x", leased_until=later(minutes=1))
    put(unit, "c", kind="notice")
    put(unit, "d", state="sent", settled_at=NOON)
    restoring.hold_back(unit, later(days=2))
    assert counts(unit) == {
        ("notice", "cancelled"): 1,
        ("reply", "cancelled"): 2,
        ("reply", "sent"): 1,
    }


def test_a_reminder_is_not_repeated(unit: Unit) -> None:
    put(unit, "a", kind="reminder")
    restoring.hold_back(unit, later(days=2))
    assert counts(unit) == {("reminder", "unknown"): 1}


def test_what_should_have_started_meanwhile_does_not_start_by_itself(unit: Unit) -> None:
    past = drafted(unit, state="scheduled", due_at=later(hours=1))
    ahead = drafted(unit, state="scheduled", due_at=later(hours=3))
    assert restoring.hold_back(unit, later(hours=2)) == Held(0, 0, 1, 1)
    assert (found(unit, past).state, found(unit, past).due_at) == ("draft", None)
    assert found(unit, ahead).state == "scheduled"
    assert [each.id for each in broadcasts.live(unit)] == [ahead.id]


def test_reminders_that_were_on_their_way_end_so_that_the_staff_are_told(unit: Unit) -> None:
    groups(unit, -1)
    asleep = started(unit, kind="reminder")
    reminders.hush(unit, later(hours=1))
    going = started(unit, kind="reminder")
    put(unit, "a", kind="reminder", broadcast_id=going.id)
    put(unit, "b", kind="reminder", broadcast_id=asleep.id)

    assert restoring.hold_back(unit, later(hours=2)) == Held(2, 0, 0, 0)

    reminders.hush(unit, None)
    assert [each.id for each in broadcasts.live(unit)] == [asleep.id, going.id]
    assert all(broadcasts.is_over(unit, each) for each in broadcasts.live(unit))

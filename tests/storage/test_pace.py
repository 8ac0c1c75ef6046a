import datetime

from storage import pace
from storage.database import Unit

NOW = datetime.datetime(2024, 3, 11, 1, tzinfo=datetime.UTC)
GROUP, OTHER, PERSON = -100, -200, 7


def after(seconds: float) -> datetime.datetime:
    return NOW + datetime.timedelta(seconds=seconds)


def waits(unit: Unit, count: int, now: datetime.datetime = NOW, rate: float = 30) -> list[float]:
    free = pace.slots(unit, now, rate)
    return [round(free.waits(number), 3) for number in range(count)]


def test_the_first_message_may_go_at_once_and_the_next_ones_in_step(unit: Unit) -> None:
    assert waits(unit, 3) == [0, 0.033, 0.067]


def test_slots_that_were_taken_are_taken(unit: Unit) -> None:
    pace.take(unit, pace.slots(unit, NOW, 30), [GROUP, OTHER, PERSON])
    assert waits(unit, 2) == [0.1, 0.133]
    assert waits(unit, 1, after(1)) == [0]


def test_only_so_many_slots_lie_ahead(unit: Unit) -> None:
    assert pace.slots(unit, NOW, 30).until(0.25) == 8
    pace.hold(unit, pace.ALL, after(17))
    assert pace.slots(unit, NOW, 30).until(0.25) == 0
    assert pace.slots(unit, after(17), 30).until(0.25) == 8


def test_a_group_is_left_alone_for_three_seconds_and_a_person_for_one(unit: Unit) -> None:
    pace.take(unit, pace.slots(unit, NOW, 1000), [GROUP, PERSON])
    early = pace.busy(unit, [GROUP, PERSON, OTHER], NOW)
    assert {chat: round((when - NOW).total_seconds(), 2) for chat, when in early.items()} == {
        GROUP: 3,
        PERSON: 1,
    }
    assert pace.busy(unit, [GROUP, PERSON], after(3)) == {}


def test_an_answer_waits_for_nothing_and_what_may_wait_makes_room_for_the_next_ones(
    unit: Unit,
) -> None:
    waits(unit, 1)
    pace.charge(unit, GROUP, NOW, 30)
    assert waits(unit, 3) == [0.033, 0.073, 0.113]
    assert waits(unit, 3, after(11)) == [0, 0.033, 0.067]


def test_twenty_answers_in_a_group_hold_back_what_may_wait_for_a_minute(unit: Unit) -> None:
    waits(unit, 1)
    for _ in range(25):
        pace.charge(unit, GROUP, NOW, 30)
    (when,) = pace.busy(unit, [GROUP, OTHER], NOW).values()
    assert when == after(60)


def test_a_flood_of_answers_holds_back_what_may_wait_for_a_second_and_no_longer(
    unit: Unit,
) -> None:
    waits(unit, 1)
    for _ in range(500):
        pace.charge(unit, PERSON, NOW, 30)
    assert 1 <= waits(unit, 1)[0] < 1.05


def test_a_clock_that_was_set_back_does_not_stop_anything(unit: Unit) -> None:
    pace.take(unit, pace.slots(unit, after(86_400), 30), [GROUP])
    assert waits(unit, 1) == [0]
    assert pace.busy(unit, [GROUP], NOW) == {}


def test_chats_that_may_be_written_to_are_forgotten(unit: Unit) -> None:
    pace.take(unit, pace.slots(unit, NOW, 30), [GROUP, PERSON])
    assert pace.prune(unit, after(2)) == 1
    assert pace.prune(unit, after(4)) == 1

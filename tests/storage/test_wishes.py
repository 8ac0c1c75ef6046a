"""What people wish to be reminded of, kept until the moment has come."""

from storage import chats, wishes
from storage.database import Unit
from storage.wishes import WishRecord
from tests.storage.newsroom import NOON, OWN, groups, later


def wish(unit: Unit, chat_id: int = 7, hours: int = 1, words: str = "họp") -> WishRecord:
    new = WishRecord(0, chat_id, OWN, None, words, later(hours=hours), later(days=1))
    return wishes.add(unit, new)


def test_a_person_s_wishes_are_listed_the_next_one_first(unit: Unit) -> None:
    groups(unit, 7, 8, kind="private")
    second, first = wish(unit, hours=2), wish(unit, hours=1)
    wish(unit, 8)

    assert wishes.of(unit, 7) == [first, second]


def test_what_is_due_is_taken_once(unit: Unit) -> None:
    groups(unit, 7, kind="private")
    first = wish(unit, hours=1)
    second = wish(unit, hours=2)

    assert wishes.take(unit, NOON, 9) == []
    assert wishes.take(unit, later(hours=1), 9) == [first]
    assert wishes.take(unit, later(hours=1), 9) == []
    assert wishes.of(unit, 7) == [second]


def test_of_many_that_are_due_a_few_are_taken_at_a_time_one_of_each_person(unit: Unit) -> None:
    groups(unit, 7, 8, 9, kind="private")
    made = [wish(unit, chat) for chat in (7, 7, 8, 9)]
    now = later(hours=1)

    taken = [wishes.take(unit, now, 2) for _ in range(4)]

    assert [sorted(each.id for each in some) for some in taken] == [
        [made[0].id, made[2].id],
        [made[1].id, made[3].id],
        [],
        [],
    ]


def test_what_is_of_no_use_any_more_is_forgotten(unit: Unit) -> None:
    groups(unit, 7, kind="private")
    wish(unit)

    assert wishes.take(unit, later(days=1), 9) == []
    assert wishes.of(unit, 7) == []


def test_only_who_wished_can_drop_it(unit: Unit) -> None:
    groups(unit, 7, 8, kind="private")
    mine = wish(unit)

    assert not wishes.drop(unit, 8, mine.id)
    assert wishes.drop(unit, 7, mine.id)
    assert not wishes.drop(unit, 7, mine.id)


def test_wishes_move_with_their_chat(unit: Unit) -> None:
    groups(unit, 7, kind="private")
    wish(unit)

    chats.rename(unit, 7, 9, NOON)

    assert [each.chat_id for each in wishes.of(unit, 9)] == [9]

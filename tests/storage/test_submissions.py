from storage import submissions
from storage.database import Unit
from tests.storage.ledger import cooperative, handed_in
from tests.storage.newsroom import NOON, OTHER, OWN, later


def settled(unit: Unit, no: int = 8, campaign: str = OWN) -> set[int]:
    return set(unit.connection.scalars(submissions.settled_chats(campaign, no)))


def test_what_is_handed_in_twice_counts_once(unit: Unit) -> None:
    each = cooperative(unit, "A", -1)

    assert submissions.of(unit, each.id, 8) is None
    assert submissions.hand_in(unit, each.id, 8, NOON)
    assert not submissions.hand_in(unit, each.id, 8, later(hours=1))

    found = submissions.of(unit, each.id, 8)
    assert found
    assert (found.state, found.changed_at) == ("handed_in", NOON)
    assert submissions.of(unit, each.id, 9) is None


def test_what_was_sent_back_can_be_handed_in_again(unit: Unit) -> None:
    each = cooperative(unit, "A", -1)
    first = handed_in(unit, each)
    assert submissions.decide(unit, first, "returned", "thiếu ảnh", later(hours=1))
    returned = submissions.find(unit, first.id)
    assert returned
    assert (returned.state, returned.reason) == ("returned", "thiếu ảnh")

    assert submissions.hand_in(unit, each.id, 8, later(hours=2))

    again = submissions.of(unit, each.id, 8)
    assert again
    assert (again.id, again.state, again.changed_at) == (first.id, "handed_in", later(hours=2))


def test_of_two_decisions_the_first_one_counts(unit: Unit) -> None:
    seen = handed_in(unit, cooperative(unit, "A", -1))

    assert submissions.decide(unit, seen, "accepted", None, NOON)
    assert not submissions.decide(unit, seen, "returned", "thiếu ảnh", NOON)
    assert submissions.of_campaign(unit, OWN)[0].state == "accepted"
    assert not submissions.hand_in(unit, seen.cooperative_id, 8, NOON)


def test_a_chat_is_settled_when_all_its_cooperatives_have_handed_in(unit: Unit) -> None:
    first, second = cooperative(unit, "A", -1), cooperative(unit, "B", -1)
    handed_in(unit, cooperative(unit, "C", -2))
    cooperative(unit, "D", -3)
    handed_in(unit, cooperative(unit, "E"))
    handed_in(unit, cooperative(unit, "F", -4, campaign=OTHER))

    handed_in(unit, first)
    assert settled(unit) == {-2}

    last = handed_in(unit, second)
    assert settled(unit) == {-1, -2}
    assert settled(unit, no=9) == set()
    assert settled(unit, campaign=OTHER) == {-4}

    submissions.decide(unit, last, "returned", "thiếu ảnh", NOON)
    assert settled(unit) == {-2}

    submissions.hand_in(unit, second.id, 8, NOON)
    again = submissions.of(unit, second.id, 8)
    assert again
    submissions.decide(unit, again, "accepted", None, NOON)
    assert settled(unit) == {-1, -2}


def test_what_is_forgotten_was_never_handed_in(unit: Unit) -> None:
    seen = handed_in(unit, cooperative(unit, "A", -1))

    assert submissions.forget(unit, seen.id)
    assert not submissions.forget(unit, seen.id)
    assert settled(unit) == set()

import pytest

from storage import openings, registrations
from storage.database import Unit
from storage.openings import OpeningRecord
from storage.registrations import Party
from tests.storage.ledger import group
from tests.storage.newsroom import NOON, OTHER, OWN

CHATS = (-1, -2, -3, -4)


@pytest.fixture
def opening(unit: Unit) -> OpeningRecord:
    """Ten seats at the sports day."""
    for chat_id in CHATS:
        group(unit, chat_id)
    opened = opening_of(unit, 2)
    openings.set_terms(unit, opened.id, 10, "OCOP ≥ 3 sao")
    assert openings.turn(unit, opened.id, is_open=True)
    return opening_of(unit, 2)


def opening_of(unit: Unit, no: int) -> OpeningRecord:
    return openings.prepare(unit, OWN, no)


def register(unit: Unit, opening: OpeningRecord, *people: int) -> None:
    """Let persons 1, 2 … register with so many, each in a chat of their own."""
    for user_id, number in enumerate(people, start=1):
        assert registrations.add(unit, opening.id, Party(user_id, -user_id, number), NOON)


def seated(unit: Unit, opening: OpeningRecord) -> dict[int, bool]:
    return {each.party.user_id: each.seated for each in registrations.listing(unit, opening.id)}


def chats(unit: Unit, campaign: str = OWN, no: int = 2) -> set[int]:
    return set(unit.connection.scalars(registrations.registered_chats(campaign, no)))


def test_who_comes_first_has_a_seat_first(unit: Unit, opening: OpeningRecord) -> None:
    register(unit, opening, 6, 4, 1)

    assert seated(unit, opening) == {1: True, 2: True, 3: False}
    assert chats(unit) == {-1, -2}


def test_nobody_overtakes_who_waits_for_more_room(unit: Unit, opening: OpeningRecord) -> None:
    register(unit, opening, 6, 5, 1)

    assert seated(unit, opening) == {1: True, 2: False, 3: False}


def test_who_can_never_have_a_seat_keeps_nobody_waiting(unit: Unit, opening: OpeningRecord) -> None:
    register(unit, opening, 6, 11, 4)

    assert seated(unit, opening) == {1: True, 2: False, 3: True}


def test_who_cancels_makes_room_for_the_next(unit: Unit, opening: OpeningRecord) -> None:
    register(unit, opening, 6, 5, 1, 4)

    assert registrations.remove(unit, opening.id, 1)
    assert not registrations.remove(unit, opening.id, 1)

    assert seated(unit, opening) == {2: True, 3: True, 4: True}


def test_without_a_limit_everybody_has_a_seat(unit: Unit, opening: OpeningRecord) -> None:
    openings.set_terms(unit, opening.id, None, None)
    register(unit, opening, 60, 500)

    assert seated(unit, opening) == {1: True, 2: True}


def test_each_person_registers_once_for_each_activity(unit: Unit, opening: OpeningRecord) -> None:
    other = opening_of(unit, 3)
    register(unit, opening, 2)

    assert not registrations.add(unit, opening.id, Party(1, -2, 5), NOON)
    assert registrations.add(unit, other.id, Party(1, -2, 5), NOON)
    assert chats(unit) == {-1}
    assert chats(unit, no=3) == {-2}
    assert chats(unit, campaign=OTHER) == set()


def test_what_is_closed_keeps_its_terms_until_it_is_opened_again(
    unit: Unit, opening: OpeningRecord
) -> None:
    assert openings.any_is_open(unit, OWN)
    assert openings.turn(unit, opening.id, is_open=False)
    assert not openings.turn(unit, opening.id, is_open=False)
    assert not openings.any_is_open(unit, OWN)

    assert opening_of(unit, 2).seats == 10
    assert not openings.any_is_open(unit, OWN)
    assert not openings.any_is_open(unit, OTHER)
    assert openings.turn(unit, opening.id, is_open=True)

    assert openings.find(unit, opening.id) == opening_of(unit, 2) == opening
    assert (opening.seats, opening.condition, opening.is_open) == (10, "OCOP ≥ 3 sao", True)
    assert openings.listing(unit, {OWN}) == [opening]
    assert openings.listing(unit, {OTHER}) == []


def test_a_new_opening_is_closed_and_without_terms(unit: Unit) -> None:
    new = opening_of(unit, 5)

    assert (new.seats, new.condition, new.is_open) == (None, None, False)


def test_another_number_of_people_keeps_the_place(unit: Unit, opening: OpeningRecord) -> None:
    for user_id, people in ((1, 5), (2, 4), (3, 2)):
        registrations.add(unit, opening.id, Party(user_id, -1, people), NOON)

    registrations.resize(unit, opening.id, 1, 3)

    found = registrations.listing(unit, opening.id)
    assert [(each.party.user_id, each.party.people, each.seated) for each in found] == [
        (1, 3, True),
        (2, 4, True),
        (3, 2, True),
    ]

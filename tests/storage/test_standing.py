import datetime

import pytest
from sqlalchemy import insert, update

from storage import broadcasts, standing
from storage.database import Unit
from storage.tables import OUTBOX
from tests.storage.newsroom import NOON, found, groups, later, settle, started

LONG_AFTER = later(minutes=30)


def put(unit: Unit, key: str, **different: object) -> None:
    row = {
        "key": key,
        "kind": "reply",
        "chat_id": 5,
        "state": "queued",
        "due_at": NOON,
        "expires_at": later(hours=1),
        "attempts": 0,
        "created_at": NOON,
    }
    unit.connection.execute(insert(OUTBOX).values(row | different))


def stuck(unit: Unit, now: datetime.datetime = LONG_AFTER) -> list[tuple[int, str, object]]:
    return [(each.chat_id, each.state, each.since) for each in standing.stuck(unit, now)]


def test_an_empty_outbox_has_nothing_to_show(unit: Unit) -> None:
    assert standing.counts(unit) == {}
    assert standing.broadcast_counts(unit) == {}
    assert stuck(unit) == []
    assert standing.oldest_due(unit, NOON) is None


@pytest.mark.usefixtures("delivered")
def test_rows_are_counted_by_kind_and_state(unit: Unit) -> None:
    put(unit, "a", state="sent", settled_at=NOON)
    assert standing.counts(unit) == {
        ("announcement", "sent"): 2,
        ("announcement", "failed"): 1,
        ("announcement", "unknown"): 1,
        ("reply", "sent"): 1,
    }
    assert standing.broadcast_counts(unit) == {"done": 1}


@pytest.mark.usefixtures("delivered")
def test_what_nobody_knows_to_have_arrived_is_stuck(unit: Unit) -> None:
    assert stuck(unit) == [(-4, "unknown", NOON)]


def test_an_answer_that_nobody_knows_of_is_not_worth_a_look(unit: Unit) -> None:
    put(unit, "a", state="unknown", settled_at=NOON)
    assert stuck(unit) == []


@pytest.mark.parametrize(("minutes", "seen"), [(-1, True), (1, False)])
def test_what_was_left_behind_while_being_sent_is_stuck(
    minutes: int, seen: bool, unit: Unit
) -> None:
    lease = LONG_AFTER + datetime.timedelta(minutes=minutes)
    put(unit, "a", state="sending", leased_until=lease)
    assert stuck(unit) == ([(5, "sending", lease)] if seen else [])


def test_what_is_overdue_while_nothing_goes_out_is_stuck(unit: Unit) -> None:
    groups(unit, -1)
    started(unit)
    assert stuck(unit, later(minutes=4)) == []
    assert stuck(unit, LONG_AFTER) == [(-1, "queued", NOON)]


def test_a_long_announcement_that_gets_along_is_not_stuck(unit: Unit) -> None:
    groups(unit, -1, -2)
    going = started(unit)
    settle(unit, going, {-1: ("sent", 11)})
    unit.connection.execute(
        update(OUTBOX).where(OUTBOX.c.chat_id == -1).values(settled_at=later(minutes=29))
    )
    assert stuck(unit) == []


def test_a_paused_announcement_neither_waits_nor_is_stuck(unit: Unit) -> None:
    groups(unit, -1)
    going = started(unit)
    assert standing.oldest_due(unit, LONG_AFTER) == NOON
    assert broadcasts.pause(unit, going.id)
    assert (stuck(unit), standing.oldest_due(unit, LONG_AFTER)) == ([], None)
    assert found(unit, going).state == "paused"


def test_what_is_due_later_does_not_wait_yet(unit: Unit) -> None:
    put(unit, "a", due_at=later(minutes=1))
    assert standing.oldest_due(unit, NOON) is None
    assert standing.oldest_due(unit, later(minutes=1)) == later(minutes=1)


def test_a_database_that_answers_says_so(unit: Unit) -> None:
    assert standing.answers(unit)

"""Receipts: each person is counted once in each group that was told."""

import datetime

import pytest
from sqlalchemy import update

from storage import broadcasts, chats, receipts
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.tables import OUTBOX
from tests.storage.newsroom import NOON, groups, started


@pytest.fixture
def told(unit: Unit) -> BroadcastRecord:
    """An announcement that two groups got."""
    groups(unit, -1, -2)
    running = started(unit, receipt=True)
    unit.connection.execute(update(OUTBOX).values(state="sent"))
    return running


def test_each_person_is_counted_once_in_each_group(unit: Unit, told: BroadcastRecord) -> None:
    pressed = [(-1, 8), (-1, 8), (-1, 9), (-2, 8)]

    counted = [receipts.add(unit, told.id, chat_id, user, NOON) for chat_id, user in pressed]

    assert counted == [True, False, True, True]
    assert receipts.count(unit, told.id) == (3, 2)
    assert receipts.count(unit, told.id + 1) == (0, 0)


def test_only_a_group_that_was_told_can_confirm(unit: Unit, told: BroadcastRecord) -> None:
    groups(unit, -3)
    unit.connection.execute(update(OUTBOX).where(OUTBOX.c.chat_id == -2).values(state="queued"))

    assert receipts.expected(unit, told.id, -1)
    assert not receipts.expected(unit, told.id, -2)
    assert not receipts.expected(unit, told.id, -3)
    assert not receipts.expected(unit, told.id + 1, -1)


def test_a_group_with_a_new_id_can_still_confirm(unit: Unit, told: BroadcastRecord) -> None:
    receipts.add(unit, told.id, -1, 8, NOON)

    chats.rename(unit, -1, -1001, NOON + datetime.timedelta(minutes=1))

    assert receipts.expected(unit, told.id, -1001)
    assert not receipts.add(unit, told.id, -1001, 8, NOON)
    assert broadcasts.find(unit, told.id) == told


def test_groups_without_a_receipt_come_first_page_by_page(
    unit: Unit, told: BroadcastRecord
) -> None:
    groups(unit, -3)
    receipts.add(unit, told.id, -1, 8, NOON)
    receipts.add(unit, told.id, -1, 9, NOON)

    first, second = (receipts.by_group(unit, told.id, 1, page) for page in (0, 1))

    assert [each.people for each in (*first, *second)] == [0, 2]
    assert receipts.by_group(unit, told.id, 1, 2) == []
    assert receipts.count_groups(unit, told.id) == 2

"""Reminders that wait to be sent are stopped, and taken back when none is in anybody's hands."""

import datetime
from collections import Counter

import pytest
from sqlalchemy import select

from campaign.messages import Content
from storage import broadcasts, chats, outbox, reminders, withdrawals
from storage.database import Unit
from storage.outbox import Holder, Over, Row
from storage.queueing import Step
from storage.reminder_choices import Band
from storage.reminder_tables import REMINDED
from storage.reminders import Audience, Wanted
from storage.tables import OUTBOX
from tests.storage.newsroom import NOON, OTHER, OWN, groups, later

HOLDER = Holder("a process", 30)


def remind(unit: Unit, *keys: str, at: datetime.datetime = NOON, campaign: str = OWN) -> int:
    """Queue a message for the groups that are still to be reminded of this; return its number."""
    audience = Audience(campaign, OWN, Band(hour=None, changed=False), NOON, at)
    wanted = [Wanted(reminders.occasion(unit, campaign, key), "deadline") for key in keys]
    (share,) = reminders.shares(unit, audience, wanted)
    number = reminders.begin(unit, campaign, Content("Nhắc"), (), at)
    step = Step(number, "reminder", "post", later(days=1))
    reminders.queue(unit, audience, wanted, share, step)
    return number


def claim(unit: Unit, limit: int) -> list[Row]:
    return outbox.claim(unit, HOLDER, NOON, limit)[0]


def states(unit: Unit, number: int) -> Counter[str]:
    rows = select(OUTBOX.c.state).where(OUTBOX.c.broadcast_id == number)
    return Counter(unit.connection.scalars(rows))


def marks(unit: Unit) -> Counter[int]:
    """Return on how many occasions each chat has been reminded."""
    return Counter(unit.connection.scalars(select(REMINDED.c.chat_id)))


@pytest.fixture(autouse=True)
def three(unit: Unit) -> None:
    groups(unit, -1, -2, -3)


def test_what_waits_is_taken_back_and_can_be_said_anew(unit: Unit) -> None:
    first = remind(unit, "a", "b")

    assert withdrawals.stop(unit, OWN)
    assert not withdrawals.stop(unit, OWN)
    assert withdrawals.take_back(unit, OWN, later(seconds=1)) == ["a", "b"]

    assert states(unit, first) == {"cancelled": 3}
    assert marks(unit) == {}
    again = remind(unit, "a")
    assert states(unit, again) == {"queued": 3}
    assert len(claim(unit, 9)) == 3


def test_what_was_sent_stays_said(unit: Unit) -> None:
    first = remind(unit, "a", "b")
    (row,) = claim(unit, 1)
    outbox.settle(unit, [(row.key, Over("sent", message_id=1))], NOON)

    withdrawals.stop(unit, OWN)
    withdrawals.take_back(unit, OWN, later(seconds=1))

    assert states(unit, first) == {"sent": 1, "cancelled": 2}
    assert marks(unit) == {row.chat_id: 2}
    assert states(unit, remind(unit, "a")) == {"queued": 2}


def test_what_is_in_hand_is_waited_for(unit: Unit) -> None:
    first = remind(unit, "a")
    (row,) = claim(unit, 1)

    assert withdrawals.stop(unit, OWN)
    assert withdrawals.stop(unit, OWN)
    outbox.postpone(unit, row.key, NOON)

    assert not withdrawals.stop(unit, OWN)
    assert claim(unit, 9) == []
    assert withdrawals.take_back(unit, OWN, later(seconds=1)) == ["a"]
    assert states(unit, first) == {"cancelled": 3}
    assert marks(unit) == {}


def test_another_message_of_the_same_day_has_been_said(unit: Unit) -> None:
    first = remind(unit, "a")
    for row in claim(unit, 9):
        outbox.settle(unit, [(row.key, Over("sent", message_id=1))], NOON)
    remind(unit, "b", at=later(hours=1))

    assert withdrawals.stop(unit, OWN)
    assert withdrawals.take_back(unit, OWN, later(hours=2)) == ["b"]

    assert states(unit, first) == {"sent": 3}
    assert marks(unit) == {-1: 1, -2: 1, -3: 1}
    found = broadcasts.find(unit, first)
    assert found
    assert found.state == "running"


def test_another_campaign_s_reminders_go_out(unit: Unit) -> None:
    groups(unit, -9, campaign=OTHER)
    theirs = remind(unit, "a", campaign=OTHER)

    assert not withdrawals.stop(unit, OWN)
    assert withdrawals.take_back(unit, OWN, later(seconds=1)) == []

    assert states(unit, theirs) == {"queued": 1}
    assert [row.chat_id for row in claim(unit, 9)] == [-9]


def test_a_group_that_has_moved_since_is_told_anew(unit: Unit) -> None:
    remind(unit, "a")
    withdrawals.stop(unit, OWN)
    chats.rename(unit, -1, -1001, NOON)

    withdrawals.take_back(unit, OWN, later(seconds=1))

    assert marks(unit) == {}
    remind(unit, "a")
    assert {row.chat_id for row in claim(unit, 9)} == {-1001, -2, -3}

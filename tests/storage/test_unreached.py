"""Whom a reminder did not reach for certain, and that it is queued for those once more."""

from dataclasses import replace

import pytest

from campaign.messages import Content
from storage import broadcasts, chats, reminders, unreached
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.queueing import Step
from storage.reminder_choices import Band
from storage.reminders import Audience, Wanted
from tests.storage.newsroom import NOON, OWN, found, groups, later, rows, settle, started

BAND = Band(hour=None, changed=False)
AUDIENCE = Audience(OWN, OWN, BAND, NOON, NOON)


@pytest.fixture(autouse=True)
def four(unit: Unit) -> None:
    groups(unit, -1, -2, -3, -4)


def remind(unit: Unit, audience: Audience, *keys: str) -> list[tuple[int, int]]:
    """Queue one message for each share; return their numbers, and for how many chats they are."""
    made = []
    wanted = [Wanted(reminders.occasion(unit, OWN, key), "deadline") for key in keys]
    for share in reminders.shares(unit, audience, wanted):
        number = reminders.begin(unit, OWN, Content("Nhắc"), (), NOON)
        step = Step(number, "reminder", "post", later(days=1))
        made.append((number, reminders.queue(unit, audience, wanted, share, step)))
    return made


@pytest.fixture
def over(unit: Unit) -> BroadcastRecord:
    """A reminder that two of four groups got for certain."""
    ((number, _),) = remind(unit, AUDIENCE, "a", "b")
    reminder = broadcasts.find(unit, number)
    assert reminder
    ends = {-1: ("sent", 11), -2: ("expired", None), -3: ("failed", None), -4: ("unknown", None)}
    settle(unit, reminder, ends)
    assert broadcasts.finish(unit, reminder, NOON)
    return found(unit, reminder)


def test_it_is_known_who_is_in_doubt_and_about_what(unit: Unit, over: BroadcastRecord) -> None:
    assert unreached.count(unit, over.id) == 2
    assert unreached.keys(unit, over.id) == {"a", "b"}
    assert unreached.hold(unit, over.id) == over


def test_what_is_on_its_way_an_announcement_and_nothing_are_not_to_be_sent_again(
    unit: Unit,
) -> None:
    ((number, _),) = remind(unit, AUDIENCE, "a")
    announcement = started(unit)
    assert broadcasts.finish(unit, announcement, NOON)

    assert unreached.hold(unit, number) is None
    assert unreached.hold(unit, announcement.id) is None
    assert unreached.hold(unit, 99) is None


def test_it_is_queued_for_those_in_doubt_once(unit: Unit, over: BroadcastRecord) -> None:
    once_more = replace(AUDIENCE, again=over.id)

    ((number, chats_of_it),) = remind(unit, once_more, "a")

    assert chats_of_it == 2
    again = broadcasts.find(unit, number)
    assert again
    assert sorted(chat for _, chat, *_ in rows(unit, again)) == [-4, -3]
    assert remind(unit, once_more, "a") == []
    assert remind(unit, AUDIENCE, "a") == []
    assert unreached.keys(unit, over.id) == {"b"}


def test_who_is_in_doubt_about_one_message_and_got_it_by_another_is_left_out(
    unit: Unit, over: BroadcastRecord
) -> None:
    ((second, _),) = remind(unit, AUDIENCE, "c")
    record = broadcasts.find(unit, second)
    assert record
    settle(unit, record, dict.fromkeys((-1, -2, -3, -4), ("sent", 12)))

    assert remind(unit, replace(AUDIENCE, again=over.id), "c") == []


def test_a_group_that_has_moved_since_is_found(unit: Unit, over: BroadcastRecord) -> None:
    chats.rename(unit, -4, -1004, NOON)

    ((number, _),) = remind(unit, replace(AUDIENCE, again=over.id), "a")

    again = broadcasts.find(unit, number)
    assert again
    assert sorted(chat for _, chat, *_ in rows(unit, again)) == [-1004, -3]

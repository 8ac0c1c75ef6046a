"""Reminders as rows: who gets which, in one statement however many they are, and never twice."""

import datetime
from typing import Any

import pytest
from sqlalchemy import insert, select

from campaign.messages import Content
from storage import reminder_choices, reminders, restoring
from storage.database import Unit
from storage.queueing import Step
from storage.reminder_choices import Band, Choice
from storage.reminders import Audience, Mark, Share, Wanted
from storage.tables import OUTBOX, TAGS
from tests.storage.newsroom import NOON, OTHER, OWN, groups, later

USUAL = Band(hour=None, changed=False)


def audience(band: Band = USUAL, now: datetime.datetime = NOON) -> Audience:
    return Audience(OWN, OWN, band, NOON, now)


def wanted(unit: Unit, key: str, **different: Any) -> Wanted:
    return Wanted(reminders.occasion(unit, OWN, key), "deadline", **different)


def remind(unit: Unit, *each: Wanted, to: Audience | None = None) -> dict[int, tuple[int, ...]]:
    """Queue what is wanted; return which reminders each chat gets, by their places."""
    got: dict[int, tuple[int, ...]] = {}
    for share in reminders.shares(unit, to or audience(), each):
        number = reminders.begin(unit, OWN, Content("Nhắc"), (), NOON)
        step = Step(number, "reminder", "post", later(hours=1))
        reminders.queue(unit, to or audience(), each, share, step)
        chats = select(OUTBOX.c.chat_id).where(OUTBOX.c.broadcast_id == number)
        got |= dict.fromkeys(unit.connection.scalars(chats), share.places)
    return got


def tagged(unit: Unit, *chat_ids: int) -> Any:
    """Return a query for these chats."""
    rows = [{"chat_id": chat_id, "tag": "x"} for chat_id in chat_ids]
    unit.connection.execute(insert(TAGS), rows)
    return select(TAGS.c.chat_id)


@pytest.fixture(autouse=True)
def three(unit: Unit) -> None:
    groups(unit, -1, -2, -3)


def test_everybody_gets_both_in_one_message_and_neither_again(unit: Unit) -> None:
    both = wanted(unit, "a"), wanted(unit, "b")

    assert remind(unit, *both) == {-1: (0, 1), -2: (0, 1), -3: (0, 1)}
    assert remind(unit, *both) == {}
    assert remind(unit, *both, wanted(unit, "c")) == {-1: (2,), -2: (2,), -3: (2,)}


def test_a_row_ends_when_it_was_said_to(unit: Unit) -> None:
    remind(unit, wanted(unit, "a"))

    rows = unit.connection.execute(select(OUTBOX.c.expires_at, OUTBOX.c.kind, OUTBOX.c.state))

    assert set(rows) == {(later(hours=1), "reminder", "queued")}


def test_chats_that_are_left_out_get_the_rest(unit: Unit) -> None:
    settled = tagged(unit, -1, -2)

    got = remind(unit, wanted(unit, "a", except_chats=settled), wanted(unit, "b"))

    assert got == {-1: (1,), -2: (1,), -3: (0, 1)}


def test_a_reminder_can_be_for_some_chats_alone(unit: Unit) -> None:
    registered = tagged(unit, -2)

    assert remind(unit, wanted(unit, "a", only_chats=registered)) == {-2: (0,)}


def test_groups_that_are_gone_refused_or_another_campaign_s_get_none(unit: Unit) -> None:
    groups(unit, -4, present=False)
    groups(unit, -5, approved=False)
    groups(unit, -6, approved=None)
    groups(unit, -7, campaign=OTHER)
    groups(unit, 8, kind="private")

    assert set(remind(unit, wanted(unit, "a"))) == {-1, -2, -3}


def test_chats_share_a_message_with_those_of_their_language(unit: Unit) -> None:
    groups(unit, -4, language="en")
    each = wanted(unit, "a")

    assert reminders.shares(unit, audience(), [each]) == [Share("vi", (0,)), Share("en", (0,))]


def test_groups_are_in_the_band_of_their_hour(unit: Unit) -> None:
    reminder_choices.keep(unit, -1, Choice(hour=17), NOON)
    reminder_choices.keep(unit, -2, Choice(hour=17), later(minutes=1))

    bands = reminder_choices.bands(unit, NOON)

    assert bands == [USUAL, Band(17, changed=False), Band(17, changed=True)]
    each = wanted(unit, "a")
    assert [list(remind(unit, each, to=audience(band))) for band in bands] == [[-3], [-1], [-2]]


def test_a_choice_is_kept_and_changed(unit: Unit) -> None:
    assert reminder_choices.find(unit, -1) == Choice()

    first, second = Choice(9, ("peak",), NOON), Choice(kinds=("start", "digest"))
    reminder_choices.keep(unit, -1, first, NOON)
    assert reminder_choices.find(unit, -1) == first
    reminder_choices.keep(unit, -1, second, NOON)
    assert reminder_choices.find(unit, -1) == second


def test_of_two_that_move_the_mark_only_one_does(unit: Unit) -> None:
    first, second = Mark(NOON, "x"), Mark(later(hours=1), "x")

    assert reminders.mark(unit, OWN) is None
    assert reminders.move(unit, OWN, None, first)
    assert not reminders.move(unit, OWN, None, second)
    assert reminders.move(unit, OWN, first, second)
    assert not reminders.move(unit, OWN, first, second)
    assert reminders.mark(unit, OWN) == second
    assert reminders.mark(unit, OTHER) is None


def test_after_a_restore_nothing_is_made_up_for(unit: Unit) -> None:
    reminders.move(unit, OWN, None, Mark(NOON, "x"))

    restoring.hold_back(unit, later(days=1))

    assert reminders.mark(unit, OWN) is None


def test_occasions_are_known_by_their_campaign_and_key(unit: Unit) -> None:
    assert reminders.occasion(unit, OWN, "a") == reminders.occasion(unit, OWN, "a")
    assert reminders.occasion(unit, OWN, "a") != reminders.occasion(unit, OTHER, "a")
    assert reminders.known(unit, OWN, ["a", "b"]) == {"a"}

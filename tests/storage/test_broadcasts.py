"""Broadcasts: each group once, however often it is asked for, and nothing is lost on the way."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from campaign.messages import Content, Media
from storage import broadcasts, queueing
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.queueing import Step
from storage.tables import CHATS, OUTBOX, TAGS

NOON = datetime.datetime(2024, 3, 8, 5, tzinfo=datetime.UTC)
OWN, OTHER = "song-xanh-2024", "nui-cao-2024"
WORDS = Content("Mời họp", ({"type": "bold", "offset": 0, "length": 3},), Media("photo", "F1"))


def later(**time: float) -> datetime.datetime:
    return NOON + datetime.timedelta(**time)


def groups(unit: Unit, *chat_ids: int, **different: object) -> None:
    """Let the bot be in these approved groups, which chose no campaign."""
    row = {
        "kind": "group",
        "title": "Nhóm",
        "campaign": None,
        "language": None,
        "present": True,
        "approved": True,
        "created_at": NOON,
        "updated_at": NOON,
    }
    unit.connection.execute(
        insert(CHATS), [row | different | {"id": chat_id} for chat_id in chat_ids]
    )


def drafted(unit: Unit, **different: Any) -> BroadcastRecord:
    before = broadcasts.draft(unit, 7, OWN, NOON)
    after = replace(before, content=WORDS, **different)
    assert broadcasts.keep(unit, before, after)
    return after


def started(unit: Unit, **different: Any) -> BroadcastRecord:
    draft = drafted(unit, **different)
    assert broadcasts.start(unit, draft, OWN, NOON)
    return found(unit, draft)


def found(unit: Unit, broadcast: BroadcastRecord) -> BroadcastRecord:
    again = broadcasts.find(unit, broadcast.id)
    assert again
    return again


def settle(
    unit: Unit, broadcast: BroadcastRecord, outcomes: dict[int, tuple[str, int | None]]
) -> None:
    """Let the posts to these chats end in a state, as a message, at noon."""
    for chat_id, (state, message_id) in outcomes.items():
        mine = (OUTBOX.c.broadcast_id == broadcast.id) & (OUTBOX.c.chat_id == chat_id)
        change = {"state": state, "message_id": message_id, "settled_at": NOON}
        unit.connection.execute(update(OUTBOX).where(mine).values(change))


def rows(unit: Unit, broadcast: BroadcastRecord) -> list[tuple[str | None, int, int | None, str]]:
    """Return (step, chat, target, state) of each row; the order of the chats does not matter."""
    columns = (OUTBOX.c.step, OUTBOX.c.chat_id, OUTBOX.c.target_id, OUTBOX.c.state)
    ours = select(*columns).where(OUTBOX.c.broadcast_id == broadcast.id)
    return [
        tuple(row)
        for row in unit.connection.execute(ours.order_by(OUTBOX.c.step, OUTBOX.c.chat_id.desc()))
    ]


def test_a_draft_is_kept_as_it_was_written(unit: Unit) -> None:
    draft = drafted(unit, tags=("huyện Ý Yên",), pin=True, receipt=True)

    assert found(unit, draft) == draft
    assert broadcasts.find(unit, draft.id + 1) is None


def test_the_list_begins_with_the_newest_and_leaves_out_what_says_nothing(unit: Unit) -> None:
    first, second = drafted(unit), drafted(unit)
    broadcasts.draft(unit, 7, OWN, NOON)
    drafted(unit, campaign=OTHER)

    assert broadcasts.listing(unit, {OWN}, 5) == [second, first]
    assert broadcasts.listing(unit, {OWN}, 1) == [second]
    assert broadcasts.listing(unit, set(), 5) == []


def test_what_somebody_else_has_moved_on_is_not_overwritten(unit: Unit) -> None:
    draft = drafted(unit)
    broadcasts.cancel(unit, draft.id, NOON)

    assert not broadcasts.keep(unit, draft, replace(draft, pin=True))
    assert not found(unit, draft).pin


def test_each_approved_group_of_the_campaign_gets_one_row(unit: Unit) -> None:
    groups(unit, -1, -2)
    groups(unit, -3, approved=None)
    groups(unit, -4, present=False)
    groups(unit, -5, campaign=OTHER)
    groups(unit, 6, kind="private")

    running = started(unit)

    assert (running.state, running.started_at) == ("running", NOON)
    assert rows(unit, running) == [("post", -1, None, "queued"), ("post", -2, None, "queued")]
    keys = unit.connection.scalars(select(OUTBOX.c.key).order_by(OUTBOX.c.key)).all()
    assert keys == [f"broadcast:{running.id}:post:-1", f"broadcast:{running.id}:post:-2"]
    times = unit.connection.execute(select(OUTBOX.c.due_at, OUTBOX.c.expires_at)).all()
    assert set(times) == {(NOON, later(hours=24))}


def test_tags_choose_the_groups_and_two_tags_choose_a_group_once(unit: Unit) -> None:
    groups(unit, -1, -2, -3)
    tagged = [(-1, "Ý Yên"), (-1, "nông nghiệp"), (-2, "Nam Trực")]
    unit.connection.execute(insert(TAGS), [{"chat_id": c, "tag": t} for c, t in tagged])

    running = started(unit, tags=("Ý Yên", "nông nghiệp"))

    assert [chat_id for _, chat_id, _, _ in rows(unit, running)] == [-1]


def test_ten_thousand_groups_are_queued_once_however_often_it_is_started(unit: Unit) -> None:
    groups(unit, *range(-10_000, 0))
    draft = drafted(unit)

    assert broadcasts.start(unit, draft, OWN, NOON)
    assert not broadcasts.start(unit, draft, OWN, later(seconds=1))
    again = Step(draft.id, "announcement", "post")
    queueing.add(unit, again, queueing.audience(OWN, OWN, ()), NOON)

    assert len(rows(unit, draft)) == 10_000


def test_pausing_and_going_on(unit: Unit) -> None:
    groups(unit, -1)
    running = started(unit)

    assert broadcasts.pause(unit, running.id)
    assert not broadcasts.pause(unit, running.id)
    assert found(unit, running).state == "paused"
    assert broadcasts.finished(unit) == []
    assert broadcasts.resume(unit, running.id)
    assert not broadcasts.resume(unit, running.id)
    assert found(unit, running).state == "running"


def test_stopping_leaves_what_is_queued_unsent_and_waits_for_what_is_under_way(unit: Unit) -> None:
    groups(unit, -1, -2)
    running = started(unit)
    settle(unit, running, {-1: ("sending", None)})

    assert broadcasts.cancel(unit, running.id, NOON)
    assert not broadcasts.cancel(unit, running.id, NOON)

    assert [state for *_, state in rows(unit, running)] == ["sending", "cancelled"]
    assert broadcasts.finished(unit) == []
    settle(unit, running, {-1: ("sent", 11)})
    (over,) = broadcasts.finished(unit)
    assert broadcasts.finish(unit, over, NOON)
    assert found(unit, running).state == "cancelled"
    assert broadcasts.running(unit) == []


def test_a_draft_that_is_given_up_cannot_be_started(unit: Unit) -> None:
    draft = drafted(unit)

    assert broadcasts.cancel(unit, draft.id, NOON)
    assert not broadcasts.start(unit, found(unit, draft), OWN, NOON)
    assert broadcasts.running(unit) == []


def test_it_is_finished_when_nothing_is_open(unit: Unit) -> None:
    groups(unit, -1, -2)
    running = started(unit)
    settle(unit, running, {-1: ("sent", 11)})
    assert broadcasts.finished(unit) == []

    settle(unit, running, {-2: ("gone", None)})

    assert broadcasts.finished(unit) == [running]
    assert broadcasts.finish(unit, running, later(minutes=1))
    assert not broadcasts.finish(unit, running, later(minutes=2))
    assert found(unit, running).finished_at == later(minutes=1)


def test_what_failed_is_sent_again_and_nothing_else(unit: Unit) -> None:
    groups(unit, -1, -2, -3, -4, -5)
    running = started(unit)
    outcomes = ("sent", "failed", "unknown", "expired", "gone")
    settle(unit, running, {-n: (state, None) for n, state in enumerate(outcomes, 1)})
    assert broadcasts.resend(unit, running.id, NOON) == 0
    broadcasts.finish(unit, running, NOON)

    assert broadcasts.resend(unit, running.id, later(hours=30)) == 3

    states = {chat_id: state for _, chat_id, _, state in rows(unit, running)}
    assert states == {-1: "sent", -2: "queued", -3: "queued", -4: "queued", -5: "gone"}
    fresh = select(OUTBOX.c.due_at, OUTBOX.c.expires_at, OUTBOX.c.attempts)
    queued = unit.connection.execute(fresh.where(OUTBOX.c.state == "queued")).all()
    assert set(queued) == {(later(hours=30), later(hours=54), 0)}
    assert found(unit, running).state == "running"


def test_with_nothing_failed_there_is_nothing_to_send_again(unit: Unit) -> None:
    groups(unit, -1)
    running = started(unit)
    settle(unit, running, {-1: ("sent", 11)})
    broadcasts.finish(unit, running, NOON)

    assert broadcasts.resend(unit, running.id, NOON) == 0
    assert found(unit, running).state == "done"


def test_scheduled_ones_fall_due(unit: Unit) -> None:
    first = drafted(unit, state="scheduled", due_at=later(hours=1))
    drafted(unit, state="scheduled", due_at=later(hours=3))

    assert broadcasts.due(unit, NOON) == []
    assert broadcasts.due(unit, later(hours=2)) == [first]


@pytest.fixture
def delivered(unit: Unit) -> BroadcastRecord:
    """An announcement that two of four groups got for certain."""
    groups(unit, -1, -2, -3, -4)
    done = started(unit, receipt=True)
    outcomes = {-1: ("sent", 11), -2: ("sent", 12), -3: ("failed", None), -4: ("unknown", None)}
    settle(unit, done, outcomes)
    broadcasts.finish(unit, done, NOON)
    return found(unit, done)


def test_a_correction_edits_every_copy_and_replies_to_it(
    unit: Unit, delivered: BroadcastRecord
) -> None:
    words = Content("Mời họp lúc 8 giờ")
    correction = broadcasts.add(unit, delivered.follow_up("correction", words, 7, NOON))

    assert broadcasts.start(unit, correction, OWN, NOON)
    assert not broadcasts.start(unit, correction, OWN, NOON)

    assert (correction.root, correction.receipt) == (delivered.id, True)
    assert rows(unit, correction) == [
        ("edit", -1, 11, "queued"),
        ("edit", -2, 12, "queued"),
        ("note", -1, 11, "queued"),
        ("note", -2, 12, "queued"),
    ]


def test_who_gets_it_late_gets_the_corrected_words(unit: Unit, delivered: BroadcastRecord) -> None:
    assert broadcasts.in_force(unit, delivered.id) == delivered
    words = Content("Mời họp lúc 8 giờ")
    correction = broadcasts.add(unit, delivered.follow_up("correction", words, 7, NOON))
    assert broadcasts.in_force(unit, delivered.id) == delivered

    broadcasts.start(unit, correction, OWN, NOON)

    assert broadcasts.in_force(unit, delivered.id) == replace(delivered, content=words)
    assert broadcasts.in_force(unit, correction.id) == found(unit, correction)
    assert broadcasts.in_force(unit, 99) is None


def test_a_recall_deletes_what_is_young_and_edits_the_rest(
    unit: Unit, delivered: BroadcastRecord
) -> None:
    old = update(OUTBOX).where(OUTBOX.c.chat_id == -2).values(settled_at=later(days=-2))
    unit.connection.execute(old)
    recall = broadcasts.add(unit, delivered.follow_up("recall", Content("Đã thu hồi"), 7, NOON))

    broadcasts.start(unit, recall, OWN, NOON)

    assert not recall.receipt
    assert rows(unit, recall) == [("delete", -1, 11, "queued"), ("edit", -2, 12, "queued")]


def test_what_is_corrected_or_recalled_is_not_undone_by_sending_again(
    unit: Unit, delivered: BroadcastRecord
) -> None:
    first, second, recall = (
        broadcasts.add(unit, delivered.follow_up(kind, WORDS, 7, NOON))
        for kind in ("correction", "correction", "recall")
    )
    assert not broadcasts.superseded(unit, delivered)

    broadcasts.start(unit, first, OWN, NOON)
    broadcasts.start(unit, second, OWN, NOON)
    assert not broadcasts.superseded(unit, delivered)
    assert broadcasts.superseded(unit, first)
    assert not broadcasts.superseded(unit, second)

    broadcasts.start(unit, recall, OWN, NOON)
    assert broadcasts.superseded(unit, delivered)
    assert broadcasts.superseded(unit, second)
    assert not broadcasts.superseded(unit, recall)


def test_it_is_known_that_a_follow_up_is_under_way(unit: Unit, delivered: BroadcastRecord) -> None:
    assert not broadcasts.under_way(unit, delivered)
    recall = broadcasts.add(unit, delivered.follow_up("recall", WORDS, 7, NOON))
    broadcasts.start(unit, recall, OWN, NOON)

    assert broadcasts.under_way(unit, delivered)
    assert broadcasts.under_way(unit, recall)

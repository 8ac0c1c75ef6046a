"""Broadcasts: each group once, however often it is asked for, and nothing is lost on the way."""

from dataclasses import replace

from sqlalchemy import insert, select, update

from campaign.messages import Content
from campaign.outreach.progress import Tally
from storage import broadcasts, outcomes, queueing
from storage.broadcasts import BroadcastRecord
from storage.database import Unit
from storage.queueing import Step
from storage.tables import BROADCASTS, OUTBOX, TAGS
from tests.storage.newsroom import (
    NOON,
    OTHER,
    OWN,
    WORDS,
    drafted,
    found,
    groups,
    later,
    rows,
    settle,
    started,
)


def test_a_draft_is_kept_as_it_was_written(unit: Unit) -> None:
    draft = drafted(unit, tags=("huyện Ý Yên",), pin=True, receipt=True)

    assert found(unit, draft) == draft
    assert broadcasts.find(unit, draft.id + 1) is None


def test_the_list_begins_with_the_newest_and_leaves_out_what_says_nothing(unit: Unit) -> None:
    first, second = drafted(unit), drafted(unit)
    broadcasts.draft(unit, 7, OWN, NOON)
    drafted(unit, campaign=OTHER)
    broadcasts.cancel(unit, drafted(unit).id, NOON)

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
    assert broadcasts.live(unit) == []
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
    (stopped,) = broadcasts.live(unit)
    assert not broadcasts.is_over(unit, stopped)
    settle(unit, running, {-1: ("sent", 11)})
    assert broadcasts.is_over(unit, stopped)
    assert broadcasts.finish(unit, stopped, NOON)
    assert found(unit, running).state == "cancelled"
    assert broadcasts.live(unit) == []


def test_a_draft_that_is_given_up_cannot_be_started(unit: Unit) -> None:
    draft = drafted(unit)

    assert broadcasts.cancel(unit, draft.id, NOON)
    assert not broadcasts.start(unit, found(unit, draft), OWN, NOON)
    assert broadcasts.live(unit) == []


def test_it_is_finished_when_nothing_is_open(unit: Unit) -> None:
    groups(unit, -1, -2)
    running = started(unit)
    settle(unit, running, {-1: ("sent", 11)})
    assert not broadcasts.is_over(unit, running)

    settle(unit, running, {-2: ("gone", None)})

    assert broadcasts.is_over(unit, running)
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


def test_time_matters_to_what_waits_is_scheduled_or_running(unit: Unit) -> None:
    groups(unit, -1)
    drafted(unit)
    waiting = drafted(unit, state="waiting", due_at=NOON)
    scheduled = drafted(unit, state="scheduled", due_at=later(hours=1))
    running = started(unit)

    assert broadcasts.live(unit) == [waiting, scheduled, running]


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


def test_a_recall_deletes_what_is_young_and_edits_the_rest(
    unit: Unit, delivered: BroadcastRecord
) -> None:
    old = update(OUTBOX).where(OUTBOX.c.chat_id == -2).values(settled_at=later(days=-2))
    unit.connection.execute(old)
    recall = broadcasts.add(unit, delivered.follow_up("recall", Content("Đã thu hồi"), 7, NOON))

    broadcasts.start(unit, recall, OWN, NOON)

    assert not recall.receipt
    assert rows(unit, recall) == [("delete", -1, 11, "queued"), ("edit", -2, 12, "queued")]


def test_a_recall_takes_every_note_of_its_corrections_back(
    unit: Unit, delivered: BroadcastRecord
) -> None:
    for message_id in (21, 31):
        correction = broadcasts.add(unit, delivered.follow_up("correction", WORDS, 7, NOON))
        broadcasts.start(unit, correction, OWN, NOON)
        noted = (OUTBOX.c.broadcast_id == correction.id) & (OUTBOX.c.step == "note")
        sent = update(OUTBOX).where(noted, OUTBOX.c.chat_id == -1)
        unit.connection.execute(sent.values(state="sent", message_id=message_id))
    recall = broadcasts.add(unit, delivered.follow_up("recall", WORDS, 7, NOON))

    broadcasts.start(unit, recall, OWN, NOON)

    assert sorted(rows(unit, recall)) == [
        ("delete", -2, 12, "queued"),
        ("delete", -1, 11, "queued"),
        ("erase", -1, 21, "queued"),
        ("erase", -1, 31, "queued"),
    ]
    assert outcomes.tally(unit, recall).total == 2


def test_the_figures_count_each_group_once(unit: Unit, delivered: BroadcastRecord) -> None:
    not_sent = update(OUTBOX).where(OUTBOX.c.state != "sent")
    unit.connection.execute(not_sent.values(reason="muted"))
    correction = broadcasts.add(unit, delivered.follow_up("correction", WORDS, 7, NOON))
    broadcasts.start(unit, correction, OWN, NOON)

    assert outcomes.tally(unit, delivered) == Tally(
        {"sent": 2, "failed": 1, "unknown": 1}, {"muted": 2}
    )
    assert outcomes.tally(unit, correction) == Tally(
        {"queued": 2}, {}, besides={"note": Tally({"queued": 2}, {})}
    )


def test_what_was_begun_without_a_word_gives_way_to_the_next(unit: Unit) -> None:
    written = drafted(unit)
    for _ in range(3):
        broadcasts.draft(unit, 7, OWN, NOON)
    broadcasts.draft(unit, 8, OWN, NOON)

    kept = unit.connection.scalars(select(BROADCASTS.c.author).order_by(BROADCASTS.c.author))
    assert kept.all() == [7, 7, 8]
    assert broadcasts.find(unit, written.id) == written

import datetime
from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update

from campaign.outreach.kinds import Kind
from storage import moving, outbox
from storage.database import Unit
from storage.outbox import LEASE, Holder, Over, Row
from storage.tables import BROADCASTS, OUTBOX

NOW = datetime.datetime(2024, 3, 11, 1, tzinfo=datetime.UTC)
US, OTHERS = Holder("us", 1000), Holder("others", 1000)
REPLY = Row(
    key="update:1:0",
    kind="reply",
    chat_id=7,
    broadcast_id=None,
    step=None,
    target_id=None,
    payload='["sendMessage", {"chat_id": 7}]',
    attempts=1,
    expires_at=NOW + datetime.timedelta(minutes=10),
)


def after(seconds: float) -> datetime.datetime:
    return NOW + datetime.timedelta(seconds=seconds)


def broadcast(unit: Unit, number: int, state: str = "running") -> int:
    values = {
        "id": number,
        "kind": "announcement",
        "campaign": "nam-dinh-2024",
        "author": 1,
        "state": state,
        "tags": [],
        "pin": False,
        "receipt": False,
        "created_at": NOW,
    }
    unit.connection.execute(insert(BROADCASTS), values)
    return number


def queue(
    unit: Unit, *chats: int, of: int | None = 1, kind: Kind = "announcement", **values: Any
) -> None:
    for chat_id in chats:
        row = {
            "key": f"{of}:{chat_id}",
            "kind": kind,
            "chat_id": chat_id,
            "broadcast_id": of,
            "step": "post",
            "state": "queued",
            "due_at": NOW,
            "expires_at": after(3600),
            "attempts": 0,
            "created_at": NOW,
        }
        unit.connection.execute(insert(OUTBOX), row | values)


def claim(unit: Unit, now: datetime.datetime = NOW, limit: int = 10, by: Holder = US) -> list[int]:
    rows, _ = outbox.claim(unit, by, now, limit)
    return [row.chat_id for row in rows]


def states(unit: Unit) -> dict[int, tuple[str, str | None]]:
    rows = select(OUTBOX.c.chat_id, OUTBOX.c.state, OUTBOX.c.reason)
    return {chat: (state, reason) for chat, state, reason in unit.connection.execute(rows)}


def test_a_reply_is_being_sent_from_the_start_and_cannot_be_added_twice(unit: Unit) -> None:
    assert outbox.begin(unit, US, REPLY, NOW)
    assert not outbox.begin(unit, US, REPLY, NOW)
    assert states(unit) == {7: ("sending", None)}
    assert claim(unit) == []


def test_what_is_due_is_claimed_once_in_its_order(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1, -2, -3)
    assert claim(unit, limit=2) == [-1, -2]
    assert claim(unit) == [-3]
    assert claim(unit) == []


def test_what_is_not_yet_due_or_too_late_is_not_claimed(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1, due_at=after(60))
    queue(unit, -2, expires_at=NOW)
    assert claim(unit) == []
    assert claim(unit, after(61)) == [-1]


def test_a_broadcast_that_is_paused_waits(unit: Unit) -> None:
    broadcast(unit, 1, "paused")
    queue(unit, -1)
    assert claim(unit) == []
    unit.connection.execute(update(BROADCASTS).values(state="running"))
    assert claim(unit) == [-1]


def test_two_broadcasts_take_turns(unit: Unit) -> None:
    broadcast(unit, 1)
    broadcast(unit, 2)
    queue(unit, *range(-10, 0), of=1)
    queue(unit, *range(-30, -20), of=2)
    assert claim(unit, limit=4) == [-10, -30, -9, -29]


def test_two_broadcasts_take_turns_however_few_may_go(unit: Unit) -> None:
    broadcast(unit, 1)
    broadcast(unit, 2)
    queue(unit, *range(-100, -50), of=1)
    queue(unit, *range(-50, 0), of=2)
    rows, _ = outbox.claim(unit, Holder("us", 8), NOW, 100)
    assert [row.broadcast_id for row in rows] == [1, 2, 1]


def test_reminders_belong_to_no_broadcast(unit: Unit) -> None:
    queue(unit, -1, of=None, kind="reminder")
    assert claim(unit) == [-1]


def test_a_chat_gets_one_message_at_a_time(unit: Unit) -> None:
    broadcast(unit, 1)
    broadcast(unit, 2)
    queue(unit, -1, of=1)
    queue(unit, -1, of=2)
    assert claim(unit) == [-1]
    assert claim(unit, after(1)) == []
    assert claim(unit, after(3)) == [-1]


def test_what_is_left_over_is_told(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, *range(-100, 0))
    slow = Holder("us", 30)
    rows, more = outbox.claim(unit, slow, NOW, 32)
    assert [round(row.wait, 2) for row in rows] == [0, 0.03, 0.07, 0.1, 0.13, 0.17, 0.2, 0.23]
    assert more
    assert outbox.claim(unit, slow, NOW, 32) == ([], True)


def test_a_row_ends_once(unit: Unit) -> None:
    outbox.begin(unit, US, REPLY, NOW)
    outbox.settle(unit, [(REPLY.key, Over("sent", message_id=5))], NOW)
    outbox.settle(unit, [(REPLY.key, Over("failed", "refused"))], NOW)
    assert states(unit) == {7: ("sent", None)}


def test_what_was_not_sent_is_claimed_again_when_it_is_due(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1)
    (row,) = outbox.claim(unit, US, NOW, 1)[0]
    outbox.postpone(unit, row.key, after(17))
    assert claim(unit, after(16)) == []
    (again,) = outbox.claim(unit, US, after(17), 1)[0]
    assert (row.attempts, again.attempts) == (0, 1)


def test_what_a_dead_process_was_sending_is_settled_by_its_kind(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1)
    claim(unit, by=OTHERS)
    outbox.begin(unit, OTHERS, REPLY, NOW)
    left = outbox.recover(unit, US, after(1), alone=True)
    assert left == [replace(REPLY, attempts=2)]
    assert states(unit) == {-1: ("unknown", "interrupted"), 7: ("sending", None)}


def test_what_another_process_is_sending_is_left_to_it_while_its_lease_lasts(unit: Unit) -> None:
    outbox.begin(unit, OTHERS, REPLY, NOW)
    assert outbox.recover(unit, US, NOW, alone=False) == []
    later = NOW + LEASE + datetime.timedelta(seconds=1)
    assert outbox.recover(unit, US, later, alone=False) == [replace(REPLY, attempts=2)]


def test_a_lease_can_be_made_longer(unit: Unit) -> None:
    outbox.begin(unit, OTHERS, REPLY, NOW)
    outbox.extend(unit, REPLY.key, after(120))
    assert outbox.recover(unit, US, NOW + LEASE * 2, alone=False) == []


def test_who_sent_it_knows_better_than_who_took_its_lease_for_over(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1)
    claim(unit, by=OTHERS)
    outbox.recover(unit, US, NOW + LEASE * 2, alone=False)
    outbox.settle(unit, [("1:-1", Over("sent", message_id=5))], NOW)
    assert states(unit) == {-1: ("sent", None)}


def test_what_comes_too_late_expires(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1, -2)
    claim(unit, limit=1)
    assert outbox.expire(unit, after(3601)) == 2
    assert set(states(unit).values()) == {("expired", "expired")}


def test_the_next_step_upon_a_message_follows_it_once(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1)
    (row,) = outbox.claim(unit, US, NOW, 1)[0]
    outbox.settle(unit, [(row.key, Over("sent", message_id=5))], NOW)
    outbox.follow(unit, row, "pin", 5, NOW)
    outbox.follow(unit, row, "pin", 5, NOW)
    ((pin,), _) = outbox.claim(unit, US, after(3), 5)
    assert (pin.chat_id, pin.step, pin.target_id) == (-1, "pin", 5)


def test_what_follows_goes_to_where_the_message_is(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1)
    (row,) = outbox.claim(unit, US, NOW, 1)[0]
    unit.connection.execute(update(OUTBOX).values(chat_id=-1001))
    outbox.settle(unit, [(row.key, Over("sent", message_id=5))], NOW)
    outbox.follow(unit, row, "pin", 5, NOW)
    ((pin,), _) = outbox.claim(unit, US, after(3), 5)
    assert (pin.chat_id, pin.target_id) == (-1001, 5)


def test_messages_stay_behind_in_a_chat_that_moved(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1, -2)
    sent, other = outbox.claim(unit, US, NOW, 2)[0]
    outbox.settle(unit, [(sent.key, Over("sent", message_id=5))], NOW)
    outbox.settle(unit, [(other.key, Over("sent", message_id=6))], NOW)
    outbox.follow(unit, sent, "pin", 5, NOW)

    moving.leave_behind(unit, sent.chat_id, NOW)

    columns = (
        OUTBOX.c.step,
        OUTBOX.c.chat_id,
        OUTBOX.c.state,
        OUTBOX.c.reason,
        OUTBOX.c.message_id,
    )
    assert set(unit.connection.execute(select(*columns)).all()) == {
        ("post", sent.chat_id, "sent", None, None),
        ("pin", sent.chat_id, "failed", "no_message", None),
        ("post", other.chat_id, "sent", None, 6),
    }


def test_what_tells_of_a_chat_waits_and_is_dropped_when_that_only_moves(unit: Unit) -> None:
    for chat_id in (-1, -12):
        row = replace(REPLY, key=moving.key_about(chat_id, "update:1:0"), kind="notice")
        moving.hold(unit, row, after(5), NOW)
        moving.hold(unit, row, after(5), NOW)
    assert outbox.claim(unit, US, after(4), 5) == ([], False)

    moving.drop_about(unit, -1, NOW)

    (row,), _ = outbox.claim(unit, US, after(5), 5)
    assert row.key == moving.key_about(-12, "update:1:0")


def test_replies_that_are_long_over_are_forgotten_and_announcements_are_not(unit: Unit) -> None:
    broadcast(unit, 1)
    queue(unit, -1)
    (row,) = outbox.claim(unit, US, NOW, 1)[0]
    outbox.begin(unit, US, REPLY, NOW)
    sent = Over("sent", message_id=5)
    outbox.settle(unit, [(row.key, sent), (REPLY.key, sent)], NOW)
    assert outbox.prune(unit, NOW + outbox.KEPT) == 0
    assert outbox.prune(unit, after(1) + outbox.KEPT) == 1
    assert states(unit) == {-1: ("sent", None)}

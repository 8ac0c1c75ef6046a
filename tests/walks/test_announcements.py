"""An announcement from the staff's chat to the groups, and what can happen on the way."""

import asyncio
import datetime
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from sandbox import membership, topics
from sandbox.chats import Message
from sandbox.faults import Fault, Kind
from sandbox.limits import Limits
from sandbox.migration import SIGNALS, Signal, migrate
from sandbox.updates import DAY
from storage import broadcasts
from storage.tables import OUTBOX
from tests.walks.house import NAM_DINH, answer, private, said
from tests.walks.office import Office, approve, office

TEXT = "Mời các HTX gửi hồ sơ trước ngày 15/3/2024"


def each_once(walk: Office) -> Counter[str]:
    return Counter({group.title: 1 for group in walk.groups})


async def corrected(walk: Office, report: Message, new: str) -> None:
    """Give every copy new words, and see them reported."""
    walk.press(report, "Đính chính")
    await walk.sandbox.wait_for(lambda: "nội dung mới" in said(walk.desk)[-1].text)
    walk.sandbox.world.post(walk.desk, walk.staff, new)
    walk.press(await walk.card("Gửi đính chính"), "Gửi đính chính")
    await walk.sandbox.wait_for(lambda: "✓ Đã xong ở cả" in said(walk.desk)[-1].text, 20)


async def test_every_group_gets_it_once_and_the_author_the_figures() -> None:
    async with office() as walk:
        await walk.announce(TEXT)
        report = await walk.report()
        assert walk.heard(TEXT) == each_once(walk)
        assert "3" in report.text
        assert walk.states() == {("sent", None): 3}


async def test_pressing_twice_sends_once() -> None:
    async with office() as walk:
        card = await walk.draft(TEXT)
        walk.press(card, "Gửi ngay")
        if card.buttons:
            walk.press(card, "Gửi ngay")
        await walk.report()
        assert walk.heard(TEXT) == each_once(walk)


async def test_styles_and_the_button_for_receipts_arrive() -> None:
    async with office(1) as walk:
        card = await walk.draft(TEXT)
        walk.press(card, "Đã nhận")
        walk.press(await walk.card("☑ Nút"), "Gửi ngay")
        await walk.report()
        (group,) = walk.groups
        (told,) = said(group)
        member = walk.sandbox.world.add_user("Chị A")
        data = str(told.buttons[0][0]["callback_data"])
        number = walk.sandbox.world.press(group, member, told, data)
        thanks = await walk.sandbox.wait_for(lambda: walk.sandbox.world.presses[number].answer)
        assert thanks is not None
        assert "Cảm ơn" in str(thanks["text"])


async def test_a_storm_of_429_delays_and_loses_nothing() -> None:
    async with office(4) as walk:
        for group in walk.groups:
            walk.sandbox.world.faults.add(
                Fault("too_many_requests", "sendmessage", group.id, seconds=1)
            )
        await walk.announce(TEXT)
        await walk.report()
        assert walk.heard(TEXT) == each_once(walk)


@pytest.mark.parametrize(
    ("kind", "executed"),
    [
        ("drop", True),
        ("drop", False),
        ("error", True),
        ("error", False),
        ("bad_gateway", False),
        ("malformed", True),
    ],
)
async def test_what_nobody_knows_is_shown_and_sent_again_on_a_person_s_word_alone(
    kind: Kind, executed: bool
) -> None:
    async with office() as walk:
        doubtful = walk.groups[1]
        fault = Fault(kind, "sendmessage", doubtful.id, executed=executed)
        walk.sandbox.world.faults.add(fault)
        await walk.announce(TEXT)
        report = await walk.report()
        assert walk.states() == {("sent", None): 2, ("unknown", "no_answer"): 1}
        assert walk.heard(TEXT)[doubtful.title] == (1 if executed else 0)

        walk.press(report, "Gửi lại")
        await walk.sandbox.wait_for(
            lambda: walk.heard(TEXT)[doubtful.title] == (2 if executed else 1), 15
        )
        others = walk.heard(TEXT)
        del others[doubtful.title]
        assert set(others.values()) == {1}


async def test_no_connection_is_no_doubt() -> None:
    async with office(2) as walk:
        await walk.draft(TEXT)
        port = walk.sandbox.port
        await walk.sandbox.close()
        # Nobody listens now; what was confirmed before is sent when somebody does again.
        with walk.app.database.begin() as unit:
            (draft,) = broadcasts.listing(unit, [NAM_DINH], 1)
            assert broadcasts.start(unit, draft, NAM_DINH, walk.app.clock.now())
        await asyncio.sleep(1.5)
        assert set(walk.states()) <= {("queued", None), ("sending", None)}
        walk.sandbox.port = port
        await walk.sandbox.start()
        await walk.sandbox.wait_for(lambda: walk.heard(TEXT) == each_once(walk), 20)


async def test_groups_that_cannot_be_told_are_named_and_stop_nobody_else() -> None:
    async with office(4) as walk:
        kicked, muted, _, _ = walk.groups
        staff = walk.staff
        walk.sandbox.bot.updates.allow(["message", "callback_query"])  # so that it is not told
        membership.remove(walk.sandbox.world, kicked, walk.sandbox.bot.user, staff)
        membership.restrict(walk.sandbox.world, muted, walk.sandbox.bot.user, staff)
        await walk.announce(TEXT)
        report = await walk.report()
        assert walk.states() == {("sent", None): 2, ("gone", "kicked"): 1, ("failed", "muted"): 1}
        assert "nhóm đã đưa mình ra: 1" in report.text
        assert "nhóm không cho mình viết: 1" in report.text


async def test_a_group_that_becomes_a_supergroup_in_the_middle_is_told_at_its_new_place() -> None:
    async with office() as walk:
        old = walk.groups[1]
        new = migrate(walk.sandbox.world, old, signals=())
        walk.groups[1] = new
        await walk.announce(TEXT)
        await walk.report()
        assert walk.heard(TEXT) == each_once(walk)


async def test_a_forum_whose_general_topic_is_closed_is_a_failure_with_its_reason() -> None:
    async with office(1) as walk:
        admin = walk.sandbox.world.add_user("Tổ trưởng")
        forum = walk.sandbox.world.add_group("Diễn đàn", forum=True, admins=[admin])
        topics.set_general_closed(walk.sandbox.world, forum, admin, closed=True)
        approve(walk.app, [forum])
        walk.groups.append(forum)
        await walk.announce(TEXT)
        await walk.report()
        assert walk.states() == {("sent", None): 1, ("failed", "topic_closed"): 1}


async def test_answers_overtake_an_announcement() -> None:
    async with office(60, limits=Limits()) as walk:
        await walk.announce(TEXT)
        await walk.sandbox.wait_for(lambda: sum(walk.heard(TEXT).values()) >= 5, 15)
        chat, person = private(walk.sandbox)
        walk.sandbox.world.post(chat, person, "/chude")
        await answer(walk.sandbox, chat)
        assert sum(walk.heard(TEXT).values()) < 55
        await walk.report()
        assert walk.heard(TEXT) == each_once(walk)


async def test_a_database_that_is_locked_for_a_while_loses_and_repeats_nothing(
    tmp_path: Path,
) -> None:
    file = tmp_path / "loa.db"
    async with office(20, url=f"sqlite:///{file}?timeout=0.05") as walk:
        await walk.announce(TEXT)
        await walk.sandbox.wait_for(lambda: sum(walk.heard(TEXT).values()) >= 3, 15)
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(1)
            other.execute("ROLLBACK")
        await walk.report()
        assert walk.heard(TEXT) == each_once(walk)


@pytest.mark.parametrize("days", [-3, 40])
async def test_a_clock_that_jumps_stops_and_repeats_nothing(days: int) -> None:
    async with office(20) as walk:
        await walk.announce(TEXT)
        await walk.sandbox.wait_for(lambda: sum(walk.heard(TEXT).values()) >= 3, 15)
        walk.app.clock.set_day(walk.app.clock.today() + datetime.timedelta(days=days))
        if days > 0:  # the rest comes too late
            await walk.report()
            assert set(walk.states()) == {("sent", None), ("expired", "expired")}
        else:
            await walk.sandbox.wait_for(lambda: walk.heard(TEXT) == each_once(walk), 20)
        assert max(walk.heard(TEXT).values()) == 1


async def test_what_was_pinned_is_pinned_where_the_bot_may() -> None:
    async with office(2) as walk:
        ours, theirs = walk.groups
        membership.promote(walk.sandbox.world, ours, walk.sandbox.bot.user, walk.staff)
        card = await walk.draft(TEXT)
        walk.press(card, "Ghim")
        walk.press(await walk.card("☑ Ghim"), "Gửi ngay")
        report = await walk.report()
        assert ours.pinned
        assert not theirs.pinned
        assert "Chưa ghim được ở 1 nhóm" in report.text
        assert f"Những nhóm chưa xong: {theirs.title}" in report.text
        assert "nhờ quản trị viên nhóm cho mình quyền ghim" in report.text

        membership.promote(walk.sandbox.world, theirs, walk.sandbox.bot.user, walk.staff)
        walk.press(report, "Gửi lại")
        await walk.sandbox.wait_for(lambda: theirs.pinned)
        assert walk.heard(TEXT) == each_once(walk)


async def test_a_correction_rewrites_every_copy_and_says_so() -> None:
    async with office(2) as walk:
        await walk.announce(TEXT)
        new = "Mời các HTX gửi hồ sơ chậm nhất ngày 14/3/2024"
        await corrected(walk, await walk.report(), new)
        for group in walk.groups:
            copy, note = said(group)
            assert copy.text == new
            assert note.text.startswith("ĐÍNH CHÍNH")
            assert note.reply_to is copy


async def test_a_recall_deletes_every_copy() -> None:
    async with office(2) as walk:
        await walk.announce(TEXT)
        report = await walk.report()
        walk.press(report, "Thu hồi")
        await walk.sandbox.wait_for(lambda: said(walk.desk)[-1] is not report)
        walk.press(await walk.card("Thu hồi"), "Thu hồi")
        await walk.sandbox.wait_for(lambda: not any(said(group) for group in walk.groups), 20)


async def test_a_copy_that_telegram_no_longer_deletes_is_edited_by_the_recall() -> None:
    async with office(2) as walk:
        await walk.announce(TEXT)
        report = await walk.report()
        await corrected(walk, report, "Mời các HTX gửi hồ sơ chậm nhất ngày 14/3/2024")
        copy, note = said(walk.groups[0])
        for each in (copy, note):
            each.date -= 3 * DAY  # as though the recall had waited so long for its turn
        walk.press(report, "Thu hồi")
        walk.press(await walk.card("Thu hồi ngay"), "Thu hồi ngay")
        await walk.sandbox.wait_for(lambda: "cả 2 nhóm" in said(walk.desk)[-1].text, 20)
        assert copy.text == note.text == "Thông báo này đã được thu hồi."
        assert not said(walk.groups[1])


async def test_what_stayed_behind_in_a_group_that_moved_is_said_to_be_out_of_reach() -> None:
    async with office(3) as walk:
        await walk.announce(TEXT)
        report = await walk.report()
        new = migrate(walk.sandbox.world, walk.groups[0])
        migrate(walk.sandbox.world, walk.groups[1], signals=())
        await walk.sandbox.wait_for(lambda: new.id in walk.known() and len(walk.known()) == 3)
        walk.press(report, "Thu hồi")
        card = await walk.card("Thu hồi ngay")
        assert "ở 2 nhóm" in card.text
        assert "Ở 1 nhóm tin đã gửi nằm lại" in card.text
        walk.press(card, "Thu hồi ngay")
        await walk.sandbox.wait_for(lambda: "✓ Đã xong ở 1/2 nhóm" in said(walk.desk)[-1].text, 20)
        ended = said(walk.desk)[-1]
        assert "Ở 2 nhóm tin đã gửi nằm lại" in ended.text
        assert not ended.buttons


@pytest.mark.parametrize("signals", [SIGNALS, SIGNALS[::-1], ("joined", "left", "from", "to")])
async def test_a_group_that_is_upgraded_alarms_nobody(signals: Sequence[Signal]) -> None:
    async with office(2) as walk:
        new = migrate(walk.sandbox.world, walk.groups[0], signals=signals)
        await walk.sandbox.wait_for(lambda: new.id in walk.known() and len(walk.known()) == 2)
        with walk.app.database.begin() as unit:
            notices = unit.connection.scalars(select(OUTBOX.c.state)).all()
        assert set(notices) <= {"cancelled"}
        membership.remove(walk.sandbox.world, new, walk.sandbox.bot.user, walk.staff)
        told = await walk.sandbox.wait_for(lambda: said(walk.desk), 15)
        assert ["đã đưa mình ra khỏi nhóm" in each.text for each in told] == [True]


async def test_a_stranger_s_buttons_change_nothing() -> None:
    async with office(2) as walk:
        card = await walk.draft(TEXT)
        chat, stranger = private(walk.sandbox)
        for row in card.buttons:
            for each in row:
                number = walk.sandbox.world.press(
                    chat, stranger, card.id, str(each["callback_data"])
                )
                press = walk.sandbox.world.presses[number]
                refused = await walk.sandbox.wait_for(partial(getattr, press, "answer"))
                assert "cán bộ" in str(refused["text"])
        assert sum(walk.heard(TEXT).values()) == 0
        assert walk.states() == {}

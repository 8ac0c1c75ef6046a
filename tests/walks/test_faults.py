"""Telegram hangs, groups move and go, the disk is full: in the middle of an announcement."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from sandbox import membership
from sandbox.chats import Chat
from sandbox.faults import Fault
from sandbox.limits import Limits
from sandbox.migration import SIGNALS, Signal, migrate
from sandbox.server import Sandbox
from storage.tables import OUTBOX
from tests.walks.house import answer, app_for, house, private, said
from tests.walks.office import Office, office

TEXT = "Mời các HTX gửi hồ sơ trước ngày 15/3/2024"
PATIENCE = 3.0
"""For how long the bot waits for an answer."""
HANGING = 30.0
"""For how long Telegram keeps silent: far longer than anybody waits here."""


def told(*groups: Chat) -> int:
    """Return how often any of `groups` has got the announcement."""
    return sum(message.text == TEXT for group in groups for message in said(group))


async def begun(sandbox: Sandbox) -> None:
    """Wait until the fault has met its call."""
    async with asyncio.timeout(10):
        while sandbox.world.faults:  # noqa: ASYNC110  # a call without effect tells nobody
            await asyncio.sleep(0.01)


# Telegram hangs


@pytest.mark.parametrize("executed", [True, False], ids=["after accepting", "before accepting"])
async def test_while_one_announcement_hangs_answers_flow_and_it_ends_in_doubt(
    executed: bool,
) -> None:
    async with office(3, patience=PATIENCE) as walk:
        doubtful, *others = walk.groups
        fault = Fault("hang", "sendmessage", doubtful.id, seconds=HANGING, executed=executed)
        walk.sandbox.world.faults.add(fault)
        await walk.announce(TEXT)
        await begun(walk.sandbox)
        chat, person = private(walk.sandbox)
        walk.sandbox.world.post(chat, person, "/chude")
        await answer(walk.sandbox, chat)
        assert walk.states()["sending", None] == 1

        report = await walk.report()
        assert walk.states() == {("sent", None): 2, ("unknown", "no_answer"): 1}
        assert [told(group) for group in (doubtful, *others)] == [int(executed), 1, 1]
        walk.press(report, "Gửi lại")
        await walk.sandbox.wait_for(lambda: told(doubtful) == int(executed) + 1, 15)
        assert told(*others) == 2


@pytest.mark.parametrize("executed", [True, False], ids=["after accepting", "before accepting"])
async def test_while_one_answer_hangs_others_are_answered_and_it_is_not_said_twice(
    executed: bool, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'loa.db'}"
    async with house(url=url, patience=PATIENCE) as sandbox:
        first, asker = private(sandbox)
        fault = Fault("hang", "sendmessage", first.id, seconds=HANGING, executed=executed)
        sandbox.world.faults.add(fault)
        sandbox.world.post(first, asker, "/chude")
        await begun(sandbox)
        second, other = private(sandbox)
        sandbox.world.post(second, other, "/chude")
        await answer(sandbox, second)

        sandbox.world.post(first, asker, "11/4 có gì?")
        await sandbox.wait_for(lambda: len(said(first)) == int(executed) + 1, 10)
        assert len(said(second)) == 1
        app = app_for(sandbox, url=url)
        with app.database.begin() as unit:
            rows = unit.connection.execute(OUTBOX.select().with_only_columns(OUTBOX.c.state))
            states = Counter(rows.scalars())
        app.database.close()
    assert states["unknown"] == 1
    assert states["failed"] == 0


async def test_a_recall_that_hangs_is_tried_again_because_that_does_no_harm() -> None:
    async with office(2, patience=0.5) as walk:
        await walk.announce(TEXT)
        report = await walk.report()
        walk.press(report, "Thu hồi")
        await walk.sandbox.wait_for(lambda: said(walk.desk)[-1] is not report)
        fault = Fault("hang", "deletemessage", walk.groups[0].id, seconds=HANGING)
        walk.sandbox.world.faults.add(fault)
        walk.press(await walk.card("Thu hồi"), "Thu hồi")
        await walk.sandbox.wait_for(lambda: not told(*walk.groups), 20)
        assert not walk.sandbox.world.faults


# Groups that change while an announcement is on its way


@pytest.mark.parametrize("signals", [(), SIGNALS], ids=["silently", "as announced"])
async def test_a_group_that_becomes_a_supergroup_in_the_middle_is_told_once(
    signals: Sequence[Signal],
) -> None:
    async with office(40, limits=Limits()) as walk:
        first, last = await _in_the_middle(walk)
        moved = [(old, migrate(walk.sandbox.world, old, signals=signals)) for old in (first, last)]
        await walk.report()
        assert [told(*each) for each in moved] == [1, 1]
        assert told(*walk.groups, *(new for _, new in moved)) == 40


async def test_a_group_that_removes_the_bot_in_the_middle_keeps_nobody_waiting() -> None:
    async with office(40, limits=Limits()) as walk:
        _, last = await _in_the_middle(walk)
        membership.remove(walk.sandbox.world, last, walk.sandbox.bot.user, walk.staff)
        await walk.report()
        assert not told(last)
        assert told(*walk.groups) == 39
        assert sum(walk.states().values()) == 40
        assert walk.states()["sent", None] == 39


async def _in_the_middle(walk: Office) -> tuple[Chat, Chat]:
    """Announce; return a group that has been told already, and one that has not."""
    await walk.announce(TEXT)
    await walk.sandbox.wait_for(lambda: told(*walk.groups) >= 3, 15)
    (first, *_), (*_, last) = (
        [group for group in walk.groups if told(group) == times] for times in (1, 0)
    )
    return first, last


# The disk is full


class Disk:
    """The disk below SQLite's files: `full` lets none of them grow."""

    full = False

    def begin(self, connection: Connection) -> None:
        pages = 1 if self.full else 2**30  # the least that it takes is what is in use
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").fetchone()


@pytest.fixture
def disk() -> Iterator[Disk]:
    disk = Disk()
    event.listen(Engine, "begin", disk.begin)
    yield disk
    event.remove(Engine, "begin", disk.begin)


async def found_full(capsys: pytest.CaptureFixture[str]) -> None:
    """Wait until the log says that there was no room."""
    async with asyncio.timeout(10):
        while "the disk is full" not in capsys.readouterr().out:  # noqa: ASYNC110  # tells nobody
            await asyncio.sleep(0.01)


async def test_an_announcement_that_finds_the_disk_full_goes_out_once_when_there_is_room(
    disk: Disk, capsys: pytest.CaptureFixture[str]
) -> None:
    async with office(60) as walk:
        card = await walk.draft(TEXT)
        disk.full = True
        walk.press(card, "Gửi ngay")
        await found_full(capsys)
        assert told(*walk.groups) == 0
        disk.full = False
        await walk.report()
        assert walk.heard(TEXT) == {group.title: 1 for group in walk.groups}


async def test_questions_that_find_the_disk_full_are_answered_once_when_there_is_room(
    disk: Disk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with house(url=f"sqlite:///{tmp_path / 'loa.db'}") as sandbox:
        chat, person = private(sandbox)
        disk.full = True
        for _ in range(12):  # more than there is room for in what is in use
            sandbox.world.post(chat, person, "11/4 có gì? " + "Xin cảm ơn ạ. " * 70)
        await found_full(capsys)
        disk.full = False
        await answer(sandbox, chat, 12)
        other, asker = private(sandbox)
        sandbox.world.post(other, asker, "/chude")
        await answer(sandbox, other)
        assert len(said(chat)) == 12

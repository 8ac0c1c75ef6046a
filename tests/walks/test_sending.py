"""What Telegram says to an answer, and what becomes of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import membership, topics
from sandbox.chats import Chat
from sandbox.faults import Fault
from sandbox.migration import Signal, migrate
from sandbox.server import Sandbox
from storage import chats
from storage.database import Database
from tests.walks.house import (
    HAI_DUONG,
    answer,
    app_for,
    house,
    member_group,
    private,
    running,
    said,
    sends,
)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with house() as sandbox:
        yield sandbox


async def test_too_many_requests_delay_one_chat_and_no_other(sandbox: Sandbox) -> None:
    slow, person = private(sandbox)
    quick, _, admin = member_group(sandbox)
    sandbox.world.faults.add(Fault("too_many_requests", "sendmessage", slow.id, seconds=1))
    sandbox.world.post(slow, person, "/chude")
    sandbox.world.post(slow, person, "/han")
    sandbox.world.post(quick, admin, "/chude@htx_bot")
    await answer(sandbox, slow, 2)
    assert [call.parameters["chat_id"] for call in sends(sandbox)] == [quick.id, slow.id, slow.id]
    assert "hạn" in said(slow)[1].text.lower()


async def test_a_broken_connection_after_sending_does_not_say_it_twice(sandbox: Sandbox) -> None:
    chat, person = private(sandbox)
    sandbox.world.faults.add(Fault("drop", "sendmessage", executed=True))
    sandbox.world.post(chat, person, "/chude")
    sandbox.world.post(chat, person, "/han")
    await answer(sandbox, chat, 2)
    assert len(said(chat)) == 2


@pytest.mark.parametrize(
    "signals",
    [(), ("to", "from"), ("left", "joined", "to", "from"), ("from", "joined", "left", "to")],
    ids=lambda signals: " ".join(signals) or "none",
)
async def test_a_group_that_became_a_supergroup_keeps_its_plan(signals: tuple[Signal, ...]) -> None:
    async with house() as sandbox:
        group, member, admin = member_group(sandbox)
        sandbox.world.post(group, admin, f"/chiendich@htx_bot {HAI_DUONG}")
        await answer(sandbox, group)
        if not signals:  # then it is found out by sending
            sandbox.world.post(group, member, "/hoi@htx_bot giải thưởng tên là gì?")
        new = migrate(sandbox.world, group, signals=signals)
        if signals:
            sandbox.world.post(new, member, "/hoi@htx_bot giải thưởng tên là gì?")
        found = await sandbox.wait_for(lambda: telling(new, "CoopStar"), 10)
        sandbox.world.post(new, member, "/chude@htx_bot")
        await sandbox.wait_for(lambda: said(new)[-1] is not found)


def telling(chat: Chat, word: str) -> object:
    return next((message for message in said(chat) if word in message.text), None)


async def test_a_chat_that_cannot_be_written_to_is_remembered_as_left(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'loa.db'}"
    async with Sandbox() as sandbox:
        chat, person = private(sandbox)
        sandbox.bot.updates.allow(["message"])  # so that the bot is not told
        sandbox.world.post(chat, person, "/chude")
        membership.block(sandbox.world, person)
        other, somebody = private(sandbox)
        async with running(app_for(sandbox, url=url)):
            sandbox.world.post(other, somebody, "/chude")
            await answer(sandbox, other)
        assert not said(chat)
    database = Database(url)
    with database.begin() as unit:
        blocked, open_ = chats.find(unit, chat.id), chats.find(unit, other.id)
    database.close()
    assert blocked is not None
    assert not blocked.present
    assert open_ is not None
    assert open_.present


async def test_a_topic_is_answered_in_the_topic(sandbox: Sandbox) -> None:
    member = sandbox.world.add_user("Chị A")
    forum = sandbox.world.add_group("Diễn đàn", forum=True, admins=[member])
    topic = topics.create(sandbox.world, forum, member, "Hỏi đáp")
    sandbox.world.post(forum, member, "/chude@htx_bot", thread=topic.id)
    assert (await answer(sandbox, forum)).thread == topic.id
    sandbox.world.post(forum, member, "/chude@htx_bot")
    assert (await answer(sandbox, forum, 2)).thread is None


async def test_a_closed_topic_is_answered_in_general() -> None:
    async with Sandbox() as sandbox:
        member = sandbox.world.add_user("Chị A")
        forum = sandbox.world.add_group("Diễn đàn", forum=True, admins=[member])
        topic = topics.create(sandbox.world, forum, member, "Hỏi đáp")
        sandbox.world.post(forum, member, "/chude@htx_bot", thread=topic.id)
        topics.set_closed(sandbox.world, forum, member, topic, closed=True)
        async with running(app_for(sandbox)):
            assert (await answer(sandbox, forum)).thread is None

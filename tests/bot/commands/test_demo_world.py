"""The people of the demo, without a bot: the test says what it would say."""

import asyncio
from typing import Any

import pytest

from bot.commands.demo_world import DemoWorld
from sandbox.chats import Chat, Message
from sandbox.server import Sandbox
from tests.walks.house import handbooks

PLANS = [book.plan for book in handbooks().values()]


def say(world: DemoWorld, chat: Chat, markup: dict[str, Any] | None = None) -> Message:
    bot = world.sandbox.bot.user
    return world.sandbox.world.record(chat, bot, {"text": "Xin chào"}, markup=markup)


async def settled() -> DemoWorld:
    world = DemoWorld.of(Sandbox(privacy=False))
    settling = asyncio.create_task(world.settle_in(PLANS))
    groups = world.sandbox.world.groups
    await world.sandbox.wait_for(lambda: sum(bool(g.messages) for g in groups.values()) == 8)
    for chat in world.sandbox.world.chats():
        say(world, chat)
    await settling
    return world


async def test_groups_of_each_plan_one_muted_and_one_forum() -> None:
    world = await settled()
    told = {message.text for group in world.groups for message in group.messages.values()}
    assert told == {"Xin chào", *(f"/start@htx_bot {plan.id}" for plan in PLANS)}
    bot = world.sandbox.bot.id
    standing = [group.members[bot].status for group in world.groups]
    assert (standing.count("restricted"), standing.count("member")) == (1, 7)
    assert [group.is_forum for group in world.groups].count(True) == 1
    desk = list(world.desk.messages.values())
    assert [message.text for message in desk[:2]] == ["/start", "Xin chào"]


async def test_the_office_sends_a_list_of_cooperatives_for_each_plan() -> None:
    world = await settled()

    lists = [each for each in world.desk.messages.values() if "document" in each.content]

    assert [each.content["caption"] for each in lists] == [f"/htx {plan.id}" for plan in PLANS]
    for group, sent in zip(world.groups, lists, strict=False):
        file = world.sandbox.world.files[sent.content["document"]["file_id"]]
        assert file.data.decode().count(f",{group.title}\n") == 3


async def test_the_office_approves_all_groups_but_the_last_by_their_buttons() -> None:
    world = await settled()
    cards = {}
    for group in world.groups:
        buttons = [
            {"text": word, "callback_data": f"group:{group.id}:{word}"}
            for word in ("approve", "refuse")
        ]
        cards[group.id] = say(world, world.desk, {"inline_keyboard": [buttons]}).id
    await world.approve()
    pressed = [(press.user, press.message_id, press.data) for press in presses(world)]
    assert pressed == [
        (world.office, cards[group.id], f"group:{group.id}:approve") for group in world.groups[:-1]
    ]


async def test_a_bot_that_does_not_ask_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.commands.demo_world._PATIENCE", 0.01)
    world = DemoWorld.of(Sandbox())
    with pytest.raises(TimeoutError):
        await world.settle_in(PLANS)
    with pytest.raises(TimeoutError):
        await world.approve()
    assert presses(world) == []


def presses(world: DemoWorld) -> list[Any]:
    return list(world.sandbox.world.presses.values())

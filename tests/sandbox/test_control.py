"""`/sandbox/…`: what tests, benchmarks and the page ask of the world over HTTP."""

import asyncio
import datetime
import json
import sys
from typing import Any

import aiohttp
import pytest
import telegram
from telegram.error import BadRequest

from sandbox.chats import Chat
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.conftest import NOON, Order, Post


async def test_a_conversation_over_http(bot: telegram.Bot, control: Order) -> None:
    _, person = await control("POST", "users", name="Chị A", language="vi")
    _, chat = await control("POST", "groups", title="HTX Nam Định", members=[person["id"]])
    path = f"chats/{chat['id']}"
    _, question = await control(
        "POST", f"{path}/messages", user_id=person["id"], text="/lich@htx_bot 11/4"
    )
    assert question["entities"] == [{"type": "bot_command", "offset": 0, "length": 13}]
    (update,) = await bot.get_updates()
    assert update.message is not None
    keys = telegram.InlineKeyboardMarkup(
        [[telegram.InlineKeyboardButton("Tiếp", callback_data="2")]]
    )
    await update.message.reply_text("Trang 1", reply_markup=keys)

    _, (answer,) = await control("GET", f"{path}/messages?after={question['message_id']}")
    assert (answer["text"], answer["reply_markup"]["inline_keyboard"][0][0]["text"]) == (
        "Trang 1",
        "Tiếp",
    )
    _, press = await control(
        "POST", f"{path}/presses", user_id=person["id"], message_id=answer["message_id"], data="2"
    )
    await bot.answer_callback_query(press["id"], "Đã xem")
    _, seen = await control("GET", f"presses/{press['id']}")
    assert seen["answer"]["text"] == "Đã xem"

    await control("PATCH", f"{path}/messages/{question['message_id']}", text="/lich@htx_bot 12/4")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited is not None
    assert edited.text == "/lich@htx_bot 12/4"
    await control("DELETE", f"{path}/messages/{question['message_id']}")
    _, shown = await control("GET", path)
    assert [message["text"] for message in shown["messages"]] == ["Trang 1"]


async def test_the_bot_is_moved_around(
    sandbox: Sandbox, control: Order, group: Chat, leader: User
) -> None:
    statuses = ["administrator", "member", "restricted", "kicked", "member", "left"]
    for status in statuses:
        code, _ = await control("PUT", f"chats/{group.id}/members", status=status, by=leader.id)
        assert code == 200
    told = [
        update.payload["my_chat_member"]["new_chat_member"]["status"]
        for update in sandbox.bot.updates
        if "my_chat_member" in update.payload
    ]
    assert told == statuses
    _, new = await control("POST", f"chats/{group.id}/migration", signals=["to"])
    assert (group.migrated_to, new["kind"]) == (new["id"], "supergroup")


async def test_people_come_and_block(
    sandbox: Sandbox, control: Order, group: Chat, member: User
) -> None:
    newcomer = sandbox.world.add_user("Anh C")
    await control("PUT", f"chats/{group.id}/members", user_id=newcomer.id, status="member")
    assert group.present(newcomer.id) is not None
    await control("POST", "private", user_id=member.id)
    await control("PUT", "blocked", user_id=member.id, blocked=True)
    assert sandbox.world.private_chat(member).blocked


async def test_topics_and_votes(
    bot: telegram.Bot, control: Order, forum: Chat, member: User, leader: User
) -> None:
    path = f"chats/{forum.id}"
    _, topic = await control("POST", f"{path}/topics", user_id=leader.id, name="Hạn nộp")
    await control("PATCH", f"{path}/topics/{topic['id']}", user_id=leader.id, closed=True)
    assert forum.topics[topic["id"]].closed
    await control("PATCH", f"{path}/topics/1", user_id=leader.id, closed=True)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "x")
    await control("PATCH", f"{path}/topics/1", user_id=leader.id, closed=False)
    sent = await bot.send_poll(forum.id, "Họp ngày nào?", ["10/4", "11/4"])
    _, message = await control(
        "POST", f"{path}/messages/{sent.message_id}/votes", user_id=member.id, choices=[0]
    )
    assert message["poll"]["options"][0]["voter_count"] == 1


async def test_the_machinery_is_set(
    sandbox: Sandbox, control: Order, call: Post, group: Chat
) -> None:
    await control("PUT", "limits", per_chat=[1, 9])
    await call("sendMessage", chat_id=group.id, text="x")
    status, body = await call("sendMessage", chat_id=group.id, text="x")
    assert (status, body["parameters"]) == (429, {"retry_after": 9})
    await control("PUT", "limits", off=True)
    assert (await call("sendMessage", chat_id=group.id, text="x"))[0] == 200

    await control("POST", "faults", kind="error", method="getme", times=5)
    assert (await call("getMe"))[0] == 500
    assert (await control("GET", "refusals"))[1] == {"429": 1, "500": 1}
    await control("DELETE", "faults")
    assert (await call("getMe"))[0] == 200

    assert (await control("GET", "clock"))[1] == {"now": NOON}
    assert (await control("PUT", "clock", advance=60))[1] == {"now": NOON + 60}
    assert (await control("PUT", "clock", now=5))[1] == {"now": 5}
    assert (await control("PUT", "privacy", privacy=False))[1]["privacy"] is False

    await control("POST", "updates", payload={"update_id": 7, "message": None})
    await control("POST", "updates", repeat=7)
    assert [update.payload["update_id"] for update in sandbox.bot.updates] == [7, 7]


async def test_the_menu_of_a_person(
    bot: telegram.Bot, control: Order, group: Chat, member: User
) -> None:
    await bot.set_my_commands([("lich", "Lịch")])
    _, entries = await control("GET", f"chats/{group.id}/menu?user_id={member.id}")
    assert entries == [{"command": "lich", "description": "Lịch"}]


async def test_groups_and_accounts_are_deleted(
    control: Order, call: Post, group: Chat, member: User
) -> None:
    await control("POST", "private", user_id=member.id)
    await control("PUT", f"chats/{group.id}/deleted", deleted=True)
    await control("PUT", "deactivated", user_id=member.id, deactivated=True)
    for chat_id, why in (
        (group.id, "the group chat was deleted"),
        (member.id, "user is deactivated"),
    ):
        status, body = await call("sendMessage", chat_id=chat_id, text="x")
        assert (status, body["description"]) == (403, f"Forbidden: {why}")


WRONG = [
    (("GET", "chats/5", {}), 404, "no such chat"),
    (("POST", "private", {"user_id": 5}), 404, "no such user"),
    (("GET", "presses/5", {}), 404, "no such press"),
    (("POST", "private", {}), 400, "KeyError: 'user_id'"),
    (("POST", "faults", {"kind": "error", "colour": "red"}), 400, "TypeError"),
    (("PUT", "day", {"day": "31/2"}), 400, "ValueError"),
    (("POST", "updates", {"repeat": 5}), 400, "LookupError: 5"),
]


@pytest.mark.parametrize(("order", "status", "why"), WRONG)
async def test_wrong_orders(
    control: Order, order: tuple[str, str, dict[str, Any]], status: int, why: str
) -> None:
    verb, path, body = order
    code, answer = await control(verb, path, **body)
    assert (code, answer["error"][: len(why)]) == (status, why)


async def test_outsiders_cannot_write_in_a_group(
    sandbox: Sandbox, control: Order, group: Chat
) -> None:
    outsider = sandbox.world.add_user("Anh C")
    code, _ = await control("POST", f"chats/{group.id}/messages", user_id=outsider.id, text="x")
    assert (code, sandbox.world.messages(group)) == (400, [])


async def test_other_sites_pages_may_not_give_orders(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    for origin, status in (("https://a.vn", 400), (sandbox.url, 200)):
        async with session.post(
            f"{sandbox.url}/sandbox/users", json={"name": "x"}, headers={"Origin": origin}
        ) as response:
            assert response.status == status


# The day


async def test_a_picked_day_is_told_and_the_clock_follows() -> None:
    picked: list[datetime.date] = []

    async def on_day(day: datetime.date) -> None:
        picked.append(day)

    begun = datetime.date(2024, 3, 8)
    async with (
        Sandbox(day=begun, on_day=on_day) as sandbox,
        aiohttp.ClientSession() as session,
    ):
        url = f"{sandbox.url}/sandbox/day"
        async with session.get(url) as response:
            assert await response.json() == {"day": "2024-03-08"}
        async with session.put(url, json={"day": "2024-04-11"}) as response:
            assert await response.json() == {"day": "2024-04-11"}
        person = sandbox.world.add_user("Chị A")
        message = sandbox.world.post(sandbox.world.private_chat(person), person, "chào")
    vietnam = datetime.timezone(datetime.timedelta(hours=7))
    assert picked == [datetime.date(2024, 4, 11)]
    assert datetime.datetime.fromtimestamp(message.date, vietnam).date() == picked[0]


async def test_a_sandbox_without_a_demo_offers_no_day(control: Order) -> None:
    _, state = await control("GET", "state")
    assert (state["day"], state["can_pick_day"]) == (None, False)


# Onlookers


async def test_onlookers_see_everything_as_it_happens(
    bot: telegram.Bot, sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    world = sandbox.world
    member = world.add_user("Chị A")
    group = world.add_group("HTX Nam Định", members=[member])
    async with session.get(f"{sandbox.url}/sandbox/events") as stream:
        assert await stream.content.readline() == b"retry: 500\n"
        world.post(group, member, "Hạn nộp?")
        await bot.send_chat_action(group.id, "typing")
        sent = await bot.send_message(group.id, "14/3")
        await bot.edit_message_text("<i>14/3</i>", group.id, sent.message_id, parse_mode="HTML")
        number = world.press(group, member, sent.message_id, "x")
        await bot.answer_callback_query(number, "Đã xem")
        await bot.delete_message(group.id, sent.message_id)
        seen = [await _event(stream) for _ in range(6)]
    assert [event["kind"] for event in seen] == [
        "message",
        "action",
        "message",
        "edit",
        "answer",
        "delete",
    ]
    assert seen[0]["message"]["text"] == "Hạn nộp?"
    assert seen[3]["message"]["entities"][0]["type"] == "italic"
    assert seen[4]["body"]["text"] == "Đã xem"


async def _event(stream: aiohttp.ClientResponse) -> Any:
    while True:
        line = await asyncio.wait_for(stream.content.readline(), 5)
        if line.startswith(b"data: "):
            return json.loads(line.removeprefix(b"data: "))


async def test_it_runs_by_itself(session: aiohttp.ClientSession) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "--port", "0", "--token", "5:x", "--name", "Thử"),
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
        base_url = line.split()[-1]
        async with session.get(f"{base_url}5:x/getMe") as response:
            assert (await response.json())["result"]["first_name"] == "Thử"
    finally:
        process.terminate()
        await process.communicate()


async def test_waiting_for_something_to_happen(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    waiting = asyncio.create_task(sandbox.wait_for(lambda: sandbox.world.messages(group)))
    await bot.send_message(group.id, "14/3")
    (message,) = await waiting
    assert message.text == "14/3"
    assert [called.method for called in sandbox.calls] == ["getme", "sendmessage"]
    with pytest.raises(TimeoutError):
        await sandbox.wait_for(lambda: False, 0.01)

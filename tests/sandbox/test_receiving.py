"""What a bot receives, and how: long polling, confirmation, expiry, privacy mode."""

import asyncio
from typing import Any

import aiohttp
import pytest
import telegram
from telegram.error import Conflict, InvalidToken

from sandbox import membership
from sandbox.chats import Chat
from sandbox.clock import Clock
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.conftest import Post


def texts(updates: Any) -> list[str | None]:
    return [update.effective_message.text for update in updates]


async def test_get_me_says_what_the_bot_may(bot: telegram.Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (7000000001, "htx_bot", True)
    assert (me.can_join_groups, me.can_read_all_group_messages) == (True, False)


async def test_updates_come_again_until_they_are_confirmed(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    chat = sandbox.world.private_chat(member)
    for text in ("một", "hai", "ba"):
        sandbox.world.post(chat, member, text)
    first = await bot.get_updates()
    assert texts(first) == ["một", "hai", "ba"]
    assert texts(await bot.get_updates(limit=2)) == ["một", "hai"]
    assert texts(await bot.get_updates(offset=first[1].update_id + 1)) == ["ba"]
    assert texts(await bot.get_updates(offset=first[2].update_id + 1)) == []


async def test_a_negative_offset_forgets_all_but_the_last(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    chat = sandbox.world.private_chat(member)
    for text in ("một", "hai", "ba"):
        sandbox.world.post(chat, member, text)
    assert texts(await bot.get_updates(offset=-1)) == ["ba"]
    assert texts(await bot.get_updates()) == ["ba"]


async def test_a_long_poll_ends_when_something_arrives(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await _polling(sandbox)
    sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
    assert texts(await poll) == ["chào"]


async def _polling(sandbox: Sandbox) -> None:
    await sandbox.wait_for(lambda: sandbox.bot.poll)


async def test_a_second_poller_ends_the_first(
    bot: telegram.Bot, call: Post, sandbox: Sandbox
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await _polling(sandbox)
    assert (await call("getUpdates"))[0] == 200
    with pytest.raises(
        Conflict, match=r"^Conflict: terminated by other getUpdates request; make sure"
    ):
        await first


async def test_setting_a_webhook_ends_the_poll(bot: telegram.Bot, sandbox: Sandbox) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await _polling(sandbox)
    await bot.set_webhook("http://127.0.0.1:9/")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()


async def test_an_abandoned_poll_leaves_its_updates(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await _polling(sandbox)
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
    assert texts(await bot.get_updates()) == ["chào"]


async def test_allowed_updates_are_remembered(call: Post, sandbox: Sandbox, member: User) -> None:
    chat = sandbox.world.private_chat(member)
    await call("getUpdates", allowed_updates=["callback_query"])
    sandbox.world.post(chat, member, "chào")
    _, body = await call("getUpdates")
    assert body["result"] == []

    await call("getUpdates", allowed_updates=[])
    sandbox.world.post(chat, member, "chào")
    _, body = await call("getUpdates")
    assert [update["message"]["text"] for update in body["result"]] == ["chào"]


async def test_chat_member_must_be_asked_for(
    call: Post, sandbox: Sandbox, group: Chat, leader: User
) -> None:
    world = sandbox.world
    membership.promote(world, group, sandbox.bot.user, leader)
    membership.add(world, group, world.add_user("Bác B"))
    _, body = await call("getUpdates", allowed_updates=["chat_member"])
    assert [set(update) - {"update_id"} for update in body["result"]] == [
        {"my_chat_member"},
        {"message"},
    ]

    newcomer = world.add_user("Anh C")
    membership.add(world, group, newcomer)
    _, body = await call("getUpdates", offset=-1)
    change = body["result"][0]["chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == (
        "left",
        "member",
    )
    assert change["new_chat_member"]["user"]["id"] == newcomer.id


async def test_messages_live_a_day_and_presses_150_seconds(
    call: Post, sandbox: Sandbox, member: User, clock: Clock
) -> None:
    chat = sandbox.world.private_chat(member)
    message = sandbox.world.post(chat, member, "chào")
    sandbox.world.press(chat, member, message, "x")
    clock.advance(149)
    assert len((await call("getUpdates"))[1]["result"]) == 2
    clock.advance(1)
    assert [set(update) for update in (await call("getUpdates"))[1]["result"]] == [
        {"update_id", "message"}
    ]
    clock.advance(86_400)
    assert (await call("getUpdates"))[1]["result"] == []


async def test_a_duplicate_comes_though_it_was_confirmed(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    sandbox.world.post(sandbox.world.private_chat(member), member, "chào")
    (update,) = await bot.get_updates()
    assert await bot.get_updates(offset=update.update_id + 1) == ()
    sandbox.bot.updates.repeat(update.update_id)
    (again,) = await bot.get_updates(offset=update.update_id + 1)
    assert again.update_id == update.update_id
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_anything_can_be_injected(call: Post, sandbox: Sandbox) -> None:
    for payload in ({"update_id": 5, "message": 7}, {"update_id": "x"}, {"vô": "nghĩa"}):
        sandbox.bot.updates.inject(payload)
    _, body = await call("getUpdates")
    assert body["result"] == [{"update_id": 5, "message": 7}, {"update_id": "x"}, {"vô": "nghĩa"}]


# Tokens, methods, forms


async def test_wrong_tokens(sandbox: Sandbox, session: Any) -> None:
    for token, status, description in (
        ("7000000001:wrong", 401, "Unauthorized"),
        ("no-token", 404, "Not Found"),
    ):
        async with session.get(f"{sandbox.base_url}{token}/getMe") as response:
            body = {"ok": False, "error_code": status, "description": description}
            assert (response.status, await response.json()) == (status, body)
    with pytest.raises(InvalidToken):
        async with telegram.Bot("7000000001:wrong", base_url=sandbox.base_url):
            pass


async def test_what_is_not_imitated_is_absent(call: Post) -> None:
    status, body = await call("sendInvoice")
    assert (status, body["description"]) == (404, "Not Found: method not found")


async def test_every_form_of_a_request_means_the_same(
    sandbox: Sandbox, session: Any, member: User
) -> None:
    sandbox.world.private_chat(member)
    url = f"{sandbox.base_url}{sandbox.token}/SENDmessage"
    parameters = {"chat_id": str(member.id), "text": "Hạn & hẹn"}
    multipart = aiohttp.FormData(parameters, default_to_multipart=True)
    for request in (
        session.get(url, params=parameters),
        session.post(url, params=parameters),
        session.post(url, data=parameters),
        session.post(url, json=parameters),
        session.post(url, data=multipart),
    ):
        async with request as response:
            assert response.status == 200
    sent = sandbox.world.messages(sandbox.world.private_chat(member))
    assert [message.text for message in sent] == ["Hạn & hẹn"] * 5


async def test_a_body_that_is_no_json_object(sandbox: Sandbox, session: Any) -> None:
    url = f"{sandbox.base_url}{sandbox.token}/getMe"
    for body in ("{", "[1]"):
        async with session.post(
            url, data=body, headers={"Content-Type": "application/json"}
        ) as response:
            assert response.status == 400


async def test_logging_out_ends_everything(call: Post) -> None:
    assert (await call("logOut"))[1]["result"] is True
    assert await call("getMe") == (
        400,
        {"ok": False, "error_code": 400, "description": "Logged out"},
    )


# Privacy mode

SEEN_WITH_PRIVACY = [
    ("chào bà con, mai 11/4 họp nhé", False),
    ("@htx_bot 11/4 có gì?", False),
    ("/lich@htx_bot 11/4", True),
    ("/lich@HTX_Bot 11/4", True),
    ("/lich@other_bot 11/4", False),
    ("/lich 11/4", True),
]


@pytest.mark.parametrize(("text", "seen"), SEEN_WITH_PRIVACY)
async def test_a_bot_with_privacy_gets_only_what_is_meant_for_it(
    sandbox: Sandbox, group: Chat, member: User, text: str, seen: bool
) -> None:
    sandbox.world.post(group, member, text)
    got = [update.payload["message"]["text"] for update in sandbox.bot.updates]
    assert got == [text] * seen


async def test_replies_to_the_bot_are_seen_and_others_not(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    sent = await bot.send_message(group.id, "Chào")
    theirs = sandbox.world.post(group, member, "họp nhé")
    sandbox.world.post(group, member, "đồng ý", reply_to=theirs)
    sandbox.world.post(group, member, "bao giờ?", reply_to=sent.message_id)
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.text == "bao giờ?"
    assert update.message.reply_to_message.message_id == sent.message_id


async def test_a_bare_command_is_for_the_bot_that_wrote_last(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    world = sandbox.world
    other = world.add_bot("7000000002:other", "other_bot", "Khác")
    membership.add(world, group, other.user, member)
    await bot.get_updates(offset=-1)
    world.post(group, member, "/lich")
    assert len(other.updates) == 2  # both tell of its joining
    await bot.send_message(group.id, "Chào")
    world.post(group, member, "/han")
    assert texts(await bot.get_updates())[-1] == "/han"
    assert len(other.updates) == 2


async def test_without_privacy_everything_is_seen() -> None:
    async with Sandbox(privacy=False) as open_sandbox:
        world = open_sandbox.world
        person = world.add_user("Chị A")
        chat = world.add_group("HTX", members=[person])
        other = world.add_bot("7000000002:other", "other_bot", "Khác")
        membership.add(world, chat, other.user)
        world.post(chat, person, "họp nhé")
        world.post(chat, other.user, "tôi là bot")
        seen = [update.payload for update in open_sandbox.bot.updates]
        assert [update["message"].get("text") for update in seen] == [None, "họp nhé"]


async def test_an_administrator_sees_everything(
    sandbox: Sandbox, group: Chat, member: User, leader: User
) -> None:
    membership.promote(sandbox.world, group, sandbox.bot.user, leader)
    sandbox.world.post(group, member, "họp nhé")
    assert [set(update.payload) - {"update_id"} for update in sandbox.bot.updates] == [
        {"my_chat_member"},
        {"message"},
    ]


async def test_switching_privacy_reaches_a_group_when_the_bot_joins_anew(
    sandbox: Sandbox, group: Chat, member: User, leader: User
) -> None:
    world, me = sandbox.world, sandbox.bot.user
    sandbox.bot.privacy = False
    world.post(group, member, "một")
    assert len(sandbox.bot.updates) == 0
    membership.remove(world, group, me, leader)
    membership.add(world, group, me, leader)
    sandbox.bot.updates.clear()
    world.post(group, member, "hai")
    assert [update.payload["message"]["text"] for update in sandbox.bot.updates] == ["hai"]


async def test_an_anonymous_administrator_writes_as_the_group(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, leader: User
) -> None:
    sandbox.world.post(group, leader, "/lich@htx_bot", anonymous=True)
    (update,) = await bot.get_updates()
    message = update.message
    assert message is not None
    assert message.from_user is not None
    assert message.from_user.id == telegram.constants.ChatID.ANONYMOUS_ADMIN
    assert message.sender_chat is not None
    assert message.sender_chat.id == group.id


async def test_an_edit_comes_as_an_edit(bot: telegram.Bot, sandbox: Sandbox, member: User) -> None:
    message = sandbox.world.post(sandbox.world.private_chat(member), member, "11/3")
    sandbox.world.edit(message, "11/4")
    _, update = await bot.get_updates()
    assert update.edited_message is not None
    assert (update.edited_message.text, update.edited_message.message_id) == ("11/4", message.id)

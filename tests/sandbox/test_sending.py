"""sendMessage: what arrives, and every refusal with its real body."""

from typing import Any

import pytest
import telegram
from telegram.error import BadRequest, ChatMigrated, Forbidden

from sandbox import membership, migration, topics
from sandbox.chats import Chat
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.conftest import Post


async def test_a_message_arrives_with_its_entities(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    sent = await bot.send_message(group.id, "😀 <b>Hạn</b> &lt;14/3&gt;", parse_mode="HTML")

    (message,) = sandbox.world.messages(group)
    assert (sent.message_id, sent.text) == (message.id, "😀 Hạn <14/3>")
    assert sent.parse_entities() == {sent.entities[0]: "Hạn"}
    assert message.sender is sandbox.bot.user


async def test_a_reply_quotes_the_message(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    question = sandbox.world.post(group, member, "Hạn nộp?")
    answer = await bot.send_message(group.id, "14/3", reply_to_message_id=question.id)

    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "Hạn nộp?"
    assert sandbox.world.messages(group)[-1].reply_to is question


async def test_a_reply_to_a_deleted_message_fails_unless_allowed(call: Post, group: Chat) -> None:
    reply: dict[str, Any] = {"message_id": 999}
    status, body = await call("sendMessage", chat_id=group.id, text="x", reply_parameters=reply)
    assert (status, body["description"]) == (400, "Bad Request: message to be replied not found")

    reply["allow_sending_without_reply"] = True
    status, body = await call("sendMessage", chat_id=group.id, text="x", reply_parameters=reply)
    assert status == 200
    assert "reply_to_message" not in body["result"]


async def test_a_mention_by_link_carries_the_person(call: Post, group: Chat, member: User) -> None:
    html = f'<a href="tg://user?id={member.id}">Chị A</a> và <a href="tg://user?id=1">ai đó</a>'
    _, body = await call("sendMessage", chat_id=group.id, text=html, parse_mode="HTML")
    assert body["result"]["entities"] == [
        {"type": "text_mention", "offset": 0, "length": 5, "user": member.as_json()}
    ]


def button(*row: dict[str, Any]) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [row]}}


def bold(offset: int, length: int, kind: str = "bold") -> dict[str, Any]:
    return {"entities": [{"type": kind, "offset": offset, "length": length}]}


WRONG = [
    ({}, "chat_id is empty"),
    ({"chat_id": 0}, "chat not found"),
    ({"chat_id": "không"}, "chat not found"),
    ({"chat_id": "@nowhere_at_all"}, "chat not found"),
    ({"chat_id": -5}, "chat not found"),
    ({"text": ""}, "message text is empty"),
    ({"text": "   "}, "text must be non-empty"),
    ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "ă" * 20_000}, "text is too long"),
    ({"parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        {"text": "<x>", "parse_mode": "html"},
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ),
    (bold(9, 1), "entity begins after the end of the text at UTF-16 offset 9"),
    (
        bold(0, 9),
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ),
    (bold(0, 1, "shout"), "can't parse MessageEntity: Unsupported type specified"),
    ({"reply_parameters": {"quote": "x"}}, 'can\'t find field "message_id"'),
    ({"reply_markup": None}, "object expected as reply markup"),
    ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"reply_markup": {"inline_keyboard": "x"}}, 'field "inline_keyboard" must be of type Array'),
    (
        button({"callback_data": "x"}),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        button({"text": "x"}),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (button({"text": "x", "callback_data": "ế" * 22}), "BUTTON_DATA_INVALID"),
    (
        button({"text": "x", "url": "không phải"}),
        "inline keyboard button URL 'không phải' is invalid: Wrong HTTP URL",
    ),
    (button({"text": "x", "web_app": {"url": "https://a.vn"}}), "BUTTON_TYPE_INVALID"),
    (button(*[{"text": "x", "callback_data": "x"}] * 101), "reply markup is too long"),
]


@pytest.mark.parametrize(("wrong", "why"), WRONG)
async def test_a_wrong_call_is_refused_and_nothing_is_sent(
    call: Post, sandbox: Sandbox, group: Chat, wrong: dict[str, Any], why: str
) -> None:
    parameters = ({"chat_id": group.id, "text": "x"} if wrong else {"text": "x"}) | wrong
    status, body = await call("sendMessage", **parameters)
    assert (status, body) == (
        400,
        {"ok": False, "error_code": 400, "description": f"Bad Request: {why}"},
    )
    assert sandbox.world.messages(group) == []


async def test_4096_characters_are_counted_after_parsing(call: Post, group: Chat) -> None:
    text = "<b>" + "ế" * 4096 + "</b>"
    status, body = await call("sendMessage", chat_id=group.id, text=text, parse_mode="HTML")
    assert (status, len(body["result"]["text"])) == (200, 4096)


async def test_64_bytes_of_callback_data_fit(call: Post, sandbox: Sandbox, group: Chat) -> None:
    keys = {"inline_keyboard": [[{"text": "x", "callback_data": "x" * 64}]]}
    status, _ = await call("sendMessage", chat_id=group.id, text="x", reply_markup=keys)
    assert status == 200
    assert sandbox.world.messages(group)[0].buttons == keys["inline_keyboard"]


# Where the bot may not write


async def test_a_group_that_removed_the_bot(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, leader: User
) -> None:
    membership.remove(sandbox.world, group, sandbox.bot.user, leader)
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was kicked from the group chat$"):
        await bot.send_message(group.id, "x")


async def test_a_supergroup_that_the_bot_left(bot: telegram.Bot, forum: Chat) -> None:
    await bot.leave_chat(forum.id)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_message(forum.id, "x")


async def test_a_deleted_group(bot: telegram.Bot, group: Chat) -> None:
    group.deleted = True
    with pytest.raises(Forbidden, match="the group chat was deleted"):
        await bot.send_message(group.id, "x")


async def test_people_who_cannot_be_written_to(
    bot: telegram.Bot, sandbox: Sandbox, member: User, leader: User
) -> None:
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(member.id, "x")
    membership.block(sandbox.world, leader)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(leader.id, "x")
    member.deactivated = True
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(member.id, "x")


async def test_a_person_who_wrote_first(bot: telegram.Bot, sandbox: Sandbox, member: User) -> None:
    sandbox.world.post(sandbox.world.private_chat(member), member, "/start")
    sent = await bot.send_message(member.id, "Chào chị")
    assert (sent.chat.type, sent.chat.id) == ("private", member.id)


async def test_a_muted_bot(bot: telegram.Bot, sandbox: Sandbox, group: Chat, leader: User) -> None:
    membership.restrict(sandbox.world, group, sandbox.bot.user, leader)
    with pytest.raises(BadRequest, match=r"^Not enough rights to send text messages to the chat$"):
        await bot.send_message(group.id, "x")


async def test_a_group_that_became_a_supergroup(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    new = migration.migrate(sandbox.world, group)
    with pytest.raises(ChatMigrated) as refusal:
        await bot.send_message(group.id, "x")
    assert refusal.value.new_chat_id == new.id
    assert (await bot.send_message(new.id, "x")).chat.id == new.id


# Topics


async def test_a_message_goes_into_its_topic(
    bot: telegram.Bot, sandbox: Sandbox, forum: Chat, leader: User
) -> None:
    topic = topics.create(sandbox.world, forum, leader, "Hạn nộp")
    sent = await bot.send_message(forum.id, "14/3", message_thread_id=topic.id)
    assert (sent.is_topic_message, sent.message_thread_id) == (True, topic.id)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.forum_topic_created is not None


async def test_general_has_no_id(bot: telegram.Bot, forum: Chat) -> None:
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=1)
    sent = await bot.send_message(forum.id, "x")
    assert (sent.message_thread_id, sent.is_topic_message) == (None, None)


async def test_closed_and_deleted_topics(
    bot: telegram.Bot, sandbox: Sandbox, forum: Chat, leader: User
) -> None:
    topic = topics.create(sandbox.world, forum, leader, "Hạn nộp")
    topics.set_closed(sandbox.world, forum, leader, topic, closed=True)
    with pytest.raises(BadRequest, match=r"^Topic_closed$"):
        await bot.send_message(forum.id, "x", message_thread_id=topic.id)
    topics.delete(sandbox.world, forum, topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=topic.id)


async def test_a_basic_group_ignores_the_thread(bot: telegram.Bot, group: Chat) -> None:
    assert (await bot.send_message(group.id, "x", message_thread_id=7)).message_thread_id is None


async def test_replies_in_a_supergroup_without_topics_form_a_thread(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    chat = sandbox.world.add_group("Nhóm lớn", supergroup=True, members=[member])
    root = sandbox.world.post(chat, member, "Hỏi")
    answer = await bot.send_message(chat.id, "Đáp", reply_to_message_id=root.id)
    assert (answer.message_thread_id, answer.is_topic_message) == (root.id, None)


# Chat actions


async def test_typing_is_shown(bot: telegram.Bot, sandbox: Sandbox, group: Chat) -> None:
    seen: list[Any] = []
    sandbox.world.listeners.append(lambda event: seen.append((event.kind, event.body)))
    await bot.send_chat_action(group.id, "typing")
    assert seen == [("action", {"user": sandbox.bot.user.as_json(), "action": "typing"})]
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(group.id, "nghĩ")

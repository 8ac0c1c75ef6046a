"""Changing, removing, pinning, forwarding and copying what was sent."""

from typing import Any

import pytest
import telegram
from telegram.error import BadRequest

from sandbox import membership, migration
from sandbox.chats import Chat
from sandbox.clock import Clock
from sandbox.people import User
from sandbox.server import Sandbox
from sandbox.views import event_view
from tests.sandbox.conftest import Post
from tests.sandbox.test_content import png

KEYS = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Tiếp", callback_data="2")]])
DAY = 86_400


async def test_an_edit_replaces_text_and_buttons(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, clock: Clock
) -> None:
    sent = await bot.send_message(group.id, "Trang 1", reply_markup=KEYS)
    clock.advance(5)
    edited = await bot.edit_message_text(
        "<b>Trang 2</b>", group.id, sent.message_id, parse_mode="HTML"
    )

    assert isinstance(edited, telegram.Message)
    assert edited.edit_date is not None
    assert (edited.edit_date - edited.date).total_seconds() == 5
    (message,) = sandbox.world.messages(group)
    assert (message.text, message.buttons) == ("Trang 2", [])


async def test_the_same_again_is_not_modified(bot: telegram.Bot, group: Chat) -> None:
    sent = await bot.send_message(group.id, "Trang 1", reply_markup=KEYS)
    with pytest.raises(
        BadRequest, match=r"^Message is not modified: specified new message content"
    ):
        await bot.edit_message_text("Trang 1", group.id, sent.message_id, reply_markup=KEYS)
    await bot.edit_message_reply_markup(group.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(group.id, sent.message_id)


async def test_what_cannot_be_edited(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    with pytest.raises(BadRequest, match=r"^Message to edit not found$"):
        await bot.edit_message_text("x", group.id, 999)
    theirs = sandbox.world.post(group, member, "của tôi")
    with pytest.raises(BadRequest, match=r"^Message can't be edited$"):
        await bot.edit_message_text("x", group.id, theirs.id)
    forwarded = await bot.forward_message(group.id, group.id, theirs.id)
    with pytest.raises(BadRequest, match=r"^Message can't be edited$"):
        await bot.edit_message_text("x", group.id, forwarded.message_id)
    plain = await bot.send_message(group.id, "x")
    with pytest.raises(BadRequest, match=r"^There is no caption in the message to edit$"):
        await bot.edit_message_caption(group.id, plain.message_id, caption="y")
    asked = await bot.send_message(group.id, "x", reply_markup=telegram.ForceReply())
    with pytest.raises(BadRequest, match=r"^Message can't be edited$"):
        await bot.edit_message_text("y", group.id, asked.message_id)


async def test_own_messages_can_be_deleted_for_48_hours(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, clock: Clock
) -> None:
    young = await bot.send_message(group.id, "x")
    assert await bot.delete_message(group.id, young.message_id)
    assert sandbox.world.messages(group) == []
    with pytest.raises(BadRequest, match=r"^Message to delete not found$"):
        await bot.delete_message(group.id, young.message_id)

    old = await bot.send_message(group.id, "x")
    clock.advance(2 * DAY)
    with pytest.raises(BadRequest, match=r"^Message can't be deleted for everyone$"):
        await bot.delete_message(group.id, old.message_id)
    await bot.edit_message_text("đã thu hồi", group.id, old.message_id)
    assert [message.text for message in sandbox.world.messages(group)] == ["đã thu hồi"]


async def test_in_a_group_that_moved_or_removed_the_bot_nothing_can_be_changed(
    bot: telegram.Bot, sandbox: Sandbox, call: Post, group: Chat, leader: User
) -> None:
    other = sandbox.world.add_group("HTX khác", admins=[leader])
    ids = [(await bot.send_message(chat.id, "x")).message_id for chat in (group, other)]
    new = migration.migrate(sandbox.world, group)
    membership.remove(sandbox.world, other, sandbox.bot.user, leader)
    for method, rest in (
        ("editMessageText", {"text": "y"}),
        ("deleteMessage", {}),
        ("pinChatMessage", {}),
    ):
        _, body = await call(method, chat_id=group.id, message_id=ids[0], **rest)
        assert body["parameters"] == {"migrate_to_chat_id": new.id}
        _, body = await call(method, chat_id=other.id, message_id=ids[1], **rest)
        assert body["description"] == "Forbidden: bot was kicked from the group chat"


async def test_the_messages_of_others_need_the_right(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User, leader: User
) -> None:
    message = sandbox.world.post(group, member, "x")
    with pytest.raises(BadRequest, match=r"^Message can't be deleted$"):
        await bot.delete_message(group.id, message.id)
    membership.promote(sandbox.world, group, sandbox.bot.user, leader)
    assert await bot.delete_message(group.id, message.id)


async def test_many_are_deleted_at_once_and_missing_ones_skipped(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, call: Post
) -> None:
    ids = [(await bot.send_message(group.id, text)).message_id for text in "abc"]
    assert await bot.delete_messages(group.id, [ids[0], 999, ids[2]])
    assert [message.text for message in sandbox.world.messages(group)] == ["b"]
    for wrong, why in (
        ([], "message identifiers are not specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
    ):
        _, body = await call("deleteMessages", chat_id=group.id, message_ids=wrong)
        assert body["description"] == f"Bad Request: {why}"


async def test_pinning_needs_the_right_and_comes_back_as_a_service_message(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, leader: User
) -> None:
    sent = await bot.send_message(group.id, "Hạn 14/3")
    with pytest.raises(BadRequest, match="Not enough rights to manage pinned messages in the chat"):
        await bot.pin_chat_message(group.id, sent.message_id)
    membership.promote(
        sandbox.world, group, sandbox.bot.user, leader, frozenset({"can_pin_messages"})
    )
    await bot.get_updates(offset=-1)
    assert await bot.pin_chat_message(group.id, sent.message_id)
    update = (await bot.get_updates())[-1]
    assert update.message is not None
    assert update.message.pinned_message is not None
    assert update.message.pinned_message.message_id == sent.message_id
    pinned = (await bot.get_chat(group.id)).pinned_message
    assert pinned is not None
    assert pinned.text == "Hạn 14/3"

    assert await bot.unpin_chat_message(group.id)
    with pytest.raises(BadRequest, match="Message to unpin not found"):
        await bot.unpin_chat_message(group.id)
    with pytest.raises(BadRequest, match="Message to pin not found"):
        await bot.pin_chat_message(group.id, 999)


async def test_onlookers_see_what_is_pinned_until_it_is_deleted(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, leader: User
) -> None:
    membership.promote(sandbox.world, group, sandbox.bot.user, leader)
    seen: list[Any] = []
    sandbox.world.listeners.append(lambda event: seen.append(event_view(sandbox.world, event)))
    first = await bot.send_message(group.id, "Hạn 14/3")
    second = await bot.send_message(group.id, "Hạn 15/3")
    await bot.pin_chat_message(group.id, first.message_id)
    await bot.pin_chat_message(group.id, second.message_id)
    await bot.delete_message(group.id, second.message_id)
    await bot.unpin_all_chat_messages(group.id)
    pinned = [event["pinned"] for event in seen if event["kind"] == "pin"]
    texts = [message and message["text"] for message in pinned]
    assert texts == ["Hạn 14/3", "Hạn 15/3", "Hạn 14/3", None]


async def test_an_edit_takes_entities_and_a_caption_its_own(
    call: Post, bot: telegram.Bot, group: Chat
) -> None:
    text = await bot.send_message(group.id, "x", reply_markup=KEYS)
    photo = await bot.send_photo(group.id, png(3, 2), caption="x", reply_markup=KEYS)
    bold = [{"type": "bold", "offset": 3, "length": 3}]
    for method, message_id, content in (
        ("editMessageText", text.message_id, {"text": "😀 Hạn", "entities": bold}),
        ("editMessageCaption", photo.message_id, {"caption": "😀 Hạn", "caption_entities": bold}),
    ):
        ids = {"chat_id": group.id, "message_id": message_id}
        status, body = await call(method, **ids, **content)
        assert status == 200
        result = body["result"]
        assert {name: result[name] for name in content} == content
        assert "edit_date" in result
        assert "reply_markup" not in result
        status, body = await call(method, **ids, **content)
        assert body["description"].startswith("Bad Request: message is not modified")


async def test_forwarding_names_the_origin_and_copying_does_not(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, forum: Chat, member: User
) -> None:
    message = sandbox.world.post(group, member, "Mai họp")
    forwarded = await bot.forward_message(forum.id, group.id, message.id)
    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.type == "user"
    copied = await bot.copy_message(forum.id, group.id, message.id)
    copy = sandbox.world.messages(forum)[-1]
    assert (copy.id, copy.text, copy.forward) == (copied.message_id, "Mai họp", None)


async def test_what_cannot_travel(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, forum: Chat
) -> None:
    secret = await bot.send_message(group.id, "riêng", protect_content=True)
    with pytest.raises(BadRequest, match="can't be forwarded"):
        await bot.forward_message(forum.id, group.id, secret.message_id)
    with pytest.raises(BadRequest, match="can't be copied"):
        await bot.copy_message(forum.id, group.id, secret.message_id)
    with pytest.raises(BadRequest, match="Message to forward not found"):
        await bot.forward_message(forum.id, group.id, 999)
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(forum.id, group.id, 999)
    open_ = await bot.send_message(group.id, "chung")
    sent = await bot.forward_messages(
        forum.id, group.id, [secret.message_id, open_.message_id, 999]
    )
    assert len(sent) == 1
    assert [message.text for message in sandbox.world.messages(forum)] == ["chung"]


async def test_what_may_not_be_sent_may_not_be_forwarded_or_copied_either(
    call: Post, bot: telegram.Bot, sandbox: Sandbox, group: Chat, leader: User
) -> None:
    forum = sandbox.world.add_group("Diễn đàn", forum=True, admins=[leader])
    photo = await bot.send_photo(group.id, png(3, 2))
    text = await bot.send_message(group.id, "x")
    words = frozenset({"can_send_messages"})
    membership.restrict(sandbox.world, forum, sandbox.bot.user, leader, words)
    for method in ("forwardMessage", "copyMessage"):
        ids = {"chat_id": forum.id, "from_chat_id": group.id}
        status, body = await call(method, **ids, message_id=photo.message_id)
        why = "Bad Request: not enough rights to send photos to the chat"
        assert (status, body["description"]) == (400, why)
        assert (await call(method, **ids, message_id=text.message_id))[0] == 200


async def test_a_button_is_answered_once_and_in_time(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User, clock: Clock
) -> None:
    world = sandbox.world
    sent = await bot.send_message(group.id, "Trang 1", reply_markup=KEYS)
    number = world.press(group, member, sent.message_id, "2")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.id, query.data, query.from_user.id) == (number, "2", member.id)
    assert isinstance(query.message, telegram.Message)
    assert query.message.text == "Trang 1"

    await bot.answer_callback_query(query.id, "Đã ghi nhận", show_alert=True)
    answer: Any = world.presses[number].answer
    assert (answer["text"], answer["show_alert"]) == ("Đã ghi nhận", True)
    late = world.press(group, member, sent.message_id, "2")
    clock.advance(150)
    for old in (number, late, "không có"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired or"):
            await bot.answer_callback_query(old)


async def test_a_button_under_a_deleted_message(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User
) -> None:
    sent = await bot.send_message(group.id, "x", reply_markup=KEYS)
    await bot.delete_message(group.id, sent.message_id)
    sandbox.world.press(group, member, sent.message_id, "2")
    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert not update.callback_query.message.is_accessible


async def test_inline_queries_are_answered_within_30_seconds(
    bot: telegram.Bot, sandbox: Sandbox, member: User, clock: Clock
) -> None:
    query = sandbox.world.ask(member, "11/4")
    (update,) = await bot.get_updates()
    assert update.inline_query is not None
    assert update.inline_query.query == "11/4"
    article = telegram.InlineQueryResultArticle(
        "1", "Gặp mặt", telegram.InputTextMessageContent("Gặp mặt")
    )
    assert await bot.answer_inline_query(query.id, [article])
    assert query.results[0]["title"] == "Gặp mặt"
    clock.advance(30)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_inline_query(query.id, [])


async def test_a_reaction_is_one_of_the_standard_emoji(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User, call: Post
) -> None:
    message = sandbox.world.post(group, member, "Đã nộp hồ sơ")
    assert await bot.set_message_reaction(group.id, message.id, "👍")
    assert message.reactions == {sandbox.bot.id: [{"type": "emoji", "emoji": "👍"}]}
    with pytest.raises(BadRequest, match="Reaction_invalid"):
        await bot.set_message_reaction(group.id, message.id, "🐲")
    with pytest.raises(BadRequest, match="Message to react not found"):
        await bot.set_message_reaction(group.id, 999, "👍")
    two = [{"type": "emoji", "emoji": "👍"}] * 2
    _, body = await call(
        "setMessageReaction", chat_id=group.id, message_id=message.id, reaction=two
    )
    assert body["description"] == "Bad Request: REACTIONS_TOO_MANY"

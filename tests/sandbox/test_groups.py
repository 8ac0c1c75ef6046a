"""Groups: who is in them, what a bot may ask, membership signals, migration, topics, menus."""

from typing import Any

import pytest
import telegram
from telegram.error import BadRequest, Forbidden

from sandbox import membership, migration, topics
from sandbox.chats import Chat
from sandbox.menus import menu
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.conftest import Post


def kinds(sandbox: Sandbox) -> list[str]:
    """What the bot was told, each update by its type and, for a message, what it tells of."""
    told = []
    for update in sandbox.bot.updates:
        (kind,) = set(update.payload) - {"update_id"}
        body = update.payload[kind]
        events = [name for name in body if "_chat_" in name or name.startswith("forum_topic")]
        told.append(f"{kind} {events[0]}" if kind == "message" and events else kind)
    return told


async def test_the_bot_hears_twice_that_it_was_added(
    bot: telegram.Bot, sandbox: Sandbox, leader: User
) -> None:
    world = sandbox.world
    chat = world.add_group("HTX mới", admins=[leader], bots=())
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(chat.id, "x")
    membership.add(world, chat, sandbox.bot.user, leader)
    change, joined = await bot.get_updates()
    assert change.my_chat_member is not None
    assert change.my_chat_member.from_user.id == leader.id
    assert change.my_chat_member.old_chat_member.status == "left"
    assert change.my_chat_member.new_chat_member.status == "member"
    assert joined.message is not None
    assert [user.id for user in joined.message.new_chat_members] == [sandbox.bot.id]


async def test_the_two_signals_may_come_in_the_other_order(
    sandbox: Sandbox, group: Chat, leader: User
) -> None:
    me = sandbox.bot.user
    membership.remove(sandbox.world, group, me, leader, service_first=True)
    membership.add(sandbox.world, group, me, leader, service_first=True)
    assert kinds(sandbox) == [
        "message left_chat_member",
        "my_chat_member",
        "message new_chat_members",
        "my_chat_member",
    ]


async def test_promotion_and_muting_are_told_with_rights(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, leader: User
) -> None:
    world, me = sandbox.world, sandbox.bot.user
    membership.promote(world, group, me, leader, frozenset({"can_pin_messages"}))
    membership.restrict(world, group, me, leader)
    promoted, muted = await bot.get_updates()
    assert promoted.my_chat_member is not None
    administrator = promoted.my_chat_member.new_chat_member
    assert isinstance(administrator, telegram.ChatMemberAdministrator)
    assert (administrator.can_pin_messages, administrator.can_delete_messages) == (True, False)
    assert muted.my_chat_member is not None
    restricted = muted.my_chat_member.new_chat_member
    assert isinstance(restricted, telegram.ChatMemberRestricted)
    assert (restricted.is_member, restricted.can_send_messages) == (True, False)


async def test_blocking_is_told_once(bot: telegram.Bot, sandbox: Sandbox, member: User) -> None:
    for blocked in (True, True, False):
        membership.block(sandbox.world, member, blocked=blocked)
    statuses = [
        update.my_chat_member.new_chat_member.status
        for update in await bot.get_updates()
        if update.my_chat_member
    ]
    assert statuses == ["kicked", "member"]


async def test_who_is_in_a_group(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User, leader: User
) -> None:
    outsider = sandbox.world.add_user("Anh C")
    statuses = {
        user.id: (await bot.get_chat_member(group.id, user.id)).status
        for user in (member, leader, sandbox.bot.user, outsider)
    }
    assert list(statuses.values()) == ["member", "creator", "member", "left"]
    assert await bot.get_chat_member_count(group.id) == 3
    membership.promote(sandbox.world, group, member, leader)
    administrators = await bot.get_chat_administrators(group.id)
    assert [administrator.user.id for administrator in administrators] == [leader.id, member.id]
    full = await bot.get_chat(group.id)
    assert (full.type, full.title) == ("group", "HTX Nam Định")
    assert full.permissions is not None
    assert full.permissions.can_send_messages


WRONG_QUESTIONS = [
    ("getChatMember", {"user_id": 1}, "PARTICIPANT_ID_INVALID"),
    ("getChatMember", {}, "invalid user_id specified"),
    ("getChatMember", {"chat_id": 5, "user_id": 1}, "chat not found"),
    ("getChat", {"chat_id": 5}, "chat not found"),
]


@pytest.mark.parametrize(("method", "parameters", "why"), WRONG_QUESTIONS)
async def test_wrong_questions(
    call: Post, group: Chat, method: str, parameters: dict[str, Any], why: str
) -> None:
    status, body = await call(method, **({"chat_id": group.id} | parameters))
    assert (status, body["description"]) == (400, f"Bad Request: {why}")


async def test_private_chats_have_no_administrators(
    bot: telegram.Bot, sandbox: Sandbox, member: User
) -> None:
    sandbox.world.private_chat(member)
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(member.id)
    with pytest.raises(BadRequest, match="Can't leave private"):
        await bot.leave_chat(member.id)
    assert (await bot.get_chat_member(member.id, member.id)).status == "member"
    assert await bot.get_chat_member_count(member.id) == 2


async def test_leaving_ends_everything_in_the_group(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    assert await bot.leave_chat(group.id)
    assert kinds(sandbox) == ["my_chat_member", "message left_chat_member"]
    for question in (bot.get_chat(group.id), bot.leave_chat(group.id)):
        with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
            await question


async def test_a_public_supergroup_is_found_by_name(bot: telegram.Bot, sandbox: Sandbox) -> None:
    chat = sandbox.world.add_group("Nhóm mở", username="htx_namdinh")
    assert (await bot.get_chat("@HTX_NamDinh")).id == chat.id


# Migration


async def test_a_migration_sends_four_signals(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat
) -> None:
    new = migration.migrate(sandbox.world, group)
    left, joined, to, from_ = await bot.get_updates()
    assert left.my_chat_member is not None
    assert (left.my_chat_member.chat.id, left.my_chat_member.new_chat_member.status) == (
        group.id,
        "left",
    )
    assert joined.my_chat_member is not None
    assert (joined.my_chat_member.chat.id, joined.my_chat_member.new_chat_member.status) == (
        new.id,
        "member",
    )
    assert to.message is not None
    assert (to.message.chat.id, to.message.migrate_to_chat_id) == (group.id, new.id)
    assert from_.message is not None
    assert (from_.message.chat.id, from_.message.migrate_from_chat_id) == (new.id, group.id)
    assert str(new.id).startswith("-100")


async def test_signals_of_a_migration_may_come_in_any_order_or_not_at_all(
    sandbox: Sandbox, group: Chat
) -> None:
    migration.migrate(sandbox.world, group, signals=("from", "left"))
    assert kinds(sandbox) == ["message migrate_from_chat_id", "my_chat_member"]
    with pytest.raises(ValueError, match="only a basic group"):
        migration.migrate(sandbox.world, group)


# Topics


async def test_topics_need_a_forum_and_the_right(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, forum: Chat, leader: User
) -> None:
    with pytest.raises(BadRequest, match="The chat is not a forum"):
        await bot.create_forum_topic(group.id, "Hạn nộp")
    with pytest.raises(BadRequest, match="Not enough rights to create a topic"):
        await bot.create_forum_topic(forum.id, "Hạn nộp")
    membership.promote(sandbox.world, forum, sandbox.bot.user, leader)
    topic = await bot.create_forum_topic(forum.id, "Hạn nộp")
    assert await bot.close_forum_topic(forum.id, topic.message_thread_id)
    with pytest.raises(BadRequest, match="Topic_not_modified"):
        await bot.close_forum_topic(forum.id, topic.message_thread_id)
    assert await bot.reopen_forum_topic(forum.id, topic.message_thread_id)
    assert kinds(sandbox)[1:] == [
        "message forum_topic_created",
        "message forum_topic_closed",
        "message forum_topic_reopened",
    ]
    assert await bot.delete_forum_topic(forum.id, topic.message_thread_id)
    with pytest.raises(BadRequest, match="Topic_id_invalid"):
        await bot.close_forum_topic(forum.id, topic.message_thread_id)


async def test_a_question_in_a_topic_carries_it(
    bot: telegram.Bot, sandbox: Sandbox, forum: Chat, member: User, leader: User
) -> None:
    topic = topics.create(sandbox.world, forum, leader, "Hạn nộp")
    sandbox.world.post(forum, member, "/han@htx_bot", thread=topic.id)
    sandbox.world.post(forum, member, "/lich@htx_bot")
    _, within, general = await bot.get_updates()
    assert within.message is not None
    assert (within.message.is_topic_message, within.message.message_thread_id) == (True, topic.id)
    assert general.message is not None
    assert (general.message.is_topic_message, general.message.message_thread_id) == (None, None)


# Commands

EVERYWHERE = [telegram.BotCommand("help", "Trợ giúp")]
GROUPS = [telegram.BotCommand("lich", "Lịch")]
LEADERS = [telegram.BotCommand("chiendich", "Chọn chiến dịch")]
ENGLISH = [telegram.BotCommand("lich", "Calendar")]


async def test_each_person_sees_the_narrowest_menu(
    bot: telegram.Bot, sandbox: Sandbox, group: Chat, member: User, leader: User
) -> None:
    await bot.set_my_commands(EVERYWHERE)
    await bot.set_my_commands(GROUPS, telegram.BotCommandScopeAllGroupChats())
    await bot.set_my_commands(ENGLISH, telegram.BotCommandScopeAllGroupChats(), "en")
    await bot.set_my_commands(LEADERS, telegram.BotCommandScopeChatAdministrators(group.id))
    foreigner = sandbox.world.add_user("Bạn D", language="en-GB")
    private = sandbox.world.private_chat(member)

    def seen(chat: Chat, user: User) -> list[str]:
        return [command["description"] for command in menu(sandbox.bot, chat, user)]

    assert seen(private, member) == ["Trợ giúp"]
    assert seen(group, member) == ["Lịch"]
    assert seen(group, foreigner) == ["Calendar"]
    assert seen(group, leader) == ["Chọn chiến dịch"]
    await bot.delete_my_commands(telegram.BotCommandScopeChatAdministrators(group.id))
    assert seen(group, leader) == ["Lịch"]
    assert await bot.get_my_commands(telegram.BotCommandScopeAllGroupChats(), "en") == tuple(
        ENGLISH
    )
    assert await bot.get_my_commands(telegram.BotCommandScopeAllPrivateChats()) == ()


WRONG_COMMANDS = [
    ({"commands": [{"command": "Lịch", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ({"commands": [{"command": "x" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ({"commands": [{"command": "", "description": "x"}]}, "command must be non-empty"),
    ({"commands": [{"command": "x", "description": ""}]}, "command description must be non-empty"),
    ({"commands": [{"command": "x", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ({"commands": [{"command": "x", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    (
        {"commands": [], "scope": {"type": "x"}},
        "can't parse BotCommandScope: Unsupported type specified",
    ),
    (
        {"commands": [], "scope": {"type": "chat"}},
        "can't parse BotCommandScope: Can't find field \"chat_id\"",
    ),
    ({"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ({}, "can't parse commands JSON object"),
]


@pytest.mark.parametrize(("parameters", "why"), WRONG_COMMANDS)
async def test_wrong_commands(call: Post, parameters: dict[str, Any], why: str) -> None:
    status, body = await call("setMyCommands", **parameters)
    assert (status, body["description"]) == (400, f"Bad Request: {why}")

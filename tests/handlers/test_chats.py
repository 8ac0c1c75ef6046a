"""Joining, leaving, and changing the id."""

from campaign.messages import Chat
from storage import chats
from storage.chats import ChatRecord
from tests.handlers.bot import (
    ADMIN,
    FOREIGNER,
    GROUP,
    MEMBER,
    OTHER_GROUP,
    PRIVATE,
    Bot,
    data,
    said,
    sent,
)

SUPERGROUP = Chat(-100200, "group", "Nhóm HTX")


def record(bot: Bot, chat: Chat) -> ChatRecord:
    found = chats.find(bot.unit, chat.id)
    assert found
    return found


def test_a_group_is_greeted_with_whose_plan_it_is_and_how_to_ask(bot: Bot) -> None:
    greeting = sent(bot.joins(GROUP))

    for fact in ("Sông Xanh", "/hoi", "@htx_bot", "/help"):
        assert fact in said([greeting])
    assert data(greeting) == ["campaign:song-xanh-2024", "campaign:nui-cao-2024"]
    assert greeting.reply_to is None


def test_who_has_one_campaign_offers_no_choice(lone_bot: Bot) -> None:
    assert data(sent(lone_bot.joins(GROUP))) == []


def test_a_foreigner_who_adds_the_bot_is_greeted_in_english(bot: Bot) -> None:
    assert "/ask" in said(bot.joins(GROUP, FOREIGNER))


def test_a_group_is_greeted_once(bot: Bot) -> None:
    assert bot.joins(GROUP)
    assert bot.joins(GROUP) == []
    assert bot.joins(OTHER_GROUP)


def test_a_group_whose_start_came_first_is_not_greeted_again(bot: Bot) -> None:
    """Telegram sends both when the bot is added through a link, in either order."""
    assert bot.answer("/start@htx_bot nui-cao-2024", GROUP, ADMIN)

    assert bot.joins(GROUP) == []


def test_a_group_that_the_bot_left_is_remembered_as_left_and_greeted_again(bot: Bot) -> None:
    bot.joins(GROUP)

    assert bot.leaves(GROUP) == []
    assert not record(bot, GROUP).present

    assert bot.joins(GROUP)
    assert record(bot, GROUP).present


def test_being_blocked_and_unblocked_in_private_is_noted_in_silence(bot: Bot) -> None:
    bot.answer("/start")

    assert bot.leaves(PRIVATE, MEMBER) == []
    assert not record(bot, PRIVATE).present
    assert bot.joins(PRIVATE, MEMBER) == []
    assert record(bot, PRIVATE).present


def test_a_group_that_became_a_supergroup_keeps_its_campaign_and_its_conversations(
    bot: Bot,
) -> None:
    bot.answer("/chiendich nui-cao-2024", GROUP, ADMIN)
    bot.answer("/hoi hội thi nấu ăn ở đâu?", GROUP)

    for _ in range(3):  # the old chat says so, the new one says so, and a failed send does
        assert bot.migrates(GROUP.id, SUPERGROUP.id) == []

    assert chats.find(bot.unit, GROUP.id) is None
    assert "Hội Phụ nữ" in bot.answer("ai chủ trì?", SUPERGROUP, reply=True)


def test_leaving_the_old_chat_is_no_leaving_whenever_it_is_said(bot: Bot) -> None:
    bot.answer("/chude", GROUP)

    bot.leaves(GROUP)
    bot.migrates(GROUP.id, SUPERGROUP.id)
    bot.leaves(GROUP)

    assert record(bot, SUPERGROUP).present
    assert chats.find(bot.unit, GROUP.id) is None


def test_a_supergroup_that_spoke_before_it_was_announced_inherits(bot: Bot) -> None:
    bot.answer("/chiendich nui-cao-2024", GROUP, ADMIN)
    bot.answer("/homnay", SUPERGROUP)

    bot.migrates(GROUP.id, SUPERGROUP.id)

    assert "Rừng vàng" in bot.answer("/chude", SUPERGROUP)


def test_the_migration_of_an_unknown_group_is_nothing(bot: Bot) -> None:
    assert bot.migrates(-5, -6) == []
    assert chats.find(bot.unit, -6) is None

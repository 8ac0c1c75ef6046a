"""Inline buttons: what they do, and that an old or forged one does nothing."""

import dataclasses

import pytest

from campaign.messages import Chat, Edit, Press, Send
from storage import chats
from tests.handlers.bot import (
    ADMIN,
    GROUP,
    MEMBER,
    NEIGHBOUR,
    PRIVATE,
    Bot,
    data,
    edited,
    notice,
    picked,
    said,
    sent,
)


def test_picking_an_activity_answers_what_was_asked_about_it(bot: Bot) -> None:
    place = said([picked(bot.press("pick:song-xanh-2024:where:2"))])

    assert "Cầu Tre" in place


def test_a_pick_in_a_group_quotes_the_message_of_the_button_in_its_topic(bot: Bot) -> None:
    topic = dataclasses.replace(GROUP, thread=33)

    answer = picked(bot.press("pick:song-xanh-2024:card:2", topic))

    assert (answer.chat, answer.reply_to) == (topic, 50)
    assert picked(bot.press("pick:song-xanh-2024:card:2", PRIVATE)).reply_to is None


def test_the_next_question_may_refer_to_what_was_picked(bot: Bot) -> None:
    bot.press("pick:song-xanh-2024:card:2")

    assert "Phòng Thi đua" in bot.answer("ai chủ trì?")


def test_the_overview_can_be_paged_and_every_page_is_another(bot: Bot) -> None:
    first = sent(bot.hears("/lich"))
    pages = [button for button in data(first) if button.startswith("page:")]
    assert pages

    texts = {said([first]), *(plain_of(edited(bot.press(page))) for page in pages)}

    assert len(texts) == len(pages) + 1


def plain_of(edit: Edit) -> str:
    return said([Send(edit.chat, edit.text)])


def test_anybody_in_a_group_may_page(bot: Bot) -> None:
    sent(bot.hears("/lich", GROUP))

    assert edited(bot.press("page:song-xanh-2024:1", GROUP, NEIGHBOUR))


@pytest.mark.parametrize(
    "pressed",
    [
        "pick:nui-cao-2024:card:2",
        "page:nui-cao-2024:1",
        "pick:khong-co:card:2",
        "campaign:khong-co",
        "campaign:",
        "pick:song-xanh-2024:card:99",
        "pick:song-xanh-2024:card:-1",
        "pick:song-xanh-2024:card:02",
        "pick:song-xanh-2024:card:²",
        "pick:song-xanh-2024:card:",
        "pick:song-xanh-2024:dance:2",
        "pick:song-xanh-2024:card",
        "page:song-xanh-2024:99",
        "page:song-xanh-2024:-1",
        "page:song-xanh-2024:x",
        "page:song-xanh-2024",
        "reboot:now",
        "",
        ":::",
        "'; DROP TABLE chats; --",
        "\ud83d\ude00" * 16,
    ],
)
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_an_old_or_forged_button_does_nothing(bot: Bot, pressed: str, chat: Chat) -> None:
    bot.answer("/chude", chat)
    before = chats.find(bot.unit, chat.id)

    assert 0 < len(notice(bot.press(pressed, chat, ADMIN))) <= 200

    assert chats.find(bot.unit, chat.id) == before


def test_a_button_from_before_the_chat_changed_its_campaign_is_old(bot: Bot) -> None:
    pages = data(sent(bot.hears("/lich")))
    bot.answer("/chiendich nui-cao-2024")

    assert all(notice(bot.press(page)) for page in pages)


def test_a_press_can_be_the_first_that_is_heard_from_a_chat(bot: Bot) -> None:
    press = Press(Chat(-300, "group", "Nhóm mới"), MEMBER, "page:song-xanh-2024:1", "press", 50)

    assert edited(bot.handle(press))


def test_every_button_fits_into_64_bytes(bot: Bot) -> None:
    texts = ["/start", "/lich", "/ngonngu", "/chiendich", "hội chợ ở đâu?", "/han", "/homnay"]

    found = {button for text in texts for button in data(sent(bot.hears(text)))}

    assert found
    assert all(len(button.encode()) <= 64 for button in found)

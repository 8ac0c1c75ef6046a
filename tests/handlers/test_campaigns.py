"""Every chat belongs to exactly one campaign: how it comes to one, and that it keeps to it."""

import pytest

from campaign.messages import Chat, Sender
from campaign.talk.handbook import Handbook
from handlers.visits import Front
from storage import chats
from tests.handlers.bot import (
    ADMIN,
    ANONYMOUS,
    GROUP,
    MEMBER,
    NEIGHBOUR,
    OTHER_GROUP,
    PRIVATE,
    UNKNOWN,
    Bot,
    data,
    edited,
    labels,
    notice,
    said,
    sent,
)

OWN, OTHER = "song-xanh-2024", "nui-cao-2024"
THEME = {OWN: "Nước sạch về đồng", OTHER: "Rừng vàng của bản"}


def campaign_of(bot: Bot, chat: Chat) -> str:
    """Return the campaign that a question in the chat is answered from."""
    answer = bot.answer("/chude", chat)
    (campaign,) = (campaign for campaign, theme in THEME.items() if theme in answer)
    return campaign


def test_a_chat_that_chose_nothing_follows_the_default(bot: Bot) -> None:
    assert campaign_of(bot, PRIVATE) == campaign_of(bot, GROUP) == OWN


@pytest.mark.parametrize(
    "command", ["/chiendich nui-cao-2024", "/Campaign@htx_bot NUI-CAO-2024", "/start nui-cao-2024"]
)
def test_a_person_chooses_for_the_private_chat(bot: Bot, command: str) -> None:
    bot.answer(command)

    assert campaign_of(bot, PRIVATE) == OTHER
    assert campaign_of(bot, GROUP) == OWN


@pytest.mark.parametrize(
    "command",
    ["/chiendich nui-cao-2024", "/start@htx_bot nui-cao-2024", "/start Nui-Cao-2024"],
)
def test_an_administrator_chooses_for_the_group(bot: Bot, command: str) -> None:
    answer = bot.answer(command, GROUP, ADMIN)

    assert "Núi Cao" in answer
    assert campaign_of(bot, GROUP) == OTHER
    assert campaign_of(bot, OTHER_GROUP) == OWN


@pytest.mark.parametrize("sender", [MEMBER, ANONYMOUS, UNKNOWN])
@pytest.mark.parametrize("command", ["/chiendich", "/chiendich nui-cao-2024"])
def test_nobody_else_chooses_for_the_group(bot: Bot, sender: Sender, command: str) -> None:
    refusal = sent(bot.hears(command, GROUP, sender))

    assert not refusal.buttons
    assert campaign_of(bot, GROUP) == OWN


@pytest.mark.parametrize("sender", [MEMBER, ANONYMOUS, UNKNOWN])
def test_anybody_adds_the_bot_through_the_link_of_a_campaign(bot: Bot, sender: Sender) -> None:
    bot.joins(GROUP, sender)

    assert "Núi Cao" in bot.answer(f"/start@htx_bot {OTHER}", GROUP, sender)
    assert campaign_of(bot, GROUP) == OTHER


@pytest.mark.parametrize("sender", [MEMBER, ANONYMOUS, UNKNOWN])
def test_the_link_of_another_campaign_is_then_the_administrators(bot: Bot, sender: Sender) -> None:
    bot.answer(f"/start@htx_bot {OTHER}", GROUP, MEMBER)

    assert "Sông Xanh" not in bot.answer(f"/start@htx_bot {OWN}", GROUP, sender)
    assert campaign_of(bot, GROUP) == OTHER

    assert "Sông Xanh" in bot.answer(f"/start@htx_bot {OWN}", GROUP, ADMIN)
    assert campaign_of(bot, GROUP) == OWN


def test_who_could_not_be_looked_up_is_told_so_and_not_refused_as_a_member(bot: Bot) -> None:
    for refusal in (
        bot.answer("/chiendich", GROUP, UNKNOWN),
        notice(bot.press(f"campaign:{OTHER}", GROUP, UNKNOWN)),
    ):
        assert "chưa kiểm tra được" in refusal
        assert "Chỉ quản trị viên" not in refusal
    assert "try again later" in bot.answer("/campaign", GROUP, UNKNOWN)


def test_who_writes_as_the_group_is_told_to_write_as_themselves(bot: Bot) -> None:
    assert "ẩn danh" in bot.answer("/chiendich", GROUP, ANONYMOUS)
    assert "quản trị viên" in bot.answer("/chiendich", GROUP, MEMBER)


@pytest.mark.parametrize("payload", ["khong-co", "../x", "' OR 1=1", "x" * 64])
def test_an_unknown_payload_is_ignored(bot: Bot, payload: str) -> None:
    assert bot.hears(f"/start {payload}")[0] == bot.hears("/start")[0]
    assert campaign_of(bot, PRIVATE) == OWN


def test_a_known_payload_leaves_nothing_to_choose(bot: Bot) -> None:
    assert data(sent(bot.hears("/start"))) == [f"campaign:{OWN}", f"campaign:{OTHER}"]
    assert data(sent(bot.hears(f"/start {OTHER}"))) == []


def test_an_unknown_id_shows_what_there_is(bot: Bot) -> None:
    offer = sent(bot.hears("/chiendich khong-co"))

    assert labels(offer) == ["✓ Sông Xanh 2024", "Núi Cao 2024"]
    assert data(offer) == [f"campaign:{OWN}", f"campaign:{OTHER}"]
    assert "không có kế hoạch nào" in said([offer])
    assert "Sông Xanh" in said([offer])
    assert "không có kế hoạch nào" not in bot.answer("/chiendich")


def test_a_button_chooses_and_shows_the_choice(bot: Bot) -> None:
    after = edited(bot.press(f"campaign:{OTHER}"))

    assert labels(after) == ["Sông Xanh 2024", "✓ Núi Cao 2024"]
    assert campaign_of(bot, PRIVATE) == OTHER


def test_in_a_group_the_button_is_the_administrators(bot: Bot) -> None:
    assert "quản trị viên" in notice(bot.press(f"campaign:{OTHER}", GROUP, NEIGHBOUR))
    assert campaign_of(bot, GROUP) == OWN

    assert edited(bot.press(f"campaign:{OTHER}", GROUP, ADMIN))
    assert campaign_of(bot, GROUP) == OTHER


def test_with_one_campaign_there_is_nothing_to_choose(lone_bot: Bot) -> None:
    assert data(sent(lone_bot.hears("/start"))) == []
    assert data(sent(lone_bot.hears("/chiendich"))) == []


def test_the_next_question_refers_to_nothing_of_the_campaign_before(bot: Bot) -> None:
    """Both plans have an activity 2: a follow-up must not turn the one into the other."""
    assert "Cầu Tre" in bot.answer("hội thao ở đâu?")
    bot.answer(f"/chiendich {OTHER}")

    follow_up = bot.answer("ai chủ trì?")

    assert "Hội Phụ nữ" not in follow_up
    assert "Phòng Thi đua" not in follow_up


def test_the_choice_outlives_leaving_and_coming_back(bot: Bot) -> None:
    bot.answer(f"/chiendich {OTHER}", GROUP, ADMIN)

    bot.leaves(GROUP)
    bot.joins(GROUP)

    assert campaign_of(bot, GROUP) == OTHER


def test_choosing_again_changes_nothing_more(bot: Bot) -> None:
    for _ in range(2):
        bot.answer(f"/start@htx_bot {OTHER}", GROUP, ADMIN)

    record = chats.find(bot.unit, GROUP.id)
    assert record
    assert record.campaign == OTHER


@pytest.mark.parametrize("asked", ["Nui_Cao", "nui_cao", "NUI_CAO"])
def test_a_campaign_is_found_in_any_letter_case(
    asked: str, bot: Bot, handbooks: dict[str, Handbook]
) -> None:
    plan = handbooks[OTHER].plan.model_copy(update={"id": "Nui_Cao"})
    known = {OWN: handbooks[OWN], "Nui_Cao": Handbook.of(plan)}
    bot = Bot(Front(known, OWN, "htx_bot"), bot.unit, bot.now)

    bot.answer(f"/chiendich {asked}")

    assert campaign_of(bot, PRIVATE) == OTHER


def test_of_two_that_differ_in_letter_case_the_one_asked_for_is_chosen(
    bot: Bot, handbooks: dict[str, Handbook]
) -> None:
    plan = handbooks[OTHER].plan.model_copy(update={"id": OWN.upper()})
    known = {OWN: handbooks[OWN], OWN.upper(): Handbook.of(plan)}
    bot = Bot(Front(known, OWN, "htx_bot"), bot.unit, bot.now)

    bot.answer(f"/chiendich {OWN.upper()}")

    assert campaign_of(bot, PRIVATE) == OTHER

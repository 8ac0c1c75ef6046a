"""Staff are told which groups come and go."""

import pytest

from campaign.messages import Acknowledge, Send
from handlers import chats
from tests.handlers.bot import ADMIN, GROUP, MEMBER, Bot, data, labels, sent
from tests.handlers.office import (
    COLLEAGUE,
    OFFICER,
    OTHER,
    OWN,
    OWNER,
    RIVAL,
    Office,
    cards,
    text_of,
)

OURS = {OWNER.id, OFFICER.id, COLLEAGUE.id}
THEIRS = {OWNER.id, RIVAL.id}


def test_the_staff_of_its_campaign_and_the_owners_are_asked_about_a_new_group(
    office: Office,
) -> None:
    told = cards(office.bot.joins(GROUP))

    assert set(told) == OURS
    for card in told.values():
        assert text_of(card) == (
            "Nhóm Nhóm HTX vừa thêm mình, theo chiến dịch Sông Xanh 2024. "
            "Nhóm có được nhận thông báo không?"
        )
        assert labels(card) == ["Duyệt", "Từ chối"]
        assert data(card) == [f"group:{GROUP.id}:approve", f"group:{GROUP.id}:refuse"]


def test_the_group_itself_is_greeted_as_ever(office: Office) -> None:
    greeting = office.bot.joins(GROUP)[0]

    assert isinstance(greeting, Send)
    assert greeting.chat == GROUP


def test_each_is_written_to_in_the_language_that_they_chose(office: Office) -> None:
    office.colleague.writes("/language en")

    told = cards(office.bot.joins(GROUP))

    assert text_of(told[COLLEAGUE.id]).startswith("The group Nhóm HTX has added me")
    assert labels(told[COLLEAGUE.id]) == ["Approve", "Refuse"]
    assert labels(told[OFFICER.id]) == ["Duyệt", "Từ chối"]


def test_staff_are_asked_once_about_a_group_that_comes_and_goes(office: Office) -> None:
    office.bot.joins(GROUP)

    assert cards(office.bot.leaves(GROUP)) == {}
    assert cards(office.bot.joins(GROUP)) == {}


@pytest.mark.parametrize("campaign", [OWN, OTHER])
def test_a_group_that_is_added_through_a_link_is_asked_about_in_either_order(
    office: Office, campaign: str
) -> None:
    """Telegram sends that the bot was added, and the link's /start, in any order."""
    told = cards(office.bot.hears(f"/start@htx_bot {campaign}", GROUP, MEMBER))
    told |= cards(office.bot.joins(GROUP))

    assert set(told) == (OURS if campaign == OWN else THEIRS)


def test_a_link_to_the_campaign_that_the_group_already_follows_asks_nobody_twice(
    office: Office,
) -> None:
    office.bot.joins(GROUP)

    assert cards(office.bot.hears(f"/start@htx_bot {OWN}", GROUP, MEMBER)) == {}


def test_a_group_that_spoke_before_it_was_said_to_have_joined_is_asked_about(
    office: Office,
) -> None:
    office.bot.hears("/homnay", GROUP)

    assert set(cards(office.bot.joins(GROUP))) == OURS


@pytest.mark.parametrize("way", ["command", "link", "button"])
def test_a_group_that_chooses_another_campaign_is_to_be_approved_again(
    office: Office, way: str
) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:approve")
    office.officer.presses(f"group:{GROUP.id}:name")
    office.officer.writes("HTX Hoa Sen")

    told = cards(
        office.bot.press(f"campaign:{OTHER}", GROUP, ADMIN)
        if way == "button"
        else office.bot.hears(
            f"/{'chiendich' if way == 'command' else 'start'} {OTHER}", GROUP, ADMIN
        )
    )

    assert set(told) == THEIRS
    assert "Núi Cao" in text_of(told[RIVAL.id])
    group = office.group()
    assert (group.campaign, group.approved, group.name) == (OTHER, None, None)

    assert set(cards(office.bot.hears(f"/chiendich {OWN}", GROUP, ADMIN))) == OURS


def test_choosing_the_same_campaign_again_changes_nothing(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:approve")

    assert cards(office.bot.hears(f"/chiendich {OWN}", GROUP, ADMIN)) == {}
    assert office.group().approved is True


def test_a_group_that_was_refused_is_not_asked_about_again(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:refuse")
    office.bot.leaves(GROUP)

    assert cards(office.bot.joins(GROUP)) == {}


def test_staff_are_told_once_that_an_approved_group_has_removed_the_bot(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:approve")

    told = cards(office.bot.leaves(GROUP))

    assert set(told) == OURS
    assert text_of(told[OFFICER.id]) == (
        "Nhóm Nhóm HTX đã đưa mình ra khỏi nhóm và không nhận thông báo nữa."
    )
    assert office.bot.leaves(GROUP) == []


def test_a_message_that_finds_the_bot_removed_tells_the_staff_and_the_update_after_it_nobody(
    office: Office,
) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:approve")
    found_out = (office.bot.front, office.bot.unit, GROUP.id, office.bot.now)

    assert set(cards(chats.lose(*found_out))) == OURS
    assert not office.group().present
    assert office.bot.leaves(GROUP) == []
    assert chats.lose(*found_out) == []

    office.bot.joins(GROUP)
    assert set(cards(office.bot.leaves(GROUP))) == OURS


def test_nobody_is_told_of_a_person_whom_no_message_reaches(office: Office) -> None:
    office.officer.writes("/start")
    found_out = (office.bot.front, office.bot.unit, OFFICER.id, office.bot.now)
    assert chats.lose(*found_out) == []


def test_somebody_who_blocks_the_bot_is_nobody_s_news(office: Office) -> None:
    office.officer.writes("/start")

    assert office.bot.leaves(office.officer.chat, OFFICER) == []
    assert office.bot.joins(office.officer.chat, OFFICER) == []


def test_without_staff_nobody_is_asked(bot: Bot) -> None:
    assert sent(bot.joins(GROUP)).chat == GROUP


def test_a_private_chat_chooses_its_campaign_in_peace(office: Office) -> None:
    acknowledge, _edit = office.officer.presses(f"campaign:{OTHER}")

    assert acknowledge == Acknowledge("press")

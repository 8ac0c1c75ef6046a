"""The button "Đã nộp" under a reminder."""

from dataclasses import replace

import pytest

from campaign.messages import Button, Edit
from handlers.ledger import reminder_buttons
from storage import chats, cooperatives
from tests.handlers.bot import (
    FOREIGNER,
    GROUP,
    NEIGHBOUR,
    OTHER_GROUP,
    PRIVATE,
    data,
    labels,
    notice,
    picked,
    sent,
)
from tests.handlers.ledger import HAND, acknowledged, ledger, member_presses, named, state
from tests.handlers.newsroom import approve
from tests.handlers.office import OTHER, OWN, Office, text_of


@pytest.fixture(autouse=True)
def _ledger(office: Office) -> None:
    ledger(office)


def buttons_of(office: Office) -> dict[str, str]:
    """Return the buttons of the question which cooperative, by their words."""
    question = picked(member_presses(office.bot, HAND, OTHER_GROUP))
    return {button.label: button.data for row in question.buttons for button in row}


def test_the_reminder_has_the_two_buttons() -> None:
    ((hand, help_),) = reminder_buttons("nam-dinh-2024", 8, "vi")

    assert hand == Button("Đã nộp", "hand:nam-dinh-2024:8")
    assert help_ == Button("Cần hỗ trợ", "help:nam-dinh-2024:8")
    assert len(f"hand:{'x' * 40}:99:{10**14}".encode()) <= 64


def test_a_group_with_one_cooperative_needs_one_press(office: Office) -> None:
    assert "HTX Hoa Sen đã nộp. Cảm ơn" in notice(member_presses(office.bot, HAND))
    assert state(office.bot, "HTX Hoa Sen") == "handed_in"


def test_the_second_who_presses_is_told_that_it_is_done(office: Office) -> None:
    member_presses(office.bot, HAND)

    assert "được ghi là đã nộp rồi" in notice(member_presses(office.bot, HAND, GROUP, NEIGHBOUR))


def test_of_several_cooperatives_it_is_asked_which(office: Office) -> None:
    question = picked(member_presses(office.bot, HAND, OTHER_GROUP))

    assert text_of(question) == "Xét giải Hạt vàng: còn 3 HTX chưa nộp. HTX nào vừa nộp?"
    assert sorted(buttons_of(office)) == ["HTX Cá Sông", "HTX Gốm", "HTX Lúa Vàng"]


def test_the_question_goes_on_until_all_have_handed_in(office: Office) -> None:
    asked = buttons_of(office)

    first = member_presses(office.bot, asked["HTX Gốm"], OTHER_GROUP)
    assert "HTX Gốm đã nộp" in acknowledged(first)
    assert "còn 2 HTX chưa nộp" in text_of(first[1])  # type: ignore[arg-type]  # an edit
    member_presses(office.bot, asked["HTX Cá Sông"], OTHER_GROUP)
    last = member_presses(office.bot, asked["HTX Lúa Vàng"], OTHER_GROUP)

    assert "tất cả HTX của nhóm đã nộp" in text_of(last[1])  # type: ignore[arg-type]  # an edit
    assert "đều đã nộp" in notice(member_presses(office.bot, HAND, OTHER_GROUP))
    assert state(office.bot, "HTX Hoa Sen") is None


def test_the_groups_question_stays_in_its_language_whoever_presses(office: Office) -> None:
    question = picked(member_presses(office.bot, HAND, OTHER_GROUP, FOREIGNER))
    gems = next(row[0].data for row in question.buttons if row[0].label == "HTX Gốm")

    notice_, edit = member_presses(office.bot, gems, OTHER_GROUP, FOREIGNER)

    assert text_of(question) == "Xét giải Hạt vàng: còn 3 HTX chưa nộp. HTX nào vừa nộp?"
    assert acknowledged([notice_]) == "Noted: HTX Gốm has handed in. Thank you all!"
    assert isinstance(edit, Edit)
    assert text_of(edit) == "Xét giải Hạt vàng: còn 2 HTX chưa nộp. HTX nào vừa nộp?"


def test_two_who_choose_the_same_cooperative_change_it_once(office: Office) -> None:
    asked = buttons_of(office)
    member_presses(office.bot, asked["HTX Gốm"], OTHER_GROUP)

    again = member_presses(office.bot, asked["HTX Gốm"], OTHER_GROUP, NEIGHBOUR)

    assert "được ghi là đã nộp rồi" in acknowledged(again)
    assert "còn 2 HTX" in text_of(again[1])  # type: ignore[arg-type]  # an edit


def test_a_press_by_somebody_of_another_group_changes_nothing(office: Office) -> None:
    theirs = buttons_of(office)["HTX Gốm"]

    assert "không phải của nhóm này" in notice(member_presses(office.bot, theirs, GROUP))
    assert state(office.bot, "HTX Gốm") is None


def test_a_cooperative_that_is_gone_is_no_longer_the_groups(office: Office) -> None:
    theirs = buttons_of(office)["HTX Gốm"]
    cooperatives.remove(office.bot.unit, named(office.bot, "HTX Gốm").id)

    assert "không phải của nhóm này" in notice(member_presses(office.bot, theirs, OTHER_GROUP))


def test_a_group_without_cooperatives_is_told_how_to_name_one(office: Office) -> None:
    chat = replace(GROUP, id=-300)
    approve(office, chat)

    assert "/htx" in notice(member_presses(office.bot, HAND, chat))


def test_in_private_it_is_said_where_the_button_belongs(office: Office) -> None:
    assert "trong nhóm" in notice(office.bot.press(HAND, PRIVATE))


def test_a_button_of_last_year_is_told_that_the_plan_has_ended(office: Office) -> None:
    office.bot.wait(days=400)

    assert "đã kết thúc" in notice(member_presses(office.bot, HAND))
    assert state(office.bot, "HTX Hoa Sen") is None


def test_a_late_press_still_counts(office: Office) -> None:
    office.bot.wait(days=30)

    assert "Cảm ơn" in notice(member_presses(office.bot, HAND))


def test_a_button_of_another_campaign_is_not_the_groups(office: Office) -> None:
    chats.bind(office.bot.unit, GROUP.id, OTHER, office.bot.now)

    assert "kế hoạch khác" in notice(member_presses(office.bot, HAND))
    assert state(office.bot, "HTX Hoa Sen") is None


@pytest.mark.parametrize(
    "data",
    [
        "hand",
        "hand:",
        f"hand:{OWN}",
        f"hand:{OWN}:",
        f"hand:{OWN}:015",
        f"hand:{OWN}:x",
        f"hand:{OWN}:999999999999999999999",
        "hand:khong-co:15",
        "help",
        f"help:{OWN}:15:1",
    ],
)
def test_what_is_old_or_forged_changes_nothing(office: Office, data: str) -> None:
    assert "đã cũ" in notice(member_presses(office.bot, data))


@pytest.mark.parametrize("data", [f"hand:{OWN}:1", f"help:{OWN}:2"])
def test_where_nothing_is_to_be_handed_in_the_plan_has_changed(office: Office, data: str) -> None:
    assert "Kế hoạch đã thay đổi" in notice(member_presses(office.bot, data))


@pytest.mark.parametrize("which", ["", "0", "x", "1:2", "99999999999999999999999"])
def test_a_forged_choice_changes_nothing(office: Office, which: str) -> None:
    answer = notice(member_presses(office.bot, f"{HAND}:{which}", OTHER_GROUP))

    assert "không phải của nhóm này" in answer


def test_a_long_name_fits_into_the_notice_and_the_button(office: Office) -> None:
    long = "HTX " + "Rất dài " * 30
    office.bot.hears("/start")
    cooperatives.add(
        office.bot.unit, OWN, [cooperatives.NewCooperative(long[:255], "Bến Đò", OTHER_GROUP.id)]
    )
    asked = buttons_of(office)
    label = next(each for each in asked if each.startswith("HTX Rất dài"))

    answer = member_presses(office.bot, asked[label], OTHER_GROUP)

    assert len(label) <= 40
    assert len(acknowledged(answer)) <= 200


def test_two_cooperatives_of_one_name_are_told_apart_by_their_districts(office: Office) -> None:
    new = cooperatives.NewCooperative("htx gốm", "Cầu Tre", OTHER_GROUP.id)
    cooperatives.add(office.bot.unit, OWN, [new])

    asked = buttons_of(office)
    assert sorted(asked) == ["HTX Cá Sông", "HTX Gốm (Bến Đò)", "HTX Lúa Vàng", "htx gốm (Cầu Tre)"]

    told = acknowledged(member_presses(office.bot, asked["htx gốm (Cầu Tre)"], OTHER_GROUP))
    assert told == "Đã ghi: htx gốm (Cầu Tre) đã nộp. Cảm ơn cả nhóm!"
    again = buttons_of(office)
    assert "HTX Gốm (Bến Đò)" in again
    assert "htx gốm (Cầu Tre)" not in again


def test_an_english_group_is_answered_in_english(office: Office) -> None:
    chats.speak(office.bot.unit, GROUP.id, "en", office.bot.now)

    assert "has handed in" in notice(member_presses(office.bot, HAND))


def test_the_question_in_the_place_of_the_old_one_is_in_the_same_group(office: Office) -> None:
    _, edit = member_presses(office.bot, buttons_of(office)["HTX Gốm"], OTHER_GROUP)

    assert isinstance(edit, Edit)
    assert (edit.chat, edit.message_id) == (OTHER_GROUP, 50)


@pytest.mark.parametrize("text", ["@htx_bot đã nộp hồ sơ rồi nhé", "/hoi da nop hs"])
def test_who_says_it_in_words_gets_the_button(office: Office, text: str) -> None:
    answer = sent(office.bot.hears(text, GROUP))

    assert text_of(answer) == "Bấm để ghi nhận đã nộp:"
    assert data(answer) == [HAND]
    assert labels(answer) == ["Đã nộp · Xét giải Hạt vàng"]
    assert state(office.bot, "HTX Hoa Sen") is None


def test_said_elsewhere_or_to_others_it_is_no_report(office: Office) -> None:
    said_to_the_bot = "@htx_bot đã nộp hồ sơ"
    office.bot.joins(replace(GROUP, id=-300))

    assert HAND not in data(sent(office.bot.hears("đã nộp hồ sơ")))
    assert HAND not in data(sent(office.bot.hears(said_to_the_bot, replace(GROUP, id=-300))))
    assert office.bot.hears("đã nộp hồ sơ", GROUP) == []
    office.bot.wait(days=400)
    assert HAND not in data(sent(office.bot.hears(said_to_the_bot, GROUP)))

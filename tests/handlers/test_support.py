"""The button "Cần hỗ trợ" under a reminder, and the answer of the staff."""

from dataclasses import replace

import pytest

from campaign.messages import Chat
from storage import groups
from tests.handlers.bot import GROUP, NEIGHBOUR, OTHER_GROUP, data, notice, picked, said
from tests.handlers.ledger import HELP, acknowledged, ledger, member_presses, second_due, told
from tests.handlers.office import COLLEAGUE, OFFICER, OWN, OWNER, Office, cards, text_of

AID = f"aid:{GROUP.id}"


@pytest.fixture(autouse=True)
def _ledger(office: Office) -> None:
    ledger(office)


def test_all_staff_of_the_campaign_are_told_who_needs_help_with_what(office: Office) -> None:
    outgoing = member_presses(office.bot, HELP)

    assert "Đã báo cán bộ" in acknowledged(outgoing)
    seen = cards(outgoing)
    assert set(seen) == {OWNER.id, OFFICER.id, COLLEAGUE.id}
    assert text_of(seen[OFFICER.id]) == (
        "Nhóm Nhóm HTX cần hỗ trợ: Xét giải Hạt vàng (Sông Xanh 2024).\nHTX của nhóm: HTX Hoa Sen."
    )
    assert data(seen[OFFICER.id]) == [AID]
    assert office.lines()[0][1:] == ("help", f"{GROUP.id} III.15 · Nhóm HTX")


def test_who_presses_again_is_told_that_the_staff_know(office: Office) -> None:
    member_presses(office.bot, HELP)

    assert "được báo rồi" in notice(member_presses(office.bot, HELP, GROUP, NEIGHBOUR))
    assert "Đã báo" in acknowledged(member_presses(office.bot, HELP, OTHER_GROUP))
    office.bot.wait(minutes=31)
    assert "Đã báo" in acknowledged(member_presses(office.bot, HELP))


def test_the_answer_of_the_staff_goes_to_that_group(office: Office) -> None:
    question = picked(office.officer.presses(AID))
    assert "Trả lời nhóm Nhóm HTX" in text_of(question)

    outgoing = office.officer.writes("Mẫu hồ sơ ở Văn phòng <tầng 2> & nộp trước 17h")

    assert told(outgoing, Chat(GROUP.id, "group")) == (
        "Cán bộ trả lời:\nMẫu hồ sơ ở Văn phòng <tầng 2> & nộp trước 17h"
    )
    assert "Đã gửi" in told(outgoing, office.officer.chat)
    assert office.lines()[0] == (OFFICER.id, "help_reply", f"{GROUP.id} Nhóm HTX")
    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")  # one answer, one message


@pytest.mark.parametrize("text", ["", "x" * 1001])
def test_an_answer_that_cannot_be_sent_is_asked_for_again(office: Office, text: str) -> None:
    office.officer.presses(AID)

    assert "không quá 1000 ký tự" in office.officer.asks(text)
    assert len(office.officer.writes("Được rồi")) == 2


def test_an_answer_is_given_up(office: Office) -> None:
    office.officer.presses(AID)

    assert "Đã thôi trả lời nhóm" in office.officer.asks("/huy")
    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")


def test_a_group_without_the_bot_cannot_be_answered(office: Office) -> None:
    office.bot.leaves(GROUP)

    assert "không còn ở trong nhóm" in notice(office.officer.presses(AID))


def test_what_was_asked_of_somebody_revoked_since_is_not_sent(office: Office) -> None:
    office.officer.presses(AID)
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert "không phải là cán bộ" in said(office.officer.writes("Mời họp"))


def test_a_plan_without_staff_says_so(office: Office) -> None:
    office.bot.front = replace(office.bot.front, owners=frozenset())
    for each in (OFFICER, COLLEAGUE):
        office.bot.unit.connection.exec_driver_sql(f"DELETE FROM staff WHERE user_id = {each.id}")

    assert "chưa có cán bộ" in notice(member_presses(office.bot, HELP))


def test_the_group_is_called_as_the_staff_call_it(office: Office) -> None:
    groups.rename(office.bot.unit, GROUP.id, "Hoa Sen Bến Đò", office.bot.now)

    assert "Nhóm Hoa Sen Bến Đò cần" in text_of(cards(member_presses(office.bot, HELP))[OFFICER.id])


def test_pressing_the_buttons_of_two_activities_in_turn_tells_the_staff_once_of_each(
    office: Office,
) -> None:
    other = f"help:{OWN}:{second_due(office)}"

    assert "Đã báo" in acknowledged(member_presses(office.bot, HELP))
    assert "Đã báo" in acknowledged(member_presses(office.bot, other))
    assert "được báo rồi" in notice(member_presses(office.bot, HELP))
    assert "được báo rồi" in notice(member_presses(office.bot, other))


def test_an_answer_to_a_group_that_has_removed_the_bot_is_not_said_to_be_sent(
    office: Office,
) -> None:
    office.officer.presses(AID)
    office.bot.leaves(GROUP)

    assert "không còn ở trong nhóm" in said(office.officer.writes("Được rồi"))


def test_the_second_who_wants_to_answer_sees_that_somebody_has(office: Office) -> None:
    member_presses(office.bot, HELP)
    assert "đã được trả lời" not in text_of(picked(office.officer.presses(AID)))
    office.officer.writes("Nộp ở Văn phòng nhé")

    asked = text_of(picked(office.colleague.presses(AID)))

    assert asked.splitlines()[0] == (
        "Nhóm đã được trả lời lúc 12:00 thứ Sáu 8/3/2024 (giờ Việt Nam)."
    )
    office.bot.wait(hours=1)
    member_presses(office.bot, HELP)
    assert "đã được trả lời" not in text_of(picked(office.colleague.presses(AID)))

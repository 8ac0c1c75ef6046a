"""The button "Đã nhận": for everybody in a group that got the announcement, and nobody else."""

import pytest

from campaign.messages import Chat, Sender
from storage import broadcasts, receipts
from tests.handlers.bot import (
    GROUP,
    MEMBER,
    NEIGHBOUR,
    OTHER_GROUP,
    edited,
    labels,
    notice,
    picked,
)
from tests.handlers.newsroom import (
    all_got,
    approve,
    drafted,
    only,
    presses,
    settle,
    shown,
    tick,
    writes,
)
from tests.handlers.office import Office, text_of


@pytest.fixture(autouse=True)
def sent(office: Office) -> None:
    """An announcement with the button is in one group, and not in the other."""
    approve(office, GROUP)
    card = shown(presses(office.officer, "Nút “Đã nhận”", drafted(office.officer)))[1]
    presses(office.officer, "Gửi ngay", card)
    settle(office.bot, only(office.bot), "sent")
    office.bot.joins(OTHER_GROUP)


def test_each_person_is_thanked_and_counted_once(office: Office) -> None:
    assert "Cảm ơn" in notice(office.bot.press("seen:1", GROUP, MEMBER))
    assert "đã ghi nhận của bạn rồi" in notice(office.bot.press("seen:1", GROUP, MEMBER))
    assert "Cảm ơn" in notice(office.bot.press("seen:1", GROUP, NEIGHBOUR))

    assert receipts.count(office.bot.unit, 1) == (2, 1)


@pytest.mark.parametrize("data", ["seen", "seen:", "seen:2", "seen:01", "seen:x", "seen:1:1"])
@pytest.mark.parametrize("sender", [MEMBER, NEIGHBOUR])
def test_what_is_forged_counts_nothing(office: Office, data: str, sender: Sender) -> None:
    assert "đã cũ" in notice(office.bot.press(data, GROUP, sender))

    assert receipts.count(office.bot.unit, 1) == (0, 0)


def test_another_group_and_a_private_chat_count_nothing(office: Office) -> None:
    assert "đã cũ" in notice(office.bot.press("seen:1", OTHER_GROUP, MEMBER))
    assert "bản xem trước" in notice(office.officer.presses("seen:1"))

    assert receipts.count(office.bot.unit, 1) == (0, 0)


def test_the_report_tells_how_many_confirmed(office: Office) -> None:
    tick(office)
    office.bot.press("seen:1", GROUP, MEMBER)

    _, listed = writes(office.officer, "/thongbao")
    _, card = shown(office.officer.presses("cast:1:show"))

    assert listed
    assert "1 người ở 1 nhóm" in text_of(card)


def test_staff_see_which_groups_have_confirmed_and_which_have_not(office: Office) -> None:
    started = broadcasts.find(office.bot.unit, 1)
    assert started
    groups = [Chat(-1000 - number, "group", f"Nhóm {number:02}") for number in range(21)]
    approve(office, *groups)
    all_got(office.bot, started)
    office.bot.press("seen:1", GROUP, MEMBER)
    office.bot.press("seen:1", GROUP, NEIGHBOUR)
    _, card = shown(office.officer.presses("cast:1:show"))

    listed = picked(presses(office.officer, "Ai đã nhận", card))

    lines = text_of(listed).splitlines()
    assert lines[:2] == ["Thông báo số 1: 1/22 nhóm đã bấm “Đã nhận”.", "✗ Nhóm 00"]
    assert (len(lines), lines[-1], labels(listed)) == (21, "✗ Nhóm 19", ["2 »"])

    second = edited(presses(office.officer, "2 »", listed))

    assert text_of(second).splitlines()[1:] == ["✗ Nhóm 20", "✓ Nhóm HTX · 2 người"]
    assert edited(presses(office.officer, "« 1", second)).text == listed.text


def test_an_announcement_without_the_button_has_no_such_list(office: Office) -> None:
    presses(office.officer, "Gửi ngay", drafted(office.officer))
    _, card = shown(office.officer.presses("cast:2:show"))

    assert "Ai đã nhận" not in labels(card)
    assert "đã cũ" in notice(office.officer.presses("cast:2:receipts"))

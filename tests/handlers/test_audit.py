"""What was done lately, for those whom it concerns."""

import pytest

from campaign.messages import Chat
from storage import audit
from tests.handlers.bot import (
    ADMIN,
    GROUP,
    OTHER_GROUP,
    data,
    edited,
    labels,
    notice,
    said,
    sent,
)
from tests.handlers.office import OTHER, OWN, Office, text_of


def test_staff_see_what_was_done_in_their_campaign(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(f"group:{GROUP.id}:approve")
    office.bot.wait(hours=1)
    office.colleague.presses(f"group:{GROUP.id}:withdraw")
    office.bot.hears(f"/start@htx_bot {OTHER}", OTHER_GROUP, ADMIN)
    office.stranger.writes("/nhom")

    assert office.officer.asks("/nhatky") == (
        "Những việc gần đây nhất:\n"
        "13:00 8/3/2024 · 21 · từ chối nhóm · Nhóm HTX · Sông Xanh 2024\n"
        "12:00 8/3/2024 · bạn · duyệt nhóm · Nhóm HTX · Sông Xanh 2024\n"
        "12:00 8/3/2024 · 10 · thêm mình vào nhóm · Nhóm HTX · Sông Xanh 2024"
    )


def test_an_owner_sees_everything_refusals_included(office: Office) -> None:
    office.bot.hears(f"/start@htx_bot {OTHER}", OTHER_GROUP, ADMIN)
    office.stranger.writes("/nhom")
    office.stranger.presses("group:-100:approve")

    assert office.owner.asks("/log") == (
        "What was done last:\n"
        "12:00 8/3/2024 · 23 · was refused · group:-100:approve · and 1 times before\n"
        "12:00 8/3/2024 · 10 · added me to the group · Nhóm khác · Núi Cao 2024"
    )


def test_twenty_lines_are_shown_and_what_is_older_on_further_pages(office: Office) -> None:
    for number in range(25):
        office.bot.joins(Chat(-1000 - number, "group", f"Nhóm {number}"))

    newest = sent(office.officer.writes("/nhatky"))
    lines = said([newest]).splitlines()
    assert len(lines) == 21
    assert "Nhóm 24" in lines[1]
    assert labels(newest) == ["Cũ hơn »"]

    older = edited(office.officer.presses(data(newest)[0]))
    lines = text_of(older).splitlines()
    assert lines[0] == "Những việc trước đó:"
    assert (len(lines), "Nhóm 4" in lines[1]) == (6, True)
    assert labels(older) == ["« Mới nhất"]

    assert edited(office.officer.presses(data(older)[0])).text == newest.text


def test_who_is_refused_again_and_again_does_not_fill_the_page(office: Office) -> None:
    office.bot.joins(GROUP)
    for number in range(30):
        office.stranger.presses(f"group:{number}:approve")

    lines = office.owner.asks("/nhatky").splitlines()

    assert lines[1:] == [
        "12:00 8/3/2024 · 23 · bị từ chối · group:29:approve · và 29 lần trước đó",
        "12:00 8/3/2024 · 10 · thêm mình vào nhóm · Nhóm HTX · Sông Xanh 2024",
    ]


@pytest.mark.parametrize("page", ["log:0", "log:-1", "log:x", "log:1:2", f"log:{'9' * 40}"])
def test_a_page_that_nobody_was_shown_is_refused(office: Office, page: str) -> None:
    assert "đã cũ" in notice(office.officer.presses(page))


def test_only_staff_turn_the_pages(office: Office) -> None:
    assert "chỉ dành cho cán bộ" in notice(office.stranger.presses("log:5"))


def test_a_log_without_lines_says_so(office: Office) -> None:
    assert "chưa có gì" in office.officer.asks("/nhatky")


def test_what_was_done_for_a_campaign_that_is_gone_keeps_its_name(office: Office) -> None:
    audit.add(office.bot.unit, office.bot.now, 5, "ha-noi-2023", "dance", "x")

    assert "· 5 · dance · x · ha-noi-2023" in office.owner.asks("/nhatky")


def test_looking_is_not_written_down(office: Office) -> None:
    for command in ("/nhatky", "/nhom", "/nhanvien", "/huy"):
        office.officer.writes(command)

    assert office.lines() == []
    assert OWN not in office.officer.asks("/nhatky")

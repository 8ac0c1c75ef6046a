"""The list of cooperatives as staff see it: /htx in private."""

import pytest

from campaign.messages import Acknowledge, Made, SendFile
from storage import cooperatives, submissions
from storage.cooperatives import NewCooperative
from tests.handlers.bot import data, edited, labels, notice, picked, sent
from tests.handlers.ledger import NO, handed_in, ledger, named, state
from tests.handlers.office import OFFICER, OTHER, OWN, Office, text_of


@pytest.fixture(autouse=True)
def _ledger(office: Office) -> None:
    ledger(office)


def test_staff_see_the_list_and_what_can_be_done(office: Office) -> None:
    shown = sent(office.officer.writes("/htx"))

    assert text_of(shown) == "Sông Xanh 2024: 5 HTX, 1 HTX chưa có nhóm. Chọn một HTX để xem:"
    assert labels(shown) == [
        "HTX Gốm · Bến Đò",
        "HTX Hoa Sen · Bến Đò",
        "HTX Cá Sông · Cầu Tre",
        "HTX Lúa Vàng · Cầu Tre",
        "○ HTX Xa · Đảo Xa",
        "Nhập danh sách",
        "Tệp mẫu",
        "Tải XLSX",
    ]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ("gốm", ["HTX Gốm · Bến Đò"]),
        ("GOM", ["HTX Gốm · Bến Đò"]),
        ("cau tre", ["HTX Cá Sông · Cầu Tre", "HTX Lúa Vàng · Cầu Tre"]),
        (f"{OWN} lua cau tre", ["HTX Lúa Vàng · Cầu Tre"]),
        ("htx", ["HTX Gốm · Bến Đò", "HTX Hoa Sen · Bến Đò", "HTX Cá Sông · Cầu Tre"]),
        ("gồm", []),
    ],
)
def test_one_of_hundreds_is_found_by_its_name_or_district(
    office: Office, sought: str, expected: list[str]
) -> None:
    shown = sent(office.officer.writes(f"/htx {sought}"))

    assert labels(shown)[:-1][:3] == expected
    assert labels(shown)[-1] == "« Các HTX"
    assert ("không có HTX nào khớp" in text_of(shown)) is not bool(expected)


def test_an_empty_list_says_how_it_is_filled(office: Office) -> None:
    assert "Núi Cao 2024 chưa có HTX nào" in office.rival.asks("/htx")


def test_a_long_list_has_pages(office: Office) -> None:
    new = [NewCooperative(f"HTX {number:02}", "A") for number in range(20)]
    cooperatives.add(office.bot.unit, OWN, new)

    first = sent(office.officer.writes("/htx"))
    assert f"coops:{OWN}:1" in data(first)
    second = edited(office.officer.presses(f"coops:{OWN}:1"))
    assert labels(second)[0] == "○ HTX 10 · A"
    last = edited(office.officer.presses(f"coops:{OWN}:99"))
    assert labels(last)[-4:] == ["« 2", "Nhập danh sách", "Tệp mẫu", "Tải XLSX"]


def test_a_card_shows_where_a_cooperative_stands(office: Office) -> None:
    each = named(office.bot, "HTX Hoa Sen")
    handed_in(office.bot, "HTX Hoa Sen")

    card = edited(office.officer.presses(f"coop:{each.id}"))

    assert text_of(card) == (
        "HTX Hoa Sen\nĐịa bàn: Bến Đò\nNhóm: Nhóm HTX\nMục III.15 · Xét giải Hạt vàng: đã nộp"
    )
    alone = named(office.bot, "HTX Xa")
    assert "Nhóm: chưa có" in text_of(edited(office.officer.presses(f"coop:{alone.id}")))


def test_staff_note_what_was_handed_in_to_them(office: Office) -> None:
    """A cooperative without a group has no button, and brings its dossier to the office."""
    alone = named(office.bot, "HTX Xa")
    card = edited(office.officer.presses(f"coop:{alone.id}"))
    hand = data(card)[0]
    assert labels(card)[0] == "Ghi đã nộp · mục III.15"

    noted = edited(office.officer.presses(hand))

    assert "Xét giải Hạt vàng: đã nộp" in text_of(noted)
    assert state(office.bot, "HTX Xa") == "handed_in"
    assert office.lines()[0] == (OFFICER.id, "coop_hand", "HTX Xa · III.15")
    assert "được ghi là đã nộp rồi" in notice(office.colleague.presses(hand))


def test_the_card_leads_to_what_was_handed_in_even_when_it_is_accepted(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    submissions.decide(office.bot.unit, seen, "accepted", None, office.bot.now)

    card = edited(office.officer.presses(f"coop:{named(office.bot, 'HTX Hoa Sen').id}"))

    assert labels(card)[0] == "Xem hồ sơ · mục III.15"
    shown = picked(office.officer.presses(data(card)[0]))
    assert labels(shown) == ["Cần bổ sung", "Đặt lại: chưa nộp"]


@pytest.mark.parametrize("no", ["", "x", "1", "99", "015", "9" * 30])
def test_nothing_is_noted_for_an_activity_without_a_deadline(office: Office, no: str) -> None:
    alone = named(office.bot, "HTX Xa")

    assert "đã cũ" in notice(office.officer.presses(f"coop:{alone.id}:hand:{no}"))
    assert state(office.bot, "HTX Xa") is None


def test_when_the_campaign_has_ended_nothing_more_is_noted(office: Office) -> None:
    alone = named(office.bot, "HTX Xa")
    office.bot.wait(days=400)

    assert "đã kết thúc" in notice(office.officer.presses(f"coop:{alone.id}:hand:{NO}"))


def test_deleting_is_confirmed_and_written_down(office: Office) -> None:
    each = named(office.bot, "HTX Gốm")
    sure = edited(office.officer.presses(f"coop:{each.id}:drop"))
    assert "Xóa HTX Gốm" in text_of(sure)
    assert data(sure) == [f"coop:{each.id}:drop_now", f"coop:{each.id}"]

    gone = edited(office.officer.presses(f"coop:{each.id}:drop_now"))

    assert text_of(gone) == "Đã xóa HTX Gốm."
    assert cooperatives.find(office.bot.unit, each.id) is None
    assert office.lines()[0] == (OFFICER.id, "coop_drop", "HTX Gốm (Bến Đò)")
    assert "đã cũ" in notice(office.officer.presses(f"coop:{each.id}:drop_now"))


def test_staff_of_another_campaign_see_and_delete_nothing(office: Office) -> None:
    each = named(office.bot, "HTX Gốm")

    for button in (f"coop:{each.id}", f"coop:{each.id}:drop_now"):
        assert "không phải là cán bộ" in notice(office.rival.presses(button))
    assert cooperatives.find(office.bot.unit, each.id)


@pytest.mark.parametrize("what", ["list", "template"])
def test_the_list_and_a_template_are_sent_as_files(office: Office, what: str) -> None:
    first, file = office.officer.presses(f"file:{what}:{OWN}")

    assert first == Acknowledge("press")
    assert isinstance(file, SendFile)
    assert file.file == Made("document", what, (OWN, "vi"))


def test_a_member_is_told_where_cooperatives_are_named(office: Office) -> None:
    assert "bằng /htx trong nhóm" in office.stranger.asks("/htx")
    assert office.lines()[0][1:] == ("refused", "/htx")


def test_an_owner_acts_for_the_campaign_of_the_chat(office: Office) -> None:
    assert "Sông Xanh 2024: 5 HTX" in office.owner.asks("/htx")

    office.owner.writes(f"/chiendich {OTHER}")

    assert "Núi Cao 2024 chưa có HTX" in office.owner.asks("/htx")

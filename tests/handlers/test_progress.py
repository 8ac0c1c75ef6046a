"""How far the cooperatives are: /tiendo, the files, and the report after the deadline."""

import datetime

import pytest

from campaign.ledger.charts import Chart
from campaign.ledger.grids import Sheet
from campaign.messages import Made, Outgoing, Send, SendFile, plain
from handlers import closing, due, made
from storage import outbox, submissions
from storage.outbox import Holder, Row
from tests.handlers.bot import data, said
from tests.handlers.ledger import NO, handed_in, ledger, second_due
from tests.handlers.office import COLLEAGUE, OFFICER, OTHER, OWN, OWNER, Office, text_of

REPORT = datetime.datetime(2024, 3, 15, 1, tzinfo=datetime.UTC)
"""08:00 in Vietnam on the day after the last safe one."""


@pytest.fixture(autouse=True)
def _ledger(office: Office) -> None:
    ledger(office)
    handed_in(office.bot, "HTX Hoa Sen")
    accepted = handed_in(office.bot, "HTX Gốm")
    submissions.decide(office.bot.unit, accepted, "accepted", None, office.bot.now)
    returned = handed_in(office.bot, "HTX Cá Sông")
    submissions.decide(office.bot.unit, returned, "returned", "thiếu ảnh", office.bot.now)


def paper(office: Office, what: str, about: tuple[str, ...] = (OWN, "vi")) -> Sheet | Chart:
    kind = "photo" if what == "picture" else "document"
    found = made.paper(
        office.bot.front,
        office.bot.unit,
        office.bot.now,
        Made(kind, what, about),  # type: ignore[arg-type]  # one of both
    )
    assert found
    return found.content


def due_now(office: Office) -> dict[str, Outgoing]:
    return dict(closing.tick(office.bot.front, office.bot.unit, office.bot.now))


def test_staff_get_a_table_a_picture_and_a_file(office: Office) -> None:
    table, picture, file = office.officer.writes("/tiendo")

    assert isinstance(table, Send)
    assert text_of(table) == (
        "Tiến độ Sông Xanh 2024, 12:00 thứ Sáu 8/3/2024 (giờ Việt Nam)\n"
        "\n"
        "Mục III.15 · Xét giải Hạt vàng\n"
        "Đã nộp 2/5 HTX, hạn chót hết ngày 14/3/2024\n"
        "        chưa chờ b.s. đạt\n"
        "Bến Đò     0   1    0   1\n"
        "Cầu Tre    1   0    1   0\n"
        "Đảo Xa     1   0    0   0\n"
        "Tổng       2   1    1   1\n"
        "chưa: chưa nộp; chờ: đã nộp, chờ xác nhận; b.s.: cần bổ sung"
    )
    assert data(table) == [f"due:{OWN}:{NO}"]
    assert isinstance(picture, SendFile)
    assert isinstance(file, SendFile)
    assert picture.file == Made("photo", "picture", (OWN, "vi"))
    assert file.file == Made("document", "progress", (OWN, "vi"))


def test_a_campaign_without_deadlines_or_cooperatives_says_so(office: Office) -> None:
    assert "không nêu hạn nộp nào" in said(office.rival.writes("/tiendo"))

    office.bot.unit.connection.exec_driver_sql("DELETE FROM submissions")
    office.bot.unit.connection.exec_driver_sql("DELETE FROM cooperatives")
    assert "chưa có HTX nào" in said(office.officer.writes("/tiendo"))


def test_who_acts_for_several_campaigns_sees_each_that_has_something_to_show(
    office: Office,
) -> None:
    assert len(office.owner.writes("/tiendo")) == 3
    office.bot.unit.connection.exec_driver_sql("DELETE FROM submissions")
    office.bot.unit.connection.exec_driver_sql("DELETE FROM cooperatives")
    assert "Sông Xanh 2024 chưa có HTX nào" in said(office.owner.writes("/tiendo"))


def test_the_file_has_a_row_for_each_cooperative(office: Office) -> None:
    sheet = paper(office, "progress")

    assert isinstance(sheet, Sheet)
    assert sheet.head == ("Tên HTX", "Huyện", "Nhóm", "Xét giải Hạt vàng")
    assert sheet.rows[:3] == [
        ("HTX Gốm", "Bến Đò", "Nhóm khác", "đạt"),
        ("HTX Hoa Sen", "Bến Đò", "Nhóm HTX", "đã nộp"),
        ("HTX Cá Sông", "Cầu Tre", "Nhóm khác", "cần bổ sung"),
    ]
    assert sheet.rows[4] == ("HTX Xa", "Đảo Xa", "", "chưa nộp")


def test_the_picture_has_a_bar_for_each_district(office: Office) -> None:
    chart = paper(office, "picture")

    assert isinstance(chart, Chart)
    assert chart.legend == ("đạt", "cần bổ sung", "đã nộp", "chưa nộp")
    (panel,) = chart.panels
    assert panel.title == "III.15 · Xét giải Hạt vàng"
    assert [(bar.label, bar.parts, bar.figure) for bar in panel.bars] == [
        ("Tất cả", (1, 1, 1, 2), "2/5"),
        ("Bến Đò", (1, 0, 1, 0), "2/2"),
        ("Cầu Tre", (0, 1, 0, 1), "0/2"),
        ("Đảo Xa", (0, 0, 0, 1), "0/1"),
    ]


def test_the_list_can_be_sent_back_as_it_was_sent(office: Office) -> None:
    sheet, blank = paper(office, "list"), paper(office, "template")

    assert isinstance(sheet, Sheet)
    assert isinstance(blank, Sheet)
    assert sheet.head == blank.head == ("Tên HTX", "Huyện", "Nhóm")
    assert len(sheet.rows) == 5
    assert list(blank.rows) == []


@pytest.mark.parametrize("what", ["picture", "progress", "list", "dance"])
def test_of_a_campaign_that_is_gone_nothing_is_made(office: Office, what: str) -> None:
    wanted = Made("document", what, ("khong-co", "vi"))

    assert made.paper(office.bot.front, office.bot.unit, office.bot.now, wanted) is None


def test_before_the_day_after_the_deadline_nothing_is_reported(office: Office) -> None:
    office.bot.now = REPORT - datetime.timedelta(seconds=1)

    assert due_now(office) == {}


def test_the_day_after_the_deadline_all_staff_get_a_report_with_files(office: Office) -> None:
    office.bot.now = REPORT

    told = due_now(office)

    assert {each.chat.id for each in told.values() if not hasattr(each, "press_id")} == {
        OWNER.id,
        OFFICER.id,
        COLLEAGUE.id,
    }
    report, picture, file = (
        told[f"closing:{OWN}:2024-03-14:{OFFICER.id}{end}"] for end in ("", ":file0", ":file1")
    )
    assert isinstance(report, Send)
    lines = plain(report.text).splitlines()
    assert lines[0] == "Hết hạn Xét giải Hạt vàng (Sông Xanh 2024): đã nộp 2/5 HTX."
    assert lines[-2] == "Chưa nộp hoặc cần bổ sung: HTX Cá Sông, HTX Lúa Vàng, HTX Xa"
    assert lines[-1] == "chưa: chưa nộp; chờ: đã nộp, chờ xác nhận; b.s.: cần bổ sung"
    assert isinstance(picture, SendFile)
    assert isinstance(file, SendFile)


def test_two_activities_of_one_day_stand_apart_in_the_report(office: Office) -> None:
    second_due(office)
    office.bot.now = REPORT

    report = due_now(office)[f"closing:{OWN}:2024-03-14:{OFFICER.id}"]

    assert isinstance(report, Send)
    first, second = plain(report.text).split("\n\n")
    assert first.startswith("Hết hạn Xét giải Hạt vàng")
    assert second.startswith("Hết hạn Xét giải Lúa")


def test_a_report_that_was_sent_is_not_made_again(office: Office) -> None:
    office.bot.now = REPORT
    key = f"closing:{OWN}:2024-03-14:{OFFICER.id}"
    row = Row(f"{key}:0", "notice", OFFICER.id, None, None, None, "[]", 1, office.bot.now)
    outbox.begin(office.bot.unit, Holder("a", 30), row, office.bot.now)

    assert not [each for each in due_now(office) if each.startswith(key)]


def ticks(office: Office) -> set[str]:
    """Let time go by as the bot does; return the keys of the reports."""
    found = {key for key in due_now(office) if key.endswith(str(OFFICER.id))}
    due.tick(office.bot.front, office.bot.unit, office.bot.now)
    return found


@pytest.mark.parametrize("days", [2, 5, 60])
def test_it_comes_once_whenever_the_bot_is_back(office: Office, days: int) -> None:
    office.bot.now = REPORT - datetime.timedelta(days=1)
    assert not ticks(office)

    office.bot.now = REPORT + datetime.timedelta(days=days)
    assert ticks(office) == {f"closing:{OWN}:2024-03-14:{OFFICER.id}"}

    for hours in (0, 1, 48):
        office.bot.now += datetime.timedelta(hours=hours, seconds=61)
        assert not ticks(office)


def test_who_is_back_at_night_tells_it_in_the_morning(office: Office) -> None:
    office.bot.now = REPORT - datetime.timedelta(days=1)
    ticks(office)

    office.bot.now = REPORT + datetime.timedelta(days=5, hours=14)  # 22:00
    assert not ticks(office)
    office.bot.now += datetime.timedelta(hours=10)
    assert ticks(office)


def test_a_bot_that_is_new_tells_of_no_deadline_of_long_ago(office: Office) -> None:
    office.bot.now = REPORT + closing.WITHIN - datetime.timedelta(seconds=1)
    assert due_now(office)

    office.bot.now = REPORT + closing.WITHIN
    assert not due_now(office)
    assert closing.WITHIN < outbox.KEPT


def test_a_campaign_without_cooperatives_has_no_report(office: Office) -> None:
    office.bot.unit.connection.exec_driver_sql("DELETE FROM submissions")
    office.bot.unit.connection.exec_driver_sql("DELETE FROM cooperatives")
    office.bot.now = REPORT

    assert due_now(office) == {}
    assert OTHER not in str(due_now(office))

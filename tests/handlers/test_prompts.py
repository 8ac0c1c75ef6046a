"""What the bot has asked staff in private, and how long it waits for the answer."""

import pytest

from campaign.messages import Content, Send
from handlers.prompts import PROMPTS
from storage import broadcasts, prompts
from tests.handlers.bot import GROUP, labels, said, sent
from tests.handlers.newsroom import (
    approve,
    drafted,
    only,
    presses,
    settle,
    shown,
    started,
    tick,
    writes,
)
from tests.handlers.office import OFFICER, OWN, Office, text_of

NAME, TAGS = f"group:{GROUP.id}:name", f"group:{GROUP.id}:tags"


@pytest.fixture(autouse=True)
def _a_group(office: Office) -> None:
    office.bot.joins(GROUP)


@pytest.mark.parametrize(
    ("button", "given_up"),
    [(NAME, "Đã thôi đặt tên nhóm"), (TAGS, "Đã thôi gắn thẻ")],
)
def test_cancelling_says_what_is_given_up(office: Office, button: str, given_up: str) -> None:
    office.officer.presses(button)

    assert given_up in office.officer.asks("/huy")

    assert "không có việc gì" in office.officer.asks("/huy")
    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")


@pytest.mark.parametrize("question", PROMPTS)
def test_every_question_can_be_given_up(office: Office, question: str) -> None:
    prompts.ask(office.bot.unit, OFFICER.id, question, GROUP.id, office.bot.now)

    assert "không có việc gì" not in office.officer.asks("/huy")
    assert "không có việc gì" in office.officer.asks("/huy")


@pytest.mark.parametrize("command", ["/homnay", "/nhom", "/start", "/xyz", "/help"])
def test_any_command_gives_up_what_was_asked(office: Office, command: str) -> None:
    office.officer.presses(NAME)

    office.officer.writes(command)

    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")
    assert office.group().name is None


@pytest.mark.parametrize(("minutes", "taken"), [(30, True), (31, False)])
def test_an_answer_is_taken_for_half_an_hour(office: Office, minutes: int, taken: bool) -> None:
    office.officer.presses(NAME)

    office.bot.wait(minutes=minutes)
    office.officer.writes("HTX Hoa Sen")

    assert (office.group().name == "HTX Hoa Sen") is taken


def test_the_last_question_counts(office: Office) -> None:
    office.officer.presses(NAME)
    office.officer.presses(TAGS)

    office.officer.writes("Ý Yên")

    assert (office.group().name, office.group().tags) == (None, ("Ý Yên",))


def test_what_was_asked_of_one_is_not_answered_by_another(office: Office) -> None:
    office.officer.presses(NAME)

    office.colleague.writes("HTX Hoa Sen")
    assert office.group().name is None

    office.officer.writes("HTX Hoa Sen")
    assert office.group().name == "HTX Hoa Sen"


@pytest.mark.parametrize("other", ["Gửi ngay", "Ghim", "Chọn nhóm", "Hủy"])
@pytest.mark.parametrize("asking", ["Hẹn giờ", "Sửa nội dung"])
def test_another_button_of_the_announcement_gives_up_what_was_asked(
    office: Office, asking: str, other: str
) -> None:
    approve(office)
    card = drafted(office.officer)
    presses(office.officer, asking, card)

    presses(office.officer, other, card)

    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")


def test_another_button_of_a_report_gives_up_the_correction(office: Office) -> None:
    approve(office)
    started(office.officer)
    settle(office.bot, only(office.bot), "sent")
    report = tick(office)[-1][1]
    assert isinstance(report, Send)
    presses(office.officer, "Đính chính", report)

    presses(office.officer, "Thu hồi", report)

    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")


def test_a_button_of_another_announcement_leaves_the_question_open(office: Office) -> None:
    approve(office)
    first, second = drafted(office.officer), drafted(office.officer)
    presses(office.officer, "Hẹn giờ", first)

    presses(office.officer, "Ghim", second)

    assert "Xác nhận gửi lúc 8:00" in labels(sent(office.officer.writes("8h sáng 11/3")))[0]


def test_an_announcement_may_begin_like_a_command(office: Office) -> None:
    approve(office)
    office.officer.writes("/thongbao")

    content, _ = shown(writes(office.officer, "/lich là lệnh để xem lịch, mời cả nhóm dùng thử"))

    assert content == Content("/lich là lệnh để xem lịch, mời cả nhóm dùng thử")


def test_a_correction_may_begin_like_a_command(office: Office) -> None:
    approve(office)
    started(office.officer)
    settle(office.bot, only(office.bot), "sent")
    report = tick(office)[-1][1]
    assert isinstance(report, Send)
    presses(office.officer, "Đính chính", report)

    content, _ = shown(writes(office.officer, "/han là lệnh để xem hạn"))

    assert content == Content("/han là lệnh để xem hạn")


@pytest.mark.parametrize("command", ["/huy nhé", "/lich", "/xyz", "/start staff_x", "/cancel"])
def test_commands_that_steer_the_bot_are_no_announcement(office: Office, command: str) -> None:
    office.officer.writes("/thongbao")

    office.officer.writes(command)

    assert "Bến Đò" in office.officer.asks("lễ phát động ở đâu?")
    assert broadcasts.listing(office.bot.unit, {OWN}, 1) == []


def test_words_after_the_command_begin_another_announcement(office: Office) -> None:
    approve(office)
    office.officer.writes("/thongbao")

    content, _ = shown(writes(office.officer, "/thongbao Mời họp"))

    assert content == Content("Mời họp")


def test_words_that_come_before_the_campaign_is_chosen_are_kept_for_it(office: Office) -> None:
    writes(office.owner, "/thongbao")

    question = sent(writes(office.owner, "Mời họp"))

    assert "của chiến dịch nào" in said([question])
    content, card = shown(presses(office.owner, "Núi Cao 2024", question))
    assert content == Content("Mời họp")
    assert "Núi Cao 2024" in text_of(card)
    assert "Bến Đò" in office.owner.asks("lễ phát động ở đâu?")


def test_what_cannot_be_sent_is_asked_for_again_before_the_campaign_is_chosen(
    office: Office,
) -> None:
    writes(office.owner, "/thongbao")

    assert "chưa gửi được loại tin này" in said(writes(office.owner, None))

    question = sent(writes(office.owner, "Mời họp"))
    assert "của chiến dịch nào" in said([question])

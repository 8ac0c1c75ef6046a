"""What the groups have got can be corrected and recalled, every copy of it."""

from dataclasses import replace

import pytest

from campaign.messages import Content, Send
from storage import broadcasts
from tests.handlers.bot import GROUP, OTHER_GROUP, labels, notice, picked, said
from tests.handlers.newsroom import (
    PHOTO,
    WORDS,
    approve,
    only,
    presses,
    queued,
    settle,
    shown,
    started,
    tick,
    turned,
    writes,
)
from tests.handlers.office import COLLEAGUE, OFFICER, OWN, OWNER, Office, Person, cards, text_of


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh get announcements, and the owner has spoken to the bot."""
    approve(office)
    office.owner.writes("/start")


def reported(office: Office, content: Content = WORDS) -> Send:
    """Return the report of an announcement that both groups have got."""
    started(office.officer, content)
    settle(office.bot, only(office.bot), "sent")
    report = tick(office)[-1][1]
    assert isinstance(report, Send)
    return report


def test_a_correction_is_asked_for_shown_and_sent_on_a_word(office: Office) -> None:
    _, question = presses(office.officer, "Đính chính", reported(office))
    assert "ở 2 nhóm đã nhận" in said([question])

    content, card = shown(writes(office.officer, "Lễ phát động dời sang 12/4"))
    assert content == Content("Lễ phát động dời sang 12/4")
    assert "Đính chính thông báo số 1" in text_of(card)
    assert labels(card) == ["Gửi đính chính", "Sửa nội dung", "Hủy"]
    running = turned(presses(office.officer, "Gửi đính chính", card, 60))

    assert "Đính chính thông báo số 1: đang làm" in text_of(running)
    assert "0/2 nhóm" in text_of(running)
    correction = only(office.bot)
    assert (correction.kind, correction.original_id, correction.card_id) == ("correction", 1, 60)
    assert queued(office.bot, correction) == [
        ("edit", GROUP.id),
        ("edit", OTHER_GROUP.id),
        ("note", GROUP.id),
        ("note", OTHER_GROUP.id),
    ]
    assert "đã cũ" in notice(presses(office.officer, "Gửi đính chính", card))


def test_the_picture_stays_and_the_caption_is_corrected(office: Office) -> None:
    presses(office.officer, "Đính chính", reported(office, Content("Mời họp", (), PHOTO)))

    assert "chỉ bằng chữ" in said(writes(office.officer, Content("Ảnh khác", (), PHOTO)))
    assert "Dài quá 1 ký tự" in said(writes(office.officer, "a" * 1025))
    assert "trống" in said(writes(office.officer, " "))
    assert "chưa gửi được loại tin này" in said(writes(office.officer, None))
    content, _ = shown(writes(office.officer, "Mời họp lúc 8 giờ"))

    assert content == Content("Mời họp lúc 8 giờ", (), PHOTO)


def test_a_lost_note_is_reported_and_can_be_sent_again(office: Office) -> None:
    presses(office.officer, "Đính chính", reported(office))
    presses(office.officer, "Gửi đính chính", shown(writes(office.officer, "Lời mới"))[1])
    settle(office.bot, only(office.bot), "sent")
    settle(office.bot, only(office.bot), "unknown", "no_answer", chat_id=GROUP.id, step="note")
    report = tick(office)[-1][1]

    assert isinstance(report, Send)
    assert "Đã xong ở cả 2 nhóm" in text_of(report)
    assert "Chưa gửi được lời “ĐÍNH CHÍNH” ở 1 nhóm" in text_of(report)
    assert "Những nhóm chưa xong: Nhóm HTX" in text_of(report)
    assert turned(presses(office.officer, "Gửi lại những nhóm lỗi", report))


def test_what_is_doubtful_in_a_correction_is_said_to_who_writes_and_who_approves_it(
    office: Office,
) -> None:
    report = reported(office)
    office.colleague.writes("/start")
    office.bot.front = replace(office.bot.front, second_approver=True)
    office.bot.wait(hours=10)  # 22:00 in Vietnam
    presses(office.officer, "Đính chính", report)

    _, card = shown(writes(office.officer, "Họp 9h sáng thứ Tư 12/3/2024, báo cáo trước 31/2"))
    asked = cards(presses(office.officer, "Gửi đính chính", card))[COLLEAGUE.id]

    for each in (card, asked):
        assert "ngày 12/3/2024 là thứ Ba" in text_of(each)
        assert "“trước 31/2”: không có ngày này" in text_of(each)
        assert "giờ nghỉ của mọi người" in text_of(each)
        assert "ở 2 nhóm" in text_of(each)
    assert "Cần một cán bộ khác duyệt" in text_of(card)


def test_a_correction_can_be_changed_before_it_goes(office: Office) -> None:
    presses(office.officer, "Đính chính", reported(office))
    _, card = shown(writes(office.officer, "Sai nữa rồi"))
    _, question = presses(office.officer, "Sửa nội dung", card)
    assert "toàn bộ nội dung mới" in said([question])

    content, after = shown(writes(office.officer, "Đúng rồi"))

    assert content == Content("Đúng rồi")
    assert "đã cũ" in notice(presses(office.officer, "Gửi đính chính", card))
    assert turned(presses(office.officer, "Gửi đính chính", after))


def test_a_colleague_may_correct_what_another_wrote(office: Office) -> None:
    presses(office.colleague, "Đính chính", reported(office))
    _, card = shown(writes(office.colleague, "Lời khác"))

    presses(office.colleague, "Gửi đính chính", card)

    assert only(office.bot).author == office.colleague.sender.id
    assert office.lines()[:2] == [
        (office.colleague.sender.id, "cast_send", "#2"),
        (office.colleague.sender.id, "cast_correct", "#2 → #1"),
    ]


def test_one_change_waits_for_the_one_before(office: Office) -> None:
    report = reported(office)
    presses(office.officer, "Đính chính", report)
    _, first = shown(writes(office.officer, "Một"))
    presses(office.officer, "Đính chính", report)
    _, second = shown(writes(office.officer, "Hai"))
    presses(office.officer, "Gửi đính chính", first)

    assert "còn đang chạy" in notice(presses(office.officer, "Gửi đính chính", second))
    assert "còn đang chạy" in notice(presses(office.officer, "Đính chính", report))
    assert "còn đang chạy" in notice(presses(office.officer, "Thu hồi", report))


def test_a_recall_says_what_it_will_do_and_does_it_on_a_word(office: Office) -> None:
    report = reported(office)
    office.bot.wait(hours=1)
    acknowledge, card = presses(office.officer, "Thu hồi", report)
    assert acknowledge
    assert isinstance(card, Send)
    assert "Thu hồi thông báo số 1 ở 2 nhóm: xóa ở 2 nhóm. Chưa làm gì" in text_of(card)
    assert labels(card) == ["Thu hồi ngay", "Hủy"]

    running = turned(presses(office.officer, "Thu hồi ngay", card))

    assert "Thu hồi thông báo số 1: đang làm" in text_of(running)
    recall = only(office.bot)
    assert queued(office.bot, recall) == [("delete", GROUP.id), ("delete", OTHER_GROUP.id)]


def test_what_is_too_old_to_delete_is_edited(office: Office) -> None:
    report = reported(office, Content("Mời họp", (), PHOTO))
    office.bot.wait(hours=49)
    _, card = presses(office.officer, "Thu hồi", report)
    assert isinstance(card, Send)
    assert "ở 2 nhóm: ở 2 nhóm (gửi đã lâu" in text_of(card)

    presses(office.officer, "Thu hồi ngay", card)

    recall = only(office.bot)
    assert queued(office.bot, recall) == [("edit", GROUP.id), ("edit", OTHER_GROUP.id)]
    assert recall.content == Content("Thông báo này đã được thu hồi.", (), PHOTO)


def test_what_may_have_arrived_unseen_is_said_to_be_out_of_reach(office: Office) -> None:
    started(office.officer)
    settle(office.bot, only(office.bot), "sent", chat_id=GROUP.id)
    settle(office.bot, only(office.bot), "unknown", "no_answer", chat_id=OTHER_GROUP.id)
    report = tick(office)[-1][1]
    assert isinstance(report, Send)

    _, card = presses(office.officer, "Thu hồi", report)

    assert isinstance(card, Send)
    assert "Ở 1 nhóm không rõ tin đã tới chưa" in text_of(card)


def test_what_was_recalled_is_neither_sent_again_nor_corrected(office: Office) -> None:
    report = reported(office)
    _, card = presses(office.officer, "Thu hồi", report)
    assert isinstance(card, Send)
    presses(office.officer, "Thu hồi ngay", card)
    settle(office.bot, only(office.bot), "sent")
    ended = tick(office)[-1][1]

    assert isinstance(ended, Send)
    assert labels(ended) == []
    assert "đã cũ" in notice(presses(office.officer, "Đính chính", report))
    assert "đã cũ" in notice(presses(office.officer, "Thu hồi", report))
    assert "đã cũ" in notice(office.officer.presses("cast:1:again"))


def test_with_no_copy_there_is_nothing_to_correct(office: Office) -> None:
    started(office.officer)
    settle(office.bot, only(office.bot), "gone", "kicked")
    report = tick(office)[-1][1]

    assert isinstance(report, Send)
    assert labels(report) == []
    assert "Chưa nhóm nào" in notice(office.officer.presses("cast:1:correct"))
    assert "Chưa nhóm nào" in notice(office.officer.presses("cast:1:recall"))


def test_who_is_revoked_while_asked_for_the_words_is_not_heard(office: Office) -> None:
    presses(office.officer, "Đính chính", reported(office))
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert "không phải là cán bộ" in said(writes(office.officer, "Lời khác"))
    assert only(office.bot).id == 1


def test_a_recall_that_was_stopped_can_be_made_again(office: Office) -> None:
    report = reported(office)
    _, card = presses(office.officer, "Thu hồi", report)
    assert isinstance(card, Send)
    presses(office.officer, "Dừng hẳn", turned(presses(office.officer, "Thu hồi ngay", card)))
    tick(office)

    _, again = presses(office.officer, "Thu hồi", report)

    assert isinstance(again, Send)
    assert turned(presses(office.officer, "Thu hồi ngay", again))
    assert len(queued(office.bot, only(office.bot))) == 2


def test_of_two_recalls_that_were_prepared_one_is_done(office: Office) -> None:
    report = reported(office)
    (_, first), (_, second) = (presses(office.officer, "Thu hồi", report) for _ in range(2))
    assert isinstance(first, Send)
    assert isinstance(second, Send)
    presses(office.officer, "Thu hồi ngay", first)

    assert "đã cũ" in notice(presses(office.officer, "Thu hồi ngay", second))


def submitted_correction(person: Person, report: Send, words: str) -> Send:
    """Return the card on which the owner is asked to approve a correction."""
    presses(person, "Đính chính", report)
    _, card = shown(writes(person, words))
    return cards(presses(person, "Gửi đính chính", card))[OWNER.id]


def test_a_correction_that_waited_does_not_bring_back_what_was_recalled(office: Office) -> None:
    report = reported(office)
    office.bot.front = replace(office.bot.front, second_approver=True)
    asked = submitted_correction(office.officer, report, "Lời khác")
    _, card = presses(office.colleague, "Thu hồi", report)
    assert isinstance(card, Send)
    presses(office.colleague, "Thu hồi ngay", card)

    assert "đã cũ" in notice(presses(office.owner, "Duyệt gửi", asked))
    settle(office.bot, only(office.bot), "sent")
    tick(office)

    assert "đã cũ" in notice(presses(office.owner, "Duyệt gửi", asked))
    correction = broadcasts.find(office.bot.unit, 2)
    assert correction
    assert (correction.state, queued(office.bot, correction)) == ("waiting", [])


def test_of_two_corrections_that_wait_the_second_is_approved_after_the_first(
    office: Office,
) -> None:
    report = reported(office)
    office.bot.front = replace(office.bot.front, second_approver=True)
    first = submitted_correction(office.officer, report, "Một")
    second = submitted_correction(office.colleague, report, "Hai")
    presses(office.owner, "Duyệt gửi", first)

    assert "còn đang chạy" in notice(presses(office.owner, "Duyệt gửi", second))

    running = broadcasts.find(office.bot.unit, 2)
    assert running
    settle(office.bot, running, "sent")
    tick(office)
    presses(office.owner, "Duyệt gửi", second)
    assert only(office.bot).state == "running"


def test_the_announcement_shows_the_words_in_force_and_who_corrected_it(office: Office) -> None:
    presses(office.officer, "Đính chính", reported(office))
    _, card = shown(writes(office.officer, "Lễ phát động dời sang 12/4"))
    assert "đính chính" not in text_of(shown(office.officer.presses("cast:1:show"))[1])
    presses(office.officer, "Gửi đính chính", card)
    settle(office.bot, only(office.bot), "sent")
    tick(office)

    content, original = shown(office.officer.presses("cast:1:show"))

    assert content == Content("Lễ phát động dời sang 12/4")
    assert "Đã được đính chính (số 2)" in text_of(original)
    assert labels(original) == ["Đính chính", "Thu hồi"]


def test_an_announcement_that_was_recalled_says_so(office: Office) -> None:
    _, card = presses(office.officer, "Thu hồi", reported(office))
    assert isinstance(card, Send)
    presses(office.officer, "Thu hồi ngay", card)
    assert "Đã được thu hồi" not in text_of(shown(office.officer.presses("cast:1:show"))[1])
    settle(office.bot, only(office.bot), "sent")
    tick(office)

    content, original = shown(office.officer.presses("cast:1:show"))

    assert content == WORDS
    assert "Đã được thu hồi (số 2)" in text_of(original)
    assert labels(original) == []


def test_what_is_paused_is_to_be_gone_on_with_or_stopped_before_it_is_recalled(
    office: Office,
) -> None:
    card = started(office.officer)
    settle(office.bot, only(office.bot), "sent", chat_id=GROUP.id)
    presses(office.officer, "Tạm dừng", card)

    told = notice(office.officer.presses("cast:1:recall"))

    assert "“Tiếp tục” hoặc “Dừng hẳn”" in told
    presses(office.officer, "Dừng hẳn", card)
    assert "Thu hồi thông báo số 1" in text_of(picked(office.officer.presses("cast:1:recall")))

"""As time goes by: progress in one message, and a report that leaves nobody out."""

import pytest

from campaign.messages import Edit, Send
from storage import broadcasts, outbox
from storage.outbox import Holder, Row
from tests.handlers.bot import GROUP, OTHER_GROUP, labels, notice
from tests.handlers.newsroom import (
    approve,
    drafted,
    only,
    presses,
    queued,
    settle,
    started,
    tick,
    turned,
)
from tests.handlers.office import OFFICER, OWN, Office, text_of


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh get announcements."""
    approve(office)


def put(office: Office, key: str) -> None:
    """Put what belongs under `key` into the outbox, as is done with everything that is due."""
    bot = office.bot
    row = Row(f"{key}:0", "notice", OFFICER.id, None, None, None, "{}", 1, bot.now)
    outbox.begin(bot.unit, Holder("me", 30), row, bot.now)


def test_with_nothing_to_do_nothing_is_done(office: Office) -> None:
    assert tick(office) == []


def test_the_card_shows_progress_every_five_seconds(office: Office) -> None:
    started(office.officer)
    settle(office.bot, only(office.bot), "sent", chat_id=GROUP.id)
    assert tick(office) == []
    office.bot.wait(seconds=6)

    ((key, edit),) = tick(office)

    assert key == "progress:1:1"
    assert isinstance(edit, Edit)
    assert (edit.chat.id, edit.message_id) == (OFFICER.id, 50)
    assert "▰▰▰▰▰▱▱▱▱▱ 50% · 1/2 nhóm" in text_of(edit)
    assert labels(edit) == ["Tạm dừng", "Dừng hẳn"]
    put(office, key)
    office.bot.wait(seconds=3)
    assert tick(office) == []
    office.bot.wait(seconds=1)
    assert [key for key, _ in tick(office)] == ["progress:1:2"]


def test_at_the_end_the_card_rests_and_a_report_comes(office: Office) -> None:
    started(office.officer)
    broadcast = only(office.bot)
    settle(office.bot, broadcast, "sent", chat_id=GROUP.id)
    settle(office.bot, broadcast, "failed", "muted", chat_id=OTHER_GROUP.id)
    office.bot.wait(seconds=7)

    (first, card), (second, report) = tick(office)

    assert (first, second) == ("report:1:1709874007:card", "report:1:1709874007")
    assert isinstance(card, Edit)
    assert (card.message_id, card.buttons) == (50, ())
    assert isinstance(report, Send)
    assert report.chat.id == OFFICER.id
    assert text_of(report).splitlines()[0] == "Thông báo số 1: đã xong."
    assert text_of(report).splitlines()[2:5] == [
        "✓ Đã xong ở 1/2 nhóm.",
        "✗ Chưa xong ở 1 nhóm:",
        "• nhóm không cho mình viết: 1",
    ]
    assert text_of(report).splitlines()[-1] == f"Những nhóm chưa xong: {OTHER_GROUP.title}"
    assert labels(report) == ["Gửi lại những nhóm lỗi", "Đính chính", "Thu hồi"]
    assert only(office.bot).state == "done"
    assert tick(office) == []


def test_what_failed_is_sent_again_and_reported_again(office: Office) -> None:
    started(office.officer)
    broadcast = only(office.bot)
    settle(office.bot, broadcast, "sent", chat_id=GROUP.id)
    settle(office.bot, broadcast, "unknown", "no_answer", chat_id=OTHER_GROUP.id)
    report = tick(office)[-1][1]
    assert isinstance(report, Send)
    office.bot.wait(hours=3)

    again = turned(presses(office.officer, "Gửi lại những nhóm lỗi", report, 80))

    assert "50% · 1/2 nhóm" in text_of(again)
    assert only(office.bot).card_id == 80
    assert len(queued(office.bot, broadcast)) == 2
    assert "còn đang chạy" in notice(presses(office.officer, "Gửi lại những nhóm lỗi", report))
    settle(office.bot, broadcast, "sent")
    office.bot.wait(seconds=5)
    (_, card), (_, last) = tick(office)
    assert isinstance(card, Edit)
    assert card.message_id == 80
    assert isinstance(last, Send)
    assert "Đã xong ở cả 2 nhóm" in text_of(last)
    assert labels(last) == ["Đính chính", "Thu hồi"]
    assert "Không có nhóm nào" in notice(presses(office.officer, "Gửi lại những nhóm lỗi", report))


def test_a_colleague_s_press_leaves_the_author_s_card_alone(office: Office) -> None:
    started(office.officer)
    settle(office.bot, only(office.bot), "failed", "muted")
    report = tick(office)[-1][1]
    assert isinstance(report, Send)

    presses(office.colleague, "Gửi lại những nhóm lỗi", report, 80)

    assert only(office.bot).card_id == 50


def test_what_was_stopped_is_reported_when_the_last_is_under_way_no_more(office: Office) -> None:
    card = started(office.officer)
    broadcast = only(office.bot)
    settle(office.bot, broadcast, "sending", chat_id=GROUP.id)
    presses(office.officer, "Dừng hẳn", card)
    assert tick(office) == []
    settle(office.bot, broadcast, "sent", chat_id=GROUP.id)

    report = tick(office)[-1][1]

    assert isinstance(report, Send)
    assert "đã dừng hẳn" in text_of(report)
    assert "Đã xong ở 1/2 nhóm" in text_of(report)
    assert "Không gửi nữa vì đã dừng: 1 nhóm" in text_of(report)
    assert tick(office) == []


def test_what_was_scheduled_for_groups_that_have_gone_is_no_success(office: Office) -> None:
    drafted(office.officer)
    office.bot.leaves(GROUP)
    office.bot.leaves(OTHER_GROUP)
    broadcasts.start(office.bot.unit, only(office.bot), OWN, office.bot.now)

    report = tick(office)[-1][1]

    assert isinstance(report, Send)
    assert "Thông báo số 1: không gửi cho ai." in text_of(report)
    assert "đã xong" not in text_of(report)


def test_what_is_paused_shows_no_progress(office: Office) -> None:
    presses(office.officer, "Tạm dừng", started(office.officer))
    office.bot.wait(minutes=1)

    assert tick(office) == []

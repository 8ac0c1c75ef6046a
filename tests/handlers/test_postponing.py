"""Announcements at a time: said in words, confirmed, taken back, and started when it has come."""

import pytest

from campaign.messages import Edit, Post, Send
from storage import broadcasts, groups
from tests.handlers.bot import GROUP, OTHER_GROUP, labels, notice, picked, said, sent
from tests.handlers.newsroom import (
    WORDS,
    approve,
    drafted,
    only,
    presses,
    queued,
    shown,
    tick,
    turned,
    writes,
)
from tests.handlers.office import COLLEAGUE, OFFICER, OWN, Office, text_of

MONDAY = "Xác nhận gửi lúc 8:00 thứ Hai 11/3/2024 (giờ Việt Nam)"


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh get announcements."""
    approve(office)


def asked(office: Office) -> Send:
    """Return the question whether it shall go on Monday at eight."""
    presses(office.officer, "Hẹn giờ", drafted(office.officer))
    return sent(writes(office.officer, "8h sáng thứ Hai tuần sau"))


def test_the_moment_is_said_in_words_and_confirmed(office: Office) -> None:
    question = asked(office)
    assert text_of(question) == (
        "Mình sẽ gửi như sau, đúng không?\n"
        "Gửi tới: 2 nhóm, tất cả các nhóm đã duyệt của “Sông Xanh 2024”\n"
        "Lúc: 8:00 thứ Hai 11/3/2024 (giờ Việt Nam)\n"
        "Ghim: không · Nút “Đã nhận”: không"
    )
    assert labels(question) == [MONDAY, "Chọn giờ khác", "« Quay lại"]

    card = turned(presses(office.officer, MONDAY, question, 60))

    assert "đã hẹn giờ, chưa gửi" in text_of(card)
    assert "Lúc: 8:00 thứ Hai 11/3/2024 (giờ Việt Nam)" in text_of(card)
    assert labels(card) == ["Gửi ngay", "Bỏ hẹn"]
    assert (only(office.bot).state, only(office.bot).card_id) == ("scheduled", 60)
    assert queued(office.bot, only(office.bot)) == []


@pytest.mark.parametrize("words", ["ngay", "gửi ngay bây giờ nhé", "now"])
def test_who_says_now_confirms_that_and_it_goes(office: Office, words: str) -> None:
    presses(office.officer, "Hẹn giờ", drafted(office.officer))

    question = sent(writes(office.officer, words))

    assert "Lúc: ngay sau khi xác nhận" in text_of(question)
    assert labels(question) == ["Gửi ngay", "Chọn giờ khác", "« Quay lại"]
    assert only(office.bot).state == "draft"
    assert "đang gửi" in text_of(turned(presses(office.officer, "Gửi ngay", question)))
    assert len(queued(office.bot, only(office.bot))) == 2


def test_dates_are_looked_at_as_of_the_day_on_which_it_will_be_read(office: Office) -> None:
    card = drafted(office.officer, "Mời các HTX họp sáng 10/3/2024")
    assert "đã qua" not in text_of(card)

    presses(office.officer, "Hẹn giờ", card)
    question = sent(writes(office.officer, "8h sáng thứ Hai tuần sau"))

    assert "“sáng 10/3/2024”: ngày này đã qua." in text_of(question)


def test_it_starts_when_the_time_has_come_and_once(office: Office) -> None:
    presses(office.officer, MONDAY, asked(office))
    office.bot.wait(days=2, hours=19)
    assert tick(office) == []
    assert only(office.bot).state == "scheduled"

    office.bot.wait(hours=1)
    for _ in range(2):
        tick(office)

    assert only(office.bot).state == "running"
    assert queued(office.bot, only(office.bot)) == [("post", GROUP.id), ("post", OTHER_GROUP.id)]


def test_a_group_approved_meanwhile_gets_it_too(office: Office) -> None:
    groups.decide(office.bot.unit, GROUP.id, True, after=False, now=office.bot.now)
    presses(office.officer, MONDAY, asked(office))
    groups.decide(office.bot.unit, GROUP.id, False, after=True, now=office.bot.now)
    office.bot.wait(days=2, hours=20)

    tick(office)

    assert len(queued(office.bot, only(office.bot))) == 2


def test_the_bot_that_was_off_does_not_send_the_morning_s_news_in_the_afternoon(
    office: Office,
) -> None:
    presses(office.officer, MONDAY, asked(office))
    office.bot.wait(days=2, hours=23)

    (first, card), (second, told) = tick(office)

    assert (first, second) == ("late:1:1710118800:card", f"late:1:1710118800:{OFFICER.id}")
    assert isinstance(card, Edit)
    assert "Gửi ngay" in labels(card)
    assert isinstance(told, Send)
    assert told.chat.id == OFFICER.id
    assert "hẹn lúc 8:00 thứ Hai 11/3/2024" in text_of(told)
    assert only(office.bot).state == "draft"
    assert tick(office) == []


def test_the_author_takes_it_back(office: Office) -> None:
    card = turned(presses(office.officer, MONDAY, asked(office)))

    draft = turned(presses(office.officer, "Bỏ hẹn", card))

    assert "bản nháp, chưa gửi" in text_of(draft)
    assert "Gửi ngay" in labels(draft)
    assert "đã cũ" in notice(presses(office.officer, "Bỏ hẹn", card))


def test_a_colleague_takes_it_back_and_the_author_is_told(office: Office) -> None:
    presses(office.officer, MONDAY, asked(office))
    _, listed = writes(office.colleague, "/thongbao")
    assert isinstance(listed, Send)
    _, card = shown(presses(office.colleague, labels(listed)[0], listed))
    assert labels(card) == ["Bỏ hẹn"]

    *turning, told = presses(office.colleague, "Bỏ hẹn", card)

    assert labels(turned(turning)) == []
    assert isinstance(told, Send)
    assert told.chat.id == OFFICER.id
    assert "đã được bỏ hẹn" in text_of(told)
    assert office.lines()[0] == (COLLEAGUE.id, "cast_undo", "#1")


def test_what_is_scheduled_can_go_now(office: Office) -> None:
    card = turned(presses(office.officer, MONDAY, asked(office)))

    assert "đang gửi" in text_of(turned(presses(office.officer, "Gửi ngay", card)))

    office.bot.wait(days=3)
    tick(office)
    assert len(queued(office.bot, only(office.bot))) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("hôm nào đó", "chưa hiểu giờ nào"),
        ("thứ Hai tuần sau", "“thứ Hai tuần sau” lúc mấy giờ?"),
        ("sáng mai nhé", "“sáng mai” lúc mấy giờ?"),
        ("25h mai", "chưa hiểu giờ nào"),
        ("31/2 8h", "“31/2”: không có ngày này"),
        ("8h sáng thứ 3 18/3", "“thứ 3 18/3”: ngày 18/3/2024 là thứ Hai"),
        ("8h sáng hôm qua", "đã qua"),
    ],
)
def test_what_is_no_moment_to_come_is_asked_for_again(
    office: Office, words: str, told: str
) -> None:
    presses(office.officer, "Hẹn giờ", drafted(office.officer))

    assert told in said(writes(office.officer, words))

    assert labels(sent(writes(office.officer, "8h sáng thứ Hai tuần sau")))[0] == MONDAY


def test_another_moment_can_be_chosen_and_going_back_leaves_a_draft(office: Office) -> None:
    question = asked(office)

    assert "Gửi lúc nào?" in said([picked(presses(office.officer, "Chọn giờ khác", question))])
    draft = turned(presses(office.officer, "« Quay lại", question))

    assert "bản nháp, chưa gửi" in text_of(draft)
    assert only(office.bot).state == "draft"


def test_the_quiet_hours_are_warned_of(office: Office) -> None:
    presses(office.officer, "Hẹn giờ", drafted(office.officer))

    assert "giờ nghỉ" in said(writes(office.officer, "23h tối nay"))


def test_a_moment_that_has_passed_before_it_is_confirmed_is_refused(office: Office) -> None:
    question = asked(office)
    office.bot.wait(days=4)

    assert "đã qua" in notice(presses(office.officer, MONDAY, question))
    assert only(office.bot).state == "draft"


def test_other_words_than_those_that_were_shown_are_not_scheduled(office: Office) -> None:
    question = asked(office)
    _, listed = writes(office.officer, "/thongbao")
    assert isinstance(listed, Send)
    _, card = shown(presses(office.officer, labels(listed)[0], listed))
    presses(office.officer, "Sửa nội dung", card)
    writes(office.officer, "Lời khác")

    assert "đã cũ" in notice(presses(office.officer, MONDAY, question))


def test_who_is_revoked_is_no_longer_asked(office: Office) -> None:
    presses(office.officer, "Hẹn giờ", drafted(office.officer))
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert "không phải là cán bộ" in said(writes(office.officer, "8h sáng thứ Hai tuần sau"))


def test_what_a_revoked_person_has_scheduled_is_shown_to_who_revoked_them(office: Office) -> None:
    presses(office.officer, MONDAY, asked(office))
    drafted(office.officer, "Bản nháp thì không")

    _, _, told, words, card = office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert "1 thông báo" in said([told])
    assert isinstance(words, Post)
    assert words.content == WORDS
    assert isinstance(card, Send)
    assert labels(card) == ["Bỏ hẹn"]
    presses(office.owner, "Bỏ hẹn", card)
    office.bot.wait(days=2, hours=20)
    tick(office)
    assert broadcasts.live(office.bot.unit) == []


def test_what_they_have_scheduled_goes_where_nobody_takes_it_back(office: Office) -> None:
    presses(office.officer, MONDAY, asked(office))
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")
    office.bot.wait(days=2, hours=20)

    tick(office)

    assert [(each.id, each.state) for each in broadcasts.live(office.bot.unit)] == [(1, "running")]

"""/thongbao: nothing goes out that was not shown, and what goes out goes once."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from campaign.messages import Acknowledge, Content, Edit, Outgoing, Post, Send
from storage import broadcasts, chats, groups
from storage.tables import OUTBOX
from tests.handlers.bot import GROUP, OTHER_GROUP, data, edited, labels, notice, said, sent
from tests.handlers.newsroom import (
    PHOTO,
    WORDS,
    approve,
    drafted,
    only,
    presses,
    queued,
    shown,
    started,
    steps,
    turned,
    writes,
)
from tests.handlers.office import OFFICER, OTHER, OWN, Office, Person, text_of


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh get announcements."""
    approve(office)


def test_an_announcement_is_asked_for_shown_and_sent_on_a_word(office: Office) -> None:
    assert "gửi nội dung thông báo" in said(writes(office.officer, "/thongbao"))

    content, card = shown(writes(office.officer, WORDS))

    assert content == WORDS
    assert text_of(card) == (
        "Thông báo số 1: bản nháp, chưa gửi. Nội dung như trên.\n"
        "Gửi tới: 2 nhóm, tất cả các nhóm đã duyệt của “Sông Xanh 2024”\n"
        "Lúc: ngay sau khi xác nhận\n"
        "Ghim: không · Nút “Đã nhận”: không"
    )
    assert labels(card) == [
        "Gửi ngay", "Hẹn giờ", "Chọn nhóm", "☐ Ghim", "☐ Nút “Đã nhận”", "Sửa nội dung", "Hủy"
    ]  # fmt: skip
    assert queued(office.bot, only(office.bot)) == []

    running = turned(presses(office.officer, "Gửi ngay", card))

    assert "đang gửi" in text_of(running)
    assert "0/2 nhóm" in text_of(running)
    assert labels(running) == ["Tạm dừng", "Dừng hẳn"]
    going = only(office.bot)
    assert (going.state, going.card_id, going.author) == ("running", 50, OFFICER.id)
    assert queued(office.bot, going) == [("post", GROUP.id), ("post", OTHER_GROUP.id)]


def test_what_is_written_after_the_command_keeps_its_form(office: Office) -> None:
    styles = (
        {"type": "bot_command", "offset": 0, "length": 9},
        {"type": "bold", "offset": 13, "length": 3},
    )
    content, _ = shown(writes(office.officer, Content("/thongbao 🎉 Mời họp", styles)))

    assert content == Content("🎉 Mời họp", ({"type": "bold", "offset": 3, "length": 3},))


def test_a_picture_under_the_command_is_announced(office: Office) -> None:
    content, _ = shown(writes(office.officer, Content("/thongbao", (), PHOTO)))

    assert content == Content("", (), PHOTO)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (Content("a" * 5000), "Dài quá 904 ký tự"),
        (Content("a" * 1025, (), PHOTO), "Dài quá 1 ký tự"),
        (Content("  \n"), "trống"),
        (None, "chưa gửi được loại tin này"),
    ],
)
def test_what_cannot_be_sent_is_said_at_once_and_asked_for_again(
    office: Office, content: Content | None, told: str
) -> None:
    writes(office.officer, "/thongbao")

    assert told in said(writes(office.officer, content))

    assert shown(writes(office.officer, WORDS))[0] == WORDS


def test_a_text_that_is_too_long_for_the_command_is_asked_for_again(office: Office) -> None:
    long, question = writes(office.officer, "/thongbao " + "a" * 5000)

    assert "Dài quá 904 ký tự" in said([long])
    assert "gửi nội dung" in said([question])
    assert shown(writes(office.officer, WORDS))[0] == WORDS


def test_giving_up_leaves_nothing_to_list(office: Office) -> None:
    writes(office.officer, "/thongbao")

    assert "thôi soạn" in said(writes(office.officer, "/huy"))
    assert len(writes(office.officer, "/thongbao")) == 1


def test_pressing_twice_sends_once(office: Office) -> None:
    card = drafted(office.officer)
    presses(office.officer, "Gửi ngay", card)

    assert "đã cũ" in notice(presses(office.officer, "Gửi ngay", card, 51))

    assert only(office.bot).card_id == 50
    assert len(queued(office.bot, only(office.bot))) == 2


def test_a_card_of_other_words_sends_nothing(office: Office) -> None:
    before = drafted(office.officer)
    presses(office.officer, "Sửa nội dung", before)
    content, after = shown(writes(office.officer, "Lời khác"))
    assert content == Content("Lời khác")

    assert "đã cũ" in notice(presses(office.officer, "Gửi ngay", before))
    assert only(office.bot).state == "draft"

    turned(presses(office.officer, "Gửi ngay", after))
    assert only(office.bot).content == Content("Lời khác")


def test_a_draft_can_be_dropped(office: Office) -> None:
    card = drafted(office.officer)

    dropped = turned(presses(office.officer, "Hủy", card))

    assert "Đã hủy bản nháp" in text_of(dropped)
    assert labels(dropped) == []
    assert "đã cũ" in notice(presses(office.officer, "Gửi ngay", card))


def test_it_can_be_pinned(office: Office) -> None:
    card = turned(presses(office.officer, "Ghim", drafted(office.officer)))

    assert "Ghim: có" in text_of(card)
    assert "☑ Ghim" in labels(card)
    assert only(office.bot).pin


def test_the_button_for_receipts_is_shown_as_the_groups_will_see_it(office: Office) -> None:
    acknowledge, post, card = presses(office.officer, "Nút “Đã nhận”", drafted(office.officer))

    assert acknowledge == Acknowledge("press")
    assert isinstance(post, Post)
    assert [button.label for row in post.buttons for button in row] == ["Đã nhận"]
    assert isinstance(card, Send)
    assert "Nút “Đã nhận”: có" in text_of(card)


def test_groups_are_chosen_by_their_tags(office: Office) -> None:
    groups.tag(office.bot.unit, GROUP.id, ["huyện Ý Yên"])
    choice = turned(presses(office.officer, "Chọn nhóm", drafted(office.officer)))
    assert labels(choice) == ["☐ huyện Ý Yên", "Tất cả các nhóm", "« Xong"]
    assert "Gửi tới: 2 nhóm" in text_of(choice)

    choice = turned(presses(office.officer, "huyện Ý Yên", choice))
    assert "Gửi tới: 1 nhóm của “Sông Xanh 2024” có thẻ huyện Ý Yên" in text_of(choice)
    card = turned(presses(office.officer, "« Xong", choice))
    presses(office.officer, "Gửi ngay", card)

    assert queued(office.bot, only(office.bot)) == [("post", GROUP.id)]


def test_choosing_a_tag_again_takes_it_back(office: Office) -> None:
    groups.tag(office.bot.unit, GROUP.id, ["huyện Ý Yên"])
    choice = turned(presses(office.officer, "Chọn nhóm", drafted(office.officer)))
    choice = turned(presses(office.officer, "huyện Ý Yên", choice))

    assert "2 nhóm" in text_of(turned(presses(office.officer, "huyện Ý Yên", choice)))
    assert "2 nhóm" in text_of(turned(presses(office.officer, "Tất cả các nhóm", choice)))


def test_with_nobody_to_get_it_there_is_nothing_to_press(office: Office) -> None:
    ready = drafted(office.officer)
    for chat in (GROUP, OTHER_GROUP):
        office.bot.leaves(chat)

    assert "không có nhóm nào" in notice(presses(office.officer, "Gửi ngay", ready))

    card = drafted(office.officer)
    assert "Chưa có nhóm nào" in text_of(card)
    assert "Gửi ngay" not in labels(card)


def test_a_group_where_the_bot_may_not_write_is_warned_of(office: Office) -> None:
    chats.mute(office.bot.unit, [GROUP.id], muted=True)

    assert "1 nhóm không cho mình viết" in text_of(drafted(office.officer))


def test_at_night_the_hour_is_warned_of(office: Office) -> None:
    assert "giờ nghỉ" not in text_of(drafted(office.officer))
    office.bot.wait(hours=11)

    assert "giờ nghỉ" in text_of(drafted(office.officer))


def test_who_acts_for_two_campaigns_chooses_first(office: Office) -> None:
    choice = sent(writes(office.owner, "/thongbao"))
    assert labels(choice) == ["Núi Cao 2024", "Sông Xanh 2024"]

    acknowledge, question = presses(office.owner, "Sông Xanh 2024", choice)
    assert acknowledge == Acknowledge("press")
    assert "gửi nội dung" in said([question])
    _, card = shown(writes(office.owner, WORDS))

    assert "của “Sông Xanh 2024”" in text_of(card)
    assert only(office.bot).campaign == OWN


def test_the_words_wait_until_the_campaign_is_chosen(office: Office) -> None:
    choice = sent(writes(office.owner, "/thongbao Mời họp"))

    content, card = shown(presses(office.owner, "Núi Cao 2024", choice))

    assert content == Content("Mời họp")
    assert "của “Núi Cao 2024”" in text_of(card)
    assert only(office.bot).campaign == OTHER


def test_the_last_ones_can_be_looked_at_again(office: Office) -> None:
    started(office.officer)
    drafted(office.colleague, "Bản nháp của đồng nghiệp")

    _, listed = writes(office.officer, "/thongbao")

    assert isinstance(listed, Send)
    assert labels(listed) == [
        "✎ 2 · 8/3 · Bản nháp của đồng nghiệp",
        "▶ 1 · 8/3 · Mời cả nhóm dự lễ phát động",
    ]
    content, card = shown(presses(office.officer, labels(listed)[1], listed))
    assert content == WORDS
    assert labels(card) == ["Tạm dừng", "Dừng hẳn"]
    assert len(writes(office.rival, "/thongbao")) == 1


def test_a_picture_without_words_is_listed_as_one(office: Office) -> None:
    drafted(office.officer, Content("", (), PHOTO))

    _, listed = writes(office.officer, "/thongbao")

    assert isinstance(listed, Send)
    assert labels(listed) == ["✎ 1 · 8/3 · 🖼"]


def test_it_is_paused_goes_on_and_is_stopped(office: Office) -> None:
    card = started(office.officer)

    paused = turned(presses(office.colleague, "Tạm dừng", card))
    assert "đang tạm dừng" in text_of(paused)
    assert labels(paused) == ["Tiếp tục", "Dừng hẳn"]
    assert "đã cũ" in notice(presses(office.officer, "Tạm dừng", card))
    running = turned(presses(office.officer, "Tiếp tục", paused))
    assert "đang gửi" in text_of(running)
    assert "đã cũ" in notice(presses(office.officer, "Tiếp tục", paused))
    stopped = turned(presses(office.officer, "Dừng hẳn", running))
    assert "đã dừng hẳn" in text_of(stopped)

    assert only(office.bot).state == "cancelled"
    states = office.bot.unit.connection.scalars(select(OUTBOX.c.state)).all()
    assert states == ["cancelled", "cancelled"]


def test_a_draft_is_its_authors(office: Office) -> None:
    card = drafted(office.officer)
    before = only(office.bot)

    for each in data(card):
        assert "Chỉ người soạn" in notice(office.colleague.presses(each))

    assert only(office.bot) == before
    assert {(user, action) for user, action, _ in office.lines()[: len(data(card))]} == {
        (office.colleague.sender.id, "refused")
    }


def forged(office: Office) -> list[str]:
    """Return what could be sent back about an announcement."""
    number = only(office.bot).id
    names = (
        *("show", "for", "edit", "pin", "receipt", "drop", "groups", "tag", "all", "back"),
        *("later", "at", "send", "undo", "approve", "refuse", "pause", "resume", "stop"),
        *("again", "correct", "recall"),
    )
    return [f"cast:{number}:{name}" for name in names]


@pytest.mark.parametrize("begun", [drafted, started])
def test_staff_of_another_campaign_and_strangers_change_nothing(
    office: Office, begun: Callable[[Person], object]
) -> None:
    begun(office.officer)
    before = only(office.bot)

    for each in forged(office):
        assert "không phải là cán bộ" in notice(office.rival.presses(each))
        assert "chỉ dành cho cán bộ" in notice(office.stranger.presses(each))
        assert "viết riêng" in notice(office.officer.presses(each, GROUP))

    assert only(office.bot) == before


@pytest.mark.parametrize(
    "button",
    [
        "cast",
        "cast:",
        "cast:1",
        "cast:1:",
        "cast:1:dance",
        "cast:01:show",
        "cast:²:show",
        "cast:99:show",
        "cast:-1:show",
        "cast:99999999999999999999:show",
        "cast:1:send",
        "cast:1:send:",
        "cast:1:send:000000000000",
        "cast:1:at",
        "cast:1:at:1710122400",
        "cast:1:at:1710122400:000000000000",
        "cast:1:at:x:y",
        "cast:1:tag",
        "cast:1:tag:000000000000",
        "cast:1:tag:a:b:c",
        "cast:1:for:000000000000",
        "cast:1:undo",
        "cast:1:approve",
        "cast:1:refuse",
        "cast:1:pause",
        "cast:1:resume",
        "cast:1:stop",
        "cast:1:correct",
        "cast:1:recall",
    ],
)
def test_what_the_author_forges_is_old(office: Office, button: str) -> None:
    drafted(office.officer)
    before = only(office.bot)

    assert "đã cũ" in notice(office.officer.presses(button))

    assert only(office.bot) == before
    assert queued(office.bot, before) == []


def test_who_is_revoked_can_do_nothing_more_but_what_runs_goes_on(office: Office) -> None:
    card = started(office.officer)
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    for each in data(card):
        assert "chỉ dành cho cán bộ" in notice(office.officer.presses(each))

    assert only(office.bot).state == "running"


def test_who_is_revoked_while_asked_for_the_words_is_not_heard(office: Office) -> None:
    writes(office.officer, "/thongbao")
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert "không phải là cán bộ" in said(writes(office.officer, WORDS))
    assert broadcasts.listing(office.bot.unit, {OWN}, 5) == []


def test_everything_is_written_down(office: Office) -> None:
    running = started(office.officer)
    presses(office.officer, "Tạm dừng", running)

    assert office.lines()[:3] == [
        (OFFICER.id, "cast_pause", "#1"),
        (OFFICER.id, "cast_send", "#1"),
        (OFFICER.id, "cast_write", "#1"),
    ]
    assert "tạm dừng gửi" in office.officer.asks("/nhatky")


def test_every_button_fits(office: Office) -> None:
    tag = "huyện Nghĩa Hưng, tỉnh Nam Định, hợp tác xã nông nghiệp"
    groups.tag(office.bot.unit, GROUP.id, [tag])
    card = drafted(office.officer)
    seen: list[Outgoing] = [
        card,
        turned(presses(office.officer, "Chọn nhóm", card)),
        *presses(office.officer, "Nút “Đã nhận”", card),
        started(office.officer),
    ]

    found = [
        button.data
        for each in seen
        if isinstance(each, Send | Post | Edit)
        for row in each.buttons
        for button in row
    ]
    assert max(len(each.encode()) for each in found) <= 64
    assert steps(card)[0] == "send"


def test_a_date_that_the_plan_does_not_have_is_warned_of(office: Office) -> None:
    card = drafted(office.officer, "Lễ phát động diễn ra vào thứ Hai 12/4/2024")

    assert "12/4/2024 là thứ Sáu" in text_of(card)
    assert "kế hoạch ghi thời gian của Lễ phát động" in text_of(card)


def test_who_speaks_english_is_answered_in_english(office: Office) -> None:
    office.officer.writes("/language en")

    assert "Send me what to announce" in said(writes(office.officer, "/announce"))
    card = shown(writes(office.officer, WORDS))[1]
    assert "Goes to: 2 groups" in text_of(card)
    assert labels(card)[:3] == ["Send now", "Schedule", "Choose groups"]
    assert "on its way" in text_of(turned(presses(office.officer, "Send now", card)))


def test_older_announcements_are_on_further_pages(office: Office) -> None:
    for number in range(1, 8):
        drafted(office.officer, f"Lời {number}")

    _, newest = writes(office.officer, "/thongbao")
    assert isinstance(newest, Send)
    assert [each.split(" · ")[-1] for each in labels(newest)] == [
        *("Lời 7", "Lời 6", "Lời 5", "Lời 4", "Lời 3"),
        "Cũ hơn »",
    ]

    older = edited(presses(office.officer, "Cũ hơn »", newest))

    assert [each.split(" · ")[-1] for each in labels(older)] == ["Lời 2", "Lời 1"]

"""/nhac in a group: what will come and when, and what an administrator makes of it."""

import pytest

from campaign.messages import Edit
from handlers.commands import needs_admin, press_needs_admin
from storage import reminder_choices
from storage.reminder_choices import Choice
from tests.handlers.bot import (
    ADMIN,
    ANONYMOUS,
    GROUP,
    MEMBER,
    UNKNOWN,
    Bot,
    data,
    edited,
    labels,
    notice,
    sent,
)
from tests.handlers.newsroom import approve
from tests.handlers.office import Office, text_of
from tests.handlers.reminded import moment

KINDS = [
    "☑ Hạn phải xong",
    "☑ Hoạt động bắt đầu",
    "☑ Đợt cao điểm",
    "☑ Tin thứ Hai: tuần này",
]
HOURS = ["7h", "✓ 8h", "9h", "12h", "17h", "19h"]


@pytest.fixture
def bot(office: Office) -> Bot:
    approve(office)
    return office.bot


def press(bot: Bot, what: str) -> Edit:
    return edited(bot.press(f"remind:{what}", GROUP, ADMIN))


def test_everybody_sees_what_comes_and_when(bot: Bot) -> None:
    card = sent(bot.hears("/nhac", GROUP, MEMBER))

    assert text_of(card).startswith(
        "🔔 Lời nhắc trong nhóm này, theo kế hoạch của Liên minh HTX tỉnh Sông Xanh. "
        "Giờ nhắc: 08:00.\n\nSắp tới:\n"
        "• 8:00 thứ Hai 11/3/2024 (giờ Việt Nam): Hạn phải xong – Xét giải Hạt vàng\n"
        "• 8:00 thứ Hai 11/3/2024 (giờ Việt Nam): Tuần này\n"
        "• 8:00 thứ Tư 13/3/2024 (giờ Việt Nam): Hạn phải xong – Xét giải Hạt vàng\n"
    )
    assert labels(card) == [
        *KINDS,
        *HOURS,
        "Tạm dừng 1 ngày",
        "Tạm dừng 3 ngày",
        "Tạm dừng 7 ngày",
    ]


def test_a_group_that_waits_for_approval_is_told_so(office: Office) -> None:
    office.bot.joins()

    assert "chưa được cán bộ Liên minh duyệt" in office.bot.answer("/nhac", GROUP, MEMBER)


def test_an_administrator_turns_a_kind_off_and_on(bot: Bot) -> None:
    off = press(bot, "kind:deadline:off")

    assert labels(off)[0] == "☐ Hạn phải xong"
    assert "Xét giải Hạt vàng" not in text_of(off)
    assert press(bot, "kind:deadline:off").buttons == off.buttons  # somebody else was first
    assert labels(press(bot, "kind:deadline:on"))[:4] == KINDS
    assert reminder_choices.find(bot.unit, GROUP.id) == Choice()


def test_and_sets_the_hour(bot: Bot) -> None:
    card = press(bot, "hour:17")

    assert "Giờ nhắc: 17:00" in text_of(card)
    assert "• 17:00 thứ Hai 11/3/2024" in text_of(card)
    assert "✓ 17h" in labels(card)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("8/3 7:59", "0:00 thứ Bảy 9/3/2024"),
        ("8/3 8:00", "0:00 Chủ Nhật 10/3/2024"),
        ("8/3 20:30", "0:00 Chủ Nhật 10/3/2024"),
        ("8/3 23:59", "0:00 Chủ Nhật 10/3/2024"),
        ("9/3 0:00", "0:00 Chủ Nhật 10/3/2024"),
    ],
)
def test_a_pause_of_a_day_is_without_the_next_reminder_also_in_the_evening(
    bot: Bot, now: str, until: str
) -> None:
    bot.now = moment(now)

    assert f"⏸ Đang tạm dừng đến {until}" in text_of(press(bot, "pause:1"))


def test_a_pause_goes_by_the_group_s_own_hour(bot: Bot) -> None:
    press(bot, "hour:19")  # it is noon

    assert "⏸ Đang tạm dừng đến 0:00 thứ Bảy 9/3/2024" in text_of(press(bot, "pause:1"))


def test_and_pauses_for_some_days(bot: Bot) -> None:
    card = press(bot, "pause:3")

    assert "⏸ Đang tạm dừng đến 0:00 thứ Ba 12/3/2024" in text_of(card)
    assert data(card)[-1] == "remind:pause:0"
    bot.wait(days=4)
    assert "tạm dừng đến" not in bot.answer("/nhac", GROUP, MEMBER)
    assert reminder_choices.find(bot.unit, GROUP.id).snoozed_until is not None
    press(bot, "pause:0")
    assert reminder_choices.find(bot.unit, GROUP.id) == Choice()


@pytest.mark.parametrize(
    ("sender", "why"),
    [
        (MEMBER, "Chỉ quản trị viên của nhóm mới đổi được lời nhắc."),
        (UNKNOWN, "Mình chưa kiểm tra được quyền quản trị viên của bạn. Bạn thử lại sau nhé."),
        (
            ANONYMOUS,
            "Bạn đang viết ẩn danh dưới tên nhóm. Hãy viết bằng tên của mình rồi gửi lại lệnh.",
        ),
    ],
)
def test_nobody_else_changes_anything(bot: Bot, sender: object, why: str) -> None:
    answered = bot.press("remind:kind:deadline:off", GROUP, sender)  # type: ignore[arg-type]  # a Sender

    assert notice(answered) == why
    assert reminder_choices.find(bot.unit, GROUP.id) == Choice()


@pytest.mark.parametrize(
    "forged", ["kind:x:on", "kind:deadline", "hour:3", "hour", "pause:99", "pause", "drop:1", ""]
)
def test_a_button_that_was_never_there_does_nothing(bot: Bot, forged: str) -> None:
    assert "Nút này đã cũ" in notice(bot.press(f"remind:{forged}", GROUP, ADMIN))
    assert reminder_choices.find(bot.unit, GROUP.id) == Choice()


def test_the_channel_finds_out_who_is_an_administrator_for_the_buttons_alone() -> None:
    assert press_needs_admin("remind:hour:8")
    assert not press_needs_admin("pick:song-xanh-2024:when:1")
    assert not needs_admin("/nhac", "htx_bot")

"""The card under an announcement, before it goes out."""

import datetime

from campaign.messages import plain
from campaign.outreach.cards import Card, show_card
from campaign.outreach.warnings import NoSuchDay
from campaign.zone import VIETNAM

PLAN = "Tháng hành động vì HTX năm 2024"
MONDAY = datetime.datetime(2024, 3, 18, 8, 0, tzinfo=VIETNAM)
QUIET_NIGHT = datetime.datetime(2024, 3, 18, 23, 0, tzinfo=VIETNAM)


def card(  # noqa: PLR0913 - each is a line of the card, by keyword
    *,
    tags: tuple[str, ...] = (),
    recipients: int = 1250,
    muted: int = 0,
    due: datetime.datetime | None = None,
    pin: bool = False,
    receipt: bool = False,
    second_approver: bool = False,
    doubts: tuple[NoSuchDay, ...] = (),
    quiet: bool = False,
) -> Card:
    return Card(PLAN, tags, recipients, muted, due, pin, receipt, second_approver, doubts, quiet)


def test_an_announcement_to_all_goes_out_on_confirmation() -> None:
    assert plain(show_card(card(), "vi")) == (
        f"Gửi tới: 1.250 nhóm, tất cả các nhóm đã duyệt của “{PLAN}”\n"
        "Lúc: ngay sau khi xác nhận\n"
        "Ghim: không · Nút “Đã nhận”: không"
    )


def test_the_card_says_when_to_whom_how_and_what_is_doubtful() -> None:
    shown = card(
        tags=("huyện Ý Yên", "nông nghiệp"),
        recipients=42,
        muted=3,
        due=QUIET_NIGHT,
        pin=True,
        receipt=True,
        second_approver=True,
        doubts=(NoSuchDay("31/4"),),
        quiet=True,
    )

    assert plain(show_card(shown, "vi")) == (
        f"Gửi tới: 42 nhóm của “{PLAN}” có thẻ huyện Ý Yên, nông nghiệp\n"
        "Lúc: 23:00 thứ Hai 18/3/2024 (giờ Việt Nam)\n"
        "Ghim: có · Nút “Đã nhận”: có\n"
        "Cần một cán bộ khác duyệt thì mới gửi.\n"
        "⚠ Đó là giờ nghỉ của mọi người (21:00–6:30).\n"
        "⚠ 3 nhóm không cho mình viết, nên sẽ không nhận được.\n"
        "⚠ “31/4”: không có ngày này."
    )


def test_without_groups_the_card_says_what_to_do() -> None:
    assert plain(show_card(card(recipients=0), "vi")).endswith(
        "\n⚠ Chưa có nhóm nào để gửi. Hãy duyệt hoặc gắn thẻ nhóm bằng /nhom."
    )


def test_of_many_doubts_the_first_are_shown() -> None:
    many = tuple(NoSuchDay(f"{day}/4") for day in range(31, 41))

    lines = plain(show_card(card(doubts=many), "vi")).splitlines()

    assert [line for line in lines if "không có ngày" in line] == [
        f"⚠ “{day}/4”: không có ngày này." for day in range(31, 37)
    ]
    assert lines[-1] == "⚠ Còn 4 chỗ nữa cần xem lại."


def test_the_card_in_english() -> None:
    assert plain(show_card(card(due=MONDAY, tags=("Ý Yên",)), "en")) == (
        f"Goes to: 1,250 groups of “{PLAN}” with the tag Ý Yên\n"
        "When: 8:00 Monday 18/3/2024 (Vietnam time)\n"
        "Pinned: no · Button “Đã nhận” (received): no"
    )

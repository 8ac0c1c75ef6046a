"""What the author of an announcement sees while it goes out, and at the end."""

from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.messages import Language, plain
from campaign.outreach.progress import Tally, bar, show_progress, show_report
from campaign.outreach.sentences import ADVICE, ADVICE_FOR, REASONS

LANGUAGES: tuple[Language, ...] = get_args(Language)
STATES = ("queued", "sending", "sent", "failed", "unknown", "gone", "expired", "cancelled")
MIXED = Tally.of(
    [
        ("sent", None, 1112),
        ("failed", "muted", 3),
        ("failed", "too_long", 1),
        ("failed", "something_new", 2),
        ("gone", "kicked", 4),
        ("unknown", "no_answer", 2),
        ("expired", None, 1),
        ("cancelled", None, 5),
        ("queued", "muted", 120),  # tried before, and not given up
    ],
    receipts=230,
    receipt_groups=80,
)


@pytest.mark.parametrize(
    ("done", "total", "shown"),
    [
        (0, 120, "▱▱▱▱▱▱▱▱▱▱"),
        (36, 120, "▰▰▰▱▱▱▱▱▱▱"),
        (119, 120, "▰▰▰▰▰▰▰▰▰▱"),
        (120, 120, "▰▰▰▰▰▰▰▰▰▰"),
        (0, 0, "▰▰▰▰▰▰▰▰▰▰"),
    ],
)
def test_the_bar_is_full_only_when_nothing_is_left(done: int, total: int, shown: str) -> None:
    assert bar(done, total) == shown


def test_the_bar_can_be_short() -> None:
    assert bar(1, 2, width=4) == "▰▰▱▱"


def test_progress_says_what_is_done_what_waits_and_what_did_not_go() -> None:
    assert plain(show_progress(MIXED, "vi")) == (
        "▰▰▰▰▰▰▰▰▰▱ 90% · 1.130/1.250 nhóm\n✓ Đã xong: 1.112\n… Đang chờ: 120\n"
        "✗ Không gửi được: 13\n■ Đã dừng, không gửi nữa: 5"
    )


def test_progress_that_is_all_well_is_short() -> None:
    tally = Tally.of([("sent", None, 34), ("sending", None, 1), ("queued", None, 85)])

    assert plain(show_progress(tally, "vi")) == (
        "▰▰▱▱▱▱▱▱▱▱ 28% · 34/120 nhóm\n✓ Đã xong: 34\n… Đang chờ: 86"
    )


def test_the_report_gives_the_reasons_and_what_can_be_done() -> None:
    assert plain(show_report(MIXED, "vi")) == (
        "✓ Đã xong ở 1.112/1.250 nhóm.\n"
        "✗ Chưa xong ở 13 nhóm:\n"
        "• nhóm đã đưa mình ra: 4\n"
        "• nhóm không cho mình viết: 3\n"
        "• không rõ đã tới chưa (Telegram không trả lời): 2\n"
        "• lý do khác: 2\n"
        "• đã quá hạn gửi: 1\n"
        "• nội dung dài quá: 1\n"
        "■ Không gửi nữa vì đã dừng: 5 nhóm\n"
        "… Đang chờ: 120 nhóm\n"
        "Đã bấm “Đã nhận”: 230 người ở 80 nhóm\n"
        "→ Nhờ quản trị viên nhóm cho mình quyền gửi tin, rồi gửi lại.\n"
        "→ Rút ngắn nội dung rồi gửi thông báo mới.\n"
        "→ Nhờ quản trị viên nhóm thêm mình trở lại.\n"
        "→ Chỗ nào không rõ, hãy xem trong nhóm trước khi gửi lại, kẻo nhóm nhận hai lần.\n"
        "→ Nếu vẫn còn cần, hãy gửi lại những nhóm lỗi."
    )


def test_a_report_of_success_is_one_line() -> None:
    tally = Tally.of([("sent", None, 120)])

    assert plain(show_report(tally, "vi")) == "✓ Đã xong ở cả 120 nhóm."
    assert plain(show_report(tally, "en")) == "✓ Done in all 120 groups."


def test_a_report_to_nobody_says_so() -> None:
    assert plain(show_report(Tally.of([]), "vi")) == "Không có nhóm nào để gửi."


@given(
    st.lists(
        st.tuples(
            st.sampled_from(STATES), st.sampled_from([None, "x", *REASONS]), st.integers(0, 5000)
        )
    )
)
def test_every_group_is_in_exactly_one_line(rows: list[tuple[str, str | None, int]]) -> None:
    tally = Tally.of(rows)

    assert tally.total == sum(number for _, _, number in rows)
    assert tally.total == tally.sent + tally.unsent + tally.cancelled + tally.open
    assert tally.unsent == tally.failed + tally.unknown + tally.gone + tally.expired
    assert tally.unsent == sum(tally.reasons.values())


def test_every_reason_has_words_and_every_advice_somebody_whom_it_helps() -> None:
    assert set(ADVICE_FOR) <= set(REASONS)
    assert set(ADVICE_FOR.values()) == set(ADVICE)
    assert all(table[key][language] for table in (REASONS, ADVICE) for key, language in _all(table))


def _all(table: object) -> list[tuple[str, Language]]:
    assert isinstance(table, dict)
    return list(product(table, LANGUAGES))

"""What the words after "Thời gian:" mean, in a plan of 2026 that was issued on 20/11/2025."""

import datetime

import pytest

from campaign.reader.times import Calendar, times_of, times_within

CALENDAR = Calendar(2026, datetime.date(2025, 11, 20))


def told(text: str, *, due: bool = False) -> list[str]:
    return [f"{t.kind} {t.start or ''}..{t.end or ''}" for t in times_of(text, CALENDAR, due=due)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Ngày 15/5/2026 (thứ Sáu)", ["on 2026-05-15..2026-05-15"]),
        ("08h00 - 11h30, thứ Sáu, ngày 15/5/2026", ["on 2026-05-15..2026-05-15"]),
        ("Từ ngày 5 đến ngày 7/6/2026", ["range 2026-06-05..2026-06-07"]),
        ("Trong tháng 4 và tháng 5/2026", ["range 2026-04-01..2026-05-31"]),
        (
            "Tháng 4-5/2026 và tháng 8-9/2026",
            ["range 2026-04-01..2026-05-31", "range 2026-08-01..2026-09-30"],
        ),
        ("Quý II", ["range 2026-04-01..2026-06-30"]),
        ("Trước 31/12", ["deadline ..2026-12-30"]),
        ("Trước ngày 15/6 và 15/12", ["deadline ..2026-06-14", "deadline ..2026-12-14"]),
        ("Chậm nhất ngày 10/12/2026", ["deadline ..2026-12-10"]),
        (
            "Khởi công tháng 2, hoàn thành trước 30/6/2026",
            ["range 2026-02-01..2026-02-28", "deadline ..2026-06-29"],
        ),
        ("Hoàn thành trong quý I/2026", ["deadline 2026-01-01..2026-03-31"]),
        (
            "Cả năm 2026, cao điểm tháng 4",
            ["all-year 2026-01-01..2026-12-31", "range 2026-04-01..2026-04-30"],
        ),
        ("2026", ["all-year 2026-01-01..2026-12-31"]),
        ("2026 - 2030", ["range 2026-01-01..2030-12-31"]),
        ("Năm 2026 và các năm tiếp theo", ["range 2026-01-01.."]),
        ("Từ nay đến hết năm 2026", ["range 2025-11-20..2026-12-31"]),
        ("Thường xuyên", ["ongoing .."]),
        ("Hằng năm (trước 15/11)", ["recurring .."]),
        ("Ngày 20 hằng tháng", ["recurring .."]),
        ("02 lần/năm", ["recurring .."]),
        ("Theo kế hoạch của Trung ương", ["conditional .."]),
        (
            "Theo kế hoạch của tỉnh. Dự kiến tháng 10",
            ["conditional ..", "range 2026-10-01..2026-10-31"],
        ),
        ("Sau khi Nghị quyết số 20-NQ/TW ngày 16/6/2022 được sơ kết", ["conditional .."]),
    ],
)
def test_a_time_is_as_imprecise_as_its_words(text: str, times: list[str]) -> None:
    assert told(text) == times


def test_a_column_of_completion_holds_deadlines() -> None:
    assert told("Quý IV-2026", due=True) == ["deadline 2026-10-01..2026-12-31"]
    assert told("Từ tháng 3 đến tháng 5/2026", due=True) == ["range 2026-03-01..2026-05-31"]


@pytest.mark.parametrize(
    ("text", "tentative"),
    [
        ("Dự kiến ngày 28/3/2026", True),
        ("Ngày 28/3/2026 (dự kiến)", True),
        ("Ngày 28/3/2026", False),
    ],
)
def test_what_is_only_expected_is_tentative(text: str, tentative: bool) -> None:
    (time,) = times_of(text, CALENDAR)
    assert time.tentative is tentative


def test_the_peak_goes_on_after_and() -> None:
    times = times_of("Cả năm; cao điểm tháng 4/2026 và tháng 8/2026", CALENDAR)
    assert [time.peak for time in times] == [False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Triển khai Nghị quyết số 20-NQ/TW ngày 16/6/2022 của Trung ương",
        "Thực hiện Nghị định số 80/2021/NĐ-CP ngày 26 tháng 8 năm 2021 của Chính phủ",
        "Phổ biến Luật Hợp tác xã năm 2023",
        "Chào mừng kỷ niệm 80 năm ngày Hợp tác xã Việt Nam (11/4/1946 - 11/4/2026)",
        "Văn nghệ chào mừng ngày Hợp tác xã Việt Nam 11/4",
        "Chương trình phát triển giai đoạn 2021-2025",
        "Trao giải lần thứ nhất năm 2026",
        "Tết trồng cây đời đời nhớ ơn Bác Hồ",
    ],
)
def test_dates_of_documents_laws_and_anniversaries_are_no_times(text: str) -> None:
    assert times_within(text, CALENDAR) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mít tinh vào sáng 05/6/2026 tại nhà văn hóa", ["2026-06-05..2026-06-05"]),
        ("Hưởng ứng “Ngày Quốc tế Người cao tuổi” (ngày 01/10)", ["2026-10-01..2026-10-01"]),
        (
            "Theo Kế hoạch số 12/KH-UBND ngày 03/01/2026, từ 01/3 đến 15/3/2026",
            ["2026-03-01..2026-03-15"],
        ),
        ("Kiểm tra thường xuyên cả năm 2026", ["2026-01-01..2026-12-31"]),
    ],
)
def test_days_on_which_something_takes_place_are_times(text: str, times: list[str]) -> None:
    assert [f"{t.start}..{t.end}" for t in times_within(text, CALENDAR)] == times

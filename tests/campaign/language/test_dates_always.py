"""What holds of dates whatever is written."""

import datetime
import time
from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from campaign.language.dates import find_dates

FRIDAY = datetime.date(2024, 3, 15)
WORDS = (
    "ngày tháng năm tuần quý thứ chủ nhật hôm nay mai mốt kia qua này sau tới trước rồi nữa đầu"
    " giữa cuối hết từ đến nửa cả mùng rằm tết âm lịch giêng chạp hai ba tư mười một mươi lăm sáng"
    " chiều tối 7h 8 giờ 30 lúc t4 t10 q2 II IV 11/4 31/2 29/2 7-11/4 2024 2024-04-11 1.5 / - , ( )"
    " trở đi và mùa hè giáng sinh giao thừa nhuận April May 11th of the next last this week month"
    " in between and to until before first half quarter Monday days ago 0 99 9999 của ngoái"
).split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)

days = st.dates(datetime.date(1000, 1, 1))
soup = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
texts = st.one_of(st.text(), soup, st.lists(st.sampled_from(WORDS), max_size=8).map("".join))


@given(text=texts, today=st.dates())
@example(text="İİ 11/4 İ", today=FRIDAY)
@example(text="mai mốt năm sau", today=datetime.date.max)
@example(text="hôm qua năm ngoái", today=datetime.date.min)
@example(text="từ 29/2 đến 29/2/2023", today=FRIDAY)
def test_matches_lie_in_the_text_in_order_and_have_days_or_are_no_days(
    text: str, today: datetime.date
) -> None:
    position = 0
    for match in find_dates(text, today):
        assert match.offset >= position
        assert match.length > 0
        position = match.offset + match.length
        assert text[match.offset : position] == match.text
        if match.start and match.end:
            assert match.start <= match.end
        assert match.valid is (match.start is not None or match.end is not None)
    assert position <= len(text)


@given(day=days)
@pytest.mark.parametrize(
    "written",
    [
        "{d}/{m}/{y}",
        "{d:02}/{m:02}/{y}",
        "{d}-{m}-{y}",
        "{d}.{m}.{y}",
        "{y}-{m:02}-{d:02}",
        "ngày {d} tháng {m} năm {y}",
        "ngay {d} thang {m} nam {y}",
        "{d} {month} {y}",
        "{month} {d}, {y}",
    ],
)
def test_every_day_with_its_year_is_found_back(written: str, day: datetime.date) -> None:
    words = written.format(d=day.day, m=day.month, y=f"{day.year:04}", month=MONTHS[day.month - 1])

    (match,) = find_dates(f"Hạn là {words} phải không?", FRIDAY)

    assert (match.text, match.start, match.end) == (words, day, day)
    assert match.year_said


@given(day=st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)))
@pytest.mark.parametrize(
    "written", ["ngày {d}/{m}", "{d}/{m}/24", "ngày {d} tháng {m}", "ngày {d}-{m}"]
)
def test_every_day_of_this_year_is_found_back(written: str, day: datetime.date) -> None:
    (match,) = find_dates(written.format(d=day.day, m=day.month), FRIDAY)

    assert (match.start, match.end) == (day, day)


@given(start=days, length=st.integers(0, 400))
def test_every_range_is_found_back(start: datetime.date, length: int) -> None:
    end = min(start, datetime.date.max - timedelta(length)) + timedelta(length)
    words = f"từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}"

    (match,) = find_dates(words, FRIDAY)

    assert (match.start, match.end) == (min(start, end), end)


@given(day=st.integers(0, 99), month=st.integers(0, 99), year=st.integers(1900, 2100))
def test_a_day_that_does_not_exist_is_said_to_be_none(day: int, month: int, year: int) -> None:
    (match,) = find_dates(f"ngày {day}/{month}/{year} có gì?", FRIDAY)

    try:
        there = datetime.date(year, month, day)
    except ValueError:
        there = None
    assert (match.valid, match.start, match.end) == (there is not None, there, there)


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "1", "1 ", "11/4 ", "từ ", "tu 7/4 den 11/4 ", "tháng ", "24/7 ", "7-", "(", "🎄"],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        begun = time.process_time()
        find_dates(text, FRIDAY)
        return time.process_time() - begun

    quarter = min(seconds(10_000) for _ in range(3))

    whole = min(seconds(40_000) for _ in range(3))  # the least: other work on the machine only adds
    assert whole < 8 * quarter + 0.05

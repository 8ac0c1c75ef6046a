"""Times of a plan in words, and what a diary shows of them."""

import datetime
from typing import Any

import pytest

from campaign.plan.model import Activity, Anniversary, Period, Plan, Time
from campaign.talk.questions import Span
from campaign.talk.times import (
    anniversary_day,
    describe,
    first_day,
    fixed_in,
    is_deadline,
    last_day,
    show_span,
    upcoming,
    years_of,
)


def day(month: int, number: int, year: int = 2026) -> datetime.date:
    return datetime.date(year, month, number)


def plan(*times: Time | None, **more: Any) -> Plan:
    """A plan with an activity for each time; None is an activity without any."""
    activities = tuple(
        Activity(no=n, section=str(n), name=f"Việc {n}", title=f"Việc {n}",
                 times=(time,) if time else ())
        for n, time in enumerate(times, 1)
    )  # fmt: skip
    return Plan(id="x", title="X", issuer="Y", year=2026, activities=activities, **more)


DEADLINE = Time(text="Hoàn thành trước 15/3/2026", kind="deadline", end=day(3, 14))
FAIR = Time(text="Từ 8/6 đến 10/6/2026", kind="range", start=day(6, 8), end=day(6, 10))
ALL_SUMMER = Time(text="Từ tháng 5 đến tháng 9", kind="range", start=day(5, 1), end=day(9, 30))
OPEN_ENDED = Time(text="Từ 1/9/2026", kind="ongoing", start=day(9, 1))
WHENEVER = Time(text="Khi đủ điều kiện", kind="conditional")
ALL_YEAR = Time(text="Cả năm 2026", kind="all-year", start=day(1, 1), end=day(12, 31))


@pytest.mark.parametrize(
    ("time", "vietnamese", "english"),
    [
        (DEADLINE, "hoàn thành trước 15/3/2026, tức chậm nhất hết ngày 14/3/2026",
         "hoàn thành trước 15/3/2026, that is by the end of 14/3/2026 at the latest"),
        (Time(text="Từ 20/3 đến trước 01/7", text_en="From 20 March until before 1 July",
              kind="range", start=day(3, 20), end=day(6, 30)),
         "từ 20/3 đến trước 01/7, tức chậm nhất hết ngày 30/6/2026",
         "from 20 March until before 1 July, that is by the end of 30/6/2026 at the latest"),
        (Time(text="Ngày 5/6/2026.", text_en="5 June 2026", kind="on",
              start=day(6, 5), end=day(6, 5)),
         "ngày 5/6/2026 (thứ Sáu)", "5 June 2026 (Friday)"),
        (Time(text="Thứ Sáu, 5/6", text_en="Friday, 5 June", kind="on",
              start=day(6, 5), end=day(6, 5)),
         "thứ Sáu, 5/6", "Friday, 5 June"),
        (Time(text="Trung tuần tháng 10", text_en="Mid-October", kind="range", tentative=True,
              start=day(10, 11), end=day(10, 20)),
         "dự kiến trung tuần tháng 10 (khoảng 11–20/10/2026)",
         "mid-October (tentative) (about 11–20/10/2026)"),
        (Time(text="Dự kiến cuối tháng 4", kind="range", tentative=True,
              start=day(4, 21), end=day(4, 30)),
         "dự kiến cuối tháng 4 (khoảng 21–30/4/2026)", "dự kiến cuối tháng 4 (about 21–30/4/2026)"),
        (Time(text="Hằng tuần từ tháng 4 đến tháng 6", kind="recurring",
              start=day(4, 1), end=day(6, 30)),
         "hằng tuần từ tháng 4 đến tháng 6", "hằng tuần từ tháng 4 đến tháng 6"),
        (Time(text="UBND tỉnh quyết định", text_en="April 2026", kind="conditional"),
         "UBND tỉnh quyết định", "April 2026"),
        (Time(text="Tháng 4", kind="range", start=day(4, 1), end=day(4, 30),
              scope="Vòng 1", scope_en="Round 1"),
         "Vòng 1: tháng 4", "Round 1: tháng 4"),
    ],
)  # fmt: skip
def test_a_time_keeps_the_plans_wording_and_says_what_follows_from_it(
    time: Time, vietnamese: str, english: str
) -> None:
    assert describe(time, "vi") == vietnamese
    assert describe(time, "en") == english


def test_before_during_and_after_a_day_is_no_deadline() -> None:
    around = Time(text="Trước, trong và sau 11/4", kind="range", start=day(4, 9), end=day(4, 13))
    assert not is_deadline(around)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (day(4, 11), day(4, 11), "thứ Bảy, ngày 11/4/2026"),
        (day(4, 1), day(4, 30), "từ 1/4/2026 đến 30/4/2026"),
        (day(4, 1), None, "từ 1/4/2026"),
        (None, day(4, 30), "đến hết 30/4/2026"),
    ],
)
def test_days_are_shown_day_first(
    start: datetime.date | None, end: datetime.date | None, told: str
) -> None:
    assert show_span(start, end, "vi") == told


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        (day(3, 14), day(3, 14), [1]),  # the last safe day
        (day(3, 15), day(3, 15), [1]),  # the day that the plan names
        (day(3, 16), day(3, 16), []),
        (day(6, 9), day(6, 9), [2]),
        (day(7, 1), day(7, 31), []),  # the summer runs behind them
        (day(5, 1), day(5, 1), [3]),  # but begins on a day
        (day(9, 1), day(9, 30), [3, 4]),
        (day(10, 1), day(12, 31), []),
        (day(1, 1), day(12, 31), [1, 3, 2, 4]),
    ],
)
def test_a_diary_lists_what_falls_into_some_days(
    first: datetime.date, last: datetime.date, numbers: list[int]
) -> None:
    whole = plan(DEADLINE, FAIR, ALL_SUMMER, OPEN_ENDED, WHENEVER, ALL_YEAR)
    found = fixed_in(whole, Span("", first, last, "range"))
    assert [activity.no for activity, _ in found] == numbers


def test_what_comes_next_is_what_begins_or_is_due() -> None:
    whole = plan(DEADLINE, FAIR, ALL_SUMMER, OPEN_ENDED, WHENEVER, None)
    assert [a.no for a, _ in upcoming(whole, day(3, 14))] == [1, 3, 2, 4]
    assert [a.no for a, _ in upcoming(whole, day(6, 9))] == [4]


def test_a_campaign_lasts_from_its_first_day_to_its_last() -> None:
    assert (first_day(plan(DEADLINE, FAIR)), last_day(plan(DEADLINE, FAIR))) == (
        day(6, 8),
        day(6, 10),
    )
    assert first_day(plan(DEADLINE)) == day(3, 14)
    assert first_day(plan(WHENEVER)) is None
    period = Period(text="Từ tháng 2 đến tháng 11", start=day(2, 1), end=day(11, 30))
    assert first_day(plan(FAIR, period=period)) == day(2, 1)
    assert last_day(plan(FAIR, period=period)) == day(11, 30)


@pytest.mark.parametrize("without_end", [OPEN_ENDED, WHENEVER, None])
def test_what_has_no_end_may_come_until_the_end_of_the_year(without_end: Time | None) -> None:
    assert last_day(plan(FAIR, without_end)) == day(12, 31)


def test_a_campaign_may_end_in_the_next_year() -> None:
    summing_up = Time(text="20/1/2027", kind="on", start=day(1, 20, 2027), end=day(1, 20, 2027))
    assert years_of(plan(FAIR, summing_up)) == (day(1, 1), day(1, 20, 2027))
    assert years_of(plan(FAIR)) == (day(1, 1), day(12, 31))


def test_the_29th_of_february_is_not_kept_in_a_common_year() -> None:
    leap_day = Anniversary(name="Ngày nhuận", month=2, day=29)
    assert anniversary_day(leap_day, 2028) == day(2, 29, 2028)
    assert anniversary_day(leap_day, 2026) is None

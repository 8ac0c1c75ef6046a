"""New times, and places, as staff write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.language.weekdays import WrongWeekday
from campaign.outreach.rescheduling import Rescheduled, read_new_time
from campaign.outreach.warnings import NoSuchDay
from campaign.plan.changes import Change, amended
from campaign.plan.model import Activity, Plan
from campaign.plan.new_times import When
from campaign.talk.times import describe

TODAY = datetime.date(2024, 3, 20)  # a Wednesday
PLAN = Plan(
    id="song-xanh-2024",
    title="Tháng hành động",
    issuer="Liên minh HTX tỉnh Sông Xanh",
    year=2024,
    activities=(Activity(no=1, section="III.1", name="Hội chợ", title="Hội chợ"),),
)


def read(text: str, *, due: bool = False) -> tuple[str, str]:
    said = read_new_time(text, TODAY, 2024, due=due)
    assert isinstance(said, Rescheduled), text
    return str(said.when), said.place


@pytest.mark.parametrize(
    ("text", "when", "place"),
    [
        ("chốt ngày 28/3, 8h, hội trường A", "2024-03-28T08:00", "hội trường A"),
        ("8h 28/3, hội trường A", "2024-03-28T08:00", "hội trường A"),
        ("8h30 sáng thứ Năm 28/3 tại Nhà văn hóa Bến Đò", "2024-03-28T08:30", "Nhà văn hóa Bến Đò"),
        ("Dời sang 4/5/2024.", "2024-05-04", ""),
        ("hoãn lại đến 4/5", "2024-05-04", ""),
        ("14h chiều thứ Hai tuần sau", "2024-03-25T14:00", ""),
        ("từ 1/4 đến 3/4", "2024-04-01/2024-04-03", ""),
        ("1-3/4, địa điểm: Sân đình", "2024-04-01/2024-04-03", "Sân đình"),
        ("gia hạn chậm nhất 20/4", "../2024-04-20", ""),
        ("trước 20/4", "../2024-04-19", ""),
        ("mai", "2024-03-21", ""),
        ("14h ngày 2/4 tại Nhà văn hóa 3/2", "2024-04-02T14:00", "Nhà văn hóa 3/2"),
        ("28/3, Quảng trường 26/3", "2024-03-28", "Quảng trường 26/3"),
        ("tai so 12/4 Tran Phu, 8h 28/3", "2024-03-28T08:00", "so 12/4 Tran Phu"),
    ],
)
def test_a_new_time_is_read(text: str, when: str, place: str) -> None:
    assert read(text) == (when, place)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("20/4", "../2024-04-20"),
        ("17h 20/4", "../2024-04-20T17:00"),
        ("gia hạn đến 20/4", "../2024-04-20"),
        ("hết ngày 20/4", "../2024-04-20"),
        ("từ 1/4 đến 20/4", "2024-04-01/2024-04-20"),
    ],
)
def test_a_day_is_the_last_one_where_a_deadline_is_asked_for(text: str, when: str) -> None:
    assert read(text, due=True) == (when, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "chưa biết",
        "8h",
        "hội trường A",
        "từ 1/4",
        "từ 5/4 đến 3/4",
        "từ 20/12 đến 5/1",
        "8h-11h ngày 28/3",
        "28/3, hoặc 29/3",
        "28/3 tại hội trường A, 29/3 tại nhà văn hóa 3/2",
        "Nhà văn hóa 3/2, Quảng trường 26/3",
        "25h 28/3",
        "x" * 400,
    ],
)
def test_what_is_not_one_time_is_not_guessed(text: str) -> None:
    assert read_new_time(text, TODAY, 2024, due=False) is None


def test_a_day_that_does_not_exist_is_told() -> None:
    assert read_new_time("8h 31/4", TODAY, 2024, due=False) == NoSuchDay("31/4")


def test_a_weekday_that_is_not_that_of_the_day_is_told() -> None:
    assert isinstance(read_new_time("8h thứ Hai 28/3", TODAY, 2024, due=False), WrongWeekday)


def test_a_day_without_a_year_is_one_of_the_plans_year() -> None:
    december = datetime.date(2023, 12, 30)

    said = read_new_time("28/3", december, 2024, due=False)
    soon = read_new_time("mai", december, 2024, due=False)

    assert said == Rescheduled(When(datetime.date(2024, 3, 28), datetime.date(2024, 3, 28)))
    assert soon == Rescheduled(When(datetime.date(2023, 12, 31), datetime.date(2023, 12, 31)))
    assert read_new_time("29/2", datetime.date(2024, 2, 1), 2025, due=False) == NoSuchDay("29/2")


WORDS = (
    "chốt dời sang từ đến hết trước chậm nhất ngày 28/3 29/2 31/4 1-3/4 4/5/2024 20/12 5/1 tháng 4"
    " thứ Hai mai tuần sau 8h 24h 8h30 sáng chiều tối - , hội trường A tại Sân đình"
).split()


@given(
    text=st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)),
    year=st.integers(2000, 2100),
    due=st.booleans(),
    part=st.integers(0, 2),
)
def test_whatever_is_understood_makes_a_plan(text: str, year: int, due: bool, part: int) -> None:
    said = read_new_time(text, TODAY, year, due=due)
    if not isinstance(said, Rescheduled):
        return

    assert When.of(str(said.when)) == said.when
    now = amended(PLAN, [Change(1, "Hội chợ", "time", str(said.when), TODAY, part)])
    time = now.activities[0].times[-1]
    assert (time.start, time.end) == (said.when.start, said.when.end)
    assert describe(time, "vi")
    assert describe(time, "en")

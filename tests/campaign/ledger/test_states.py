"""What is handed in: not everything that is to be over by a day."""

import datetime
from pathlib import Path

import pytest

from campaign.ledger.states import last_day
from campaign.plan.model import Activity, Fact, Time
from campaign.plan.toml import parse_plan

DAY, EARLIER = datetime.date(2024, 3, 14), datetime.date(2024, 3, 1)
PLANS = Path(__file__).parents[3] / "plans"


def due(
    title: str = "Xét giải Hạt vàng",
    *deadlines: tuple[str, datetime.date],
    submits: bool = False,
    content: str = "Tổ chức chu đáo",
) -> datetime.date | None:
    times = [Time(text=text, kind="deadline", end=end) for text, end in deadlines]
    return last_day(
        Activity(
            no=1,
            section="III.1",
            name=title,
            title=title,
            times=tuple(times or [Time(text="trước ngày 15/3/2024", kind="deadline", end=DAY)]),
            content=(Fact(text=content),),
            submits=submits,
        )
    )


@pytest.mark.parametrize(
    ("plan", "expected"),
    [("nam-dinh-2024", {8: DAY, 9: DAY}), ("hai-duong-2024", {})],
)
def test_in_the_plans_the_dossiers_are_and_the_sports_day_is_not(
    plan: str, expected: dict[int, datetime.date]
) -> None:
    source = PLANS / f"{plan}.toml"
    found = parse_plan(source.read_text(encoding="utf-8"), id=plan, source=source.name)

    assert {each.no: day for each in found.activities if (day := last_day(each))} == expected


@pytest.mark.parametrize(
    "title",
    ["Tổ chức hội thao", "Hội nghị báo cáo điển hình", "Thăm các HTX", "Tổng kết phong trào"],
)
def test_what_is_only_to_be_over_by_a_day_is_not_handed_in(title: str) -> None:
    assert due(title) is None


def test_what_the_plan_marks_is() -> None:
    assert due(submits=True) == DAY
    assert due("Hội thao", submits=True) == DAY


@pytest.mark.parametrize(
    "content",
    [
        "Các HTX gửi báo cáo kết quả về Liên minh HTX tỉnh",
        "các đơn vị nộp bài dự thi qua Văn phòng",
        "Gửi danh sách đại biểu về Phòng Phong trào",
        "HTX gửi phiếu đăng ký tham gia",
    ],
)
def test_what_is_sent_to_the_office_is(content: str) -> None:
    assert due("Hội thao", content=content) == DAY


@pytest.mark.parametrize(
    "words",
    ["Nộp hồ sơ trước 15/3/2024", "đăng ký chậm nhất 14/3/2024", "gửi danh sách trước ngày 15/3"],
)
def test_a_deadline_that_names_it_is(words: str) -> None:
    assert due("Hội thao", (words, DAY)) == DAY


def test_of_several_deadlines_those_count_that_name_what_is_handed_in() -> None:
    steps = (("nộp hồ sơ trước 2/3/2024", EARLIER), ("bình chọn xong trước 15/3/2024", DAY))

    assert due("Xét giải", *steps, submits=True) == EARLIER


def test_without_a_deadline_nothing_is_due() -> None:
    held = Time(text="ngày 14/3/2024", kind="on", start=DAY, end=DAY)
    activity = Activity(no=1, section="III.1", name="A", title="A", times=(held,), submits=True)
    assert last_day(activity) is None

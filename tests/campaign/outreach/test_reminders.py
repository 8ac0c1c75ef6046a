"""What groups are reminded of, and when: a pure function of a plan, a schedule and two moments."""

import datetime
from collections.abc import Sequence
from itertools import pairwise

import pytest

from campaign.messages import plain
from campaign.outreach.reminder_texts import compose, item, section
from campaign.outreach.reminders import (
    Reminder,
    Schedule,
    due_day,
    falls_due,
    midnight,
    sort_out,
    week,
)
from campaign.plan.model import Activity, Plan, Time
from campaign.zone import VIETNAM
from tests.campaign.outreach.reminder_tables import HAI_DUONG, NAM_DINH
from tests.campaign.talk.plans import handbook

USUAL = Schedule()
NEW_YEAR, NEXT_YEAR = datetime.date(2024, 1, 1), datetime.date(2025, 1, 1)


def day(text: str) -> datetime.date:
    number, month = text.split("/")
    return datetime.date(2024, int(month), int(number))


def eight(text: str) -> datetime.datetime:
    return datetime.datetime.combine(day(text), datetime.time(8), VIETNAM)


def due(
    plan: Plan,
    first: datetime.date = NEW_YEAR,
    last: datetime.date = NEXT_YEAR,
    schedule: Schedule = USUAL,
) -> list[Reminder]:
    return falls_due(plan, schedule, midnight(first), midnight(last))


def of(campaign: str) -> Plan:
    return handbook(campaign).plan


def plan_with(**time: object) -> Plan:
    activity = Activity(
        no=1,
        section="III.1",
        name="Hội thao",
        title="Tổ chức hội thao",
        times=(Time.model_validate({"text": "…", **time}),),
    )
    return Plan(id="song-xanh-2024", title="…", issuer="…", year=2024, activities=(activity,))


@pytest.mark.parametrize(
    ("campaign", "table"), [("nam-dinh-2024", NAM_DINH), ("hai-duong-2024", HAI_DUONG)]
)
def test_the_year_is_the_one_that_a_person_reads_off_the_plan(campaign: str, table: str) -> None:
    expected = [tuple(line.split(maxsplit=3)[:3]) for line in table.strip().splitlines()]

    found = [
        (f"{each.at.day}/{each.at.month}", each.kind, section(of(campaign), each) or "-")
        for each in due(of(campaign))
    ]

    assert sorted(found) == sorted(expected)
    assert {each.at.time() for each in due(of(campaign))} == {datetime.time(8)}


def test_before_15_3_is_counted_down_to_the_14th_and_says_both() -> None:
    plan = of("nam-dinh-2024")
    countdown = [
        each
        for each in due(plan)
        if each.kind == "deadline" and each.activity and each.activity.no == 8
    ]

    assert [each.at.isoformat() for each in countdown] == [
        "2024-02-29T08:00:00+07:00",
        "2024-03-07T08:00:00+07:00",
        "2024-03-11T08:00:00+07:00",
        "2024-03-13T08:00:00+07:00",
        "2024-03-14T08:00:00+07:00",
    ]
    texts = [plain(item(plan, each, each.at.date(), "vi")) for each in countdown]
    assert all("trước 15/3/2024, tức chậm nhất hết ngày 14/3/2024" in text for text in texts)
    assert [text.partition("14/3/2024. ")[2] for text in texts] == [
        "Còn 14 ngày nữa (tính đến hết 14/3/2024). (Mục III.8)",
        "Còn 7 ngày nữa (tính đến hết 14/3/2024). (Mục III.8)",
        "Còn 3 ngày nữa (tính đến hết 14/3/2024). (Mục III.8)",
        "Ngày mai, 14/3/2024, là ngày cuối. (Mục III.8)",
        "Hôm nay là ngày cuối. (Mục III.8)",
    ]


def test_a_tentative_day_is_said_to_be_so() -> None:
    plan = of("nam-dinh-2024")
    (launch,) = due(plan, day("27/3"), day("28/3"))

    assert plain(item(plan, launch, day("27/3"), "vi")) == (
        "Lễ phát động Tháng hành động vì HTX năm 2024: dự kiến ngày 28/3/2024 (Thứ Năm). "
        "Ngày mai bắt đầu. (Mục III.1)"
    )


def test_the_middle_of_october_never_becomes_a_day() -> None:
    plan = of("nam-dinh-2024")
    (only,) = due(plan, day("2/10"), day("6/10"))

    assert plain(item(plan, only, day("4/10"), "vi")) == (
        "Họp mặt đối thoại lãnh đạo tỉnh với HTX: dự kiến trung tuần tháng 10 năm 2024 "
        "(khoảng 11–20/10/2024). Sắp đến; kế hoạch chưa nêu ngày cụ thể. (Mục III.3)"
    )


def test_what_has_no_day_at_all_is_never_reminded_of() -> None:
    numbers = {each.activity.no for each in due(of("nam-dinh-2024")) if each.activity}

    assert numbers.isdisjoint({7, 11})
    assert due(plan_with(kind="conditional")) == []


def test_one_message_says_all_that_falls_on_the_same_moment_and_which_day_it_is() -> None:
    plan = of("nam-dinh-2024")
    both = due(plan, day("7/3"), day("8/3"))

    text = plain(compose(plan, both, day("7/3"), "vi"))

    assert text.startswith("🔔 Nhắc việc · thứ Năm 7/3/2024\n\nTôn vinh HTX tiêu biểu")
    assert text.count("Còn 7 ngày nữa") == 2
    assert "🔔 Reminder · Thursday 7/3/2024" in plain(compose(plan, both, day("7/3"), "en"))


def test_a_message_is_never_too_long_and_says_what_it_leaves_out() -> None:
    plan = of("nam-dinh-2024")
    text = plain(compose(plan, due(plan), day("7/3"), "vi"))

    assert len(text) < 4096
    assert "việc nữa: xem /lich" in text


def test_the_digest_is_the_week_s_and_is_left_out_when_there_is_nothing() -> None:
    plan = of("nam-dinh-2024")
    (digest,) = due(plan, day("18/3"), day("19/3"))

    assert plain(compose(plan, [digest], day("18/3"), "vi")).splitlines() == [
        "🔔 Tuần này · thứ Hai 18/3/2024",
        "",
        "Tuần này (18/3/2024–24/3/2024):",
        "• Ký kết lại các Chương trình phối hợp công tác: từ ngày 20/3 đến trước 01/7/2024, "
        "tức chậm nhất hết ngày 30/6/2024.",
    ]
    assert due(plan, day("6/5"), day("7/5")) == []


def numbers(found: Sequence[tuple[Activity | None, Time]]) -> list[int | None]:
    return [activity.no if activity else None for activity, _ in found]


def test_the_digest_has_no_deadline_that_is_over_and_none_that_was_kept() -> None:
    plan = of("nam-dinh-2024")

    assert week(plan, day("1/7")) == []  # "before 1/7": the last safe day was yesterday
    assert numbers(week(plan, day("11/3"))) == [8, 9]
    assert numbers(week(plan, day("11/3"), frozenset({8}))) == [9]


def test_the_digest_says_that_the_peak_of_the_campaign_begins() -> None:
    plan = of("nam-dinh-2024")
    (digest,) = due(plan, day("25/3"), day("26/3"))

    assert "• Đợt cao điểm: cao điểm từ ngày 29/3/2024 - 29/4/2024.\n" in plain(
        compose(plan, [digest], day("25/3"), "vi")
    )
    weeks = (NEW_YEAR + datetime.timedelta(weeks=number) for number in range(53))
    assert [monday for monday in weeks if None in numbers(week(plan, monday))] == [day("25/3")]


def test_a_moment_belongs_to_the_window_that_ends_with_it() -> None:
    plan, moment = of("nam-dinh-2024"), eight("21/3")
    second = datetime.timedelta(seconds=1)

    assert falls_due(plan, USUAL, moment - second, moment)
    assert falls_due(plan, USUAL, moment, moment + second) == []
    assert falls_due(plan, USUAL, moment + second, moment) == []


def test_windows_side_by_side_have_every_reminder_once() -> None:
    plan = of("nam-dinh-2024")
    edges = [midnight(NEW_YEAR) + datetime.timedelta(hours=7 * number) for number in range(366 * 4)]

    pieces = [each for since, now in pairwise(edges) for each in falls_due(plan, USUAL, since, now)]

    assert pieces == falls_due(plan, USUAL, edges[0], edges[-1])
    assert len({each.key for each in pieces}) == len(pieces)


def test_the_name_of_a_reminder_tells_on_which_day_it_falls_due() -> None:
    for each in due(of("nam-dinh-2024")):
        assert due_day(each.key) == each.at.date()


def test_another_schedule_has_other_days_and_another_hour() -> None:
    plan = plan_with(kind="deadline", end=day("14/3"))
    schedule = Schedule(datetime.time(17, 30), deadline_days=(2, 5, 2), digest=False)

    assert [each.at.isoformat() for each in due(plan, schedule=schedule)] == [
        "2024-03-09T17:30:00+07:00",
        "2024-03-12T17:30:00+07:00",
    ]
    assert due(plan, schedule=Schedule(deadline_days=(), digest=False)) == []


def test_after_an_outage_the_newest_says_all_and_what_is_over_is_not_sent() -> None:
    plan = of("nam-dinh-2024")
    missed = falls_due(plan, USUAL, midnight(day("6/3")), eight("12/3"))

    helpful, lost = sort_out(missed, eight("12/3"))

    assert [(each.activity.no, each.before) for each in helpful if each.activity] == [
        (8, 3),
        (9, 3),
    ]
    assert lost == []
    assert "Còn 2 ngày nữa" in plain(compose(plan, helpful, day("12/3"), "vi"))


def test_no_reminder_is_of_use_after_what_it_is_about() -> None:
    plan = of("nam-dinh-2024")
    missed = falls_due(plan, USUAL, midnight(day("12/3")), eight("15/3"))

    helpful, lost = sort_out(missed, eight("15/3"))

    assert helpful == []
    assert [(each.activity.no, each.before) for each in lost if each.activity] == [(8, 0), (9, 0)]


def test_what_takes_place_today_is_still_worth_saying() -> None:
    plan = of("nam-dinh-2024")
    helpful, _ = sort_out(falls_due(plan, USUAL, eight("26/3"), eight("28/3")), eight("28/3"))

    assert "Bắt đầu hôm nay" in plain(compose(plan, helpful, day("28/3"), "vi"))


def test_two_times_of_an_activity_that_begin_together_are_one_reminder() -> None:
    times = tuple(
        Time(text=text, kind="on", start=day("4/5"), end=day("4/5")) for text in ("sáng", "chiều")
    )
    only = plan_with(kind="conditional").activities[0].model_copy(update={"times": times})
    plan = plan_with(kind="conditional").model_copy(update={"activities": (only,)})

    found = [each for each in due(plan) if each.kind == "start"]

    assert [each.before for each in found] == [7, 1]
    assert "sáng (thứ Bảy); chiều (thứ Bảy)" in plain(item(plan, found[0], day("27/4"), "vi"))

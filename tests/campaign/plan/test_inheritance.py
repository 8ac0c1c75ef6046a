"""What people wrote beside a plan is not lost when a document takes its place."""

from typing import Any

from campaign.plan.changes import Change, amended
from campaign.plan.inheritance import inherit, remember
from campaign.plan.model import Activity, Basis, Fact, Plan, Time, Unit
from tests.campaign.plan.test_changes import SAID, day

TIME = Time(text="Trong tháng 4/2024", kind="range", start=day(4, 1), end=day(4, 30))


def activity(no: int, title: str, **more: Any) -> Activity:
    return Activity(**{"no": no, "section": f"III.{no}", "name": title, "title": title, **more})


def plan(*activities: Activity, **more: Any) -> Plan:
    named = {"title": "Tháng hành động năm 2024", "issuer": "Liên minh HTX tỉnh Sông Xanh"}
    return Plan(**{"id": "song-xanh-2024", "year": 2024, "activities": activities, **named, **more})


SPORTS = activity(
    2,
    "Hội thao chào mừng 78 năm ngày HTX Việt Nam",
    name="Hội thao",
    name_en="Sports day",
    aliases=("thi đấu", "đá bóng"),
    times=(TIME.model_copy(update={"text_en": "In April 2024"}),),
    content=(
        Fact(text="Các môn bóng bàn, cầu lông", text_en="Table tennis", keywords=("môn thi",)),
    ),
    submits=True,
)


def inherited(title: str, **more: Any) -> Activity:
    """Return what the sports day becomes in an edition that calls it `title`."""
    return inherit(plan(activity(5, title, **more)), plan(SPORTS)).activities[0]


def test_the_same_activity_keeps_its_names_and_its_english() -> None:
    kept = inherited("Hội thao chào mừng 78 năm ngày HTX Việt Nam.", times=(TIME,), aliases=("HT",))
    assert (kept.no, kept.name, kept.name_en) == (5, "Hội thao", "Sports day")
    assert set(kept.aliases) >= {"HT", "thi đấu", "đá bóng"}
    assert kept.times == SPORTS.times
    assert kept.submits


def test_an_activity_of_a_new_title_is_called_as_its_document_does() -> None:
    title = "Hội thao chào mừng 79 năm ngày HTX Việt Nam"
    kept = inherited(title)
    assert (kept.name, kept.name_en) == (title, None)
    assert kept.aliases == ("Hội thao", "Sports day", "thi đấu", "đá bóng")


def test_another_activity_gets_nothing() -> None:
    other = activity(2, "Hội nghị tổng kết")
    assert inherit(plan(other), plan(SPORTS)).activities == (other,)


def test_no_name_is_taken_from_an_activity_that_the_document_calls_so() -> None:
    new = plan(activity(1, SPORTS.title), activity(2, "Đá bóng"))
    first, second = inherit(new, plan(SPORTS)).activities
    assert "đá bóng" not in first.aliases
    assert second == new.activities[1]


def test_what_the_document_says_stands() -> None:
    moved = Time(text="Trong tháng 5/2024", kind="range", start=day(5, 1), end=day(5, 31))
    place = Fact(text="Sân vận động", section="III.5")
    kept = inherited(SPORTS.title, times=(moved,), place=place, lead=("Văn phòng",))
    assert (kept.times, kept.place, kept.lead) == ((moved,), place, ("Văn phòng",))


def test_english_does_not_leave_out_the_hour_that_the_document_says() -> None:
    date = {"kind": "on", "start": day(4, 1), "end": day(4, 1)}
    before = Time(text="Ngày 1/4/2024", text_en="On 1 April 2024", **date)
    at_eight = Time(text="8h ngày 01/4/2024", **date)
    old = activity(1, "Hội thao", times=(before,))
    for new, english in ((at_eight, None), (Time(text="ngày 01/4/2024", **date), before.text_en)):
        kept = inherit(plan(activity(1, "Hội thao", times=(new,))), plan(old))
        assert kept.activities[0].times[0].text_en == english


def test_english_goes_with_the_same_words_and_keywords_with_most_of_them() -> None:
    same = inherited(SPORTS.title, content=(Fact(text="các môn bóng bàn, cầu lông."),))
    assert (same.content[0].text_en, same.content[0].keywords) == ("Table tennis", ("môn thi",))
    more = Fact(text="Thi đấu các môn bóng bàn, cầu lông, kéo co")
    alike = inherited(SPORTS.title, content=(more,)).content[0]
    assert (alike.text, alike.text_en) == (more.text, None)
    assert "môn thi" in alike.keywords


def test_what_was_singled_out_stays_where_the_document_still_says_it() -> None:
    who = Fact(text="Các HTX có sản phẩm từ 3 sao", text_en="With 3 stars")
    fair = activity(1, "Hội chợ", participants=who)

    def after(text: str) -> Fact | None:
        told = activity(1, "Hội chợ", content=(Fact(text=text),))
        return inherit(plan(told), plan(fair)).activities[0].participants

    assert after("Đưa các HTX có sản phẩm từ 3 sao trở lên dự hội chợ") == who
    assert after("Đưa các HTX có sản phẩm từ 4 sao trở lên dự hội chợ") is None
    assert after("Trưng bày sản phẩm") is None


def test_a_law_that_an_activity_names_stays_a_basis_of_the_plan() -> None:
    law = Basis(text="Luật HTX năm 2023", number="17/2023/QH15", keywords=("luật",))
    told = activity(1, "Tập huấn", content=(Fact(text="Phổ biến Luật HTX năm 2023"),))
    assert inherit(plan(told), plan(told, bases=(law,))).bases == (law,)
    assert inherit(plan(activity(1, "Tập huấn")), plan(told, bases=(law,))).bases == ()


def test_units_and_the_whole_plan_keep_what_is_theirs() -> None:
    before = plan(SPORTS, title_en="Action Month", units=(Unit(name="Văn phòng", aliases=("VP",)),))
    new = plan(SPORTS, units=(Unit(name="văn phòng"),))
    kept = inherit(new, before)
    assert (kept.title_en, kept.units[0].aliases) == ("Action Month", ("VP",))
    renamed = new.model_copy(update={"title": "Tháng hành động năm 2025"})
    assert inherit(renamed, before).title_en is None


def test_an_activity_remembers_what_it_was_called_so_that_changes_stay_with_it() -> None:
    title = "Hội thao chào mừng 79 năm ngày HTX Việt Nam"
    cancelled = Change(2, SPORTS.title, "cancelled", "", SAID)
    new = plan(activity(5, title, times=(TIME,)), activity(2, "Hội nghị", times=(TIME,)))
    known = remember(new, plan(SPORTS))
    assert known.activities[0].formerly == (SPORTS.title,)
    assert [each.times for each in amended(known, [cancelled]).activities] == [(), (TIME,)]
    assert remember(known, new) == known

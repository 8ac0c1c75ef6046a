"""Staff change a plan in mid-campaign, and members see it beside the plan's own words."""

import datetime
from dataclasses import replace

import pytest

from campaign.messages import Edit, Send
from campaign.plan.model import Activity
from campaign.talk.handbook import Handbook
from handlers.ledger import dues_of
from handlers.library import Library
from storage import broadcasts, changes
from tests.handlers.bot import GROUP, data, edited, labels, notice, picked, sent
from tests.handlers.conftest import NUI_CAO, SONG_XANH
from tests.handlers.documents import PAGE, hands_over
from tests.handlers.newsroom import approve, only, presses, shown, tick, turned
from tests.handlers.office import OTHER, OWN, Office, Person, text_of

LAUNCH, SPORTS, AWARD, EXHIBITION = 1, 2, 15, 16


@pytest.fixture(scope="session")
def handbooks() -> dict[str, Handbook]:
    """The two alliances: the launch of Sông Xanh is tentative, and its exhibition in two parts."""
    launch, *rest = SONG_XANH.activities
    tentative = launch.model_copy(
        update={"times": tuple(t.model_copy(update={"tentative": True}) for t in launch.times)}
    )
    opens, closes = (rest[0].times[0].model_copy(update={"scope": s}) for s in ("Mở", "Đóng"))
    exhibition = Activity(
        no=EXHIBITION,
        section="III.16",
        name="Triển lãm ảnh",
        title="Triển lãm ảnh",
        times=(opens, closes),
    )
    plan = SONG_XANH.model_copy(update={"activities": (tentative, *rest, exhibition)})
    return {each.id: Handbook.of(each) for each in (plan, NUI_CAO)}


@pytest.fixture(autouse=True)
def library(office: Office) -> Library:
    """The plans of the running bot, looked at anew before each question of a member."""
    library = Library(office.bot.front.handbooks)
    office.bot.front = replace(office.bot.front, handbooks=library)
    return library


def member_asks(office: Office, question: str) -> str:
    library = office.bot.front.handbooks
    assert isinstance(library, Library)
    library.refresh(office.bot.unit)
    return office.bot.answer(question)


def begins(person: Person, no: int, kind: str, part: str = "") -> Send:
    """Return the question that follows a button of an activity's card."""
    tail = f":{part}" if part else ""
    return picked(person.presses(f"act:{OWN}:{no}:{kind}{tail}"))


def proposes(person: Person, no: int, kind: str, words: str) -> Send:
    """Return the card that asks whether that is right."""
    begins(person, no, kind)
    return sent(person.writes(words))


def changed(person: Person, no: int, kind: str, words: str) -> Edit:
    """Return what is said of a change that was just confirmed."""
    return edited(presses(person, "Đúng, cập nhật", proposes(person, no, kind, words)))


def test_staff_confirm_a_tentative_date_and_members_are_told_both(office: Office) -> None:
    listed = edited(
        presses(office.officer, "Thay đổi một hoạt động", sent(office.officer.writes("/kehoach")))
    )
    assert "Kế hoạch Sông Xanh 2024" in text_of(listed)
    card = edited(presses(office.officer, "III.1 · Lễ phát động", listed))
    assert "Thời gian: dự kiến ngày 11/04/2024 (thứ Năm)" in text_of(card)

    question = picked(presses(office.officer, "Chốt thời gian", card))
    assert "hiện nay: dự kiến ngày 11/04/2024" in text_of(question)
    asked = sent(office.officer.writes("chốt 8h ngày 12/4, hội trường A"))
    assert (
        "Lễ phát động (mục III.1). Mình hiểu là:\n"
        "Thời gian: 8h ngày 12/4/2024 (thứ Sáu); kế hoạch: dự kiến ngày 11/04/2024 (thứ Năm)\n"
        "Địa điểm: hội trường A; kế hoạch: Nhà văn hóa Bến Đò"
    ) in text_of(asked)
    assert "cập nhật" not in member_asks(office, "lễ phát động khi nào?")

    done = edited(presses(office.officer, "Đúng, cập nhật", asked))
    assert "Đã cập nhật Lễ phát động" in text_of(done)

    told = member_asks(office, "lễ phát động khi nào?")
    assert (
        "kế hoạch: dự kiến ngày 11/04/2024 (thứ Năm); "
        "cập nhật 8/3/2024: chốt 8h ngày 12/4/2024 (thứ Sáu)"
    ) in told
    assert ("kế hoạch: Nhà văn hóa Bến Đò; cập nhật 8/3/2024: hội trường A") in member_asks(
        office, "lễ phát động ở đâu?"
    )


def test_a_date_that_comes_as_it_was_planned_is_confirmed_by_a_button(office: Office) -> None:
    question = begins(office.officer, LAUNCH, "confirmed")

    asked = picked(presses(office.officer, "Đúng như dự kiến", question))
    presses(office.officer, "Đúng, cập nhật", asked)

    assert "chốt ngày 11/4/2024 (thứ Năm)" in member_asks(office, "lễ phát động khi nào?")
    assert "Nhà văn hóa Bến Đò" in office.officer.asks("lễ phát động ở đâu?")


def test_only_what_is_tentative_can_be_made_certain(office: Office) -> None:
    card = edited(office.officer.presses(f"act:{OWN}:{SPORTS}"))

    assert "Chốt thời gian" not in labels(card)
    assert "Đổi thời gian" in labels(card)


def test_a_deadline_is_extended(office: Office) -> None:
    question = begins(office.officer, AWARD, "time")
    assert "Hạn mới là khi nào?" in text_of(question)

    asked = sent(office.officer.writes("25/3"))
    assert "Thời gian: chậm nhất hết ngày 25/3/2024; kế hoạch: trước 15/3/2024" in text_of(asked)
    presses(office.officer, "Đúng, cập nhật", asked)

    assert "còn 17 ngày" in member_asks(office, "hạn nộp hồ sơ hạt vàng còn mấy ngày?")


def test_of_several_times_staff_say_which_one_they_change(office: Office) -> None:
    which = begins(office.officer, EXHIBITION, "time")
    assert labels(which) == ["Mở: ngày 20/04/2024 (thứ Bảy)", "Đóng: ngày 20/04/2024 (thứ Bảy)"]

    presses(office.officer, labels(which)[1], which)
    asked = sent(office.officer.writes("22/4"))
    presses(office.officer, "Đúng, cập nhật", asked)

    told = member_asks(office, "triển lãm ảnh khi nào?")
    assert "Mở: ngày 20/04/2024 (thứ Bảy); Đóng: kế hoạch: ngày 20/04/2024" in told
    assert "chuyển sang ngày 22/4/2024" in told


def test_what_is_cancelled_is_confirmed_first_and_can_be_restored(office: Office) -> None:
    asked = begins(office.officer, SPORTS, "cancelled")
    assert "Hoạt động này bị hủy; kế hoạch: ngày 20/04/2024" in text_of(asked)
    assert "đã hủy" not in member_asks(office, "hội thao khi nào?")

    presses(office.officer, "Đúng, cập nhật", asked)
    assert "đã hủy (cập nhật 8/3/2024)" in member_asks(office, "hội thao khi nào?")
    assert "đã hủy" in member_asks(office, "20/4 có gì?")
    card = edited(office.officer.presses(f"act:{OWN}:{SPORTS}"))
    assert "Hội thao – đã hủy" in text_of(card)
    assert not {"Hủy hoạt động", "Đổi thời gian"} & set(labels(card))

    restored = edited(presses(office.officer, "Khôi phục hoạt động", card))

    assert "Đã rút lại" in text_of(restored)
    assert "đã hủy" not in text_of(restored)
    assert "20/04/2024" in member_asks(office, "hội thao khi nào?")


@pytest.mark.parametrize(
    ("kind", "words", "question", "answer"),
    [
        ("place", "Sân đình", "hội thao ở đâu?", "cập nhật 8/3/2024: Sân đình"),
        ("phone", "0912 345 678 (chị Lan)", "số điện thoại hội thao?", "0912 345 678 (chị Lan)"),
        (
            "dossier",
            "- Đơn\n- Ảnh thẻ",
            "hồ sơ hội thao gồm những gì?",
            "Hồ sơ gồm: Đơn; Ảnh thẻ (cập nhật 8/3/2024)",
        ),
        ("correction", "thi cả kéo co", "hội thao khi nào?", "Đính chính: thi cả kéo co"),
        ("alias", "ngày vui khỏe", "ngày vui khỏe khi nào?", "20/04/2024"),
    ],
)
def test_members_see_what_staff_added(
    office: Office, kind: str, words: str, question: str, answer: str
) -> None:
    assert answer not in member_asks(office, question)

    changed(office.officer, SPORTS, kind, words)

    assert answer in member_asks(office, question)


@pytest.mark.parametrize(
    ("kind", "words", "why"),
    [
        ("time", "chưa biết", "chưa hiểu thời gian đó"),
        ("time", "31/4", "31/4"),
        ("time", "thứ Hai 28/3", "thứ Năm"),
        ("place", "  ", "bằng chữ"),
        ("correction", "x" * 501, "Dài quá 500 ký tự"),
        ("phone", "hỏi chị Lan", "không thấy số điện thoại"),
        ("alias", "Lễ phát động", "Tên này đang chỉ Lễ phát động"),
        ("alias", "hội thao", "đã hiểu tên này rồi"),
        ("alias", "khi nào", "chung quá"),
        ("alias", "2024", "chung quá"),
        ("alias", "x" * 81, "Dài quá 80 ký tự"),
    ],
)
def test_what_cannot_be_meant_is_told_and_asked_for_again(
    office: Office, kind: str, words: str, why: str
) -> None:
    begins(office.officer, SPORTS, kind)

    assert why in office.officer.asks(words)

    good = {"time": "4/5", "phone": "0912345678", "alias": "ngày vui khỏe"}
    assert "Mình hiểu là" in office.officer.asks(good.get(kind, "Sân đình"))


def test_a_day_that_is_past_is_pointed_out(office: Office) -> None:
    asked = proposes(office.officer, SPORTS, "time", "1/3")

    assert "Lưu ý: ngày 1/3/2024 (thứ Sáu) đã qua." in text_of(asked)


def test_a_change_can_be_given_up_before_it_counts(office: Office) -> None:
    asked = proposes(office.officer, SPORTS, "place", "Sân đình")
    presses(office.officer, "Thôi", asked)

    assert notice(presses(office.officer, "Đúng, cập nhật", asked))
    assert "Sân đình" not in member_asks(office, "hội thao ở đâu?")

    begins(office.officer, SPORTS, "place")
    assert "Kế hoạch giữ nguyên" in office.officer.asks("/huy")
    assert "Cầu Tre" in office.officer.asks("hội thao ở đâu?")


def test_a_change_is_withdrawn_with_one_press_by_any_of_the_staff(office: Office) -> None:
    changed(office.officer, SPORTS, "time", "27/4")
    changed(office.officer, SPORTS, "time", "4/5")

    card = edited(office.colleague.presses(f"act:{OWN}:{SPORTS}"))
    presses(office.colleague, "✕ Đổi thời gian: ngày 4/5/2024 (thứ Bảy)", card)

    told = member_asks(office, "hội thao khi nào?")
    assert "chuyển sang ngày 27/4/2024" in told
    assert "4/5" not in told
    assert notice(presses(office.officer, "✕ Đổi thời gian: ngày 4/5/2024 (thứ Bảy)", card))


NEWS = (
    "📢 Cập nhật kế hoạch: Hội thao (mục III.2)\n"
    "Thời gian: 8h ngày 27/4/2024 (thứ Bảy); kế hoạch: ngày 20/04/2024 (thứ Bảy).\n"
    "Địa điểm: Sân đình; kế hoạch: Sân vận động Cầu Tre."
)


def test_the_groups_are_told_with_one_press_of_what_was_shown(office: Office) -> None:
    approve(office)
    done = changed(office.officer, SPORTS, "time", "8h 27/4, Sân đình")
    assert text_of(done).endswith(f"\n\nThông báo cho 2 nhóm sẽ là:\n{NEWS}")

    card = turned(presses(office.officer, "Báo ngay cho 2 nhóm", done))

    broadcast = only(office.bot)
    assert (broadcast.state, broadcast.content and broadcast.content.text) == ("running", NEWS)
    assert "Thông báo số 1" in text_of(card)
    assert office.lines()[0] == (office.officer.sender.id, "cast_send", "#1")


def test_a_second_press_tells_nobody_twice(office: Office) -> None:
    approve(office)
    done = changed(office.officer, SPORTS, "time", "8h 27/4, Sân đình")
    presses(office.officer, "Báo ngay cho 2 nhóm", done)

    assert "được báo cho các nhóm rồi" in notice(
        presses(office.colleague, "Báo ngay cho 2 nhóm", done)
    )
    assert len(broadcasts.listing(office.bot.unit, [OWN], 9)) == 1


def test_the_same_change_made_again_is_news_again(office: Office) -> None:
    approve(office)
    for _ in range(2):
        done = changed(office.officer, SPORTS, "time", "27/4")
        presses(office.officer, "Báo ngay cho 2 nhóm", done)
        presses(office.officer, "Rút lại", done)
        office.bot.wait(minutes=5)
    assert len(broadcasts.listing(office.bot.unit, [OWN], 9)) == 2


def test_what_was_withdrawn_is_not_announced(office: Office) -> None:
    approve(office)
    done = changed(office.officer, SPORTS, "time", "27/4")
    presses(office.officer, "Rút lại", done)
    assert "không còn nữa" in notice(presses(office.officer, "Báo ngay cho 2 nhóm", done))


def test_the_groups_that_know_of_a_change_can_be_told_that_it_was_withdrawn(
    office: Office,
) -> None:
    approve(office)
    done = changed(office.officer, SPORTS, "time", "8h 27/4, Sân đình")
    presses(office.officer, "Báo ngay cho 2 nhóm", done)
    undone = edited(presses(office.officer, "Rút lại", done))

    content, card = shown(presses(office.officer, "Soạn thông báo…", undone))

    assert content is not None
    assert content.text == (
        "📢 Cập nhật kế hoạch: Hội thao (mục III.2)\nThay đổi đã báo được rút lại.\n"
        "Thời gian: ngày 20/04/2024 (thứ Bảy).\nĐịa điểm: Sân vận động Cầu Tre."
    )
    assert "Gửi ngay" in labels(card)


def test_nobody_is_told_of_the_end_of_what_they_never_heard_of(office: Office) -> None:
    approve(office)
    done = changed(office.officer, SPORTS, "time", "27/4")
    presses(office.officer, "Soạn thông báo…", done)
    assert "Soạn thông báo…" not in labels(edited(presses(office.officer, "Rút lại", done)))


def test_at_night_an_announcement_is_proposed_instead(office: Office) -> None:
    approve(office)
    done = changed(office.officer, SPORTS, "time", "27/4")
    office.bot.wait(hours=11)

    _, card = shown(presses(office.officer, "Báo ngay cho 2 nhóm", done))

    assert {"Gửi ngay", "Hẹn giờ"} <= set(labels(card))
    assert only(office.bot).state == "draft"
    late = changed(office.officer, SPORTS, "place", "Sân đình")
    assert "Báo ngay cho 2 nhóm" not in labels(late)
    assert "Soạn thông báo…" in labels(late)


def test_with_a_second_approver_one_press_asks_them(office: Office) -> None:
    office.bot.front = replace(office.bot.front, second_approver=True)
    approve(office)
    office.colleague.writes("/start")
    done = changed(office.officer, SPORTS, "time", "27/4")
    presses(office.officer, "Báo ngay cho 2 nhóm", done)
    assert only(office.bot).state == "waiting"


def test_an_announcement_can_be_looked_at_and_changed_as_usual(office: Office) -> None:
    approve(office, GROUP)
    done = changed(office.officer, SPORTS, "time", "8h 27/4, Sân đình")

    content, card = shown(presses(office.officer, "Soạn thông báo…", done))

    assert content is not None
    assert content.text == NEWS
    assert "1 nhóm" in text_of(card)
    assert (only(office.bot).campaign, only(office.bot).state) == (OWN, "draft")
    turned(presses(office.officer, "Gửi ngay", card))
    assert only(office.bot).state == "running"


def test_another_name_is_nothing_to_announce(office: Office) -> None:
    approve(office)
    done = changed(office.officer, SPORTS, "alias", "ngày vui khỏe")

    assert not any("báo" in label.lower() for label in labels(done))


def test_members_and_staff_of_others_change_nothing(office: Office) -> None:
    done = changed(office.officer, SPORTS, "time", "27/4")
    asked = proposes(office.officer, SPORTS, "place", "Sân đình")

    for button in (f"act:{OWN}:{SPORTS}:time", *data(asked), *data(done)):
        assert notice(office.rival.presses(button))
        assert notice(office.stranger.presses(button))
        assert notice(office.officer.presses(button, GROUP))
    assert "chỉ dành cho cán bộ" in office.stranger.asks("/kehoach")
    assert len(changes.standing(office.bot.unit, OWN)) == 1


def test_only_who_worded_a_change_confirms_it(office: Office) -> None:
    asked = proposes(office.officer, SPORTS, "place", "Sân đình")

    assert notice(office.colleague.presses(data(asked)[0]))
    assert changes.standing(office.bot.unit, OWN) == []


def test_who_is_no_longer_staff_cannot_finish_what_they_began(office: Office) -> None:
    begins(office.officer, SPORTS, "place")
    office.owner.presses(f"revoke:{office.officer.sender.id}:{OWN}")

    assert "Mình hiểu là" not in office.officer.asks("Sân đình")


@pytest.mark.parametrize(
    "forged",
    [
        "act",
        "act:nowhere:1",
        f"act:{OWN}:99",
        f"act:{OWN}:x",
        f"act:{OWN}:{SPORTS}:burn",
        f"act:{OWN}:{SPORTS}:time:7",
        f"act:{OWN}:{SPORTS}:time:-1",
        "change",
        "change:1:apply",
        "change:x:apply",
        "change:1.2:undo",
        f"change:{'9' * 30}:undo",
    ],
)
def test_forged_buttons_are_refused_as_old(office: Office, forged: str) -> None:
    assert "đã cũ" in notice(office.officer.presses(forged))


def test_everything_is_written_down(office: Office) -> None:
    done = changed(office.officer, SPORTS, "place", "Sân đình")
    presses(office.officer, "Rút lại", done)

    assert [(line[1], line[2]) for line in office.lines()[:2]] == [
        ("change_undo", "III.2 Hội thao: Địa điểm Sân đình"),
        ("change_apply", "III.2 Hội thao: Địa điểm Sân đình"),
    ]
    assert "cập nhật kế hoạch" in office.officer.asks("/nhatky")


def test_english_speaking_staff_are_spoken_to_in_english(office: Office) -> None:
    office.officer.writes("/language")
    office.officer.presses("lang:en")

    question = begins(office.officer, SPORTS, "time")

    assert "What is the new time?" in text_of(question)
    asked = sent(office.officer.writes("8h 27/4"))
    assert "Time: 8:00 on 27/4/2024 (Saturday); plan: ngày 20/04/2024" in text_of(asked)


def test_groups_are_reminded_of_the_new_day_and_of_nothing_that_is_cancelled(
    office: Office, library: Library
) -> None:
    approve(office, GROUP)
    tick(office)  # from here on reminders are looked for
    changed(office.officer, SPORTS, "time", "8h 27/4")
    presses(office.officer, "Đúng, cập nhật", begins(office.officer, LAUNCH, "cancelled"))
    library.refresh(office.bot.unit)

    for day in range(1, 31):
        office.bot.now = datetime.datetime(2024, 4, day, 2, tzinfo=datetime.UTC)
        tick(office)

    kept = broadcasts.listing(office.bot.unit, None, 100)
    told = {each.created_at.day: each.content.text for each in kept if each.content}
    assert "Hội thao" not in told.get(19, "")
    assert "cập nhật 8/3/2024: chuyển sang 8h ngày 27/4/2024" in told[26]
    assert not any("Lễ phát động" in text for text in told.values())


def test_for_what_has_a_dossier_by_now_something_is_handed_in(
    office: Office, library: Library
) -> None:
    change = changes.begin
    plan = library[OWN].plan
    sports = next(each for each in plan.activities if each.no == SPORTS)
    for kind, value in (("time", "../2024-04-20"), ("dossier", "đơn đăng ký, danh sách đội")):
        number = change(office.bot.unit, 1, OWN, sports, kind, 0, office.bot.now)  # type: ignore[arg-type]  # one of the kinds
        changes.word(office.bot.unit, number, value)
        changes.apply(office.bot.unit, number, office.bot.now)
    library.refresh(office.bot.unit)

    found = {each.activity.no for each in dues_of(office.bot.front, office.bot.unit, OWN)}

    assert found == {SPORTS, AWARD}


def test_nobody_registers_any_more_for_what_is_cancelled(office: Office, library: Library) -> None:
    office.officer.presses(f"open:{OWN}:{SPORTS}:open")
    assert "Hội thao" in office.bot.answer("/dangky")

    presses(office.officer, "Đúng, cập nhật", begins(office.officer, SPORTS, "cancelled"))
    library.refresh(office.bot.unit)

    assert "chưa mở đăng ký" in office.bot.answer("/dangky")
    assert "không nhận đăng ký nữa" in notice(office.bot.press(f"join:{OWN}:{SPORTS}"))
    assert data(sent(office.bot.hears("hội thao khi nào?"))) == []


def test_every_process_sees_a_change_and_its_end(office: Office, library: Library) -> None:
    """Another process has a library of its own over the same database."""
    other = Library(dict(library))
    done = changed(office.officer, SPORTS, "time", "27/4")

    for each in (library, other):
        each.refresh(office.bot.unit)
    assert library[OWN].plan == other[OWN].plan
    assert library[OWN].activities[SPORTS].times[0].start == datetime.date(2024, 4, 27)
    foreign = library[OTHER]

    presses(office.officer, "Rút lại", done)
    for each in (library, other):
        each.refresh(office.bot.unit)
    assert other[OWN].activities[SPORTS].times[0].start == datetime.date(2024, 4, 20)
    assert library[OTHER] is foreign


def test_a_change_stays_beside_a_new_edition_and_is_no_difference_to_it(office: Office) -> None:
    changed(office.officer, SPORTS, "time", "27/4")
    member_asks(office, "hội thao khi nào?")
    edition = hands_over(
        office, PAGE.replace("1. Lễ phát động Tháng hành động", "1. Tổ chức Hội thao")
    )
    target = turned(presses(office.officer, "Công bố…", edition))

    compared = turned(presses(office.officer, "Sông Xanh 2024", target))
    assert "27/4" not in text_of(compared)
    presses(office.officer, "Công bố cho Sông Xanh 2024", compared)

    told = member_asks(office, "hội thao khi nào?")
    assert "kế hoạch: ngày 12/4/2024" in told
    assert "cập nhật 8/3/2024: chuyển sang ngày 27/4/2024" in told

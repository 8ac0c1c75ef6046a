"""A plan document becomes a campaign: read, looked through, published, and asked."""

from dataclasses import replace

import pytest

from campaign.ledger.grids import Unreadable
from campaign.messages import Content, Edit, Fetch, Media, Message, Outgoing, Send
from campaign.reader.refusals import Refusal
from handlers.doubts import plan_in
from handlers.library import Library
from storage import editions
from storage.editions import EditionRecord
from tests.handlers.bot import data, labels, notice, picked, said
from tests.handlers.documents import PAGE, hands_over
from tests.handlers.newsroom import presses, turned, writes
from tests.handlers.office import OFFICER, OTHER, OWN, OWNER, Office, Person, text_of

FILE = Media("document", "F7")


@pytest.fixture(autouse=True)
def _library(office: Office) -> None:
    office.bot.front = replace(office.bot.front, handbooks=Library(office.bot.front.handbooks))


def refresh(office: Office) -> None:
    """Do what the bot does before anything else."""
    library = office.bot.front.handbooks
    assert isinstance(library, Library)
    library.refresh(office.bot.unit)


def edition(office: Office) -> EditionRecord:
    return editions.of_campaign(office.bot.unit, OWN, 1)[0]


def published(office: Office, person: Person, card: Send | Edit, target: str) -> Edit:
    targets = turned(presses(person, "Công bố…", card))
    compared = turned(presses(person, target, targets))
    done = turned(presses(person, f"Công bố cho {target}", compared))
    refresh(office)
    return done


def test_a_document_in_private_is_fetched_for_staff(office: Office) -> None:
    waiting, fetch = writes(office.officer, Content("", (), FILE))
    assert isinstance(waiting, Send)
    assert isinstance(fetch, Fetch)
    assert text_of(waiting) == "Đang đọc tài liệu…"
    assert (fetch.file, fetch.reader, fetch.about) == ("F7", "plan", (OWN,))


def test_a_document_of_a_member_is_no_plan(office: Office) -> None:
    told = writes(office.stranger, Content("", (), FILE))
    assert not any(isinstance(each, Fetch) for each in told)


def test_what_was_read_is_told_in_figures(office: Office) -> None:
    card = hands_over(office)
    assert "Đọc được 4 hoạt động, 1 hạn chót; 1 mục không có thời gian; " in text_of(card)
    assert "Tổ chức Tháng hành động vì hợp tác xã năm 2024" in text_of(card)
    assert "Bản nháp" in text_of(card)
    assert office.lines()[0] == (OFFICER.id, "plan_read", f"#{edition(office).id}")


@pytest.mark.parametrize(
    ("found", "words"),
    [("scanned", "bản quét"), ("locked", "mật khẩu"), (Unreadable("size"), "20 MB")],
)
def test_what_cannot_be_read_is_said_and_nothing_is_kept(
    office: Office, found: Refusal | Unreadable, words: str
) -> None:
    assert words in text_of(hands_over(office, found))
    assert editions.of_campaign(office.bot.unit, OWN, 9) == []


def test_a_document_without_any_activity_is_refused(office: Office) -> None:
    told = hands_over(office, "Kính gửi các hợp tác xã,\nMời đến họp.\n")
    assert "Không tìm thấy hoạt động nào" in text_of(told)


def test_nothing_is_public_before_somebody_publishes_it(office: Office) -> None:
    hands_over(office)
    refresh(office)
    assert "11/04/2024" in office.bot.answer("lễ phát động ngày nào?")


def test_published_it_answers_at_once(office: Office) -> None:
    done = published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    assert "Đã công bố cho Sông Xanh 2024" in text_of(done)
    assert "12/4/2024" in office.bot.answer("lễ phát động ngày nào?")
    assert "Trường Chính trị tỉnh" in office.bot.answer("hội thi ở đâu?")
    assert office.lines()[0][1:] == ("plan_publish", f"#{edition(office).id}")


def test_what_is_different_is_told_once_more_when_it_is_published(office: Office) -> None:
    published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    moved = hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    done = published(office, office.officer, moved, "Sông Xanh 2024")
    assert text_of(done).splitlines()[1:] == [
        "So với bản vừa được thay:",
        "• Lễ phát động Tháng hành động: thời gian ngày 12/4/2024 → ngày 13/4/2024",
    ]


def test_another_number_and_another_slogan_are_told_as_well(office: Office) -> None:
    page = PAGE.replace("I. ", "I. KHẨU HIỆU\n- Cùng nhau làm giàu\n\nII. ", 1)
    published(office, office.officer, hands_over(office, page), "Sông Xanh 2024")
    other = page.replace("Số: 12", "Số: 21").replace("Cùng nhau làm giàu", "Một người vì mọi người")
    done = published(office, office.officer, hands_over(office, other), "Sông Xanh 2024")
    assert text_of(done).splitlines()[2:] == [
        "• Số: 12/KH-LMHTX → 21/KH-LMHTX",
        "• Khẩu hiệu: Cùng nhau làm giàu → Một người vì mọi người",
    ]


def test_a_process_that_starts_later_knows_it(office: Office) -> None:
    files = dict(office.bot.front.handbooks)
    published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    library = Library(files)
    library.refresh(office.bot.unit)
    assert library[OWN].plan == office.bot.front.handbooks[OWN].plan != files[OWN].plan
    assert library[OTHER] is files[OTHER]


def test_what_changes_is_shown_before(office: Office) -> None:
    published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    page = PAGE.replace("12/4/2024", "13/4/2024").replace("Thăm các", "Tọa đàm về giá lúa của các")
    targets = turned(presses(office.officer, "Công bố…", hands_over(office, page)))
    told = text_of(turned(presses(office.officer, "Sông Xanh 2024", targets)))
    assert told.splitlines()[1:] == [
        "• Lễ phát động Tháng hành động: thời gian ngày 12/4/2024 → ngày 13/4/2024",
        "• Thêm: Tọa đàm về giá lúa của các hợp tác xã điển hình",
        "• Không còn: Thăm các hợp tác xã điển hình",
        "⚠ Còn 4 chỗ chưa xem.",
    ]


def test_a_document_of_another_province_or_year_is_pointed_out(office: Office) -> None:
    page = PAGE.replace("SÔNG XANH", "NÚI CAO").replace("Sông Xanh", "Núi Cao")
    for text, of in ((page, "Núi Cao 2024"), (PAGE.replace("2024", "2025"), "Sông Xanh 2025")):
        targets = turned(presses(office.officer, "Công bố…", hands_over(office, text)))
        told = text_of(turned(presses(office.officer, "Sông Xanh 2024", targets)))
        assert f"⚠ Văn bản này là của {of}." in told


def test_a_change_that_an_edition_has_no_activity_for_is_pointed_out(office: Office) -> None:
    """Who cancelled an activity must not find it held because its title was written anew."""
    for no in (1, 2):
        asked = picked(office.officer.presses(f"act:{OWN}:{no}:cancelled"))
        presses(office.officer, "Đúng, cập nhật", asked)
    refresh(office)
    page = PAGE.replace("1. Lễ phát động Tháng hành động", "1. Tổ chức Lễ phát động")
    targets = turned(presses(office.officer, "Công bố…", hands_over(office, page)))
    told = text_of(turned(presses(office.officer, "Sông Xanh 2024", targets)))
    assert "không có hoạt động “Tổ chức Hội thao”" in told
    assert "điều đã cập nhật sẽ không còn hiện: Hủy hoạt động" in told
    assert "không có hoạt động “Tổ chức Lễ phát động”" not in told


def test_what_was_compared_is_what_is_published(office: Office) -> None:
    first, second = hands_over(office), hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    targets = turned(presses(office.officer, "Công bố…", first))
    compared = turned(presses(office.officer, "Sông Xanh 2024", targets))
    published(office, office.officer, second, "Sông Xanh 2024")
    anew = turned(presses(office.officer, "Công bố cho Sông Xanh 2024", compared))
    assert "vừa thay đổi nên chưa công bố" in text_of(anew)
    assert "thời gian ngày 13/4/2024 → ngày 12/4/2024" in text_of(anew)
    assert "13/4/2024" in office.bot.answer("lễ phát động ngày nào?")
    presses(office.officer, "Công bố cho Sông Xanh 2024", anew)
    refresh(office)
    assert "12/4/2024" in office.bot.answer("lễ phát động ngày nào?")


def listed(office: Office, place: int) -> Edit:
    """Return the card of an edition in the list, the newest being the first."""
    listing = office.officer.writes("/kehoach")[0]
    assert isinstance(listing, Send)
    return turned(office.officer.presses(listing.buttons[place][0].data))


def test_going_back_is_one_press_that_says_what_is_different_then(office: Office) -> None:
    published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    office.bot.wait(days=1)
    newer = hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    published(office, office.officer, newer, "Sông Xanh 2024")
    office.bot.wait(days=1)
    listing = office.officer.writes("/kehoach")[0]
    assert isinstance(listing, Send)
    assert data(listing)[:2] == [f"plan:{number}" for number in (3, 1)]
    assert [label.startswith("Đang dùng") for label in labels(listing)[:3]] == [True, False, False]

    done = turned(presses(office.officer, "Dùng lại bản này", listed(office, 1)))
    assert text_of(done).splitlines() == [
        "Sông Xanh 2024 dùng lại bản này từ bây giờ.",
        "So với bản vừa được thay:",
        "• Lễ phát động Tháng hành động: thời gian ngày 13/4/2024 → ngày 12/4/2024",
    ]
    refresh(office)
    assert "12/4/2024" in office.bot.answer("lễ phát động ngày nào?")
    assert office.lines()[0] == (OFFICER.id, "plan_back", "#1")

    undone = turned(presses(office.officer, "Hoàn tác", done))
    assert "thời gian ngày 12/4/2024 → ngày 13/4/2024" in text_of(undone)
    refresh(office)
    assert "13/4/2024" in office.bot.answer("lễ phát động ngày nào?")


def test_a_second_press_does_not_go_back_a_second_time(office: Office) -> None:
    published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    newer = hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    done = published(office, office.officer, newer, "Sông Xanh 2024")

    presses(office.officer, "Hoàn tác", done)
    told = notice(presses(office.officer, "Hoàn tác", done))
    refresh(office)

    assert "cũ" in told
    assert "12/4/2024" in office.bot.answer("lễ phát động ngày nào?")
    assert [action for _, action, _ in office.lines()].count("plan_back") == 1


def test_nobody_goes_back_from_an_edition_that_is_no_longer_in_force(office: Office) -> None:
    published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    second = hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    published(office, office.officer, second, "Sông Xanh 2024")
    card = listed(office, 1)
    third = hands_over(office, PAGE.replace("12/4/2024", "14/4/2024"))
    published(office, office.officer, third, "Sông Xanh 2024")

    assert "cũ" in notice(presses(office.officer, "Dùng lại bản này", card))
    refresh(office)
    assert "14/4/2024" in office.bot.answer("lễ phát động ngày nào?")


def test_the_edition_in_force_is_the_last_one_even_where_the_clock_has_gone_back(
    office: Office,
) -> None:
    published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    office.bot.wait(days=-20)
    newer = hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    published(office, office.officer, newer, "Sông Xanh 2024")
    assert "13/4/2024" in office.bot.answer("lễ phát động ngày nào?")


def test_however_many_editions_there_are_all_of_them_are_reached(office: Office) -> None:
    for day in range(10, 29):
        hands_over(office, PAGE.replace("12/4/2024", f"{day}/4/2024"))
    first = office.officer.writes("/kehoach")[0]
    assert isinstance(first, Send)
    second = turned(presses(office.officer, "Cũ hơn »", first))
    third = turned(presses(office.officer, "Cũ hơn »", second))
    found = [data(each) for each in (first, second, third)]
    numbers = [each for page in found for each in page if each.count(":") == 1 and "plan" in each]
    assert numbers == [f"plan:{number}" for number in range(19, 0, -1)]
    assert "Cũ hơn »" not in labels(third)
    assert data(turned(presses(office.officer, "« Mới hơn", third))) == data(second)
    assert "không phải là cán bộ" in notice(office.rival.presses(f"plan:list:0:{OWN}"))


def test_drafts_are_told_apart_by_when_they_came(office: Office) -> None:
    hands_over(office)
    office.bot.wait(days=1)
    hands_over(office)

    first = office.officer.writes("/kehoach")[0]

    assert isinstance(first, Send)
    drafts = [each for each in labels(first) if each.startswith("Bản nháp")]
    shown = [" ".join(each.split()[2:4]) for each in drafts]
    assert shown == ["12:00 9/3/2024", "12:00 8/3/2024"]


def test_the_doubts_are_looked_at_one_by_one(office: Office) -> None:
    officer = office.officer
    card = hands_over(office)
    look = next(label for label in labels(card) if label.startswith("Xem ") and "chỗ" in label)
    first = turned(presses(officer, look, card))
    assert "Chỗ cần xem 1/" in text_of(first)
    shown = [first]
    while "Đúng" in labels(shown[-1]):
        shown.append(turned(presses(officer, "Đúng", shown[-1])))
    assert "Không còn chỗ nào cần xem." in text_of(shown[-1])
    assert any("“Thứ Hai, ngày 15/5/2024”" in text_of(each) for each in shown) or any(
        "15/5/2024" in text_of(each) and "(dòng " in text_of(each) for each in shown
    )
    assert "0 chỗ cần xem" in text_of(turned(presses(officer, "« Quay lại", shown[-1])))


def doubt(office: Office, words: str) -> Edit:
    """Return the doubt that says `words`, with its buttons."""
    number = edition(office).id
    for place in range(len(edition(office).doubts)):
        shown = turned(office.officer.presses(f"plan:{number}:look:{place}"))
        if words in text_of(shown):
            return shown
    raise AssertionError(words)


def test_a_missing_time_is_written_in(office: Office) -> None:
    hands_over(office)
    asked = presses(
        office.officer, "Sửa", doubt(office, "“Thăm các hợp tác xã điển hình” không có")
    )
    assert "Mời bạn viết cho đúng" in text_of(asked[1]) if isinstance(asked[1], Send) else False
    assert "Chưa hiểu “hôm nào đó”" in said(writes(office.officer, "hôm nào đó"))
    writes(office.officer, "ngày 2/5/2024")
    (visit,) = [each for each in plan_in(edition(office)).activities if each.no == 4]
    assert [time.end and time.end.isoformat() for time in visit.times] == ["2024-05-02"]


def test_what_is_wrong_is_left_out(office: Office) -> None:
    hands_over(office)
    presses(
        office.officer, "Bỏ hoạt động", doubt(office, "“Thăm các hợp tác xã điển hình” không có")
    )
    assert [each.no for each in plan_in(edition(office)).activities] == [1, 2, 3]


def test_a_place_that_was_dealt_with_stays_so(office: Office) -> None:
    hands_over(office)
    shown = doubt(office, "không ghi đơn vị chủ trì")
    presses(office.officer, "Đúng", shown)
    assert notice(presses(office.officer, "Đúng", shown)) == "Chỗ này đã được xem rồi."


def test_a_place_that_was_dealt_with_is_shown_as_such(office: Office) -> None:
    hands_over(office)
    presses(office.officer, "Đúng", doubt(office, "không ghi đơn vị chủ trì"))
    again = doubt(office, "không ghi đơn vị chủ trì")
    assert text_of(again).endswith("✓ Đã xem.")
    assert not {"Đúng", "Sửa", "Bỏ hoạt động"} & set(labels(again))


def test_a_draft_can_be_dropped_and_an_edition_in_force_cannot(office: Office) -> None:
    card = hands_over(office)
    presses(office.officer, "Bỏ bản nháp", card)
    assert editions.of_campaign(office.bot.unit, OWN, 9) == []
    again = hands_over(office)
    published(office, office.officer, again, "Sông Xanh 2024")
    assert "cũ" in notice(presses(office.officer, "Bỏ bản nháp", again))
    assert edition(office).published_at


def test_an_owner_begins_a_new_campaign(office: Office) -> None:
    page = (
        PAGE.replace("2024", "2025")
        .replace("SÔNG XANH", "BIỂN BẠC")
        .replace("Sông Xanh", "Biển Bạc")
    )
    card = hands_over(office, page, OWNER.id)
    new = "Chiến dịch mới: bien-bac-2025"
    targets = turned(presses(office.owner, "Công bố…", card))
    compared = turned(presses(office.owner, new, targets))
    assert "chưa có" in text_of(compared)
    presses(office.owner, "Công bố cho bien-bac-2025", compared)
    refresh(office)
    assert "bien-bac-2025" in office.bot.front.handbooks
    assert new not in labels(turned(presses(office.owner, "Công bố…", card)))


def test_a_document_is_kept_for_the_campaign_of_its_province(office: Office) -> None:
    """Who acts for several may speak to the bot about another one at the moment."""
    page = PAGE.replace("SÔNG XANH", "NÚI CAO").replace("Sông Xanh", "Núi Cao")
    card = hands_over(office, page, OWNER.id)
    assert [each.plan for each in editions.of_campaign(office.bot.unit, OWN, 9)] == []
    targets = turned(presses(office.owner, "Công bố…", card))
    assert labels(targets)[:2] == ["Núi Cao 2024", "Sông Xanh 2024"]
    listing = office.owner.writes("/kehoach")[0]
    assert isinstance(listing, Send)
    assert "Kế hoạch Sông Xanh 2024 đang dùng bản có sẵn" in text_of(listing)
    other = turned(presses(office.owner, "Kế hoạch Núi Cao 2024", listing))
    assert data(other)[0] == "plan:1"


def test_staff_of_one_campaign_see_no_other_one(office: Office) -> None:
    listing = office.officer.writes("/kehoach")[0]
    assert isinstance(listing, Send)
    assert labels(listing) == ["Thay đổi một hoạt động"]


def test_staff_begin_no_campaign_and_publish_for_their_own_alone(office: Office) -> None:
    page = PAGE.replace("năm 2024", "năm 2026")
    card = hands_over(office, page)
    targets = turned(presses(office.officer, "Công bố…", card))
    assert labels(targets) == ["Sông Xanh 2024", "« Quay lại"]
    forged: list[Outgoing] = office.officer.presses(f"plan:{edition(office).id}:for:{OTHER}")
    assert "cũ" in notice(forged)


def test_a_document_with_words_below_it_is_read_as_well(office: Office) -> None:
    _, fetch = writes(office.officer, Content("Kế hoạch năm 2025", (), FILE))
    assert isinstance(fetch, Fetch)
    told = writes(office.stranger, Content("lễ phát động ngày nào?", (), FILE))
    assert not any(isinstance(each, Fetch) for each in told)


def test_the_plan_that_a_campaign_began_with_can_be_gone_back_to(office: Office) -> None:
    before = office.bot.answer("lễ phát động ngày nào?")
    done = published(office, office.officer, hands_over(office), "Sông Xanh 2024")
    assert "12/4/2024" in office.bot.answer("lễ phát động ngày nào?")
    presses(office.officer, "Hoàn tác", done)
    refresh(office)
    assert office.bot.answer("lễ phát động ngày nào?") == before


def test_an_edition_that_another_campaign_takes_over_stays_with_the_first(office: Office) -> None:
    card = hands_over(office, person=OWNER.id)
    published(office, office.owner, card, "Sông Xanh 2024")
    published(office, office.owner, card, "Núi Cao 2024")
    for campaign in (OWN, OTHER):
        kept = editions.of_campaign(office.bot.unit, campaign, 9)
        assert [each.published_at is not None for each in kept] == [True, True]
        assert "12/4/2024" in kept[0].plan or "2024-04-12" in kept[0].plan


def test_what_is_left_out_is_said_on_the_button(office: Office) -> None:
    hands_over(office)
    assert "Bỏ thời gian" in labels(doubt(office, "15/5/2024 là thứ Tư"))
    assert "Bỏ hoạt động" in labels(doubt(office, "“Thăm các hợp tác xã điển hình” không có"))


def test_a_day_with_a_wrong_weekday_is_not_taken_for_right(office: Office) -> None:
    hands_over(office)
    presses(office.officer, "Sửa", doubt(office, "15/5/2024 là thứ Tư"))
    assert "Chưa hiểu" in said(writes(office.officer, "Thứ Hai, ngày 15/5/2024"))
    writes(office.officer, "Thứ Tư, ngày 15/5/2024")
    contest = plan_in(edition(office)).activities[1]
    assert [time.text for time in contest.times] == ["Thứ Tư, ngày 15/5/2024"]


def test_another_document_is_read_instead_of_what_was_asked(office: Office) -> None:
    hands_over(office)
    presses(office.officer, "Sửa", doubt(office, "15/5/2024 là thứ Tư"))
    assert any(isinstance(each, Fetch) for each in writes(office.officer, Content("", (), FILE)))
    assert "Chưa hiểu" not in said(writes(office.officer, "lễ phát động ngày nào?"))


def test_documents_that_come_together_are_asked_for_one_by_one(office: Office) -> None:
    officer = office.officer
    together = Message(officer.chat, officer.sender, "", 900, album="A1")
    assert "từng tệp một" in said(office.bot.handle(together))


def test_a_file_that_is_too_large_is_told_in_a_sentence(office: Office) -> None:
    told = text_of(hands_over(office, Unreadable("size")))
    assert "này. Tệp lớn quá 20 MB.\n" in told


def test_two_who_correct_a_draft_at_once_both_have_their_way(office: Office) -> None:
    hands_over(office)
    shown = doubt(office, "15/5/2024 là thứ Tư")
    presses(office.officer, "Sửa", shown)
    presses(office.owner, "Bỏ hoạt động", doubt(office, "“Thăm các hợp tác xã điển hình” không có"))
    writes(office.officer, "Thứ Tư, ngày 15/5/2024")

    assert notice(presses(office.owner, "Bỏ thời gian", shown)) == "Chỗ này đã được xem rồi."
    activities = plan_in(edition(office)).activities
    assert [each.no for each in activities] == [1, 2, 3]
    assert [time.text for time in activities[1].times] == ["Thứ Tư, ngày 15/5/2024"]


def test_what_is_published_is_no_longer_corrected(office: Office) -> None:
    card = hands_over(office)
    shown = doubt(office, "15/5/2024 là thứ Tư")
    presses(office.officer, "Sửa", shown)
    published(office, office.owner, card, "Sông Xanh 2024")

    assert "đã được công bố" in said(writes(office.officer, "Thứ Tư, ngày 15/5/2024"))
    assert "đã được công bố" in notice(presses(office.officer, "Bỏ thời gian", shown))


def test_a_draft_that_somebody_dropped_is_said_to_be_gone(office: Office) -> None:
    card = hands_over(office)
    presses(office.officer, "Sửa", doubt(office, "15/5/2024 là thứ Tư"))
    presses(office.colleague, "Bỏ bản nháp", card)

    assert "không còn nữa" in said(writes(office.officer, "Thứ Tư, ngày 15/5/2024"))
    assert "không còn nữa" in notice(presses(office.officer, "Công bố…", card))


def test_a_time_that_was_written_anew_is_doubted_no_more(office: Office) -> None:
    """Its weekday was wrong, and the day before the plan's own: both were about the old words."""
    hands_over(office, PAGE.replace("Thứ Hai, ngày 15/5/2024", "Thứ Ba, ngày 15/1/2024"))
    before = sum(each["done"] for each in edition(office).doubts)
    presses(office.officer, "Sửa", doubt(office, "15/1/2024 là thứ Hai"))
    writes(office.officer, "Thứ Tư, ngày 15/5/2024")
    contest = plan_in(edition(office)).activities[1]
    assert [time.text for time in contest.times] == ["Thứ Tư, ngày 15/5/2024"]
    assert sum(each["done"] for each in edition(office).doubts) == before + 2

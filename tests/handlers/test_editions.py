"""A plan document becomes a campaign: read, looked through, published, and asked."""

from dataclasses import replace

import pytest

from campaign.ledger.grids import Unreadable
from campaign.messages import Content, Edit, Fetch, Media, Outgoing, Send
from campaign.reader.refusals import Refusal
from handlers.doubts import plan_in
from handlers.library import Library
from storage import editions
from storage.editions import EditionRecord
from tests.handlers.bot import data, labels, notice, said
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
    ]


def test_what_was_compared_is_what_is_published(office: Office) -> None:
    first, second = hands_over(office), hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    targets = turned(presses(office.officer, "Công bố…", first))
    compared = turned(presses(office.officer, "Sông Xanh 2024", targets))
    published(office, office.officer, second, "Sông Xanh 2024")
    told = notice(presses(office.officer, "Công bố cho Sông Xanh 2024", compared))
    assert "cũ" in told
    assert "13/4/2024" in office.bot.answer("lễ phát động ngày nào?")


def test_going_back_is_publishing_the_older_one_again(office: Office) -> None:
    older = hands_over(office)
    published(office, office.officer, older, "Sông Xanh 2024")
    office.bot.wait(days=1)
    newer = hands_over(office, PAGE.replace("12/4/2024", "13/4/2024"))
    published(office, office.officer, newer, "Sông Xanh 2024")
    assert "13/4/2024" in office.bot.answer("lễ phát động ngày nào?")
    office.bot.wait(days=1)
    listed = office.officer.writes("/kehoach")[0]
    assert isinstance(listed, Send)
    assert data(listed)[:2] == [f"plan:{number}" for number in (2, 1)]
    card = turned(office.officer.presses(listed.buttons[1][0].data))
    published(office, office.officer, card, "Sông Xanh 2024")
    assert "12/4/2024" in office.bot.answer("lễ phát động ngày nào?")


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
    assert "Viết lại cho đúng" in text_of(asked[1]) if isinstance(asked[1], Send) else False
    assert "Chưa hiểu “hôm nào đó”" in said(writes(office.officer, "hôm nào đó"))
    writes(office.officer, "ngày 2/5/2024")
    (visit,) = [each for each in plan_in(edition(office)).activities if each.no == 4]
    assert [time.end and time.end.isoformat() for time in visit.times] == ["2024-05-02"]


def test_what_is_wrong_is_left_out(office: Office) -> None:
    hands_over(office)
    presses(office.officer, "Bỏ", doubt(office, "“Thăm các hợp tác xã điển hình” không có"))
    assert [each.no for each in plan_in(edition(office)).activities] == [1, 2, 3]


def test_a_place_that_was_dealt_with_stays_so(office: Office) -> None:
    hands_over(office)
    shown = doubt(office, "không ghi đơn vị chủ trì")
    presses(office.officer, "Đúng", shown)
    assert notice(presses(office.officer, "Đúng", shown)) == "Chỗ này đã được xem rồi."


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


def test_staff_begin_no_campaign_and_publish_for_their_own_alone(office: Office) -> None:
    page = PAGE.replace("năm 2024", "năm 2026")
    card = hands_over(office, page)
    targets = turned(presses(office.officer, "Công bố…", card))
    assert labels(targets) == ["Sông Xanh 2024", "« Quay lại"]
    forged: list[Outgoing] = office.officer.presses(f"plan:{edition(office).id}:for:{OTHER}")
    assert "cũ" in notice(forged)

"""Staff accept what was handed in, or send it back."""

import pytest

from campaign.messages import Chat, Edit
from storage import chats, cooperatives, submissions
from storage.cooperatives import NewCooperative
from storage.submissions import SubmissionRecord
from tests.handlers.bot import GROUP, OTHER_GROUP, data, labels, notice, picked, said
from tests.handlers.ledger import (
    HAND,
    HELP,
    NO,
    acknowledged,
    handed_in,
    ledger,
    member_presses,
    named,
    state,
    told,
)
from tests.handlers.newsroom import turned
from tests.handlers.office import COLLEAGUE, OFFICER, OTHER, OWN, Office, text_of

THEIRS = Chat(GROUP.id, "group")


@pytest.fixture(autouse=True)
def _ledger(office: Office) -> None:
    ledger(office)


def step(office: Office, seen: SubmissionRecord, what: str) -> str:
    """Return what the button `what` sends back, on a card that shows how it stands now."""
    card = picked(office.owner.presses(f"judge:{seen.id}"))
    return next(each for each in data(card) if each.split(":")[2] == what)


def test_what_waits_is_listed_and_shown(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    handed_in(office.bot, "HTX Gốm")

    listed = picked(office.officer.presses(f"due:{OWN}:{NO}"))
    assert text_of(listed) == "Xét giải Hạt vàng: 2 HTX chờ xác nhận. Chọn một HTX:"
    assert f"judge:{seen.id}" in data(listed)

    card = picked(office.officer.presses(f"judge:{seen.id}"))
    assert text_of(card) == (
        "HTX Hoa Sen (Bến Đò)\nMục III.15 · Xét giải Hạt vàng\n"
        "Trạng thái: đã nộp, từ 12:00 thứ Sáu 8/3/2024 (giờ Việt Nam)"
    )
    assert labels(card)[:-1] == ["Đạt", "Cần bổ sung", "Đặt lại: chưa nộp"]


def test_from_one_that_is_decided_staff_go_on_to_the_others(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    handed_in(office.bot, "HTX Gốm")

    card = turned(office.officer.presses(step(office, seen, "accept")))

    assert labels(card)[-1] == "Chờ xác nhận (1) · mục III.15"
    listed = picked(office.officer.presses(data(card)[-1]))
    assert labels(listed) == ["HTX Gốm · Bến Đò"]


def test_what_a_list_leaves_out_is_counted(office: Office) -> None:
    new = [NewCooperative(f"HTX {number:02}", "A") for number in range(70)]
    cooperatives.add(office.bot.unit, OWN, new)
    for each in new:
        handed_in(office.bot, each.name)

    listed = picked(office.officer.presses(f"due:{OWN}:{NO}"))

    assert len(labels(listed)) == 60
    assert text_of(listed).endswith("… và 10 HTX nữa")


def test_where_nothing_waits_that_is_said(office: Office) -> None:
    assert "không có HTX nào" in text_of(picked(office.officer.presses(f"due:{OWN}:{NO}")))


def test_what_is_accepted_is_told_to_the_group(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")

    outgoing = office.officer.presses(step(office, seen, "accept"))

    assert "Trạng thái: đạt" in text_of(turned(outgoing))
    assert told(outgoing, THEIRS) == "Xét giải Hạt vàng: hồ sơ của HTX Hoa Sen đạt yêu cầu."
    assert state(office.bot, "HTX Hoa Sen") == "accepted"
    assert office.lines()[0] == (OFFICER.id, "judge_accept", "HTX Hoa Sen · III.15")
    assert "được ghi là đã nộp rồi" in notice(member_presses(office.bot, HAND))


def test_what_is_sent_back_is_told_with_the_reason_and_can_be_handed_in_again(
    office: Office,
) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    assert "cần bổ sung gì?" in text_of(
        picked(office.officer.presses(step(office, seen, "return")))
    )

    outgoing = office.officer.writes("thiếu  ảnh\nsản phẩm")

    assert told(outgoing, THEIRS) == (
        "Xét giải Hạt vàng: hồ sơ của HTX Hoa Sen cần bổ sung.\n"
        "Lý do: thiếu ảnh sản phẩm\nBổ sung xong, bấm “Đã nộp”."
    )
    to_group = next(each for each in outgoing if getattr(each, "chat", None) == THEIRS)
    assert data(to_group) == [HAND, HELP]  # type: ignore[arg-type]  # a message
    assert "Lý do: thiếu ảnh sản phẩm" in told(outgoing, office.officer.chat)
    assert state(office.bot, "HTX Hoa Sen") == "returned"

    assert "Cảm ơn" in notice(member_presses(office.bot, HAND))
    assert state(office.bot, "HTX Hoa Sen") == "handed_in"


def test_what_is_reset_is_told_to_the_group_with_the_buttons(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")

    outgoing = office.officer.presses(step(office, seen, "clear"))

    assert told(outgoing, THEIRS) == (
        "Xét giải Hạt vàng: cán bộ đặt lại HTX Hoa Sen là chưa nộp.\n"
        "Khi nào nộp, bấm “Đã nộp”; chưa rõ thì bấm “Cần hỗ trợ”."
    )
    to_group = next(each for each in outgoing if getattr(each, "chat", None) == THEIRS)
    assert data(to_group) == [HAND, HELP]  # type: ignore[arg-type]  # a message
    assert "Cảm ơn" in notice(member_presses(office.bot, HAND))


def test_a_reason_that_is_a_sentence_stays_one(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    office.officer.presses(step(office, seen, "return"))

    words = told(office.officer.writes("Ảnh sản phẩm đâu ạ?"), THEIRS)

    assert words.splitlines()[1:] == ["Lý do: Ảnh sản phẩm đâu ạ?", "Bổ sung xong, bấm “Đã nộp”."]


def test_an_english_group_is_told_the_words_on_its_button(office: Office) -> None:
    chats.speak(office.bot.unit, GROUP.id, "en", office.bot.now)
    seen = handed_in(office.bot, "HTX Hoa Sen")
    office.officer.presses(step(office, seen, "return"))

    to_group = next(e for e in office.officer.writes("ảnh") if getattr(e, "chat", None) == THEIRS)

    label = labels(to_group)[0]  # type: ignore[arg-type]  # a message
    assert f"press “{label}”" in text_of(to_group)  # type: ignore[arg-type]


def test_of_two_members_of_staff_the_first_one_decides(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    shown = [step(office, seen, what) for what in ("accept", "return", "clear")]
    office.officer.presses(shown[0])

    for button in shown:
        late = office.colleague.presses(button)
        assert "trước bạn" in acknowledged(late)
        assert isinstance(late[1], Edit)
        assert "Trạng thái: đạt" in text_of(late[1])
        assert len(late) == 2
    assert state(office.bot, "HTX Hoa Sen") == "accepted"


def test_a_card_of_what_was_handed_in_before_decides_nothing_about_it_now(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    accept = step(office, seen, "accept")
    office.officer.presses(step(office, seen, "return"))
    office.officer.writes("thiếu ảnh")
    office.bot.wait(minutes=1)
    member_presses(office.bot, HAND)

    assert "trước bạn" in acknowledged(office.colleague.presses(accept))
    assert state(office.bot, "HTX Hoa Sen") == "handed_in"


def test_who_was_asked_for_a_reason_is_told_that_somebody_else_decided(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    back, accept = step(office, seen, "return"), step(office, seen, "accept")
    office.colleague.presses(back)

    outgoing = office.officer.presses(accept)

    assert "HTX Hoa Sen" in told(outgoing, office.colleague.chat)
    assert "không cần gửi lý do" in told(outgoing, office.colleague.chat)
    office.colleague.writes("thiếu ảnh")
    assert state(office.bot, "HTX Hoa Sen") == "accepted"


def test_of_two_who_were_asked_for_a_reason_the_first_one_sends_back(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    back = step(office, seen, "return")
    office.officer.presses(back)
    office.colleague.presses(back)

    outgoing = office.officer.writes("thiếu ảnh")

    assert "không cần gửi lý do" in told(outgoing, office.colleague.chat)
    office.colleague.writes("thiếu dấu")
    found = submissions.of(office.bot.unit, seen.cooperative_id, NO)
    assert found
    assert found.reason == "thiếu ảnh"


def test_a_reason_that_comes_after_somebody_cleared_it_is_not_told(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    office.officer.presses(step(office, seen, "return"))
    outgoing = office.colleague.presses(step(office, seen, "clear"))

    assert "không cần gửi lý do" in told(outgoing, office.officer.chat)
    office.officer.writes("thiếu ảnh")
    assert state(office.bot, "HTX Hoa Sen") is None


@pytest.mark.parametrize("text", ["", "x" * 256])
def test_a_reason_that_is_none_is_asked_for_again(office: Office, text: str) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    office.officer.presses(step(office, seen, "return"))

    assert "không quá 255 ký tự" in office.officer.asks(text)
    assert len(office.officer.writes("thiếu ảnh")) == 2


def test_a_mistake_is_set_back(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")

    shown = [step(office, seen, what) for what in ("clear", "accept")]
    cleared = turned(office.officer.presses(shown[0]))

    assert text_of(cleared) == "HTX Hoa Sen: đã đặt lại là chưa nộp."
    assert office.lines()[0] == (OFFICER.id, "judge_clear", "HTX Hoa Sen · III.15")
    assert "đã cũ" in notice(office.officer.presses(shown[1]))


def test_a_cooperative_without_a_group_has_nobody_to_be_told(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Xa")

    outgoing = office.officer.presses(step(office, seen, "accept"))

    assert "không có ai được báo" in text_of(turned(outgoing))
    assert len(outgoing) == 2


def test_a_group_that_has_gone_to_another_campaign_is_told_nothing(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    chats.bind(office.bot.unit, GROUP.id, OTHER, office.bot.now)

    assert len(office.officer.presses(step(office, seen, "accept"))) == 2


def test_staff_of_another_campaign_decide_nothing(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    office.officer.presses(step(office, seen, "return"))
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")

    assert "không phải là cán bộ" in notice(office.rival.presses(step(office, seen, "accept")))
    assert "không phải là cán bộ" in said(office.officer.writes("thiếu ảnh"))
    assert state(office.bot, "HTX Hoa Sen") == "handed_in"


def test_a_deleted_cooperative_has_nothing_to_decide(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Hoa Sen")
    cooperatives.remove(office.bot.unit, named(office.bot, "HTX Hoa Sen").id)

    assert submissions.find(office.bot.unit, seen.id) is None
    assert "đã cũ" in notice(office.colleague.presses(f"judge:{seen.id}"))
    assert COLLEAGUE.id not in {line[0] for line in office.lines()}


def test_the_group_hears_of_its_own_cooperative_only(office: Office) -> None:
    seen = handed_in(office.bot, "HTX Gốm")

    outgoing = office.officer.presses(step(office, seen, "accept"))

    assert "HTX Gốm" in told(outgoing, Chat(OTHER_GROUP.id, "group"))

"""Where a second person is wanted, nothing goes out that only one has seen."""

from dataclasses import replace

import pytest

from campaign.messages import Content, Edit, Outgoing, Post, Send
from storage import chats, staff
from tests.handlers.bot import labels, notice, sent
from tests.handlers.newsroom import (
    WORDS,
    approve,
    drafted,
    only,
    presses,
    queued,
    shown,
    tick,
    turned,
    writes,
)
from tests.handlers.office import COLLEAGUE, OFFICER, OWN, OWNER, Office, cards, text_of

MONDAY = "Xác nhận gửi lúc 8:00 thứ Hai 11/3/2024 (giờ Việt Nam)"


@pytest.fixture(autouse=True)
def approved(office: Office) -> None:
    """Two groups of Sông Xanh get announcements, when two people have seen them."""
    approve(office)
    for person in (office.owner, office.colleague):
        person.writes("/start")
    office.bot.front = replace(office.bot.front, second_approver=True)


def submitted(office: Office) -> list[Outgoing]:
    return presses(office.officer, "Gửi ngay", drafted(office.officer))


def test_everybody_else_who_may_is_shown_the_words_and_asked(office: Office) -> None:
    outgoing = submitted(office)

    waiting = turned(outgoing)
    assert "đang chờ người thứ hai duyệt" in text_of(waiting)
    assert labels(waiting) == ["Rút lại"]
    asked = cards(outgoing)
    assert set(asked) == {OWNER.id, COLLEAGUE.id}
    assert f"Người số {OFFICER.id} xin duyệt thông báo số 1" in text_of(asked[COLLEAGUE.id])
    assert labels(asked[COLLEAGUE.id]) == ["Duyệt gửi", "Từ chối"]
    previews = [each for each in outgoing if isinstance(each, Post)]
    assert [(each.chat.id, each.content) for each in previews] == [
        (OWNER.id, WORDS),
        (COLLEAGUE.id, WORDS),
    ]
    assert queued(office.bot, only(office.bot)) == []


def test_it_goes_when_somebody_else_approves_and_once(office: Office) -> None:
    asked = cards(submitted(office))

    mine, theirs = presses(office.colleague, "Duyệt gửi", asked[COLLEAGUE.id], 70)[1:]

    assert isinstance(mine, Edit)
    assert "Bạn đã duyệt" in text_of(mine)
    assert isinstance(theirs, Edit)
    assert (theirs.chat.id, theirs.message_id) == (OFFICER.id, 50)
    assert "đang gửi" in text_of(theirs)
    assert only(office.bot).decided_by == COLLEAGUE.id
    assert "đã cũ" in notice(presses(office.owner, "Duyệt gửi", asked[OWNER.id]))
    assert "đã cũ" in notice(presses(office.owner, "Từ chối", asked[OWNER.id]))
    assert len(queued(office.bot, only(office.bot))) == 2


def test_nobody_approves_their_own(office: Office) -> None:
    asked = cards(submitted(office))

    for label in ("Duyệt gửi", "Từ chối"):
        refusal = presses(office.officer, label, asked[COLLEAGUE.id])
        assert "không tự duyệt" in notice(refusal)

    assert only(office.bot).state == "waiting"
    assert office.lines()[0][:2] == (OFFICER.id, "refused")


def test_what_is_refused_is_a_draft_again_and_its_author_is_told(office: Office) -> None:
    asked = cards(submitted(office))

    _, mine, told, card = presses(office.colleague, "Từ chối", asked[COLLEAGUE.id])

    assert isinstance(mine, Edit)
    assert isinstance(told, Send)
    assert told.chat.id == OFFICER.id
    assert "không được duyệt" in text_of(told)
    assert isinstance(card, Edit)
    assert "Gửi ngay" in labels(card)
    assert only(office.bot).state == "draft"
    assert office.lines()[0] == (COLLEAGUE.id, "cast_refuse", "#1")


def test_words_that_were_changed_since_are_not_approved_unseen(office: Office) -> None:
    outgoing = submitted(office)
    before = cards(outgoing)[COLLEAGUE.id]
    draft = turned(presses(office.officer, "Rút lại", turned(outgoing)))
    presses(office.officer, "Sửa nội dung", draft)
    _, card = shown(writes(office.officer, "Lời khác"))
    after = cards(presses(office.officer, "Gửi ngay", card))[COLLEAGUE.id]

    assert "đã cũ" in notice(presses(office.colleague, "Duyệt gửi", before))
    presses(office.colleague, "Duyệt gửi", after)

    assert only(office.bot).content == Content("Lời khác")
    assert only(office.bot).state == "running"


def test_a_time_is_approved_too(office: Office) -> None:
    presses(office.officer, "Hẹn giờ", drafted(office.officer))
    question = sent(writes(office.officer, "8h sáng thứ Hai tuần sau"))
    asked = cards(presses(office.officer, MONDAY, question))[COLLEAGUE.id]
    assert "Lúc: 8:00 thứ Hai 11/3/2024" in text_of(asked)
    office.bot.wait(days=1)
    tick(office)

    presses(office.colleague, "Duyệt gửi", asked)

    assert only(office.bot).state == "scheduled"
    office.bot.wait(days=1, hours=20)
    tick(office)
    assert len(queued(office.bot, only(office.bot))) == 2


def scheduled(office: Office) -> list[Outgoing]:
    """Return what follows when an announcement is submitted for Monday at eight."""
    presses(office.officer, "Hẹn giờ", drafted(office.officer))
    question = sent(writes(office.officer, "8h sáng thứ Hai tuần sau"))
    return presses(office.officer, MONDAY, question)


def test_another_moment_than_the_one_that_was_shown_is_not_approved(office: Office) -> None:
    outgoing = scheduled(office)
    monday = cards(outgoing)[COLLEAGUE.id]
    draft = turned(presses(office.officer, "Rút lại", turned(outgoing)))
    at_once = cards(presses(office.officer, "Gửi ngay", draft))[COLLEAGUE.id]

    assert "đã cũ" in notice(presses(office.colleague, "Duyệt gửi", monday))
    assert queued(office.bot, only(office.bot)) == []

    presses(office.colleague, "Duyệt gửi", at_once)
    assert len(queued(office.bot, only(office.bot))) == 2


def test_what_was_approved_for_a_moment_goes_at_another_only_when_approved_again(
    office: Office,
) -> None:
    asked_first = cards(scheduled(office))[COLLEAGUE.id]
    theirs = presses(office.colleague, "Duyệt gửi", asked_first)[-1]
    assert isinstance(theirs, Edit)

    asked = presses(office.officer, "Gửi ngay", theirs)

    assert "đang chờ người thứ hai duyệt" in text_of(turned(asked))
    assert "Lúc: ngay" in text_of(cards(asked)[COLLEAGUE.id])
    office.bot.wait(days=4)
    tick(office)
    assert queued(office.bot, only(office.bot)) == []


def test_a_moment_that_passes_unapproved_makes_it_a_draft_and_all_are_told(
    office: Office,
) -> None:
    asked = cards(scheduled(office))[COLLEAGUE.id]
    office.bot.wait(days=2, hours=20)

    assert "đã qua" in notice(presses(office.colleague, "Duyệt gửi", asked))
    told = [each for _, each in tick(office)]

    sentences = [each for each in told if isinstance(each, Send)]
    assert {each.chat.id for each in sentences} == {OFFICER.id, COLLEAGUE.id, OWNER.id}
    for each in sentences:
        assert "hẹn lúc 8:00 thứ Hai 11/3/2024" in text_of(each)
        assert "chưa có ai duyệt" in text_of(each)
    (card,) = (each for each in told if isinstance(each, Edit))
    assert (card.chat.id, "Gửi ngay" in labels(card)) == (OFFICER.id, True)
    assert (only(office.bot).state, only(office.bot).due_at) == ("draft", None)
    assert tick(office) == []
    assert "đã cũ" in notice(presses(office.colleague, "Duyệt gửi", asked))


def test_what_waits_for_approval_without_a_moment_waits_on(office: Office) -> None:
    asked = cards(submitted(office))[COLLEAGUE.id]
    office.bot.wait(days=30)

    assert tick(office) == []
    presses(office.colleague, "Duyệt gửi", asked)
    assert only(office.bot).state == "running"


def test_with_nobody_else_there_the_author_is_told(office: Office) -> None:
    staff.remove(office.bot.unit, COLLEAGUE.id, OWN)
    office.bot.front = replace(office.bot.front, owners=frozenset())

    assert "chưa có cán bộ nào khác" in notice(submitted(office))
    assert only(office.bot).state == "draft"


def test_with_nobody_to_whom_the_bot_may_write_the_author_is_told(office: Office) -> None:
    office.bot.front = replace(office.bot.front, owners=frozenset({OWNER.id, 4711}))
    for person in (office.owner, office.colleague):
        chats.leave(office.bot.unit, person.chat.id, office.bot.now)

    assert "chưa nhắn được cho cán bộ nào khác" in notice(submitted(office))
    assert only(office.bot).state == "draft"


def test_of_the_others_those_are_asked_to_whom_the_bot_may_write(office: Office) -> None:
    chats.leave(office.bot.unit, office.owner.chat.id, office.bot.now)

    assert set(cards(submitted(office))) == {COLLEAGUE.id}


def test_staff_of_another_campaign_do_not_approve(office: Office) -> None:
    asked = cards(submitted(office))

    refusal = presses(office.rival, "Duyệt gửi", asked[COLLEAGUE.id])

    assert "không phải là cán bộ" in notice(refusal)
    assert only(office.bot).state == "waiting"

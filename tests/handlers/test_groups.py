"""Staff look after groups: they approve them, and see how each stands."""

import pytest
from sqlalchemy import update

from campaign.messages import Acknowledge, Chat, Edit, Outgoing
from storage import groups
from storage.tables import CHATS
from tests.handlers.bot import ADMIN, GROUP, OTHER_GROUP, data, edited, labels, picked, said, sent
from tests.handlers.office import COLLEAGUE, OFFICER, OTHER, OWN, Office, cards, text_of

APPROVE, REFUSE = f"group:{GROUP.id}:approve", f"group:{GROUP.id}:refuse"
CARD = f"group:{GROUP.id}"


def audience(office: Office, *tags: str) -> int:
    return groups.count(office.bot.unit, OWN, OWN, tags)


def shown(outgoing: list[Outgoing]) -> str:
    return text_of(edited(outgoing))


def test_a_group_gets_announcements_once_it_is_approved(office: Office) -> None:
    office.bot.joins(GROUP)
    assert audience(office) == 0

    card = edited(office.officer.presses(APPROVE))

    assert audience(office) == 1
    assert text_of(card) == (
        "Nhóm: Nhóm HTX\n"
        "Chiến dịch: Sông Xanh 2024\n"
        "Thẻ: chưa có\n"
        "Trạng thái: đã duyệt, nhận thông báo\n"
        "Người quyết định: bạn, 8/3/2024"
    )
    assert labels(card) == ["Thôi duyệt", "Đặt tên", "Gắn thẻ", "« Các nhóm"]


def test_a_group_can_be_refused_and_approved_later_after_all(office: Office) -> None:
    office.bot.joins(GROUP)

    assert "đã từ chối" in shown(office.officer.presses(REFUSE))
    assert audience(office) == 0
    assert "đã duyệt" in shown(office.officer.presses(f"group:{GROUP.id}:readmit"))
    assert audience(office) == 1
    assert "đã từ chối" in shown(office.officer.presses(f"group:{GROUP.id}:withdraw"))
    assert audience(office) == 0


@pytest.mark.parametrize("second", [APPROVE, REFUSE])
def test_a_second_person_sees_what_was_decided_and_by_whom(office: Office, second: str) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(APPROVE)
    before = office.lines()

    acknowledge, card = office.colleague.presses(second)

    assert acknowledge == Acknowledge("press", "Nhóm này đã có người quyết định trước bạn.")
    assert isinstance(card, Edit)
    assert "đã duyệt, nhận thông báo\nNgười quyết định: 20, 8/3/2024" in text_of(card)
    assert office.group().approved is True
    assert office.lines() == before


def test_an_old_card_does_not_undo_what_was_decided_since(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(REFUSE)
    office.officer.presses(f"group:{GROUP.id}:readmit")

    office.colleague.presses(REFUSE)
    office.colleague.presses(f"group:{GROUP.id}:readmit")

    assert office.group().approved is True


def test_decisions_are_written_down(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(APPROVE)
    office.colleague.presses(f"group:{GROUP.id}:withdraw")

    assert office.lines() == [
        (COLLEAGUE.id, "reject", "-100 Nhóm HTX"),
        (OFFICER.id, "approve", "-100 Nhóm HTX"),
        (ADMIN.id, "arrive", "-100 Nhóm HTX"),
    ]


def test_the_groups_are_listed_those_that_wait_first_and_those_left_last(office: Office) -> None:
    chats = [Chat(-number, "group", f"Nhóm {number}") for number in range(101, 105)]
    for chat in chats:
        office.bot.joins(chat)
    office.officer.presses("group:-101:approve")
    office.officer.presses("group:-102:refuse")
    office.bot.leaves(chats[2])

    listed = sent(office.officer.writes("/nhom"))

    assert said([listed]) == "Có 4 nhóm, 1 nhóm chờ duyệt. Chọn một nhóm để xem:"
    assert labels(listed) == ["⏳ Nhóm 104", "✓ Nhóm 101", "✗ Nhóm 102", "∅ Nhóm 103"]
    assert data(listed) == ["group:-104", "group:-101", "group:-102", "group:-103"]


def test_a_long_list_has_pages_of_ten(office: Office) -> None:
    for number in range(101, 124):
        office.bot.joins(Chat(-number, "group", f"Nhóm {number}"))

    first = sent(office.officer.writes("/groups"))
    second = edited(office.officer.presses("groups:1"))
    third = edited(office.officer.presses("groups:2"))

    assert "23" in said([first])
    assert labels(first) == [f"⏳ Nhóm {number}" for number in range(101, 111)] + ["2 »"]
    assert labels(second)[10:] == ["« 1", "3 »"]
    assert labels(third) == ["⏳ Nhóm 121", "⏳ Nhóm 122", "⏳ Nhóm 123", "« 2"]
    assert data(edited(office.officer.presses("groups:7"))) == data(third)


def test_staff_see_the_groups_of_their_own_campaigns(office: Office) -> None:
    office.bot.joins(GROUP)
    office.bot.hears(f"/start@htx_bot {OTHER}", OTHER_GROUP, ADMIN)

    assert data(sent(office.officer.writes("/nhom"))) == [f"group:{GROUP.id}"]
    assert data(sent(office.rival.writes("/nhom"))) == [f"group:{OTHER_GROUP.id}"]
    assert len(data(sent(office.owner.writes("/nhom")))) == 2


def test_without_groups_the_list_says_so(office: Office) -> None:
    office.officer.writes("lễ phát động ở đâu?")  # a private chat is no group

    assert "Chưa có nhóm nào" in office.officer.asks("/nhom")


def test_a_card_says_where_the_bot_cannot_be_heard(office: Office) -> None:
    office.bot.joins(GROUP)
    office.bot.unit.connection.execute(update(CHATS).values(muted=True, present=False))

    card = shown(office.officer.presses(CARD))

    assert "không còn ở trong nhóm" in card
    assert "không được viết" in card


def test_a_group_without_a_title_goes_by_its_number(office: Office) -> None:
    office.bot.joins(Chat(-100, "group"))

    assert "Nhóm: -100" in shown(office.officer.presses(CARD))
    assert labels(sent(office.officer.writes("/nhom"))) == ["⏳ -100"]


def test_a_group_that_became_a_supergroup_stays_as_the_staff_left_it(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(APPROVE)
    office.officer.presses(f"group:{GROUP.id}:name")
    office.officer.writes("HTX Hoa Sen")
    office.officer.presses(f"group:{GROUP.id}:tags")
    office.officer.writes("Ý Yên")

    office.bot.migrates(GROUP.id, -100200)

    group = office.group(Chat(-100200, "group"))
    assert (group.approved, group.name, group.tags) == (True, "HTX Hoa Sen", ("Ý Yên",))
    assert audience(office, "Ý Yên") == 1
    assert "đã duyệt" in shown(office.officer.presses("group:-100200"))


def test_the_buttons_of_a_group_that_became_a_supergroup_are_old(office: Office) -> None:
    office.bot.joins(GROUP)
    office.bot.migrates(GROUP.id, -100200)

    (only,) = office.officer.presses(APPROVE)

    assert isinstance(only, Acknowledge)
    assert "đã cũ" in only.notice


def test_a_group_that_brings_the_bot_back_stays_approved(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.presses(APPROVE)

    office.bot.leaves(GROUP)
    assert audience(office) == 0

    assert cards(office.bot.joins(GROUP)) == {}
    assert audience(office) == 1


def test_in_english(office: Office) -> None:
    office.bot.joins(GROUP)
    office.officer.writes("/language en")

    card = edited(office.officer.presses(APPROVE))

    assert "State: approved, gets announcements\nDecided by: you, 8/3/2024" in text_of(card)
    assert labels(card) == ["Withdraw approval", "Name", "Tag", "« Groups"]


def test_every_button_fits_into_64_bytes(office: Office) -> None:
    far = Chat(-(2**52) + 1, "group", "Nhóm ở rất xa " * 15)
    office.bot.joins(far)
    office.officer.presses(f"group:{far.id}:tags")
    office.officer.writes("ế" * 64)

    listed = sent(office.officer.writes("/nhom"))
    card = edited(office.officer.presses(data(listed)[0]))
    asked = picked(office.officer.presses(f"group:{far.id}:tags"))
    for message in (listed, card, asked):
        assert all(len(each.encode()) <= 64 for each in data(message))

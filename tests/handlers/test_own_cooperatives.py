"""A group names its cooperatives: /htx in the group."""

from dataclasses import replace

import pytest

from campaign.messages import Sender
from storage import cooperatives
from storage.cooperatives import NewCooperative
from tests.handlers.bot import (
    ADMIN,
    ANONYMOUS,
    GROUP,
    MEMBER,
    OTHER_GROUP,
    UNKNOWN,
    data,
    labels,
    notice,
    said,
    sent,
)
from tests.handlers.newsroom import approve
from tests.handlers.office import OWN, Office, text_of


@pytest.fixture(autouse=True)
def _groups(office: Office) -> None:
    approve(office, GROUP, OTHER_GROUP)


def says(office: Office, text: str, sender: Sender = ADMIN) -> str:
    return said(office.bot.hears(text, GROUP, sender))


def ours(office: Office) -> list[tuple[str, str]]:
    found = cooperatives.of_chat(office.bot.unit, OWN, GROUP.id)
    return [(each.name, each.district) for each in found]


def known(office: Office, name: str, chat_id: int | None = None) -> None:
    cooperatives.add(office.bot.unit, OWN, [NewCooperative(name, "Bến Đò", chat_id)])


def test_an_administrator_names_the_groups_cooperative(office: Office) -> None:
    assert "Đã ghi HTX của nhóm: HTX Hoa Sen (Bến Đò)" in says(office, "/htx HTX Hoa Sen, Bến Đò")

    assert ours(office) == [("HTX Hoa Sen", "Bến Đò")]
    assert office.lines()[0] == (ADMIN.id, "coop_add", f"{GROUP.id} HTX Hoa Sen (Bến Đò)")
    assert "• HTX Hoa Sen (Bến Đò)" in says(office, "/htx", MEMBER)


def test_several_are_named_on_lines_of_their_own(office: Office) -> None:
    answer = says(office, "/htx HTX Hoa Sen, Bến Đò\nHTX Lúa, Gạo; huyện bến đò\n\nHTX X")

    assert ours(office) == [("HTX Hoa Sen", "Bến Đò"), ("HTX Lúa, Gạo", "Bến Đò")]
    assert "chưa đọc được “HTX X”" in answer


def test_what_the_staff_know_is_found_by_its_name(office: Office) -> None:
    known(office, "HTX Hoa Sen")

    says(office, "/htx hoa sen")

    assert ours(office) == [("HTX Hoa Sen", "Bến Đò")]
    assert office.lines()[0][1] == "coop_claim"
    assert cooperatives.count(office.bot.unit, OWN) == 1


def test_naming_it_again_changes_nothing(office: Office) -> None:
    says(office, "/htx HTX Hoa Sen, Bến Đò")
    lines = office.lines()

    assert "Đã ghi" in says(office, "/htx HTX Hoa Sen, Bến Đò")
    assert (ours(office), office.lines()) == ([("HTX Hoa Sen", "Bến Đò")], lines)


def test_what_belongs_to_another_group_is_not_taken_from_it(office: Office) -> None:
    known(office, "HTX Hoa Sen", OTHER_GROUP.id)

    assert "đã thuộc một nhóm khác" in says(office, "/htx HTX Hoa Sen, Bến Đò")
    assert ours(office) == []


def test_a_misspelt_name_is_asked_about(office: Office) -> None:
    known(office, "HTX Hoa Sen")

    question = sent(office.bot.hears("/htx HTX Hoa Sem, Bến Đò", GROUP, ADMIN))

    assert "“HTX Hoa Sem” có phải là HTX Hoa Sen không?" in text_of(question)
    assert labels(question) == ["Đúng, là HTX Hoa Sen"]
    assert ours(office) == []
    office.bot.press(data(question)[0], GROUP, ADMIN)
    assert ours(office) == [("HTX Hoa Sen", "Bến Đò")]


def test_diacritics_that_were_left_out_are_asked_about(office: Office) -> None:
    for name in ("HTX Tân Tiến", "HTX Tấn Tiên", "HTX Lúa Vàng"):
        known(office, name)

    question = sent(office.bot.hears("/htx htx tan tien, ben do", GROUP, ADMIN))

    assert "“htx tan tien” có phải là HTX Tân Tiến / HTX Tấn Tiên không?" in text_of(question)
    assert labels(question) == ["Đúng, là HTX Tân Tiến", "Đúng, là HTX Tấn Tiên"]
    office.bot.press(data(question)[1], GROUP, ADMIN)
    assert ours(office) == [("HTX Tấn Tiên", "Bến Đò")]


def test_other_diacritics_are_another_cooperative(office: Office) -> None:
    known(office, "HTX Tân Tiến")

    assert "Đã ghi" in says(office, "/htx HTX Tấn Tiên, Bến Đò")
    assert ours(office) == [("HTX Tấn Tiên", "Bến Đò")]


def test_the_same_name_in_two_districts_needs_the_district(office: Office) -> None:
    for district in ("Bến Đò", "Cầu Tre"):
        cooperatives.add(office.bot.unit, OWN, [NewCooperative("HTX Đoàn Kết", district)])

    assert "chưa đọc được" in says(office, "/htx HTX Đoàn Kết")
    says(office, "/htx HTX Đoàn Kết, Cầu Tre")
    assert ours(office) == [("HTX Đoàn Kết", "Cầu Tre")]


@pytest.mark.parametrize(
    ("sender", "why"),
    [(MEMBER, "Chỉ quản trị viên"), (UNKNOWN, "chưa kiểm tra được"), (ANONYMOUS, "ẩn danh")],
)
def test_who_is_no_administrator_names_nothing(office: Office, sender: Sender, why: str) -> None:
    known(office, "HTX Gốm")
    each = cooperatives.of_campaign(office.bot.unit, OWN)[0]

    assert why in says(office, "/htx HTX Hoa Sen, Bến Đò", sender)
    assert why in notice(office.bot.press(f"mine:{each.id}", GROUP, sender))
    assert ours(office) == []


def test_a_group_that_waits_for_approval_names_nothing(office: Office) -> None:
    stranger = replace(GROUP, id=-300)
    office.bot.joins(stranger)

    answer = said(office.bot.hears("/htx HTX Hoa Sen, Bến Đò", stranger, ADMIN))

    assert "chờ cán bộ duyệt" in answer
    assert cooperatives.count(office.bot.unit, OWN) == 0


@pytest.mark.parametrize("text", ["/htx ,", "/htx HTX, Bến Đò", "/htx HTX Sen,", "/htx …, …"])
def test_what_is_no_name_or_no_district_is_not_taken(office: Office, text: str) -> None:
    assert "chưa đọc được" in says(office, text)
    assert ours(office) == []


@pytest.mark.parametrize("text", ["A" * 300 + ", Bến Đò", "HTX Sen, " + "B" * 70])
def test_what_is_too_long_is_not_taken(office: Office, text: str) -> None:
    assert "chưa đọc được" in says(office, f"/htx {text}")


def test_a_whole_province_is_not_named_at_once(office: Office) -> None:
    lines = "\n".join(f"HTX {number}, Bến Đò" for number in range(21))

    assert "nhiều nhất 20 HTX" in says(office, f"/htx {lines}")
    assert ours(office) == []


@pytest.mark.parametrize("button", ["mine", "mine:", "mine:0", "mine:x", "mine:999", "mine:1:1"])
def test_a_forged_button_claims_nothing(office: Office, button: str) -> None:
    assert "đã cũ" in notice(office.bot.press(button, GROUP, ADMIN))


def test_what_belongs_to_another_campaign_cannot_be_claimed(office: Office) -> None:
    cooperatives.add(office.bot.unit, "nui-cao-2024", [NewCooperative("HTX Rừng", "Bản")])
    each = cooperatives.of_campaign(office.bot.unit, "nui-cao-2024")[0]

    assert "đã cũ" in notice(office.bot.press(f"mine:{each.id}", GROUP, ADMIN))

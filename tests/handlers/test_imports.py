"""A list of cooperatives as a file, from the message that brings it to what staff are told."""

import pytest

from campaign.ledger.grids import Grid, Unreadable
from campaign.messages import Content, Fetch, Media, Outgoing
from handlers import documents
from handlers.readers import somebody
from storage import cooperatives
from tests.handlers.bot import GROUP, notice, picked, said
from tests.handlers.ledger import ledger
from tests.handlers.newsroom import PHOTO, writes
from tests.handlers.office import OFFICER, OTHER, OWN, OWNER, STRANGER, Office, text_of

FILE = Media("document", "F9")
HEAD = ("Tên HTX", "Huyện", "Nhóm")


@pytest.fixture(autouse=True)
def _ledger(office: Office) -> None:
    ledger(office)


def read(
    office: Office,
    *rows: tuple[str, str, str],
    user_id: int = OFFICER.id,
    sure: str = "",
    campaign: str = OWN,
) -> str:
    """Return what is told of a list with these rows."""
    return handed_over(office, (Grid("Sheet1", (HEAD, *rows)),), user_id, (campaign, sure))


def handed_over(
    office: Office, found: object, user_id: int = OFFICER.id, about: tuple[str, ...] = (OWN, "")
) -> str:
    reader = somebody(office.bot.front, office.bot.unit, office.bot.now, user_id)
    outgoing: list[Outgoing] = documents.READERS["cooperatives"](reader, about, found)
    return said(outgoing)


def fetched(outgoing: list[Outgoing]) -> Fetch:
    (only,) = outgoing
    assert isinstance(only, Fetch)
    return only


def names(office: Office) -> set[str]:
    return {each.name for each in cooperatives.of_campaign(office.bot.unit, OWN)}


def test_a_file_with_the_command_is_fetched(office: Office) -> None:
    fetch = fetched(writes(office.officer, Content("/htx", (), FILE)))

    assert (fetch.chat, fetch.sender_id, fetch.file) == (office.officer.chat, OFFICER.id, "F9")
    assert (fetch.reader, fetch.about) == ("cooperatives", (OWN, ""))
    assert fetch.message_id > 0


def test_a_file_that_was_asked_for_is_fetched(office: Office) -> None:
    assert "XLSX" in text_of(picked(office.officer.presses(f"import:{OWN}")))

    assert fetched(writes(office.officer, Content("", (), FILE))).about == (OWN, "")


@pytest.mark.parametrize("words", ["/htx chắc chắn", "/htx chac chan", "/cooperatives Sure"])
def test_words_with_the_file_say_that_it_is_right(office: Office, words: str) -> None:
    assert fetched(writes(office.officer, Content(words, (), FILE))).about == (OWN, "sure")


def test_words_with_the_file_name_the_campaign(office: Office) -> None:
    def about(words: str) -> tuple[str, ...]:
        return fetched(writes(office.owner, Content(words, (), FILE))).about

    assert about(f"/htx {OTHER}") == (OTHER, "")
    assert about(f"/htx chắc chắn {OTHER}") == (OTHER, "sure")
    assert about("/htx khong-co") == (OWN, "")


def test_a_list_for_the_campaign_of_others_is_not_imported_into_ones_own(office: Office) -> None:
    answer = said(writes(office.officer, Content(f"/htx {OTHER}", (), FILE)))

    assert "không phải là cán bộ của chiến dịch" in answer
    assert office.lines()[0] == (OFFICER.id, "refused", "list")


@pytest.mark.parametrize("content", [Content("đây"), Content("", (), PHOTO), None])
def test_what_is_no_file_is_asked_for_again(office: Office, content: Content | None) -> None:
    office.officer.presses(f"import:{OWN}")

    assert "XLSX hoặc CSV" in said(writes(office.officer, content))
    assert fetched(writes(office.officer, Content("", (), FILE)))


def test_an_import_is_given_up(office: Office) -> None:
    office.officer.presses(f"import:{OWN}")

    assert "Đã thôi nhập" in office.officer.asks("/huy")


def test_a_file_of_somebody_else_is_not_fetched(office: Office) -> None:
    assert "dành cho cán bộ" in said(writes(office.stranger, Content("/htx", (), FILE)))

    office.officer.presses(f"import:{OWN}")
    office.owner.presses(f"revoke:{OFFICER.id}:{OWN}")
    assert "chỉ dành cho cán bộ" in said(writes(office.officer, Content("", (), FILE)))


def test_a_list_is_imported_with_its_groups(office: Office) -> None:
    answer = read(
        office,
        ("HTX Mới", "Bến Đò", "nhóm htx"),
        ("htx hoa sen", "bến đò", "Nhóm khác"),
        ("HTX Gốm", "Bến Đò", ""),
        ("HTX Xa", "Đảo Xa", "Nhóm HTX"),
    )

    assert answer == ("Sông Xanh 2024: thêm 1 HTX mới, cập nhật nhóm của 2 HTX, 1 HTX đã có sẵn.")
    chats = {each.name: each.chat_id for each in cooperatives.of_campaign(office.bot.unit, OWN)}
    assert chats["HTX Mới"] == chats["HTX Xa"] == GROUP.id
    assert chats["HTX Hoa Sen"] == chats["HTX Gốm"] != GROUP.id
    assert office.lines()[0] == (OFFICER.id, "coop_import", "+1 ~2 =1")


def test_one_wrong_row_keeps_the_whole_list_out(office: Office) -> None:
    before = names(office)

    answer = read(
        office,
        ("HTX Mới", "Bến Đò", ""),
        ("", "Bến Đò", ""),
        ("HTX Mới", "Bến Đò", ""),
        ("HTX Khác", "Cầu Tre", "Nhóm kháck"),
        ("HTX Nữa", "Cầu Tre", "Không có"),
    )

    assert answer.splitlines() == [
        "Chưa nhập gì. Có 4 chỗ cần xem lại:",
        "Dòng 3: thiếu tên HTX",
        "Dòng 4: HTX Mới đã có ở dòng 2",
        "Dòng 5: không biết nhóm “Nhóm kháck”; có phải là “Nhóm khác” không?",
        "Dòng 6: không biết nhóm “Không có”",
    ]
    assert names(office) == before
    assert "coop_import" not in {action for _, action, _ in office.lines()}


def test_what_is_only_doubtful_is_imported_on_the_staffs_word(office: Office) -> None:
    row = ("HTX Hoa Sem", "Bến Đò", "")

    answer = read(office, row)
    assert "Dòng 2: “HTX Hoa Sem” có phải là “HTX Hoa Sen” không?" in answer
    assert "/htx chắc chắn" in answer
    assert "HTX Hoa Sem" not in names(office)

    assert "thêm 1 HTX mới" in read(office, row, sure="sure")
    assert "HTX Hoa Sem" in names(office)


def test_the_words_that_let_it_in_name_the_campaign_where_there_are_several(
    office: Office,
) -> None:
    answer = read(office, ("HTX Hoa Sem", "Bến Đò", ""), user_id=OWNER.id)
    words = answer.rpartition(": ")[2]

    assert words == f"/htx {OWN} chắc chắn"
    office.owner.writes(f"/chiendich {OTHER}")
    assert fetched(writes(office.owner, Content(words, (), FILE))).about == (OWN, "sure")


def test_what_is_wrong_is_not_made_right_by_a_word(office: Office) -> None:
    answer = read(office, ("HTX Hoa Sem", "Bến Đò", ""), ("", "Bến Đò", ""), sure="sure")

    assert answer.splitlines()[1:] == ["Dòng 3: thiếu tên HTX"]


def test_what_is_wrong_with_many_rows_is_told_once(office: Office) -> None:
    """A district in one merged cell beside all of its cooperatives is how offices write lists."""
    rows = (HEAD, *((f"HTX {number}", "Bến Đò", "") for number in range(30)), ("", "Bến Đò", ""))
    merged = frozenset((row, 1) for row in (*range(1, 20), 24))

    answer = handed_over(office, (Grid("Sheet1", rows, merged=merged),))

    assert answer.splitlines() == [
        "Chưa nhập gì. Có 21 chỗ cần xem lại:",
        "Dòng 2–20, 25: có ô bị gộp; hãy bỏ gộp và điền đủ từng dòng",
        "Dòng 32: thiếu tên HTX",
    ]


def test_of_very_many_problems_the_first_are_told(office: Office) -> None:
    answer = read(office, *((f"HTX {number}", "", "") for number in range(100)))

    assert answer.splitlines()[0] == "Chưa nhập gì. Có 100 chỗ cần xem lại:"
    assert answer.splitlines()[-1] == "… và 70 chỗ nữa"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("size", "tệp lớn quá 5 MB"),
        ("bomb", "nén quá nhiều"),
        ("rows", "quá nhiều dòng"),
        ("password", "có mật khẩu"),
        ("old", ".xls"),
        ("damaged", "bị hỏng"),
        ("format", "không phải XLSX hay CSV"),
        ("encoding", "UTF-8"),
        ("lost", "không tải được"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_the_reason(
    office: Office, why: str, told: str
) -> None:
    answer = handed_over(office, Unreadable(why))  # type: ignore[arg-type]  # one of its reasons

    assert answer.startswith("Chưa nhập gì: ")
    assert told in answer


def test_a_list_that_is_none_names_what_is_missing(office: Office) -> None:
    answer = handed_over(office, (Grid("Sheet1", (("a", "b"),)),))

    assert answer.splitlines()[1] == "không thấy đủ cột, thiếu: Tên HTX, Huyện"


@pytest.mark.parametrize("user_id", [STRANGER.id, 22])
def test_the_role_is_asked_for_again_when_the_file_has_been_read(
    office: Office, user_id: int
) -> None:
    before = names(office)

    assert "không phải là cán bộ" in read(office, ("HTX Mới", "Bến Đò", ""), user_id=user_id)
    assert names(office) == before


def test_a_list_for_another_campaign_stays_there(office: Office) -> None:
    before = names(office)

    answer = read(office, ("HTX Rừng", "Bản", ""), user_id=OWNER.id, campaign=OTHER)

    assert "Núi Cao 2024: thêm 1 HTX" in answer
    assert names(office) == before


def test_a_button_for_a_campaign_that_the_chat_has_left_is_old(office: Office) -> None:
    office.owner.writes(f"/chiendich {OTHER}")

    assert "đã cũ" in notice(office.owner.presses(f"import:{OWN}"))

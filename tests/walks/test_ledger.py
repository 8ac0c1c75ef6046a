"""The ledger in Telegram itself: a list comes as a file, groups hand in, staff see it."""

import datetime
import io
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from openpyxl import load_workbook

from bot.files.sheets import workbook
from campaign.ledger.grids import Sheet
from handlers.ledger import reminder_buttons
from sandbox.chats import Chat, Message
from sandbox.faults import Fault
from sandbox.files import MEGABYTE, File, keep
from sandbox.images import size_of
from sandbox.people import User
from sandbox.sharing import share
from storage import submissions
from tests.bot.files.books import book, old_excel
from tests.walks.house import NAM_DINH, said
from tests.walks.office import Office, button, office

AWARD = 8
"""The activity of Nam Định that is due before 15/3/2024 for the award."""
LIST = Sheet(
    "Danh sách",
    ("Tên HTX", "Huyện", "Nhóm"),
    [
        ("HTX Hoa Sen", "Ý Yên", "HTX 1"),
        ("HTX Cói", "Nghĩa Hưng", "HTX 2"),
        ("HTX Lúa", "Hải Hậu", "HTX 2"),
    ],
)


@dataclass
class Ledger:
    """An office with two groups, and a member of both of them."""

    office: Office
    member: User

    def sends(self, data: bytes, caption: str = "/htx", name: str = "ds.xlsx") -> None:
        """Let staff send a file at the desk."""
        world = self.office.sandbox.world
        file_id = keep(world.files, File(name, "application/octet-stream", data), "document")
        share(world, self.office.desk, self.office.staff, file_id, caption)

    async def told(self, words: str, chat: Chat | None = None) -> Message:
        """Return the newest message with these words, when it is there."""
        return await self.office.sandbox.wait_for(
            partial(_newest, chat or self.office.desk, words), 10
        )

    def reminder(self, group: Chat) -> Message:
        """Put a reminder with its two buttons into the group."""
        rows = reminder_buttons(NAM_DINH, AWARD, "vi")
        keyboard = [
            [{"text": each.label, "callback_data": each.data} for each in row] for row in rows
        ]
        world = self.office.sandbox.world
        markup = {"inline_keyboard": keyboard}
        return world.record(
            group, self.office.sandbox.bot.user, {"text": "Sắp đến hạn"}, markup=markup
        )

    async def presses(self, group: Chat, message: Message, label: str) -> str:
        """Return the notice over the button that the member presses."""
        world = self.office.sandbox.world
        number = world.press(group, self.member, message, button(message, label))
        answer = await self.office.sandbox.wait_for(lambda: world.presses[number].answer, 10)
        return str(answer.get("text", ""))

    def files(self, kind: str) -> Iterator[File]:
        """Yield the files of a kind that staff have got."""
        for each in said(self.office.desk):
            if kind in each.content:
                found = each.content[kind]
                number = found[-1]["file_id"] if kind == "photo" else found["file_id"]
                yield self.office.sandbox.world.files[number]


def _newest(chat: Chat, words: str) -> Message | None:
    seen = (each for each in reversed(said(chat)) if words in _words(each))
    return next(seen, None)


def _words(message: Message) -> str:
    return f"{message.text}{message.content.get('caption', '')}"


@pytest.fixture
async def ledger() -> AsyncIterator[Ledger]:
    async with office(2) as house:
        member = house.sandbox.world.add_user("Chị A")
        yield Ledger(house, member)


async def test_staff_import_a_list_groups_hand_in_and_staff_see_it(ledger: Ledger) -> None:
    first, second = ledger.office.groups
    ledger.sends(workbook(LIST))
    assert "thêm 3 HTX mới" in (await ledger.told("Nam Định 2024: thêm")).text

    assert "HTX Hoa Sen đã nộp" in await ledger.presses(first, ledger.reminder(first), "Đã nộp")
    await ledger.presses(second, ledger.reminder(second), "Đã nộp")
    question = await ledger.told("còn 2 HTX chưa nộp", second)
    assert "HTX Cói đã nộp" in await ledger.presses(second, question, "HTX Cói")
    await ledger.office.sandbox.wait_for(lambda: "còn 1 HTX chưa nộp" in question.text, 10)

    ledger.office.sandbox.world.post(ledger.office.desk, ledger.office.staff, "/tiendo")
    table = await ledger.told("Đã nộp 2/3 HTX")
    assert "pre" in {each["type"] for each in table.entities}
    await ledger.told("Tiến độ từng HTX")
    (picture,) = ledger.files("photo")
    assert size_of(picture.data)
    (file,) = ledger.files("document")
    rows = list(load_workbook(io.BytesIO(file.data)).worksheets[0].values)
    assert [row[:4] for row in rows[1:]] == [
        ("HTX Lúa", "Hải Hậu", "HTX 2", "chưa nộp"),
        ("HTX Cói", "Nghĩa Hưng", "HTX 2", "đã nộp"),
        ("HTX Hoa Sen", "Ý Yên", "HTX 1", "đã nộp"),
    ]
    assert file.name.startswith("tien-do-nam-dinh-2024-2024-03-11")

    with ledger.office.app.database.begin() as unit:
        settled = set(unit.connection.scalars(submissions.settled_chats(NAM_DINH, AWARD)))
    assert settled == {first.id}


async def test_staff_send_back_and_the_group_hands_in_again(ledger: Ledger) -> None:
    first, _ = ledger.office.groups
    ledger.sends(workbook(LIST))
    await ledger.told("thêm 3 HTX mới")
    await ledger.presses(first, ledger.reminder(first), "Đã nộp")
    ledger.office.sandbox.world.post(ledger.office.desk, ledger.office.staff, "/tiendo")
    ledger.office.press(await ledger.told("Đã nộp 1/3"), "Chờ xác nhận (1)")
    ledger.office.press(await ledger.told("chờ xác nhận. Chọn"), "HTX Hoa Sen")
    ledger.office.press(await ledger.told("Trạng thái: đã nộp"), "Cần bổ sung")
    await ledger.told("cần bổ sung gì?")
    ledger.office.sandbox.world.post(ledger.office.desk, ledger.office.staff, "thiếu ảnh")

    back = await ledger.told("Lý do: thiếu ảnh", first)

    assert "đã nộp. Cảm ơn" in await ledger.presses(first, back, "Đã nộp")


async def test_who_needs_help_is_answered_in_the_group(ledger: Ledger) -> None:
    first, _ = ledger.office.groups
    assert "Đã báo cán bộ" in await ledger.presses(first, ledger.reminder(first), "Cần hỗ trợ")

    ledger.office.press(await ledger.told("Nhóm HTX 1 cần hỗ trợ"), "Trả lời nhóm")
    await ledger.told("Trả lời nhóm HTX 1 thế nào?")
    ledger.office.sandbox.world.post(ledger.office.desk, ledger.office.staff, "Mẫu ở Văn phòng")

    assert (await ledger.told("Cán bộ trả lời", first)).text == "Cán bộ trả lời:\nMẫu ở Văn phòng"


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (
            book([["Tên HTX", "Huyện"], ["HTX A", "Ý Yên"], ["", "Ý Yên"]]),
            "a.xlsx",
            "Dòng 3: thiếu tên HTX",
        ),
        (book([["Tên HTX", "Huyện"], ["=A1", "Ý Yên"]]), "b.xlsx", "Dòng 2: có công thức"),
        (old_excel("Workbook"), "c.xlsx", "lưu lại thành .xlsx"),
        (old_excel("EncryptedPackage"), "d.xlsx", "có mật khẩu"),
        (b"%PDF-1.7 \x00\x01", "e.xlsx", "không phải XLSX hay CSV"),
        (b"x" * (5 * MEGABYTE + 1), "f.csv", "tệp lớn quá 5 MB"),
        (b"x" * (20 * MEGABYTE + 1), "g.csv", "tệp lớn quá 5 MB"),
    ],
)
async def test_a_bad_file_is_told_and_nothing_is_imported(
    ledger: Ledger, data: bytes, name: str, told: str
) -> None:
    ledger.sends(data, name=name)

    assert told in (await ledger.told("Chưa nhập gì")).text
    ledger.office.sandbox.world.post(ledger.office.desk, ledger.office.staff, "/htx")
    await ledger.told("chưa có HTX nào")


async def test_a_csv_can_be_sent_when_asked(ledger: Ledger) -> None:
    ledger.office.sandbox.world.post(ledger.office.desk, ledger.office.staff, "/htx")
    ledger.office.press(await ledger.told("chưa có HTX nào"), "Nhập danh sách")
    await ledger.told("XLSX hoặc CSV")

    ledger.sends("Tên HTX;Huyện\nHTX Hoa Sen;Ý Yên\n".encode("utf-8-sig"), "", "ds.csv")

    await ledger.told("thêm 1 HTX mới")


async def test_a_file_that_telegram_lost_is_asked_for_again(ledger: Ledger) -> None:
    ledger.sends(workbook(LIST))
    ledger.office.sandbox.world.files.clear()

    await ledger.told("không tải được tệp")


async def test_a_file_that_cannot_be_fetched_at_all_is_told(ledger: Ledger) -> None:
    ledger.office.sandbox.world.faults.add(Fault("drop", "getfile", times=3))

    ledger.sends(workbook(LIST))

    await ledger.told("không tải được tệp")


async def test_a_file_that_cannot_be_fetched_now_is_fetched_later(ledger: Ledger) -> None:
    ledger.office.sandbox.world.faults.add(Fault("error", "getfile"))

    ledger.sends(workbook(LIST))

    await ledger.told("thêm 3 HTX mới")


async def test_the_morning_after_the_deadline_staff_get_one_report(ledger: Ledger) -> None:
    ledger.sends(workbook(LIST))
    await ledger.told("thêm 3 HTX mới")
    first, _ = ledger.office.groups
    await ledger.presses(first, ledger.reminder(first), "Đã nộp")

    ledger.office.app.clock.set_day(datetime.date(2024, 3, 16))

    report = await ledger.told("Hết hạn Tôn vinh HTX tiêu biểu")
    assert "đã nộp 1/3 HTX" in report.text
    assert "Chưa nộp hoặc cần bổ sung: HTX Lúa, HTX Cói" in report.text
    assert report.text.count("Hết hạn") == 2  # of two activities, due on the same day
    await ledger.told("Tiến độ từng HTX")
    ledger.office.app.clock.set_day(datetime.date(2024, 3, 15))
    ledger.office.app.clock.set_day(datetime.date(2024, 3, 16))
    ledger.office.sandbox.world.post(ledger.office.desk, ledger.office.staff, "/nhatky")
    await ledger.told("Những việc gần đây nhất")
    told = [each.text for each in said(ledger.office.desk) if "Hết hạn" in each.text]
    assert told == [report.text]


async def test_a_member_registers_waits_and_moves_up(ledger: Ledger) -> None:
    world, desk, staff = ledger.office.sandbox.world, ledger.office.desk, ledger.office.staff
    first, second = ledger.office.groups
    world.post(desk, staff, "/modangky")
    ledger.office.press(await ledger.told("mở đăng ký cho hoạt động nào?"), "III.4")
    card = await ledger.told("Đăng ký: đã đóng")
    ledger.office.press(card, "Mở đăng ký")
    ledger.office.press(card, "Số chỗ")
    await ledger.told("nhiều nhất bao nhiêu người?")
    world.post(desk, staff, "5")
    await ledger.told("Số chỗ: 5")

    for group, people, told in ((first, 4, "đã có chỗ"), (second, 2, "danh sách chờ")):
        member = ledger.member if group is first else world.add_user("Bác B")
        world.post(group, member, "/dangky")
        shown = await ledger.told("đang nhận đăng ký", group)
        world.press(group, member, shown, button(shown, "Đăng ký tham gia"))
        asked = await ledger.told("bao nhiêu người, kể cả bạn?", group)
        world.press(group, member, asked, button(asked, str(people)))
        await ledger.told(told, group)
    await ledger.presses(first, await ledger.told("đang nhận đăng ký", first), "Hủy đăng ký")

    await ledger.told("Đã có chỗ cho 2 người", second)
    ledger.office.press(await ledger.told("Số chỗ: 5"), "Tải XLSX")
    await ledger.told("Danh sách đăng ký")
    (file,) = ledger.files("document")
    rows = list(load_workbook(io.BytesIO(file.data)).worksheets[0].values)
    assert [(row[1], row[4], row[6]) for row in rows[1:]] == [("HTX 2", 2, "có chỗ")]

"""A plan changes in mid-campaign, from the desk of the staff to the answers in a group."""

import datetime
from functools import partial

from campaign.zone import VIETNAM
from sandbox.chats import Chat, Message
from sandbox.faults import Fault
from sandbox.people import User
from storage import changes, reminders
from storage.reminders import Mark
from tests.walks.house import NAM_DINH, handbooks, reply, said
from tests.walks.office import OWNER, Office, button, office


async def told(house: Office, words: str, chat: Chat | None = None) -> Message:
    """Return the newest message with these words, when it is there."""

    def newest(room: Chat) -> Message | None:
        return next((each for each in reversed(said(room)) if words in each.text), None)

    return await house.sandbox.wait_for(partial(newest, chat or house.desk), 10)


async def test_staff_make_a_date_certain_members_are_told_both_and_groups_hear_of_it() -> None:
    async with office(2) as house:
        world, (group, _) = house.sandbox.world, house.groups
        member = world.add_user("Chị A")
        world.post(house.desk, house.staff, "/kehoach")
        house.press(await house.card("Thay đổi một hoạt động"), "Thay đổi một hoạt động")
        house.press(await told(house, "Chọn một hoạt động"), "III.1 ·")
        house.press(await told(house, "dự kiến"), "Chốt thời gian")
        await told(house, "Chốt thời gian nào?")
        world.post(house.desk, house.staff, "chốt ngày 28/3, 8h, hội trường A")
        house.press(await told(house, "Mình hiểu là"), "Đúng, cập nhật")
        done = await told(house, "Đã cập nhật")

        world.post(group, member, "/hoi 28/3 có gì?")
        answer = await told(house, "28/3/2024", group)
        assert "kế hoạch: dự kiến" in answer.text
        assert "cập nhật 11/3/2024: chốt 8h ngày 28/3/2024 (thứ Năm)" in answer.text

        house.press(done, "Báo ngay cho 2 nhóm")
        for each in house.groups:
            news = await told(house, "📢 Cập nhật kế hoạch", each)
            assert "Thời gian: 8h ngày 28/3/2024 (thứ Năm); kế hoạch: dự kiến" in news.text
            assert "Địa điểm: hội trường A" in news.text


async def test_a_withdrawn_change_is_gone_from_the_next_answer() -> None:
    async with office(1) as house:
        world, (group,) = house.sandbox.world, house.groups
        member = world.add_user("Chị A")
        world.post(house.desk, house.staff, "/kehoach")
        house.press(await house.card("Thay đổi một hoạt động"), "Thay đổi một hoạt động")
        house.press(await told(house, "Chọn một hoạt động"), "III.4 ·")
        house.press(await told(house, "Thành viên đang thấy"), "Hủy hoạt động")
        house.press(await told(house, "Mình hiểu là"), "Đúng, cập nhật")
        done = await told(house, "Đã cập nhật")
        world.post(group, member, "/hoi hoạt động 4 khi nào?")
        await told(house, "đã hủy (cập nhật 11/3/2024)", group)

        house.press(done, "Rút lại")
        await told(house, "Đã rút lại")
        asked = world.post(group, member, "/hoi hoạt động 4 khi nào? nhắc lại giúp")
        answer = await house.sandbox.wait_for(partial(reply, group, asked), 10)

        assert "đã hủy" not in answer.text


async def test_a_reminder_that_telegram_put_off_is_said_in_the_new_words_alone() -> None:
    async with office(3) as house:
        for each in house.groups[:2]:
            house.sandbox.world.faults.add(
                Fault("too_many_requests", "sendmessage", each.id, seconds=3)
            )
        with house.app.database.begin() as unit:  # it may not have ticked yet
            reminders.move(unit, NAM_DINH, None, Mark(house.app.clock.now(), ""))
        house.app.clock.set(datetime.datetime(2024, 3, 21, 8, tzinfo=VIETNAM))
        *put_off, third = house.groups
        await house.sandbox.wait_for(lambda: said(third), 10)

        with house.app.database.begin() as unit:
            launch = handbooks()[NAM_DINH].activities[1]
            now = house.app.clock.now()
            number = changes.begin(unit, OWNER, NAM_DINH, launch, "confirmed", 0, now)
            assert changes.word(unit, number, "2024-03-28T08:00")
            assert changes.apply(unit, number, now)

        for each in put_off:
            reminder = await told(house, "chốt 8h ngày 28/3/2024 (thứ Năm)", each)
            assert "Ký kết lại" in reminder.text  # since yesterday, and unchanged
        assert [len(said(each)) for each in house.groups] == [1, 1, 1]
        assert house.sandbox.world.refusals[429] == len(put_off)


async def test_who_registered_hears_of_a_cancellation_once() -> None:
    async with office(1) as house:
        world, (group,) = house.sandbox.world, house.groups
        member, neighbour = world.add_user("Chị A"), world.add_user("Bác B")
        room = world.private_chat(member)
        world.post(house.desk, house.staff, "/modangky")
        house.press(await house.card("III.4"), "III.4")
        house.press(await house.card("Mở đăng ký"), "Mở đăng ký")
        await told(house, "Đăng ký: đang mở")
        await registers(house, room, member)
        await registers(house, group, neighbour)

        world.post(house.desk, house.staff, "/kehoach")
        house.press(await house.card("Thay đổi một hoạt động"), "Thay đổi một hoạt động")
        house.press(await told(house, "Chọn một hoạt động"), "III.4 ·")
        house.press(await told(house, "Thành viên đang thấy"), "Hủy hoạt động")
        house.press(await told(house, "Mình hiểu là"), "Đúng, cập nhật")
        await told(house, "Đã báo cho nơi đăng ký: 1 người (tin nhắn riêng), 1 nhóm")

        for each in (room, group):
            await told(house, "Hoạt động này bị hủy", each)
            assert sum("Hoạt động này bị hủy" in news.text for news in said(each)) == 1


async def registers(house: Office, room: Chat, person: User) -> None:
    world = house.sandbox.world
    world.post(room, person, "/dangky")
    for label in ("Đăng ký tham gia", "3"):
        shown = await house.sandbox.wait_for(partial(_with_button, room, label), 10)
        world.press(room, person, shown, button(shown, label))
    await told(house, "Đã đăng ký", room)


def _with_button(room: Chat, label: str) -> Message | None:
    return next(
        (
            each
            for each in said(room)
            if any(label == button["text"] for row in each.buttons for button in row)
        ),
        None,
    )

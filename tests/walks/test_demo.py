"""`loa demo` as a process, used the way its page uses it."""

import asyncio
import json
import re
import signal
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.server import Sandbox
from tests.walks.processes import Process, loa

Json = dict[str, Any]


class Page:
    """What the page does: show the world, let people write, see what happens."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self._address, self._session = address, session

    async def get(self, path: str) -> Any:
        async with self._session.get(f"{self._address}/sandbox/{path}") as response:
            return await response.json()

    async def order(self, method: str, path: str, **body: Any) -> Any:
        url = f"{self._address}/sandbox/{path}"
        async with self._session.request(method, url, json=body) as response:
            assert response.ok, await response.text()
            return await response.json()

    async def watch(self, path: str) -> AsyncGenerator[Any, None]:
        """Yield what `path` shows, now and whenever something happens."""
        url, patient = f"{self._address}/sandbox/events", aiohttp.ClientTimeout()
        async with self._session.get(url, timeout=patient) as events:
            async for _line in events.content:
                yield await self.get(path)

    async def chat(self, title: str) -> Json:
        chats = (await self.get("state"))["chats"]
        return next(chat for chat in chats if title in chat["title"])

    async def ask(self, chat: Json, text: str) -> Json:
        """Write `text` as a member; return the bot's next message in the chat."""
        person = next(member for member in chat["members"] if member["status"] == "member")
        async with (
            asyncio.timeout(30),
            self._session.get(
                f"{self._address}/sandbox/events", timeout=aiohttp.ClientTimeout()
            ) as events,
        ):
            await events.content.readline()
            await self.order(
                "POST", f"chats/{chat['id']}/messages", user_id=person["id"], text=text
            )
            async for line in events.content:
                message = _message(line)
                if message and message["chat"]["id"] == chat["id"] and message["from"]["is_bot"]:
                    return message
        raise AssertionError("no answer")


def kept_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def _message(line: bytes) -> Json | None:
    if not line.startswith(b"data: "):
        return None
    event = json.loads(line.removeprefix(b"data: "))
    return event["message"] if event.get("kind") == "message" else None


@asynccontextmanager
async def demo(
    folder: Path, *arguments: str, **variables: str
) -> AsyncIterator[tuple[Page, Process]]:
    options = ("demo", "--no-browser", "--port", "0", *arguments)
    # A token in the environment must not make the demo a bot on Telegram.
    environment = {"LOA_TELEGRAM__TOKEN": "1:x", "LOA_TELEGRAM__BASE_URL": "http://127.0.0.1:9/bot"}
    async with (
        loa(*options, folder=folder, environment=environment | variables) as process,
        aiohttp.ClientSession() as session,
    ):
        line = await process.line_with("http://")
        address = re.search(r"http://[\d.:]+", line)
        assert address
        yield Page(address[0], session), process


async def test_each_province_s_group_gets_the_answer_of_its_own_plan(tmp_path: Path) -> None:
    async with demo(tmp_path) as (page, process):
        question = "@htx_bot what's happening on 11/4"
        nam_dinh = await page.ask(await page.chat("Nam Định"), question)
        hai_duong = await page.ask(await page.chat("Hải Dương"), question)
        assert "11/4" in nam_dinh["text"]
        assert "CoopStar" in hai_duong["text"]
        assert "CoopStar" not in nam_dinh["text"]
        assert await process.stop(signal.SIGINT) == 0
    assert kept_in(tmp_path) == []
    assert len(process.lines) == 1


async def test_ordinary_talk_in_a_group_gets_silence(tmp_path: Path) -> None:
    async with demo(tmp_path) as (page, _):
        group = await page.chat("Nam Định")
        person = next(member for member in group["members"] if member["status"] == "member")
        talk = await page.order(
            "POST",
            f"chats/{group['id']}/messages",
            user_id=person["id"],
            text="11/4 nhà tôi có giỗ, mời các bác",
        )
        answered = await page.ask(group, "/chude")
        assert answered["message_id"] == talk["message_id"] + 2


async def test_the_day_is_the_plans_spring_and_can_be_picked(tmp_path: Path) -> None:
    async with demo(tmp_path) as (page, process):
        chat = await page.chat("Chị A")
        assert (await page.get("day"))["day"] == "2024-03-11"
        spring = await page.ask(chat, "hôm nay có gì?")
        await page.order("PUT", "day", day="2025-06-01")
        after = await page.ask(chat, "hôm nay có gì?")
        assert spring["text"] != after["text"]
        assert await process.stop() == 0


async def test_the_office_has_approved_all_groups_but_one_by_its_buttons(tmp_path: Path) -> None:
    async with demo(tmp_path) as (page, process):
        chats = (await page.get("state"))["chats"]
        groups = [chat for chat in chats if chat["kind"] != "private"]
        office = await page.chat("Cán bộ Văn phòng")
        wanted = [f"group:{group['id']}:withdraw" for group in groups[:-1]]
        wanted.append(f"group:{groups[-1]['id']}:approve")
        async with asyncio.timeout(30), aclosing(page.watch(f"chats/{office['id']}")) as shown:
            async for desk in shown:
                if first_buttons(desk) == wanted:
                    break
        assert [group["title"] for group in groups if group["forum"]] == ["Diễn đàn HTX Chí Linh"]
        assert await process.stop() == 0
    assert len(process.lines) == 1


async def test_a_second_person_approves_what_the_office_announces(tmp_path: Path) -> None:
    async with demo(tmp_path, "--second-approver") as (page, process):
        office, leader = await page.chat("Cán bộ Văn phòng"), await page.chat("Lãnh đạo")
        group = await page.chat("Nam Định")
        body = {"user_id": office["members"][0]["id"], "text": "/thongbao Mời cả nhóm họp"}
        await page.order("POST", f"chats/{office['id']}/messages", **body)
        for chat, label in (
            (office, "Nam Định 2024"),
            (office, "Gửi ngay"),
            (leader, "Duyệt gửi"),
        ):
            await press(page, chat, label)
        async with asyncio.timeout(30), aclosing(page.watch(f"chats/{group['id']}")) as shown:
            async for each in shown:
                if any(message.get("text") == "Mời cả nhóm họp" for message in each["messages"]):
                    break
        assert await process.stop() == 0


async def press(page: Page, chat: Json, label: str) -> None:
    """Press the announcement's button with these words, as who is in the private chat."""
    async with asyncio.timeout(30), aclosing(page.watch(f"chats/{chat['id']}")) as shown:
        async for each in shown:
            if found := [found for found in buttons(each) if found[1]["text"] == label]:
                message_id, button = found[-1]
                who = {"user_id": chat["members"][0]["id"], "message_id": message_id}
                data = button["callback_data"]
                await page.order("POST", f"chats/{chat['id']}/presses", **who, data=data)
                return


def buttons(chat: Json) -> list[tuple[int, Json]]:
    """Return each button of an announcement in the chat, with the number of its message."""
    return [
        (message["message_id"], button)
        for message in chat["messages"]
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
        if button.get("callback_data", "").startswith("cast:")
    ]


def first_buttons(office: Json) -> list[str]:
    """What the first button of each card about a group does."""
    keys = [message.get("reply_markup", {}) for message in office["messages"]]
    data = [each["inline_keyboard"][0][0]["callback_data"] for each in keys if each]
    return [each for each in data if each.startswith("group:")]


async def test_the_first_day_can_be_given(tmp_path: Path) -> None:
    async with demo(tmp_path, "--today", "2024-04-10") as (page, _):
        answer = await page.ask(await page.chat("Chị A"), "/homnay")
        assert "10/4" in answer["text"]


async def test_the_first_day_can_be_configured(tmp_path: Path) -> None:
    async with demo(tmp_path, LOA_TODAY="2024-04-10") as (page, _):
        assert (await page.get("day"))["day"] == "2024-04-10"


async def test_a_port_that_is_taken_is_one_line_and_status_1(tmp_path: Path) -> None:
    async with Sandbox() as taken:
        arguments = ("demo", "--no-browser", "--port", str(taken.port))
        async with loa(*arguments, folder=tmp_path) as process:
            assert await process.end() == 1
    (line,) = process.lines
    assert line.startswith(f"loa: port {taken.port}: ")
    assert "--port" in line


async def test_moving_the_day_on_shows_the_reminders_in_the_groups_of_their_plan(
    tmp_path: Path,
) -> None:
    async with demo(tmp_path, "--today", "2024-03-10") as (page, process):
        nam_dinh, hai_duong = await page.chat("Nam Định"), await page.chat("Hải Dương")
        await page.order("PUT", "day", day="2024-03-13")
        assert "Ngày mai, 14/3/2024, là ngày cuối. (Mục III.8)" in await reminder(page, nam_dinh, 1)
        await page.order("PUT", "day", day="2024-03-14")
        assert "Hôm nay là ngày cuối. (Mục III.8)" in await reminder(page, nam_dinh, 2)
        await page.order("PUT", "day", day="2024-03-27")
        assert "28/3/2024 (Thứ Năm). Ngày mai bắt đầu." in await reminder(page, nam_dinh, 3)
        assert "10/4/2024. Còn 14 ngày nữa" in await reminder(page, hai_duong, 1)
        assert await process.stop() == 0


async def test_who_has_handed_in_is_left_alone_and_the_office_hears_how_it_ended(
    tmp_path: Path,
) -> None:
    async with demo(tmp_path, "--today", "2024-03-10") as (page, process):
        group, office = await page.chat("Nam Định"), await page.chat("Cán bộ Văn phòng")
        await page.order("PUT", "day", day="2024-03-13")
        await reminder(page, group, 1)
        for activity in (8, 9):
            await all_hand_in(page, group, f"hand:nam-dinh-2024:{activity}")
        for day in ("2024-03-14", "2024-03-19"):
            await page.order("PUT", "day", day=day)

        async with asyncio.timeout(30), aclosing(page.watch(f"chats/{office['id']}")) as shown:
            async for desk in shown:
                report = [each for each in desk["messages"] if "Hết hạn" in each.get("text", "")]
                if report and files(desk)[-2:] == ["photo", "document"]:
                    break
        (told,) = report
        assert told["text"].count("đã nộp 4/4 HTX") == 2
        assert len(reminders(await page.get(f"chats/{group['id']}"))) == 1
        assert await process.stop() == 0


def files(chat: Json) -> list[str]:
    kinds = ("photo", "document")
    return [kind for message in chat["messages"] for kind in kinds if kind in message]


async def all_hand_in(page: Page, group: Json, data: str) -> None:
    """Press "Đã nộp" below the reminder, and then each of the four cooperatives."""
    person = next(member for member in group["members"] if member["status"] == "member")
    pressed: set[str] = set()
    async with asyncio.timeout(30), aclosing(page.watch(f"chats/{group['id']}")) as shown:
        async for each in shown:
            found = under(each, data)
            for button in found.keys() - pressed:
                pressed.add(button)
                who = {"user_id": person["id"], "message_id": found[button]}
                await page.order("POST", f"chats/{group['id']}/presses", **who, data=button)
            if len(pressed) == 5 and set(found) == {data}:
                return


def under(chat: Json, begin: str) -> dict[str, int]:
    """Return what the chat's buttons send back that begins so, with the message of each."""
    return {
        button["callback_data"]: message["message_id"]
        for message in chat["messages"]
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in row
        if button.get("callback_data", "").startswith(begin)
    }


async def reminder(page: Page, chat: Json, number: int) -> str:
    """Return the reminder `number` in the chat, when it is there."""
    async with asyncio.timeout(30), aclosing(page.watch(f"chats/{chat['id']}")) as shown:
        async for each in shown:
            if len(found := reminders(each)) >= number:
                assert len(found) == number
                return found[-1]
    raise AssertionError("no reminder")


def reminders(chat: Json) -> list[str]:
    texts = [str(message["text"]) for message in chat["messages"]]
    return [text for text in texts if text.startswith("🔔 Nhắc việc")]

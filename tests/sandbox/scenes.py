"""The chat page in a real Chromium, with people, groups, and a small bot that answers."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import aiohttp

from sandbox.chats import Chat
from sandbox.people import User
from sandbox.server import Sandbox
from tests.sandbox.chromium import Tab, chromium


@dataclass
class Scene:
    """The page in a browser, beside the world that it shows; `days` were picked on it."""

    sandbox: Sandbox
    tab: Tab
    member: User
    leader: User
    group: Chat
    other: Chat
    private: Chat
    days: list[datetime.date]

    async def say(self, text: str) -> None:
        """Write a message with the keyboard alone."""
        await self.tab.run("document.getElementById('text').focus()")
        await self.tab.type(text)
        await self.tab.key("Enter")

    async def open(self, chat: Chat) -> None:
        """Choose a chat from the list."""
        await self.tab.run(f"""document.querySelector('[data-chat="{chat.id}"]').click()""")

    async def shown(self, text: str) -> None:
        """Wait until a message with exactly this text is in the log."""
        await self.tab.until(
            f"[...document.querySelectorAll('.text')].some(e => e.textContent === {text!r})"
        )


@asynccontextmanager
async def a_scene() -> AsyncIterator[Scene]:
    """Open the page on two groups and a private chat; in the end nothing went wrong in it."""
    days: list[datetime.date] = []
    async with (
        Sandbox(day=datetime.date(2024, 3, 8), on_day=days.append) as sandbox,
        chromium() as tab,
    ):
        world = sandbox.world
        member, leader = world.add_user("Chị A"), world.add_user("Tổ trưởng", language="en")
        group = world.add_group("HTX Nam Định", members=[member], admins=[leader])
        other = world.add_group("HTX Hải Dương", members=[member])
        private = world.private_chat(member)
        await tab.open(f"{sandbox.url}/")
        await tab.until("document.querySelectorAll('.chat').length === 3")
        bot = asyncio.create_task(answer(sandbox))
        yield Scene(sandbox, tab, member, leader, group, other, private, days)
        bot.cancel()
        with suppress(asyncio.CancelledError):
            await bot
        assert tab.errors == []


async def answer(sandbox: Sandbox) -> None:
    """Be a bot: ask back with two buttons, and follow what is pressed."""
    async with aiohttp.ClientSession() as session:

        async def call(method: str, **parameters: Any) -> Any:
            url = f"{sandbox.base_url}{sandbox.token}/{method}"
            async with session.post(url, json=parameters) as response:
                return (await response.json()).get("result")  # it may have been removed

        await call(
            "setMyCommands",
            commands=[
                {"command": "lich", "description": "Lịch"},
                {"command": "han", "description": "Hạn"},
            ],
        )
        offset = 0
        while True:
            for update in await call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                if press := update.get("callback_query"):
                    await call(
                        "answerCallbackQuery",
                        callback_query_id=press["id"],
                        text=f"Đã chọn {press['data']}",
                    )
                    message = press["message"]
                    await call(
                        "editMessageText",
                        chat_id=message["chat"]["id"],
                        message_id=message["message_id"],
                        text=f"Hoạt động {press['data']}",
                    )
                elif message := update.get("message"):
                    await call("sendChatAction", chat_id=message["chat"]["id"], action="typing")
                    await call(
                        "sendMessage",
                        chat_id=message["chat"]["id"],
                        text=f"<b>Bạn hỏi</b> {message['from']['first_name']}?",
                        parse_mode="HTML",
                        reply_parameters={"message_id": message["message_id"]},
                        reply_markup={
                            "inline_keyboard": [
                                [
                                    {"text": "Một", "callback_data": "1"},
                                    {"text": "Hai", "callback_data": "2"},
                                ]
                            ]
                        },
                    )

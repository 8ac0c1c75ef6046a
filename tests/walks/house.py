"""The whole house for a walk: the sandbox stands for Telegram, the rest is the real thing."""

import asyncio
import datetime
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import Literal

from pydantic import SecretStr

from bot import plans
from bot.app import App
from bot.channels.api import CALL_SECONDS
from bot.clock import Clock
from bot.config import SHIPPED_PLANS, RunningTelegram, Web
from campaign.talk.handbook import Handbook
from handlers.visits import Front
from sandbox.chats import Chat, Message
from sandbox.people import User
from sandbox.posting import Pause
from sandbox.server import Called, Sandbox
from storage.database import Database
from tests.bot.servers import unused_port

Mode = Literal["polling", "webhook"]

DAY = datetime.date(2024, 3, 11)
SECRET = "a-secret-of-36-characters_0123456789"
NAM_DINH, HAI_DUONG = "nam-dinh-2024", "hai-duong-2024"


@cache
def handbooks() -> Mapping[str, Handbook]:
    return plans.load(SHIPPED_PLANS)


def app_for(  # noqa: PLR0913  # each is a fact about the house, given by name
    sandbox: Sandbox,
    mode: Mode = "polling",
    *,
    url: str = "sqlite://",
    owners: tuple[int, ...] = (),
    books: Mapping[str, Handbook] | None = None,
    patience: float = CALL_SECONDS,
) -> App:
    """Return the app for `sandbox` with a database of its own, Nam Định being the default."""
    web = Web(port=unused_port() if mode == "webhook" else 0)
    telegram = RunningTelegram(
        token=SecretStr(sandbox.token),
        base_url=sandbox.base_url,
        mode=mode,
        webhook_url=f"http://127.0.0.1:{web.port}/telegram",
        webhook_secret=SecretStr(SECRET),
        privacy=sandbox.bot.privacy,
        owners=owners,
    )
    database = Database(url)
    database.upgrade()
    front = Front(handbooks() if books is None else books, NAM_DINH, username="")
    return App(telegram, front, database, Clock(DAY), web, patience)


@asynccontextmanager
async def running(app: App) -> AsyncIterator[App]:
    """Let `app` serve while inside; then it stops in its own time, and closes its database."""
    stop = asyncio.Event()
    serving = asyncio.create_task(app.serve(stop))
    try:
        yield app
    finally:
        stop.set()
        await asyncio.wait_for(serving, 15)
        app.database.close()


@asynccontextmanager
async def house(
    mode: Mode = "polling",
    *,
    privacy: bool = True,
    pause: Pause = asyncio.sleep,
    **options: object,
) -> AsyncIterator[Sandbox]:
    """Yield a sandbox in which the bot is at work; `options` are those of `app_for`.

    `pause` is awaited by Telegram between its tries of a webhook.
    """
    async with Sandbox(privacy=privacy, pause=pause) as sandbox:
        app = app_for(sandbox, mode, **options)  # type: ignore[arg-type]  # as they came
        async with running(app):
            await sandbox.wait_for(lambda: way_in_chosen(sandbox), 10)
            yield sandbox


def way_in_chosen(sandbox: Sandbox) -> bool:
    """Whether the bot has said how it wants to get updates."""
    return any(call.method in {"setwebhook", "deletewebhook"} for call in sandbox.calls)


def said(chat: Chat) -> list[Message]:
    """Return what the bot has written in `chat`, in order."""
    return [message for message in chat.messages.values() if message.sender.is_bot]


def reply(chat: Chat, asked: Message) -> Message | None:
    """Return what the bot has answered to a message, if it has."""
    return next((each for each in said(chat) if each.reply_to is asked), None)


def sends(sandbox: Sandbox) -> list[Called]:
    """Return the calls of sendMessage that took effect, in order."""
    return [call for call in sandbox.calls if call.method == "sendmessage"]


async def answer(sandbox: Sandbox, chat: Chat, number: int = 1, *, seconds: float = 10) -> Message:
    """Return the bot's message `number` in `chat`, when it is there."""
    await sandbox.wait_for(lambda: len(said(chat)) >= number, seconds)
    return said(chat)[number - 1]


def member_group(sandbox: Sandbox) -> tuple[Chat, User, User]:
    """Return a group with a member and an administrator, whom it is returned with."""
    member, admin = sandbox.world.add_user("Chị A"), sandbox.world.add_user("Tổ trưởng")
    group = sandbox.world.add_group("HTX Bình Minh", members=[member], admins=[admin])
    return group, member, admin


def private(sandbox: Sandbox) -> tuple[Chat, User]:
    person = sandbox.world.add_user("Chị A")
    return sandbox.world.private_chat(person), person

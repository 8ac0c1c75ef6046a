"""`loa demo`: the bot with a local stand-in for Telegram, and a chat page to talk to it."""

import asyncio
import datetime
import os
import sys
import webbrowser
from contextlib import suppress
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number
from pydantic import SecretStr

from bot import logs, plans
from bot.app import App, opened, told_to_stop
from bot.clock import Clock
from bot.commands.options import Day, say
from bot.config import SHIPPED_PLANS, RunningTelegram, TodayConfig, load
from bot.errors import StartError
from bot.stopping import unless
from campaign.plan.model import Plan
from handlers.visits import Front
from sandbox.chats import Chat
from sandbox.server import Sandbox
from storage.database import Database

FIRST_DAY = datetime.date(2024, 3, 11)
"""In the campaigns of both plans that are shipped, before most of their deadlines."""
_PATIENCE = 10.0


def demo(
    *,
    port: Annotated[
        int,
        Parameter(
            help="Port of the chat page, on 127.0.0.1; 0 takes a free one.",
            validator=Number(gte=0, lte=65535),
        ),
    ] = 8080,
    today: Day = None,
    no_browser: Annotated[bool, Parameter(negative=(), help="Do not open the page.")] = False,
) -> None:
    """Try the bot on a chat page, without Telegram.

    It needs no token and no account, and keeps nothing. The page shows a member group of each
    plan and a private chat; the day can be picked there, and is 11 March 2024 at first.
    Ctrl-C ends it.
    """
    asyncio.run(_demo(port, today or load(TodayConfig).today or FIRST_DAY, no_browser=no_browser))


async def _demo(port: int, today: datetime.date, *, no_browser: bool) -> None:
    logs.set_up("warning", "console")
    handbooks = plans.load(SHIPPED_PLANS)
    clock = Clock(today)
    stop = told_to_stop()
    # Without privacy mode the bot hears everything said in a group, and is silent by itself.
    sandbox = Sandbox(port, privacy=False, day=today, on_day=clock.set_day)
    try:
        await sandbox.start()
    except OSError as error:
        raise StartError(f"port {port}: {error.strerror}; choose another with --port") from None
    try:
        with opened(Database()) as database:
            telegram = RunningTelegram(
                token=SecretStr(sandbox.token), base_url=sandbox.base_url, privacy=False
            )
            front = Front(handbooks, next(iter(handbooks)), username="")
            serving = asyncio.create_task(App(telegram, front, database, clock).serve(stop))
            with suppress(TimeoutError):  # an empty page is of more use than none
                await unless(stop, _settle_in(sandbox, [book.plan for book in handbooks.values()]))
            say(f"Loa demo: {sandbox.url}/ (day {today}; Ctrl-C to stop)")
            if not no_browser and _has_screen():
                await asyncio.to_thread(webbrowser.open, f"{sandbox.url}/")
            await serving
    finally:
        await sandbox.close()


async def _settle_in(sandbox: Sandbox, plans: list[Plan]) -> None:
    """Let people and groups be there, and the bot be told which group is of which plan."""
    world = sandbox.world
    member, leader = world.add_user("Chị A"), world.add_user("Bác B")
    english = world.add_user("Mr. C", language="en")
    admin = world.add_user("Tổ trưởng")
    chats: list[Chat] = []
    for plan in plans:
        title = f"Thành viên HTX {plan.province or plan.issuer}"
        group = world.add_group(title, members=[member, leader, english], admins=[admin])
        world.post(group, admin, f"/start@{sandbox.bot.user.username} {plan.id}")
        chats.append(group)
    private = world.private_chat(member)
    world.post(private, member, "/start")
    chats.append(private)
    await sandbox.wait_for(lambda: all(_answered(chat) for chat in chats), _PATIENCE)


def _answered(chat: Chat) -> bool:
    return any(message.sender.is_bot for message in chat.messages.values())


def _has_screen() -> bool:
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )

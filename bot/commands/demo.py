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
from bot.commands.demo_world import DemoWorld
from bot.commands.options import Day, say
from bot.config import SHIPPED_PLANS, RunningTelegram, TodayConfig, load
from bot.errors import StartError
from bot.stopping import unless
from campaign.zone import VIETNAM
from handlers.visits import Front
from sandbox.server import Sandbox
from storage.database import Database

FIRST_DAY = datetime.date(2024, 3, 11)
"""In the campaigns of both plans that are shipped, before most of their deadlines."""
MORNING = datetime.time(9)
"""When each picked day begins: what groups are reminded of at eight is there to be seen."""


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
    second_approver: Annotated[
        bool, Parameter(negative=(), help="Let a second person approve announcements.")
    ] = False,
    no_browser: Annotated[bool, Parameter(negative=(), help="Do not open the page.")] = False,
) -> None:
    """Try the bot on a chat page, without Telegram.

    It needs no token and no account, and keeps nothing. The page shows member groups of each
    plan, a member's private chat and one of the alliance's office, which may announce to groups;
    the day can be picked there, and is 11 March 2024 at first; each begins at nine in the morning,
    when the groups have been reminded. Ctrl-C ends it.
    """
    day = today or load(TodayConfig).today or FIRST_DAY
    asyncio.run(_demo(port, day, second_approver=second_approver, no_browser=no_browser))


async def _demo(
    port: int, today: datetime.date, *, second_approver: bool, no_browser: bool
) -> None:
    logs.set_up("warning", "console")
    handbooks = plans.load(SHIPPED_PLANS)
    clock = Clock()
    stop = told_to_stop()

    def begin(day: datetime.date) -> None:
        moment = datetime.datetime.combine(day, MORNING, VIETNAM)
        clock.set(moment)
        sandbox.clock.set(moment.timestamp())

    # Without privacy mode the bot hears everything said in a group, and is silent by itself.
    sandbox = Sandbox(port, privacy=False, day=today, on_day=begin)
    begin(today)
    world = DemoWorld.of(sandbox, second_approver=second_approver)
    try:
        await sandbox.start()
    except OSError as error:
        raise StartError(f"port {port}: {error.strerror}; choose another with --port") from None
    try:
        with opened(Database()) as database:
            telegram = RunningTelegram(
                token=SecretStr(sandbox.token),
                base_url=sandbox.base_url,
                privacy=False,
                owners=tuple(each.id for each in (world.office, *world.leaders)),
            )
            first = next(iter(handbooks))
            front = Front(handbooks, first, username="", second_approver=second_approver)
            serving = asyncio.create_task(App(telegram, front, database, clock).serve(stop))
            with suppress(TimeoutError):  # an empty page is of more use than none
                await unless(stop, world.settle_in([book.plan for book in handbooks.values()]))
                await unless(stop, world.approve())
            say(f"Loa demo: {sandbox.url}/ (day {today}; Ctrl-C to stop)")
            if not no_browser and _has_screen():
                await asyncio.to_thread(webbrowser.open, f"{sandbox.url}/")
            await serving
    finally:
        await sandbox.close()


def _has_screen() -> bool:
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )

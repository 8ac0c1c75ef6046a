"""The composition root: the one place that builds everything and takes it down again."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import structlog

from bot import logs, plans
from bot.channels.api import connected
from bot.channels.introduction import choose_way_in, publish_menus, who_am_i
from bot.channels.polling import Polling
from bot.channels.telegram import TelegramChannel
from bot.channels.webhook import webhook
from bot.clock import Clock
from bot.config import RunConfig, Telegram
from bot.intake import Intake
from bot.server import Handler, listening
from bot.stopping import alongside, unless
from handlers.visits import Front
from storage import updates
from storage.database import Database
from storage.errors import DatabaseError

_PRUNE_SECONDS = 3600

log = structlog.get_logger(__name__)


async def run(config: RunConfig) -> None:
    """Run the bot until SIGTERM or SIGINT; then finish what is under way.

    Raises StartError, PlanError or DatabaseError, of which each line is readable.
    """
    logs.set_up(config.logs.level, config.logs.format, _secrets(config))
    handbooks = plans.load(config.campaigns.folder)
    front = Front(handbooks, plans.default(handbooks, config.campaigns.default), username="")
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with opened(Database(config.database.url)) as database:
        await serve(config, front, database, Clock(config.today), stop)
    log.info("stopped")


@contextmanager
def opened(database: Database) -> Iterator[Database]:
    """Bring `database` up to date, and say which one it is: a new one may mean a lost disk."""
    file = Path(database.name).absolute()
    new = not file.exists()
    try:
        database.upgrade()
        log.info("database", file=str(file), new=new)
        yield database
    finally:
        database.close()


async def serve(
    config: RunConfig, front: Front, database: Database, clock: Clock, stop: asyncio.Event
) -> None:
    """Answer until `stop`, with `front` under the name that Telegram knows.

    Raises StartError when that cannot begin, or cannot go on.
    """
    async with connected(config.telegram) as api, Intake(database, clock) as intake:
        me = await unless(stop, who_am_i(api, privacy=config.telegram.privacy))
        if me is None:
            return
        front = replace(front, username=me.username)
        async with (
            TelegramChannel(api, intake, front, me, config.telegram.owners) as channel,
            alongside(publish_menus(api), _prune(intake)),
            listening(config.web, _posts(config.telegram, channel)),
        ):
            await unless(stop, choose_way_in(api, config.telegram))
            log.info("started", bot=me.username, mode=config.telegram.mode)
            if config.telegram.mode == "polling":
                await Polling(api, channel.take, stop).run()
            await stop.wait()


def _posts(telegram: Telegram, channel: TelegramChannel) -> dict[str, Handler]:
    if telegram.mode == "polling" or not telegram.webhook_url or not telegram.webhook_secret:
        return {}
    secret = telegram.webhook_secret.get_secret_value()
    return {urlsplit(telegram.webhook_url).path or "/": webhook(secret, channel.take)}


def _secrets(config: RunConfig) -> list[str]:
    telegram = config.telegram
    hidden = (telegram.token, telegram.webhook_secret, telegram.proxy)
    return [secret.get_secret_value() for secret in hidden if secret]


async def _prune(intake: Intake) -> None:
    """Forget, every hour, the updates that cannot come again."""
    while True:
        try:
            await intake.run(updates.prune)
        except DatabaseError as error:
            log.error("not pruned", error=str(error))
        await asyncio.sleep(_PRUNE_SECONDS)

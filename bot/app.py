"""The composition root: the one place that builds everything and takes it down again."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import structlog

from bot import health, logs, plans
from bot.channels.api import CALL_SECONDS, BotApi, connected
from bot.channels.introduction import choose_way_in, publish_menus, who_am_i
from bot.channels.polling import Polling
from bot.channels.telegram import TelegramChannel
from bot.channels.webhook import webhook
from bot.clock import Clock
from bot.config import RunConfig, RunningTelegram, Telegram, Web
from bot.delivery import Delivery
from bot.errands import Errands
from bot.exposition import exposition
from bot.intake import Intake, Work
from bot.parcels import Occasion, put
from bot.readable import describe
from bot.scheduler import ticking
from bot.server import Handler, listening
from bot.stopping import alongside, unless
from campaign.messages import Outgoing
from handlers.library import Library
from handlers.visits import Front
from storage import chats
from storage.database import Database, Unit
from storage.errors import DatabaseError
from storage.leadership import Leadership

_LAST_WORDS_SECONDS = 10.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """What a running bot is made of. `front` has no username before Telegram tells it, nor owners.

    Without `web` the bot does not listen, and only polls. `patience` is how many seconds a call
    of the Bot API may take.
    """

    telegram: RunningTelegram
    front: Front
    database: Database
    clock: Clock
    web: Web | None = None
    patience: float = CALL_SECONDS

    async def serve(self, stop: asyncio.Event) -> None:
        """Answer until `stop`, then finish what is under way.

        Raises StartError when that cannot begin, or cannot go on.
        """
        library = Library(self.front.handbooks)
        async with (
            connected(self.telegram, self.patience) as api,
            Intake(self.database, self.clock, _refreshing(library)) as intake,
        ):
            me = await unless(stop, who_am_i(api, privacy=self.telegram.privacy))
            if me is None:
                return
            owners = frozenset(self.telegram.owners)
            front = replace(self.front, handbooks=library, username=me.username, owners=owners)
            delivery = self._delivery(api, front, intake)
            channel = TelegramChannel(api, intake, delivery, front, me)
            async with (
                finished(delivery),
                alongside(publish_menus(api), delivery.run()),
                self._listening(channel, intake),
                leading(self.database) as leads,
            ):
                await unless(stop, choose_way_in(api, self.telegram))
                log.info("started", bot=me.username, mode=self.telegram.mode)
                async with ticking(front, intake, delivery, leads):
                    if self.telegram.mode == "polling":
                        await Polling(api, channel.take, leads, stop).run()
                    await stop.wait()

    def _delivery(self, api: BotApi, front: Front, intake: Intake) -> Delivery:
        async def moved(old_id: int, new_id: int) -> None:
            await intake.run(lambda unit, now: chats.rename(unit, old_id, new_id, now))

        async def tell(occasion: Occasion, work: Work[list[Outgoing]]) -> None:
            holder = delivery.holder
            delivery.hand_over(
                await intake.run(
                    lambda unit, now: put(unit, holder, occasion, work(unit, now), now)
                )
            )

        owner, rate = uuid4().hex, self.telegram.messages_per_second
        errands = Errands(api, moved, front, intake, tell)
        delivery = Delivery(errands, intake, owner, rate, alone=not self.database.shared)
        return delivery

    def _listening(
        self, channel: TelegramChannel, intake: Intake
    ) -> AbstractAsyncContextManager[None]:
        if self.web is None:
            return nullcontext()
        parts = health.POLLING if self.telegram.mode == "polling" else health.WEBHOOK
        gets = {"/healthz": health.healthz(intake, parts), "/metrics": exposition(intake)}
        posts: dict[str, Handler] = {}
        url, secret = self.telegram.webhook_url, self.telegram.webhook_secret
        if self.telegram.mode == "webhook" and url and secret:
            path = unquote(urlsplit(url).path) or "/"
            posts[path] = webhook(secret.get_secret_value(), channel.take)
        return listening(self.web, gets, posts)


def _refreshing(library: Library) -> Callable[[Unit], None]:
    """Return what brings `library` up to date; a mistake of ours silences nobody."""

    def refresh(unit: Unit) -> None:
        try:
            library.refresh(unit)
        except DatabaseError:
            raise
        except Exception as error:  # what was asked before goes on to be answered
            log.error("plans not brought up to date", error=describe(error))

    return refresh


async def run(config: RunConfig, clock: Clock) -> None:
    """Run the bot by `clock` until SIGTERM or SIGINT.

    Raises StartError, PlanError or DatabaseError, of which each line is readable.
    """
    logs.set_up(config.logs.level, config.logs.format, _secrets(config.telegram))
    handbooks = plans.load(config.campaigns.folder)
    front = Front(
        handbooks,
        plans.default(handbooks, config.campaigns.default),
        username="",
        second_approver=config.campaigns.second_approver,
        schedules=plans.schedules(handbooks, config.reminders),
    )
    with opened(Database(config.database.url)) as database:
        app = App(config.telegram, front, database, clock, config.web)
        gc.freeze()  # plans and libraries stay: to look through them again would delay answers
        await app.serve(told_to_stop())
    log.info("stopped")


@contextmanager
def opened(database: Database) -> Iterator[Database]:
    """Bring `database` up to date, and say which one it is: a new one may mean a lost disk."""
    try:
        new = database.upgrade()
        log.info("database", name=str(database.file or database.name), new=new)
        yield database
    finally:
        database.close()


def told_to_stop() -> asyncio.Event:
    """Return what SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def _secrets(telegram: Telegram) -> list[str]:
    hidden = (telegram.token, telegram.webhook_secret, telegram.proxy)
    return [secret.get_secret_value() for secret in hidden if secret]


@asynccontextmanager
async def leading(database: Database) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """Yield what says whether this process is the one of several that polls and ticks."""
    leadership = Leadership(database)
    # Whoever polls and whoever ticks ask at the same time; a connection has one thread.
    with ThreadPoolExecutor(1, thread_name_prefix="leadership") as thread:
        loop = asyncio.get_running_loop()

        async def leads() -> bool:
            return not database.shared or await loop.run_in_executor(thread, leadership.held)

        try:
            yield leads
        finally:
            await loop.run_in_executor(thread, leadership.close)


@asynccontextmanager
async def finished(delivery: Delivery) -> AsyncIterator[None]:
    """Take up what was left behind; in the end, wait for what is under way, but not for ever."""
    await delivery.recover()
    yield
    if not await delivery.finish(_LAST_WORDS_SECONDS):
        log.error("stopped before everything was sent")

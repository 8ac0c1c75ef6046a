"""Fetching updates. They are confirmed, by the next fetch, when they have been taken in."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import metrics
from bot.channels import refusals
from bot.channels.api import POLL_SECONDS, BotApi
from bot.channels.updates import SUBSCRIBED, update_id
from bot.errors import StartError
from bot.readable import describe
from bot.stopping import unless

_LONGEST_PAUSE = 30.0
_NOT_OURS_SECONDS = 1.0

log = structlog.get_logger(__name__)


class Polling:
    """Fetches updates for `take`, which returns when they are kept, until `stop` is set.

    `may` says whether it is this process that polls: Telegram suffers one poller alone.

    `take` raising DatabaseError leaves its updates with Telegram: they are fetched again.
    """

    def __init__(
        self,
        api: BotApi,
        take: Callable[[list[Any]], Awaitable[None]],
        may: Callable[[], Awaitable[bool]],
        stop: asyncio.Event,
    ) -> None:
        self._api = api
        self._take = take
        self._may = may
        self._stop = stop
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Poll. Raises StartError when the token is revoked."""
        while not self._stop.is_set():
            try:
                if not await self._may():
                    metrics.alive("updates")  # as another process sees to them
                    await unless(self._stop, asyncio.sleep(_NOT_OURS_SECONDS))
                    continue
                updates = await unless(self._stop, self._fetch())
                if updates:
                    await self._take(updates)
                    self._confirm(updates)
                self._failures = 0
                metrics.alive("updates")
            except InvalidToken:
                raise StartError("Telegram no longer accepts the token") from None
            except Exception as error:  # whatever it is, the updates are still with Telegram
                await self._pause(error)

    async def _fetch(self) -> list[Any]:
        updates = await self._api.call(
            "getUpdates", offset=self._offset, timeout=POLL_SECONDS, allowed_updates=SUBSCRIBED
        )
        if not isinstance(updates, list):
            raise TelegramError("getUpdates did not answer with a list")
        return updates

    def _confirm(self, updates: list[Any]) -> None:
        ids = [number for update in updates if (number := update_id(update)) is not None]
        if not ids:
            raise TelegramError("none of the fetched updates has an update_id")
        self._offset = max(ids) + 1

    async def _pause(self, error: Exception) -> None:
        self._failures += 1
        seconds = backoff(error, self._failures)
        log.warning(_event(error), error=describe(error), seconds=round(seconds, 1))
        await unless(self._stop, asyncio.sleep(seconds))


def _event(error: Exception) -> str:
    if isinstance(error, Conflict):
        return "this token is used by another bot, too"
    return "updates not taken in"


def backoff(error: Exception, failures: int) -> float:
    """Return how many seconds to wait after so many failures in a row: about 1, 2, 4 … 30.

    Chance keeps many bots from coming back in step.
    """
    if isinstance(error, RetryAfter):
        return refusals.seconds(error)
    doubled = min(2.0 ** min(failures - 1, 10), _LONGEST_PAUSE)
    return doubled * random.uniform(0.5, 1)  # noqa: S311  # nothing secret about it

"""The Bot API through python-telegram-bot, without building its objects out of every answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import Bot

from bot.channels.request import AiohttpRequest
from bot.config import RunningTelegram

POLL_SECONDS = 30
"""How long Telegram may hold a getUpdates call open while nothing happens."""


CALL_SECONDS = 10.0
"""How long Telegram may take to answer any other call; after that the outcome is unknown."""


class BotApi(Bot):
    """Calls methods by name. A Message object for each answer would cost more than sending it.

    Requests, addresses and errors (`telegram.error`) are python-telegram-bot's.
    """

    async def call(self, method: str, **parameters: Any) -> Any:
        """Call `method`, as the Bot API names it, and return its `result` as JSON.

        Parameters that are None are left out. Raises telegram.error.TelegramError.
        """
        return await self._post(method, parameters)

    async def download(self, path: str) -> bytes:
        """Return the file that getFile named `path`. Raises telegram.error.TelegramError."""
        return await self.request.retrieve(f"{self.base_file_url}/{path}")


def files_url(base_url: str) -> str:
    """Return where the server of `base_url` has its files: …/file/bot beside …/bot."""
    before, bot, after = base_url.rpartition("/bot")
    return f"{before}/file{bot}{after}"


@asynccontextmanager
async def connected(
    telegram: RunningTelegram, patience: float = CALL_SECONDS
) -> AsyncIterator[BotApi]:
    """Yield the Bot API that `telegram` describes; nothing is asked of it yet.

    A call that is not answered within `patience` seconds is given up.
    """
    proxy = telegram.proxy.get_secret_value() if telegram.proxy else None
    async with (
        AiohttpRequest(proxy=proxy, read_timeout=patience, pool_timeout=30) as request,
        AiohttpRequest(connections=1, proxy=proxy, read_timeout=POLL_SECONDS + 10) as polls,
    ):
        yield BotApi(
            telegram.token.get_secret_value(),
            telegram.base_url,
            files_url(telegram.base_url),
            request=request,
            get_updates_request=polls,
        )

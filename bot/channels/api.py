"""The Bot API through python-telegram-bot, without building its objects out of every answer."""

from typing import Any

from telegram import Bot

from bot.channels.request import AiohttpRequest

POLL_SECONDS = 30
"""How long Telegram may hold a getUpdates call open while nothing happens."""


class BotApi(Bot):
    """Calls methods by name. A Message object for each answer would cost more than sending it.

    Requests, addresses and errors (`telegram.error`) are python-telegram-bot's.
    """

    def __init__(self, token: str, base_url: str, proxy: str | None = None) -> None:
        super().__init__(
            token,
            base_url,
            request=AiohttpRequest(proxy=proxy),
            get_updates_request=AiohttpRequest(
                connections=1, proxy=proxy, read_timeout=POLL_SECONDS + 10
            ),
        )

    async def call(self, method: str, **parameters: Any) -> Any:
        """Call `method`, as the Bot API names it, and return its `result` as JSON.

        Parameters that are None are left out. Raises telegram.error.TelegramError.
        """
        return await self._post(method, parameters)

"""aiogram's echo."""

import asyncio
import sys

from aiogram import Bot, Dispatcher  # type: ignore[import-not-found, unused-ignore]  # group bench
from aiogram.client.session.aiohttp import (  # type: ignore[import-not-found, unused-ignore]  # group bench
    AiohttpSession,
)
from aiogram.client.telegram import (  # type: ignore[import-not-found, unused-ignore]  # group bench
    TelegramAPIServer,
)
from aiogram.types import Message  # type: ignore[import-not-found, unused-ignore]  # group bench


async def _echo(message: Message) -> None:
    await message.answer(message.text or "")


async def main(base_url: str, token: str) -> None:
    """Poll until SIGTERM. `base_url` is as python-telegram-bot has it, with "/bot" at the end."""
    server = TelegramAPIServer.from_base(base_url.removesuffix("/bot"))
    dispatcher = Dispatcher()
    dispatcher.message.register(_echo)
    await dispatcher.start_polling(Bot(token, session=AiohttpSession(api=server)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))

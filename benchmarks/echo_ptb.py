"""python-telegram-bot's echo; with `--aiohttp` it sends through Loa's request class."""

import argparse

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.channels.request import AiohttpRequest


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll until SIGTERM."""
    parser = argparse.ArgumentParser()
    parser.add_argument("base_url")
    parser.add_argument("token")
    parser.add_argument("--aiohttp", action="store_true")
    arguments = parser.parse_args()
    builder = Application.builder().token(arguments.token).base_url(arguments.base_url)
    if arguments.aiohttp:
        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest())
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()

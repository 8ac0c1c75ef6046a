"""`loa run`: the bot on Telegram."""

import asyncio

from bot import app
from bot.commands.options import ConfigFile
from bot.config import RunConfig, load


def run(config: ConfigFile = None) -> None:
    """Run the bot on Telegram, until SIGTERM or Ctrl-C; then finish what is under way.

    It writes its log to standard error.
    """
    asyncio.run(app.run(load(RunConfig, config)))

"""`loa run`: the bot on Telegram."""

import asyncio

from bot import app
from bot.clock import Clock
from bot.commands.options import ConfigFile
from bot.config import RunConfig, load


def run(*, config: ConfigFile = None) -> None:
    """Run the bot on Telegram.

    It writes its log to standard error. SIGTERM or Ctrl-C ends it, when what is under way is
    done.
    """
    settings = load(RunConfig, config)
    asyncio.run(app.run(settings, Clock(settings.today)))

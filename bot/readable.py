"""Errors whose words can be shown, because nobody's secret or message is in them."""

from telegram.error import TelegramError

from bot.config import ConfigError
from bot.errors import RefusedError, StartError, place
from campaign.plan.toml import PlanError
from storage.errors import DatabaseError

FOR_THE_OPERATOR = (ConfigError, PlanError, DatabaseError, StartError, RefusedError)
"""Each line of their `str()` is a problem by itself."""


def describe(error: Exception) -> str:
    """Return what a log may tell of `error`; any other may repeat what somebody wrote."""
    if isinstance(error, (*FOR_THE_OPERATOR, TelegramError)):
        return str(error)
    return f"{type(error).__name__} at {place(error)}"

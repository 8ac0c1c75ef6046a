"""The errors that are raised to be read by whoever gave the command."""

from bot.config import ConfigError
from bot.errors import StartError
from campaign.plan.toml import PlanError
from storage.errors import DatabaseError

READABLE = (ConfigError, PlanError, DatabaseError, StartError)
"""Each line of their `str()` is a problem by itself, without any secret."""
